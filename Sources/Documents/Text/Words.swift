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

extension TextView {
  /// The runs of letters and digits in a span, at most `limit`.
  ///
  /// Case is folded for ASCII and Latin-1; punctuation, apostrophes and spaces only separate. Hashes are 64-bit FNV-1a.
  /// Where the words of the whole text are known, they are looked up: O(log words).
  func words(in span: ByteSpan, limit: Int = .max) -> Words {
    guard let known else { return Words(Self.words(of: bytes, in: span, limit: limit)) }
    let first = Self.place(in: known) { $0.span.upper <= span.lower }
    let end = Self.place(in: known) { $0.span.lower < span.upper }
    guard first < end, limit > 0 else { return Words([]) }
    let count = min(limit, end - first)
    // A span that cuts a word holds a part of it, which has a hash of its own.
    if known[first].span.lower < span.lower || known[first + count - 1].span.upper > span.upper {
      return Words(Self.words(of: bytes, in: span, limit: limit))
    }
    return Words(known, from: first, count: count)
  }

  /// The place of the first word for which a condition, true of the first words of a text, does not hold.
  private static func place(in words: [Word], where isBefore: (Word) -> Bool) -> Int {
    var (low, high) = (0, words.count)
    while low < high {
      let middle = (low + high) / 2
      if isBefore(words[middle]) { low = middle + 1 } else { high = middle }
    }
    return low
  }

  /// Reads the words of a span letter by letter.
  static func words(of bytes: [UInt8], in span: ByteSpan, limit: Int = .max) -> [Word] {
    let view = TextView(bytes: bytes)
    var words: [Word] = []
    words.reserveCapacity(min(limit, span.count / 6 + 1))
    var offset = span.lower
    while offset < span.upper, words.count < limit {
      var (value, width) = view.scalar(at: offset)
      guard Characters.isWord(value) else {
        offset += width
        continue
      }
      let start = offset
      var hash: UInt64 = 0xCBF2_9CE4_8422_2325
      var hasDigit = false
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

  /// One hash for words in their order; wrapping is what makes it a hash.
  static func hash(of words: some Collection<Word>) -> UInt64 {
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

/// Some words by their hashes, to ask whether a word of a text is one of them.
struct WordHashes: Sendable {
  /// Open addressing, at most a quarter full; 0 is a free place.
  private var slots: [UInt64]

  init(_ words: [String]) {
    var size = 16
    while size < words.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for word in words {
      let hash = TextView.hash(of: word)
      var slot = Self.slot(of: hash, size)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash
    }
  }

  func contains(_ word: Word) -> Bool {
    var slot = Self.slot(of: word.hash, slots.count)
    while slots[slot] != 0 {
      if slots[slot] == word.hash { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  private static func slot(of hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
  }
}
