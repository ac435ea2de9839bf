import IbidTypes

extension FunctionCatalog {
  /// Functions of numbers; some take money and quantities too.
  static let numbers: [FunctionEntry] = [
    scalar(
      .abs, in: .numbers, [x], .argument(0), "Without the sign.", ("abs(-3)", "3"), ("abs(-£3m..£2m)", "£0–£3m")),
    scalar(
      .sign, in: .numbers, [P("x", .number)], .type(.int), "-1 below zero, 0 for zero, 1 above.", ("sign(-2.5)", "-1"),
      ("sign(0)", "0")),
    scalar(
      .round, in: .numbers, [x, P("places", .places, .optional)], .argument(0),
      "Rounded half to even, to places after the point; an end that was left out may be reached.",
      ("round(2.345, 2)", "2.34"), ("round(GBP 10.555, 2)", "£10.56"), ("round(above(£2.346), 2)", "£2.35 or more"),
      ("round(2.5)", "2.0")),
    scalar(
      .floor, in: .numbers, [P("x", .number)], .type(.int), mayBeMissing: true,
      "The whole number at or below; none past 64 bits.", ("floor(2.7)", "2"), ("floor(-2.1)", "-3")),
    scalar(
      .ceiling, in: .numbers, [P("x", .number)], .type(.int), mayBeMissing: true,
      "The whole number at or above; none past 64 bits.", ("ceiling(2.1)", "3"), ("ceiling(-2.7)", "-2")),
    scalar(
      .truncate, in: .numbers, [P("x", .number)], .type(.int), mayBeMissing: true,
      "The whole part, rounded towards zero; none past 64 bits.", ("truncate(2.7)", "2"), ("truncate(-2.7)", "-2"),
      ("truncate(power(10, 300))", "–")),
    scalar(
      .sqrt, in: .numbers, [P("x", .number)], .type(.float), mayBeMissing: true, "The square root; none below zero.",
      ("sqrt(9)", "3.0"), ("sqrt(-1)", "–")),
    scalar(
      .power, in: .numbers, [P("x", .number), P("y", .number)], .type(.float), mayBeMissing: true,
      "x to the power y; none where there is no such number.", ("power(2, 10)", "1024.0"), ("power(0, -1)", "–"),
      ("power(-8, 0.5)", "–")),
    scalar(
      .exp, in: .numbers, [P("x", .number)], .type(.float), mayBeMissing: true,
      "e to the power x; none past the range of floats.", ("exp(0)", "1.0"), ("exp(1000)", "–")),
    scalar(
      .ln, in: .numbers, [P("x", .number)], .type(.float), mayBeMissing: true,
      "The natural logarithm; none for zero and below.", ("ln(1)", "0.0"), ("ln(0)", "–")),
    scalar(
      .log10, in: .numbers, [P("x", .number)], .type(.float), mayBeMissing: true,
      "The logarithm to base 10; none for zero and below.", ("log10(1000)", "3.0"), ("log10(-1)", "–")),
    scalar(
      .mod, in: .numbers, [P("a", .int), P("b", .int)], .type(.int), mayBeMissing: true,
      "The remainder of a / b, with the sign of b; none for b = 0.", ("mod(7, 3)", "1"), ("mod(-7, 3)", "2"),
      ("mod(7, 0)", "–")),
    scalar(
      .least, in: .numbers, [P("a", .ordered), P("b", .ordered), P("more", .ordered, .repeated)], .common,
      mayBeMissing: true, "The least of two or more, end by end; none if one is missing.", ("least(3, 1, 2.5)", "1.0"),
      ("least(£5m, above(£2m))", "£2m–£5m (low end excluded)"), (#"least("b", "a")"#, "a")),
    scalar(
      .greatest, in: .numbers, [P("a", .ordered), P("b", .ordered), P("more", .ordered, .repeated)], .common,
      mayBeMissing: true, "The greatest of two or more, end by end; none if one is missing.",
      ("greatest(3, 1, 2)", "3"),
      ("greatest(£5m, above(£2m))", "£5m or more"), ("greatest(@2024-03-05, @2024-04-01)", "2024-04-01")),
    scalar(
      .clamp, in: .numbers, [P("x", .ordered), P("low", .ordered), P("high", .ordered)], .common, mayBeMissing: true,
      "x, but at least low and at most high: `greatest(low, least(x, high))`.", ("clamp(12, 0, 10)", "10"),
      ("clamp(-2.5, 0, 10)", "0.0")),
    scalar(
      .bucket, in: .numbers, [x, P("width", .numeric)], .common, mayBeMissing: true,
      "The multiple of width at or below x; none for a width of zero or less, and for bounds in several buckets.",
      ("bucket(17, 5)", "15"), ("bucket(-0.3, 0.1)", "-0.3"), ("bucket(£12.5m, £5m)", "£10m"),
      ("bucket(above(£12m), £5m)", "–")),
  ]
}
