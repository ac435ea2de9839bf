import IbidSource

/// Lines that tell which of several texts this is, where it stands or for whom it is, and not what it is about.
extension TitleFinder {
  /// `Third Report of Session 2024–25`, `Special report 27/2023`, `Working Paper No. 88`: which of a series, not what about.
  func isNumberOfSeries(_ words: Words) -> Bool {
    words.prefix(4).contains { text.isWord($0, "hansard") } || Self.isNumberOfSeries(words, in: text)
  }

  static func isNumberOfSeries(in span: ByteSpan, of text: TextView) -> Bool {
    span.count <= 90 && isNumberOfSeries(text.words(in: span, limit: 10), in: text)
  }

  static func isNumberOfSeries(_ words: Words, in text: TextView) -> Bool {
    guard words.count <= 9, words.contains(where: { $0.hasDigit }) || words.count <= 4 else { return false }
    if words.count == 1, words[0].hasDigit, let year = Int(text.string(words[0].span)), (1900...2100).contains(year) {
      return true
    }
    // "Notice to Masters No. 44 of 2024"
    if words.count >= 5, notices.contains(words[0]), text.isWord(words[words.count - 2], "of"),
      words[words.count - 1].hasDigit, words[words.count - 3].hasDigit
    {
      return true
    }
    let (publications, ofSeries) = (publications, ofSeries)
    guard words.contains(where: publications.contains) else { return false }
    // "Circular No. FPR/PUB/002/019"
    if words.count >= 3, publications.contains(words[0]), numbers.contains(words[1]),
      words[2...].allSatisfy({ $0.hasDigit || !Headline.holdsLower($0.span, in: text) })
    {
      return true
    }
    return words.allSatisfy { $0.hasDigit || publications.contains($0) || ofSeries.contains($0) }
      && (words.contains(where: \.hasDigit) || words.contains { ordinals.contains($0) })
  }

  /// `Statements on behalf of the Union`, `News archive`: the shelf that a text stands on.
  func isSection(_ words: Words) -> Bool {
    guard words.count <= 6, let first = words.first, !words.contains(where: \.hasDigit) else { return false }
    let folded = text.lowercased(first.span)
    // "Highlights of our work"
    if words.count >= 2, ["highlights", "overview"].contains(folded), text.isWord(words[1], "of") { return true }
    if words.count == 2,
      ["archive", "archives", "centre", "center", "room", "list", "index", "page"].contains(
        text.lowercased(words[1].span))
    {
      return Self.shelves.contains(folded) || ["news", "press", "media", "event"].contains(folded)
    }
    return Self.shelves.contains(folded)
  }

  /// `Circular to all banks and agents`: for whom a text is, over what it is about.
  func isAddressed(_ words: Words) -> Bool {
    guard words.count >= 3, words.count <= 12, let to = words.prefix(4).firstIndex(where: { text.isWord($0, "to") }),
      to > 0, to + 1 < words.count
    else { return false }
    return text.isWord(words[to + 1], "all")
      && ["circular", "letter", "notice", "memo", "memorandum", "communication"]
        .contains(text.lowercased(words[to - 1].span))
  }

  /// `Table 1: Spending by port`, which stands over its table.
  func isTableCaption(_ words: Words, _ span: ByteSpan) -> Bool {
    guard words.count >= 2, ["table", "figure", "chart", "box", "annex"].contains(text.lowercased(words[0].span)) else {
      return false
    }
    return words[1].span.count <= 4 && (words[1].hasDigit || words[1].span.count == 1)
  }

  private static let shelves: Set<String> = [
    "statements", "speeches", "releases", "notices", "announcements", "publications", "bulletins", "newsletters",
    "transcripts", "circulars", "judgments", "consultations",
  ]

  private static let publications: WordHashes = [
    "report", "reports", "paper", "papers", "bulletin", "newsletter", "circular", "notice", "release", "statement",
    "issue", "volume", "vol", "edition", "series", "record", "document", "brief", "briefing", "session", "update",
    "parliament", "congress", "legislature", "sitting", "note", "circular",
    "transcript", "episode", "gazette", "communiqué", "communique", "resolution", "decision", "opinion", "memorandum",
  ]

  private static let ordinals: WordHashes = [
    "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
    "twelfth", "thirteenth", "fourteenth", "fifteenth",
  ]

  private static let notices: WordHashes = ["notice", "circular", "bulletin"]
  private static let numbers: WordHashes = ["no", "nr", "number", "ref"]

  private static let ofSeries: WordHashes = ordinals.union([
    "no", "nr", "number", "of", "the", "for", "special", "working", "technical", "press", "media", "news", "research",
    "official", "policy", "situation", "consultation", "occasional", "information", "discussion", "general", "annual",
    "monthly", "weekly", "quarterly", "january", "february", "march", "april", "may", "june", "july", "august",
    "september", "october", "november", "december", "spring", "summer", "autumn", "winter",
  ])

  /// "Why the Office Did This Study", "What QAO Found": headings of a summary.
  func isReportQuestion(_ words: Words) -> Bool {
    guard (3...7).contains(words.count), let first = words.first, let last = words.last else { return false }
    return ["why", "what", "how"].contains(text.lowercased(first.span))
      && ["study", "review", "audit", "found", "recommends", "recommended"].contains(text.lowercased(last.span))
  }

  /// `Lee, R v` with the citation of its judgment, `[2018] QCA 12`, behind it or right below.
  func isCaseOverCitation(_ index: Int, _ words: Words) -> Bool {
    guard (2...14).contains(words.count), words.contains(where: { text.isWord($0, "v") }) else { return false }
    return ([index] + (index + 1..<min(index + 3, blocks.endIndex))).contains { line in
      let span = blocks[line].span
      guard span.count <= 160, let open = text.bytes[span.range].firstIndex(of: UInt8(ascii: "[")),
        open + 5 < span.upper,
        line == index || open == span.lower
      else { return false }
      return text.bytes[open + 5] == UInt8(ascii: "]")
        && (open + 1...open + 4).allSatisfy { Characters.isDigit(UInt32(text.bytes[$0])) }
    }
  }

  /// "Judgment of the Court in Case C-12/24": the case that a text is about, with its number.
  func isOfCase(_ words: Words) -> Bool {
    zip(words, words.dropFirst()).contains { noun, number in
      ["case", "cases"].contains(text.lowercased(noun.span))
        && (number.hasDigit || number.span.count == 1 && Characters.isUpper(text.scalar(at: number.span.lower).value))
    }
      && words.first.map {
        ["judgment", "judgement", "order", "opinion", "ruling", "decision"].contains(text.lowercased($0.span))
      }
        ?? false
  }
}
