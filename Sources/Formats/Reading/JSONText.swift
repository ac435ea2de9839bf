/// Strings of JSON.
enum JSONText {
  /// What stands between the quotes, escapes undone; half of a surrogate pair becomes U+FFFD.
  ///
  /// The scanner has checked the escapes.
  static func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    var result: [UInt8] = []
    var index = bytes.startIndex
    while index < bytes.endIndex {
      let byte = bytes[index]
      guard byte == UInt8(ascii: "\\"), index + 1 < bytes.endIndex else {
        result.append(byte)
        index += 1
        continue
      }
      let letter = bytes[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "n"): result.append(0x0A)
      case UInt8(ascii: "r"): result.append(0x0D)
      case UInt8(ascii: "t"): result.append(0x09)
      case UInt8(ascii: "b"): result.append(0x08)
      case UInt8(ascii: "f"): result.append(0x0C)
      case UInt8(ascii: "u"): result.append(contentsOf: scalar(bytes, &index).utf8)
      default: result.append(letter)
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// The scalar of `\uXXXX` or of a pair of them; `index` stands after the first `\u`.
  private static func scalar(_ bytes: ArraySlice<UInt8>, _ index: inout Int) -> String {
    let first = hex(bytes, index) ?? 0xFFFD
    index = min(index + 4, bytes.endIndex)
    if (0xD800...0xDBFF).contains(first), index + 1 < bytes.endIndex, bytes[index] == UInt8(ascii: "\\"),
      bytes[index + 1] == UInt8(ascii: "u"), let second = hex(bytes, index + 2), (0xDC00...0xDFFF).contains(second)
    {
      index += 6
      return text(0x10000 + (first - 0xD800) << 10 + (second - 0xDC00))
    }
    return text(first)
  }

  private static func text(_ value: UInt32) -> String { String(Character(Unicode.Scalar(value) ?? "\u{FFFD}")) }

  /// Four hexadecimal digits.
  static func hex(_ bytes: ArraySlice<UInt8>, _ start: Int) -> UInt32? {
    guard start + 4 <= bytes.endIndex else { return nil }
    var value: UInt32 = 0
    for index in start..<start + 4 {
      let digit: UInt8
      switch bytes[index] {
      case 0x30...0x39: digit = bytes[index] - 0x30
      case 0x41...0x46: digit = bytes[index] - 0x41 + 10
      case 0x61...0x66: digit = bytes[index] - 0x61 + 10
      default: return nil
      }
      value = value << 4 | UInt32(digit)
    }
    return value
  }
}
