import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes
import Testing

@testable import IbidEngine

/// The columns of a projection are shared out among threads, and nobody notices: values, notes and mistakes are those of one.
@Suite struct ColumnSharingTests {
  private static let text = ValueType.text.optional
  private static let int = ValueType.int.optional
  private let table = Evaluation([text, int], (0..<48).map(row))

  private static func row(_ index: Int) -> [Value] {
    let quay: Value = index % 5 == 0 ? .none : .text("Quay \(index % 7)")
    let number: Value = index % 3 == 0 ? .none : .int(Int64(index))
    return [quay, number]
  }

  private func lower(_ suffix: String) -> PlanExpression {
    let longer = arithmetic(.add, column(0, Self.text), constant(.text(suffix), .text), Self.text)
    return call(.lower, [longer], Self.text)
  }

  private func run(_ expressions: [PlanExpression], threads: Int) -> Result<ExecutionResult, EngineError> {
    let plan = table.plan.project(expressions)
    return Result { () throws(EngineError) in try Executor(snapshot: table.snapshot, threads: threads).run(plan) }
  }

  @Test func valuesStandInTheirColumns() throws {
    let expressions = [
      lower("a"), column(1, Self.int), lower("b"), call(.length, [column(0, Self.text)], Self.int), lower("c"),
    ]
    let (one, two) = (try run(expressions, threads: 1).get(), try run(expressions, threads: 2).get())
    for index in expressions.indices {
      let values = [one, two].map { result in
        (0..<result.table.rowCount).map { result.table.columns[index].value(at: $0) }
      }
      #expect(values[0] == values[1])
      #expect(values[1].count == 48 && values[1].contains { $0 != .none })
    }
    #expect(one.notes == two.notes)
    #expect(two.table.columns[0].value(at: 1) == .text("quay 1a"))
    #expect(two.table.columns[4].value(at: 1) == .text("quay 1c"))
  }

  @Test func theFirstMistakeIsTold() {
    let product = { (place: Int) in
      PlanExpression(
        .arithmetic(.multiply, column(1, Self.int), constant(.int(.max), .int)), Self.int,
        at: ByteSpan(place, place + 1))
    }
    let expressions = [lower("a"), lower("b"), product(50), lower("c"), product(60)]
    for threads in [1, 2] {
      guard case .failure(.failed(let diagnostic)) = run(expressions, threads: threads) else {
        Issue.record("no mistake by \(threads) threads")
        continue
      }
      #expect(diagnostic.span == ByteSpan(50, 51))
    }
  }
}
