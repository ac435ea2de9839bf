import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes
import Testing

/// Every function of one row's values with random arguments, by the engine and by the oracle.
@Suite struct FunctionOracleTests {
  static let entries = FunctionCatalog.entries.filter(\.isScalar)

  @Test(arguments: entries.indices)
  func agreeWithTheOracle(_ index: Int) throws {
    let entry = Self.entries[index]
    var calls = 0
    var values = 0
    for seed in 0..<900 as Range<UInt64> where calls < 60 || values == 0 {
      var random = Random(seed: 7_000 + seed)
      let table = Self.table(&random)
      let texts = TextExpressions(tables: [:])
      let call = random.call(entry, over: TextExpressions.fields(table.schema))
      guard let expression = texts.expression(call, over: table.schema) else { continue }
      calls += 1
      var snapshot = Snapshot()
      snapshot.define(table)
      let plan = Plan.scan("t", table.schema).project([expression])
      if let difference = Difference.between(plan, snapshot) {
        Issue.record("\(call), seed \(seed): \(difference)")
        return
      }
      if let column = try? Executor(snapshot: snapshot).run(plan).table.columns[0] {
        values += (0..<column.count).count { column.isValid($0) }
      }
    }
    #expect(calls >= 20, "\(entry.signature): only \(calls) calls that the checker takes")
    #expect(values > 0, "\(entry.signature) never gave a value")
  }

  /// `has` and `contains` are operators.
  @Test(arguments: ["has", "contains"])
  func operatorsAgreeWithTheOracle(_ word: String) throws {
    for seed in 0..<60 as Range<UInt64> {
      var random = Random(seed: 9_000 + seed)
      let table = Self.table(&random)
      let fields = TextExpressions.fields(table.schema).filter { $0.type.base == .text }
      let right =
        random.oneIn(2) ? random.pick(fields).name : random.pick(["\"boats\"", "\"Zurich\"", "\"a\"", "\"\""])
      let text = "\(random.pick(fields).name) \(word) \(right)"
      let expression = try #require(TextExpressions(tables: [:]).expression(text, over: table.schema))
      var snapshot = Snapshot()
      snapshot.define(table)
      let difference = Difference.between(Plan.scan("t", table.schema).project([expression]), snapshot)
      #expect(difference == nil, "\(text), seed \(seed)")
    }
  }

  @Test func everyFunctionIsTested() {
    let tested = Set(
      Self.entries.compactMap { if case .scalar(let function) = $0.implementation { function } else { nil } })
    #expect(Set(ScalarFunction.allCases).subtracting(tested) == [.has, .contains])
  }

  // MARK: Tables

  /// A table `t` with columns for every pattern of a parameter, of no, one or some rows.
  static func table(_ random: inout Random) -> Table {
    let types: [ValueType] = [
      .int.optional, .int, .float.optional, .float, .bool.optional, .text.optional, .text, .text.optional,
      .text.optional, .date.optional, .date, .period.optional, ValueType(.money(nil), optional: true),
      ValueType(.money("GBP"), optional: true), ValueType(.quantity("km"), optional: true),
      ValueType(.quantity("people")), ValueType(.duration, optional: true), ValueType(.list(.text.optional)),
      ValueType(.list(.int), optional: true), ValueType(.list(ValueType(.list(.int), optional: true))),
      ValueType(.list(ValueType(.money("GBP")))),
    ]
    let rows = random.pick([0, 1, 5, 12])
    let columns = types.enumerated().map { index, type in
      Column((0..<rows).map { _ in value(type, index, &random) }, type: type.base, junk: &random)
    }
    let schema = Schema(types.enumerated().map { Field("f\($0.offset)", $0.element) })
    return Table(name: "t", schema: schema, columns: columns, rowCount: rows)
  }

  private static func value(_ type: ValueType, _ index: Int, _ random: inout Random) -> Value {
    if type.isOptional, random.oneIn(6) { return .none }
    switch (index, type.base) {
    case (3, .float): return .float(random.pick([2.5, -0.3, 12.345, 1e9, 0.1]))
    case (5, .text), (6, .text):
      return .text(
        random.pick([
          "Étaples – boats", "Boats, boats; boats", "the smugglers’ cash", "people-smuggling", "one\ntwo\n", "a  b", "",
          " x ", "Zürich…", "ab", "42 boats at 7",
        ]))
    case (7, .text):
      return .text(random.pick(Oracle.writtenNumbers.keys.sorted() + ["", "nan", "0x10", "12a", "1,,2"]))
    case (8, .text):
      return .text(
        random.pick(
          Oracle.writtenMoments.keys.sorted() + Oracle.writtenStretches.keys.sorted()
            + ["05/03/2024", "recently", "31 April 2024", "last month", ""]))
    case (_, .list(let element)):
      return .list((0..<random.below(4)).map { _ in value(element, -1, &random) })
    default: return random.value(type)
    }
  }
}
