import IbidTypes

extension FunctionCatalog {
  /// Functions of many rows, or of the elements of a list.
  static let aggregates: [FunctionEntry] = [
    aggregate(
      .count, [P("x", .any, .optional)], .type(.int), mayBeMissing: false,
      "Rows; with an argument, rows that have it.", ("[1, 2, 2].count()", "3"), ("[1, none].count()", "1")),
    aggregate(
      .sum, [x], .argument(0), mayBeMissing: false, "The sum of what is there; bounds and hedges are carried.",
      ("[1, 2, 2].sum()", "5"), ("[£5m, above(£2m)].sum()", "more than £7m")),
    aggregate(
      .avg, [x], .mean(0), "The mean, end by end.", ("[1, 2, 3].avg()", "2.0"),
      ("[£1m, £2m, about(£3m)].avg()", "about £2m")),
    aggregate(
      .min, [P("x", .ordered)], .argument(0), "The least, end by end.", ("[3, 1, 2].min()", "1"),
      ("[£5m, above(£2m)].min()", "£2m–£5m (low end excluded)")),
    aggregate(
      .max, [P("x", .ordered)], .argument(0), "The greatest, end by end.", ("[3, 1, 2].max()", "3"),
      ("[£5m, above(£2m)].max()", "£5m or more")),
    aggregate(
      .median, [x], .mean(0), "The middle, end by end; of an even number the mean of the two.",
      ("[1, 2, 9].median()", "2.0"), ("[£1m, £2m].median()", "£1.5m")),
    aggregate(
      .quantile, [x, P("share", .share)], .mean(0),
      "The value that such a share lies below, end by end; between two values by linear interpolation.",
      ("[371, 377].quantile(0.9)", "376.4"), ("[£1m, £2m, above(£4m)].quantile(0.75)", "more than £3m"),
      ("[1].quantile(0)", "1.0")),
    aggregate(
      .mode, [P("x", .any)], .argument(0), "The most frequent value, by identity; the first of equally frequent ones.",
      ("[2, 1, 1].mode()", "1"), (#"["b", "a", none, none].mode()"#, "b")),
    aggregate(
      .product, [P("x", .number)], .argument(0), mayBeMissing: false, "The product of what is there; 1 of nothing.",
      ("[2, 3, 4].product()", "24"), ("[2.5, none].product()", "2.5")),
    aggregate(
      .stddev, [P("x", .number)], .type(.float), "Standard deviation of a sample; none for fewer than two.",
      ("[1, 3].stddev()", "1.4142135623730951"), ("[1].stddev()", "–")),
    aggregate(
      .variance, [P("x", .number)], .type(.float), "Variance of a sample; none for fewer than two.",
      ("[1, 3].variance()", "2.0"), ("[1].variance()", "–")),
    aggregate(
      .corr, [P("x", .number), P("y", .number)], .type(.float),
      "Pearson's correlation over rows that have both; none for fewer than two, or if one does not vary.",
      ("round(documents.corr(words, words), 6)", "1.0"), ("documents.corr(words, 1)", "–")),
    aggregate(
      .covariance, [P("x", .number), P("y", .number)], .type(.float),
      "Covariance of a sample over rows that have both; none for fewer than two.",
      ("documents.covariance(words, 1)", "0.0"), ("(documents | take 1).covariance(words, words)", "–")),
    aggregate(
      .countDistinct, [P("x", .any)], .type(.int), mayBeMissing: false, "Different values, by identity.",
      ("[1, 2, 2].count_distinct()", "2"), ("[£5m, about(£5m), none].count_distinct()", "2")),
    aggregate(
      .list, [P("x", .any)], .listOf(0), mayBeMissing: false, "All values, in order.", ("[2, 1, 2].list()", "2, 1, 2"),
      ("[2, none].list()", "2")),
    aggregate(
      .set, [P("x", .any)], .listOf(0), mayBeMissing: false, "The different values, in order of first appearance.",
      ("[2, 1, 2].set()", "2, 1"), ("[£5m, about(£5m)].set()", "£5m, about £5m")),
    aggregate(
      .first, [P("x", .any)], .argument(0), "The first that is there.",
      ("documents.first(title)", "Seven held over forged residence cards sold to Albanian travellers"),
      ("(documents | where words < 0).first(title)", "–")),
    aggregate(
      .last, [P("x", .any)], .argument(0), "The last that is there.",
      ("documents.last(title)", "Eleven Charged in Scheme to Move Smuggling Fees Through Travel Agencies"),
      ("(documents | where words < 0).last(title)", "–")),
    aggregate(
      .minBy, [P("x", .any), P("key", .ordered)], .argument(0), "x where key is least.",
      ("documents.min_by(title, words)", "Seven held over forged residence cards"),
      ("(documents | where words < 0).min_by(title, words)", "–")),
    aggregate(
      .maxBy, [P("x", .any), P("key", .ordered)], .argument(0), "x where key is greatest.",
      ("documents.max_by(title, words)", "Rome and London open joint office to trace smugglers' cash"),
      ("(documents | where words < 0).max_by(title, words)", "–")),
    aggregate(
      .any, [P("c", .bool)], .type(.bool), "Whether the condition holds for some row (Kleene's or).",
      ("[true, false].any()", "true"), ("[true, none].any()", "true")),
    aggregate(
      .all, [P("c", .bool)], .type(.bool), "Whether the condition holds for every row (Kleene's and).",
      ("[true, false].all()", "false"), ("[true, none].all()", "–")),
    aggregate(
      .one, [P("x", .any)], .argument(0), "The value that all rows share; none if they differ.", ("[2, 2].one()", "2"),
      ("[2, 3].one()", "–")),
  ]
}
