import IbidPlan
import IbidTypes

// What a plan's earlier steps knew, for messages about names that are no longer there. All look along the left inputs.

extension Plan {
  /// The step that a column of this name did not survive; nil if there was none of the name.
  func stepThatTookOut(_ name: String) -> Plan? {
    lefts.first { plan in
      plan.words != nil && plan.schema.index(of: name) == nil && plan.inputs.first?.schema.index(of: name) != nil
    }
  }

  /// The tables that its steps name, the leftmost first; those inside of a `let` are not seen from outside.
  var namedTables: [String] {
    var found: [String] = []
    var rest = [self]
    while let plan = rest.popLast() {
      if case .view = plan.node { continue }
      if case .scan(let table, _) = plan.node, !found.contains(table) { found.append(table) }
      rest += plan.inputs.reversed()
    }
    return found
  }

  /// The step as the user wrote it, a long one cut behind its first word.
  var shortWords: String? {
    guard let words, words.count > 40 else { return words }
    return words.split(separator: " ").first.map { $0 + " …" }
  }

  /// The table whose rows these are, all of them and unchanged.
  var wholeTable: String? {
    if case .scan(let table, copies: false) = node { table } else { nil }
  }

  /// The `semi join` or `anti join` whose right side had this name.
  func joinWithoutColumns(named name: String) -> Plan? {
    lefts.first { plan in
      switch plan.node {
      case .join(.semi, _, _, _, _, _, let joined), .join(.anti, _, _, _, _, _, let joined): joined == name
      default: false
      }
    }
  }

  /// Whether its rows come from the table or view of this name.
  func isMade(of name: String) -> Bool {
    lefts.contains { plan in
      switch plan.node {
      case .view(name, _, _, _), .scan(name, _): true
      default: false
      }
    }
  }

  /// The plan, its input, the input's input … of two inputs the left.
  private var lefts: UnfoldSequence<Plan, (Plan?, Bool)> { sequence(first: self) { $0.inputs.first } }
}
