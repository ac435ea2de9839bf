"""Runs Ibid and the other engines in turn and writes docs/performance.md: python3 Tests/Bench/bench.py BINARY [ROWS] [option=value …]

    suites=groupby,join     only these (groupby, join, docs, groups, shapes, files, twins, scale)
    engines=ibid,duckdb     only these
    data=FOLDER             where the data is made and kept, perf-data by default; results.json stands beside it
    write=no                print the tables, leave the page as it is

Needs Python's own library only. A peer that is not installed is named and left out; `make bench-peers` installs them.
"""

import json
import os
import subprocess
import sys
import time

import peers
import report

HERE = os.path.dirname(os.path.abspath(__file__))
SUITES = ["groupby", "join", "docs", "groups", "shapes", "files", "twins", "scale"]
QUERIES = os.path.join(HERE, "queries.json")


def busy_seconds():
    """Processor seconds of the whole machine."""
    with open("/proc/stat") as file:
        fields = [int(field) for field in file.readline().split()[1:9]]
    return (sum(fields) - fields[3] - fields[4]) / os.sysconf("SC_CLK_TCK")


def run(command, limit_s=1800):
    """The lines that a process prints, its exit status, and how many cores others had meanwhile."""
    before, own, start = busy_seconds(), os.times(), time.time()
    try:
        done = subprocess.run(command, stdout=subprocess.PIPE, timeout=limit_s)
        output, status = done.stdout, done.returncode
    except subprocess.TimeoutExpired as late:
        output, status = late.stdout or b"", -1
    after = os.times()
    used = after.children_user + after.children_system - own.children_user - own.children_system
    others = max(0.0, (busy_seconds() - before - used) / max(time.time() - start, 0.01))
    lines = []
    for line in output.decode().splitlines():
        try:
            lines.append(json.loads(line))
        except ValueError:
            continue
    return lines, status, others


def measure(command, label):
    lines, status, others = run(command)
    if status == 3:
        return None
    result = {"others": others, "queries": {}}
    for line in lines:
        if "query" in line:
            result["queries"][line["query"]] = line
        else:
            result.update(line)
    if status:
        result["failed"] = f"exit status {status}"
    best = ", ".join(f"{name} {min(line['ms']):.1f}" if line.get("ms") else f"{name} {line.get('error')}" for name, line in result["queries"].items())
    print(f"{label}: {best or result.get('failed')} (others {others:.1f})", flush=True)
    return result


def options(arguments):
    given = {"suites": ",".join(SUITES), "engines": ",".join(["ibid"] + peers.ENGINES), "data": "perf-data", "write": "yes"}
    for argument in arguments:
        name, mark, value = argument.partition("=")
        if not mark or name not in given:
            sys.exit(__doc__)
        given[name] = value
    return given


def main(binary, rows="1e6", *arguments):
    given = options(arguments)
    rows = int(float(rows))
    engines = given["engines"].split(",")

    def data(count):
        folder = os.path.join(given["data"], str(count))
        subprocess.run([binary, "generate", str(count), folder], check=True)
        return folder

    folder = data(rows)
    results = {"rows": rows, "engines": {}, "scale": {}, "missing": []}
    for suite in given["suites"].split(","):
        if suite == "scale":
            for count in (rows // 100, rows // 10):
                for part in ("groupby", "join", "docs"):
                    if count >= 10_000 and "ibid" in engines:
                        results["scale"].setdefault(str(count), {})[part] = measure([binary, "run", part, data(count), QUERIES], f"ibid {part} {count}")
            continue
        for engine in engines:
            if engine == "ibid":
                found = measure([binary, "run", suite, folder, QUERIES], f"ibid {suite}")
            elif suite in peers.suites_of(engine) and engine not in results["missing"]:
                found = measure([sys.executable, os.path.join(HERE, "peers.py"), engine, suite, folder], f"{engine} {suite}")
                if found is None:
                    results["missing"].append(engine)
            else:
                continue
            if found is not None:
                results["engines"].setdefault(engine, {})[suite] = found
    with open(os.path.join(given["data"], "results.json"), "w") as file:
        json.dump(results, file, indent=1)
    text = report.text(results, QUERIES)
    print(text)
    if given["write"] == "yes":
        report.write(text, os.path.join(HERE, "..", "..", "docs", "performance.md"))


if __name__ == "__main__":
    if len(sys.argv) < 2:
        sys.exit(__doc__)
    main(*sys.argv[1:])
