import IbidSource

/// A word of a text, known by the hash of its case-folded letters.
struct Word: Hashable, Sendable {
  var hash: UInt64
  var span: ByteSpan
  var hasDigit: Bool
}

/// Some neighbouring words of a text, by places from 0; a window on words that are kept elsewhere.
struct Words: RandomAccessCollection, Sendable {
  private let all: [Word]
  private let first: Int
  let count: Int

  init(_ all: [Word]) { self.init(all, from: 0, count: all.count) }

  init(_ all: [Word], from first: Int, count: Int) {
    self.all = all
    self.first = first
    self.count = count
  }

  var startIndex: Int { 0 }
  var endIndex: Int { count }
  subscript(place: Int) -> Word {
    precondition(place >= 0 && place < count, "no word has this place")
    return all[first + place]
  }
}

/// All words of a text, to be found by their places in it.
final class WordIndex {
  /// What readers have asked of spans of the text.
  let answers: Answers
  private let words: [Word]
  /// For each stretch of 16 bytes, the first word that ends behind its start.
  private let firsts: [Int32]

  private static let stretch = 16

  init(_ bytes: [UInt8]) {
    answers = Answers(byteCount: bytes.count)
    words = TextView.words(of: bytes, in: ByteSpan(0, bytes.count))
    var firsts: [Int32] = []
    firsts.reserveCapacity(bytes.count / Self.stretch + 1)
    var next = 0
    for start in stride(from: 0, through: bytes.count, by: Self.stretch) {
      while next < words.count, words[next].span.upper <= start { next += 1 }
      firsts.append(Int32(clamping: next))
    }
    self.firsts = firsts
  }

  /// The words of a span, at most `limit`; nil where the span cuts one, as the part has a hash of its own.
  func words(in span: ByteSpan, limit: Int) -> Words? {
    let all = words
    var first = place(of: span.lower)
    while first < all.count, all[first].span.upper <= span.lower { first += 1 }
    guard first < all.count, limit > 0, case let start = all[first].span, start.lower < span.upper else {
      return Words([])
    }
    // Of a few words the last is soon found.
    var end = first + 1
    if limit > 4 {
      // All words before the stretch in which the span ends belong to it.
      end = max(end, first + min(limit, place(of: span.upper) - first))
    }
    while end < all.count, end - first < limit, all[end].span.lower < span.upper { end += 1 }
    if start.lower < span.lower || all[end - 1].span.upper > span.upper { return nil }
    return Words(words, from: first, count: end - first)
  }

  private func place(of offset: Int) -> Int { Int(firsts[min(offset / Self.stretch, firsts.count - 1)]) }
}

extension TextView {
  /// The runs of letters and digits in a span, at most `limit`.
  ///
  /// Case is folded for ASCII and Latin-1; punctuation, apostrophes and spaces only separate. Hashes are 64-bit FNV-1a.
  /// Where the words of the whole text are known, they are looked up.
  func words(in span: ByteSpan, limit: Int = .max) -> Words {
    guard let known else { return Words(Self.words(of: bytes, in: span, limit: limit)) }
    return known.words(in: span, limit: limit) ?? Words(Self.words(of: bytes, in: span, limit: limit))
  }

  /// Reads the words of a span letter by letter.
  static func words(of bytes: [UInt8], in span: ByteSpan, limit: Int = .max) -> [Word] {
    let view = TextView(bytes: bytes)
    let text = bytes.span
    var words: [Word] = []
    words.reserveCapacity(min(limit, span.count / 5 + 8))
    var offset = span.lower
    while offset < span.upper, words.count < limit {
      let start = offset
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var hasDigit = false
      // Most words are letters of ASCII from end to end.
      while offset < span.upper, case let letter = text[offset] | 0x20, letter &- 0x61 < 26 {
        hash = (hash ^ UInt64(letter)) &* 0x100_0000_01B3
        offset += 1
      }
      // So is most of what parts them.
      let isEnd = offset == span.upper || text[offset] < 0x80 && text[offset] &- 0x30 > 9
      var (value, width) = isEnd ? (0, 1) : view.scalar(at: offset)
      guard !isEnd, Characters.isWord(value) else {
        if offset > start { words.append(Word(hash: hash, span: ByteSpan(start, offset), hasDigit: false)) }
        offset += width
        continue
      }
      repeat {
        if Characters.isDigit(value) { hasDigit = true }
        hash = (hash ^ UInt64(folded(value))) &* 0x100_0000_01B3
        offset += width
        guard offset < span.upper else { break }
        (value, width) = view.scalar(at: offset)
      } while Characters.isWord(value)
      words.append(Word(hash: hash, span: ByteSpan(start, min(offset, span.upper)), hasDigit: hasDigit))
    }
    return words
  }

  /// One hash for the words of a span in their order.
  func wordsHash(in span: ByteSpan) -> UInt64 { Self.hash(of: words(in: span)) }

  /// One hash for words in their order, or for the first of them.
  static func hash(of words: Words, count: Int = .max) -> UInt64 {
    hash(of: words, from: 0, count: min(count, words.count))
  }

  /// One hash for some of the words, in their order; wrapping is what makes it a hash.
  static func hash(of words: Words, from first: Int, count: Int) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    for place in first..<(first + count) { hash = (hash ^ words[place].hash) &* 0x100_0000_01B3 &+ (hash >> 29) }
    return hash
  }

  /// The hash of three words.
  @inline(__always) static func hash(_ first: UInt64, _ second: UInt64, _ third: UInt64) -> UInt64 {
    var hash: UInt64 = 0x9E37_79B9_7F4A_7C15
    hash = (hash ^ first) &* 0x100_0000_01B3 &+ (hash >> 29)
    hash = (hash ^ second) &* 0x100_0000_01B3 &+ (hash >> 29)
    return (hash ^ third) &* 0x100_0000_01B3 &+ (hash >> 29)
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
