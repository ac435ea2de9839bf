import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Steps that make rows of columns and columns of rows.
extension Oracle {
  func unnest(_ rows: [Row], _ column: Int, _ plan: Plan) -> [Row] {
    func elements(_ row: Row) -> [Value] {
      if case .list(let elements) = row.cells[column].value { elements } else { [] }
    }
    let empty = rows.count { elements($0).isEmpty }
    if empty > 0 { notebook.note(.withoutElements(empty, at: plan.span)) }
    return rows.flatMap { row -> [Row] in
      elements(row).map { element in
        var copy = Row(cells: row.cells, sources: row.sources)
        copy.cells[column] = Cell(element)
        if case .reference(let table, let target) = element {
          copy.sources.append(Source(table: table, row: Int(target)))
        }
        return copy
      }
    }
  }

  /// The columns beyond the keys: one for each value of `column`, in order of first appearance, missing last.
  func pivot(_ rows: [Row], _ keys: [PlanExpression], _ aggregate: Aggregate, _ column: PlanExpression) throws -> [Row]
  {
    let rows = try prepared(rows, for: keys + aggregate.operands + [column])
    let groups = keys.isEmpty ? [Group(key: [], members: rows)] : try groups(rows, keys)
    var values: [Value] = []
    for row in rows {
      let value = try cell(column, row).value
      if !values.contains(where: { Self.areSame($0, value) }) { values.append(value) }
    }
    values = values.filter { $0 != .none } + values.filter { $0 == .none }
    // Group by group, and in each a cell for each value.
    let cells = try groups.flatMap { group in
      try values.map { value in try group.members.filter { Self.areSame(try cell(column, $0).value, value) } }
    }
    let results = try computed(aggregate, over: cells)
    return groups.enumerated().map { index, group in
      let own = results[index * values.count..<(index + 1) * values.count].map(\.cell)
      return Row(cells: group.key + own, sources: group.sources)
    }
  }

  func unpivot(_ rows: [Row], _ columns: [Int], _ schema: Schema) -> [Row] {
    rows.flatMap { row in
      let others = row.cells.indices.filter { !columns.contains($0) }.map { row.cells[$0] }
      return columns.map { column in
        Row(cells: others + [Cell(.text(schema.fields[column].name)), row.cells[column]], sources: row.sources)
      }
    }
  }

  // MARK: Filling

  func fill(_ rows: [Row], _ column: Int, _ range: PlanExpression, _ by: [Int], _ schema: Schema) throws -> [Row] {
    _ = try prepared([], for: [range])
    let stretch = try cell(range, Row(cells: [], sources: [])).value
    let buckets = buckets(of: stretch, rows.map { $0.cells[column].value })
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

  private func buckets(of stretch: Value, _ values: [Value]) -> [Value] {
    switch stretch {
    case .measure(let range, _):
      guard let low = range.low, let high = range.high else { return [] }
      return (Int64(low.floor) - 1...Int64(high.floor) + 1).filter {
        Self.isMember(ExactNumber(whole: Int128($0)), range)
      }.map { .int($0) }
    case .moment(let range):
      guard let low = range.low, let high = range.high else { return [] }
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
    default: return []
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
    case .quarter, .season: return months(3, from: (month - 1) / 3 * 3 + 1, year: year)
    case .half: return months(6, from: (month - 1) / 6 * 6 + 1, year: year)
    case .year: return months(12, from: 1, year: year)
    case .decade: return months(120, from: 1, year: year / 10 * 10)
    case .century: return months(1200, from: 1, year: year / 100 * 100)
    }
  }

  // MARK: Describing

  func describe(_ rows: [Row], _ columns: [Int], _ schema: Schema) throws -> [Row] {
    throw NotCovered(what: "describe")
  }
}
