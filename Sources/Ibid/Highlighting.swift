import IbidSource
import IbidSyntax

/// A piece of a query's text and what it is, for colours in an editor.
public struct Highlight: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    /// A word of the language: reserved, or the first of a statement or step.
    case keyword
    /// A name that is called.
    case function
    case name
    /// A number, amount, date, parameter, or `true`, `false`, `none`.
    case value
    /// A string or a regular expression.
    case text
    case comment
    /// Operators and punctuation.
    case sign
    /// What the language does not know.
    case invalid
  }

  /// UTF-8 bytes of the text, from 0.
  public let range: Range<Int>
  public let kind: Kind
}

extension Session {
  /// The pieces of a query's text in order; blanks between them are left out. Any text has them, however broken.
  public nonisolated static func highlights(of text: String) -> [Highlight] {
    let list = Lexer.tokens(of: SourceText(name: "input", text)).list
    var highlights: [Highlight] = []
    for (index, token) in list.tokens.enumerated() {
      for trivia in list.leadingTrivia(of: index) where trivia.kind == .comment {
        highlights.append(.init(range: trivia.span.range, kind: .comment))
      }
      if token.kind != .end { highlights.append(.init(range: token.span.range, kind: list.highlight(index))) }
      for trivia in list.trailingTrivia(of: index) where trivia.kind == .comment {
        highlights.append(.init(range: trivia.span.range, kind: .comment))
      }
    }
    return highlights
  }

  /// Whether a line typed after a text would belong to its last statement: `| where …` after `money`.
  public nonisolated static func continues(_ text: String, with line: String) -> Bool {
    let start = text.utf8.count
    let list = Lexer.tokens(of: SourceText(name: "input", text + "\n" + line)).list
    guard let index = list.tokens.firstIndex(where: { $0.span.lower >= start }), list.tokens[index].kind != .end else {
      return false
    }
    return !list.tokens[index].startsStatement && !line.hasPrefix(".")
  }

  /// The statements of a text, each whole; a line that begins with `.` is one by itself, for shells that have such
  /// commands.
  public nonisolated static func statementTexts(of text: String) -> [String] {
    var pieces: [String] = []
    var rest = Array(text.utf8)[...]
    func add(_ bytes: ArraySlice<UInt8>) {
      let piece = String(decoding: bytes, as: UTF8.self).trimmingBlanks
      if !piece.isEmpty { pieces.append(piece) }
    }
    outer: while !rest.isEmpty {
      while let first = rest.first, first == 0x0A || first == 0x0D || first == 0x20 || first == 0x09 {
        rest.removeFirst()
      }
      if rest.first == UInt8(ascii: ".") {
        let line = rest.prefix { $0 != 0x0A }
        add(line)
        rest = rest[line.endIndex...]
        continue
      }
      let source = SourceText(name: "input", bytes: Array(rest))
      let base = rest.startIndex
      var start = base
      for token in Lexer.tokens(of: source).list.tokens.dropFirst() where token.kind != .end {
        let place = base + token.span.lower
        let isCommand =
          token.kind == .dot && token.hasNewlineBefore && rest[place - 1] == 0x0A
          && isComplete(String(decoding: rest[start..<place], as: UTF8.self))
        guard token.startsStatement || isCommand else { continue }
        add(rest[start..<place])
        start = place
        if isCommand {
          rest = rest[place...]
          continue outer
        }
      }
      add(rest[start...])
      break
    }
    return pieces
  }
}

extension TokenList {
  fileprivate func highlight(_ index: Int) -> Highlight.Kind {
    let token = tokens[index]
    // A string that is still being typed is not wrong yet.
    if token.isBroken { return token.span.upper >= source.bytes.count && token.kind == .string ? .text : .invalid }
    switch token.kind {
    case .name:
      if isCalled(index) { return .function }
      return isFirstWord(index) ? .keyword : .name
    case .quotedName: return .name
    case .number, .percentage, .money, .date, .parameter, .true, .false, .none: return .value
    case .string, .regex: return .text
    case .unknown: return .invalid
    default: return token.kind.reservedWord == nil ? .sign : .keyword
    }
  }

  private func isCalled(_ index: Int) -> Bool {
    index + 1 < tokens.count && tokens[index + 1].kind == .leftParenthesis && tokens[index + 1].touchesPrevious
  }

  /// The word of a statement or step where one may stand.
  private func isFirstWord(_ index: Int) -> Bool {
    let word = text(index)
    if index > 0, tokens[index - 1].kind == .pipe { return Words.isStep(word) }
    if index > 0, Words.joinKinds.contains(text(index - 1)), word == "join" { return true }
    guard tokens[index].startsStatement else { return false }
    return Words.statements.contains { $0.word == word }
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    var part = self[...]
    while let first = part.first, first.isWhitespace { part.removeFirst() }
    while let last = part.last, last.isWhitespace { part.removeLast() }
    return String(part)
  }
}
