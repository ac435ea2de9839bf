import IbidColumns

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
