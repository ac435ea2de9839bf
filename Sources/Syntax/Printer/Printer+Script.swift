import IbidSource

extension Printer {
  /// Statements, each on a line of its own; a blank line where the text has one or more.
  mutating func script(_ script: Script) -> Layout {
    var lines: [Layout] = []
    for statement in script.statements {
      let start = statement.span.lower
      let hasBlank = text?.hasBlankLine(before: start) ?? false
      lines += separator(before: statement.span, hasBlankLine: hasBlank, isFirst: lines.isEmpty)
      lines.append(self.statement(statement))
    }
    let end = text?.end ?? 0
    lines += separator(before: ByteSpan(end + 1, end + 1), hasBlankLine: false, isFirst: lines.isEmpty, isEnd: true)
    if !lines.isEmpty { lines.append(.hardLine) }
    return .sequence(lines)
  }

  /// What stands between two statements: line ends and comments.
  private mutating func separator(
    before statement: ByteSpan, hasBlankLine: Bool, isFirst: Bool, isEnd: Bool = false
  ) -> [Layout] {
    var lines: [Layout] = []
    var isFirst = isFirst
    var hasBlankLine = hasBlankLine
    func newLine(blank: Bool) {
      if !isFirst { lines.append(.hardLine) }
      if !isFirst, blank { lines.append(.hardLine) }
      isFirst = false
    }
    for (index, comment) in comments.take(before: statement).enumerated() {
      if index == 0, comment.isTrailing, !isFirst {
        lines.append(.comment(" " + comment.text))
        continue
      }
      // A comment from inside of the statement stands right above it.
      let isInside = comment.offset >= statement.lower
      newLine(blank: isInside ? hasBlankLine : comment.hasBlankLineBefore)
      if isInside { hasBlankLine = false }
      lines.append(.comment(comment.text))
    }
    if !isEnd { newLine(blank: hasBlankLine) }
    return lines
  }

  // MARK: Statements

  mutating func statement(_ statement: Statement) -> Layout {
    if case .pipeline = statement.kind { isAtStatementStart = true }
    return switch statement.kind {
    case .pipeline(let value): pipeline(value, isIndented: false)
    case .continuation(let steps): continuation(steps)
    case .load(let load): self.load(load)
    case .letBinding(let bound, let value) where value.steps.isEmpty:
      definition("let \(Self.name(bound))", value.source)
    case .letBinding(let bound, let value): ["let \(Self.name(bound)) = ", pipeline(value, isIndented: true)]
    case .parameter(let bound, let type, let value):
      ["param \(Self.name(bound)): \(Self.type(type))", value.map { " = " + expression($0) } ?? ""]
    case .function(let bound, let fields, let body):
      definition(["fn \(Self.name(bound))", self.fields(fields)], body)
    case .rule(let rule): self.rule(rule, at: statement.span)
    case .dictionary(let bound, let value): definition("dict \(Self.name(bound))", value)
    case .use(let path): "use \(Self.quoted(path.value))"
    case .set(let setting, let value): ["set \(Self.name(setting)) = ", expression(value)]
    case .assert(let condition, let message): assertion(condition, message)
    case .explain(let value, let analyze):
      [analyze ? "explain analyze " : "explain ", pipeline(value, isIndented: true)]
    case .explainRule(let bound): "explain rule \(Self.name(bound))"
    case .help(let topic): .text(topic.map { "help " + Self.topic($0) } ?? "help")
    case .why(let row, let column): .text("why \(Self.integer(row))" + (column.map { " " + Self.name($0) } ?? ""))
    case .whyNot(let condition): ["why not ", expression(condition)]
    case .open(let row): "open \(Self.integer(row))"
    case .keep(let bound): "keep \(Self.name(bound))"
    case .malformed: "# could not be read"
    }
  }

  /// `head = value`; an `if` that does not fit stands below, its `else` under it.
  private mutating func definition(_ head: Layout, _ value: Expression) -> Layout {
    guard case .conditional = value.kind else { return [head, " = ", expression(value)] }
    return .group([head, " =", .nest([.line, .group(conditional(value))])])
  }

  private mutating func continuation(_ steps: [Step]) -> Layout {
    guard let first = steps.first else { return "|" }
    let start: Layout = ["| ", .nest(step(first))]
    return .sequence([start] + self.steps(Array(steps.dropFirst()), line: .hardLine))
  }

  private mutating func load(_ load: Load) -> Layout {
    var parts: [Layout] = ["load \(Self.quoted(load.path.value))"]
    if let bound = load.name { parts.append(" as \(Self.name(bound))") }
    if !load.fields.isEmpty { parts += [" ", fields(load.fields)] }
    if let first = load.given.first, let last = load.given.last {
      // One of the two line ends, before or behind `with`, would be one too many.
      let line = lineEnd(.line, before: first.span.joined(with: last.span))
      parts.append(.nest([line, items(after: "with", load.given, start: .blank, span: \.span) { $0.label($1) }]))
    }
    return .group(.sequence(parts))
  }

  private mutating func assertion(_ condition: Expression, _ message: StringLiteral?) -> Layout {
    let condition = expression(condition)
    guard let message else { return "assert " + condition }
    return .group([
      "assert ", condition, ",",
      .nest([lineEnd(.line, before: message.span), quoted(message.value, at: message.span)]),
    ])
  }

  private mutating func fields(_ fields: [Field]) -> Layout {
    list("(", fields, ")", whole: nil, span: { $0.name.span.joined(with: $0.type.span) }) { _, field in
      "\(Self.name(field.name)): \(Self.type(field.type))"
    }
  }

  mutating func label(_ label: Label) -> Layout { "\(Self.label(label.name)): " + expression(label.value) }
}

extension Label {
  var span: ByteSpan { name.span.joined(with: value.span) }
}
