import IbidColumns
import IbidTypes

/// Durations of one group in several units.
extension Aggregation {
  /// Durations in the finest unit that their group has (three days and two hours in hours); nil where no group has several
  /// that go into each other. Months and days do not: such a group stays as it is, and has no result.
  func durationsInCommonUnits(_ column: MeasureColumn) throws(Failure) -> MeasureColumn? {
    guard column.kind == .duration, !column.unitCodes.isEmpty, column.units.count > 1 else { return nil }
    let units = column.units.map { Unit.named($0) }
    var finest = [Int32](repeating: -1, count: groupCount)
    for row in ids.indices.untilStopped where ids[row] >= 0 && column.isValid(row) {
      let id = Int(ids[row])
      let (known, code) = (finest[id], column.unitCodes[row])
      if known == -1 { finest[id] = code }
      guard known >= 0, known != code else { continue }
      guard let unit = units[Int(known)], let other = units[Int(code)], unit.kind == other.kind else {
        finest[id] = -2
        continue
      }
      if other.factor < unit.factor { finest[id] = code }
    }
    let isInOtherUnit = { (row: Int) in
      ids[row] >= 0 && column.isValid(row) && finest[Int(ids[row])] >= 0
        && finest[Int(ids[row])] != column.unitCodes[row]
    }
    guard ids.indices.contains(where: isInOtherUnit) else { return nil }
    var hasOverflow = false
    let values = [Measure?](rows: column.count, filler: nil) { row in
      guard isInOtherUnit(row), var value = column[row],
        case let unit = column.units[Int(finest[Int(ids[row])])], let factor = Unit.factor(from: value.unit, to: unit)
      else { return column[row] }
      let ends = (value.low?.multiplied(by: factor), value.high?.multiplied(by: factor))
      hasOverflow = hasOverflow || (ends.0 == nil) != (value.low == nil) || (ends.1 == nil) != (value.high == nil)
      (value.low, value.high, value.unit) = (ends.0, ends.1, unit)
      return value
    }
    guard !hasOverflow, case .measure(let common)? = Column.measures(values, kind: .duration) else { throw .overflow }
    return common
  }
}
