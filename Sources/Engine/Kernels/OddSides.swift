import IbidColumns
import IbidPlan

/// On which side of the amount the ends of odd rows lie, found for sixty-four of them at a time.
struct OddSides {
  private let comparison: Comparison
  private let lows: EndsBesideOne
  private let highs: EndsBesideOne
  private let hasBothEnds: Bitmap?

  init(_ odd: OddMeasures, _ comparison: Comparison, _ limit: Int64) {
    self.comparison = comparison
    lows = EndsBesideOne(odd.lows, limit)
    highs = EndsBesideOne(odd.highs, limit)
    hasBothEnds = bothValid(odd.lows.validity, odd.highs.validity)
  }

  /// For each word of some places: those for which the comparison is true, those that an end which is not there leaves open, and those
  /// to be asked.
  @inline(__always)
  func eachWord(of places: Range<Int>, _ body: (Int, UInt64, UInt64, UInt64) -> Void) {
    let size = RowTests.blockRows / 64
    var found = [UInt64](repeating: 0, count: 4 * size)
    for first in stride(from: places.lowerBound / 64, to: (places.upperBound + 63) / 64, by: size) {
      let words = first..<min(first + size, (places.upperBound + 63) / 64)
      found.withApart { found in
        lows.write(words, equal: found, at: 0, greater: size)
        highs.write(words, equal: found, at: 2 * size, greater: 3 * size)
      }
      for word in words {
        let place = word &- first
        let count = places.upperBound &- word &* 64
        let all: UInt64 = count < 64 ? (1 &<< UInt64(count)) &- 1 : .max
        let touches = found[place] | found[place &+ 2 &* size]
        let above = found[place &+ size] & all
        let below = highs.isThere(word) & ~(found[place &+ 2 &* size] | found[place &+ 3 &* size]) & all
        let undecided = all & ~(below | above)
        let asked = undecided & ((hasBothEnds?.words[word] ?? .max) | touches)
        let isTrue: UInt64 =
          switch comparison {
          case .less, .lessOrEqual: below
          case .greater, .greaterOrEqual: above
          case .equal: 0
          case .notEqual: below | above
          }
        body(word, isTrue, undecided & ~asked, asked)
      }
    }
  }
}

/// Which ends equal an amount, and which are greater.
private struct EndsBesideOne {
  private enum Kind {
    case distances(PackedNumbers.Distances, limit: Int64)
    /// All on one side.
    case none(areGreater: Bool)
    case known(equal: Bitmap, greater: Bitmap)
  }

  private let kind: Kind
  private let validity: Bitmap?

  init(_ ends: FixedColumn<Int64>, _ limit: Int64) {
    validity = ends.validity
    if let twin = ends.packed {
      kind =
        limit < twin.least || limit > twin.most
        ? .none(areGreater: limit < twin.least) : .distances(twin.distances, limit: limit &- twin.least)
    } else if let isThere = ends.validity, !isThere.hasTrue {
      kind = .none(areGreater: false)
    } else {
      func truth(_ comparison: Comparison) -> Bitmap {
        CompareNumbers.compare(comparison, ends.values, limit, validity: ends.validity).truth
      }
      kind = .known(equal: truth(.equal), greater: truth(.greater))
    }
  }

  /// Which of sixty-four ends are there.
  @inline(__always)
  func isThere(_ word: Int) -> UInt64 { validity?.words[word] ?? .max }

  /// Words of bits: those of equal ends from a place on, those of greater ones from another.
  func write(_ words: Range<Int>, equal bits: Apart<UInt64>, at equal: Int, greater: Int) {
    switch kind {
    case .distances(.bytes(let bytes), let limit): write(bytes, UInt8(limit), words, bits, equal, greater)
    case .distances(.shorts(let shorts), let limit): write(shorts, UInt16(limit), words, bits, equal, greater)
    case .distances(.words(let numbers), let limit): write(numbers, Int32(limit), words, bits, equal, greater)
    case .none(let areGreater):
      for word in words {
        let place = word &- words.lowerBound
        bits[equal &+ place] = 0
        bits[greater &+ place] = areGreater ? isThere(word) : 0
      }
    case .known(let areEqual, let areGreater):
      for word in words {
        let place = word &- words.lowerBound
        bits[equal &+ place] = areEqual.words[word] & isThere(word)
        bits[greater &+ place] = areGreater.words[word] & isThere(word)
      }
    }
  }

  @inline(__always)
  private func write<Number: NumberOfVectors>(
    _ numbers: [Number], _ limit: Number, _ words: Range<Int>, _ bits: Apart<UInt64>, _ equal: Int, _ greater: Int
  ) {
    let (numbers, validity) = (numbers.span, validity?.words)
    for word in words {
      let found = numbers.beside(limit, word)
      let (place, isThere) = (word &- words.lowerBound, validity?[word] ?? .max)
      bits[equal &+ place] = found.equal & isThere
      bits[greater &+ place] = found.greater & isThere
    }
  }
}
