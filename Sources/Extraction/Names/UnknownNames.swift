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

  /// `known` are the names found so far, in text order; the new ones overlap none of them.
  ///
  /// Two rounds: in the second, names of the first tell of their neighbours in lists.
  func names(
    in document: DocumentPart, _ styles: [NameReader.Style], known: [NameAnnotator.Found], acronyms: [AcronymRow]
  ) -> [NameAnnotator.Found] {
    let runs = named(runs(in: document, styles, known: known), apartFrom: Set(acronyms.map(\.short)))
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
          i = tokens.capitals.next(from: i + 1, to: end)
          continue
        }
        if run.count > 1 || !isPart(i) { runs.append((index, run)) }
        i = run.upperBound
      }
    }
    return runs
  }

  /// A run of capitals that may be a name.
  private struct Run {
    var sentence: Int
    var tokens: Range<Int>
    var name: String
    /// The same for all runs of one name; numbers count from 0.
    var number: Int
  }

  private func named(_ runs: [(sentence: Int, tokens: Range<Int>)], apartFrom explained: Set<String>) -> [Run] {
    var numbers = [String: Int](minimumCapacity: runs.count)
    var named: [Run] = []
    named.reserveCapacity(runs.count)
    for (sentence, tokens) in runs {
      let name = self.tokens.line(tokens)
      if explained.contains(name) { continue }
      let number = numbers[name] ?? numbers.count
      if number == numbers.count { numbers[name] = number }
      named.append(Run(sentence: sentence, tokens: tokens, name: name, number: number))
    }
    return named
  }

  /// The runs whose kind the votes of all their mentions tell, in text order.
  private func decided(_ runs: [Run], _ document: DocumentPart, _ kinds: Kinds) -> [NameAnnotator.Found] {
    // By the numbers of names, of which there are no more than runs.
    var tallies = [Tally?](repeating: nil, count: runs.count)
    for run in runs {
      let sentence = document.sentences[run.sentence].tokens
      var votes = votes(for: run.tokens, in: sentence, kinds)
      votes.isCertain = isCertain(run.tokens, in: sentence)
      var tally = tallies[run.number] ?? Tally(known: kinds.ofName(run.name))
      tally.add(votes)
      tallies[run.number] = tally
    }
    return runs.compactMap { run in
      tallies[run.number]?.kind.map {
        FoundName(run.sentence, NameReading(tokens: run.tokens, kind: $0, name: run.name, countryCode: nil))
      }
    }
  }

  /// The kinds of names by the token that they begin and end with, and by their words.
  struct Kinds {
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
      var words = SplitName()
      for place in names.indices {
        let tokens = names[place].name.tokens
        guard tokens.lowerBound >= lower, tokens.upperBound <= lower + byFirst.count else { continue }
        let kind = names[place].name.kind
        byFirst[tokens.lowerBound - lower] = kind
        byLast[tokens.upperBound - 1 - lower] = kind
        let name = names[place].name.name
        let known = byName[name]
        if known == nil { byName[name] = kind }
        // Of somebody who is known as a person the surname is known as well.
        if kind == .person, known != .person {
          words.read(name)
          if words.count > 0 { surnames.insert(words.text(words.count - 1)) }
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
      tokens.isSpaced(i) || !tokens.isSymbol(i - 1, "#") && !tokens.isHyphen(i - 1),
      text.width(i) >= 3 || text.width(i) == 2 && text.isCapital(i + 1),
      reader.canStart(i, in: sentence), !tokens.isAny(i, [.month, .weekday, .demonym, .title, .office, .holiday]),
      !tokens.isAny(i - 1, .demonym), !tokens.isAny(i, .plainAbbreviation), !tokens.flags[i].contains(.isDotted),
      !text.isAllCapitals(i) || !tokens.isAny(i, [.postNominal, .currencyCode])
    else { return nil }
    let run = reader.capitals(from: i, limit: limit)
    let count = reader.words(run)
    guard count <= 4, !reader.isVessel(i, in: sentence),
      !run.contains(where: {
        tokens.isWord($0)
          && (!tokens.flags[$0].isDisjoint(with: [.hasDigit, .isDotted]) || isOther($0)
            || count < 3 && text.width($0) < 2)
      })
    else {
      return nil
    }
    let last = run.last(where: tokens.isWord) ?? i
    if count > 1, tokens.isAny(last, Self.things) || isPeople(last) { return nil }
    // "Sri Lankan Naval"
    if run.dropFirst().contains(where: { tokens.isAny($0, .demonym) && text.marks($0).isDisjoint(with: .surname) }) {
      return nil
    }
    // "Norveg Malta"
    if count == 2, text.marks(last).isDisjoint(with: [.surname, .given]),
      let known = Gazetteer.shared.match(at: last, in: tokens, limit: last + 1), known.name.kind != .org
    {
      return nil
    }
    // "the Minister for Tackling Fraud said"
    if tokens.isKey(i - 1, .for), tokens.isAny(i - 2, .office), text.isCapital(i - 2), text.isEveryday(i) { return nil }
    // "Minister for Ports, Quay Safety and Tidal Affairs"
    if run.allSatisfy({ !tokens.isWord($0) || text.isEveryday($0) }), reader.isInPortfolio(i, sentence) { return nil }
    if reader.isCharge(i, in: sentence) { return nil }
    // "an Executive Engineer", "Class A", "Article 12"
    if tokens.isAny(i - 1, .determiner), !tokens.isKey(i - 1, .the) { return nil }
    if tokens.numeral(run.upperBound) != nil || tokens.isHyphen(run.upperBound) { return nil }
    // "Nuku’alofa", "Hoek van Holland"
    let next = run.upperBound
    if next < tokens.count, tokens.kinds[next] == .clitic, !tokens.isKey(next, .s) { return nil }
    if tokens.isAny(next, .particle), !tokens.isCapital(next), text.isCapital(next + 1) { return nil }
    if count == 1, text.isHead(i) || reader.isState(i) { return nil }
    if text.isFirst(i, in: sentence)
      || tokens.kinds[max(0, i - 1)] == .symbol && !tokens.isSymbol(i - 1, ",") && !tokens.isSymbol(i - 1, "(")
    {
      if count == 1, hasEnglishEnd(i) { return nil }
      return run.allSatisfy { !tokens.isWord($0) || text.isUncommon($0) && tokens.details[$0] == 0 } ? run : nil
    }
    return count == 1 && !text.isUncommon(i) ? nil : run
  }

  /// Heads of illnesses, works and goods, which are none of the kinds of names.
  private static let things: WordList = [
    "syndrome", "disease", "disorder", "virus", "fever", "bacteria", "symphony", "concerto", "sonata", "rhapsody",
    "overture", "podcast", "album", "song", "trophy", "medal", "prize", "award", "edition", "theorem", "equation",
    "cocktail",
    "sauce", "cheese", "beer", "whisky", "whiskey", "variant", "strain", "receipts", "algorithm", "effect",
    "report", "reports", "survey", "surveys", "census", "visas", "handbook", "manual", "certificate", "certificates",
    "guidelines", "questionnaire", "case", "cases", "matrix", "imprisonment", "diarrhoea", "diarrhea", "cholera",
    "patents", "infection", "infections", "index", "niño", "niña",
  ]

  /// Two words or more inside a sentence, one of which no list has.
  private func isCertain(_ run: Range<Int>, in sentence: Range<Int>) -> Bool {
    if reader.words(run) == 1 { return isBareShortForm(run.lowerBound, in: sentence) }
    let words = run.filter { tokens.isWord($0) }
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
      !tokens.isHyphen(i - 1), !tokens.isSymbol(i - 1, "/"), !tokens.isSymbol(i + 1, "/"), !text.isPartOfCode(i),
      // "(TSX: QWHL)"
      !(tokens.isSymbol(i - 1, ":") && tokens.isSymbol(i + 1, ")"))
    else { return false }
    let next = i + 1
    // "MOHU has", "teams from ALIMA", "the police, ASAE", not "it includes MTAWE", "under GNI"
    let before = i - 1
    let isActing =
      i == sentence.lowerBound || !tokens.isWord(before) || tokens.isKey(before, .the) || tokens.isKey(before, .that)
      || tokens.isKey(before, .by) || tokens.isKey(before, .from) || tokens.isKey(before, .with)
      || tokens.isKey(before, .at) || tokens.isKey(before, .and) || tokens.isKey(before, .or)
      || tokens.isAny(before, .demonym)
      || tokens.isAny(next, [.auxiliary, .speech])
    guard isActing else { return false }
    return next >= sentence.upperBound || !tokens.isWord(next)
      || tokens.isAny(next, WordClass.phraseEnd) || tokens.isAny(next, .speech)
  }

  private func isOther(_ i: Int) -> Bool {
    tokens.isAny(i, [.office, .title, .month, .weekday, .postNominal]) && text.isEveryday(i)
  }
}
