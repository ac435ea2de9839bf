"""Makes the tables of docs/performance.md of what bench.py measured: python3 report.py RESULTS.json"""

import datetime
import json
import math
import os
import platform
import statistics
import sys

MARKS = ("<!-- made by `make bench`: begin -->", "<!-- made by `make bench`: end -->")
TITLES = {
    "groupby": "Groups", "join": "Joins", "docs": "Documents", "groups": "One, ten and a group for every row",
    "shapes": "Other shapes", "files": "Reading of files",
}
# Ratio to the best peer: of each query, of the suite.
GOALS = {"groupby": (0.70, 0.45), "join": (0.90, 0.75), "docs": (0.80, 0.45), "groups": (1.0, None), "shapes": (1.0, None), "files": (0.90, None)}


def machine():
    model = cores = None
    with open("/proc/cpuinfo") as file:
        for line in file:
            if line.startswith("model name"):
                model = line.split(":")[1].strip()
    cores = os.cpu_count()
    with open("/proc/meminfo") as file:
        memory = int(file.readline().split()[1]) // 1_000_000
    return f"{cores} cores of {model or platform.machine()}, {memory} GB, {platform.system()}"


def least(line):
    return min(line["ms"]) if line and line.get("ms") else None


def cell(line):
    if not line:
        return "–"
    if not line.get("ms"):
        return "failed"
    return f"{min(line['ms']):.1f} / {statistics.median(line['ms']):.1f} ({line['peak_mb']})"


def mean(ratios):
    return math.exp(sum(map(math.log, ratios)) / len(ratios))


def compare(results, suite, queries):
    """The table of a suite, and what does not agree."""
    engines = [engine for engine in results["engines"] if suite in results["engines"][engine]]
    peers = [engine for engine in engines if engine != "ibid"]

    def found(engine, query):
        return results["engines"][engine][suite]["queries"].get(query)

    lines = [f"| query | {' | '.join(engines)} | best peer | ratio |", "|---|" + "---:|" * (len(engines) + 2)]
    ratios, differences = [], []
    for query in queries:
        times = {engine: least(found(engine, query["id"])) for engine in engines}
        others = {engine: times[engine] for engine in peers if times[engine] is not None}
        best = min(others, key=others.get) if others else None
        ratio = times["ibid"] / others[best] if best and times.get("ibid") is not None else None
        if ratio:
            ratios.append(ratio)
        cells = " | ".join(cell(found(engine, query["id"])) for engine in engines)
        lines.append(f"| {query['id']} {query['title']} | {cells} | {best or '–'} | {f'**{ratio:.2f}**' if ratio else '–'} |")
        differences += disagreements(query, {engine: found(engine, query["id"]) for engine in engines})
    if ratios:
        each, whole = GOALS[suite]
        goal = f"goal: each at most {each:.2f}" + (f", mean {whole:.2f}" if whole else "")
        lines += ["", f"Geometric mean of the ratios {mean(ratios):.2f}, largest {max(ratios):.2f} ({goal})."]
    busy = {engine: results["engines"][engine][suite]["others"] for engine in engines}
    noisy = [f"{engine} {cores:.1f}" for engine, cores in busy.items() if cores > 0.3]
    if noisy:
        lines += ["", f"Other processes took cores meanwhile ({', '.join(noisy)}): read the minima."]
    return lines, differences


def disagreements(query, found):
    checks = {engine: line["check"] for engine, line in found.items() if line and line.get("check")}
    problems = [f"{query['id']}, {engine}: {line['error']}" for engine, line in found.items() if line and line.get("error")]
    if not checks:
        return problems
    first, wanted = next(iter(checks.items()))
    for engine, check in checks.items():
        same = check["rows"] == wanted["rows"] and abs(check["sum"] - wanted["sum"]) <= 1e-6 * max(1.0, abs(wanted["sum"]))
        if "order" in query:
            same = same and check.get("first") == wanted.get("first") and check.get("falls") is True
        if not same:
            problems.append(f"{query['id']}: {engine} has {check}, {first} has {wanted}")
    return problems


def memory(results):
    lines = ["| engine | suite | after loading | most in a query |", "|---|---|---:|---:|"]
    for engine, suites in results["engines"].items():
        for suite, found in suites.items():
            if suite in ("groupby", "join", "docs") and "loaded_mb" in found:
                peak = max([found["loaded_mb"]] + [line.get("peak_mb", 0) for line in found["queries"].values()])
                lines.append(f"| {engine} | {suite} | {found['loaded_mb']} | {peak} |")
    return lines


def twins(results, queries):
    found = results["engines"].get("ibid", {}).get("twins", {}).get("queries", {})
    if not found:
        return []
    shapes = ["plain", "skewed", "missing", "bounded"]
    lines = ["## No cliffs", "", "Each query on a table and on its twins, which differ in one thing. Milliseconds, and the ratio to `plain` (goal: 1.5).", ""]
    lines += [f"| query | {' | '.join(shapes)} |", "|---|" + "---:|" * len(shapes)]
    for query in queries:
        plain = least(found.get(f"{query['id']}/plain"))
        cells = []
        for shape in shapes:
            time = least(found.get(f"{query['id']}/{shape}"))
            cells.append("–" if time is None else f"{time:.1f}" + (f" ({time / plain:.2f})" if plain and shape != "plain" else ""))
        lines.append(f"| {query['id']} {query['title']} | {' | '.join(cells)} |")
    return lines + [""]


def scale(results, plan):
    if not results["scale"]:
        return []
    counts = sorted(results["scale"], key=int)
    rows = results["rows"]
    lines = ["## Fewer rows", "", f"Time per row against that at {rows:,} rows, less a millisecond a query (goal: 1.5).", ""]
    lines += [f"| query | {' | '.join(f'{int(count):,} rows' for count in counts)} |", "|---|" + "---:|" * len(counts)]
    for suite in ("groupby", "join", "docs"):
        whole = results["engines"].get("ibid", {}).get(suite, {}).get("queries", {})
        for query in plan[suite]["queries"]:
            full = least(whole.get(query["id"]))
            cells = []
            for count in counts:
                part = (results["scale"][count].get(suite) or {"queries": {}})["queries"].get(query["id"])
                time = least(part)
                ratio = max(0.0, time - 1) / int(count) / (full / rows) if time is not None and full else None
                cells.append(f"{time:.2f} ms ({ratio:.2f})" if ratio is not None else "–")
            lines.append(f"| {query['id']} | {' | '.join(cells)} |")
    return lines + [""]


def text(results, queries):
    with open(queries) as file:
        plan = json.load(file)
    versions = {}
    for engine, suites in results["engines"].items():
        version = next((found["version"] for found in suites.values() if "version" in found), None)
        if version:
            versions[engine.split("-")[0]] = version
    peers = ", ".join(f"{name} {version}" for name, version in versions.items())
    lines = [f"{datetime.date.today()}, {results['rows']:,} rows, {machine()}. {peers or 'No peers'}.".replace("Linux. .", "Linux.")]
    if results["missing"]:
        lines[0] += f" Not installed and left out: {', '.join(results['missing'])}."
    lines += ["Cells: least / median milliseconds of the runs (most megabytes of the process, tables included).", ""]
    problems = []
    for suite, title in TITLES.items():
        if any(suite in suites for suites in results["engines"].values()):
            table, differences = compare(results, suite, plan[suite]["queries"])
            lines += [f"## {title}", ""] + table + [""]
            problems += differences
    lines += twins(results, plan["twins"]["queries"]) + scale(results, plan)
    lines += ["## Memory", "", "Megabytes of the process.", ""] + memory(results) + [""]
    lines += ["## Do the results agree?", "", "Rows, the sum of all numbers, and the order of sorts are compared."]
    lines += ["They agree." if not problems else "They differ:"] + ([""] + ["- " + problem.replace("\n", " ") for problem in problems] if problems else [])
    return "\n".join(lines)


def write(text, page):
    """Puts the text between the marks of the page."""
    with open(page) as file:
        before, _, rest = file.read().partition(MARKS[0])
    _, mark, after = rest.partition(MARKS[1])
    if not mark:
        sys.exit(f"{page} has no marks to write between")
    with open(page, "w") as file:
        file.write(f"{before}{MARKS[0]}\n\n{text}\n\n{MARKS[1]}{after}")


if __name__ == "__main__":
    with open(sys.argv[1]) as file:
        print(text(json.load(file), os.path.join(os.path.dirname(os.path.abspath(__file__)), "queries.json")))
