package import IbidColumns
import IbidTypes

/// A page with one table that can be sorted, each row with the sentences that it was made from.
///
/// The page stands alone: style and script are inside, and its content policy allows these two and nothing else, by their
/// hashes. Whatever the documents said stands there as text. Everything can be read without the script; with it, a heading
/// sorts, the number of a row folds its sources away, and paper has all of them.
///
///     <section class="result">
///       <table><caption>…</caption><thead>…</thead>
///         <tbody data-k="4 0">         one for each row: its places in the order of each column
///           <tr>…</tr>                 the row, its number as `why` counts it
///           <tr class="why">…</tr>     its sources
///         </tbody>
///         …
package struct HTMLFormat: TableFormat {
  package var options: HTMLOptions

  package init(_ options: HTMLOptions = HTMLOptions()) { self.options = options }

  package func write<Failure: Error>(
    _ table: Table, references: @escaping ReferenceResolver, to sink: (String) throws(Failure) -> Void
  ) throws(Failure) {
    var buffer = TextBuffer()
    if options.section == 0 { buffer.append(Self.head(title: options.question ?? table.name)) }
    let columns = zip(table.schema.fields, table.columns).map { DisplayColumn($0, $1, references: references) }
    begin(columns, into: &buffer)
    for row in 0..<table.rowCount {
      buffer.append("<tbody\(places(ofRow: row))><tr>")
      // Heads, so that a screen reader says which row a cell is in.
      buffer.append("<th scope=\"row\">\(row + 1)</th>")
      for (field, column) in zip(columns, table.columns) {
        let text = column.value(at: row).displayText(references: references)
        cell("td", Self.escaped(text), field, into: &buffer)
      }
      buffer.append("</tr>\n")
      if let sources = options.sources?(row) { write(sources, ofRow: row, width: columns.count + 1, into: &buffer) }
      buffer.append("</tbody>\n")
      if buffer.isFull { try sink(buffer.take()) }
    }
    buffer.append("</table></div>\n")
    let count = "\(table.rowCount) row\(table.rowCount == 1 ? "" : "s")"
    for line in [count] + options.footer { buffer.append("<p class=\"note\">\(Self.escaped(line))</p>\n") }
    buffer.append("</section>\n")
    try sink(buffer.take())
  }

  // MARK: Parts

  private static func head(title: String) -> String {
    """
    <!doctype html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src '\(HTMLStyle.hash)'; \
    script-src '\(HTMLScript.hash)'; base-uri 'none'; form-action 'none'">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta name="color-scheme" content="light dark">
    <title>\(escaped(title, lineBreak: " "))</title>
    <style>\(HTMLStyle.text)</style>
    <script>\(HTMLScript.text)</script>
    </head>
    <body>

    """
  }

  private func begin(_ columns: [DisplayColumn], into buffer: inout TextBuffer) {
    let name = "t\(options.section)"
    buffer.append("<section class=\"result\">\n")
    if let drawing = options.drawing { buffer.append("<figure>\n\(drawing)</figure>\n") }
    // Wide tables scroll in a region of their own, which the keyboard can reach.
    buffer.append("<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-labelledby=\"\(name)\">\n")
    buffer.append(
      "<table>\n<caption id=\"\(name)\">\(Self.escaped(options.question ?? "Result"))</caption>\n<thead><tr>")
    buffer.append("<th scope=\"col\">#</th>")
    for column in columns { cell("th scope=\"col\"", Self.escaped(column.header), column, into: &buffer) }
    buffer.append("</tr></thead>\n")
  }

  private func cell(_ tag: String, _ text: String, _ column: DisplayColumn, into buffer: inout TextBuffer) {
    buffer.append("<\(tag) \(column.isRightAligned ? "class=\"n\"" : "dir=\"auto\"")>")
    buffer.append(text)
    buffer.append("</\(tag.prefix { $0 != " " })>")
  }

  /// Where the row stands in the order of each column; empty for what has no place.
  private func places(ofRow row: Int) -> String {
    guard !options.order.isEmpty else { return "" }
    return " data-k=\"" + options.order.map { $0[row].map(String.init) ?? "-" }.joined(separator: " ") + "\""
  }

  private func write(_ sources: RowSources, ofRow row: Int, width: Int, into buffer: inout TextBuffer) {
    buffer.append("<tr class=\"why\" id=\"r\(options.section)-\(row + 1)\"><td colspan=\"\(width)\">")
    if !sources.places.isEmpty { buffer.append("<ul>") }
    for place in sources.places {
      buffer.append("<li><p dir=\"auto\">\(Self.escaped(place.place))</p>")
      if !(place.before + place.words + place.after).isEmpty {
        buffer.append("<blockquote dir=\"auto\">\(Self.escaped(place.before))")
        if !place.words.isEmpty { buffer.append("<mark>\(Self.escaped(place.words))</mark>") }
        buffer.append("\(Self.escaped(place.after))</blockquote>")
      }
      buffer.append("</li>")
    }
    if !sources.places.isEmpty { buffer.append("</ul>") }
    for remark in sources.remarks { buffer.append("<p>\(Self.escaped(remark))</p>") }
    buffer.append("</td></tr>\n")
  }

  // MARK: Text

  /// As text of an element or of an attribute in double quotes; hazards are shown as escapes.
  static func escaped(_ text: String, lineBreak: String = "<br>") -> String {
    var result = ""
    for (index, line) in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).enumerated() {
      if index > 0 { result += lineBreak }
      // By scalars: a mark that combines with `<` does not hide it.
      for scalar in String(line).visible.unicodeScalars {
        switch scalar {
        case "<": result += "&lt;"
        case ">": result += "&gt;"
        case "&": result += "&amp;"
        case "\"": result += "&quot;"
        case "'": result += "&#39;"
        default: result.unicodeScalars.append(scalar)
        }
      }
    }
    return result
  }
}
