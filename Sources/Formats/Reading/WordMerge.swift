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

  /// Calls the body for the words of all tables, in the order of their first places: a run of words of one table after the
  /// other, of which there are about as many as pieces of the file.
  private static func forEachRun(_ tables: [WordTable], _ body: (_ table: Int, _ numbers: Range<Int>) -> Void) {
    let places = tables.map(\.places)
    var next = tables.map { _ in 0 }
    while true {
      // Few readers: the earliest of their next words is found by looking at each.
      var first: (place: UInt64, table: Int)?
      var limit = UInt64.max
      for table in places.indices where next[table] < places[table].count {
        let place = places[table][next[table]]
        if let known = first, known.place < place {
          limit = min(limit, place)
        } else {
          limit = min(limit, first?.place ?? .max)
          first = (place, table)
        }
      }
      guard let table = first?.table else { return }
      let own = places[table]
      var end = next[table] + 1
      while end < own.count, own[end] < limit { end += 1 }
      body(table, next[table]..<end)
      next[table] = end
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
    // Words that stand behind each other both in their table and in the dictionary.
    var stretches: [(first: Int, words: Range<Int>)] = []
    var codes = codes
    Self.forEachRun(tables) { table, numbers in
      let (hashes, ends) = (tables[table].hashes, tables[table].offsets)
      for number in numbers {
        let hash = hashes[number]
        let mark = hash & Self.upperHalf
        var slot = Int(truncatingIfNeeded: hash) & (size - 1)
        var known: Int32?
        while slots[slot] != 0 {
          let code = Int(truncatingIfNeeded: slots[slot] & 0xFFFF_FFFF) - 1
          if slots[slot] & Self.upperHalf == mark,
            tables[words[code].table].isSame(words[code].number, as: number, of: tables[table])
          {
            known = Int32(truncatingIfNeeded: code)
            break
          }
          slot = (slot + 1) & (size - 1)
        }
        codes[table].append(known ?? Int32(truncatingIfNeeded: words.count))
        if known != nil { continue }
        if let last = words.last, last.table == table, last.number == number - 1 {
          stretches[stretches.count - 1].words = stretches[stretches.count - 1].words.lowerBound..<words.count + 1
        } else {
          stretches.append((number, words.count..<words.count + 1))
        }
        words.append(Word(table: table, number: number))
        slots[slot] = mark | UInt64(truncatingIfNeeded: words.count)
        offsets.append(offsets[offsets.count - 1] + ends[number + 1] - ends[number])
      }
    }
    self.codes = codes
    let bytes = [UInt8](apart: offsets[words.count], filler: 0) { bytes in
      Parallel.current.forEach(stretches.count) { index in
        let stretch = stretches[index]
        let table = tables[words[stretch.words.lowerBound].table]
        let start = table.offsets[stretch.first]
        let (from, to) = (offsets[stretch.words.lowerBound], offsets[stretch.words.upperBound])
        let texts = table.paddedBytes
        bytes.copy(texts.span.extracting(start..<start + to - from), to: from)
      }
    }
    dictionary = TextDictionary(bytes: bytes, offsets: offsets)
  }

  // MARK: Others

  private mutating func merge(_ tables: [WordTable]) {
    var all = WordTable(seed: .random(in: .min ... .max), capacity: tables.map(\.count).max() ?? 0)
    var codes = codes
    Self.forEachRun(tables) { table, numbers in
      for number in numbers { codes[table].append(Self.code(of: number, in: tables[table], &all)) }
    }
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
