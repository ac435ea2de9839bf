import IbidSource
import IbidTypes

/// What the expressions of one operator have in common, to be evaluated once.
///
/// A call of a user's function stands in a plan as the function's expression with the arguments in their places. An argument is
/// there as often as the function names it, an argument of that argument once more for each of these, and so on. Parts are told
/// apart by what they are, not by where they are written: if the first of them can be evaluated, the others can, with the same
/// values.
package struct CommonParts {
  /// The expressions, with `.column(firstColumn + n)` in the places of part `n`.
  package let expressions: [PlanExpression]
  /// Each may read those before it as columns.
  package let parts: [PlanExpression]

  /// nil where nothing worth the trouble occurs twice. `firstColumn`: how many columns there are without the parts.
  package init?(of whole: [PlanExpression], firstColumn: Int) {
    var numbering = Numbering()
    let roots = whole.map { numbering.number($0) }
    for root in roots { numbering.uses[root] += 1 }
    let shared = numbering.nodes.indices.filter { numbering.uses[$0] > 1 && numbering.nodes[$0].isDear }
    if shared.isEmpty { return nil }
    // A node is numbered behind its operands, so these are rebuilt when it is its turn. Most stay as they are.
    var rebuilt: [PlanExpression] = []
    var isChanged: [Bool] = []
    var parts: [PlanExpression] = []
    for (id, node) in numbering.nodes.enumerated() {
      let operands = numbering.operands[id]
      let readsParts = operands.contains { isChanged[$0] }
      var place = 0
      let expression =
        !readsParts
        ? node
        : node.mappingOperands { _ in
          defer { place += 1 }
          return rebuilt[operands[place]]
        }
      let isPart = parts.count < shared.count && shared[parts.count] == id
      if isPart {
        let column = PlanExpression.Kind.column(firstColumn + parts.count)
        rebuilt.append(PlanExpression(column, expression.type, at: expression.span))
        parts.append(expression)
      } else {
        rebuilt.append(expression)
      }
      isChanged.append(isPart || readsParts)
    }
    self.parts = parts
    expressions = roots.map { rebuilt[$0] }
  }

  /// Gives expressions that are alike one number.
  private struct Numbering {
    /// The first of each.
    private(set) var nodes: [PlanExpression] = []
    private(set) var operands: [[Int]] = []
    /// How many nodes and roots have a node as an operand; of nodes that are alike one counts.
    var uses: [Int] = []
    /// The newest node of a hash, and the one before each.
    private var newest: [Int: Int] = [:]
    private var before: [Int?] = []

    mutating func number(_ expression: PlanExpression) -> Int {
      let operands = expression.operands.map { number($0) }
      var hasher = Hasher()
      expression.hashOperation(into: &hasher)
      hasher.combine(operands)
      let hash = hasher.finalize()
      var candidate = newest[hash]
      while let known = candidate {
        if self.operands[known] == operands, nodes[known].isAlike(expression) { return known }
        candidate = before[known]
      }
      before.append(newest[hash])
      newest[hash] = nodes.count
      nodes.append(expression)
      self.operands.append(operands)
      uses.append(0)
      for operand in operands { uses[operand] += 1 }
      return nodes.count - 1
    }
  }
}

extension PlanExpression {
  /// Whether looking a value up is worth more than making it again.
  fileprivate var isDear: Bool {
    switch kind {
    case .call, .matches, .coalesce, .conditional, .follow, .arithmetic: true
    default: false
    }
  }

  /// What is quick to tell of an operation, its operands left out.
  fileprivate func hashOperation(into hasher: inout Hasher) {
    switch kind {
    case .column(let index): hasher.combine(index)
    case .constant(let constant): hasher.combine(constant)
    case .call(let function, _): hasher.combine(function)
    case .matches(_, let pattern, _): hasher.combine(pattern)
    case .follow(_, _, let column): hasher.combine(column)
    case .arithmetic(let operation, _, _): hasher.combine(operation)
    case .compare(let comparison, _, _): hasher.combine(comparison)
    default: break
    }
  }

  /// Whether two operations on the same operands are the same, wherever they are written.
  fileprivate func isAlike(_ other: PlanExpression) -> Bool {
    guard type == other.type else { return false }
    return switch (kind, other.kind) {
    case (.column(let a), .column(let b)): a == b
    case (.constant(let a), .constant(let b)): a == b
    case (.parameter(let a), .parameter(let b)): a == b
    case (.follow(_, let a, let column), .follow(_, let b, let otherColumn)): a == b && column == otherColumn
    case (.part(_, let a), .part(_, let b)): a == b
    case (.arithmetic(let a, _, _), .arithmetic(let b, _, _)): a == b
    case (.compare(let a, _, _), .compare(let b, _, _)): a == b
    case (.test(_, let a), .test(_, let b)): a == b
    case (.call(let a, _), .call(let b, _)): a == b
    case (.matches(_, let a, let ignoresCase), .matches(_, let b, let otherIgnoresCase)):
      a == b && ignoresCase == otherIgnoresCase
    case (.negate, .negate), (.isIn, .isIn), (.not, .not), (.and, .and), (.or, .or), (.coalesce, .coalesce),
      (.conditional, .conditional), (.list, .list), (.range, .range), (.widen, .widen):
      true
    // These may differ in ways that are not looked into, or note something of their place.
    case (.related, .related), (.window, .window), (.listAggregate, .listAggregate), (.scalar, .scalar):
      withoutOperands == other.withoutOperands
    default: false
    }
  }

  private var withoutOperands: PlanExpression {
    mappingOperands { _ in PlanExpression(.column(0), .bool, at: ByteSpan(0, 0)) }
  }
}
