import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Steps that pick rows.
extension Oracle {
  /// SplitMix64 gives each row a number; the smallest stay.
  func sample(_ rows: [Row], _ count: Int, _ seed: UInt64) -> [Row] {
    var state = seed
    let numbers = rows.map { _ -> UInt64 in
      state = state &+ 0x9E37_79B9_7F4A_7C15
      let first = (state ^ (state >> 30)) &* 0xBF58_476D_1CE4_E5B9
      let second = (first ^ (first >> 27)) &* 0x94D0_49BB_1331_11EB
      return second ^ (second >> 31)
    }
    let drawn = Set(numbers.indices.sorted { (numbers[$0], $0) < (numbers[$1], $1) }.prefix(count))
    return rows.indices.filter(drawn.contains).map { rows[$0] }
  }

  /// Notes of each row left out the first that holds: its key is missing, has no place, ties with the last one kept, or
  /// may lie before it.
  func top(_ rows: [Row], _ count: Int, _ orders: [SortOrder], _ per: [PlanExpression], _ plan: Plan) throws -> [Row] {
    var result: [Row] = []
    var (tied, possible, missing, unplaced) = (0, 0, 0, 0)
    let rows = try prepared(rows, for: orders.map(\.value))
    for members in try partitions(rows, per) {
      let keyed = try members.map { row in (row: row, keys: try orders.map { try cell($0.value, row).value }) }
      missing += keyed.count { Self.standing($0.keys[0]) == 2 }
      unplaced += keyed.count { Self.standing($0.keys[0]) == 1 }
      let placed = keyed.filter { Self.standing($0.keys[0]) == 0 }
      let sorted = placed.enumerated().sorted { a, b in
        let order = Self.order(a.element.keys, b.element.keys, orders)
        return order != 0 ? order < 0 : a.offset < b.offset
      }.map(\.element)
      result += sorted.prefix(count).map(\.row)
      guard let last = sorted.prefix(count).last, let first = orders.first else { continue }
      let type = first.value.type.base
      for other in sorted.dropFirst(count) {
        if Self.order(other.keys, last.keys, orders) == 0 {
          tied += 1
        } else if case .unknown = try Self.compare(
          first.isDescending ? .greater : .less, other.keys[0], type, last.keys[0], type)
        {
          possible += 1
        }
      }
    }
    if tied + possible + missing + unplaced > 0 {
      notebook.note(.left(tied: tied, possible: possible, missing: missing, unplaced: unplaced, at: plan.span))
    }
    return result
  }
}
