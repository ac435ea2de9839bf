import IbidSource
import IbidTypes

/// Finds the figures of a sentence among the tokens that dates and money left.
struct FigureAnnotator {
  let tokens: Tokens
  let reader: FigureReader
  let bounds: BoundReader
  let changes: ChangeReader
  let each: EachReader

  init(tokens: Tokens, numbers: NumberReader) {
    self.tokens = tokens
    reader = FigureReader(tokens: tokens, numbers: numbers)
    bounds = BoundReader(tokens: tokens)
    changes = ChangeReader(tokens: tokens, phrases: NounPhrases(tokens: tokens))
    each = EachReader(tokens: tokens)
  }

  func annotate(
    _ sentence: SentencePart, isHeading: Bool, in document: DocumentPart, _ taken: inout TakenTokens,
    _ found: inout Findings
  ) {
    let range = sentence.tokens
    func start(from i: Int) -> Int { tokens.figureStarts.next(from: i, to: range.upperBound) }
    var i = start(from: range.lowerBound)
    var previous: Previous?
    while i < range.upperBound {
      guard !taken[i], let figure = reader.figure(at: i, in: range, isHeading: isHeading),
        !figure.number.contains(where: { taken[$0] })
      else {
        i = start(from: i + 1)
        continue
      }
      var upper = reader.upperEnd(after: figure, in: range)
      if let end = upper, end.number.contains(where: { taken[$0] }) || end.tokens.upperBound > range.upperBound {
        upper = nil
      }
      let full = leaning(figure, on: previous, in: range)
      let (row, kept, isChange) = row(full, upper, after: previous, sentence, document)
      found.figures.append(row)
      let isFall = isChange && (row.value.high.map { $0 < .zero } ?? false)
      previous = Previous(reading: kept, isChange: isChange, isFall: isFall)
      i = start(from: max(kept.number.upperBound, i + 1))
    }
  }

  /// The row of a figure, the figure with all its words, and whether it tells a change.
  private func row(
    _ figure: FigureReading, _ upper: FigureReading?, after previous: Previous?, _ sentence: SentencePart,
    _ document: DocumentPart
  ) -> (FigureRow, FigureReading, isChange: Bool) {
    let range = sentence.tokens
    let isTime = Unit.isTime(figure.unit)
    var around = ownBounds(of: figure, isTime: isTime, in: range)
    var figure = figure
    var ends = figure.ends
    around.bounds.forEach { ends.apply($0) }
    // "more than 25,000 but fewer than 40,000 farms"
    if let upper, let high = upper.ends.low, ends.low != nil, ends.high == nil,
      let (bound, _) = bounds.upperBound(at: figure.tokens.upperBound + 1, limit: range.upperBound)
    {
      (ends.high, ends.isHighOpen) = (high, bound == .below)
      (figure.unit, figure.subject) = (upper.unit, upper.subject)
      figure.tokens = figure.tokens.lowerBound..<upper.tokens.upperBound
      figure.number = figure.number.lowerBound..<upper.number.upperBound
      around.tokens = around.tokens.lowerBound..<max(around.tokens.upperBound, figure.tokens.upperBound)
    }
    let worded = min(around.tokens.lowerBound, figure.lower)..<max(around.tokens.upperBound, figure.tokens.upperBound)
    let isShare =
      figure.unit == "percent" || figure.unit == "fraction" || figure.unit == "percentage point"
      || figure.unit == "times" || Self.points.contains(figure.unit)
    let change = change(of: figure, worded, isShare: isShare, isTime: isTime, after: previous, in: range)
    if change?.isFall == true { ends = ends.negated() }
    let subject =
      change?.subject ?? figure.subject ?? share(after: worded.upperBound, isShare: isShare, limit: range.upperBound)
      ?? (figure.unit == "years old" ? nil : changes.subject(ofLevelAt: worded.lowerBound, in: range))
    let text = tokens.line(figure.tokens)
    let subjectText = subject.map { tokens.line($0) }
    let row = FigureRow(
      document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(figure.tokens),
      value: ends.measure(
        unit: figure.unit, isChange: change != nil, text: text,
        worded: worded == figure.tokens ? text : tokens.line(worded)),
      subject: subjectText, measure: subject.flatMap { measure($0, subjectText) }, isChange: change != nil,
      each: isTime
        ? each.unit(at: worded.upperBound, limit: range.upperBound)?.0
        : each.each(after: worded.upperBound, limit: range.upperBound), period: nil)
    return (row, figure, change != nil)
  }

  /// The bounds of a figure that are its own.
  private func ownBounds(of figure: FigureReading, isTime: Bool, in range: Range<Int>) -> BoundReader.Reading {
    // Bounds after the number may stand before its noun: "170+ authorities", or after it: "five days or more".
    var around = bounds.bounds(around: figure.lower..<figure.number.upperBound, in: range)
    if !around.hasWordsAfter, figure.tokens.upperBound > figure.number.upperBound,
      let (bound, upper) = bounds.after(figure.tokens.upperBound, limit: range.upperBound)
    {
      around.bounds.append(bound)
      around.tokens = around.tokens.lowerBound..<upper
    }
    let isLevel = figure.subject == nil || figure.ends.low.map { $0 >= ExactNumber(1000) } ?? false
    if around.needsUnit && Unit.named(figure.unit) == nil && !isWorkingTime(figure) || around.needsLevel && !isLevel
      || isTime && isDuring(around.tokens.lowerBound, figure.tokens.upperBound, in: range)
    {
      return BoundReader.Reading(tokens: figure.lower..<figure.tokens.upperBound)
    }
    return around
  }

  /// "spread over 20 years" tells during what, "has over 20 years of", "now over 12 weeks" and "delays of over 20 minutes"
  /// how long at the least.
  private func isDuring(_ over: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    guard tokens.isKey(over, .over), !tokens.isKey(end, .ago) else { return false }
    guard over > sentence.lowerBound else { return true }
    let before = over - 1
    if tokens.isAny(before, Self.lasting) || tokens.isAny(before, [.auxiliary, .conjunction]) { return false }
    // "phased in over two years"
    if tokens.isKey(before, .in), tokens.endsInED(before - 1) { return true }
    return !tokens.isAny(before, .preposition) || tokens.isAny(before, Self.particles)
  }

  private func change(
    of figure: FigureReading, _ worded: Range<Int>, isShare: Bool, isTime: Bool, after previous: Previous?,
    in range: Range<Int>
  ) -> ChangeReader.Change? {
    if figure.isChange {
      return figure.unit == "times" || figure.unit == "fraction"
        ? changes.ofMultiple(worded, isFall: figure.isFall, in: range)
        : ChangeReader.Change(isFall: figure.isFall, subject: nil)
    }
    if isTime { return nil }
    return changes.change(
      at: worded, isShare: isShare, isTimes: figure.unit == "times", isBare: figure.unit.isEmpty, in: range)
      ?? second(figure, worded, after: previous, in: range)
  }

  /// Points rise and fall without "by": "down 4 points".
  private static let points = ["points", "point", "basis points", "bps"]

  /// What "over" follows where it means longer than, not during.
  private static let lasting: WordList = [
    "for", "take", "takes", "taking", "took", "taken", "lasts", "lasted", "lasting", "now", "still", "just",
    "well", "little", "not", "often", "sometimes", "usually", "already",
  ]
  /// "paid out over 20 years"
  private static let particles: WordList = ["out", "up", "down", "off", "on"]

  /// `10 working days`
  private func isWorkingTime(_ figure: FigureReading) -> Bool {
    figure.tokens.count > figure.number.count + 1 && tokens.isAny(figure.tokens.upperBound - 1, .timeUnit)
  }

  /// What a share is a share of: `23% of money mules`.
  private func share(after i: Int, isShare: Bool, limit: Int) -> Range<Int>? {
    guard isShare, i + 1 < limit else { return nil }
    if tokens.isKey(i, .of) { return reader.phrases.measured(at: i + 1, limit: limit) }
    return tokens.isAny(i, .determiner) && !tokens.isAny(i + 1, .timeUnit)
      ? reader.phrases.measured(at: i, limit: limit) : nil
  }

  /// The words in lower case without article and "number of", so that rows of different documents meet.
  private func measure(_ subject: Range<Int>, _ text: String?) -> String? {
    var start = subject.lowerBound
    while start < subject.upperBound {
      if tokens.isAny(start, .determiner) || tokens.isKey(start, .total) {
        start += 1
      } else if tokens.isKey(start, .number) || tokens.isKey(start, .rate), tokens.isKey(start + 1, .of),
        start + 1 < subject.upperBound
      {
        start += 2
      } else {
        break
      }
    }
    guard start < subject.upperBound else { return nil }
    if start == subject.lowerBound, let text { return MoneyReader.lowercased(text) }
    return MoneyReader.lowercased(tokens.line(start..<subject.upperBound))
  }
}
