import IbidSource

/// Tells lines that look like a headline from prose, and strips what is no part of a title.
enum Headline {
  /// Bytes; longer lines are prose.
  static let longest = 200
  /// More words make a sentence, not a title.
  static let mostWords = 28

  /// A line that begins large, ends without a stop and holds no second sentence.
  static func isTitleLike(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count >= 3 && span.count <= longest && view.answer(.isTitleLike, about: span) { looksLikeTitle(span, view) }
  }

  private static func looksLikeTitle(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard !MetaLine.isLabelled(span, in: view) else { return false }
    var start = span.lower
    while start < span.upper, Characters.isOpener(view.scalar(at: start).value) || isOrnament(at: start, view) {
      start = view.skipSpace(from: start + view.scalar(at: start).width, to: span.upper)
    }
    if view.bytes[span.lower] == UInt8(ascii: "("), view.bytes[span.upper - 1] == UInt8(ascii: ")") { return false }
    let first = view.scalar(at: start).value
    guard
      Characters.isUpper(first) || Characters.isDigit(first) || first == 0xA3 || first == 0x24 || first == 0x20AC
        || (Characters.isLetter(first) && !Characters.isLower(first))
    else { return false }
    let words = view.words(in: span, limit: mostWords + 1)
    guard !words.isEmpty, words.count <= mostWords, !beginsAtPlace(span, words, view) else { return false }
    guard !endsSentence(span, view), !holdsBoundary(span, view) else { return false }
    return words.contains { !$0.hasDigit }
  }

  /// `DOVER, Kent – The Port Office on Friday closed …`: a first sentence behind its place, and too long for a title.
  private static func beginsAtPlace(_ span: ByteSpan, _ words: Words, _ view: TextView) -> Bool {
    guard words.count >= 16, !words[0].hasDigit, words[0].span.count > 2, !holdsLower(words[0].span, in: view) else {
      return false
    }
    for place in 1...4 {
      let gap = ByteSpan(words[place - 1].span.upper, words[place].span.lower)
      // A dash with space behind it.
      var offset = gap.lower
      while offset < gap.upper {
        let (value, width) = view.scalar(at: offset)
        if Characters.isDash(value), offset + width < gap.upper { return place <= 3 || words.count - place >= 14 }
        offset += width
      }
      guard Characters.isUpper(view.scalar(at: words[place].span.lower).value) else { return false }
    }
    return false
  }

  /// `⚠`, `★`: signs and pictures that stand before a title.
  private static func isOrnament(at offset: Int, _ view: TextView) -> Bool {
    guard view.bytes[offset] >= 0xE2 else { return false }
    let value = view.scalar(at: offset).value
    return (0x2600...0x27BF).contains(value) || value == 0xFE0F || (0x1F300...0x1FAFF).contains(value)
  }

  /// Ends with a stop, comma or the like, or with a quotation that holds a sentence. "in the U.S.", "Who pays?" and "Come
  /// and see!" do not.
  private static func endsSentence(_ span: ByteSpan, _ view: TextView) -> Bool {
    var end = span.upper
    while end > span.lower {
      let (value, width) = view.scalar(before: end)
      switch value {
      case 0x2E:
        // "U.S.", "U.K.", "U.N.", "D.C."
        guard end - 3 >= span.lower, view.bytes[end - 3] == 0x2E else { return true }
        return ![0x53, 0x4B, 0x4E, 0x43].contains(view.bytes[end - 2])
      case 0x21: return view.words(in: span, limit: 17).count > 16
      case 0x2C, 0x3A, 0x3B, 0x2026, 0x7C: return true
      case 0x2D, 0x2013, 0x2014: return true
      default:
        guard Characters.isCloser(value) else { return false }
        end -= width
      }
    }
    return true
  }

  /// Whether it holds two sentences; a question before a title is none: "Seen this man? Appeal after theft".
  private static func holdsBoundary(_ span: ByteSpan, _ view: TextView) -> Bool {
    let splitter = SentenceSplitter(text: view)
    guard splitter.mayHoldEnd(span) else { return false }
    let sentences = splitter.sentences(in: span)
    guard let first = sentences.first, sentences.count > 1 else { return false }
    return sentences.count > 2 || view.bytes[first.upper - 1] != UInt8(ascii: "?")
  }

  /// Whether any letter is small; headings set in capitals hold none.
  static func holdsLower(_ span: ByteSpan, in view: TextView) -> Bool {
    var offset = span.lower
    while offset < span.upper {
      let (value, width) = view.scalar(at: offset)
      if Characters.isLower(value) { return true }
      offset += width
    }
    return false
  }

  // MARK: Labels and tags

  /// What to call the kind of a text, as press offices write it, and the kind it means. Longest first.
  static let kindLabels: [(words: String, kind: DocumentKind)] = [
    ("for immediate release", .pressRelease), ("press release", .pressRelease), ("media release", .pressRelease),
    ("news release", .pressRelease), ("press statement", .pressRelease), ("media statement", .pressRelease),
    ("press notice", .pressRelease), ("press note", .pressRelease), ("media advisory", .pressRelease),
    ("communiqué de presse", .pressRelease), ("pressemitteilung", .pressRelease),
    ("comunicato stampa", .pressRelease), ("comunicado de prensa", .pressRelease), ("persbericht", .pressRelease),
    ("comunicado", .pressRelease), ("communiqué", .pressRelease), ("communique", .pressRelease),
    ("final communiqué", .pressRelease), ("press communiqué", .pressRelease), ("nota de prensa", .pressRelease),
    ("pressmeddelande", .pressRelease), ("pressemelding", .pressRelease), ("pressemeddelelse", .pressRelease),
    ("official statement", .pressRelease), ("release", .pressRelease), ("news flash", .news),
    ("media summary", .pressRelease),
    ("media alert", .pressRelease), ("press briefing note", .pressRelease), ("media note", .pressRelease),
    ("public statement", .pressRelease), ("speaking notes", .speech),
    ("speaking note", .speech), ("opening statement", .speech), ("introductory statement", .speech),
    ("e&oe transcript", .speech), ("e&oe", .speech), ("e & oe", .speech), ("e & o e", .speech),
    ("transcript of remarks", .speech), ("transcript", .speech), ("speeches", .speech), ("lecture", .speech),
    ("address by", .speech),
    ("sitrep", .report), ("data release", .report), ("evidence brief", .report),
    ("joint press release", .pressRelease), ("joint media release", .pressRelease), ("joint statement", .pressRelease),
    ("for immediate use", .pressRelease), ("for release", .pressRelease), ("medienmitteilung", .pressRelease),
    ("medieninformation", .pressRelease), ("presseinformation", .pressRelease), ("ministerial statement", .speech),
    ("statement to the house", .speech), ("briefing note", .pressRelease), ("press briefing", .pressRelease),
    ("situation report", .report), ("flash update", .report), ("feature story", .news),
    ("transcript of speech", .speech), ("keynote speech", .speech),
    ("keynote address", .speech), ("opening remarks", .speech), ("speech", .speech), ("remarks", .speech),
    ("news article", .news), ("news story", .news), ("news", .news), ("blog post", .blog), ("blog", .blog),
    ("research report", .report), ("annual report", .report), ("quarterly report", .report),
    ("monthly report", .report),
    ("situation report", .report), ("audit report", .report), ("special report", .report), ("progress report", .report),
    ("interim report", .report), ("final report", .report), ("technical report", .report), ("policy paper", .report),
    ("report", .report),
    ("statistical bulletin", .report), ("statistical release", .report), ("working paper", .report),
    ("policy brief", .report), ("discussion paper", .report), ("white paper", .report), ("inspection report", .report),
    ("research and analysis", .report), ("factsheet", .report), ("fact sheet", .report), ("briefing paper", .report),
    ("situation update", .report), ("flash report", .report), ("statistical report", .report),
    ("official statistics", .report), ("national statistics", .report), ("corporate report", .report),
    ("independent report", .report), ("impact assessment", .report), ("country brief", .report),
    ("joint report", .report),
    ("field note", .news), ("news update", .news), ("op-ed", .blog),
  ]

  /// In the order of `kindLabels`, as far as labels with one first byte go.
  private static let labels = Prefixes(kindLabels.map(\.words))
  private static let kindsOfLabels: [DocumentKind] = labels.places.map { kindLabels[$0].kind }

  /// The kind label that a text starts with, and the offset after it.
  static func leadingLabel(at offset: Int, upper: Int, in view: TextView) -> (kind: DocumentKind, end: Int)? {
    guard offset < upper else { return nil }
    let candidates = labels.candidates(at: offset, in: view)
    guard !candidates.isEmpty else { return nil }
    let head = labels.head(at: offset, in: view)
    for label in candidates where labels.mayBegin(label, head) {
      guard let end = labels.end(of: label, at: offset, in: view), end <= upper,
        end == upper || !Characters.isWord(view.scalar(at: end).value)
      else { continue }
      return (kindsOfLabels[label], end)
    }
    return nil
  }

  /// The kind of a label whose letters are set apart: `P R E S S   R E L E A S E`.
  static func spacedLabel(_ span: ByteSpan, in view: TextView) -> DocumentKind? {
    guard span.count >= 11, span.count <= 80 else { return nil }
    let words = view.words(in: span, limit: 30)
    guard words.count >= 6, words.allSatisfy({ $0.span.count == 1 && !$0.hasDigit }) else { return nil }
    let letters = words.map { view.lowercased($0.span) }.joined()
    return kindLabels.first { $0.words.filter { $0 != " " } == letters }?.kind
  }

  /// A line that says the kind of the text and nothing else: `Press release`, `Speeches and remarks` is none.
  static func isLabel(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count >= 4, span.count <= 40 else { return false }
    let inner = withoutBrackets(span, in: view)
    return leadingLabel(at: inner.lower, upper: inner.upper, in: view)?.end == inner.upper
  }

  /// A label with the day or the number of the text behind it, and no more: `Media release, 5 March 2024`, `Press release
  /// No. 24/118`.
  static func datedLabel(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 70, view.holdsDigit(span),
      let label = leadingLabel(at: span.lower, upper: span.upper, in: view)
    else { return false }
    let rest = view.words(in: ByteSpan(label.end, span.upper), limit: 9)
    return (1...8).contains(rest.count)
      && rest.allSatisfy { word in
        let written = view.string(word.span)
        return word.hasDigit || WrittenDate.month(written) != nil || WrittenDate.isWeekday(written.lowercased())
          || ["no", "nr", "number"].contains(written.lowercased())
      }
  }

  /// Whose text a label says that this is: `Press release from the Port Office`, `Statement by the Quay Council` is none.
  static func maker(of span: ByteSpan, in view: TextView) -> ByteSpan? {
    guard span.count <= 120, let label = leadingLabel(at: span.lower, upper: span.upper, in: view),
      label.kind == .pressRelease, let from = view.words(in: ByteSpan(label.end, span.upper), limit: 1).first,
      view.isWord(from, "from")
    else { return nil }
    let name = Organisations.withoutArticle(ByteSpan(from.span.upper, span.upper), in: view)
    return Organisations.isName(name, in: view) || Organisations.isLikelyName(name, in: view) ? name : nil
  }

  /// Without the number of an item in a list: `1 | `, `2/ `, `3. `.
  static func withoutNumber(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    guard let end = itemNumber(of: span, in: view)?.end else { return span }
    return ByteSpan(end, span.upper)
  }

  /// The number that stands before an item, set apart by a sign, and where the item's own words begin.
  static func itemNumber(of span: ByteSpan, in view: TextView) -> (number: Int, end: Int)? {
    guard let first = view.words(in: span, limit: 1).first, first.span.lower == span.lower, first.span.count <= 2,
      let number = Int(view.string(first.span))
    else { return nil }
    let sign = view.skipSpace(from: first.span.upper, to: span.upper)
    guard sign < span.upper, [0x7C, 0x2F, 0x2E, 0x29].contains(view.bytes[sign]) else { return nil }
    let start = view.skipSpace(from: sign + 1, to: span.upper)
    return start > sign + 1 && start < span.upper ? (number, start) : nil
  }

  /// Without brackets and asterisks around the whole.
  static func withoutBrackets(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    var inner = span
    while inner.count > 2, case (let first, let last) = (view.bytes[inner.lower], view.bytes[inner.upper - 1]),
      first == 0x28 || first == 0x5B || first == 0x2A, last == 0x29 || last == 0x5D || last == 0x2A
    {
      inner = view.trimmed(ByteSpan(inner.lower + 1, inner.upper - 1))
    }
    return inner
  }

  /// A label such as `PRESS RELEASE :` before a title, with the sign that parts them.
  static func prefix(of span: ByteSpan, in view: TextView) -> (kind: DocumentKind, cue: ByteSpan, rest: ByteSpan)? {
    guard let label = leadingLabel(at: span.lower, upper: span.upper, in: view) else { return nil }
    let sign = view.skipSpace(from: label.end, to: span.upper)
    let (value, width) = view.scalar(at: sign)
    let hasSpace = sign > label.end
    guard value == 0x3A || value == 0x7C || (Characters.isDash(value) && hasSpace), sign < span.upper else {
      return nil
    }
    let rest = view.trimmed(ByteSpan(sign + width, span.upper))
    return rest.isEmpty ? nil : (label.kind, ByteSpan(span.lower, label.end), rest)
  }

  /// A date in brackets at the end (`[March 2024]`), and the title before it.
  static func dateTag(of span: ByteSpan, in view: TextView) -> (rest: ByteSpan, date: PublishedDate)? {
    guard span.count > 8, let close = view.bytes[span.range].last,
      close == UInt8(ascii: "]") || close == UInt8(ascii: ")")
    else { return nil }
    let opening = close == UInt8(ascii: "]") ? UInt8(ascii: "[") : UInt8(ascii: "(")
    guard let open = view.bytes[span.range].lastIndex(of: opening), span.upper - open < 30 else { return nil }
    let inner = view.trimmed(ByteSpan(open + 1, span.upper - 1))
    guard let date = WrittenDate.parse(at: inner.lower, upper: inner.upper, in: view), date.span.upper == inner.upper,
      date.date.month != nil
    else { return nil }
    let rest = view.trimmed(ByteSpan(span.lower, open))
    return rest.isEmpty ? nil : (rest, date)
  }
}
