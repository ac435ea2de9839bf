import IbidColumns
import IbidPlan
import IbidTypes
import Testing

@testable import IbidEngine

/// `round` and `bucket` of floats go by what a float looks like, as a shortest decimal: near the ends of a bucket and the middle between
/// two results, too.
@Suite struct RoundingTests {
  private static let numbers: [Double] = {
    var random = Random(seed: 17)
    var numbers: [Double] = [
      0, -0.0, 0.5, -0.5, 1.5, 2.5, 2.345, 1.005, -1.005, 1e15, 1e22, 4503599627370497.5, 1e-300,
    ]
    for _ in 0..<4_000 {
      let places = random.below(6)
      let power = (0..<places).reduce(1.0) { power, _ in power * 10 }
      let number = Double(random.below(2_000_000) - 1_000_000) / power
      // Decimals, what lies beside them, and floats of no short decimal.
      numbers += [number, number.nextUp, number.nextDown, number / 3, number + 0.5, number * 0.05]
    }
    return numbers
  }()

  private func values(_ function: ScalarFunction, _ argument: Constant, _ type: ValueType) throws -> [Value] {
    let table = Evaluation([.float], Self.numbers.map { [.float($0)] }, hasJunk: false)
    return try table.values(
      call(function, [column(0, .float), constant(argument, type)], ValueType(.float, optional: true)))
  }

  @Test(arguments: [0, 1, 2, 3, 7]) func rounds(_ places: Int) throws {
    let found = try values(.round, .int(Int64(places)), .int)
    for (number, value) in zip(Self.numbers, found) {
      let exact = ExactNumber(shortestDecimalOf: number).flatMap { $0.rounded(toPlaces: places)?.double }
      let expected = exact ?? (number.magnitude < 1 ? 0 : number)
      #expect(value == .float(expected), "round(\(number), \(places))")
    }
  }

  @Test(arguments: [10.0, 1, 0.1, 0.25, 7, 0.003, 1e6]) func buckets(_ width: Double) throws {
    let found = try values(.bucket, .float(width), .float)
    let size = try #require(ExactNumber(shortestDecimalOf: width))
    for (number, value) in zip(Self.numbers, found) {
      guard let exact = ExactNumber(shortestDecimalOf: number), number.magnitude < 1e12,
        let quotient = exact.divided(by: size)
      else { continue }
      // The whole number at or below the quotient, times the width.
      let whole = ExactNumber(whole: quotient.numerator / quotient.denominator)
      let floor = whole > quotient ? whole.subtracting(ExactNumber(1)) : whole
      let expected = floor.flatMap { $0.multiplied(by: size)?.double }
      #expect(value == expected.map { .float($0) } ?? .none, "bucket(\(number), \(width))")
    }
  }

  @Test(arguments: [ScalarFunction.floor, .ceiling, .truncate]) func wholeNumbers(_ function: ScalarFunction) throws {
    let numbers = Self.numbers + [0x1p52, -0x1p52 - 1, 0x1p62, 0x1p63, -0x1p63, -0.5, 4503599627370495.5]
    let table = Evaluation([.float], numbers.map { [.float($0)] }, hasJunk: false)
    let found = try table.values(call(function, [column(0, .float)], .int.optional))
    let rule: FloatingPointRoundingRule =
      switch function {
      case .floor: .down
      case .ceiling: .up
      default: .towardZero
      }
    for (number, value) in zip(numbers, found) {
      #expect(value == Int64(exactly: number.rounded(rule)).map { .int($0) } ?? .none, "\(function) of \(number)")
    }
  }

  private static let pounds = ValueType(.money("GBP"))

  /// Open ends, tried out: what lies a little inside of one rounds to the end that is found, and that end is one of them.
  @Test(arguments: [false, true]) func openEnds(isWide: Bool) throws {
    var random = Random(seed: 23)
    let little = try #require(ExactNumber(1, over: 1_000_000_000))
    let far = ExactNumber(isWide ? 1_000_000_000_000_000_000 : 0)
    func number() throws -> ExactNumber {
      let small = try #require(
        ExactNumber(Int128(random.below(4_000) - 2_000), over: [1, 10, 100, 1_000][random.below(4)]))
      return try #require(small.adding(far))
    }
    var amounts: [Measure] = []
    while amounts.count < 3_000 {
      let (one, other) = (try number(), try number())
      guard one != other else { continue }
      let (low, high) = (min(one, other), max(one, other))
      let part = random.below(3)
      amounts.append(
        Measure(
          low: part == 1 ? nil : low, high: part == 2 ? nil : high, isLowOpen: part != 1 && random.below(2) == 0,
          isHighOpen: part != 2 && random.below(2) == 0, unit: "GBP"))
    }
    for places in 0...2 {
      let table = Evaluation([Self.pounds], amounts.map { [.measure($0, .money)] })
      let found = try table.values(
        call(.round, [column(0, Self.pounds), constant(.int(Int64(places)), .int)], Self.pounds))
      for (amount, value) in zip(amounts, found) {
        func end(_ number: ExactNumber?, _ isOpen: Bool, _ step: ExactNumber) -> ExactNumber? {
          number.flatMap { isOpen ? $0.adding(step) : $0 }?.rounded(toPlaces: places)
        }
        let expected = Measure(
          low: end(amount.low, amount.isLowOpen, little), high: end(amount.high, amount.isHighOpen, little.negated),
          unit: "GBP")
        #expect(value == .measure(expected, .money), "round(\(amount), \(places))")
      }
    }
  }
}
