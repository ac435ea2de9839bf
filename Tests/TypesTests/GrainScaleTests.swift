import IbidTypes
import Testing

struct GrainScaleTests {
  /// Stretches lie side by side: each second is in one, and that one has it between its ends.
  @Test(arguments: Grain.allCases) func stretchesLieSideBySide(_ grain: Grain) {
    let scale = GrainScale(grain)
    for day in [-719_528, -25_567, -1, 0, 1, 59, 19_782, 19_783, 20_000, 47_541] as [Int64] {
      for second in [0, 1, 43_200, 86_399] as [Int64] {
        let moment = day * Calendar.secondsPerDay + second
        let number = scale.number(ofSecond: moment)
        let (start, next) = (scale.start(number), scale.start(number + 1))
        #expect(start <= moment && moment < next, "\(grain): \(moment) in \(start)..<\(next)")
        #expect(scale.number(ofSecond: start) == number)
        #expect(scale.number(ofSecond: next) == number + 1)
        #expect(scale.number(ofSecond: start - 1) == number - 1)
      }
    }
  }

  /// As they print: the month, the ISO week, the decade that a day lies in.
  @Test(
    arguments: [
      (.day, "2024-03-05", "2024-03-05"), (.month, "2024-02-29", "2024-02"), (.quarter, "2024-12-31", "2024-Q4"),
      (.half, "2024-07-01", "2024-H2"), (.year, "1999-12-31", "1999"), (.decade, "1999-12-31", "1990s"),
      (.week, "2024-03-03", "2024-W09"), (.week, "1970-01-01", "1970-W01"),
      (.season, "2024-01-15", "2023-12-01..2024-02-29"), (.century, "1999-12-31", "1900..1999"),
    ] as [(Grain, String, String)])
  func stretchOfADay(_ grain: Grain, _ day: String, _ stretch: String) throws {
    let low = try #require(Moment(literal: day)?.low)
    let scale = GrainScale(grain)
    #expect(scale.stretch(scale.number(ofSecond: low)).description == stretch)
  }
}
