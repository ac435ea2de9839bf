import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Two random tables with a column of each type: `a` refers to rows of `b`.
///
/// Values are drawn from small pools, the first ones more often, so that keys meet, groups have members and values conflict.
struct RandomTables {
  private(set) var snapshot = Snapshot()
  /// Without the hidden column of each row's own place.
  private(set) var schemas: [String: Schema] = [:]

  static let stage = WordSet("stage", ["planned", "agreed", "done"])

  private static let columns: [(table: String, fields: [(String, ValueType)])] = [
    (
      "a",
      [
        ("whole", .int), ("part", .int.optional), ("ratio", .float.optional), ("flag", .bool.optional),
        ("note", .text.optional), ("town", .text), ("seen", .date.optional), ("made", .date),
        ("span", .period.optional),
        ("cost", ValueType(.money(nil), optional: true)), ("pounds", ValueType(.money("GBP"))),
        ("size", ValueType(.quantity(nil), optional: true)),
        ("share", ValueType(.quantity("percent"), optional: true)), ("people", ValueType(.quantity("people"))),
        ("wait", ValueType(.duration, optional: true)), ("stage", ValueType(.word(stage))),
        ("tags", ValueType(.list(.text), optional: true)), ("counts", ValueType(.list(.int))),
        ("other", ValueType(.reference("b"), optional: true)), ("others", ValueType(.list(ValueType(.reference("b"))))),
        ("source", ValueType(.source, optional: true)),
      ]
    ),
    (
      "b",
      [
        ("number", .int.optional), ("name", .text), ("aliases", ValueType(.list(.text))), ("day", .date.optional),
        ("time", .period), ("price", ValueType(.money(nil), optional: true)),
        ("worth", ValueType(.money("GBP"), optional: true)),
        ("amount", ValueType(.quantity(nil))), ("open", .bool.optional), ("rate", .float),
        ("long", ValueType(.duration)), ("source", ValueType(.source)),
      ]
    ),
  ]

  init(random: inout Random) {
    // Backwards: rows of `a` refer to rows of `b`.
    for (name, fields) in Self.columns.reversed() {
      let rows = Self.rowCount(&random, isLarge: name == "a" ? 40 : 100)
      let schema = Schema(fields.map { Field($0.0, $0.1) })
      let columns = fields.map { _, type in
        let values = (0..<rows).map { row in value(type, row: row, &random) }
        return Column(values, type: type.base, junk: &random)
      }
      let originals: [Int32]? = random.oneIn(4) ? (0..<Int32(rows)).filter { _ in !random.oneIn(4) } : nil
      snapshot.define(Table(name: name, schema: schema, columns: columns, rowCount: rows), originals: originals)
      schemas[name] = schema
    }
  }

  private static func rowCount(_ random: inout Random, isLarge: Int) -> Int {
    if random.oneIn(isLarge) { return 90 }
    return random.pick([0, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 12, 12])
  }

  private func value(_ type: ValueType, row: Int, _ random: inout Random) -> Value {
    switch type.base {
    case .reference(let table):
      let count = snapshot.tables[table]?.rowCount ?? 0
      if count == 0 || (type.isOptional && random.oneIn(6)) { return .none }
      return .reference(table: table, row: Int32(random.zipf(count)))
    case .list(let element):
      if case .reference = element.base {
        return .list((0..<random.below(3)).map { _ in value(element, row: row, &random) }.filter { $0 != .none })
      }
      return random.value(type)
    case .source:
      if type.isOptional, random.oneIn(5) { return .none }
      let start = Int64(10 * row + random.below(5))
      return .source(file: random.pick(["x.txt", "y.txt"]), line: Int32(row + 1), lower: start, upper: start + 4)
    default: return random.value(type)
    }
  }

  /// The rows of a table for good, made smaller: those at `rows`.
  mutating func keep(_ rows: [Int32], of name: String) {
    guard let table = snapshot.tables[name] else { return }
    let kept = Table(
      name: name, schema: table.schema, columns: table.columns.map { $0.gathered(rows) }, rowCount: rows.count)
    let originals = snapshot.originals[name].map { old in
      rows.indices.filter { old.contains(rows[$0]) }.map { Int32($0) }
    }
    snapshot.define(kept, originals: originals)
  }
}
