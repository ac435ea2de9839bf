import IbidSource

/// A sentence that says who issued the text, and often when: "This press release was issued by the Harbour Office on 6 June 2023."
///
/// The sentence must speak of the text itself, so that "a report published by the Home Office" is none.
struct Imprint {
  var issuer: ByteSpan?
  var date: PublishedDate?
  var kind: (kind: DocumentKind, cue: ByteSpan)?
  /// Where the name and the short form after it end.
  private var issuerEnd: Int?

  static func parse(_ span: ByteSpan, in view: TextView) -> Imprint? {
    guard span.count <= 300 else { return nil }
    let words = view.words(in: span, limit: 40)
    if let joint = jointRelease(words, span, view) { return joint }
    let limit = min(words.count, 12)
    guard let verb = (0..<limit).first(where: { verbs.contains(words[$0]) }),
      verb + 2 < words.count,
      words[..<verb].allSatisfy({ subject.contains($0) }),
      Characters.isUpper(view.scalar(at: words[0].span.lower).value)
    else { return nil }
    let noun = words[..<verb].first { nouns.contains($0.span, in: view) }
    if verb > 0, noun == nil { return nil }
    var imprint = Imprint()
    // In "the text of the speech" the second noun says the kind.
    let telling = words[..<verb].first { (nouns.meaning(of: $0.span, in: view) ?? .other) != .other }
    if let telling, let kind = nouns.meaning(of: telling.span, in: view) {
      imprint.kind = (kind, ByteSpan(words[0].span.lower, telling.span.upper))
    }
    var next = verb + 1
    if view.isWord(words[next], "jointly") { next += 1 }
    guard next + 1 < words.count else { return nil }
    switch view.lowercased(words[next].span) {
    case "by": imprint.readIssuer(from: words[next].span.upper, span, view)
    case "on" where view.lowercased(words[next + 1].span) == "behalf" && next + 2 < words.count:
      imprint.readIssuer(from: words[next + 2].span.upper, span, view)
    case "on":
      guard let date = WrittenDate.parse(at: words[next + 1].span.lower, upper: span.upper, in: view) else {
        return nil
      }
      imprint.date = date
      let after = view.skipSpace(from: date.span.upper, to: span.upper)
      if view.starts(with: "by ", at: after), after + 3 < span.upper { imprint.readIssuer(from: after + 2, span, view) }
    default: return nil
    }
    if handiwork.contains(words[verb]), let name = imprint.issuer, !Organisations.isName(name, in: view),
      !Organisations.isLikelyName(name, in: view)
    {
      return nil
    }
    if imprint.issuer == nil && imprint.date == nil { return nil }
    // "A report published by X counted …" speaks of another text: without "was", nothing may follow.
    let isWhole = verb == 0 || words[..<verb].contains { copulas.contains($0) }
    return isWhole || imprint.endsSentence(span, view) ? imprint : nil
  }

  /// "This is a joint media release between the Port Office and Dock Police."
  private static func jointRelease(_ words: Words, _ span: ByteSpan, _ view: TextView) -> Imprint? {
    guard words.count > 6, view.isWord(words[0], "this"), view.isWord(words[1], "is"),
      let link = words.prefix(8).firstIndex(where: {
        ["between", "from", "by", "of", "with"].contains(view.lowercased($0.span))
      }),
      words[2..<max(2, link)].contains(where: { view.isWord($0, "joint") }),
      let noun = words[2..<max(2, link)].last, let kind = nouns.meaning(of: noun.span, in: view),
      words[2..<link].allSatisfy({ subject.contains($0) })
    else { return nil }
    var imprint = Imprint()
    imprint.kind = (kind, ByteSpan(words[0].span.lower, noun.span.upper))
    imprint.readIssuer(from: words[link].span.upper, span, view)
    guard let names = imprint.issuer else { return nil }
    // The first of them, where "and the" begins another.
    let ends = names.range.filter {
      view.starts(with: " and ", at: $0) && $0 + 5 < names.upper || view.bytes[$0] == UInt8(ascii: ",")
    }
    let parts = ends.map { ByteSpan(names.lower, $0) } + [names]
    imprint.issuer = parts.first { Organisations.isName($0, in: view) || Organisations.isLikelyName($0, in: view) }
    return imprint.issuer == nil ? nil : imprint
  }

  private func endsSentence(_ span: ByteSpan, _ view: TextView) -> Bool {
    let end = max(issuerEnd ?? 0, date?.span.upper ?? 0)
    let rest = view.trimmed(ByteSpan(end, max(end, span.upper)))
    return rest.isEmpty || [0x2E, 0x3A, 0x3B].contains(view.bytes[rest.lower])
  }

  /// The name after "by", up to "on" or "in" with a date, a comma with a date, or the end of the sentence.
  private mutating func readIssuer(from offset: Int, _ span: ByteSpan, _ view: TextView) {
    let start = view.skipSpace(from: offset, to: span.upper)
    var end = SentenceSplitter(text: view).sentences(in: ByteSpan(start, span.upper)).first?.upper ?? span.upper
    var cursor = start
    while cursor < end {
      for sign in [" on ", " in ", ", ", " – ", " - ", " at "] where view.starts(with: sign, at: cursor) {
        let place = view.skipSpace(from: cursor + sign.utf8.count, to: span.upper)
        if let found = WrittenDate.parse(at: place, upper: span.upper, in: view) {
          if date == nil { date = found }
          end = cursor
        }
      }
      cursor += 1
    }
    while end > start, [0x2E, 0x3A, 0x2C, 0x20].contains(view.bytes[end - 1]) { end -= 1 }
    end = endOfNames(from: start, to: max(start, end), view)
    let name = Organisations.withoutArticle(view.trimmed(ByteSpan(start, max(start, end))), in: view)
    guard !name.isEmpty, name.count <= 140, Characters.isUpper(view.scalar(at: name.lower).value) else { return }
    issuer = Self.withoutCountry(Organisations.withoutAcronym(name, in: view), view)
    issuerEnd = name.upper
  }

  /// `OCHA` of "OCHA South Sudan": what a body of the United Nations issues in a country.
  private static func withoutCountry(_ name: ByteSpan, _ view: TextView) -> ByteSpan {
    let words = view.words(in: name, limit: 4)
    guard (2...3).contains(words.count), fieldWorkers.contains(words[0]) else { return name }
    return words.dropFirst().allSatisfy { Headline.holdsLower($0.span, in: view) } ? words[0].span : name
  }

  private static let fieldWorkers: WordHashes = [
    "ocha", "unhcr", "unicef", "wfp", "iom", "undp", "unfpa", "fao", "unodc", "who", "unrwa",
  ]

  /// End of the last capitalised word before the first that no name holds.
  private func endOfNames(from start: Int, to end: Int, _ view: TextView) -> Int {
    var last = start
    for word in view.words(in: ByteSpan(start, end)) {
      if Characters.isUpper(view.scalar(at: word.span.lower).value) || word.hasDigit {
        last = word.span.upper
      } else if !MetaLine.small.contains(word) {
        break
      }
    }
    return last < end && view.bytes[last] == UInt8(ascii: ")") ? last + 1 : last
  }

  private static let copulas: WordHashes = ["was", "is", "were", "been"]
  private static let verbs = WordHashes(["issued", "published", "released", "produced", "prepared", "compiled"])
  /// What persons do as well as bodies.
  private static let handiwork: WordHashes = ["prepared", "compiled"]

  /// Nouns for the text itself; `other` where the noun does not say the kind.
  private static let nouns: LineTable<DocumentKind> = [
    "release": .pressRelease, "statement": .pressRelease, "notice": .pressRelease, "speech": .speech,
    "remarks": .speech,
    "address": .speech, "report": .report, "article": .news, "story": .news, "blog": .blog, "post": .blog,
    "text": .other,
    "document": .other, "transcript": .speech, "communique": .pressRelease, "communiqué": .pressRelease,
    "guidance": .other,
    "page": .other, "paper": .report, "briefing": .report, "factsheet": .report,
    "update": .other, "bulletin": .other, "publication": .other, "newsletter": .other, "digest": .other,
    "assessment": .report, "snapshot": .report, "sitrep": .report,
  ]

  private static let subject: WordHashes = [
    "the", "this", "a", "an", "press", "news", "media", "release", "statement", "speech", "text", "of", "was", "is",
    "has", "been",
    "first", "report", "document", "article", "notice", "joint", "story", "transcript", "full", "following", "written",
    "official",
    "information", "communique", "communiqué", "remarks", "address", "guidance", "page", "paper", "policy", "briefing",
    "blog",
    "post", "were", "also", "originally", "factsheet",
    "update", "bulletin", "publication", "newsletter", "digest", "assessment", "snapshot", "sitrep", "situation",
    "weekly", "monthly", "humanitarian", "flash",
  ]
}
