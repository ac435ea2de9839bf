"""Words, numbers and dates of a cell, for both comparisons of `questions.py`."""
import re
import unicodedata

SCALE = {"million": 1e6, "m": 1e6, "billion": 1e9, "bn": 1e9, "trillion": 1e12, "tn": 1e12, "thousand": 1e3, "k": 1e3}
WORDS = {w: i for i, w in enumerate(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen".split())}
WORDS["twice"] = 2
SAME = {"uk": "united kingdom", "us": "united states", "nca": "national crime agency", "cst": "community security trust"}
LITTLE = set("a an the of in on at to by for with and or is are was were be been as its it this that which from not no yes same "
             "stated derived none beside they them their also only per each i e so new more".split())
NUMBER = re.compile(r"(?<![\w.])[−-]?\d[\d,]*(?:\.\d+)?(?:/\d+)?")
DATE = re.compile(r"(?<!\d)(?:19|20)\d\d-\d\d(?:-\d\d)?(?!\d)")
ABSENT = re.compile(r"(not stated|unresolved|–|-)(?!\d)")
BOUNDS = (("above", r"more than|\bover\b|exceed|above"), ("at least", r"at least|or more"), ("up to", r"up to|at most"),
          ("below", r"less than|fewer than|under"), ("about", r"about|around|approximately|some\b|nearly"))


def fold(text):
    text = unicodedata.normalize("NFKD", str(text))
    text = "".join(c for c in text if not unicodedata.combining(c)).replace("’", "'")
    return text.replace("−", "-").replace("–", "-").lower()


def stem(word):
    for end in ("ings", "ing", "ied", "ies", "ed", "es", "s", "e"):
        if word.endswith(end) and len(word) - len(end) >= 3:
            return word[: -len(end)]
    return word


def facts(text):
    """Values and words of a cell."""
    text = fold(text).replace("a third", "1/3").replace("childrens", "children's")
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
            number = eval_fraction(raw) * (SCALE[after.group(1)] if after else 1)
        except (ValueError, ZeroDivisionError):
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


def numbers_of(text):
    """The numbers of a cell; "9.36 to 14.04 billion" are two billions."""
    text = re.sub(r"(\d) to (\d[\d.,]*) (million|billion|trillion)", r"\1 \3 to \2 \3", fold(text))
    return {v for v in facts(text)[0] if isinstance(v, float)}


def words_of(text):
    return facts(text)[1]


def bound_of(text):
    for name, pattern in BOUNDS:
        if re.search(pattern, fold(text)):
            return name
    return "exact"


def is_range(text):
    return bool(re.search(r"\d[\d.,]* (to|and) \d|\d[-–]\d", fold(DATE.sub(" ", text))) and not DATE.search(text))
