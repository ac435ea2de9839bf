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
}
