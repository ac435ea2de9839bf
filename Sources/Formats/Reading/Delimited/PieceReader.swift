/// Reads pieces of a delimited file, one after the other, on one thread.
///
/// A piece is read into a buffer of which some bytes lie behind the file's: a line end, at which every loop over a cell
/// stops, and room for reading whole words. `PieceReader+Cells.swift` has these loops.
@safe final class PieceReader {
  /// Where a piece begins and up to where records may begin in it.
  struct Range {
    var index: Int
    /// nil: at the first record that begins after a line end at or past `lower`, if no quotes are open there.
    var start: Int?
    var lower: Int
    var upper: Int
  }

  let source: any ByteSource
  let delimiter: UInt8
  /// Of the objects, if the file has JSON lines.
  let form: JSONForm?
  let number: Int
  var width: Int { unsafe sinks.count }
  private(set) var sinks: UnsafeMutableBufferPointer<ColumnSink>

  private var buffer: [UInt8] = []
  /// Offset in the file of the buffer's first byte, and how many bytes of the file are there.
  private var base = 0
  var count = 0
  /// Whether the buffer holds the end of the file.
  var isWhole = false

  // The state of the piece that is being read.
  var position = 0
  var line = 0
  var rowCount = 0
  var rows = RowPlaces()
  var fault: FormatError?

  /// Ends of cells of a block, behind one more place.
  let ends: UnsafeMutablePointer<UInt32>
  /// How many blocks in a row were odd.
  var oddBlocks = 0

  /// Bytes that stand behind the file's in the buffer.
  private static let padding: [UInt8] = [0x0A] + [UInt8](repeating: 0, count: 95)
  /// How many bytes at most are read a column after the other.
  static let blockBytes = 1 << 15
  /// How much is read past the last place where a record may begin.
  private static let slack = 1 << 16
  /// A record that is longer than this is read only if its begin is certain.
  private static let longestGuess = 1 << 24

  init(
    _ source: any ByteSource, _ plans: [ColumnPlan], delimiter: UInt8, form: JSONForm? = nil, number: Int, seed: UInt64
  ) {
    self.source = source
    self.form = form
    self.delimiter = delimiter
    self.number = number
    unsafe ends = .allocate(capacity: Self.blockBytes + 32)
    unsafe ends.initialize(repeating: 0, count: Self.blockBytes + 32)
    unsafe sinks = UnsafeMutableBufferPointer<ColumnSink>.allocate(capacity: plans.count)
    for (column, plan) in plans.enumerated() {
      unsafe sinks.initializeElement(at: column, to: ColumnSink(plan, seed: seed))
    }
  }

  deinit {
    for column in 0..<width { unsafe sinks[column].deallocate() }
    unsafe sinks.deinitialize().deallocate()
    unsafe ends.deallocate()
  }

  /// The word tables of the columns.
  var wordTables: [WordTable] { unsafe sinks.map(\.words) }

  func read(_ range: Range) -> FilePiece {
    reset(range)
    var piece = FilePiece(start: 0, end: 0, reader: number)
    let stop = range.upper - base
    if range.start == nil {
      while !findStart(stop) {
        if count > Self.longestGuess {
          piece.gaveUp = true
          return piece
        }
        readMore()
      }
    }
    piece.start = base + position
    let first = position
    let mostRows = max(stop - first, 0) / max(width, 1) + 2
    for column in 0..<width { unsafe sinks[column].begin(capacity: mostRows) }
    reading: while true {
      let halt = unsafe buffer.withUnsafeBufferPointer { bytes in
        guard let bytes = bytes.baseAddress else { return Halt.end }
        if let form {
          return unsafe readObjects(bytes, form, buffer, first: first, stop: stop, piece: range.index)
        }
        return unsafe readBlocks(bytes, first: first, stop: stop, piece: range.index)
      }
      switch halt {
      case .end, .fault: break reading
      case .unusual:
        piece.gaveUp = true
        return piece
      case .needsMore:
        if range.start == nil, count - position > Self.longestGuess {
          piece.gaveUp = true
          return piece
        }
        readMore()
      }
    }
    piece.end = base + position
    piece.rowCount = rowCount
    piece.lineCount = line
    piece.fault = fault
    piece.isBroken = !FileText.isText(buffer, first..<max(first, min(position, count)))
    piece.rows = rows
    if fault == nil {
      piece.columns = (0..<width).map { unsafe sinks[$0].finish(rows: rowCount) }
    }
    return piece
  }

  private func reset(_ range: Range) {
    base = range.start ?? range.lower - 1
    (position, line, rowCount, rows) = (0, 0, 0, RowPlaces())
    fault = nil
    buffer.removeAll(keepingCapacity: true)
    fill(to: range.upper + Self.slack)
  }

  private func readMore() {
    buffer.removeLast(buffer.count - count)
    fill(to: base + count * 2)
  }

  /// Reads on to an offset of the file, or to its end.
  private func fill(to end: Int) {
    let end = min(end, source.byteCount)
    let wanted = end - base
    buffer.reserveCapacity(wanted + Self.padding.count)
    if base + buffer.count < end { source.append(base + buffer.count..<end, to: &buffer) }
    // A file that has become shorter ends where it ends.
    count = buffer.count
    isWhole = base + count >= source.byteCount || count < wanted
    buffer += Self.padding
  }

  /// Goes to the first record that begins after a line end; false if the buffer must grow to tell.
  private func findStart(_ stop: Int) -> Bool {
    while position < count {
      if DelimitedText.isLineEnd(buffer[position]) {
        position += 1
        // `\r` and `\n` are one line end.
        if buffer[position - 1] == 0x0D {
          if position >= count { return isWhole }
          if buffer[position] == 0x0A { position += 1 }
        }
        return true
      }
      position += 1
    }
    return isWhole
  }
}

/// What the bytes of delimited text mean.
enum DelimitedText {
  static let quote = UInt8(ascii: "\"")

  @inline(__always)
  static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
}
