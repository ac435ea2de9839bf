import IbidColumns
import IbidPlan
import IbidTypes

/// Aggregates over the values of one group, in row order.
extension Oracle {
  /// `key` is the second argument: what `min_by` and `max_by` go by, the share of a `quantile`, the other value of a pair.
  /// `type` is the argument's.
  static func aggregate(_ function: AggregateFunction, _ all: [(cell: Cell, key: Value)], _ type: DataType) throws
    -> Cell
  {
    let rows = all.filter { $0.cell.value != .none }
    let values = rows.map(\.cell.value)
    switch function {
    case .count: return Cell(.int(Int64(values.count)))
    case .first: return Cell(values.first ?? .none)
    case .last: return Cell(values.last ?? .none)
    case .list: return Cell(.list(values))
    case .set: return Cell(.list(distinct(values)))
    case .countDistinct: return Cell(.int(Int64(distinct(values).count)))
    case .one: return Cell(distinct(values).count == 1 ? values[0] : .none)
    case .any: return Cell(all.reduce(.no) { $0 | known($1.cell.truth) })
    case .all: return Cell(all.reduce(.yes) { $0 & known($1.cell.truth) })
    case .minBy, .maxBy:
      // What has no place in the order is skipped, as what is missing.
      let placed = all.filter { standing($0.key) == 0 }
      let best = placed.reduce(nil as (cell: Cell, key: Value)?) { best, row in
        guard let best else { return row }
        return order(row.key, best.key, descending: function == .maxBy) < 0 ? row : best
      }
      return best?.cell ?? Cell(.none)
    case .mode:
      // The first of those that none is more frequent than.
      let counts = values.map { value in values.count { areSame($0, value) } }
      return Cell(zip(values, counts).first { $0.1 == counts.max() }?.0 ?? .none)
    case .quantile: return Cell(try quantile(values, share: all.first?.key ?? .none, type))
    case .product:
      if case .int = type { return Cell(try product(values)) }
      return Cell(.float(values.reduce(1) { $0 * double($1) }))
    case .corr, .covariance:
      let pairs = rows.filter { $0.key != .none }.map { (x: double($0.cell.value), y: double($0.key)) }
      return Cell(function == .corr ? correlation(pairs) : covariance(pairs))
    case .sum, .avg, .min, .max, .median, .stddev, .variance: return Cell(try number(function, values, type))
    }
  }

  /// An aggregate of truths does not say which cause it was.
  private static func known(_ truth: Truth) -> Truth { if case .unknown = truth { .unknown(.missing) } else { truth } }

  static func distinct(_ values: [Value]) -> [Value] {
    values.reduce(into: []) { kept, value in if !kept.contains(where: { areSame($0, value) }) { kept.append(value) } }
  }

  private static func number(_ function: AggregateFunction, _ values: [Value], _ type: DataType) throws -> Value {
    switch type {
    case .int where function == .sum:
      return .int(
        try values.reduce(0) { total, value in
          guard case .int(let number) = value else { return total }
          let (sum, overflow) = total.addingReportingOverflow(number)
          if overflow { throw Overflow() }
          return sum
        })
    case .money, .quantity, .duration: return try measures(function, values, type)
    case .date where function == .min || function == .max: return dates(function, values)
    case .int, .float:
      if function == .min || function == .max { break }
      return floats(
        function, values.map { if case .int(let x) = $0 { Double(x) } else if case .float(let x) = $0 { x } else { 0 } }
      )
    default: break
    }
    // The first of the least or greatest.
    return values.filter { standing($0) == 0 }.reduce(nil as Value?) { best, value in
      guard let best else { return value }
      return order(value, best, descending: function == .max) < 0 ? value : best
    } ?? .none
  }

  private static func floats(_ function: AggregateFunction, _ values: [Double]) -> Value {
    let count = Double(values.count)
    let mean = values.reduce(0, +) / count
    let spread = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
    let sorted = values.sorted()
    switch function {
    case .sum: return .float(values.reduce(0, +))
    case .avg: return values.isEmpty ? .none : .float(mean)
    case .median:
      return values.isEmpty ? .none : .float((sorted[(sorted.count - 1) / 2] + sorted[sorted.count / 2]) / 2)
    case .variance: return values.count < 2 ? .none : .float(spread)
    default: return values.count < 2 ? .none : .float(spread.squareRoot())
    }
  }

  /// End by end: the least or greatest date lies between the least or greatest of the first and of the last days.
  private static func dates(_ function: AggregateFunction, _ values: [Value]) -> Value {
    let moments = values.compactMap { if case .moment(let moment) = $0, moment.isResolved { moment } else { nil } }
    guard !moments.isEmpty else { return .none }
    let lows = moments.map { $0.low ?? .min }
    let highs = moments.map { $0.high ?? .max }
    let (low, high) = function == .max ? (lows.max()!, highs.max()!) : (lows.min()!, highs.min()!)
    guard let first = moments.first(where: { $0.low ?? .min == low }),
      let last = moments.first(where: { $0.high ?? .max == high })
    else { return .none }
    // The one that has both ends, words and all; else as fine as the coarser of the two.
    if first.low == last.low, first.high == last.high { return .moment(first) }
    return .moment(Moment(low: first.low, high: last.high, grain: max(first.grain, last.grain)))
  }

  // MARK: Measures

  /// One end of a measure; nothing is below every number or above it.
  private struct End {
    var number: ExactNumber?
    var isOpen: Bool
    var isHedged: Bool
  }

  /// Durations of several units that go into each other, in the finest of them.
  static func inOneUnit(_ measures: [Measure], _ type: DataType) throws -> [Measure] {
    guard type == .duration,
      let finest = measures.min(by: { a, b in
        guard let a = Unit.named(a.unit), let b = Unit.named(b.unit) else { return false }
        return a.factor < b.factor
      }), measures.allSatisfy({ Unit.named($0.unit)?.kind == Unit.named(finest.unit)?.kind })
    else { return measures }
    return try measures.map { measure in
      guard let factor = Unit.factor(from: measure.unit, to: finest.unit) else { return measure }
      func scaled(_ end: ExactNumber?) throws -> ExactNumber? {
        guard let end else { return nil }
        guard let scaled = end.multiplied(by: factor) else { throw Overflow() }
        return scaled
      }
      var converted = measure
      converted.low = try scaled(measure.low)
      converted.high = try scaled(measure.high)
      converted.unit = finest.unit
      return converted
    }
  }

  private static func measures(_ function: AggregateFunction, _ values: [Value], _ type: DataType) throws -> Value {
    let measures = try inOneUnit(
      values.compactMap { if case .measure(let measure, _) = $0 { measure } else { nil } }, type)
    let kind: MeasureKind
    var known: String?
    switch type {
    case .money(let currency): (kind, known) = (.money, currency)
    case .quantity(let unit): (kind, known) = (.quantity, unit)
    default: kind = .duration
    }
    guard let unit = measures.first?.unit ?? known else { return .none }
    if measures.contains(where: { $0.unit != unit }) { return .none }
    if measures.isEmpty, function != .sum { return .none }
    let lows = measures.map { End(number: $0.low, isOpen: $0.isLowOpen, isHedged: $0.isHedged) }
    let highs = measures.map { End(number: $0.high, isOpen: $0.isHighOpen, isHedged: $0.isHedged) }
    let low: End
    let high: End
    switch function {
    case .sum: (low, high) = (try total(lows), try total(highs))
    case .avg: (low, high) = (try mean(lows), try mean(highs))
    case .median: (low, high) = (try middle(lows, isLow: true), try middle(highs, isLow: false))
    case .max: (low, high) = (last(lows, isLow: true), last(highs, isLow: false))
    default: (low, high) = (first(lows, isLow: true), first(highs, isLow: false))
    }
    let isHedged = function == .median ? measures.contains(where: \.isHedged) : low.isHedged || high.isHedged
    return .measure(
      Measure(
        low: low.number, high: high.number, isLowOpen: low.isOpen, isHighOpen: high.isOpen, isHedged: isHedged,
        unit: unit), kind)
  }

  private static func total(_ ends: [End]) throws -> End {
    var number: ExactNumber? = .zero
    for end in ends {
      guard let sum = number, let next = end.number else {
        number = nil
        continue
      }
      guard let result = sum.adding(next) else { throw Overflow() }
      number = result
    }
    return End(number: number, isOpen: ends.contains { $0.isOpen }, isHedged: ends.contains { $0.isHedged })
  }

  private static func mean(_ ends: [End]) throws -> End {
    var result = try total(ends)
    result.number = result.number?.divided(by: ExactNumber(ends.count))?.roundedToEighteenDigits()
    return result
  }

  /// Ends from the least to the greatest: as a low end, an open one lies above a closed one of the same number and none
  /// below all; as a high end, an open one lies below and none above all.
  private static func sorted(_ ends: [End], isLow: Bool) -> [End] {
    ends.enumerated().sorted { a, b in
      switch (a.element.number, b.element.number) {
      case (nil, nil): break
      case (nil, _): return isLow
      case (_, nil): return !isLow
      case (let x?, let y?):
        if x != y { return x < y }
        if a.element.isOpen != b.element.isOpen { return a.element.isOpen != isLow }
      }
      return a.offset < b.offset
    }.map(\.element)
  }

  /// The end that wins; hedged if one of the same number is.
  private static func winner(_ end: End, of ends: [End]) -> End {
    var result = end
    result.isHedged = ends.contains { $0.number == end.number && $0.isHedged }
    return result
  }

  private static func first(_ ends: [End], isLow: Bool) -> End { winner(sorted(ends, isLow: isLow)[0], of: ends) }
  private static func last(_ ends: [End], isLow: Bool) -> End { winner(sorted(ends, isLow: isLow).last!, of: ends) }

  private static func middle(_ ends: [End], isLow: Bool) throws -> End {
    let sorted = sorted(ends, isLow: isLow)
    let (a, b) = (sorted[(sorted.count - 1) / 2], sorted[sorted.count / 2])
    var result = End(number: nil, isOpen: a.isOpen || b.isOpen, isHedged: false)
    if let x = a.number, let y = b.number {
      guard let sum = x.adding(y) else { throw Overflow() }
      result.number = sum.divided(by: ExactNumber(2))?.roundedToEighteenDigits()
    }
    return result
  }
}
