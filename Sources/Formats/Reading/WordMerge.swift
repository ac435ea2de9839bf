import IbidColumns

/// One dictionary of the word tables of several readers, in the order in which the texts stand in the file.
struct WordMerge {
  private(set) var dictionary: TextDictionary
  /// For each reader the code of each of its words; empty if they are the codes already.
  private(set) var codes: [[Int32]]

  /// A word of one of the tables.
  private struct Word {
    var table: Int
    var number: Int
  }

  /// Texts that are the same letters in other bytes become one (NFC).
  init(_ tables: [WordTable]) {
    let used = tables.filter { $0.count > 0 }
    codes = tables.map { _ in [] }
    dictionary = .empty
    if used.count <= 1, used.allSatisfy(\.isPlain) {
      dictionary = used.first?.dictionary() ?? .empty
      return
    }
    codes = tables.map { table in
      var codes: [Int32] = []
      codes.reserveCapacity(table.count)
      return codes
    }
    if used.allSatisfy({ $0.isPlain && $0.seed == used[0].seed }) {
      mergePlain(tables)
    } else {
      merge(tables)
    }
  }

  private static let upperHalf: UInt64 = 0xFFFF_FFFF_0000_0000

  /// Calls the body for the words of all tables, in the order of their first places.
  private static func forEachWord(_ tables: [WordTable], _ body: (Word) -> Void) {
    var next = tables.map { _ in 0 }
    while true {
      // Few readers: the earliest of their next words is found by looking at each.
      var first: Int?
      for reader in tables.indices where next[reader] < tables[reader].count {
        if let known = first, tables[known].places[next[known]] < tables[reader].places[next[reader]] { continue }
        first = reader
      }
      guard let reader = first else { return }
      body(Word(table: reader, number: next[reader]))
      next[reader] += 1
    }
  }

  // MARK: Texts that need no change

  /// By the hashes that the tables have; the texts are copied when it is known where each is to stand.
  private mutating func mergePlain(_ tables: [WordTable]) {
    let most = tables.reduce(0) { $0 + $1.count }
    var size = 64
    while size < most * 2 { size *= 2 }
    // One more than the code of a text, in the lower half; bits of its hash above. 0 is free.
    var slots = [UInt64](repeating: 0, count: size)
    var words: [Word] = []
    words.reserveCapacity(most)
    var offsets = [0]
    offsets.reserveCapacity(most + 1)
    var codes = codes
    Self.forEachWord(tables) { word in
      let table = tables[word.table]
      let hash = table.hashes[word.number]
      let mark = hash & Self.upperHalf
      var slot = Int(truncatingIfNeeded: hash) & (size - 1)
      while slots[slot] != 0 {
        let code = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
        if slots[slot] & Self.upperHalf == mark,
          tables[words[code].table].isSame(words[code].number, as: word.number, of: table)
        {
          codes[word.table].append(Int32(truncatingIfNeeded: code))
          return
        }
        slot = (slot + 1) & (size - 1)
      }
      codes[word.table].append(Int32(truncatingIfNeeded: words.count))
      words.append(word)
      slots[slot] = mark | UInt64(truncatingIfNeeded: words.count)
      offsets.append(offsets[offsets.count - 1] + table.range(word.number).count)
    }
    self.codes = codes
    var bytes: [UInt8] = []
    bytes.reserveCapacity(offsets[words.count])
    for word in words { tables[word.table].write(word.number, to: &bytes) }
    dictionary = TextDictionary(bytes: bytes, offsets: offsets)
  }

  // MARK: Others

  private mutating func merge(_ tables: [WordTable]) {
    var all = WordTable(seed: .random(in: .min ... .max), capacity: tables.map(\.count).max() ?? 0)
    var codes = codes
    Self.forEachWord(tables) { codes[$0.table].append(Self.code(of: $0.number, in: tables[$0.table], &all)) }
    self.codes = codes
    dictionary = all.dictionary()
  }

  private static func code(of number: Int, in table: WordTable, _ all: inout WordTable) -> Int32 {
    let range = table.range(number)
    if !table.isPlain, !table.isPlain(range) {
      let text = Array(TextNormalization.nfc(String(decoding: table.paddedBytes[range], as: UTF8.self)).utf8)
      return all.number(of: text, 0..<text.count)
    }
    return all.number(of: table.paddedBytes, range)
  }
}
