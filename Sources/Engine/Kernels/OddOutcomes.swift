import IbidColumns
import IbidPlan

/// What comes of comparing the rows of a column that are more than a point with one exact amount.
///
///     odd      [more than £7, up to £9, £2 to £4]     > £5
///     codes    [         yes,     open,       no]
///
/// Ends are compared many at once, as numbers are. Where they leave it open, an end that is not there is the cause, but for the
/// few rows that have both ends around the amount or touch it: these are asked one by one.
///
/// A class, so that blocks of rows share it for the cost of one reference.
final class OddOutcomes: Sendable {
  private let odd: OddMeasures
  /// Of the outcomes, by place among the odd rows.
  private let codes: [UInt8]
  /// How many have each code; there are no more codes.
  private let counts: SIMD8<Int>
  /// Why rows are unknown, where it is the same for all of those.
  private let causeOfAll: UnknownCause?

  private static let yes = Outcome.yes.code
  private static let open = Outcome.openBound.code

  /// `rule` decides one row by its ends and flags. By all threads.
  init(_ odd: OddMeasures, _ comparison: Comparison, _ limit: Int64, _ rule: (Int64, Int64, UInt8) -> Outcome) {
    self.odd = odd
    let sides = OddSides(odd, comparison, limit)
    let words = (odd.count + 63) / 64
    let (lows, highs, flags) = (odd.lows.values, odd.highs.values, odd.flags)
    var counts: [SIMD8<Int>] = []
    codes = [UInt8](apart: words * 64, filler: 0) { codes in
      counts = Parallel.current.mapMorsels(of: odd.count) { places in
        var counts = SIMD8<Int>()
        sides.eachWord(of: places) { word, isTrue, open, asked in
          codes.spread(isTrue, Self.yes, open, Self.open, at: word &* 64)
          counts[Int(Self.yes)] &+= isTrue.nonzeroBitCount
          counts[Int(Self.open)] &+= open.nonzeroBitCount
          var asked = asked
          while asked != 0 {
            let place = word &* 64 &+ asked.trailingZeroBitCount
            asked &= asked &- 1
            let code = rule(lows[place], highs[place], flags[place]).code
            codes[place] = code
            counts[Int(code)] &+= 1
          }
        }
        return counts
      }
    }
    let all = counts.reduce(SIMD8(), &+)
    causeOfAll = Self.causeOfAll(all)
    self.counts = all
  }

  /// What `rule` decides of each one by its ends and flags. By all threads.
  @inline(__always)
  init(_ odd: OddMeasures, _ rule: (Int64, Int64, UInt8) -> Outcome) {
    self.odd = odd
    let (lows, highs, flags) = (odd.lows.values, odd.highs.values, odd.flags)
    var counts: [SIMD8<Int>] = []
    codes = [UInt8](apart: (odd.count + 63) / 64 * 64, filler: 0) { codes in
      for place in odd.count..<(odd.count + 63) / 64 * 64 { codes[place] = 0 }
      counts = Parallel.current.mapMorsels(of: odd.count) { places in
        var counts = SIMD8<Int>()
        for place in places {
          let code = rule(lows[place], highs[place], flags[place]).code
          codes[place] = code
          counts[Int(code)] &+= 1
        }
        return counts
      }
    }
    let all = counts.reduce(SIMD8(), &+)
    causeOfAll = Self.causeOfAll(all)
    self.counts = all
  }

  private static func causeOfAll(_ counts: SIMD8<Int>) -> UnknownCause? {
    let causes = UnknownCause.allCases.filter { counts[Int(Outcome.unknown($0).code)] > 0 }
    return causes.count == 1 ? causes[0] : nil
  }

  var count: Int { odd.count }
  /// How many the comparison is true for.
  var trueCount: Int { counts[Int(Self.yes)] }

  var hasUnknown: Bool { !unknownCounts.isEmpty }

  /// Of each cause, how many are unknown for it.
  var unknownCounts: [UnknownCause: Int] {
    var found: [UnknownCause: Int] = [:]
    for cause in UnknownCause.allCases {
      let count = counts[Int(Outcome.unknown(cause).code)]
      if count > 0 { found[cause] = count }
    }
    return found
  }

  // MARK: By themselves

  /// Whether they are those of a column.
  func isOf(_ others: OddMeasures) -> Bool { odd.isSame(as: others) }

  /// What those come to that the comparison is true for. By all threads.
  func sum() -> OddSum {
    var sum = OddSum()
    for part in Parallel.current.mapMorsels(
      of: odd.count,
      { places in
        let ownCodes = codes
        let codes = ownCodes.span
        var sum = OddSum()
        for word in places.lowerBound / 64..<(places.upperBound + 63) / 64 {
          sum.add(odd, word, codes.bits(word, within: Self.yes...Self.yes))
        }
        return sum
      })
    {
      sum.take(part)
    }
    return sum
  }

  // MARK: Among all rows

  /// Sets the bits of those odd ones that the comparison is true for, and clears those of the unknown, in `known` too: of `words`,
  /// which stand `offset` places further down. Before, an odd row's bit in `truth` is 0, as it is no point; of `!=`, which denies no
  /// odd row, it is 1.
  ///
  /// Which way a row goes nobody could foresee, nor how many share a word: each sets a byte, and bytes become bits many at once.
  func put(_ words: Range<Int>, into truth: Apart<UInt64>, _ offset: Int, known: Apart<UInt64>? = nil) {
    let first = words.lowerBound &* 64
    let (rows, codes) = (odd.rows, codes)
    withScratch(words.count * 64, filler: UInt8(0)) { bytes in
      bytes.put(
        codes.span, at: rows.span, odd.places(in: first..<words.upperBound &* 64),
        from: Int32(truncatingIfNeeded: first))
      for word in words {
        let (isTrue, isOpen) = bytes.codes(word &- words.lowerBound, equalTo: Self.yes)
        truth[word &- offset] = (truth[word &- offset] | isTrue) & ~isOpen
        known?[word &- offset] &= ~isOpen
      }
    }
  }

  /// The outcomes of all rows; `points` has those of the points, and no odd row's bit. By all threads.
  func completed(_ points: Bitmap, _ validity: Bitmap?) -> BoolColumn {
    let count = points.count
    var truth = points.words
    guard hasUnknown else {
      truth.withApart { truth in
        Parallel.current.forEachMorsel(of: count) {
          put($0.lowerBound / 64..<($0.upperBound + 63) / 64, into: truth, 0)
        }
      }
      return BoolColumn(Bitmap(words: truth, count: count), validity: validity)
    }
    // The bit of an odd row is 1 in `known` before.
    var known = (validity ?? Bitmap(repeating: true, count: count)).words
    truth.withApart { truth in
      known.withApart { known in
        Parallel.current.forEachMorsel(of: count) { rows in
          put(rows.lowerBound / 64..<(rows.upperBound + 63) / 64, into: truth, 0, known: known)
        }
      }
    }
    return BoolColumn(
      Bitmap(words: truth, count: count), validity: Bitmap(words: known, count: count),
      causes: causes(validity, count: count))
  }

  /// Asks for what `put` reads of some words.
  func prefetch(_ words: Range<Int>) {
    let places = odd.places(in: words.lowerBound &* 64..<words.upperBound &* 64)
    let (rows, codes) = (odd.rows, codes)
    rows.span.prefetch(places)
    codes.span.prefetch(places)
  }

  /// Adds to counts of causes, by their raw values, those of rows that are unknown for what they are and no other reason: of `words`, whose
  /// bits stand `offset` places further down.
  func countCauses(_ words: Range<Int>, _ unknown: Apart<UInt64>, _ offset: Int, to counts: inout SIMD8<Int>) {
    if let causeOfAll {
      for word in words { counts[Int(causeOfAll.rawValue)] &+= unknown[word &- offset].nonzeroBitCount }
      return
    }
    let (rows, codes) = (odd.rows, codes)
    for place in odd.places(in: words.lowerBound &* 64..<words.upperBound &* 64) {
      let row = Int(rows[place])
      if unknown[row &>> 6 &- offset] &>> UInt64(row & 63) & 1 != 0 { counts[Int(codes[place] &- 1)] &+= 1 }
    }
  }

  /// Why rows are unknown; those without a value are so as they miss it.
  func causes(_ validity: Bitmap?, count: Int) -> UnknownCauses {
    let kinds = unknownCounts
    if validity == nil, kinds.count == 1, let cause = kinds.keys.first { return .all(cause) }
    let (oddRows, codes) = (odd.rows, codes)
    return .each(
      [UInt8](morsels: count, filler: 0) { rows, causes in
        causes.clear(rows)
        for place in odd.places(in: rows) { causes[Int(oddRows[place])] = codes[place] &- 1 }
      })
  }
}
