@_spi(_Unicode) import Swift

/// Text as `has` compares it: case, accents and the style of quotes and dashes do not matter.
enum TextFold {
  /// Folded bytes. ASCII takes a loop over bytes; the rest goes through canonical decomposition.
  static func fold(_ bytes: ArraySlice<UInt8>) -> [UInt8] {
    if bytes.allSatisfy({ $0 < 0x80 }) {
      return [UInt8](capacity: bytes.count) { output in
        for byte in bytes { output.append(lower(byte)) }
      }
    }
    var result: [UInt8] = []
    result.reserveCapacity(bytes.count)
    for scalar in String(decoding: bytes, as: UTF8.self)._nfd {
      switch scalar.value {
      case 0x0300...0x036F: continue
      case 0x2018, 0x2019, 0x201B, 0x02BC, 0x00B4, 0x0060: result.append(UInt8(ascii: "'"))
      case 0x201C, 0x201D, 0x201F, 0x00AB, 0x00BB: result.append(UInt8(ascii: "\""))
      case 0x2010...0x2015, 0x2212: result.append(UInt8(ascii: "-"))
      case 0x00A0, 0x2007, 0x202F, 0x2009: result.append(UInt8(ascii: " "))
      case 0..<0x80: result.append(lower(UInt8(scalar.value)))
      default: result.append(contentsOf: scalar.properties.lowercaseMapping.utf8)
      }
    }
    return result
  }

  static func fold(_ text: String) -> [UInt8] { fold(Array(text.utf8)[...]) }

  @inline(__always)
  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  /// Whether a word goes on over a place: a letter or digit stands on either side of it.
  private static func isInsideWord(_ index: Int, _ text: ArraySlice<UInt8>) -> Bool {
    guard index > text.startIndex, index < text.endIndex else { return false }
    return TextWords.isWord(TextWords.scalar(before: index, in: text))
      && TextWords.isWord(TextWords.scalar(at: index, in: text).0)
  }

  /// Start of the next occurrence of `needle` in `haystack` at or after `start`; nil if there is none.
  ///
  /// `wholeWords`: no word goes on at either end. A blank in the needle stands for any run of blanks. Linear for needles
  /// without repeating prefixes, as words of documents are.
  static func find(_ needle: [UInt8], in haystack: ArraySlice<UInt8>, from start: Int, wholeWords: Bool) -> Range<Int>?
  {
    guard let first = needle.first else { return nil }
    var position = start
    let end = haystack.endIndex
    while position < end {
      if haystack[position] != first {
        position += 1
        continue
      }
      if let matchEnd = match(needle, in: haystack, at: position) {
        if !wholeWords || !isInsideWord(position, haystack) && !isInsideWord(matchEnd, haystack) {
          return position..<matchEnd
        }
      }
      position += 1
    }
    return nil
  }

  /// How often the folded words occur, each letter counted once.
  static func occurrences(of words: [UInt8], in text: [UInt8]) -> Int {
    if words.isEmpty { return 0 }
    var found = 0
    var start = 0
    while let match = find(words, in: text[...], from: start, wholeWords: true) {
      found += 1
      start = match.upperBound
    }
    return found
  }

  private static func match(_ needle: [UInt8], in haystack: ArraySlice<UInt8>, at start: Int) -> Int? {
    var position = start
    for byte in needle {
      guard position < haystack.endIndex else { return nil }
      if byte == 0x20 {
        guard isBlank(haystack[position]) else { return nil }
        while position < haystack.endIndex, isBlank(haystack[position]) { position += 1 }
      } else {
        guard haystack[position] == byte else { return nil }
        position += 1
      }
    }
    return position
  }

  @inline(__always)
  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (byte >= 0x09 && byte <= 0x0D) }
}
