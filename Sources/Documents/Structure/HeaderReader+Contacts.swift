import IbidSource

/// Bodies that the lines under a text name: whom to turn to, whom to follow, who notes to editors say is at work.
extension HeaderReader {
  /// The body in a line or two that give somebody to turn to: `Contact: Ann Lee, Port Office, ann@…`, `Media contact` over
  /// `Ann Lee` and `Port Office`, `Follow the Port Office on Facebook`.
  ///
  /// A line without a label counts only below one, or beside an address or a number.
  func readContact(_ span: ByteSpan, below heading: ByteSpan?, into evidence: inout Evidence) {
    guard span.count <= 300 else { return }
    let isBelow = heading.map { $0.count <= 60 && Self.contactLabels.begin(at: $0.lower, in: text) } ?? false
    let isReachable = isBelow || text.bytes[span.range].contains(UInt8(ascii: "@"))
    if let body = pressTeam(in: span) { return evidence.issuers.append((53, body)) }
    if let followed = followed(in: span) { return evidence.issuers.append((55, followed)) }
    for line in linesOf(span).prefix(6) where line.count <= 200 {
      var start = line.lower
      // "Contact: Ann Lee, Port Office"
      if let colon = text.first(UInt8(ascii: ":"), in: ByteSpan(line.lower, min(line.upper, line.lower + 40))) {
        guard Self.contactLabels.begin(at: line.lower, in: text) else { continue }
        start = colon + 1
      } else if !isReachable {
        continue
      }
      for part in partsBetweenCommas(ByteSpan(start, line.upper))
      where part.count <= 90 && !startsWithOffice(part) && !Organisations.isOffice(part, in: text)
        && !Organisations.isPressOffice(part, in: text)
      {
        guard Organisations.isName(part, in: text) || isLikelyBody(part) else { continue }
        return evidence.issuers.append((53, Organisations.withoutArticle(part, in: text)))
      }
    }
  }

  private static let contactLabels: Prefixes = [
    "contact", "media contact", "press contact", "media enquiries", "press enquiries", "media inquiries",
    "press inquiries", "for more information", "for further information", "enquiries",
  ]

  private func isLikelyBody(_ part: ByteSpan) -> Bool {
    text.words(in: part, limit: 2).count == 2 && Organisations.isLikelyName(part, in: text)
  }

  private func partsBetweenCommas(_ span: ByteSpan) -> [ByteSpan] {
    var parts: [ByteSpan] = []
    var start = span.lower
    for offset in span.lower...span.upper where offset == span.upper || text.bytes[offset] == UInt8(ascii: ",") {
      let part = text.trimmed(ByteSpan(start, max(start, offset)))
      if !part.isEmpty { parts.append(part) }
      start = min(offset + 1, span.upper)
    }
    return parts
  }

  /// `Follow the Port Office on Facebook`
  private func followed(in span: ByteSpan) -> ByteSpan? {
    guard span.count <= 120, text.starts(with: "follow ", at: span.lower) else { return nil }
    let words = text.words(in: span, limit: 14)
    guard let on = words.lastIndex(where: { text.isWord($0, "on") }), on > 2 else { return nil }
    let name = Organisations.withoutArticle(ByteSpan(words[1].span.lower, words[on - 1].span.upper), in: text)
    return Organisations.isName(name, in: text) || isLikelyBody(name) ? name : nil
  }

  /// The last line of a text that is a body and no more: `— Port Office`, `Source: Port Office`.
  func readLastLine(_ span: ByteSpan, into evidence: inout Evidence) {
    guard span.count <= 100 else { return }
    var inner = span
    let first = text.scalar(at: span.lower)
    if Characters.isDash(first.value) {
      inner = text.trimmed(ByteSpan(span.lower + first.width, span.upper))
      if !inner.isEmpty, Characters.isDash(text.scalar(at: inner.lower).value) {
        inner = text.trimmed(ByteSpan(inner.lower + text.scalar(at: inner.lower).width, inner.upper))
      }
    } else if text.starts(with: "source:", at: span.lower) {
      inner = text.trimmed(ByteSpan(span.lower + 7, span.upper))
    } else {
      return
    }
    guard !inner.isEmpty, !piece.isPost, !text.bytes[inner.range].contains(UInt8(ascii: ",")),
      case let name = Organisations.withoutArticle(inner, in: text), !startsWithOffice(name),
      Organisations.isName(name, in: text) || isLikelyBody(name)
    else { return }
    evidence.issuers.append((50, name))
  }

  /// The body whose press office a line gives to turn to: `For media enquiries: Port Office media team, 555 0147`.
  func pressTeam(in span: ByteSpan) -> ByteSpan? {
    guard span.count <= 300 else { return nil }
    let words = text.words(in: span, limit: 40)
    for place in words.indices.dropLast().dropFirst(2)
    where Self.teams.contains(words[place]) && Self.teamNouns.contains(words[place + 1]) {
      var first = place
      while first > 0, case let before = words[first - 1],
        Characters.isUpper(text.scalar(at: before.span.lower).value) || MetaLine.small.contains(before),
        text.bytes[before.span.upper..<words[first].span.lower].allSatisfy({ $0 == 0x20 })
      { first -= 1 }
      while first < place, !Characters.isUpper(text.scalar(at: words[first].span.lower).value) { first += 1 }
      guard first < place else { continue }
      let name = Organisations.withoutArticle(
        ByteSpan(words[first].span.lower, words[place - 1].span.upper), in: text)
      if text.words(in: name, limit: 2).count == 2,
        Organisations.isName(name, in: text) || Organisations.isLikelyName(name, in: text)
      {
        return name
      }
    }
    return nil
  }

  private static let teams: WordHashes = ["press", "media", "communications", "news"]
  private static let teamNouns: WordHashes = ["office", "team", "desk", "officer", "unit", "enquiries", "relations"]

  /// What notes to editors say of the body that gives a text out: `1. The Port Office is responsible for …`.
  func readNotes(from start: Int, into evidence: inout Evidence) {
    let blocks = piece.blocks[min(start, piece.blocks.endIndex)...] + piece.tail
    guard let heading = blocks.lastIndex(where: { Self.noteHeads.contains($0.span, in: text) }) else { return }
    for block in blocks[(heading + 1)...].prefix(8) where block.span.count >= 20 {
      let words = text.words(in: ByteSpan(block.span.lower, min(block.span.upper, block.span.lower + 160)), limit: 14)
      let first = words.first.map { $0.hasDigit ? 1 : 0 } ?? 0
      guard let verb = words.indices.dropFirst(first + 2).prefix(8).first(where: { Self.beings.contains(words[$0]) }),
        case let name = Organisations.withoutAcronym(
          Organisations.withoutArticle(
            text.trimmed(ByteSpan(words[first].span.lower, words[verb].span.lower)), in: text), in: text),
        !name.isEmpty, Organisations.isName(name, in: text) || Organisations.isLikelyName(name, in: text)
      else { continue }
      evidence.issuers.append((52, name))
      return
    }
  }

  private static let noteHeads: LineTable<Void> = [
    "notes to editors", "note to editors", "notes for editors", "editor's notes", "editor’s notes", "background notes",
    "notes to editor", "note to editor", "background", "background information",
  ]
  private static let beings: WordHashes = ["is", "are", "was", "works", "leads", "has", "regulates", "protects"]
}
