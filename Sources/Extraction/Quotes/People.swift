/// The people whom a document names, in text order, and what it says they are.
struct People {
  let names: [NameReading]
  private var roles: [String: Range<Int>] = [:]

  init(_ names: [NameReading], _ tokens: Tokens) {
    self.names = names.filter { $0.kind == .person }
    var explained: Set<String> = []
    for person in self.names where !explained.contains(person.name) {
      if let role = apposition(after: person.tokens.upperBound, limit: tokens.count, tokens) {
        roles[person.name] = role
        explained.insert(person.name)
      } else if roles[person.name] == nil {
        roles[person.name] = person.role
      }
    }
  }

  /// Index of the first name that starts at or after a token; logarithmic.
  private func index(atOrAfter token: Int) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }

  func first(in range: Range<Int>) -> NameReading? {
    let index = index(atOrAfter: range.lowerBound)
    return index < names.count && names[index].tokens.lowerBound < range.upperBound ? names[index] : nil
  }

  func last(in range: Range<Int>) -> NameReading? {
    let index = index(atOrAfter: range.upperBound)
    return index > 0 && names[index - 1].tokens.lowerBound >= range.lowerBound ? names[index - 1] : nil
  }

  /// The name before a token.
  func last(before token: Int) -> NameReading? {
    let index = index(atOrAfter: token)
    return index > 0 ? names[index - 1] : nil
  }

  /// `, director of the centre,` from the comma at a token: what a name's owner is.
  func apposition(after i: Int, limit: Int, _ tokens: Tokens) -> Range<Int>? {
    var i = i
    while i < limit, tokens.isAny(i, .postNominal) { i += 1 }
    guard i + 1 < limit, tokens.isSymbol(i, ","), !tokens.isAny(i + 1, [.conjunction, .auxiliary, .verb, .pronoun])
    else { return nil }
    var end = i + 1
    while end < min(limit, i + 18) {
      if tokens.kinds[end] == .symbol, !tokens.isDash(end), tokens.details[end] != 0x2019, tokens.details[end] != 0x28,
        tokens.details[end] != 0x29
      {
        break
      }
      if tokens.isAny(end, .speech), !tokens.isCapital(end) || tokens.isAny(end, .auxiliary) { break }
      end += 1
    }
    let range = i + 1..<end
    return range.contains { tokens.isAny($0, [.office, .personNoun]) } ? range : nil
  }

  /// What the document calls a person: the words after the name at one of its mentions, else those before it.
  func role(of name: String) -> Range<Int>? { roles[name] }
}
