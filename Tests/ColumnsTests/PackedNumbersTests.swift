import IbidColumns
import Testing

/// The short twins of numbers, and the loops over blocks and words of bits, against arrays.
@Suite struct PackedNumbersTests {
  /// A linear congruential generator is random enough here.
  private struct Numbers {
    var state: UInt64
    mutating func below(_ limit: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % UInt64(limit))
    }
  }

  private static func numbers(_ packed: PackedNumbers) -> [Int64?] {
    (0..<packed.count).map { row in
      let distance: Int =
        switch packed.distances {
        case .bytes(let distances): Int(distances[row])
        case .shorts(let distances): Int(distances[row])
        case .words(let distances): Int(distances[row])
        }
      return distance == packed.span && packed.hasMissing ? nil : packed.least + Int64(distance)
    }
  }

  @Test(arguments: [1, 2, 255, 256, 257, 65_535, 65_536, 70_000, 1 << 31, 1 << 33])
  func twinsAreWhatTheyAreTwinsOf(_ width: Int) {
    var random = Numbers(state: UInt64(width))
    for hasMissing in [false, true] {
      for least in [0, -100, Int64.min, Int64.max - Int64(width) + 1] {
        // Both ends occur.
        let values = (0..<500).map { $0 < 2 ? Int64($0 * (width - 1)) : Int64(random.below(width)) }.map { least + $0 }
        let isThere = values.indices.map { !hasMissing || $0 < 2 || $0 % 10 != 3 }
        // What a missing row holds lies anywhere.
        let junk = values.indices.map { isThere[$0] ? values[$0] : Int64(random.below(1 << 30)) }
        let column = Column.int(FixedColumn(junk, validity: hasMissing ? Bitmap(isThere) : nil)).packed
        guard case .int(let ints) = column else { return }
        let domain = width + (hasMissing ? 1 : 0)
        guard let packed = ints.packed else {
          #expect(width >= 1 << 31)
          continue
        }
        #expect(packed.least == least && packed.span == width && packed.domain == domain)
        #expect(Self.numbers(packed) == values.indices.map { isThere[$0] ? values[$0] : nil })
        #expect(packed.areShort == (domain <= 1 << 16))
        if case .bytes = packed.distances { #expect(domain <= 256) } else { #expect(domain > 256) }
      }
    }
  }

  @Test func columnsWithoutValuesHaveNoTwins() {
    for values in [[], [1, 2] as [Int64]] {
      let column = FixedColumn(values, validity: Bitmap(repeating: false, count: values.count))
      if case .int(let ints) = Column.int(column).packed { #expect(ints.packed == nil) }
    }
  }

  @Test func changedColumnsLoseTheirTwins() {
    guard case .int(var ints) = Column.int(FixedColumn([1, 2, 3])).packed else { return }
    #expect(ints.packed != nil)
    ints.values[1] = 1_000_000
    #expect(ints.packed == nil)
  }

  @Test(arguments: [1, 63, 64, 65, 200, 513]) func bitsAreThoseOfEachElement(_ count: Int) {
    var random = Numbers(state: 1)
    let bytes = (0..<count).map { _ in UInt8(random.below(256)) }
    let floats = (0..<count).map { _ in Double(random.below(9)) / 4 }
    for word in 0..<(count + 63) / 64 {
      let rows = word * 64..<min(word * 64 + 64, count)
      func expected(_ holds: (Int) -> Bool) -> UInt64 {
        rows.reduce(0) { $0 | (holds($1) ? 1 : 0) << UInt64($1 - rows.lowerBound) }
      }
      let found = (bytes.span.bits(word) { $0 > 100 }, floats.span.bits(word) { $0 > 1 })
      #expect(found.0 == expected { bytes[$0] > 100 } && found.1 == expected { floats[$0] > 1 })
    }
  }

  @Test func pairsOfBytesStandExactlyThere() {
    var random = Numbers(state: 7)
    for distance in [0, 1, 5, 40] {
      for _ in 0..<300 {
        let bytes = (0..<150).map { _ in UInt8(random.below(60)) + 0x40 }
        let pair = BytePair(
          0x62, bytes[random.below(100)] | 0x20, distance: distance, firstCase: 0x20, secondCase: 0x20)
        for index in [0, 17, 150 - 64 - distance] {
          let places = (index..<index + 64).filter {
            bytes[$0] | 0x20 == pair.first && bytes[$0 + distance] | 0x20 == pair.second
          }
          #expect(places.allSatisfy { bytes.span.holds(pair, exactlyAt: $0, before: 150) })
        }
      }
    }
  }
}
