/// Short forms that are the initials of a body's name elsewhere in the document.
extension ShortForms {
  /// `SSF` of "Sund Security Forces": three letters or more that begin the words of one body's or programme's name, with or without the
  /// country before it.
  mutating func explainInitials(of names: [NameAnnotator.Found], _ text: NameText) {
    var sought: Set<String> = []
    for i in text.capitals where tokens.flags[i].contains(.allCapitals) && isUnexplained(i, text) {
      let short = tokens.text(i)
      if meanings[short] == nil { sought.insert(short) }
    }
    guard !sought.isEmpty else { return }
    var found: [String: (name: String, kind: MentionKind)?] = [:]
    for place in names.indices where names[place].name.tokens.count > 2 {
      let name = names[place].name
      guard name.kind == .org || name.kind == .programme else { continue }
      for initials in initials(of: name) where sought.contains(initials) {
        let known = found[initials]
        found[initials] = known == nil || known??.name == name.name ? .some((name.name, name.kind)) : .some(nil)
      }
    }
    for (short, name) in found { if let name { meanings[short] = name } }
  }

  /// The first letters of the words with a capital, from the first and from the second word on; three at least.
  private func initials(of name: NameReading) -> [String] {
    let words = name.tokens.filter { tokens.isWord($0) && tokens.isCapital($0) }
    guard words.count >= 3, !words.contains(where: { tokens.flags[$0].contains(.allCapitals) && $0 > words[0] }) else {
      return []
    }
    let all = words.map { tokens.bytes[tokens.lower($0)] }
    guard all.allSatisfy({ (0x41...0x5A).contains($0) }) else { return [] }
    let isForeign =
      tokens.isAny(words[0], .demonym)
      || Gazetteer.shared.match(at: words[0], in: tokens, limit: words[1]).map { $0.name.kind == .country } ?? false
    let long = String(decoding: all, as: UTF8.self)
    return isForeign && words.count >= 4 ? [long, String(long.dropFirst())] : [long]
  }
}
