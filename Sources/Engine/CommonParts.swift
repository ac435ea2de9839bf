import IbidPlan
import IbidSource
import IbidTypes

/// What the expressions of one operator have in common, to be evaluated once.
///
/// A call of a user's function stands in a plan as the function's expression with the arguments in their places. An argument is
/// there as often as the function names it, an argument of that argument once more for each of these, and so on. Parts are told
/// apart by what they are, not by where they are written: if the first of them can be evaluated, the others can, with the same
/// values.
struct CommonParts {
  /// The expressions, with `.column(firstColumn + n)` in the places of part `n`.
  let expressions: [PlanExpression]
  /// Each may read those before it as columns.
  let parts: [PlanExpression]

  /// nil where nothing worth the trouble occurs twice. `firstColumn`: how many columns there are without the parts.
  init?(of whole: [PlanExpression], firstColumn: Int) {
    guard Self.mayRepeat(whole) else { return nil }
    var numbering = Numbering()
    let roots = whole.map { numbering.number($0) }
    for root in roots { numbering.uses[root] += 1 }
    let shared = numbering.nodes.indices.filter { numbering.uses[$0] > 1 && numbering.nodes[$0].isDear }
    if shared.isEmpty { return nil }
    // A node is numbered behind its operands, so these are rebuilt when it is its turn.
    var rebuilt: [PlanExpression] = []
    var parts: [PlanExpression] = []
    for (id, node) in numbering.nodes.enumerated() {
      let expression = node.mappingOperands { $0.operandNumber.map { rebuilt[$0] } ?? $0 }
      if parts.count < shared.count, shared[parts.count] == id {
        let column = PlanExpression.Kind.column(firstColumn + parts.count)
        rebuilt.append(PlanExpression(column, expression.type, at: expression.span))
        parts.append(expression)
      } else {
        rebuilt.append(expression)
      }
    }
    self.parts = parts
    expressions = roots.map { rebuilt[$0] }
  }

  /// Whether two parts worth the trouble look alike: few expressions have such, and numbering them all costs more than a
  /// small table is worth.
  private static func mayRepeat(_ whole: [PlanExpression]) -> Bool {
    var seen: Set<Int> = []
    return whole.contains { $0.look(among: &seen) == nil }
  }

  /// Gives equal expressions one number.
  private struct Numbering {
    /// Operands are numbers, written as columns.
    private(set) var nodes: [PlanExpression] = []
    /// How many nodes and roots have a node as an operand; of nodes that are alike one counts.
    var uses: [Int] = []
    private var numbers: [PlanExpression: Int] = [:]

    mutating func number(_ expression: PlanExpression) -> Int {
      var operands: [Int] = []
      let node = expression.mappingOperands { operand in
        let number = number(operand)
        operands.append(number)
        return PlanExpression(.column(number), .bool, at: Self.nowhere)
      }
      var key = node
      if !expression.isToldByPlace { key.span = Self.nowhere }
      if let known = numbers[key] { return known }
      numbers[key] = nodes.count
      nodes.append(node)
      uses.append(0)
      for operand in operands { uses[operand] += 1 }
      return nodes.count - 1
    }

    private static let nowhere = ByteSpan(0, 0)
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

  /// Whether two of the kind may differ in ways that are not looked into, or note something of their place.
  fileprivate var isToldByPlace: Bool {
    switch kind {
    case .related, .window, .listAggregate, .scalar: true
    default: false
    }
  }

  /// A number that expressions which are alike have in common, wherever they are written; nil once a part worth the trouble
  /// looks like one seen before.
  fileprivate func look(among seen: inout Set<Int>) -> Int? {
    var hasher = Hasher()
    switch kind {
    case .column(let index): hasher.combine(index)
    case .constant(let constant): hasher.combine(constant)
    case .call(let function, _): hasher.combine(function)
    case .matches(_, let pattern, _): hasher.combine(pattern)
    case .follow(_, let table, let column):
      hasher.combine(table)
      hasher.combine(column)
    case .arithmetic(let operation, _, _): hasher.combine(operation)
    case .compare(let comparison, _, _): hasher.combine(comparison)
    case .coalesce: hasher.combine(1)
    case .conditional: hasher.combine(2)
    default: break
    }
    for operand in operands {
      guard let look = operand.look(among: &seen) else { return nil }
      hasher.combine(look)
    }
    let look = hasher.finalize()
    return isDear && !seen.insert(look).inserted ? nil : look
  }

  fileprivate var operandNumber: Int? { if case .column(let number) = kind { number } else { nil } }
}
