import IbidSource

/// Papers that bylines name, and what a text is when it has no byline but labels of a memorandum.
extension HeaderReader {
  /// `Ann Lee Quay Forces Press Service`: an agency behind the name.
  func paperBehind(_ byline: ByteSpan) -> ByteSpan? {
    let words = text.words(in: byline, limit: 9)
    guard (5...8).contains(words.count) else { return nil }
    return (2..<(words.count - 2)).lazy.map { ByteSpan(words[$0].span.lower, words[words.count - 1].span.upper) }
      .first { Organisations.isAgency($0, in: text) }
  }

  /// `Ann Lee, The Quay Lantern`: a paper behind the comma, by its word or its article.
  func paperBehindComma(_ byline: ByteSpan) -> ByteSpan? {
    guard let comma = text.bytes[byline.range].lastIndex(of: UInt8(ascii: ",")), comma + 2 < byline.upper else {
      return nil
    }
    let name = text.trimmed(ByteSpan(comma + 1, byline.upper))
    let words = text.words(in: name, limit: 6)
    guard (2...5).contains(words.count), MetaLine.isNames(name, in: text), !text.holdsDigit(name),
      !words.contains(where: Self.writers.contains)
    else { return nil }
    let isPaper = Organisations.isPaper(name, in: text) || text.starts(with: "the ", at: name.lower)
    return isPaper ? Organisations.withoutArticle(name, in: text) : nil
  }

  private static let writers: WordHashes = [
    "reporter", "correspondent", "editor", "writer", "staff", "columnist", "contributor", "producer", "journalist",
    "desk", "bureau",
  ]

  func paper(of byline: ByteSpan) -> ByteSpan? {
    guard
      let start = byline.range.first(where: { text.starts(with: "for ", at: $0) && text.bytes[max(0, $0 - 1)] == 0x20 })
    else { return nil }
    var end = start + 4
    while end < byline.upper, ![0x2C, 0x7C, 0x28, 0xE2, 0x2A, 0x0A].contains(text.bytes[end]) { end += 1 }
    let name = text.trimmed(ByteSpan(start + 4, end))
    return Organisations.isPaper(name, in: text) ? Organisations.withoutArticle(name, in: text) : nil
  }

  /// What is written for the staff of a body, over its labels.
  static let memoranda: LineTable<Void> = [
    "memorandum", "memo", "internal memorandum", "internal memo", "office memorandum", "interoffice memorandum",
    "staff memo", "staff memorandum", "inter-office memorandum", "memorandum to file",
  ]
}
