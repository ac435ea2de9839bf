import IbidColumns
import IbidPlan

/// Aggregates that need no more than a few totals of each group, computed together.
///
/// Sums, counts and extremes of numbers that have a short twin go by that: see `PackedLanes` and `PackedExtreme`.
struct SharedTotals {
  private var terms: [TotalsPass.Term] = []
  private var lanes = PackedLanes()
  private var extremes: [PackedExtreme] = []
  /// By aggregate: where its totals are.
  private var wanted: [Int: [Want]] = [:]
  /// Counts that are made, which columns with the same missing rows share.
  private var counted: [(validity: Bitmap?, place: Place)] = []
  /// Sums of floats that are made, by the key of their column.
  private var floatSums: [Int: Int] = [:]

  /// Whether rows have group numbers of their own, none of them negative: the least that short twins pay for.
  private let isGrouped: Bool
  private let rows: Int
  private let isRowByRow: Bool

  /// `isRowByRow`: whether each row is a group, in the order of the rows.
  init(_ ids: GroupIds, isComplete: Bool, isRowByRow: Bool = false) {
    rows = ids.count
    self.isRowByRow = isRowByRow
    switch ids {
    case .one, .some: isGrouped = false
    case .each, .combined: isGrouped = isComplete
    }
  }

  /// What may need no more.
  static let functions: Set<AggregateFunction> = [.count, .sum, .avg, .min, .max]
  /// Those that do if their numbers have short twins.
  static let functionsOfTwins: Set<AggregateFunction> = [.stddev, .variance, .covariance, .corr]

  /// Where a total is.
  private enum Place {
    case term(Int)
    case lane(Int)
    case extreme(Int)
  }

  private enum Want {
    case counts(Place)
    case wholeSums(Place)
    case highSums(Place)
    case flags(Place)
    case highExtremes(Place)
    /// Distances of which the least or greatest is taken.
    case distanceExtremes(Place, PackedNumbers)
    /// Rows that are more than a point, which the totals of the points lack.
    case oddSums(PackedMeasures)
    /// Of amounts that tests keep: their lower ends, or how far these are from the least of the points.
    case testedSum(Place, count: Place, PackedMeasures, areDistances: Bool, odd: Int?)
    case oddExtremes(PackedMeasures, isLargest: Bool)
    case floatSums(Place)
    case wholeExtremes(Place)
    case floatExtremes(Place)
    /// Distances, with how many there are and the column.
    case distances(sum: Int, count: Int, PackedNumbers)
    case moments(PackedMoments.Lanes)
    case inhabited
    /// Groups whose least or greatest number is none of the column's have none.
    case extremesWithin(PackedNumbers)
    /// The same of floats: theirs is what it was before the first row.
    case extremesOtherThan(Double)
  }

  /// Notes what an aggregate needs; others than counts, sums, means and extremes of plain numbers compute alone, as do
  /// variance and correlation of numbers without twins. Columns with the same `key` are the same.
  mutating func add(
    _ function: AggregateFunction, of argument: Column?, _ second: Column? = nil, index: Int, key: Int?,
    secondKey: Int? = nil
  ) {
    guard let argument else {
      wanted[index] = [.counts(count(nil))]
      return
    }
    if isGrouped, addTwin(function, of: argument, second, index, key, secondKey) { return }
    let validity = argument.validity
    switch (function, argument) {
    case (.count, _): wanted[index] = [.counts(count(validity))]
    case (.sum, .int(let ints)):
      wanted[index] = [.wholeSums(term(.wholeSum(WholeSum(values: ints.values), validity)))]
    case (.sum, .float(let floats)): wanted[index] = [.floatSums(floatSum(floats, key))]
    case (.avg, .int(let ints)):
      wanted[index] = [
        .floatSums(term(.wholeFloatSum(WholeFloatSum(values: ints.values), validity))), .counts(count(validity)),
      ]
    case (.avg, .float(let floats)):
      wanted[index] = [.floatSums(floatSum(floats, key)), .counts(count(validity))]
    case (.min, .int(let ints)):
      let place = term(.leastWhole(Least(values: ints.values, start: .max), validity))
      wanted[index] = [.wholeExtremes(place), presence(validity)]
    case (.max, .int(let ints)):
      let place = term(.greatestWhole(Greatest(values: ints.values, start: .min), validity))
      wanted[index] = [.wholeExtremes(place), presence(validity)]
    case (.min, .float(let floats)):
      let place = term(.leastFloat(Least(values: floats.values, start: .infinity), validity))
      wanted[index] = [.floatExtremes(place), validity == nil ? presence(nil) : .extremesOtherThan(.infinity)]
    case (.max, .float(let floats)):
      let place = term(.greatestFloat(Greatest(values: floats.values, start: -.infinity), validity))
      wanted[index] = [.floatExtremes(place), validity == nil ? presence(nil) : .extremesOtherThan(-.infinity)]
    case (_, .measure(let measures)): add(function, of: measures, index, key)
    default: return
    }
  }

  /// Whether the short twins of the columns are all that is needed.
  private mutating func addTwin(
    _ function: AggregateFunction, of argument: Column, _ second: Column?, _ index: Int, _ key: Int?, _ secondKey: Int?
  ) -> Bool {
    if case .moment(let moments) = argument { return addDays(function, of: moments, index) }
    guard case .int(let ints) = argument, let numbers = ints.packed else { return false }
    switch function {
    case .count: wanted[index] = [.counts(.lane(lanes.lane(among: [lanes.column(numbers, key: key)])))]
    case .sum, .avg:
      // A mean is that of floats, which hold such sums exactly.
      guard function == .sum || numbers.sumIsExactAsFloat(rows: rows) else { return false }
      let column = lanes.column(numbers, key: key)
      let count = lanes.lane(among: [column])
      wanted[index] = [.distances(sum: lanes.lane([column]), count: count, numbers), .counts(.lane(count))]
    case .min, .max:
      guard numbers.areShort else { return false }
      extremes.append(PackedExtreme(numbers: numbers, isLargest: function == .max))
      wanted[index] = [.wholeExtremes(.extreme(extremes.count - 1)), presence(of: numbers)]
    case .stddev, .variance:
      guard numbers.areShort else { return false }
      let column = lanes.column(numbers, key: key)
      wanted[index] = [.moments(PackedMoments.Lanes(column, column, in: &lanes))]
    case .covariance, .corr:
      guard case .int(let others)? = second, let otherNumbers = others.packed, numbers.areShort,
        otherNumbers.areShort
      else { return false }
      let (x, y) = (lanes.column(numbers, key: key), lanes.column(otherNumbers, key: secondKey))
      wanted[index] = [.moments(PackedMoments.Lanes(x, y, in: &lanes))]
    default: return false
    }
    return true
  }

  /// The least or greatest of days, as whole numbers; false where that does not do.
  private mutating func addDays(_ function: AggregateFunction, of moments: MomentColumn, _ index: Int) -> Bool {
    guard function == .min || function == .max, let days = moments.packed, days.areShort, moments.plainDays != nil
    else {
      return false
    }
    extremes.append(PackedExtreme(numbers: days, isLargest: function == .max))
    wanted[index] = [.wholeExtremes(.extreme(extremes.count - 1)), presence(of: days)]
    return true
  }

  /// Exact amounts are whole numbers over one denominator.
  private mutating func add(_ function: AggregateFunction, of measures: MeasureColumn, _ index: Int, _ key: Int?) {
    if isGrouped, let packed = measures.packed, addPoints(function, of: measures, packed, index, key) { return }
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

  /// The points by their twin, and what is more by itself; false where that does not do.
  private mutating func addPoints(
    _ function: AggregateFunction, of measures: MeasureColumn, _ packed: PackedMeasures, _ index: Int, _ key: Int?
  ) -> Bool {
    let points = packed.points
    switch function {
    case .sum, .avg:
      let column = lanes.column(points, key: key)
      let count = lanes.lane(among: [column])
      wanted[index] = [.distances(sum: lanes.lane([column]), count: count, points), .counts(.lane(count))]
      if !measures.isExact { wanted[index]?.append(.oddSums(packed)) }
    case .min, .max:
      let isLargest = function == .max
      guard measures.isExact || OddTotals.canOrder(packed) else { return false }
      if points.areShort {
        extremes.append(PackedExtreme(numbers: points, isLargest: isLargest))
        wanted[index] = [.wholeExtremes(.extreme(extremes.count - 1))]
      } else {
        let place =
          isLargest
          ? term(.greatestDistance(GreatestDistance(points), nil)) : term(.leastDistance(LeastDistance(points), nil))
        wanted[index] = [.distanceExtremes(place, points)]
      }
      let present = presence(of: points)
      wanted[index]?.append(present)
      if !measures.isExact { wanted[index]?.append(.oddExtremes(packed, isLargest: isLargest)) }
    default: return false
    }
    return true
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

  /// A sum or mean of amounts that tests keep, none of which is missing, by their twin. `odd` is the place of what is more than a
  /// point among that of all columns.
  mutating func addTested(_ packed: PackedMeasures, _ lows: [Int64], odd: Int?, index: Int) {
    let sum = DistanceSum(packed.points)
    let place = term(sum.map { .distanceSum($0) } ?? .wholeSum(WholeSum(values: lows), nil))
    wanted[index] = [.testedSum(place, count: count(nil), packed, areDistances: sum != nil, odd: odd)]
  }

  private mutating func term(_ term: TotalsPass.Term) -> Place {
    terms.append(term)
    return .term(terms.count - 1)
  }

  private mutating func floatSum(_ floats: FixedColumn<Double>, _ key: Int?) -> Place {
    if let key, let known = floatSums[key] { return .term(known) }
    if let key { floatSums[key] = terms.count }
    return term(.floatSum(FloatSum(values: floats.values), floats.gapsAreZero ? nil : floats.validity))
  }

  private mutating func count(_ validity: Bitmap?) -> Place {
    if let known = counted.first(where: { $0.validity == validity }) { return known.place }
    let place = isGrouped && validity == nil ? .lane(lanes.lane()) : term(.count(validity))
    counted.append((validity, place))
    return place
  }

  /// Which groups have values, told by their least or greatest number.
  private func presence(of numbers: PackedNumbers) -> Want {
    numbers.hasMissing ? .extremesWithin(numbers) : .inhabited
  }

  /// Which groups have values.
  private mutating func presence(_ validity: Bitmap?) -> Want {
    isGrouped && validity == nil ? .inhabited : .counts(count(validity))
  }

  /// What each aggregate that was noted can know beforehand. One pass over the rows.
  func known(_ ids: GroupIds, groupCount: Int) -> [Int: KnownTotals] { known(ids, groupCount, nil).known }

  /// The same of the rows that pass tests, as one group, and how many these leave unknown.
  func known(of rows: Int, passing tests: RowTests) -> (known: [Int: KnownTotals], unknown: [UnknownCause: Int]) {
    let (known, found) = known(.one(rows: rows), 1, tests)
    return (known, tests.unknown(found ?? RowTests.Found(tests)))
  }

  private func known(_ ids: GroupIds, _ groupCount: Int, _ tests: RowTests?)
    -> (known: [Int: KnownTotals], tested: RowTests.Found?)
  {
    if wanted.isEmpty { return ([:], nil) }
    let pass = TotalsPass(
      terms: terms, lanes: lanes, extremes: extremes, ids: ids, groupCount: groupCount, isRowByRow: isRowByRow,
      tests: tests)
    let found = pass.run()
    func totals(_ place: Place) -> Totals {
      switch place {
      case .term(let index): found.terms[index]
      case .lane(let index): found.lanes[index]
      case .extreme(let index): found.extremes[index]
      }
    }
    // Aggregates of one column share the groups of its odd rows.
    var shared: [OddTotals] = []
    func oddTotals(_ packed: PackedMeasures) -> OddTotals {
      if let known = shared.first(where: { $0.isOf(packed.odd) }) { return known }
      let made = OddTotals(packed, ids, groupCount: groupCount)
      shared.append(made)
      return made
    }
    let apart = tests?.apart?.sum()
    let known = wanted.mapValues { wants in
      var known = KnownTotals()
      for want in wants {
        switch want {
        case .counts(let place):
          known.counts = totals(place).wholes()
          if let apart { known.counts = known.counts?.map { $0 &+ apart.count } }
        case .wholeSums(let place): known.wholeSums = (totals(place).wholes(), totals(place).bits)
        case .highSums(let place): known.highSums = (totals(place).wholes(), totals(place).bits)
        case .flags(let place): known.flags = totals(place).wholes().map { UInt8(truncatingIfNeeded: $0) }
        case .highExtremes(let place): known.highExtremes = totals(place).wholes()
        case .distanceExtremes(let place, let numbers):
          known.extremes = totals(place).wholes().map { $0 &+ numbers.least }
        case .testedSum(let place, let count, let packed, let areDistances, let odd):
          let kept = apart ?? odd.flatMap { found.tested?.odd[$0] } ?? OddSum()
          // How many the pass has met that are more than a point.
          let met = apart == nil ? kept.count : 0
          let counts = totals(count).wholes()
          known.counts = counts.map { $0 &- met &+ kept.count }
          var (lows, bits) = (totals(place).wholes(), totals(place).bits)
          if areDistances {
            // They counted as missing.
            lows = zip(lows, counts).map { distances, count in
              distances &- met &* Int64(packed.points.span) &+ (count &- met) &* packed.points.least &+ kept.low
            }
            bits = packed.points.magnitudes
          } else if apart != nil {
            lows = lows.map { $0 &+ kept.low }
          }
          known.wholeSums = (lows, bits | packed.odd.magnitudes)
          if odd != nil {
            known.highSums = (lows.map { $0 &- kept.low &+ kept.high }, bits | packed.odd.magnitudes)
            known.flags = [kept.lacks]
          }
        case .oddSums(let packed):
          oddTotals(packed).addSums(to: &known)
        case .oddExtremes(let packed, let isLargest):
          oddTotals(packed).addExtremes(to: &known, largest: isLargest)
        case .floatSums(let place): known.floatSums = totals(place).floats()
        case .wholeExtremes(let place): known.extremes = totals(place).wholes()
        case .floatExtremes(let place): known.extremes = totals(place).floats()
        case .distances(let sum, let count, let numbers):
          let sums = numbers.sums(ofDistances: found.lanes[sum].wholes(), counts: found.lanes[count].wholes())
          known.wholeSums = (sums, numbers.magnitudes)
          known.floatSums = sums.map(Double.init)
        case .moments(let lanes): known.moments = PackedMoments(lanes) { found.lanes[$0].wholes() }
        case .inhabited: known.areAllInhabited = true
        case .extremesWithin(let numbers):
          guard let extremes = known.extremes as? [Int64] else { break }
          known.counts = Self.counts(extremes) { $0 >= numbers.least && $0 <= numbers.most }
        case .extremesOtherThan(let start):
          guard let extremes = known.extremes as? [Double] else { break }
          known.counts = Self.counts(extremes) { $0 != start }
        }
      }
      return known
    }
    return (known, found.tested)
  }
}

extension SharedTotals {
  /// One for each group that has values, else none.
  fileprivate static func counts<Number: BitwiseCopyable>(_ extremes: [Number], _ isPresent: (Number) -> Bool)
    -> [Int64]
  {
    [Int64](morsels: extremes.count, filler: 0) { groups, counts in
      let extremes = extremes.span
      for group in groups { counts[group] = isPresent(extremes[group]) ? 1 : 0 }
    }
  }
}

extension PackedNumbers {
  /// Whether floats hold each sum of so many of the numbers, on whatever way.
  fileprivate func sumIsExactAsFloat(rows: Int) -> Bool {
    let (most, overflow) = magnitudes.multipliedReportingOverflow(by: UInt64(rows))
    return !overflow && most < 1 << 53
  }

  /// The magnitudes of the numbers, or-ed: a bound of all of them.
  fileprivate var magnitudes: UInt64 {
    let ends = UInt64(bitPattern: least ^ (least >> 63)) | UInt64(bitPattern: most ^ (most >> 63))
    // All of the bits below the highest one.
    return ends == 0 ? 0 : UInt64.max >> UInt64(ends.leadingZeroBitCount)
  }

  /// Sums of the numbers themselves, which wrap as other sums do.
  fileprivate func sums(ofDistances sums: [Int64], counts: [Int64]) -> [Int64] {
    [Int64](morsels: sums.count, filler: 0) { groups, output in
      for group in groups { output[group] = sums[group] &+ least &* counts[group] }
    }
  }
}
