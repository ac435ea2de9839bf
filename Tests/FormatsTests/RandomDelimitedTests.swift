import IbidColumns
import IbidFormats
import IbidTypes
import TestSupport
import Testing

/// Random files, read in pieces of a few bytes by several threads, against a naive reader.
@Suite struct RandomDelimitedTests {
  @Test(arguments: 0..<40)
  func agreesWithTheNaiveReader(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) &* 0x9E37_79B9)
    for _ in 0..<25 {
      let text = RandomDelimited.text(&generator)
      let threads = Int.random(in: 1...4, using: &generator)
      let options = ReadingOptions(
        parallel: Parallel(threads: threads), pieceBytes: Int.random(in: 1...200, using: &generator))
      let naive = NaiveDelimited(text)
      do throws(FormatError) {
        let read = try InputFormat.csv.read(Array(text.utf8), name: "t", file: "t.csv", options: options)
        #expect(naive.error == nil, "\(text.debugDescription)")
        if naive.error == nil { check(read.table, naive, text) }
      } catch {
        #expect(error.description == naive.error, "\(text.debugDescription)")
      }
    }
  }

  func check(_ table: Table, _ naive: NaiveDelimited, _ text: String) {
    #expect(table.rowCount == naive.rows.count, "\(text.debugDescription)")
    #expect(Array(table.schema.names.dropLast()) == naive.names, "\(text.debugDescription)")
    guard table.rowCount == naive.rows.count, table.schema.count == naive.names.count + 1 else { return }
    for index in naive.names.indices {
      let (type, values) = naive.column(index)
      #expect(table.schema.fields[index].type.description == type, "\(text.debugDescription)")
      let found = (0..<table.rowCount).map { table.columns[index].value(at: $0) }
      #expect(found.map { "\($0)" } == values.map { "\($0)" }, "\(text.debugDescription)")
      let known = values.filter { $0 != .none }
      if type.hasPrefix("int") || type.hasPrefix("text") {
        #expect(table.schema.fields[index].isUnique == (Set(known).count == known.count), "\(text.debugDescription)")
      }
    }
    for (row, naiveRow) in naive.rows.enumerated() {
      let place = Value.source(
        file: "t.csv", line: Int32(naiveRow.line), lower: Int64(naiveRow.lower), upper: Int64(naiveRow.upper))
      #expect(table.columns[naive.names.count].value(at: row) == place, "\(text.debugDescription)")
    }
  }
}

/// Comma-separated texts, now and then with a mistake.
enum RandomDelimited {
  static func text(_ generator: inout SeededGenerator) -> String {
    func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &generator) == 0 }
    let width = Int.random(in: 1...4, using: &generator)
    let lineEnd = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    let kinds = (0..<width).map { _ in cells.randomElement(using: &generator) ?? [] }
    let mixes = (0..<width).map { _ in chance(4) }
    var text = chance(5) ? "\u{FEFF}" : ""
    text += (0..<width).map { "c\($0)" }.joined(separator: ",")
    for _ in 0..<Int.random(in: 0...30, using: &generator) {
      text += chance(12) ? lineEnd + lineEnd : lineEnd
      var row = (0..<width).map { column in
        let kind = mixes[column] && chance(8) ? cells.randomElement(using: &generator) ?? [] : kinds[column]
        return chance(8) ? "" : kind.randomElement(using: &generator) ?? ""
      }
      if chance(300) { row.append("more") }
      if chance(300) { row.removeLast() }
      text += row.joined(separator: ",")
    }
    if chance(2) { text += lineEnd }
    if chance(60) { text += "\"open" }
    return text
  }

  private static let cells = [
    [
      "1", "-1", "0", "-0", "127", "128", "-129", "40000", "9223372036854775807", "-9223372036854775808", " 7 ",
      "\"5\"",
    ],
    ["1", "2", "3", "+4", "12345678", "9007199254740992"],
    ["0.5", "1", "-0.0", "1e3", "5.", ".5", "123456789.123456789", "1e-320", "12345678901234567890.5", "nan", "-inf"],
    ["true", "false", "TRUE", "False"],
    ["2024-03-05", "2024-12-31", "0001-01-01", "2024-03-05T07:30", "2024-03-05 07:30:15", "\"2024-02-29\""],
    ["2024-02-30", "2024-13-01", "007", "9223372036854775808", "tru", "1e", "-", "nano", "inf"],
    [
      "a", "b", "a b", "\"\"", "\" \"", " ", "é", "e\u{301}", "\"x\"\"y\"", "it\"s", "😀", "sixteen bytes 16",
      "seventeen bytes17",
    ],
    [
      "\"line\nfeed\"", "\"car\r\nriage\"", "\"a,b\"", "\"\n\n\"", "\"\"\"\n,\"\"\"",
      "\"a long text of many bytes, with a comma\nand a line\"",
    ],
  ]
}
