import IbidSource

/// Words inside titles and texts that say what kind of text it is.
enum KindWords {
  /// "Speech at …", "Remarks by …", "the minister’s speech to …"; not "the Queen’s Speech".
  static func speech(in title: ByteSpan, _ view: TextView) -> ByteSpan? {
    let words = view.words(in: title)
    for (place, word) in words.enumerated() {
      guard speeches.contains(word) else { continue }
      let isLarge = Characters.isUpper(view.scalar(at: word.span.lower).value)
      let next = place + 1 < words.count ? view.lowercased(words[place + 1].span) : ""
      let leads = ["at", "to", "by", "on", "in", "address", "speech", "as"].contains(next)
      let isOwned = place > 1 && view.lowercased(words[place - 1].span) == "s"
      let owner = place > 1 ? view.lowercased(words[place - 2].span) : ""
      if ["queen", "king", "throne"].contains(owner) || view.isWord(word, "keynote") && !leads { continue }
      if place == 0 || (isLarge && leads) || (isOwned && (leads || next.isEmpty)) { return word.span }
    }
    return nil
  }

  private static let speeches: WordHashes = ["speech", "remarks", "keynote"]

  /// "Statement by …", "Statement on …".
  static func statement(in title: ByteSpan, _ view: TextView) -> ByteSpan? {
    if let cue = pressStatement(in: title, view) { return cue }
    let words = view.words(in: title, limit: 3)
    guard let place = words.firstIndex(where: { view.isWord($0, "statement") }), place <= 1,
      place + 1 < words.count, statementLinks.contains(words[place + 1])
    else { return nil }
    return words[place].span
  }

  /// "Quay Council Press Statement on Six Boats"
  static func pressStatement(in title: ByteSpan, _ view: TextView) -> ByteSpan? {
    let words = view.words(in: title, limit: 10)
    for (sort, noun) in zip(words, words.dropFirst())
    where view.isWord(noun, "statement") && (view.isWord(sort, "press") || view.isWord(sort, "media"))
      && Characters.isUpper(view.scalar(at: noun.span.lower).value)
    {
      return sort.span.joined(with: noun.span)
    }
    return nil
  }

  private static let statementLinks: WordHashes = ["by", "on", "from", "of"]

  /// "Annual report 2023", "Report on …", "… : progress report".
  static func report(in title: ByteSpan, _ view: TextView) -> ByteSpan? {
    let words = view.words(in: title)
    if let sheet = words.first(where: { view.isWord($0, "factsheet") || view.isWord($0, "sitrep") }) {
      return sheet.span
    }
    for (place, word) in words.enumerated() where view.isWord(word, "report") {
      let before = place > 0 ? view.lowercased(words[place - 1].span) : ""
      let next = place + 1 < words.count ? view.lowercased(words[place + 1].span) : ""
      if [
        "annual", "progress", "final", "interim", "evaluation", "inspection", "statistical", "quarterly", "situation",
        "monthly",
      ].contains(before) {
        return words[place - 1].span.joined(with: word.span)
      }
      // "Third Report of Session 2024–25"
      if place > 0, next == "of", place + 2 < words.count, view.isWord(words[place + 2], "session") {
        return word.span
      }
      // "Report No. 12 of the Director of Dams"
      if place == 0, ["on", "of", "to", "no"].contains(next) { return word.span }
    }
    return nil
  }

  /// "Madam Speaker, …": what is said in a chamber.
  static func addressed(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    let head = ByteSpan(span.lower, min(span.upper, span.lower + 120))
    guard view.words(in: span, limit: 60).contains(where: speakersStyles.contains) else { return nil }
    for offset in head.range where view.bytes[offset] | 0x20 == UInt8(ascii: "m") {
      for words in ["madam speaker,", "mr speaker,", "mr. speaker,", "madam deputy speaker,", "mr deputy speaker,"]
      where view.starts(with: words, at: offset) && (offset == head.lower || view.bytes[offset - 1] == 0x20) {
        return ByteSpan(offset, offset + words.utf8.count - 1)
      }
    }
    return nil
  }

  private static let speakersStyles: WordHashes = ["madam", "mr"]

  /// "This report sets out …", in which a text speaks of itself.
  static func ownReport(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    guard holdsOwnReport(span, view) else { return nil }
    for sentence in SentenceSplitter(text: view).sentences(in: span).prefix(12)
    where view.starts(with: "this report ", at: sentence.lower) {
      let words = view.words(in: sentence, limit: 3)
      if words.count == 3, verbs.contains(words[2]) {
        return ByteSpan(words[0].span.lower, words[1].span.upper)
      }
    }
    return nil
  }

  private static let this = TextView.hash(of: "this")
  private static let report = TextView.hash(of: "report")

  /// Whether the words stand anywhere, so that few texts are split into sentences for them.
  private static func holdsOwnReport(_ span: ByteSpan, _ view: TextView) -> Bool {
    let words = view.words(in: span)
    for place in words.indices.dropLast() where words[place].hash == this && words[place + 1].hash == report {
      return true
    }
    return false
  }

  /// "Notes to editors", "Media contact", "ENDS": what only press releases carry.
  static func pressNote(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    if let end = pressNotes.end(at: span.lower, in: view) { return ByteSpan(span.lower, min(span.upper, end)) }
    let ends = view.words(in: span, limit: 2)
    return ends.count == 1 && view.string(ends[0].span) == "ENDS" ? ends[0].span : nil
  }

  private static let pressNotes: Prefixes = [
    "notes to editors", "note to editors", "media contact", "press contact", "media enquiries", "press enquiries",
    "contact for journalists", "press office:", "media inquiries", "press inquiries", "media relations",
    "press and media enquiries", "note to editors", "notes for editors", "for media enquiries", "for press enquiries",
  ]

  /// "Press Release No. 24-031", "(Release ID: 2011)": the number that an office gives its releases.
  static func releaseNumber(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    let inner = Headline.withoutBrackets(span, in: view)
    let start = view.bytes[span.lower] == UInt8(ascii: "(") ? span.lower + 1 : inner.lower
    return releaseNumbers.end(at: start, in: view).map { ByteSpan(start, $0) }
  }

  private static let releaseNumbers: Prefixes = [
    "release id", "press release no", "press release number", "media release no", "news release no", "release number",
    "release no", "press release:",
  ]

  /// "Latest news", "Research news": a section, not a paper.
  static func isGenericNews(_ span: ByteSpan, _ view: TextView) -> Bool {
    sections.contains(span, in: view) || view.words(in: span, limit: 1).first.map(genericNews.contains) ?? false
  }

  private static let genericNews: WordHashes = [
    "latest", "more", "other", "recent", "breaking", "top", "all", "local", "world", "research", "press", "company",
    "corporate", "related", "international", "national", "regional", "business", "campus", "media", "our", "industry",
  ]

  /// "Weekly digest", "Bulletin No. 4": the name of a page of news items.
  static func digest(in span: ByteSpan, _ view: TextView) -> ByteSpan? {
    guard span.count <= 120 else { return nil }
    return view.words(in: span, limit: 12).first(where: digests.contains)?.span
  }

  private static let digests: WordHashes = ["digest", "bulletin", "newsletter", "roundup", "news"]

  /// Whether a line says that a page brings several texts: "Weekly digest", "The newsletter of …", "World in brief".
  static func collection(in span: ByteSpan, _ view: TextView) -> Bool {
    guard span.count <= 120 else { return false }
    return view.words(in: span, limit: 16).contains(where: collections.contains)
      || view.holds(inBrief, in: span, ignoringCase: true) || view.holds(roundUp, in: span, ignoringCase: true)
  }

  private static let collections: WordHashes = [
    "digest", "newsletter", "roundup", "briefs", "dispatches", "headlines",
  ]
  private static let inBrief = Array("in brief".utf8)
  private static let roundUp = Array("round-up".utf8)

  /// A heading that reports have: "Executive summary", "Recommendations".
  static func isReportHeading(_ span: ByteSpan, _ view: TextView) -> Bool {
    span.count <= 30 && reportHeadings.contains(span, in: view)
  }

  private static let reportHeadings: LineTable<Void> = [
    "executive summary", "key findings", "recommendations", "methodology", "summary for policymakers",
  ]

  /// The kind of text that a section of a site holds, by its name: "Media releases", "Speeches", "News and appeals".
  static func section(_ item: ByteSpan, _ view: TextView) -> DocumentKind? {
    guard item.count <= 60 else { return nil }
    if let kind = sections.meaning(of: item, in: view) { return kind }
    if let slash = view.bytes[item.range].firstIndex(of: UInt8(ascii: "/")) {
      return sections.meaning(of: view.trimmed(ByteSpan(item.lower, slash)), in: view)
    }
    let words = view.words(in: item, limit: 6)
    guard words.count <= 5, let first = words.first, let last = words.last else { return nil }
    if words.contains(where: pressWords.contains), !words.contains(where: { view.isWord($0, "contact") }),
      words.contains(where: releaseWords.contains)
    {
      return .pressRelease
    }
    if words.count == 2, view.isWord(last, "speeches") { return .speech }
    if view.isWord(first, "news") || view.isWord(last, "news") && words.count <= 3 { return .news }
    return view.isWord(last, "blog") || view.isWord(last, "blogs") ? .blog : nil
  }

  private static let pressWords: WordHashes = ["press", "media", "news"]
  private static let releaseWords: WordHashes = ["release", "releases", "statements", "statement", "notes"]

  private static let sections: LineTable<DocumentKind> = [
    "press releases": .pressRelease, "media releases": .pressRelease, "news releases": .pressRelease,
    "press release": .pressRelease, "pressemitteilungen": .pressRelease, "communiqués de presse": .pressRelease,
    "briefing notes": .pressRelease, "press corner": .pressRelease, "releases": .pressRelease,
    "medienmitteilungen": .pressRelease, "statements": .pressRelease, "speeches": .speech,
    "news": .news, "news & events": .news, "newsroom": .news, "actualités": .news, "aktuelles": .news,
    "news & announcements": .news, "news and stories": .news, "features": .news, "blog": .blog, "blogs": .blog,
    "reports": .report, "commentary": .blog, "press statements": .pressRelease,
    "speeches and remarks": .speech, "remarks": .speech, "transcripts": .speech, "articles": .news, "stories": .news,
    "statistical bulletins": .report, "research reports": .report, "working papers": .report,
  ]

  /// The kind that a front matter value names, with a dash, underscore or space.
  static func kind(named value: String) -> DocumentKind? {
    let words = String(value.map { $0 == "-" || $0 == "_" ? " " : $0 })
    if let label = Headline.kindLabels.first(where: { $0.words == words }) { return label.kind }
    if words == "article" || words == "news article" { return .news }
    return words.contains("press release") ? .pressRelease : nil
  }

  /// The kind of a thing that is called so by the vocabulary of schema.org.
  static func kind(ofThing type: String) -> DocumentKind? {
    if type.hasSuffix("newsarticle") { return .news }
    return ["blogposting": .blog, "liveblogposting": .news, "report": .report][type]
  }

  private static let verbs: WordHashes = [
    "sets", "says", "presents", "examines", "shows", "describes", "covers", "provides", "looks", "assesses", "reviews",
    "outlines",
    "considers", "summarises", "summarizes", "explains", "gives", "analyses", "analyzes", "is", "contains", "details",
    "updates",
  ]
}
