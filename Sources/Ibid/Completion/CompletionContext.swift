import IbidSource
import IbidSyntax

/// Where the cursor stands in a text that is being written, by its tokens alone.
struct CompletionContext {
  /// The tokens before the word at the cursor.
  let list: TokenList
  /// How many of them there are.
  let end: Int
  /// The half-typed word, or what of a string stands before the cursor.
  let word: String
  /// Where the word begins.
  let start: Int
  let cursor: Int
  /// The word is in quotes.
  let isInQuotes: Bool
  /// The character behind the cursor, 0 at the end.
  let next: UInt8

  /// Nil inside a comment, and inside what was begun and is no string.
  init?(_ bytes: [UInt8], cursor: Int) {
    list = Lexer.tokens(of: SourceText(name: "input", bytes: Array(bytes[..<cursor]))).list
    guard !list.endsInComment else { return nil }
    self.cursor = cursor
    next = cursor < bytes.count ? bytes[cursor] : 0
    var end = list.tokens.count - 1
    let last = end > 0 ? list.tokens[end - 1] : nil
    if let last, last.kind == .string, last.isBroken, last.span.upper == cursor {
      isInQuotes = true
      end -= 1
      start = last.span.lower + 1
    } else {
      isInQuotes = false
      if let last, last.isBroken, last.span.upper == cursor, last.kind != .parameter { return nil }
      let isWord = last.map { $0.kind.isWord || $0.kind == .parameter } ?? false
      if let last, isWord, last.span.upper == cursor {
        end -= 1
        start = last.span.lower
      } else if cursor > 0, bytes[cursor - 1] == UInt8(ascii: "$") {
        if let last, last.span.upper == cursor { end -= 1 }
        start = cursor - 1
      } else {
        start = cursor
      }
    }
    self.end = end
    word = String(decoding: bytes[start..<cursor], as: UTF8.self)
  }

  func token(_ distance: Int) -> Token? { end >= distance ? list.tokens[end - distance] : nil }
  /// The text of a token before the word; 1 is the nearest.
  func text(_ distance: Int) -> String { end >= distance ? list.text(end - distance) : "" }

  /// The first token of the statement at the cursor.
  var statement: Int { list.tokens[..<end].lastIndex { $0.startsStatement } ?? 0 }
  var statementWord: String { end > 0 ? list.text(statement) : "" }

  /// A new statement begins with the word.
  var startsStatement: Bool {
    guard let previous = token(1) else { return true }
    return previous.kind == .semicolon || end < list.tokens.count - 1 && list.tokens[end].startsStatement
      || list.tokens[end].kind == .end && list.tokens[end].startsStatement
  }

  // MARK: Brackets

  /// Brackets that are open at the cursor, the innermost first.
  var openBrackets: [Int] {
    var open: [Int] = []
    for index in statement..<max(end, statement) {
      if list.tokens[index].kind.isOpeningBracket { open.append(index) }
      if list.tokens[index].kind.isClosingBracket { _ = open.popLast() }
    }
    return open.reversed()
  }

  /// The last `|` between a token and the cursor that stands in no brackets of its own.
  func lastPipe(behind first: Int) -> Int? {
    var depth = 0
    var index = end - 1
    while index >= first {
      let kind = list.tokens[index].kind
      if kind.isClosingBracket { depth += 1 }
      if kind.isOpeningBracket { depth = max(0, depth - 1) }
      if kind == .pipe, depth == 0 { return index }
      index -= 1
    }
    return nil
  }

  /// The first token of the operand that ends before a token: `quotes[speaker]`, `(money | take 3)`, `document.title`.
  func operandStart(before index: Int) -> Int? {
    var position = index - 1
    while position >= statement {
      let kind = list.tokens[position].kind
      if kind.isClosingBracket {
        var depth = 0
        while position >= statement {
          if list.tokens[position].kind.isClosingBracket { depth += 1 }
          if list.tokens[position].kind.isOpeningBracket { depth -= 1 }
          if depth == 0 { break }
          position -= 1
        }
        guard position >= statement else { return nil }
        if position > statement, list.tokens[position - 1].kind.isName, list.tokens[position].touchesPrevious {
          position -= 1
        }
      } else if !kind.isName && kind != .parameter && kind != .string {
        return nil
      }
      guard position - 1 > statement, list.tokens[position - 1].kind == .dot else { return position }
      position -= 2
    }
    return nil
  }

  /// The text from a token up to another one.
  func text(from first: Int, before last: Int) -> String {
    guard first < last else { return "" }
    return list.source.string(ByteSpan(list.tokens[first].span.lower, list.tokens[last - 1].span.upper))
  }

  /// The statements before the one at the cursor.
  var earlier: String { list.source.string(ByteSpan(0, list.tokens[statement].span.lower)) }
}

extension TokenList {
  /// The text ends in a comment without a line's end.
  fileprivate var endsInComment: Bool {
    let last = tokens.count - 1
    if let trivia = leadingTrivia(of: last).last { return trivia.kind == .comment }
    return last > 0 && trailingTrivia(of: last - 1).last?.kind == .comment
  }
}
