import IbidSource
import IbidTypes

/// Amounts whose currency another amount of the sentence names.
extension MoneyAnnotator {
  /// `Of the €12 billion, 4 billion will go to roads and 3 billion to rail`, `$1.2bn last year and 1.4bn this year`: numbers of
  /// one size with an amount beside them, which count nothing.
  ///
  /// `first` is the place of the sentence's first amount among `found.money`.
  func addBare(
    _ sentence: SentencePart, in document: DocumentPart, from first: Int, _ taken: inout TakenTokens,
    _ found: inout Findings
  ) {
    let range = sentence.tokens
    guard first < found.money.count, document.isEnglish else { return }
    var anchors = found.money[first...].compactMap { row -> Anchor? in
      guard !row.amount.unit.isEmpty, let value = row.amount.low ?? row.amount.high, value >= Self.million else {
        return nil
      }
      let lower = tokens.index(atOrAfter: row.span.lower)
      return Anchor(tokens: lower..<tokens.index(atOrAfter: row.span.upper), value: value, currency: row.amount.unit)
    }
    guard !anchors.isEmpty, !range.contains(where: { tokens.isAny($0, Self.counted) || tokens.isAny($0, .personNoun) })
    else { return }
    var isMore = false
    var i = tokens.moneyStarts.next(from: range.lowerBound, to: range.upperBound)
    while i < range.upperBound {
      var next = i + 1
      if !taken[i], tokens.kinds[i] == .number, let number = scaled(at: i, limit: range.upperBound),
        let value = number.value, let anchor = anchor(of: number.tokens, value, anchors, in: range)
      {
        anchors.append(Anchor(tokens: number.tokens, value: value, currency: anchor.currency))
        add(
          MoneyReading(tokens: number.tokens, ends: Ends(value), currency: anchor.currency, lower: i), sentence, document,
          &found)
        taken.take(number.tokens)
        isMore = true
        next = number.tokens.upperBound
      }
      i = tokens.moneyStarts.next(from: next, to: range.upperBound)
    }
    if isMore { found.money[first...].sort { $0.span.lower < $1.span.lower } }
  }

  private struct Anchor {
    var tokens: Range<Int>
    var value: ExactNumber
    var currency: String
  }

  private static let million = ExactNumber(1_000_000)

  /// A number with a word or letter for millions or more behind which nothing is counted.
  private func scaled(at i: Int, limit: Int) -> NumberReading? {
    guard i + 1 < limit, tokens.isWord(i + 1), let read = reader.numbers.number(at: i, limit: limit), !read.isVague,
      case let number = read.scaledByLetter(), let value = number.value, value >= Self.million,
      read.power >= 6 || read.letterPower.map({ $0 >= 6 }) ?? false
    else { return nil }
    let next = number.tokens.upperBound
    guard next < limit else { return number }
    if tokens.kinds[next] == .symbol { return tokens.isSymbol(next, "%") || tokens.isHyphen(next) ? nil : number }
    guard tokens.isWord(next), !tokens.isKey(next, .of) else { return nil }
    return tokens.isAny(next, [.preposition, .conjunction, .auxiliary, .determiner, .future])
      || [.last, .next, .more, .less].contains(where: { tokens.isKey(next, $0) }) ? number : nil
  }

  /// The amount beside a number in the same clause that is of its size.
  private func anchor(of number: Range<Int>, _ value: ExactNumber, _ anchors: [Anchor], in sentence: Range<Int>)
    -> Anchor?
  {
    let nearest = anchors.min { gap($0.tokens, number) < gap($1.tokens, number) }
    guard let nearest, gap(nearest.tokens, number) <= 12, isNear(value, Ends(nearest.value)) else { return nil }
    let between =
      nearest.tokens.upperBound <= number.lowerBound
      ? nearest.tokens.upperBound..<number.lowerBound : number.upperBound..<max(number.upperBound, nearest.tokens.lowerBound)
    let isParted = between.contains { tokens.isSymbol($0, ";") || tokens.isSymbol($0, ":") || tokens.isSymbol($0, "(") }
    return isParted ? nil : nearest
  }

  private func gap(_ left: Range<Int>, _ right: Range<Int>) -> Int {
    left.lowerBound < right.lowerBound ? right.lowerBound - left.upperBound : left.lowerBound - right.upperBound
  }

  /// "a fine of €1,200 and 300 in costs": the second sum of a judgment.
  func bareCosts(after amount: MoneyReading, in sentence: Range<Int>) -> MoneyReading? {
    let joint = amount.tokens.upperBound
    guard !amount.currency.isEmpty, tokens.isKey(joint, .and), joint + 3 < sentence.upperBound,
      tokens.kinds[joint + 1] == .number,
      let number = reader.numbers.number(at: joint + 1, limit: sentence.upperBound), let value = number.value,
      tokens.isKey(number.tokens.upperBound, .in), tokens.isAny(number.tokens.upperBound + 1, Self.costs)
    else { return nil }
    return MoneyReading(tokens: number.tokens, ends: Ends(value), currency: amount.currency, lower: joint + 1)
  }

  private static let costs: WordList = ["costs", "compensation", "damages", "fees", "interest", "fines", "penalties", "court", "legal"]
  /// Words for what may be counted in millions without being named beside each number.
  private static let counted: WordList = [
    "people", "users", "customers", "subscribers", "followers", "viewers", "passengers", "population", "jobs", "copies",
    "units", "visitors", "tonnes", "tons", "barrels", "shares", "votes", "households", "workers", "members", "homes",
    "times", "hectares", "acres", "doses", "accounts",
  ]
  static let bareWords =
    "users customers subscribers followers viewers passengers population jobs copies units visitors tonnes tons barrels shares votes households workers members homes times hectares acres doses accounts costs compensation damages fees interest fines penalties court legal"
}
