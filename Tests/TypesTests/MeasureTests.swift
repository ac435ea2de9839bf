import IbidTypes
import Testing

@Suite struct MeasureTests {
  /// Shapes by their words: `>5` more than, `>=5` at least, `<5` below, `<=5` up to, `~5` about, `3..5`, `(3..5)`, a change with `^`.
  private static func measure(_ shape: String, _ unit: String) -> Measure {
    var rest = shape[...]
    func take(_ mark: String) -> Bool {
      guard rest.hasPrefix(mark) else { return false }
      rest = rest.dropFirst(mark.count)
      return true
    }
    let isChange = take("^")
    let isHedged = take("~")
    func number(_ text: some StringProtocol) -> ExactNumber {
      let parts = text.split(separator: "/")
      let top = ExactNumber(digits: parts[0])!
      return parts.count == 1 ? top : top.divided(by: ExactNumber(digits: parts[1])!)!
    }
    var result: Measure
    if take(">=") {
      result = Measure(low: number(rest), high: nil, unit: unit)
    } else if take(">") {
      result = Measure(low: number(rest), high: nil, isLowOpen: true, unit: unit)
    } else if take("<=") {
      result = Measure(low: nil, high: number(rest), unit: unit)
    } else if take("<") {
      result = Measure(low: nil, high: number(rest), isHighOpen: true, unit: unit)
    } else {
      let isLowOpen = take("(")
      let isHighOpen = rest.hasSuffix(")")
      if isHighOpen { rest = rest.dropLast() }
      let ends = rest.split(separator: "…").map(number)
      result = Measure(low: ends[0], high: ends.last!, isLowOpen: isLowOpen, isHighOpen: isHighOpen, unit: unit)
    }
    result.isHedged = isHedged
    result.isChange = isChange
    return result
  }

  private static let cases: [(shape: String, unit: String, kind: MeasureKind, printed: String)] = [
    // Money
    (">30000000", "GBP", .money, "more than £30m"), (">=30000000", "GBP", .money, "£30m or more"),
    ("30000000", "GBP", .money, "£30m"),
    ("1600000000", "USD", .money, "$1.6bn"), ("<=6000000000", "EUR", .money, "up to €6bn"),
    ("<5", "GBP", .money, "less than £5"),
    ("12500", "GBP", .money, "£12,500"), ("17.5", "GBP", .money, "£17.50"), ("17.55", "GBP", .money, "£17.55"),
    ("1234567", "GBP", .money, "£1,234,567"),
    ("1234000", "GBP", .money, "£1.234m"), ("2000000000000", "GBP", .money, "£2tn"),
    ("-3000000", "GBP", .money, "-£3m"), ("0", "GBP", .money, "£0"),
    ("~200000", "EUR", .money, "about €200,000"), ("5000000…7000000", "GBP", .money, "£5m–£7m"),
    ("100", "CHF", .money, "CHF 100"), ("100", "JPY", .money, "¥100"),
    ("1/3", "GBP", .money, "≈£0.333333"), ("-1000000/3", "GBP", .money, "≈-£333,333.33"),
    ("2/3", "CHF", .money, "CHF ≈0.666667"), ("100", "INR", .money, "₹100"), ("5", "", .money, "5"),
    ("^-3000000", "GBP", .money, "down £3m"),
    // Quantities
    (">24000", "people", .quantity, "more than 24,000 people"), ("17…40", "people", .quantity, "17–40 people"),
    (">=13", "people", .quantity, "13 people or more"),
    ("~23", "percent", .quantity, "about 23%"), ("^<-30", "percent", .quantity, "down more than 30%"),
    ("^<=-30", "percent", .quantity, "down 30% or more"),
    ("^36", "percent", .quantity, "up 36%"), ("^>5", "percent", .quantity, "up more than 5%"),
    ("^-36", "percent", .quantity, "down 36%"),
    ("^~-36", "percent", .quantity, "down about 36%"), ("^-40…-17", "percent", .quantity, "down 17–40%"),
    ("^-5…5", "percent", .quantity, "-5–5%"),
    ("<5", "percent", .quantity, "less than 5%"), ("12.5", "percent", .quantity, "12.5%"),
    ("1/3", "fraction", .quantity, "a third"), ("~1/2", "fraction", .quantity, "about a half"),
    ("2/3", "fraction", .quantity, "two thirds"), ("3/4", "fraction", .quantity, "three quarters"),
    ("2/7", "fraction", .quantity, "2/7"), ("123/457", "fraction", .quantity, "≈0.269147"),
    ("53344/12573", "mile", .quantity, "≈4.24274 miles"), ("37/12", "day", .duration, "≈3.08333 days"),
    (">1/3", "mile", .quantity, "more than ≈0.333333 miles"), ("1/3…2/3", "km", .quantity, "≈0.333333–≈0.666667 km"),
    ("1/3…2/3", "EUR", .money, "≈€0.333333–≈€0.666667"), ("~1/3", "mile", .quantity, "about 0.333333 miles"),
    ("^-100/3", "percent", .quantity, "down ≈33.3333%"), ("2999999/3", "km", .quantity, "≈999,999.67 km"),
    ("9999999/10000003", "km", .quantity, "≈1 km"),
    ("1", "mile", .quantity, "1 mile"), ("2", "mile", .quantity, "2 miles"), ("5", "km", .quantity, "5 km"),
    ("1", "foot", .quantity, "1 foot"), ("6", "foot", .quantity, "6 feet"),
    ("5", "percentage point", .quantity, "5 percentage points"),
    ("1", "percentage point", .quantity, "1 percentage point"), ("3.25", "", .quantity, "3.25"),
    ("-7", "", .quantity, "-7"), ("(17…40)", "people", .quantity, "17–40 people (ends excluded)"),
    ("(17…40", "people", .quantity, "17–40 people (low end excluded)"),
    ("17…40)", "people", .quantity, "17–40 people (high end excluded)"),
    ("~17…40", "people", .quantity, "about 17–40 people"), ("~>=5", "boats", .quantity, "about 5 boats or more"),
    // Durations
    ("3", "day", .duration, "3 days"), ("1", "week", .duration, "1 week"),
    ("<2", "year", .duration, "less than 2 years"), ("~6", "month", .duration, "about 6 months"),
  ]

  @Test func measuresPrintAsPeopleWriteThem() {
    for (shape, unit, kind, printed) in Self.cases {
      #expect(Self.measure(shape, unit).description(as: kind) == printed, "\(shape) \(unit)")
    }
  }

  @Test func aMeasureWithoutEndsPrintsItsWords() {
    #expect(
      Measure(low: nil, high: nil, unit: "USD", text: "millions of dollars").description(as: .money)
        == "millions of dollars")
    #expect(Measure(low: nil, high: nil, unit: "USD").description(as: .money) == "unbounded")
  }

  @Test func identityIsWhatWasStated() {
    let above = Self.measure(">5", "GBP")
    #expect(
      above.isSame(as: Self.measure(">5", "GBP")) && !above.isSame(as: Self.measure(">=5", "GBP"))
        && !above.isSame(as: Self.measure(">5", "EUR")))
    #expect(
      !Self.measure("~5", "GBP").isSame(as: Self.measure("5", "GBP"))
        && Self.measure("^5", "percent").isSame(as: Self.measure("5", "percent")))
    #expect(!Self.measure("1", "km").isSame(as: Self.measure("1000", "metre")))
  }

  @Test func anEndThatIsNotThereIsNotOpen() {
    let value = Measure(low: nil, high: nil, isLowOpen: true, isHighOpen: true, unit: "")
    #expect(!value.isLowOpen && !value.isHighOpen && value.point == nil && !value.isExact)
  }

  // MARK: Units

  @Test(arguments: [
    ("mile", "km", "1.609344"), ("km", "mile", nil), ("percent", "fraction", "0.01"), ("fraction", "percent", "100"),
    ("week", "day", "7"), ("year", "month", "12"),
    ("km", "metre", "1000"), ("mile", "foot", "5280"), ("pound", "ounce", "16"), ("tonne", "kg", "1000"),
    ("hectare", "square metre", "10000"),
    ("square mile", "acre", "640"), ("gallon", "litre", "4.54609"), ("nautical mile", "metre", "1852"),
    ("yard", "inch", "36"), ("century", "year", "100"),
  ])
  func factorsAreExact(_ from: String, _ to: String, _ factor: String?) {
    if let factor { #expect(Unit.factor(from: from, to: to)?.plainDescription == factor) }
    #expect(Unit.factor(from: from, to: to).flatMap { Unit.factor(from: to, to: from)?.multiplied(by: $0) } == .one)
  }

  @Test func unitsOfOtherKindsDoNotCompare() {
    for (a, b) in [
      ("km", "kg"), ("people", "boats"), ("percent", "percentage point"), ("day", "month"), ("people", "km"),
      ("litre", "square metre"),
    ] {
      #expect(!Unit.areComparable(a, b) && Unit.factor(from: a, to: b) == nil)
    }
    #expect(Unit.areComparable("people", "people") && Unit.factor(from: "people", to: "people") == .one)
  }

  @Test func wordsNameUnits() {
    for (word, name) in [
      ("miles", "mile"), ("%", "percent"), ("Kilometres", "km"), ("per cent", "percent"), ("lbs", "pound"),
      ("boats", "boats"), ("feet", "foot"),
    ] {
      #expect(Unit.canonical(word) == name)
    }
    #expect(Unit.isTime("days") && Unit.isTime("year") && !Unit.isTime("people"))
  }
}
