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
    while i < range.upperBound {
      guard !taken[i], let figure = reader.figure(at: i, in: range, isHeading: isHeading),
        !figure.number.contains(where: { taken[$0] })
      else {
        i = start(from: i + 1)
        continue
      }
      found.figures.append(row(figure, sentence, document))
      i = start(from: max(figure.number.upperBound, i + 1))
    }
  }

  private func row(_ figure: FigureReading, _ sentence: SentencePart, _ document: DocumentPart) -> FigureRow {
    let range = sentence.tokens
    // Bounds after the number may stand before its noun: "170+ authorities", or after it: "five days or more".
    var around = bounds.bounds(around: figure.lower..<figure.number.upperBound, in: range)
    if !around.hasWordsAfter, figure.tokens.upperBound > figure.number.upperBound,
      let (bound, upper) = bounds.after(figure.tokens.upperBound, limit: range.upperBound)
    {
      around.bounds.append(bound)
      around.tokens = around.tokens.lowerBound..<upper
    }
    let isTime = Unit.isTime(figure.unit)
    let isDuring =
      isTime && tokens.isKey(around.tokens.lowerBound, .over) && !tokens.isKey(figure.tokens.upperBound, .ago)
      && !(around.tokens.lowerBound > range.lowerBound && tokens.isAny(around.tokens.lowerBound - 1, Self.lasting))
    if around.needsUnit && Unit.named(figure.unit) == nil && !isWorkingTime(figure) || isDuring {
      around = BoundReader.Reading(tokens: figure.lower..<figure.tokens.upperBound)
    }
    var ends = figure.ends
    around.bounds.forEach { ends.apply($0) }
    let worded = min(around.tokens.lowerBound, figure.lower)..<max(around.tokens.upperBound, figure.tokens.upperBound)
    let isShare =
      figure.unit == "percent" || figure.unit == "fraction" || figure.unit == "percentage point"
      || figure.unit == "times" || Self.points.contains(figure.unit)
    let change =
      figure.isChange
      ? ChangeReader.Change(isFall: figure.isFall, subject: nil)
      : isTime ? nil : changes.change(at: worded, isShare: isShare, in: range)
    if change?.isFall == true { ends = ends.negated() }
    let subject =
      change?.subject ?? figure.subject ?? share(after: worded.upperBound, isShare: isShare, limit: range.upperBound)
    let text = tokens.line(figure.tokens)
    let subjectText = subject.map { tokens.line($0) }
    return FigureRow(
      document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(figure.tokens),
      value: ends.measure(
        unit: figure.unit, isChange: change != nil, text: text,
        worded: worded == figure.tokens ? text : tokens.line(worded)),
      subject: subjectText, measure: subject.flatMap { measure($0, subjectText) }, isChange: change != nil,
      each: isTime ? nil : each.each(after: worded.upperBound, limit: range.upperBound), period: nil)
  }

  /// Points rise and fall without "by": "down 4 points".
  private static let points = ["points", "point", "basis points", "bps"]

  /// What "over" follows where it means longer than, not during.
  private static let lasting: WordList = [
    "for", "take", "takes", "taking", "took", "taken", "lasts", "lasted", "lasting",
  ]

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
