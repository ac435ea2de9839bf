extension DiagnosticCatalogue {
  static let otherLanguages: [DiagnosticEntry] = [
    .init(
      "case-when", "a choice is written with `if`",
      """
      SQL's CASE is `if … then … else …` here. Further cases follow the `else` as another `if`.
      """,
      bad: "documents | derive size = case when words > 300 then \"long\" else \"short\" end",
      mended: "documents | derive size = if words > 300 then \"long\" else \"short\""),
    .init(
      "count-distinct", "different values are counted with `count_distinct`",
      """
      `distinct` is a step and cannot stand in a call. The function of that purpose counts values that are the same in
      all they say, bounds and hedges included.
      """,
      bad: "documents | summarize n = count(distinct issuer)",
      mended: "documents | summarize n = count_distinct(issuer)"),
    .init(
      "foreign-comment", "comments start with `#`",
      """
      `--` and `//` start comments elsewhere; here they would be operators. A comment runs from `#` to the end of its
      line.
      """,
      bad: "// how many there are\ndocuments.count()",
      mended: "# how many there are\ndocuments.count()"),
    .init(
      "foreign-quotes", "texts stand in straight double quotes",
      """
      Single quotes and the curved ones of word processors do not hold texts. There is one way to write a text, so that
      quotations inside of it need no thought.
      """,
      bad: "documents | where title has 'border'",
      mended: "documents | where title has \"border\""),
    .init(
      "foreign-statement", "statements start with other words here",
      """
      A query starts with the name of its table, a definition with `let`, `param` or `fn`. Tables never change, so there
      is nothing to insert, update or delete.
      """,
      bad: "from documents | take 3",
      mended: "documents | take 3"),
    .init(
      "foreign-step", "the step has another name here",
      """
      SQL, KQL, PRQL, pandas, dplyr and Polars have steps that do the same under other names. They are not accepted as
      synonyms, so that all scripts read alike, but each message names ours.
      """,
      bad: "money | filter amount > £1m",
      mended: "money | where amount > £1m"),
    .init(
      "foreign-word", "the word or sign has another name here",
      """
      Operators are words: `and`, `or`, `not`, in small letters. Texts are searched with `has` for whole words, `contains`
      for any part and `matches` for regular expressions; a missing value is `none`.
      """,
      bad: "documents | where words > 100 && words < 200",
      mended: "documents | where words > 100 and words < 200"),
    .init(
      "plain-language", "this is a sentence, not a query",
      """
      A query is exact, so that it can be checked, repeated and cited: a table, then its steps. `search` finds words in
      texts, best matches first; `help tables` lists what there is to ask.
      """,
      bad: "who signed the agreement with Albania",
      mended: "sentences | search \"signed agreement albania\""),
    .init(
      "remainder", "`%` is percent, not the remainder",
      """
      36% is a quantity. The remainder of a division is a function, `mod(a, b)`.
      """,
      bad: "documents | where words % 2 == 0",
      mended: "documents | where mod(words, 2) == 0"),
    .init(
      "single-equals", "`=` gives a name; `==` compares",
      """
      Behind `where` a comparison is meant, and that is written with two signs. One sign gives a name to a column, a value
      or a pipeline.
      """,
      bad: "documents | where kind = \"speech\"",
      mended: "documents | where kind == \"speech\""),
    .init(
      "sql-statement", "this is SQL; here a query starts with its table",
      """
      The steps of a query stand in the order in which they happen: the table first, then `where`, `summarize … by`,
      `sort`, `take`, and `select` where it is needed. A condition on groups is a `where` behind the `summarize`.
      """,
      bad: "SELECT title FROM documents WHERE words > 300 ORDER BY words",
      mended: "documents | where words > 300 | sort words | select title"),
    .init(
      "star", "there is no `*` for everything",
      """
      All columns are kept unless `select` names some, and `count()` counts rows without an argument. Where some columns
      are too many, `drop` leaves them out.
      """,
      bad: "documents | summarize n = count(*)",
      mended: "documents | summarize n = count()"),
    .init(
      "ternary", "a choice is written in words",
      """
      `a ? b : c` is `if a then b else c`. For a value that may be missing there is `x ?? other`.
      """,
      bad: "documents | derive size = words > 300 ? \"long\" : \"short\"",
      mended: "documents | derive size = if words > 300 then \"long\" else \"short\""),
    .init(
      "tuple-list", "a list stands in square brackets",
      """
      Round brackets only say what belongs together. A list of values, as `in` takes it, stands in square ones.
      """,
      bad: "documents | where kind in (\"speech\", \"news\")",
      mended: "documents | where kind in [\"speech\", \"news\"]"),
    .init(
      "unary-plus", "numbers have no `+` sign",
      """
      A number without a sign is positive.
      """,
      bad: "documents | where words > +300",
      mended: "documents | where words > 300"),
  ]
}
