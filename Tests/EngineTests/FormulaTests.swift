import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// Formulas of numbers that run block by block: what a loop over the rows gives, operator after operator.
@Suite struct FormulaTests {
  private static let rows = 2_600
  private static let types = [ValueType.int.optional, .int, ValueType.float.optional, .float]

  private static func table(_ random: inout Random, largest: Int) -> Evaluation {
    Evaluation(
      types,
      (0..<rows).map { row in
        let whole = Int64(random.below(2 * largest + 1) - largest)
        let float = Double(random.below(4_000) - 2_000) / 8
        return [
          random.oneIn(9) ? .none : .int(whole), .int(Int64(row % 17) - 8), random.oneIn(9) ? .none : .float(float),
          .float(random.oneIn(900) ? 1e300 : float * 3),
        ]
      })
  }

  private static func formula(_ random: inout Random, _ type: ValueType, depth: Int) -> PlanExpression {
    if depth == 0 || random.oneIn(5) {
      if type.base == .int {
        let number = Int64(random.below(9) - 4)
        return random.oneIn(3) ? constant(.int(number), .int) : column(random.below(2), types[random.below(2)])
      }
      switch random.below(4) {
      case 0: return constant(.float(Double(random.below(9)) / 2 - 2), .float)
      case 1: return PlanExpression(.widen(formula(&random, .int, depth: 0)), .float, at: nowhere)
      default: return column(2 + random.below(2), .float)
      }
    }
    let operation: Arithmetic = [.add, .subtract, .multiply][random.below(3)]
    let (a, b) = (formula(&random, type, depth: depth - 1), formula(&random, type, depth: depth - 1))
    return arithmetic(operation, a, b, type)
  }

  private struct Overflow: Error {}

  private static func value(_ expression: PlanExpression, _ cells: [Value]) throws -> Value {
    switch expression.kind {
    case .column(let index): return cells[index]
    case .constant(.int(let number)): return .int(number)
    case .constant(.float(let number)): return .float(number)
    case .widen(let inner):
      if case .int(let number) = try value(inner, cells) { return .float(Double(number)) }
      return .none
    case .arithmetic(let operation, let a, let b):
      switch (try value(a, cells), try value(b, cells)) {
      case (.int(let x), .int(let y)):
        let (number, overflow) =
          switch operation {
          case .add: x.addingReportingOverflow(y)
          case .subtract: x.subtractingReportingOverflow(y)
          default: x.multipliedReportingOverflow(by: y)
          }
        if overflow { throw Overflow() }
        return .int(number)
      case (.float(let x), .float(let y)):
        let number = operation == .add ? x + y : operation == .subtract ? x - y : x * y
        return number.isFinite ? .float(number) : .none
      default: return .none
      }
    default: return .none
    }
  }

  @Test(arguments: [100, 1 << 40]) func agreeWithALoop(_ largest: Int) throws {
    var random = Random(seed: UInt64(largest))
    var failures = 0
    for index in 0..<60 {
      let table = Self.table(&random, largest: largest)
      let type: ValueType = index % 2 == 0 ? .int : .float
      let formula = Self.formula(&random, type, depth: 1 + index % 4)
      let columns = try table.run(table.plan).table.columns
      let cells = (0..<Self.rows).map { row in columns.map { $0.value(at: row) } }
      let expected = Result { try cells.map { try Self.value(formula, $0) } }
      let found = Result { try table.values(formula) }
      guard let wanted = try? expected.get() else {
        failures += 1
        #expect(throws: EngineError.self) { try found.get() }
        continue
      }
      #expect(try found.get() == wanted, "\(formula)")
    }
    #expect(largest < 1_000 || failures > 3)
  }
}
