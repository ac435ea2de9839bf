import IbidSource

/// Some words by their hashes, to ask whether a word of a text is one of them, in any case.
///
///     private static let streets: WordHashes = ["street", "road", "lane"]
///     streets.contains(words[0])
///
/// A word of a text has its hash from when it was read, so asking costs a look at one or two numbers and makes no string.
struct WordHashes: ExpressibleByArrayLiteral, Sendable {
  /// Open addressing, at most a quarter full; 0 is a free place.
  private var slots: [UInt64]

  init(_ words: [String]) { self.init(hashes: words.map { TextView.hash(of: $0) }) }

  init(arrayLiteral words: String...) { self.init(words) }

  /// The hashes of words that were read from a text.
  init(hashes: [UInt64]) {
    var size = 16
    while size < hashes.count * 4 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    for hash in hashes {
      var slot = Self.slot(of: hash, size)
      while slots[slot] != 0, slots[slot] != hash { slot = (slot + 1) & (size - 1) }
      slots[slot] = hash
    }
  }

  func contains(_ word: Word) -> Bool { contains(hash: word.hash) }

  func contains(_ word: String) -> Bool { contains(hash: TextView.hash(of: word)) }

  func contains(hash: UInt64) -> Bool {
    var slot = Self.slot(of: hash, slots.count)
    while slots[slot] != 0 {
      if slots[slot] == hash { return true }
      slot = (slot + 1) & (slots.count - 1)
    }
    return false
  }

  /// These words and those of another list.
  func union(_ other: WordHashes) -> WordHashes {
    WordHashes(hashes: (slots + other.slots).filter { $0 != 0 })
  }

  private static func slot(of hash: UInt64, _ size: Int) -> Int {
    Int(truncatingIfNeeded: hash ^ hash >> 32) & (size - 1)
  }
}

/// Some words or phrases as they are written, large letters and all.
struct ExactWords: ExpressibleByArrayLiteral, Sendable {
  private let hashes: WordHashes

  init(arrayLiteral words: String...) { hashes = WordHashes(hashes: words.map { Self.hash($0.utf8) }) }

  func contains(_ span: ByteSpan, in view: TextView) -> Bool {
    hashes.contains(hash: Self.hash(view.bytes[span.range]))
  }

  func contains(_ word: String) -> Bool { hashes.contains(hash: Self.hash(word.utf8)) }

  /// FNV-1a of 64 bits; wraps on purpose.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
    return hash
  }
}

/// A meaning for each of some whole lines, spaces and signs included, to be looked up without making a string.
///
/// Lines are written in lower case; case is ignored for ASCII letters.
struct LineTable<Meaning: Sendable>: Sendable {
  private var places: HashPlaces
  private var meanings: [Meaning] = []
  /// Bytes; longer lines are not looked up.
  private var longest = 0

  /// Of a line that is there twice, the last meaning counts.
  init(_ lines: [(String, Meaning)]) {
    places = HashPlaces(count: lines.count)
    for (line, meaning) in lines {
      longest = max(longest, line.utf8.count)
      if let place = places.place(of: Self.hash(line.utf8.span), orInsert: meanings.count) {
        meanings[place] = meaning
      } else {
        meanings.append(meaning)
      }
    }
  }

  func meaning(of span: ByteSpan, in view: TextView) -> Meaning? {
    guard span.count <= longest else { return nil }
    return places.place(of: Self.hash(view.bytes.span.extracting(span.range))).map { meanings[$0] }
  }

  func contains(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count <= longest && places.place(of: Self.hash(view.bytes.span.extracting(span.range))) != nil
  }

  func contains(_ line: String) -> Bool { places.place(of: Self.hash(line.utf8.span)) != nil }

  /// FNV-1a of 64 bits over lower-case bytes; wraps on purpose.
  private static func hash(_ bytes: Span<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for place in bytes.indices { hash = (hash ^ UInt64(Characters.lowered(bytes[place]))) &* 0x100_0000_01B3 }
    return hash
  }
}

extension LineTable: ExpressibleByDictionaryLiteral {
  init(dictionaryLiteral lines: (String, Meaning)...) { self.init(lines) }
}

extension LineTable: ExpressibleByArrayLiteral where Meaning == Void {
  init(arrayLiteral lines: String...) { self.init(lines.map { ($0, ()) }) }
}
