/// The text being edited and the place of the cursor, and everything a key does to them.
///
/// Counted in characters as people see them (grapheme clusters), so that one press of Backspace takes an emoji or an
/// accented letter whole. A value without ties to the terminal.
struct EditBuffer: Equatable {
  var characters: [Character]
  /// The cursor stands before this character; `characters.count` is the end.
  var cursor: Int

  init(_ text: String = "", cursor: Int? = nil) {
    characters = Array(text)
    self.cursor = min(max(0, cursor ?? characters.count), characters.count)
  }

  /// `cursor` counts Unicode scalars; inside a character it means the place before it.
  init(scalars: [Unicode.Scalar], cursor scalarCursor: Int) {
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    characters = Array(String(text))
    cursor = 0
    var passed = 0
    for character in characters {
      passed += character.unicodeScalars.count
      if passed > scalarCursor { break }
      cursor += 1
    }
  }

  var text: String { String(characters) }
  var scalarCursor: Int { characters[..<cursor].reduce(0) { $0 + $1.unicodeScalars.count } }
  var textBeforeCursor: String { String(characters[..<cursor]) }
  var isEmpty: Bool { characters.isEmpty }

  // MARK: Lines

  /// The first character of the cursor's line.
  var lineStart: Int { characters[..<cursor].lastIndex(of: "\n").map { $0 + 1 } ?? 0 }
  /// The end of the cursor's line: its line break, or the end of the text.
  var lineEnd: Int { characters[cursor...].firstIndex(of: "\n") ?? characters.count }
  var isOnFirstLine: Bool { lineStart == 0 }
  var isOnLastLine: Bool { lineEnd == characters.count }

  /// To the line above, in the same column where that is long enough.
  mutating func moveUp() {
    let column = cursor - lineStart
    guard !isOnFirstLine else { return }
    cursor = lineStart - 1
    cursor = min(lineStart + column, lineEnd)
  }

  mutating func moveDown() {
    let column = cursor - lineStart
    guard !isOnLastLine else { return }
    cursor = lineEnd + 1
    cursor = min(lineStart + column, lineEnd)
  }

  // MARK: Words

  /// Where the word before the cursor begins.
  var wordStart: Int {
    var index = cursor
    while index > 0, !characters[index - 1].isOfWord { index -= 1 }
    while index > 0, characters[index - 1].isOfWord { index -= 1 }
    return index
  }

  /// Where the word after the cursor ends.
  var wordEnd: Int {
    var index = cursor
    while index < characters.count, !characters[index].isOfWord { index += 1 }
    while index < characters.count, characters[index].isOfWord { index += 1 }
    return index
  }

  // MARK: Changes

  mutating func insert(_ text: String) {
    // A mark that joins the letter before it changes how many characters there are: count from the end.
    let after = String(characters[cursor...])
    self = EditBuffer(
      scalars: Array((textBeforeCursor + text + after).unicodeScalars),
      cursor: (textBeforeCursor + text).unicodeScalars.count)
  }

  /// Takes a range out, leaves the cursor there, and gives what it held.
  @discardableResult
  mutating func remove(_ range: Range<Int>) -> String {
    let removed = String(characters[range])
    characters.removeSubrange(range)
    cursor = range.lowerBound
    return removed
  }
}

extension Character {
  fileprivate var isOfWord: Bool { isLetter || isNumber || self == "_" }
}
