/// Longer names that known ones begin.
extension NameReader {
  /// `Red Cross of Chad`: a known body and the country it works in.
  func branch(of known: Gazetteer.Match, at i: Int, limit: Int) -> NameReading? {
    if let office = officeOf(known, at: i, limit: limit) { return office }
    // "Newcastle upon Tyne"
    if known.name.kind == .place, known.upper + 1 < limit, tokens.isKey(known.upper, .upon),
      text.isCapital(known.upper + 1)
    {
      return reading(i..<known.upper + 2, .place)
    }
    // "Mossos d'Esquadra"
    if known.name.kind == .org, known.upper < limit, tokens.isWord(known.upper), !tokens.isCapital(known.upper),
      tokens.text(known.upper).hasPrefix("d\u{2019}") || tokens.text(known.upper).hasPrefix("d'")
    {
      return reading(i..<known.upper + 1, .org)
    }
    // "Quay Platforms, Inc." of a firm that is known as "Quay"
    if known.name.kind == .org, known.upper == i + 1, text.isCapital(known.upper), tokens.isSpaced(known.upper) {
      let comma = capitals(from: i, limit: limit).upperBound
      if comma <= i + 4, tokens.isSymbol(comma, ","), comma + 1 < limit, tokens.isAny(comma + 1, .company) {
        return reading(i..<comma + 2, .org)
      }
    }
    guard known.name.kind == .org, known.upper - i >= 2, tokens.isKey(known.upper, .of), known.upper + 1 < limit,
      let country = Gazetteer.shared.match(at: known.upper + 1, in: tokens, limit: limit), country.name.kind == .country
    else { return nil }
    return reading(i..<country.upper, .org)
  }

  /// `IOM Chad`, `Caritas Malta`, `FBI Denver`: the office of a body in a place, which is one name.
  private func officeOf(_ known: Gazetteer.Match, at i: Int, limit: Int) -> NameReading? {
    let next = known.upper
    guard known.name.kind == .org, next == i + 1, next < limit, text.isCapital(next), tokens.isSpaced(next),
      !text.isAllCapitals(next), !tokens.flags[next].contains(.lineStart),
      !Self.unions.contains(tokens.text(i)), !tokens.isAny(next, .demonym)
    else { return nil }
    let end =
      Gazetteer.shared.match(at: next, in: tokens, limit: limit).flatMap { $0.name.kind == .org ? nil : $0.upper }
      ?? longestEntry(at: next, limit: limit).flatMap {
        $0.0.marks.isDisjoint(with: [.doubtful, .word]) && $0.0.size >= 5 ? $0.1 : nil
      }
    guard let end, end >= limit || !text.isCapital(end) || !tokens.isSpaced(end) || tokens.isAny(end, .office) else {
      return nil
    }
    return reading(i..<end, .org)
  }

  /// Bodies of states, beside which a country is another party: "the EU Turkey deal".
  private static let unions: Set<String> = [
    "EU", "UN", "NATO", "AU", "ASEAN", "OPEC", "G7", "G8", "G20", "BRICS", "ECOWAS", "OECD", "WTO", "IMF", "CIS",
    "Congress", "Parliament", "Senate",
  ]

  /// `Chadian Red Cross`: the society of a country.
  func nationalSociety(at i: Int, limit: Int) -> NameReading? {
    guard tokens.isAny(i, .demonym), i + 2 < limit, tokens.isAny(i + 1, Self.red),
      let known = Gazetteer.shared.match(at: i + 1, in: tokens, limit: limit), known.name.kind == .org
    else { return nil }
    return reading(i..<known.upper, .org)
  }

  private static let red: WordList = ["red"]

  /// `Marl and Orrow Council`: the body of a place whose name has small words.
  func council(of place: NameReading, limit: Int) -> NameReading? {
    let next = place.tokens.upperBound
    guard next < limit, text.isCapital(next), tokens.isSpaced(next), kind(ofHead: next) == .org else { return nil }
    return reading(place.tokens.lowerBound..<next + 1, .org)
  }
}
