package import IbidPlan
package import IbidTypes

/// What a `fn` defines: an expression over its parameters, in whose place a call puts its arguments.
package struct FunctionDefinition: Sendable {
  package var name: String
  package var parameters: [Field]
  /// Its columns are the parameters, by their index.
  package var body: PlanExpression
  /// Nil for what no table can change.
  var origin: Origin?
  /// Why it fits the tables that it reads no more, in words.
  var outdated: String?

  /// Nodes of the largest expression that calls may grow to.
  static let maximalSize = 20_000

  /// `share(part: float, whole: float)`
  var signature: String { name + "(" + parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", ") + ")" }
}
