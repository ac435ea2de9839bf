/// Whom pronouns stand for.
extension SpeakerResolver {
  // MARK: Pronouns

  func isPersonalPronoun(_ range: Range<Int>) -> Bool {
    range.count == 1 && [.he, .she, .his, .her].contains { tokens.isKey(range.lowerBound, $0) }
  }

  func isBodyPronoun(_ range: Range<Int>) -> Bool {
    range.count == 1 && (tokens.isKey(range.lowerBound, .they) || tokens.isKey(range.lowerBound, .it))
  }

  /// Most tokens between a pronoun and whom it stands for.
  static let reach = 400

  /// Whom "he" or "she" stands for.
  func antecedent(before i: Int, isWoman: Bool) -> Speaker? {
    let named = subject(before: i, isWoman)
    let last = spoken.suffix(20).last { fits($0.speaker.name, isWoman) }
    if let office = office(before: i, after: max(named?.at ?? 0, last?.upper ?? 0)),
      office.name != nil || named == nil && last == nil
    {
      return office
    }
    if let noun = unnamed(before: i, after: named?.at ?? 0), noun.at > last?.at ?? 0 { return Speaker(text: noun.text) }
    if let last, i - last.upper < Self.reach, last.at >= named?.at ?? 0 { return last.speaker }
    if let named, named.isSubject || last == nil || i - (last?.at ?? 0) > 150 { return self.named(named.person) }
    if let last, i - last.upper < Self.reach { return last.speaker }
    return named.map { self.named($0.person) }
  }

  /// Whether a name may be a woman's, or a man's: nothing says the contrary.
  private func fits(_ name: String?, _ isWoman: Bool) -> Bool {
    guard let name, let known = women[name] else { return true }
    return known == isWoman
  }

  /// "The sheriff, in a note, asked for patience.": an office that begins the last sentence before a quotation.
  private func office(before i: Int, after first: Int) -> Speaker? {
    var end = i
    let stop = max(first, i - 60)
    for _ in 0..<2 {
      // Over the quotation itself and the mark before it.
      while end > stop, !narration.isStop(end - 1) { end -= 1 }
      guard end > stop else { return nil }
      let start = narration.sentenceStart(before: end - 1, from: stop)
      if start >= stop, tokens.isKey(start, .the) {
        var upper = start + 1
        while upper < min(end, start + 4), tokens.isWord(upper), !tokens.isAny(upper, .office) { upper += 1 }
        if upper < end, tokens.isAny(upper, .office), !tokens.isCapital(upper + 1), tokens.kinds[upper + 1] != .clitic {
          return person(called: start..<upper + 1) ?? person(retold: start..<upper + 1)
            ?? Speaker(text: tokens.line(start..<upper + 1))
        }
      }
      end = start
    }
    return nil
  }

  /// The last person who is the subject of a sentence; of three sentences without one, the person named last.
  private func subject(before i: Int, _ isWoman: Bool) -> (person: NameReading, at: Int, isSubject: Bool)? {
    var index = index(before: i)
    while index >= 0, i - told[index].tokens.lowerBound < Self.reach,
      !fits(full(told[index]), isWoman) || isCredit(told[index])
    { index -= 1 }
    guard index >= 0, i - told[index].tokens.lowerBound < Self.reach else { return nil }
    let nearest = told[index]
    for _ in 0..<3 {
      guard index >= 0, i - told[index].tokens.lowerBound < Self.reach else { break }
      let start = narration.sentenceStart(
        before: told[index].tokens.lowerBound, from: max(0, told[index].tokens.lowerBound - 60))
      var first: NameReading?
      while index >= 0, told[index].tokens.lowerBound >= start {
        if isSubject(told[index]), fits(full(told[index]), isWoman) { first = told[index] }
        index -= 1
      }
      if let first { return (first, first.tokens.lowerBound, true) }
    }
    return (nearest, nearest.tokens.lowerBound, false)
  }

  /// Somebody told of in other words: `the retired diver, 71,`, `the 34-year-old`, right behind a sentence with a person as its
  /// subject.
  func person(retold range: Range<Int>) -> Speaker? {
    let (first, end) = (range.lowerBound, range.upperBound)
    guard tokens.isKey(first, .the), range.count >= 2, !range.contains(where: { tokens.isCapital($0) }) else {
      return nil
    }
    let isAged = tokens.isSymbol(end, ",") && tokens.numeral(end + 1) != nil && tokens.isSymbol(end + 2, ",")
    let isYears = tokens.numeral(first + 1) != nil && tokens.isHyphen(first + 2)
    // "the father of two", "the mum-of-three"
    let isKin =
      tokens.isAny(first + 1, Self.parents) && (tokens.isKey(first + 2, .of) || tokens.isHyphen(first + 2))
    // "the singer", "the former striker"
    let isTrade = range.count <= 3 && tokens.isAny(end - 1, Self.performers)
    guard isAged || isYears || isKin || isTrade || tokens.isAny(first + 1, Self.retired) else { return nil }
    if isKin {
      let nearest = index(before: first)
      return nearest >= 0 && first - told[nearest].tokens.lowerBound < 60 ? self.named(told[nearest]) : nil
    }
    let sexes = tokens.isAny(end - 1, Self.womenWords) ? [true] : [true, false]
    let named = sexes.compactMap { subject(before: first, $0) }.max { $0.at < $1.at }
    guard let named, named.isSubject, first - named.at < 60 else { return nil }
    return self.named(named.person)
  }

  private static let parents: WordList = [
    "father", "mother", "dad", "mum", "mom", "grandfather", "grandmother", "parent",
  ]
  private static let retired: WordList = ["retired", "veteran"]
  private static let performers = WordList(performerWords.split(separator: " ").map(String.init))
  /// What a text calls somebody again whom it has named: few are told of in one story.
  static let performerWords =
    "singer songwriter actress actor star striker midfielder defender goalkeeper footballer host presenter comedian rapper musician player champion athlete entrepreneur billionaire novelist author filmmaker designer chef politician lawmaker coach guitarist drummer golfer boxer sprinter swimmer cyclist teenager pensioner"

  /// Index in `told` of the last name before a token; -1 if there is none.
  func index(before token: Int) -> Int {
    var (low, high) = (0, told.count)
    while low < high {
      let middle = (low + high) / 2
      if told[middle].tokens.lowerBound < token { low = middle + 1 } else { high = middle }
    }
    return low - 1
  }

  /// Neither after a preposition nor before a possessive.
  private func isSubject(_ person: NameReading) -> Bool {
    let next = person.tokens.upperBound
    if isCredit(person) || isModifier(before: next) { return false }
    if next < tokens.count, tokens.kinds[next] == .clitic, tokens.isKey(next, .s) { return false }
    if tokens.isSymbol(next, "\u{2019}"), !tokens.isSpaced(next) { return false }
    var before =
      speakers.withoutTitles(before: person.tokens.lowerBound, from: max(0, person.tokens.lowerBound - 6)) - 1
    while before > 0, tokens.isAny(before, .office), tokens.isCapital(before) { before -= 1 }
    if tokens.isKey(before, .to), tokens.isKey(before - 1, .according) { return true }
    // "months after Hale was cleared": the subject of a clause.
    if tokens.isKey(before, .after) || tokens.isKey(before, .before) || tokens.isKey(before, .since),
      tokens.isAny(next, .auxiliary)
    {
      return true
    }
    // "For Renata Bull the numbers are not abstract."
    if tokens.isKey(before, .for), before == 0 || tokens.isCapital(before) { return true }
    return !tokens.isAny(before, .preposition) && !tokens.isKey(before, .and)
  }

  /// `(Ann Lee/The Quay)`: who took a picture, and nobody that a text tells of.
  private func isCredit(_ person: NameReading) -> Bool {
    tokens.isSymbol(person.tokens.lowerBound - 1, "(")
      && (tokens.isSymbol(person.tokens.upperBound, "/") || tokens.isSymbol(person.tokens.upperBound, ")"))
  }

  /// "Hale campaign chairman Omar Reyes", "the Hale government": the name only says whose.
  private func isModifier(before i: Int) -> Bool {
    tokens.isWord(i) && !tokens.isCapital(i)
      && (tokens.isAny(i, [.office, .personNoun, .orgHead]) || tokens.isAny(i, .bodyNoun)
        || tokens.isAny(i, Self.ownedBodies))
      && !tokens.isAny(i, [.verb, .speech, .saying, .sayingStem, .auxiliary, .past])
  }

  private static let ownedBodies: WordList = [
    "campaign", "administration", "government", "family", "team", "camp", "era",
  ]

  /// Somebody without a name who was told of: `one migrant from Homs`, `a teacher`; not what explains a name.
  private func unnamed(before i: Int, after first: Int) -> (text: String, at: Int)? {
    // Whoever the quotation itself tells of is somebody else.
    var noun =
      current.upperBound <= i && i - current.upperBound < 20 && !current.isEmpty ? current.lowerBound - 1 : i - 1
    let stop = max(2, first, i - 80)
    while noun > stop {
      defer { noun -= 1 }
      guard tokens.isAny(noun, .personNoun) else { continue }
      guard
        let start = [noun - 1, noun - 2].first(where: {
          tokens.isKey($0, .a) || tokens.isKey($0, .an) || tokens.isKey($0, .one)
        }),
        !tokens.isSymbol(start - 1, ","), !tokens.isKey(start - 1, .as), !tokens.isKey(start - 1, .is),
        // "Ann Lee, chief executive and a founding member of the forum,"
        !(tokens.isKey(start - 1, .and) && tokens.isAny(start - 2, [.office, .personNoun])),
        !tokens.isKey(start - 1, .was)
      else { continue }
      var end = noun + 1
      while end < i, tokens.isWord(end), !tokens.isAny(end, [.speech, .auxiliary, .conjunction, .verb]) { end += 1 }
      return (tokens.line(start..<end), start)
    }
    return nil
  }

  /// The body that "they" or "it" stands for: the last that spoke, or one that begins the sentence or the one before.
  func body(before i: Int) -> Speaker? {
    if let found = speakers.people.lastBody(before: i), i - found.tokens.lowerBound < 60,
      found.tokens.lowerBound > lastBody?.at ?? 0
    {
      let start = narration.sentenceStart(before: found.tokens.lowerBound, from: max(0, found.tokens.lowerBound - 60))
      let lead = start..<found.tokens.lowerBound
      // "The charity Quayside says", "Debt charity Quayside says"
      let opens =
        lead.allSatisfy { !tokens.isWord($0) || tokens.isAny($0, .determiner) }
        || lead.count <= 3 && tokens.isAny(lead.upperBound - 1, .bodyNoun)
      if opens { return Speaker(name: found.name, kind: .org, text: tokens.line(found.tokens)) }
    }
    if let lastBody, i - lastBody.at < Self.reach { return lastBody.speaker }
    return bodyOfSentence(before: i)
  }

  /// "The league hit back. “…,” it said": the body that begins the sentence before a quotation.
  private func bodyOfSentence(before i: Int) -> Speaker? {
    var end = i
    let stop = max(0, i - 60)
    for _ in 0..<2 {
      while end > stop, !narration.isStop(end - 1) { end -= 1 }
      guard end > stop else { return nil }
      let start = narration.sentenceStart(before: end - 1, from: stop)
      if tokens.isKey(start, .the), tokens.isWord(start + 1), !tokens.isCapital(start + 1),
        tokens.isAny(start + 1, .orgHead) || tokens.isAny(start + 1, .bodyNoun)
      {
        return body(called: start..<start + 2) ?? Speaker(text: tokens.line(start..<start + 2))
      }
      end = start
    }
    return nil
  }

  // MARK: Women and men

  /// "Mr Lee" where a text has named Ann Lee first and Tom Lee after her: the last whom the title fits.
  func namesake(of person: NameReading) -> String? {
    let first = person.tokens.lowerBound
    guard person.tokens.count == 1, first > 0 else { return nil }
    let title = tokens.isSymbol(first - 1, ".") ? first - 2 : first - 1
    let isWoman = tokens.isAny(title, Self.womenTitles)
    guard isWoman || tokens.isAny(title, Self.menTitles) else { return nil }
    guard let known = women[full(person)], known != isWoman else { return nil }
    let ending = " " + tokens.text(first)
    var index = index(before: first)
    let stop = max(0, index - 60)
    while index >= stop {
      let name = full(told[index])
      if name.hasSuffix(ending), fits(name, isWoman) { return name }
      index -= 1
    }
    return nil
  }

  private static let womenTitles: WordList = ["mrs", "ms", "miss"]
  private static let menTitles: WordList = ["mr"]

  /// What the words before a name, or the name itself, say: "Mr", "Dame", "Her son, Casey", "Mary".
  func isWoman(_ person: NameReading) -> Bool? {
    let first = person.tokens.lowerBound
    var i = first - 1
    if tokens.isSymbol(i, ".") || tokens.isSymbol(i, ",") { i -= 1 }
    for at in [i, i - 1] where at >= 0 && tokens.isWord(at) {
      if tokens.isAny(at, Self.womenWords) { return true }
      if tokens.isAny(at, Self.menWords) { return false }
      guard tokens.isAny(at, [.title, .office]) else { break }
    }
    guard person.name.utf8.contains(0x20) || person.tokens.count > 1 else { return nil }
    if tokens.isAny(first, .womansName) { return true }
    return tokens.isAny(first, .mansName) ? false : nil
  }

  private static let womenWords: WordList = [
    "mrs", "ms", "miss", "dame", "lady", "baroness", "queen", "princess", "madam", "frau", "madame", "señora",
    "shrimati", "smt",
    "sister", "mother", "daughter", "wife", "aunt", "niece", "aunty", "auntie", "spokeswoman", "chairwoman",
    "congresswoman", "councilwoman",
    "actress", "policewoman", "grandmother", "granddaughter", "widow", "duchess", "countess", "headmistress",
  ]
  private static let menWords: WordList = [
    "mr", "sir", "lord", "king", "prince", "herr", "monsieur", "señor", "shri", "father", "brother", "son", "husband",
    "uncle", "nephew",
    "spokesman", "chairman", "congressman", "councilman", "alderman", "policeman", "grandfather", "grandson", "duke",
    "earl",
    "baron", "fisherman", "headmaster", "sheikh", "imam", "bishop", "archbishop", "cardinal", "pope",
  ]
}
