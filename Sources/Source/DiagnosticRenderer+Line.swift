/// A source line as it is shown, and where its bytes stand in it.
///
/// Columns count terminal cells: a wide character takes two, a combining mark none, a tab runs to the next multiple of
/// four, and what must not be shown takes the cells of its escape. Lines wider than asked are cut around one place, `…`
/// at the ends that were cut.
struct DisplayLine {
  private struct Piece {
    var text: String
    var offset: Int
    var column: Int
    var width: Int
  }

  private(set) var text = ""
  private var pieces: [Piece] = []
  /// Bytes that are shown.
  private var shown = ByteSpan(0, 0)
  private var isCutAfter = false
  /// Cells at the start of the line that were cut, less the `…` in their place.
  private var shift = 0

  init(_ source: SourceText, line: Int, around anchor: Int, width: Int) {
    let whole = source.lineSpan(line)
    // Enough bytes for any cut, however wide or narrow they are; the rest of a very long line is never looked at.
    var window = ByteSpan(max(whole.lower, anchor - 16 * width), min(whole.upper, anchor + 16 * width))
    window.lower = Self.boundary(window.lower, in: source, lower: whole.lower)
    window.upper = max(window.lower, window.upper)
    read(source.bytes, window)

    let total = pieces.last.map { $0.column + $0.width } ?? 0
    var from = 0
    if total > width, let column = pieces.last(where: { $0.offset <= anchor })?.column, column > width * 2 / 3 {
      from = min(column - width / 3, max(0, total - width))
    }
    let isCutBefore = window.lower > whole.lower || from > 0
    let kept = pieces.filter { $0.column >= from && $0.column + $0.width <= from + width }
    isCutAfter = window.upper < whole.upper || (kept.last?.offset ?? 0) < (pieces.last?.offset ?? 0)
    shift = (kept.first?.column ?? 0) - (isCutBefore ? 1 : 0)
    let first = kept.first?.offset ?? window.lower
    let end = isCutAfter ? pieces.first { $0.offset > (kept.last?.offset ?? 0) }?.offset ?? window.upper : window.upper
    shown = ByteSpan(first, max(first, end))
    pieces = kept
    text = (isCutBefore ? "…" : "") + kept.map(\.text).joined() + (isCutAfter ? "…" : "")
  }

  /// The place stands in the part that is shown.
  func holds(_ offset: Int) -> Bool {
    shown.lower <= offset && (offset < shown.upper || offset == shown.upper && !isCutAfter)
  }

  /// The column of a byte, counted from 0; the nearest end for bytes that are not shown.
  func column(of offset: Int) -> Int {
    guard let first = pieces.first, let last = pieces.last else { return 0 }
    if offset <= first.offset { return first.column - shift }
    if offset > last.offset { return last.column + last.width - shift }
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].offset <= offset { low = middle } else { high = middle }
    }
    return pieces[low].column - shift
  }

  /// The start of the character that an offset stands in.
  private static func boundary(_ offset: Int, in source: SourceText, lower: Int) -> Int {
    var offset = offset
    while offset > lower, offset < source.bytes.count, source.bytes[offset] & 0xC0 == 0x80 { offset -= 1 }
    return offset
  }

  private mutating func read(_ bytes: [UInt8], _ window: ByteSpan) {
    var decoder = UTF8()
    var iterator = bytes[window.range].makeIterator()
    var offset = window.lower
    var column = 0
    decoding: while offset < window.upper {
      let piece: Piece
      switch decoder.decode(&iterator) {
      case .scalarValue(let scalar):
        piece = Self.piece(scalar, offset: offset, column: column)
        offset += UTF8.width(scalar)
      case .error:
        piece = Piece(text: "\u{FFFD}", offset: offset, column: column, width: 1)
        offset += 1
        // The decoder may have taken several bytes at once: start again behind the first.
        decoder = UTF8()
        iterator = bytes[offset..<window.upper].makeIterator()
      case .emptyInput: break decoding
      }
      pieces.append(piece)
      column += piece.width
    }
  }

  private static func piece(_ scalar: Unicode.Scalar, offset: Int, column: Int) -> Piece {
    if scalar == "\t" {
      let width = 4 - column % 4
      return Piece(text: String(repeating: " ", count: width), offset: offset, column: column, width: width)
    }
    if let escape = shown(scalar) { return Piece(text: escape, offset: offset, column: column, width: escape.count) }
    return Piece(text: String(scalar), offset: offset, column: column, width: cells(scalar))
  }

  /// The escape of a character that must not reach a terminal; nil for all others.
  static func shown(_ scalar: Unicode.Scalar) -> String? {
    if scalar.value >= 0x20, scalar.value < 0x7F { return nil }
    switch scalar.properties.generalCategory {
    case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate, .unassigned:
      return "\\u{" + String(scalar.value, radix: 16, uppercase: true) + "}"
    default: return nil
    }
  }

  /// Cells of a character: 0 for combining marks, 2 for the wide ones of East Asia and emoji.
  private static func cells(_ scalar: Unicode.Scalar) -> Int {
    if scalar.value < 0x300 { return 1 }
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: return 0
    default: break
    }
    switch scalar.value {
    case 0x1100...0x115F, 0x2E80...0x303E, 0x3041...0xA4CF, 0xA960...0xA97F, 0xAC00...0xD7A3, 0xF900...0xFAFF,
      0xFE30...0xFE6F, 0xFF00...0xFF60, 0xFFE0...0xFFE6, 0x1F300...0x1F64F, 0x1F680...0x1F6FF, 0x1F900...0x1F9FF,
      0x20000...0x3FFFD:
      return 2
    default: return 1
    }
  }
}
