import IbidColumns
import IbidTypes

/// A column as a screen shows it: its header, its alignment, and each cell's text on one line.
struct DisplayColumn {
  let header: String
  let type: String
  let isRightAligned: Bool
  /// Cells say most at their end, such as places in files.
  let keepsEnd: Bool
  /// Free text, which gives way where space is short; the others keep their natural width.
  let isFlexible: Bool
  /// Part of a cell would mislead: plain numbers are never shortened while the column is shown.
  let isWhole: Bool
  /// nil: row numbers.
  private let column: Column?
  private let references: ReferenceResolver

  init(_ field: Field, _ column: Column, references: @escaping ReferenceResolver) {
    header = field.name.visible
    type = field.type.description.visible
    self.column = column
    self.references = references
    isWhole =
      switch column {
      case .bool, .int, .float: true
      default: false
      }
    switch column {
    case .int, .float, .measure: (isRightAligned, keepsEnd, isFlexible) = (true, false, false)
    case .bool, .moment: (isRightAligned, keepsEnd, isFlexible) = (false, false, false)
    case .source: (isRightAligned, keepsEnd, isFlexible) = (false, true, false)
    case .text:
      let isIdentifier = field.name == "id" || field.name.hasSuffix("_id")
      let isWord = if case .word = field.type.base { true } else { false }
      (isRightAligned, keepsEnd, isFlexible) = (false, false, !isIdentifier && !isWord)
    case .list, .reference: (isRightAligned, keepsEnd, isFlexible) = (false, false, true)
    }
  }

  /// Row numbers from 1.
  private init() {
    (header, type, isRightAligned, keepsEnd, isFlexible, isWhole, column) = ("#", "", true, false, false, true, nil)
    references = rowNumberReferences
  }

  static let rowNumbers = DisplayColumn()

  func isMissing(_ row: Int) -> Bool { column.map { !$0.isValid(row) } ?? false }

  /// One cell, not yet shortened.
  func text(_ row: Int) -> String {
    guard let column else { return String(row + 1) }
    return column.value(at: row).displayText(references: references).visible
  }

  /// Cut to a width; of free text such that one of `words` is seen.
  func fitted(_ text: String, to width: Int, on words: [String], _ shortening: Shortening) -> String {
    if keepsEnd { return shortening.end(of: text, width: width) }
    return isFlexible && !words.isEmpty
      ? shortening.view(of: text, on: words, width: width) : shortening.start(of: text, width: width)
  }
}
