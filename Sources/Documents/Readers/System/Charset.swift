import CReaders

/// Converts bytes of any character set to UTF-8.
enum Charset {
  /// The set that a byte order mark names, and the length of the mark.
  static func marked(_ bytes: [UInt8]) -> (name: String, length: Int)? {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { return ("utf-8", 3) }
    if bytes.starts(with: [0xFE, 0xFF]) { return ("utf-16be", 2) }
    if bytes.starts(with: [0xFF, 0xFE]) { return ("utf-16le", 2) }
    return nil
  }

  /// The text in UTF-8, malformed bytes made U+FFFD; nil for a set that is unknown.
  ///
  /// Names are read as browsers read them: "iso-8859-1" and "us-ascii" mean windows-1252
  /// (encoding.spec.whatwg.org, "Names and labels"). The common sets are converted here, the others by iconv.
  static func utf8(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    switch name.lowercased().filter({ $0 != "_" && $0 != "-" && $0 != " " }) {
    case "utf8", "unicode11utf8", "xunicode20utf8": return repaired(bytes)
    case "windows1252", "cp1252", "iso88591", "latin1", "l1", "usascii", "ascii", "xcp1252":
      return windows1252(bytes)
    case "utf16", "utf16le", "unicode", "ucs2": return utf16(bytes, isBigEndian: false)
    case "utf16be": return utf16(bytes, isBigEndian: true)
    default: return converted(bytes, from: name)
    }
  }

  /// Valid UTF-8 without NUL, which parsers take for the end.
  static func repaired(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    let text = String(decoding: bytes, as: UTF8.self)
    guard bytes.contains(0) else { return Array(text.utf8) }
    return Array(String(String.UnicodeScalarView(text.unicodeScalars.map { $0.value == 0 ? "\u{FFFD}" : $0 })).utf8)
  }

  /// Whether every byte is part of valid UTF-8.
  static func isUTF8(_ bytes: ArraySlice<UInt8>) -> Bool { TextEncoding.firstInvalid(in: Array(bytes)) == nil }

  static func windows1252(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    var text = String.UnicodeScalarView()
    for byte in bytes {
      switch byte {
      case 0: text.append("\u{FFFD}")
      case 0x80...0x9F: text.append(Unicode.Scalar(high[Int(byte - 0x80)]) ?? "\u{FFFD}")
      default: text.append(Unicode.Scalar(byte))
      }
    }
    return Array(String(text).utf8)
  }

  private static func utf16(_ bytes: ArraySlice<UInt8>, isBigEndian: Bool) -> [UInt8] {
    var units: [UInt16] = []
    units.reserveCapacity(bytes.count / 2)
    var index = bytes.startIndex
    while index + 1 < bytes.endIndex {
      let (first, second) = (UInt16(bytes[index]), UInt16(bytes[index + 1]))
      units.append(isBigEndian ? first << 8 | second : second << 8 | first)
      index += 2
    }
    return repaired(Array(String(decoding: units, as: UTF16.self).utf8)[...])
  }

  private static func converted(_ bytes: ArraySlice<UInt8>, from name: String) -> [UInt8]? {
    guard !name.isEmpty, name.utf8.count < 40,
      name.utf8.allSatisfy({ Characters.isWord(UInt32($0)) && $0 < 0x80 || "-_.:".utf8.contains($0) })
    else { return nil }
    let text = Array(bytes)
    var output = unsafe ibid_buffer()
    // Safe: the name ends with 0, and text and length outlive the call.
    guard unsafe ibid_to_utf8(name, text, text.count, &output) == 0 else { return nil }
    return unsafe repaired(IbidDocuments.bytes(taking: output)[...])
  }

  /// What windows-1252 has for 0x80...0x9F.
  private static let high: [UInt32] = [
    0x20AC, 0x81, 0x201A, 0x192, 0x201E, 0x2026, 0x2020, 0x2021, 0x2C6, 0x2030, 0x160, 0x2039, 0x152, 0x8D, 0x17D, 0x8F,
    0x90, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014, 0x2DC, 0x2122, 0x161, 0x203A, 0x153, 0x9D, 0x17E,
    0x178,
  ]
}
