/// Some words of the lexicon, one bit each, to ask of a token whether it is one of them.
///
///     private static let realms: WordList = ["republic", "kingdom"]
///     tokens.isAny(i, Self.realms)
///
/// For lists that one rule needs; what several rules ask for is a `WordClass`. Words that are not in the lexicon are left
/// out, as no token can be one of them.
package struct WordList: ExpressibleByArrayLiteral, Sendable {
  private var bits: [UInt64] = []

  package init(_ words: some Sequence<String>) {
    for word in words {
      let id = Lexicon.shared.id(of: word)
      guard id > 0 else { continue }
      while bits.count <= id / 64 { bits.append(0) }
      bits[id / 64] |= 1 << UInt64(id % 64)
    }
  }

  package init(arrayLiteral words: String...) { self.init(words) }

  @inline(__always) func contains(id: UInt32) -> Bool {
    let place = Int(id) / 64
    return place < bits.count && bits[place] & (1 << UInt64(id % 64)) != 0
  }

  func forEachID(_ take: (Int) -> Void) {
    for (place, word) in bits.enumerated() where word != 0 {
      for bit in 0..<64 where word & 1 << UInt64(bit) != 0 { take(place * 64 + bit) }
    }
  }
}

/// A value for each of some words of the lexicon; for the many words without one it costs what a `WordList` costs.
package struct WordTable<Value: Sendable>: ExpressibleByDictionaryLiteral, Sendable {
  let words: WordList
  private var values: [UInt32: Value] = [:]

  /// Of two values for one word the first.
  package init(_ pairs: [(String, Value)]) {
    words = WordList(pairs.lazy.map(\.0))
    for (word, value) in pairs {
      let id = UInt32(Lexicon.shared.id(of: word))
      if values[id] == nil { values[id] = value }
    }
    values[0] = nil
  }

  package init(dictionaryLiteral pairs: (String, Value)...) { self.init(pairs) }

  func value(id: UInt32) -> Value? { words.contains(id: id) ? values[id] : nil }
}

extension Tokens {
  /// Whether token `i` is one of these words, in any case; false past either end.
  ///
  /// The list is asked for only where the lexicon has the word, as a global list costs a call to see that it has been made.
  @inline(__always) package func isAny(_ i: Int, _ words: @autoclosure () -> WordList) -> Bool {
    guard i >= 0, i < kinds.count, kinds[i] == .word || kinds[i] == .clitic, case let id = details[i], id > 0 else {
      return false
    }
    return words().contains(id: id)
  }

  /// What the table has for word `i`; nil past either end.
  package func value<Value>(_ i: Int, in table: WordTable<Value>) -> Value? {
    isWord(i) ? table.value(id: details[i]) : nil
  }
}
