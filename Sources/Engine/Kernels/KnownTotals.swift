import IbidColumns
import IbidPlan

/// What a `TotalsPass` found for one aggregate, which then needs no loop of its own.
struct KnownTotals {
  /// Rows of each group that have a value.
  var counts: [Int64]?
  /// Sums that wrap, and the magnitudes or-ed.
  var wholeSums: (totals: [Int64], bits: UInt64)?
  /// Sums of floats, or of whole numbers as floats.
  var floatSums: [Double]?
  /// Of the upper ends, where these are not those of `wholeSums`.
  var highSums: (totals: [Int64], bits: UInt64)?
  /// What the flags of amounts have in common: see `MeasureEnds`.
  var flags: [UInt8]?
  /// The least or greatest values, whichever the aggregate asks for, of the column's own type.
  var extremes: (any Sendable)?
  /// The least or greatest upper ends.
  var highExtremes: [Int64]?
}

/// Aggregates that need no more than a few totals of each group, computed together.
struct SharedTotals {
  private var terms: [TotalsPass.Term] = []
  /// By aggregate: where its totals are.
  private var wanted: [Int: [Want]] = [:]
  /// Counts that are made, which columns with the same missing rows share.
  private var counted: [(validity: Bitmap?, term: Int)] = []

  /// What may need no more.
  static let functions: Set<AggregateFunction> = [.count, .sum, .avg, .min, .max]

  private enum Want {
    case counts(Int)
    case wholeSums(Int)
    case highSums(Int)
    case flags(Int)
    case highExtremes(Int)
    case floatSums(Int)
    case wholeExtremes(Int)
    case floatExtremes(Int)
  }

  /// Notes what an aggregate needs; others than counts, sums, means and extremes of plain numbers compute alone.
  mutating func add(_ function: AggregateFunction, of argument: Column?, index: Int) {
    guard let argument else {
      wanted[index] = [.counts(count(nil))]
      return
    }
    let validity = argument.validity
    switch (function, argument) {
    case (.count, _): wanted[index] = [.counts(count(validity))]
    case (.sum, .int(let ints)):
      wanted[index] = [.wholeSums(term(.wholeSum(WholeSum(values: ints.values), validity)))]
    case (.sum, .float(let floats)):
      wanted[index] = [.floatSums(term(.floatSum(FloatSum(values: floats.values), validity)))]
    case (.avg, .int(let ints)):
      wanted[index] = [
        .floatSums(term(.wholeFloatSum(WholeFloatSum(values: ints.values), validity))), .counts(count(validity)),
      ]
    case (.avg, .float(let floats)):
      wanted[index] = [
        .floatSums(term(.floatSum(FloatSum(values: floats.values), validity))), .counts(count(validity)),
      ]
    case (.min, .int(let ints)):
      wanted[index] = [
        .wholeExtremes(term(.leastWhole(Least(values: ints.values, start: .max), validity))), .counts(count(validity)),
      ]
    case (.max, .int(let ints)):
      wanted[index] = [
        .wholeExtremes(term(.greatestWhole(Greatest(values: ints.values, start: .min), validity))),
        .counts(count(validity)),
      ]
    case (.min, .float(let floats)):
      wanted[index] = [
        .floatExtremes(term(.leastFloat(Least(values: floats.values, start: .infinity), validity))),
        .counts(count(validity)),
      ]
    case (.max, .float(let floats)):
      wanted[index] = [
        .floatExtremes(term(.greatestFloat(Greatest(values: floats.values, start: -.infinity), validity))),
        .counts(count(validity)),
      ]
    case (_, .measure(let measures)): add(function, of: measures, index)
    default: return
    }
  }

  /// Exact amounts are whole numbers over one denominator.
  private mutating func add(_ function: AggregateFunction, of measures: MeasureColumn, _ index: Int) {
    guard measures.unitCodes.isEmpty, case .narrow(let numbers) = measures.low else { return }
    let validity = measures.validity
    guard measures.isExact else { return addIntervals(function, of: measures, index) }
    switch function {
    case .sum, .avg:
      wanted[index] = [
        .wholeSums(term(.wholeSum(WholeSum(values: numbers), validity))), .counts(count(validity)),
      ]
    case .min:
      wanted[index] = [
        .wholeExtremes(term(.leastWhole(Least(values: numbers, start: .max), validity))), .counts(count(validity)),
      ]
    case .max:
      wanted[index] = [
        .wholeExtremes(term(.greatestWhole(Greatest(values: numbers, start: .min), validity))),
        .counts(count(validity)),
      ]
    default: return
    }
  }

  /// End by end, each a whole number, and which ends there are.
  private mutating func addIntervals(_ function: AggregateFunction, of measures: MeasureColumn, _ index: Int) {
    guard case .narrow(let lows) = measures.low, case .narrow(let highs) = measures.high else { return }
    let validity = measures.validity
    switch function {
    case .sum, .avg:
      wanted[index] = [
        .wholeSums(term(.wholeSum(WholeSum(values: lows), validity))),
        .highSums(term(.wholeSum(WholeSum(values: highs), validity))),
        .flags(term(.union(Union(values: MeasureEnds.lacks(measures.flags)), validity))), .counts(count(validity)),
      ]
    case .min, .max:
      let isLargest = function == .max
      guard let ends = MeasureEnds(lows, highs, measures.flags) else { return }
      let (low, high) =
        isLargest
        ? (
          term(.greatestWhole(Greatest(values: ends.low, start: .min), validity)),
          term(.greatestWhole(Greatest(values: ends.high, start: .min), validity))
        )
        : (
          term(.leastWhole(Least(values: ends.low, start: .max), validity)),
          term(.leastWhole(Least(values: ends.high, start: .max), validity))
        )
      wanted[index] = [.wholeExtremes(low), .highExtremes(high), .counts(count(validity))]
    default: return
    }
  }

  private mutating func term(_ term: TotalsPass.Term) -> Int {
    terms.append(term)
    return terms.count - 1
  }

  private mutating func count(_ validity: Bitmap?) -> Int {
    if let known = counted.first(where: { $0.validity == validity }) { return known.term }
    let place = term(.count(validity))
    counted.append((validity, place))
    return place
  }

  /// What each aggregate that was noted can know beforehand. One pass over the rows.
  func known(_ ids: GroupIds, groupCount: Int) -> [Int: KnownTotals] {
    if terms.isEmpty { return [:] }
    let totals = TotalsPass(terms: terms, ids: ids, groupCount: groupCount).run()
    return wanted.mapValues { wants in
      var known = KnownTotals()
      for want in wants {
        switch want {
        case .counts(let term): known.counts = totals[term].wholes()
        case .wholeSums(let term): known.wholeSums = (totals[term].wholes(), totals[term].bits)
        case .highSums(let term): known.highSums = (totals[term].wholes(), totals[term].bits)
        case .flags(let term): known.flags = totals[term].wholes().map { UInt8(truncatingIfNeeded: $0) }
        case .highExtremes(let term): known.highExtremes = totals[term].wholes()
        case .floatSums(let term): known.floatSums = totals[term].floats()
        case .wholeExtremes(let term): known.extremes = totals[term].wholes()
        case .floatExtremes(let term): known.extremes = totals[term].floats()
        }
      }
      return known
    }
  }
}
