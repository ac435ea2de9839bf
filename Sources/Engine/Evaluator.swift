import IbidColumns
import IbidPatterns
import IbidPlan
import IbidSource
import IbidTypes

/// Evaluates expressions over a relation, a whole column at a time.
///
/// A column of the relation is gathered once and kept for the other expressions of the same operator.
struct Evaluator {
  let relation: Relation
  private(set) var executor: Executor
  private var gathered: [Int: Operand] = [:]
  /// What expressions have in common, as columns behind those of the relation.
  private var parts: [PlanExpression] = []

  init(_ relation: Relation, _ executor: Executor) {
    self.relation = relation
    self.executor = executor
  }

  var count: Int { relation.rowCount }

  /// The same, with what is noticed going to another executor.
  func run(by other: Executor) -> Evaluator {
    var copy = self
    copy.executor = other
    return copy
  }

  /// Expressions over the same rows with the same values, what they have in common to be evaluated only once.
  ///
  /// For one call; only this evaluator knows the columns that the result may name.
  mutating func sharing(_ expressions: [PlanExpression]) -> [PlanExpression] {
    guard parts.isEmpty, let common = CommonParts(of: expressions, firstColumn: relation.columns.count) else {
      return expressions
    }
    parts = common.parts
    return common.expressions
  }

  /// At full length.
  mutating func column(_ expression: PlanExpression) throws(EngineError) -> Column {
    try evaluate(expression).expanded(to: count)
  }

  /// A condition, at full length.
  mutating func truth(_ expression: PlanExpression) throws(EngineError) -> BoolColumn {
    if case .bool(let column) = try column(expression) { return column }
    let none = Bitmap(repeating: false, count: count)
    return BoolColumn(none, validity: none)
  }

  /// A column of the relation, or a common part behind these, for all expressions that read it.
  @discardableResult
  mutating func gather(_ index: Int) throws(EngineError) -> Operand {
    if let operand = gathered[index] { return operand }
    let part = index - relation.columns.count
    let operand = part < 0 ? Operand(relation.column(index)) : try evaluate(parts[part])
    gathered[index] = operand
    return operand
  }

  mutating func evaluate(_ expression: PlanExpression) throws(EngineError) -> Operand {
    switch expression.kind {
    case .column(let index): return try gather(index)
    case .constant(let constant):
      return Operand(.constant(Value(constant), type: expression.type.base), isConstant: true)
    case .parameter(let name):
      return Operand(.constant(executor.parameters[name] ?? .none, type: expression.type.base), isConstant: true)
    case .follow(let inner, let table, let index):
      let operand = try evaluate(inner)
      guard let target = executor.snapshot.tables[table] else {
        return Operand(.missing(expression.type.base, count: 1), isConstant: true)
      }
      if case .list(let lists) = operand.column, case .reference(let references) = lists.elements {
        let elements = target.columns[index].gathered(references.rowsOrMissing)
        return Operand(lists.mapping(elements), isConstant: operand.isConstant)
      }
      guard case .reference(let references) = operand.column else {
        return Operand(.missing(expression.type.base, count: 1), isConstant: true)
      }
      return Operand(target.columns[index].gathered(references.rowsOrMissing), isConstant: operand.isConstant)
    case .part(let inner, let part):
      let operand = try evaluate(inner)
      if case .list(let lists) = operand.column {
        let part = Parts.part(part, of: lists.elements, type: expression.type.base.element)
        return Operand(lists.mapping(part), isConstant: operand.isConstant)
      }
      return Operand(Parts.part(part, of: operand.column, type: expression.type.base), isConstant: operand.isConstant)
    case .negate(let inner): return try negated(evaluate(inner), at: expression.span)
    case .arithmetic(let operation, let a, let b):
      if operation != .divide, let column = try formula(expression) { return Operand(column) }
      return try arithmetic(operation, a, b, expression)
    case .compare(let comparison, let a, let b): return try compare(comparison, a, b)
    case .isIn(let a, let b): return try isIn(a, b)
    case .not(let inner):
      let operand = try evaluate(inner)
      guard case .bool(let column) = operand.column else { return operand }
      return Operand(.bool(Kleene.not(column)), isConstant: operand.isConstant)
    case .and(let a, let b):
      if let bits = try testedConjunction(expression) { return Operand(.bool(BoolColumn(bits))) }
      return try Operand(.bool(Kleene.and(truth(a), truth(b))))
    case .or(let a, let b): return try Operand(.bool(Kleene.or(truth(a), truth(b))))
    case .test(let inner, let test):
      let operand = try evaluate(inner)
      return Operand(.bool(BoolColumn(Parts.test(test, operand.column))), isConstant: operand.isConstant)
    case .coalesce(let a, let b): return try coalesced(a, b, expression)
    case .conditional(let test, let then, let otherwise): return try conditional(test, then, otherwise, expression)
    case .call(let function, let arguments): return try call(function, arguments, expression)
    case .matches(let inner, let pattern, let ignoresCase):
      let operand = try evaluate(inner)
      guard case .text(let texts) = operand.column,
        let found = try? PatternCache.shared.entry(pattern, ignoresCase: ignoresCase)
      else {
        return Operand(.missing(.bool, count: 1), isConstant: true)
      }
      return Operand(
        .bool(TextKernels.search(texts, for: found.regex, having: found.literals)), isConstant: operand.isConstant)
    case .list(let elements):
      return try list(of: elements, expression)
    case .range(let a, let b): return try Ranges.range(evaluate(a), evaluate(b), expression, count: count)
    case .related(let related): return try self.related(related, expression)
    case .window(let window): return try self.window(window, expression)
    case .listAggregate(let function, let list, let share):
      let operand = try evaluate(list)
      guard case .list(let lists) = operand.column else {
        return Operand(.missing(expression.type.base, count: 1), isConstant: true)
      }
      let ids = lists.owners.map { $0 == lists.count ? -1 : $0 }
      let second = try share.map { (share: PlanExpression) throws(EngineError) -> Column in try evaluate(share).column }
      return try Operand(
        aggregated(Aggregation(ids: ids, groupCount: lists.count), function, lists.elements, second, expression),
        isConstant: operand.isConstant)
    case .scalar(let plan):
      let result = try executor.relation(plan)
      guard result.rowCount == 1, let index = plan.schema.fields.indices.first else {
        return Operand(.missing(expression.type.base, count: 1), isConstant: true)
      }
      return Operand(result.column(index), isConstant: true)
    case .widen(let inner):
      let operand = try evaluate(inner)
      guard expression.type.base == .float, case .int(let ints) = operand.column else { return operand }
      return Operand(
        .float(FixedColumn(ints.values.map(Double.init), validity: ints.validity)), isConstant: operand.isConstant)
    }
  }

  /// `[a, b, c]`; of constants alone it is a constant.
  private mutating func list(of elements: [PlanExpression], _ expression: PlanExpression) throws(EngineError)
    -> Operand
  {
    var operands: [Operand] = []
    for element in elements { operands.append(try evaluate(element)) }
    let isConstant = operands.allSatisfy(\.isConstant)
    let (rows, width) = (isConstant ? 1 : count, elements.count)
    var all = Column.missing(expression.type.base.element, count: 0)
    for operand in operands {
      all = try both(all, isConstant ? operand.column : operand.expanded(to: rows), expression)
    }
    let order = [Int32](morsels: rows * width, filler: 0) { range, order in
      for place in range { order[place] = Int32(place % width * rows + place / width) }
    }
    let lists = ListColumn(offsets: (0...rows).map { Int32($0 * width) }, elements: all.gathered(order))
    return Operand(.list(lists), isConstant: isConstant)
  }

  /// The rows of two columns of one type, one after the other.
  func both(_ a: Column, _ b: Column, _ expression: PlanExpression) throws(EngineError) -> Column {
    guard let joined = Column.concatenated(a, b) else {
      throw .failed(.overflow("a value of this column", at: expression.span))
    }
    return joined
  }
}

extension Value {
  init(_ constant: Constant) {
    switch constant {
    case .none: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    case .text(let value): self = .text(value)
    case .measure(let value, let kind): self = .measure(value, kind)
    case .moment(let value): self = .moment(value)
    }
  }
}

extension ReferenceColumn {
  /// Rows with -1 for missing.
  var rowsOrMissing: [Int32] {
    guard let validity else { return rows }
    return [Int32](capacity: rows.count) { output in
      for row in rows.indices { output.append(validity[row] ? rows[row] : -1) }
    }
  }
}

extension FixedColumn where Element == Int64 {
  /// Whether a row is the one number that cannot be negated.
  var holdsLeast: Bool { values.contains(.min) && values.indices.contains { values[$0] == .min && isValid($0) } }
}

extension ListColumn {
  /// The same lists of other elements, one for each.
  func mapping(_ elements: Column) -> Column {
    .list(ListColumn(offsets: offsets, elements: elements, validity: validity))
  }
}

extension MomentRole {
  init(_ type: DataType) { self = type == .period ? .period : .date }
}

extension DataType {
  /// Of a list's elements.
  var element: DataType { if case .list(let element) = self { element.base } else { .int } }
}
