import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Functions that make and change bounds and units. Null rule: a missing argument makes the result missing.

extension Evaluator {
  func bound(_ function: ScalarFunction, _ at: (Int) -> Column, _ expression: PlanExpression)
    throws(EngineError) -> Column
  {
    func overflow() -> EngineError { .failed(.overflow("the result of `\(function.rawValue)`", at: expression.span)) }
    let column = try Parts.plain(at(0), at: expression.span)
    let values: [Measure?]
    switch function {
    case .asUnit:
      guard case .quantity(let unit?) = expression.type.base else {
        return .missing(expression.type.base, count: column.count)
      }
      values = [Measure?](rows: column.count, filler: nil) { column[$0]?.relabelled(unit) }
    case .convert:
      switch expression.type.base {
      case .money(let currency?):
        let rates = at(1).doubles
        values = [Measure?](rows: column.count, filler: nil) { row in
          guard let value = column[row], let rate = rates[row].flatMap({ ExactNumber(shortestDecimalOf: $0) }) else {
            return nil
          }
          return value.scaled(by: rate, unit: currency)
        }
      case .quantity(let unit?):
        values = [Measure?](rows: column.count, filler: nil) { row in
          column[row].flatMap { value in
            Unit.factor(from: value.unit, to: unit).flatMap { value.scaled(by: $0, unit: unit) }
          }
        }
      default: return .missing(expression.type.base, count: column.count)
      }
    case .exact: values = [Measure?](rows: column.count, filler: nil) { column[$0]?.stated }
    default: values = [Measure?](rows: column.count, filler: nil) { column[$0]?.bounded(function) }
    }
    guard let result = Column.measures(values, kind: MeasureKind(expression.type.base)) else { throw overflow() }
    return result
  }

  /// Identity, row by row; two missing values are the same.
  func same(_ a: Column, _ b: Column, _ expression: PlanExpression) throws(EngineError) -> Column {
    let codes = Codes(identityOf: try both(a, b, expression))
    let offset = a.count
    return .bool(
      Kleene.column(count: a.count, validity: nil) { row in
        a.isValid(row) && b.isValid(row)
          ? codes.values[row] == codes.values[offset + row] : a.isValid(row) == b.isValid(row)
      })
  }
}

extension Measure {
  /// A hedged value without its hedge, each end moved outwards by a share of it; any other value as it is.
  func widened(by share: ExactNumber) -> Measure {
    guard isHedged else { return self }
    func moved(_ end: ExactNumber?, up: Bool) -> ExactNumber? {
      end.flatMap { end in
        let part = end.multiplied(by: share)
        guard let distance = end.isNegative ? part?.negated : part else { return nil }
        return end.adding(up ? distance : distance.negated)
      }
    }
    return Measure(
      low: moved(low, up: false), high: moved(high, up: true), isLowOpen: isLowOpen, isHighOpen: isHighOpen,
      isHedged: false, isChange: isChange, unit: unit)
  }

  func relabelled(_ unit: String) -> Measure {
    Measure(
      low: low, high: high, isLowOpen: isLowOpen, isHighOpen: isHighOpen, isHedged: isHedged, isChange: isChange,
      unit: unit)
  }

  /// Multiplied by a factor and rounded; nil if that does not fit.
  func scaled(by factor: ExactNumber, unit: String) -> Measure? {
    let newLow = low?.multiplied(by: factor)?.roundedToEighteenDigits()
    let newHigh = high?.multiplied(by: factor)?.roundedToEighteenDigits()
    guard (newLow == nil) == (low == nil), (newHigh == nil) == (high == nil) else { return nil }
    if factor.isNegative {
      return Measure(
        low: newHigh, high: newLow, isLowOpen: isHighOpen, isHighOpen: isLowOpen, isHedged: isHedged,
        isChange: isChange, unit: unit)
    }
    return Measure(
      low: newLow, high: newHigh, isLowOpen: isLowOpen, isHighOpen: isHighOpen, isHedged: isHedged, isChange: isChange,
      unit: unit)
  }

  /// The stated number alone; nil of a range and of words without a number.
  var stated: Measure? {
    guard let number = low ?? high, low == nil || high == nil || low == high else { return nil }
    return Measure(number, unit: unit)
  }

  /// `above(x)` and its like: an end of `x` as a bound.
  func bounded(_ function: ScalarFunction) -> Measure {
    switch function {
    case .above: Measure(low: low, high: nil, isLowOpen: true, isHedged: isHedged, unit: unit)
    case .atLeast: Measure(low: low, high: nil, isLowOpen: isLowOpen, isHedged: isHedged, unit: unit)
    case .below: Measure(low: nil, high: high, isHighOpen: true, isHedged: isHedged, unit: unit)
    case .upTo: Measure(low: nil, high: high, isHighOpen: isHighOpen, isHedged: isHedged, unit: unit)
    default: Measure(low: low, high: high, isLowOpen: isLowOpen, isHighOpen: isHighOpen, isHedged: true, unit: unit)
    }
  }
}
