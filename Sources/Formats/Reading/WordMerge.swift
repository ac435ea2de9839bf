import IbidColumns

/// One dictionary of the word tables of several readers, in the order in which the texts stand in the file.
struct WordMerge {
  private(set) var dictionary: TextDictionary
  /// For each reader the code of each of its words; empty if they are the codes already.
  private(set) var codes: [[Int32]]

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
    let firsts = tables.indices.map { Self.firsts(of: $0, tables) }
    let most = tables.reduce(0) { $0 + $1.count }
    var offsets = [0]
    offsets.reserveCapacity(most + 1)
    var stretches: [Stretch] = []
    // -1 for a word that has not come yet.
    var codes = tables.map { [Int32](repeating: -1, count: $0.count) }
    Self.forEachRun(tables) { table, numbers in
      let ends = tables[table].offsets
      let first = firsts[table]
      // The word of the table that would go on with the last stretch.
      var next = -1
      for number in numbers {
        // A word counts where the first table has it that has it at all.
        var known: Int32
        if first.isEmpty || first[number] < 0 {
          known = codes[table][number]
        } else {
          let (other, place) = (Int(first[number] >> 32), Int(first[number] & 0xFFFF_FFFF))
          known = codes[other][place]
          if known < 0 { codes[other][place] = Int32(truncatingIfNeeded: offsets.count - 1) }
        }
        if known < 0 {
          known = Int32(truncatingIfNeeded: offsets.count - 1)
          let start = offsets[offsets.count - 1]
          if number != next { stretches.append(Stretch(table: table, start: ends[number], place: start, count: 0)) }
          let length = ends[number + 1] - ends[number]
          stretches[stretches.count - 1].count += length
          offsets.append(start + length)
          next = number + 1
        }
        codes[table][number] = known
      }
    }
    self.codes = codes
    let group = 64
    let bytes = [UInt8](apart: offsets[offsets.count - 1], filler: 0) { bytes in
      Parallel.current.forEach((stretches.count + group - 1) / group) { index in
        for stretch in stretches[index * group..<min(index * group + group, stretches.count)] {
          let texts = tables[stretch.table].paddedBytes
          bytes.copy(texts.span.extracting(stretch.start..<stretch.start + stretch.count), to: stretch.place)
        }
      }
    }
    dictionary = TextDictionary(bytes: bytes, offsets: offsets)
  }

  /// Words that stand behind each other both in their table and in the dictionary: where their bytes do.
  private struct Stretch {
    var table: Int
    var start: Int
    var place: Int
    var count: Int
  }

  /// For each word of a table the first table before it that has it, and its number there in the lower half; -1 if none has.
  /// Empty if there is none before it.
  private static func firsts(of table: Int, _ tables: [WordTable]) -> [Int64] {
    let words = tables[table]
    if table == 0 || words.count == 0 { return [] }
    return [Int64](apart: words.count, filler: -1) { firsts in
      let size = 1 << 12
      Parallel.current.forEach((words.count + size - 1) / size) { index in
        let range = index * size..<min(index * size + size, words.count)
        for word in range { firsts[word] = -1 }
        for other in (0..<table).reversed() where tables[other].count > 0 {
          tables[other].numbers(of: range, in: words) { word, number in
            if number >= 0 { firsts[word] = Int64(other) << 32 | Int64(number) }
          }
        }
      }
    }
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
