package import IbidPlan
import IbidSource
package import IbidTypes

/// The tables and names that a query may use: everything the checker knows of the data.
package struct Catalog: Sendable {
  package struct TableDefinition: Sendable {
    package var name: String
    package var schema: Schema
    /// Whether `NAME with copies` means something.
    package var hasCopies: Bool
    /// Whether its rows are about other tables, so that it is not listed with them.
    package var isAboutTables: Bool
    /// It is to be loaded and could not be: its columns are not known, and nothing about it is reported.
    package var isUnknown = false
    package init(name: String, schema: Schema, hasCopies: Bool = false, isAboutTables: Bool = false) {
      self.name = name
      self.schema = schema
      self.hasCopies = hasCopies
      self.isAboutTables = isAboutTables
    }
  }

  /// What a `let` stands for.
  package struct Binding: Sendable {
    package var plan: Plan
    package var isScalar: Bool
    /// Tells its uses from those of other bindings, also of one that had its name before.
    package var id: Int
    package init(plan: Plan, isScalar: Bool, id: Int) {
      self.plan = plan
      self.isScalar = isScalar
      self.id = id
    }

    /// The binding as a plan, used at a place.
    func used(as name: String, at span: ByteSpan) -> Plan {
      Plan(.view(name: name, id: id, plan), schema: plan.schema, at: span)
    }
  }

  package struct ParameterDefinition: Sendable {
    package var type: ValueType
    package var defaultValue: PlanExpression?
    package init(type: ValueType, defaultValue: PlanExpression?) {
      self.type = type
      self.defaultValue = defaultValue
    }
  }

  /// In the order in which they are listed to users.
  package private(set) var tables: [TableDefinition] = []
  /// What users have or made: the tables that are not about others.
  package var ownTables: [TableDefinition] { tables.filter { !$0.isAboutTables } }
  package var bindings: [String: Binding] = [:]
  package var parameters: [String: ParameterDefinition] = [:]
  package var functions: [String: FunctionDefinition] = [:]

  package init() {}

  package mutating func define(_ table: TableDefinition) {
    if let index = tables.firstIndex(where: { $0.name == table.name }) {
      tables[index] = table
    } else {
      tables.append(table)
    }
  }

  /// Higher than that of every binding so far; a binding's plan has only lower ones.
  var nextBindingID: Int { (bindings.values.map(\.id).max() ?? 0) + 1 }

  /// A table that a `load` would have made.
  package mutating func defineUnknown(_ name: String) {
    guard table(named: name) == nil else { return }
    var table = TableDefinition(name: name, schema: Schema([]))
    table.isUnknown = true
    define(table)
  }

  package func table(named name: String) -> TableDefinition? { tables.first { $0.name == name } }

  /// The columns of `table` that refer to rows of `target`, hidden ones (`@copy_of`) aside.
  package func references(from table: TableDefinition, to target: String) -> [Int] {
    table.schema.fields.indices.filter {
      let field = table.schema.fields[$0]
      return field.type.base == .reference(target) && !field.name.hasPrefix("@")
    }
  }
}
