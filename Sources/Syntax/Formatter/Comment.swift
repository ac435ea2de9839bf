import IbidSource

/// `# …` in a text, and how it stands there.
struct Comment: Sendable {
  /// From the `#` on, blanks at its end left out.
  var text: String
  /// Offset of the `#`.
  var offset: Int
  /// Something stands before it on its line.
  var isTrailing: Bool
  var hasBlankLineBefore: Bool
  /// Index of the token after it.
  var nextToken: Int
}

extension TokenList {
  /// All comments, in the order of the text.
  var comments: [Comment] {
    var found: [Comment] = []
    for index in tokens.indices {
      let gap = (index == 0 ? [] : trailingTrivia(of: index - 1)) + leadingTrivia(of: index)
      // The trivia after the token before are those on its line.
      var isOnLineOfToken = index > 0
      for piece in gap {
        if piece.kind == .newline { isOnLineOfToken = false }
        guard piece.kind == .comment else { continue }
        found.append(
          Comment(
            text: trimmed(piece.span), offset: piece.span.lower, isTrailing: isOnLineOfToken,
            hasBlankLineBefore: hasBlankLine(before: piece.span.lower), nextToken: index))
      }
    }
    return found
  }

  private func trimmed(_ span: ByteSpan) -> String {
    var upper = span.upper
    while upper > span.lower, Self.isBlank(source.bytes[upper - 1]) { upper -= 1 }
    return source.string(ByteSpan(span.lower, upper))
  }

  /// An empty line stands right before an offset.
  func hasBlankLine(before offset: Int) -> Bool {
    var lineEnds = 0
    var index = min(offset, source.bytes.count) - 1
    while index >= 0, lineEnds < 2, Self.isBlank(source.bytes[index]) {
      if source.bytes[index] == Byte.newline { lineEnds += 1 }
      index -= 1
    }
    return lineEnds >= 2
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == Byte.space || (0x09...0x0D).contains(byte) }

  /// Index of the token that starts at an offset, or of the first one after it. O(log tokens).
  func index(at offset: Int) -> Int {
    var low = 0
    var high = tokens.count - 1
    while low < high {
      let middle = (low + high) / 2
      if tokens[middle].span.lower < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
