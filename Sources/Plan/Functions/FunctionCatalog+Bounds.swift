import IbidTypes

extension FunctionCatalog {
  /// Functions that make and ask for bounds, hedges and units.
  static let bounds: [FunctionEntry] = [
    scalar(
      .above, in: .bounds, [x], .special, "More than x.", ("above(GBP 30 million)", "more than £30m"),
      ("above(GBP 30 million .. GBP 40 million)", "more than £30m")),
    scalar(
      .atLeast, in: .bounds, [x], .special, "x or more.", ("at_least(13 people)", "13 people or more"),
      ("at_least(13 people) >= 13 people", "true")),
    scalar(
      .below, in: .bounds, [x], .special, "Less than x.", ("below(5%)", "less than 5%"), ("5% in below(5%)", "false")),
    scalar(
      .upTo, in: .bounds, [x], .special, "x or less.", ("up_to(EUR 6 billion)", "up to €6bn"),
      ("5% in up_to(5%)", "true")),
    scalar(
      .about, in: .bounds, [x], .special, "x, not meant exactly.", ("about(23%)", "about 23%"),
      ("about(23%) == 23%", "–")),
    scalar(
      .same, in: .bounds, [P("a", .any), P("b", .any)], .type(.bool),
      "Whether both were stated alike: same bounds, hedge and unit. Never unknown.",
      ("same(above(£5m), above(£5m))", "true"), ("above(£5m) == above(£5m)", "–")),
    scalar(
      .possibly, in: .bounds, [P("c", .bool)], .type(.bool), "True unless the condition is certainly false.",
      ("possibly(above(£5m) > £6m)", "true"), ("possibly(above(£5m) > £4m)", "true")),
    scalar(
      .certainly, in: .bounds, [P("c", .bool)], .type(.bool), "True only if the condition is certainly true.",
      ("certainly(above(£5m) > £6m)", "false"), ("certainly(above(£5m) > £4m)", "true")),
    scalar(
      .asUnit, in: .bounds, [P("x", .numeric), P("unit", .word)], .special,
      "The same number counted in another unit: a relabelling of counts.",
      (#"as_unit(13 arrests, "people")"#, "13 people"), (#"as_unit(13, "people")"#, "13 people")),
    scalar(
      .convert, in: .bounds, [P("x", .measure), P("rate", .number, optional: true), P("unit", .word)], .special,
      "In another unit of its kind; money with the rate you give.", (#"convert(5 miles, "km")"#, "8.04672 km"),
      (#"convert(EUR 6 billion, 0.78, "GBP")"#, "£4.68bn")),
  ]
}
