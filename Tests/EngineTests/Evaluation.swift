import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// A table of values, and what expressions over its columns come to.
struct Evaluation {
  let snapshot: Snapshot
  let plan: Plan

  /// `rows` of values by column; what missing rows hold is random, or zero.
  init(_ types: [ValueType], _ rows: [[Value]], hasJunk: Bool = true) {
    var random = Random(seed: 99)
    let schema = Schema(types.enumerated().map { Field("t\($0.offset)", $0.element) })
    let columns = types.indices.map { index in
      let values = rows.map { $0[index] }
      let column = Column(values, type: types[index].base, junk: &random)
      guard !hasJunk, case .float(let floats) = column else { return column }
      return .float(
        FixedColumn(values.map { if case .float(let value) = $0 { value } else { 0 } }, validity: floats.validity))
    }
    var snapshot = Snapshot()
    snapshot.define(Table(name: "t", schema: schema, columns: columns, rowCount: rows.count))
    self.snapshot = snapshot
    plan = .scan("t", schema)
  }

  func run(_ plan: Plan) throws(EngineError) -> ExecutionResult { try Executor(snapshot: snapshot).run(plan) }

  /// The values of one expression.
  func values(_ expression: PlanExpression) throws(EngineError) -> [Value] {
    let column = try run(plan.project([expression])).table.columns[0]
    return (0..<column.count).map { column.value(at: $0) }
  }
}
