/// Lays the text being edited out on a terminal, and says what to send to show it.
///
/// Pure: from text, colours, cursor and width to rows, and from the rows shown before to the bytes that replace them.
/// Rows are broken here rather than by the terminal, one cell before its edge, so that no terminal's ways at the last
/// column matter.
struct LineRenderer {
  /// Before the first line, and before every other one.
  var prompt = "ibid> "
  var continuation = "  ... "
  var usesColour = false
  /// Columns of the terminal.
  var width = 80
  /// Rows of the terminal; of a longer text the rows around the cursor are shown.
  var height = 24

  /// What is on the screen: rows as sent, their widths, and where the cursor stands.
  struct Frame: Equatable {
    var rows: [String] = []
    var widths: [Int] = []
    var cursorRow = 0
    var cursorColumn = 0
  }

  /// A colour for a range of the text's UTF-8 bytes: the codes of an SGR sequence.
  struct Style {
    var range: Range<Int>
    var codes: String
  }

  /// `marks`: UTF-8 bytes that are wrong. `ghost`: what may be meant to follow, shown as far as the row goes. `below`:
  /// lines under the text, such as possible completions; cut off at the edge.
  func frame(
    _ buffer: EditBuffer, styles: [Style] = [], marks: [Range<Int>] = [], ghost: String = "", below: [BelowLine] = []
  ) -> Frame {
    var layout = Layout(limit: max(8, width) - 1, usesColour: usesColour)
    layout.startLine(prompt, codes: "1")
    var offset = 0
    var style = 0
    for (index, character) in buffer.characters.enumerated() {
      if index == buffer.cursor { layout.markCursor() }
      if character == "\n" {
        layout.startLine(continuation, codes: "2")
      } else {
        while style < styles.count, styles[style].range.upperBound <= offset { style += 1 }
        var codes = style < styles.count && styles[style].range.contains(offset) ? styles[style].codes : ""
        if marks.contains(where: { $0.contains(offset) }) { codes = "4;31" }
        let shown = CellText.shown(character)
        layout.put(shown.text, width: shown.width, codes: codes, atCursor: index == buffer.cursor)
      }
      offset += character.utf8.count
    }
    if buffer.cursor == buffer.characters.count {
      layout.markCursor()
      layout.putRest(ghost)
    }
    layout.finish()
    var frame = layout.frame
    for line in below { add(line, to: &frame, limit: layout.limit) }
    return cropped(frame)
  }

  private func add(_ line: BelowLine, to frame: inout Frame, limit: Int) {
    var row = ""
    var width = 0
    for piece in line.pieces {
      let cut = CellText.cut(piece.text, to: limit - width)
      row += usesColour && !piece.codes.isEmpty ? "\u{1B}[\(piece.codes)m\(cut.text)\u{1B}[0m" : cut.text
      width += cut.width
    }
    frame.rows.append(row)
    frame.widths.append(width)
  }

  /// The rows around the cursor, if not all fit on the screen.
  private func cropped(_ frame: Frame) -> Frame {
    let limit = max(2, height)
    guard frame.rows.count > limit else { return frame }
    let first = min(max(0, frame.cursorRow - limit / 2), frame.rows.count - limit)
    var part = frame
    part.rows = Array(frame.rows[first..<first + limit])
    part.widths = Array(frame.widths[first..<first + limit])
    part.cursorRow -= first
    return part
  }

  /// Replaces what is shown. One string, to be sent with one write.
  func update(from old: Frame?, to new: Frame) -> String {
    var output = "\u{1B}[?25l" + erase(old)
    output += new.rows.joined(separator: "\r\n")
    let up = new.rows.count - 1 - new.cursorRow
    if up > 0 { output += "\u{1B}[\(up)A" }
    output += "\r"
    if new.cursorColumn > 0 { output += "\u{1B}[\(new.cursorColumn)C" }
    return output + "\u{1B}[?25h"
  }

  /// Goes to the first row of what is shown and clears from there on.
  ///
  /// A terminal that became narrower has broken long rows in two meanwhile, so rows are counted by today's width.
  func erase(_ old: Frame?) -> String {
    guard let old else { return "\r\u{1B}[J" }
    var up = old.cursorColumn / max(1, width)
    for row in 0..<min(old.cursorRow, old.widths.count) { up += max(1, (old.widths[row] + width - 1) / max(1, width)) }
    return (up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J"
  }
}

/// Rows in the making.
private struct Layout {
  let limit: Int
  let usesColour: Bool
  var frame = LineRenderer.Frame()
  private var row = ""
  private var width = 0
  private var codes = ""
  private var isFirst = true

  init(limit: Int, usesColour: Bool) {
    self.limit = limit
    self.usesColour = usesColour
  }

  mutating func startLine(_ prompt: String, codes: String) {
    if !isFirst { endRow() }
    isFirst = false
    for character in prompt { put(String(character), width: 1, codes: codes, atCursor: false) }
  }

  mutating func put(_ text: String, width cells: Int, codes: String, atCursor: Bool) {
    if width + cells > limit, width > 0 {
      endRow()
      if atCursor { markCursor() }
    }
    style(codes)
    row += text
    width += cells
  }

  mutating func markCursor() {
    if width >= limit { endRow() }
    frame.cursorRow = frame.rows.count
    frame.cursorColumn = width
  }

  /// As much of a text as the row has room for, in the colour of what is not there yet.
  mutating func putRest(_ text: String) {
    for character in text {
      let shown = CellText.shown(character)
      if character == "\n" || width + shown.width > limit { return }
      put(shown.text, width: shown.width, codes: "2", atCursor: false)
    }
  }

  mutating func finish() { endRow() }

  private mutating func endRow() {
    style("")
    frame.rows.append(row)
    frame.widths.append(width)
    row = ""
    width = 0
  }

  private mutating func style(_ new: String) {
    guard usesColour, new != codes else { return }
    if !codes.isEmpty { row += "\u{1B}[0m" }
    if !new.isEmpty { row += "\u{1B}[\(new)m" }
    codes = new
  }
}
