import IbidSource
import IbidSyntax

// Messages about what stands before the dot of a call.

extension Diagnostic {
  /// `isJoined`: the rows are there, on the right of a join. `path`: a column that leads to them.
  static func lostRow(_ name: Name, of target: String, isJoined: Bool, path: String?) -> Diagnostic {
    let table = name.text
    return Diagnostic(
      "lost-row", "there is no row of `\(target)` here that `\(table)` could belong to", at: name.span,
      label: "would be the whole table",
      why: isJoined
        ? "a path back starts at the left side of a join, and the rows of `\(target)` are on its right"
        : "rows that were grouped or counted are no rows of `\(target)`",
      try: [
        path.map { Suggestion("\($0).\(table)", edit: Edit(name.span, "\($0).\(table)")) },
        isJoined ? nil : Suggestion("derive n = \(table).count(), in a step before"),
        Suggestion("(\(table) | count), for the whole table"),
      ].compactMap { $0 })
  }

  /// `target`: the table of the row, nil for groups and the like. `paths`: columns of the row that lead to rows that the
  /// table refers to. `whole`: the aggregate's name, and the call as written behind the dot.
  static func noPathBack(
    _ name: Name, to target: String?, paths: [String], whole: (name: String, call: String), at span: ByteSpan
  ) -> Diagnostic {
    let table = name.text
    let value =
      switch whole.name {
      case "count" where whole.call == "count()": "(\(table) | count)"
      case "empty": "(\(table) | count) == 0"
      default: "(\(table) | summarize \(whole.call))"
      }
    return Diagnostic(
      "no-path-back", "rows of `\(table)` do not refer to this row", at: name.span, label: "would be the whole table",
      why: target.map { "no column of `\(table)` is a reference to `\($0)`" }
        ?? "this row is of no table that others refer to",
      try: paths.map { Suggestion("\($0).\(table)", edit: Edit(name.span, "\($0).\(table)")) } + [
        Suggestion("\(value), for the whole table", edit: Edit(span, value)),
        Suggestion("join r = \(table) on …, a step before, for rows that belong together by other columns"),
      ])
  }
}
