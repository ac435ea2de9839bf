/// Places that stand together before a word for many of them, and the small words of other languages in their names.
extension NameReader {
  /// `Orsk` of "the Orsk and Perma rivers", "Orsk, Perma and Tarnsk provinces": one of several before a noun in the plural.
  func oneOfSeveral(at i: Int, in sentence: Range<Int>, _ style: Style) -> NameReading? {
    guard !style.isTitleCase, !style.isHeading else { return nil }
    let limit = sentence.upperBound
    let run = capitals(from: i, limit: limit)
    guard isPlain(run) else { return nil }
    // Behind "and": a capital stands before it.
    var isMany = i - 2 >= sentence.lowerBound && (isAnd(i - 1) || tokens.isSymbol(i - 1, ",")) && text.isCapital(i - 2)
    var end = run.upperBound
    for _ in 0..<6 {
      if end < limit, tokens.isAny(end, Self.many), !tokens.isCapital(end) {
        return isMany ? reading(run, .place) : nil
      }
      var next = end
      if tokens.isSymbol(next, ",") { next += 1 }
      if isAnd(next) { next += 1 }
      guard next > end, next < limit, text.isCapital(next) else { return nil }
      let other = capitals(from: next, limit: limit)
      guard isPlain(other) else { return nil }
      isMany = true
      end = other.upperBound
    }
    return nil
  }

  /// One to three words that may all be a place's.
  private func isPlain(_ run: Range<Int>) -> Bool {
    run.count <= 3 && !tokens.isAny(run.lowerBound, [.office, .title, .demonym, .month, .weekday])
      && run.allSatisfy {
        tokens.isWord($0) && !text.isAllCapitals($0)
          && (text.isUncommon($0) || tokens.isAny($0, .direction) && $0 > run.lowerBound)
      }
  }

  private static let many: WordList = [
    "rivers", "lakes", "valleys", "mountains", "provinces", "districts", "counties", "villages", "towns", "regions",
    "islands", "airports", "bridges", "ports", "parishes", "governorates", "neighbourhoods", "neighborhoods", "suburbs",
    "municipalities", "communes",
  ]

  /// What joins two places: "the road between Orsk and Perm".
  static let ways: WordList = [
    "road", "route", "line", "section", "stretch", "link", "highway", "railway", "tracks", "ferry", "flights", "trains",
    "border", "fighting", "distance", "halfway", "journey",
  ]

  /// The article of "al-Orsk", written small.
  func article(before i: Int, in sentence: Range<Int>) -> Int? {
    guard i - 2 >= sentence.lowerBound, tokens.isHyphen(i - 1), isArticle(i - 2) else { return nil }
    return i - 2
  }

  /// The end of "Urem al-Orsk" behind its first word.
  func withArticle(_ end: Int, limit: Int) -> Int {
    end + 2 < limit && isArticle(end) && tokens.isSpaced(end) && tokens.isHyphen(end + 1) && text.isCapital(end + 2)
      ? end + 3 : end
  }

  private func isArticle(_ i: Int) -> Bool {
    tokens.isWord(i) && !tokens.isCapital(i) && Self.articles.contains(tokens.text(i))
  }

  private static let articles: Set<String> = ["al", "el", "ar", "as", "ad", "an", "at", "ash", "az"]

  /// `Orsk de la Sierra`, `Perm del Mar`: a town and what tells it from others of its name.
  func withEpithet(_ upper: Int, of entry: NameTable.Entry, limit: Int) -> Int {
    guard upper + 1 < limit, tokens.isWord(upper), !tokens.isCapital(upper),
      Self.epithets.contains(tokens.text(upper)), !entry.marks.contains(.given)
    else { return upper }
    var next = upper + 1
    if tokens.isWord(next), ["la", "las", "los", "l"].contains(tokens.text(next)) { next += 1 }
    guard next < limit, text.isCapital(next), tokens.isSpaced(next), !text.isAllCapitals(next) else {
      return upper
    }
    return next + 1
  }

  private static let epithets: Set<String> = ["de", "del", "da", "do", "dos", "es"]
}
