import IbidTypes

extension FunctionCatalog {
  /// Functions that read a value as one of another type.
  static let conversions: [FunctionEntry] = [
    scalar(
      .int, in: .conversions, [P("x", .any)], .type(.int), mayBeMissing: true,
      "A whole number from a number or text; none if it is none.", (#"int("42")"#, "42"), ("int(2.5)", "–")),
    scalar(
      .float, in: .conversions, [P("x", .any)], .type(.float), mayBeMissing: true,
      "A float from a number, text, money or quantity (their point).", (#"float("2.5")"#, "2.5"),
      ("float(17 people .. 40 people)", "–")),
    scalar(
      .text, in: .conversions, [P("x", .any)], .type(.text), "The value as it is printed.",
      ("text(above(£5m))", "more than £5m"), ("text(@2024-Q1)", "2024-Q1")),
  ]
}
