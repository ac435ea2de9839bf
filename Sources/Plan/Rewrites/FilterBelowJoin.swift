import IbidSource
import IbidTypes

/// Conditions on one side of a join choose that side's rows before the join.
///
///     where lang == "en" and kind == "note"     join p on doc == p.doc
///       join p on doc == p.doc              →     where kind == "note"
///                                                 where lang == "en"
///
/// Only conditions that are true or false of every row, since a `where` notes of how many rows it is unknown; on the left side
/// of any join but a full one, on the right side of an inner one, where a row without a match is not kept anyway.
enum FilterBelowJoin: PlanRule {
  static func apply(to plan: Plan) -> Plan? {
    guard case .filter(let join, let condition) = plan.node,
      case .join(let kind, let left, let right, let keys, let nearest, let test, let name) = join.node,
      kind != .full, condition.isTotal,
      keys.allSatisfy({ $0.left.isMovableKey && $0.right.isMovableKey }), test?.isTotal ?? true,
      nearest.map({ $0.left.isMovableKey && $0.right.isMovableKey }) ?? true
    else { return nil }
    let width = left.schema.count
    var (ofLeft, ofRight, rest): ([PlanExpression], [PlanExpression], [PlanExpression]) = ([], [], [])
    for part in condition.conjuncts {
      let columns = part.columnsRead
      if !part.isAlwaysKnown || !part.isOfOneRow || columns.isEmpty {
        rest.append(part)
      } else if columns.allSatisfy({ $0 < width }) {
        ofLeft.append(part)
      } else if kind == .inner, columns.allSatisfy({ $0 >= width }) {
        ofRight.append(part.shiftingColumns(by: -width))
      } else {
        rest.append(part)
      }
    }
    if ofLeft.isEmpty, ofRight.isEmpty { return nil }
    func filtered(_ side: Plan, _ parts: [PlanExpression]) -> Plan {
      PlanExpression.all(parts, like: condition).map { plan.with(.filter(side, $0), schema: side.schema) } ?? side
    }
    let joined = join.with(
      .join(
        kind, filtered(left, ofLeft), filtered(right, ofRight), keys: keys, nearest: nearest, condition: test,
        name: name), schema: rest.isEmpty ? plan.schema : join.schema)
    return PlanExpression.all(rest, like: condition).map { plan.with(.filter(joined, $0), schema: plan.schema) }
      ?? joined
  }
}

extension PlanExpression {
  /// Cannot fail when the keys of both sides are brought together.
  fileprivate var isMovableKey: Bool { isTotal && isOfOneRow && !type.base.isScaled }
}
