/// The two ways in which mails write any byte as ASCII (RFC 2045, sections 6.7 and 6.8). What is malformed stays or is
/// left out; nothing is refused.
enum TransferEncoding {
  static func quotedPrintable(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count)
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      guard byte == UInt8(ascii: "=") else {
        output.append(byte)
        index += 1
        continue
      }
      if let high = digit(text, index + 1), let low = digit(text, index + 2) {
        output.append(high << 4 | low)
        index += 3
      } else if let end = softBreak(text, after: index + 1) {
        index = end
      } else {
        output.append(byte)
        index += 1
      }
    }
    return output
  }

  static func base64(_ text: ArraySlice<UInt8>) -> [UInt8] {
    var output: [UInt8] = []
    output.reserveCapacity(text.count / 4 * 3 + 3)
    var bits: UInt32 = 0
    var count = 0
    for byte in text {
      guard let value = sextet(byte) else { continue }
      bits = bits << 6 | UInt32(value)
      count += 6
      if count >= 8 {
        count -= 8
        output.append(UInt8(truncatingIfNeeded: bits >> UInt32(count)))
      }
    }
    return output
  }

  private static func sextet(_ byte: UInt8) -> UInt8? {
    switch byte {
    case 0x41...0x5A: byte - 0x41
    case 0x61...0x7A: byte - 0x61 + 26
    case 0x30...0x39: byte - 0x30 + 52
    case UInt8(ascii: "+"), UInt8(ascii: "-"): 62
    case UInt8(ascii: "/"), UInt8(ascii: "_"): 63
    default: nil
    }
  }

  private static func digit(_ text: ArraySlice<UInt8>, _ index: Int) -> UInt8? {
    guard index < text.endIndex else { return nil }
    switch text[index] {
    case 0x30...0x39: return text[index] - 0x30
    case 0x41...0x46: return text[index] - 0x41 + 10
    case 0x61...0x66: return text[index] - 0x61 + 10
    default: return nil
    }
  }

  /// The end of spaces and a line end right after an equals sign.
  private static func softBreak(_ text: ArraySlice<UInt8>, after start: Int) -> Int? {
    var index = start
    while index < text.endIndex, text[index] == 0x20 || text[index] == 0x09 { index += 1 }
    if index == text.endIndex { return index }
    if text[index] == 0x0D, index + 1 < text.endIndex, text[index + 1] == 0x0A { return index + 2 }
    return text[index] == 0x0A ? index + 1 : nil
  }
}
