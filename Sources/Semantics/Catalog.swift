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
    package var plan: Plan { didSet { prepared = PreparedView(of: plan) } }
    /// What its uses have found out about the plan.
    package private(set) var prepared: PreparedView
    package var isScalar: Bool
    /// Tells its uses from those of other bindings, also of one that had its name before.
    package var id: Int
    /// Nil for what no table can change.
    package var origin: Origin?
    /// Why it fits the tables that it reads no more, in words; its plan is unknown then.
    package var outdated: String?
    package init(plan: Plan, isScalar: Bool, id: Int) {
      self.plan = plan
      prepared = PreparedView(of: plan)
      self.isScalar = isScalar
      self.id = id
    }

    /// The binding as a plan, used at a place.
    func used(as name: String, at span: ByteSpan) -> Plan {
      Plan(.view(name: name, id: id, plan, prepared), schema: plan.schema, at: span)
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
  /// Those that messages and completion offer: without the rows of each single shipped rule.
  package var offeredTables: [TableDefinition] { ownTables.filter { !$0.name.hasPrefix(Self.shippedPrefix) } }
  package var bindings: [String: Binding] = [:]
  package var parameters: [String: ParameterDefinition] = [:]
  package var functions: [String: FunctionDefinition] = [:]
  /// By the tables of their rows.
  package private(set) var rules: [String: RuleDefinition] = [:]
  /// Lists of words for rules.
  package var dictionaries: [String: [String]] = [:]
  /// Names that come with Ibid and that a user may give another meaning.
  package var shipped: Set<String> = []
  /// Names of views whose columns of constants are closed sets of words: the tables that come with Ibid as scripts, and
  /// those that a user puts in their place.
  package var closedTables: Set<String> = []
  /// Tables that the last result was made of and that have other columns now, and as `$NAME` parameters of another type, so
  /// that nothing goes on from it.
  package var outdatedResult: Set<String> = []
  /// Put before the names of tables that the rules checked now have; with it, they cannot be a user's.
  package var tablePrefix = ""

  package init() {}

  /// A rule's table, under the rule's name unless it comes with Ibid.
  package mutating func define(_ rule: RuleDefinition) {
    rules[rule.table] = rule
    define(TableDefinition(name: rule.table, schema: rule.schema, hasCopies: true))
  }

  func storedName(of rule: String) -> String { tablePrefix + rule }

  /// The rule of a name: a user's own, else one that comes with Ibid.
  package func rule(named name: String) -> RuleDefinition? { rules[name] ?? rules[Self.shippedPrefix + name] }

  /// Begins the names of tables of rules that come with Ibid.
  package static let shippedPrefix = "ibid/"

  /// Adds or replaces a table, which takes the place of a view of that name that comes with Ibid.
  package mutating func define(_ table: TableDefinition) {
    if shipped.remove(table.name) != nil { bindings[table.name] = nil }
    if let index = tables.firstIndex(where: { $0.name == table.name }) {
      tables[index] = table
    } else {
      tables.append(table)
    }
  }

  /// Higher than that of every binding so far that is made here; a binding's plan has only lower ones of these.
  var nextBindingID: Int {
    // Those of users stay below those that come with Ibid, which a session may know before it has one of a user's.
    let limit = firstBindingID < Plan.firstShippedView ? Plan.firstShippedView : .max
    return max(firstBindingID, (bindings.values.map(\.id).filter { $0 < limit }.max() ?? 0) + 1)
  }

  /// Without rules of users that have these names, and without their tables.
  package mutating func forget(rules names: Set<String>) {
    for name in names where rules.removeValue(forKey: name) != nil { tables.removeAll { $0.name == name } }
  }

  /// Bindings that are made apart, to be put together later, have numbers of their own.
  package var firstBindingID = 1

  /// A table that a `load` would have made.
  package mutating func defineUnknown(_ name: String) {
    guard table(named: name) == nil else { return }
    var table = TableDefinition(name: name, schema: Schema([]))
    table.isUnknown = true
    define(table)
  }

  /// A table of that name, else of a rule that comes with Ibid.
  package func table(named name: String) -> TableDefinition? {
    ownTable(named: name) ?? ownTable(named: Self.shippedPrefix + name)
  }

  /// A table whose name a user cannot give away again.
  func ownTable(named name: String) -> TableDefinition? { tables.first { $0.name == name } }
}
