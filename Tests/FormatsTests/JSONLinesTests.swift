import IbidColumns
import IbidFormats
import IbidTypes
import TestSupport
import Testing

/// JSON lines are read in pieces by a reader of their own: they must be the table that the same objects in an array are, which
/// never go that way.
@Suite struct JSONLinesTests {
  @Test(arguments: 0..<30)
  func linesAreAnArray(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed) &* 0x2545_F491)
    for _ in 0..<20 {
      let lines = Self.lines(&generator)
      check(lines, end: ["\n", "\r\n", " \n", "\n\n"][generator.int(below: 4)], &generator)
    }
  }

  /// The first 64 KB tell the types; what comes behind them may be of another one.
  @Test(arguments: [
    ("7", "2.5"), ("7", "\"seven\""), ("7", "null"), ("7", "true"), ("7", "12345678901234567890"), ("2.5", "7"),
    ("2.5", "1e400"), ("\"2024-03-05\"", "\"2024-03-05T07:30\""), ("\"2024-03-05\"", "\"\""), ("\"2024-03-05\"", "5"),
    ("true", "false"), ("true", "1"), ("\"a\"", "\"b \\\"c\\\"\\u00e9\""), ("\"a\"", "12"), ("\"a\"", "[1]"),
    ("null", "1"), ("7", "NaN"), ("7", "9007199254740993"), ("\"a\"", "{\"low\":1}"),
  ])
  func laterValuesChangeTheType(_ first: String, _ later: String) {
    var generator = SeededGenerator(seed: 7)
    var lines = (0..<9000).map { "{\"row\":\($0),\"value\":\(first)}" }
    lines.append("{\"row\":-1,\"value\":\(later)}")
    check(lines, end: "\n", &generator)
  }

  @Test func linesThatAreNotAlike() {
    var generator = SeededGenerator(seed: 8)
    let usual = (0..<5000).map { "{\"row\":\($0),\"value\":\"\($0 % 9)\"}" }
    for other in ["{\"value\":\"x\",\"row\":1}", "{\"row\":1}", "{\"row\":1,\"value\":\"x\",\"more\":1}", "{ }"] {
      check(usual + [other], end: "\n", &generator)
    }
    check(usual + ["{\"row\":1,", "\"value\":2}"], end: "\n", &generator)
    check(usual + ["{\"row\":1,\"value\":2} {\"row\":3,\"value\":4}"], end: "\n", &generator)
  }

  private func check(_ lines: [String], end: String, _ generator: inout SeededGenerator) {
    let text = lines.joined(separator: end) + (generator.int(below: 2) == 0 ? end : "")
    // A comma in front of every object but the first: bytes differ, lines do not.
    let isClosed = !lines.contains { $0.contains("} {") || $0.hasSuffix(",") }
    var array = "["
    for (index, line) in lines.enumerated() {
      array += (index > 0 && !line.hasPrefix("\"") ? "," : "") + line.replacing("} {", with: "},{") + end
    }
    array += "]"
    let wanted = Self.table(array, .json, 1 << 19)
    for pieceBytes in [1 << 19, generator.int(in: 20...200), 4000] where pieceBytes > 1000 || text.utf8.count < 4000 {
      let found = Self.table(text, .jsonl, pieceBytes)
      #expect(found == wanted || isClosed && found == nil && wanted == nil, "\(text.prefix(300).debugDescription)")
    }
  }

  /// All but the places in bytes; nil for a file with a mistake.
  private static func table(_ text: String, _ format: InputFormat, _ pieceBytes: Int) -> String? {
    let options = ReadingOptions(parallel: Parallel(threads: 2), pieceBytes: pieceBytes)
    guard var read = try? format.read(Array(text.utf8), name: "t", file: "t", options: options) else { return nil }
    guard case .source(let places) = read.table.columns.last else { return nil }
    read.table = Table(
      name: "t", schema: Schema(Array(read.table.schema.fields.dropLast())), columns: read.table.columns.dropLast(),
      rowCount: read.table.rowCount)
    return read.contents + "\n\(places.line)"
  }

  private static func lines(_ generator: inout SeededGenerator) -> [String] {
    let kinds = (0..<generator.int(in: 1...4)).map { _ in generator.int(below: values.count) }
    let isMixed = generator.int(below: 4) == 0
    return (0..<generator.int(in: 1...60)).map { _ in
      "{"
        + kinds.enumerated().map { column, kind in
          let kind = isMixed && generator.int(below: 30) == 0 ? generator.int(below: values.count) : kind
          let comma = generator.int(below: 9) == 0 ? " , " : ","
          return (column > 0 ? comma : "") + "\"key \(column)\":" + value(kind, &generator)
        }.joined() + "}"
    }
  }

  private static func value(_ kind: Int, _ generator: inout SeededGenerator) -> String {
    if kind == 0 { return String(Int64.random(in: .min ... .max, using: &generator) >> generator.int(in: 1...63)) }
    if kind == 1 {
      return
        "\(generator.int(in: -999...999_999)).\(generator.int(below: 2) == 0 ? "0" : "")\(generator.int(below: 99_999_999))"
    }
    return values[kind][generator.int(below: values[kind].count)]
  }

  private static let values = [
    [], [], ["1", "22", "-333", "null"], ["0.5", "12", "1e3", "-0", "-0.0", "2.5E-2"],
    ["\"\"", "\"a\"", "\"more than sixteen bytes\"", "\"é\"", "\"e\u{301}\""],
    ["\"a \\\"b\\\"\"", "\"\\u00e9\\n\"", "\"c\"", "null"],
    ["true", "false"], ["\"2024-03-05\"", "\"2024-12-31\"", "\"2024-03-05T07:30\""], ["\"1\"", "2", "true"],
    ["null"], ["[1,2]", "[]"], ["{\"x\":1}"],
  ]
}
