import IbidExtraction
import IbidTypes
import Testing

/// Dates in the many forms of releases and reports: parts of years, stretches, dates counted from others, open ends.
@Suite struct DateFormTests {
  /// `first day..last day` of a row, an open end left out.
  private func days(_ row: DateRow?) -> String? {
    guard let moment = row?.moment, moment.isResolved else { return nil }
    let ends = [moment.low, moment.high].map { $0.map { Calendar.iso(day: Calendar.day(ofSecond: $0)) } ?? "" }
    return ends[0] == ends[1] ? ends[0] : ends.joined(separator: "..")
  }

  private func check(_ text: String, _ expected: [String], published: String? = "2024-05-15") {
    let rows = findings(text, published: published).dates
    #expect(rows.map { words(text, $0.span) + " = " + (days($0) ?? "?") } == expected)
  }

  /// Published on Wednesday 15 May 2024.
  @Test(arguments: [
    "It is the third quarter in a row with a fall.", "Rain fell a fifth day running.",
    "It follows Directive (EU) 2018/957 on boats.", "She is in her fifties.",
    "It woke them in the middle of the night.", "At the end of the day, trust counts.",
    "It shows the last days of the old fair.",
    "It is in Report 2024-07 of the board.",
  ])
  func countsAndNumbersOfActs(text: String) { check(text, []) }

  @Test(arguments: [
    // Words that narrow a date belong to it.
    ("It shut in mid-2023.", "mid-2023 = 2023-01-01..2023-12-31"),
    ("Talks began in early March.", "early March = 2024-03-01..2024-03-31"),
    ("It drew crowds in the fifties.", "the fifties = 1950-01-01..1959-12-31"),
    ("A slab broke loose on 9 December.", "9 December = 2023-12-09"),
    ("Boats left late; those after the 8th will be fined.", "the 8th = 2024-06-08"),
    ("They met on Monday straight after lunch.", "Monday = 2024-05-13"),
    ("On Friday running shoes are banned.", "Friday = 2024-05-17"),
    ("It is open until Hogmanay.", "until Hogmanay = ..2024-12-31"),
    ("It grew in the late 1950s.", "the late 1950s = 1950-01-01..1959-12-31"),
    ("It was dug in the mid-19th century.", "the mid-19th century = 1800-01-01..1899-12-31"),
    ("Work ends by the end of next year.", "the end of next year = 2025-01-01..2025-12-31"),
    ("It shut at the end of March.", "the end of March = 2024-03-01..2024-03-31"),
    ("It will be done by year-end.", "year-end = 2024-01-01..2024-12-31"),
    ("It is due by end-June.", "end-June = 2024-06-01..2024-06-30"),
    // Quarters and halves.
    ("It rose in the September quarter of 2023.", "the September quarter of 2023 = 2023-07-01..2023-09-30"),
    ("It fell in the fourth quarter of last year.", "the fourth quarter of last year = 2023-10-01..2023-12-31"),
    ("It fell in the last quarter of 2023.", "the last quarter of 2023 = 2023-10-01..2023-12-31"),
    ("It fell in 3Q 2023.", "3Q 2023 = 2023-07-01..2023-09-30"),
    ("In 2024 Q1 it fell.", "2024 Q1 = 2024-01-01..2024-03-31"),
    ("In the fourth quarter it fell.", "the fourth quarter = 2023-10-01..2023-12-31"),
    ("It fell in the first nine months of 2023.", "the first nine months of 2023 = 2023-01-01..2023-09-30"),
    ("It broke out in the second half of February.", "the second half of February = 2024-02-16..2024-02-29"),
    // Financial years.
    ("In FY2023 it closed.", "FY2023 = 2023-01-01..2023-12-31"),
    ("It paid in fiscal 2022.", "fiscal 2022 = 2022-01-01..2022-12-31"),
    ("In FY24 it closed.", "FY24 = 2024-01-01..2024-12-31"),
    ("In FY98 it closed.", "FY98 = 1998-01-01..1998-12-31"),
    ("It led the way into the twenty-first century.", "the twenty-first century = 2000-01-01..2099-12-31"),
    ("It was tabled on 5 th March 2024.", "5 th March 2024 = 2024-03-05"),
    ("The sum, to be paid on Friday, is new.", "Friday = 2024-05-17"),
    ("They host the 2026 Youth Games.", "2026 = 2026-01-01..2026-12-31"),
    ("It began a few months ago.", "a few months ago = ?"),
    ("He saw it a couple of weeks ago.", "a couple of weeks ago = ?"),
    // Weeks and weekends.
    ("The board meets the week of June 3.", "the week of June 3 = 2024-06-03..2024-06-09"),
    ("They met in the week ending 5 May.", "the week ending 5 May = 2024-04-29..2024-05-05"),
    ("It peaks in the first week of October.", "the first week of October = 2024-10-01..2024-10-07"),
    ("It opens on the first Saturday of June.", "the first Saturday of June = 2024-06-01"),
    ("This weekend the road will close.", "This weekend = 2024-05-18..2024-05-19"),
    ("It rained over the weekend.", "the weekend = 2024-05-11..2024-05-12"),
    // Stretches by their end.
    ("In the 12 months to March 2024 prices rose.", "the 12 months to March 2024 = 2023-04-01..2024-03-31"),
    ("In the year ended 30 June 2023 it lost money.", "the year ended 30 June 2023 = 2022-07-01..2023-06-30"),
    (
      "Sales rose in the three months ended March 31, 2024.",
      "the three months ended March 31, 2024 = 2024-01-01..2024-03-31"
    ),
    // Days.
    ("It opened on the Fourth of July.", "the Fourth of July = 2023-07-04"),
    ("Quotes are due by the 25th.", "the 25th = 2024-05-25"),
    ("Call by Wed. 10/30 at the latest.", "Wed. 10/30 = 2024-10-30"),
    ("It closed 11/30/23 for good.", "11/30/23 = 2023-11-30"),
    ("They left a fortnight ago.", "a fortnight ago = 2024-05-01"),
    ("They left 3 weeks ago.", "3 weeks ago = 2024-04-22..2024-04-28"),
    ("It opens on 1 July next year.", "1 July next year = 2025-07-01"),
    ("It shut in May of last year.", "May of last year = 2023-05-01..2023-05-31"),
    // Ranges and lists.
    ("It runs from Monday, May 20, to Friday, May 24.", "Monday, May 20, to Friday, May 24 = 2024-05-20..2024-05-24"),
    ("It was shut on 3 and 4 April.", "3 and 4 April = 2024-04-03..2024-04-04"),
    ("It was shut on April 3 and 4.", "April 3 and 4 = 2024-04-03..2024-04-04"),
    ("It was shut in January and February 2023.", "January and February 2023 = 2023-01-01..2023-02-28"),
    ("Cases fell (Jan–Sep 2023).", "Jan–Sep 2023 = 2023-01-01..2023-09-30"),
    // Open at one end.
    ("From 1 June 2024 entry is free.", "From 1 June 2024 = 2024-06-01.."),
    ("It is free from 1 July next year.", "from 1 July next year = 2025-07-01.."),
    ("Claims up to 12 November count.", "up to 12 November = ..2023-11-12"),
    ("Through May 31, entry is free.", "Through May 31 = ..2024-05-31"),
    ("Since early 2022 prices rose.", "Since early 2022 = 2022-01-01.."),
    ("From 2015 onwards it shrank.", "From 2015 onwards = 2015-01-01.."),
    // Holidays.
    ("The park opens on Memorial Day 2024.", "Memorial Day 2024 = 2024-05-27"),
    ("He died on Christmas Eve 2022.", "Christmas Eve 2022 = 2022-12-24"),
    ("It was closed over Easter.", "Easter = 2024-03-31"),
    // A season alone is a time where a preposition leads to it.
    ("The outcome is due in the autumn.", "the autumn = 2024-09-01..2024-11-30"),
    ("It should reopen by late summer.", "late summer = 2024-06-01..2024-08-31"),
  ])
  func oneDate(text: String, expected: String) { check(text, [expected]) }

  /// The date that is counted from stands before them.
  @Test(arguments: [
    (
      "It fell in October; a year earlier it had risen.",
      ["October = 2023-10-01..2023-10-31", "a year earlier = 2022-10-01..2022-10-31"]
    ),
    (
      "The storm hit on 3 May; the following day the bridge fell.",
      ["3 May = 2024-05-03", "the following day = 2024-05-04"]
    ),
    (
      "It began in autumn 2022 and ended the following spring.",
      ["autumn 2022 = 2022-09-01..2022-11-30", "the following spring = 2023-03-01..2023-05-31"]
    ),
    (
      "It opened in January 2019. Two years later it burned.",
      ["January 2019 = 2019-01-01..2019-01-31", "Two years later = 2021-01-01..2021-01-31"]
    ),
    (
      "Sales fell in Q3 2023 from the same quarter a year earlier.",
      ["Q3 2023 = 2023-07-01..2023-09-30", "the same quarter a year earlier = 2022-07-01..2022-09-30"]
    ),
    (
      "Between 1 June 2022 and 31 May 2023 it fell. In the previous year it rose.",
      ["Between 1 June 2022 and 31 May 2023 = 2022-06-01..2023-05-31", "the previous year = 2021-06-01..2022-05-31"]
    ),
    ("The talks failed. A month later they began again.", []),
  ])
  func countedFromTheDateBefore(text: String, expected: [String]) { check(text, expected) }

  /// Summer is where the document is.
  @Test func seasonsOfTheSouth() {
    check("Australian growers met last autumn.", ["last autumn = 2024-03-01..2024-05-31"], published: "2024-08-01")
    check("Danish growers met last autumn.", ["last autumn = 2023-09-01..2023-11-30"], published: "2024-08-01")
  }

  /// The first half of a financial year begins where the country's does.
  @Test func halvesOfFinancialYears() {
    check(
      "Indian mills sold more in the first half of 2024-25.", ["the first half of 2024-25 = 2024-04-01..2024-09-30"])
    check(
      "Australian mills sold more in the first half of 2024-25.", ["the first half of 2024-25 = 2024-07-01..2024-12-31"]
    )
  }

  @Test(arguments: [
    ("The dam was closed in a letter on Friday, he wrote.", "2024-05-10"),
    ("He has promised a million by December.", "2024-12-01..2024-12-31"),
    ("Vacancies halved from 90 in June to 40.", "2023-06-01..2023-06-30"),
    ("Buses will leave 20 minutes earlier from Monday.", "2024-05-20"),
  ])
  func tense(text: String, expected: String) {
    #expect(days(findings(text, published: "2024-05-15").dates.first) == expected)
  }

  @Test(arguments: [
    "The summer camps and winter sports are popular.", "Case ESC-2023-0417 is open.", "They work on March Road.",
    "It was earlier than planned.", "Christmas cards sell well.", "In the year before school they learn.",
  ])
  func noDates(text: String) { check(text, []) }
}
