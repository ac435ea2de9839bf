extension DiagnosticCatalogue {
  static let reshaping: [DiagnosticEntry] = [
    .init(
      "cannot-fill", "this column cannot be filled",
      """
      `fill` adds a row for each bucket of a range that has none, so it must be able to count through the range: whole
      numbers, days, months, years. Texts and amounts cannot be counted through.
      """,
      bad: "documents | fill title = @2024-01..@2024-03",
      mended: "documents | count by m = month(published) | fill m = @2024-01..@2024-03"),
    .init(
      "fill-by", "a group of `fill` is another column",
      """
      A new row gets its bucket and the values of its group, so the group is a column that is there. Add what is computed
      with `derive` first.
      """,
      bad: "documents | fill words = 1..3 by lower(title)",
      mended: "documents | derive name = lower(title) | fill words = 1..3 by name"),
    .init(
      "fill-range", "the range is of another type than the column",
      """
      A column of whole numbers is filled with a range such as `1..10`, one of dates or periods with a period such as
      `@2024` or `@2024-01..@2024-06`.
      """,
      bad: "documents | fill words = @2024",
      mended: "documents | fill published = @2024"),
    .init(
      "fill-without-end", "the range of `fill` has no first or no last value",
      """
      Every bucket of the range gets a row, so it must have both ends. `since` and `above` leave one open, and a range whose
      last value lies before its first has neither.
      """,
      bad: "documents | fill published = since(@2025-03-20)",
      mended: "documents | fill published = @2025-03-20..@2025-03-25"),
    .init(
      "pivot-named", "the columns of a pivot are named by their values",
      """
      There is a column for each value, and it is called as the value is printed. `rename` gives other names afterwards,
      where the values are listed.
      """,
      bad: "documents | pivot n = count() for kind in [\"speech\"]",
      mended: "documents | pivot count() for kind in [\"speech\"] | rename n = speech"),
    .init(
      "pivot-needs-aggregate", "a cell of a pivot is an aggregate",
      """
      A cell stands for all rows of its group that have the value, and one aggregate makes one value of them: `count()`,
      `sum(amount)`, `first(title)`.
      """,
      bad: "documents | pivot title for kind",
      mended: "documents | pivot first(title) for kind"),
    .init(
      "pivot-not-last", "nothing goes on from a pivot that lists no values",
      """
      Which columns it has is known only when it has run, and everything behind it is checked before. List the values that
      matter, `for kind in ["speech", "blog"]`, or do the rest first. Only `plot` and `save` may follow.
      """,
      bad: "documents | pivot count() for kind | take 3",
      mended: "documents | pivot count() for kind in [\"speech\", \"blog\"] | take 3"),
    .init(
      "pivot-value", "a pivot lists literal values",
      """
      A column is named by its value, so the value must stand in the query: a text, a number, a date. Without `in` there is a
      column for each value that occurs.
      """,
      bad: "documents | pivot count() for kind in [lower(\"BLOG\")]",
      mended: "documents | pivot count() for kind in [\"blog\"]"),
    .init(
      "too-many-buckets", "the range of `fill` has too many buckets",
      """
      The buckets of a date column are as fine as its first value. Seconds of a year are more than a million rows, which is
      more likely a mistake than a question. Make the column coarser first.
      """,
      bad: "documents | fill words = 1..2_000_000",
      mended: "documents | derive hundreds = int(floor(words / 100)) | fill hundreds = 1..4"),
    .init(
      "too-many-columns", "a pivot would make too many columns",
      """
      There is a column for each value, and the data has more than a thousand. List those that matter, or pivot for
      something coarser.
      """,
      bad: """
        let pairs = sentences | join other = sentences on document | derive pair = id + other.id
        pairs | pivot count() for pair
        """,
      mended: """
        let pairs = sentences | join other = sentences on document | derive pair = id + other.id
        pairs | pivot count() for document.kind
        """),
    .init(
      "union-columns-differ", "the two sides of `union` do not have the same columns",
      """
      Columns of the two tables go together by their names, whatever their order. Where one side has a column that the
      other lacks, add it with `none`, or select the columns that both have.
      """,
      bad: "documents | select file, kind | union (documents | select file)",
      mended: "documents | select file, kind | union (documents | select file, kind = none)"),
    .init(
      "union-types-differ", "a column of `union` has two types",
      """
      A column has one type. Numbers become `float` and amounts of two currencies `money`, but a date and a text have
      nothing in common. Make text of both, or give one of the two another name.
      """,
      bad: "documents | select n = words | union (documents | select n = title)",
      mended: "documents | select n = text(words) | union (documents | select n = title)"),
    .init(
      "unnest-needs-list", "`unnest` needs a list",
      """
      It gives a row for each element of a list. A text is no list; `split` makes one of it.
      """,
      bad: "documents | unnest title",
      mended: "documents | derive parts = split(title, \": \") | unnest parts"),
    .init(
      "unpivot-types-differ", "the columns of `unpivot` have no type in common",
      """
      Their values go into one column, and a column has one type. Numbers become `float` and amounts of two currencies
      `money`; a date and a number have nothing in common. Make text of them, or leave one out.
      """,
      bad: "documents | unpivot title, words into what, value",
      mended: "documents | unpivot title, kind into what, value"),
  ]
}
