/// What a script defines for others that use it: names bound by `let`, functions, parameters.
package struct Definitions: Sendable {
  package var bindings: [String: Catalog.Binding] = [:]
  package var functions: [String: FunctionDefinition] = [:]
  package var parameters: [String: Catalog.ParameterDefinition] = [:]

  package init() {}

  /// What a checked script has added to the names that it began with.
  package init(of checked: Catalog, beyond before: Catalog) {
    bindings = checked.bindings.filter { before.bindings[$0.key]?.id != $0.value.id }
    functions = checked.functions.filter { before.functions[$0.key] == nil }
    parameters = checked.parameters.filter { before.parameters[$0.key] == nil }
  }
}
