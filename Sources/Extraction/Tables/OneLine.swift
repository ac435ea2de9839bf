import IbidColumns
import IbidSource

/// Texts on one line: where a line break, a tab or two blanks in a row stand in a text, every run of its white space
/// becomes one blank, so that a sentence that was wrapped reads as one line.
struct OneLine {
  let bytes: [UInt8]
  /// Where the text stands in the bytes.
  let range: Range<Int>
  /// Whether it is UTF-8 in NFC for certain (`PlainText`).
  let isPlain: Bool
  private let isBroken: Bool

  init(_ bytes: [UInt8], _ span: ByteSpan) {
    self.bytes = bytes
    let lower = min(span.lower, bytes.count)
    range = lower..<min(max(lower, span.upper), bytes.count)
    (isPlain, isBroken) = Self.look(at: bytes.span.extracting(range))
  }

  /// Whether the text is plain and stands on one line as it is: most are and do.
  var isWritten: Bool { isPlain && !isBroken }

  /// Writes the text behind `line`; bytes that are no UTF-8 become U+FFFD.
  func append(to line: inout [UInt8]) {
    switch (isPlain, isBroken) {
    case (true, false): line.append(contentsOf: bytes[range])
    case (true, true):
      forEachStretch { stretch, isFirst in
        if !isFirst { line.append(0x20) }
        line.append(contentsOf: bytes[stretch])
      }
    case (false, false): line.append(contentsOf: String(decoding: bytes[range], as: UTF8.self).utf8)
    case (false, true): Self.appendWords(of: String(decoding: bytes[range], as: UTF8.self), to: &line)
    }
  }

  /// Whether a text is plain, and whether something in it is to become one blank.
  private static func look(at text: Span<UInt8>) -> (isPlain: Bool, isBroken: Bool) {
    var isBroken = false
    var at = 0
    /// The highest bit of the lowest byte where a blank stands before the next bytes.
    var behind: UInt64 = 0
    while at + 8 <= text.count {
      let eight = EightBytes(text, at: at)
      if let low = plainWords(eight, behind) {
        behind = low >> 56
        at += 8
        continue
      }
      if !isBroken {
        let blanks = eight.equal(to: 0x20)
        isBroken =
          blanks & (blanks << 8 | behind) != 0
          || eight.controls != 0 && eight.within(0x09, 0x0A) | eight.equal(to: 0x0D) != 0
        behind = blanks >> 56 & 0x80
      }
      guard eight.beyondASCII != 0 else {
        at += 8
        continue
      }
      at += eight.beyondASCII.trailingZeroBitCount / 8
      let width = PlainText.width(at: at, in: text)
      if width == 0 { return (false, isBroken || holdsBreak(text, from: at, at > 0 ? text[at - 1] : 0)) }
      at += width
      behind = 0
    }
    while at < text.count {
      let byte = text[at]
      guard byte >= 0x80 else {
        if byte == 0x20 ? at > 0 && text[at - 1] == 0x20 : byte == 0x0A || byte == 0x0D || byte == 0x09 {
          isBroken = true
        }
        at += 1
        continue
      }
      let width = PlainText.width(at: at, in: text)
      if width == 0 { return (false, isBroken || holdsBreak(text, from: at, at > 0 ? text[at - 1] : 0)) }
      at += width
    }
    return (true, isBroken)
  }

  /// Where blanks are among eight bytes of ASCII without line breaks and the like, of which none stands behind another; nil
  /// of any other bytes.
  @inline(__always)
  private static func plainWords(_ eight: EightBytes, _ behind: UInt64) -> UInt64? {
    let high: UInt64 = 0x8080_8080_8080_8080
    // Of ASCII no sum reaches into the next byte: 0x60 makes 0x20 and above large, 0x5F what is above that.
    let controls = ~(eight.bytes &+ 0x6060_6060_6060_6060) & high
    let low = ~(eight.bytes &+ 0x5F5F_5F5F_5F5F_5F5F) & high
    return eight.bytes & high | controls | low & (low << 8 | behind) == 0 ? low : nil
  }

  /// The first place from one on with a line break, a tab or the like, a character beyond ASCII, or a blank behind another;
  /// among the last seven places, the first of them. `isBehindBlank`: what stands before the place is to be taken for a blank.
  @inline(__always)
  private static func nextBreak(_ text: Span<UInt8>, from place: Int, to end: Int, isBehindBlank: Bool) -> Int {
    var place = place
    var behind: UInt64 = isBehindBlank ? 0x80 : 0
    while place + 8 <= end {
      let eight = EightBytes(text, at: place)
      if let low = plainWords(eight, behind) {
        behind = low >> 56
        place += 8
        continue
      }
      let blanks = eight.equal(to: 0x20)
      let found = eight.beyondASCII | eight.controls | blanks & (blanks << 8 | behind)
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      behind = blanks >> 56 & 0x80
      place += 8
    }
    return place
  }

  private static func holdsBreak(_ text: Span<UInt8>, from start: Int, _ previous: UInt8) -> Bool {
    var last = previous
    for at in start..<text.count {
      let byte = text[at]
      if byte == 0x0A || byte == 0x0D || byte == 0x09 || byte == 0x20 && last == 0x20 { return true }
      last = byte
    }
    return false
  }

  /// Calls `take` with the stretches of a plain text that stay as they are, lone blanks and all; one blank is to stand between them.
  @inline(__always)
  func forEachStretch(_ take: (_ stretch: Range<Int>, _ isFirst: Bool) -> Void) {
    let text = bytes.span
    var (first, at) = (range.lowerBound, range.lowerBound)
    var isFirst = true
    while at < range.upperBound {
      // A blank at the beginning does not stay.
      let isBehindBlank = at == range.lowerBound || text[at - 1] == 0x20
      at = Self.nextBreak(text, from: at, to: range.upperBound, isBehindBlank: isBehindBlank)
      guard at < range.upperBound else { break }
      let byte = text[at]
      let width = byte > 0x20 && byte < 0x80 ? 0 : Self.widthOfBlank(at: at, in: bytes)
      guard width > 0 else {
        // Of a plain text, whose characters have three bytes at most.
        at += byte < 0x80 ? 1 : byte < 0xE0 ? 2 : 3
        continue
      }
      var end = at
      // A blank before this one was passed by as if it were alone.
      if at > first, text[at - 1] == 0x20 { at -= 1 }
      while end < range.upperBound, case let width = Self.widthOfBlank(at: end, in: bytes), width > 0 { end += width }
      // A lone blank between words stays as it is.
      if end == at + 1, text[at] == 0x20, end < range.upperBound, at > first || !isFirst {
        at = end
        continue
      }
      if first < at {
        take(first..<at, isFirst)
        isFirst = false
      }
      (first, at) = (end, end)
    }
    guard first < range.upperBound else { return }
    let endsBlank = text[range.upperBound - 1] == 0x20
    take(first..<range.upperBound - (endsBlank ? 1 : 0), isFirst)
  }

  private static func widthOfBlank(at offset: Int, in bytes: [UInt8]) -> Int {
    switch bytes[offset] {
    case 0x21...0x7F: return 0
    case 0x20, 0x09...0x0D: return 1
    // U+0085, U+00A0
    case 0xC2: return bytes[offset + 1] == 0x85 || bytes[offset + 1] == 0xA0 ? 2 : 0
    // U+2002–200A, U+2028, U+2029, U+202F
    case 0xE2 where bytes[offset + 1] == 0x80:
      switch bytes[offset + 2] {
      case 0x82...0x8A, 0xA8, 0xA9, 0xAF: return 3
      default: return 0
      }
    default: return 0
    }
  }

  private static func appendWords(of text: String, to line: inout [UInt8]) {
    var follows = false
    let start = line.count
    for scalar in text.unicodeScalars {
      let isBlank = scalar.isASCII ? scalar == " " || ("\t"..."\r").contains(scalar) : scalar.properties.isWhitespace
      if isBlank {
        follows = line.count > start
        continue
      }
      if follows { line.append(0x20) }
      follows = false
      if scalar.isASCII {
        line.append(UInt8(truncatingIfNeeded: scalar.value))
      } else {
        line.append(contentsOf: UTF8.encode(scalar) ?? .init())
      }
    }
  }
}
