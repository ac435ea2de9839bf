import IbidExtraction
import IbidTypes
import Testing

/// Dates that lean on other words of the text: weeks by number, dates counted from the last, what is compared, what is planned.
@Suite struct LaterDateTests {
  private func days(_ row: DateRow) -> String {
    guard let moment = row.moment, moment.isResolved else { return "?" }
    let ends = [moment.low, moment.high].map { $0.map { Calendar.iso(day: Calendar.day(ofSecond: $0)) } ?? "" }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "..")
  }

  private func check(_ text: String, _ expected: [String]) {
    let rows = findings(text, published: "2024-05-15").dates
    #expect(rows.map { words(text, $0.span) + " = " + days($0) } == expected)
  }

  /// Published on Wednesday 15 May 2024.
  @Test(arguments: [
    ("The forum meets in week 21.", ["week 21 = 2024-05-20..2024-05-26"]),
    ("It fell in week 40 of 2023.", ["week 40 of 2023 = 2023-10-02..2023-10-08"]),
    ("They pleaded guilty on Tuesday last week.", ["Tuesday last week = 2024-05-07"]),
    ("It was granted a year and a half ago.", ["a year and a half ago = 2022-11-01..2022-11-30"]),
    ("It fell in the first semester of 2023.", ["the first semester of 2023 = 2023-01-01..2023-06-30"]),
    ("Rents fell in the March 2024 quarter.", ["the March 2024 quarter = 2024-01-01..2024-03-31"]),
    ("Sales fell in 2Q24 and 1H24.", ["2Q24 = 2024-04-01..2024-06-30", "1H24 = 2024-01-01..2024-06-30"]),
    ("It was signed on 12-Jun-23.", ["12-Jun-23 = 2023-06-12"]),
    ("It shut last Easter.", ["last Easter = 2024-03-31"]),
    (
      "Between 11 September 2023 and last Easter they rang.",
      ["Between 11 September 2023 and last Easter = 2023-09-11..2024-03-31"]
    ),
    ("It shut on Whit Monday 2023.", ["Whit Monday 2023 = 2023-05-29"]),
    ("They had from 2017 until last July.", ["2017 until last July = 2017-01-01..2023-07-31"]),
    ("It was woven around 1280.", ["1280 = 1280-01-01..1280-12-31"]),
    ("The flight was on May 3, then on the 10th.", ["May 3 = 2024-05-03", "the 10th = 2024-05-10"]),
    // What is planned, and what is compared.
    ("The rule takes effect on 1 June.", ["1 June = 2024-06-01"]),
    ("A shelter opens in the fourth quarter.", ["the fourth quarter = 2024-10-01..2024-12-31"]),
    ("If it is not flowing by 24 September, I’ll act.", ["24 September = 2024-09-24"]),
    ("Some 2,600 now work there, up from 2,400 in January.", ["January = 2024-01-01..2024-01-31"]),
    ("Trade expanded by 3 per cent between January and April.", ["between January and April = 2024-01-01..2024-04-30"]),
    ("He was named with effect from 1 June.", ["1 June = 2024-06-01"]),
    ("First, from 1 June every pack is sealed.", ["from 1 June = 2024-06-01.."]),
    ("From 2026 we will fine them.", ["From 2026 = 2026-01-01.."]),
    // What came out in a month is known; what was put off lasts until then.
    ("Output will exceed the July forecast.", ["July = 2023-07-01..2023-07-31"]),
    ("It was lower than in the May projections.", ["May = 2024-05-01..2024-05-31"]),
    ("The line cancelled its trips through mid-August.", ["through mid-August = ..2024-08-31"]),
    ("He claimed on Monday that he would have won.", ["Monday = 2024-05-13"]),
    ("Doors open on Tuesday, 05/21/24.", ["Tuesday, 05/21/24 = 2024-05-21"]),
    ("On July 4th and 5th shops were shut.", ["July 4th and 5th = 2023-07-04..2023-07-05"]),
    ("It was carved in the third century BC.", []),
    ("In the financial year ended 31 March 2023 costs rose.", [
      "the financial year ended 31 March 2023 = 2022-04-01..2023-03-31"
    ]),
    ("It shrank in the nine-month period ended 30 September 2023.", [
      "the nine-month period ended 30 September 2023 = 2023-01-01..2023-09-30"
    ]),
    // Counted from the date before.
    (
      "It was named in 2009, and sales were banned a year later.",
      ["2009 = 2009-01-01..2009-12-31", "a year later = 2010-01-01..2010-12-31"]
    ),
    (
      "It was listed since 2009; trade was banned a year later.",
      ["since 2009 = 2009-01-01..", "a year later = 2010-01-01..2010-12-31"]
    ),
    (
      "It rose in Q4 2021. It tripled that quarter, too.",
      ["Q4 2021 = 2021-10-01..2021-12-31", "that quarter = 2021-10-01..2021-12-31"]
    ),
    (
      "It fell in 2023 and rose the same year.",
      ["2023 = 2023-01-01..2023-12-31", "the same year = 2023-01-01..2023-12-31"]
    ),
    (
      "In 2022-23 it took a third more than in the previous financial year.",
      ["2022-23 = 2022-01-01..2023-12-31", "the previous financial year = 2021-01-01..2022-12-31"]
    ),
  ])
  func toldByOtherWords(text: String, expected: [String]) { check(text, expected) }

  @Test(arguments: [
    "The trial is expected to last five weeks.", "It breaks the Ports Act 2009.",
    "It is in Regulation (EU) 2023/1542.",
    "Call 1800 555 000 at once.", "Copyright Orrow Press 2024.", "She won in 2:16:49.",
    "It is not played on a Tuesday.",
    "The book is by April Janssen of Orrow.",
  ])
  func noDates(text: String) { check(text, []) }

  /// The financial year of the country that the text is from.
  @Test func financialYears() {
    check(
      "Ministers in Britain and the United Kingdom said the last two financial years were good.",
      ["the last two financial years = 2022-01-01..2024-12-31"])
  }

  /// "this" before a whole date belongs to what is shown, and a day may leave its month to the next.
  @Test func daysBesideOthers() {
    check("In this Feb. 25, 2015, photo a crane stands idle.", ["Feb. 25, 2015 = 2015-02-25"])
    check(
      "The crews meet on Sunday 24 and Monday 25 February 2019 in Marl.",
      ["Sunday 24 = 2019-02-24", "Monday 25 February 2019 = 2019-02-25"])
  }

  /// "The same month last year" is a month, also where the text told of a day.
  @Test func sameMonthOfADay() {
    check(
      "On 14 November 2024 it rained more than in the same month last year.",
      [
        "14 November 2024 = 2024-11-14", "the same month last year = 2023-11-01..2023-11-30",
      ])
  }

  /// Years before what happened in them, and counts behind words that bound them.
  @Test(arguments: [
    ("She led the 2011 protests in Marl.", ["2011 = 2011-01-01..2011-12-31"]),
    ("Few voted in the 2022 elections.", ["2022 = 2022-01-01..2022-12-31"]),
    ("A total of 2021 boats came.", []), ("The crew counted about 2000 people.", []),
    ("The fleet passed the 2000 boats of its rival.", []),
  ])
  func yearsOfEvents(text: String, expected: [String]) { check(text, expected) }
}
