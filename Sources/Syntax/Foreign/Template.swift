import IbidSource

/// A form of ours in which the letters `a`, `b`, `c` stand for the parts of a foreign one: `starts_with(a, b)`.
///
/// One form is both what a message offers and what the parser reads in place of the foreign words, so the two cannot
/// differ. The form is ordinary text of the language, and is read by the ordinary parser.
package struct Template: Sendable, ExpressibleByStringLiteral {
  /// A part as it was written.
  package struct Part: Sendable {
    package var text: String
    /// It has operators of its own, so that beside another operator it needs brackets.
    package var isLoose: Bool

    package init(_ text: String, isLoose: Bool) {
      self.text = text
      self.isLoose = isLoose
    }
  }

  package let text: String

  package init(_ text: String) { self.text = text }
  package init(stringLiteral text: String) { self.text = text }

  private static let letters = ["a", "b", "c"]

  /// How many parts it has.
  package var count: Int { (tokens.compactMap(letter).max() ?? -1) + 1 }

  /// The form with the parts in their places; nil if there are fewer parts than letters.
  package func filled(_ parts: [Part]) -> String? {
    let tokens = tokens
    guard parts.count >= count else { return nil }
    var result = ""
    var end = 0
    for (index, token) in tokens.enumerated() {
      result += string(end, token.span.lower)
      end = token.span.upper
      guard let letter = letter(token) else {
        result += string(token.span.lower, end)
        continue
      }
      let part = parts[letter]
      let stands = isAlone(index, tokens) || !part.isLoose
      result += stands ? part.text : "(\(part.text))"
    }
    return result
  }

  /// The tree with the parts in their places; whatever the form adds stands at `place`.
  func expression(_ parts: [Expression], at place: ByteSpan) -> Expression? {
    let script = Parser.parse(SourceText(name: "form", text), mode: .script).script
    guard parts.count >= count, case .pipeline(let pipeline) = script.statements.first?.kind else { return nil }
    return fill(pipeline.source, parts, at: place)
  }

  // MARK: The form itself

  private var tokens: [Token] { Lexer.tokens(of: SourceText(name: "form", text)).list.tokens.dropLast() }

  private func string(_ lower: Int, _ upper: Int) -> String {
    String(decoding: Array(text.utf8)[lower..<upper], as: UTF8.self)
  }

  private func letter(_ token: Token) -> Int? {
    token.kind == .name ? Self.letters.firstIndex(of: string(token.span.lower, token.span.upper)) : nil
  }

  /// The token is an argument by itself, or a branch behind a word.
  private func isAlone(_ index: Int, _ tokens: [Token]) -> Bool {
    let opens: Set<Token.Kind> = [.leftParenthesis, .leftBracket, .comma, .if, .then, .else, .where, .per]
    let closes: Set<Token.Kind> = [.rightParenthesis, .rightBracket, .comma, .then, .else]
    return (index == 0 || opens.contains(tokens[index - 1].kind))
      && (index == tokens.count - 1 || closes.contains(tokens[index + 1].kind))
  }

  /// Templates are ours and small, so that this goes a few levels deep only.
  private func fill(_ form: Expression, _ parts: [Expression], at place: ByteSpan) -> Expression {
    func inner(_ expression: Expression) -> Expression { fill(expression, parts, at: place) }
    let kind: Expression.Kind
    switch form.kind {
    case .name(let name):
      if let letter = Self.letters.firstIndex(of: name.text), parts.indices.contains(letter) { return parts[letter] }
      kind = .name(Name(name.text, at: place))
    case .call(var call):
      call.name = Name(call.name.text, at: place)
      call.receiver = call.receiver.map(inner)
      call.arguments = call.arguments.map { Call.Argument(label: $0.label, value: inner($0.value)) }
      kind = .call(call)
    case .binary(let name, _, let left, let right): kind = .binary(name, place, inner(left), inner(right))
    case .not(let operand): kind = .not(inner(operand))
    case .test(let operand, let test, _): kind = .test(inner(operand), test, place)
    case .list(let elements): kind = .list(elements.map(inner))
    case .conditional(let test, let then, let otherwise):
      kind = .conditional(if: inner(test), then: inner(then), else: inner(otherwise))
    default: kind = form.kind
    }
    return Expression(kind, at: place)
  }
}

extension Expression {
  /// It has operators that bind less tightly than those of arithmetic.
  package var isLoose: Bool {
    switch kind {
    case .binary, .not, .test, .matches, .conditional, .negate: true
    default: false
    }
  }
}
