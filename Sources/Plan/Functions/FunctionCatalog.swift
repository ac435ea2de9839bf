/// Every function of the language: one entry each, in files by group.
package enum FunctionCatalog {
  /// In the order of their groups.
  package static let entries: [FunctionEntry] =
    text + numbers + dates + bounds + lists + conversions + aggregates + windows

  /// Several for one name: a function of one row's values and an aggregate (`first`).
  package static func entries(named name: String) -> [FunctionEntry] { byName[name] ?? [] }

  private static let byName = Dictionary(grouping: entries, by: \.name)

  // MARK: For the files of the groups

  typealias P = FunctionEntry.Parameter

  static let x = P("x", .numeric)
  static let t = P("t", .text)
  static let d = P("d", .moment)

  static func scalar(
    _ function: ScalarFunction, in group: FunctionGroup, _ parameters: [P], _ result: FunctionEntry.Result,
    mayBeMissing: Bool = false, _ summary: String, _ examples: (String, String)...
  ) -> FunctionEntry {
    FunctionEntry(
      implementation: .scalar(function), group: group, parameters: parameters, result: result,
      mayBeMissing: mayBeMissing, summary: summary, examples: examples.map { (query: $0.0, result: $0.1) })
  }

  static func aggregate(
    _ function: AggregateFunction, _ parameters: [P], _ result: FunctionEntry.Result, mayBeMissing: Bool = true,
    _ summary: String, _ examples: (String, String)...
  ) -> FunctionEntry {
    FunctionEntry(
      implementation: .aggregate(function), group: .aggregates, parameters: parameters, result: result,
      mayBeMissing: mayBeMissing, summary: summary, examples: examples.map { (query: $0.0, result: $0.1) })
  }
}
