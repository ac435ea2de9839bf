extension DiagnosticCatalogue {
  static let running: [DiagnosticEntry] = [
    .init(
      "memory-limit", "the query needs more memory than it may have",
      """
      `--memory-limit`, or the `memoryLimit` of a `Session`, bounds what a query may allocate beside the loaded tables. Without
      the option that is four fifths of the memory of the machine or container. Choosing rows and columns before a join, a sort or a wide summary makes them smaller.
      """,
      bad: .shown(
        "ibid --memory-limit 1MB -c 'sentences | join s = sentences on document.language == s.document.language' press"),
      mended: .shown("ibid --memory-limit 1GB -c 'sentences | where text contains \"boat\"' press")),
    .init(
      "no-help", "there is no help of this name",
      """
      `help` knows the steps, statements, functions, tables and errors by their names, and a few lists: steps, statements,
      functions, aggregates, tables.
      """,
      bad: "help lenght",
      mended: "help length"),
    .init(
      "no-source", "the row stands in no file",
      """
      A value that was computed from nothing, such as 2 + 2, has no page that could be opened. `why` says where it comes
      from all the same.
      """,
      bad: .prompt("2 + 2\n\nopen 1"),
      mended: .prompt("documents | take 3\n\nopen 1")),
    .init(
      "no-such-row", "the last result has no such row",
      """
      Rows are counted from 1, in the order in which they were shown.
      """,
      bad: .prompt("documents | take 3\n\nwhy 4"),
      mended: .prompt("documents | take 3\n\nwhy 3")),
    .init(
      "overflow", "a result is too large to be held exactly",
      """
      Whole numbers have 64 bits, amounts 128. A wrong number would be worse than none, so the query stops. `float` rounds
      instead.
      """,
      bad: "9_223_372_036_854_775_807 + 1",
      mended: "float(9_223_372_036_854_775_807) + 1"),
    .init(
      "too-long", "a function would make a text or list that is too long",
      """
      A text that is repeated or filled up has a million bytes at most, a column of texts 256 million, and the lists of
      `range` ten million numbers. A slip of a number must not fill the memory.
      """,
      bad: "repeat(\"ab\", 1000000)",
      mended: "repeat(\"ab\", 3)"),
    .init(
      "too-many-rows", "the step would make too many rows",
      """
      A join makes a row of every pair that matches, and where both sides have many rows with the same key these are a
      great many. A further condition, or `distinct` on one side, makes them fewer.
      """,
      bad: """
        let pairs = sentences | join other = sentences on document.language == other.document.language
        pairs | join more = pairs on document.language == more.document.language | count
        """,
      mended: """
        let pairs = sentences | join other = sentences on text == other.text
        pairs | join more = pairs on text == more.text | count
        """),
  ]
}
