import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about windows and clauses in calls.

extension Diagnostic {
  static func windowInSummarize(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "window-in-summarize", "a window stands in a step that keeps its rows, and `summarize` makes groups of them",
      at: span, label: "which row's `\(name.text)`?",
      why: "`per` would make the groups that `by` has made already",
      try: [
        Suggestion("derive x = \(name.text)(…) before, then summarize first(x)"),
        Suggestion("summarize \(name.text)(…) by …, without `per`"),
      ])
  }

  static func windowOfReceiver(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "window-of-receiver",
      "`\(name.text)` with `per`, `sort` or `rows` looks at rows of this table, not of another one",
      at: span, label: "another table or list",
      why: "its value belongs to a row of the step it stands in",
      try: [Suggestion("a pipeline with the window as a step: ( … | derive x = \(name.text)(…) )")])
  }

  static func windowWithoutRows(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "window-without-rows", "`\(name.text)` looks at other rows, and there are none here", at: span,
      label: "no table", try: [Suggestion("TABLE | derive x = \(name.text)(…)")])
  }

  /// `value`: the argument that it was given, by which it was meant to rank; the edit writes the whole call.
  static func windowNeedsSort(_ name: Name, by value: String?, at span: ByteSpan) -> Diagnostic {
    if let value {
      return Diagnostic(
        "window-needs-sort", "`\(name.text)` needs to know by what", at: span, label: "no `sort` inside the call",
        why: "a rank is a place in an order, which stands behind `sort`",
        try: ["sort \(value)", "sort \(value) desc"].map {
          Suggestion("\(name.text)(\($0))", edit: Edit(span, "\(name.text)(\($0))"))
        })
    }
    return windowNeedsSort(name, at: span)
  }

  private static func windowNeedsSort(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "window-needs-sort", "`\(name.text)` needs to know by what", at: span, label: "no `sort` inside the call",
      why: "a rank is a place in an order",
      try: [
        Suggestion(
          "\(name.text)(sort VALUE desc)", edit: nil), Suggestion("\(name.text)(per GROUP sort VALUE desc)"),
      ])
  }

  static func emptyFrame(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "empty-frame", "a frame has at least one row, the row itself", at: span, label: "no rows",
      try: [Suggestion("rows 1", edit: Edit(span, "1"))])
  }

  static func frameWithoutAggregate(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "frame-without-aggregate", "`rows` is the length of an aggregate's frame, and `\(name.text)` has none", at: span,
      label: "no frame",
      try: [
        Suggestion("avg(x sort d rows 3), for a moving mean"), Suggestion("lag(x, 3 sort d), for three rows before"),
      ]
    )
  }

  static func clausesInScalarCall(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "clauses-in-call", "`per`, `sort` and `rows` are for functions of many rows, and `\(name.text)` has one value",
      at: span, label: "one row's values",
      try: [Suggestion("\(name.text)(…) without them"), Suggestion("first(x per … sort …)")])
  }

  static func windowInJoin(_ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "window-in-join", "a condition of a join looks at one pair of rows, and this looks at others", at: value.span,
      label: "made of other rows", why: "which rows pair is what the join has to find out",
      try: [Suggestion("derive x = … before the join, then `on x == …`")])
  }

  static func sortWithoutEffect(_ function: AggregateFunction, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "sort-without-effect", "the order of rows makes no difference to `\(function.rawValue)` of a group", at: span,
      label: "changes nothing", why: "in `summarize`, `sort` is for `list`, `set`, `first`, `last` and the like",
      try: [
        Suggestion("leave `sort …` out"),
        Suggestion("derive total = \(function.rawValue)(x sort …), for a running value in each row"),
      ])
  }
}
