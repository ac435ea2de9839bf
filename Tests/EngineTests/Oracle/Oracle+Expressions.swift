import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Expressions over one row.
extension Oracle {
  /// Something made of a value, or of each element of a list.
  private static func each(_ value: Value, _ make: (Value) throws -> Value) rethrows -> Value {
    if case .list(let elements) = value { .list(try elements.map(make)) } else { try make(value) }
  }

  func cell(_ expression: PlanExpression, _ row: Row) throws -> Cell {
    func value(_ expression: PlanExpression) throws -> Value { try cell(expression, row).value }
    switch expression.kind {
    case .column(let index): return row.cells[index]
    case .constant(let constant): return Cell(Self.value(constant))
    case .follow(let inner, let table, let column):
      return Cell(
        Self.each(try value(inner)) { value in
          guard case .reference(_, let target) = value else { return .none }
          return snapshot.tables[table]!.columns[column].value(at: Int(target))
        })
    case .part(let inner, let part): return Cell(try Self.each(try value(inner)) { try Self.part(part, $0) })
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
      return Cell(try Self.isIn(try value(a), a.type.base, try value(b)))
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
    case .call(.has, let arguments) where arguments[0].type.base.isReference:
      return Cell(try isNamed(try value(arguments[0]), try value(arguments[1])))
    case .call(let function, let arguments) where function != .possibly && function != .certainly:
      let values = try arguments.map(value)
      // Rows are printed by their names, which are in the tables.
      switch (function, values[0]) {
      case (.text, let value) where value != .none: return Cell(.text(printed(value)))
      case (.join, .list(let elements)) where values[1] != .none:
        return Cell(.text(elements.map(printed).joined(separator: Self.string(values[1]))))
      default: return Cell(try Self.call(function, values, arguments.map(\.type.base), expression.type.base))
      }
    case .call(.possibly, let arguments): return Cell(.bool(try cell(arguments[0], row).truth != .no))
    case .call(.certainly, let arguments): return Cell(.bool(try cell(arguments[0], row).truth == .yes))
    case .listAggregate(let function, let list, let second):
      let key = try second.map(value) ?? .none
      guard case .list(let elements) = try value(list), case .list(let element) = list.type.base else {
        return try Self.aggregate(function, [], expression.type.base)
      }
      return try Self.aggregate(function, elements.map { (Cell($0), key) }, element.base)
    case .parameter(let name): return Cell(parameters[name] ?? .none)
    case .window(let window): return row.windows[window] ?? Cell(.none)
    case .scalar(let plan): return notebook.scalars[plan] ?? Cell(.none)
    case .related(let related): return try self.related(related, row).cell
    case .list(let elements): return Cell(.list(try elements.map(value)))
    case .range(let a, let b): return Cell(try Self.range(try value(a), try value(b)))
    case .widen(let inner):
      let cell = try cell(inner, row)
      if case .int(let number) = cell.value, expression.type.base == .float { return Cell(.float(Double(number))) }
      return cell
    case .matches(let inner, let pattern, let ignoresCase):
      guard case .text(let text) = try value(inner) else { return Cell(.none) }
      return Cell(.bool(try Self.matches(text, pattern, ignoresCase: ignoresCase)))
    default: throw NotCovered(what: "\(expression.kind)")
    }
  }

  /// Whether a row is called so: its name or title, or one of its aliases, letter for letter but folded.
  func isNamed(_ reference: Value, _ wanted: Value) throws -> Value {
    guard case .reference(let name, let row) = reference, case .text(let words) = wanted,
      let table = snapshot.tables[name]
    else { return .none }
    func names(_ row: Int) -> [String] {
      var names: [Value] = []
      if let column = table.column("name") ?? table.column("title") { names.append(column.value(at: row)) }
      if case .list(let aliases)? = table.column("aliases")?.value(at: row) { names += aliases }
      return names.compactMap { if case .text(let name) = $0 { name } else { nil } }
    }
    func isCalled(_ row: Int) -> Bool { names(row).contains { Self.folded($0) == Self.folded(words) } }
    if (0..<table.rowCount).contains(where: isCalled) { return .bool(isCalled(Int(row))) }
    let sought = Self.folded(words)
    return .bool(!sought.isEmpty && names(Int(row)).contains { Self.occurrences(sought, Self.folded($0)) > 0 })
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
    default: throw NotCovered(what: "comparing \(a) with \(b)")
    }
  }

  static func isIn(_ a: Value, _ aType: DataType, _ b: Value) throws -> Truth {
    switch (a, b) {
    case (.none, _), (_, .none): .unknown(.missing)
    case (.moment(let x), .moment(let y)): isIn(x, isDate: aType == .date, y)
    case (.measure(let x, _), .measure(let y, _)): compare(nil, x, y)
    case (_, .list(let elements)): Truth(elements.contains { areSame($0, a) })
    case (.int(let x), .measure(let y, _)): compare(nil, Measure(ExactNumber(whole: Int128(x)), unit: ""), y)
    case (.float(let x), .measure(let y, _)):
      compare(nil, Measure(ExactNumber(shortestDecimalOf: x) ?? .zero, unit: ""), y)
    default: throw NotCovered(what: "\(a) in \(b)")
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

  private static func part(_ part: Part, _ value: Value) throws -> Value {
    switch (part, value) {
    case (_, .none): return .none
    case (.text, .measure(let measure, _)): return measure.text.map { .text($0) } ?? .none
    case (.worded, .measure(let measure, _)): return (measure.worded ?? measure.text).map { .text($0) } ?? .none
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
    case (.text, .moment(let moment)): return moment.text.map { .text($0) } ?? .none
    case (.partial, .moment(let moment)): return moment.partial.map { .text($0) } ?? .none
    case (.low, .moment(let moment)): return day(moment.low)
    case (.high, .moment(let moment)): return day(moment.high)
    case (.file, .source(let file, _, _, _)): return .text(file)
    case (.line, .source(_, let line, _, _)): return .int(Int64(line))
    case (.start, .source(_, _, let start, _)): return .int(start)
    case (.end, .source(_, _, _, let end)): return .int(end)
    default: throw NotCovered(what: "\(part) of \(value)")
    }
  }

  /// The day in which a second lies.
  private static func day(_ second: Int64?) -> Value {
    second.map {
      .moment(Moment(firstDay: Calendar.day(ofSecond: $0), lastDay: Calendar.day(ofSecond: $0), grain: .day))
    }
      ?? .none
  }

  private static func matches(_ text: String, _ pattern: String, ignoresCase: Bool) throws -> Bool {
    let regex = try Regex(pattern)
    return text.contains(ignoresCase ? regex.ignoresCase() : regex)
  }
}

extension DataType {
  fileprivate var isReference: Bool { if case .reference = self { true } else { false } }
}
