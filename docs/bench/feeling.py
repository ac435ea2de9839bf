"""What somebody at the prompt feels: python3 docs/bench/feeling.py BINARY FOLDER

How long the first prompt takes to appear over the documents of a folder, and how long queries over them take inside of the process. Each is
asked twice: the words of a search are indexed when they are first asked for. Tables of rules are made before the clock of a query starts.
Seconds by the clock.
"""

import json
import os
import subprocess
import sys
import tempfile
import time

from stopping import PROMPT, Prompt

STARTS = 9
RUNS = 5

QUERIES = [
    "documents",
    "money | where amount >= £30m | sort amount desc | take 5 | select amount, document.title",
    "figures | where value > 1000 people | select text, document.title",
    "quotes | summarize n = count() by speaker.name | sort n desc",
    "entities | where kind == \"org\" | derive n = mentions.count() | sort n desc | take 10",
    "money | summarize total = sum(amount), n = count() by document.issuer, amount.currency",
    "dates | where value in @2024 | count",
    "sentences | where text contains \"border\" | count",
    "sentences | search \"border security\" | take 5",
    "sentences | where text matches /[0-9]+ (people|migrants)/",
    "figures | conflicts of value by measure, period",
    "agreements | pairs of parties | components",
    "agreements",
    "events | where kind == \"arrest\"",
    "commitments | summarize n = count() by status",
    "figures | derive n = row_number(per document sort id) | where n <= 2",
    "money | where amount >= £30m | cite",
    "money | describe",
]


def main():
    binary, folder = sys.argv[1:3]
    times = []
    for _ in range(STARTS):
        prompt = Prompt(binary, [folder])
        prompt.expect(PROMPT, 60)
        times.append((time.monotonic() - prompt.start) * 1000)
        prompt.end()
    times.sort()
    print("first prompt: %.0f ms at best, %.0f in the middle of %d" % (times[0], times[STARTS // 2], STARTS))
    best = {}
    for _ in range(RUNS):
        with tempfile.NamedTemporaryFile("w", suffix=".ibid", delete=False) as script:
            script.write("".join(query + "\n" for query in QUERIES for _ in range(2)))
        run = subprocess.run([binary, "run", script.name, folder, "--timing", "--keep-going", "--quiet"], capture_output=True, text=True)
        os.unlink(script.name)
        for line in run.stderr.splitlines():
            if line.startswith("{\"statement\""):
                said = json.loads(line)
                number = said["statement"] - 1
                best[number] = min(best.get(number, 1e9), said["seconds"] * 1000)
            elif "error" in line:
                sys.exit(run.stderr)
    print("| query | first ms | again |\n|---|---:|---:|")
    for number, query in enumerate(QUERIES):
        figures = ["%.1f" % best[2 * number + again] for again in (0, 1)]
        print("| `%s` | %s |" % (query.replace("|", "\\|"), " | ".join(figures)))


if __name__ == "__main__":
    main()
