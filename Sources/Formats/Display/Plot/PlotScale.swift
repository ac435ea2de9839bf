import Glibc
import IbidTypes

/// A stretch of an axis with its marks.
struct PlotScale: Sendable {
  struct Tick: Sendable {
    var value: Double
    var label: String
  }

  let low: Double
  let high: Double
  let ticks: [Tick]

  /// 0 at the low end, 1 at the high one.
  func position(_ value: Double) -> Double {
    high > low ? min(max((value - low) / (high - low), 0), 1) : 0.5
  }

  /// Covers all values with about `count` marks.
  ///
  /// Numbers: the step is 1, 2 or 5 times a power of ten, and the ends are marks (the loose labels of P. Heckbert, Nice
  /// Numbers for Graph Labels, Graphics Gems, 1990; gnuplot and d3 choose the same steps). Time: the finest of some
  /// stretches of the calendar that gives no more marks than that; the ends are those of the data.
  init(covering values: [Double], along axis: PlotAxis, count: Int) {
    let (least, most) = (values.min() ?? 0, values.max() ?? 1)
    self =
      axis == .time
      ? Self.time(from: least, to: most, count: count)
      : Self.numbers(
        from: least, to: most, along: axis, count: count,
        isWhole: axis == .number && values.allSatisfy { $0 == $0.rounded() })
  }

  private init(low: Double, high: Double, ticks: [Tick]) {
    self.low = low
    self.high = high
    self.ticks = ticks
  }

  /// `isWhole`: between whole numbers there are no marks.
  private static func numbers(
    from least: Double, to most: Double, along axis: PlotAxis, count: Int, isWhole: Bool
  ) -> PlotScale {
    let wanted = NumberRange.width(from: least, to: most) / Double(max(count - 1, 1))
    let step = NiceNumber.nearest(to: isWhole ? max(wanted, 1) : wanted)
    let first = (least / step.value).rounded(.down)
    let last = max((most / step.value).rounded(.up), first + 1)
    let marks = stride(from: first, through: last, by: 1).map { step.times($0) }
    return PlotScale(
      low: step.times(first), high: step.times(last), ticks: marks.map { Tick(value: $0, label: axis.label($0)) })
  }

  private static func time(from least: Double, to most: Double, count: Int) -> PlotScale {
    let steps = CalendarStep.allCases.lazy.map { $0.ticks(from: least, to: most) }
    let ticks = steps.first { $0.count <= max(count, 2) } ?? []
    let ends = Set([least, most]).sorted().map { Tick(value: $0, label: CalendarStep.days(1).label($0)) }
    return PlotScale(
      low: least < most ? least : least - 43_200, high: least < most ? most : most + 43_200,
      ticks: ticks.isEmpty ? ends : ticks)
  }
}

enum NumberRange {
  /// What a scale must cover: not nothing, and not so little beside the numbers that they could not be told apart.
  static func width(from least: Double, to most: Double) -> Double {
    let magnitude = max(abs(least), abs(most))
    return most > least ? max(most - least, magnitude * 1e-9) : max(magnitude, 1)
  }
}

/// 1, 2 or 5 times a power of ten.
struct NiceNumber {
  let digit: Double
  let exponent: Int

  var value: Double { times(1) }

  /// A multiple, with as few digits as it has: a division rounds once where a product with 0.1 would round twice.
  func times(_ multiple: Double) -> Double {
    exponent < 0 ? multiple * digit / pow(10, Double(-exponent)) : multiple * digit * pow(10, Double(exponent))
  }

  /// The one that is nearest by ratio.
  static func nearest(to value: Double) -> NiceNumber { make(value, limits: [(1.5, 1), (3, 2), (7, 5)]) }

  /// The least that is not smaller.
  static func above(_ value: Double) -> NiceNumber {
    make(value, limits: [(1 + 1e-9, 1), (2 + 1e-9, 2), (5 + 1e-9, 5)])
  }

  private static func make(_ value: Double, limits: [(below: Double, digit: Double)]) -> NiceNumber {
    guard value > 0, value.isFinite else { return NiceNumber(digit: 1, exponent: 0) }
    let exponent = Int(log10(value).rounded(.down))
    let fraction = value / pow(10, Double(exponent))
    let digit = limits.first { fraction < $0.below }?.digit
    return digit.map { NiceNumber(digit: $0, exponent: exponent) } ?? NiceNumber(digit: 1, exponent: exponent + 1)
  }
}

extension PlotAxis {
  /// A mark as people write such a value: `£10m`, `36%`, `24000`.
  func label(_ value: Double) -> String {
    switch self {
    case .number: return ExactNumber(shortestDecimalOf: value)?.plainDescription ?? "\(value)"
    case .measure(let unit, let kind):
      guard let number = ExactNumber(shortestDecimalOf: value) else { return "\(value)" }
      return Measure(number, unit: unit).description(as: kind)
    case .time: return CalendarStep.days(1).label(value)
    }
  }

  /// A stretch between two marks: `£0–£10m`, `0–50,000 people`.
  func label(from low: Double, to high: Double) -> String {
    if case .measure(let unit, let kind) = self, let a = ExactNumber(shortestDecimalOf: low),
      let b = ExactNumber(shortestDecimalOf: high)
    {
      return Measure(low: a, high: b, unit: unit).description(as: kind)
    }
    return label(low) + "–" + label(high)
  }
}
