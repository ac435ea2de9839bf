import IbidSource
import IbidTypes

/// The period of amounts and figures: the date that stands in their clause.
extension RowLinker {
  /// Gives amounts and figures their period.
  ///
  /// The date of a clause is the nearest behind the value, else before it, no other value between. A date that opens the
  /// sentence ("For 2008, …") holds for all values of the sentence that have none of their own. A day on which something was
  /// said ("the £54m announced today") dates the saying. Across a semicolon, or farther than 15 tokens, which value a
  /// date means is not said.
  ///
  /// Of a value in a table the date is that of its row or column, else the one that the caption names.
  func linkPeriods(_ found: inout Findings, in frames: [ValueFrame]) {
    let frames = frames.sorted { $0.value < $1.value }
    let values = (found.money.map(\.span) + found.figures.map(\.span)).sorted()
    for i in found.money.indices {
      let span = found.money[i].span
      found.money[i].period =
        if let frame = frame(of: span, frames) { period(in: frame, found.dates) } else {
          period(of: span, found.money[i].sentence, found.dates, values)
        }
    }
    for i in found.figures.indices where !Unit.isTime(found.figures[i].value.unit) {
      let span = found.figures[i].span
      found.figures[i].period =
        if let frame = frame(of: span, frames) { period(in: frame, found.dates) } else {
          period(of: span, found.figures[i].sentence, found.dates, values)
        }
    }
  }

  private func frame(of span: ByteSpan, _ frames: [ValueFrame]) -> ValueFrame? {
    var (low, high) = (0, frames.count)
    while low < high {
      let middle = (low + high) / 2
      if frames[middle].value < span.lower { low = middle + 1 } else { high = middle }
    }
    return low < frames.count && frames[low].value < span.upper ? frames[low] : nil
  }

  private func period(in frame: ValueFrame, _ dates: [DateRow]) -> Moment? {
    if let label = frame.label, let date = self.dates(in: label, dates).first { return date.moment }
    for heading in frame.headings { if let date = self.dates(in: heading, dates).first { return date.moment } }
    let told = frame.notes.flatMap { self.dates(in: $0, dates) }
    return told.count == 1 ? told[0].moment : nil
  }

  private func dates(in cell: Range<Int>, _ dates: [DateRow]) -> ArraySlice<DateRow> {
    guard !cell.isEmpty else { return [] }
    let span = tokens.span(cell)
    var (low, high) = (0, dates.count)
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].span.lower < span.lower { low = middle + 1 } else { high = middle }
    }
    var end = low
    while end < dates.count, dates[end].span.upper <= span.upper { end += 1 }
    return dates[low..<end]
  }

  private func period(of span: ByteSpan, _ sentence: Int, _ dates: [DateRow], _ values: [ByteSpan]) -> Moment? {
    var (low, high) = (0, dates.count)
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].span.lower < span.lower { low = middle + 1 } else { high = middle }
    }
    // "450 now"
    if isNow(span) { return nil }
    if low < dates.count, dates[low].sentence == sentence, isNear(span, dates[low].span, values),
      !hasOtherVerb(span, dates[low].span), !isDayOfSaying(dates[low].span), !opensConjunct(dates[low].span)
    {
      return dates[low].moment
    }
    guard low > 0, dates[low - 1].sentence == sentence else { return nil }
    if isNear(dates[low - 1].span, span, values), !isDayOfSaying(dates[low - 1].span), !endsAside(dates[low - 1].span) {
      return dates[low - 1].moment
    }
    var first = low - 1
    while first > 0, dates[first - 1].sentence == sentence { first -= 1 }
    return opensSentence(dates[first].span, sentence, before: span) ? dates[first].moment : nil
  }

  private static let mostTokens = 15
  private static let mostTokensFromOpening = 40

  private func isNear(_ first: ByteSpan, _ second: ByteSpan, _ values: [ByteSpan]) -> Bool {
    let between =
      tokens.index(
        atOrAfter: first.upper)..<max(
        tokens.index(atOrAfter: first.upper), tokens.index(atOrAfter: second.lower))
    guard between.count <= Self.mostTokens, !between.contains(where: { tokens.isSymbol($0, ";") || opensClause($0) })
    else { return false }
    // The first value that starts after the first span must not stand before the second.
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle].lower < first.upper { low = middle + 1 } else { high = middle }
    }
    // "€6bn ($6.6bn) in 2015" says one amount twice.
    if low < values.count, tokens.isSymbol(between.lowerBound, "("),
      tokens.index(atOrAfter: values[low].lower) == between.lowerBound + 1
    {
      low += 1
    }
    return low >= values.count || values[low].lower >= second.lower
  }

  /// "450 staff now", "12 boats today": no date before it is meant.
  private func isNow(_ value: ByteSpan) -> Bool {
    let i = tokens.index(atOrAfter: value.upper)
    return tokens.isKey(i, .now) || tokens.isKey(i, .currently)
  }

  /// ", built in 1998,": a date at the end of an aside that a participle begins tells of the participle alone.
  private func endsAside(_ date: ByteSpan) -> Bool {
    let (first, end) = (tokens.index(atOrAfter: date.lower), tokens.index(atOrAfter: date.upper))
    guard tokens.isSymbol(end, ",") || tokens.isSymbol(end, ")") else { return false }
    var i = first - 1
    let stop = max(1, first - 8)
    while i >= stop {
      if tokens.isSymbol(i, ",") || tokens.isSymbol(i, "(") {
        guard tokens.isWord(i + 1), !tokens.isAny(i + 1, .preposition) else { return false }
        let upper = tokens.upper(i + 1)
        let isParticiple = upper - tokens.lower(i + 1) > 3 && tokens.bytes[upper - 2..<upper].elementsEqual("ed".utf8)
        return isParticiple || tokens.isAny(i + 1, [.past, .verb]) || tokens.isKey(i + 1, .which)
          || tokens.isKey(i + 1, .who)
      }
      guard tokens.isWord(i) || tokens.isHyphen(i) else { return false }
      i -= 1
    }
    return false
  }

  /// Whether a comma stands before a relative clause or one that tells what came of it: ", which …", ", raising it to …".
  private func opensClause(_ i: Int) -> Bool {
    guard tokens.isSymbol(i, ","), tokens.isWord(i + 1) else { return false }
    if [Key.which, .who, .whose, .where, .but].contains(where: { tokens.isKey(i + 1, $0) }) { return true }
    return tokens.isAny(i + 1, WordClass.rise)
      && tokens.bytes[tokens.span(i + 1).range].suffix(3).elementsEqual("ing".utf8)
  }

  /// "450 beds and opened in 2019": another thing told of the same, with a date of its own.
  private func hasOtherVerb(_ value: ByteSpan, _ date: ByteSpan) -> Bool {
    let (first, last) = (tokens.index(atOrAfter: value.upper), tokens.index(atOrAfter: date.lower))
    return (first..<max(first, last)).contains {
      (tokens.isKey($0, .and) || tokens.isKey($0, .but)) && isPastVerb($0 + 1)
    }
  }

  /// A verb in the past: one of the lexicon or in -ed, no noun or adjective behind it ("and injured people").
  private func isPastVerb(_ i: Int) -> Bool {
    guard tokens.isWord(i), tokens.isWord(i + 1), tokens.isAny(i + 1, [.preposition, .determiner, .adverb]) else {
      return false
    }
    let upper = tokens.upper(i)
    return tokens.isAny(i, .past)
      || upper - tokens.lower(i) > 4 && tokens.bytes[upper - 2..<upper].elementsEqual("ed".utf8)
  }

  /// "and in 2020 …": a date that leads on to the next thing told.
  private func opensConjunct(_ date: ByteSpan) -> Bool {
    let i = tokens.index(atOrAfter: date.lower)
    guard tokens.isAny(i - 1, WordClass.preposition), tokens.isKey(i - 2, .and) || tokens.isKey(i - 2, .but) else {
      return false
    }
    let end = tokens.index(atOrAfter: date.upper)
    return tokens.isWord(end) || tokens.isSymbol(end, ",")
  }

  /// "announced today", "said on Tuesday": the day right behind a verb of speech.
  private func isDayOfSaying(_ date: ByteSpan) -> Bool {
    let i = tokens.index(atOrAfter: date.lower)
    let verb = tokens.isKey(i - 1, .on) ? i - 2 : i - 1
    if tokens.isAny(verb, WordClass.speech) { return true }
    // "said in March 2023 that"
    return tokens.isKey(tokens.index(atOrAfter: date.upper), .that) && tokens.isAny(i - 1, WordClass.preposition)
      && tokens.isAny(i - 2, WordClass.speech)
  }

  /// Whether a date is the first thing of a sentence, set apart by a comma: "For 2008, …", "In the year to June, …".
  private func opensSentence(_ date: ByteSpan, _ sentence: Int, before value: ByteSpan) -> Bool {
    guard document.sentences.indices.contains(sentence) else { return false }
    let first = document.sentences[sentence].tokens.lowerBound
    let (i, end) = (tokens.index(atOrAfter: date.lower), tokens.index(atOrAfter: date.upper))
    guard i - first <= 1, i == first || tokens.isAny(first, WordClass.preposition), tokens.isSymbol(end, ",") else {
      return false
    }
    let place = tokens.index(atOrAfter: value.lower)
    return place - end <= Self.mostTokensFromOpening
      && !(end + 1..<max(end + 1, place)).contains { tokens.isSymbol($0, ";") || opensClause($0) }
  }
}
