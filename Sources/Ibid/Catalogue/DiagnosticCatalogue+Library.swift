extension DiagnosticCatalogue {
  static let library: [DiagnosticEntry] = [
    .init(
      "decode-failed", "a row could not be made into the Swift value",
      """
      The columns fit the Swift type, but a value of one row does not: a number is too large for the integer type, or the
      type's own initialiser refused it. The message names the row and the column.
      """,
      bad: .swift("struct Sum: Decodable { let words: Int8 }\nlet sums = try result.decode(Sum.self)  // 412 words"),
      mended: .swift("struct Sum: Decodable { let words: Int }\nlet sums = try result.decode(Sum.self)")),
    .init(
      "decode-missing-column", "the result has no column for a property",
      """
      Columns are matched with the coding keys of the type, before the first row is read. Select or rename the column in
      the query, or name it in the type's `CodingKeys`.
      """,
      bad: .swift("struct Item: Decodable { let name: String }\ntry session.prepare(\"documents | select title\")"),
      mended: .swift(
        "struct Item: Decodable { let name: String }\ntry session.prepare(\"documents | select name = title\")")),
    .init(
      "decode-type-mismatch", "a column does not fit in the type of its property",
      """
      A column that may miss values needs an optional, money and quantities need `Amount` or one of their parts. That is
      checked before the first row, also if there are none.
      """,
      bad: .swift("struct Item: Decodable { let issuer: String }  // issuer: text?"),
      mended: .swift("struct Item: Decodable { let issuer: String? }")),
    .init(
      "load-in-query", "a prepared query loads nothing",
      """
      `Session.prepare` makes a query that can be run many times, on the tables as they were. Loading is done before, with
      the session's own methods, or by a script.
      """,
      bad: .library("load \"examples/corpus\"\ndocuments | count"),
      mended: .library("documents | count")),
    .init(
      "no-query", "there is nothing to run",
      """
      A text for `Session.prepare` may declare parameters and name views, but it ends with the pipeline or value that is
      the query.
      """,
      bad: .library("let long = documents | where words > 300"),
      mended: .library("let long = documents | where words > 300\nlong | count")),
    .init(
      "register-failed", "a value could not be encoded",
      """
      The type's own `encode` threw while its rows were made into a table. The message has what it threw, and the row.
      """,
      bad: .swift("try await session.register(table: \"offices\", rows: offices)  // encode(to:) throws"),
      mended: .swift("try await session.register(table: \"offices\", rows: offices.filter(\\.isComplete))")),
    .init(
      "register-no-columns", "there is nothing to make columns of",
      """
      Columns and their types are read from the values, so at least one value is needed, and it must encode something.
      """,
      bad: .swift("try await session.register(table: \"offices\", rows: [Office]())"),
      mended: .swift("if !offices.isEmpty { try await session.register(table: \"offices\", rows: offices) }")),
    .init(
      "register-type", "no column can hold this value",
      """
      A column holds numbers, truth values, texts or lists of one of them. A struct within a struct, a dictionary, and
      numbers that are none cannot be held; take their parts as properties of their own.
      """,
      bad: .swift("struct Office: Encodable { let place: Place }  // a struct"),
      mended: .swift("struct Office: Encodable { let city: String; let country: String }")),
  ]
}
