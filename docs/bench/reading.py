"""Times the reading of documents: python3 docs/bench/reading.py BINARY [--write]

Texts of 1, 20 and 200 MB (texts.py) go into all tables on two cores; beside it ripgrep looks for one pattern in the same files, and
spaCy's small English model reads the smallest, where they are installed. With --write the figures go into docs/performance.md.
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
nlp = spacy.load("en_core_web_sm")
texts = [open(path, encoding="utf-8").read() for path in sorted(glob.glob(sys.argv[1] + "/**/*.*", recursive=True))]
start = time.time()
for _ in nlp.pipe(texts):
    pass
print(time.time() - start)
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


def lines(binary):
    yield "| texts | files | seconds | MB/s | processor seconds | memory, times the text | rg, MB/s |"
    yield "|---|---:|---:|---:|---:|---:|---:|"
    ripgrep = shutil.which("rg")
    for size in SIZES:
        folder = texts(size)
        count = sum(len(names) for _, _, names in os.walk(folder)) - 1
        megabytes = size_of(folder) / 1e6
        seconds, processor, memory = least([binary, "--quiet", "-c", "documents | summarize count()", folder], 1 if size > 1 else 3)
        found = "–"
        if ripgrep:
            found = "%.0f" % (megabytes / least([ripgrep, "-j2", "--count-matches", PATTERN, folder], 3)[0])
        yield "| %.0f MB | %s | %.2f | %.1f | %.2f | %.1f | %s |" % (
            megabytes, format(count, ","), seconds, megabytes / seconds, processor, memory / megabytes / 1e6, found)
    yield ""
    yield "`rg` counts the matches of `%s` on two threads%s. %s" % (
        PATTERN, "" if ripgrep else "; it is not installed here", spacy())


def spacy():
    folder = texts(SIZES[0])
    result = subprocess.run([sys.executable, "-c", SPACY, folder], capture_output=True, text=True)
    if result.returncode != 0:
        return "spaCy is not installed here and left out."
    return "spaCy's `en_core_web_sm` reads %.2f MB/s of the smallest." % (size_of(folder) / 1e6 / float(result.stdout))


def main():
    binary = os.path.abspath(sys.argv[1])
    table = "\n".join(lines(binary))
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
