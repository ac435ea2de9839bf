import IbidTypes

extension FunctionCatalog {
  /// Functions of dates and periods: `month(d)` is a period, `month_of_year(d)` a number.
  static let dates: [FunctionEntry] = [
    scalar(
      .year, in: .dates, [d], .type(.period), mayBeMissing: true, "The year it lies in; none if it lies in several.",
      ("year(@2024-03-05)", "2024"), ("year(@2023-12..@2024-01)", "–")),
    scalar(
      .quarter, in: .dates, [d], .type(.period), mayBeMissing: true,
      "The quarter it lies in; none if it lies in several.", ("quarter(@2024-03-05)", "2024-Q1"),
      ("quarter(@2024)", "–")),
    scalar(
      .month, in: .dates, [d], .type(.period), mayBeMissing: true, "The month it lies in; none if it lies in several.",
      ("month(@2024-03-05)", "2024-03"), ("month(since(@2024-03-05))", "–")),
    scalar(
      .day, in: .dates, [d], .type(.date), mayBeMissing: true, "The day it lies in; none if it lies in several.",
      ("day(@2024-03-05T07:30)", "2024-03-05"), ("day(@2024-03)", "–")),
    scalar(
      .yearNumber, in: .dates, [d], .type(.int), mayBeMissing: true, "The year as a number.",
      ("year_number(@2024-03)", "2024"), ("year_number(until(@2024))", "–")),
    scalar(
      .monthOfYear, in: .dates, [d], .type(.int), mayBeMissing: true, "1 for January to 12.",
      ("month_of_year(@2024-03-05)", "3"), ("month_of_year(@2024)", "–")),
    scalar(
      .dayOfWeek, in: .dates, [d], .type(.int), mayBeMissing: true, "1 for Monday to 7 (ISO 8601).",
      ("day_of_week(@2024-03-05)", "2"), ("day_of_week(@2024-03)", "–")),
    scalar(
      .since, in: .dates, [d], .type(.period), "From its start on, without an end.",
      ("since(@2021-07-01)", "since 2021-07-01"), ("@2024 in since(@2021)", "true")),
    scalar(
      .until, in: .dates, [d], .type(.period), "Up to its end, without a start.", ("until(@2028)", "until 2028"),
      ("@2029 in until(@2028)", "false")),
    scalar(
      .start, in: .dates, [d], .type(.date), mayBeMissing: true, "Its first day; none if it has none.",
      ("start(@2024-03)", "2024-03-01"), ("start(until(@2024))", "–")),
    scalar(
      .end, in: .dates, [d], .type(.date), mayBeMissing: true, "Its last day; none if it has none.",
      ("end(@2024-02)", "2024-02-29"), ("end(since(@2024))", "–")),
    scalar(
      .daysBetween, in: .dates, [P("a", .date), P("b", .date)], .type(.int), mayBeMissing: true,
      "Days from a to b; none unless both are days.", ("days_between(@2024-02-28, @2024-03-01)", "2"),
      ("days_between(@2024-03-01, @2024-02-28)", "-2")),
  ]
}
