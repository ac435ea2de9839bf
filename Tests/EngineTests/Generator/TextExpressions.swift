import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// Reads pieces of text as parts of plans, by the language's own parser and checker.
struct TextExpressions {
  /// The tables that paths lead to.
  let tables: [String: Schema]

  /// A column's name in such a text: its place.
  static func name(_ index: Int) -> String { "k\(index)" }

  static func fields(_ schema: Schema) -> [IbidTypes.Field] {
    schema.fields.enumerated().map { IbidTypes.Field(name($0.offset), $0.element.type) }
  }

  /// Nil where the checker refuses it or it reads the row's own place.
  func expression(_ text: String, over schema: Schema) -> PlanExpression? {
    guard let plan = plan("t | select x = " + text, over: schema), case .project(_, let values) = plan.node,
      let value = values.first, reads(value, only: schema.count)
    else { return nil }
    return value
  }

  func aggregate(_ text: String, over schema: Schema) -> Aggregate? {
    guard let plan = plan("t | summarize x = " + text, over: schema), case .aggregate(_, _, let found) = plan.node,
      found.count == 1, found[0].operands.allSatisfy({ reads($0, only: schema.count) })
    else { return nil }
    return found[0]
  }

  private func plan(_ text: String, over schema: Schema) -> Plan? {
    var catalog = Catalog()
    for (name, schema) in tables.sorted(by: { $0.key < $1.key }) { catalog.define(.init(name: name, schema: schema)) }
    catalog.define(.init(name: "t", schema: Schema(Self.fields(schema))))
    return Self.plan(text, catalog)
  }

  /// The plan of a text that has no mistake, else nil.
  static func plan(_ text: String, _ catalog: Catalog) -> Plan? {
    let source = SourceText(name: "query", text)
    let parsed = Parser.parse(source, mode: .script)
    guard parsed.diagnostics.isEmpty else { return nil }
    var checker = Checker(catalog: catalog, source: source)
    let statements = checker.check(parsed.script)
    guard !checker.diagnostics.contains(where: { $0.severity == .error }), case .query(let plan, _)? = statements.last
    else { return nil }
    return plan
  }

  private func reads(_ expression: PlanExpression, only count: Int) -> Bool {
    if case .column(let index) = expression.kind, index >= count { return false }
    return expression.operands.allSatisfy { reads($0, only: count) }
  }
}
