import CEditLine
import Ibid

/// Characters as a terminal shows them, and how many cells they take.
enum CellText {
  /// A tab as two blanks, other control and bidirectional characters as escapes.
  static func shown(_ character: Character) -> (text: String, width: Int) {
    if character.isASCII, let code = character.asciiValue, code >= 0x20, code < 0x7F { return (String(character), 1) }
    if character == "\t" { return ("  ", 2) }
    let text = TerminalText.escaped(String(character))
    if text.utf8.count != String(character).utf8.count { return (text, text.reduce(0) { $0 + width($1) }) }
    return (text, width(character))
  }

  /// At most `limit` cells of a text.
  static func cut(_ text: String, to limit: Int) -> (text: String, width: Int) {
    var result = ""
    var used = 0
    for character in text {
      let part = shown(character)
      if used + part.width > limit { break }
      result += part.text
      used += part.width
    }
    return (result, used)
  }

  /// A text with blanks up to a width.
  static func padded(_ text: String, to width: Int) -> String {
    let shown = cut(text, to: .max)
    return shown.text + String(repeating: " ", count: max(0, width - shown.width))
  }

  static func width(of text: String) -> Int { text.reduce(0) { $0 + shown($1).width } }

  /// By the first scalar, as the C library counts it; a presentation selector makes a sign wide.
  private static func width(_ character: Character) -> Int {
    guard usesUTF8, let first = character.unicodeScalars.first else { return 1 }
    if first.isASCII { return 1 }
    if character.unicodeScalars.contains("\u{FE0F}") { return 2 }
    return max(0, Int(editline_width(first.value)))
  }

  /// The C library knows widths once it knows that characters are Unicode.
  static let usesUTF8 = editline_use_utf8()
}
