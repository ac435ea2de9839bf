import IbidTypes

/// Dates counted from one that the text has just given: `a year earlier`, `the following day`, `the previous month`.
extension DateReader {
  func anchored(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    let limit = sentence.upperBound
    if let same = same(at: i, in: sentence) { return same }
    if let counted = duration(at: i, limit: limit).flatMap({ fromLast($0, from: i, limit: limit) }) { return counted }
    if let same = sameUnit(at: i, limit: limit) { return same }
    guard tokens.isKey(i, .the), i + 2 < limit else { return nil }
    // "the year before", "the day after"
    if let grain = unit(i + 1), !tokens.isKey(i + 2, .earlier), !tokens.isKey(i + 2, .later),
      let sign = direction(ofCounted: i + 2, limit: limit)
    {
      return DatePoint(tokens: i..<i + 3, form: .fromLast(.offset(grain, sign)))
    }
    return neighbour(at: i, limit: limit)
  }

  /// `a year earlier`, `three days later`
  func fromLast(_ long: (Int, Grain, Int), from i: Int, limit: Int) -> DatePoint? {
    let (count, grain, end) = long
    guard count > 0, grain >= .day, end < limit, let sign = direction(ofCounted: end, limit: limit) else { return nil }
    return DatePoint(tokens: i..<end + 1, form: .shifted(grain, sign * count))
  }

  /// `the same quarter a year earlier`, `the same month last year`, `the same period of 2023`.
  private func same(at i: Int, in sentence: Range<Int>) -> DatePoint? {
    guard tokens.isKey(i, .the), tokens.isKey(i + 1, .same), i + 3 < sentence.upperBound,
      tokens.isAny(i + 2, .timeUnit) || ["period", "time", "point"].contains(tokens.entry(i + 2).spelling)
    else { return nil }
    let next = i + 3
    if !tokens.isKey(next, .the), let rest = anchored(at: next, in: sentence), case .shifted = rest.form {
      return rest.from(i)
    }
    if let (year, end) = yearTail(at: tokens.isKey(next, .in) ? next + 1 : next, in: sentence) {
      return DatePoint(tokens: i..<end, form: .sameIn(year, unit(i + 2)))
    }
    guard tokens.isKey(next, .a), tokens.isKey(next + 1, .year), tokens.isKey(next + 2, .ago) else { return nil }
    return DatePoint(tokens: i..<next + 3, form: .shifted(.year, -1))
  }

  /// `that quarter`, `the same year`, `the same summer`: the one that the last date lies in.
  private func sameUnit(at i: Int, limit: Int) -> DatePoint? {
    let at = tokens.isKey(i, .that) ? i + 1 : tokens.isKey(i, .the) && tokens.isKey(i + 1, .same) ? i + 2 : i
    guard at > i, at < limit, tokens.isWord(at), !tokens.isCapital(at),
      at + 1 >= limit || tokens.kinds[at + 1] == .symbol && !tokens.isHyphen(at + 1)
        || tokens.isKey(at + 1, .and) || tokens.isKey(at + 1, .but) || tokens.isKey(at + 1, .to)
    else { return nil }
    if let grain = unit(at), grain == .year || grain == .quarter || at == i + 2 {
      return DatePoint(tokens: i..<at + 1, form: .fromLast(.offset(grain, 0)))
    }
    guard at == i + 2, let season = seasonNumber(at) else { return nil }
    return DatePoint(tokens: i..<at + 1, form: .fromLast(.season(season, year: nil, direction: 0)))
  }

  /// `the previous year`, `the following Monday`, `the next day`.
  private func neighbour(at i: Int, limit: Int) -> DatePoint? {
    let at = i + 1
    let isBefore = tokens.isKey(at, .previous) || tokens.isKey(at, .prior) || tokens.isKey(at, .preceding)
    let isNext = tokens.isKey(at, .next)
    guard isBefore || isNext || tokens.isKey(at, .following) else { return nil }
    let direction = isBefore ? -1 : 1
    let next = at + 1
    func found(_ end: Int, _ form: DatePoint.Form) -> DatePoint {
      DatePoint(tokens: i..<end, form: .fromLast(form))
    }
    if dayPart(next) != nil { return found(next + 1, .offset(.day, direction)) }
    if let grain = unit(next) {
      // "the next year" is a stretch from today, "the next day" is told of.
      return isNext && grain != .day ? nil : found(next + 1, .offset(grain, direction))
    }
    if tokens.isKey(next, .financial) || tokens.isKey(next, .fiscal), unit(next + 1) == .year, !isNext {
      return found(next + 2, .offset(.year, direction))
    }
    guard !isNext else { return nil }
    if tokens.isAny(next, .weekday), tokens.isCapital(next) {
      return found(next + 1, .weekday(Int(tokens.entry(next).weekday), direction: direction))
    }
    if let month = month(next, limit: limit) { return found(next + 1, .namedMonth(month, direction: direction)) }
    return seasonNumber(next).map { found(next + 1, .season($0, year: nil, direction: direction)) }
  }

  /// The grain of a unit of a day or more in the singular.
  private func unit(_ i: Int) -> Grain? {
    guard tokens.isAny(i, .timeUnit), tokens.bytes[tokens.upper(i) - 1] | 0x20 != UInt8(ascii: "s") else { return nil }
    return Self.grain(tokens.entry(i).unit).flatMap { $0 >= .day ? $0 : nil }
  }

  /// `earlier` and `before` count back, `later` and `after` on; not "earlier than", not "the day before the vote".
  private func direction(ofCounted i: Int, limit: Int) -> Int? {
    let isBack = tokens.isKey(i, .earlier) || tokens.isKey(i, .before)
    guard isBack || tokens.isKey(i, .later) || tokens.isKey(i, .after) else { return nil }
    let next = i + 1
    guard next < limit, tokens.kinds[next] != .symbol, tokens.kinds[next] != .clitic else { return isBack ? -1 : 1 }
    if tokens.isKey(i, .earlier) || tokens.isKey(i, .later) { return tokens.isKey(next, .than) ? nil : isBack ? -1 : 1 }
    // "before" and "after" end their clause.
    let isEnd =
      tokens.isKey(next, .and) || tokens.isKey(next, .but) || tokens.isKey(next, .when)
      || tokens.isAny(next, .auxiliary)
    return isEnd ? (isBack ? -1 : 1) : nil
  }

  /// `two weeks’ time` behind "in": so many units from the day of the text.
  func time(_ long: (Int, Grain, Int), from i: Int, in sentence: Range<Int>) -> DatePoint? {
    let (count, grain, end) = long
    guard i > sentence.lowerBound, tokens.isKey(i - 1, .in), count > 0, grain >= .day, end + 1 < sentence.upperBound,
      tokens.isSymbol(end, "\u{2019}") || tokens.isSymbol(end, "'") || tokens.kinds[end] == .clitic,
      tokens.isKey(end + 1, .time)
    else { return nil }
    return DatePoint(tokens: i..<end + 2, form: .offset(grain, count))
  }
}
