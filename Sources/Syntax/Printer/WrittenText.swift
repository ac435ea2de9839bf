import IbidSource

/// The text that a tree was read from, and what of it is not in the tree.
struct WrittenText {
  let list: TokenList
  /// For each opening bracket the index of the one that closes it, by index.
  private let closers: [Int: Int]

  init(_ list: TokenList) {
    self.list = list
    var closers: [Int: Int] = [:]
    var open: [Int] = []
    for (index, token) in list.tokens.enumerated() {
      if token.kind.isOpeningBracket {
        open.append(index)
      } else if token.kind.isClosingBracket, let opener = open.popLast() {
        closers[opener] = index
      }
    }
    self.closers = closers
  }

  /// Offset after the last byte.
  var end: Int { list.source.bytes.count }

  /// An empty line stands right before an offset.
  func hasBlankLine(before offset: Int) -> Bool { list.hasBlankLine(before: offset) }

  /// A step's first word, or the `|` before it, begins a line.
  func beginsLine(_ step: Step) -> Bool {
    let word = list.index(at: step.span.lower)
    return list.tokens[word].hasNewlineBefore || word > 0 && list.tokens[word - 1].hasNewlineBefore
  }

  /// The first text literal of a span as it is written, if it runs over lines.
  func literal(in span: ByteSpan) -> String? {
    var index = list.index(at: span.lower)
    // Round brackets may stand around it.
    while list.tokens[index].kind == .leftParenthesis { index += 1 }
    guard list.tokens[index].kind == .string else { return nil }
    let written = list.text(index)
    return written.contains(where: \.isNewline) ? written : nil
  }

  /// An expression of several parts stands in round brackets of its own.
  func isBracketed(_ expression: Expression) -> Bool {
    let first = list.index(at: expression.span.lower)
    guard list.tokens[first].kind == .leftParenthesis, let last = closers[first] else { return false }
    return list.tokens[last].span.upper == expression.span.upper
  }
}
