import IbidSource

/// Bodies that a sentence names as the maker of a page.
extension Organisations {
  /// What a line says of its maker: `The Quay Union is a network of 12 ports`, `Blue Wheel is an independent newspaper.`
  static func described(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    let words = view.words(in: span, limit: 24)
    guard span.count <= 300, let verb = words.prefix(9).firstIndex(where: { view.isWord($0, "is") }), verb >= 2,
      verb + 2 < words.count, ["a", "an", "the"].contains(view.lowercased(words[verb + 1].span)),
      words[(verb + 2)...].prefix(7).contains(where: makers.contains)
    else { return nil }
    let name = withoutArticle(view.trimmed(ByteSpan(span.lower, words[verb].span.lower)), in: view)
    return view.words(in: name, limit: 2).count == 2 && MetaLine.isNames(name, in: view)
      ? withoutAcronym(name, in: view) : nil
  }

  /// `Quay Fund` of "Executive Board of the Quay Fund", which speaks for it.
  static func withoutBoard(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    guard let end = boards.end(at: span.lower, in: view), end < span.upper else { return span }
    let rest = withoutArticle(ByteSpan(end, span.upper), in: view)
    return isName(rest, in: view) || isLikelyName(rest, in: view) ? rest : span
  }

  private static let boards: Prefixes = [
    "executive board of ", "board of directors of ", "board of governors of ", "governing council of ", "board of ",
  ]
}
