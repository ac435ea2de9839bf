/// The formats that a table can be written in, by the names that users give them.
package enum OutputFormat: String, Sendable, CaseIterable {
  case box, plain, csv, tsv, json, jsonl, md, html

  /// The format that a file name's extension asks for; `.markdown`, `.htm`, `.ndjson` and `.txt` (plain) too.
  package init?(fileName: String) {
    switch fileExtension(of: fileName) {
    case "markdown": self = .md
    case "htm": self = .html
    case "ndjson": self = .jsonl
    case "txt": self = .plain
    case let other: self.init(rawValue: other)
    }
  }

  /// Meant for reading on a screen: may shorten cells and leave out rows if the options say so.
  package var isForTerminals: Bool { self == .box || self == .plain }

  /// The writer. Options matter to the terminal formats only; the others always write everything. `isSafe`: csv and tsv
  /// without formulas, see `DelimitedFormat`.
  package func writer(_ options: DisplayOptions = DisplayOptions(), isSafe: Bool = false) -> any TableFormat {
    switch self {
    case .box: BoxFormat(options)
    case .plain: PlainFormat(options)
    case .csv: isSafe ? DelimitedFormat.csv.safe : DelimitedFormat.csv
    case .tsv: isSafe ? DelimitedFormat.tsv.safe : DelimitedFormat.tsv
    case .json: JSONFormat(layout: .array)
    case .jsonl: JSONFormat(layout: .lines)
    case .md: MarkdownFormat()
    case .html: HTMLFormat()
    }
  }
}

/// What stands after the last dot, in lower case; "" if there is none.
func fileExtension(of fileName: String) -> String {
  let name = fileName.utf8.split(separator: UInt8(ascii: "/")).last ?? Substring(fileName).utf8
  guard let dot = name.lastIndex(of: UInt8(ascii: ".")), dot != name.startIndex else { return "" }
  return String(Substring(name[name.index(after: dot)...])).lowercased()
}

/// How a table is shown on a screen.
///
/// The defaults fit a file or a pipe: everything, uncoloured. A terminal sets `width` and `maxRows`.
package struct DisplayOptions: Sendable {
  /// Columns of the terminal; nil: cells are never shortened.
  package var width: Int?
  /// Rows to show; of more, the first and last are shown. nil: all.
  package var maxRows: Int?
  /// A second header row with the types.
  package var showsTypes = true
  /// A first column with row numbers from 1, as `why 3` counts them.
  package var numbersRows = false
  /// SGR escape sequences: bold names, dim types, lines and missing values. No colours proper, so any background will do.
  package var usesColour = false
  /// Lines under the table, such as `3 possible (2 open bounds, 1 about)`.
  package var footer: [String] = []
  /// Frames and marks with more than ASCII.
  package var usesUnicode = true
  /// Words that are kept in view where a text has to be cut, for each row.
  package var focus: (@Sendable (_ row: Int) -> [String])?
  /// Ends the line that says how many rows are shown, such as "`set rows = all` shows them".
  package var hint: String?

  package init(
    width: Int? = nil, maxRows: Int? = nil, showsTypes: Bool = true, numbersRows: Bool = false,
    usesColour: Bool = false,
    footer: [String] = [], hint: String? = nil
  ) {
    self.width = width
    self.maxRows = maxRows
    self.showsTypes = showsTypes
    self.numbersRows = numbersRows
    self.usesColour = usesColour
    self.footer = footer
    self.hint = hint
  }
}
