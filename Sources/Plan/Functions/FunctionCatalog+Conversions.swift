import IbidTypes

extension FunctionCatalog {
  private static let number = P("x", .number)

  /// Functions that read a value as one of another type.
  static let conversions: [FunctionEntry] = [
    scalar(
      .int, in: .conversions, [P("x", .any)], .type(.int), mayBeMissing: true,
      "A whole number from a number or text; none if it is none.", (#"int("1,042")"#, "1042"), ("int(2.5)", "–")),
    scalar(
      .float, in: .conversions, [P("x", .any)], .type(.float), mayBeMissing: true,
      "A float from a number, text, money or quantity (their point).", (#"float("1,042.5")"#, "1042.5"),
      (#"float("nan")"#, "–"), ("float(17 people .. 40 people)", "–")),
    scalar(
      .text, in: .conversions, [P("x", .any)], .type(.text), "The value as it is printed.",
      ("text(above(£5m))", "more than £5m"), ("text(@2024-Q1)", "2024-Q1")),
    scalar(
      .date, in: .conversions, [t], .type(.date), mayBeMissing: true,
      "A date from text, ISO or written; none if it cannot be read, or is in doubt as 05/03/2024 is.",
      (#"date("Tuesday, 5 March 2024")"#, "2024-03-05"), (#"date("2024-03")"#, "2024-03"),
      (#"date("05/03/2024")"#, "–")),
    scalar(
      .period, in: .conversions, [t], .type(.period), mayBeMissing: true,
      "A period from text, ISO or written; none if it cannot be read.", (#"period("March 2024")"#, "2024-03"),
      (#"period("since 2015")"#, "since 2015"), (#"period("recently")"#, "–")),
    scalar(
      .money, in: .conversions, [number, P("currency", .word)], .special("money"), mayBeMissing: true,
      "Money from a number; a float is taken as its shortest decimal.", (#"money(4.5, "GBP")"#, "£4.50"),
      (#"money(-3, "EUR")"#, "-€3")),
    scalar(
      .quantity, in: .conversions, [number, P("unit", .unit)], .special("quantity"), mayBeMissing: true,
      "A quantity from a number; a float is taken as its shortest decimal.",
      (#"quantity(1200, "people")"#, "1,200 people"),
      (#"quantity(0.5, "percent")"#, "0.5%")),
    scalar(
      .duration, in: .conversions, [number, P("unit", .timeUnit)], .special("duration"), mayBeMissing: true,
      "A duration from a number and a unit of time.", (#"duration(3, "days")"#, "3 days"),
      (#"@2024-01-31 + duration(1, "month")"#, "2024-02-29")),
  ]
}
