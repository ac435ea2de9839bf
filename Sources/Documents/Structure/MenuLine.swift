import IbidSource

/// A line of short items side by side: a menu, a list of languages, the path of a page (`Home > News > 2024`).
///
/// Rows of tables that are set with spaces look alike, so this is asked about near the ends of a page only.
struct MenuLine {
  /// Without white space around them; none is empty.
  var items: [ByteSpan]
  /// Arrows or slashes between the items, or a first item such as "Home".
  var isPath: Bool

  /// Nil for a line that is no menu.
  static func parse(_ span: ByteSpan, in view: TextView) -> MenuLine? {
    guard span.count <= 400 else { return nil }
    return view.reading(.isMenu, of: span) { holdsSeparator(span, view) ? read(span, view) : nil }
  }

  private static func read(_ span: ByteSpan, _ view: TextView) -> MenuLine? {
    let (items, arrows) = split(span, in: view)
    guard items.count >= 2 else { return nil }
    let words = items.map { view.words(in: $0, limit: 16) }
    let isAtHome = words.prefix(2).contains { item in
      item.first.map { homes.contains($0) } ?? false || item.last.map { homes.contains($0) } ?? false
    }
    let isPath = arrows == items.count - 1 && arrows >= 2 && !items.contains { MetaLine.dateLine($0, in: view) != nil }
    if isPath || isAtHome && arrows >= 1 {
      return MenuLine(items: items, isPath: true)
    }
    // Two names with an arrow between them, as it stands on a page's way: `Ubuntu Wire > South Africa`.
    if items.count == 2, arrows == 1, hasSpacedArrow(span, view), words.allSatisfy({ (1...4).contains($0.count) }),
      items.allSatisfy({ Characters.isUpper(view.scalar(at: $0.lower).value) })
    {
      return MenuLine(items: items, isPath: true)
    }
    let lengths = words.map(\.count)
    let isShort = lengths.allSatisfy { $0 <= 5 } && lengths.reduce(0, +) <= 3 * items.count
    // Of many items one may call out: "RM5.90 a month — Subscribe now!"
    let calls = items.count { endsSentence($0, view) }
    guard isShort, calls == 0 || calls == 1 && items.count >= 5 else { return nil }
    let known = words.joined().filter { navigation.contains($0) }.count
    // Figures side by side are rows of a table.
    let digits = words.count { $0.contains(where: \.hasDigit) }
    // Many items without a date are a menu, though one may be called "Report".
    if items.count >= 4, known >= 1, digits * 2 < items.count,
      !items.contains(where: { MetaLine.dateLine($0, in: view) != nil })
    {
      return MenuLine(items: items, isPath: false)
    }
    if items.count >= 3 {
      // A date beside other items is a line about the text.
      return digits * 3 <= items.count && !items.contains(where: { isFact($0, view) }) || known >= 3
        ? MenuLine(items: items, isPath: false) : nil
    }
    return known >= 1 && !items.contains(where: { isFact($0, view) }) ? MenuLine(items: items, isPath: false) : nil
  }

  /// Whether a line can have items at all; most lines are prose and need no further look.
  private static func holdsSeparator(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard view.mayHold([.bar, .gap, .beyondASCII], in: span) else { return false }
    var previous: UInt8 = 0
    var (isWide, hasOddBlank) = (false, false)
    var offset = span.lower
    let text = view.bytes.span
    while offset < span.upper {
      let next = text.next(from: offset, to: span.upper, separators)
      if next > offset {
        previous = text[next - 1]
        offset = next
        guard offset < span.upper else { break }
      }
      let byte = text[offset]
      switch byte {
      // Letters part nothing.
      case 0x40...0x7B: break
      case 0x7C, 0x09: return true
      case 0x3E, 0x2F: if previous <= 0x20 || previous >= 0x80 { return true }
      case 0x20:
        if previous == 0x20 { return true }
        hasOddBlank = hasOddBlank || (0x0A...0x0D).contains(previous)
      case 0x0A...0x0D: hasOddBlank = hasOddBlank || previous == 0x20 || (0x0A...0x0D).contains(previous)
      case 0xC2, 0xE2:
        if mayPart(at: offset, view) { return true }
        isWide = true
      case 0xE1, 0xE3, 0xEF: hasOddBlank = true
      default: break
      }
      previous = byte
      offset += 1
    }
    // Gaps at line ends part the items of lines that are not plain ASCII.
    return isWide && hasOddBlank
  }

  /// What may part items, and blanks that may follow others: the first byte, too, as what stands before it is not known.
  @inline(__always) private static func separators(_ eight: EightBytes) -> UInt64 {
    let blanks = eight.equal(to: 0x20)
    let signs = eight.equal(to: 0x7C) | eight.equal(to: 0x3E) | eight.equal(to: 0x2F)
    return eight.beyondASCII | eight.controls | signs | blanks & (blanks << 8 | 0x80)
  }

  /// Whether a character that begins with the byte C2 or E2 may be a bar, a dot, an arrow or a blank.
  private static func mayPart(at offset: Int, _ view: TextView) -> Bool {
    let value = view.scalar(at: offset).value
    return Characters.isSpace(value) || value == 0xB7 || value == 0xBB || value == 0x2022 || value == 0x203A
      || value == 0x276F || (0x2190...0x25FF).contains(value)
  }

  private static func hasSpacedArrow(_ span: ByteSpan, _ view: TextView) -> Bool {
    view.holdsWord(span) && span.range.contains { view.starts(with: " > ", at: $0) }
  }

  /// The items between bars, dots, arrows, slashes and gaps; and the number of arrows and slashes.
  private static func split(_ span: ByteSpan, in view: TextView) -> (items: [ByteSpan], arrows: Int) {
    var items: [ByteSpan] = []
    var arrows = 0
    var start = span.lower
    var offset = span.lower
    func finish(at end: Int) {
      let item = view.trimmed(ByteSpan(start, max(start, end)))
      if view.holdsWord(item) { items.append(item) }
    }
    let text = view.bytes.span
    while offset < span.upper {
      // Nothing else parts items.
      let byte = text[offset]
      guard byte <= 0x20 || byte >= 0x80 || byte == 0x2F || byte == 0x3E || byte == 0x7C else {
        offset += 1
        continue
      }
      let (value, width) = view.scalar(at: offset)
      let isSpaced = offset > span.lower && Characters.isSpace(view.scalar(before: offset).value)
      let next = view.scalar(at: offset + width).value
      let isArrow =
        value == 0x203A || value == 0xBB || value == 0x25B8 || value == 0x25BA || value == 0x276F || value == 0x2192
        || isSpaced && (value == 0x3E || value == 0x2F && Characters.isSpace(next))
      let isBar = value == 0x7C || value == 0xB7 || value == 0x2022 || value == 0x25BE
      let isGap = Characters.isSpace(value) && (value == 0x09 || Characters.isSpace(next))
      if isArrow || isBar || isGap {
        finish(at: offset)
        if isArrow { arrows += 1 }
        while isArrow, view.scalar(at: offset + width).value == value { offset += width }
        start = min(offset + width, span.upper)
      }
      offset += width
    }
    finish(at: span.upper)
    return (items, arrows)
  }

  private static func endsSentence(_ item: ByteSpan, _ view: TextView) -> Bool {
    [0x2E, 0x21, 0x2C].contains(view.bytes[item.upper - 1]) && item.count > 4
  }

  /// A date, or a label such as "Press release" or "Published".
  private static func isFact(_ item: ByteSpan, _ view: TextView) -> Bool {
    MetaLine.dateLine(item, in: view) != nil || MetaLine.parse(item, in: view) != nil
      || Headline.leadingLabel(at: item.lower, upper: item.upper, in: view).map {
        $0.end == item.upper && $0.kind != .news
      } ?? false
  }

  /// One word, or two, that menus have: `About us`, `Careers`.
  static func isNavigation(_ item: ByteSpan, in view: TextView) -> Bool {
    let words = view.words(in: item, limit: 4)
    return words.count <= 3 && words.contains { navigation.contains($0) }
      && words.first.map { navigation.contains($0) } ?? false
  }

  private static let homes: WordHashes = [
    "home", "start", "startseite", "accueil", "inicio", "homepage", "hier", "ici", "here",
  ]

  private static let navigation = WordHashes(
    [
      "home", "news", "about", "contact", "careers", "jobs", "topics", "search", "menu", "login", "log", "sign",
      "subscribe", "events", "resources", "publications", "media", "video", "podcasts", "opinion", "business", "sport",
      "sports", "world", "culture", "donate", "help", "privacy", "terms", "cookies", "accessibility", "sitemap",
      "newsletter", "newsroom", "services", "english", "deutsch", "français", "español", "cymraeg", "register", "foia",
      "impressum",
      "datenschutz", "barrierefreiheit", "kontakt", "presse", "aktuelles", "suche", "contact", "actualités", "mentions",
      "browser", "unsubscribe", "forward", "markets", "politics", "press", "speeches", "releases", "advertise",
    ])
}
