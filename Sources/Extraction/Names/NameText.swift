/// The tokens of a document, with what the table of names knows of each capitalised word.
///
/// Words are looked up once; the rules then ask by index.
struct NameText {
  let tokens: Tokens
  private let lower: Int
  private let known: [NameMarks]

  /// `marks` is what the table knows of the tokens of the whole file.
  init(_ tokens: Tokens, _ range: Range<Int>, marks: [NameMarks]) {
    self.tokens = tokens
    lower = range.lowerBound
    let functionWords = Self.functionWords
    known = range.map { tokens.isAny($0, functionWords) ? [] : marks[$0] }
  }

  /// What the table knows of a capitalised word; nothing of any other token.
  func marks(_ i: Int) -> NameMarks { i >= lower && i - lower < known.count ? known[i - lower] : [] }

  private static let functionWords: WordClass = [.determiner, .pronoun, .conjunction, .auxiliary]
  private static let givenMonths: WordList = ["may", "april", "june", "august"]
  /// Months that are surnames rather than given names.
  private static let surnameMonths: WordList = ["march"]

  /// The document's tokens.
  var range: Range<Int> { lower..<lower + known.count }

  /// The document's words with a capital.
  var capitals: TokenBits.Places { tokens.capitals.places(in: range) }

  // MARK: Words

  /// A word with a capital.
  @inline(__always) func isCapital(_ i: Int) -> Bool { tokens.isCapital(i) }

  /// Two letters or more, all of them capitals.
  func isAllCapitals(_ i: Int) -> Bool { i >= 0 && i < tokens.count && tokens.flags[i].contains(.allCapitals) }

  /// Letters that numbers, hyphens or signs join to more: `233BA`, `ESF+`, `VTT-6`.
  func isPartOfCode(_ i: Int) -> Bool {
    if i > 0, !tokens.isSpaced(i), tokens.kinds[i - 1] == .number { return true }
    let next = i + 1
    guard next < tokens.count, !tokens.isSpaced(next) else { return false }
    return tokens.kinds[next] == .number || tokens.isSymbol(next, "+") || tokens.isSymbol(next, "'")
      || tokens.isHyphen(next) && next + 1 < tokens.count && !tokens.isSpaced(next + 1)
        && (tokens.kinds[next + 1] == .number || tokens.isCapital(next + 1))
  }

  func endsWithS(_ i: Int) -> Bool { i >= 0 && tokens.bytes[tokens.upper(i) - 1] == UInt8(ascii: "s") }

  func width(_ i: Int) -> Int { tokens.upper(i) - tokens.lower(i) }

  /// `J`, `J.`: one letter.
  func isInitial(_ i: Int) -> Bool {
    isCapital(i) && (width(i) == 1 || tokens.flags[i].contains(.isDotted) && width(i) <= 6)
  }

  /// `A.` of "A. R. Hollis", which is no article.
  func isLeadingInitial(_ i: Int) -> Bool {
    guard isCapital(i), width(i) == 1, i + 2 < tokens.count, tokens.isSymbol(i + 1, "."), !tokens.isSpaced(i + 1)
    else { return false }
    return isCapital(i + 2) && tokens.isSpaced(i + 2)
      && (isInitial(i + 2) || marks(i + 2).contains(.surname) || !isEveryday(i + 2))
  }

  /// `May` of "Judge Alison May" or "Attorney May Lindgren": a month's name between the words of a name, no day beside it.
  func isMonthInName(_ i: Int) -> Bool {
    guard isCapital(i), tokens.isAny(i, .month), tokens.numeral(i - 1) == nil, tokens.numeral(i + 1) == nil else {
      return false
    }
    // "Luke March, who chairs it"
    if tokens.isAny(i, Self.surnameMonths) {
      return tokens.isSpaced(i) && isCapital(i - 1) && isGiven(i - 1)
        && (tokens.isSymbol(i + 1, ",") || tokens.isAny(i + 1, .verb)) && !tokens.isAny(i - 1, .preposition)
        && tokens.numeral(i + 2) == nil
    }
    guard tokens.isAny(i, Self.givenMonths) else { return false }
    if tokens.isSpaced(i), isCapital(i - 1), tokens.isAny(i - 1, .firstName) || marks(i - 1).contains(.given),
      !tokens.isAny(i - 1, .preposition)
    {
      return true
    }
    guard isCapital(i + 1), tokens.isSpaced(i + 1) else { return false }
    if isCapital(i - 1), tokens.isAny(i - 1, [.office, .title]) { return true }
    // "said May Lindgren": a surname and nothing else follows, and nothing before it leads to a date.
    let isDated = tokens.isAny(i - 1, .preposition) && !tokens.isKey(i - 1, .with) && !tokens.isKey(i - 1, .for)
    return !isDated && !tokens.isAny(i - 1, [.determiner, .adverb])
      && !isAllCapitals(i + 1) && isUncommon(i + 1) && !isHead(i + 1) && marks(i + 1).isDisjoint(with: .place)
      && Gazetteer.shared.match(at: i + 1, in: tokens, limit: i + 2) == nil
  }

  /// An everyday word of English; numbers, months and the like count.
  func isEveryday(_ i: Int) -> Bool {
    marks(i).contains(.word) || tokens.isAny(i, [.month, .weekday, .preposition, .determiner, .pronoun, .conjunction])
  }

  /// A word that no list of everyday words has.
  func isUncommon(_ i: Int) -> Bool { !isEveryday(i) && !tokens.isAny(i, .demonym) }

  func isGiven(_ i: Int) -> Bool {
    tokens.isAny(i, .firstName) || marks(i).contains(.given) && !tokens.isAny(i, .demonym)
  }

  /// The head of a body's, programme's, law's, event's or place's name.
  func isHead(_ i: Int) -> Bool {
    tokens.isAny(i, [.orgHead, .programmeHead, .lawHead, .eventHead, .placeHead])
  }

  /// Whether a word begins a sentence, a quotation or a list item, so that its capital says little.
  func isFirst(_ i: Int, in sentence: Range<Int>) -> Bool {
    var before = i - 1
    while before >= sentence.lowerBound, tokens.kinds[before] != .word {
      if tokens.isSymbol(before, ":") || tokens.isSymbol(before, "\u{201C}") || tokens.isSymbol(before, "\"") {
        return true
      }
      if tokens.kinds[before] == .clitic || tokens.numeral(before) != nil || tokens.isSymbol(before, ",")
        || tokens.isDash(before)
      {
        return false
      }
      before -= 1
    }
    return before < sentence.lowerBound
  }
}
