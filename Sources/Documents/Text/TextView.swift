import IbidSource

/// The bytes of a text with the few questions that structure and sentences ask of them.
///
/// All offsets are bytes. Malformed UTF-8 reads as U+FFFD, one byte at a time, so every question has an answer.
struct TextView {
  let bytes: [UInt8]
  /// How the text writes dates in numbers; read once, as a date by itself may not tell.
  let dayOrder: DayOrder
  /// All words of the text, where they have been read.
  let known: WordIndex?

  init(bytes: [UInt8]) {
    self.bytes = bytes
    dayOrder = .unknown
    known = nil
  }

  /// A text that is to be read from end to end: its words are known, and the order of its dates.
  init(read bytes: [UInt8]) {
    self.bytes = bytes
    let words = WordIndex(bytes)
    dayOrder = DayOrder.of(TextView(bytes: bytes, known: words))
    known = words
  }

  private init(bytes: [UInt8], known: WordIndex) {
    self.bytes = bytes
    dayOrder = .unknown
    self.known = known
  }

  var count: Int { bytes.count }

  /// The character at an offset and its length in bytes; (0, 0) at the end.
  @inline(__always)
  func scalar(at offset: Int) -> (value: UInt32, width: Int) {
    guard offset < bytes.count else { return (0, 0) }
    let first = bytes[offset]
    return first < 0x80 ? (UInt32(first), 1) : longScalar(first, at: offset)
  }

  /// A character beyond ASCII; apart, so that the way of most characters is short.
  @inline(never)
  private func longScalar(_ first: UInt8, at offset: Int) -> (value: UInt32, width: Int) {
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first < 0xF5, offset + width <= bytes.count else { return (0xFFFD, 1) }
    var value = UInt32(first) & (0xFF >> UInt32(width + 1))
    for place in (offset + 1)..<(offset + width) {
      let next = bytes[place]
      guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    return (value, width)
  }

  /// The character that ends at an offset and its length in bytes; (0, 0) at the start.
  func scalar(before offset: Int) -> (value: UInt32, width: Int) {
    guard offset > 0 else { return (0, 0) }
    var start = offset - 1
    while start > 0, offset - start < 4, bytes[start] & 0xC0 == 0x80 { start -= 1 }
    let found = scalar(at: start)
    return start + found.width == offset ? found : (0xFFFD, 1)
  }

  /// First offset in `span` from `offset` on that is no white space, or the end of the span.
  func skipSpace(from offset: Int, to upper: Int) -> Int {
    var offset = offset
    while offset < upper {
      if bytes[offset] &- 0x21 < 0x5F { return offset }
      let (value, width) = scalar(at: offset)
      guard Characters.isSpace(value) else { break }
      offset += width
    }
    return min(offset, upper)
  }

  /// A span without white space at its ends; an empty span at its start when nothing else is in it.
  func trimmed(_ span: ByteSpan) -> ByteSpan {
    // Most spans begin and end with a letter or a sign.
    if !span.isEmpty, bytes[span.lower] &- 0x21 < 0x5F, bytes[span.upper - 1] &- 0x21 < 0x5F { return span }
    let lower = skipSpace(from: span.lower, to: span.upper)
    var upper = span.upper
    while upper > lower {
      let (value, width) = scalar(before: upper)
      guard Characters.isSpace(value), upper - width >= lower else { break }
      upper -= width
    }
    return ByteSpan(lower, upper)
  }

  /// Number of characters; malformed bytes count one each.
  func characterCount(_ span: ByteSpan) -> Int {
    let text = bytes.span
    var (count, offset) = (0, span.lower)
    while offset + 8 <= span.upper {
      count += EightBytes(text, at: offset).characterCount
      offset += 8
    }
    while offset < span.upper {
      if text[offset] & 0xC0 != 0x80 { count += 1 }
      offset += 1
    }
    return count
  }

  /// Where a byte of ASCII stands first in a span.
  func first(_ byte: UInt8, in span: ByteSpan) -> Int? {
    if byte == UInt8(ascii: ":"), !mayHold(.colon, in: span) { return nil }
    let text = bytes.span
    let start = text.next(from: span.lower, to: span.upper) { $0.equal(to: byte) }
    for offset in start..<span.upper where text[offset] == byte { return offset }
    return nil
  }

  func holdsDigit(_ span: ByteSpan) -> Bool {
    guard mayHold(.digit, in: span) else { return false }
    let text = bytes.span
    let start = text.next(from: span.lower, to: span.upper) { $0.digits }
    for offset in start..<span.upper where text[offset] >= 0x30 && text[offset] <= 0x39 { return true }
    return false
  }

  func string(_ span: ByteSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  /// The text with runs of white space made one space.
  func collapsed(_ span: ByteSpan) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(span.count)
    var offset = span.lower
    var pendingSpace = false
    while offset < span.upper {
      let (value, width) = scalar(at: offset)
      if Characters.isSpace(value) {
        pendingSpace = !out.isEmpty
      } else {
        if pendingSpace { out.append(UInt8(ascii: " ")) }
        pendingSpace = false
        for place in offset..<min(offset + width, span.upper) { out.append(bytes[place]) }
      }
      offset += width
    }
    return String(decoding: out, as: UTF8.self)
  }

  /// Whether the text at an offset starts with `prefix` (ASCII, lower case), case ignored.
  func starts(with prefix: String, at offset: Int) -> Bool {
    let (text, wanted) = (bytes.span, prefix.utf8.span)
    guard offset + wanted.count <= text.count else { return false }
    for place in wanted.indices where Characters.lowered(text[offset + place]) != wanted[place] { return false }
    return true
  }

  /// Whether a word is this one (ASCII, lower case), case ignored.
  func isWord(_ word: Word, _ written: String) -> Bool {
    word.span.count == written.utf8.count && starts(with: written, at: word.span.lower)
  }

  /// Whether some bytes stand in a span; where case is ignored, they are in lower case.
  func holds(_ wanted: [UInt8], in span: ByteSpan, ignoringCase: Bool = false) -> Bool {
    guard wanted.count <= span.count, let first = wanted.first else { return wanted.isEmpty }
    let text = bytes.span
    for offset in span.lower...(span.upper - wanted.count) {
      let byte = text[offset]
      guard byte == first || ignoringCase && Characters.lowered(byte) == first else { continue }
      let isThere = wanted.indices.allSatisfy {
        let byte = bytes[offset + $0]
        return byte == wanted[$0] || ignoringCase && Characters.lowered(byte) == wanted[$0]
      }
      if isThere { return true }
    }
    return false
  }

  func starts(with prefix: some Sequence<UInt8>, at offset: Int) -> Bool {
    var offset = offset
    for byte in prefix {
      guard offset < bytes.count, Characters.lowered(bytes[offset]) == byte else { return false }
      offset += 1
    }
    return true
  }
}

/// Classes of characters, by their Unicode value.
enum Characters {
  static func isSpace(_ value: UInt32) -> Bool {
    switch value {
    case 0x20, 0x09...0x0D, 0xA0, 0x1680, 0x2000...0x200B, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000, 0xFEFF: true
    default: false
    }
  }

  static func isDigit(_ value: UInt32) -> Bool { value >= 0x30 && value <= 0x39 }

  static func isUpper(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x41 && value <= 0x5A }
    return Unicode.Scalar(value)?.properties.isUppercase ?? false
  }

  static func isLower(_ value: UInt32) -> Bool {
    if value < 0x80 { return value >= 0x61 && value <= 0x7A }
    return Unicode.Scalar(value)?.properties.isLowercase ?? false
  }

  /// A letter of ASCII.
  @inline(__always) static func isPlainLetter(_ byte: UInt8) -> Bool { (byte | 0x20) &- 0x61 < 26 }

  static func isLetter(_ value: UInt32) -> Bool {
    if value < 0x80 { return (value | 0x20) >= 0x61 && (value | 0x20) <= 0x7A }
    return Unicode.Scalar(value)?.properties.isAlphabetic ?? false
  }

  /// Letters and digits, and for speed every character beyond Latin-1 that is no punctuation or currency sign.
  static func isWord(_ value: UInt32) -> Bool {
    if value < 0x80 { return isDigit(value) || isLetter(value) }
    switch value {
    case 0x80...0xBF: return value == 0xAA || value == 0xB5 || value == 0xBA
    case 0xD7, 0xF7, 0x2000...0x206F, 0x20A0...0x20CF, 0x2190...0x2BFF, 0x3000...0x303F, 0xFEFF, 0xFFFD: return false
    default: return true
    }
  }

  static func isOpener(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x28, 0x5B, 0x7B, 0x2A, 0x5F, 0xAB, 0x2018, 0x201A, 0x201B, 0x201C, 0x201E, 0x201F, 0x2039: true
    default: false
    }
  }

  static func isCloser(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0x29, 0x5D, 0x7D, 0x2A, 0x5F, 0xBB, 0x2019, 0x201D, 0x203A: true
    default: false
    }
  }

  static func isQuote(_ value: UInt32) -> Bool {
    switch value {
    case 0x22, 0x27, 0xAB, 0xBB, 0x2018...0x201F, 0x2039, 0x203A: true
    default: false
    }
  }

  static func isDash(_ value: UInt32) -> Bool { value == 0x2D || (value >= 0x2012 && value <= 0x2015) }

  /// ASCII letters made small; other bytes as they are.
  static func lowered(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
