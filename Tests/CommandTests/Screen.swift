/// As much of a terminal as the session uses: cells, a cursor, and the escape sequences that move it.
struct Screen {
  let columns: Int
  let rows: Int
  private(set) var cells: [[String]]
  private(set) var row = 0
  private(set) var column = 0
  private var pending: [UInt8] = []

  init(columns: Int, rows: Int) {
    self.columns = columns
    self.rows = rows
    cells = Array(repeating: [], count: rows)
  }

  /// The rows without blanks at their ends.
  var lines: [String] {
    var lines = cells.map { row in
      var text = row.joined()
      while text.last == " " { text.removeLast() }
      return text
    }
    while lines.last == "" { lines.removeLast() }
    return lines
  }
  var text: String { lines.joined(separator: "\n") }

  /// Shows bytes, and gives what of them is text.
  mutating func show(_ bytes: some Sequence<UInt8>) -> String {
    pending += bytes
    // A character cut in two waits for its rest.
    var whole = pending.count
    while whole > 0, whole > pending.count - 4, String(validating: pending[..<whole], as: UTF8.self) == nil {
      whole -= 1
    }
    let scalars = Array(String(decoding: pending[..<whole], as: UTF8.self).unicodeScalars)
    pending.removeFirst(whole)
    var text = ""
    var index = 0
    while index < scalars.count {
      let scalar = scalars[index]
      index += 1
      switch scalar {
      case "\u{1B}":
        guard index < scalars.count, scalars[index] == "[" else { continue }
        var end = index + 1
        while end < scalars.count, !(0x40...0x7E).contains(scalars[end].value) { end += 1 }
        guard end < scalars.count else {
          pending = Array(String(String.UnicodeScalarView(scalars[(index - 1)...])).utf8) + pending
          return text
        }
        control(String(String.UnicodeScalarView(scalars[(index + 1)..<end])), scalars[end])
        index = end + 1
      case "\r":
        column = 0
        text += "\r"
      case "\n":
        newline()
        text += "\n"
      case _ where scalar.value < 0x20: break
      default:
        put(scalar)
        text.unicodeScalars.append(scalar)
      }
    }
    return text.replacing("\r\n", with: "\n").replacing("\r", with: "")
  }

  private mutating func control(_ argument: String, _ end: Unicode.Scalar) {
    let count = Int(argument) ?? 1
    switch end {
    case "A": row = max(0, row - count)
    case "B": row = min(rows - 1, row + count)
    case "C": column = min(columns - 1, column + count)
    case "J":
      if column < cells[row].count { cells[row].removeSubrange(column...) }
      for below in (row + 1)..<max(rows, row + 1) { cells[below] = [] }
    case "K": if column < cells[row].count { cells[row].removeSubrange(column...) }
    case "H": (row, column) = (0, 0)
    default: break
    }
  }

  private mutating func newline() {
    row += 1
    if row == rows {
      cells.removeFirst()
      cells.append([])
      row -= 1
    }
  }

  private mutating func put(_ scalar: Unicode.Scalar) {
    let category = scalar.properties.generalCategory
    if category == .nonspacingMark || category == .format {
      var place = column - 1
      while place > 0, place < cells[row].count, cells[row][place].isEmpty { place -= 1 }
      if place >= 0, place < cells[row].count { cells[row][place].unicodeScalars.append(scalar) }
      return
    }
    // What a joiner joins is one sign.
    if let last = cells[row].lastIndex(where: { !$0.isEmpty }), cells[row][last].unicodeScalars.last == "\u{200D}" {
      cells[row][last].unicodeScalars.append(scalar)
      return
    }
    let width = Self.isWide(scalar) ? 2 : 1
    if column + width > columns {
      newline()
      column = 0
    }
    while cells[row].count < column + width { cells[row].append(" ") }
    cells[row][column] = String(scalar)
    if width == 2 { cells[row][column + 1] = "" }
    column += width
  }

  static func isWide(_ scalar: Unicode.Scalar) -> Bool {
    (0x1100...0x115F).contains(scalar.value) || (0x2E80...0xA4C6).contains(scalar.value)
      || (0xAC00...0xD7A3).contains(scalar.value)
      || (0xFF01...0xFF60).contains(scalar.value) || (0x1F300...0x1FAFF).contains(scalar.value)
  }
}
