import IbidColumns

/// Totals of several aggregates over the same groups, made in one pass over the rows.
///
/// A group's totals stand side by side, so that a row touches one place of memory however many aggregates there are:
///
///     term          0      1        0      1
///     records    [ sum₀ , count₀ | sum₁ , count₁ | … ]
///
/// Rows are taken in blocks. The loop of each term runs over one block, whose records and group numbers are in the nearest
/// cache when the next term comes. Where groups are few, rows take turns at several records of a group, so that an addition
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
    case union(Union, Bitmap?)
  }

  let terms: [Term]
  let ids: GroupIds
  let groupCount: Int

  /// So many bytes of records, all turns together, are few.
  private static let fewBytes = 1 << 14
  private static let turns = 4
  /// Records of so many rows fit into the nearest cache.
  private static let rowsOfManyGroups = 512
  private static let rowsOfFewGroups = 1 << 13

  /// The totals of each term, in the order of the terms. O(terms × (rows + groups)), by all threads.
  func run() -> [Totals] {
    let width = terms.count
    // The last record is of rows that take no part: a store that nobody reads is cheaper than a branch.
    let records = groupCount + 1
    let size = records * width
    let areFew = size * Self.turns * MemoryLayout<UInt64>.stride <= Self.fewBytes
    let parallel = Parallel.current
    let stretches = parallel.stretches(of: ids.count, keeping: size, rowsPerKept: 2)
    let start = terms.map(\.start)
    let parts = parallel.parts(stretches.count) { index -> Part in
      let turns = areFew ? Self.turns : 1
      var part = Part(totals: [UInt64](repeating: 0, count: size * turns), bits: [UInt64](repeating: 0, count: width))
      part.totals.withApart { totals in
        if start.contains(where: { $0 != 0 }) {
          for record in 0..<records * turns { for term in 0..<width { totals[record &* width &+ term] = start[term] } }
        }
        var first = stretches[index].lowerBound
        let step = areFew ? Self.rowsOfFewGroups : Self.rowsOfManyGroups
        while first < stretches[index].upperBound, !parallel.isStopped {
          let rows = first..<min(first + step, stretches[index].upperBound)
          first = rows.upperBound
          for term in 0..<width { part.bits[term] |= add(rows, term, to: totals, hasTurns: areFew) }
        }
        for turn in 1..<max(turns, 2) where turn < turns {
          merge(into: totals, 0..<size) { totals[turn &* size &+ $0] }
        }
      }
      return part
    }
    return finished(parts, size)
  }

  private struct Part {
    var totals: [UInt64]
    /// What each term noted of the values seen.
    var bits: [UInt64]
  }

  /// Puts the parts together in order, groups by all threads, and takes the records apart.
  private func finished(_ parts: [Part], _ size: Int) -> [Totals] {
    let width = terms.count
    var bits = [UInt64](repeating: 0, count: width)
    for part in parts { for term in 0..<width { bits[term] |= part.bits[term] } }
    guard var all = parts.first?.totals else {
      return terms.map { Totals(words: [UInt64](repeating: $0.start, count: groupCount), bits: 0) }
    }
    let parallel = Parallel.current
    if parts.count > 1 {
      all.withApart { all in
        parallel.forEachMorsel(of: groupCount + 1) { groups in
          let range = groups.lowerBound * width..<groups.upperBound * width
          for part in parts.dropFirst() { merge(into: all, range) { part.totals[$0] } }
        }
      }
    }
    let totals = all
    return (0..<width).map { term in
      let words = [UInt64](morsels: groupCount, filler: 0) { groups, words in
        let totals = totals.span
        for group in groups { words[group] = totals[group &* width &+ term] }
      }
      return Totals(words: words, bits: bits[term])
    }
  }

  // MARK: Loops

  /// The only places that know all kinds of terms.
  private func add(_ rows: Range<Int>, _ term: Int, to totals: Apart<UInt64>, hasTurns: Bool) -> UInt64 {
    switch terms[term] {
    case .count(let validity): loop(rows, Counting(), validity, term, totals, hasTurns)
    case .wholeSum(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    case .floatSum(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    case .wholeFloatSum(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    case .leastWhole(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    case .greatestWhole(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    case .leastFloat(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    case .greatestFloat(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    case .union(let kind, let validity): loop(rows, kind, validity, term, totals, hasTurns)
    }
  }

  /// Puts later totals, by their place, to those of a range of places, which begins with a record.
  @inline(__always)
  private func merge(into totals: Apart<UInt64>, _ range: Range<Int>, _ later: (Int) -> UInt64) {
    for (term, kind) in terms.enumerated() {
      switch kind {
      case .count: merge(Counting(), term, into: totals, range, later)
      case .wholeSum(let kind, _): merge(kind, term, into: totals, range, later)
      case .floatSum(let kind, _): merge(kind, term, into: totals, range, later)
      case .wholeFloatSum(let kind, _): merge(kind, term, into: totals, range, later)
      case .leastWhole(let kind, _): merge(kind, term, into: totals, range, later)
      case .greatestWhole(let kind, _): merge(kind, term, into: totals, range, later)
      case .leastFloat(let kind, _): merge(kind, term, into: totals, range, later)
      case .greatestFloat(let kind, _): merge(kind, term, into: totals, range, later)
      case .union(let kind, _): merge(kind, term, into: totals, range, later)
      }
    }
  }

  @inline(__always)
  private func merge<Kind: Accumulator>(
    _ kind: Kind, _ term: Int, into totals: Apart<UInt64>, _ range: Range<Int>, _ later: (Int) -> UInt64
  ) where Kind.Total: Word {
    var place = range.lowerBound + term
    while place < range.upperBound {
      var total = Kind.Total(word: totals[place])
      kind.merge(Kind.Total(word: later(place)), into: &total)
      totals[place] = total.word
      place &+= terms.count
    }
  }

  /// Takes rows into one term of their groups' records; what the term noted.
  @inline(__always)
  private func loop<Kind: Accumulator>(
    _ rows: Range<Int>, _ kind: Kind, _ validity: Bitmap?, _ term: Int, _ totals: Apart<UInt64>, _ hasTurns: Bool
  ) -> UInt64 where Kind.Total: Word {
    var bits: UInt64 = 0
    let (width, last) = (terms.count, groupCount)
    // Rows whose number ends in the same bits take the same turn.
    let mask = hasTurns ? Self.turns - 1 : 0
    let size = (groupCount + 1) * width
    switch (ids, validity) {
    case (.one, nil): addAll(rows, kind, to: totals, &bits, term, size, mask)
    case (.one, let validity?), (.some(let validity), nil):
      addMembers(of: validity, rows, kind, to: totals, &bits, term, size, mask)
    case (.some(let members), let validity?):
      addMembers(of: members, rows, kind, to: totals, &bits, term, size, mask, and: validity)
    case (.each(let ids), nil):
      let ids = ids.span
      for row in rows {
        let id = Int(ids[row])
        let place = (id < 0 ? last : id) &* width &+ term &+ (row & mask) &* size
        var total = Kind.Total(word: totals[place])
        kind.add(row, to: &total, &bits)
        totals[place] = total.word
      }
    case (.each(let ids), let validity?):
      let ids = ids.span
      let valid = validity.words
      for row in rows {
        let isThere = valid[row &>> 6] &>> UInt64(row & 63) & 1 != 0
        let id = Int(ids[row])
        let place = (id < 0 || !isThere ? last : id) &* width &+ term &+ (row & mask) &* size
        var total = Kind.Total(word: totals[place])
        kind.add(row, to: &total, &bits)
        totals[place] = total.word
      }
    }
    return bits
  }

  /// All rows into the one group, four at a time.
  @inline(__always)
  private func addAll<Kind: Accumulator>(
    _ rows: Range<Int>, _ kind: Kind, to totals: Apart<UInt64>, _ bits: inout UInt64, _ term: Int, _ size: Int,
    _ mask: Int
  ) where Kind.Total: Word {
    var row = rows.lowerBound
    if mask == 3, row & 3 == 0 {
      var (a, b) = (Kind.Total(word: totals[term]), Kind.Total(word: totals[term &+ size]))
      var (c, d) = (Kind.Total(word: totals[term &+ 2 &* size]), Kind.Total(word: totals[term &+ 3 &* size]))
      while row &+ 4 <= rows.upperBound {
        kind.add(row, to: &a, &bits)
        kind.add(row &+ 1, to: &b, &bits)
        kind.add(row &+ 2, to: &c, &bits)
        kind.add(row &+ 3, to: &d, &bits)
        row &+= 4
      }
      (totals[term], totals[term &+ size]) = (a.word, b.word)
      (totals[term &+ 2 &* size], totals[term &+ 3 &* size]) = (c.word, d.word)
    }
    while row < rows.upperBound {
      let place = term &+ (row & mask) &* size
      var total = Kind.Total(word: totals[place])
      kind.add(row, to: &total, &bits)
      totals[place] = total.word
      row &+= 1
    }
  }

  /// The rows of a bitmap into the one group, a word of it at a time; words that are full go four rows at a time.
  @inline(__always)
  private func addMembers<Kind: Accumulator>(
    of members: Bitmap, _ rows: Range<Int>, _ kind: Kind, to totals: Apart<UInt64>, _ bits: inout UInt64, _ term: Int,
    _ size: Int, _ mask: Int, and validity: Bitmap? = nil
  ) where Kind.Total: Word {
    // Blocks begin with a word, as stretches do.
    let (members, valid) = (members.words, validity?.words)
    for index in rows.lowerBound / 64..<(rows.upperBound + 63) / 64 {
      var word = members[index]
      if let valid { word &= valid[index] }
      if word == .max {
        addAll(index &* 64..<index &* 64 &+ 64, kind, to: totals, &bits, term, size, mask)
        continue
      }
      while word != 0 {
        let row = index &* 64 &+ word.trailingZeroBitCount
        word &= word &- 1
        let place = term &+ (row & mask) &* size
        var total = Kind.Total(word: totals[place])
        kind.add(row, to: &total, &bits)
        totals[place] = total.word
      }
    }
  }
}

extension TotalsPass.Term {
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
    case .union(let kind, _): kind.start.word
    }
  }
}

/// What a pass found for one term.
struct Totals {
  /// A number for each group, as its bits.
  let words: [UInt64]
  /// What the values had in common: see `Accumulator.add`.
  let bits: UInt64

  func wholes() -> [Int64] {
    [Int64](morsels: words.count, filler: 0) { range, output in
      let words = words.span
      for group in range { output[group] = Int64(word: words[group]) }
    }
  }

  func floats() -> [Double] {
    [Double](morsels: words.count, filler: 0) { range, output in
      let words = words.span
      for group in range { output[group] = Double(word: words[group]) }
    }
  }
}

/// A number that 64 bits hold.
protocol Word {
  init(word: UInt64)
  var word: UInt64 { get }
}

extension Int64: Word {
  @inline(__always) init(word: UInt64) { self.init(bitPattern: word) }
  @inline(__always) var word: UInt64 { UInt64(bitPattern: self) }
}

extension Double: Word {
  @inline(__always) init(word: UInt64) { self.init(bitPattern: word) }
  @inline(__always) var word: UInt64 { bitPattern }
}
