import IbidSource

/// What stands beside a run of capitals votes for the kind of its name.
extension UnknownNames {
  struct Tally {
    /// What another mention of the same name was read as.
    var known: MentionKind?
    var place = 0
    var org = 0
    var person = 0
    /// Several words in a row, one of which no list has: a name whatever stands beside it.
    var isCertain = false
    /// Looks like somebody's name, which tells where nothing else does.
    var isLikelyPerson = false

    mutating func add(_ votes: Tally) {
      place += votes.place
      org += votes.org
      person += votes.person
      isCertain = isCertain || votes.isCertain
      isLikelyPerson = isLikelyPerson || votes.isLikelyPerson
    }

    /// The kind with two votes and more than any other; of what is certainly a name, one vote, or a body where nothing tells.
    var kind: MentionKind? {
      if let known { return known }
      let best = max(place, org, person)
      let isOne = (place == best ? 1 : 0) + (org == best ? 1 : 0) + (person == best ? 1 : 0) == 1
      if isCertain, best == 0, isLikelyPerson { return .person }
      if isCertain, best == 0 || !isOne { return .org }
      guard best >= (isCertain ? 1 : 2), isOne else { return nil }
      return best == place ? .place : best == org ? .org : .person
    }
  }

  func votes(for run: Range<Int>, in sentence: Range<Int>, _ kinds: Kinds) -> Tally {
    var votes = Tally()
    let isLone = run.count == 1
    before(run, in: sentence, kinds, &votes)
    behind(run, in: sentence, kinds, &votes)
    // Everyday words with capitals are no town and nobody: "in Border Security", "Minister for Tackling Fraud".
    let all = run.filter { tokens.isWord($0) }
    if all.contains(where: { !text.isUncommon($0) || text.isAllCapitals($0) }) { votes.place = 0 }
    if let last = all.last, !text.isUncommon(last), !text.marks(last).contains(.surname) { votes.person = 0 }
    if let first = all.first, !text.isUncommon(first), !text.isGiven(first),
      all.count != 2 || votes.person < 2 || text.isHead(first)
    {
      votes.person = 0
    }
    // "Nicola tweeted"
    if isLone, tokens.isAny(run.lowerBound, .firstName) || isOnlyGiven(run.lowerBound) { votes.org = 0 }
    if (2...4).contains(all.count), all.count == run.count, text.isUncommon(all[0]),
      !all.contains(where: { text.isHead($0) || text.isAllCapitals($0) }), reader.isIntroduced(run, sentence)
    {
      votes.person += 2
    }
    if isLone, isCamel(run.lowerBound) { votes.org += 2 }
    // "South Ubar", "West Orrow"
    if all.count == 2, run.count == 2, tokens.isAny(run.lowerBound, .direction), text.isUncommon(run.lowerBound + 1),
      !text.isAllCapitals(run.lowerBound + 1), !tokens.text(run.lowerBound + 1).hasSuffix("ans")
    {
      votes.place += 2
    }
    // "Orrow West"
    if all.count == 2, run.count == 2, tokens.isAny(all[1], NameReader.quarters), text.isUncommon(all[0]),
      !text.isGiven(all[0]), !text.isAllCapitals(all[0])
    {
      votes.place += 2
    }
    // "Peel Hunt": several capitals that nobody is called by.
    let words = all.allSatisfy(tokens.isCapital) ? all : all.filter(tokens.isCapital)
    let isPersonal = words.count >= 2 && text.isGiven(words[0])
    if isPersonal { votes.person += 1 }
    if words.count == 2, text.isUncommon(words[0]), hasSurnameEnd(words[1]) { votes.person += 2 }
    votes.isLikelyPerson = isLikelyPerson(words, in: run)
    if words.count >= 2, words.count == run.count, let last = words.last, kinds.isSurname(tokens.text(last)) {
      votes.person += 2
    }
    if text.isUncommon(run.lowerBound), !text.marks(run.lowerBound).isDisjoint(with: .place),
      !text.isAllCapitals(run.lowerBound)
    {
      votes.place += 1
    }
    // "Tidal Affairs, Ann Lee as Minister for Ports"
    if let last = all.last, reader.isOfCharge(last) { votes.person = 0 }
    return votes
  }

  /// A word that is a given name and nothing else.
  private func isOnlyGiven(_ i: Int) -> Bool {
    let marks = text.marks(i)
    return marks.contains(.given) && marks.isDisjoint(with: [.word, .city, .region, .surname])
  }

  private func before(_ run: Range<Int>, in sentence: Range<Int>, _ kinds: Kinds, _ votes: inout Tally) {
    var i = run.lowerBound - 1
    while i > sentence.lowerBound, tokens.isAny(i, .direction) || tokens.isKey(i, .the) { i -= 1 }
    guard i >= sentence.lowerBound else { return }
    let isPerson = i > sentence.lowerBound && tokens.isAny(i - 1, [.personNoun, .office])
    if tokens.isWord(i), tokens.isHyphen(i - 1), reader.isBased(i - 1) { votes.org += 2 }
    // "Parliament’s Scopa", "according to NFU Mutual", "awarded to Khulani Sebata"
    if tokens.kinds[i] == .clitic, tokens.isKey(i, .s), kinds.ending(at: i - 1) == .org { votes.org += 2 }
    if tokens.isKey(i, .to), tokens.isKey(i - 1, .according) || tokens.isAny(i - 1, Self.givers) {
      votes.org += 2
    } else if tokens.isKey(i, .by), tokens.isAny(i - 1, Self.credits), run.count >= 2 {
      votes.person += 3
    } else if tokens.isKey(i, .at) {
      if isPerson { votes.org += 3 } else { votes.place += run.count == 1 ? 2 : 1 }
    } else if tokens.isKey(i, .in) || tokens.isKey(i, .near) || tokens.isKey(i, .outside) || tokens.isKey(i, .around)
      || tokens.isKey(i, .across)
    {
      if !(i > sentence.lowerBound && tokens.isAny(i - 1, .noPlace)) { votes.place += 2 }
    } else if tokens.isKey(i, .to) || tokens.isKey(i, .from) || tokens.isKey(i, .through) || tokens.isKey(i, .via) {
      if tokens.isAny(i - 1, .dealing) { votes.org += 2 } else { votes.place += 1 }
    } else if tokens.isKey(i, .of) {
      if tokens.isAny(i - 1, .placeNoun) { votes.place += 3 }
      if tokens.isAny(i - 1, .orgHead), !tokens.isCapital(i - 1) { votes.org += 2 }
      let isTown = !text.marks(run.lowerBound).isDisjoint(with: .place)
      if tokens.isAny(i - 1, [.firmCue, .bodyNoun]) || isPerson {
        votes.org += isTown || !text.isUncommon(run.lowerBound) ? 0 : 2
      }
    } else if tokens.isKey(i, .for), tokens.isAny(i - 1, .firmCue) {
      votes.org += 2
    } else if tokens.isKey(i, .with), tokens.isAny(i - 1, .dealing) || isPartnering(i - 1) {
      votes.org += 2
    } else if tokens.isKey(i, .by), isParticiple(i - 1) {
      votes.org += 1
    } else if tokens.isAny(i, .bodyNoun) || tokens.isAny(i, Self.bodies), !tokens.isCapital(i), i == run.lowerBound - 1
    {
      votes.org += 3
    } else if tokens.isAny(i, [.personNoun, .office]), i == run.lowerBound - 1, run.count >= 2 {
      votes.person += 2
    } else if tokens.isAny(i, .kin), i == run.lowerBound - 1 {
      votes.person += 2
    } else if tokens.isAny(i, .speech), !tokens.isCapital(i), i == run.lowerBound - 1, run.count == 2,
      tokens.kinds[max(0, i - 1)] == .symbol
    {
      // "“…,” says Chea Sokun"
      votes.person += 2
    }
    // "the planning minister, Ceyran Toktosunova, said"
    if tokens.isSymbol(i, ","), i == run.lowerBound - 1, run.count >= 2, tokens.isAny(i - 1, .office) {
      votes.person += 2
    }
    neighbour(kinds.ending(at: listed(before: i, in: sentence)), run, &votes)
  }

  private func behind(_ run: Range<Int>, in sentence: Range<Int>, _ kinds: Kinds, _ votes: inout Tally) {
    let next = run.upperBound
    guard next < sentence.upperBound else { return }
    if tokens.kinds[next] == .clitic, tokens.isKey(next, .s) {
      if tokens.isAny(next + 1, [.bodyCue, .firmCue]) || tokens.isAny(next + 1, .office) { votes.org += 2 }
      return
    }
    if tokens.isSymbol(next, ",") || tokens.isSymbol(next, "(") {
      if let age = tokens.numeral(next + 1), tokens.isSymbol(next, ",") || tokens.isSymbol(next + 2, ")"),
        !tokens.isWord(next + 2), age.plain.map({ (10...105).contains($0) }) ?? false
      {
        votes.person += 3
      }
      if let kind = kinds.beginning(at: next + 1), kind == .country || kind == .place {
        votes.place += tokens.isSymbol(next, "(") ? 1 : 2
      }
      if tokens.isAny(next + 1, .office), run.count >= 2 { votes.person += 2 }
    }
    if tokens.isCapital(next) { return }
    // "Orrowby Blad newspaper", "Tarnsk news agency", not "a Tarnsk news agency Blad"
    if tokens.isAny(next, Self.papers) && !tokens.isCapital(next + 1)
      || tokens.isAny(next, Self.news) && tokens.isAny(next + 1, Self.agencies) && !tokens.isCapital(next + 2)
    {
      votes.org += 4
    }
    if tokens.isAny(next, .speech) {
      if run.count >= 2, text.isGiven(run.lowerBound) { votes.person += 2 } else { votes.org += 2 }
    }
    if tokens.isAny(next, .bodyVerb) { votes.org += 2 }
    if tokens.isAny(next, .firmCue) || tokens.isAny(next, .bodyCue) && tokens.isAny(next, [.personNoun, .office]) {
      votes.org += 2
    }
    if tokens.isKey(next, .who) || run.count >= 2 && isSeized(next) { votes.person += 2 }
    if tokens.isSymbol(next, ","), tokens.isKey(next + 1, .which) { votes.org += 1 }
    if tokens.isAny(next, [.verb, .future, .auxiliary]), text.isFirst(run.lowerBound, in: sentence) { votes.org += 1 }
    if tokens.isAny(next, .placeNoun) || tokens.isAny(next, .smallPlaceHead) { votes.place += 2 }
    if ["residents", "villagers", "townspeople"].contains(tokens.entry(next).spelling) { votes.place += 2 }
    if tokens.isKey(next, .and) || tokens.isSymbol(next, ",") {
      neighbour(kinds.beginning(at: next + 1), run, &votes)
    }
  }

  /// `was arrested`, `, was later charged`: what befalls people and no bodies.
  private func isSeized(_ next: Int) -> Bool {
    let be = tokens.isSymbol(next, ",") ? next + 1 : next
    guard tokens.isAny(be, .auxiliary) else { return false }
    return tokens.isAny(be + 1, Self.fates) || tokens.isAny(be + 2, Self.fates) && tokens.text(be + 1).hasSuffix("ly")
      || tokens.isAny(be + 1, Self.then) && tokens.isAny(be + 2, Self.fates)
  }

  private static let then: WordList = ["also", "later", "then", "first", "still"]
  private static let fates: WordList = [
    "arrested", "jailed", "detained", "nabbed", "apprehended", "imprisoned", "remanded", "extradited", "stabbed",
    "handcuffed", "hospitalised", "hospitalized", "pronounced", "shot", "buried", "born", "arraigned",
  ]

  /// The last token of the item before in a list, or -1.
  private func listed(before i: Int, in sentence: Range<Int>) -> Int {
    var at = i
    if tokens.isKey(at, .and) || tokens.isKey(at, .or) {
      at -= 1
      if tokens.isSymbol(at, ",") { at -= 1 }
    } else if tokens.isSymbol(at, ",") {
      at -= 1
    } else {
      return -1
    }
    return at >= sentence.lowerBound ? at : -1
  }

  private func neighbour(_ kind: MentionKind?, _ run: Range<Int>, _ votes: inout Tally) {
    switch kind {
    case .person: if run.count >= 2 { votes.person += 2 }
    case .org: votes.org += 2
    case .place, .country: votes.place += 1
    default: break
    }
  }

  private static let bodies: WordList = [
    "federation", "confederation", "party", "club", "university", "bank", "institute", "ministry", "cooperative",
    "league",
  ]
  static let staff: WordList = ["staff"]
  private static let papers: WordList = ["newspaper", "magazine", "daily", "weekly", "broadcaster", "newspapers"]
  private static let news: WordList = ["news", "press", "wire"]
  private static let agencies: WordList = ["agency", "agencies", "service"]
  private static let givers: WordList = ["awarded", "sold", "paid", "granted", "leased", "let", "given"]
  private static let credits: WordList = [
    "reporting", "photo", "photograph", "photographs", "words", "story", "interview",
  ]
}
