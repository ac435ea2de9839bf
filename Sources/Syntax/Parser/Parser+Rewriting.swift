import IbidSource

/// Foreign constructs are offered as a whole: one message, whose edit writes all of it in our words.
extension Parser {
  /// What is written in a span, the mistakes reported there mended; those need no message of their own any more.
  ///
  /// The text as it stands, and the messages stay, if one of them has no edit.
  /// `further` edits are made besides.
  mutating func absorbed(_ span: ByteSpan, making further: [Diagnostic.Edit] = []) -> String {
    let inner = (lexical + diagnostics).filter { span.contains($0.span) }
    if inner.isEmpty, further.isEmpty { return source.string(span) }
    guard let mended = Self.applying(inner, and: further, to: source, in: span) else {
      return Self.applying([], and: further, to: source, in: span) ?? source.string(span)
    }
    discard(within: span)
    return mended
  }

  /// A part of a template, as `absorbed`.
  mutating func part(_ expression: Expression) -> Template.Part {
    let isBracketed = source.bytes[expression.span.range].first == UInt8(ascii: "(")
    return Template.Part(absorbed(expression.span), isLoose: expression.isLoose && !isBracketed)
  }

  /// A text with the first edit of each diagnostic made; nil if one has none, or two meet.
  private static func applying(
    _ diagnostics: [Diagnostic], and further: [Diagnostic.Edit] = [], to source: SourceText, in span: ByteSpan
  ) -> String? {
    var edits = further
    for diagnostic in diagnostics {
      guard let edit = diagnostic.suggestions.first?.edit, span.contains(edit.span) else { return nil }
      edits.append(edit)
    }
    edits.sort { ($0.span.lower, $0.span.upper) < ($1.span.lower, $1.span.upper) }
    var text = ""
    var end = span.lower
    for edit in edits {
      guard edit.span.lower >= end else { return nil }
      text += source.string(ByteSpan(end, edit.span.lower)) + edit.replacement
      end = edit.span.upper
    }
    return text + source.string(ByteSpan(end, span.upper))
  }

  /// A text made of foreign parts, with all their mistakes mended; nil if that does not give a right one.
  ///
  /// It is read anew, at most a few times, and never from within such a reading.
  func mended(_ text: String) -> String? {
    guard !isMending, text.utf8.count <= Limits.mended else { return nil }
    var text = text
    for _ in 0..<4 {
      let source = SourceText(name: "query", text)
      let found = Parser.parse(source, mode: mode, isMending: true).diagnostics
      if found.isEmpty { return text }
      guard let next = Self.applying(found, to: source, in: ByteSpan(0, source.bytes.count)) else { return nil }
      text = next
    }
    return nil
  }

  /// The same for a text that is made outside of a parser.
  package static func mending(_ text: String) -> String? {
    Parser(source: SourceText(name: "query", ""), mode: .script, isMending: false).mended(text)
  }

  /// Reports what stands here in our words, as a template says it, and reads it as that.
  ///
  /// `place` is the foreign word or sign; `whole` everything that the edit replaces.
  mutating func reread(
    _ operands: [Expression], as templates: [Template], at place: ByteSpan, whole: ByteSpan, tallest: Int,
    reporting diagnose: ([Diagnostic.Suggestion]) -> Diagnostic
  ) -> Expression {
    let parts = operands.map { part($0) }
    let suggestions = templates.compactMap { $0.filled(parts) }.map { SyntaxDiagnostic.write($0, at: whole) }
    report(diagnose(suggestions))
    guard let read = templates.first?.expression(operands, at: place) else { return missing() }
    // A template is at most three high.
    return node(read.kind, at: whole, over: tallest + 2)
  }

  /// The bracket that closes the one at an index, if the statement has it. Bounded, so that time stays linear.
  func closing(of opener: Int) -> Int? {
    var inner = 0
    var index = opener
    while index < tokens.count - 1, index - opener < 1000, index == opener || !tokens[index].startsStatement {
      let kind = tokens[index].kind
      if kind.isOpeningBracket { inner += 1 }
      if kind.isClosingBracket {
        inner -= 1
        if inner == 0 { return kind == tokens[opener].kind.closing ? index : nil }
      }
      index += 1
    }
    return nil
  }

  /// Whether a comma separates what stands between two brackets.
  func hasComma(between opener: Int, and closer: Int) -> Bool { has(.comma, between: opener, and: closer) }

  /// Whether steps stand in brackets, which may have commas of their own.
  func isPipeline(between opener: Int, and closer: Int) -> Bool { has(.pipe, between: opener, and: closer) }

  private func has(_ wanted: Token.Kind, between opener: Int, and closer: Int) -> Bool {
    var inner = 0
    for index in (opener + 1)..<max(opener + 1, closer) {
      let kind = tokens[index].kind
      if kind.isOpeningBracket { inner += 1 }
      if kind.isClosingBracket { inner -= 1 }
      if kind == wanted, inner == 0 { return true }
    }
    return false
  }

  func at(caseless word: String, ahead distance: Int = 0) -> Bool {
    kind(ahead: distance).isWord && text(position + distance).lowercased() == word
  }
}
