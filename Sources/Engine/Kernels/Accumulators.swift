import IbidColumns

// What the aggregates do with each row. Null rule: rows without a value never come here.

struct Counting: Accumulator {
  var start: Int64 { 0 }
  @inline(__always) func add(_ row: Int, to total: inout Int64, _ bits: inout UInt64) { total &+= 1 }
  @inline(__always) func merge(_ later: Int64, into total: inout Int64) { total &+= later }
}

/// Wraps where a sum does not fit; the bits tell whether that may have been.
struct WholeSum: Accumulator {
  let values: [Int64]
  var start: Int64 { 0 }

  @inline(__always)
  func add(_ row: Int, to total: inout Int64, _ bits: inout UInt64) {
    let value = values[row]
    bits |= UInt64(bitPattern: value ^ (value >> 63))
    total &+= value
  }

  @inline(__always) func merge(_ later: Int64, into total: inout Int64) { total &+= later }
}

struct FloatSum: Accumulator {
  let values: [Double]
  var start: Double { 0 }
  @inline(__always) func add(_ row: Int, to total: inout Double, _ bits: inout UInt64) { total += values[row] }
  @inline(__always) func merge(_ later: Double, into total: inout Double) { total += later }
}

struct WholeFloatSum: Accumulator {
  let values: [Int64]
  var start: Double { 0 }
  @inline(__always) func add(_ row: Int, to total: inout Double, _ bits: inout UInt64) { total += Double(values[row]) }
  @inline(__always) func merge(_ later: Double, into total: inout Double) { total += later }
}

/// Sums of products of the distances from two means: for variance and correlation.
struct ProductSum: Accumulator {
  let x: [Double]
  let y: [Double]
  let xMeans: [Double]
  let yMeans: [Double]
  let ids: [Int32]
  var start: Double { 0 }

  @inline(__always)
  func add(_ row: Int, to total: inout Double, _ bits: inout UInt64) {
    let id = Int(ids[row])
    // Rows that take no part have no mean of their own.
    if id >= 0 { total += (x[row] - xMeans[id]) * (y[row] - yMeans[id]) }
  }

  @inline(__always) func merge(_ later: Double, into total: inout Double) { total += later }
}

/// The same for both columns, each by itself and by the other.
struct ProductSums: Accumulator {
  struct Total: BitwiseCopyable {
    var (xx, yy, xy) = (0.0, 0.0, 0.0)
  }

  let x: [Double]
  let y: [Double]
  let xMeans: [Double]
  let yMeans: [Double]
  let ids: [Int32]
  var start: Total { Total() }

  @inline(__always)
  func add(_ row: Int, to total: inout Total, _ bits: inout UInt64) {
    let id = Int(ids[row])
    if id < 0 { return }
    let (dx, dy) = (x[row] - xMeans[id], y[row] - yMeans[id])
    total.xx += dx * dx
    total.yy += dy * dy
    total.xy += dx * dy
  }

  @inline(__always)
  func merge(_ later: Total, into total: inout Total) {
    total.xx += later.xx
    total.yy += later.yy
    total.xy += later.xy
  }
}

struct Least<Number: Comparable & BitwiseCopyable>: Accumulator {
  let values: [Number]
  let start: Number

  @inline(__always)
  func add(_ row: Int, to total: inout Number, _ bits: inout UInt64) { merge(values[row], into: &total) }

  @inline(__always) func merge(_ later: Number, into total: inout Number) { if later < total { total = later } }
}

struct Greatest<Number: Comparable & BitwiseCopyable>: Accumulator {
  let values: [Number]
  let start: Number

  @inline(__always)
  func add(_ row: Int, to total: inout Number, _ bits: inout UInt64) { merge(values[row], into: &total) }

  @inline(__always) func merge(_ later: Number, into total: inout Number) { if later > total { total = later } }
}

/// The least distance of a packed column of words: that of missing values is the greatest, which makes no difference.
struct LeastDistance: Accumulator {
  let distances: [Int32]
  var start: Int64 { Int64(Int32.max) }

  init(_ numbers: PackedNumbers) {
    if case .words(let distances) = numbers.distances { self.distances = distances } else { distances = [] }
  }

  @inline(__always)
  func add(_ row: Int, to total: inout Int64, _ bits: inout UInt64) { merge(Int64(distances[row]), into: &total) }

  @inline(__always) func merge(_ later: Int64, into total: inout Int64) { if later < total { total = later } }
}

/// The greatest distance of a packed column of words, missing values left out.
struct GreatestDistance: Accumulator {
  let distances: [Int32]
  let missing: Int32
  var start: Int64 { -1 }

  init(_ numbers: PackedNumbers) {
    if case .words(let distances) = numbers.distances { self.distances = distances } else { distances = [] }
    // Without missing values no distance is as great.
    missing = Int32(truncatingIfNeeded: numbers.span)
  }

  @inline(__always)
  func add(_ row: Int, to total: inout Int64, _ bits: inout UInt64) {
    let distance = distances[row]
    merge(distance == missing ? -1 : Int64(distance), into: &total)
  }

  @inline(__always) func merge(_ later: Int64, into total: inout Int64) { if later > total { total = later } }
}

/// Distances of a packed column of words: where nothing is missing, or adds nothing that matters.
struct DistanceSum: Accumulator {
  let distances: [Int32]
  var start: Int64 { 0 }

  /// nil for distances of another width.
  init?(_ numbers: PackedNumbers) {
    guard case .words(let distances) = numbers.distances else { return nil }
    self.distances = distances
  }

  @inline(__always)
  func add(_ row: Int, to total: inout Int64, _ bits: inout UInt64) { total &+= Int64(distances[row]) }

  @inline(__always) func merge(_ later: Int64, into total: inout Int64) { total &+= later }
}

struct Presence: Accumulator {
  var start: UInt8 { 0 }
  @inline(__always) func add(_ row: Int, to total: inout UInt8, _ bits: inout UInt64) { total = 1 }
  @inline(__always) func merge(_ later: UInt8, into total: inout UInt8) { total |= later }
}

/// The bits that some row of a group has.
struct Union: Accumulator {
  let values: [UInt8]
  var start: Int64 { 0 }
  @inline(__always) func add(_ row: Int, to total: inout Int64, _ bits: inout UInt64) { total |= Int64(values[row]) }
  @inline(__always) func merge(_ later: Int64, into total: inout Int64) { total |= later }
}
