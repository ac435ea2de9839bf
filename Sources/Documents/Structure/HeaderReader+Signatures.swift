import IbidSource

/// Names under a text: of who signed it, of who publishes the page.
extension HeaderReader {
  /// The body under the name of who signed a letter: `Yours sincerely`, `Ann Lee`, `Director, Quay Trust`.
  func readSignature(into evidence: inout Evidence) {
    let blocks = piece.blocks.suffix(12) + piece.tail.prefix(8)
    guard blocks.contains(where: { mayHoldClosing($0.span) }) else { return }
    let lines = blocks.flatMap { linesOf($0.span) }
    guard let closing = lines.lastIndex(where: { $0.count <= 40 && Self.closings.begin(at: $0.lower, in: text) })
    else { return }
    for line in lines[(closing + 1)...].prefix(6) where line.count <= 120 {
      // A minister signs for the office, not for the house below.
      if Offices.isLine(line, in: text), Offices.office(in: line, text) != nil { return }
      var parts: [ByteSpan] = []
      var start = line.lower
      for offset in line.lower...line.upper where offset == line.upper || text.bytes[offset] == UInt8(ascii: ",") {
        parts.append(text.trimmed(ByteSpan(start, max(start, offset))))
        start = min(offset + 1, line.upper)
      }
      let bodies = parts.filter { part in
        !part.isEmpty && !startsWithOffice(part) && !text.words(in: part).contains(where: Self.houses.contains)
          && (Organisations.isName(part, in: text) || Organisations.isLikelyName(part, in: text))
      }
      // Names over "Dear …" are those of whom the letter is for.
      let isLetter = piece.blocks.prefix(20).contains { isSalutation($0.span) }
      if let body = bodies.last {
        return evidence.issuers.append((isLetter ? 9 : 49, Organisations.withoutArticle(body, in: text)))
      }
    }
  }

  /// Who signed a letter that says of no body that it is from it: `Ann Lee` over `Member of the Quay Assembly`.
  func readSigner(into evidence: inout Evidence) {
    guard piece.blocks.prefix(20).contains(where: { isSalutation($0.span) }) else { return }
    let lines = (piece.blocks.suffix(5) + piece.tail.prefix(4)).flatMap { linesOf($0.span) }
    for (name, office) in zip(lines, lines.dropFirst()) where name.count <= 60 && office.count <= 100 {
      guard (2...4).contains(text.words(in: name, limit: 5).count), MetaLine.isNames(name, in: text),
        !text.holdsDigit(name), !Organisations.isLikelyName(name, in: text),
        let first = text.words(in: office, limit: 1).first,
        Self.persons.contains(first) || Self.signers.contains(first), MetaLine.isNames(office, in: text, mostWords: 12)
      else { continue }
      evidence.issuers.append((54, name))
    }
  }

  private static let signers: WordHashes = [
    "member", "minister", "senator", "representative", "councillor", "mayor", "speaker", "editor", "bishop", "dean",
  ]

  /// Of most blocks it is known at once that no line of theirs closes a letter.
  private func mayHoldClosing(_ span: ByteSpan) -> Bool {
    if text.mayHold(.lineBreak, in: span) {
      return linesOf(span).contains { Self.closings.begin(at: $0.lower, in: text) }
    }
    let line = text.trimmed(span)
    return !line.isEmpty && line.count <= 40 && Self.closings.begin(at: line.lower, in: text)
  }

  private static let houses: WordHashes = ["building", "buildings", "house", "street", "road", "floor"]

  private static let closings: Prefixes = [
    "yours sincerely", "yours faithfully", "yours truly", "sincerely", "kind regards", "best regards", "regards",
    "with best wishes", "respectfully", "warm regards", "with kind regards", "(sgd", "signed",
  ]

  /// `SOURCE Blue Wheel`, `About Blue Wheel`, `Blue Wheel, 12 Quay Street, Dover`, `Citable reference: Port Office (2024)`.
  func readTailName(_ block: Block, isTail: Bool, into evidence: inout Evidence) {
    let span = block.span
    guard span.count <= 300, isTail || span.count <= 80 else { return }
    if text.bytes[span.range].starts(with: "SOURCE ".utf8) {
      let name = text.trimmed(ByteSpan(span.lower + 7, span.upper))
      if MetaLine.isNames(name, in: text) || Organisations.isLikelyName(name, in: text) {
        evidence.issuers.append((8, name))
      }
    } else if span.count <= 80, text.starts(with: "about ", at: span.lower) {
      let name = Organisations.withoutArticle(text.trimmed(ByteSpan(span.lower + 6, span.upper)), in: text)
      if name.count >= 4, MetaLine.isNames(name, in: text) || Organisations.isLikelyName(name, in: text),
        !isSection(name), !text.starts(with: "us", at: name.lower)
      {
        evidence.issuers.append((47, Organisations.withoutArticle(name, in: text)))
      }
    } else if isTail, block.kind == .paragraph, Organisations.isName(span, in: text),
      !startsWithOffice(span), !text.bytes[span.range].contains(UInt8(ascii: ":"))
    {
      evidence.issuers.append((49, Organisations.oneName(in: span, text)))
    } else if let name = Organisations.cited(in: span, text) {
      evidence.issuers.append((20, name))
    } else if isTail, let name = Organisations.described(in: span, text) {
      evidence.issuers.append((48, name))
    } else if isTail, !startsWithOffice(span), !WrappedLines(text: text).endsWithStop(span),
      let comma = text.bytes[span.range].firstIndex(of: UInt8(ascii: ",")),
      text.holdsDigit(ByteSpan(comma, span.upper))
    {
      let name = text.trimmed(ByteSpan(span.lower, comma))
      if !name.isEmpty, text.words(in: name, limit: 2).count == 2, !text.holdsDigit(name),
        Organisations.isName(name, in: text) || Organisations.isLikelyName(name, in: text)
      {
        evidence.issuers.append((48, name))
      }
    }
  }
}
