import IbidSource

extension Printer {
  /// How tight an expression binds, as in the precedence table of `grammar/README.md`.
  private enum Level: Int, Comparable {
    case conditional, or, and, not, compare, coalesce, range, sum, product, unary, postfix
    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
    /// The next tighter one.
    var tighter: Level { Level(rawValue: rawValue + 1) ?? .postfix }
  }

  mutating func expression(_ expression: Expression) -> Layout { operand(expression, .conditional) }

  /// An operand of `.`, `[`, `union` or `join`.
  mutating func postfix(_ expression: Expression) -> Layout { operand(expression, .postfix) }

  /// In brackets if it binds looser than its place asks for.
  private mutating func operand(_ expression: Expression, _ place: Level) -> Layout {
    let level = Self.level(expression)
    let isPlain = level == .postfix || place == .conditional || !isBracketed(expression)
    if level >= place, isPlain { return bare(expression) }
    return bracketed("(", ")", whole: nil) { [.softLine, $0.bare(expression)] }
  }

  /// The text has it in brackets.
  private func isBracketed(_ expression: Expression) -> Bool { text?.isBracketed(expression) ?? false }

  private static func level(_ expression: Expression) -> Level {
    switch expression.kind {
    case .conditional: .conditional
    case .not: .not
    case .test, .matches: .compare
    case .negate: .unary
    case .binary(let name, _, _, _): level(name)
    default: .postfix
    }
  }

  private static func level(_ name: BinaryOperator) -> Level {
    switch name {
    case .multiply, .divide: .product
    case .add, .subtract: .sum
    case .range: .range
    case .coalesce: .coalesce
    case .and: .and
    case .or: .or
    default: .compare
    }
  }

  private mutating func bare(_ expression: Expression) -> Layout {
    switch expression.kind {
    case .name, .withCopies, .member, .index, .call, .binary, .test, .matches: break  // begin with a word, perhaps
    default: isAtStatementStart = false
    }
    return switch expression.kind {
    case .literal(.string(let value)): quoted(value, at: expression.span)
    case .literal(let literal): .text(Self.literal(literal))
    case .name(let name): .text(operand(name))
    case .parameter(let name): "$\(name.text)"
    case .member(let value, let name): postfix(value) + ".\(Self.member(name.text))"
    case .call(let call): self.call(call, whole: expression.span)
    case .index(let value, let key): [postfix(value), "[", inBrackets { $0.expression(key) }, "]"]
    case .negate(let value): "-" + operand(value, .postfix)
    case .not(let value): "not " + operand(value, .not)
    case .binary(let name, _, let left, let right): binary(expression, name, left, right)
    case .test(let value, let test, _): operand(value, .coalesce) + " is \(test.rawValue)"
    case .matches(let value, let regex, let isNegated):
      operand(value, .coalesce) + "\(isNegated ? " not" : "") matches \(Self.regex(regex))"
    case .conditional: .group(.nest(conditional(expression)))
    case .list(let list): elements(list, whole: expression.span)
    case .record(let labels):
      list("{", labels, "}", whole: expression.span, span: \.span) { $0.label($1) }
    case .pipeline(let pipeline):
      bracketed("(", ")", whole: expression.span) { printer in
        [printer.lineEnd(.softLine, before: pipeline.source.span), printer.pipeline(pipeline, isIndented: false)]
      }
    case .regex(let regex): .text(Self.regex(regex))
    case .withCopies(let name): "\(operand(name)) with copies"
    case .missing: ""
    }
  }

  /// A text literal; one that runs over lines in the text that the tree was read from is left as it stands there.
  func quoted(_ value: String, at span: ByteSpan) -> Layout {
    .text(value.contains(where: \.isNewline) ? text?.literal(in: span) ?? Self.quoted(value) : Self.quoted(value))
  }

  /// A name in an expression; in backticks also where it would start another statement.
  private mutating func operand(_ name: Name) -> String {
    defer { isAtStatementStart = false }
    return isAtStatementStart && Self.startsStatement(name.text) ? Self.backticked(name.text) : Self.name(name)
  }

  private mutating func inBrackets(_ print: (inout Printer) -> Layout) -> Layout {
    openBrackets += 1
    defer { openBrackets -= 1 }
    return print(&self)
  }

  mutating func elements(_ elements: [Expression], whole: ByteSpan?) -> Layout {
    list("[", elements, "]", whole: whole, isFilled: elements.allSatisfy(\.isLiteral), span: \.span) {
      $0.expression($1)
    }
  }

  // MARK: Operators

  private mutating func binary(
    _ whole: Expression, _ name: BinaryOperator, _ left: Expression, _ right: Expression
  ) -> Layout {
    let level = Self.level(name)
    switch level {
    case .and, .or, .sum, .product: return chain(whole, level)
    case .range: return [operand(left, .sum), "..", operand(right, .sum)]
    case .coalesce: return [operand(left, .range), " ?? ", operand(right, .coalesce)]
    default:
      // Comparisons do not chain: neither side may be one.
      let first = operand(left, level.tighter)
      return [first, " \(name.rawValue) ", operand(right, level.tighter)]
    }
  }

  /// `a and b and c`, or with a line for each operator where that is too long.
  private mutating func chain(_ whole: Expression, _ level: Level) -> Layout {
    var first = whole
    var rest: [(name: BinaryOperator, right: Expression)] = []
    while case .binary(let name, _, let left, let right) = first.kind, Self.level(name) == level,
      rest.isEmpty || !isBracketed(first)
    {
      rest.append((name, right))
      first = left
    }
    rest.reverse()
    let start = operand(first, level)
    let canBreak = level != .product && (openBrackets > 0 || !rest.contains { $0.name == .subtract })
    var lines: [Layout] = []
    for (name, right) in rest {
      lines.append(canBreak ? lineEnd(.line, before: right.span) : " ")
      lines += ["\(name.rawValue) ", operand(right, level.tighter)]
    }
    return .group([start, .nest(.sequence(lines))])
  }

  /// `if a then b else if c then d else e`; where that is too long, each `else` begins a line.
  mutating func conditional(_ whole: Expression) -> Layout {
    var parts: [Layout] = []
    var rest = whole
    while case .conditional(let condition, let then, let otherwise) = rest.kind {
      let test = "if " + expression(condition)
      let line = lineEnd(.line, before: then.span)
      parts.append(.group([test, .nest([line, "then ", expression(then)])]))
      parts += [lineEnd(.line, before: otherwise.span), "else "]
      rest = otherwise
    }
    parts.append(expression(rest))
    return .sequence(parts)
  }

  // MARK: Calls

  private mutating func call(_ call: Call, whole: ByteSpan) -> Layout {
    let receiver = call.receiver.map { postfix($0) + "." } ?? ""
    let isWord = call.receiver == nil && ["assert", "explain", "sort", "not"].contains(call.name.text.lowercased())
    let callee = isWord ? Self.backticked(call.name.text) : Self.member(call.name.text)
    let inside = bracketed("(", ")", whole: whole) { printer in
      var lines = printer.commaLines(call.arguments, span: \.span) { $0.argument($1) }
      if let filter = call.filter { lines += printer.clause("where", [filter], isFirst: lines.isEmpty) }
      lines += printer.clause("per", call.per, isFirst: lines.isEmpty)
      if let first = call.sort.first, let last = call.sort.last {
        lines.append(
          printer.lineEnd(lines.isEmpty ? .softLine : .line, before: first.span.joined(with: last.span)))
        lines.append(printer.items(after: "sort", call.sort, start: .lineEnd, span: \.span) { $0.key($1) })
        if let rows = call.rows { lines.append(" rows \(Self.integer(rows))") }
      }
      return lines
    }
    return [receiver, .text(callee), inside]
  }

  private mutating func argument(_ argument: Call.Argument) -> Layout {
    let value = expression(argument.value)
    return argument.label.map { "\(Self.label($0)): " + value } ?? value
  }

  /// `where …` or `per …` in a call.
  private mutating func clause(_ word: Layout, _ parts: [Expression], isFirst: Bool) -> [Layout] {
    guard let first = parts.first, let last = parts.last else { return [] }
    let line = lineEnd(isFirst ? .softLine : .line, before: first.span.joined(with: last.span))
    return [line, items(after: word, parts, start: .lineEnd, span: \.span) { $0.expression($1) }]
  }

  mutating func key(_ key: SortKey) -> Layout { expression(key.value) + (key.isDescending ? " desc" : "") }
}

extension Call.Argument {
  var span: ByteSpan { label.map { $0.span.joined(with: value.span) } ?? value.span }
}

extension Expression {
  fileprivate var isLiteral: Bool { if case .literal = kind { true } else { false } }
}
