import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about steps that choose, join up or reshape rows.

extension Diagnostic {
  /// A column's name as a query writes it.
  private static func written(_ name: String) -> String { Printer.name(Name(name, at: ByteSpan(0, 0))) }

  static func topOfSeveralUnits(
    _ key: PlanExpression, _ words: String, _ part: Part, hasGroups: Bool, in step: Step
  ) -> Diagnostic {
    let plural = part == .currency ? "currencies" : "units"
    let filter = " == \"\(part == .currency ? "GBP" : "people")\""
    var suggestions = [Suggestion("derive x = \(words) | where x.\(part.rawValue)\(filter), then `top` by x")]
    // Only of a column or a path is it known what a condition says.
    if ExpressionKey.path(key) != nil {
      let start = ByteSpan(step.span.lower, step.span.lower)
      let end = ByteSpan(step.span.upper, step.span.upper)
      let of = "\(words).\(part.rawValue)"
      suggestions = [
        Suggestion("where \(of)\(filter) first", edit: Edit(start, "where \(of)\(filter) | ")),
        Suggestion(
          "per \(of), for the first of each \(part.rawValue)", edit: Edit(end, (hasGroups ? ", " : " per ") + of)),
      ]
    }
    return Diagnostic(
      part == .currency ? "mixed-currencies" : "mixed-units",
      "`top` needs one \(part.rawValue), and `\(words)` may hold several", at: key.span,
      label: "may hold several \(plural)", why: "amounts of different \(plural) have no common order",
      try: suggestions)
  }

  /// `onlyLeft` and `onlyRight` are the columns that the other side does not have, `common` those of both.
  static func unionColumnsDiffer(
    onlyLeft: [String], onlyRight: [String], common: [String], _ table: String, _ tableSpan: ByteSpan, in step: Step
  ) -> Diagnostic {
    func nones(_ names: [String]) -> String {
      "derive " + names.map { "\(written($0)) = none" }.joined(separator: ", ")
    }
    // A pipeline in brackets goes on inside them.
    let inner = table.hasPrefix("(") && table.hasSuffix(")") ? String(table.dropFirst().dropLast()) : table
    var suggestions: [Suggestion] = []
    if onlyLeft.isEmpty {
      let fix = nones(onlyRight)
      suggestions.append(
        Suggestion("\(fix) before `union`", edit: Edit(ByteSpan(step.span.lower, step.span.lower), fix + " | ")))
    } else {
      let fix = "(\(inner) | \(nones(onlyLeft)))"
      suggestions.append(Suggestion("union \(fix)", edit: onlyRight.isEmpty ? Edit(tableSpan, fix) : nil))
      if !onlyRight.isEmpty { suggestions.append(Suggestion("\(nones(onlyRight)) before `union`")) }
    }
    if !common.isEmpty {
      let select = "select " + common.map(written).joined(separator: ", ")
      let fix = "\(select) | union (\(inner) | \(select))"
      suggestions.append(Suggestion(fix, edit: common.contains { $0.contains(".") } ? nil : Edit(step.span, fix)))
    }
    let missing = [("the right side", onlyLeft), ("the left side", onlyRight)].filter { !$0.1.isEmpty }.map {
      "\($0.0) has no \(listed($0.1))"
    }
    return Diagnostic(
      "union-columns-differ", "the two sides of `union` do not have the same columns", at: tableSpan,
      label: missing.joined(separator: ", and "),
      why: "columns go together by name, and every row has all of them", try: suggestions)
  }

  static func unionTypesDiffer(_ name: String, _ left: ValueType, _ right: ValueType, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "union-types-differ",
      "`\(name)` is \(article(left.required)) on the left and \(article(right.required)) on the right",
      at: span, label: "here it is \(article(right.required))", why: "a column has one type",
      try: [
        Suggestion("derive \(name) = text(\(name)) on both sides"),
        Suggestion("rename one of them, and give the other side a column of that name"),
      ])
  }

  /// `lists` are the columns that could have been meant.
  static func unnestNeedsList(_ value: PlanExpression, _ path: ByteSpan, _ words: String, lists: [String]) -> Diagnostic
  {
    var suggestions = lists.map { Suggestion("unnest \(written($0))", edit: Edit(path, written($0))) }
    if value.type.base.isTextual {
      suggestions.append(Suggestion("derive parts = split(\(words), \", \") | unnest parts"))
    }
    if suggestions.isEmpty { suggestions.append(Suggestion("summarize xs = list(\(words)) by … makes lists")) }
    return Diagnostic(
      "unnest-needs-list", "`unnest` needs a list, and `\(words)` is \(article(value.type.required))", at: path,
      label: "this is \(article(value.type))", why: "`unnest` gives a row for each element", try: suggestions)
  }
}
