"""Writes varied documents, to measure reading: python3 docs/bench/texts.py MEGABYTES FOLDER

Takes the texts of the examples and of the annotated documents apart into paragraphs and sentences, and puts them together anew:
each document has the head of one text, paragraphs of several, their sentences in another order, and other names, numbers, dates
and months in them. No document repeats another. The same size gives the same bytes every time.
"""

import glob
import os
import random
import re
import sys

ROOT = os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "..")
SOURCES = ["examples/corpus/*", "Tests/Annotated/development/texts/*.txt"]

FIRST = """Amara Anton Beatriz Carlos Chinwe Dana Deniz Elif Emeka Farah Felix Greta Hamid Hana Ines Ivan Jamal Joana Kasper Keiko Lars
Leila Magnus Mariam Mei Nadia Nils Oksana Omar Paola Pavel Priya Quentin Rana Rosa Sanjay Selma Tariq Tomas Uche Vera Wanda Yusuf Zofia""".split()
LAST_STARTS = "Al Bar Cal Dor El Fen Gar Hal Is Jar Kel Lor Mal Nor Ol Per Quil Ran Sel Tor Ul Ver Wel Yar Zan".split()
LAST_ENDS = "ard beck combe den ello ford gate holt ins jord ker land mann nov ovic port quist rell sen thorpe ury vale wick yan zet".split()
MONTHS = "January February March April May June July August September October November December".split()
NUMBER = re.compile(r"(?<![\w.,/:-])\d(?:[\d,]*\d)?(?:\.\d+)?(?![\w/:-])")
MONTH = re.compile(r"\b(?:%s)\b" % "|".join(m for m in MONTHS if m not in ("March", "May")))


def texts():
    """Each source as (ending, head, paragraphs); the head is what stands before the first full sentence."""
    found = []
    for path in sorted(name for pattern in SOURCES for name in glob.glob(os.path.join(ROOT, pattern))):
        with open(path, encoding="utf-8") as file:
            blocks = [block for block in re.split(r"\n[ \t]*\n", file.read()) if block.strip()]
        first = next((i for i, block in enumerate(blocks) if block.count(". ") + block.count(".\n") > 0 and len(block) > 150), 1)
        found.append((os.path.splitext(path)[1], blocks[: first + 1], blocks[first + 1 :]))
    return found


def names(blocks):
    """The names of people in the sources: two capitals with a verb of saying behind them."""
    text = "\n".join(blocks)
    pairs = set(re.findall(r"\b[A-Z][a-z]{2,} [A-Z][a-z]{3,}\b(?=,? (?:said|told|added|who)\b)", text))
    return sorted(pairs)


class Writer:
    def __init__(self, seed):
        self.random = random.Random(seed)
        self.texts = texts()
        self.blocks = [block for _, _, rest in self.texts for block in rest]
        pairs = names(self.blocks)
        self.people = re.compile("|".join(map(re.escape, pairs))) if pairs else None

    def number(self, match):
        """Another number of as many digits; years stay years, small counts small."""
        text = match.group()
        if re.fullmatch(r"(19|20)\d\d", text):
            return str(self.random.randint(2012, 2025))
        if len(text) <= 2:
            return str(self.random.randint(2, 28)) if text != "1" else text
        return text[0] + re.sub(r"\d", lambda _: str(self.random.randint(0, 9)), text[1:])

    def varied(self, block, people):
        def person(match):
            if match.group() not in people:
                people[match.group()] = "%s %s%s" % (
                    self.random.choice(FIRST), self.random.choice(LAST_STARTS), self.random.choice(LAST_ENDS))
            return people[match.group()]

        if self.people:
            block = self.people.sub(person, block)
        block = MONTH.sub(lambda _: self.random.choice(MONTHS), block)
        return NUMBER.sub(self.number, block)

    def shuffled(self, block):
        """The sentences of prose in another order; tables, lists and headings as they are."""
        if len(block) < 250 or re.match(r"\s*([|*#>-]|\d+\.)", block) or "\t" in block:
            return block
        sentences = re.split(r"(?<=[.!?])\s+(?=[A-Z])", block)
        self.random.shuffle(sentences)
        return " ".join(sentences)

    def document(self):
        ending, head, rest = self.random.choice(self.texts)
        people = {}
        pool = list(rest)
        others = [self.random.choice(self.blocks) for _ in range(self.random.randint(2, 30))]
        blocks = [self.shuffled(block) for block in pool + others if self.random.random() < 0.8]
        self.random.shuffle(blocks)
        return ending, "\n\n".join(self.varied(block, people) for block in head + blocks) + "\n"


def main():
    size, folder = float(sys.argv[1]) * 1e6, sys.argv[2]
    writer = Writer(1)
    written = count = 0
    while written < size:
        ending, text = writer.document()
        part = os.path.join(folder, "%03d" % (count // 500))
        os.makedirs(part, exist_ok=True)
        data = text.encode()
        with open(os.path.join(part, "%06d%s" % (count, ending)), "wb") as file:
            file.write(data)
        written += len(data)
        count += 1
    print("%d files, %.1f MB" % (count, written / 1e6))


if __name__ == "__main__":
    main()
