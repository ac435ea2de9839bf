extension DiagnosticCatalogue {
  static let tablesAndValues: [DiagnosticEntry] = [
    .init(
      "bad-regex", "the regular expression cannot be read",
      """
      Patterns are RE2's: no look-around and no back-references, so that every search ends in time proportional to the
      text. Signs that are meant as such have a backslash before them.
      """,
      bad: "documents | where title matches /(border/",
      mended: "documents | where title matches /\\(border/"),
    .init(
      "index-outside-path", "square brackets do not pick elements",
      """
      In a path back, `quotes[speaker]`, they say which reference leads to this row. Elements of a list are taken with
      `first` and `last`.
      """,
      bad: "entities | select name, alias = aliases[1]",
      mended: "entities | select name, alias = first(aliases)"),
    .init(
      "join-as-value", "the name of a join is not a value",
      """
      It stands for all columns of the right side. A value is one of them, behind a dot. Where the right side's rows are those
      of a table of the documents, the name alone refers to such a row; rows that a step has made cannot be referred to.
      """,
      bad:
        "let sizes = quotes | count by document\ndocuments | join s = sizes on id == s.document.id | select title, s",
      mended:
        "let sizes = quotes | count by document\ndocuments | join s = sizes on id == s.document.id | select title, s.count"
    ),
    .init(
      "no-search-words", "there is no word to search for",
      """
      `search` compares words: runs of letters and digits, whatever their case and accents. Punctuation and signs are not
      among them; `contains` finds those.
      """,
      bad: "money | search \"£\"",
      mended: "money | where text contains \"£\""),
    .init(
      "not-a-table", "steps need a table",
      """
      Behind a `|` the rows of a table go on to the next step. A single value has no rows; functions are called with it.
      """,
      bad: "2 | take 1",
      mended: "documents | take 1"),
    .init(
      "not-last", "this step ends a statement",
      """
      `save` and `plot` take the rows out of the query, as they are at that point. No step follows them (only `save` follows
      a `plot`, to write the drawing), and neither a `let` nor a pipeline in brackets ends with them.
      """,
      bad: "documents | save \"documents.csv\" | take 3",
      mended: "explain documents | take 3 | save \"documents.csv\""),
    .init(
      "nothing-left", "this leaves no column",
      """
      A table has at least one column. For the number of rows alone there is `count`.
      """,
      bad: "documents | select title | drop title",
      mended: "documents | count"),
    .init(
      "nothing-to-search", "there is no text to search in",
      """
      `search` looks into all text columns. Where a table has none, words may stand a reference away: `derive` brings
      them here. Closed sets of words such as `kind` are compared with `==`.
      """,
      bad: "quotes | select document, form | search \"border\"",
      mended: "quotes | derive title = document.title | select title, form | search \"border\""),
    .init(
      "plot-column-count", "this plot needs more columns, or fewer",
      """
      Bars need a label and a number, lines a place and a number; either takes further numbers. A histogram counts the
      values of one column.
      """,
      bad: "documents | plot bars words",
      mended: "documents | plot bars title, words"),
    .init(
      "plot-column-type", "this column cannot be drawn so",
      """
      What is drawn has a length: a number, an amount of one currency, a quantity of one unit; in a histogram also a date.
      Lines run over dates, periods or numbers. Of other columns a number can be made, such as how often each value occurs.
      """,
      bad: "documents | plot bars title, kind",
      mended: "documents | count by kind | plot bars kind, count"),
    .init(
      "plot-series-differ", "two columns of a plot do not share an axis",
      """
      All columns of a plot are drawn on one scale, so they are plain numbers, amounts of one currency or quantities whose
      units compare.
      """,
      bad: "documents | derive share = words * 1% | plot bars title, words, share",
      mended: "documents | derive share = words * 1% | plot bars title, share"),
    .init(
      "record-outside-place", "a record is not a value",
      """
      `{ n: 3 }` stands only in the examples of rules, where it says what a rule must find. Columns are made with
      `select` and `derive`.
      """,
      bad: "documents | select both = { t: title, w: words }",
      mended: "documents | select t = title, w = words"),
    .init(
      "regex-outside-place", "this function takes no regular expression",
      """
      A pattern is the right side of `matches`, or an argument of a function that searches, such as `extract`. Others take
      texts.
      """,
      bad: "documents | select title, n = length(/border/)",
      mended: "documents | select title, n = length(extract(title, /border/))"),
    .init(
      "save-ending", "the ending says what `save` writes",
      """
      Rows are written as `.csv`, `.tsv`, `.json`, `.jsonl`, `.md` or `.html`, a network as `.graphml` or `.dot`, the drawing
      of a `plot` as `.svg`.
      """,
      bad: "documents | save \"documents.xlsx\"",
      mended: "explain documents | save \"documents.csv\""),
    .init(
      "table-as-scalar", "this pipeline is a table, and one value is needed",
      """
      In brackets a pipeline can stand for a value, if it always has one row and one column. An aggregate of a whole table
      has that: `documents.max(words)`.
      """,
      bad: "documents | where words == (documents | select words)",
      mended: "documents | where words == documents.max(words)"),
    .init(
      "table-as-value", "this is a table, and one value is needed",
      """
      The name of a table stands for all its rows. A value comes from an aggregate over them, `quotes.count()`, which in a
      step of documents counts the quotes of each document.
      """,
      bad: "documents | select title, quotes",
      mended: "documents | select title, n = quotes.count()"),
    .init(
      "table-chain", "a table goes through steps",
      """
      Elsewhere rows and columns are chosen by calls behind a dot, or in square brackets. Here a table goes through steps,
      each behind a `|`; what can stand behind the dot of a table are aggregates, such as `documents.count()`.
      """,
      bad: "documents.head(10)",
      mended: "documents | take 10"),
    .init(
      "too-many-steps", "a pipeline has too many steps",
      """
      The steps of the views that a pipeline uses are counted in. A pipeline that long is more likely a mistake of a
      program that wrote it than a question; `keep` names a result on the way.
      """,
      bad: .init("documents" + String(repeating: " | take 5", count: 300)),
      mended: "documents | take 5"),
    .init(
      "unknown-plot", "there is no such plot",
      """
      There are bars, lines and histograms. Shares of a whole are bars too; which one is longer is seen at once.
      """,
      bad: "documents | count by kind | plot pie kind, count",
      mended: "documents | count by kind | plot bars kind, count"),
  ]
}
