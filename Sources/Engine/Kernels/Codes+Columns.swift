import IbidColumns

// Null rule: missing values share one code, the last.

extension Codes {
  /// Equal codes for identical values.
  init(identityOf column: Column) {
    switch column {
    case .bool(let bools):
      let truth = bools.truth
      self.init(
        [Int32](morsels: bools.count, filler: 0) { range, codes in for row in range { codes[row] = truth[row] ? 1 : 0 }
        },
        domain: 2)
      joinMissing(bools.validity)
    case .int(let ints):
      if let packed = ints.packed {
        self.init(packed)
      } else {
        self.init(integers: ints.values, validity: ints.validity)
      }
    case .float(let floats):
      let values = floats.values
      // -0 is 0; NaN never enters a column.
      let bits = [Int64](morsels: values.count, filler: 0) { range, bits in
        for row in range { bits[row] = values[row] == 0 ? 0 : Int64(bitPattern: values[row].bitPattern) }
      }
      self.init(integers: bits, validity: floats.validity)
    case .text(let texts):
      if let packed = texts.packed {
        self.init(packed)
        return
      }
      self.init(texts.codes, domain: Int64(max(texts.dictionary.count, 1)))
      joinMissing(texts.validity)
    case .reference(let references): self.init(integers: references.rows, validity: references.validity)
    case .moment(let moments): self.init(moments)
    case .measure(let measures): self.init(measures)
    case .list(let lists): self.init(lists)
    case .source(let sources):
      var codes = Codes(sources.file.codes, domain: Int64(max(sources.file.dictionary.count, 1)))
      codes.combine(with: Codes(integers: sources.lower, validity: nil))
      codes.combine(with: Codes(integers: sources.upper, validity: nil))
      codes.joinMissing(sources.validity)
      self = codes
    }
  }

  /// The distance from the least value; where that is too long, numbers by first appearance.
  init<Number: FixedWidthInteger & SignedInteger & BitwiseCopyable & Sendable>(integers: [Number], validity: Bitmap?) {
    guard let range = Extent.of(integers, validity) else {
      self.init(rows: integers.count)
      return
    }
    let (span, overflow) = Int64(range.most).subtractingReportingOverflow(Int64(range.least))
    guard !overflow, span < Self.widestDomain - 2 else {
      self.init(hashing: integers.map { UInt64(truncatingIfNeeded: $0) })
      joinMissing(validity)
      return
    }
    let isNarrow = span < Int64(Int32.max) - 1
    self.init(
      values: isNarrow
        ? .narrow(Self.distances(integers, from: range.least)) : .wide(Self.distances(integers, from: range.least)),
      domain: span + 1)
    // What missing rows hold lies anywhere.
    joinMissing(validity)
  }

  private static func distances<Number: FixedWidthInteger & BitwiseCopyable, Code: FixedWidthInteger & BitwiseCopyable>(
    _ numbers: [Number], from least: Number
  ) -> [Code] {
    [Code](morsels: numbers.count, filler: 0) { range, output in
      let numbers = numbers.span
      for row in range { output[row] = Code(truncatingIfNeeded: numbers[row] &- least) }
    }
  }

  private init(hashing keys: [UInt64]) {
    let (ids, firstRows) = HashGroups.grouped(keys)
    self.init(ids, domain: Int64(max(firstRows.count, 1)))
  }

  /// Same stretch is the same; unresolved values by their words and the part that is known.
  private init(_ moments: MomentColumn) {
    if let packed = moments.packed {
      self.init(packed)
      return
    }
    self.init(stretchesOf: moments)
    if moments.singleDays == nil,
      moments.low.indices.contains(where: { !moments.isResolved($0) && moments.isValid($0) })
    {
      for words in [moments.text, moments.partial] {
        guard let words else { continue }
        let none = Int32(words.dictionary.count)
        let ofUnresolved = (0..<moments.count).map {
          !moments.isResolved($0) && words.isValid($0) ? words.codes[$0] : none
        }
        combine(with: Codes(ofUnresolved, domain: Int64(none) + 1))
      }
    }
    joinMissing(moments.validity)
  }

  /// Same stretch and grain: what functions of dates go by.
  init(statedBy moments: MomentColumn) {
    self.init(stretchesOf: moments)
    // Days of a table; `stretchesOf` has taken their missing rows in.
    let isJoined = moments.packed != nil
    let grains = moments.grains
    let areAlike = Parallel.current.mapMorsels(of: grains.count) { range in
      let grains = grains.span
      var difference: UInt8 = 0
      for row in range { difference |= grains[row] ^ grains[0] }
      return difference == 0
    }
    // Nearly always all are days.
    if !areAlike.contains(false) {
      if !isJoined { joinMissing(moments.validity) }
      return
    }
    combine(
      with: Codes(
        integers: [Int32](morsels: grains.count, filler: 0) { range, output in
          for row in range { output[row] = Int32(grains[row]) }
        }, validity: moments.validity))
    if !isJoined { joinMissing(moments.validity) }
  }

  /// First and last second. Most columns hold whole days, or stretches that begin and end with one: then days are counted.
  private init(stretchesOf moments: MomentColumn) {
    let validity = moments.validity
    if let packed = moments.packed {
      self.init(packed)
      return
    }
    if let days = moments.singleDays {
      self.init(integers: days, validity: validity)
      return
    }
    let (low, high) = (Array(moments.low), Array(moments.high))
    let day = Int64(86_400)
    let areWholeDays = Parallel.current.mapMorsels(of: low.count) { range in
      let (low, high) = (low.span, high.span)
      var isWhole = true
      for row in range {
        let isThere = validity?[row] ?? true
        let areDays = low[row] % day == 0 && high[row] != .max && (high[row] &+ 1) % day == 0
        isWhole = isWhole && (areDays || !isThere)
      }
      return isWhole
    }.allSatisfy { $0 }
    guard areWholeDays else {
      self.init(integers: low, validity: validity)
      combine(with: Codes(integers: high, validity: validity))
      return
    }
    self.init(
      integers: [Int64](morsels: low.count, filler: 0) { range, days in for row in range { days[row] = low[row] / day }
      },
      validity: validity)
    if !decides(high) {
      combine(
        with: Codes(
          integers: [Int64](morsels: high.count, filler: 0) { range, days in
            for row in range { days[row] = high[row] / day }
          }, validity: validity))
    }
  }

  /// Whether rows of one code have one value in another column, so that it adds nothing to the code. O(rows).
  private func decides(_ values: [Int64]) -> Bool {
    guard isDirect, case .narrow(let codes) = self.values else { return false }
    let found = appearances()
    var valueOf = [Int64](repeating: 0, count: Int(domain))
    for (code, row) in zip(found.codes, found.rows) { valueOf[Int(code)] = values[Int(row)] }
    return Parallel.current.mapMorsels(of: codes.count) { range in
      let (codes, values, valueOf) = (codes.span, values.span, valueOf.span)
      var isDecided = true
      for row in range { isDecided = isDecided && valueOf[Int(codes[row])] == values[row] }
      return isDecided
    }.allSatisfy { $0 }
  }

  /// Same bounds, hedge and unit.
  private init(_ measures: MeasureColumn) {
    if let packed = measures.packed {
      self.init(packed, hasMissing: measures.validity != nil)
      return
    }
    if measures.isExact {
      self.init(measures.low, validity: measures.validity)
    } else {
      let flags = measures.flags
      // What stands in for an end that is not there means nothing.
      func ends(_ values: Numerators, _ flag: UInt8) -> Numerators {
        guard case .narrow(let numbers) = values else {
          return Numerators(flags.indices.map { flags[$0] & flag != 0 ? values[$0] : 0 })
        }
        return .narrow(
          [Int64](morsels: numbers.count, filler: 0) { rows, output in
            let (numbers, flags) = (numbers.span, flags.span)
            for row in rows { output[row] = flags[row] & flag != 0 ? numbers[row] : 0 }
          })
      }
      self.init(ends(measures.low, MeasureColumn.Flags.hasLow), validity: measures.validity)
      combine(with: Codes(ends(measures.high, MeasureColumn.Flags.hasHigh), validity: measures.validity))
      combine(with: Codes(identityOf: flags))
    }
    if !measures.unitCodes.isEmpty {
      combine(with: Codes(measures.unitCodes, domain: Int64(measures.units.count)))
    }
    joinMissing(measures.validity)
  }

  /// What flags say of identity.
  private init(identityOf flags: [UInt8]) {
    self.init(
      values: .bytes(
        [UInt8](morsels: flags.count, filler: 0) { rows, output in
          let flags = flags.span
          for row in rows { output[row] = flags[row] & MeasureColumn.Flags.identity }
        }), domain: 32)
  }

  /// The points by their distances; what is more than a point has codes behind those, made of its own ends.
  private init(_ packed: PackedMeasures, hasMissing: Bool) {
    self.init(packed.points)
    let (points, odd) = (packed.points, packed.odd)
    if odd.isEmpty { return }
    let rows = values.count
    var codes = Codes(rows: odd.count)
    for ends in [odd.lows, odd.highs] where ends.validity?.hasTrue ?? true {
      codes.combine(
        with: ends.packed.map { Codes($0) } ?? Codes(integers: ends.values, validity: ends.validity))
    }
    // Nearly always all say the same.
    let first = odd.flags[0] & MeasureColumn.Flags.identity
    if odd.flags.contains(where: { $0 & MeasureColumn.Flags.identity != first }) {
      codes.combine(with: Codes(identityOf: odd.flags))
    }
    let behind = Int64(points.span)
    if codes.domain > Int64(Int32.max) - behind - 1
      || Self.isDirect(behind + Int64(odd.count) + 1, rows: rows)
        && !Self.isDirect(behind + codes.domain + 1, rows: rows)
    {
      codes.compact()
    }
    let (oddRows, oddCodes) = (odd.rows, codes)
    let missing = behind + codes.domain
    func joined(_ distances: [some FixedWidthInteger & BitwiseCopyable & Sendable]) -> [Int32] {
      [Int32](morsels: rows, filler: 0) { rows, output in
        let distances = distances.span
        let other = Int32(truncatingIfNeeded: missing)
        for row in rows {
          let distance = Int32(truncatingIfNeeded: distances[row])
          output[row] = distance == Int32(truncatingIfNeeded: behind) ? other : distance
        }
        for place in odd.places(in: rows) {
          output[Int(oddRows[place])] = Int32(truncatingIfNeeded: behind &+ oddCodes.values[place])
        }
      }
    }
    // Odd rows count among the missing ones of the twin, of which there may be no others.
    domain = missing + (hasMissing ? 1 : 0)
    values =
      switch points.distances {
      case .bytes(let distances): .narrow(joined(distances))
      case .shorts(let distances): .narrow(joined(distances))
      case .words(let distances): .narrow(joined(distances))
      }
  }

  private init(_ numerators: Numerators, validity: Bitmap?) {
    switch numerators {
    case .narrow(let numbers): self.init(integers: numbers, validity: validity)
    case .wide(let numbers):
      self.init(integers: numbers.map { Int64(truncatingIfNeeded: $0) }, validity: validity)
      combine(with: Codes(integers: numbers.map { Int64(truncatingIfNeeded: $0 >> 64) }, validity: validity))
    }
  }

  private init(_ lists: ListColumn) {
    let elements = Codes(identityOf: lists.elements)
    var ids: [[Int64]: Int32] = [:]
    var codes: [Int32] = []
    for row in 0..<lists.count {
      let key = lists.isValid(row) ? lists.range(row).map { elements.values[$0] } : [-1]
      let id = ids[key] ?? Int32(ids.count)
      ids[key] = id
      codes.append(id)
    }
    self.init(codes, domain: Int64(ids.count) + 1)
  }
}
