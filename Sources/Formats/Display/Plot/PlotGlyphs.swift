/// The characters of a drawing in a terminal: blocks, braille and lines, or ASCII where those cannot be shown.
struct PlotGlyphs: Sendable {
  let isUnicode: Bool

  /// A cell that is filled from the left by eighths, 1 to 8; ASCII has whole cells alone.
  func block(eighths: Int) -> Character { isUnicode ? Self.blocks[min(max(eighths, 1), 8) - 1] : "#" }
  private static let blocks: [Character] = ["▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"]

  /// What a value may be as well.
  var possible: Character { isUnicode ? "░" : "." }
  var moreRight: Character { isUnicode ? "▶" : ">" }
  var moreLeft: Character { isUnicode ? "◀" : "<" }
  var moreUp: Character { isUnicode ? "▲" : "^" }
  var moreDown: Character { isUnicode ? "▼" : "v" }
  var horizontal: Character { isUnicode ? "─" : "-" }
  var vertical: Character { isUnicode ? "│" : "|" }
  var tickBelow: Character { isUnicode ? "┬" : "+" }
  var tickLeft: Character { isUnicode ? "┤" : "+" }
  var corner: Character { isUnicode ? "└" : "+" }
  var missing: String { isUnicode ? "–" : "-" }

  /// The marks of the first, second … column, where there are several.
  func mark(_ series: Int) -> Character {
    let marks: [Character] = isUnicode ? ["●", "○", "■", "□", "◆", "◇"] : ["*", "o", "+", "x", "@", "%"]
    return marks[series % marks.count]
  }

  /// A text that the terminal can show: what ASCII does not have is spelled with it, or is `?`.
  func text(_ text: String) -> String {
    if isUnicode || text.utf8.allSatisfy({ $0 < 0x80 }) { return text }
    return text.reduce(into: "") { result, character in
      switch character {
      case "–", "—": result += "-"
      case "…": result += "..."
      case "£": result += "GBP "
      case "€": result += "EUR "
      case "“", "”": result += "\""
      case "‘", "’": result += "'"
      default: result += character.isASCII ? String(character) : "?"
      }
    }
  }

  /// Cells of the longest one.
  func widest(_ texts: some Sequence<String>) -> Int { texts.reduce(0) { max($0, DisplayWidth.of(text($1))) } }
}
