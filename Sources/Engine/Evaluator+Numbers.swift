import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Functions of numbers. Null rule: a missing argument makes the result missing, and so does what has no value.

extension Evaluator {
  func number(_ function: ScalarFunction, _ at: (Int) -> Column, _ expression: PlanExpression)
    throws(EngineError) -> Column
  {
    func overflow() -> EngineError { .failed(.overflow("the result of `\(function.rawValue)`", at: expression.span)) }
    switch (function, at(0)) {
    case (.abs, .int(let column)):
      if column.holdsLeast { throw overflow() }
      // Wraps only in missing rows.
      return .int(FixedColumn(column.values.map { $0 < 0 ? 0 &- $0 : $0 }, validity: column.validity))
    case (.abs, .float(let column)):
      return .float(FixedColumn(column.values.map { Swift.abs($0) }, validity: column.validity))
    case (.abs, .measure(let column)):
      guard let result = try? MeasureArithmetic.absolute(column) else { throw overflow() }
      return .measure(result)
    case (.round, let column):
      var places = 0
      if case .constant(.int(let value))? = expressionArgument(expression, 1) { places = Int(value) }
      switch column {
      case .int: return column
      case .float(let floats):
        return .float(
          FixedColumn(
            [Double](morsels: floats.count, filler: 0) { rows, output in
              let values = floats.values
              let scale = (0...22).contains(places) ? Double(ExactNumber.powerOfTen(places) ?? 0) : 0
              for row in rows {
                output[row] = Self.plainlyRounded(values[row], scale) ?? Self.rounded(values[row], places)
              }
            }, validity: floats.validity))
      case .measure(let measures):
        guard let result = try? MeasureArithmetic.rounded(measures, toPlaces: places) else { throw overflow() }
        return .measure(result)
      default: return column
      }
    case (.sign, .int(let column)):
      return .int(FixedColumn(column.values.map { $0.signum() }, validity: column.validity))
    case (.sign, let column):
      let floats = column.doubles
      return .int(FixedColumn(floats.values.map { $0 < 0 ? -1 : $0 > 0 ? 1 : 0 }, validity: floats.validity))
    case (.floor, .int), (.ceiling, .int), (.truncate, .int): return at(0)
    case (.floor, let column): return Self.whole(column.doubles) { Self.wholeBelow($0) }
    case (.ceiling, let column): return Self.whole(column.doubles) { -Self.wholeBelow(-$0) }
    case (.truncate, let column):
      return Self.whole(column.doubles) { $0 < 0 ? -Self.wholeBelow(-$0) : Self.wholeBelow($0) }
    case (.sqrt, let column):
      let floats = column.doubles
      let values = floats.values
      return .float(
        Self.finite(count: values.count, floats.validity) { rows, output in
          let values = values.span
          for row in rows { output[row] = values[row].squareRoot() }
        })
    case (.exp, let column): return Self.floats(column, ElementaryFunctions.exponential)
    case (.ln, let column): return Self.floats(column, ElementaryFunctions.naturalLogarithm)
    case (.log10, let column): return Self.floats(column, ElementaryFunctions.decimalLogarithm)
    case (.power, let column):
      let (bases, exponents) = (column.doubles, at(1).doubles)
      return .float(
        Self.finite(
          [Double](rows: bases.count, filler: 0) { ElementaryFunctions.power(bases.values[$0], exponents.values[$0]) },
          bothValid(bases.validity, exponents.validity)))
    case (.mod, .int(let a)):
      guard case .int(let b) = at(1) else { return .missing(.int, count: a.count) }
      let (dividends, divisors) = (a.values, b.values)
      let isDefined = Kleene.column(count: divisors.count, validity: nil) { divisors[$0] != 0 }.truth
      let values = [Int64](morsels: a.count, filler: 0) { rows, output in
        for row in rows {
          let (x, y) = (dividends[row], divisors[row])
          // -1 is apart for what the least number divided by it would be.
          let rest = y == 0 || y == -1 ? 0 : x % y
          output[row] = rest != 0 && (rest < 0) != (y < 0) ? rest &+ y : rest
        }
      }
      let validity = bothValid(a.validity, b.validity)
      return .int(FixedColumn(values, validity: isDefined.isAllTrue ? validity : bothValid(validity, isDefined)))
    default: return .missing(expression.type.base, count: at(0).count)
    }
  }

  func expressionArgument(_ expression: PlanExpression, _ index: Int) -> PlanExpression.Kind? {
    guard case .call(_, let arguments) = expression.kind, index < arguments.count else { return nil }
    return arguments[index].kind
  }

  @inline(__always)
  private static func floats(_ column: Column, _ function: (Double) -> Double) -> Column {
    let floats = column.doubles
    let values = floats.values
    return .float(
      finite(count: values.count, floats.validity) { rows, output in
        for row in rows { output[row] = function(values[row]) }
      })
  }

  @inline(__always)
  static func whole(_ column: FixedColumn<Double>, _ change: (Double) -> Double) -> Column {
    let numbers = column.values
    let whole = Numerators.each(of: numbers.count, filler: Int64(0)) { row in
      let number = change(numbers[row])
      // The bounds are floats themselves, the upper one is the first that does not fit.
      return number >= -0x1p63 && number < 0x1p63 ? (Int64(number), false) : (0, true)
    }
    if let whole { return .int(FixedColumn(whole, validity: column.validity)) }
    let values = [Int64?](rows: column.count, filler: nil) { Int64(exactly: change(column.values[$0])) }
    let fits = Bitmap(values.lazy.map { $0 != nil })
    return .int(FixedColumn(values.map { $0 ?? 0 }, validity: bothValid(column.validity, fits.isAllTrue ? nil : fits)))
  }

  /// `rounded(.down)`, which is a call on processors without an instruction for it.
  @inline(__always)
  private static func wholeBelow(_ number: Double) -> Double {
    // Larger ones have nothing behind the point.
    guard number.magnitude < 0x1p52 else { return number }
    let towardZero = Double(Int64(number))
    return towardZero > number ? towardZero - 1 : towardZero
  }

  /// What `rounded` gives of most numbers; nil of those that lie near the middle between two results.
  ///
  /// The scaled number is off by less than its last two bits, and so is that of the shortest decimal. A quotient of two whole
  /// floats is the float nearest to the decimal. A scale of zero is none.
  @inline(__always)
  private static func plainlyRounded(_ value: Double, _ scale: Double) -> Double? {
    let scaled = value * scale
    // Beside so large a number there are no places behind the point: the sum is rounded to a whole number, ties to even.
    let whole = scaled + 0x1.8p52 - 0x1.8p52
    guard scale > 0, scaled.magnitude < 0x1p50,
      0.5 - (scaled - whole).magnitude > scaled.magnitude * 0x1p-50
    else { return nil }
    // Adding zero leaves no -0.
    return whole / scale + 0
  }

  /// Through the shortest decimal, so that 2.345 is what it looks like. What has more digits than a decimal can hold is
  /// too small for any place behind the point, or whole.
  private static func rounded(_ value: Double, _ places: Int) -> Double {
    if let short = ShortDecimal(value) { return short.rounded(toPlaces: places) }
    guard let decimal = ExactNumber(shortestDecimalOf: value) else { return value.magnitude < 1 ? 0 : value }
    return decimal.rounded(toPlaces: places)?.double ?? value
  }
}
