extension DiagnosticCatalogue {
  static let groupsAndJoins: [DiagnosticEntry] = [
    .init(
      "aggregate-in-row", "an aggregate works on many rows, and this step has one at a time",
      """
      `sum`, `count` and the like stand in `summarize`, behind a table, `money.count()`, or over a list. To compare a row
      with the whole table, take the aggregate of the table by its name.
      """,
      bad: "documents | where words > avg(words)",
      mended: "documents | where words > documents.avg(words)"),
    .init(
      "ambiguous-reference", "more than one reference leads to this row",
      """
      A path back counts the rows that refer to this one. Where they do so in several columns, square brackets say which
      is meant.
      """,
      bad: "sentences | derive n = sentences.count()",
      mended: "sentences | derive n = sentences[before].count()"),
    .init(
      "asof-needs-order", "an as-of join needs an inequality between its two sides",
      """
      An as-of join gives each row the closest row of the other table: the last one up to a date, or the first one from
      then on. The inequality says of which columns, and in which direction.
      """,
      bad: """
        load "Tests/Golden/data/visits.csv" as visits
        documents | asof join v = visits on "UK" == v.country
        """,
      mended: """
        load "Tests/Golden/data/visits.csv" as visits
        documents | asof join v = visits on "UK" == v.country, published >= v.day
        """),
    .init(
      "cannot-be-key", "rows cannot be paired by this",
      """
      Rows are paired whose keys are certainly equal. Lists and sources have no equality; a key is a value of any other
      type, also a row of another table.
      """,
      bad: "entities | conflicts of kind by aliases",
      mended: "entities | conflicts of kind by name"),
    .init(
      "cannot-conflict", "two values of this type cannot contradict each other",
      """
      Numbers, amounts, quantities, dates, periods, words and texts can differ, so that two rows cannot both hold. Rows of
      other tables are compared by one of their columns, lists element by element after `unnest`.
      """,
      bad: "quotes | conflicts of speaker by speaker_text",
      mended: "quotes | conflicts of speaker.name by speaker_text"),
    .init(
      "join-column-missing", "both sides of the join must have this column",
      """
      `on country` is short for `on country == r.country`. Where the two are called differently, write the comparison.
      """,
      bad: "quotes | join d = documents on file",
      mended: "quotes | join d = documents on document.file == d.file"),
    .init(
      "join-needs-equality", "a join needs an equality between its two sides",
      """
      Without one every row would meet every other. Further conditions may follow behind a comma.
      """,
      bad: "money | join d = documents on amount > £1m",
      mended: "money | join d = documents on document.file == d.file, amount > £1m"),
    .init(
      "lost-row", "the row that the others refer to is gone",
      """
      A path back, such as `quotes` beside a row of `documents`, needs that row. Behind `summarize` and `count` a row
      stands for many; on the right of a join it has no path of its own. The whole table is meant only where that is said.
      """,
      bad: "documents | summarize n = count() by kind | derive said = quotes.count()",
      mended: "documents | derive said = quotes.count() | summarize n = count(), said = sum(said) by kind"),
    .init(
      "needs-aggregate", "many rows need an aggregate",
      """
      A path back from a row, such as `quotes` of a document, stands for any number of rows. An aggregate makes one value
      of them.
      """,
      bad: "documents | select title, n = quotes.lower()",
      mended: "documents | select title, n = quotes.count()"),
    .init(
      "no-path-back", "the rows of this table do not refer to this row",
      """
      In a row, the name of a table or of a `let` means its rows that refer to this one, by a column that is a reference.
      Where no column is, the number of all its rows would look like an answer. If the whole table is meant, a pipeline in
      brackets says so. In rows of its own, a table's name is the whole table: `documents.avg(words)` beside `documents`.
      """,
      bad: "figures | select value, sums = money.count()",
      mended: "figures | select value, sums = document.money.count()"),
    .init(
      "not-a-reference", "this column does not lead there",
      """
      In a path back, square brackets name the column that refers to this row. The message lists those that do.
      """,
      bad: "entities | select name, n = mentions[document].count()",
      mended: "entities | select name, n = mentions[entity].count()"),
    .init(
      "not-aggregated", "a group has one row, and this column has many values",
      """
      In `summarize` each result is one value of a group. Either the column is part of the group, behind `by`, or an
      aggregate makes one value of its values.
      """,
      bad: "documents | summarize title, n = count() by kind",
      mended: "documents | summarize first(title), n = count() by kind"),
    .init(
      "repeated-by-join", "a join has repeated these values",
      """
      A row that found several partners stands several times in the result, and a sum would count its values as often.
      Compute before the join, or use a path instead of it.
      """,
      bad: "documents | join m = money on file == m.document.file | summarize total = sum(words)",
      mended: "documents | where money.count() > 0 | summarize total = sum(words)"),
  ]
}
