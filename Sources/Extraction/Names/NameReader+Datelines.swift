/// Places at the head of a dispatch and over a letter.
extension NameReader {
  /// `JOS (Newswire) —`, `Altdorf, 25.03.2025 –`: a place that no table of certain names has, at the head of a dispatch.
  func datelinePlace(at i: Int, in sentence: Range<Int>) -> NameReading? {
    guard i == sentence.lowerBound,
      !text.isEveryday(i) || !text.marks(i).isDisjoint(with: .place)
        || text.isAllCapitals(i) && longestEntry(at: i, limit: sentence.upperBound).map({ $0.1 > i + 1 }) ?? false,
      !tokens.isAny(i, [.month, .weekday, .title, .office]),
      !text.isGiven(i) || text.marks(i).contains(.city) || text.isAllCapitals(i),
      Gazetteer.shared.match(at: i, in: tokens, limit: sentence.upperBound) == nil
    else { return nil }
    var upper = i + 1
    while upper < min(sentence.upperBound, i + 3), text.isCapital(upper) { upper += 1 }
    let limit = min(sentence.upperBound, upper + (text.isAllCapitals(i) ? 16 : 9))
    // "MAE SOT, Thailand: They came back."
    if text.isAllCapitals(i), text.width(i) > 2, tokens.isSymbol(upper, ","), upper + 2 < limit,
      let known = Gazetteer.shared.match(at: upper + 1, in: tokens, limit: limit), known.name.kind != .org,
      tokens.isSymbol(known.upper, ":")
    {
      return reading(i..<upper, .place)
    }
    guard upper + 2 < limit, let dash = (upper..<limit).first(where: { tokens.isDash($0) && tokens.isSpaced($0) }),
      dash + 1 < sentence.upperBound, text.isCapital(dash + 1) || !tokens.isWord(dash + 1)
    else { return nil }
    let isAgency = tokens.isSymbol(upper, "(") && tokens.isSymbol(dash - 1, ")")
    let isDate =
      tokens.isSymbol(upper, ",") && !isRegionAndDash(upper, dash)
      && isDay(afterRegion(upper, dash)..<endOfDay(upper, dash))
    // "KLAMATH FALLS, Ore. –", "SAN FERNANDO –"
    let isShouted =
      text.isAllCapitals(i) && text.width(i) > 2
      && (i..<upper).allSatisfy { text.isAllCapitals($0) || text.width($0) < 3 }
      && (dash == upper || isRegionAndDash(upper, dash))
    guard isAgency || isDate || isShouted, isAgency || isShouted || upper == i + 1 || !text.isHead(upper - 1) else {
      return nil
    }
    if let (entry, end) = longestEntry(at: i, limit: sentence.upperBound), end == upper {
      return NameReading(
        tokens: i..<upper, kind: .place, name: NameTable.shared.name(of: entry),
        countryCode: NameTable.shared.country(of: entry))
    }
    return reading(i..<upper, .place)
  }

  /// Whether tokens tell a day and no more: `25.03.2025`, `March 5, 2024`.
  private func isDay(_ range: Range<Int>) -> Bool {
    range.allSatisfy {
      !tokens.isWord($0) || tokens.isAny($0, [.month, .weekday, .monthAbbreviation, .ordinalSuffix])
    } && range.contains { tokens.numeral($0) != nil || tokens.isAny($0, .month) }
  }

  /// The token behind `Kan.` of "TARN HARBOUR, Kan., March 5, 2024 – ", or behind the comma.
  private func afterRegion(_ comma: Int, _ dash: Int) -> Int {
    guard text.isCapital(comma + 1), Self.stateAbbreviations.contains(tokens.text(comma + 1)) else { return comma + 1 }
    let next = tokens.isSymbol(comma + 2, ".") ? comma + 3 : comma + 2
    return tokens.isSymbol(next, ",") && next + 1 < dash ? next + 1 : comma + 1
  }

  /// The bracket with the name of a wire before the dash, or the dash.
  private func endOfDay(_ comma: Int, _ dash: Int) -> Int {
    guard tokens.isSymbol(dash - 1, ")") else { return dash }
    let open = (comma + 1..<dash).first { tokens.isSymbol($0, "(") } ?? dash
    return (open..<dash).allSatisfy { !tokens.isWord($0) || text.isCapital($0) } ? open : dash
  }

  /// `Vaduz, 20 March 2025`, `Chur, 12.09.2024`: place and day on a line or in a column of their own.
  func imprintPlace(at i: Int, in sentence: Range<Int>) -> NameReading? {
    let limit = sentence.upperBound
    guard i == sentence.lowerBound || tokens.flags[i].contains(.lineStart) || isOtherColumn(i),
      !tokens.isAny(i, [.month, .weekday, .title, .office]), !tokens.isAny(i, .noStart), !text.isEveryday(i)
    else { return nil }
    var upper = i + 1
    while upper < min(limit, i + 3), text.isCapital(upper), !tokens.flags[upper].contains(.lineStart) { upper += 1 }
    guard upper + 1 < limit, tokens.isSymbol(upper, ","), !tokens.isSpaced(upper), !text.isHead(upper - 1) else {
      return nil
    }
    var end = upper + 1
    // A month, three numbers or a year: "Ann Lee, 41" is no place.
    var (numbers, hasMonth, hasYear) = (0, false, false)
    while end < min(limit, upper + 8), !tokens.flags[end].contains(.lineStart) {
      if let numeral = tokens.numeral(end) {
        numbers += 1
        hasYear = hasYear || numeral.plain.map { (1900...2100).contains($0) } ?? false
      } else if tokens.isAny(end, .month) || tokens.isAny(end, .monthAbbreviation) {
        hasMonth = true
      } else if !tokens.isAny(end, [.weekday, .ordinalSuffix]), !tokens.isKey(end, .the), !tokens.isSymbol(end, "."),
        !tokens.isSymbol(end, ","), !tokens.isSymbol(end, "/")
      {
        return nil
      }
      end += 1
    }
    guard hasMonth && numbers > 0 || numbers >= 3 || hasYear && numbers >= 2,
      end == limit || tokens.flags[end].contains(.lineStart)
    else { return nil }
    if let known = Gazetteer.shared.match(at: i, in: tokens, limit: upper), known.upper == upper {
      return known.name.kind == .org ? nil : self.reading(known, at: i)
    }
    if let (entry, last) = longestEntry(at: i, limit: upper), last == upper {
      return NameReading(
        tokens: i..<upper, kind: .place, name: NameTable.shared.name(of: entry),
        countryCode: NameTable.shared.country(of: entry))
    }
    return text.isGiven(i) ? nil : reading(i..<upper, .place)
  }

  /// A region, or its short form, between the comma behind a place and the dash.
  private func isRegionAndDash(_ comma: Int, _ dash: Int) -> Bool {
    guard tokens.isSymbol(comma, ","), (2...4).contains(dash - comma), text.isCapital(comma + 1) else { return false }
    return Self.stateAbbreviations.contains(tokens.text(comma + 1)) || text.marks(comma + 1).contains(.region)
      || Gazetteer.shared.match(at: comma + 1, in: tokens, limit: dash).map { $0.name.kind != .org } ?? false
  }
}
