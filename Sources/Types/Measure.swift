/// An amount of money or a quantity, as it was stated: bounds, hedge, unit and words.
///
/// "more than 24,000 people" is the values above 24,000 (`low` 24000, open), "at least" the same closed, "up to" has no
/// low end, "17 to 40" both, "about 200" is the point 200 with a hedge. A value without any end ("millions of dollars")
/// keeps its words. This is one value; columns of them are `MeasureColumn`.
package struct Measure: Hashable, Sendable {
  package var low: ExactNumber?
  package var high: ExactNumber?
  /// Whether the end itself is left out; false where there is no end.
  package var isLowOpen: Bool
  package var isHighOpen: Bool
  /// "about", "some", "nearly": the point is not meant exactly. No tolerance is invented.
  package var isHedged: Bool
  /// A rise or (negative) fall, printed `up 5%`, `down 5%`.
  package var isChange: Bool
  /// ISO 4217 code for money, unit word for quantities, empty for plain numbers.
  package var unit: String
  /// The value's own words: `24,000 people`.
  package var text: String?
  /// With the words that bound it: `more than 24,000 people`.
  package var worded: String?

  package init(
    low: ExactNumber?, high: ExactNumber?, isLowOpen: Bool = false, isHighOpen: Bool = false, isHedged: Bool = false,
    isChange: Bool = false, unit: String, text: String? = nil, worded: String? = nil
  ) {
    self.low = low
    self.high = high
    self.isLowOpen = low != nil && isLowOpen
    self.isHighOpen = high != nil && isHighOpen
    self.isHedged = isHedged
    self.isChange = isChange
    self.unit = unit
    self.text = text
    self.worded = worded
  }

  /// An exact value.
  package init(_ point: ExactNumber, unit: String, text: String? = nil) {
    self.init(low: point, high: point, unit: unit, text: text)
  }

  /// One closed point, whether or not it is hedged.
  package var point: ExactNumber? {
    if let low, let high, low == high, !isLowOpen, !isHighOpen { low } else { nil }
  }

  /// One value and no hedge.
  package var isExact: Bool { point != nil && !isHedged }

  /// The same bounds, hedge and unit, whatever the words: what group keys and `same` compare.
  package func isSame(as other: Measure) -> Bool {
    low == other.low && high == other.high && isLowOpen == other.isLowOpen && isHighOpen == other.isHighOpen
      && isHedged == other.isHedged && unit == other.unit
  }
}
