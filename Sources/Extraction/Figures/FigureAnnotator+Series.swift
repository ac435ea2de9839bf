import IbidTypes

/// Figures that lean on the one before them: `12 boats in Cork, 30 in Leeds`, `rose 12 per cent in 2023 and 8 per cent in 2022`.
extension FigureAnnotator {
  /// The figure before, with what it told.
  struct Previous {
    var reading: FigureReading
    var isChange: Bool
    var isFall: Bool
  }

  /// A bare number with the unit of the figure that it is told beside; else as it is.
  func leaning(_ figure: FigureReading, on previous: Previous?, in sentence: Range<Int>) -> FigureReading {
    guard let previous = previous?.reading, figure.unit.isEmpty, figure.subject == nil, let nouns = previous.subject,
      previous.unit != "percent", Unit.named(previous.unit) == nil, figure.ends.low != nil,
      figure.lower - previous.tokens.upperBound <= 8, figure.lower > previous.tokens.upperBound,
      isBeside(figure.tokens, previous.tokens.upperBound, in: sentence)
    else { return figure }
    var full = figure
    (full.unit, full.subject) = (previous.unit, nouns)
    return full
  }

  /// `(30 in 2022)`, `of which 12 were lost`, `12 of them new`, `, 30 in Leeds`.
  private func isBeside(_ figure: Range<Int>, _ end: Int, in sentence: Range<Int>) -> Bool {
    let (before, next) = (figure.lowerBound - 1, figure.upperBound)
    if tokens.isSymbol(before, "("), before == end {
      return tokens.isAny(next, .preposition) || tokens.isSymbol(next, ")")
    }
    // "of which 12"; in "the youngest of them 12" an age follows.
    if tokens.isKey(before - 1, .of), !tokens.isKey(before, .them),
      Self.those.contains(where: { tokens.isKey(before, $0) })
    {
      return true
    }
    guard tokens.isSymbol(before, ",") || tokens.isKey(before, .and) || tokens.isSymbol(before, ";") else {
      return false
    }
    if tokens.isKey(next, .of), Self.those.contains(where: { tokens.isKey(next + 1, $0) }) { return true }
    return isSamePreposition(end, next, in: sentence)
  }

  private static let those: [Key] = [.which, .whom, .these, .those, .them]

  /// Whether the same preposition stands behind both figures: "in Cork, … in Leeds", "in 2023 and … in 2022".
  private func isSamePreposition(_ end: Int, _ next: Int, in sentence: Range<Int>) -> Bool {
    next < sentence.upperBound && tokens.isAny(end, .preposition) && !tokens.isKey(end, .of) && tokens.isWord(next)
      && tokens.details[end] == tokens.details[next]
  }

  /// The second of two changes under one verb: `rose 12 per cent in 2023 and 8 per cent in 2022`, `12 per cent and 8 per cent
  /// respectively`.
  func second(
    _ figure: FigureReading, _ worded: Range<Int>, after previous: Previous?, in sentence: Range<Int>
  ) -> ChangeReader.Change? {
    guard let previous, previous.isChange, previous.reading.unit == figure.unit, figure.unit != "times",
      case let end = previous.reading.tokens.upperBound, worded.lowerBound > end, worded.lowerBound - end <= 8,
      tokens.isKey(worded.lowerBound - 1, .and) || tokens.isSymbol(worded.lowerBound - 1, ",")
    else { return nil }
    let isRespective = worded.lowerBound - 1 == end && tokens.isAny(worded.upperBound, Self.respectively)
    guard isRespective || isSamePreposition(end, worded.upperBound, in: sentence),
      !(end..<worded.lowerBound).contains(where: {
        tokens.isAny($0, [.auxiliary, .verb, .pronoun]) && !tokens.isAny($0, .month)
      })
    else { return nil }
    return ChangeReader.Change(isFall: previous.isFall, subject: nil)
  }

  private static let respectively: WordList = ["respectively"]
}
