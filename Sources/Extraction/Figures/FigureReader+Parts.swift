import IbidTypes

/// Counts that lean on another number or on a noun said before: `three of its nine depots`, `the other seven were`.
extension FigureReader {
  /// `three of its nine depots`, `seven of the eleven`, `12 out of 2,300`: so many of a number that is given beside them and is
  /// a figure of its own; both count the noun behind it.
  func partOfCount(_ part: NumberReading, in sentence: Range<Int>) -> FigureReading? {
    let limit = sentence.upperBound
    var at = part.tokens.upperBound
    if tokens.isKey(at, .out) { at += 1 }
    guard tokens.isKey(at, .of), at + 1 < limit, let value = part.value, value > .one else { return nil }
    at += 1
    if tokens.isAny(at, .determiner) { at += 1 }
    guard let whole = numbers.number(at: at, limit: limit).map({ scaledIfCounting($0, in: sentence) }), !whole.isVague,
      let all = whole.value, value < all,
      case let end = whole.tokens.upperBound, percent(at: end, limit: limit) == nil
    else { return nil }
    let nouns = phrases.counted(at: end, limit: limit)
    return FigureReading(
      tokens: part.tokens, number: part.tokens, ends: Ends(value), unit: nouns.map { tokens.line($0) } ?? "",
      subject: nouns, lower: part.tokens.lowerBound)
  }

  /// The time of "eight, nine and 12 years" and the nouns of "12, 30 and 45 buses", told once behind the last of several
  /// numbers.
  func listedUnit(after i: Int, limit: Int) -> (String, Range<Int>?)? {
    guard i + 2 < limit, tokens.isSymbol(i, ",") || tokens.isKey(i, .and) || tokens.isKey(i, .or) else { return nil }
    var at = i
    for _ in 0..<8 {
      var isLast = false
      if tokens.isSymbol(at, ",") { at += 1 }
      if tokens.isKey(at, .and) || tokens.isKey(at, .or) {
        isLast = true
        at += 1
      }
      guard at < limit, tokens.numeral(at) != nil || tokens.isAny(at, .cardinal),
        let number = numbers.number(at: at, limit: limit), !number.isVague
      else { return nil }
      at = number.tokens.upperBound
      if isLast {
        if tokens.isAny(at, .timeUnit) { return measureUnit(at: at, limit: limit).map { ($0.0, nil) } }
        return phrases.counted(at: at, limit: limit).map { (tokens.line($0), $0) }
      }
      guard at + 1 < limit, tokens.isSymbol(at, ",") || tokens.isKey(at, .and) || tokens.isKey(at, .or) else {
        return nil
      }
    }
    return nil
  }

  /// What "from 4.1 to 4.6 per cent" and "from 12 to 15 boats" say once, of the first of two values.
  func unitOfChange(_ i: Int, _ end: Int, in sentence: Range<Int>) -> (String, Range<Int>?)? {
    let limit = sentence.upperBound
    guard i - 1 > sentence.lowerBound, tokens.isKey(i - 1, .from), tokens.isKey(end, .to), end + 1 < limit,
      isMoved(before: i - 1, in: sentence), let second = numbers.number(at: end + 1, limit: limit), !second.isVague,
      case let next = second.tokens.upperBound
    else { return nil }
    if let (unit, _) = percent(at: next, limit: limit) ?? measureUnit(at: next, limit: limit) { return (unit, nil) }
    return phrases.counted(at: next, limit: limit).map { (tokens.line($0), $0) }
  }

  /// "In 2019, 12 and 20 years later": a year and no count.
  func isYearLike(_ number: Range<Int>) -> Bool {
    guard let numeral = tokens.numeral(number.lowerBound) else { return false }
    return numeral.digits == 4 && !numeral.isGrouped
  }

  /// An opening mark and a small word: what is counted is quoted.
  func isQuotedNoun(_ i: Int, limit: Int) -> Bool {
    guard i + 2 < limit, tokens.kinds[i] == .symbol, tokens.details[i] == 0x201C || tokens.details[i] == 0x22,
      tokens.isSpaced(i), tokens.isWord(i + 1), !tokens.isSpaced(i + 1)
    else { return false }
    return !tokens.isCapital(i + 1) && !tokens.isAny(i + 1, [.pronoun, .auxiliary, .conjunction])
  }

  /// "six from the coalition and eleven from the opposition", "12 from Orrow, 8 from Dell": where the counted come from.
  private func isOrigin(_ number: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (i, end) = (number.lowerBound, number.upperBound)
    guard end + 1 < sentence.upperBound, tokens.isKey(end, .from),
      tokens.isKey(end + 1, .the) || tokens.isCapital(end + 1) && !tokens.isAny(end + 1, [.month, .weekday]),
      !tokens.isKey(i, .one), !isYearLike(number)
    else { return false }
    if i == sentence.lowerBound { return true }
    let before = i - 1
    return tokens.isKey(before, .and) || tokens.isKey(before, .including) || tokens.isSymbol(before, ",")
      || tokens.isSymbol(before, ":") || tokens.isSymbol(before, "(")
  }

  /// A small number without its noun where the words around it say that something is counted.
  func standsAlone(_ number: Range<Int>, in sentence: Range<Int>) -> Bool {
    isAge(number, in: sentence) || isSubject(number, in: sentence) || isGroup(number, in: sentence)
      || isObject(number, in: sentence)
      || isListed(number, in: sentence) || isOrigin(number, in: sentence)
  }

  /// "Two were hurt, and nine had left", "Four jailed after raid", "the other seven remain".
  private func isSubject(_ number: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (i, end) = (number.lowerBound, number.upperBound)
    guard end < sentence.upperBound, tokens.isAny(i, .cardinal), !tokens.isKey(i, .one), tokens.isWord(end),
      !tokens.isCapital(end), tokens.isAny(end, [.auxiliary, .past, .verb]) || tokens.isAny(end, Self.outcomes)
    else { return false }
    if i == sentence.lowerBound { return true }
    let before = i - 1
    if tokens.kinds[before] == .symbol {
      return tokens.isSymbol(before, ",") || tokens.isSymbol(before, ";") || tokens.isSymbol(before, ":")
        || tokens.isDash(before) && tokens.isSpaced(before)
    }
    // "The two were late" tells of both, "the nine were late" how many were.
    if tokens.isKey(before, .the) { return !tokens.isKey(i, .two) }
    return tokens.isKey(before, .and) || tokens.isAny(before, Self.leads)
  }

  private static let leads: WordList = [
    "other", "another", "only", "just", "all", "these", "those", "further", "whom", "which", "but", "or",
  ]

  /// What becomes of people in headlines.
  static let outcomes = WordList(outcomeWords.split(separator: " ").map(String.init))
  static let outcomeWords =
    "jailed hurt fined hanged drowned remanded acquitted indicted extradited freed dismissed suspended honoured honored shot"

  /// "When I was nine we moved": the age of whoever the pronoun means.
  func isAge(_ number: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (i, end) = (number.lowerBound, number.upperBound)
    guard i - 2 >= sentence.lowerBound, tokens.isAny(i, .cardinal) || tokens.numeral(i)?.plain != nil,
      [.was, .am, .is, .be].contains(where: { tokens.isKey(i - 1, $0) }) || tokens.isAny(i - 1, Self.turns),
      tokens.isAny(i - 2, Self.somebody) || tokens.kinds[i - 2] == .clitic || tokens.isKey(i - 2, .will)
        || tokens.isKey(i - 2, .only)
    else { return false }
    return end >= sentence.upperBound || isClauseEnd(end) || tokens.isAny(end, .pronoun) || tokens.isKey(end, .so)
      || tokens.isKey(end, .now)
  }

  private static let turns: WordList = ["turned", "turns"]
  private static let somebody: WordList = ["i", "he", "she", "who"]

  /// `at age 19`, `now 55,`, `the former swimmer, 26, said`: digits or words that tell how old somebody is.
  func isAgeOfSomebody(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    let limit = sentence.upperBound
    if tokens.isKey(i - 1, .age), !tokens.isHyphen(end), phrases.counted(at: end, limit: min(limit, end + 2)) == nil {
      return true
    }
    let isSet = end >= limit || tokens.isSymbol(end, ",") || tokens.isSymbol(end, ";")
    // "Orrow, now 55, was"
    if tokens.isKey(i - 1, .now), tokens.isSymbol(i - 2, ","), isSet, tokens.numeral(i)?.digits == 2 { return true }
    guard tokens.numeral(i)?.digits == 2, tokens.numeral(i)?.plain != nil, i - 3 >= sentence.lowerBound,
      tokens.isSymbol(i - 1, ",")
    else { return false }
    if tokens.isSymbol(end, ","), end < limit, tokens.isAny(i - 2, [.personNoun, .office]), !phrases.isPlural(i - 2) {
      return true
    }
    // "Ann Lee Jr., 50, will"
    return isSet && tokens.isSymbol(i - 2, ".") && tokens.isAny(i - 3, Self.juniors)
  }

  /// `31` of "aged 23 and 31", "ages 4, 7 and 9".
  func isAgedList(_ i: Int, in sentence: Range<Int>) -> Bool {
    guard tokens.numeral(i)?.plain != nil else { return false }
    var at = i - 1
    let first = max(sentence.lowerBound, i - 8)
    while at > first {
      if tokens.isSymbol(at, ","), tokens.numeral(at - 1) != nil {
        at -= 2
      } else if tokens.isKey(at, .and), tokens.numeral(at - 1) != nil {
        at -= 2
      } else if tokens.isKey(at, .and), tokens.isSymbol(at - 1, ","), tokens.numeral(at - 2) != nil {
        at -= 3
      } else {
        break
      }
    }
    return at < i - 1 && at >= sentence.lowerBound
      && (tokens.isKey(at, .aged) || tokens.isKey(at, .age) || tokens.isAny(at, Self.plurals))
  }

  private static let plurals: WordList = ["ages"]
  private static let juniors: WordList = ["jr", "sr"]

  /// `a family of four`, `teams of five`, `mother of three`
  func isGroup(_ number: Range<Int>, in sentence: Range<Int>) -> Bool {
    number.lowerBound - 2 >= sentence.lowerBound && tokens.isKey(number.lowerBound - 1, .of)
      && tokens.isAny(number.lowerBound - 2, Self.groups)
  }

  private static let groups = WordList(groupWords.split(separator: " ").map(String.init))
  static let groupWords =
    "family families committee committees crew crews team teams panel panels group groups gang household households mother father mum dad party parties squad board jury couple trio"

  /// "turned down three.", "gave them nine", "instead of two,": what a verb is about, at the end of its clause.
  private func isObject(_ number: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (i, end) = (number.lowerBound, number.upperBound)
    guard i > sentence.lowerBound, tokens.isAny(i, .cardinal), !tokens.isKey(i, .one), !tokens.isCapital(i) else {
      return false
    }
    let before = i - 1
    guard tokens.isWord(before) else { return false }
    let isCompared = tokens.isAny(before, Self.comparing) && tokens.isKey(end, .in)
    // "killing all six aboard", "just three in the north"
    let isPlaced =
      tokens.isAny(end, Self.aboard)
      || (tokens.isKey(before, .just) || tokens.isKey(before, .only) || tokens.isKey(before, .including))
        && tokens.isAny(end, .preposition)
    if isPlaced, tokens.isKey(before, .including) || tokens.isAny(before, Self.objectLeads) { return true }
    guard end >= sentence.upperBound || isClauseEnd(end) || isCompared else { return false }
    // "fewer than ten", "up to twelve", but "at about nine"
    let around = self.bounds.bounds(around: number, in: sentence)
    if !around.bounds.isEmpty, around.tokens.lowerBound < i {
      return !tokens.isAny(around.tokens.lowerBound - 1, Self.hours)
    }
    if tokens.isKey(before, .of) { return tokens.isAny(before - 1, Self.instead) }
    return tokens.isAny(before, Self.objectLeads)
      || tokens.isAny(before, [.verb, .past]) && !tokens.isAny(before, Self.turning)
        && !tokens.isAny(before, .auxiliary)
  }

  /// "compared with four in May", "against six in the year before"
  private static let comparing: WordList = ["with", "against"]

  /// What stands before an hour of the day.
  private static let hours: WordList = ["at", "by", "until", "till", "after", "before", "since", "from", "past", "to"]
  private static let aboard: WordList = ["aboard", "dead", "missing"]
  private static let instead: WordList = ["instead"]
  private static let turning: WordList = ["turned", "turns", "start", "starts", "started", "opens", "opened", "closed"]
  private static let objectLeads: WordList = [
    "not", "only", "just", "another", "other", "us", "them", "him", "her", "me", "down", "against", "than", "with",
    "remaining", "all", "kept", "gave", "sent", "turned",
  ]

  func isClauseEnd(_ i: Int) -> Bool {
    if tokens.isWord(i) { return tokens.isKey(i, .and) || tokens.isKey(i, .but) || tokens.isKey(i, .or) }
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x2C, 0x2E, 0x3B, 0x21, 0x3F, 0x29, 0x22, 0x201D, 0x2019, 0x2014: return true
    default: return false
    }
  }

  /// `(14 in Brest, 5 in Lorient and 1 in Vannes)`, `voted 11 to 4`, `4 in favour, 1 opposed`: small digits in a list of counts.
  private func isListed(_ number: Range<Int>, in sentence: Range<Int>) -> Bool {
    let (i, end) = (number.lowerBound, number.upperBound)
    guard i > sentence.lowerBound, number.count == 1, tokens.numeral(i)?.plain != nil else { return false }
    let before = i - 1
    if end < sentence.upperBound,
      tokens.isAny(end, Self.votes) || tokens.isKey(end, .in) && tokens.isAny(end + 1, Self.votes)
    {
      return isVote(before: i, in: sentence)
    }
    if before > sentence.lowerBound, tokens.isKey(before, .to), tokens.numeral(before - 1) != nil {
      return isVote(before: before - 1, in: sentence)
    }
    let isOpen = tokens.isSymbol(before, "(")
    guard isOpen || tokens.isSymbol(before, ",") || tokens.isKey(before, .and), end + 1 < sentence.upperBound,
      tokens.isKey(end, .in) || tokens.isKey(end, .from), tokens.isCapital(end + 1) || tokens.isKey(end + 1, .the)
    else { return false }
    if isOpen { return true }
    for at in stride(from: before, through: max(sentence.lowerBound, i - 9), by: -1) where tokens.numeral(at) != nil {
      return tokens.details[at + 1] == tokens.details[end] && tokens.isWord(at + 1)
    }
    return false
  }

  private func isVote(before i: Int, in sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, i - 12)..<i).contains { tokens.isAny($0, Self.voting) }
  }

  private static let votes: WordList = ["favour", "favor", "against", "opposed", "abstained", "abstaining", "absent"]
  private static let voting: WordList = ["vote", "votes", "voted", "voting", "ballot", "motion"]
  static let voteWords =
    "favour favor opposed abstained abstaining absent vote votes voted voting ballot instead remaining"

  /// `nine reports`, `12 calls`: a word that is a verb elsewhere; behind more than one no verb ends in -s.
  func isCountedVerb(_ i: Int, limit: Int) -> Bool {
    guard i < limit, tokens.isWord(i), tokens.isSpaced(i), !tokens.isCapital(i), tokens.isAny(i, .verb),
      tokens.upper(i) - tokens.lower(i) >= 4, !tokens.isAny(i, .speech) || tokens.isAny(i, .doubtfulSpeech)
    else { return false }
    let (last, before) = (tokens.bytes[tokens.upper(i) - 1] | 0x20, tokens.bytes[tokens.upper(i) - 2] | 0x20)
    return last == UInt8(ascii: "s") && before != UInt8(ascii: "s") && before != UInt8(ascii: "u")
  }
}
