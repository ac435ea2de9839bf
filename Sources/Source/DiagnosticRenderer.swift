/// Draws diagnostics as text, plain or in colour.
///
///     error[type-mismatch]: cannot compare money with text
///      --> awards.ibid:3:14
///     3 | where amount > "1,000"
///       |       ------ ^ ------- this is text
///       |       |
///       |       this is money (USD)
///       = why: money and text have no order in common
///       = try: where amount > USD 1000
///
/// The primary place is underlined with `^`, the others with `-`. Nothing that could confuse a terminal gets through:
/// control and bidi characters are shown as escapes, tabs as blanks, and long lines are cut around their marks. Cost is
/// bounded by the number of labels, not by the length of the text.
package struct DiagnosticRenderer: Sendable {
  package enum Style: Sendable { case plain, coloured }

  package var style: Style
  /// Columns for a source line, without the gutter; longer lines are cut.
  package var width: Int

  package init(style: Style = .plain, width: Int = 100) {
    self.style = style
    self.width = max(width, 20)
  }

  /// All of them, a blank line between two. Ends with a line end unless there are none.
  package func render(_ diagnostics: [Diagnostic], in source: SourceText) -> String {
    diagnostics.map { render($0, in: source) }.joined(separator: "\n")
  }

  /// One diagnostic; ends with a line end.
  package func render(_ diagnostic: Diagnostic, in source: SourceText) -> String {
    let marks = Self.marks(of: diagnostic, in: source)
    let gutter = String(marks.map(\.line).max() ?? 1).count
    let margin = String(repeating: " ", count: gutter)
    let tint = tint(of: diagnostic.severity)

    let head =
      paint("\(diagnostic.severity.rawValue)[\(diagnostic.id)]", tint) + paint(": " + shown(diagnostic.message), .bold)
    let (line, column) = source.position(of: diagnostic.span.lower)
    var lines = [head, margin + paint("--> ", .frame) + shown(source.name) + ":\(line):\(column)"]
    lines += excerpts(marks, in: source, gutter: gutter, tint: tint)
    if let reason = diagnostic.reason {
      lines.append(margin + paint(" = ", .frame) + paint("why", .bold) + ": " + shown(reason))
    }
    for suggestion in diagnostic.suggestions {
      lines.append(margin + paint(" = ", .frame) + paint("try", .hint) + ": " + shown(suggestion.text))
    }
    return lines.joined(separator: "\n") + "\n"
  }

  // MARK: Marks

  /// A stretch of one line to underline.
  struct Mark {
    var line: Int
    var span: ByteSpan
    var text: String
    var isPrimary: Bool
  }

  /// The primary place and the labels; a place of several lines is marked on its first.
  private static func marks(of diagnostic: Diagnostic, in source: SourceText) -> [Mark] {
    func mark(_ span: ByteSpan, _ text: String) -> Mark {
      let lower = min(span.lower, source.bytes.count)
      let line = source.line(of: lower)
      let whole = source.lineSpan(line)
      let start = min(lower, whole.upper)
      let clipped = ByteSpan(start, max(start, min(span.upper, whole.upper)))
      return Mark(line: line, span: clipped, text: text, isPrimary: span == diagnostic.span)
    }
    var marks = diagnostic.labels.map { mark($0.span, $0.text) }
    if !marks.contains(where: \.isPrimary) { marks.insert(mark(diagnostic.span, ""), at: 0) }
    return marks
  }

  private func excerpts(_ marks: [Mark], in source: SourceText, gutter: Int, tint: Tint) -> [String] {
    let byLine = Dictionary(grouping: marks, by: \.line)
    var lines: [String] = []
    var previous: Int?
    for number in byLine.keys.sorted() {
      if let previous, number == previous + 2 {
        let between = DisplayLine(source, line: previous + 1, around: source.lineSpan(previous + 1).lower, width: width)
        lines.append(row(number: previous + 1, between.text, gutter: gutter))
      } else if let previous, number > previous + 2 {
        lines.append(paint(String(repeating: " ", count: gutter + 1) + "…", .frame))
      }
      var rest = byLine[number] ?? []
      while let anchor = rest.first(where: \.isPrimary) ?? rest.min(by: { $0.span < $1.span }) {
        let shown = DisplayLine(source, line: number, around: anchor.span.lower, width: width)
        let fits = rest.filter { shown.holds($0.span.lower) }
        rest.removeAll { shown.holds($0.span.lower) }
        lines.append(row(number: number, shown.text, gutter: gutter))
        lines += underlines(fits, of: shown).map { row(number: nil, painted($0, tint), gutter: gutter) }
        if fits.isEmpty { break }
      }
      previous = number
    }
    return lines
  }

  private func row(number: Int?, _ text: String, gutter: Int) -> String {
    let shown = number.map(String.init) ?? ""
    let frame = String(repeating: " ", count: gutter - shown.count) + shown + " |"
    return paint(frame, .frame) + (text.isEmpty ? "" : " " + text)
  }

  // MARK: Underlines

  /// A row of characters, each with its own tint.
  private typealias Row = [(character: Character, isPrimary: Bool)]

  /// The rows below a source line: underlines, with the words of the last one behind it; then, from right to left, the
  /// words of the others, each hanging from a bar under the start of its mark. Nothing is drawn over anything.
  private func underlines(_ marks: [Mark], of line: DisplayLine) -> [Row] {
    struct Placed {
      var start: Int
      var end: Int
      var mark: Mark
    }
    var placed = marks.map { mark in
      let start = line.column(of: mark.span.lower)
      return Placed(start: start, end: max(start + 1, line.column(of: mark.span.upper)), mark: mark)
    }
    placed.sort { ($0.start, $0.end) < ($1.start, $1.end) }

    var first: Row = []
    for one in placed.filter({ !$0.mark.isPrimary }) + placed.filter(\.mark.isPrimary) {
      fill(&first, one.start..<one.end, with: one.mark.isPrimary ? "^" : "-", isPrimary: one.mark.isPrimary)
    }
    var hanging = placed.filter { !$0.mark.text.isEmpty }
    if let last = hanging.last, last.end >= first.count {
      write(" " + shown(last.mark.text), into: &first, at: first.count, isPrimary: last.mark.isPrimary)
      hanging.removeLast()
    }
    var rows = [first]
    if !hanging.isEmpty {
      var bars: Row = []
      for one in hanging { fill(&bars, one.start..<(one.start + 1), with: "|", isPrimary: one.mark.isPrimary) }
      rows.append(bars)
    }
    while let last = hanging.popLast() {
      var row: Row = []
      for one in hanging where one.start < last.start {
        fill(&row, one.start..<(one.start + 1), with: "|", isPrimary: one.mark.isPrimary)
      }
      write(shown(last.mark.text), into: &row, at: last.start, isPrimary: last.mark.isPrimary)
      rows.append(row)
    }
    return rows
  }

  private func fill(_ row: inout Row, _ columns: Range<Int>, with character: Character, isPrimary: Bool) {
    while row.count < columns.upperBound { row.append((" ", false)) }
    for column in columns { row[column] = (character, isPrimary) }
  }

  private func write(_ text: String, into row: inout Row, at column: Int, isPrimary: Bool) {
    while row.count < column { row.append((" ", false)) }
    for character in text { row.append((character, isPrimary)) }
  }

  private func painted(_ row: Row, _ tint: Tint) -> String {
    guard style == .coloured else { return String(row.map(\.character)) }
    var result = ""
    var index = 0
    while index < row.count {
      let start = index
      while index < row.count, row[index].isPrimary == row[start].isPrimary { index += 1 }
      result += paint(String(row[start..<index].map(\.character)), row[start].isPrimary ? tint : .frame)
    }
    return result
  }

  // MARK: Colour

  enum Tint: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case frame = "34"
    case bold = "1"
    case hint = "1;32"
  }

  private func tint(of severity: Diagnostic.Severity) -> Tint {
    switch severity {
    case .error: .error
    case .warning: .warning
    case .note: .note
    }
  }

  private func paint(_ text: String, _ tint: Tint) -> String {
    style == .plain || text.isEmpty ? text : "\u{1B}[\(tint.rawValue)m\(text)\u{1B}[0m"
  }

  /// Words in a message: one line, nothing that a terminal would act on.
  private func shown(_ text: String) -> String {
    var result = ""
    for scalar in text.unicodeScalars {
      if scalar == "\n" || scalar == "\t" {
        result += " "
      } else {
        result += DisplayLine.shown(scalar) ?? String(scalar)
      }
    }
    return result
  }
}
