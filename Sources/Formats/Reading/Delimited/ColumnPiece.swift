import IbidTypes

/// The cells of one column in one piece of a file, read as the plan says.
struct ColumnPiece: Sendable {
  enum Values: Sendable {
    case none
    /// Whole numbers, or numbers of the reader's word table, as narrow as those of the piece allow.
    case int8([Int8])
    case int16([Int16])
    case int32([Int32])
    case int64([Int64])
    case floats([Double])
    case bools([Bool])
    /// First second times 16, and the grain.
    case moments([Int64])
    /// Whole numbers, one in `scale` of which makes 1.
    case measures([Int64], scale: Int64)
    /// Cells and their bytes.
    case cells([Cell], bytes: [UInt8])
  }

  /// A cell that is not of the declared type.
  struct Fault: Sendable {
    /// Counted from the first line of the piece, which is 0.
    var line: Int
    var error: FormatError
  }

  var values = Values.none
  /// Rows without a value, ascending.
  var missing: [Int32] = []
  var votes = ColumnVotes()
  /// A cell did not fit the mode although the plan inferred it: the values are of no use.
  var isMisread = false
  var firstMissing: Fault?
  var firstBad: Fault?
  /// Dates and periods that are more than a day or a time of one.
  var oddMoments: [(row: Int32, moment: Moment)] = []
  /// Measures that are more than a plain decimal.
  var oddMeasures: [(row: Int32, measure: Measure)] = []
}

/// A piece of a delimited file: whole records, from the first that begins in its range.
struct FilePiece: Sendable {
  /// Offsets in the file: where the first record begins and where the next piece's first one must begin.
  var start: Int
  var end: Int
  /// Number of the reader whose word tables the codes count in.
  var reader: Int
  var rowCount = 0
  /// Line ends that were passed.
  var lineCount = 0
  var columns: [ColumnPiece] = []
  var rows = RowPlaces()
  /// What ended the reading; its line counts from the first of the piece, from 1.
  var fault: FormatError?
  /// A record was so long that the piece may have begun inside of quotes.
  var gaveUp = false
  /// The bytes are no UTF-8, or hold a NUL.
  var isBroken = false
}

/// Where the rows of a piece stand.
struct RowPlaces: Sendable {
  /// Bytes from the first record of the piece to the begin and the end of each row.
  private(set) var lower: [UInt32] = []
  private(set) var upper: [UInt32] = []
  /// Lines from the first one of the piece; empty if every row is the line after the one before it.
  private(set) var lines: [Int32] = []

  @inline(__always)
  mutating func append(from begin: Int, to end: Int, line: Int) {
    if lines.isEmpty, line != lower.count { lines = (0..<Int32(truncatingIfNeeded: lower.count)).map { $0 } }
    if line != lower.count || !lines.isEmpty { lines.append(Int32(truncatingIfNeeded: line)) }
    lower.append(UInt32(truncatingIfNeeded: begin))
    upper.append(UInt32(truncatingIfNeeded: end))
  }

  /// The rows of a block.
  mutating func append(_ block: CellBlock, from first: Int) {
    let known = lower.count
    if lines.isEmpty, block.lines != nil || block.line != known {
      lines = (0..<Int32(truncatingIfNeeded: known)).map { $0 }
    }
    if block.lines != nil || block.line != known || !lines.isEmpty {
      lines += (0..<block.rows).map { Int32(truncatingIfNeeded: block.line(of: $0)) }
    }
    let shift = UInt32(truncatingIfNeeded: first)
    lower += (0..<block.rows).lazy.map { UInt32(truncatingIfNeeded: block.start(of: $0 &* block.width)) &- shift }
    upper += (0..<block.rows).lazy.map {
      UInt32(truncatingIfNeeded: block.end(of: $0 &* block.width &+ block.width &- 1)) &- shift
    }
  }
}
