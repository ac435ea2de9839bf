import IbidExtraction
import IbidTypes
import Testing

/// Sums, figures and dates as company reports, courts and agencies of several countries put them.
@Suite struct ValueFormTests {
  private func money(_ text: String) -> [String] {
    findings(text).money.map { words(text, $0.span) + " = " + shown($0.amount) }
  }

  private func figures(_ text: String) -> [String] {
    findings(text).figures.map { words(text, $0.span) + " = " + shown($0.value) }
  }

  private func dates(_ text: String, published: String? = "2024-05-15") -> [String] {
    findings(text, published: published).dates.map { row in
      guard let moment = row.moment, moment.isResolved else { return words(text, row.span) + " = ?" }
      let ends = [moment.low, moment.high].map { $0.map { Calendar.iso(day: Calendar.day(ofSecond: $0)) } ?? "" }
      return words(text, row.span) + " = " + (ends[0] == ends[1] ? ends[0] : ends.joined(separator: ".."))
    }
  }

  @Test(arguments: [
    ("The result was EUR -1.2 million.", ["EUR -1.2 million = -1200000 EUR"]),
    (
      "Cash flow came to €-3m, compared to -178 million euro.",
      [
        "€-3m = -3000000 EUR", "-178 million euro = -178000000 EUR",
      ]
    ),
    ("A stamp costs $.50.", ["$.50 = 0.5 USD"]),
    ("The bill is going from £1,790.68 to £1,878.42.", ["£1,790.68 = 1790.68 GBP", "£1,878.42 = 1878.42 GBP"]),
    ("Agents Held Six Over Naira Fraud", []),
    ("A couple of thousand pounds went missing.", ["A couple of thousand pounds = ~.. GBP"]),
    ("The stamp is 60¢.", ["60¢ = 0.6 USD"]),
  ])
  func sums(text: String, expected: [String]) { #expect(money(text) == expected) }

  /// A text that speaks of its Minister is not American for a town in it, nor for an "Inter-American" bank.
  @Test(arguments: [
    "The Minister told Jamaicans that the Bellevue clinic in Jamaica gets $20 million.",
    "The Ministry in Jamaica paid the Inter-American Harbour Bank $20 million, Jamaicans heard.",
  ])
  func dollarsOfAMinistry(text: String) { #expect(money(text) == ["$20 million = 20000000 JMD"]) }

  @Test(arguments: [
    ("She had a blood alcohol level of .08 percent.", [".08 percent = 0.08 percent"]),
    ("They own .5 acres and a .22 caliber rifle.", [".5 acres = 0.5 acre"]),
    ("The yield was minus 2 per cent, or 3.2 pct.", ["minus 2 per cent = -2 percent", "3.2 pct = 3.2 percent"]),
    (
      "Some 14.72 crores and 3 lakhs people live there.",
      ["14.72 crores = ~147200000 people", "3 lakhs people = 300000 people"]
    ),
    ("He was found guilty on counts 4 to 25.", []),
    ("It was cold, at 5°C, and later 41°F.", ["5°C = 5 degree celsius", "41°F = 41 degree fahrenheit"]),
    ("The kiln reached 900 degrees Celsius.", ["900 degrees Celsius = 900 degree celsius"]),
    ("See Questions (1980) and Round 6 of the series.", []),
    ("The vote was 12-3.", []),
  ])
  func counts(text: String, expected: [String]) { #expect(figures(text) == expected) }

  /// The size of a file on a line of its own.
  @Test func sizeOfAFile() { #expect(figures("View the paper\n412.5 KB\nIt is long.\n") == []) }

  @Test(arguments: [
    ("Sales fell in the first half in 2023.", ["the first half in 2023 = 2023-01-01..2023-06-30"]),
    ("Sales fell in 1H 2023 and 9M 2023.", ["1H 2023 = 2023-01-01..2023-06-30", "9M 2023 = 2023-01-01..2023-09-30"]),
    ("They left the day before yesterday.", ["the day before yesterday = 2024-05-13"]),
    ("They leave the day after tomorrow.", ["the day after tomorrow = 2024-05-17"]),
    ("It is told in [2003] EWCA Crim 459, at 12.", []),
    ("Written Answers Nos. 1980-2004", []),
    ("Questions (1980)", []),
  ])
  func times(text: String, expected: [String]) { #expect(dates(text) == expected) }

  /// What was put off, what "they" do on a day and what "is in" a month lies ahead; "the bank cut" is past.
  @Test(arguments: [
    ("The court adjourned the case to 5 June.", ["5 June = 2025-06-05"]),
    ("They met on 18 December and meet again on 3 February.", ["18 December = 2024-12-18", "3 February = 2025-02-03"]),
    ("Talks resume on Tuesday.", ["Tuesday = 2025-01-14"]),
    ("The last payment is in November.", ["November = 2025-11-01..2025-11-30"]),
    ("The bank cut rates in June.", ["June = 2024-06-01..2024-06-30"]),
  ])
  func tenses(text: String, expected: [String]) { #expect(dates(text, published: "2025-01-09") == expected) }

  /// What a sum and a speed are counted per.
  @Test func pers() {
    #expect(findings("They get £26,000 p.a. for it.").money.map(\.each) == ["year"])
    #expect(findings("Winds of 210 km/h blew.").figures.map(\.each) == ["hour"])
  }

  /// Fragments behind "paid tribute to", "thanked" and "put it".
  @Test(arguments: [
    "Ann Lee paid tribute to the “patience of the crew in a hard year”.",
    "As Ann Lee put it, “nobody won this long war”.",
    "Ann Lee thanked “all who helped on that day”.",
  ])
  func fragments(text: String) {
    let quotes = findings(text).quotes.filter { $0.form == .marks }
    #expect(quotes.map(\.speaker) == ["Ann Lee"])
  }

  /// January tells of last year as "this" period; without a date of the text the year is counted from the period.
  @Test func samePeriodLastYear() {
    let text = "From January to September 2023 it caught more than in the same period last year."
    let expected = [
      "January to September 2023 = 2023-01-01..2023-09-30", "the same period last year = 2022-01-01..2022-09-30",
    ]
    #expect(dates(text, published: nil) == expected)
    #expect(dates(text, published: "2024-01-20") == expected)
  }

  /// Two rows are enough under a line that says what they are in.
  @Test(arguments: [
    ("Costs at a glance\nEUR million\nDredging\n12.5\nHulls\n3.1\n", ["12.5 = 12500000 EUR", "3.1 = 3100000 EUR"]),
    (
      "Our costs (figures in thousands of euros).\nDredging 12,500\nHulls 3,100\n",
      ["12,500 = 12500000 EUR", "3,100 = 3100000 EUR"]
    ),
  ])
  func twoRows(text: String, expected: [String]) { #expect(money(text) == expected) }
}
