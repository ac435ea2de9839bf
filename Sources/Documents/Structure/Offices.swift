import IbidSource

/// Tells lines that name persons and the offices they hold, as ministers, members and their offices put them over texts.
///
/// Lines in capitals say nothing by their letters, so a line must begin with an office or a person that is known by a style or by
/// letters behind the name, and hold no word for what somebody does.
enum Offices {
  /// Bytes and words; several offices of one person may stand on one line.
  private static let longest = (bytes: 260, words: 40)

  /// Persons and offices and no more: `The Hon Ann Lee MP, Minister for Ports`, `SHADOW MINISTER FOR QUAYS AND DOCKS`.
  static func isLine(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count >= 3 && span.count <= longest.bytes
      && view.answer(.isOfficeLine, about: span) { holdsPersonsOnly(span, view) }
  }

  private static func holdsPersonsOnly(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard !endsSentence(span, view) else { return false }
    let words = view.words(in: span, limit: longest.words + 1)
    guard let first = words.first, words.count <= longest.words,
      openers.contains(first) || words.prefix(8).contains(where: { letters.contains($0) || $0.span.count == 1 })
    else { return false }
    var capitals = 0
    for (place, word) in words.enumerated() {
      if word.hasDigit || acts(word) { return false }
      if Characters.isUpper(view.scalar(at: word.span.lower).value) {
        capitals += 1
      } else if !MetaLine.small.contains(word) && !view.isWord(word, "assisting"), place > 0 || !styles.contains(word) {
        return false
      }
    }
    guard capitals > 0 else { return false }
    if let opening = opening(at: 0, words, view) {
      // "Prime Minister", "Treasurer Ann Lee": without what for, little may follow.
      return opening.isLinked || words.count - opening.end <= 4 || holdsOffice(words, from: opening.end, view)
    }
    let person = endOfPerson(words, view)
    guard person > 0 else { return false }
    // "Senator Lee on Meet the Port": a title.
    if person >= words.count, words.dropFirst(2).contains(where: links.contains) { return false }
    return person >= words.count || holdsOffice(words, from: 1, view)
      || view.bytes[words[person - 1].span.upper..<words[person].span.lower].contains { $0 == 0x2C || $0 == 0x28 }
  }

  /// The first office that a line names, one of a government or a party before that of a member: `Minister for Quays, Docks and
  /// Piers`.
  static func office(in span: ByteSpan, _ view: TextView) -> (name: ByteSpan, isMember: Bool)? {
    var member: (name: ByteSpan, isMember: Bool)?
    let words = view.words(in: span, limit: longest.words)
    var place = 0
    while place < words.count {
      guard let opening = opening(at: place, words, view) else {
        place += 1
        continue
      }
      let end = end(of: opening, words, view)
      // "Parliamentary Secretary to", broken off
      if opening.isLinked, end <= opening.end {
        place += 1
        continue
      }
      let name = ByteSpan(words[place].span.lower, words[end - 1].span.upper)
      if !opening.isMember { return (name, false) }
      if member == nil { member = (name, true) }
      place = max(end, place + 1)
    }
    return member
  }

  // MARK: Offices

  private struct Opening {
    /// The place behind the words that open the office.
    var end: Int
    /// Whether they say "for" or "of", so that what follows belongs to it.
    var isLinked: Bool
    var isMember = false
  }

  private static func opening(at place: Int, _ words: Words, _ view: TextView) -> Opening? {
    var next = place
    if next < words.count, view.isWord(words[next], "the") { next += 1 }
    while next < words.count, next - place < 4, qualifiers.contains(words[next]) { next += 1 }
    guard next < words.count, heads.contains(words[next]) else { return nil }
    let head = view.lowercased(words[next].span)
    let link = next + 1 < words.count ? view.lowercased(words[next + 1].span) : ""
    func linked(_ links: [String], isMember: Bool = false) -> Opening? {
      links.contains(link) ? Opening(end: next + 2, isLinked: true, isMember: isMember) : nil
    }
    switch head {
    case "minister":
      if let linked = linked(["for", "of", "assisting", "to", "in", "responsible"]) { return linked }
      let before = next > place ? view.lowercased(words[next - 1].span) : ""
      return ["prime", "first", "chief"].contains(before) ? Opening(end: next + 1, isLinked: false) : nil
    case "secretary":
      // "Parliamentary Secretary – Ports"
      let isParliamentary = next > place && view.isWord(words[next - 1], "parliamentary")
      return linked(["for", "of", "to"]) ?? (isParliamentary ? Opening(end: next + 1, isLinked: true) : nil)
    case "attorney", "solicitor":
      return link == "general" ? Opening(end: next + 2, isLinked: false) : nil
    case "member", "mp", "senator", "deputy": return linked(["for"], isMember: true)
    case "leader": return linked(["of", "in"])
    case "spokesperson", "spokesman", "spokeswoman": return linked(["for", "on"])
    default: return linked(["of"]) ?? Opening(end: next + 1, isLinked: false)
    }
  }

  /// The place behind the last word of an office.
  private static func end(of opening: Opening, _ words: Words, _ view: TextView) -> Int {
    var (next, end) = (opening.end, opening.end)
    // "for", "of"
    if opening.isLinked, next < words.count { end = max(1, next) }
    while opening.isLinked, next < words.count {
      let word = words[next]
      let gap = view.bytes[words[next - 1].span.upper..<word.span.lower]
      let isSmall = MetaLine.small.contains(word)
      guard Characters.isUpper(view.scalar(at: word.span.lower).value) || isSmall, !word.hasDigit,
        !endsOffice(gap, behind: words[next - 1]), !letters.contains(word), !occasions.contains(word),
        next == opening.end || Offices.opening(at: next, words, view) == nil,
        !isStyled(at: next, words, view),
        Headline.leadingLabel(at: word.span.lower, upper: words[words.count - 1].span.upper, in: view).map({
          $0.kind == .news
        }) ?? true
      else { break }
      // ", Ann Lee MP"
      if gap.contains(0x2C), words[next...].prefix(5).contains(where: letters.contains) { break }
      next += 1
      if !isSmall { end = next }
    }
    return end
  }

  /// Whether what stands between two words parts them: a wide gap, a line's end, a dash or a bar.
  private static func endsOffice(_ gap: ArraySlice<UInt8>, behind word: Word) -> Bool {
    if MetaLine.small.contains(word) { return gap.contains { $0 == 0x7C || $0 == 0x28 } }
    return gap.contains { $0 == 0x7C || $0 == 0x28 || $0 == 0x09 || $0 == 0x2E || $0 == 0x3A }
      || gap.count > 2 && gap.contains { $0 == 0x2D || $0 == 0xE2 } || gap.count >= 2 && gap.allSatisfy { $0 == 0x20 }
  }

  private static func holdsOffice(_ words: Words, from place: Int, _ view: TextView) -> Bool {
    (place..<max(place, words.count)).contains { opening(at: $0, words, view) != nil }
  }

  // MARK: Persons

  /// The place behind a person at the head of a line: two to six words with a style before or letters behind them, else 0.
  private static func endOfPerson(_ words: Words, _ view: TextView) -> Int {
    let isStyled = isStyled(at: 0, words, view)
    for place in words.indices.dropFirst().prefix(9)
    where letters.contains(words[place]) || isInitials(place, words, view) {
      var end = isInitials(place, words, view) ? place + 2 : place + 1
      while end < words.count, letters.contains(words[end]) { end += 1 }
      return end
    }
    guard isStyled else { return 0 }
    let end =
      words.indices.dropFirst().first { place in
        view.bytes[words[place - 1].span.upper..<words[place].span.lower].contains { $0 == 0x2C || $0 == 0x0A }
          || place > 1 && opening(at: place, words, view) != nil
      } ?? words.count
    return end <= 7 ? end : 0
  }

  /// `M.P.`
  private static func isInitials(_ place: Int, _ words: Words, _ view: TextView) -> Bool {
    place + 1 < words.count && view.isWord(words[place], "m") && view.isWord(words[place + 1], "p")
      && words[place].span.upper + 1 == words[place + 1].span.lower
  }

  private static func isStyled(at place: Int, _ words: Words, _ view: TextView) -> Bool {
    var next = place
    if next < words.count, view.isWord(words[next], "the") { next += 1 }
    guard next < words.count else { return false }
    if ["hon", "honourable", "honorable", "senator"].contains(view.lowercased(words[next].span)) { return true }
    return view.isWord(words[next], "rt") || view.isWord(words[next], "right")
      ? next + 1 < words.count && ["hon", "honourable"].contains(view.lowercased(words[next + 1].span)) : false
  }

  private static func endsSentence(_ span: ByteSpan, _ view: TextView) -> Bool {
    let last = view.bytes[span.upper - 1]
    let hasInitial = span.count > 2 && Characters.isUpper(UInt32(view.bytes[span.upper - 2]))
    return last == 0x3F || last == 0x21 || last == 0x3A || last == 0x2E && !hasInitial
  }

  /// Words for what somebody does, with which a line is a title.
  private static func acts(_ word: Word) -> Bool { Organisations.titleVerbs.contains(word) && !links.contains(word) }

  private static let links: WordHashes = ["to", "on", "at", "with", "as"]

  /// "Speech by the Minister for Quays at …": what is behind is where.
  private static let occasions: WordHashes = ["at", "during", "before"]

  private static let qualifiers: WordHashes = [
    "shadow", "acting", "assistant", "deputy", "associate", "prime", "first", "chief", "federal", "independent",
    "opposition", "parliamentary", "junior", "senior", "cabinet", "permanent", "under", "liberal", "labor", "labour",
    "nationals", "greens", "australian", "government", "joint", "outgoing", "state", "private", "financial",
  ]

  private static let heads: WordHashes = [
    "minister", "secretary", "attorney", "solicitor", "member", "mp", "senator", "leader", "spokesperson", "spokesman",
    "spokeswoman", "premier", "treasurer", "chancellor", "taoiseach", "tánaiste", "deputy",
  ]

  private static let styles: WordHashes = ["the", "hon", "rt", "right"]

  /// Words with which lines of persons and offices begin.
  private static let openers: WordHashes = [
    "the", "hon", "rt", "right", "honourable", "honorable", "senator", "shadow", "acting", "assistant", "deputy",
    "associate", "prime", "first", "chief", "federal", "independent", "opposition", "parliamentary", "minister",
    "secretary", "attorney", "solicitor", "member", "mp", "leader", "spokesperson", "spokesman", "spokeswoman",
    "premier", "treasurer", "chancellor", "taoiseach", "tánaiste", "junior", "senior", "cabinet", "liberal", "labor",
    "labour", "nationals", "greens", "australian", "government", "under", "state", "financial",
  ]

  /// Letters behind the names of members.
  private static let letters: WordHashes = [
    "mp", "mhr", "mla", "mlc", "msp", "mep", "mpp", "mna", "td", "qc", "kc", "mha", "mps", "ms",
  ]
}
