import IbidColumns

/// Brings texts of several dictionaries under one, each entry when a row first needs it.
///
/// A column of few rows may have a dictionary of very many texts, as that of a table from which a filter kept three rows: then
/// only the texts of the rows are looked at. Of columns that are longer than their dictionaries all entries are entered, and
/// the rows are translated by all threads.
struct TextMerger {
  private let dictionaries: [TextDictionary]
  /// By dictionary and entry the new code, -1 for what no row has needed yet.
  private var codes: [[Int32]]
  private var builder = TextDictionaryBuilder()

  init(_ dictionaries: [TextDictionary]) {
    self.dictionaries = dictionaries
    codes = dictionaries.map { [Int32](repeating: -1, count: $0.count) }
  }

  mutating func code(_ entry: Int32, of dictionary: Int) -> Int32 {
    let known = codes[dictionary][Int(entry)]
    if known >= 0 { return known }
    let texts = dictionaries[dictionary]
    // An entry is plain already, as its dictionary has it.
    let code = builder.code(ofWritten: {
      $0.append(contentsOf: texts.bytes[texts.range(Int(entry))])
      return true
    })
    codes[dictionary][Int(entry)] = code
    return code
  }

  /// The new codes of all entries of a dictionary; of a stopped run, numbers that are no worse than those.
  mutating func allCodes(of dictionary: Int) -> [Int32] {
    for entry in (0..<codes[dictionary].count).untilStopped { _ = code(Int32(entry), of: dictionary) }
    return codes[dictionary].contains(-1) ? codes[dictionary].map { max($0, 0) } : codes[dictionary]
  }

  consuming func finish() -> TextDictionary { builder.finish() }
}

extension TextColumn {
  /// The rows of several columns, one behind the other. There is at least one.
  static func concatenated(_ columns: [TextColumn], validity: Bitmap?) -> TextColumn {
    let first = columns[0].dictionary
    if columns.allSatisfy({ $0.dictionary === first }) {
      return TextColumn(codes: columns.flatMap(\.codes), dictionary: first, validity: validity)
    }
    var merger = TextMerger(columns.map(\.dictionary))
    let rows = columns.reduce(0) { $0 + $1.count }
    var codes: [Int32] = []
    codes.reserveCapacity(rows)
    if rows < columns.reduce(0, { $0 + $1.dictionary.count }) {
      for (index, column) in columns.enumerated() {
        codes += [Int32](rows: column.count, filler: 0) { row in
          column.isValid(row) ? merger.code(column.codes[row], of: index) : 0
        }
      }
    } else {
      for (index, column) in columns.enumerated() {
        codes += translated(column.codes, by: merger.allCodes(of: index))
      }
    }
    return TextColumn(codes: codes, dictionary: merger.finish(), validity: validity)
  }

  /// Codes of one dictionary as those of another: zero where that has none, which missing rows may ask for.
  static func translated(_ old: [Int32], by new: [Int32]) -> [Int32] {
    let isEmpty = new.isEmpty
    return [Int32](morsels: old.count, filler: 0) { range, output in
      let (old, new) = (old.span, new.span)
      for row in range { output[row] = isEmpty ? 0 : new[Int(old[row])] }
    }
  }

  /// See `Column.chosen`. For rows that are fewer than the texts of both dictionaries; else `Choice` looks at all texts.
  static func chosen(_ rows: [Int32], _ a: TextColumn, _ b: TextColumn, validity: Bitmap?) -> TextColumn {
    let count = Int32(a.count)
    var merger = TextMerger([a.dictionary, b.dictionary])
    let codes = [Int32](rows: rows.count, filler: 0) { place in
      let row = rows[place]
      if !(validity?[place] ?? true) { return 0 }
      return row < count ? merger.code(a.codes[Int(row)], of: 0) : merger.code(b.codes[Int(row - count)], of: 1)
    }
    return TextColumn(codes: codes, dictionary: merger.finish(), validity: validity)
  }
}
