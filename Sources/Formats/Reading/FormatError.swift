/// Why a data file could not be read as a table.
package struct FormatError: Error, Hashable, Sendable, CustomStringConvertible {
  package var message: String
  /// Line of the file, from 1; nil if the whole file is meant.
  package var line: Int?
  /// The column's name, where a cell is at fault.
  package var column: String?

  package init(_ message: String, line: Int? = nil, column: String? = nil) {
    self.message = message
    self.line = line
    self.column = column
  }

  /// The reading was cancelled; whoever did that knows better what to say.
  static let stopped = FormatError("the reading was stopped")

  /// ``line 7: `abc` is not an int in column `n` ``
  package var description: String { (line.map { "line \($0): " } ?? "") + message }
}

/// A piece of a file as an error message shows it: one line, not too long.
func excerpt(_ text: String) -> String { "`" + text.visible.shortened(to: 40) + "`" }
