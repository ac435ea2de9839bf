import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Contradictions by comparing every row with every later one.
extension Oracle {
  func conflicts(
    _ rows: [Row], _ value: PlanExpression, _ keys: [PlanExpression], includesPossible: Bool, _ plan: Plan
  ) throws -> [Row] {
    let rows = try prepared(rows, for: keys + [value]).map { row in
      (row: row, keys: try keys.map { try cell($0, row).value }, value: try cell(value, row).value)
    }
    let withoutValue = rows.count { $0.value == .none }
    let withoutKey = rows.count { row in
      row.value != .none && !zip(row.keys, keys).allSatisfy { Self.areCertainlyEqual($0, $0, $1.type.base) }
    }
    if withoutValue + withoutKey > 0 {
      notebook.note(.incomparable(withoutValue: withoutValue, withoutKey: withoutKey, at: plan.span))
    }
    var result: [Row] = []
    for (index, a) in rows.enumerated() {
      for b in rows[(index + 1)...] {
        let areOfOneKey = zip(zip(a.keys, b.keys), keys).allSatisfy { Self.areCertainlyEqual($0.0, $0.1, $1.type.base) }
        if !areOfOneKey || a.value == .none || b.value == .none { continue }
        let areEqual = try Self.compare(.equal, a.value, value.type.base, b.value, value.type.base)
        let isCertain = areEqual == .no
        let isPossible: Bool
        switch areEqual {
        case .yes, .no, .unknown(.missing), .unknown(.otherUnit): isPossible = false
        case .unknown: isPossible = includesPossible && !Self.areSame(a.value, b.value)
        }
        guard isCertain || isPossible else { continue }
        result.append(
          Row(cells: a.row.cells + b.row.cells + [Cell(.bool(isCertain))], sources: a.row.sources + b.row.sources))
      }
    }
    return result
  }
}
