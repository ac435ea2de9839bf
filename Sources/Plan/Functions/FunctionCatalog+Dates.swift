import IbidTypes

extension FunctionCatalog {
  /// Functions of dates and periods: `month(d)` is a period, `month_of_year(d)` a number.
  static let dates: [FunctionEntry] = [
    scalar(
      .decade, in: .dates, [d], .type(.period), mayBeMissing: true,
      "The decade it lies in; none if it lies in several.",
      ("decade(@2024-03-05)", "2020s"), ("decade(@2019..@2020)", "–")),
    scalar(
      .year, in: .dates, [d], .type(.period), mayBeMissing: true,
      "The year it lies in; none if it lies in several, of which `year(d.low)` is the first.",
      ("year(@2024-03-05)", "2024"), ("year(@2023-12..@2024-01)", "–")),
    scalar(
      .half, in: .dates, [d], .type(.period), mayBeMissing: true,
      "The half year it lies in; none if it lies in several.",
      ("half(@2024-03-05)", "2024-H1"), ("half(@2024)", "–")),
    scalar(
      .quarter, in: .dates, [d], .type(.period), mayBeMissing: true,
      "The quarter it lies in; none if it lies in several.", ("quarter(@2024-03-05)", "2024-Q1"),
      ("quarter(@2024)", "–")),
    scalar(
      .month, in: .dates, [d], .type(.period), mayBeMissing: true, "The month it lies in; none if it lies in several.",
      ("month(@2024-03-05)", "2024-03"), ("month(since(@2024-03-05))", "–")),
    scalar(
      .week, in: .dates, [d], .type(.period), mayBeMissing: true,
      "The week from Monday to Sunday that it lies in (ISO 8601); none if it lies in several.",
      ("week(@2024-03-05)", "2024-W10"), ("week(@2024-03)", "–")),
    scalar(
      .day, in: .dates, [d], .type(.date), mayBeMissing: true, "The day it lies in; none if it lies in several.",
      ("day(@2024-03-05T07:30)", "2024-03-05"), ("day(@2024-03)", "–")),
    scalar(
      .yearNumber, in: .dates, [d], .type(.int), mayBeMissing: true, "The year as a number.",
      ("year_number(@2024-03)", "2024"), ("year_number(until(@2024))", "–")),
    scalar(
      .quarterOfYear, in: .dates, [d], .type(.int), mayBeMissing: true, "1 for January to March, to 4.",
      ("quarter_of_year(@2024-05-31)", "2"), ("quarter_of_year(@2024)", "–")),
    scalar(
      .monthOfYear, in: .dates, [d], .type(.int), mayBeMissing: true, "1 for January to 12.",
      ("month_of_year(@2024-03-05)", "3"), ("month_of_year(@2024)", "–")),
    scalar(
      .weekOfYear, in: .dates, [d], .type(.int), mayBeMissing: true,
      "The number of its week, 1 for the week with the year's first Thursday (ISO 8601).",
      ("week_of_year(@2024-03-05)", "10"), ("week_of_year(@2021-01-01)", "53")),
    scalar(
      .dayOfYear, in: .dates, [d], .type(.int), mayBeMissing: true, "1 for 1 January to 366.",
      ("day_of_year(@2024-12-31)", "366"), ("day_of_year(@2024-12)", "–")),
    scalar(
      .dayOfMonth, in: .dates, [d], .type(.int), mayBeMissing: true, "1 to 31.", ("day_of_month(@2024-03-05)", "5"),
      ("day_of_month(@2024-03)", "–")),
    scalar(
      .dayOfWeek, in: .dates, [d], .type(.int), mayBeMissing: true, "1 for Monday to 7 (ISO 8601).",
      ("day_of_week(@2024-03-05)", "2"), ("day_of_week(@2024-03)", "–")),
    scalar(
      .hourOfDay, in: .dates, [d], .type(.int), mayBeMissing: true, "0 to 23; none if it lies in several hours.",
      ("hour_of_day(@2024-03-05T07:30)", "7"), ("hour_of_day(@2024-03-05)", "–")),
    scalar(
      .since, in: .dates, [d], .type(.period), mayBeMissing: true, "From its start on, without an end.",
      ("since(@2021-07-01)", "since 2021-07-01"), ("@2024 in since(@2021)", "true")),
    scalar(
      .until, in: .dates, [d], .type(.period), mayBeMissing: true, "Up to its end, without a start.",
      ("until(@2028)", "until 2028"), ("@2029 in until(@2028)", "false")),
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
    scalar(
      .monthsBetween, in: .dates, [P("a", .date), P("b", .date)], .type(.int), mayBeMissing: true,
      "Whole months from a to b; none unless both are days.", ("months_between(@2024-01-15, @2024-03-14)", "1"),
      ("months_between(@2024-01-31, @2024-02-29)", "1"), ("months_between(@2024-03-14, @2024-01-15)", "-1")),
    scalar(
      .yearsBetween, in: .dates, [P("a", .date), P("b", .date)], .type(.int), mayBeMissing: true,
      "Whole years from a to b, as an age; none unless both are days.",
      ("years_between(@1990-06-15, @2024-06-14)", "33"), ("years_between(@2024-02-29, @2025-02-28)", "1")),
    scalar(
      .lengthInDays, in: .dates, [d], .type(.int), mayBeMissing: true,
      "How many days it takes in, the first and the last counted; none for an open end.",
      ("length_in_days(@2024-02)", "29"), ("length_in_days(@2024-03-05)", "1"), ("length_in_days(since(@2024))", "–")),
    scalar(
      .date, in: .dates, [P("year", .int), P("month", .int), P("day", .int)], .type(.date), mayBeMissing: true,
      "The day of these numbers; none if there is no such day.", ("date(2024, 3, 5)", "2024-03-05"),
      ("date(2023, 2, 29)", "–")),
  ]
}
