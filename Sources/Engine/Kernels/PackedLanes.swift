import IbidColumns

/// Sums of short numbers, several of them side by side in one word, so that a row adds to all of them at once.
///
///     word   [ … 0 | sum of v2: 24 bits | sum of v1: 22 bits | rows: 18 bits ]
///
/// A lane has the bits of the greatest sum of so many rows; before more rows come, lanes are emptied into numbers of 64 bits.
struct PackedLanes {
  /// What a row adds: the product of the distances of some columns (of none: one), if all of the columns have a value.
  struct Lane: Hashable {
    /// Indices of columns, none, one or two.
    var factors: [Int] = []
    /// Columns that may be missing and decide, too, whether the row counts.
    var present: [Int] = []
  }

  private(set) var columns: [PackedNumbers] = []
  private(set) var lanes: [Lane] = []
  private var columnOf: [Int: Int] = [:]

  var isEmpty: Bool { lanes.isEmpty }

  /// The number of a column here; one with the same `key` is the same column.
  mutating func column(_ numbers: PackedNumbers, key: Int?) -> Int {
    if let key, let known = columnOf[key] { return known }
    columns.append(numbers)
    if let key { columnOf[key] = columns.count - 1 }
    return columns.count - 1
  }

  /// The number of a lane for the product of columns, over the rows that have all of those and the others. Of two columns both
  /// are short.
  mutating func lane(_ factors: [Int] = [], among others: [Int] = []) -> Int {
    let lane = Lane(factors: factors, present: Set(factors + others).filter { columns[$0].hasMissing }.sorted())
    if let known = lanes.firstIndex(of: lane) { return known }
    lanes.append(lane)
    return lanes.count - 1
  }

  // MARK: Layout

  /// Where each lane is, for a number of rows between two times that they are emptied.
  struct Layout {
    struct Place {
      var word: Int
      var shift: UInt64
      var bits: UInt64
    }

    var places: [Place] = []
    var wordCount = 0
    /// Lanes hold the sums of so many rows.
    var rows: Int
  }

  /// As few words as there can be: for fewer rows lanes are narrower, which pays while emptying them costs little.
  func layout(rows: Int, groups: Int) -> Layout {
    var best = layout(rows: max(rows, 1))
    var fewer = max(rows, 1)
    while best.wordCount > 1, fewer / 2 >= max(Self.fewestRows, groups * Self.rowsPerGroup) {
      fewer /= 2
      let next = layout(rows: fewer)
      if next.wordCount < best.wordCount { best = next }
    }
    return best
  }

  private static let fewestRows = 1 << 13
  private static let rowsPerGroup = 16

  private func layout(rows: Int) -> Layout {
    var layout = Layout(rows: rows)
    /// Bits that are taken of each word.
    var taken: [Int] = []
    for lane in lanes {
      let most = lane.factors.reduce(UInt64(1)) { $0 &* UInt64(max(columns[$1].span - 1, 1)) }
      // A factor has 31 bits at most, two together 32, rows fewer than 32.
      let bits = 64 - (most &* UInt64(rows)).leadingZeroBitCount
      let word = taken.firstIndex { $0 + bits <= 64 } ?? taken.count
      if word == taken.count { taken.append(0) }
      layout.places.append(.init(word: word, shift: UInt64(taken[word]), bits: UInt64(bits)))
      taken[word] += bits
    }
    layout.wordCount = taken.count
    return layout
  }

  // MARK: Rows

  /// What a block of rows adds to each word. Scratch memory of one thread.
  struct Block {
    private(set) var words: [[UInt64]]
    /// What the words begin with.
    private let starts: [Start]
    /// The lanes that are added to that.
    private let others: [Int]
    /// Of the columns of lanes that depend on more than one, the distances of the block.
    private var distances: [[UInt32]]

    init(_ lanes: PackedLanes, _ layout: Layout) {
      words = [[UInt64]](
        repeating: [UInt64](repeating: 0, count: CombinedCodes.blockRows), count: layout.wordCount)
      let starts = words.indices.map { Start($0, lanes, layout) }
      others = lanes.lanes.indices.filter { !starts[layout.places[$0].word].lanes.contains($0) }
      self.starts = starts
      distances = lanes.columns.indices.map { column in
        let isNeeded = lanes.lanes.contains { !$0.isSimple && ($0.factors + $0.present).contains(column) }
        return isNeeded ? [UInt32](repeating: 0, count: CombinedCodes.blockRows) : []
      }
    }

    /// Takes in at most `CombinedCodes.blockRows` rows.
    mutating func fill(_ rows: Range<Int>, _ lanes: PackedLanes, _ layout: Layout) {
      for word in words.indices {
        let start = starts[word]
        words[word].withApart { words in
          switch (start.bytes.first, start.bytes.dropFirst().first) {
          case (let a?, let b?):
            words.set(to: start.every, and: a.bytes.span, shift: a.shift, and: b.bytes.span, shift: b.shift, rows)
          case (let a?, nil): words.set(to: start.every, and: a.bytes.span, shift: a.shift, rows)
          case (nil, _): words.set(to: start.every, rows.count)
          }
        }
      }
      for column in distances.indices where !distances[column].isEmpty {
        distances[column].withApart { output in
          switch lanes.columns[column].distances {
          case .bytes(let numbers): output.set(to: numbers.span, rows)
          case .shorts(let numbers): output.set(to: numbers.span, rows)
          case .words(let numbers): output.set(to: numbers.span, rows)
          }
        }
      }
      for index in others {
        let (lane, place) = (lanes.lanes[index], layout.places[index])
        let distances = self.distances
        words[place.word].withApart { words in
          switch (lane.factors.count, lane.present.count) {
          case (0, 1): Self.addOnes(lanes.columns[lane.present[0]], rows, place.shift, to: words)
          case (1, _) where lane.isSimple: Self.add(lanes.columns[lane.factors[0]], rows, place.shift, to: words)
          case (2, 0):
            let (a, b) = (distances[lane.factors[0]], distances[lane.factors[1]])
            words.addProducts(a.span, b.span, rows.count, shift: place.shift)
          default: Self.addProducts(lane, lanes, distances, rows.count, place.shift, to: words)
          }
        }
      }
    }

    private static func add(_ numbers: PackedNumbers, _ rows: Range<Int>, _ shift: UInt64, to words: Apart<UInt64>) {
      switch numbers.distances {
      case .bytes(let distances):
        words.add(
          distances.span, rows, missing: numbers.hasMissing ? UInt8(truncatingIfNeeded: numbers.span) : nil,
          shift: shift)
      case .shorts(let distances):
        words.add(
          distances.span, rows, missing: numbers.hasMissing ? UInt16(truncatingIfNeeded: numbers.span) : nil,
          shift: shift)
      case .words(let distances):
        words.add(
          distances.span, rows, missing: numbers.hasMissing ? Int32(truncatingIfNeeded: numbers.span) : nil,
          shift: shift)
      }
    }

    private static func addOnes(
      _ numbers: PackedNumbers, _ rows: Range<Int>, _ shift: UInt64, to words: Apart<UInt64>
    ) {
      switch numbers.distances {
      case .bytes(let distances):
        words.addOnes(distances.span, rows, missing: UInt8(truncatingIfNeeded: numbers.span), shift: shift)
      case .shorts(let distances):
        words.addOnes(distances.span, rows, missing: UInt16(truncatingIfNeeded: numbers.span), shift: shift)
      case .words(let distances):
        words.addOnes(distances.span, rows, missing: Int32(truncatingIfNeeded: numbers.span), shift: shift)
      }
    }

    /// Of rows that all of the columns have.
    private static func addProducts(
      _ lane: Lane, _ lanes: PackedLanes, _ distances: [[UInt32]], _ rows: Int, _ shift: UInt64,
      to words: Apart<UInt64>
    ) {
      for row in 0..<rows {
        var product: UInt64 = 1
        for column in lane.factors { product &*= UInt64(distances[column][row]) }
        for column in lane.present where Int(distances[column][row]) == lanes.columns[column].span { product = 0 }
        words[row] &+= product &<< shift
      }
    }
  }
}

extension PackedLanes {
  /// What the words of a block are set to: what all rows add, and two columns of bytes.
  fileprivate struct Start {
    var every: UInt64 = 0
    var bytes: [(bytes: [UInt8], shift: UInt64)] = []
    /// The lanes that this takes care of.
    var lanes: Set<Int> = []

    init(_ word: Int, _ packed: PackedLanes, _ layout: Layout) {
      for (index, place) in layout.places.enumerated() where place.word == word {
        let lane = packed.lanes[index]
        if lane.factors.isEmpty, lane.present.isEmpty {
          every |= 1 &<< place.shift
        } else if lane.factors.count == 1, lane.present.isEmpty, bytes.count < 2,
          case .bytes(let distances) = packed.columns[lane.factors[0]].distances
        {
          bytes.append((distances, place.shift))
        } else {
          continue
        }
        lanes.insert(index)
      }
    }
  }
}

extension PackedLanes.Lane {
  /// Whether it depends on one column at most.
  fileprivate var isSimple: Bool { factors.count <= 1 && Set(factors + present).count <= 1 }
}
