import IbidColumns

/// Totals of several aggregates over the same groups, made in one pass over the rows.
///
/// A group's totals stand side by side, so that a row touches one place of memory however many aggregates there are: words in
/// which sums of short numbers are packed, then a word for each other term.
///
///     word         0        1      2         0        1      2
///     records    [ lanes₀ , sum₀ , least₀ | lanes₁ , sum₁ , least₁ | … ]
///
/// Rows are taken in blocks. The loop of each word runs over one block, whose records and group numbers are in the nearest
/// cache when the next word comes. Where groups are few, rows take turns at several records of a group, so that an addition
/// need not wait for the one before. Which rows are added to which record depends on their number alone.
struct TotalsPass {
  /// One number of 64 bits for each group; rows that the bitmap does not have are left out.
  enum Term {
    case count(Bitmap?)
    case wholeSum(WholeSum, Bitmap?)
    case floatSum(FloatSum, Bitmap?)
    case wholeFloatSum(WholeFloatSum, Bitmap?)
    case leastWhole(Least<Int64>, Bitmap?)
    case greatestWhole(Greatest<Int64>, Bitmap?)
    case leastFloat(Least<Double>, Bitmap?)
    case greatestFloat(Greatest<Double>, Bitmap?)
    case leastDistance(LeastDistance, Bitmap?)
    case greatestDistance(GreatestDistance, Bitmap?)
    case union(Union, Bitmap?)
    case distanceSum(DistanceSum)
  }

  var terms: [Term]
  /// None unless each row has a group number of its own, which is not negative.
  var lanes = PackedLanes()
  var extremes: [PackedExtreme] = []
  let ids: GroupIds
  let groupCount: Int
  /// Whether each row is a group, in the order of the rows.
  var isRowByRow = false
  /// Which of the rows in the one group count, found out block by block.
  var tests: RowTests?

  /// Totals of the terms, of the lanes and of the extremes, in their order.
  struct Found {
    var terms: [Totals]
    var lanes: [Totals]
    var extremes: [Totals]
    /// What the rows that were tested came to.
    var tested: RowTests.Found?
  }

  /// So many bytes of records, all turns together, are few.
  private static let fewBytes = 1 << 14
  private static let turns = 4
  /// Records of so many rows fit into the nearest cache.
  private static let rowsOfManyGroups = CombinedCodes.blockRows
  private static let rowsOfFewGroups = 1 << 13
  private static let rowsPerRecordWord = 4

  /// How records lie in memory, and how many rows go at once.
  struct Shape {
    let layout: PackedLanes.Layout
    let wordCount: Int
    /// Words of a record.
    let width: Int
    /// One for each group, and a last one for rows that take no part: a store that nobody reads is cheaper than a branch.
    let records: Int
    let turns: Int
    let rowsAtOnce: Int

    /// Words of the records of one turn.
    var size: Int { records * width }
  }

  private func shape(rows: Int) -> Shape {
    let layout = lanes.layout(rows: rows, groups: groupCount)
    let width = layout.wordCount + terms.count
    let areFew = (groupCount + 1) * width * Self.turns * MemoryLayout<UInt64>.stride <= Self.fewBytes
    var rowsAtOnce = areFew ? Self.rowsOfFewGroups : Self.rowsOfManyGroups
    if !lanes.isEmpty { rowsAtOnce = CombinedCodes.blockRows }
    if case .combined = ids { rowsAtOnce = CombinedCodes.blockRows }
    return Shape(
      layout: layout, wordCount: layout.wordCount, width: width, records: groupCount + 1,
      turns: areFew ? Self.turns : 1,
      rowsAtOnce: rowsAtOnce)
  }

  /// O(terms × (rows + groups)), by all threads.
  func run() -> Found {
    if isRowByRow { return runRowByRow() }
    let parallel = Parallel.current
    let stretches = parallel.stretches(
      of: ids.count, keeping: (groupCount + 1) * (terms.count + lanes.lanes.count), rowsPerKept: Self.rowsPerRecordWord)
    if stretches.count == 1, extremes.isEmpty, areMorselsApart { return runApart() }
    let shape = shape(rows: stretches.map(\.count).max() ?? 0)
    let parts = parallel.parts(stretches.count) { index -> Part in
      var records = [UInt64](repeating: 0, count: shape.size * shape.turns)
      var part = records.withApart { records in
        begin(records, 0..<shape.records * shape.turns, shape)
        return passed(over: stretches[index], shape, into: records)
      }
      part.records = records
      return part
    }
    return finished(parts, shape)
  }

  // MARK: Morsels that share no group

  /// Whether the groups of each morsel lie behind those of the one before: where each row is a group, and where rows are sorted.
  private var areMorselsApart: Bool {
    let parallel = Parallel.current
    guard ids.count > parallel.morselRows, case .each(let numbers) = ids else { return false }
    let ranges = parallel.mapMorsels(of: numbers.count) { rows -> (least: Int32, most: Int32) in
      let numbers = numbers.span
      var (least, most) = (Int32.max, Int32.min)
      for row in rows {
        least = min(least, numbers[row])
        most = max(most, numbers[row])
      }
      return (least, most)
    }
    guard let first = ranges.first, first.least >= 0 else { return false }
    return zip(ranges, ranges.dropFirst()).allSatisfy { $0.most < $1.least }
  }

  /// All morsels into the same records, as no two of them touch the same.
  private func runApart() -> Found {
    let layout = lanes.layout(rows: ids.count, groups: ids.count)
    let shape = Shape(
      layout: layout, wordCount: layout.wordCount, width: layout.wordCount + terms.count, records: groupCount + 1,
      turns: 1, rowsAtOnce: CombinedCodes.blockRows)
    let parallel = Parallel.current
    var parts: [Part] = []
    let records = [UInt64](apart: shape.size, filler: 0) { records in
      parallel.forEachMorsel(of: shape.records) { begin(records, $0, shape) }
      parts = parallel.mapMorsels(of: ids.count) { passed(over: $0, shape, into: records) }
    }
    var all = Part(records: records, bits: [UInt64](repeating: 0, count: terms.count), extremes: [])
    for part in parts { for term in terms.indices { all.bits[term] |= part.bits[term] } }
    return finished([all], shape)
  }

  // MARK: Stretches

  /// What one stretch of rows comes to.
  private struct Part {
    var records: [UInt64] = []
    /// What each term noted of the values seen.
    var bits: [UInt64]
    /// What was emptied out of the lanes: lane after lane, a number for each group. Empty if they never were.
    var emptied: [UInt64] = []
    var extremes: [PackedExtreme.Part]
    var tested: RowTests.Found?
  }

  /// Sets records to what they are before the first row.
  private func begin(_ records: Apart<UInt64>, _ range: Range<Int>, _ shape: Shape) {
    let start = [UInt64](repeating: 0, count: shape.wordCount) + terms.map(\.start)
    for record in range { for word in start.indices { records[record &* shape.width &+ word] = start[word] } }
  }

  /// The first sum of floats that has a value of every row: it is added to in the loop of the last word, which has found the
  /// place of the row.
  private var firstFloats: (term: Int, values: [Double])? {
    for (term, kind) in terms.enumerated() {
      if case .floatSum(let sum, nil) = kind { return (term, sum.values) }
    }
    return nil
  }

  /// The sum of the floats that are tested.
  private var testedSum: Int? {
    guard let test = tests?.summed else { return nil }
    return terms.firstIndex { term in
      guard case .floatSum(let sum, nil) = term else { return false }
      return sum.values.span.isIdentical(to: test.values.span)
    }
  }

  /// Takes a stretch into `records`; everything else that it comes to is in the result.
  private func passed(over stretch: Range<Int>, _ shape: Shape, into records: Apart<UInt64>) -> Part {
    let parallel = Parallel.current
    var part = Part(
      bits: [UInt64](repeating: 0, count: terms.count), extremes: extremes.map { $0.start(groups: shape.records) })
    var block = PackedLanes.Block(lanes, shape.layout)
    var numbers: [Int32] = []
    var combined: CombinedCodes?
    if case .combined(let codes) = ids {
      combined = codes
      numbers = [Int32](repeating: 0, count: CombinedCodes.blockRows)
    }
    var tested = [UInt64](repeating: 0, count: tests == nil ? 0 : (shape.rowsAtOnce + 63) / 64)
    let floats = lanes.isEmpty ? nil : firstFloats
    let testedSum = testedSum
    var found = RowTests.Found(tests ?? RowTests())
    var (first, untilEmptied) = (stretch.lowerBound, shape.layout.rows)
    while first < stretch.upperBound, !parallel.isStopped {
      let rows = first..<min(first + shape.rowsAtOnce, stretch.upperBound)
      first = rows.upperBound
      var places = ids
      if let combined {
        numbers.withApart { combined.write(rows, to: $0) }
        places = .each(numbers)
      }
      if let tests {
        found.sums = SIMD8()
        tested.withApart { tests.write(rows, to: $0, offset: rows.lowerBound / 64, adding: &found) }
        if let testedSum { add(found.sums, to: records, testedSum, shape) }
        places = .some(Bitmap(words: tested, count: tested.count * 64))
      }
      let offset = combined == nil && tests == nil ? 0 : rows.lowerBound
      if !lanes.isEmpty {
        if untilEmptied < rows.count {
          empty(&part, records, shape)
          untilEmptied = shape.layout.rows
        }
        untilEmptied -= rows.count
        block.fill(rows, lanes, shape.layout)
      }
      if case .each(let places) = places {
        let rowsOfPlaces = rows.lowerBound - offset..<rows.upperBound - offset
        scatter(block, places, rowsOfPlaces, floats, first: rows.lowerBound, into: records, shape)
        for index in extremes.indices {
          extremes[index].add(rows, places.span, offset: offset, to: &part.extremes[index])
        }
      }
      for term in terms.indices where term != floats?.term && term != testedSum {
        part.bits[term] |= add(rows, term, places, offset, to: records, shape)
      }
      // The numbers are written again in place.
      places = .one(rows: 0)
    }
    for turn in 1..<max(shape.turns, 2) where turn < shape.turns {
      merge(into: records, 0..<shape.size, shape) { records[turn &* shape.size &+ $0] }
    }
    if tests != nil { part.tested = found }
    return part
  }

  /// Adds the words of a block to the records of its rows: two in a loop, the last one with the floats of the rows from
  /// `first` on.
  private func scatter(
    _ block: PackedLanes.Block, _ places: [Int32], _ rows: Range<Int>, _ floats: (term: Int, values: [Double])?,
    first: Int, into records: Apart<UInt64>, _ shape: Shape
  ) {
    let numbers = places.span
    var word = 0
    while word < shape.wordCount {
      let places = ScatterPlaces(width: shape.width, offset: word, turn: shape.turns == 1 ? 0 : shape.size)
      let words = block.words[word]
      if let floats, word == shape.wordCount - 1 {
        records.scatter(
          words.span, floats.values.span, from: first, gap: shape.wordCount + floats.term - word, to: places, numbers,
          rows)
      } else if word + 1 < shape.wordCount - (floats == nil ? 0 : 1) {
        let others = block.words[word + 1]
        records.scatter(words.span, and: others.span, to: places, numbers, rows)
        word += 1
      } else {
        records.scatter(words.span, to: places, numbers, rows)
      }
      word += 1
    }
  }

  /// Adds what is in the lanes to numbers of 64 bits.
  private func empty(_ part: inout Part, _ records: Apart<UInt64>, _ shape: Shape) {
    if part.emptied.isEmpty { part.emptied = [UInt64](repeating: 0, count: lanes.lanes.count * groupCount) }
    part.emptied.withApart { emptied in
      for (lane, place) in shape.layout.places.enumerated() {
        addLane(place, shape, 0..<groupCount, to: emptied, at: lane * groupCount) { records[$0] }
      }
    }
    for record in 0..<shape.records * shape.turns {
      for word in 0..<shape.wordCount { records[record &* shape.width &+ word] = 0 }
    }
  }

  /// Adds a lane of some groups' records, of all turns, to numbers of which that of group 0 is at `start`.
  @inline(__always)
  private func addLane<Sum: FixedWidthInteger>(
    _ place: PackedLanes.Layout.Place, _ shape: Shape, _ groups: Range<Int>, to sums: Apart<Sum>, at start: Int,
    _ record: (Int) -> UInt64
  ) {
    let mask = place.bits >= 64 ? UInt64.max : (1 << place.bits) - 1
    for turn in 0..<shape.turns {
      let first = turn * shape.size + place.word
      for group in groups {
        let sum = (record(first &+ group &* shape.width) &>> place.shift) & mask
        sums[start &+ group] &+= Sum(truncatingIfNeeded: sum)
      }
    }
  }

  /// Puts the parts together in order, groups by all threads, and takes the records apart.
  private func finished(_ parts: [Part], _ shape: Shape) -> Found {
    let parallel = Parallel.current
    var bits = [UInt64](repeating: 0, count: terms.count)
    for part in parts { for term in terms.indices { bits[term] |= part.bits[term] } }
    let lanes = shape.layout.places.enumerated().map { lane, place in
      Totals(
        wholes: [Int64](morsels: groupCount, filler: 0) { groups, sums in
          for group in groups { sums[group] = 0 }
          for part in parts {
            let records = part.records
            addLane(place, shape, groups, to: sums, at: 0) { records[$0] }
            if part.emptied.isEmpty { continue }
            let emptied = part.emptied.span
            for group in groups { sums[group] &+= Int64(word: emptied[lane &* groupCount &+ group]) }
          }
        }, bits: 0)
    }
    let extremes = self.extremes.indices.map { index in
      Totals(wholes: self.extremes[index].finished(parts.map { $0.extremes[index] }, groups: groupCount))
    }
    guard var all = parts.first?.records else {
      return Found(
        terms: terms.map { $0.totals(groupCount) { _, term in term.start } }, lanes: lanes, extremes: extremes)
    }
    let width = shape.width
    if parts.count > 1, !terms.isEmpty {
      all.withApart { all in
        parallel.forEachMorsel(of: groupCount + 1) { groups in
          let range = groups.lowerBound * width..<groups.upperBound * width
          for part in parts.dropFirst() {
            let records = part.records
            merge(into: all, range, shape) { records[$0] }
          }
        }
      }
    }
    let totals = all
    let found = terms.indices.map { term in
      terms[term].totals(groupCount, bits: bits[term]) { group, _ in totals[group &* width &+ shape.wordCount &+ term] }
    }
    var tested = parts.first?.tested
    for part in parts.dropFirst() { if let other = part.tested { tested?.take(other) } }
    return Found(terms: found, lanes: lanes, extremes: extremes, tested: tested)
  }

  // MARK: Putting together

  /// Puts later totals, by their place, to those of a range of places, which begins with a record.
  @inline(__always)
  private func merge(into totals: Apart<UInt64>, _ range: Range<Int>, _ shape: Shape, _ later: (Int) -> UInt64) {
    for (term, kind) in terms.enumerated() {
      switch kind {
      case .count: merge(Counting(), term, into: totals, range, shape, later)
      case .wholeSum(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .floatSum(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .wholeFloatSum(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .leastWhole(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .greatestWhole(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .leastFloat(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .greatestFloat(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .leastDistance(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .greatestDistance(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .union(let kind, _): merge(kind, term, into: totals, range, shape, later)
      case .distanceSum(let kind): merge(kind, term, into: totals, range, shape, later)
      }
    }
  }

  @inline(__always)
  private func merge<Kind: Accumulator>(
    _ kind: Kind, _ term: Int, into totals: Apart<UInt64>, _ range: Range<Int>, _ shape: Shape,
    _ later: (Int) -> UInt64
  ) where Kind.Total: Word {
    var place = range.lowerBound + shape.wordCount + term
    while place < range.upperBound {
      var total = Kind.Total(word: totals[place])
      kind.merge(Kind.Total(word: later(place)), into: &total)
      totals[place] = total.word
      place &+= shape.width
    }
  }
}

extension TotalsPass.Term {
  /// The numbers of all groups, from the words that hold them.
  @inline(__always)
  fileprivate func totals(_ groups: Int, bits: UInt64 = 0, _ word: (Int, Self) -> UInt64) -> Totals {
    switch self {
    case .count, .wholeSum, .leastWhole, .greatestWhole, .leastDistance, .greatestDistance, .union, .distanceSum:
      Totals(
        wholes: [Int64](morsels: groups, filler: 0) { range, output in
          for group in range { output[group] = Int64(word: word(group, self)) }
        }, bits: bits)
    case .floatSum, .wholeFloatSum, .leastFloat, .greatestFloat:
      Totals(
        floats: [Double](morsels: groups, filler: 0) { range, output in
          for group in range { output[group] = Double(word: word(group, self)) }
        }, bits: bits)
    }
  }

  fileprivate var start: UInt64 {
    switch self {
    case .count: 0
    case .wholeSum(let kind, _): kind.start.word
    case .floatSum(let kind, _): kind.start.word
    case .wholeFloatSum(let kind, _): kind.start.word
    case .leastWhole(let kind, _): kind.start.word
    case .greatestWhole(let kind, _): kind.start.word
    case .leastFloat(let kind, _): kind.start.word
    case .greatestFloat(let kind, _): kind.start.word
    case .leastDistance(let kind, _): kind.start.word
    case .greatestDistance(let kind, _): kind.start.word
    case .union(let kind, _): kind.start.word
    case .distanceSum(let kind): kind.start.word
    }
  }
}
