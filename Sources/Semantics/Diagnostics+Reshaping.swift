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

  static func pivotNamed(_ name: Name, upTo value: ByteSpan) -> Diagnostic {
    Diagnostic(
      "pivot-named", "the columns of a pivot are named by their values", at: name.span, label: "names nothing",
      why: "there is a column for each value, called as the value is",
      try: [
        Suggestion("the aggregate alone", edit: Edit(ByteSpan(name.span.lower, value.lower), "")),
        Suggestion("`rename` after a pivot with `in [ … ]`"),
      ])
  }

  static func pivotNeedsAggregate(_ span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "pivot-needs-aggregate", "`pivot` needs one aggregate, for what stands in each cell", at: span,
      label: "no aggregate", why: "a cell stands for all rows of a group that have the column's value",
      try: [
        Suggestion("pivot count() for …"), Suggestion("pivot sum(x) for …"),
        Suggestion("first(x), where there is one row for each cell"),
      ])
  }

  static func pivotValue(_ span: ByteSpan, isEmpty: Bool) -> Diagnostic {
    Diagnostic(
      "pivot-value",
      isEmpty
        ? "this pivot lists no values" : "the columns of a pivot are named by literal values, and this is not one",
      at: span, label: isEmpty ? "no columns" : "no literal",
      why: "the columns must be known before anything runs",
      try: [
        Suggestion("in [\"planned\", \"done\"]"), Suggestion("without `in`, for a column of each value that occurs"),
      ])
  }

  /// `what` would go on from a pivot that finds its columns in the data.
  static func pivotNotLast(before what: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "pivot-not-last", "\(what) cannot go on from a pivot that lists no values", at: span,
      label: "its columns are not known here",
      why: "which columns it has is known only when it has run, and everything else is checked before",
      try: [
        Suggestion("pivot … for COLUMN in [\"planned\", \"done\"], with the values that matter"),
        Suggestion("do the rest before the pivot"),
      ])
  }

  static func unpivotTypesDiffer(_ first: Name, _ a: ValueType, _ second: Name, _ b: ValueType) -> Diagnostic {
    Diagnostic(
      "unpivot-types-differ", "`\(first.text)` and `\(second.text)` do not go into one column", at: second.span,
      label: "this is \(article(b.required))", labels: [Label(first.span, "this is \(article(a.required))")],
      why: "a column has one type",
      try: [
        Suggestion(
          "derive \(written(first.text)) = text(\(written(first.text))), \(written(second.text)) = text(\(written(second.text))) first"
        ),
        Suggestion("unpivot columns of one type"),
      ])
  }

  /// `others` are the columns that could be filled.
  static func cannotFill(_ column: Name, _ type: ValueType, others: [String]) -> Diagnostic {
    Diagnostic(
      "cannot-fill",
      "`fill` counts through whole numbers, dates and periods, and `\(column.text)` is \(article(type.required))",
      at: column.span, label: "this is \(article(type))",
      why: "the buckets that are missing must be known from the range alone",
      try: others.map { Suggestion(written($0), edit: Edit(column.span, written($0))) } + [
        Suggestion("derive m = month(…) first, or n = int(…)")
      ])
  }

  static func fillRange(_ range: PlanExpression, _ column: Name, _ type: ValueType) -> Diagnostic {
    Diagnostic(
      "fill-range", "`\(column.text)` is \(article(type.required)), and this is no range of such values",
      at: range.span,
      label: "this is \(article(range.type))",
      why: "the range says where the buckets begin and end",
      try: [Suggestion(type.base == .int ? "1..10" : "@2024-01..@2024-12")])
  }

  static func fillBy(_ key: PlanExpression, _ words: String, isFilled: Bool) -> Diagnostic {
    Diagnostic(
      "fill-by",
      isFilled ? "`\(words)` is what is filled" : "a group of `fill` is a column, and `\(words)` is computed",
      at: key.span, label: isFilled ? "not a group" : "not a column",
      why: "a new row gets its bucket and the values of its group, so these are columns of their own",
      try: [Suggestion(isFilled ? "`fill` without it" : "derive k = \(words) first, then `by k`")])
  }
}
