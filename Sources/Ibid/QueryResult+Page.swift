import IbidSource

extension QueryResult {
  /// The lines of the file around the place of a row (from 0), with line numbers; the row's own lines are marked.
  public func page(aroundRow row: Int, context: Int = 5) throws(QueryError) -> String {
    let explanation = try explanation(ofRow: row, column: nil, for: "open")
    guard let source = explanation.contributions.compactMap(\.source).first, let text = store.text(of: source.file)
    else {
      let words = SourceText(name: "open", "open \(row + 1)")
      throw QueryError(
        [
          Diagnostic(
            "no-source", "row \(row + 1) stands in no file", at: ByteSpan(0, words.bytes.count),
            why: "it was computed or given", try: [.init("why \(row + 1)")])
        ], in: words)
    }
    let lastLine = text.line(of: max(source.start, source.end - 1))
    let shown = max(1, source.line - context)...min(text.lineStarts.count, lastLine + context)
    let width = String(shown.upperBound).count
    var result = TerminalText.escaped(source.file) + "\n"
    for line in shown {
      let number = String(line)
      let mark = line >= source.line && line <= lastLine ? ">" : " "
      let content = text.string(text.lineSpan(line))
      let cut = content.count > 400 ? Self.around(text, line, source) : content
      result +=
        mark + String(repeating: " ", count: width - number.count) + number + "  " + TerminalText.escaped(cut) + "\n"
    }
    return result
  }

  /// Of a very long line, the part around the source.
  private static func around(_ text: SourceText, _ line: Int, _ source: Source) -> String {
    let span = text.lineSpan(line)
    let lower = min(max(span.lower, source.start - 160), span.upper)
    let upper = max(lower, min(span.upper, max(source.end, lower) + 160))
    return (lower > span.lower ? "… " : "") + text.string(ByteSpan(lower, upper)) + (upper < span.upper ? " …" : "")
  }
}
