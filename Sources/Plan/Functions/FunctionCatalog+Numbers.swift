import IbidTypes

extension FunctionCatalog {
  /// Functions of numbers; most take money and quantities too.
  static let numbers: [FunctionEntry] = [
    scalar(
      .abs, in: .numbers, [x], .argument(0), "Without the sign.", ("abs(-3)", "3"),
      ("abs(-£3m..£2m)", "£0–£3m")),
    scalar(
      .round, in: .numbers, [x, P("places", .number0, optional: true)], .argument(0),
      "Rounded half to even, to places after the point.", ("round(2.345, 2)", "2.34"),
      ("round(GBP 10.555, 2)", "£10.56"), ("round(2.5)", "2.0")),
    scalar(
      .floor, in: .numbers, [P("x", .number)], .type(.int), mayBeMissing: true, "The whole number at or below.",
      ("floor(2.7)", "2"), ("floor(-2.1)", "-3")),
    scalar(
      .ceiling, in: .numbers, [P("x", .number)], .type(.int), mayBeMissing: true, "The whole number at or above.",
      ("ceiling(2.1)", "3"), ("ceiling(-2.7)", "-2")),
    scalar(
      .sqrt, in: .numbers, [P("x", .number)], .type(.float), mayBeMissing: true, "The square root; none below zero.",
      ("sqrt(9)", "3.0"), ("sqrt(-1)", "–")),
    scalar(
      .power, in: .numbers, [P("x", .number), P("y", .number)], .type(.float), mayBeMissing: true, "x to the power y.",
      ("power(2, 10)", "1024.0"), ("power(0, -1)", "–")),
    scalar(
      .mod, in: .numbers, [P("a", .int), P("b", .int)], .type(.int), mayBeMissing: true,
      "The remainder of a / b, with the sign of b; none for b = 0.", ("mod(7, 3)", "1"), ("mod(-7, 3)", "2"),
      ("mod(7, 0)", "–")),
  ]
}
