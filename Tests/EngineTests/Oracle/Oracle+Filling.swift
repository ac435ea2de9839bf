import IbidColumns
import IbidPlan
import IbidTypes

/// Missing buckets, one after the other.
extension Oracle {
  func fill(_ rows: [Row], _ column: Int, _ range: PlanExpression, _ by: [Int], _ schema: Schema) throws -> [Row] {
    _ = try prepared([], for: [range])
    let stretch = try cell(range, Row(cells: [], sources: [])).value
    let buckets = try buckets(of: stretch, rows.map { $0.cells[column].value })
    let keys = by.map { PlanExpression(.column($0), schema.fields[$0].type, at: nowhere) }
    return try partitions(rows, keys).flatMap { members -> [Row] in
      var rest = members
      var result: [Row] = []
      for bucket in buckets {
        let own = rest.filter { Self.areSame($0.cells[column].value, bucket) }
        rest.removeAll { Self.areSame($0.cells[column].value, bucket) }
        result += own.isEmpty ? [filled(bucket, column, members.first, by, schema)] : own
      }
      return result + rest
    }
  }

  /// A bucket and the group's values, nothing else.
  private func filled(_ bucket: Value, _ column: Int, _ member: Row?, _ by: [Int], _ schema: Schema) -> Row {
    var row = Row(cells: [Cell](repeating: Cell(.none), count: schema.count), sources: [.remark])
    for index in by { row.cells[index] = member?.cells[index] ?? Cell(.none) }
    row.cells[column] = Cell(bucket)
    return row
  }

  /// Refused where the range has no ends.
  private func buckets(of stretch: Value, _ values: [Value]) throws -> [Value] {
    switch stretch {
    case .measure(let range, _):
      guard let low = range.low, let high = range.high else { throw Refused() }
      return (Int64(low.floor) - 1...Int64(high.floor) + 1).filter {
        Self.isMember(ExactNumber(whole: Int128($0)), range)
      }.map { .int($0) }
    case .moment(let range):
      guard let low = range.low, let high = range.high else { throw Refused() }
      let resolved = values.compactMap { if case .moment(let moment) = $0, moment.isResolved { moment } else { nil } }
      let grain = resolved.first?.grain ?? range.grain
      var result: [Value] = []
      var next = low
      while next <= high {
        let bucket = Self.bucket(grain, at: next)
        result.append(.moment(bucket))
        next = (bucket.high ?? high) + 1
      }
      return result
    default: throw Refused()
    }
  }

  /// The stretch of a grain that a second lies in.
  private static func bucket(_ grain: Grain, at second: Int64) -> Moment {
    let day = Calendar.day(ofSecond: second)
    let (year, month, _) = Calendar.civil(fromDays: day)
    func months(_ count: Int, from first: Int, year: Int) -> Moment {
      let next =
        first + count - 1 >= 12
        ? (year + (first + count - 1) / 12, (first + count - 1) % 12 + 1) : (year, first + count)
      return Moment(
        firstDay: Calendar.days(year: year, month: first, day: 1),
        lastDay: Calendar.days(year: next.0, month: next.1, day: 1) - 1, grain: grain)
    }
    func seconds(_ length: Int64) -> Moment {
      let start = Int64(day) * Calendar.secondsPerDay
      let first = start + (second - start) / length * length
      return Moment(low: first, high: first + length - 1, grain: grain)
    }
    switch grain {
    case .second: return seconds(1)
    case .minute: return seconds(60)
    case .hour: return seconds(3600)
    case .day: return Moment(firstDay: day, lastDay: day, grain: grain)
    case .week:
      let monday = day - Calendar.weekday(ofDay: day) + 1
      return Moment(firstDay: monday, lastDay: monday + 6, grain: grain)
    case .month: return months(1, from: month, year: year)
    case .quarter: return months(3, from: (month - 1) / 3 * 3 + 1, year: year)
    case .season:
      // Winter is the December before, January and February.
      return months(3, from: month < 3 ? 12 : month / 3 * 3, year: month < 3 ? year - 1 : year)
    case .half: return months(6, from: (month - 1) / 6 * 6 + 1, year: year)
    case .year: return months(12, from: 1, year: year)
    case .decade: return months(120, from: 1, year: year / 10 * 10)
    case .century: return months(1200, from: 1, year: year / 100 * 100)
    }
  }
}
