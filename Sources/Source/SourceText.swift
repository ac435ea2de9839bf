/// A text with a name, and the places of its lines.
///
/// Used for scripts and for documents alike. The bytes are kept as they were read: invalid UTF-8 stays in place and is
/// repaired only when a part is shown.
package struct SourceText: Sendable {
  /// What to call it in messages: a path, or a word such as `query`.
  package let name: String
  package let bytes: [UInt8]
  /// Offset of the first byte of each line. Never empty; lines end at `\n` (a `\r` before it belongs to the line end).
  package let lineStarts: [Int]

  package init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
    var starts = [0]
    let text = bytes.span
    var offset = 0
    while offset < text.count {
      offset = text.next(from: offset, to: text.count) { $0.equal(to: UInt8(ascii: "\n")) }
      guard offset < text.count else { break }
      if text[offset] == UInt8(ascii: "\n") { starts.append(offset + 1) }
      offset += 1
    }
    lineStarts = starts.fitted()
  }

  package init(name: String, _ text: String) { self.init(name: name, bytes: Array(text.utf8)) }

  /// Line and column of an offset, both counted from 1; the column counts characters, not bytes.
  ///
  /// An offset past the end means the end. O(log lines + length of the line).
  package func position(of offset: Int) -> (line: Int, column: Int) {
    let offset = max(0, min(offset, bytes.count))
    let line = lineIndex(of: offset)
    return (line + 1, string(ByteSpan(lineStarts[line], offset)).count + 1)
  }

  /// Line of an offset, counted from 1. O(log lines).
  package func line(of offset: Int) -> Int { lineIndex(of: max(0, min(offset, bytes.count))) + 1 }

  /// Line of an offset, counted from 1, looked for from another line on. Constant for offsets near each other.
  package func line(of offset: Int, near line: Int) -> Int {
    let offset = max(0, min(offset, bytes.count))
    guard lineStarts.indices.contains(line - 1), lineStarts[line - 1] <= offset else { return self.line(of: offset) }
    for index in (line - 1)..<min(line + 7, lineStarts.count)
    where index + 1 == lineStarts.count || lineStarts[index + 1] > offset {
      return index + 1
    }
    return self.line(of: offset)
  }

  /// The bytes of a line (counted from 1) without its line end.
  package func lineSpan(_ line: Int) -> ByteSpan {
    let lower = lineStarts[line - 1]
    var upper = line < lineStarts.count ? lineStarts[line] - 1 : bytes.count
    if upper > lower, bytes[upper - 1] == UInt8(ascii: "\r") { upper -= 1 }
    return ByteSpan(lower, max(lower, upper))
  }

  /// The text of a span, invalid UTF-8 replaced by U+FFFD; what lies past the end is left out.
  package func string(_ span: ByteSpan) -> String {
    let upper = min(span.upper, bytes.count)
    return String(decoding: bytes[min(span.lower, upper)..<upper], as: UTF8.self)
  }

  private func lineIndex(of offset: Int) -> Int {
    var low = 0
    var high = lineStarts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if lineStarts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }
}
