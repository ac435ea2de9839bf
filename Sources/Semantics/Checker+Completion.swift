import IbidPlan
import IbidSource
package import IbidSyntax
package import IbidTypes

// What an editor asks about a text that is being written.

extension Checker {
  /// The columns that one more step behind a script would see, hidden ones included; nil where no table ends it.
  ///
  /// Behind a mistake they are what is still known of the columns.
  package mutating func columns(behind script: Script) -> Schema? {
    for statement in script.statements.dropLast() { _ = check(statement) }
    switch script.statements.last?.kind {
    case .pipeline(let pipeline), .letBinding(_, let pipeline), .explain(let pipeline, _):
      let (plan, isScalar) = check(pipeline)
      return isScalar ? nil : plan.schema
    case .continuation(let steps):
      guard let lastResult else { return nil }
      return check(steps, over: lastResult).schema
    case nil: return lastResult?.schema
    default: return nil
    }
  }

  /// What stands behind the dot of a value of this type: columns of the row that it refers to, or parts of the value.
  package func members(of type: ValueType) -> [IbidTypes.Field] {
    switch type.base {
    case .reference(let table):
      return catalog.table(named: table)?.schema.fields.filter { !$0.name.hasPrefix("@") } ?? []
    case .list(let element): return members(of: element).map { IbidTypes.Field($0.name, ValueType(.list($0.type))) }
    default: return Self.parts(of: type.base)
    }
  }

  /// The parts of values that have some, in the order in which they are listed to users.
  static func parts(of type: DataType) -> [IbidTypes.Field] {
    func fields(_ names: [String], _ type: DataType, optional: Bool = true) -> [IbidTypes.Field] {
      names.map { IbidTypes.Field($0, ValueType(type, optional: optional)) }
    }
    let interval = fields(["number", "low", "high"], .float) + fields(["hedge"], .text)
    let words = fields(["text", "worded"], .text)
    return switch type {
    case .money: interval + fields(["currency"], .text, optional: false) + words
    case .quantity, .duration: interval + fields(["unit"], .text, optional: false) + words
    case .date, .period:
      fields(["low", "high"], .date) + fields(["grain"], .text, optional: false) + fields(["text", "partial"], .text)
    case .source: fields(["file"], .text, optional: false) + fields(["line", "start", "end"], .int, optional: false)
    default: []
    }
  }

  /// Tables with rows that refer to a row of `table`: `quotes` in `documents | derive n = quotes.count()`.
  package func tablesReferring(to table: String) -> [String] {
    let tables = catalog.offeredTables
    let views = catalog.bindings.filter { !$0.value.isScalar }.sorted { $0.key < $1.key }
    return
      (tables.map { ReferringTable(name: $0.name, plan: Plan(.unit, schema: $0.schema, at: ByteSpan(0, 0))) }
      + views.map { ReferringTable(name: $0.key, plan: $0.value.plan) })
      .filter { !$0.references(to: table).isEmpty }.map(\.name)
  }
}

extension Schema {
  /// The base table that the rows are still rows of.
  package var rowTable: String? {
    if case .reference(let table)? = self[Scope.rowName]?.type.base { table } else { nil }
  }
}
