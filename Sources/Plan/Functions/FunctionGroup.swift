/// A chapter of the reference of functions, in the order in which they are listed.
package enum FunctionGroup: String, Sendable, CaseIterable {
  case text = "Text"
  case numbers = "Numbers"
  case dates = "Dates and periods"
  case bounds = "Bounds, hedges and units"
  case lists = "Lists"
  case conversions = "From one type to another"
  case aggregates = "Of many rows"
  case windows = "Of other rows of the same table"

  /// What holds for all of them.
  package var introduction: String {
    switch self {
    case .text:
      """
      Positions and lengths count characters as people do, from 1; a negative position counts from the end. `has`, `fold`,
      `occurrences` of words and `similarity` ignore case, accents and the style of quotes and dashes; the others do not.
      Regular expressions are RE2's, written between slashes: `/[0-9]+/`, and with `i` behind if case does not matter.
      """
    case .numbers:
      """
      Money and quantities are exact; a float is taken as the decimal that it looks like. What is no number, such as the
      root of -1, is missing; what is too large is an error.
      """
    case .dates:
      """
      `month(d)` is a period, `month_of_year(d)` a number. A date that is known to the month only has no day and no week:
      what cannot be said for certain is missing.
      """
    case .bounds: "A bounded or hedged value goes through them as it stands: see [values](values.md)."
    case .lists:
      """
      Positions count from 1, negative ones from the end. Aggregates take lists too: `[1, 2].sum()`, `names.count()`. Whether
      a list has an element is asked with `in`.
      """
    case .conversions: "What cannot be read is missing, so that a whole column can be tried: `int(note) ?? 0`."
    case .aggregates:
      """
      In `summarize`, behind a table, behind the rows that refer to a row, or behind a list. Missing values are skipped, and
      a note says how many. `where` inside the call chooses rows, `sort` their order.
      """
    case .windows:
      """
      In steps that have one row at a time. `per` says which rows belong together, `sort` in which order. Aggregates with
      `per` or `sort` are windows as well: `sum(amount per issuer)`.
      """
    }
  }
}
