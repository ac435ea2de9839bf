import IbidSource

/// Texts of several voices: interviews and records of sittings.
extension KindWords {
  /// "Doorstop interview – Dover", "Interview with Ann Lee, Radio Quay", "Press conference, Dover": what was said to reporters.
  static func interview(in title: ByteSpan, _ view: TextView) -> ByteSpan? {
    interviews.end(at: title.lower, in: view).map { ByteSpan(title.lower, min($0, title.upper)) }
  }

  private static let interviews: Prefixes = [
    "doorstop", "door stop", "press briefing", "daily press briefing", "noon briefing", "interview with",
    "interview on", "radio interview", "television interview",
    "tv interview", "press conference", "joint doorstop", "joint media conference", "transcript of", "transcript:",
    "joint press conference", "media conference", "doorstep", "media doorstop", "media interview", "interview -",
    "interview –", "interview:", "television interview", "in conversation with", "fireside chat", "transcript -",
    "transcript –", "opening remarks", "closing remarks", "opening address", "welcome address", "inaugural address",
    "maiden speech", "second reading speech", "address by", "address at", "address to the",
  ]

  /// Lines that name who speaks, as records of sittings and interviews have them: `CHAIR: …`, `Ms Lee: …`, `JOURNALIST: …`.
  ///
  /// Four of them at least, of two voices, and one in three of the paragraphs: a list of facts with labels has a label once.
  static func turns(in blocks: ArraySlice<Block>, _ view: TextView) -> ByteSpan? {
    var first: ByteSpan?
    var (turns, paragraphs) = (0, 0)
    var voices: [UInt64: Int] = [:]
    for block in blocks.prefix(60) where block.kind == .paragraph && block.span.count >= 12 {
      paragraphs += 1
      guard let name = speaker(of: block.span, view) else { continue }
      turns += 1
      voices[view.wordsHash(in: name), default: 0] += 1
      if first == nil { first = name }
    }
    guard turns >= 4, turns * 3 >= paragraphs, voices.values.count(where: { $0 > 1 }) >= 2 else { return nil }
    return first
  }

  /// The name before the colon that a paragraph begins with: capitals, or a style and a name.
  static func speaker(of span: ByteSpan, _ view: TextView) -> ByteSpan? {
    let head = ByteSpan(span.lower, min(span.upper, span.lower + 60))
    guard let colon = view.first(UInt8(ascii: ":"), in: head), colon > span.lower,
      colon + 1 < span.upper, Characters.isSpace(view.scalar(at: colon + 1).value)
    else { return nil }
    let name = ByteSpan(span.lower, colon)
    guard let first = view.words(in: name, limit: 1).first, first.span.lower == span.lower,
      !Headline.holdsLower(first.span, in: view) && first.span.count > 1 || speakerStyles.contains(first)
    else { return nil }
    return name
  }

  private static let speakerStyles: WordHashes = [
    "mr", "mrs", "ms", "miss", "dr", "senator", "prof", "professor", "sir", "dame", "lord", "lady", "baroness",
    "chair", "chairman", "chairperson", "speaker", "spokesman", "spokeswoman", "spokesperson", "answer", "moderator",
    "host", "correspondent", "president", "question", "journalist", "reporter", "minister", "interviewer",
  ]
}
