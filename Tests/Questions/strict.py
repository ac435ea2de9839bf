"""The strict comparison of `questions.py`: a table of answers against a table of expected rows, cell by cell.

`compare(heads, expected, rows)` gives how many expected rows were found, and which rows of the answer are none of them:

- the table that answers is the last one that a script prints; what it prints before are steps on the way;
- each expected column is answered by one column of it, for all rows the same: the one of its name, or else the one that equals it
  most often. A cell with several values ("874 military; 946 social") may be spread over several columns;
- amounts, quantities and dates are equal as values: number, bound, sign, currency and unit where they are written;
- names are equal but for case, little words, plural and word endings, and the names in `SAME`; lists in any order;
- "not stated", "unresolved" and a dash want an empty cell, "yes" and "no" a truth value or the word;
- of a reader's own words (a cell with words in small letters) two in three must be there, of three words or fewer all, but beside a value;
- notes in brackets may be missing; each row of the answer counts once.
"""
import re
from pathlib import Path

from cells import ABSENT, DATE, bound_of, facts, fold, is_range, numbers_of, words_of

LOCATION = re.compile(r"^(item|items|file|files|where)$")


def is_typed(value):
    return isinstance(value, dict) and ("low_open" in value or "grain" in value)


def is_empty(value):
    if value is None or value == "" or value == []:
        return True
    return is_typed(value) and value.get("low") is None and value.get("high") is None


def words_shown(value):
    """A value of the JSON output as a reader sees it; a file by its first three digits."""
    if value is None:
        return ""
    if isinstance(value, list):
        return "; ".join(words_shown(v) for v in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, dict):
        if "file" in value and "start" in value:
            return Path(value["file"]).name.split("_")[0]
        if "grain" in value and value.get("low"):
            return " ".join(dates_of(value))
        return str(value.get("worded") or value.get("text") or value.get("name") or "")
    return re.sub(r"\S*?(\d{3})_[0-9a-f]{16}\.txt", r"\1", str(value))


def dates_of(value):
    length = {"day": 10, "month": 7, "year": 4}.get(value.get("grain"), 10)
    ends = [str(value[k])[:length] for k in ("low", "high") if value.get(k)]
    return list(dict.fromkeys(ends))


def slug(name):
    return re.sub(r"\W+", "_", re.sub(r"\([^)]*\)", " ", fold(name)).strip()).strip("_")


def equal(head, cell, value, scale=1.0, bounded=False):
    """Whether one cell says what a reader expects. `bounded`: the bound has a column of its own."""
    outside = re.sub(r"\([^)]*\)", " ", cell).strip()
    if ABSENT.match(outside or cell):
        return is_empty(value)
    if is_empty(value):
        return False
    if slug(head) == "bound":
        return bound_of(cell) == bound_of(words_shown(value)) if not is_typed(value) else bound_of(cell) == bound_of_value(value)
    yes = re.match(r"(?i)(yes|no)\b", cell)
    if yes and not LOCATION.match(head):
        said = fold(words_shown(value))
        return said.startswith(yes.group().lower()) and numbers_of(outside) <= numbers_of(said)
    if isinstance(value, (int, float)) and not isinstance(value, bool):
        return numbers_of(outside) == {round(float(value), 4)}
    if is_typed(value) and "low_open" in value:
        return equal_amount(outside if numbers_of(outside) else cell, value, scale, bounded)
    if is_typed(value) and DATE.search(cell):
        return (DATE.findall(outside) or DATE.findall(cell)) == dates_of(value)
    if is_typed(value):
        return any(part and says(part, value.get("text") or "") for part in (outside, cell))
    return any(part and says(part, value) for part in (outside, cell))


def bound_of_value(value):
    if value.get("hedge"):
        return "about"
    low, high = value.get("low"), value.get("high")
    if low is not None and high is not None:
        return "exact" if low == high else "range"
    if high is None:
        return "above" if value.get("low_open") else "at least"
    return "below" if value.get("high_open") else "up to"


def equal_amount(cell, value, scale, bounded):
    ends = {round(abs(float(e)), 4) for e in (value.get("low"), value.get("high")) if e is not None}
    numbers = numbers_of(cell)
    if not (numbers == ends or {round(n * scale, 4) for n in numbers} == ends or {round(n / 100, 4) for n in numbers} == ends and
            value.get("unit") == "fraction"):
        return False
    below = [float(e) < 0 for e in (value.get("low"), value.get("high")) if e is not None]
    if re.match(r"[−-]\d", cell) and not all(below):
        return False
    for sign, code in (("%", "percent"), ("£", "GBP"), ("euro", "EUR"), ("$", "USD"), ("ruble", "RUB")):
        if sign in cell and code not in (value.get("unit", ""), value.get("currency", "")) and "percentage" not in value.get("unit", ""):
            return False
    if bounded or any(below):
        return True
    return bound_of_value(value) == ("range" if is_range(cell) else bound_of(cell))


def says(cell, value):
    """Whether words that a script prints are those of the cell: all of a name or value, two in three of a reader's own words."""
    shown = words_shown(value)
    wanted, said = facts(cell), facts(shown)
    if not all(v in said[0] or isinstance(v, float) and v * 1e6 in said[0] for v in wanted[0]):
        return False
    if not wanted[1]:
        return len(wanted[0]) == len(said[0])
    own_words = re.search(r"(?<![\w'’])[a-z]{3,}", re.sub(r"\b(and|the|for|with|from|van)\b", " ", cell))
    found = sum(word in said[1] for word in wanted[1])
    if own_words:
        missing = len(wanted[1]) - found
        return missing * 3 <= len(wanted[1]) if len(wanted[1]) > 3 else missing <= bool(wanted[0])
    # a name or a list of names: no other names may stand beside
    if isinstance(value, list) or re.search(r"[,;]", cell):
        return set(wanted[1]) == set(said[1])
    return found == len(wanted[1]) and set(said[1]) <= set(wanted[1]) | set(words_of(re.sub(r"[^()]*\(([^()]*)\)[^()]*", r"\1 ", cell)))


def located(cell, row):
    """Whether a row names the file and the items that a cell does: "002 Calais, Speech" by file and words of the title."""
    shown = " ; ".join(words_shown(v) for v in row.values())
    files = set(re.findall(r"\b0\d\d\b", cell))
    if not files <= set(re.findall(r"\b0\d\d\b", shown)):
        return False
    said = set(words_of(shown)) | {str(n) for n in numbers_of(shown)}
    for item in re.split(r"[,;]|\band\b", re.sub(r"\([^)]*\)|\b0\d\d\b|\bonly\b", " ", cell)):
        if not {*words_of(item), *(str(n) for n in numbers_of(item))} <= said:
            return False
    return True


def has_phrase(cell, row):
    """Whether a row has the words and values of a phrase and of the item that it stands in, in whichever columns."""
    wanted, said = facts(cell), facts(" ; ".join(words_shown(v) for v in row.values()))
    return wanted[0] <= said[0] and all(word in said[1] for word in wanted[1])


def row_equal(heads, cells, row, columns, scale, bounded):
    for head, cell, column in zip(heads, cells, columns):
        if LOCATION.match(slug(head)) and located(cell, row) or slug(head) == "phrase" and has_phrase(cell, row):
            continue
        if column is not None and equal(head, cell, row.get(column), scale, bounded):
            continue
        outside = re.sub(r"\([^)]*\)", " ", cell)
        several = len(numbers_of(outside)) + len(DATE.findall(outside)) > 1 or re.search(r"\d.*[,;] ?[A-Za-z]|[A-Za-z], \d", outside)
        if several and not is_range(outside) and spread(outside, row, scale):
            continue
        return False
    return True


def spread(cell, row, scale):
    """Whether a cell of several values is answered by several columns."""
    numbers, words = set(), set()
    for value in row.values():
        for one in value if isinstance(value, list) else [value]:
            if is_typed(one) and "low_open" in one:
                numbers |= {round(abs(float(e)), 4) for e in (one.get("low"), one.get("high")) if e is not None}
            else:
                numbers |= numbers_of(words_shown(one)) | set(DATE.findall(words_shown(one)))
            words |= set(words_of(words_shown(one)))
    wanted = numbers_of(cell) | set(DATE.findall(cell))
    if not all(n in numbers or isinstance(n, float) and round(n * scale, 4) in numbers for n in wanted):
        return False
    said = words_of(cell)
    return sum(w in words for w in said) * 3 >= len(said) * 2


def columns_for(heads, expected, rows, scale, bounded):
    names = list(dict.fromkeys(name for row in rows for name in row))
    chosen = []
    for index, head in enumerate(heads):
        same = [n for n in names if slug(n.replace("_", " ")) == slug(head)]
        if same:
            chosen.append(same[0])
            continue
        score = {n: sum(any(equal(head, cells[index], row.get(n), scale, bounded) for row in rows) for cells in expected) for n in names}
        chosen.append(max(names, key=lambda n: score[n]) if names else None)
    return chosen


def compare(heads, expected, rows):
    """Indices of the expected rows that were found, indices of the rows of the answer that are none of them, columns taken."""
    expected = [[cell == "the same" and expected[0][i] or cell for i, cell in enumerate(cells)] for cells in expected]
    scale = 1e6 if any("million" in head for head in heads) else 1.0
    bounded = any(slug(head) == "bound" for head in heads)
    columns = columns_for(heads, expected, rows, scale, bounded)
    found, used = [], set()
    for index, cells in enumerate(expected):
        for at, row in enumerate(rows):
            if at not in used and row_equal(heads, cells, row, columns, scale, bounded):
                found.append(index)
                used.add(at)
                break
    return found, [at for at in range(len(rows)) if at not in used], columns
