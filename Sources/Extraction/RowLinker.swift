import IbidSource

/// Ties the rows of a document to each other: the quotation that each stands in, the period of amounts and figures.
struct RowLinker {
  let tokens: Tokens
  let document: DocumentPart

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
}
