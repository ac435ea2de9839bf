import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// What is read off days as numbers is what each day's own value says.
@Suite struct DaysTests {
  private static let units: [(ScalarFunction, Grain)] = [
    (.year, .year), (.half, .half), (.quarter, .quarter), (.month, .month), (.week, .week), (.day, .day),
  ]

  private static func moments(_ days: [Int?]) -> MomentColumn {
    MomentColumn(days.map { day in day.map { Moment(firstDay: $0, lastDay: $0, grain: .day) } })
  }

  private static let days: [Int?] = {
    var random = Random(seed: 21)
    let farthest = Calendar.days(year: 9998, month: 12, day: 31)
    let ends = [(1999, 12, 31), (2000, 2, 29), (2000, 3, 1), (1900, 2, 28), (-1, 1, 1), (2024, 12, 30), (2021, 1, 3)]
    let some = ends.map { Calendar.days(year: $0.0, month: $0.1, day: $0.2) } + [0, -1, farthest, -farthest]
    return some + [nil] + (0..<500).map { _ in random.oneIn(9) ? nil : random.below(2 * farthest) - farthest }
  }()

  @Test func unitsAndNumbers() {
    let moments = Self.moments(Self.days)
    for (function, grain) in Self.units {
      guard case .moment(let found)? = Evaluator.dateOfDays(function, moments) else {
        Issue.record("\(function)")
        continue
      }
      for row in Self.days.indices { #expect(found[row] == moments[row]?.unit(grain)) }
    }
    let numbers: [(ScalarFunction, (_ day: Int) -> Int)] = [
      (.yearNumber, { Calendar.civil(fromDays: $0).year }), (.monthOfYear, { Calendar.civil(fromDays: $0).month }),
      (.quarterOfYear, { (Calendar.civil(fromDays: $0).month + 2) / 3 }),
      (.dayOfMonth, { Calendar.civil(fromDays: $0).day }), (.weekOfYear, Calendar.week(ofDay:)),
      (.dayOfYear, Calendar.dayOfYear(ofDay:)), (.dayOfWeek, Calendar.weekday(ofDay:)),
    ]
    for (function, number) in numbers {
      guard case .int(let found)? = Evaluator.dateOfDays(function, moments) else {
        Issue.record("\(function)")
        continue
      }
      for row in Self.days.indices { #expect(found[row] == Self.days[row].map { Int64(number($0)) }) }
    }
  }

  @Test func othersAreReadOneByOne() {
    #expect(Evaluator.dateOfDays(.decade, Self.moments([0])) == nil)
    #expect(Evaluator.dateOfDays(.month, Self.moments([nil])) == nil)
    let last = Calendar.days(year: Calendar.years.upperBound, month: 12, day: 31)
    #expect(Evaluator.dateOfDays(.week, Self.moments([0, last])) == nil)
    let month = MomentColumn([Moment(year: 2024, month: 3)])
    #expect(Evaluator.dateOfDays(.month, month) == nil)
  }

  /// By groups, of which some have no day, and of all rows, behind a condition, too: days of a century, of all years, and with words of
  /// their own, which are those of the first such row.
  @Test(arguments: [(1, 40_000), (90, 40_000), (90, 3), (90, 2_000_000)])
  func leastAndGreatest(_ count: Int, _ spread: Int) async throws {
    var random = Random(seed: UInt64(count + spread))
    let types = [ValueType.int, .date.optional]
    for hasWords in [false, true] {
      let rows = (0..<count).map { row -> [Value] in
        let group = random.below(12)
        let number = random.below(spread) - min(spread / 3, 400_000)
        var day = Moment(firstDay: number, lastDay: number, grain: .day)
        if hasWords { day.text = "word \(row)" }
        return [.int(Int64(group)), group == 3 || random.oneIn(9) ? .none : .moment(day)]
      }
      let table = Evaluation(types, rows, hasJunk: false)
      let aggregates = [AggregateFunction.min, .max].map {
        Aggregate(function: $0, argument: column(1, types[1]), type: .date.optional, span: nowhere)
      }
      let few = compare(.less, column(0, .int), constant(.int(5), .int))
      for plan in [table.plan, table.plan.filter(few)] {
        for keys in [[column(0, .int)], []] {
          let outcome = await Difference.outcomeOfThreads(
            of: plan.aggregate(by: keys, aggregates), table.snapshot, focus: nil)
          #expect(outcome.difference == nil)
        }
      }
    }
  }
}
