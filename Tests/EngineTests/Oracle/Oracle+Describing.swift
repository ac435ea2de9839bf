import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// A row about each column.
extension Oracle {
  func describe(_ rows: [Row], _ columns: [Int], _ schema: Schema) -> [Row] {
    columns.map { column in
      let all = rows.map { $0.cells[column].value }
      let known = all.filter { $0 != .none }
      let different = Self.distinct(known)
      let least = extreme(known, schema.fields[column].type.base, descending: false)
      let greatest = extreme(known, schema.fields[column].type.base, descending: true)
      let values: [Value] = [
        .text(schema.fields[column].name), .text("\(schema.fields[column].type)"), .int(Int64(all.count)),
        .int(Int64(all.count - known.count)), .int(Int64(different.count)), least.map { .text(printed($0)) } ?? .none,
        greatest.map { .text(printed($0)) } ?? .none,
        spread(known, schema.fields[column].type.base).map { .text($0) } ?? .none,
        .list(different.prefix(5).map { .text(printed($0)) }),
      ]
      return Row(cells: values.map { Cell($0) }, sources: [.remark])
    }
  }

  /// The first of those that have a place in the order; none for what has no order, or several kinds of unit.
  private func extreme(_ values: [Value], _ type: DataType, descending: Bool) -> Value? {
    guard type.hasOrder else { return nil }
    let units = values.compactMap { if case .measure(let measure, _) = $0 { measure.unit } else { nil } }
    if let first = units.first, !units.allSatisfy({ Unit.areComparable($0, first) }) { return nil }
    return values.filter { Self.standing($0) == 0 }.reduce(nil as Value?) { best, value in
      guard let best else { return value }
      return Self.order(value, best, descending: descending) < 0 ? value : best
    }
  }

  /// Eight bars, as high as each eighth of the way from the least to the greatest has values.
  private func spread(_ values: [Value], _ type: DataType) -> String? {
    guard type.hasOrder else { return nil }
    var units: Set<String> = []
    let points = values.compactMap { value -> Double? in
      switch value {
      case .int(let number): return Double(number)
      case .float(let number): return number
      case .measure(let measure, _):
        units.insert(measure.unit)
        return (measure.low ?? measure.high)?.double
      case .moment(let moment): return (moment.low ?? moment.high).map { Double($0) }
      default: return nil
      }
    }
    guard units.count < 2, let least = points.min(), let greatest = points.max(), least < greatest,
      (greatest - least).isFinite
    else { return nil }
    let eighths = points.map { min(7, Int(($0 - least) / (greatest - least) * 8)) }
    let counts = (0..<8).map { eighth in eighths.count { $0 == eighth } }
    return counts.map { count in
      count == 0 ? "▁" : String(Array("▂▃▄▅▆▇█")[6 * count / (counts.max() ?? 1)])
    }.joined()
  }

  /// As people write it; a reference by the name of its row.
  func printed(_ value: Value) -> String {
    switch value {
    case .none: return "–"
    case .bool(let truth): return truth ? "true" : "false"
    case .int(let number): return "\(number)"
    case .float(let number): return number == 0 ? "0.0" : "\(number)"
    case .text(let text): return text
    case .measure(let measure, let kind): return measure.description(as: kind)
    case .moment(let moment): return moment.description
    case .list(let elements): return elements.map(printed).joined(separator: ", ")
    case .source(let file, let line, _, _): return "\(file):\(line)"
    case .reference(let table, let row):
      let target = snapshot.tables[table]
      for name in ["name", "title", "text", "id"] {
        if case .text(let words)? = target?.column(name)?.value(at: Int(row)) { return words }
      }
      return "\(row + 1)"
    }
  }
}
