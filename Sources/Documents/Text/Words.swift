import IbidSource

/// A word of a text, known by the hash of its case-folded letters.
struct Word: Hashable, Sendable {
  var hash: UInt64
  var span: ByteSpan
  var hasDigit: Bool
}

extension TextView {
  /// The runs of letters and digits in a span, at most `limit`.
  ///
  /// Case is folded for ASCII and Latin-1; punctuation, apostrophes and spaces only separate. Hashes are 64-bit FNV-1a.
  func words(in span: ByteSpan, limit: Int = .max) -> [Word] {
    var words: [Word] = []
    var offset = span.lower
    var start = -1
    var hash: UInt64 = 0
    var hasDigit = false
    func finish(at end: Int) {
      if start >= 0 { words.append(Word(hash: hash, span: ByteSpan(start, end), hasDigit: hasDigit)) }
      start = -1
    }
    while offset < span.upper, words.count < limit {
      let (value, width) = scalar(at: offset)
      if Characters.isWord(value) {
        if start < 0 {
          start = offset
          hash = 0xCBF2_9CE4_8422_2325
          hasDigit = false
        }
        if Characters.isDigit(value) { hasDigit = true }
        hash = (hash ^ UInt64(Self.folded(value))) &* 0x100_0000_01B3
      } else {
        finish(at: offset)
      }
      offset += width
    }
    finish(at: min(offset, span.upper))
    return words
  }

  /// One hash for the words of a span in their order.
  func wordsHash(in span: ByteSpan) -> UInt64 { Self.hash(of: words(in: span)[...]) }

  /// One hash for words in their order; wrapping is what makes it a hash.
  static func hash(of words: ArraySlice<Word>) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for word in words { hash = (hash ^ word.hash) &* 0x100_0000_01B3 &+ (hash >> 29) }
    return hash
  }

  /// The hash that `words(in:)` gives a word.
  static func hash(of word: String) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for scalar in word.unicodeScalars { hash = (hash ^ UInt64(folded(scalar.value))) &* 0x100_0000_01B3 }
    return hash
  }

  /// The words as folded text; for comparing with lists of words.
  func lowercased(_ span: ByteSpan) -> String {
    var out: [UInt8] = []
    out.reserveCapacity(span.count)
    for offset in span.range { out.append(Characters.lowered(bytes[offset])) }
    return String(decoding: out, as: UTF8.self)
  }

  private static func folded(_ value: UInt32) -> UInt32 {
    if value >= 0x41, value <= 0x5A { return value | 0x20 }
    if value >= 0xC0, value <= 0xDE, value != 0xD7 { return value | 0x20 }
    return value
  }
}
