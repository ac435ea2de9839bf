import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Checker {
  /// `search "words" [in columns]`: all visible text columns where none is named.
  mutating func search(
    _ words: StringLiteral, in columns: [Name], at step: Step, _ plan: inout Plan, _ scope: inout Scope
  ) {
    let errorsBefore = mistakes
    if !words.value.unicodeScalars.contains(where: SearchWord.isPart) {
      report(.noSearchWords(at: words.span))
    }
    if scope.index(of: "score") != nil { report(.columnInTheWay("score", of: "search", at: step.keyword)) }
    var indices: [Int] = []
    for name in columns where !name.isMissing {
      guard let index = scope.index(of: name.text) else {
        report(.unknownColumn(name, scope: scope, catalog: catalog))
        continue
      }
      let field = scope.columns[index].field
      if !field.type.base.isTextual, field.type.base != .invalid {
        report(.notSearchable(PlanExpression(.column(index), field.type, at: name.span)))
      }
      if !indices.contains(index) { indices.append(index) }
    }
    if columns.isEmpty {
      indices = scope.visible.filter { scope.columns[$0].field.type.base == .text }
      if indices.isEmpty, !scope.columns.contains(where: { $0.field.type.base == .invalid }) {
        report(.nothingToSearch(at: step.keyword, columns: scope.visibleNames))
      }
    }
    if scope.index(of: "score") == nil { scope.columns.append(.init(field: Field("score", .float))) }
    if mistakes == errorsBefore {
      plan = Plan(.search(plan, words: words.value, columns: indices), schema: scope.schema, at: step.span)
    } else {
      // Later steps may use the score, and are checked all the same.
      plan = Plan(.unit, schema: scope.schema, at: step.span)
    }
  }
}
