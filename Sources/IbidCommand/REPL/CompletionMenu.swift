import Ibid

/// Possible completions below the text: one a line with what each is, or in columns where there is nothing to say of them.
struct CompletionMenu {
  let candidates: [Completions.Candidate]
  /// What the text looked like before one was chosen.
  let original: EditBuffer
  /// Characters of the text that a candidate replaces, up to the cursor.
  let start: Int
  private(set) var selected: Int?

  init(_ candidates: [Completions.Candidate], in original: EditBuffer, from start: Int) {
    self.candidates = candidates
    self.original = original
    self.start = start
  }

  mutating func move(by step: Int) {
    let count = candidates.count
    selected = selected.map { ($0 + step + count) % count } ?? (step > 0 ? 0 : count - 1)
  }

  /// The text with the selected candidate.
  var buffer: EditBuffer {
    guard let selected else { return original }
    var text = original
    text.remove(start..<original.cursor)
    text.insert(candidates[selected].text)
    return text
  }

  // MARK: Drawing

  /// Rows that fit a width, at most so many.
  func lines(width: Int, maxLines: Int) -> [BelowLine] {
    let haveDetails = candidates.contains { !$0.detail.isEmpty }
    return haveDetails || candidates.count <= maxLines ? list(width, maxLines) : columns(width, maxLines)
  }

  private var cell: Int { (candidates.map { CellText.width(of: $0.text) }.max() ?? 0) + 2 }

  private func list(_ width: Int, _ maxLines: Int) -> [BelowLine] {
    let shown = candidates.count <= maxLines ? maxLines : maxLines - 1
    let first = window(shown, of: candidates.count, around: selected ?? 0)
    let haveDetails = candidates.contains { !$0.detail.isEmpty }
    let cell = min(cell, max(8, haveDetails ? width / 2 : width - 4))
    var lines = first.map { index in
      let name = padded(candidates[index].text, to: cell)
      let detail = CellText.cut(candidates[index].detail, to: max(0, width - cell - 3)).text
      return BelowLine([("  ", ""), (name, index == selected ? "7" : ""), (" " + detail, "2")])
    }
    if first.count < candidates.count {
      lines.append(BelowLine("  \(first.lowerBound + 1)–\(first.upperBound) of \(candidates.count)", codes: "2"))
    }
    return lines
  }

  /// Down the columns.
  private func columns(_ width: Int, _ maxLines: Int) -> [BelowLine] {
    let cell = min(cell, max(8, width - 2))
    let count = max(1, (width - 2) / cell)
    let rows = (candidates.count + count - 1) / count
    let shown = window(rows <= maxLines ? maxLines : maxLines - 1, of: rows, around: selected.map { $0 % rows } ?? 0)
    var lines = shown.map { row in
      BelowLine(
        [("  ", "")]
          + stride(from: row, to: candidates.count, by: rows).map { index in
            (padded(candidates[index].text, to: cell), index == selected ? "7" : "")
          })
    }
    if shown.count < rows { lines.append(BelowLine("  \(candidates.count) in all", codes: "2")) }
    return lines
  }

  private func window(_ size: Int, of count: Int, around place: Int) -> Range<Int> {
    let size = min(max(size, 1), count)
    let first = min(max(0, place - size / 2), count - size)
    return first..<first + size
  }

  private func padded(_ text: String, to width: Int) -> String {
    let cut = CellText.cut(text, to: width - 1)
    return cut.text + String(repeating: " ", count: max(0, width - cut.width))
  }
}

/// A line under the text, in pieces with the codes of their colours.
struct BelowLine {
  var pieces: [(text: String, codes: String)]

  init(_ pieces: [(String, String)]) { self.pieces = pieces.map { (text: $0.0, codes: $0.1) } }
  init(_ text: String, codes: String = "") { self.init([(text, codes)]) }
}
