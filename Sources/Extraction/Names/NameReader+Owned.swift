/// Small words and signs inside names: possessives, the second half of a company's form, a party behind a name.
extension NameReader {
  /// `Affairs` of "Committee on Veterans' Affairs", `Voice` of "Congress of the People's Voice": the end of what many people own.
  func owned(_ end: Int, limit: Int) -> Int? {
    var next = end
    if tokens.isSymbol(next, "\u{2019}") || tokens.isSymbol(next, "'"), !tokens.isSpaced(next), text.endsWithS(end - 1)
    {
      next += 1
    } else if next < limit, tokens.kinds[next] == .clitic, tokens.isKey(next, .s), tokens.isAny(end - 1, Self.many) {
      next += 1
    } else {
      return nil
    }
    guard next < limit, text.isCapital(next), tokens.isSpaced(next), !tokens.isAny(next, [.office, .title]) else {
      return nil
    }
    return capitals(from: next, limit: limit).upperBound
  }

  private static let many: WordList = ["people", "women", "men", "children", "peoples"]

  /// Houses whose committees have names of their own.
  static let chambers: WordList = ["parliament", "senate", "congress", "house", "assembly"]

  /// `King` of "King's College Hospital".
  static let royals: WordList = ["king", "queen", "prince", "princess"]

  /// `St` of "St Brida's Church".
  static let saintly: WordList = ["st", "saint"]

  /// `de C.V.` of "Quay Cranes, S.A. de C.V.": the second half of a company's form.
  func withSecondForm(_ name: NameReading, limit: Int) -> NameReading {
    let de = name.tokens.upperBound
    guard name.kind == .org, de + 1 < limit, tokens.isAny(de - 1, .company) || tokens.isSymbol(de - 1, "."),
      tokens.isWord(de), tokens.text(de) == "de", Self.secondForms.contains(tokens.text(de + 1))
    else { return name }
    return reading(name.tokens.lowerBound..<de + 2, .org)
  }

  private static let secondForms: Set<String> = ["C.V.", "C.V", "CV", "R.L.", "R.L", "RL"]

  /// `Gruas del Muelle SL`: small words between capitals, and a company's form at the end.
  func particleForm(_ run: Range<Int>, limit: Int) -> NameReading? {
    var next = run.upperBound
    while next < min(limit, run.upperBound + 2), tokens.isWord(next), !tokens.isCapital(next),
      tokens.isAny(next, .particle)
    { next += 1 }
    guard next > run.upperBound, next < limit, text.isCapital(next), tokens.isSpaced(next),
      text.isUncommon(run.lowerBound)
    else { return nil }
    let tail = capitals(from: next, limit: limit)
    guard tail.count >= 2, tokens.isAny(tail.upperBound - 1, .company) else { return nil }
    return reading(run.lowerBound..<tail.upperBound, .org)
  }

  /// `AS` of "Orvent AS": letters that are a small word elsewhere.
  func isNordicForm(_ i: Int) -> Bool {
    guard text.isAllCapitals(i), text.isCapital(i - 1), tokens.isSpaced(i), !text.isAllCapitals(i - 1) else {
      return false
    }
    return tokens.isKey(i, .as) && text.isUncommon(i - 1) || tokens.text(i) == "OÜ"
  }

  /// `Maine` of "(I-Maine)", `W.Va` of "D-W.Va.": where a member of a party sits.
  func isBehindParty(_ i: Int) -> Bool {
    guard i > 2, tokens.isHyphen(i - 1), isPartyLetter(i - 2), !text.marks(i).contains(.continues) else { return false }
    return tokens.isSymbol(i - 3, "(") || tokens.isSymbol(i - 3, ",")
  }

  /// `(D-IL)` behind somebody's name.
  func isPartyBehind(_ open: Int) -> Bool {
    tokens.isSymbol(open, "(") && isPartyLetter(open + 1) && tokens.isHyphen(open + 2)
  }

  private func isPartyLetter(_ i: Int) -> Bool {
    text.isCapital(i) && text.width(i) == 1 && ["D", "R", "I", "L", "G"].contains(tokens.text(i))
  }
}
