package import IbidSource
package import IbidTypes

/// An expression with its type: columns by index, names resolved, literals adapted.
///
/// The engine evaluates it over a whole relation at once; there is no row in it. The span is where it was written, so
/// that a run-time error can point there.
package struct PlanExpression: Sendable, Hashable {
  package var kind: Kind
  package var type: ValueType
  package var span: ByteSpan

  package init(_ kind: Kind, _ type: ValueType, at span: ByteSpan) {
    self.kind = kind
    self.type = type
    self.span = span
  }

  package indirect enum Kind: Sendable, Hashable {
    /// A column of the input.
    case column(Int)
    case constant(Constant)
    /// `$since`; bound when the plan runs.
    case parameter(String)
    /// A column of the row that a reference leads to: `document.title`.
    case follow(PlanExpression, table: String, column: Int)
    /// A part of a value: `amount.currency`.
    case part(PlanExpression, Part)
    case negate(PlanExpression)
    case arithmetic(Arithmetic, PlanExpression, PlanExpression)
    case compare(Comparison, PlanExpression, PlanExpression)
    /// `x in y`: inside an interval, a period or a list.
    case isIn(PlanExpression, PlanExpression)
    case not(PlanExpression)
    case and(PlanExpression, PlanExpression)
    case or(PlanExpression, PlanExpression)
    case test(PlanExpression, ValueTest)
    case coalesce(PlanExpression, PlanExpression)
    case conditional(PlanExpression, PlanExpression, PlanExpression)
    case call(ScalarFunction, [PlanExpression])
    /// Linear-time regular expression search in a text.
    case matches(PlanExpression, pattern: String, ignoresCase: Bool)
    case list([PlanExpression])
    /// Two ends into an interval or period: `a..b`.
    case range(PlanExpression, PlanExpression)
    /// An aggregate over the rows of another table that refer to this row: `money.sum(amount)` beside `documents`.
    case related(RelatedAggregate)
    /// A value made of other rows of the same table: `lag(value per measure sort published)`.
    case window(Window)
    /// An aggregate over the elements of each row's list: `names.count()`; `second` is the share of a `quantile`.
    case listAggregate(AggregateFunction, PlanExpression, second: PlanExpression?)
    /// The only cell of a plan that has one row and one column.
    case scalar(Plan)
    /// Text of a closed word set read as text, an int as a float, a list of one type as another.
    case widen(PlanExpression)
  }
}

/// `quotes[speaker].count()`: rows of a table whose reference `column` leads to the row's own reference value.
package struct RelatedAggregate: Sendable, Hashable {
  /// What the user calls the table.
  package var name: String
  /// The scan of the table, or the view.
  package var rows: Plan
  /// Index of the reference column in `rows`.
  package var column: Int
  /// The row of the referred table: index of that row, as a reference.
  package var reference: PlanExpression
  package var aggregate: Aggregate

  package init(of name: String, rows: Plan, column: Int, reference: PlanExpression, aggregate: Aggregate) {
    self.name = name
    self.rows = rows
    self.column = column
    self.reference = reference
    self.aggregate = aggregate
  }
}

/// A literal whose type is known.
package enum Constant: Sendable, Hashable {
  case none
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
  case measure(Measure, MeasureKind)
  case moment(Moment)
}

package enum Arithmetic: String, Sendable, Hashable {
  case add = "+"
  case subtract = "-"
  case multiply = "*"
  case divide = "/"
}

package enum Comparison: String, Sendable, Hashable, CaseIterable {
  case equal = "=="
  case notEqual = "!="
  case less = "<"
  case lessOrEqual = "<="
  case greater = ">"
  case greaterOrEqual = ">="

  /// The comparison that holds of (b, a) where this one holds of (a, b).
  package var flipped: Comparison {
    switch self {
    case .equal: .equal
    case .notEqual: .notEqual
    case .less: .greater
    case .lessOrEqual: .greaterOrEqual
    case .greater: .less
    case .greaterOrEqual: .lessOrEqual
    }
  }
}

package enum ValueTest: String, Sendable, Hashable { case none, known, exact, resolved }

/// What can be taken out of a value with a dot.
package enum Part: String, Sendable, Hashable, CaseIterable {
  case number, low, high, hedge, unit, currency, text, worded
  case grain, partial
  case file, line, start, end
}

/// An aggregate with its argument, its own filter and order.
package struct Aggregate: Sendable, Hashable {
  package var function: AggregateFunction
  package var argument: PlanExpression?
  /// The second argument: the key of `min_by`, the share of `quantile`.
  package var second: PlanExpression?
  package var filter: PlanExpression?
  /// The order in which the rows are taken (`list(x sort d)`); empty for the order they have.
  package var order: [SortOrder]
  /// Of a sum: what each value is per (`each`), so that yearly rates added to totals are noticed.
  package var rate: PlanExpression?
  package var type: ValueType
  package var span: ByteSpan

  package init(
    function: AggregateFunction, argument: PlanExpression?, second: PlanExpression? = nil,
    filter: PlanExpression? = nil, order: [SortOrder] = [], rate: PlanExpression? = nil, type: ValueType,
    span: ByteSpan
  ) {
    self.function = function
    self.argument = argument
    self.second = second
    self.filter = filter
    self.order = order
    self.rate = rate
    self.type = type
    self.span = span
  }
}

extension PlanExpression {
  /// The expressions that it is made of, all over the same input.
  package var operands: [PlanExpression] {
    switch kind {
    case .column, .constant, .parameter, .scalar: []
    case .follow(let a, _, _), .part(let a, _), .negate(let a), .not(let a), .test(let a, _), .matches(let a, _, _),
      .widen(let a):
      [a]
    case .listAggregate(_, let list, let second): [list] + (second.map { [$0] } ?? [])
    case .arithmetic(_, let a, let b), .compare(_, let a, let b), .isIn(let a, let b), .and(let a, let b),
      .or(let a, let b),
      .coalesce(let a, let b), .range(let a, let b):
      [a, b]
    case .conditional(let a, let b, let c): [a, b, c]
    case .call(_, let arguments), .list(let arguments): arguments
    case .related(let related): [related.reference]
    case .window(let window): window.operands
    }
  }

  /// Names of the parameters that it reads, each once.
  package var parameters: [String] {
    if case .parameter(let name) = kind { return [name] }
    var names: [String] = []
    for operand in operands { for name in operand.parameters where !names.contains(name) { names.append(name) } }
    return names
  }

  /// The same expression over columns that stand `offset` places further.
  package func shiftingColumns(by offset: Int) -> PlanExpression { mappingColumns { $0 + offset } }

  /// The same expression over other columns.
  package func mappingColumns(_ change: (Int) -> Int) -> PlanExpression {
    if case .column(let index) = kind {
      var copy = self
      copy.kind = .column(change(index))
      return copy
    }
    return mappingOperands { $0.mappingColumns(change) }
  }

  /// The same operation on changed operands.
  package func mappingOperands(_ map: (PlanExpression) -> PlanExpression) -> PlanExpression {
    var copy = self
    switch kind {
    case .column, .constant, .parameter, .scalar: break
    case .follow(let a, let table, let column): copy.kind = .follow(map(a), table: table, column: column)
    case .part(let a, let part): copy.kind = .part(map(a), part)
    case .negate(let a): copy.kind = .negate(map(a))
    case .arithmetic(let op, let a, let b): copy.kind = .arithmetic(op, map(a), map(b))
    case .compare(let op, let a, let b): copy.kind = .compare(op, map(a), map(b))
    case .isIn(let a, let b): copy.kind = .isIn(map(a), map(b))
    case .not(let a): copy.kind = .not(map(a))
    case .and(let a, let b): copy.kind = .and(map(a), map(b))
    case .or(let a, let b): copy.kind = .or(map(a), map(b))
    case .test(let a, let test): copy.kind = .test(map(a), test)
    case .coalesce(let a, let b): copy.kind = .coalesce(map(a), map(b))
    case .conditional(let a, let b, let c): copy.kind = .conditional(map(a), map(b), map(c))
    case .call(let function, let arguments): copy.kind = .call(function, arguments.map(map))
    case .matches(let a, let pattern, let ignoresCase):
      copy.kind = .matches(map(a), pattern: pattern, ignoresCase: ignoresCase)
    case .list(let elements): copy.kind = .list(elements.map(map))
    case .range(let a, let b): copy.kind = .range(map(a), map(b))
    case .related(var related):
      related.reference = map(related.reference)
      copy.kind = .related(related)
    case .window(let window): copy.kind = .window(window.mapping(map))
    case .listAggregate(let function, let list, let second):
      copy.kind = .listAggregate(function, map(list), second: second.map(map))
    case .widen(let a): copy.kind = .widen(map(a))
    }
    return copy
  }
}

extension PlanExpression {
  /// Whether a comparison in this condition is one of money, so that other units are other currencies; also where it is
  /// the value of a column that a step below has made.
  package func comparesMoney(over input: Plan?) -> Bool {
    switch kind {
    case .column(let index):
      switch input?.node {
      case .project(let below, let values)?:
        index < values.count && values[index].type.base == .bool && values[index].comparesMoney(over: below)
      case .filter(let below, _)?, .sort(let below, _)?, .slice(let below, _, _)?, .sample(let below, _, _)?,
        .top(let below, _, _, _)?, .leading(let below, _, _, _)?, .distinct(let below, _)?, .search(let below, _, _)?,
        .view(_, _, let below, _)?, .output(let below, _)?:
        comparesMoney(over: below)
      case .join(_, let left, let right, _, _, _, _)?:
        index < left.schema.count
          ? comparesMoney(over: left)
          : PlanExpression(.column(index - left.schema.count), type, at: span).comparesMoney(over: right)
      default: false
      }
    case .compare(_, let a, let b), .isIn(let a, let b):
      if case .money = a.type.base { true } else if case .money = b.type.base { true } else { false }
    case .and(let a, let b), .or(let a, let b): a.comparesMoney(over: input) || b.comparesMoney(over: input)
    case .not(let a): a.comparesMoney(over: input)
    default: false
    }
  }
}
