import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Statements that define extraction: `rule`, `dict`.

extension Checker {
  // MARK: rule

  mutating func rule(_ rule: Rule, at span: ByteSpan) -> CheckedStatement {
    let errors = mistakes
    defer { if catalog.table(named: rule.name.text) == nil { catalog.defineUnknown(rule.name.text) } }
    if isLost(span) { return .invalid }
    guard isFree(rule.name) else { return .invalid }
    if rule.table.text != "sentences" { report(.ruleTable(rule.table)) }
    let columns = captureColumns(rule)
    var reader = PatternReader(columns: columns.map(\.name.text))
    var pattern = self.pattern(rule.pattern, &reader)
    pattern = checked(pattern, of: rule)
    var contexts: [RuleDefinition.Context] = []
    for case .context(let isBefore, let isExcept, let parts) in rule.lines.map(\.kind) {
      reader.isInContext = true
      let context = self.pattern(parts, &reader)
      if context.canBeEmpty, let first = parts.first, let last = parts.last {
        report(.emptyMatch(at: first.span.joined(with: last.span), isContext: true))
      }
      contexts.append(.init(isBefore: isBefore, isExcept: isExcept, pattern: context))
    }
    let captures = typedCaptures(columns, pattern, mistakesBefore: errors)
    let examples = self.examples(of: rule, captures)
    guard mistakes == errors else { return .invalid }
    let definition = RuleDefinition(
      name: rule.name.text, table: catalog.storedName(of: rule.name.text), captures: captures,
      overlapsAll: rule.overlapsAll, pattern: pattern, contexts: contexts, examples: examples)
    let hasOtherColumns = catalog.rules[definition.table].map { $0.schema != definition.schema } ?? false
    catalog.define(definition)
    // A rule takes the place of a name that may be given away again.
    catalog.bindings[rule.name.text] = nil
    if hasOtherColumns { noteChanges([definition.table]) }
    return .rule(definition)
  }

  private struct Column {
    var name: Name
    var type: ValueType
  }

  /// The declared columns, each name once and none that every rule has.
  private mutating func captureColumns(_ rule: Rule) -> [Column] {
    var columns: [Column] = []
    for field in rule.captures {
      let type = resolve(field.type)
      if RuleDefinition.ownColumns.contains(field.name.text) {
        report(.nameTaken(field.name, by: "a column that every rule has"))
      }
      if columns.contains(where: { $0.name.text == field.name.text }) {
        report(.repeatedCapture(field.name))
      } else {
        columns.append(Column(name: field.name, type: type))
      }
    }
    return columns
  }

  /// Reports what the pattern as a whole may not be.
  private mutating func checked(_ pattern: RulePattern, of rule: Rule) -> RulePattern {
    guard let first = rule.pattern.first, let last = rule.pattern.last else { return pattern }
    let span = first.span.joined(with: last.span)
    if pattern.canBeEmpty { report(.emptyMatch(at: span, isContext: false)) }
    if pattern.size > Self.maximalRuleSize { report(.ruleTooLarge(Self.maximalRuleSize, at: span)) }
    return pattern
  }

  /// States of an automaton; what is larger was not meant.
  static let maximalRuleSize = 5000

  /// The types of the captures, held against what the pattern captures.
  private mutating func typedCaptures(_ columns: [Column], _ pattern: RulePattern, mistakesBefore errors: Int)
    -> [RuleDefinition.Capture]
  {
    guard mistakes == errors else { return [] }
    return columns.enumerated().compactMap { index, column in
      let content = CaptureContent(of: index, in: pattern)
      guard content.mostCaptures > 0 else {
        report(.unusedCapture(column.name))
        return nil
      }
      if column.type.base == .invalid { return nil }
      guard let capture = content.capture(column.name.text, as: column.type) else {
        report(.captureType(column.name, declared: column.type, found: content.type))
        return nil
      }
      return capture
    }
  }

  // MARK: Examples

  private mutating func examples(of rule: Rule, _ captures: [RuleDefinition.Capture]) -> [RuleDefinition.Example] {
    var examples: [RuleDefinition.Example] = []
    for line in rule.lines {
      switch line.kind {
      case .context: continue
      case .counterexample(let text): examples.append(.init(text: text.value, expected: nil, at: line.span))
      case .example(let text, let labels):
        examples.append(
          .init(text: text.value, expected: labels.compactMap { expectation($0, of: rule, captures) }, at: line.span))
      }
    }
    return examples
  }

  private mutating func expectation(_ label: Label, of rule: Rule, _ captures: [RuleDefinition.Capture])
    -> RuleDefinition.Expectation?
  {
    guard let field = rule.captures.first(where: { $0.name.text == label.name.text }) else {
      report(.unknownCapture(label.name, among: rule.captures.map(\.name.text)))
      return nil
    }
    let value = check(label.value, in: .empty)
    guard let capture = captures.first(where: { $0.name == field.name.text }), value.type.base != .invalid else {
      return nil
    }
    guard Self.mayEqual(value, capture) else {
      report(.exampleType(label.name, capture.type, value))
      return nil
    }
    return .init(capture: capture.name, value: value, words: source.string(label.value.span))
  }

  /// Whether an example may demand a value of a capture: its type, or the words of it.
  private static func mayEqual(_ value: PlanExpression, _ capture: RuleDefinition.Capture) -> Bool {
    func fits(_ type: DataType) -> Bool {
      switch (type, capture.element) {
      case (.none, _), (.text, _): true
      case (.int, .quantity), (.float, .quantity), (.quantity, .quantity), (.money, .money): true
      case (.date, .date), (.date, .period), (.period, .period), (.period, .date): true
      default: false
      }
    }
    if case .list(let element) = value.type.base { return capture.isList && fits(element.base) }
    return value.type.base == .none || !capture.isList && fits(value.type.base)
  }

  // MARK: dict

  mutating func dictionary(_ name: Name, _ expression: Expression) -> CheckedStatement {
    let errors = mistakes
    guard isFree(name) else { return .invalid }
    guard let entries = entries(of: expression) else {
      if catalog.dictionaries[name.text] == nil { catalog.dictionaries[name.text] = [] }
      return .invalid
    }
    if entries.allSatisfy(\.isEmpty) { report(.dictionaryForm(at: expression.span, isEmpty: true)) }
    let list = Expression(
      .list(entries.map { Expression(.literal(.string($0)), at: expression.span) }), at: expression.span)
    let value = check(Pipeline(source: list, steps: [], span: expression.span))
    let binding = Catalog.Binding(plan: value.plan, isScalar: true, id: catalog.nextBindingID)
    guard mistakes == errors else { return .invalid }
    catalog.dictionaries[name.text] = entries
    catalog.bindings[name.text] = binding
    catalog.shipped.remove(name.text)
    return .dictionary(name: name.text, entries, binding)
  }

  /// The words of a list of texts, or of a file that was read before; nil where a mistake was reported.
  private mutating func entries(of expression: Expression) -> [String]? {
    switch expression.kind {
    case .list(let elements):
      var entries: [String] = []
      for element in elements {
        guard case .literal(.string(let text)) = element.kind else {
          if !isLost(element.span) { report(.dictionaryForm(at: element.span, isEmpty: false)) }
          return nil
        }
        entries.append(text)
      }
      return entries
    case .literal(.string(let path)):
      // Why it could not be read was said where it was tried.
      if dictionaryFiles[path] == nil { consequences += 1 }
      return dictionaryFiles[path]
    default:
      if !isLost(expression.span) { report(.dictionaryForm(at: expression.span, isEmpty: false)) }
      return nil
    }
  }
}
