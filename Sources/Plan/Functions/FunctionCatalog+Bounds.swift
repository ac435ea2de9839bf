import IbidTypes

extension FunctionCatalog {
  private static let bounded = FunctionEntry.Result.special("like x, of a number quantity")

  /// Functions that make and ask for bounds, hedges and units.
  static let bounds: [FunctionEntry] = [
    scalar(
      .above, in: .bounds, [x], bounded, "More than x.", ("above(GBP 30 million)", "more than £30m"),
      ("above(GBP 30 million .. GBP 40 million)", "more than £30m")),
    scalar(
      .atLeast, in: .bounds, [x], bounded, "x or more.", ("at_least(13 people)", "13 people or more"),
      ("at_least(13 people) >= 13 people", "true")),
    scalar(
      .below, in: .bounds, [x], bounded, "Less than x.", ("below(5%)", "less than 5%"), ("5% in below(5%)", "false")),
    scalar(
      .upTo, in: .bounds, [x], bounded, "x or less.", ("up_to(EUR 6 billion)", "up to €6bn"),
      ("5% in up_to(5%)", "true")),
    scalar(
      .about, in: .bounds, [x], bounded, "x, not meant exactly.", ("about(23%)", "about 23%"),
      ("about(23%) == 23%", "–")),
    scalar(
      .exact, in: .bounds, [P("x", .measure)], .argument(0), mayBeMissing: true,
      "The stated number without bound and hedge; none of a range.", ("exact(about(23%))", "23%"),
      ("exact(above(£30m))", "£30m"), ("exact(17 people .. 40 people)", "–")),
    scalar(
      .same, in: .bounds, [P("a", .any), P("b", .any)], .special("bool"),
      "Whether both were stated alike: same bounds, hedge and unit. Never unknown.",
      ("same(above(£5m), above(£5m))", "true"), ("above(£5m) == above(£5m)", "–")),
    scalar(
      .possibly, in: .bounds, [P("c", .bool)], .type(.bool), "True unless the condition is certainly false.",
      ("possibly(above(£5m) > £6m)", "true"), ("possibly(above(£5m) > £4m)", "true")),
    scalar(
      .certainly, in: .bounds, [P("c", .bool)], .type(.bool), "True only if the condition is certainly true.",
      ("certainly(above(£5m) > £6m)", "false"), ("certainly(above(£5m) > £4m)", "true")),
    scalar(
      .asUnit, in: .bounds, [P("x", .counted), P("unit", .word)], .special("quantity"),
      "The same number counted in another unit: a relabelling of counts.",
      (#"as_unit(13 arrests, "people")"#, "13 people"), (#"as_unit(13, "people")"#, "13 people")),
    scalar(
      .convert, in: .bounds, [P("x", .quantity), P("unit", .word)], .special("quantity"), mayBeMissing: true,
      "In another unit of its kind.", (#"convert(5 miles, "km")"#, "8.04672 km"),
      (#"convert(above(25%), "fraction")"#, "more than a quarter")),
    scalar(
      .convert, in: .bounds, [P("x", .money), P("rate", .number), P("currency", .word)], .special("money"),
      mayBeMissing: true, "In another currency, by the rate that you give: Ibid has none of its own.",
      (#"convert(EUR 6 billion, 0.78, "GBP")"#, "£4.68bn"),
      (#"convert(up_to(EUR 6 billion), 0.78, "GBP")"#, "up to £4.68bn")),
  ]
}
