package import IbidSource

/// All tokens of a text, and what stands between them.
///
/// Nothing of the text is lost: the bytes between two tokens are trivia (blanks, line ends, comments), read on demand.
/// Trivia up to the end of its line belongs to the token before it, the rest to the token after it.
package struct TokenList: Sendable {
  package let source: SourceText
  /// In order; the last is `.end`.
  package var tokens: [Token]

  /// A piece of text without meaning for the parser.
  package struct Trivia: Sendable, Equatable {
    package enum Kind: Sendable { case blank, newline, comment }
    package var kind: Kind
    package var span: ByteSpan
    package init(_ kind: Kind, at span: ByteSpan) {
      self.kind = kind
      self.span = span
    }
  }

  package func text(_ index: Int) -> String { source.string(tokens[index].span) }

  /// Trivia before a token that does not belong to the token before it.
  package func leadingTrivia(of index: Int) -> [Trivia] {
    let gap = trivia(before: index)
    if index == 0 { return gap }
    guard let first = gap.firstIndex(where: { $0.kind == .newline }) else { return [] }
    return Array(gap[first...])
  }

  /// Blanks and a comment after a token on its line.
  package func trailingTrivia(of index: Int) -> [Trivia] {
    index + 1 < tokens.count ? Array(trivia(before: index + 1).prefix { $0.kind != .newline }) : []
  }

  /// Everything between a token and the one before it.
  private func trivia(before index: Int) -> [Trivia] {
    var offset = index == 0 ? 0 : tokens[index - 1].span.upper
    let end = tokens[index].span.lower
    var pieces: [Trivia] = []
    while offset < end {
      let start = offset
      let kind = pieceKind(at: offset)
      switch kind {
      case .newline: offset += source.bytes[offset] == Byte.carriageReturn ? 2 : 1
      case .comment: while offset < end, source.bytes[offset] != Byte.newline { offset += 1 }
      case .blank:
        while offset < end, pieceKind(at: offset) == .blank { offset += 1 }
      }
      if kind == .comment, source.bytes[offset - 1] == Byte.carriageReturn { offset -= 1 }
      offset = min(offset, end)
      pieces.append(Trivia(kind, at: ByteSpan(start, offset)))
    }
    return pieces
  }

  private func pieceKind(at offset: Int) -> Trivia.Kind {
    let bytes = source.bytes
    switch bytes[offset] {
    case Byte.newline: return .newline
    case Byte.carriageReturn where offset + 1 < bytes.count && bytes[offset + 1] == Byte.newline: return .newline
    case Byte.hash, Byte.slash, Byte.minus: return .comment
    default: return .blank
    }
  }
}
