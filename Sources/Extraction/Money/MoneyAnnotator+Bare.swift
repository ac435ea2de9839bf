import IbidSource
import IbidTypes

/// Amounts whose currency another amount of the sentence names.
extension MoneyAnnotator {
  /// "passed £2m to a friend", "passed £2m back": whoever has it gives it on.
  func isHanded(_ amount: MoneyReading) -> Bool {
    let next = amount.tokens.upperBound
    return isSmall(amount) || tokens.isKey(next, .to) || tokens.isKey(next, .on) || tokens.isKey(next, .back)
  }

  /// The upper end of "at least £2m but no more than £3m", behind an amount that is bounded from below.
  func upperEnd(after amount: MoneyReading, _ ends: Ends, in sentence: Range<Int>)
    -> (high: ExactNumber, isOpen: Bool, end: Int)?
  {
    let joint = amount.tokens.upperBound
    guard let low = ends.low, ends.high == nil, tokens.isKey(joint, .but) || tokens.isKey(joint, .and),
      let (bound, start) = bounds.upperBound(at: joint + 1, limit: sentence.upperBound),
      let second = reader.amount(at: start, in: sentence), second.currency == amount.currency,
      let high = second.ends.high, second.ends.low == high, low < high
    else { return nil }
    return (high, bound == .below, second.tokens.upperBound)
  }

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
          MoneyReading(tokens: number.tokens, ends: Ends(value), currency: anchor.currency, lower: i), sentence,
          document,
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
      ? nearest.tokens.upperBound..<number.lowerBound
      : number.upperBound..<max(number.upperBound, nearest.tokens.lowerBound)
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

  private static let costs: WordList = [
    "costs", "compensation", "damages", "fees", "interest", "fines", "penalties", "court", "legal",
  ]
  /// Words for what may be counted in millions without being named beside each number.
  private static let counted: WordList = [
    "people", "users", "customers", "subscribers", "followers", "viewers", "passengers", "population", "jobs", "copies",
    "units", "visitors", "tonnes", "tons", "barrels", "shares", "votes", "households", "workers", "members", "homes",
    "times", "hectares", "acres", "doses", "accounts",
  ]
  static let bareWords =
    "users customers subscribers followers viewers passengers population jobs copies units visitors tonnes tons barrels shares votes households workers members homes times hectares acres doses accounts costs compensation damages fees interest fines penalties court legal"

  /// `EUR 123.4 million (110.2)`, `EUR 15.6 (12.0) million`: the sum of the year before, as companies put it.
  func bracketed(after amount: MoneyReading, in sentence: Range<Int>, row: Int, _ found: inout Findings)
    -> MoneyReading?
  {
    let open = amount.tokens.upperBound
    guard !amount.currency.isEmpty, open + 2 < sentence.upperBound, tokens.isSymbol(open, "("),
      tokens.isSymbol(open + 2, ")"), let numeral = tokens.numeral(open + 1), numeral.decimals > 0,
      let first = amount.tokens.first(where: { tokens.numeral($0) != nil }), let other = tokens.numeral(first),
      other.decimals == numeral.decimals, amount.ends.low == amount.ends.high, let value = numeral.value,
      let low = amount.ends.low, let mantissa = other.value, isNear(value, Ends(mantissa))
    else { return nil }
    var power = 0
    if let last = amount.tokens.last, last > first, tokens.isAny(last, .scale) {
      power = Int(tokens.entry(last).number)
    }
    // "EUR 15.6 (12.0) million": the scale stands behind both.
    if power == 0, tokens.isAny(open + 3, .scale), tokens.entry(open + 3).number >= 3, open + 3 < sentence.upperBound {
      power = Int(tokens.entry(open + 3).number)
      guard let scaled = low.scaled(byPowerOfTen: power) else { return nil }
      let text = tokens.line(amount.tokens)
      found.money[row].amount = Ends(scaled).measure(unit: amount.currency, text: text, worded: text)
    }
    guard let scaled = value.scaled(byPowerOfTen: power) else { return nil }
    return MoneyReading(
      tokens: open + 1..<open + 2, ends: Ends(scaled), currency: amount.currency, lower: open + 1)
  }

  /// `Revenue (in € million) was 1,234`, `spending (£bn): health 192, schools 106`: a unit in brackets and the numbers behind it, to
  /// the end of the sentence; gives the token behind the last of them.
  func addNoted(
    at i: Int, _ sentence: SentencePart, _ document: DocumentPart, _ taken: inout TakenTokens, _ found: inout Findings
  ) -> Int? {
    let range = sentence.tokens
    let open =
      tokens.isSymbol(i - 1, "(") ? i - 1 : tokens.isKey(i - 1, .in) && tokens.isSymbol(i - 2, "(") ? i - 2 : -1
    guard open > range.lowerBound,
      let close = (i + 1..<max(i + 1, min(range.upperBound, i + 6))).first(where: { tokens.isSymbol($0, ")") }),
      !(i..<close).contains(where: { tokens.kinds[$0] == .number }), close + 1 < range.upperBound,
      let read = HeadingReader(tokens: tokens, money: reader).unit(in: open..<close),
      case .money(let currency, let power) = read.unit, read.place.upperBound == close
    else { return nil }
    var next = close + 1
    var last: Int?
    for _ in 0..<12 {
      while next < range.upperBound, tokens.kinds[next] != .number || taken[next] { next += 1 }
      guard next < range.upperBound, let number = reader.numbers.number(at: next, limit: range.upperBound) else {
        break
      }
      let end = number.tokens.upperBound
      next = end
      guard number.power == 0, number.letterPower == nil, let numeral = tokens.numeral(number.tokens.lowerBound),
        !(numeral.digits == 4 && !numeral.isGrouped && !numeral.hasDecimals), isUncounted(end, range.upperBound),
        let value = number.value?.scaled(byPowerOfTen: power)
      else { continue }
      add(
        MoneyReading(tokens: number.tokens, ends: Ends(value), currency: currency, lower: number.tokens.lowerBound),
        sentence, document, &found)
      taken.take(number.tokens)
      last = end
    }
    return last
  }

  /// Neither a share nor a noun stands behind a number.
  private func isUncounted(_ i: Int, _ limit: Int) -> Bool {
    guard i < limit else { return true }
    if tokens.kinds[i] == .symbol { return !tokens.isSymbol(i, "%") && !tokens.isHyphen(i) && !tokens.isSymbol(i, "/") }
    return tokens.isAny(i, [.preposition, .conjunction, .auxiliary]) || tokens.isAny(i, WordClass.phraseEnd)
      || tokens.text(i) == "vs"
  }
}
