import IbidTypes

extension FunctionCatalog {
  /// Values made of other rows of the same table, in row steps; `per` and `sort` go inside the call.
  static let windows: [FunctionEntry] = [
    window(
      .rowNumber, [], .type(.int), mayBeMissing: false, "The row's number, from 1, in its partition's order.",
      ("(documents | select n = row_number()).max(n)", "24"),
      ("(documents | select n = row_number(per kind)).count(where n == 1)", "6")),
    window(
      .rank, [], .type(.int), "1 for the first, ties alike, with gaps after them; none where a sort key is missing.",
      ("(documents | select r = rank(sort words desc)).min(r)", "1"),
      ("(documents | select r = rank(sort published)).count(where r is none)", "5")),
    window(
      .denseRank, [], .type(.int), "1 for the first, ties alike, without gaps; none where a sort key is missing.",
      ("(documents | select r = dense_rank(sort kind)).max(r)", "6"),
      ("(documents | select r = dense_rank(sort published)).count(where r is none)", "5")),
    window(
      .lag, [P("x", .any), P("rows", .rows, .optional)], .argument(0),
      "x some rows before (1 unless said), in the partition's order; none before the first.",
      ("(documents | select before = lag(words sort published)).count(before)", "23"),
      ("(documents | select before = lag(words, 2)).count(before)", "22")),
    window(
      .lead, [P("x", .any), P("rows", .rows, .optional)], .argument(0),
      "x some rows after (1 unless said), in the partition's order; none after the last.",
      ("(documents | select next = lead(words sort published)).count(next)", "23"),
      ("(documents | select next = lead(words, 2)).count(next)", "22")),
    window(
      .carry, [P("x", .any)], .argument(0), "The last x that is there, up to this row, in the partition's order.",
      ("(documents | select d = carry(published)).count(d)", "24"),
      ("(documents | select d = carry(published per kind)).count(d)", "20")),
  ]

  private static func window(
    _ function: Window.Function, _ parameters: [P], _ result: FunctionEntry.Result, mayBeMissing: Bool = true,
    _ summary: String, _ examples: (String, String)...
  ) -> FunctionEntry {
    FunctionEntry(
      implementation: .window(function), group: .windows, parameters: parameters, result: result,
      mayBeMissing: mayBeMissing, summary: summary, examples: examples.map { (query: $0.0, result: $0.1) })
  }
}
