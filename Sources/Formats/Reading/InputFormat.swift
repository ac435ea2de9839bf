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
  /// The cells of a csv file whose line of names has no comma may be separated by semicolons or tabs. Numbers with a
  /// decimal comma stay text, with a warning.
  ///
  /// `NaN` and infinities are missing values of a column that is otherwise numbers, with a warning.
  ///
  /// - Parameters:
  ///   - source: the file in UTF-8, with or without a byte order mark.
  ///   - name: the table's name.
  ///   - file: the file's name, for the `source` column.
  ///   - declared: types of some or all columns: any of bool, int, float, text, date, period, duration, money, quantity.
  ///     A required type refuses missing values.
  ///   - options: threads; the result is the same for any number of them.
  /// - Throws: the first fault, with its line: a bad cell, a row of another length, an unclosed quote, a repeated name.
  /// - Complexity: linear in the file.
  package func read(
    _ source: some ByteSource, name: String, file: String, declared: [Field] = [],
    options: ReadingOptions = ReadingOptions()
  ) throws(FormatError) -> ReadTable {
    try ColumnNames.check(declared.map(\.name), line: nil)
    switch self {
    case .csv, .tsv:
      let delimiter = self == .csv ? Delimiter.found(in: source) : Delimiter.tab
      let header = declared.isEmpty ? nil : try? HeaderReader.read(source, delimiter: delimiter)
      let saved = SavedMeasures(declared, among: header?.names ?? [])
      let whole = DelimitedFile(
        source: source, delimiter: delimiter, declared: saved.readable(declared), options: options)
      var read = try whole.read(name: name, file: file)
      read.table = try saved.table(read.table)
      if self == .csv { read.separators = Delimiter.words(delimiter) }
      if delimiter == Delimiter.semicolon { read.warnings += DecimalCommas.warnings(about: read.table) }
      return read
    case .json, .jsonl:
      if self == .jsonl, declared.isEmpty {
        let usual = JSONLinesFile(source: source, options: options)
        if let table = try usual.read(name: name, file: file) { return table }
      }
      var bytes: [UInt8] = []
      source.append(0..<source.byteCount, to: &bytes)
      let start = try FileText.start(of: bytes)
      let grid = try JSONScanner.scan(bytes, from: start, allowsNothing: self == .jsonl, options: options)
      return try TableAssembler(grid: grid, declared: declared, parallel: options.parallel).table(
        name: name, file: file)
    }
  }
}
