import IbidColumns
import IbidSource

/// Texts on one line: where a line break, a tab or two blanks in a row stand in a text, every run of its white space
/// becomes one blank, so that a sentence that was wrapped reads as one line.
enum OneLine {
  /// Writes a span of a file behind `line`; bytes that are no UTF-8 become U+FFFD.
  static func append(_ bytes: [UInt8], _ span: ByteSpan, to line: inout [UInt8]) {
    let lower = min(span.lower, bytes.count)
    let text = bytes[lower..<min(max(lower, span.upper), bytes.count)]
    let isPlain = TextNormalization.isPlain(text)
    switch (isPlain, isBroken(text)) {
    case (true, false): line.append(contentsOf: text)
    case (true, true): appendWords(of: text, to: &line)
    case (false, false): line.append(contentsOf: String(decoding: text, as: UTF8.self).utf8)
    case (false, true): appendWords(of: String(decoding: text, as: UTF8.self), to: &line)
    }
  }

  /// Of a text that `TextNormalization.isPlain` answers for, so that few characters can be blank.
  private static func appendWords(of text: ArraySlice<UInt8>, to line: inout [UInt8]) {
    let start = line.count
    var follows = false
    var at = text.startIndex
    while at < text.endIndex {
      let blank = widthOfBlank(at: at, in: text)
      if blank > 0 {
        follows = line.count > start
        at += blank
        continue
      }
      if follows { line.append(0x20) }
      follows = false
      line.append(text[at])
      at += 1
    }
  }

  private static func widthOfBlank(at offset: Int, in text: ArraySlice<UInt8>) -> Int {
    switch text[offset] {
    case 0x20, 0x09...0x0D: return 1
    // U+0085, U+00A0
    case 0xC2: return text[offset + 1] == 0x85 || text[offset + 1] == 0xA0 ? 2 : 0
    // U+2002–200A, U+2028, U+2029, U+202F
    case 0xE2 where text[offset + 1] == 0x80:
      switch text[offset + 2] {
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
      line.append(contentsOf: UTF8.encode(scalar) ?? .init())
    }
  }

  private static func isBroken(_ text: ArraySlice<UInt8>) -> Bool {
    var last: UInt8 = 0
    for byte in text {
      if byte == 0x0A || byte == 0x0D || byte == 0x09 || (byte == 0x20 && last == 0x20) { return true }
      last = byte
    }
    return false
  }
}
