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

  /// The names after the sign and the year of a copyright line: `© 2024 Harbour Gazette, 88 Quay Street`.
  static func copyrightHolder(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    guard span.count <= 300 else { return nil }
    for offset in span.range where copyrightSigns.mayBegin(with: view.bytes[offset]) {
      guard let sign = copyrightSigns.end(at: offset, in: view) else { continue }
      // "Crown Copyright  Jobs  Privacy"
      let before = view.trimmed(ByteSpan(span.lower, offset))
      if !before.isEmpty, Characters.isLetter(view.scalar(at: offset).value),
        Characters.isLetter(view.scalar(before: before.upper).value)
      {
        continue
      }
      // "Blue Wheel Gazette © 2024"
      if before.count >= 4, view.words(in: before, limit: 6).count <= 5,
        Characters.isUpper(view.scalar(at: before.lower).value), MetaLine.isNames(before, in: view),
        !view.starts(with: "copyright", at: before.lower),
        sign == span.upper || !view.starts(with: "copyright", at: sign)
      {
        return withoutArticle(before, in: view)
      }
      var start = view.skipSpace(from: sign, to: span.upper)
      while start < span.upper, !Characters.isUpper(view.scalar(at: start).value) {
        let value = view.scalar(at: start).value
        guard
          Characters.isDigit(value) || Characters.isSpace(value) || Characters.isDash(value) || value == 0xA9
            || value == 0x2C
        else { return nil }
        start += view.scalar(at: start).width
      }
      var end = start
      while end < span.upper {
        let (value, width) = view.scalar(at: end)
        if Characters.isDigit(value) || [0x0A, 0x0D, 0x2C, 0x2E, 0x7C, 0xB7, 0x3B].contains(value) { break }
        if value == 0x20, behindHolders.begin(at: end + 1, in: view) { break }
        end += width
      }
      let name = withoutArticle(view.trimmed(ByteSpan(start, end)), in: view)
      return name.count >= 3 && MetaLine.isNames(name, in: view) && !view.starts(with: "all rights", at: name.lower)
        ? name : nil
    }
    return nil
  }

  private static let copyrightSigns: Prefixes = ["©", "(c) ", "copyright "]

  /// What follows the name of a holder without a stop.
  private static let behindHolders: Prefixes = [
    "all right", "powered by", "proudly", "designed by", "do not reproduce", "and its ", "and affiliat", "or its ",
  ]

  /// `Port Office` of `[Port Office](https://…)`, as Markdown writes a link.
  static func withoutLink(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    guard span.count > 5, view.bytes[span.lower] == UInt8(ascii: "["),
      let close = view.bytes[span.range].firstIndex(of: UInt8(ascii: "]")), close > span.lower + 1,
      close + 1 < span.upper, view.bytes[close + 1] == UInt8(ascii: "(")
    else { return span }
    return view.trimmed(ByteSpan(span.lower + 1, close))
  }

  /// `Orrow County District Attorney`, `Sund County Sheriff`: an office that one person holds and that is a body all the same,
  /// with the place it is for and no name behind.
  static func isOfficeOfOne(_ words: Words, in view: TextView) -> Bool {
    guard (3...5).contains(words.count), let last = words.last, soleOffices.contains(last) else { return false }
    return words.dropLast().contains(where: local.contains)
      || words.dropLast().dropFirst().contains { view.isWord($0, "district") }
  }

  private static let soleOffices: WordHashes = [
    "attorney", "prosecutor", "sheriff", "coroner", "auditor", "comptroller", "controller", "clerk",
  ]
}
