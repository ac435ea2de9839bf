import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  mutating func check(
    _ op: BinaryOperator, _ opSpan: ByteSpan, _ left: Expression, _ right: Expression, at span: ByteSpan,
    in scope: Scope,
    _ aggregates: AggregateCollector?
  ) -> PlanExpression {
    switch op {
    case .and, .or:
      if op == .or, let mistake = repeatedValue(left, right, at: span) { return fail(mistake) }
      let a = condition(left, role: "`\(op.rawValue)`", in: scope, aggregates)
      // What the left side establishes holds wherever the right side of an `and` matters.
      let b = condition(right, role: "`\(op.rawValue)`", in: op == .and ? narrowing(scope, by: a) : scope, aggregates)
      if a.type.base == .invalid || b.type.base == .invalid { return Self.invalid(at: span) }
      let type = ValueType(.bool, optional: a.type.isOptional || b.type.isOptional)
      return PlanExpression(op == .and ? .and(a, b) : .or(a, b), type, at: span)
    default: break
    }
    let a = check(left, in: scope, collecting: aggregates)
    if let mistake = unquotedText(right, beside: a, in: scope) { return fail(mistake) }
    let values = op == .isIn || op == .notIn ? tableValues(right, in: scope) : nil
    let b = values ?? check(right, in: scope, collecting: aggregates)
    if a.type.base == .invalid || b.type.base == .invalid { return Self.invalid(at: span) }
    switch op {
    case .add, .subtract, .multiply, .divide: return arithmetic(op, opSpan, a, b, at: span)
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual:
      return comparison(Comparison(rawValue: op.rawValue) ?? .equal, opSpan, a, b, at: span)
    case .range: return range(a, b, opSpan, at: span)
    case .coalesce:
      let b = adapt(b, to: a.type)
      guard let type = commonReadingNumbers(a.type, b.type) else { return fail(.typesDiffer("`??`", opSpan, a, b)) }
      return PlanExpression(
        .coalesce(adapt(a, to: type), adapt(b, to: type)),
        type.optional(if: b.type.isOptional).required(unless: b.type.isOptional), at: span)
    case .isIn, .notIn:
      let result = membership(a, b, opSpan, at: span)
      return op == .notIn ? negated(result) : result
    case .has, .notHas, .contains, .notContains:
      let isWhole = op == .has || op == .notHas
      let result = search(isWhole ? .has : .contains, a, b, opSpan, at: span)
      return op == .notHas || op == .notContains ? negated(result) : result
    case .and, .or: return Self.invalid(at: span)
    }
  }

  /// `kind == "news" or "blog"`: the second value is one more that the first may be; `title has "border" or "boat"`.
  private func repeatedValue(_ left: Expression, _ right: Expression, at span: ByteSpan) -> Diagnostic? {
    guard case .literal(let value) = right.kind, case .binary(let op, _, let subject, let first) = left.kind,
      case .literal(let other) = first.kind
    else { return nil }
    if op == .has || op == .contains, case .string = value {
      let words = [subject, right].map { source.string($0.span) }
      return .repeatedSearch("\(words[0]) \(op.rawValue) \(words[1])", at: right.span)
    }
    guard op == .equal else { return nil }
    switch (value, other) {
    case (.string, .string), (.number, .number), (.date, .date): break
    default: return nil
    }
    let text = [subject, first, right].map { source.string($0.span) }
    return .repeatedValue(right.span, try: "\(text[0]) in [\(text[1]), \(text[2])]", whole: span)
  }

  /// A name that nothing has, beside a text: `kind == news`, `title has border`.
  private func unquotedText(_ right: Expression, beside left: PlanExpression, in scope: Scope) -> Diagnostic? {
    switch left.type.base {
    case .text, .word, .reference: break
    default: return nil
    }
    guard case .name(let name) = right.kind, !name.isMissing, scope.index(of: name.text) == nil,
      !scope.hasQualifier(name.text), catalog.bindings[name.text] == nil, catalog.table(named: name.text) == nil,
      !scope.isOpen(), !scope.columns.isEmpty, !isLost(name.span), !Currency.codes.contains(name.text)
    else { return nil }
    if case .word(let set) = left.type.base { return .unquotedText(name, set: set, scope: scope) }
    return .unquotedText(name, set: nil, scope: scope)
  }

  /// A table of one column as the list of its values: `x in (lands | select code)`.
  mutating func tableValues(_ expression: Expression, in scope: Scope) -> PlanExpression? {
    switch expression.kind {
    case .name, .pipeline: break
    default: return nil
    }
    let errors = mistakes
    guard let plan = tablePlan(expression, in: scope, isSilent: true) else { return nil }
    let span = expression.span
    if mistakes > errors { return Self.invalid(at: span) }
    let columns = Scope(schema: plan.schema)
    guard columns.visible.count == 1, let index = columns.visible.first else {
      return fail(.tableAsList(plan, at: span))
    }
    let field = columns.columns[index].field
    let type = ValueType(.list(field.type.required))
    let list = Aggregate(
      function: .list, argument: PlanExpression(.column(index), field.type, at: span), type: type, span: span)
    return PlanExpression(
      .scalar(Plan(.aggregate(plan, keys: [], [list]), schema: Schema([Field(field.name, type)]), at: span)), type,
      at: span)
  }

  private func negated(_ value: PlanExpression) -> PlanExpression {
    value.type.base == .invalid ? value : PlanExpression(.not(value), value.type, at: value.span)
  }

  // MARK: Comparison

  private mutating func comparison(
    _ op: Comparison, _ opSpan: ByteSpan, _ left: PlanExpression, _ right: PlanExpression, at span: ByteSpan
  ) -> PlanExpression {
    if left.type.base == .none || right.type.base == .none {
      return fail(.compareNone(op, words(left.type.base == .none ? right : left), at: span))
    }
    for (value, literal) in [(left, right), (right, left)] {
      if case .word(let set) = value.type.base, case .constant(.text(let word)) = literal.kind,
        !set.words.contains(word)
      {
        return fail(.unknownWord(word, set, at: literal.span))
      }
      if let mistake = unknownCurrency(literal, of: value) { return fail(mistake) }
    }
    let a = adapt(left, to: right.type)
    let b = adapt(right, to: left.type)
    var optional = a.type.isOptional || b.type.isOptional
    switch (a.type.base, b.type.base) {
    case (.int, .int), (.float, .float), (.text, .text), (.bool, .bool): break
    case (.money(let x), .money(let y)):
      optional = true
      if let x, let y, x != y { return fail(.currenciesDiffer(opSpan, a, x, b, y)) }
    case (.quantity(let x), .quantity(let y)):
      optional = true
      if let x, let y, !Unit.areComparable(x, y) { return fail(.unitsDiffer(opSpan, a, x, b, y)) }
    case (.duration, .duration), (.date, .date), (.period, .period): optional = true
    case (.date, .period), (.period, .date):
      optional = true
      if op == .equal || op == .notEqual {
        return fail(
          .dateEqualsPeriod(
            op, opSpan, a, b, date: words(a.type.base == .date ? a : b), period: words(a.type.base == .date ? b : a),
            at: span))
      }
    case (.word, .text), (.text, .word), (.word, .word): break
    case (.reference(let x), .reference(let y)) where x == y:
      if op != .equal && op != .notEqual { return fail(.noOrder(op, opSpan, a)) }
    case (.reference(let table), .text), (.text, .reference(let table)):
      return fail(
        .referenceAgainstText(
          opSpan, a, b, words(a.type.base.isTextual ? b : a), naming: nameColumn(of: table), isEquality: op == .equal,
          comparesID: words(a.type.base.isTextual ? a : b).split(separator: ".").last == "id"))
    case (.list, _), (_, .list): return fail(.listCompared(op, opSpan, a, b))
    default: return fail(.cannotCompare(op, opSpan, a, b, words(a), words(b)))
    }
    if case .bool = a.type.base, op != .equal && op != .notEqual { return fail(.noOrder(op, opSpan, a)) }
    return PlanExpression(.compare(op, a, b), ValueType(.bool, optional: optional), at: span)
  }

  /// `amount.currency == "GPB"`: no amount has such a currency.
  private func unknownCurrency(_ literal: PlanExpression, of value: PlanExpression) -> Diagnostic? {
    guard case .part(_, .currency) = value.kind, case .constant(.text(let code)) = literal.kind,
      !Currency.codes.contains(code)
    else { return nil }
    return .unknownCurrency(inQuotes: code, at: literal.span)
  }

  private mutating func membership(
    _ left: PlanExpression, _ right: PlanExpression, _ opSpan: ByteSpan, at span: ByteSpan
  ) -> PlanExpression {
    let optional = ValueType(.bool, optional: true)
    var left = left
    // A number is looked for as a quantity without a unit among such.
    if case .list(let element) = right.type.base, element.base.isPlainQuantity { left = adapt(left, to: element) }
    switch (left.type.base, right.type.base) {
    case (_, .list(let element)):
      if case .list(let values) = right.kind {
        for value in values { if let mistake = unknownCurrency(value, of: left) { return fail(mistake) } }
      }
      if case .list(let values) = right.kind, case .word(let set) = left.type.base {
        for value in values {
          if case .constant(.text(let word)) = value.kind, !set.words.contains(word) {
            return fail(.unknownWord(word, set, at: value.span))
          }
        }
      }
      var list = right
      if case .list(let values) = right.kind {
        let adapted = values.map { adapt($0, to: left.type) }
        list = PlanExpression(.list(adapted), ValueType(.list(adapted.first?.type ?? element)), at: right.span)
      }
      guard case .list(let adaptedElement) = list.type.base, common(left.type, adaptedElement) != nil else {
        return fail(.cannotBeIn(opSpan, left, right))
      }
      return PlanExpression(.isIn(left, list), optional, at: span)
    case (.date, .period), (.period, .period): return PlanExpression(.isIn(left, right), optional, at: span)
    case (.date, .date): return PlanExpression(.isIn(left, right), optional, at: span)
    case (.date, .text), (.period, .text):
      let period = adapt(right, to: ValueType(.period))
      if period.type.base == .text { return fail(.cannotBeIn(opSpan, left, right)) }
      return PlanExpression(.isIn(left, period), optional, at: span)
    case (.money(let x), .money(let y)):
      if let x, let y, x != y { return fail(.currenciesDiffer(opSpan, left, x, right, y)) }
      return PlanExpression(.isIn(left, right), optional, at: span)
    case (.quantity(let x), .quantity(let y)):
      if let x, let y, !Unit.areComparable(x, y) { return fail(.unitsDiffer(opSpan, left, x, right, y)) }
      return PlanExpression(.isIn(left, right), optional, at: span)
    case (.int, .quantity(let unit?)) where unit.isEmpty, (.float, .quantity(let unit?)) where unit.isEmpty:
      return PlanExpression(.isIn(left, right), optional, at: span)
    case (.duration, .duration): return PlanExpression(.isIn(left, right), optional, at: span)
    case (.text, .text), (.word, .text): return fail(.textInText(opSpan, left, right, words(left), words(right)))
    default: return fail(.cannotBeIn(opSpan, left, right))
    }
  }

  private mutating func search(
    _ function: ScalarFunction, _ left: PlanExpression, _ right: PlanExpression, _ opSpan: ByteSpan, at span: ByteSpan
  ) -> PlanExpression {
    let optional = left.type.isOptional || right.type.isOptional
    switch (left.type.base, right.type.base) {
    case (.text, .text), (.word, .text), (.text, .word), (.word, .word):
      return PlanExpression(.call(function, [left, right]), ValueType(.bool, optional: optional), at: span)
    case (.list(let element), _) where function == .has:
      let value = adapt(right, to: element)
      if case .reference(let table) = element.base, value.type.base.isTextual {
        return named(left, value, table: table, at: span)
      }
      guard common(element, value.type) != nil else { return fail(.cannotBeIn(opSpan, value, left)) }
      return PlanExpression(.isIn(value, left), ValueType(.bool, optional: true), at: span)
    case (.reference(let table), .text) where function == .has: return named(left, right, table: table, at: span)
    case (.text, .list(let element)), (.word, .list(let element)):
      let (subject, list) = (words(left), words(right))
      guard element.base.isTextual, list.hasPrefix("["), list.hasSuffix("]") else { fallthrough }
      let parts = Self.listed(list)
      guard !parts.isEmpty else { fallthrough }
      let terms = parts.map { "\(subject) \(function.rawValue) \($0)" }.joined(separator: " or ")
      return fail(.searchInList(right, function, written: "(\(terms))", whole: span))
    default:
      let wrong = left.type.base.isTextual ? right : left
      if case .list(let element) = left.type.base, right.type.base.isTextual, function == .contains {
        var isNamed = element.base.isTextual
        if case .reference = element.base { isNamed = true }
        if isNamed { return fail(.listContains(opSpan, left, words(left))) }
      }
      var column: String?
      if case .reference(let table) = wrong.type.base { column = nameColumn(of: table) }
      let isTextable = column != nil || [.int, .float, .date].contains(wrong.type.base)
      return fail(
        .notText(wrong, role: "`\(function.rawValue)`", words: isTextable ? words(wrong) : nil, column: column))
    }
  }

  /// The texts of a list literal as they are written; empty where it holds anything else.
  private static func listed(_ list: String) -> [String] {
    let parts = list.dropFirst().dropLast().split(separator: ",").map { part in
      String(part.drop { $0.isWhitespace }.reversed().drop { $0.isWhitespace }.reversed())
    }
    let areTexts = parts.allSatisfy { $0.count > 2 && $0.hasPrefix("\"") && $0.hasSuffix("\"") }
    return areTexts ? parts : []
  }

  /// `party has "UK"`: the name or one of the aliases of the row that a reference leads to.
  private mutating func named(_ reference: PlanExpression, _ text: PlanExpression, table: String, at span: ByteSpan)
    -> PlanExpression
  {
    guard let definition = catalog.table(named: table),
      definition.schema.index(of: "name") != nil || definition.schema.index(of: "title") != nil
    else { return fail(.referenceAgainstText(span, reference, text, words(reference), naming: nameColumn(of: table))) }
    let type = ValueType(.bool, optional: reference.type.isOptional || text.type.isOptional)
    guard case .list = reference.type.base else {
      return PlanExpression(.call(.has, [reference, text]), type, at: span)
    }
    // Of a list each row is asked, and one will do.
    let each = PlanExpression(.call(.has, [reference, text]), ValueType(.list(.bool)), at: span)
    return PlanExpression(.listAggregate(.any, each, second: nil), type.optional, at: span)
  }

  /// The column that people would call a row of a table by.
  private func nameColumn(of table: String) -> String {
    let schema = catalog.table(named: table)?.schema
    return ["name", "title", "text"].first { schema?.index(of: $0) != nil } ?? "id"
  }

  // MARK: Arithmetic

  /// Both sides, a number beside a quantity without a unit as one.
  mutating func readingNumbers(_ a: PlanExpression, _ b: PlanExpression) -> (PlanExpression, PlanExpression) {
    if a.type.base.isPlainQuantity, b.type.base.isNumber { return (a, adapt(b, to: a.type)) }
    if b.type.base.isPlainQuantity, a.type.base.isNumber { return (adapt(a, to: b.type), b) }
    return (a, b)
  }

  private mutating func arithmetic(
    _ op: BinaryOperator, _ opSpan: ByteSpan, _ left: PlanExpression, _ right: PlanExpression, at span: ByteSpan
  ) -> PlanExpression {
    var (a, b) = (left, right)
    // A quotient plus or minus a number; what multiplies or divides one stays a number, and a number is divided by it as one.
    if op == .add || op == .subtract || op == .divide && b.type.base.isPlainQuantity { (a, b) = readingNumbers(a, b) }
    let optional = a.type.isOptional || b.type.isOptional
    let operation = Arithmetic(rawValue: op.rawValue) ?? .add
    func result(_ base: DataType, optional isOptional: Bool? = nil) -> PlanExpression {
      PlanExpression(.arithmetic(operation, a, b), ValueType(base, optional: isOptional ?? optional), at: span)
    }
    let isDivisorNonZero = Self.number(b).map { $0 != .zero } ?? false
    switch (operation, a.type.base, b.type.base) {
    case (.divide, let x, let y) where x.isNumber && y.isNumber:
      return result(.float, optional: optional || !isDivisorNonZero)
    case (_, .int, .int): return result(.int)
    case (_, let x, let y) where x.isNumber && y.isNumber:
      return PlanExpression(
        .arithmetic(
          operation, adapt(a, to: .float.optional(if: a.type.isOptional)),
          adapt(b, to: .float.optional(if: b.type.isOptional))),
        ValueType(.float, optional: optional), at: span)
    case (.add, let x, let y) where x.isTextual && y.isTextual: return result(.text)
    case (.add, .money(let x), .money(let y)), (.subtract, .money(let x), .money(let y)):
      guard let x, let y else {
        return fail(
          .unitUnknown("`\(operation.rawValue)`", opSpan, x == nil ? a : b, words(x == nil ? a : b), .currency))
      }
      return x == y ? result(.money(x)) : fail(.currenciesDiffer(opSpan, a, x, b, y))
    case (.add, .quantity(let x), .quantity(let y)), (.subtract, .quantity(let x), .quantity(let y)):
      guard let x, let y else {
        return fail(.unitUnknown("`\(operation.rawValue)`", opSpan, x == nil ? a : b, words(x == nil ? a : b), .unit))
      }
      guard Unit.areComparable(x, y) else { return fail(.unitsDiffer(opSpan, a, x, b, y)) }
      return result(.quantity(operation == .subtract && x == "percent" && y == "percent" ? "percentage point" : x))
    case (.add, .duration, .duration), (.subtract, .duration, .duration): return result(.duration, optional: true)
    case (.add, .date, .duration), (.subtract, .date, .duration): return result(.date, optional: true)
    case (.subtract, .date, .date): return result(.duration, optional: true)
    case (.multiply, let x, let y) where x.isMeasure && y.isNumber: return result(x)
    case (.multiply, let x, let y) where x.isNumber && y.isMeasure: return result(y)
    case (.divide, let x, let y) where x.isMeasure && y.isNumber:
      return result(x, optional: optional || !isDivisorNonZero)
    case (.divide, .money(let x), .money(let y)):
      guard let x, let y else {
        return fail(
          .unitUnknown("`\(operation.rawValue)`", opSpan, x == nil ? a : b, words(x == nil ? a : b), .currency))
      }
      return x == y ? result(.quantity(""), optional: true) : fail(.currenciesDiffer(opSpan, a, x, b, y))
    case (.divide, .quantity(let x), .quantity(let y)):
      guard let x, let y else {
        return fail(.unitUnknown("`\(operation.rawValue)`", opSpan, x == nil ? a : b, words(x == nil ? a : b), .unit))
      }
      return Unit.areComparable(x, y) ? result(.quantity(""), optional: true) : fail(.unitsDiffer(opSpan, a, x, b, y))
    case (.divide, .duration, .duration): return result(.quantity(""), optional: true)
    default: return fail(.cannotCompute(operation, opSpan, a, b, words(a), words(b)))
    }
  }

  private mutating func range(_ left: PlanExpression, _ right: PlanExpression, _ opSpan: ByteSpan, at span: ByteSpan)
    -> PlanExpression
  {
    if Self.isBackwards(left, right) {
      return fail(.backwardsRange(source.string(left.span), source.string(right.span), opSpan, at: span))
    }
    let (left, right) = readingNumbers(left, right)
    let optional = left.type.isOptional || right.type.isOptional
    func result(_ base: DataType) -> PlanExpression {
      PlanExpression(.range(left, right), ValueType(base, optional: optional), at: span)
    }
    switch (left.type.base, right.type.base) {
    case (.date, .date), (.date, .period), (.period, .date), (.period, .period): return result(.period)
    case (.money(let x?), .money(let y?)):
      return x == y ? result(.money(x)) : fail(.currenciesDiffer(opSpan, left, x, right, y))
    case (.quantity(let x?), .quantity(let y?)):
      return Unit.areComparable(x, y) ? result(.quantity(x)) : fail(.unitsDiffer(opSpan, left, x, right, y))
    case (.money, .money), (.quantity, .quantity):
      var isUnknown = left
      switch left.type.base {
      case .money(nil), .quantity(nil): break
      default: isUnknown = right
      }
      var part = Part.unit
      if case .money = left.type.base { part = .currency }
      return fail(.unitUnknown("`..`", opSpan, isUnknown, words(isUnknown), part))
    case (.duration, .duration):
      guard case .constant(.measure(let from, _)) = left.kind, case .constant(.measure(let to, _)) = right.kind else {
        // Days and months have no common measure, so that a range from one to the other is missing.
        return PlanExpression(.range(left, right), ValueType(.duration, optional: true), at: span)
      }
      return Unit.areComparable(from.unit, to.unit)
        ? result(.duration) : fail(.unitsDiffer(opSpan, left, from.unit, right, to.unit))
    case (.int, .int), (.int, .float), (.float, .int), (.float, .float): return result(.quantity(""))
    case (.int, .money), (.int, .quantity), (.float, .money), (.float, .quantity):
      return fail(.rangeNeedsUnits(opSpan, left, right))
    case (let x, let y) where x == y || x.isTextual && y.isTextual: return fail(.noRange(opSpan, left))
    default: return fail(.typesDiffer("`..`", opSpan, left, right))
    }
  }

  /// Whether the ends of a range are written out and all of the first lies behind all of the second, so that nothing lies between.
  private static func isBackwards(_ left: PlanExpression, _ right: PlanExpression) -> Bool {
    guard case .constant(let from) = left.kind, case .constant(let to) = right.kind else { return false }
    switch (from, to) {
    case (.int(let from), .int(let to)): return from > to
    case (.int(let from), .float(let to)): return Double(from) > to
    case (.float(let from), .int(let to)): return from > Double(to)
    case (.float(let from), .float(let to)): return from > to
    case (.moment(let from), .moment(let to)):
      guard let low = from.low, let high = to.high else { return false }
      return low > high
    case (.measure(let from, _), .measure(let to, _)):
      guard let low = from.low, let high = to.high, let factor = Unit.factor(from: to.unit, to: from.unit),
        let end = high.multiplied(by: factor)
      else { return false }
      return low > end
    default: return false
    }
  }
}
