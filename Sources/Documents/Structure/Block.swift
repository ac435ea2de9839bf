import IbidSource

/// A paragraph before it has a document: what it looks like and how much space stands before it.
struct Block: Sendable {
  var kind: ParagraphKind
  /// Without bullet, `#`, `>` and indentation.
  var span: ByteSpan
  /// Depth of a Markdown heading, 1...6; 0 for a line that only looks like one, nil for the rest.
  var level: Int?
  /// Blank lines before it.
  var gap: Int
  /// A line such as `###` or `- 30 -`, with which press offices end a text, stands before it.
  var followsEndMark = false
  /// A line of signs of any sort stands before it.
  var followsRule = false
  var indent = 0
  /// Lines of the file it covers.
  var lineCount = 1
  /// A headline found inside a line that has lost its line ends.
  var wasInsideLine = false
  /// Of a table whose cells are known.
  var table: TextTable?
}

/// The title, date and so on that a Markdown file gives above its text.
struct FrontMatter: Sendable {
  var span: ByteSpan
  /// Keys in lower case with their values, without quotation marks.
  var values: [(key: String, value: ByteSpan)] = []

  func value(_ keys: [String]) -> ByteSpan? {
    for key in keys {
      if let found = values.first(where: { $0.key == key && !$0.value.isEmpty }) { return found.value }
    }
    return nil
  }
}
