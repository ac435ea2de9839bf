#!/usr/bin/env python3
"""Puts the answers of `examples/questions` beside the tables that a reader expects.

    questions.py IBID SHARED [--strict] [--write FILE] [Q07 …]

SHARED holds `questions.md` (the questions with the expected tables) and `seeds` (the documents). Each script is run on
the documents; every expected row is held against the rows of its answers, every cell of it against that row:

- numbers, dates and percentages are compared as values (54 million, £54m and, in a table of millions, 54 are one; "a
  third" is 1/3), and all must be there;
- of other words, half must be there, little words and word endings aside: a reader's own words are seldom the
  document's; beside a value one may be missing;
- what stands in brackets may be missing, and so may cells that begin with "not stated", "unresolved" or a dash.

A question is answered (✓) when every expected row has a row. Beside this lenient comparison, `strict.py` holds the last
table that the script prints against the expected one, column by column and value by value, and counts the rows that it
has too many; both counts are shown, and with `--strict` the rows of that comparison. With `--write FILE` the results go
into a page between two marks. Python 3, standard library only.
"""
import json
import re
import subprocess
import sys
from pathlib import Path

from cells import facts
from strict import compare, words_shown


def shown(value):
    """A cell of the JSON output as words and numbers."""
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(shown(v) for v in value)
    if isinstance(value, dict):
        if "file" in value and "start" in value:
            return Path(value["file"]).name.split("_")[0]
        parts = []
        for key in ("worded", "text", "name", "unit", "currency"):
            if value.get(key):
                parts.append(str(value[key]))
        if "low_open" in value:
            low, high = value.get("low"), value.get("high")
            parts.append("approximately" if value.get("hedge") else "exact" if low == high and low is not None
                         else "more than" if high is None else "up to" if low is None else "between")
        for key in ("low", "high"):
            end = value.get(key)
            if isinstance(end, (int, float)) or isinstance(end, str) and re.fullmatch(r"-?[\d.]+(/\d+)?", end):
                parts.append(str(end))
            elif isinstance(end, str):
                parts.append(end if value.get("grain") == "day" else end[:7] if value.get("grain") == "month" else end[:4])
        return " ".join(parts)
    return re.sub(r"\S*?(\d{3})_[0-9a-f]{16}\.txt", r"\1", str(value))


def questions(text):
    """For each question the heads of its expected table, and its rows, lists of cells."""
    found = {}
    for part in re.split(r"^### ", text, flags=re.M)[1:]:
        name = part[:3]
        heads, kept, phrases = [], [], dict(re.findall(r'\((\d+)\) ("[^"]+" (?:in|beside) [^;]+?)(?:;|\.\s)', part))
        body = part.split("- Source:")[0]
        rows = []
        lines = body.split("\n")[1:]
        lines = lines[next((i for i, l in enumerate(lines) if l.startswith("**Question")), 0) + 1:]
        in_code = False
        for i, line in enumerate(lines):
            if line.startswith("```"):
                in_code = not in_code
            if in_code:
                continue
            if line.startswith("|"):
                after = lines[i + 1] if i + 1 < len(lines) else ""
                cells = [c.strip() for c in line.strip().strip("|").split("|")]
                if after.startswith("|-"):
                    heads = cells
                    kept = ["phrase", "result"] if heads[:2] == ["n", "result"] else [h for h in heads if h not in ("n", "part")]
                    continue
                if set(line) <= set("|-: "):
                    continue
                if heads[:2] == ["n", "result"]:
                    rows += [[phrases.get(n, n), value] for n, value in zip(cells[::2], cells[1::2])]
                else:
                    rows.append([c for h, c in zip(heads, cells) if h not in ("n", "part")])
            elif re.match(r"\d\. ", line):
                rows.append([line[3:]])
                kept = ["sentence"]
            elif not any(l.startswith("|") for l in lines) and re.match(r"[\w -]+, \d+: ", line):
                rows.append(line.split(": ", 1))
                kept = ["list", "places"]
        found[name] = kept, rows
    return found


def answers(ibid, script, seeds):
    """The rows of all tables that a script prints, those of the last one, the exit code and the messages."""
    run = subprocess.run([ibid, "run", "--format", "jsonl", "--timing", script, seeds], capture_output=True, text=True)
    rows = []
    for line in run.stdout.splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            row = {"value": line}
        rows.append(row if isinstance(row, dict) else {"value": row})
    sizes = [json.loads(line)["rows"] for line in run.stderr.splitlines() if line.startswith('{"statement"')]
    last = rows[len(rows) - sizes[-1]:] if sizes else []
    messages = "\n".join(line for line in run.stderr.splitlines() if not line.startswith('{"statement"'))
    return [{k: shown(v) for k, v in row.items()} for row in rows], last, run.returncode, messages


def has(cell, values, words):
    if re.match(r"(not stated|unresolved|–|-)", cell):
        return True
    outside = re.sub(r"\([^)]*\)", " ", cell)
    return says(cell, values, words) or bool(re.search(r"\w", outside)) and says(outside, values, words)


def says(cell, values, words):
    wanted, said = facts(cell)
    for value in wanted:
        if not any(value == v or isinstance(value, float) and isinstance(v, float) and any(
                abs(value * 10 ** k - v) <= 1e-9 * abs(v) for k in (0, 3, 6, 9, 12)) for v in values):
            return False
    missing = sum(w not in words for w in said)
    return not said or missing * 2 <= len(said) or bool(wanted) and missing <= 1


def lenient(expected, rows):
    """How many expected rows have a row among all answers; prints each with the nearest one."""
    known = [(row, *facts(" | ".join(f"{k.replace('_', ' ')} {v}" for k, v in row.items() if v))) for row in rows]
    hits, used = 0, set()
    for cells in expected:
        best = None
        for index, (row, values, words) in enumerate(known):
            score = sum(has(c, values, words) for c in cells)
            if best is None or (score, index not in used) > (best[0], best[1] not in used):
                best = (score, index)
        good = best is not None and best[0] == len(cells)
        hits += good
        if best:
            used.add(best[1])
        print(f"  {'=' if good else '≠'} {' | '.join(cells)}")
        if best and (best[0] or not good):
            print(f"      {' · '.join(v[:70] for v in known[best[1]][0].values() if v)[:300]}")
    return hits


def show_strict(heads, expected, last, found, extra, columns):
    """The last table against the expected one: = found, ≠ missing, + a row too many."""
    print(f"    columns: {', '.join(f'{h} ← {c}' for h, c in zip(heads, columns))}")
    for index, cells in enumerate(expected):
        print(f"    {'=' if index in found else '≠'} {' | '.join(cells)}")
    for at, row in enumerate(last):
        print(f"    {'+' if at in extra else ' '} {' · '.join(words_shown(v)[:60] for v in row.values())[:400]}")


def main():
    arguments = sys.argv[1:]
    page = None
    if "--write" in arguments:
        at = arguments.index("--write")
        page = arguments[at + 1]
        del arguments[at:at + 2]
    strict = "--strict" in arguments
    ibid, shared, *only = [a for a in arguments if a != "--strict"]
    text = (Path(shared) / "questions.md").read_text(encoding="utf-8")
    folder = Path(__file__).resolve().parents[2] / "examples" / "questions"
    table = []
    for name, (heads, expected) in sorted(questions(text).items()):
        if only and name not in only:
            continue
        script = folder / f"{name}.ibid"
        rows, last, code, errors = answers(ibid, str(script), str(Path(shared) / "seeds"))
        print(f"\n{name}  {code and 'FAILED ' + errors.strip() or ''}")
        hits = lenient(expected, rows)
        found, extra, columns = compare(heads, expected, last)
        if strict:
            show_strict(heads, expected, last, found, extra, columns)
        comment = next((l[len('# Not there yet: '):].strip() for l in script.read_text(encoding='utf-8').splitlines()
                        if l.startswith('# Not there yet: ')), "")
        done = code == 0 and expected and hits == len(expected)
        exact = code == 0 and expected and len(found) == len(expected) and not extra
        table.append((name, done, hits, len(expected), exact, len(found), len(extra), comment))
        print(f"  {hits} of {len(expected)} rows; value by value {len(found)}, {len(extra)} too many")
    sums = [sum(row[i] for row in table) for i in (2, 3, 5, 6)]
    print(f"\n{sum(row[1] for row in table)} of {len(table)} questions, {sums[0]} of {sums[1]} rows")
    print(f"value by value: {sum(row[4] for row in table)} of {len(table)} questions exactly, {sums[2]} of {sums[1]} rows, {sums[3]} too many")
    if page:
        write(page, table)


def write(page, table):
    file = Path(page)
    text = file.read_text(encoding="utf-8")
    start, end = "<!-- results -->", "<!-- end of results -->"
    lines = ["| question | answered | rows | exactly | rows equal | too many | what is missing |", "|---|---|---|---|---|---|---|"]
    for name, done, hits, count, exact, equal, extra, comment in table:
        lines.append(f"| [{name}](../examples/questions/{name}.ibid) | {'✓' if done else '✗'} | {hits} of {count} | "
                     f"{'✓' if exact else '✗'} | {equal} of {count} | {extra} | {'' if exact else comment} |")
    before, rest = text.split(start)
    file.write_text(before + start + "\n" + "\n".join(lines) + "\n" + end + rest.split(end)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
