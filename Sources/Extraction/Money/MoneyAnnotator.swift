import IbidSource
import IbidTypes

/// Finds the amounts of money of a sentence.
struct MoneyAnnotator {
  let tokens: Tokens
  let reader: MoneyReader
  let bounds: BoundReader

  func annotate(
    _ sentence: SentencePart, in document: DocumentPart, _ taken: inout TakenTokens, _ found: inout Findings
  ) {
    let range = sentence.tokens
    func start(from i: Int) -> Int { tokens.moneyStarts.next(from: i, to: range.upperBound) }
    var i = start(from: range.lowerBound)
    var previous: (bounds: [Bound], upper: Int)?
    // Small sums without a scale right before: `€3, €5` of "€3, €5 and €7 million".
    var small: [(row: Int, reading: MoneyReading)] = []
    let first = found.money.count
    while i < range.upperBound {
      guard !taken[i], reader.mayStart(i, limit: range.upperBound),
        let unsigned = reader.amount(at: i, in: range) ?? bare(at: i, in: range)
      else {
        if let end = addNoted(at: i, sentence, document, &taken, &found) {
          i = start(from: end)
          continue
        }
        i = start(from: i + 1)
        continue
      }
      var amount = reader.signed(unsigned, in: range)
      var ends = amount.ends
      var around = bounds.bounds(around: amount.lower..<amount.tokens.upperBound, in: range)
      // "passed £2m to a friend"
      if around.needsUnit || around.needsLevel && isHanded(amount) {
        around = BoundReader.Reading(tokens: amount.lower..<amount.tokens.upperBound)
      }
      // "up to 6 billion euros ($6.6 billion)": what bounds the first bounds its conversion.
      if around.bounds.isEmpty, let previous, previous.upper + 1 == amount.tokens.lowerBound,
        tokens.isSymbol(previous.upper, "(")
      {
        around.bounds = previous.bounds
      }
      around.bounds.forEach { ends.apply($0) }
      if let upper = upperEnd(after: amount, ends, in: range) {
        (ends.high, ends.isHighOpen) = (upper.high, upper.isOpen)
        amount.tokens = amount.tokens.lowerBound..<upper.end
        around.tokens = around.tokens.lowerBound..<upper.end
      }
      for part in listed(before: amount, in: range, taken) {
        add(part, sentence, document, &found)
        taken.take(part.tokens)
      }
      let text = tokens.line(amount.tokens)
      let measure = ends.measure(
        unit: amount.currency, text: text, worded: around.tokens == amount.tokens ? text : tokens.line(around.tokens))
      found.money.append(
        MoneyRow(
          document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(amount.tokens),
          amount: measure,
          each: document.isEnglish
            ? EachReader(tokens: tokens).each(after: amount.tokens.upperBound, limit: range.upperBound, isPrice: true)
            : nil,
          purpose: document.isEnglish ? purpose(after: around.tokens.upperBound, limit: range.upperBound) : nil,
          period: nil))
      taken.take(amount.tokens)
      previous = (around.bounds, amount.tokens.upperBound)
      if let power = scale(of: amount) {
        rescale(small, by: power, before: amount, &found)
        small = []
      } else if around.bounds.isEmpty, isSmall(amount) {
        small.append((found.money.count - 1, amount))
      } else {
        small = []
      }
      if let second = bareSecond(after: amount, in: range) ?? bareOther(after: amount, in: range)
        ?? bareSeries(after: amount, in: range) ?? bareCosts(after: amount, in: range)
        ?? bracketed(after: amount, in: range, row: found.money.count - 1, &found)
      {
        add(second, sentence, document, &found)
        taken.take(second.tokens)
        i = start(from: second.tokens.upperBound)
        continue
      }
      i = start(from: amount.tokens.upperBound)
    }
    if first < found.money.count { addBare(sentence, in: document, from: first, &taken, &found) }
  }

  func add(
    _ amount: MoneyReading, _ sentence: SentencePart, _ document: DocumentPart, _ found: inout Findings
  ) {
    let text = tokens.line(amount.tokens)
    found.money.append(
      MoneyRow(
        document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(amount.tokens),
        amount: amount.ends.measure(unit: amount.currency, text: text, worded: text), each: nil, purpose: nil,
        period: nil))
  }

  /// The power of ten of the word that ends an amount behind a sign: `€7 million`.
  private func scale(of amount: MoneyReading) -> Int? {
    guard tokens.kinds[amount.tokens.lowerBound] == .symbol, amount.ends.low == amount.ends.high else { return nil }
    let last = tokens.entry(amount.tokens.upperBound - 1)
    return last.classes.contains(.scale) && last.number >= 6 ? Int(last.number) : nil
  }

  func isSmall(_ amount: MoneyReading) -> Bool {
    guard let low = amount.ends.low, low == amount.ends.high else { return false }
    return low < ExactNumber(1000) && amount.tokens.count == 2 && tokens.kinds[amount.tokens.lowerBound] == .symbol
      && tokens.numeral(amount.tokens.lowerBound + 1)?.isGrouped == false
  }

  /// Gives the sums of a list the scale that only its last one has.
  private func rescale(
    _ small: [(row: Int, reading: MoneyReading)], by power: Int, before amount: MoneyReading, _ found: inout Findings
  ) {
    var joint = amount.tokens.lowerBound - 1
    guard !small.isEmpty, tokens.isKey(joint, .and) || tokens.isKey(joint, .or) else { return }
    if tokens.isSymbol(joint - 1, ",") { joint -= 1 }
    for (row, reading) in small.reversed() {
      guard reading.tokens.upperBound == joint, reading.currency == amount.currency,
        let value = reading.ends.low?.scaled(byPowerOfTen: power)
      else { return }
      let text = tokens.line(reading.tokens)
      found.money[row].amount = Ends(value).measure(unit: reading.currency, text: text, worded: text)
      joint = reading.tokens.lowerBound - 1
      guard tokens.isSymbol(joint, ",") else { return }
    }
  }

  /// The amounts before one that names their currency: `10,000, 15,000 and 20,000 euros`; at most eight.
  private func listed(before amount: MoneyReading, in sentence: Range<Int>, _ taken: TakenTokens) -> [MoneyReading] {
    guard tokens.kinds[amount.tokens.lowerBound] == .number, let last = amount.ends.low, last == amount.ends.high,
      !amount.currency.isEmpty
    else { return [] }
    var parts: [MoneyReading] = []
    var joint = amount.tokens.lowerBound - 1
    guard tokens.isKey(joint, .and) || tokens.isKey(joint, .or) else { return [] }
    if tokens.isSymbol(joint - 1, ",") { joint -= 1 }
    while joint - 1 >= sentence.lowerBound, parts.count < 8, tokens.kinds[joint - 1] == .number, !taken[joint - 1],
      let number = reader.numbers.number(at: joint - 1, limit: sentence.upperBound), number.power == 0,
      number.tokens == joint - 1..<joint, let value = number.value, isNear(value, amount.ends)
    {
      parts.append(
        MoneyReading(tokens: number.tokens, ends: Ends(value), currency: amount.currency, lower: joint - 1))
      joint -= 2
      guard joint > sentence.lowerBound, tokens.isSymbol(joint, ",") else { break }
    }
    // "on 12 and 15 euros": one number before it may count something else.
    let isScaled = amount.tokens.count > 2
    return parts.count >= 2 && !isScaled ? parts.reversed() : []
  }

  /// `$1.2 million in 2023 and 1.9 million in 2024`: the next of several, each told of its time or place.
  private func bareSeries(after amount: MoneyReading, in sentence: Range<Int>) -> MoneyReading? {
    let link = amount.tokens.upperBound
    guard !amount.currency.isEmpty, tokens.isAny(link, .preposition), !tokens.isKey(link, .of), !tokens.isKey(link, .to)
    else { return nil }
    let end = min(sentence.upperBound, link + 6)
    guard
      let joint = (link + 2..<max(link + 2, end)).first(where: { tokens.isKey($0, .and) || tokens.isSymbol($0, ",") })
    else { return nil }
    let i = tokens.isSymbol(joint, ",") && tokens.isKey(joint + 1, .and) ? joint + 2 : joint + 1
    guard i < sentence.upperBound, tokens.kinds[i] == .number,
      let number = reader.numbers.number(at: i, limit: sentence.upperBound)?.scaledByLetter(), let value = number.value,
      number.power >= 6, isNear(value, amount.ends), number.tokens.upperBound < sentence.upperBound,
      tokens.entry(number.tokens.upperBound).classes.contains(.preposition),
      tokens.isWord(number.tokens.upperBound), tokens.text(number.tokens.upperBound) == tokens.text(link)
    else { return nil }
    return MoneyReading(tokens: number.tokens, ends: Ends(value), currency: amount.currency, lower: i)
  }

  /// `down from CHF 5'310 to 5'102`: the second of two amounts, its currency left out.
  private func bareSecond(after amount: MoneyReading, in sentence: Range<Int>) -> MoneyReading? {
    let (start, joint) = (amount.tokens.lowerBound, amount.tokens.upperBound)
    guard let low = amount.ends.low, let high = amount.ends.high, low == high, tokens.isKey(start - 1, .from),
      start > sentence.lowerBound, tokens.isKey(joint, .to),
      joint + 1 < sentence.upperBound, reader.isChange(before: start, in: sentence), tokens.kinds[joint + 1] == .number,
      let number = reader.numbers.number(at: joint + 1, limit: sentence.upperBound)?.scaledByLetter(),
      let value = number.value, reader.suffix(after: number, limit: sentence.upperBound) == nil
    else { return nil }
    // What follows must not be counted: "from £3 million to 20 councils".
    let next = number.tokens.upperBound
    let isCounted =
      next < sentence.upperBound && tokens.isWord(next)
      && tokens.entry(next).classes.isDisjoint(with: [.preposition, .conjunction, .determiner])
    guard !isCounted, !(next < sentence.upperBound && tokens.isSymbol(next, "%")) else { return nil }
    return MoneyReading(tokens: number.tokens, ends: Ends(value), currency: amount.currency, lower: start)
  }

  /// The amount that another one is part of or compared with, its currency left out: `€4.5 million, of which 600,000`,
  /// `EUR 21.7 million (Q2: 19.4 million)`, `CHF 410’000 (2022: 380’000)`.
  private func bareOther(after amount: MoneyReading, in sentence: Range<Int>) -> MoneyReading? {
    guard !amount.currency.isEmpty else { return nil }
    var i = amount.tokens.upperBound
    let compared = compared(after: i, in: sentence)
    if let compared {
      i = compared
    } else if i < sentence.upperBound, tokens.isSymbol(i, "(") {
      guard let colon = (i + 2..<max(i + 2, min(sentence.upperBound, i + 6))).first(where: { tokens.isSymbol($0, ":") })
      else { return nil }
      i = colon + 1
    } else {
      while i < sentence.upperBound, tokens.isSymbol(i, ")") || tokens.isSymbol(i, ",") { i += 1 }
      guard tokens.isKey(i, .of), tokens.isKey(i + 1, .which), i + 2 < sentence.upperBound else { return nil }
      i += 2
      while i < sentence.upperBound, tokens.isAny(i, [.adverb, .preposition]) { i += 1 }
    }
    guard i < sentence.upperBound, tokens.kinds[i] == .number,
      let number = reader.numbers.number(at: i, limit: sentence.upperBound)?.scaledByLetter(), let value = number.value,
      number.power >= 3 || tokens.numeral(i).map(\.isGrouped) ?? false,
      reader.suffix(after: number, limit: sentence.upperBound) == nil
    else { return nil }
    if compared != nil, !isNear(value, amount.ends) { return nil }
    let next = number.tokens.upperBound
    let isCounted =
      next < sentence.upperBound
      && (tokens.isSymbol(next, "%")
        || tokens.isWord(next)
          && tokens.entry(next).classes.isDisjoint(with: [.preposition, .conjunction, .determiner, .auxiliary]))
    return isCounted
      ? nil
      : MoneyReading(
        tokens: number.tokens, ends: Ends(value), currency: amount.currency, lower: number.tokens.lowerBound)
  }

  /// Whether two amounts are of one size: "$1.2 billion, up from 6,200" compares something else.
  func isNear(_ value: ExactNumber, _ ends: Ends) -> Bool {
    guard let low = ends.low ?? ends.high, let most = low.multiplied(by: ExactNumber(20)),
      let other = value.multiplied(by: ExactNumber(20))
    else { return false }
    return value <= most && low <= other
  }

  /// What an amount is compared with: the token behind "up from", "compared with" or "against", a few words after it.
  private func compared(after i: Int, in sentence: Range<Int>) -> Int? {
    for at in i..<max(i, min(sentence.upperBound - 1, i + 7)) {
      // "(vs. EUR …", "vs 40.1"
      if tokens.isAny(at, Self.versus) {
        let next = tokens.isSymbol(at + 1, ".") ? at + 2 : at + 1
        return next < sentence.upperBound && tokens.kinds[next] == .number ? next : nil
      }
      if tokens.isSymbol(at, "("), at == i { continue }
      if tokens.kinds[at] == .number || tokens.kinds[at] == .symbol && !tokens.isSymbol(at, ",") { return nil }
      let isMoved = tokens.isKey(at, .from) && tokens.isAny(at - 1, [.rise, .fall])
      let isBeside =
        (tokens.isKey(at, .with) || tokens.isKey(at, .to)) && tokens.isKey(at - 1, .compared)
        || tokens.isKey(at, .against)
      if isMoved || isBeside { return tokens.kinds[at + 1] == .number ? at + 1 : nil }
    }
    return nil
  }

  private static let versus: WordList = ["vs", "versus"]

  /// "making millions", "billions in profit": a sum without number and currency, where the words speak of money.
  private func bare(at i: Int, in sentence: Range<Int>) -> MoneyReading? {
    guard tokens.isAny(i, .scalePlural), let number = reader.numbers.number(at: i, limit: sentence.upperBound),
      number.isVague, number.power >= 6,
      !tokens.isKey(number.tokens.upperBound, .of), !tokens.isKey(number.tokens.upperBound, .more)
    else { return nil }
    // Only money comes in billions of nothing.
    if number.power >= 9 { return MoneyReading(tokens: number.tokens, ends: Ends(nil), currency: "", lower: i) }
    let near = max(sentence.lowerBound, i - 3)..<i
    let after = number.tokens.upperBound..<min(sentence.upperBound, number.tokens.upperBound + 3)
    guard
      near.contains(where: { tokens.isAny($0, .moneyContext) })
        || after.contains(where: { tokens.isAny($0, .moneyContext) })
    else { return nil }
    return MoneyReading(tokens: number.tokens, ends: Ends(nil), currency: "", lower: i)
  }

  /// What the money is for: the first "for …" or "to do …" near it, up to the end of the clause.
  private func purpose(after i: Int, limit: Int) -> String? {
    var start = i
    let last = min(limit, i + 7)
    while start < last {
      guard !isClauseEnd(start) else { return nil }
      let next = start + 1
      if next < limit, tokens.isKey(start, .for), !tokens.isAny(next, [.timeUnit, .month]),
        tokens.kinds[next] != .number
      {
        break
      }
      if next < limit, tokens.isKey(start, .to), tokens.isWord(next), !tokens.isCapital(next),
        tokens.entry(next).classes.isDisjoint(with: [.determiner, .pronoun, .preposition])
      {
        break
      }
      start += 1
    }
    guard start < last else { return nil }
    var end = start + 1
    while end < limit, end < start + 16, !isClauseEnd(end) { end += 1 }
    return end > start + 1 ? tokens.line(start..<end) : nil
  }

  private func isClauseEnd(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x2C, 0x2E, 0x3B, 0x3A, 0x28, 0x29, 0x21, 0x3F, 0x2013, 0x2014, 0x22, 0x201C, 0x201D: return true
    default: return false
    }
  }
}
