import IbidColumns

/// What is known of the rows of a frame that moves on: changed by each row that comes or goes, never looked for anew.
protocol MovingState {
  mutating func enter(_ row: Int)

  /// `row` has entered and not left.
  mutating func leave(_ row: Int)
}

extension Partitions {
  /// Leads `state` over the frames of all rows, partition by partition, each of which it leaves empty. Only valid rows enter;
  /// `read` is called with each row once its frame is in `state`.
  @inline(__always)
  func slide<State: MovingState>(
    _ state: inout State, _ valid: Bitmap?, _ extent: Extent, _ read: (inout State, Int) -> Void
  ) {
    for partition in (0..<count).untilStopped {
      var frame = range(partition).lowerBound..<range(partition).lowerBound
      for position in range(partition).untilStopped {
        let next = self.frame(ofPosition: position, extent)
        for entering in frame.upperBound..<next.upperBound {
          let row = Int(rows[entering])
          if valid?[row] ?? true { state.enter(row) }
        }
        for leaving in frame.lowerBound..<next.lowerBound {
          let row = Int(rows[leaving])
          if valid?[row] ?? true { state.leave(row) }
        }
        frame = next
        read(&state, Int(rows[position]))
      }
      for leaving in frame.untilStopped {
        let row = Int(rows[leaving])
        if valid?[row] ?? true { state.leave(row) }
      }
    }
  }
}

/// How often each value stands in a frame.
struct ValueCounts: MovingState {
  /// Number of each row's value, from 0 on.
  private let numbers: [Int32]
  private var members: [Int32]
  /// How many values stand in the frame.
  private(set) var different = 0

  init(_ values: Grouping) {
    numbers = values.ids.array
    members = [Int32](repeating: 0, count: values.count)
  }

  mutating func enter(_ row: Int) {
    let number = Int(numbers[row])
    if members[number] == 0 { different += 1 }
    members[number] += 1
  }

  mutating func leave(_ row: Int) {
    let number = Int(numbers[row])
    members[number] -= 1
    if members[number] == 0 { different -= 1 }
  }
}

/// The most frequent value of a frame that only grows until it is emptied; of equally frequent ones that which came first.
struct GrowingMode: MovingState {
  private let numbers: [Int32]
  private var members: [Int32]
  /// The row that each value entered with, and how many rows had entered before.
  private var first: [(row: Int32, place: Int32)]
  private var count: Int32 = 0
  private var best = -1

  init(_ values: Grouping) {
    numbers = values.ids.array
    members = [Int32](repeating: 0, count: values.count)
    first = [(row: Int32, place: Int32)](repeating: (-1, -1), count: values.count)
  }

  /// The first row of the value, -1 of an empty frame.
  var row: Int32 { best < 0 ? -1 : first[best].row }

  mutating func enter(_ row: Int) {
    let number = Int(numbers[row])
    if members[number] == 0 { first[number] = (Int32(row), count) }
    count += 1
    members[number] += 1
    if best < 0 || members[number] > members[best]
      || members[number] == members[best] && first[number].place < first[best].place
    {
      best = number
    }
  }

  mutating func leave(_ row: Int) {
    members[Int(numbers[row])] -= 1
    count -= 1
    best = -1
  }
}

/// The values of a frame in order, as a binary indexed tree over the places that the rows have among those of their partition
/// (P. Fenwick, "A New Data Structure for Cumulative Frequency Tables", 1994): a row enters, leaves and is found in as many
/// steps as the partition's size has bits.
struct SortedFrame: MovingState {
  /// Place of each row in its partition, by value, from 0 on.
  private let places: [Int32]
  /// `tree[i]` counts the members at the `i & -i` places that end before place `i`; `tree[0]` is not used.
  private var tree: [Int32]
  /// The rows by partition and value.
  private let sorted: Partitions
  private(set) var count = 0

  init(_ column: Column, _ partitions: Partitions) {
    sorted = Partitions(ids: partitions.ids, count: partitions.count, sortedBy: [(column, isDescending: false)])
    var places = [Int32](repeating: 0, count: sorted.rows.count)
    var largest = 0
    for partition in (0..<sorted.count).untilStopped {
      let range = sorted.range(partition)
      for position in range { places[Int(sorted.rows[position])] = Int32(position - range.lowerBound) }
      largest = max(largest, range.count)
    }
    self.places = places
    tree = [Int32](repeating: 0, count: largest + 1)
  }

  mutating func enter(_ row: Int) { add(1, at: Int(places[row])) }

  mutating func leave(_ row: Int) { add(-1, at: Int(places[row])) }

  private mutating func add(_ change: Int32, at place: Int) {
    count += Int(change)
    var index = place + 1
    while index < tree.count {
      tree[index] += change
      index += index & -index
    }
  }

  /// The member with `rank` others before it, fewer than `count`, in the partition of a row.
  func row(_ rank: Int, inPartitionOf row: Int) -> Int {
    var (index, rest) = (0, Int32(rank))
    var step = tree.count > 1 ? 1 << (Int.bitWidth - 1 - (tree.count - 1).leadingZeroBitCount) : 0
    while step > 0 {
      let next = index + step
      if next < tree.count, tree[next] <= rest {
        index = next
        rest -= tree[next]
      }
      step /= 2
    }
    return Int(sorted.rows[sorted.range(Int(sorted.ids[row])).lowerBound + index])
  }
}

/// Means of a frame's numbers, and the sums of products of the distances from them, kept up to date row by row (B. Welford,
/// "Note on a Method for Calculating Corrected Sums of Squares and Products", 1962). For frames that only grow until they are
/// emptied: what is taken off sums of floats leaves their rounding behind.
struct GrowingSpread: MovingState {
  private let x: [Double]
  private let y: [Double]
  private(set) var count = 0
  private var xMean = 0.0
  private var yMean = 0.0
  private var xx = 0.0
  private var yy = 0.0
  private var xy = 0.0

  init(_ x: [Double], _ y: [Double]) {
    self.x = x
    self.y = y
  }

  mutating func enter(_ row: Int) {
    count += 1
    let (dx, dy) = (x[row] - xMean, y[row] - yMean)
    xMean += dx / Double(count)
    yMean += dy / Double(count)
    xx += dx * (x[row] - xMean)
    yy += dy * (y[row] - yMean)
    xy += dx * (y[row] - yMean)
  }

  mutating func leave(_ row: Int) {
    count -= 1
    (xMean, yMean, xx, yy, xy) = (0, 0, 0, 0, 0)
  }

  /// nil below two rows; not finite where the numbers are too large.
  var covariance: Double? { count < 2 ? nil : xy / Double(count - 1) }

  /// Pearson's; nil where either side does not vary.
  var correlation: Double? {
    guard xx.isFinite, yy.isFinite, xy.isFinite else { return .nan }
    guard count > 1, xx > 0, yy > 0 else { return nil }
    // Rounding may carry it a little past one.
    return max(-1, min(1, xy / (xx.squareRoot() * yy.squareRoot())))
  }
}
