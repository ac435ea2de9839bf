extension DiagnosticCatalogue {
  static let reshaping: [DiagnosticEntry] = [
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
  ]
}
