/// The people and bodies that a document names, in text order, and what it says they are.
struct People {
  let names: [NameReading]
  /// Everything else that has a name.
  private let others: [NameReading]
  private var roles: [String: Range<Int>] = [:]

  /// `all` is in text order.
  init(_ all: [NameReading]) {
    names = all.filter { $0.kind == .person }
    others = all.filter { $0.kind != .person }
  }

  /// Learns what each person is from the first mention that says it.
  mutating func learnRoles(_ reader: SpeakerReader, paragraphs: [ParagraphPart]) {
    var next = 0
    for paragraph in paragraphs {
      let range = paragraph.tokens
      while next < names.count, names[next].tokens.lowerBound < range.lowerBound { next += 1 }
      while next < names.count, names[next].tokens.lowerBound < range.upperBound {
        learn(names[next], in: range, reader)
        next += 1
      }
    }
  }

  private mutating func learn(_ person: NameReading, in range: Range<Int>, _ reader: SpeakerReader) {
    guard roles[person.name] == nil else { return }
    let lower = max(range.lowerBound, person.tokens.lowerBound - 24)
    if let role = reader.role(before: person.tokens.lowerBound, from: lower) {
      roles[person.name] = role
      return
    }
    guard !reader.tokens.isAny(person.tokens.upperBound, .speech) else { return }
    var upper = person.tokens.upperBound
    let limit = min(range.upperBound, upper + 24)
    while upper < limit, !reader.narration.isEdge(upper), !reader.tokens.isAny(upper, .speech) { upper += 1 }
    let segments = reader.segments(of: person.tokens.lowerBound..<upper)
    // "Asked why Ann Lee had left, a clerk said": the name has a clause of its own.
    guard let first = segments.first, first.upperBound < upper,
      !(person.tokens.upperBound..<max(person.tokens.upperBound, first.upperBound)).contains(where: {
        reader.tokens.isAny($0, [.auxiliary, .verb, .past])
      })
    else { return }
    roles[person.name] = reader.explanation(after: person, in: first, Array(segments.dropFirst()))
  }

  /// What the document calls a person where it first says so.
  func role(of name: String) -> Range<Int>? { roles[name] }

  // MARK: Places in the text

  func first(in range: Range<Int>) -> NameReading? { Self.first(in: range, names) }

  func last(in range: Range<Int>) -> NameReading? {
    let index = Self.index(atOrAfter: range.upperBound, names)
    return index > 0 && names[index - 1].tokens.lowerBound >= range.lowerBound ? names[index - 1] : nil
  }

  /// Index of the first name that starts at or after a token.
  func index(atOrAfter token: Int) -> Int { Self.index(atOrAfter: token, names) }

  /// Whether a place, body or the like has its name among these tokens; a feast may be a surname (`Samir Eid`).
  func namesOther(in range: Range<Int>) -> Bool {
    if let other = Self.first(in: range, others) {
      return other.kind != .event || other.tokens.count > 1 || other.tokens.lowerBound == range.lowerBound
    }
    let index = Self.index(atOrAfter: range.lowerBound, others)
    return index > 0 && others[index - 1].tokens.upperBound > range.lowerBound
  }

  /// The body whose name a phrase is, articles and possessives aside: `the Heritage Authority`.
  func body(in range: Range<Int>, _ tokens: Tokens) -> NameReading? {
    guard let found = Self.first(in: range, others), found.kind == .org else { return nil }
    let lower = range.first { !tokens.isAny($0, .determiner) } ?? range.lowerBound
    var upper = range.upperBound
    // "the National Crime Agency (NCA)"
    if tokens.isSymbol(upper - 1, ")"), upper - 3 > lower, tokens.isSymbol(upper - 3, "(") { upper -= 3 }
    // "the right-wing Harbour Party": words in small letters tell of the body, unless they are whose head somebody is.
    let isHead =
      found.tokens.lowerBound <= lower + 1
      || (lower..<found.tokens.lowerBound).allSatisfy { i in
        tokens.isHyphen(i)
          || tokens.isWord(i) && !tokens.isCapital(i)
            && !tokens.isAny(i, [.preposition, .conjunction, .office, .personNoun, .orgHead, .document, .verb])
      }
    return isHead && found.tokens.upperBound >= upper ? found : nil
  }

  /// The last body named before a token.
  func lastBody(before token: Int) -> NameReading? {
    var index = Self.index(atOrAfter: token, others) - 1
    let stop = max(0, index - 20)
    while index >= stop, index >= 0 {
      if others[index].kind == .org { return others[index] }
      index -= 1
    }
    return nil
  }

  /// The last body before a token whose name ends with a word, given in small letters.
  func body(endingIn noun: String, before token: Int, _ tokens: Tokens) -> NameReading? {
    let index = Self.index(atOrAfter: token, others)
    for name in others[..<index].suffix(60).reversed() where name.kind == .org {
      if tokens.entry(name.tokens.upperBound - 1).spelling == noun, name.tokens.count > 1 { return name }
    }
    return nil
  }

  /// The last body before a token that has more words than this one and begins with it: "Orrow" of "Orrow Ferries".
  func body(beginningWith i: Int, _ tokens: Tokens) -> NameReading? {
    guard tokens.isWord(i), tokens.isCapital(i), !tokens.isAny(i, [.determiner, .office, .title]) else { return nil }
    let index = Self.index(atOrAfter: i, others)
    for name in others[..<index].suffix(60).reversed()
    where name.kind == .org && name.tokens.count > 1 && tokens.details[name.tokens.lowerBound] == tokens.details[i] {
      if tokens.text(name.tokens.lowerBound) == tokens.text(i) { return name }
    }
    return nil
  }

  private static func first(in range: Range<Int>, _ names: [NameReading]) -> NameReading? {
    let index = index(atOrAfter: range.lowerBound, names)
    return index < names.count && names[index].tokens.lowerBound < range.upperBound ? names[index] : nil
  }

  private static func index(atOrAfter token: Int, _ names: [NameReading]) -> Int {
    var (low, high) = (0, names.count)
    while low < high {
      let middle = (low + high) / 2
      if names[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
