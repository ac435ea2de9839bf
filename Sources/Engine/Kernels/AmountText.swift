import IbidColumns
import IbidTypes

/// Amounts of one unit as bytes, as `Measure.description` writes them: where the numbers are decimals of 64 bits.
struct AmountText {
  private typealias Flags = MeasureColumn.Flags

  private enum Words {
    static let about = Array("about ".utf8)
    static let moreThan = Array("more than ".utf8)
    static let orMore = Array(" or more".utf8)
    static let lessThan = Array("less than ".utf8)
    static let upTo = Array("up to ".utf8)
    static let dash = Array("–".utf8)
    static let endsExcluded = Array(" (ends excluded)".utf8)
    static let lowExcluded = Array(" (low end excluded)".utf8)
    static let highExcluded = Array(" (high end excluded)".utf8)
    static let letters = [("tn", 12), ("bn", 9), ("m", 6)].map { (letters: Array($0.0.utf8), exponent: $0.1) }
  }

  private let low: [Int64]
  private let high: [Int64]
  private let flags: [UInt8]
  private let isMoney: Bool
  /// What a numerator is multiplied by to count `places` decimals.
  private let factor: Int64
  private let places: Int
  /// What stands before a number, and behind one and others.
  private let before: [UInt8]
  /// Whether a sign stands before that: `-£5`, but `CHF -5`.
  private let isSignFirst: Bool
  private let (behindOne, behind): ([UInt8], [UInt8])
  /// Whether different amounts have different texts.
  let areDifferent: Bool

  /// A number with sign, commas, point and letters.
  private static let longestNumber = 32
  private static let longestWords = 64

  /// How many bytes a text has at most.
  var most: Int { 2 * (Self.longestNumber + before.count + behind.count + behindOne.count) + Self.longestWords }

  /// nil where another must write them.
  init?(_ column: MeasureColumn) {
    guard column.unitCodes.isEmpty, case .narrow(let low) = column.low, case .narrow(let high) = column.high,
      let share = ExactNumber(1, over: column.denominator), let places = share.decimalPlaces, places <= 18,
      case let factor = Int128(UInt64.powerOfTen(places)) / column.denominator
    else { return nil }
    let unit = column.units[0]
    isMoney = column.kind == .money
    if !isMoney, unit == "fraction" { return nil }
    (self.low, self.high, flags) = (low, high, column.flags)
    (self.factor, self.places) = (Int64(factor), places)
    func bytes(_ text: String) -> [UInt8] { Array(TextNormalization.nfc(text).utf8) }
    if isMoney {
      let symbol = Currency.symbol(for: unit)
      before = bytes(symbol ?? (unit.isEmpty ? "" : unit + " "))
      isSignFirst = symbol != nil
      (behindOne, behind) = ([], [])
    } else {
      (before, isSignFirst) = ([], true)
      switch unit {
      case "": (behindOne, behind) = ([], [])
      case "percent": (behindOne, behind) = (bytes("%"), bytes("%"))
      default:
        behindOne = bytes(" " + Unit.spelled(unit, singular: true))
        behind = bytes(" " + Unit.spelled(unit, singular: false))
      }
    }
    areDifferent = column.flags.allSatisfy { flags in
      (flags & Flags.lowOpen == 0 || flags & Flags.hasLow != 0)
        && (flags & Flags.highOpen == 0 || flags & Flags.hasHigh != 0)
    }
  }

  /// Writes a row; the place behind it. nil for changes, for words without a number and for greater numbers.
  @inline(__always)
  func put(_ row: Int, _ output: Apart<UInt8>, at place: Int) -> Int? {
    if flags.isEmpty || flags[row] & ~Flags.hedged == Flags.point && low[row] == high[row] {
      var place = place
      if !flags.isEmpty, flags[row] & Flags.hedged != 0 { place = output.put(Words.about.span, at: place) }
      return put(number: low[row], output, at: place)
    }
    return put(interval: row, output, at: place)
  }

  private func put(interval row: Int, _ output: Apart<UInt8>, at place: Int) -> Int? {
    let flags = flags[row]
    if flags & Flags.change != 0 { return nil }
    var place = place
    if flags & Flags.hedged != 0 { place = output.put(Words.about.span, at: place) }
    let (isLowOpen, isHighOpen) = (flags & Flags.lowOpen != 0, flags & Flags.highOpen != 0)
    switch flags & Flags.point {
    case Flags.hasLow:
      if isLowOpen { place = output.put(Words.moreThan.span, at: place) }
      guard let end = put(number: low[row], output, at: place) else { return nil }
      return isLowOpen ? end : output.put(Words.orMore.span, at: end)
    case Flags.hasHigh:
      let words = isHighOpen ? Words.lessThan : Words.upTo
      return put(number: high[row], output, at: output.put(words.span, at: place))
    case Flags.point:
      guard let dash = put(number: low[row], isAlone: isMoney, output, at: place),
        let end = put(number: high[row], output, at: output.put(Words.dash.span, at: dash))
      else { return nil }
      if isLowOpen, isHighOpen { return output.put(Words.endsExcluded.span, at: end) }
      if isLowOpen { return output.put(Words.lowExcluded.span, at: end) }
      return isHighOpen ? output.put(Words.highExcluded.span, at: end) : end
    default: return nil
    }
  }

  /// A number with its unit, or without.
  @inline(__always)
  private func put(number: Int64, isAlone: Bool = true, _ output: Apart<UInt8>, at place: Int) -> Int? {
    let (decimal, overflow) = number.multipliedReportingOverflow(by: factor)
    if overflow { return nil }
    var (digits, places) = (decimal.magnitude, places)
    while places > 0, digits % 10 == 0 {
      digits /= 10
      places &-= 1
    }
    var place = place
    if !isSignFirst { place = output.put(before.span, at: place) }
    if number < 0 { place = output.put(UInt8(ascii: "-"), at: place) }
    if isMoney {
      if isSignFirst { place = output.put(before.span, at: place) }
      return put(money: digits, places, output, at: place)
    }
    place = put(digits, places, output, at: place)
    if !isAlone { return place }
    let isOne = digits == 1 && places == 0 && number > 0
    return isOne ? output.put(behindOne.span, at: place) : output.put(behind.span, at: place)
  }

  /// `30m`, `1.6bn`, `12,500`, `17.50`: see `Measure`.
  @inline(__always)
  private func put(money digits: UInt64, _ places: Int, _ output: Apart<UInt8>, at place: Int) -> Int {
    if digits >= 1_000_000, let end = put(abbreviated: digits, places, output, at: place) { return end }
    let end = put(digits, places, output, at: place)
    return places == 1 ? output.put(UInt8(ascii: "0"), at: end) : end
  }

  private func put(abbreviated digits: UInt64, _ places: Int, _ output: Apart<UInt8>, at place: Int) -> Int? {
    for (letters, exponent) in Words.letters {
      var (digits, places) = (digits, places + exponent)
      if places > 19 || digits < UInt64.powerOfTen(places) { continue }
      while places > 0, digits % 10 == 0 {
        digits /= 10
        places -= 1
      }
      if places <= 3 { return output.put(letters.span, at: put(digits, places, output, at: place)) }
    }
    return nil
  }

  /// Digits with so many of them behind the point.
  @inline(__always)
  private func put(_ digits: UInt64, _ places: Int, _ output: Apart<UInt8>, at place: Int) -> Int {
    if places == 0 { return output.put(grouped: digits, at: place) }
    let (whole, fraction) = digits.quotientAndRemainder(dividingBy: .powerOfTen(places))
    let point = output.put(UInt8(ascii: "."), at: output.put(grouped: whole, at: place))
    return output.put(digits: fraction, width: places, at: point)
  }
}
