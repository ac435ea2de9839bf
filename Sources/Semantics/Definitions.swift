package import IbidPlan

/// What a script defines for others that use it: names bound by `let`, functions, parameters, rules, lists.
package struct Definitions: Sendable {
  package var bindings: [String: Catalog.Binding] = [:]
  package var functions: [String: FunctionDefinition] = [:]
  package var parameters: [String: Catalog.ParameterDefinition] = [:]
  /// By the tables of their rows.
  package var rules: [String: RuleDefinition] = [:]
  package var dictionaries: [String: [String]] = [:]
  /// The file that defines each name, which may be one that the script uses itself.
  package private(set) var files: [String: String] = [:]

  package init() {}

  /// What a checked script has added to the names that it began with.
  package init(of checked: Catalog, beyond before: Catalog) {
    bindings = checked.bindings.filter { before.bindings[$0.key]?.id != $0.value.id }
    functions = checked.functions.filter { before.functions[$0.key] == nil }
    parameters = checked.parameters.filter { before.parameters[$0.key] == nil }
    rules = checked.rules.filter { before.rules[$0.key] != $0.value }
    dictionaries = checked.dictionaries.filter { before.dictionaries[$0.key] != $0.value }
  }

  /// Says of each name which file defines it: one of the scripts that were used, else the script itself.
  package mutating func note(file: String, using used: some Sequence<Definitions>) {
    for name in allNames + rules.keys { files[name] = file }
    for inner in used { files.merge(inner.files.filter { files[$0.key] != nil }) { _, new in new } }
  }

  /// The same names with what a catalog has under them now.
  func refreshed(from catalog: Catalog) -> Definitions {
    var copy = self
    copy.bindings = bindings.merging(catalog.bindings) { _, new in new }.filter { bindings[$0.key] != nil }
    copy.functions = functions.merging(catalog.functions) { _, new in new }.filter { functions[$0.key] != nil }
    return copy
  }

  /// The names of all and of parameters.
  package var allNames: [String] { names + parameters.keys }

  /// The names of all but parameters, in alphabetical order.
  package var names: [String] {
    Set(bindings.keys).union(functions.keys).union(dictionaries.keys).union(rules.values.map(\.name)).sorted()
  }
}
