import IbidDocuments
import IbidExtraction
import IbidTypes
import Testing

@Suite struct FigureTests {
  @Test(arguments: [
    ("The survey covered 1,204 coastal households.", ["1,204 coastal households = 1204 coastal households"]),
    ("Some 35,000 doses were given.", ["35,000 doses = ~35000 doses"]),
    ("More than 200 fishing boats sank.", ["200 fishing boats = (200.. fishing boats"]),
    ("Roughly 13,000 US troops stayed.", ["13,000 US troops = ~13000 US troops"]),
    ("At least 12 people died.", ["12 people = 12.. people"]),
    ("Fewer than 40 wolves remain.", ["40 wolves = ..40) wolves"]),
    ("No more than five players may leave.", ["five players = ..5 players"]),
    ("Between 300 and 500 homes were flooded.", ["300 and 500 homes = 300..500 homes"]),
    ("It took 17 to 40 workers.", ["17 to 40 workers = 17..40 workers"]),
    ("In May 2009 17 to 40 divers went down.", ["17 to 40 divers = 17..40 divers"]),
    ("Calls doubled from 14 to 28.", ["doubled = 2 times", "14 = 14", "28 = 28"]),
    ("The number of wolves rose from 4 to 19.", ["4 = 4", "19 = 19"]),
    // "went up from" and "by … to" tell two values.
    ("The number of nets went up from 133 to 187.", ["133 = 133", "187 = 187"]),
    ("Lost nets climbed by 1,930 to 14,275.", ["1,930 = 1930", "14,275 = 14275"]),
    // "Over" that bounds nothing.
    ("The clerk hands over 500 cards.", ["500 cards = 500 cards"]),
    ("They counted 40 lorries over nine nights.", ["40 lorries = 40 lorries", "nine nights = 9 night"]),
    ("It may weigh up to a ceiling of 40 kg.", ["40 kg = ..40 kg"]),
    // Ages without a noun.
    (
      "Children under five are free; so are people over 65.",
      ["five = ..5) years old", "65 = (65.. years old"]
    ),
    ("The pier is under 20 per cent full.", ["20 per cent = ..20) percent"]),
    ("Two were hurt and nine had left.", ["Two = 2", "nine = 9"]),
    ("He was sent away for six years and three months.", ["six years and three months = 6.25 year"]),
    ("Thefts rose 28% to 644.", ["28% = 28 percent", "644 = 644"]),
    ("One cold warehouse in three leaks.", ["One cold warehouse in three = 1/3 fraction"]),
    ("Some 31 of every 100 boats leak.", ["31 of every 100 = ~0.31 fraction"]),
    ("Thefts trebled.", ["trebled = 3 times"]),
    ("It takes from 14 to 28 days.", ["14 to 28 days = 14..28 day"]),
    ("Turnout was 5–10%.", ["5–10% = 5..10 percent"]),
    ("About 3.6 per cent of adults smoke.", ["3.6 per cent = ~3.6 percent"]),
    ("Two-thirds of wells are dry.", ["Two-thirds = 2/3 fraction"]),
    ("Almost three boats in five leak.", ["three boats in five = ~0.6 fraction"]),
    ("Every third battery burned.", ["Every third battery = 1/3 fraction"]),
    ("A baker, Ann Lee (68), from Dover, wept.", ["68 = 68 years old"]),
    ("1 Weights are those at the port.", []), ("He lives at 40 Lock Street now.", []),
    ("One in five children missed a dose.", ["One in five = 0.2 fraction"]),
    ("One ferry in seven ran late.", ["One ferry in seven = 1/7 fraction"]),
    ("He was jailed for 12 and a half years.", ["12 and a half years = 12.5 year"]),
    ("Call (906) 555-0137 for help.", []),
    ("More than half of the reefs are bleached.", ["half = (0.5.. fraction"]),
    ("A 600-mile pipeline was laid.", ["600-mile = 600 mile"]),
    ("The dam is 45 metres high.", ["45 metres = 45 metre"]),
    ("They waited for six years.", ["six years = 6 year"]),
    ("The patient, a 31-year-old teacher, recovered.", ["31-year-old = 31 years old"]),
    ("Ana Silva, 31, was unhurt.", ["31 = 31 years old"]),
    ("Twenty-five schools closed.", ["Twenty-five schools = 25 schools"]),
    ("Half a million tonnes were landed.", ["Half a million tonnes = 500000 tonne"]),
    ("Tens of thousands of cattle drowned.", ["Tens of thousands of cattle = ~.. cattle"]),
    ("The scheme covers 170+ towns.", ["170+ towns = 170.. towns"]),
    ("It will run for five days or more.", ["five days = 5.. day"]),
    ("A dozen nurses volunteered.", ["A dozen nurses = 12 nurses"]),
    ("The catch was 2.5m tonnes.", ["2.5m tonnes = 2500000 tonne"]),
    (
      "Police found three knives, two guns and one crossbow.",
      ["three knives = 3 knives", "two guns = 2 guns", "one crossbow = 1 crossbow"]
    ),
  ])
  func values(text: String, expected: [String]) {
    #expect(findings(text).figures.map { words(text, $0.span) + " = " + shown($0.value) } == expected)
  }

  @Test(arguments: [
    "A six-figure sum and a one-time bonus on a two-way road.", "The two were late.",
    "The G7 met on Day 1.", "See page 12 and Article 5.", "One must be careful.", "Call 020 7946 0000 today.",
    "The Boeing 737 landed.", "As 2026 begins, the port reopens.", "A clerk called 911.", "A wall of 575 BC stands.",
    "It is a third party claim.", "The first officer and the 2nd mate left.", "Class A drugs.", "A Su-24 passed.",
    "Half-time came early.",
    "The meeting is at 7:30 p.m.", "In 2019 the plant closed.", "The Group of Seven agreed.", "COVID-19 spread.",
    "Version 2.1.3 is out.",
  ])
  func noFigures(text: String) { #expect(findings(text).figures.map { words(text, $0.span) } == []) }

  @Test(
    arguments: [
      ("Landings fell by 36%.", "-36 percent", "landings"),
      ("Infections were down 90%.", "-90 percent", "infections"),
      ("Rents rose 5%.", "5 percent", "rents"),
      ("There was an increase of 147% in complaints.", "147 percent", "complaints"),
      ("A 25% increase in visits was seen.", "25 percent", "visits"),
      ("The city cut road deaths by a third.", "-1/3 fraction", "road deaths"),
      ("The number of cases has fallen by more than 30%.", "..-30) percent", "cases"),
      ("Output has doubled.", "2 times", "output"),
      ("The ministry increased the number of inspectors by 200.", "200", "inspectors"),
    ] as [(String, String, String?)])
  func changes(text: String, value: String, measure: String?) {
    let row = findings(text).figures.first
    #expect(row?.isChange == true)
    #expect(row.map { shown($0.value) } == value)
    #expect(row?.measure == measure)
  }

  @Test(arguments: [
    ("About 23% of small farms are empty.", "small farms"), ("Nearly 200 rural schools reopened.", "rural schools"),
    ("Police seized 40 vans.", "vans"),
  ])
  func measures(text: String, expected: String) { #expect(findings(text).figures.first?.measure == expected) }

  @Test func levelsAreNoChanges() {
    #expect(findings("Unemployment rose to 5%.").figures.first?.isChange == false)
    #expect(findings("The rate is 5%.").figures.first?.isChange == false)
  }

  /// Without a grammar of the language: digits and the word beside them.
  @Test func countsInOtherLanguages() {
    var file = document("Der Zoll prüfte 412 Betriebe und am 12 März 2024 noch 31 Fahrzeuge.")
    file.documents[0].language = .other
    let rows = Extractor.findings(in: file).figures
    #expect(rows.map { shown($0.value) } == ["412 Betriebe", "31 Fahrzeuge"])
  }
}
