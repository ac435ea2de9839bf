"""Times the reading of documents and the running of rules: python3 docs/bench/reading.py BINARY [--write] [SIZE …]

Texts of 1, 20 and 200 MB, or of the sizes given (texts.py), go into all tables on two cores; beside it ripgrep looks for one pattern
in the same files, and spaCy reads a megabyte, where they are installed. Fifty rules (rules.py) run over 20 MB or the largest size
below. With --write the figures go into docs/performance.md.
"""

import os
import platform
import shutil
import subprocess
import sys
import time

HERE = os.path.dirname(os.path.abspath(__file__))
PAGE = os.path.join(HERE, "..", "performance.md")
FOLDER = os.path.join(HERE, "..", "..", ".build", "bench-texts")
SIZES = [1, 20, 200]
START, END = "<!-- reading: made by `make bench` -->", "<!-- end of reading -->"
PATTERN = r"\b[A-Z]\w+ (said|told|added)\b"
SPACY = """
import glob, sys, time
import spacy
try:
    nlp, name = spacy.load("en_core_web_sm"), "small English model"
except OSError:
    nlp, name = spacy.blank("en"), "tokenizer and sentencizer"
    nlp.add_pipe("sentencizer")
texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(sys.argv[1] + "/**/*.*", recursive=True))]
start = time.time()
for _ in nlp.pipe(texts):
    pass
print(time.time() - start, name, sep="\\t")
"""


def texts(size):
    folder = os.path.join(FOLDER, str(size))
    done = os.path.join(folder, ".done")
    if not os.path.exists(done):
        shutil.rmtree(folder, ignore_errors=True)
        subprocess.run([sys.executable, os.path.join(HERE, "texts.py"), str(size), folder], check=True, stdout=subprocess.DEVNULL)
        open(done, "w").close()
    return folder


def size_of(folder):
    return sum(os.path.getsize(os.path.join(place, name)) for place, _, names in os.walk(folder) for name in names)


def run(command):
    """Seconds by the clock, seconds of processor time, and most memory in bytes of one run."""
    start = time.time()
    process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    return time.time() - start, usage.ru_utime + usage.ru_stime, usage.ru_maxrss * 1024


def least(command, times):
    return min(run(command) for _ in range(times))


def lines(binary, sizes):
    yield "| texts | files | seconds | MB/s | processor seconds | a megabyte | memory, times the text | rg, MB/s |"
    yield "|---|---:|---:|---:|---:|---:|---:|---:|"
    ripgrep = shutil.which("rg")
    for size in sizes:
        folder = texts(size)
        count = sum(len(names) for _, _, names in os.walk(folder)) - 1
        megabytes = size_of(folder) / 1e6
        seconds, processor, memory = read(binary, folder, 1 if size > 20 else 3)
        found = "–"
        if ripgrep:
            found = "%.0f" % (megabytes / least([ripgrep, "-j2", "--count-matches", PATTERN, folder], 3)[0])
        yield "| %.0f MB | %s | %.2f | %.1f | %.2f | %.3f | %.1f | %s |" % (
            megabytes, format(count, ","), seconds, megabytes / seconds, processor, processor / megabytes,
            memory / megabytes / 1e6, found)
    yield ""
    yield "`rg` counts the matches of `%s` on two threads%s. %s" % (
        PATTERN, "" if ripgrep else "; it is not installed here", spacy(sizes[0]))
    yield ""
    yield from rules(binary, max(size for size in sizes if size <= 20))


def read(binary, folder, times):
    return least([binary, "--quiet", "-c", "documents | summarize count()", folder], times)


def rules(binary, size):
    """What fifty rules add to the reading: the least of three runs with them, less the least of three without."""
    folder = texts(size)
    script = os.path.join(FOLDER, "rules.ibid")
    subprocess.run([sys.executable, os.path.join(HERE, "rules.py"), script], check=True)
    megabytes = size_of(folder) / 1e6
    alone = read(binary, folder, 3)
    both = least([binary, "run", "--quiet", script, folder], 3)
    seconds, processor = both[0] - alone[0], both[1] - alone[1]
    yield "Fifty rules over %.0f MB take %.2f seconds more (%.1f MB/s), %.2f of the processor (%.3f a megabyte); memory %.1f times the text." % (
        megabytes, seconds, megabytes / max(seconds, 0.001), processor, processor / megabytes, both[2] / megabytes / 1e6)


def spacy(size):
    folder = texts(size)
    result = subprocess.run([sys.executable, "-c", SPACY, folder], capture_output=True, text=True)
    if result.returncode != 0:
        return "spaCy is not installed here and left out."
    seconds, name = result.stdout.strip().split("\t")
    return "spaCy's %s reads %.2f MB/s of the smallest on one thread." % (name, size_of(folder) / 1e6 / float(seconds))


def main():
    binary = os.path.abspath(sys.argv[1])
    sizes = [float(size) for size in sys.argv[2:] if not size.startswith("-")] or SIZES
    table = "\n".join(lines(binary, sizes))
    print(table)
    if "--write" in sys.argv:
        with open(PAGE, encoding="utf-8") as file:
            text = file.read()
        before, rest = text.split(START)
        made = "\n%s, %d cores, %s.\n\n" % (time.strftime("%Y-%m-%d"), os.cpu_count() or 0, platform.system())
        with open(PAGE, "w", encoding="utf-8") as file:
            file.write(before + START + "\n" + made + table + "\n\n" + END + rest.split(END)[1])


if __name__ == "__main__":
    main()
