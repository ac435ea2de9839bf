import CVectors

/// What every text file must be before its format matters.
enum FileText {
  /// Where the text begins, past a byte order mark.
  ///
  /// Throws if the bytes are not UTF-8 or hold a NUL: then it is another encoding or not a text at all.
  static func start(of bytes: [UInt8]) throws(FormatError) -> Int {
    guard bytes.count < Int(UInt32.max) else { throw FormatError("the file is larger than 4 GB") }
    try check(bytes)
    return bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// Throws if the file is not UTF-8 or holds a NUL. Reads it whole.
  static func check(_ source: any ByteSource) throws(FormatError) {
    var bytes: [UInt8] = []
    source.append(0..<source.byteCount, to: &bytes)
    try check(bytes)
  }

  private static func check(_ bytes: [UInt8]) throws(FormatError) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) {
      throw FormatError("the file is in UTF-16; save it as UTF-8")
    }
    if isText(bytes, 0..<bytes.count) { return }
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      throw FormatError(
        "not UTF-8 text; save the file as UTF-8", line: line(of: error.byteOffsets.lowerBound, in: bytes))
    }
    if let zero = bytes.firstIndex(of: 0) {
      throw FormatError("a NUL byte: not a text file", line: line(of: zero, in: bytes))
    }
  }

  /// Whether a part of a file that begins and ends at the bounds of characters is UTF-8 without a NUL.
  static func isText(_ bytes: [UInt8], _ range: Range<Int>) -> Bool {
    unsafe bytes.span.extracting(range).withUnsafeBufferPointer { part in
      guard let start = part.baseAddress else { return true }
      return unsafe ibid_is_text(start, part.count)
    }
  }

  /// Line of a byte, from 1; for error messages.
  private static func line(of offset: Int, in bytes: [UInt8]) -> Int {
    1 + bytes[..<min(offset, bytes.count)].reduce(0) { $0 + ($1 == 0x0A ? 1 : 0) }
  }
}
