import IbidSource
import IbidTypes

/// Ties the rows of a document to each other: the quotation that each stands in, the period of amounts and figures.
struct RowLinker {
  let tokens: Tokens

  /// Sets `quote` of every row to the innermost quotation that holds it. Quotations are in text order; linear.
  func linkQuotes(_ found: inout Findings) {
    let spans = found.quotes.map(\.span)
    for i in found.money.indices { found.money[i].quote = quote(holding: found.money[i].span, spans) }
    for i in found.figures.indices { found.figures[i].quote = quote(holding: found.figures[i].span, spans) }
    for i in found.dates.indices { found.dates[i].quote = quote(holding: found.dates[i].span, spans) }
    for i in found.mentions.indices { found.mentions[i].quote = quote(holding: found.mentions[i].span, spans) }
    for i in found.acronyms.indices { found.acronyms[i].quote = quote(holding: found.acronyms[i].span, spans) }
  }

  /// Quotations do not overlap, so only the last that starts before the row can hold it.
  private func quote(holding span: ByteSpan, _ spans: [ByteSpan]) -> Int? {
    var (low, high) = (0, spans.count)
    while low < high {
      let middle = (low + high) / 2
      if spans[middle].lower <= span.lower { low = middle + 1 } else { high = middle }
    }
    return low > 0 && spans[low - 1].contains(span) ? low - 1 : nil
  }

  /// Gives amounts and figures the date that stands in their clause: the nearest in the sentence, no other value between.
  ///
  /// A date across a semicolon, or farther than 15 tokens, is left alone: which value it dates is not said.
  func linkPeriods(_ found: inout Findings) {
    let values = (found.money.map(\.span) + found.figures.map(\.span)).sorted()
    for i in found.money.indices {
      found.money[i].period = period(of: found.money[i].span, found.money[i].sentence, found.dates, values)
    }
    for i in found.figures.indices where !Unit.isTime(found.figures[i].value.unit) {
      found.figures[i].period = period(of: found.figures[i].span, found.figures[i].sentence, found.dates, values)
    }
  }

  private func period(of span: ByteSpan, _ sentence: Int, _ dates: [DateRow], _ values: [ByteSpan]) -> Moment? {
    var (low, high) = (0, dates.count)
    while low < high {
      let middle = (low + high) / 2
      if dates[middle].span.lower < span.lower { low = middle + 1 } else { high = middle }
    }
    if low < dates.count, dates[low].sentence == sentence, isNear(span, dates[low].span, values) {
      return dates[low].moment
    }
    if low > 0, dates[low - 1].sentence == sentence, isNear(dates[low - 1].span, span, values) {
      return dates[low - 1].moment
    }
    return nil
  }

  private func isNear(_ first: ByteSpan, _ second: ByteSpan, _ values: [ByteSpan]) -> Bool {
    let lower = tokens.index(atOrAfter: first.upper)
    let upper = tokens.index(atOrAfter: second.lower)
    guard lower <= upper, upper - lower <= 15, !(lower..<upper).contains(where: { tokens.isSymbol($0, ";") }) else {
      return false
    }
    // The first value that starts after the first span must not stand before the second.
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle].lower < first.upper { low = middle + 1 } else { high = middle }
    }
    return low >= values.count || values[low].lower >= second.lower
  }
}
