extension DiagnosticCatalogue {
  static let names: [DiagnosticEntry] = [
    .init(
      "currency-as-name", "a currency alone is a name, not a value",
      """
      GBP 10 million is an amount, GBP alone would be a column of that name. The currency of an amount is a text, and is
      compared with one.
      """,
      bad: "money | where amount.currency == GBP",
      mended: "money | where amount.currency == \"GBP\""),
    .init(
      "defined-below", "the name is defined further down",
      """
      Statements are checked and run in the order of the text, so that a name means what stands above it. A `let`, `fn`, `rule`,
      `dict` or `param` stands before the first statement that uses its name.
      """,
      bad: "let half = total / 2\nlet total = documents.sum(words)",
      mended: "let total = documents.sum(words)\nlet half = total / 2"),
    .init(
      "name-taken", "this name is taken",
      """
      In a script a name means one thing from beginning to end, and hides no table, so that a reader never has to ask
      which is meant. At the prompt a new `let` replaces the old one.
      """,
      bad: "let money = documents | take 3",
      mended: "let first_documents = documents | take 3"),
    .init(
      "no-clock", "a query does not know the day",
      """
      The same documents and the same query give the same answer on any day, so no function asks the clock. The day is a
      parameter: `ibid run late.ibid --param today=2024-03-31`, or a value behind its `=`.
      """,
      bad: "documents | where published > today() - 30 days",
      mended: "param today: date = @2024-03-31\ndocuments | where published > $today - 30 days"),
    .init(
      "no-copies", "this table keeps no repeats",
      """
      Rows that stand in repeated text, such as a headline printed twice, are kept apart and shown with `with copies`.
      That is known of tables made from documents only, not of loaded data or of results.
      """,
      bad: "load \"examples/data/rates.csv\" as rates\nrates with copies | take 3",
      mended: "load \"examples/data/rates.csv\" as rates\nrates | take 3"),
    .init(
      "no-last-result", "there is no result to go on from yet",
      """
      `_`, a leading `|`, `why`, `open` and `keep` are about the result that was shown last. In a new session, or at the
      top of a script, there is none.
      """,
      bad: .prompt("| take 3"),
      mended: .prompt("documents | count by kind\n\n| take 3")),
    .init(
      "repeated-name", "two columns have the same name",
      """
      A name is one column. Nothing is renamed behind your back, so one of the two needs a name of its own.
      """,
      bad: "documents | select title, title = file",
      mended: "documents | select title, path = file"),
    .init(
      "unknown-column", "there is no column of this name at this point",
      """
      After `select`, `summarize` and `drop` only some columns are left, and the columns of a join's right side live under
      its name. The message lists what there is; a column of the document itself is reached by a path,
      `document.published`.
      """,
      bad: "money | where amout > £1m",
      mended: "money | where amount > £1m"),
    .init(
      "unknown-function", "there is no function of this name",
      """
      `help functions` and `help aggregates` list all functions with what they take. Names that other languages use are
      answered with ours.
      """,
      bad: "documents | select title, n = len(title)",
      mended: "documents | select title, n = length(title)"),
    .init(
      "unknown-member", "the value has no such part",
      """
      A dot leads from a row to its columns, and from an amount or a date to its parts, such as `amount.currency` or
      `published.low`. The message lists the parts of this one.
      """,
      bad: "money | select amount.currncy",
      mended: "money | select amount.currency"),
    .init(
      "unknown-name", "nothing is called that",
      """
      Outside of a pipeline a name is that of a table, or of something that `let` has named. Columns are known only behind
      the table that has them.
      """,
      bad: "let total = documents.sum(words)\ntotle / 2",
      mended: "let total = documents.sum(words)\ntotal / 2"),
    .init(
      "unknown-parameter", "the parameter is not declared",
      """
      `$since` is the value of a parameter, and `param` says that there is one and of which type. The declaration stands
      before the first use.
      """,
      bad: "documents | where published >= $since",
      mended: "param since: date = @2024-01-01\ndocuments | where published >= $since"),
    .init(
      "unknown-table", "there is no table of this name",
      """
      A pipeline starts with a table: one of the document tables, a data file that `load … as` has named, or a `let`.
      `help tables` lists them.
      """,
      bad: "documnets | take 3",
      mended: "documents | take 3"),
    .init(
      "unknown-word", "this column never holds that word",
      """
      Some columns hold one of a few words, and a comparison with another word would never be true. Such a mistake would
      give an empty answer without a hint, so it is found before the query runs.
      """,
      bad: "documents | where kind == \"spech\"",
      mended: "documents | where kind == \"speech\""),
    .init(
      "unnamed-result", "a computed column needs a name",
      """
      A column, a path and a call name themselves by their last word. Everything else is named by you, so that the next
      step can use it.
      """,
      bad: "documents | select title, words / 2",
      mended: "documents | select title, half = words / 2"),
  ]
}
