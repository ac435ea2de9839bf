/// Words of a text: runs of letters and digits, with an apostrophe or hyphen between two of them.
enum TextWords {
  /// Byte ranges within the slice's own indices.
  static func ranges(in text: ArraySlice<UInt8>) -> [Range<Int>] {
    var words: [Range<Int>] = []
    var start: Int?
    /// Behind the last letter of the word that is open.
    var end = text.startIndex
    var index = text.startIndex
    while index < text.endIndex {
      let (scalar, width) = scalar(at: index, in: text)
      if isWord(scalar) {
        // A joiner may stand between the last letter and this one.
        if let open = start, index > end, !isJoiner(text[end..<index]) {
          words.append(open..<end)
          start = index
        }
        start = start ?? index
        end = index + width
      }
      index += width
    }
    if let start { words.append(start..<end) }
    return words
  }

  /// How many words a text has. As `ranges`, without a range for each.
  static func count(in text: ArraySlice<UInt8>) -> Int {
    let bytes = text.span
    var count = 0
    // What stands before: a word's sign, a joiner behind one, or something else.
    var before = Part.other
    var at = 0
    while at < bytes.count {
      var part = asciiParts[Int(bytes[at])]
      if part == .unknown {
        let (scalar, width) = scalar(at: text.startIndex &+ at, in: text)
        part = isWord(scalar) ? .word : joiners.contains(scalar) ? .joiner : .other
        at &+= width
      } else {
        at &+= 1
      }
      if part == .word, before == .other { count &+= 1 }
      before = part == .joiner && before != .word ? .other : part
    }
    return count
  }

  private enum Part: UInt8 {
    case other, word, joiner
    /// A byte that is not all of a sign.
    case unknown
  }

  private static let joiners: Set<Unicode.Scalar> = ["'", "-", "\u{2019}", "\u{2010}", "\u{2011}"]

  private static let asciiParts: [Part] = (0...UInt8.max).map { byte in
    if byte >= 0x80 { return .unknown }
    let scalar = Unicode.Scalar(byte)
    return isWord(scalar) ? .word : joiners.contains(scalar) ? .joiner : .other
  }

  /// Letters, digits, marks on letters, and the underscore.
  static func isWord(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII {
      switch scalar.value {
      case 0x30...0x39, 0x41...0x5A, 0x5F, 0x61...0x7A: return true
      default: return false
      }
    }
    return switch scalar.properties.generalCategory {
    case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .decimalNumber,
      .letterNumber, .otherNumber, .nonspacingMark, .spacingMark, .enclosingMark:
      true
    default: false
    }
  }

  private static func isJoiner(_ between: ArraySlice<UInt8>) -> Bool {
    switch Array(between) {
    case [UInt8(ascii: "'")], [UInt8(ascii: "-")], [0xE2, 0x80, 0x99], [0xE2, 0x80, 0x90], [0xE2, 0x80, 0x91]: true
    default: false
    }
  }

  /// The scalar that starts at an index, and its bytes; broken UTF-8 counts byte by byte.
  static func scalar(at index: Int, in text: ArraySlice<UInt8>) -> (Unicode.Scalar, width: Int) {
    let first = text[index]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard index + width <= text.endIndex else { return ("\u{FFFD}", 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for offset in 1..<width { value = value << 6 | UInt32(text[index + offset] & 0x3F) }
    return (Unicode.Scalar(value) ?? "\u{FFFD}", width)
  }

  /// The scalar that ends before an index.
  static func scalar(before index: Int, in text: ArraySlice<UInt8>) -> Unicode.Scalar {
    var start = index - 1
    while start > text.startIndex, text[start] & 0xC0 == 0x80, index - start < 4 { start -= 1 }
    return scalar(at: start, in: text).0
  }
}
