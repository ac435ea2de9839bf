import IbidColumns
import IbidPlan
import IbidTypes

/// Functions of lists, and from one type to another.
extension Oracle {
  static func list(_ function: ScalarFunction, _ elements: [Value], _ values: [Value]) throws -> Value {
    switch function {
    case .first: return elements.first ?? .none
    case .last: return elements.last ?? .none
    case .element:
      let n = int(values[1])
      let index = n < 0 ? elements.count + n : n - 1
      return elements.indices.contains(index) ? elements[index] : .none
    case .slice:
      let count = values.count > 2 ? int(values[2]) : nil
      return .list(places(from: int(values[1]), count: count, of: elements.count).map { elements[$0] })
    case .reversed: return .list(elements.reversed())
    case .sorted:
      var sorted: [Value] = []
      for element in elements {
        sorted.insert(element, at: sorted.firstIndex { order(element, $0) < 0 } ?? sorted.count)
      }
      return .list(sorted)
    case .distinct:
      var kept: [Value] = []
      for element in elements where !kept.contains(where: { areSame($0, element) }) { kept.append(element) }
      return .list(kept)
    case .flatten:
      var all: [Value] = []
      for element in elements { if case .list(let inner) = element { all += inner } }
      return .list(all)
    case .indexOf: return elements.firstIndex { areEqual($0, values[1]) }.map { .int(Int64($0 + 1)) } ?? .none
    default: throw NotCovered(what: "the function \(function.rawValue) of lists")
    }
  }

  /// As `areSame`, and a whole number is the float of the same value.
  private static func areEqual(_ a: Value, _ b: Value) -> Bool {
    switch (a, b) {
    case (.int, .float), (.float, .int): double(a) == double(b)
    default: areSame(a, b)
    }
  }

  // MARK: Conversions

  /// Texts of the random tables that are numbers, dates or periods; else only what `text` prints is.
  static let writtenNumbers: [String: Double] = [
    "42": 42, "1,042": 1042, "-3.5": -3.5, " 7 ": 7, "2e3": 2000, "5.": 5, "+1_000": 1000,
  ]
  static let writtenMoments: [String: String] = [
    "2024-03-05": "2024-03-05", "5 March 2024": "2024-03-05", "Tuesday, March 5th, 2024": "2024-03-05",
    "5th of Mar. 2024": "2024-03-05", "25/03/2024": "2024-03-25", "3/25/2024": "2024-03-25", "5.3.2024": "2024-03-05",
    "2024-03-05 07:30": "2024-03-05T07:30", "March 2024": "2024-03", "Q1 2024": "2024-Q1", "2024": "2024",
  ]
  static let writtenStretches: [String: Moment] = [
    "since 2015": Moment(low: Moment(year: 2015)?.low, high: nil, grain: .year),
    "until March 2024": Moment(low: nil, high: Moment(year: 2024, month: 3)?.high, grain: .month),
    "2024-01..2024-03": Moment(
      low: Moment(year: 2024, month: 1)?.low, high: Moment(year: 2024, month: 3)?.high, grain: .month),
  ]

  /// Digits, a point and an exponent, as `text` prints numbers.
  private static func number(written text: String) -> Double? {
    if let known = writtenNumbers[text] { return known }
    return text.allSatisfy { $0.isASCII && ($0.isNumber || "+-.e".contains($0)) } ? Double(text) : nil
  }

  /// One day, month, year and so on, as `text` prints it.
  private static func unit(written text: String) -> Moment? { Moment(literal: writtenMoments[text] ?? text) }

  /// Also from one unit to another, or without an end, as `text` prints it.
  private static func stretch(written text: String) -> Moment? {
    if let known = writtenStretches[text] ?? unit(written: text) { return known }
    func end(_ part: Substring) -> Moment? { Moment(literal: String(part)) }
    if text.hasPrefix("since "), let start = end(text.dropFirst(6)) {
      return Moment(low: start.low, high: nil, grain: start.grain)
    }
    if text.hasPrefix("until "), let last = end(text.dropFirst(6)) {
      return Moment(low: nil, high: last.high, grain: last.grain)
    }
    let ends = text.split(separator: "..", omittingEmptySubsequences: false)
    guard ends.count == 2, let start = end(ends[0]), let last = end(ends[1]) else { return nil }
    return Moment(low: start.low, high: last.high, grain: start.grain)
  }

  static func conversion(_ function: ScalarFunction, _ values: [Value], _ type: DataType) -> Value {
    switch (function, values[0]) {
    case (.int, .int), (.float, .float): return values[0]
    case (.int, .text(let text)):
      return number(written: text).flatMap { Int64(exactly: $0) }.map { .int($0) } ?? .none
    case (.float, .text(let text)): return number(written: text).map { .float($0) } ?? .none
    case (.int, let value):
      guard case .float(let number) = point(value), let whole = Int64(exactly: number) else { return .none }
      return .int(whole)
    case (.float, let value): return point(value)
    case (.date, .text(let text)): return unit(written: text).map { .moment($0) } ?? .none
    case (.period, .text(let text)): return stretch(written: text).map { .moment($0) } ?? .none
    case (_, let value):
      guard let number = ExactNumber(shortestDecimalOf: double(value)) else { return .none }
      switch type {
      case .money: return .measure(Measure(number, unit: string(values[1])), .money)
      case .duration: return .measure(Measure(number, unit: Unit.canonical(string(values[1]))), .duration)
      default: return .measure(Measure(number, unit: Unit.canonical(string(values[1]))), .quantity)
      }
    }
  }

  /// The one number that a value states.
  private static func point(_ value: Value) -> Value {
    switch value {
    case .int(let number): return .float(Double(number))
    case .float: return value
    case .measure(let measure, _):
      let ends = Set([measure.low, measure.high].compactMap { $0 })
      return ends.count == 1 ? .float(ends.first!.double) : .none
    default: return .none
    }
  }
}
