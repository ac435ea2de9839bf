/// Lines that are all capitals: what is known in them, and bodies that are all there is in one.
extension NameReader {
  /// A company or body that is all there is in a line of capitals: `MARLOW BRANDS PLC`, `THE NATIONAL ASSEMBLY`.
  func shouted(at i: Int, in sentence: Range<Int>) -> NameReading? {
    guard i == sentence.lowerBound || i == sentence.lowerBound + 1 && tokens.isAny(i - 1, .determiner),
      (2...6).contains(sentence.upperBound - i), sentence.upperBound > i + 1,
      (i..<sentence.upperBound).allSatisfy({ text.isCapital($0) }),
      !tokens.isAny(i, [.determiner, .preposition, .office, .title]),
      tokens.isAny(sentence.upperBound - 1, .company)
        || sentence.count <= 5 && tokens.isAny(sentence.upperBound - 1, .orgHead)
          && (!tokens.isAny(sentence.upperBound - 1, .weakLead) || sentence.count >= 3)
        || isShoutedOffice(i, limit: sentence.upperBound)
    else { return nil }
    return reading(i..<sentence.upperBound, .org)
  }

  /// `ORROW BUREAU OF TIDES`, `U.S. DEPARTMENT OF PORTS`: a word or two before the head, all of it in a line of its own.
  func shoutedOffice(at i: Int, in sentence: Range<Int>) -> NameReading? {
    let limit = sentence.upperBound
    guard i == sentence.lowerBound, limit - i <= 8, text.isCapital(limit - 1),
      (i..<limit).allSatisfy({ text.isCapital($0) || tokens.isSymbol($0, ".") || tokens.isSymbol($0, ",") }),
      !tokens.isAny(i, [.determiner, .preposition, .office, .title, .verb]),
      (i + 1...i + 2).contains(where: { isShoutedOffice($0, limit: limit) })
    else { return nil }
    return reading(i..<limit, .org)
  }

  /// `HOUSE OF KEYS`, `MINISTRY OF TIDES AND PORTS`: what "of" or "for" behind its head makes a body.
  private func isShoutedOffice(_ i: Int, limit: Int) -> Bool {
    limit - i >= 3 && tokens.isAny(i, Self.shoutedHeads)
      && (tokens.isKey(i + 1, .of) || tokens.isKey(i + 1, .for))
  }

  private static let shoutedHeads: WordList = [
    "ministry", "department", "office", "bank", "court", "university", "council", "commission", "bureau", "authority",
    "house", "senate", "parliament", "institute", "federation", "association", "union",
  ]

  /// A known name in a line of capitals; the letters of a body that are a word as well ("WHO PAYS FOR THE QUAY?") are none.
  func knownInCapitals(at i: Int, limit: Int) -> NameReading? {
    guard let known = Gazetteer.shared.match(at: i, in: tokens, limit: limit) else { return nil }
    let isWord =
      tokens.isAny(i, [.pronoun, .conjunction, .determiner, .auxiliary, .preposition, .verb])
      || text.marks(i).contains(.word)
    return known.upper == i + 1 && known.name.kind == .org && isWord ? nil : reading(known, at: i)
  }
}
