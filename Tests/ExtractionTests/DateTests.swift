import IbidDocuments
import IbidExtraction
import IbidTypes
import Testing

@Suite struct DateTests {
  /// Published on Wednesday 15 May 2024.
  @Test(arguments: [
    ("The dam opened on 4 March 2021.", "4 March 2021", "2021-03-04"),
    ("It began on March 4, 2021 in Ohio.", "March 4, 2021", "2021-03-04"),
    ("It began on Mar. 4, 2021 there.", "Mar. 4, 2021", "2021-03-04"),
    ("The 28th of February 2023 was cold.", "28th of February 2023", "2023-02-28"),
    ("Filed 2023-11-05 by the clerk.", "2023-11-05", "2023-11-05"),
    ("Filed 25/12/2023 by the clerk.", "25/12/2023", "2023-12-25"),
    ("Filed 12/25/2023 by the clerk.", "12/25/2023", "2023-12-25"),
    ("Am 25.12.2023 it closed.", "25.12.2023", "2023-12-25"),
    ("It closed in June 2020.", "June 2020", "2020-06"),
    ("It closed in 2019.", "2019", "2019"),
    ("It grew in the 1990s.", "1990s", "1990s"),
    ("In Q3 2022 sales fell.", "Q3 2022", "2022-Q3"),
    ("In the first quarter of 2023 sales fell.", "the first quarter of 2023", "2023-Q1"),
    ("It met between July 2022 and January 2023.", "between July 2022 and January 2023", "2022-07..2023-01"),
    ("The budget for 2023 to 2024 passed.", "2023 to 2024", "2023..2024"),
    ("The 2023/24 season ended.", "2023/24", "2023..2024"),
    ("The fair is on 5–7 June 2024.", "5–7 June 2024", "2024-06-05..2024-06-07"),
    ("The fair is on June 5-7, 2024.", "June 5-7, 2024", "2024-06-05..2024-06-07"),
    ("July to September 2023 was wet.", "July to September 2023", "2023-07..2023-09"),
    ("Since 1 July 2021 it has rained.", "Since 1 July 2021", "since 2021-07-01"),
    ("It runs until 2028.", "until 2028", "until 2028"),
    ("The minister spoke today.", "today", "2024-05-15"),
    ("They met yesterday evening.", "yesterday evening", "2024-05-14"),
    ("They met last month.", "last month", "2024-04"),
    ("They met last year.", "last year", "2023"),
    ("They met in May last year.", "May last year", "2023-05"),
    ("The plant opened in October.", "October", "2023-10"),
    ("The plant will open in October.", "October", "2024-10"),
    ("Keepers of the zoos are meeting in March.", "March", "2025-03"),
    ("The reservoir is due to open in April.", "April", "2025-04"),
    ("Growers are expected to vote in February.", "February", "2025-02"),
    ("The herons may nest there again in March.", "March", "2025-03"),
    ("Detectives are studying a theft in March.", "March", "2024-03"),
    ("It begins in quarter 4 of 2025.", "quarter 4 of 2025", "2025-Q4"),
    ("In Pakistan rents rose in the last fiscal year.", "the last fiscal year", "2022..2023"),
    (
      "It was shut between March 2021 and Labor Day 2023.", "between March 2021 and Labor Day 2023",
      "2021-03..2023-09-04"
    ),
    ("In 2022 police found the paintings.", "2022", "2022"),
    ("Since 2019 sheep have grazed there.", "Since 2019", "since 2019"),
    ("The vote was held on Monday.", "Monday", "2024-05-13"),
    ("The vote will be held on Friday.", "Friday", "2024-05-17"),
    ("The vote was on Monday 13 May.", "Monday 13 May", "2024-05-13"),
    ("It sank two years ago.", "two years ago", "2022"),
    ("It will last for the next 4 years.", "the next 4 years", "2024-05-15..2028-05-15"),
    ("Work ends by the end of the year.", "the end of the year", "2024"),
    ("In fiscal year 2021 it grew.", "fiscal year 2021", "2021"),
    ("The third quarter 2022 was dry.", "The third quarter 2022", "2022-Q3"),
    ("It closed in the 4th quarter of 2023.", "4th quarter of 2023", "2023-Q4"),
    ("Filed 28.11.17 by the clerk.", "28.11.17", "2017-11-28"),
    ("It was open between 2019-20 and 2021-22.", "between 2019-20 and 2021-22", "2019..2022"),
    (
      "Open Monday 13 May until 30 June 2025.", "Monday 13 May until 30 June 2025", "2024-05-13..2025-06-30"
    ),
    ("They will report next week.", "next week", "2024-W21"),
    ("They sailed on Tuesday of last week.", "Tuesday of last week", "2024-05-07"),
    ("They will sail in two weeks’ time.", "two weeks’ time", "2024-W22"),
    ("The mill will close this winter.", "this winter", "2024-12-01..2025-02-28"),
    ("The lease began on 29 February 2024.", "29 February 2024", "2024-02-29"),
  ])
  func resolved(text: String, words expected: String, value: String) {
    let rows = findings(text, published: "2024-05-15").dates
    #expect(rows.map { words(text, $0.span) } == [expected])
    #expect(rows.first?.moment?.description == value)
  }

  @Test(arguments: [
    ("The plant opened in October.", "--10"), ("Talks begin on 18 May.", "--05-18"),
    ("It closed at 7:30 a.m. sharp.", "T07:30"), ("It closed at 14:45 sharp.", "T14:45"),
  ])
  func unresolvedKeepsWhatIsKnown(text: String, partial: String) {
    let row = findings(text).dates.first
    #expect(row?.moment?.isResolved == false)
    #expect(row?.moment?.partial == partial)
  }

  @Test(arguments: [
    "They may march in protest.", "The 31 February deadline is a joke.", "We sold 2,019 cars.",
    "The lease ends on 31 June 2024.", "It was signed on February 30, 2023.", "In all, 2023 people came.",
    "About 2000 people came.", "The second quarter-final ended.",
    "Now and recently nothing changed.", "Model 1999x is new.", "April Jones won.",
  ])
  func noDates(text: String) {
    #expect(findings(text, published: "2024-05-15").dates.map { words(text, $0.span) } == [])
  }

  /// Days that no month has are told of and give neither a date nor a count.
  @Test(arguments: [
    ("The lease ends on 31 June 2024.", "31 June 2024"), ("Signed on February 30, 2023.", "February 30, 2023"),
    ("Rent was due on 31 November, he said.", "31 November"),
    ("The lease began on 29 February 2023.", "29 February 2023"),
    ("Signed on February 29, 2023.", "February 29, 2023"),
  ])
  func impossibleDays(text: String, words day: String) {
    let found = findings(text, published: "2024-05-15")
    #expect(found.warnings.map { words(text, $0.span) } == [day])
    #expect(found.warnings.map(\.reason) == [.impossibleDate])
    #expect(found.figures.isEmpty)
  }

  @Test func sinceThenBeginsWithTheLastDate() {
    let dates = findings("A bell rang on 4 March 2021. Since then it has been still.").dates
    #expect(dates.map { $0.moment?.description } == ["2021-03-04", "since 2021-03-04"])
    #expect(findings("Since then it has been still.").dates.isEmpty)
  }

  @Test func ambiguousDaysStayUnresolved() {
    #expect(findings("Filed 03/04/2024 there.").dates.first?.moment?.isResolved == false)
    #expect(findings("Filed 04/04/2024 there.").dates.first?.moment?.description == "2024-04-04")
  }

  /// Which number is the day is decided by the other dates of a document, its spelling and the country it names.
  @Test(arguments: [
    ("Filed 03/04/2024 after 25/03/2024 there.", "2024-04-03"),
    ("Filed 03/04/2024 after March 25 there.", "2024-03-04"),
    ("The labour court of the centre ruled on 03/04/2024 again.", "2024-04-03"),
    ("Filed 03/04/2024 in the United States.", "2024-03-04"),
  ])
  func orderOfDayAndMonth(text: String, expected: String) {
    #expect(findings(text).dates.first?.moment?.description == expected)
  }

  @Test(arguments: [
    ("It is due this summer.", "2024-06-01", "2024-08-31"), ("It is due next spring.", "2025-03-01", "2025-05-31"),
    ("They met in winter 2019.", "2019-12-01", "2020-02-29"), ("They met last autumn.", "2023-09-01", "2023-11-30"),
  ])
  func seasonsAreThreeMonths(text: String, first: String, last: String) {
    let moment = findings(text, published: "2024-05-15").dates.first?.moment
    let days = [moment?.low, moment?.high].map { $0.map { Calendar.civil(fromDays: Calendar.day(ofSecond: $0)) } }
    let expected = [first, last].map { $0.split(separator: "-").compactMap { Int($0) } }
    #expect(days.map { $0.map { [$0.year, $0.month, $0.day] } ?? [] } == expected)
  }

  @Test func kinds() {
    let text = "On 3 May 2020, last week, since 2015 and over the next 3 months."
    #expect(findings(text, published: "2024-05-15").dates.map(\.kind) == [.absolute, .relative, .range, .duration])
  }
}
