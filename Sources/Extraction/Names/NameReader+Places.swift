/// Cities and regions from the table, and unknown places by the words beside them.
extension NameReader {
  struct CityReading {
    var reading: NameReading
    /// The table alone says so; otherwise a cue in the text does.
    var isCertain: Bool
  }

  /// The longest name of the table at a token: `San Marcos`, `Aix-en-Provence`. A name that is also a word, a given name or a
  /// surname, or that stands in a longer run of capitals, needs a cue.
  func city(at i: Int, in sentence: Range<Int>, _ style: Style) -> CityReading? {
    let limit = sentence.upperBound
    let marks = text.marks(i)
    guard marks.contains(.continues) || !marks.isDisjoint(with: .place), !text.isAllCapitals(i) || text.width(i) >= 5
    else { return nil }
    guard let (entry, upper) = longestEntry(at: i, limit: limit) else { return nil }
    let range = i..<upper
    var reading = reading(range, .place)
    reading.name = NameTable.shared.name(of: entry)
    reading.countryCode = NameTable.shared.country(of: entry)
    let isAlone = isAlone(range, in: sentence)
    if hasRegionBehind(upper, limit: limit),
      upper - i > 1 || !text.isFirst(i, in: sentence) || !entry.marks.contains(.word)
    {
      return CityReading(reading: reading, isCertain: true)
    }
    if !isAlone { return nil }
    if !entry.marks.contains(.doubtful), upper - i > 1 || entry.size >= 5 || !style.isTitleCase {
      let isCued =
        isPlaceCue(before: i, in: sentence) || entry.size >= 5 || upper - i > 1 || !entry.marks.contains(.surname)
      return CityReading(reading: reading, isCertain: isCued)
    }
    if isDateline(upper, i, in: sentence) { return CityReading(reading: reading, isCertain: true) }
    guard !style.isTitleCase, isPlaceCue(before: i, in: sentence),
      !entry.marks.contains(.word) || isStrongCue(before: i, in: sentence)
    else { return nil }
    return CityReading(reading: reading, isCertain: true)
  }

  /// `CLEVELAND (March 4)`, `Reading — `: the place at the head of a dispatch.
  private func isDateline(_ upper: Int, _ i: Int, in sentence: Range<Int>) -> Bool {
    guard i == sentence.lowerBound, upper < sentence.upperBound else { return false }
    return tokens.isDash(upper) && tokens.isSpaced(upper) || tokens.isSymbol(upper, "(") && text.isAllCapitals(i)
  }

  private func longestEntry(at i: Int, limit: Int) -> (NameTable.Entry, Int)? {
    var upper = i + 1
    if text.marks(i).contains(.continues) {
      while upper < limit, upper < i + 7,
        tokens.isWord(upper) || tokens.isHyphen(upper) || tokens.kinds[upper] == .clitic
      { upper += 1 }
    }
    while upper > i {
      let isWhole = upper >= limit || !tokens.isHyphen(upper)
      if isWhole, upper == i + 1 || text.isCapital(upper - 1),
        let entry = NameTable.shared.entry(i..<upper, in: tokens),
        !entry.marks.isDisjoint(with: .place)
      {
        return (entry, upper)
      }
      upper -= 1
    }
    return nil
  }

  /// Neither before nor behind is a capital that the name could be a part of.
  private func isAlone(_ range: Range<Int>, in sentence: Range<Int>) -> Bool {
    let before = range.lowerBound - 1
    if before >= sentence.lowerBound, text.isCapital(before), tokens.isSpaced(range.lowerBound),
      !tokens.isAny(before, [.preposition, .determiner, .conjunction, .adverb, .verb, .month, .weekday]),
      !tokens.isAny(before, [.direction, .noStart] as NameClass),
      !tokens.isAny(before, .demonym), Gazetteer.shared.match(at: before, in: tokens, limit: range.lowerBound) == nil
    {
      return false
    }
    if tokens.isHyphen(before), before > sentence.lowerBound, text.isCapital(before - 1) { return false }
    let next = range.upperBound
    guard next < sentence.upperBound, text.isCapital(next), tokens.isSpaced(next) else { return true }
    // "Munich Mayor Anna Berg", "London MP"
    return tokens.isAny(next, [.office, .title, .postNominal]) || tokens.isAny(next, [.month, .weekday])
      || tokens.isAny(next, [.conjunction, .preposition, .determiner, .pronoun]) || text.isHead(next)
  }

  /// `, Ohio`, `, TX`, `, Italy`, `(Italy)` behind a place.
  private func hasRegionBehind(_ upper: Int, limit: Int) -> Bool {
    guard upper + 1 < limit, tokens.isSymbol(upper, ",") || tokens.isSymbol(upper, "("), text.isCapital(upper + 1)
    else { return false }
    if let known = Gazetteer.shared.match(at: upper + 1, in: tokens, limit: limit) { return known.name.kind != .org }
    return text.marks(upper + 1).contains(.region) && !text.marks(upper + 1).contains(.given)
      || text.isAllCapitals(upper + 1) && text.width(upper + 1) == 2 && !tokens.isAny(upper + 1, .postNominal)
  }

  // MARK: Cues

  /// `in`, `near the town of`, `from northern` before a token.
  func isPlaceCue(before i: Int, in sentence: Range<Int>) -> Bool {
    var before = i - 1
    while before >= sentence.lowerBound, tokens.isAny(before, .direction) { before -= 1 }
    guard before >= sentence.lowerBound else { return false }
    if tokens.isAny(before, .placeCue) { return !(before > sentence.lowerBound && tokens.isAny(before - 1, .noPlace)) }
    if tokens.isKey(before, .of) { return before > sentence.lowerBound && tokens.isAny(before - 1, .placeNoun) }
    // "in Leeds and Reading", "Leeds, Reading and York"
    if tokens.isKey(before, .and) || tokens.isSymbol(before, ","), before > sentence.lowerBound,
      text.isCapital(before - 1)
    {
      return !text.marks(before - 1).isDisjoint(with: .place) && !text.marks(before - 1).contains(.given)
        && (isPlaceCue(before: before - 1, in: sentence) || !text.marks(before - 1).contains(.doubtful))
    }
    return tokens.isAny(before, .placeNoun) && !tokens.isCapital(before)
  }

  /// "in", "near", "at", "from", where even an everyday word with a capital is a place.
  private func isStrongCue(before i: Int, in sentence: Range<Int>) -> Bool {
    let before = i - 1
    guard before >= sentence.lowerBound else { return false }
    if tokens.isKey(before, .and), before > sentence.lowerBound {
      return text.marks(before - 1).contains(.city)
        && text.marks(before - 1).isDisjoint(with: [.doubtful, .given, .word])
    }
    return tokens.isKey(before, .in) || tokens.isKey(before, .near) || tokens.isKey(before, .of)
      || tokens.isKey(before, .from)
  }

  /// An unknown capital after "in" or "near", or one that a region follows: `near Tal Asquf`, `Milo, Maine`.
  func guessedPlace(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    guard !style.isTitleCase, !style.isHeading, !text.isEveryday(i), !text.isAllCapitals(i), !tokens.isAny(i, .demonym),
      !tokens.flags[i].contains(.hasDigit), i > sentence.lowerBound
    else { return nil }
    let run = capitals(from: i, limit: sentence.upperBound)
    guard run.count <= 3, (run.lowerBound..<run.upperBound).allSatisfy({ !tokens.isWord($0) || text.isUncommon($0) })
    else { return nil }
    var before = i - 1
    while before > sentence.lowerBound, tokens.isAny(before, .direction) { before -= 1 }
    let isIn = tokens.isKey(before, .in) || tokens.isKey(before, .near) || tokens.isKey(before, .outside)
    let isNoun = tokens.isKey(before, .of) && before > sentence.lowerBound && tokens.isAny(before - 1, .placeNoun)
    let isBad = before > sentence.lowerBound && tokens.isAny(before - 1, .noPlace)
    guard
      isIn && !isBad || isNoun
        || hasRegionBehind(run.upperBound, limit: sentence.upperBound) && isPlaceCue(before: i, in: sentence)
    else { return nil }
    let next = run.upperBound
    if next < sentence.upperBound, tokens.kinds[next] == .clitic { return nil }
    return reading(run, .place)
  }
}
