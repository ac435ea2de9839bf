import IbidColumns

/// Finds values by their place in ascending order, without sorting.
///
/// Many values are first counted in buckets of equal width, which needs no guess about which of two values is less; those of
/// the one bucket that matters are then parted around pivots (C. A. R. Hoare, "Algorithm 65: Find", 1961).
struct Selection {
  /// How many values lie in each bucket.
  private var counts: [Int32] = []
  /// The values of one bucket.
  private var kept: [Double] = []

  private static let fewValues = 64
  private static let valuesPerBucket = 4
  private static let mostBuckets = 1 << 11

  /// The values of a range at two places that are the same or follow each other, counted from its start; they may change
  /// places. There are no NaNs.
  mutating func values(at lower: Int, _ upper: Int, of values: Apart<Double>, _ range: Range<Int>)
    -> (lower: Double, upper: Double)
  {
    if range.count <= Apart<Double>.fewFloats { return values.few(range, at: lower, upper) }
    if range.count > Self.fewValues, let found = counted(lower, upper, values, range) { return found }
    return Self.parted(lower, upper, values, range)
  }

  /// nil where the values lie too far apart for buckets.
  private mutating func counted(_ lower: Int, _ upper: Int, _ values: Apart<Double>, _ range: Range<Int>)
    -> (lower: Double, upper: Double)?
  {
    var (least, most) = (Double.infinity, -Double.infinity)
    for index in range {
      least = min(least, values[index])
      most = max(most, values[index])
    }
    let (low, width) = (least, most - least)
    if width == 0 { return (least, least) }
    let size = min(range.count / Self.valuesPerBucket, Self.mostBuckets)
    let scale = Double(size) / width
    guard scale.isFinite, scale > 0, (width * scale).isFinite else { return nil }
    // Rises with the value, whatever is rounded on the way. A float beside the rounder has no bits behind the point, so that
    // the lowest bits of the sum are the number of the bucket.
    let rounder = 0x1p52
    @inline(__always) func bucket(_ value: Double) -> Int {
      min(Int(truncatingIfNeeded: ((value - low) * scale + rounder).bitPattern & 0xFFFF), size - 1)
    }
    if counts.count < size { counts = [Int32](repeating: 0, count: size) }
    counts.withApart { counts in
      for bucket in 0..<size { counts[bucket] = 0 }
      for index in range { counts[bucket(values[index])] &+= 1 }
    }
    var (wanted, before) = (0, 0)
    while before + Int(counts[wanted]) <= lower {
      before += Int(counts[wanted])
      wanted += 1
    }
    if kept.count <= range.count { kept = [Double](repeating: 0, count: range.count + 1) }
    let inBucket = Int(counts[wanted])
    // Only where the second place lies behind the bucket, the least value behind it matters.
    let isBehind = upper - before >= inBucket
    return kept.withApart { kept in
      var count = 0
      for index in range {
        let value = values[index]
        kept[count] = value
        count &+= bucket(value) == wanted ? 1 : 0
      }
      let found = Self.parted(lower - before, isBehind ? inBucket - 1 : upper - before, kept, 0..<count)
      guard isBehind else { return found }
      var behind = Double.infinity
      for index in range where bucket(values[index]) > wanted { behind = min(behind, values[index]) }
      return (found.lower, behind)
    }
  }

  private static func parted(_ lower: Int, _ upper: Int, _ values: Apart<Double>, _ range: Range<Int>)
    -> (lower: Double, upper: Double)
  {
    let first = select(range.lowerBound + lower, values, range)
    if upper <= lower { return (first, first) }
    // Everything behind the place is at least as great.
    var second = values[range.lowerBound + upper]
    for index in range.lowerBound + upper..<range.upperBound { second = min(second, values[index]) }
    return (first, second)
  }

  /// Brings to an index what stands there in ascending order, nothing greater before it, nothing less behind it.
  private static func select(_ wanted: Int, _ values: Apart<Double>, _ range: Range<Int>) -> Double {
    var (low, high) = (range.lowerBound, range.upperBound - 1)
    while low < high {
      let pivot = median(values[low], values[low + (high - low) / 2], values[high])
      var (i, j) = (low, high)
      while i <= j {
        while values[i] < pivot { i &+= 1 }
        while values[j] > pivot { j &-= 1 }
        if i <= j {
          let value = values[i]
          values[i] = values[j]
          values[j] = value
          i &+= 1
          j &-= 1
        }
      }
      if wanted <= j { high = j } else if wanted >= i { low = i } else { return values[wanted] }
    }
    return values[wanted]
  }

  private static func median(_ a: Double, _ b: Double, _ c: Double) -> Double {
    max(min(a, b), min(max(a, b), c))
  }
}
