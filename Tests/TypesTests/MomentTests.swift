import IbidTypes
import Testing

@Suite struct MomentTests {
  @Test(arguments: [
    ("2024", "2024-01-01", "2024-12-31", "year"), ("2024-03", "2024-03-01", "2024-03-31", "month"),
    ("2024-02", "2024-02-01", "2024-02-29", "month"),
    ("2024-Q1", "2024-01-01", "2024-03-31", "quarter"), ("2024-Q4", "2024-10-01", "2024-12-31", "quarter"),
    ("2024-H2", "2024-07-01", "2024-12-31", "half"), ("2024-W10", "2024-03-04", "2024-03-10", "week"),
    ("2020-W53", "2020-12-28", "2021-01-03", "week"), ("2025-W01", "2024-12-30", "2025-01-05", "week"),
    ("1990s", "1990-01-01", "1999-12-31", "decade"), ("2024-03-05", "2024-03-05", "2024-03-05", "day"),
    ("2024-03-05T07:30", "2024-03-05T07:30:00", "2024-03-05T07:30:59", "minute"),
    ("2024-03-05T07:30:15", "2024-03-05T07:30:15", "2024-03-05T07:30:15", "second"),
    ("0001", "0001-01-01", "0001-12-31", "year"),
  ])
  func literalsAreStretches(_ literal: String, _ low: String, _ high: String, _ grain: String) throws {
    let moment = try #require(Moment(literal: literal))
    #expect(moment.isoEnds == (low, high))
    #expect(moment.grain.name == grain && Grain(named: grain) == moment.grain)
    #expect(moment.description == literal)
  }

  @Test(arguments: [
    "", "24", "2024-", "2024-13", "2024-00", "2023-02-29", "2024-02-30", "2024-Q5", "2024-Q0", "2024-H3", "1995s",
    "2024-W00", "2024-W53", "2024-W1", "2024-W011",
    "2024-3", "2024-03-5",
    "2024-03-05T24:00", "2024-03-05T07:60", "2024-03-05T07:30:60", "2024-03-05T7:30", "20x4", "2024-03-05 07:30",
    "2024-Q1x", "99990s", "2024/03",
  ])
  func whatIsNoDateIsRefused(_ literal: String) { #expect(Moment(literal: literal) == nil) }

  private static func period(_ from: String, _ to: String) -> Moment {
    Moment(literal: from)!.joined(to: Moment(literal: to)!)
  }

  private static let descriptions: [(Moment, String)] = [
    (Moment(year: 2024, month: 3, day: 5)!, "2024-03-05"),
    (period("2022-07", "2023-01"), "2022-07..2023-01"),
    (period("2024-03-05", "2024-03-09"), "2024-03-05..2024-03-09"),
    (period("2024-W10", "2024-W11"), "2024-03-04..2024-03-17"),
    (period("2024-03-04", "2024-03-10"), "2024-03-04..2024-03-10"),
    (period("2015", "2019"), "2015..2019"),
    (period("2024-01", "2024-12"), "2024-01..2024-12"),
    (Moment(low: Moment(year: 2015)!.low, high: nil, grain: .year), "since 2015"),
    (Moment(low: nil, high: Moment(year: 2028)!.high, grain: .year), "until 2028"),
    (Moment(low: Moment(literal: "2021-07-01")!.low, high: nil, grain: .day), "since 2021-07-01"),
    (Moment(low: Moment(literal: "2021-07")!.low, high: nil, grain: .month), "since 2021-07"),
    (.unresolved("last month", grain: .month), "\"last month\" (unresolved)"),
    (Moment(low: nil, high: nil, grain: .month, partial: "--07"), "--07 (unresolved)"),
    (Moment(low: nil, high: nil, grain: .day), "? (unresolved)"),
  ]

  @Test func momentsPrintAsPeopleWriteThem() {
    for (moment, printed) in Self.descriptions { #expect(moment.description == printed) }
  }

  @Test func unresolvedMomentsAreTheSameByTheirWords() {
    let july = Moment.unresolved("July", grain: .month, partial: "--07")
    #expect(july.isSame(as: july) && !july.isSame(as: .unresolved("June", grain: .month, partial: "--06")))
    #expect(!july.isSame(as: Moment(year: 2024, month: 7)!) && !july.isResolved)
    #expect(Moment(year: 2024, text: "2024")!.isSame(as: Moment(year: 2024, text: "last year")!))
  }
}
