import IbidPlan
import IbidSource
import IbidTypes

/// Plan nodes in few words; spans mean nothing here.
let nowhere = ByteSpan(0, 0)

func column(_ index: Int, _ type: ValueType) -> PlanExpression { PlanExpression(.column(index), type, at: nowhere) }

func constant(_ value: Constant, _ type: ValueType) -> PlanExpression {
  PlanExpression(.constant(value), type, at: nowhere)
}

func compare(_ op: Comparison, _ a: PlanExpression, _ b: PlanExpression) -> PlanExpression {
  PlanExpression(.compare(op, a, b), ValueType(.bool, optional: true), at: nowhere)
}

func isIn(_ a: PlanExpression, _ b: PlanExpression) -> PlanExpression {
  PlanExpression(.isIn(a, b), ValueType(.bool, optional: true), at: nowhere)
}

func arithmetic(_ op: Arithmetic, _ a: PlanExpression, _ b: PlanExpression, _ type: ValueType) -> PlanExpression {
  PlanExpression(.arithmetic(op, a, b), type, at: nowhere)
}

func call(_ function: ScalarFunction, _ arguments: [PlanExpression], _ type: ValueType) -> PlanExpression {
  PlanExpression(.call(function, arguments), type, at: nowhere)
}

extension Plan {
  /// A table of a snapshot with the columns of its schema and the hidden row reference last.
  static func scan(_ name: String, _ schema: Schema, copies: Bool = true) -> Plan {
    let hidden = Field("@" + name, ValueType(.reference(name)))
    return Plan(.scan(table: name, copies: copies), schema: Schema(schema.fields + [hidden]), at: nowhere)
  }

  func filter(_ condition: PlanExpression) -> Plan { Plan(.filter(self, condition), schema: schema, at: nowhere) }
  func sort(_ orders: SortOrder...) -> Plan { Plan(.sort(self, orders), schema: schema, at: nowhere) }

  func project(_ expressions: [PlanExpression]) -> Plan {
    Plan(
      .project(self, expressions),
      schema: Schema(expressions.enumerated().map { Field("c\($0.offset)", $0.element.type) }), at: nowhere)
  }

  func aggregate(by keys: [PlanExpression], _ aggregates: [Aggregate]) -> Plan {
    let types = keys.map(\.type) + aggregates.map(\.type)
    return Plan(
      .aggregate(self, keys: keys, aggregates),
      schema: Schema(types.enumerated().map { Field("c\($0.offset)", $0.element) }), at: nowhere)
  }
}
