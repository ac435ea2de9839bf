import IbidSource

/// Names that no table and no head tells, told by what the document says beside them.
///
/// A run of capitals inside a sentence is a name of something. All its mentions vote: "near X" for a place, "X said",
/// "X’s chief executive", "analysts at X" for a body, "X, 41," for a person. A single word without a vote is left out.
struct UnknownNames {
  let reader: NameReader
  var text: NameText { reader.text }
  var tokens: Tokens { reader.tokens }

  init(reader: NameReader) { self.reader = reader }

  private struct Tally {
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
      if isCertain, best == 0, isLikelyPerson { return .person }
      if isCertain, best == 0 || [place, org, person].filter({ $0 == best }).count > 1 { return .org }
      guard best >= (isCertain ? 1 : 2), [place, org, person].filter({ $0 == best }).count == 1 else { return nil }
      return best == place ? .place : best == org ? .org : .person
    }
  }

  /// `known` are the names found so far, in text order; the new ones overlap none of them.
  ///
  /// Two rounds: in the second, names of the first tell of their neighbours in lists.
  func names(
    in document: DocumentPart, _ styles: [NameReader.Style], known: [NameAnnotator.Found], acronyms: [AcronymRow]
  ) -> [NameAnnotator.Found] {
    let explained = Set(acronyms.map(\.short))
    let runs = runs(in: document, styles, known: known).filter { !explained.contains(tokens.line($0.tokens)) }
    guard !runs.isEmpty else { return [] }
    var kinds = Kinds(in: text.range, count: known.count + runs.count)
    kinds.add(known)
    let first = decided(runs, document, kinds)
    guard !first.isEmpty else { return [] }
    kinds.add(first)
    let all = decided(runs, document, kinds)
    return all + repeated(all, in: document, styles, known: known)
  }

  /// The runs that may be names, those that are a word of a person's or body's name left out: surnames and short forms.
  private func runs(in document: DocumentPart, _ styles: [NameReader.Style], known: [NameAnnotator.Found])
    -> [(sentence: Int, tokens: Range<Int>)]
  {
    var words: NameWords?
    /// Whether a word is one of a person's or body's name; few documents ask.
    func isPart(_ i: Int) -> Bool {
      let all =
        words ?? NameWords(known.lazy.filter { $0.name.kind == .person || $0.name.kind == .org }.map(\.name.name))
      words = all
      return all.contains(i, in: tokens)
    }
    var runs: [(sentence: Int, tokens: Range<Int>)] = []
    var next = 0
    for (index, sentence) in document.sentences.enumerated() {
      let style = styles[index]
      guard !style.isHeading, !style.isTitleCase, !style.isShouted else { continue }
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        while next < known.count, known[next].name.tokens.upperBound <= i { next += 1 }
        if next < known.count, known[next].name.tokens.lowerBound <= i {
          i = known[next].name.tokens.upperBound
          continue
        }
        let end = sentence.tokens.upperBound
        let limit = next < known.count ? min(known[next].name.tokens.lowerBound, end) : end
        guard text.isCapital(i), let run = run(at: i, in: sentence.tokens, limit: limit) else {
          i += 1
          continue
        }
        if run.count > 1 || !isPart(i) { runs.append((index, run)) }
        i = run.upperBound
      }
    }
    return runs
  }

  /// The runs whose kind the votes of all their mentions tell, in text order.
  private func decided(
    _ runs: [(sentence: Int, tokens: Range<Int>)], _ document: DocumentPart, _ kinds: Kinds
  ) -> [NameAnnotator.Found] {
    var tallies = [String: Tally](minimumCapacity: runs.count)
    var names: [String] = []
    names.reserveCapacity(runs.count)
    for (index, run) in runs {
      let sentence = document.sentences[index].tokens
      let name = tokens.line(run)
      names.append(name)
      var votes = votes(for: run, in: sentence, kinds)
      votes.isCertain = isCertain(run, in: sentence)
      tallies[name, default: Tally(known: kinds.ofName(name))].add(votes)
    }
    return zip(runs, names).compactMap { found, name in
      tallies[name]?.kind.map {
        FoundName(found.sentence, NameReading(tokens: found.tokens, kind: $0, name: name, countryCode: nil))
      }
    }
  }

  /// The kinds of names by the token that they begin and end with, and by their words.
  private struct Kinds {
    private let lower: Int
    private var byFirst: [MentionKind?]
    private var byLast: [MentionKind?]
    private var byName: [String: MentionKind]
    private var surnames: Set<String> = []

    /// `range` holds the tokens of all names, of which `count` are to come.
    init(in range: Range<Int>, count: Int) {
      lower = range.lowerBound
      byFirst = Array(repeating: nil, count: range.count)
      byLast = byFirst
      byName = Dictionary(minimumCapacity: count)
    }

    /// Of several kinds of a name the first counts.
    mutating func add(_ names: [NameAnnotator.Found]) {
      // What is there already stays.
      func keep(_: inout MentionKind) {}
      for place in names.indices {
        let tokens = names[place].name.tokens
        guard tokens.lowerBound >= lower, tokens.upperBound <= lower + byFirst.count else { continue }
        let kind = names[place].name.kind
        byFirst[tokens.lowerBound - lower] = kind
        byLast[tokens.upperBound - 1 - lower] = kind
        keep(&byName[names[place].name.name, default: kind])
        if kind == .person, let surname = names[place].name.name.split(separator: " ").last {
          surnames.insert(String(surname))
        }
      }
    }

    /// Whether a word is the last of somebody's name.
    func isSurname(_ word: String) -> Bool { surnames.contains(word) }

    func beginning(at i: Int) -> MentionKind? { byFirst.indices.contains(i - lower) ? byFirst[i - lower] : nil }
    func ending(at i: Int) -> MentionKind? { byLast.indices.contains(i - lower) ? byLast[i - lower] : nil }
    func ofName(_ name: String) -> MentionKind? { byName[name] }
  }

  // MARK: Runs

  /// One to four capitals, of which there is one at `i`, that may be a name: not the start of a sentence unless no list of everyday words has any of them.
  private func run(at i: Int, in sentence: Range<Int>, limit: Int) -> Range<Int>? {
    // "Chief of the General Staff Marko Ilesh"
    if tokens.isAny(i, Self.staff), text.isCapital(i + 1) { return nil }
    guard tokens.isSpaced(i) || i == sentence.lowerBound || !tokens.isWord(i - 1), !tokens.isSymbol(i - 1, "@"),
      text.width(i) >= 3 || text.width(i) == 2 && text.isCapital(i + 1),
      reader.canStart(i, in: sentence), !tokens.isAny(i, [.month, .weekday, .demonym, .title, .office, .holiday]),
      !tokens.isAny(i - 1, .demonym), !tokens.isAny(i, .plainAbbreviation), !tokens.flags[i].contains(.isDotted),
      !text.isAllCapitals(i) || !tokens.isAny(i, [.postNominal, .currencyCode])
    else { return nil }
    let run = reader.capitals(from: i, limit: limit)
    let words = run.filter { tokens.isWord($0) }
    guard words.count <= 4, !reader.isVessel(i, in: sentence),
      !words.contains(where: {
        !tokens.flags[$0].isDisjoint(with: [.hasDigit, .isDotted]) || isOther($0)
          || words.count < 3 && text.width($0) < 2
      })
    else {
      return nil
    }
    if let last = words.last, words.count > 1, tokens.isAny(last, Self.things) || isPeople(last) { return nil }
    // "Norveg Malta"
    if let last = words.last, words.count == 2, text.marks(last).isDisjoint(with: [.surname, .given]),
      let known = Gazetteer.shared.match(at: last, in: tokens, limit: last + 1), known.name.kind != .org
    {
      return nil
    }
    // "the Minister for Tackling Fraud said"
    if tokens.isKey(i - 1, .for), tokens.isAny(i - 2, .office), text.isCapital(i - 2), text.isEveryday(i) { return nil }
    let uncommon = words.filter { text.isUncommon($0) }
    // "an Executive Engineer", "Class A", "Article 12"
    if tokens.isAny(i - 1, .determiner), !tokens.isKey(i - 1, .the) { return nil }
    if tokens.numeral(run.upperBound) != nil || tokens.isHyphen(run.upperBound) { return nil }
    // "Nuku’alofa", "Hoek van Holland"
    let next = run.upperBound
    if next < tokens.count, tokens.kinds[next] == .clitic, !tokens.isKey(next, .s) { return nil }
    if tokens.isAny(next, .particle), !tokens.isCapital(next), text.isCapital(next + 1) { return nil }
    if words.count == 1, text.isHead(i) || reader.isState(i) { return nil }
    if text.isFirst(i, in: sentence)
      || tokens.kinds[max(0, i - 1)] == .symbol && !tokens.isSymbol(i - 1, ",") && !tokens.isSymbol(i - 1, "(")
    {
      if words.count == 1, hasEnglishEnd(i) { return nil }
      return uncommon.count == words.count && words.allSatisfy { tokens.details[$0] == 0 } ? run : nil
    }
    return uncommon.isEmpty && words.count == 1 ? nil : run
  }

  /// Heads of illnesses, works and goods, which are none of the kinds of names.
  private static let things: WordList = [
    "syndrome", "disease", "disorder", "virus", "fever", "bacteria", "symphony", "concerto", "sonata", "rhapsody",
    "overture", "podcast", "album", "song", "trophy", "medal", "prize", "award", "edition", "theorem", "equation",
    "cocktail",
    "sauce", "cheese", "beer", "whisky", "whiskey", "variant", "strain", "receipts", "algorithm", "effect",
  ]

  /// Two words or more inside a sentence, one of which no list has.
  private func isCertain(_ run: Range<Int>, in sentence: Range<Int>) -> Bool {
    let words = run.filter { tokens.isWord($0) }
    if words.count == 1 { return isBareShortForm(run.lowerBound, in: sentence) }
    // "Joint Action on Antimicrobial Resistance": part of a longer name.
    if tokens.isAny(run.lowerBound - 1, .preposition), text.isCapital(run.lowerBound - 2) { return false }
    return words.count >= 2 && !text.isFirst(run.lowerBound, in: sentence)
      && words.contains {
        tokens.details[$0] == 0 && text.isUncommon($0) && text.marks($0).isDisjoint(with: [.given, .city])
          && !hasEnglishEnd($0)
      }
      && !words.contains { text.isAllCapitals($0) || text.width($0) < 2 }
  }

  /// `OUTA`, `MOHU`: three to six capitals that no list has and that no noun follows.
  private func isBareShortForm(_ i: Int, in sentence: Range<Int>) -> Bool {
    guard text.isAllCapitals(i), (3...6).contains(text.width(i)), tokens.details[i] == 0, text.isUncommon(i),
      !tokens.isHyphen(i - 1), !tokens.isSymbol(i - 1, "/"), !tokens.isSymbol(i + 1, "/")
    else { return false }
    let next = i + 1
    return next >= sentence.upperBound || !tokens.isWord(next)
      || tokens.isAny(next, WordClass.phraseEnd) || tokens.isAny(next, .speech)
  }

  private func isOther(_ i: Int) -> Bool {
    tokens.isAny(i, [.office, .title, .month, .weekday, .postNominal]) && text.isEveryday(i)
  }

  // MARK: Votes

  private func votes(for run: Range<Int>, in sentence: Range<Int>, _ kinds: Kinds) -> Tally {
    var votes = Tally()
    let isLone = run.count == 1
    before(run, in: sentence, kinds, &votes)
    behind(run, in: sentence, kinds, &votes)
    // Everyday words with capitals are no town and nobody: "in Border Security", "Minister for Tackling Fraud".
    let all = run.filter { tokens.isWord($0) }
    if all.contains(where: { !text.isUncommon($0) || text.isAllCapitals($0) }) { votes.place = 0 }
    if let last = all.last, !text.isUncommon(last), !text.marks(last).contains(.surname) { votes.person = 0 }
    if let first = all.first, !text.isUncommon(first), !text.isGiven(first) { votes.person = 0 }
    if isLone, isCamel(run.lowerBound) { votes.org += 2 }
    // "South Ubar", "West Orrow"
    if all.count == 2, run.count == 2, tokens.isAny(run.lowerBound, .direction), text.isUncommon(run.lowerBound + 1),
      !text.isAllCapitals(run.lowerBound + 1), !tokens.text(run.lowerBound + 1).hasSuffix("ans")
    {
      votes.place += 2
    }
    // "Peel Hunt": several capitals that nobody is called by.
    let words = run.filter { tokens.isWord($0) && tokens.isCapital($0) }
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
    return votes
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
      if tokens.numeral(next + 1) != nil, tokens.isSymbol(next + 2, ",") { votes.person += 3 }
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
    if tokens.isKey(next, .who) { votes.person += 2 }
    if tokens.isSymbol(next, ","), tokens.isKey(next + 1, .which) { votes.org += 1 }
    if tokens.isAny(next, [.verb, .future, .auxiliary]), text.isFirst(run.lowerBound, in: sentence) { votes.org += 1 }
    if tokens.isAny(next, .placeNoun) || tokens.isAny(next, .smallPlaceHead) { votes.place += 2 }
    if ["residents", "villagers", "townspeople"].contains(tokens.entry(next).spelling) { votes.place += 2 }
    if tokens.isKey(next, .and) || tokens.isSymbol(next, ",") {
      neighbour(kinds.beginning(at: next + 1), run, &votes)
    }
  }

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
  private static let staff: WordList = ["staff"]
  private static let papers: WordList = ["newspaper", "magazine", "daily", "weekly", "broadcaster", "newspapers"]
  private static let news: WordList = ["news", "press", "wire"]
  private static let agencies: WordList = ["agency", "agencies", "service"]
  private static let givers: WordList = ["awarded", "sold", "paid", "granted", "leased", "let", "given"]
  private static let credits: WordList = [
    "reporting", "photo", "photograph", "photographs", "words", "story", "interview",
  ]
}
