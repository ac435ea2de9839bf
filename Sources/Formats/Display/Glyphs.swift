/// What frames and marks of a table are drawn with.
///
/// Texts of documents stay as they are: a terminal without UTF-8 shows those badly, but the frame around them well.
struct Glyphs {
  let bar: String
  let line: String
  let top: (left: String, middle: String, right: String)
  let middle: (left: String, middle: String, right: String)
  let bottom: (left: String, middle: String, right: String)
  /// Stands for rows that are left out.
  let gap: String
  /// Stands for what is cut out of a text; one cell wide.
  let cut: Character
  let missing: String

  static let unicode = Glyphs(
    bar: "│", line: "─", top: ("┌", "┬", "┐"), middle: ("├", "┼", "┤"), bottom: ("└", "┴", "┘"), gap: "⋮", cut: "…",
    missing: "–")
  static let ascii = Glyphs(
    bar: "|", line: "-", top: ("+", "+", "+"), middle: ("+", "+", "+"), bottom: ("+", "+", "+"), gap: ":", cut: "~",
    missing: "-")
}
