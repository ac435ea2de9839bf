import IbidPatterns
import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  /// Types an expression over the columns of `scope` and lowers it.
  mutating func check(_ expression: Expression, in scope: Scope, collecting aggregates: AggregateCollector? = nil)
    -> PlanExpression
  {
    if let aggregates, let key = groupKey(for: expression, in: scope, aggregates) { return key }
    let span = expression.span
    switch expression.kind {
    case .literal(let literal): return check(literal, at: span)
    case .name(let name): return column(name, in: scope, aggregates)
    case .parameter(let name):
      guard let parameter = catalog.parameters[name.text] else {
        return fail(definedBelow(name, as: "$" + name.text) ?? .unknownParameter(name, catalog: catalog))
      }
      if parameter.type.base == .invalid { return fail(.consequence(at: span)) }
      return PlanExpression(.parameter(name.text), parameter.type, at: span)
    case .member(let receiver, let name): return member(name, of: receiver, at: span, in: scope, aggregates)
    case .call(let call): return check(call, at: span, in: scope, aggregates)
    case .index(let receiver, let key):
      let value = check(receiver, in: scope, collecting: aggregates)
      if value.type.base == .invalid { return Self.invalid(at: span) }
      return fail(.indexOutsidePath(at: span, of: value, words(value), source.string(key.span)))
    case .negate(let operand):
      let value = check(operand, in: scope, collecting: aggregates)
      switch value.type.base {
      case .int, .float, .money, .quantity, .duration, .invalid: break
      default: return fail(.notANumber(value, role: "`-`"))
      }
      if case .constant(let constant) = value.kind, let negated = constant.negated {
        return PlanExpression(.constant(negated), value.type, at: span)
      }
      return PlanExpression(.negate(value), value.type, at: span)
    case .not(let operand):
      let value = condition(operand, role: "`not`", in: scope, aggregates)
      return PlanExpression(
        .not(value), value.type.base == .invalid ? .invalid : ValueType(.bool, optional: value.type.isOptional),
        at: span)
    case .binary(let op, let opSpan, let left, let right):
      return check(op, opSpan, left, right, at: span, in: scope, aggregates)
    case .test(let operand, let test, _):
      let value = check(operand, in: scope, collecting: aggregates)
      return check(test, of: value, at: span)
    case .matches(let operand, let regex, let isNegated):
      let value = check(operand, in: scope, collecting: aggregates)
      guard value.type.base.isTextual else { return fail(.notText(value, role: "`matches`")) }
      if let mistake = Self.mistake(in: regex.pattern, ignoresCase: regex.ignoresCase, at: regex.span) {
        return fail(mistake)
      }
      let match = PlanExpression(
        .matches(value, pattern: regex.pattern, ignoresCase: regex.ignoresCase),
        ValueType(.bool, optional: value.type.isOptional), at: span)
      return isNegated ? PlanExpression(.not(match), match.type, at: span) : match
    case .conditional(let conditionExpression, let then, let otherwise):
      let test = condition(conditionExpression, role: "`if`", in: scope, aggregates)
      let thenValue = check(then, in: narrowing(scope, by: test), collecting: aggregates)
      let elseValue = check(otherwise, in: scope, collecting: aggregates)
      guard let type = commonReadingNumbers(thenValue.type, elseValue.type) else {
        return fail(.branchesDiffer(thenValue, elseValue))
      }
      return PlanExpression(
        .conditional(test, adapt(thenValue, to: type), adapt(elseValue, to: type)),
        type.optional(if: type.isOptional || test.type.isOptional), at: span)
    case .list(let elements):
      var values = elements.map { check($0, in: scope, collecting: aggregates) }
      var type = values.first?.type ?? ValueType(.none)
      for value in values.dropFirst() {
        guard let wider = commonReadingNumbers(type, value.type) else {
          return fail(.listElementsDiffer(values[0], value, words: (words(values[0]), words(value))))
        }
        type = wider
      }
      for index in values.indices { values[index] = adapt(values[index], to: type) }
      return PlanExpression(.list(values), ValueType(.list(type)), at: span)
    case .record: return fail(.recordOutsidePlace(at: span))
    case .pipeline(let pipeline): return scalar(pipeline, at: span)
    case .regex: return fail(.regexOutsidePlace(at: span))
    case .withCopies(let name): return fail(.tableAsValue(name))
    case .missing: return Self.invalid(at: span)
    }
  }

  /// An expression that must be a condition.
  mutating func condition(
    _ expression: Expression, role: String, in scope: Scope, _ aggregates: AggregateCollector? = nil
  ) -> PlanExpression {
    let value = check(expression, in: scope, collecting: aggregates)
    switch value.type.base {
    case .bool, .invalid: return value
    default: return fail(.notACondition(value, role: role))
    }
  }

  /// A parenthesised pipeline as a value: one row, one column.
  private mutating func scalar(_ pipeline: Pipeline, at span: ByteSpan) -> PlanExpression {
    let before = mistakes
    let (whole, isScalar) = check(pipeline)
    let plan = rows(of: whole, for: .brackets)
    if mistakes > before || plan.isBroken { return Self.invalid(at: span) }
    let visible = plan.schema.fields.filter { !$0.name.hasPrefix("@") }
    guard isScalar || (visible.count == 1 && plan.hasOneRow) else { return fail(.tableAsScalar(plan, at: span)) }
    return PlanExpression(.scalar(plan), visible[0].type, at: span)
  }

  private func check(_ test: Expression.Test, of value: PlanExpression, at span: ByteSpan) -> PlanExpression {
    let kind: ValueTest =
      switch test {
      case .none: .none
      case .known: .known
      case .exact: .exact
      case .resolved: .resolved
      }
    return PlanExpression(.test(value, kind), .bool, at: span)
  }

  /// Why a regular expression cannot be read; nil if it can.
  static func mistake(in pattern: String, ignoresCase: Bool = false, at span: ByteSpan) -> Diagnostic? {
    do {
      _ = try PatternCache.shared.entry(pattern, ignoresCase: ignoresCase)
      return nil
    } catch {
      return .badRegex(error.message, at: span)
    }
  }

  // MARK: Names

  private mutating func column(_ name: Name, in scope: Scope, _ aggregates: AggregateCollector?) -> PlanExpression {
    if let index = scope.index(of: name.text) {
      let column = PlanExpression(
        .column(index), narrowedType(.column(index), scope.columns[index].field.type, scope), at: name.span)
      if let aggregates, !aggregates.isInside { return fail(.notAggregated(column, name: name.text)) }
      return column
    }
    if let outdated = catalog.bindings[name.text]?.outdated { return fail(.outdated(name, outdated)) }
    if let binding = catalog.bindings[name.text], binding.plan.isUnknown || binding.isScalar && binding.plan.isBroken {
      return fail(.consequence(at: name.span))
    }
    if let binding = catalog.bindings[name.text], binding.isScalar, let field = binding.plan.schema.fields.first {
      return PlanExpression(.scalar(binding.used(as: name.text, at: name.span)), field.type, at: name.span)
    }
    if scope.isOpen() || name.isMissing { return fail(.consequence(at: name.span)) }
    if let join = scope.rows?.joinWithoutColumns(named: name.text) { return fail(.columnOfSemiJoin(name, join)) }
    if catalog.bindings[name.text] != nil || catalog.table(named: name.text) != nil {
      return fail(isAtMargin(name) ? .tableAfterUnfinishedLine(name) : .tableAsValue(name))
    }
    if scope.hasQualifier(name.text) {
      // The right side's row itself, as a reference: `on sentence == s`.
      guard let index = scope.rowIndex(of: name.text) else { return fail(.joinAsValue(name)) }
      let row = PlanExpression(.column(index), scope.columns[index].field.type, at: name.span)
      if let aggregates, !aggregates.isInside { return fail(.notAggregated(row, name: name.text)) }
      return row
    }
    if let mistake = definedBelow(name) { return fail(mistake) }
    if Currency.codes.contains(name.text) { return fail(.currencyAsName(name)) }
    if ForeignFunctions.isClock(name.text) { return fail(noClock(at: name.span, label: name.text, use: "$today")) }
    return fail(
      scope.columns.isEmpty
        ? .unknownName(name, catalog: catalog) : .unknownColumn(name, scope: scope, catalog: catalog))
  }

  /// It begins a line, at the left margin, in the midst of a statement.
  private func isAtMargin(_ name: Name) -> Bool {
    guard let statementSpan, name.span.lower > statementSpan.lower else { return false }
    return source.bytes[name.span.lower - 1] == UInt8(ascii: "\n")
  }

  private func narrowedType(_ kind: PlanExpression.Kind, _ type: ValueType, _ scope: Scope) -> ValueType {
    guard !scope.narrowed.isEmpty, let key = ExpressionKey.path(PlanExpression(kind, type, at: ByteSpan(0, 0))) else {
      return type
    }
    return scope.narrowed[key] ?? type
  }

  /// `receiver.name`: a join's column, a column along a reference, or a part of a value.
  private mutating func member(
    _ name: Name, of receiver: Expression, at span: ByteSpan, in scope: Scope, _ aggregates: AggregateCollector?
  ) -> PlanExpression {
    if let qualifier = Self.qualifier(receiver, in: scope) {
      guard let index = scope.index(of: qualifier + "." + name.text) else {
        return fail(.unknownJoinColumn(name, qualifier: qualifier, scope: scope))
      }
      let column = PlanExpression(
        .column(index), narrowedType(.column(index), scope.columns[index].field.type, scope), at: span)
      if let aggregates, !aggregates.isInside {
        return fail(.notAggregated(column, name: qualifier + "." + name.text))
      }
      return column
    }
    if let mistake = columnOfTable(name, of: receiver, at: span, in: scope) { return fail(mistake) }
    let value = check(receiver, in: scope, collecting: aggregates)
    return part(name, of: value, at: span, scope: scope)
  }

  /// `documents.words` in a step: a table where its row is meant, which stands there without a name, or with another one.
  private func columnOfTable(_ name: Name, of receiver: Expression, at span: ByteSpan, in scope: Scope) -> Diagnostic? {
    guard case .name(let table) = receiver.kind, scope.index(of: table.text) == nil,
      catalog.bindings[table.text].map({ !$0.isScalar }) ?? (catalog.table(named: table.text) != nil), !scope.isOpen(),
      let rows = scope.rows
    else { return nil }
    func isReference(_ column: Scope.Column) -> Bool { column.field.type.base == .reference(table.text) }
    let rowName = "." + Scope.rowName
    // The right side of a join, the row itself, or a row that it refers to.
    if let joined = scope.columns.first(where: { $0.field.name.hasSuffix(rowName) && isReference($0) }) {
      let words = joined.field.name.dropLast(rowName.count) + "." + name.text
      if scope.index(of: String(words)) != nil { return .columnOfTable(table, as: String(words), at: span) }
    }
    if rows.tables.contains(table.text) || rows.isMade(of: table.text), scope.index(of: name.text) != nil {
      return .columnOfTable(table, as: name.text, at: span)
    }
    if let row = scope.rowReference, let many = catalog.table(named: table.text),
      let ways = waysBack(to: name.text, of: many, from: row.table)
    {
      return .columnOfMany(table, name.text, ways: ways, at: span)
    }
    guard catalog.table(named: table.text)?.schema.index(of: name.text) != nil,
      let path = scope.visible.first(where: { isReference(scope.columns[$0]) })
    else { return nil }
    return .columnOfTable(table, as: scope.columns[path].field.name + "." + name.text, at: span)
  }

  /// What `quotes.text` may have meant in a row of another table: each is an aggregate of the rows that refer to it, nil if
  /// none do or the name means nothing in them.
  private func waysBack(to name: String, of table: Catalog.TableDefinition, from target: String) -> [String]? {
    let references = table.schema.fields.filter {
      $0.type.base == .reference(target) || $0.type.base == .list(ValueType(.reference(target)))
    }
    guard let first = references.first,
      !references.contains(where: { if case .list = $0.type.base { true } else { false } })
    else { return nil }
    let rows = references.count == 1 ? table.name : "\(table.name)[\(first.name)]"
    if name == "count" || name == "empty" { return ["\(rows).\(name)()"] }
    guard table.schema.index(of: name) != nil else { return nil }
    return ["\(rows).list(\(name))", "\(rows).first(\(name))", "\(rows).count()"]
  }

  /// `r` of `r.rate`, and `other.r` of `other.r.rate`; nil for what is no name of a right side.
  private static func qualifier(_ receiver: Expression, in scope: Scope) -> String? {
    switch receiver.kind {
    case .name(let name): return scope.index(of: name.text) == nil && scope.hasQualifier(name.text) ? name.text : nil
    case .member(let outer, let name):
      guard let outer = qualifier(outer, in: scope), scope.hasQualifier(outer + "." + name.text) else { return nil }
      return outer + "." + name.text
    default: return nil
    }
  }

  mutating func part(_ name: Name, of value: PlanExpression, at span: ByteSpan, scope: Scope) -> PlanExpression {
    func make(_ part: Part, _ type: DataType, optional: Bool) -> PlanExpression {
      let kind = PlanExpression.Kind.part(value, part)
      return PlanExpression(kind, ValueType(type, optional: optional || value.type.isOptional), at: span)
    }
    switch value.type.base {
    case .invalid: return Self.invalid(at: span)
    case .reference(let tableName):
      guard let table = catalog.table(named: tableName) else { return Self.invalid(at: span) }
      guard let index = table.schema.index(of: name.text) else {
        return fail(.unknownMember(name, of: value, available: table.schema.names))
      }
      let kind = PlanExpression.Kind.follow(value, table: tableName, column: index)
      let type = table.schema.fields[index].type
      return PlanExpression(
        kind, narrowedType(kind, type.optional(if: type.isOptional || value.type.isOptional), scope), at: span)
    case .money, .quantity, .duration, .date, .period, .source:
      let parts = Self.parts(of: value.type.base)
      guard let field = parts.first(where: { $0.name == name.text }), let part = Part(rawValue: name.text) else {
        let isMoment = value.type.base == .date || value.type.base == .period
        return fail(
          isMoment
            ? .unknownMember(name, of: value, available: parts.map(\.name), words: words(value), at: span)
            : .unknownMember(name, of: value, available: parts.map(\.name)))
      }
      return make(part, field.type.base, optional: field.type.isOptional)
    case .list(let element): return elementPart(name, of: value, element, at: span)
    default: return fail(.unknownMember(name, of: value, available: [], words: words(value), at: span))
    }
  }

  /// A path through a list maps: `parties.name` is the list of the parties' names.
  private mutating func elementPart(
    _ name: Name, of list: PlanExpression, _ element: ValueType, at span: ByteSpan
  ) -> PlanExpression {
    switch element.base {
    case .reference, .money, .quantity, .duration, .date, .period, .source: break
    default: return fail(.unknownMember(name, of: list, available: []))
    }
    let sample = PlanExpression(.constant(.none), element, at: list.span)
    let part = part(name, of: sample, at: span, scope: .empty)
    let type = ValueType(.list(part.type), optional: list.type.isOptional)
    switch part.kind {
    case .follow(_, let table, let column):
      return PlanExpression(.follow(list, table: table, column: column), type, at: span)
    case .part(_, let part): return PlanExpression(.part(list, part), type, at: span)
    default: return Self.invalid(at: span)
    }
  }
}

extension Constant {
  /// Of a number; nil for anything else.
  var negated: Constant? {
    switch self {
    case .int(let value): value == .min ? nil : .int(-value)
    case .float(let value): .float(-value)
    case .measure(let value, let kind):
      .measure(
        Measure(
          low: value.high?.negated, high: value.low?.negated, isLowOpen: value.isHighOpen, isHighOpen: value.isLowOpen,
          isHedged: value.isHedged, unit: value.unit), kind)
    default: nil
    }
  }
}

extension DataType {
  var isTextual: Bool {
    switch self {
    case .text, .word, .invalid: true
    default: false
    }
  }
}

extension Plan {
  /// Whether it has exactly one row for any data.
  var hasOneRow: Bool {
    switch node {
    case .unit: true
    case .project(let input, _), .view(_, _, let input, _): input.hasOneRow
    case .aggregate(_, let keys, _): keys.isEmpty
    default: false
    }
  }
}
