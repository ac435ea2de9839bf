import Ibid

/// Possible completions in columns, or one a line with what each is where they are few.
enum CompletionList {
  static func lines(_ candidates: [Completions.Candidate], width: Int, maxLines: Int) -> [String] {
    let cell = (candidates.map { CellText.width(of: $0.text) }.max() ?? 0) + 2
    if candidates.count <= maxLines {
      return candidates.map {
        "  " + $0.text + String(repeating: " ", count: cell - CellText.width(of: $0.text)) + $0.detail
      }
    }
    let columns = max(1, (width - 2) / cell)
    let rows = (candidates.count + columns - 1) / columns
    var lines: [String] = []
    for row in 0..<min(rows, maxLines) {
      var line = "  "
      for index in stride(from: row, to: candidates.count, by: rows) {
        line +=
          candidates[index].text + String(repeating: " ", count: cell - CellText.width(of: candidates[index].text))
      }
      lines.append(line)
    }
    if rows > maxLines { lines.append("  … \(candidates.count) in all") }
    return lines
  }
}
