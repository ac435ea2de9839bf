import IbidExtraction
import IbidTypes
import Testing

/// Counts without a noun of their own, units told by an article, and numbers that only name.
@Suite struct CountTests {
  private func check(_ text: String, _ expected: [String]) {
    #expect(
      findings(text, published: "2024-05-15").figures.map { words(text, $0.span) + " = " + shown($0.value) } == expected
    )
  }

  @Test(arguments: [
    ("Three of its nine depots shut.", ["Three = 3 depots", "nine depots = 9 depots"]),
    ("She found rust in nine of 14 beams.", ["nine = 9 beams", "14 beams = 14 beams"]),
    ("Seven of the eleven will stay.", ["Seven = 7", "eleven = 11"]),
    ("Only 12 out of 2,300 permits were drawn back.", ["12 = 12 permits", "2,300 permits = 2300 permits"]),
    ("Two of every five gates leak.", ["Two of every five = 0.4 fraction"]),
  ])
  func partsOfACount(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    ("Four jailed after raid on quay", ["Four = 4"]), ("The other seven were let go.", ["seven = 7"]),
    ("Another nine had left by noon.", ["nine = 9"]), ("Of the crew only three went home.", ["three = 3"]),
    ("They asked for twelve cranes and were given two.", ["twelve cranes = 12 cranes", "two = 2"]),
    ("The rule called for at least nine.", ["nine = 9.."]), ("They met at about nine.", []),
    ("A family of four lives there.", ["four = 4"]), ("Teams of five went in.", ["five = 5"]),
    ("When I was nine, the pier burned.", ["nine = 9 years old"]),
    ("The master and five others were held.", ["five others = 5 others"]),
    ("It rests on the findings of two reports.", ["two reports = 2 reports"]),
    ("Six fewer than last week came.", ["Six = 6"]),
    (
      "It led to 23 arrests (14 in Brest, 5 in Lorient, 3 in Vannes).",
      ["23 arrests = 23 arrests", "14 = 14 arrests", "5 = 5 arrests", "3 = 3 arrests"]
    ),
    ("The council voted 11 to 4 for the levy.", ["11 = 11", "4 = 4"]),
    ("The vote was 4 in favour, 1 opposed.", ["4 = 4", "1 = 1"]),
    ("They took one shotgun and 14 shells.", ["one shotgun = 1 shotgun", "14 shells = 14 shells"]),
    ("Six from the north and eleven from the south signed.", ["Six = 6", "eleven = 11"]),
    ("They were jailed for eight, nine and 12 years.", ["eight = 8 year", "nine = 9 year", "12 years = 12 year"]),
    ("A girl of twenty-six was found.", ["twenty-six = 26 years old"]),
    ("If two “fair offers” are refused, it ends.", ["two = 2"]),
    ("The number of trips was cut from 10 to six.", ["10 = 10", "six = 6"]),
    ("A quarter of a million people left.", ["A quarter of a million people = 250000 people"]),
    ("It has 60 wardens and over 300 guides.", ["60 wardens = 60 wardens", "300 guides = (300.. guides"]),
    ("She won 100m breaststroke silver.", ["100m = 100 metre"]),
    ("He was not the only one airing such views.", []),
    ("It stands near 133 N. Riverside Way and 40 S Elm.", []),
    ("She served in 820 Naval Air Squadron.", []),
    ("It was first proposed in the nineteen-eighties.", []),
  ])
  func withoutANoun(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    ("He lay there for almost an hour.", ["an hour = ~1 hour"]), ("It took under a year.", ["a year = ..1) year"]),
    ("They waited a day and a half.", ["a day and a half = 1.5 day"]),
    ("The sea was half a degree warmer.", ["half a degree = 0.5 degree"]),
    ("Silt lay a metre deep.", ["a metre = 1 metre"]),
    ("Rates rose a full percentage point.", ["a full percentage point = 1 percentage point"]),
    ("He earns 40 euros a day.", []), ("A year later it shut.", []),
    ("He was on duty for 11 hours 40 minutes.", ["11 hours 40 minutes = 35/3 hour"]),
    ("It was −34 °C on the bridge.", ["−34 °C = -34 degree celsius"]), ("Sales were up +2.7%.", ["2.7% = 2.7 percent"]),
    ("Debt is 2.5x earnings.", ["2.5x = 2.5 times"]),
  ])
  func unitsByAnArticleAndSigns(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    ("Catches have halved.", ["halved = -0.5 fraction"]), ("It costs double the old fare.", ["double = 2 times"]),
    ("It made nearly twice what it had planned.", ["twice = ~2 times"]),
    ("Buses run twice a week.", ["twice = 2 times"]),
    ("We found half as many nets.", ["half = 0.5 fraction"]),
    ("It was an increase of three quarters.", ["three quarters = 0.75 fraction"]),
    ("Doors open at half past nine.", []), ("By a quarter past she wept.", []),
  ])
  func multiplesAndShares(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    "He broke sections 420, 467 and 471 of the code.", "It is a crime under section 120-B of the code.",
    "See pp. 44–61 of the report.", "Release ID: 2101187", "Dial in with passcode 778812 today.",
    "It breaks 18 U.S.C. § 1343 and the rules.", "Page 3 of 37", "Comments (118)", "3 min read",
    "Ask for reference 12240555081 at the desk.", "It is Case 27-13 of the court.", "The Group of 20 met.",
    "Read the notice (PDF, 412 KB).", "It cost more a year,2 of which little is left.", "He is in his 40s.",
    "A 5G mast fell.",
    "It was a 50-50 chance.", "The line took 911 calls.", "It breaks House Bill 3060.", "© 2024 Orrow Press",
    "It breaks the Harbour Code, 1860.", "She teaches Year 11 pupils.",
  ])
  func numbersThatName(text: String) { check(text, []) }

  @Test(arguments: [
    ("No lender may charge more than 8 per cent.", ["8 per cent = ..8 percent"]),
    ("Answer within 10 working days.", ["10 working days = ..10 working days"]),
    ("Visits take over 12 months.", ["12 months = (12.. month"]),
    ("The museum signed over 72 masks.", ["72 masks = 72 masks"]),
    ("A slum of perhaps 9,000 people stood there.", ["9,000 people = ~9000 people"]),
    ("The number grew from about 640 to 1,290.", ["640 = ~640", "1,290 = 1290"]),
    ("Estimates ranged from 380 to 450.", ["380 to 450 = 380..450"]),
  ])
  func bounds(text: String, expected: [String]) { check(text, expected) }

  /// What the sentence before ends with is no part of a vote, nor of anything else.
  @Test func sentencesEnd() {
    for text in ["The vote was 11\nto 4 Ann", "They met 11\nTo 4 (Ann)"] {
      #expect(findings(text).figures.map { words(text, $0.span) }.contains { $0.contains("\n") } == false)
    }
  }

  /// "A third country" tells which, not how much.
  @Test func oneMoreIsNoShare() {
    check("The room was lent by a third harbour for the first time.", [])
    check("Rents fell by a third.", ["a third = -1/3 fraction"])
  }

  /// Metres behind thousands, not millions.
  @Test func metresOfARace() {
    #expect(findings("He won the 5,000m race.").figures.map { $0.value.low?.plainDescription } == ["5000"])
  }
}
