import IbidColumns

extension TotalsPass {
  /// Takes rows into one term of their groups' records; what the term noted. The group of a row is at its number less
  /// `offset`, as is its bit among some.
  func add(
    _ rows: Range<Int>, _ term: Int, _ ids: GroupIds, _ offset: Int, to totals: Apart<UInt64>, _ shape: Shape
  ) -> UInt64 {
    switch terms[term] {
    case .count(let validity):
      if shape.turns == 4, let members = ids.members(validity) {
        count(members, rows, offset, to: totals, term, shape)
      } else {
        loop(rows, Counting(), validity, term, ids, offset, totals, shape)
      }
    case .wholeSum(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .floatSum(let kind, let validity):
      if shape.turns == 4, let members = ids.members(validity) {
        addMembers(of: members, rows, offset, kind.values, to: totals, term, shape)
      } else {
        loop(rows, kind, validity, term, ids, offset, totals, shape)
      }
    case .wholeFloatSum(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .leastWhole(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .greatestWhole(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .leastFloat(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .greatestFloat(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .leastDistance(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .greatestDistance(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .union(let kind, let validity): loop(rows, kind, validity, term, ids, offset, totals, shape)
    case .distanceSum(let kind):
      if let members = ids.members(nil) {
        addMembers(of: members, rows, offset, kind, to: totals, term, shape)
      } else {
        loop(rows, kind, nil, term, ids, offset, totals, shape)
      }
    }
  }

  @inline(__always)
  private func loop<Kind: Accumulator>(
    _ rows: Range<Int>, _ kind: Kind, _ validity: Bitmap?, _ term: Int, _ ids: GroupIds, _ offset: Int,
    _ totals: Apart<UInt64>, _ shape: Shape
  ) -> UInt64 where Kind.Total: Word {
    var bits: UInt64 = 0
    let (width, last, size) = (shape.width, groupCount, shape.size)
    // Rows whose number ends in the same bits take the same turn.
    let mask = shape.turns - 1
    let term = shape.wordCount + term
    switch (ids, validity) {
    case (.one, nil): addAll(rows, kind, to: totals, &bits, term, size, mask)
    case (.one, let validity?): addMembers(of: validity, rows, 0, kind, to: totals, &bits, term, size, mask)
    case (.some(let members), let validity):
      addMembers(of: members, rows, offset, kind, to: totals, &bits, term, size, mask, and: validity)
    // Written out, a block at a time.
    case (.combined, _): break
    case (.each(let ids), nil):
      let ids = ids.span
      for row in rows {
        let id = Int(ids[row &- offset])
        let place = (id < 0 ? last : id) &* width &+ term &+ (row & mask) &* size
        var total = Kind.Total(word: totals[place])
        kind.add(row, to: &total, &bits)
        totals[place] = total.word
      }
    case (.each(let ids), let validity?):
      let ids = ids.span
      let validWords = validity.words
      let valid = validWords.span
      for row in rows {
        // All bits of it set or none: which way a row goes nobody could foresee, so there is no branch.
        let isThere = 0 &- Int(truncatingIfNeeded: valid[row &>> 6] &>> UInt64(row & 63) & 1)
        let id = Int(ids[row &- offset])
        let group = last ^ ((id < 0 ? last : id) ^ last) & isThere
        let place = group &* width &+ term &+ (row & mask) &* size
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
    of members: Bitmap, _ rows: Range<Int>, _ offset: Int, _ kind: Kind, to totals: Apart<UInt64>, _ bits: inout UInt64,
    _ term: Int,
    _ size: Int, _ mask: Int, and validity: Bitmap? = nil
  ) where Kind.Total: Word {
    // Blocks begin with a word, as stretches do.
    let (members, valid) = (members.words, validity?.words)
    for index in rows.lowerBound / 64..<(rows.upperBound + 63) / 64 {
      var word = members[index &- offset / 64]
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

  // MARK: Under a mask

  private func count(
    _ members: Bitmap, _ rows: Range<Int>, _ offset: Int, to totals: Apart<UInt64>, _ term: Int, _ shape: Shape
  ) -> UInt64 {
    var count = 0
    let memberWords = members.words
    let words = memberWords.span
    for word in (rows.lowerBound - offset) / 64..<(rows.upperBound - offset + 63) / 64 {
      count &+= words[word].nonzeroBitCount
    }
    totals[shape.wordCount &+ term] &+= UInt64(count)
    return 0
  }

  /// Rows take turns at eight sums, which become the four that there are elsewhere.
  private func addMembers(
    of members: Bitmap, _ rows: Range<Int>, _ offset: Int, _ values: [Double], to totals: Apart<UInt64>, _ term: Int,
    _ shape: Shape
  ) -> UInt64 {
    let memberWords = members.words
    let (words, values) = (memberWords.span, values.span)
    var sums = SIMD8<Double>()
    let whole = rows.lowerBound / 64..<max(rows.lowerBound, min(rows.upperBound, values.count)) / 64
    values.add(where: words, from: offset / 64, whole, to: &sums)
    for row in whole.upperBound * 64..<rows.upperBound {
      let place = row &- offset
      if words[place &>> 6] &>> UInt64(place & 63) & 1 != 0 { sums[row & 7] += values[row] }
    }
    add(sums, to: totals, term, shape)
    return 0
  }

  private func addMembers(
    of members: Bitmap, _ rows: Range<Int>, _ offset: Int, _ kind: DistanceSum, to totals: Apart<UInt64>, _ term: Int,
    _ shape: Shape
  ) -> UInt64 {
    let memberWords = members.words
    let rows = rows.lowerBound..<min(rows.upperBound, kind.distances.count)
    totals[shape.wordCount &+ term] &+= kind.distances.span.sum(where: memberWords.span, from: offset, rows)
    return 0
  }

  /// Adds eight sums of the one group to the four that there are.
  func add(_ sums: SIMD8<Double>, to totals: Apart<UInt64>, _ term: Int, _ shape: Shape) {
    for turn in 0..<4 {
      let place = shape.wordCount &+ term &+ (turn & (shape.turns - 1)) &* shape.size
      totals[place] = (Double(word: totals[place]) + (sums[turn] + sums[turn + 4])).word
    }
  }
}

extension GroupIds {
  /// The rows of the one group that have a value, where one bitmap tells them.
  func members(_ validity: Bitmap?) -> Bitmap? {
    switch (self, validity) {
    case (.one, let validity): validity
    case (.some(let members), nil): members
    case (.some, _), (.each, _), (.combined, _): nil
    }
  }
}
