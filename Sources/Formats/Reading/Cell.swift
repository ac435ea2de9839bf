/// One cell of a data file, by its place in the file's bytes: found in one pass, read when its column's type is known.
struct Cell {
  enum Kind: UInt8 {
    /// Nothing between two delimiters, JSON's `null`, or a key that an object lacks.
    case missing
    /// Unquoted text of a delimited file; a number, `true` or `false` of JSON.
    case plain
    /// Inside quotes, without anything to undo.
    case quoted
    /// Inside quotes, with doubled quotes (delimited) or backslashes (JSON).
    case escaped
    /// JSON only.
    case array, object
    /// JSON only, and beside its grammar: `NaN`, `Infinity`, `-Infinity`, as many programs write them.
    case special
  }

  var lower: UInt32
  var upper: UInt32
  var kind: Kind

  static let missing = Cell(lower: 0, upper: 0, kind: .missing)

  init(_ range: Range<Int>, _ kind: Kind) {
    self.init(lower: UInt32(range.lowerBound), upper: UInt32(range.upperBound), kind: kind)
  }

  private init(lower: UInt32, upper: UInt32, kind: Kind) {
    self.lower = lower
    self.upper = upper
    self.kind = kind
  }

  var range: Range<Int> { Int(lower)..<Int(upper) }
  var isEmpty: Bool { lower == upper }
}

/// The cells of one column: every `stride`-th of an array that columns may share.
struct CellColumn {
  var name: String
  var cells: [Cell]
  var offset = 0
  var stride = 1
  let count: Int

  subscript(row: Int) -> Cell { cells[offset + row * stride] }
}

/// A data file taken apart.
struct CellGrid {
  enum Notation { case delimited, json }

  let bytes: [UInt8]
  let notation: Notation
  var columns: [CellColumn]
  /// Per row: its line, from 1, and its bytes.
  let lines: [Int32]
  let lower: [Int64]
  let upper: [Int64]

  var rowCount: Int { lines.count }

  /// The cell's text with quotes and escapes undone.
  func text(_ cell: Cell) -> String {
    switch (cell.kind, notation) {
    case (.escaped, .delimited): String(decoding: Self.undoubled(bytes[cell.range]), as: UTF8.self)
    case (.escaped, .json): JSONText.unescaped(bytes[cell.range])
    default: String(decoding: bytes[cell.range], as: UTF8.self)
    }
  }

  private static func undoubled(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    var skipsQuote = false
    for byte in bytes {
      if byte == UInt8(ascii: "\""), skipsQuote {
        skipsQuote = false
        continue
      }
      skipsQuote = byte == UInt8(ascii: "\"")
      result.append(byte)
    }
    return result
  }
}
