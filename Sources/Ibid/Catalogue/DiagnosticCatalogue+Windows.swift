extension DiagnosticCatalogue {
  static let windows: [DiagnosticEntry] = [
    .init(
      "clauses-in-call", "`per`, `sort` and `rows` are for functions of many rows",
      """
      These clauses say which other rows a function looks at. A function of one row's values looks at none.
      """,
      bad: "documents | select shout = upper(title per kind)",
      mended: "documents | select shout = upper(title)"),
    .init(
      "empty-frame", "a frame has at least one row",
      """
      `rows 3` means the last three rows up to this one, this one included. The shortest frame is `rows 1`.
      """,
      bad: "documents | derive mean = avg(words sort published rows 0)",
      mended: "documents | derive mean = avg(words sort published rows 1)"),
    .init(
      "frame-without-aggregate", "`rows` is the length of an aggregate's frame",
      """
      `rank`, `lag` and the like look at the whole partition. How far back `lag` looks is its second argument.
      """,
      bad: "documents | derive before = lag(words sort published rows 3)",
      mended: "documents | derive before = lag(words, 3 sort published)"),
    .init(
      "sort-without-effect", "the order of rows makes no difference to this aggregate",
      """
      In `summarize`, `sort` inside a call is for aggregates that depend on the order of rows: `list`, `set`, `first`,
      `last`. A running value belongs to a row, and so into `derive`.
      """,
      bad: "documents | summarize total = sum(words sort published) by kind",
      mended: "documents | summarize total = sum(words), titles = list(title sort published) by kind"),
    .init(
      "window-in-join", "a condition of a join looks at one pair of rows",
      """
      A window is made of other rows of a table, and a join has to find out first which rows there will be. Derive the value
      in a step before the join.
      """,
      bad: "documents | join m = money on file == m.document.file, rank(sort words) <= 3",
      mended: "documents | where rank(sort words) <= 3 | join m = money on file == m.document.file"),
    .init(
      "window-in-summarize", "`summarize` makes groups, and a window keeps its rows",
      """
      A window gives each row a value made of other rows. `summarize` has no rows left to give one to: make the window in
      `derive` before it, or let `by` make the groups.
      """,
      bad: "documents | summarize r = sum(words per kind)",
      mended: "documents | summarize r = sum(words) by kind"),
    .init(
      "window-needs-sort", "a rank needs an order",
      """
      `rank` and `dense_rank` tell the place of a row, and `sort` inside the call says by what. A `sort` step before it does
      not count: the order of rows is a layout.
      """,
      bad: "documents | derive place = rank(per kind)",
      mended: "documents | derive place = rank(per kind sort words desc)"),
    .init(
      "window-of-receiver", "a window looks at rows of the table it stands in",
      """
      `per`, `sort` and `rows` give each row of this step a value made of other rows of the step. Behind a dot stands
      another table: make the window in a pipeline over that table.
      """,
      bad: "documents | derive n = money.count(per amount.currency)",
      mended: "money | derive n = count(per amount.currency)"),
    .init(
      "window-without-rows", "a window needs rows to look at",
      """
      A window gives each row of a table a value. A statement that is one value has no table.
      """,
      bad: "row_number()",
      mended: "documents | select title, n = row_number()"),
  ]
}
