/// Reads the line with the names of the columns: trimmed, `column_3` by its position where there is none.
struct HeaderReader {
  struct Header: Sendable {
    var names: [String]
    /// Offset of the first byte after the header's line, and the lines up to there.
    var bodyStart: Int
    var lines: Int
  }

  private let bytes: [UInt8]
  private let delimiter: UInt8
  private let isWhole: Bool
  private var position: Int
  private var line = 1

  /// Throws for an empty file, a quote that is not closed, a repeated name.
  static func read(_ source: any ByteSource, delimiter: UInt8) throws(FormatError) -> Header {
    var size = 1 << 16
    while true {
      var bytes: [UInt8] = []
      source.append(0..<min(size, source.byteCount), to: &bytes)
      let isWhole = bytes.count >= source.byteCount || bytes.count < size
      var reader = HeaderReader(bytes: bytes, delimiter: delimiter, isWhole: isWhole)
      if let header = try reader.read() {
        if !FileText.isText(bytes, 0..<header.bodyStart) { try FileText.check(source) }
        return header
      }
      size *= 8
    }
  }

  private init(bytes: [UInt8], delimiter: UInt8, isWhole: Bool) {
    self.bytes = bytes
    self.delimiter = delimiter
    self.isWhole = isWhole
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// nil: more of the file must be read to tell.
  private mutating func read() throws(FormatError) -> Header? {
    while position < bytes.count, DelimitedText.isLineEnd(bytes[position]) { passLineEnd() }
    guard position < bytes.count else {
      if !isWhole { return nil }
      throw FormatError("the file is empty; its first line must name the columns")
    }
    let headerLine = line
    var names: [String] = []
    while true {
      guard let cell = try cell() else { return nil }
      let name = String(decoding: cell, as: UTF8.self).trimmed
      names.append(name.isEmpty ? "column_\(names.count + 1)" : name)
      // The last byte at hand may be the first of a pair.
      guard position + 1 < bytes.count || isWhole else { return nil }
      guard position < bytes.count else { break }
      if bytes[position] == delimiter {
        position += 1
      } else {
        passLineEnd()
        break
      }
    }
    try ColumnNames.check(names, line: headerLine)
    return Header(names: names, bodyStart: position, lines: line - 1)
  }

  private mutating func cell() throws(FormatError) -> [UInt8]? {
    guard position < bytes.count, bytes[position] == DelimitedText.quote else {
      let start = position
      while position < bytes.count, bytes[position] != delimiter, !DelimitedText.isLineEnd(bytes[position]) {
        position += 1
      }
      return Array(bytes[start..<position])
    }
    let opening = line
    var text: [UInt8] = []
    position += 1
    while true {
      guard position < bytes.count else {
        if !isWhole { return nil }
        throw FormatError("a quote is opened here and never closed", line: opening)
      }
      let byte = bytes[position]
      if byte == DelimitedText.quote {
        guard position + 1 < bytes.count, bytes[position + 1] == DelimitedText.quote else { break }
        position += 1
      }
      let start = position
      if DelimitedText.isLineEnd(byte) { passLineEnd() } else { position += 1 }
      text += bytes[start..<position]
    }
    position += 1
    if position < bytes.count, bytes[position] != delimiter, !DelimitedText.isLineEnd(bytes[position]) {
      throw FormatError("text after a closing quote; a quote inside a quoted cell is written twice", line: line)
    }
    return text
  }

  /// Passes `\n`, `\r\n` or `\r`.
  private mutating func passLineEnd() {
    let isPair = bytes[position] == 0x0D && position + 1 < bytes.count && bytes[position + 1] == 0x0A
    position += isPair ? 2 : 1
    line += 1
  }
}
