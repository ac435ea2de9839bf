/// Who wrote a text, and nicknames inside names.
extension NameReader {
  /// `Travis Bohannon` for "Travis “Hook” Bohannon".
  func withoutNickname(_ range: Range<Int>) -> String? {
    guard
      let open = range.first(where: {
        tokens.isSymbol($0, "\u{201C}") || tokens.isSymbol($0, "\"") || tokens.isSymbol($0, "(")
      }),
      open > range.lowerBound, open + 3 < range.upperBound
    else { return nil }
    return tokens.line(range.lowerBound..<open) + " " + tokens.line(open + 3..<range.upperBound)
  }

  /// `By Ann Lee and BEN HALL` at the head of a text: who wrote it, in capitals too.
  func byline(at i: Int, in sentence: Range<Int>) -> NameReading? {
    let limit = sentence.upperBound
    guard text.isCapital(i), isBylinePlace(i, in: sentence) else { return nil }
    var end = i
    while end < min(limit, i + 4), text.isCapital(end), tokens.isWord(end), end == i || tokens.isSpaced(end),
      !tokens.isAny(end, [.office, .title, .month, .weekday, .determiner, .preposition, .conjunction]),
      end == i || !tokens.flags[end].contains(.lineStart), text.isAllCapitals(end) == text.isAllCapitals(i)
    {
      end += 1
      if tokens.isHyphen(end), text.isCapital(end + 1) { end += 1 }
    }
    guard end - i >= 2, !text.isHead(end - 1), !tokens.isAny(i, .orgLead),
      (i..<end).contains(where: { tokens.isWord($0) && (text.isUncommon($0) || text.isGiven($0)) }),
      Gazetteer.shared.match(at: i, in: tokens, limit: limit) == nil,
      end >= limit || !tokens.isWord(end) || tokens.isKey(end, .and) || tokens.isKey(end, .in)
        || tokens.flags[end].contains(.lineStart)
    else { return nil }
    guard text.isAllCapitals(i) else {
      return text.isGiven(i) || text.marks(end - 1).contains(.surname) || text.isUncommon(end - 1)
        ? reading(i..<end, .person) : nil
    }
    let name = (i..<end).map { at in
      let word = tokens.text(at)
      return (at > i && tokens.isSpaced(at) ? " " : "") + word.prefix(1) + word.dropFirst().lowercased()
    }
    return NameReading(tokens: i..<end, kind: .person, name: name.joined(), countryCode: nil)
  }

  /// Behind "By" at the start of a line, or behind "and" and a name that is.
  private func isBylinePlace(_ i: Int, in sentence: Range<Int>) -> Bool {
    var at = i - 1
    if at > sentence.lowerBound, tokens.isKey(at, .and) || tokens.isSymbol(at, ",") {
      at -= 1
      var count = 0
      while at > sentence.lowerBound, count < 4, text.isCapital(at), !tokens.isKey(at, .by) {
        at -= 1
        count += 1
      }
    }
    return at >= sentence.lowerBound && tokens.isKey(at, .by) && tokens.isCapital(at)
      && (at == sentence.lowerBound || tokens.flags[at].contains(.lineStart))
  }
}
