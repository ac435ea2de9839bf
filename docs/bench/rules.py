"""Writes fifty rules, to measure how fast rules read: python3 docs/bench/rules.py FILE

Ten shapes, each with five sets of words: words and lemmas, lists, names beside verbs, gaps, exceptions, contexts, regular
expressions, a rule that reads another. The same file every time. Its last line asks for the rows of all of them.
"""

import sys

VERBS = [["build", "repair", "open"], ["fund", "support", "finance"], ["warn", "urge", "ask"], ["visit", "meet", "join"], ["rise", "fall", "grow"]]
NOUNS = [["bridge", "road", "harbour"], ["school", "library", "clinic"], ["fund", "grant", "loan"], ["report", "study", "survey"], ["rate", "price", "share"]]
PLACES = [["north", "south"], ["coast", "border"], ["city", "town"], ["river", "valley"], ["island", "port"]]


def lemmas(words):
    return "(" + " | ".join('lemma "%s"' % word for word in words) + ")"


def either(words):
    return "(" + " | ".join('"%s"' % word for word in words) + ")"


def shapes(i):
    """The bodies of the rules of one set of words: (captures, body)."""
    verbs, nouns, places = VERBS[i], NOUNS[i], PLACES[i]
    yield "who: ref<entities>, what: text", "who: Org %s what: (word{1,6})" % lemmas(verbs)
    yield "who: ref<entities>", 'who: Person ..4 %s ..6 %s' % (lemmas(verbs), lemmas(nouns))
    yield "cost: money, what: text", 'what: (lemma "%s") ..10 cost: Money' % nouns[0]
    yield "amount: money", '(%s | "worth" | "total of") ..3 amount: Money except before ("not" | "never") ..2' % lemmas(verbs[:2])
    yield "day: date?, what: text", 'what: (%s word{1,4}) ("on" | "in" | "by") day: Date' % lemmas(verbs)
    yield "places: list<ref<entities>>", '("in" | "from" | "across") ("the" %s "of")? places: list of (Country | Place) ..8 %s' % (either(places), lemmas(nouns))
    yield "count: quantity, what: text", "count: Number what: (in nouns_%d word{0,3})" % i
    yield "part: quantity<percent>, whole: text", 'part: Percent ("of" | "in") whole: (("the" | "all")? word{1,5})'
    yield "code: text", 'code: /[A-Z]{2,}[0-9]*/ %s' % either(nouns)
    yield "actor: text, action: text", 'actor: (("the" | "a" | "this")? word{1,4}) ("will" | "shall" | "plans to") action: (%s word{1,12})' % lemmas(verbs)


def main():
    lines = ["# Made by docs/bench/rules.py."]
    names = []
    for i, nouns in enumerate(NOUNS):
        lines.append("dict nouns_%d = [%s]" % (i, ", ".join('"%s", "%ss"' % (noun, noun) for noun in nouns)))
        for place, (captures, body) in enumerate(shapes(i)):
            name = "bench_%d_%d" % (i, place)
            names.append(name)
            lines.append("rule %s(%s) in sentences {\n  %s\n}" % (name, captures, body))
    tables = ["%s | select rule" % name for name in names]
    lines.append(" | union ".join([tables[0]] + ["(%s)" % table for table in tables[1:]]) + " | summarize count() by rule")
    with open(sys.argv[1], "w") as file:
        file.write("\n".join(lines) + "\n")


if __name__ == "__main__":
    main()
