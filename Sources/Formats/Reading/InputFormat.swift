package import IbidColumns
package import IbidTypes

/// The formats that data files are read from.
package enum InputFormat: String, Sendable, CaseIterable {
  case csv, tsv, json, jsonl

  /// The format that a file name's extension says; `.tab` and `.ndjson` are known too.
  package init?(fileName: String) {
    switch fileExtension(of: fileName) {
    case "ndjson": self = .jsonl
    case "tab": self = .tsv
    case let other: self.init(rawValue: other)
    }
  }

  /// Reads a whole file.
  ///
  /// Shape: the file's columns in their order, then `source` (file, line and byte range of each row; called `source_2`
  /// if the file has a `source` of its own). Types come from `declared`, by name, or are inferred from all cells: `bool`
  /// (true, false), `int`, `float`, `date` (ISO 8601 days, with or without a time), else `text`. What would lose by it
  /// stays text: numbers with leading zeros, integers past 64 bits, dates with a time zone. An empty cell or `null` is a missing
  /// value and makes the type optional; a quoted empty cell is an empty text.
  ///
  /// - Parameters:
  ///   - bytes: the file in UTF-8, with or without a byte order mark.
  ///   - name: the table's name.
  ///   - file: the file's name, for the `source` column.
  ///   - declared: types of some or all columns: any of bool, int, float, text, date, period, duration, money, quantity.
  ///     A required type refuses missing values.
  /// - Throws: the first fault, with its line: a bad cell, a row of another length, an unclosed quote, a repeated name.
  /// - Complexity: linear in the file.
  package func read(
    _ bytes: [UInt8], name: String, file: String, declared: [Field] = []
  ) throws(FormatError) -> Table {
    let start = try FileText.start(of: bytes)
    let grid =
      switch self {
      case .csv: try DelimitedScanner.scan(bytes, from: start, delimiter: UInt8(ascii: ","))
      case .tsv: try DelimitedScanner.scan(bytes, from: start, delimiter: 0x09)
      case .json: try JSONScanner.scan(bytes, from: start, allowsNothing: false)
      case .jsonl: try JSONScanner.scan(bytes, from: start, allowsNothing: true)
      }
    return try TableAssembler(grid: grid, declared: declared).table(name: name, file: file)
  }
}

/// What every text file must be before its format matters.
enum FileText {
  /// Where the text begins, past a byte order mark.
  ///
  /// Throws if the bytes are not UTF-8 or hold a NUL: then it is another encoding or not a text at all.
  static func start(of bytes: [UInt8]) throws(FormatError) -> Int {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw FormatError("the file is in UTF-16; save it as UTF-8")
    }
    guard bytes.count < Int(UInt32.max) else { throw FormatError("the file is larger than 4 GB") }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw FormatError(
        "not UTF-8 text; save the file as UTF-8", line: line(of: error.byteOffsets.lowerBound, in: bytes))
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw FormatError("a NUL byte: not a text file", line: line(of: zero, in: bytes))
    }
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Line of a byte, from 1; for error messages.
  static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<min(offset, bytes.count)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
