import IbidSource
import IbidTypes

// What a rule must know of an expression before it may move it. All three err on the safe side.

extension PlanExpression {
  /// Cannot fail, whatever the data: it may be computed for more rows or fewer.
  var isTotal: Bool {
    switch kind {
    case .column, .constant, .parameter: true
    case .follow(let a, _, _), .part(let a, _), .not(let a), .test(let a, _), .matches(let a, _, _), .widen(let a):
      a.isTotal
    case .and(let a, let b), .or(let a, let b): a.isTotal && b.isTotal
    // Values of unlike scales may not fit into one.
    case .compare(_, let a, let b): a.isTotal && b.isTotal && !a.type.base.isScaled && !b.type.base.isScaled
    case .isIn(let a, let b): a.isTotal && b.isTotal && !a.type.base.isScaled && !b.type.base.isScaled
    case .list(let elements): elements.allSatisfy { $0.isTotal && !$0.type.base.isScaled }
    case .coalesce, .conditional: !type.base.isScaled && operands.allSatisfy(\.isTotal)
    case .call(let function, let arguments):
      (function == .contains || function == .has) && arguments.allSatisfy(\.isTotal)
    case .window(let window):
      switch window.function {
      case .rowNumber, .rank, .denseRank, .lag, .lead, .carry: window.operands.allSatisfy(\.isTotal)
      case .aggregate: false
      }
    case .negate, .arithmetic, .range, .related, .listAggregate, .scalar: false
    }
  }

  /// Depends on nothing but its row.
  var isOfOneRow: Bool {
    switch kind {
    case .window, .scalar: false
    default: operands.allSatisfy(\.isOfOneRow)
    }
  }

  /// True or false of every row, so that no note counts rows of which it is unknown.
  var isAlwaysKnown: Bool {
    switch kind {
    case .constant(.bool): true
    case .column, .follow: type.base == .bool && isAlwaysThere
    case .compare(_, let a, let b): a.isAlwaysThere && b.isAlwaysThere && a.type.base.isPlain && b.type.base.isPlain
    case .isIn(let a, let list):
      if case .list(let elements) = list.kind {
        a.isAlwaysThere && a.type.base.isPlain
          && elements.allSatisfy { if case .constant(let value) = $0.kind { value != .none } else { false } }
      } else {
        false
      }
    case .and(let a, let b), .or(let a, let b): a.isAlwaysKnown && b.isAlwaysKnown
    case .not(let a): a.isAlwaysKnown
    case .test: true
    case .matches(let a, _, _): a.isAlwaysThere
    case .call(let function, let arguments):
      (function == .contains || function == .has) && arguments.allSatisfy(\.isAlwaysThere)
    default: false
    }
  }

  private var isAlwaysThere: Bool {
    switch kind {
    case .column: !type.isOptional
    case .constant(let value): value != .none
    default: false
    }
  }

  /// Columns of the input that it reads.
  package var columnsRead: Set<Int> {
    if case .column(let index) = kind { return [index] }
    return operands.reduce(into: []) { $0.formUnion($1.columnsRead) }
  }

  package var isColumn: Bool { columnIndex != nil }

  /// Of a column that is read as it stands.
  package var columnIndex: Int? { if case .column(let index) = kind { index } else { nil } }

  /// `a`, `b` and `c` of `a and b and c`.
  package var conjuncts: [PlanExpression] {
    var (found, rest): ([PlanExpression], [PlanExpression]) = ([], [self])
    while let expression = rest.popLast() {
      if case .and(let a, let b) = expression.kind { rest += [b, a] } else { found.append(expression) }
    }
    return found
  }

  /// The conjunction of conditions, which stands where the whole one stood; nil for none.
  package static func all(_ conditions: [PlanExpression], like whole: PlanExpression) -> PlanExpression? {
    guard var result = conditions.first else { return nil }
    for condition in conditions.dropFirst() {
      result = PlanExpression(.and(result, condition), whole.type, at: whole.span)
    }
    if conditions.count == 1, result.type != whole.type { result.type = whole.type }
    result.span = whole.span
    return result
  }
}

extension DataType {
  /// Amounts, which have a scale each and may not fit into a common one.
  var isScaled: Bool {
    switch self {
    case .money, .quantity, .duration: true
    case .list(let element): element.base.isScaled
    default: false
    }
  }

  /// Values that are points: two of them compare as true or false.
  var isPlain: Bool {
    switch self {
    case .bool, .int, .float, .text, .word, .reference: true
    default: false
    }
  }
}
