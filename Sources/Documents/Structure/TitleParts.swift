import IbidSource

/// Parts of a title line: `Headline – Name of the site`, `Headline | Body | Site`.
enum TitleParts {
  struct Site {
    var rest: ByteSpan
    var name: ByteSpan
    /// The name says that the site is a newspaper or the like.
    var isNews: Bool
  }

  /// The site that a page title names after its headline.
  ///
  /// After a bar any names will do. After a dash the names must hold a word for a body or a paper, or begin with "The",
  /// or come again in `tail`, so that "Borders – New Thinking" stays whole; and four words must stand before it.
  static func site(of title: ByteSpan, in view: TextView, tail: ArraySlice<Block>) -> Site? {
    for cut in cuts(in: title, view) {
      let rest = view.trimmed(ByteSpan(title.lower, cut.start))
      let names = view.trimmed(ByteSpan(cut.end, title.upper))
      guard view.words(in: rest, limit: 4).count >= (cut.isBar ? 2 : 4),
        MetaLine.isNames(names, in: view) || cut.isBar && Organisations.isLikelyName(names, in: view)
      else { continue }
      let words = view.words(in: names)
      let isNews = words.contains(where: papers.contains)
      guard cut.isBar || isNews || words.contains(where: sites.contains) || view.starts(with: "the ", at: names.lower)
      else { continue }
      let name = cut.isBar ? split(names, in: view).last ?? names : names
      return Site(rest: rest, name: name, isNews: isNews)
    }
    return leadingSite(of: title, in: view)
  }

  /// `Name of the site | Section | Headline`.
  private static func leadingSite(of title: ByteSpan, in view: TextView) -> Site? {
    let bars = cuts(in: title, view).filter(\.isBar)
    guard let first = bars.first, let last = bars.last else { return nil }
    let name = view.trimmed(ByteSpan(title.lower, first.start))
    let rest = view.trimmed(ByteSpan(last.end, title.upper))
    let words = view.words(in: name)
    let isNews = words.contains(where: papers.contains)
    guard !rest.isEmpty, view.words(in: rest, limit: 4).count == 4, MetaLine.isNames(name, in: view),
      isNews || words.contains(where: sites.contains)
    else { return nil }
    return Site(rest: rest, name: name, isNews: isNews)
  }

  /// The pieces between bars, dashes with spaces around them, and dots.
  static func split(_ span: ByteSpan, in view: TextView) -> [ByteSpan] {
    var parts: [ByteSpan] = []
    var start = span.lower
    for cut in cuts(in: span, view) {
      let part = view.trimmed(ByteSpan(start, max(start, cut.start)))
      if !part.isEmpty { parts.append(part) }
      start = cut.end
    }
    let last = view.trimmed(ByteSpan(start, max(start, span.upper)))
    if !last.isEmpty { parts.append(last) }
    return parts
  }

  /// The pieces between bars, dots, spaced dashes and slashes, tabs and gaps of two spaces or more.
  static func fields(of span: ByteSpan, in view: TextView) -> [ByteSpan] {
    guard mayHoldParts(span, in: view) else {
      let part = view.trimmed(span)
      return part.isEmpty ? [] : [part]
    }
    return split(span, in: view).flatMap { part in
      var found: [ByteSpan] = []
      var start = part.lower
      var offset = part.lower
      // "Ann Lee / Dover / 5 March 2024", but "Blog / Engineering" is one name.
      let hasDigit = view.holdsDigit(part)
      while offset < part.upper {
        // No white space or slash begins with any other byte.
        let byte = view.bytes[offset]
        guard byte <= 0x20 || byte >= 0x80 || byte == 0x2F else {
          offset += 1
          continue
        }
        let (value, width) = view.scalar(at: offset)
        let next = view.scalar(at: offset + width).value
        let isSlash =
          value == 0x2F && hasDigit && Characters.isSpace(next) && offset > part.lower
          && Characters.isSpace(view.scalar(before: offset).value)
        if isSlash {
          if start < offset { found.append(view.trimmed(ByteSpan(start, offset))) }
          start = offset + width
          offset = start
        } else if value == 0x09 || Characters.isSpace(value) && Characters.isSpace(next) && offset + width < part.upper
        {
          if start < offset { found.append(view.trimmed(ByteSpan(start, offset))) }
          start = view.skipSpace(from: offset, to: part.upper)
          offset = max(start, offset + width)
        } else {
          offset += width
        }
      }
      if start < part.upper { found.append(view.trimmed(ByteSpan(start, part.upper))) }
      return found.filter { !$0.isEmpty }
    }
  }

  /// Whether a line may have two parts or more; most lines have one, which this sees in one pass.
  static func mayHoldParts(_ span: ByteSpan, in view: TextView) -> Bool {
    guard view.mayHold([.bar, .gap, .lineBreak, .dash, .beyondASCII], in: span) else { return false }
    var follows = false
    var offset = span.lower
    let text = view.bytes.span
    while offset < span.upper {
      let next = text.next(from: offset, to: span.upper, joints)
      if next > offset {
        follows = text[next - 1] == 0x20
        offset = next
        guard offset < span.upper else { break }
      }
      defer { offset += 1 }
      switch text[offset] {
      case 0x7C, 0x09, 0xC2, 0xE1, 0xE3, 0xEF: return true
      // Quotation marks and apostrophes part nothing.
      case 0xE2 where !isQuotationMark(at: offset, view): return true
      case 0x2D, 0x2F: if follows { return true }
      case 0...0x20:
        if follows { return true }
        follows = true
        continue
      default: break
      }
      follows = false
    }
    return false
  }

  /// What may part something: bars, tabs, what is beyond ASCII, and signs behind a blank: the first byte, too, as what stands
  /// before it is not known.
  @inline(__always) private static func joints(_ eight: EightBytes) -> UInt64 {
    let blanks = eight.equal(to: 0x20)
    let joints = blanks | eight.equal(to: 0x2D) | eight.equal(to: 0x2F)
    return eight.beyondASCII | eight.controls | eight.equal(to: 0x7C) | joints & (blanks << 8 | 0x80)
  }

  private static func isQuotationMark(at offset: Int, _ view: TextView) -> Bool {
    offset + 2 < view.count && view.bytes[offset + 1] == 0x80 && (0x98...0x9F).contains(view.bytes[offset + 2])
  }

  private static func cuts(in span: ByteSpan, _ view: TextView) -> [(start: Int, end: Int, isBar: Bool)] {
    var found: [(start: Int, end: Int, isBar: Bool)] = []
    guard view.mayHold([.bar, .dash, .beyondASCII], in: span) else { return found }
    let text = view.bytes.span
    var offset = span.lower
    while offset < span.upper {
      // Only these bytes begin bars, dots and dashes.
      offset = text.next(from: offset, to: span.upper) { $0.beyondASCII | $0.equal(to: 0x7C) | $0.equal(to: 0x2D) }
      guard offset < span.upper else { break }
      let byte = text[offset]
      guard byte == 0x7C || byte == 0x2D || byte == 0xC2 || byte == 0xE2 else {
        offset += 1
        continue
      }
      let (value, width) = view.scalar(at: offset)
      // Bars, dots, arrows, and what printers put between two things: ■ ✦ ❖.
      let isBar =
        value == 0x7C || value == 0x2022 || value == 0xB7 || value == 0xBB || value == 0x2219 || value == 0x22C5
        || (0x25A0...0x27BF).contains(value)
      guard isBar || Characters.isDash(value) else {
        offset += width
        continue
      }
      let hasSpaces =
        offset > span.lower && Characters.isSpace(view.scalar(before: offset).value)
        && offset + width < span.upper && Characters.isSpace(view.scalar(at: offset + width).value)
      if hasSpaces { found.append((offset, offset + width, isBar)) }
      offset += width
    }
    return found
  }

  static let papers: WordHashes = [
    "news", "times", "gazette", "herald", "post", "journal", "observer", "guardian", "telegraph", "tribune",
    "chronicle", "mail",
    "express", "echo", "reuters", "bbc", "daily", "weekly", "mirror", "argus", "courier", "examiner", "standard",
    "bugle", "sentinel", "dispatch", "graphic", "ledger",
    "inquirer", "independent", "newspaper", "cnn", "politico", "euronews", "star", "advertiser", "mercury",
  ]
  private static let sites: WordHashes = [
    "gov", "org", "com", "eu", "office", "ministry", "department", "commission", "agency", "council", "government",
    "police",
    "parliament", "europol", "frontex", "magazine", "online", "blog", "institute", "foundation", "centre", "center",
    "union",
    "nations", "network", "media", "watch", "force", "service", "authority", "bureau", "website", "portal", "library",
    "press",
  ]
}
