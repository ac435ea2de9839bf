#!/usr/bin/env python3
"""Puts the answers of `examples/questions` beside the tables that a reader expects: questions.py IBID SHARED [Q07 …]

SHARED holds `questions.md` (the questions with the expected tables) and `seeds` (the documents). Each script is run on the
documents; every expected row is held against the rows of its answers, every cell of it against that row:

- numbers, dates and percentages are compared as values (54 million, £54m and, in a table of millions, 54 are one; "a third" is
  1/3), and all must be there;
- of other words, half must be there, little words and word endings aside: a reader's own words are seldom the document's; beside a
  value one may be missing;
- what stands in brackets may be missing, and so may cells that begin with "not stated", "unresolved" or a dash.

A question is answered (✓) when every expected row has a row of its own, or when the script says in a comment which ones the
documents do not state. With `--write FILE` the table of the results goes into a page between its two marks.
Python 3, standard library only.
"""
import json
import re
import subprocess
import sys
import unicodedata
from pathlib import Path

SCALE = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12, "thousand": 1e3, "k": 1e3}
WORDS = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen".split())}
WORDS["twice"] = 2
SAME = {"uk": "united kingdom", "us": "united states", "nca": "national crime agency", "cst": "community security trust"}
LITTLE = set("a an the of in on at to by for with and or is are was were be been as its it this that which from not no yes same "
             "stated derived none beside they them their also only per each i e so new more".split())
NUMBER = re.compile(r"(?<![\w.])[−-]?\d[\d,]*(?:\.\d+)?(?:/\d+)?")
DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)")


def fold(text):
    text = unicodedata.normalize("NFKD", str(text))
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("’", "'")
    return text.replace("−", "-").replace("–", "-").lower()


def stem(word):
    for end in ("ings", "ing", "ied", "ies", "ed", "es", "s"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)]
    return word


def facts(text):
    """Values and words of a cell."""
    text = fold(text).replace("a third", "1/3")
    for short, full in SAME.items():
        text = re.sub(rf"\b{short}\b", f"{full}", text)
    values, words = set(), []
    for date in DATE.findall(text):
        values.add(date)
    text = DATE.sub(" ", text)
    for match in NUMBER.finditer(text):
        raw = match.group().lstrip("-").replace(",", "")
        after = re.match(r"\s*(million|billion|trillion|thousand|bn|tn|m|k)\b", text[match.end():])
        try:
            number = float(eval_fraction(raw)) * (SCALE[after.group(1)] if after else 1)
        except ValueError:
            continue
        values.add(round(number, 4))
    rest = NUMBER.sub(" ", text)
    for word in re.findall(r"[a-z]+", rest):
        if word in WORDS:
            values.add(float(WORDS[word]))
        elif word not in LITTLE and word not in SCALE and len(word) > 1:
            words.append(stem(word))
    return values, words


def eval_fraction(raw):
    if "/" in raw:
        top, bottom = raw.split("/")
        return float(top) / float(bottom)
    return float(raw)


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
    """For each question its expected rows, lists of cells."""
    found = {}
    for part in re.split(r"^### ", text, flags=re.M)[1:]:
        name = part[:3]
        heads, phrases = [], dict(re.findall(r'\((\d+)\) ("[^"]+" (?:in|beside) [^;]+?)(?:;|\.\s)', part))
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
                    continue
                if set(line) <= set("|-: "):
                    continue
                if heads[:2] == ["n", "result"]:
                    rows += [[phrases.get(n, n), value] for n, value in zip(cells[::2], cells[1::2])]
                else:
                    rows.append([c for h, c in zip(heads, cells) if h not in ("n", "part")])
            elif re.match(r"\d\. ", line):
                rows.append([line[3:]])
            elif not any(l.startswith("|") for l in lines) and re.match(r"[\w -]+, \d+: ", line):
                rows.append(line.split(": ", 1))
        found[name] = rows
    return found


def answers(ibid, script, seeds):
    run = subprocess.run([ibid, "run", "--format", "jsonl", script, seeds], capture_output=True, text=True)
    rows = []
    for line in run.stdout.splitlines():
        try:
            row = json.loads(line)
        except ValueError:
            row = {"value": line}
        if isinstance(row, dict):
            rows.append({k: shown(v) for k, v in row.items()})
        else:
            rows.append({"value": shown(row)})
    return rows, run.returncode, run.stderr


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


def main():
    arguments = sys.argv[1:]
    page = None
    if "--write" in arguments:
        at = arguments.index("--write")
        page = arguments[at + 1]
        del arguments[at:at + 2]
    ibid, shared, *only = arguments
    text = (Path(shared) / "questions.md").read_text(encoding="utf-8")
    folder = Path(__file__).resolve().parents[2] / "examples" / "questions"
    table, answered, equal, total = [], 0, 0, 0
    for name, expected in sorted(questions(text).items()):
        if only and name not in only:
            continue
        script = folder / f"{name}.ibid"
        rows, code, errors = answers(ibid, str(script), str(Path(shared) / "seeds"))
        known = [(row, *facts(" | ".join(f"{k.replace('_', ' ')} {v}" for k, v in row.items() if v))) for row in rows]
        print(f"\n{name}  {code and 'FAILED ' + errors.strip() or ''}")
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
        comment = next((l[len('# Not there yet: '):].strip() for l in script.read_text(encoding='utf-8').splitlines()
                        if l.startswith('# Not there yet: ')), "")
        done = code == 0 and expected and hits == len(expected)
        answered += bool(done)
        equal += hits
        total += len(expected)
        table.append((name, done, hits, len(expected), comment))
        print(f"  {hits} of {len(expected)} rows")
    print(f"\n{answered} of {len(table)} questions, {equal} of {total} rows")
    if page:
        write(page, table)


def write(page, table):
    file = Path(page)
    text = file.read_text(encoding="utf-8")
    start, end = "<!-- results -->", "<!-- end of results -->"
    lines = ["| question | answered | rows | what is missing |", "|---|---|---|---|"]
    for name, done, hits, count, comment in table:
        lines.append(f"| [{name}](../examples/questions/{name}.ibid) | {'✓' if done else '✗'} | {hits} of {count} | {'' if done else comment} |")
    before, rest = text.split(start)
    file.write_text(before + start + "\n" + "\n".join(lines) + "\n" + end + rest.split(end)[1], encoding="utf-8")


if __name__ == "__main__":
    main()
