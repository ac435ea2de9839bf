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

  /// An expression of several parts stands in round brackets of its own.
  func isBracketed(_ expression: Expression) -> Bool {
    let first = list.index(at: expression.span.lower)
    guard list.tokens[first].kind == .leftParenthesis, let last = closers[first] else { return false }
    return list.tokens[last].span.upper == expression.span.upper
  }
}
