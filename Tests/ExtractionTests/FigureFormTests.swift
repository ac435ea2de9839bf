import IbidExtraction
import IbidTypes
import Testing

/// Figures in the forms of newswires, courts and reports: ages, parts of numbers, numbers in names of things.
@Suite struct FigureFormTests {
  private func check(_ text: String, _ expected: [String]) {
    #expect(
      findings(text, published: "2024-05-15").figures.map { words(text, $0.span) + " = " + shown($0.value) } == expected
    )
  }

  @Test(arguments: [
    ("She left the island at age 14 with her aunt.", ["14 = 14 years old"]),
    ("A potter, who is 71 and lives by the lock, won.", ["71 = 71 years old"]),
    ("When he was 16, the mill shut.", ["16 = 16 years old"]),
    ("She'll be 30, and the boat older.", ["30 = 30 years old"]),
    ("Brook, now 48, was freed.", ["48 = 48 years old"]),
    ("The former minister, 52, told the inquiry so.", ["52 = 52 years old"]),
    ("It named Thomas Orr Jr., 44, to the board.", ["44 = 44 years old"]),
    ("It is free for riders 12 and younger.", ["12 = 12 years old"]),
    ("Calves come at one month old.", ["one month old = 1 month"]),
    ("Two girls, aged 4 and 11, were safe.", ["Two girls = 2 girls", "4 = 4 years old", "11 = 11 years old"]),
    ("Most 15-year-olds swim.", ["15-year-olds = 15 years old"]),
    ("Nine to 11-year-olds row.", ["Nine to 11-year-olds = 9..11 years old"]),
  ])
  func ages(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    ("It took 2-1/2 years to dry.", ["2-1/2 years = 2.5 year"]),
    ("The levy is 6 1/2 per cent.", ["6 1/2 per cent = 6.5 percent"]),
    ("Some half-dozen ferries sank.", ["half-dozen ferries = ~6 ferries"]),
    ("Output fell by half a percent.", ["half a percent = -0.5 percent"]),
    ("The lake stood at 3.2 m, as in June.", ["3.2 m = 3.2 metre"]),
    ("There were 1.3 losses per 1,000 births.", ["1.3 losses = 1.3 losses"]),
    ("It costs more per 90-kilo bag.", ["90-kilo = 90 kg"]),
    ("It opened with a delay of half a second.", ["half a second = 0.5 second"]),
    ("It was a 25-basis-point cut.", ["25-basis-point = -25 basis points"]),
    ("Spreads were up 5 to 6 bps.", ["5 to 6 bps = 5..6 bps"]),
    ("Three-quarters feel safe.", ["Three-quarters = 0.75 fraction"]),
    ("The flood took more than a thousand.", ["a thousand = (1000.."]),
    ("It has six hundred R&D engineers.", ["six hundred R&D engineers = 600 R&D engineers"]),
    ("The crash killed all six aboard.", ["six = 6"]),
    ("They climbed a 15m wall by night.", ["15m = 15 metre"]),
    ("It drew 15m visitors.", ["15m visitors = 15000000 visitors"]),
    ("The court heard three more.", ["three more = 3"]),
  ])
  func partsAndUnits(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    "The county wants net zero by then.", "It has a zero tolerance rule.", "At one point he wept.",
    "In one case the seal broke.", "Perhaps one way is by sea.", "He sold a three-wheeler.", "He told a one-liner.",
    "The gap was seen before [13, 14] and by others [15–17].", "A lorry burned on the 91 Freeway.",
    "Police went to the 1100 block of Quay Road.", "Her 401(k) is gone.", "She was in the class of '71.",
    "They cite Resolutions 2254 and 2118.", "It was shot in 4K and sold.", "Proposition 35 passed.",
    "Thieves broke into a third home by the lock.",
  ])
  func numbersThatName(text: String) { check(text, []) }

  /// Both shares of a list change, and a sum in brackets stands between a share and its noun.
  @Test func changesOfLists() {
    check(
      "It saw a 52 percent and 42 percent reduction in pay.", ["52 percent = -52 percent", "42 percent = -42 percent"])
    check("The plan had a 9.4 per cent ($37m) decrease.", ["9.4 per cent = -9.4 percent"])
    check("The index was down 4 points.", ["4 points = -4 points"])
    #expect(findings("Each day 3,000 pupils drop out of school.").figures.first?.isChange == false)
  }

  /// By how much, and to what.
  @Test func amountsOfAChange() {
    let rows = findings("In the UK diesel fell almost 7p to 192.38p.").money
    #expect(rows.map { shown($0.amount) } == ["~0.07 GBP", "1.9238 GBP"])
    #expect(
      findings("Fuel in Australia will come down by 10 to 15 cents.").money.map { shown($0.amount) } == [
        "0.1..0.15 AUD"
      ])
    let piers = findings("They spent €3, €5 and €7 million on piers.").money
    #expect(piers.map { shown($0.amount) } == ["3000000 EUR", "5000000 EUR", "7000000 EUR"])
    #expect(findings("He paid £1,200 plus costs of £85.").money.map { shown($0.amount) } == ["1200 GBP", "85 GBP"])
    #expect(findings("It sent 300 ANG airmen with an MK19 gun.").money.isEmpty)
  }
}
