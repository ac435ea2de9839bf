import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Expressions over one row.
extension Oracle {
  func cell(_ expression: PlanExpression, _ row: Row) throws -> Cell {
    func value(_ expression: PlanExpression) throws -> Value { try cell(expression, row).value }
    switch expression.kind {
    case .column(let index): return row.cells[index]
    case .constant(let constant): return Cell(Self.value(constant))
    case .follow(let inner, let table, let column):
      guard case .reference(_, let target) = try value(inner) else { return Cell(.none) }
      return Cell(snapshot.tables[table]!.columns[column].value(at: Int(target)))
    case .part(let inner, let part): return Cell(Self.part(part, try value(inner)))
    case .negate(let inner): return Cell(try Self.negated(try value(inner)))
    case .arithmetic(let op, let a, let b):
      return Cell(try Self.arithmetic(op, try value(a), try value(b), expression.type.base))
    case .compare(let op, let a, let b):
      return Cell(try Self.compare(op, try value(a), a.type.base, try value(b), b.type.base))
    case .isIn(let a, let b):
      if case .list(let elements) = b.kind {
        return Cell(
          try elements.reduce(.no) {
            try $0 | Self.compare(.equal, try value(a), a.type.base, try value($1), $1.type.base)
          })
      }
      return Cell(Self.isIn(try value(a), a.type.base, try value(b)))
    case .not(let inner): return Cell(!(try cell(inner, row).truth))
    case .and(let a, let b): return Cell(try cell(a, row).truth & cell(b, row).truth)
    case .or(let a, let b): return Cell(try cell(a, row).truth | cell(b, row).truth)
    case .test(let inner, let test): return Cell(.bool(Self.test(test, try value(inner))))
    case .coalesce(let a, let b):
      let first = try cell(a, row)
      return first.value == .none ? try cell(b, row) : first
    case .conditional(let condition, let a, let b):
      switch try cell(condition, row).truth {
      case .yes: return try cell(a, row)
      case .no: return try cell(b, row)
      case .unknown: return Cell(.none)
      }
    case .call(.same, let arguments): return Cell(.bool(Self.areSame(try value(arguments[0]), try value(arguments[1]))))
    case .call(.possibly, let arguments): return Cell(.bool(try cell(arguments[0], row).truth != .no))
    case .call(.certainly, let arguments): return Cell(.bool(try cell(arguments[0], row).truth == .yes))
    case .listAggregate(let function, let list):
      guard case .list(let elements) = try value(list), case .list(let element) = list.type.base else {
        return try Self.aggregate(function, [], expression.type.base)
      }
      return try Self.aggregate(function, elements.map { (Cell($0), .none) }, element.base)
    default: fatalError("the oracle does not know \(expression.kind)")
    }
  }

  static func value(_ constant: Constant) -> Value {
    switch constant {
    case .none: .none
    case .bool(let value): .bool(value)
    case .int(let value): .int(value)
    case .float(let value): .float(value)
    case .text(let value): .text(value)
    case .measure(let value, let kind): .measure(value, kind)
    case .moment(let value): .moment(value)
    }
  }

  // MARK: Conditions

  static func compare(_ op: Comparison, _ a: Value, _ aType: DataType, _ b: Value, _ bType: DataType) throws -> Truth {
    switch (a, b) {
    case (.none, _), (_, .none): .unknown(.missing)
    case (.int(let x), .int(let y)): Truth(holds(op, x, y))
    case (.float(let x), .float(let y)): Truth(holds(op, x, y))
    case (.bool(let x), .bool(let y)): Truth(holds(op, x ? 1 : 0, y ? 1 : 0))
    case (.reference(_, let x), .reference(_, let y)): Truth(holds(op, x, y))
    case (.text, .text): Truth(holds(op, order(a, b), 0))
    case (.measure(let x, _), .measure(let y, _)): compare(op, x, y)
    case (.moment(let x), .moment(let y)): compare(op, x, isDate: aType == .date, y, isDate: bType == .date)
    default: fatalError("\(a) and \(b) do not compare")
    }
  }

  static func isIn(_ a: Value, _ aType: DataType, _ b: Value) -> Truth {
    switch (a, b) {
    case (.none, _), (_, .none): .unknown(.missing)
    case (.moment(let x), .moment(let y)): isIn(x, isDate: aType == .date, y)
    case (.measure(let x, _), .measure(let y, _)): compare(nil, x, y)
    case (_, .list(let elements)): Truth(elements.contains { areSame($0, a) })
    default: fatalError("\(a) is in no \(b)")
    }
  }

  private static func test(_ test: ValueTest, _ value: Value) -> Bool {
    switch (test, value) {
    case (.none, _): return value == .none
    case (.known, _): return value != .none
    case (_, .none): return false
    case (.exact, .measure(let measure, _)):
      return measure.low != nil && measure.low == measure.high && !measure.isLowOpen && !measure.isHighOpen
        && !measure.isHedged
    case (.exact, .moment(let moment)):
      guard let low = moment.low, let high = moment.high else { return false }
      return Calendar.day(ofSecond: low) == Calendar.day(ofSecond: high)
    case (.resolved, .moment(let moment)): return moment.isResolved
    default: return true
    }
  }

  private static func part(_ part: Part, _ value: Value) -> Value {
    switch (part, value) {
    case (_, .none): return .none
    case (.unit, .measure(let measure, _)), (.currency, .measure(let measure, _)): return .text(measure.unit)
    case (.low, .measure(let measure, _)): return measure.low.map { .float($0.double) } ?? .none
    case (.high, .measure(let measure, _)): return measure.high.map { .float($0.double) } ?? .none
    case (.hedge, .measure(let measure, _)): return measure.isHedged ? .text("about") : .none
    case (.number, .measure(let measure, _)):
      switch (measure.low, measure.high) {
      case (let low?, let high?): return low == high ? .float(low.double) : .none
      case (let only?, nil), (nil, let only?): return .float(only.double)
      default: return .none
      }
    case (.grain, .moment(let moment)): return .text(moment.grain.name)
    default: fatalError("no \(part) of \(value)")
    }
  }

  // MARK: Arithmetic

  static func negated(_ value: Value) throws -> Value {
    switch value {
    case .int(let number):
      if number == .min { throw Overflow() }
      return .int(-number)
    case .float(let number): return .float(-number)
    case .measure(let measure, let kind):
      return .measure(
        Measure(
          low: measure.high?.negated, high: measure.low?.negated, isLowOpen: measure.isHighOpen,
          isHighOpen: measure.isLowOpen,
          isHedged: measure.isHedged, isChange: measure.isChange, unit: measure.unit), kind)
    default: return .none
    }
  }

  static func arithmetic(_ op: Arithmetic, _ a: Value, _ b: Value, _ type: DataType) throws -> Value {
    func whole(_ result: (partialValue: Int64, overflow: Bool)) throws -> Value {
      if result.overflow { throw Overflow() }
      return .int(result.partialValue)
    }
    func float(_ result: Double) -> Value { result.isFinite ? .float(result) : .none }
    switch (op, a, b) {
    case (_, .none, _), (_, _, .none): return .none
    case (.add, .int(let x), .int(let y)): return try whole(x.addingReportingOverflow(y))
    case (.subtract, .int(let x), .int(let y)): return try whole(x.subtractingReportingOverflow(y))
    case (.multiply, .int(let x), .int(let y)): return try whole(x.multipliedReportingOverflow(by: y))
    case (.divide, .int(let x), .int(let y)): return y == 0 ? .none : float(Double(x) / Double(y))
    case (.add, .float(let x), .float(let y)): return float(x + y)
    case (.subtract, .float(let x), .float(let y)): return float(x - y)
    case (.multiply, .float(let x), .float(let y)): return float(x * y)
    case (.divide, .float(let x), .float(let y)): return y == 0 ? .none : float(x / y)
    case (.add, .text(let x), .text(let y)): return .text(x + y)
    case (.add, .measure(let x, let kind), .measure(let y, _)):
      return try sum(x, y, type).map { .measure($0, kind) } ?? .none
    case (.subtract, .measure(let x, let kind), .measure):
      guard case .measure(let y, _) = try negated(b) else { return .none }
      return try sum(x, y, type).map { .measure($0, kind) } ?? .none
    default: fatalError("the oracle does not compute \(a) \(op.rawValue) \(b)")
    }
  }

  /// In the left side's unit, or the type's where it says another; nil if the units are of two kinds.
  private static func sum(_ a: Measure, _ b: Measure, _ type: DataType) throws -> Measure? {
    guard let factor = Unit.factor(from: b.unit, to: a.unit) else { return nil }
    func add(_ x: ExactNumber?, _ y: ExactNumber?) throws -> ExactNumber? {
      guard let x, let y else { return nil }
      guard let scaled = y.multiplied(by: factor), let result = x.adding(scaled) else { throw Overflow() }
      return result
    }
    var unit = a.unit
    if case .quantity(let known?) = type { unit = known }
    return Measure(
      low: try add(a.low, b.low), high: try add(a.high, b.high), isLowOpen: a.isLowOpen || b.isLowOpen,
      isHighOpen: a.isHighOpen || b.isHighOpen, isHedged: a.isHedged || b.isHedged, unit: unit)
  }
}
