extension DiagnosticCatalogue {
  static let definitions: [DiagnosticEntry] = [
    .init(
      "assertion-failed", "an assertion does not hold",
      """
      `assert` stops a script where its condition is false or unknown. Where it asked whether a table is empty, the rows of
      that table are shown: they are what broke it.
      """,
      bad: #"assert (documents | where published is none).empty(), "every document needs a date""#,
      mended: #"assert (documents | where words == 0).empty(), "every document needs words""#),
    .init(
      "function-too-large", "a call of a function grows too large",
      """
      A call stands for the expression of its function, and that may call others. Each use of a parameter is one more copy
      of what is put in its place, so that a few functions inside of each other can grow beyond measure.
      """,
      bad: """
        fn twice(x: float) = x + x
        fn many(x: float) = twice(twice(twice(twice(twice(twice(twice(twice(x))))))))
        many(many(1.0))
        """,
      mended: """
        fn twice(x: float) = x * 2
        fn many(x: float) = twice(twice(twice(twice(twice(twice(twice(twice(x))))))))
        many(many(1.0))
        """),
    .init(
      "outdated-definition", "a definition does not fit the tables that it reads any more",
      """
      A table that it reads was loaded again, or its rule defined again, with other columns. Definitions are checked again
      then; one that fits no more says why where it is used. Define it again, or bring back the columns.
      """,
      bad: .prompt(
        """
        load "Tests/Golden/data/balances.csv" as balances

        let total = balances.sum(paid)

        load "Tests/Golden/data/balances_owed.csv" as balances

        total
        """),
      mended: .prompt(
        """
        load "Tests/Golden/data/balances.csv" as balances

        let total = balances.sum(owed)

        load "Tests/Golden/data/balances_owed.csv" as balances

        total
        """)),
    .init(
      "recursive-function", "a function calls itself",
      """
      A function is an expression over its parameters, and has to end. What repeats over rows is an aggregate or a window.
      """,
      bad: "fn factorial(n: int) = if n <= 1 then 1 else n * factorial(n - 1)",
      mended: "fn doubled(n: int) = n * 2"),
    .init(
      "repeated-parameter", "two parameters of a function have one name",
      """
      Inside of the function a parameter is known by its name alone.
      """,
      bad: "fn share(part: float, part: float) = part / part",
      mended: "fn share(part: float, whole: float) = part / whole"),
    .init(
      "table-as-list", "`in` looks among the values of one column",
      """
      A table stands for the list of its values where it has one column. Of a table with more, `select` takes the one that
      is meant.
      """,
      bad: """
        load "Tests/Golden/data/countries.csv" as lands
        documents | where file in lands
        """,
      mended: """
        load "Tests/Golden/data/countries.csv" as lands
        documents | where file in (lands | select name)
        """),
    .init(
      "unknown-setting", "there is no setting of this name",
      """
      `set` changes what holds from here on: `hedge`, how far *about* may be off; `rows` and `format`, how results are
      printed.
      """,
      bad: "set hegde = 5%",
      mended: "set hedge = 5%"),
    .init(
      "use-cycle", "a script would use itself",
      """
      `use` reads another script whole before this one goes on. Two scripts cannot each be read before the other: what both
      need goes into a third.
      """,
      bad: #"use "Tests/Golden/data/circle.ibid""#,
      mended: #"use "Tests/Golden/data/shares.ibid""#),
    .init(
      "wrong-setting", "this setting takes another kind of value",
      """
      `hedge` is a share or `none`, `rows` a whole number, `format` the name of a format.
      """,
      bad: "set hedge = 5",
      mended: "set hedge = 5%"),
  ]
}
