extension DiagnosticCatalogue {
  static let measures: [DiagnosticEntry] = [
    .init(
      "backwards-range", "a range goes from its lower end to its upper one",
      """
      Nothing lies between £10 million and £1 million, so no amount is in `£10m..£1m`. Only ranges whose ends are written out are
      looked at: one that is computed may have no values in it, and comparing with it gives none.
      """,
      bad: "money | where amount in £10m..£1m",
      mended: "money | where amount in £1m..£10m"),
    .init(
      "convert-needs-rate", "money is converted with a rate of yours",
      """
      A rate belongs to a day and a source, and Ibid has none of its own. It is given as a number, or comes from a table
      of rates that is joined.
      """,
      bad: "convert(£5m, \"EUR\")",
      mended: "convert(£5m, 1.17, \"EUR\")"),
    .init(
      "currency-mismatch", "two currencies do not mix",
      """
      Amounts of two currencies have no common measure without a rate. Compare like with like, or convert one of them with
      a rate of yours.
      """,
      bad: "money | where amount > £1m and amount < €5m",
      mended: "money | where amount > £1m and amount < £5m"),
    .init(
      "mixed-currencies", "the column may hold several currencies",
      """
      A sum or a largest value over several currencies would be a number without meaning. Choose one with `where`, make a
      row of each with `by`, or join a table of rates and convert.
      """,
      bad: "money | summarize total = sum(amount)",
      mended: "money | summarize total = sum(amount) by amount.currency"),
    .init(
      "mixed-units", "the column may hold several units",
      """
      Boats, people and miles cannot be added. Choose one unit with `where`, or make a row of each with `by`; units of one
      kind, such as miles and kilometres, are converted.
      """,
      bad: "figures | summarize total = sum(value)",
      mended: "figures | summarize total = sum(value) by value.unit"),
    .init(
      "range-needs-units", "both ends of a range need their unit",
      """
      In `10..£12m` the first end is a plain number. A range has two ends of one kind.
      """,
      bad: "money | where amount in 10..£12m",
      mended: "money | where amount in £10m..£12m"),
    .init(
      "unit-mismatch", "things of different units do not compare",
      """
      Units of one kind compare, such as miles and kilometres, or percent and fractions. Things of different names do not,
      until `as_unit` says that they count the same.
      """,
      bad: "24_000 people > 160 boats",
      mended: "24_000 people > 160 people"),
    .init(
      "unknown-currency", "this is no currency code",
      """
      Currencies are written as three capital letters of ISO 4217, such as GBP, EUR and USD. The common signs £, € and $
      stand for a code too.
      """,
      bad: "convert(£5m, 1.17, \"EURO\")",
      mended: "convert(£5m, 1.17, \"EUR\")"),
  ]
}
