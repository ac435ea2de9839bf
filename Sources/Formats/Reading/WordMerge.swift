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
    if used.count <= 1, used.allSatisfy(\.isASCII) {
      dictionary = used.first?.dictionary() ?? .empty
      return
    }
    var all = WordTable(seed: .random(in: .min ... .max), capacity: tables.map(\.count).max() ?? 0)
    codes = tables.map { table in
      var codes: [Int32] = []
      codes.reserveCapacity(table.count)
      return codes
    }
    var next = tables.map { _ in 0 }
    while true {
      // Few readers: the earliest of their next words is found by looking at each.
      var first: Int?
      for reader in tables.indices where next[reader] < tables[reader].count {
        if let known = first, tables[known].places[next[known]] < tables[reader].places[next[reader]] { continue }
        first = reader
      }
      guard let reader = first else { break }
      codes[reader].append(Self.code(of: next[reader], in: tables[reader], &all))
      next[reader] += 1
    }
    dictionary = all.dictionary()
  }

  private static func code(of number: Int, in table: WordTable, _ all: inout WordTable) -> Int32 {
    let range = table.range(number)
    if !table.isASCII, table.paddedBytes[range].contains(where: { $0 >= 0x80 }) {
      let text = Array(TextNormalization.nfc(String(decoding: table.paddedBytes[range], as: UTF8.self)).utf8)
      return all.number(of: text, 0..<text.count)
    }
    return all.number(of: table.paddedBytes, range)
  }
}
