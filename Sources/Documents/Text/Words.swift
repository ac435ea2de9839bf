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

/// All words of a text, to be found by their places in it, and where it has which signs.
final class WordIndex {
  /// What readers have asked of spans of the text.
  let answers: Answers
  private let words: [Word]
  /// For each stretch of 16 bytes, the first word that ends behind its start.
  private let firsts: [Int32]
  /// For each stretch, the signs in it.
  private let signs: [Signs]

  /// Bytes of a stretch, as a power of two.
  private static let shift = 4

  init(_ bytes: [UInt8]) {
    answers = Answers(byteCount: bytes.count)
    var signs = [Signs](repeating: [], count: bytes.count >> Self.shift + 1)
    words = TextView.readWords(of: bytes, in: ByteSpan(0, bytes.count), limit: .max) { span, found in
      for stretch in (span.lower >> Self.shift)...((span.upper - 1) >> Self.shift) { signs[stretch].formUnion(found) }
    }
    self.signs = signs
    var firsts: [Int32] = []
    firsts.reserveCapacity(signs.count)
    var next = 0
    for start in stride(from: 0, through: bytes.count, by: 1 << Self.shift) {
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
    guard first < all.count, limit > 0, case let start = all[first].span.lower, start < span.upper else {
      return Words([])
    }
    // Of a few words the last is soon found.
    var end = first + 1
    if limit > 4 {
      // All words before the stretch in which the span ends belong to it.
      end = max(end, first + min(limit, place(of: span.upper) - first))
    }
    while end < all.count, end - first < limit, all[end].span.lower < span.upper { end += 1 }
    if start < span.lower || all[end - 1].span.upper > span.upper { return nil }
    return Words(all, from: first, count: end - first)
  }

  /// Whether a word stands in a span, as a whole or in part.
  func holdsWord(_ span: ByteSpan) -> Bool {
    guard !span.isEmpty else { return false }
    var first = place(of: span.lower)
    while first < words.count, words[first].span.upper <= span.lower { first += 1 }
    return first < words.count && words[first].span.lower < span.upper
  }

  private func place(of offset: Int) -> Int { Int(firsts[min(offset >> Self.shift, firsts.count - 1)]) }

  /// The first place from one on in a stretch that has one of some signs; the end of the text where there is none.
  func next(with wanted: Signs, from place: Int) -> Int {
    var stretch = place >> Self.shift
    if !signs[stretch].isDisjoint(with: wanted) { return place }
    repeat { stretch += 1 } while stretch < signs.count && signs[stretch].isDisjoint(with: wanted)
    return stretch < signs.count ? stretch << Self.shift : .max
  }

  /// Whether one of some signs may stand in a span: true where one stands close by.
  func mayHold(_ wanted: Signs, in span: ByteSpan) -> Bool {
    guard !span.isEmpty else { return false }
    let last = min((span.upper - 1) >> Self.shift, signs.count - 1)
    var stretch = span.lower >> Self.shift
    while stretch <= last {
      if !signs[stretch].isDisjoint(with: wanted) { return true }
      stretch += 1
    }
    return false
  }
}

extension TextView {
  /// The runs of letters and digits in a span, at most `limit`.
  ///
  /// Case is folded for ASCII and Latin-1; punctuation, apostrophes and spaces only separate. Where the words of the whole text
  /// are known, they are looked up.
  func words(in span: ByteSpan, limit: Int = .max) -> Words {
    guard let known else { return Words(Self.words(of: bytes, in: span, limit: limit)) }
    return known.words(in: span, limit: limit) ?? Words(Self.words(of: bytes, in: span, limit: limit))
  }

  /// Whether a letter or digit stands in a span.
  func holdsWord(_ span: ByteSpan) -> Bool { known?.holdsWord(span) ?? !words(in: span, limit: 1).isEmpty }

  /// Whether one of some signs may stand in a span, which is true where nothing is known.
  func mayHold(_ signs: Signs, in span: ByteSpan) -> Bool { known?.mayHold(signs, in: span) ?? true }

  /// Reads the words of a span letter by letter.
  static func words(of bytes: [UInt8], in span: ByteSpan, limit: Int = .max) -> [Word] {
    readWords(of: bytes, in: span, limit: limit) { _, _ in }
  }

  /// Reads the words of a span, and calls `note` with the places of signs between and in them.
  @inline(__always)
  fileprivate static func readWords(
    of bytes: [UInt8], in span: ByteSpan, limit: Int, _ note: (ByteSpan, Signs) -> Void
  ) -> [Word] {
    let view = TextView(bytes: bytes)
    let text = bytes.span
    var words: [Word] = []
    words.reserveCapacity(min(limit, span.count / 5 + 8))
    var offset = span.lower
    while offset < span.upper, words.count < limit {
      let byte = text[offset]
      // Most of what parts words is one byte of ASCII.
      guard byte >= 0x80 || Characters.isPlainLetter(byte) || byte &- 0x30 < 10 else {
        let signs = Signs(of: byte, behind: offset > 0 ? text[offset - 1] : 0)
        if !signs.isEmpty { note(ByteSpan(offset, offset + 1), signs) }
        offset += 1
        continue
      }
      let found =
        (byte < 0x80 ? view.plainWord(at: offset, to: span.upper) : nil) ?? view.anyWord(at: offset, to: span.upper)
      if found.isWord {
        words.append(
          Word(hash: found.hash, span: ByteSpan(offset, min(found.end, span.upper)), hasDigit: found.hasDigit))
      }
      if found.hasDigit { note(ByteSpan(offset, found.end), .digit) }
      if !found.isPlain { note(ByteSpan(offset, found.end), .beyondASCII) }
      offset = found.end
    }
    return words
  }

  private struct FoundWord {
    var hash: UInt64
    var end: Int
    var hasDigit: Bool
    var isPlain = true
    /// Not so of a sign.
    var isWord = true
  }

  /// A word of letters and digits of ASCII, read eight at a time; nil where it is no such word or stands at the end of the text.
  @inline(__always)
  private func plainWord(at start: Int, to upper: Int) -> FoundWord? {
    let text = bytes.span
    var (hash, hasDigit, offset) = (WordHash(), false, start)
    while offset + 8 <= text.count {
      let (length, folded, isDigit) = EightBytes(text, at: offset).plainWord(atMost: upper - offset)
      if length > 0 { hash.mix(folded) }
      hasDigit = hasDigit || isDigit
      offset += length
      guard length < 8 else { continue }
      guard offset == upper || text[offset] < 0x80 || !Characters.isWord(scalar(at: offset).value) else { return nil }
      return FoundWord(hash: hash.value, end: offset, hasDigit: hasDigit)
    }
    return nil
  }

  /// A word of any characters, read one by one, or the one character that is no word.
  @inline(never)
  private func anyWord(at start: Int, to upper: Int) -> FoundWord {
    var (hash, hasDigit, offset) = (WordHash(), false, start)
    while offset < upper {
      let (value, width) = scalar(at: offset)
      guard Characters.isWord(value) else {
        guard offset == start else { break }
        return FoundWord(hash: 0, end: start + width, hasDigit: false, isPlain: false, isWord: false)
      }
      if Characters.isDigit(value) { hasDigit = true }
      hash.add(Self.folded(value))
      offset += width
    }
    return FoundWord(hash: hash.finished, end: offset, hasDigit: hasDigit, isPlain: false)
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
    var hash = WordHash()
    for scalar in word.unicodeScalars { hash.add(folded(scalar.value)) }
    return hash.finished
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

/// The hash of a word as its folded characters come: eight bytes of UTF-8 are mixed in at a time, the last ones filled up with
/// zeros, so that most words take one multiplication. Wraps on purpose.
private struct WordHash {
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325
  private var bytes: UInt64 = 0
  private var count: UInt64 = 0

  @inline(__always)
  mutating func mix(_ bytes: UInt64) {
    value = (value ^ bytes) &* 0x9E37_79B9_7F4A_7C15
    value ^= value >> 32
  }

  mutating func add(_ character: UInt32) {
    guard let scalar = Unicode.Scalar(character) else { return }
    for byte in UTF8.encode(scalar) ?? .init() {
      bytes |= UInt64(byte) << (count * 8)
      count += 1
      guard count == 8 else { continue }
      mix(bytes)
      (bytes, count) = (0, 0)
    }
  }

  /// With what has not filled eight bytes.
  var finished: UInt64 {
    var whole = self
    if count > 0 { whole.mix(bytes) }
    return whole.value
  }
}

extension EightBytes {
  /// How many letters and digits of ASCII the bytes begin with, those in lower case with zeros behind them, and whether one is
  /// a digit.
  @inline(__always)
  fileprivate func plainWord(atMost most: Int) -> (length: Int, folded: UInt64, hasDigit: Bool) {
    let (ones, high): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
    // Large letters differ from small ones by this bit, which digits have as well.
    let small = bytes | ones &* 0x20
    let low = small & ~high
    let letters = (low &+ ones &* (0x80 - 0x61)) & ~(low &+ ones &* (0x7F - 0x7A)) & ~bytes & high
    let digits = digits
    let others = (letters | digits) ^ high
    let length = min(others.trailingZeroBitCount / 8, most)
    let kept: UInt64 = length < 8 ? 1 << UInt64(length * 8) &- 1 : .max
    return (length, small & kept, digits & kept != 0)
  }
}
