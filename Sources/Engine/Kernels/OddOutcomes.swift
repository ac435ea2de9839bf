import IbidColumns
import IbidPlan

/// What comes of comparing the rows of a column that are more than a point with one exact amount.
///
///     odd        [more than £7, up to £9, £2 to £4]     > £5
///     isTrue     [           1,        0,        0]
///     isUnknown  [           0,        1,        0]     an open bound
///
/// Ends are compared many at once, as numbers are. Where they leave it open, an end that is not there is the cause, but for the
/// few rows that have both ends around the amount or touch it: these are asked one by one.
struct OddOutcomes {
  /// By place among the odd rows.
  private let isTrue: Bitmap
  private let isUnknown: Bitmap
  private let odd: OddMeasures
  /// Causes of the unknown by place; those of the others mean nothing.
  private let reasons: [UInt8]
  /// A bit for each cause there is.
  private let kinds: UInt8

  var hasUnknown: Bool { kinds != 0 }

  /// `rule` decides one row by its ends and flags. By all threads.
  init(_ odd: OddMeasures, _ comparison: Comparison, _ limit: Int64, _ rule: (Int64, Int64, UInt8) -> Outcome) {
    self.odd = odd
    let below = Self.ends(odd.highs, .less, limit)
    let above = Self.ends(odd.lows, .greater, limit)
    let undecided = ~(below | above)
    var asked = undecided
    let isTrue: Bitmap
    switch comparison {
    case .less, .lessOrEqual: isTrue = below
    case .greater, .greaterOrEqual: isTrue = above
    case .equal: isTrue = Bitmap(repeating: false, count: odd.count)
    case .notEqual: isTrue = below | above
    }
    if comparison != .equal, comparison != .notEqual {
      let isClosed = bothValid(odd.lows.validity, odd.highs.validity) ?? Bitmap(repeating: true, count: odd.count)
      asked = undecided & (isClosed | Self.ends(odd.highs, .equal, limit) | Self.ends(odd.lows, .equal, limit))
    }
    let open = undecided & ~asked
    var (trueWords, unknownWords) = (isTrue.words, open.words)
    var kinds: [UInt8] = []
    let openBound = UnknownCause.openBound.rawValue
    reasons = [UInt8](apart: odd.count, filler: openBound) { reasons in
      trueWords.withApart { isTrue in
        unknownWords.withApart { isUnknown in
          kinds = Parallel.current.mapMorsels(of: odd.count) { places in
            var kinds: UInt8 = 0
            for place in places { reasons[place] = openBound }
            for word in places.lowerBound / 64..<(places.upperBound + 63) / 64 {
              var bits = asked.words[word]
              if isUnknown[word] != 0 { kinds |= 1 &<< openBound }
              while bits != 0 {
                let place = word &* 64 &+ bits.trailingZeroBitCount
                let outcome = rule(odd.lows.values[place], odd.highs.values[place], odd.flags[place]).code
                let bit = bits & (0 &- bits)
                if outcome == 1 { isTrue[word] |= bit }
                if outcome > 1 {
                  isUnknown[word] |= bit
                  reasons[place] = outcome &- 1
                  kinds |= 1 &<< (outcome &- 1)
                }
                bits &= bits &- 1
              }
            }
            return kinds
          }
        }
      }
    }
    self.isTrue = Bitmap(words: trueWords, count: odd.count)
    isUnknown = Bitmap(words: unknownWords, count: odd.count)
    self.kinds = kinds.reduce(0, |)
  }

  /// Which of the ends that are there compare so.
  private static func ends(_ ends: FixedColumn<Int64>, _ comparison: Comparison, _ limit: Int64) -> Bitmap {
    if let isThere = ends.validity, !isThere.hasTrue { return isThere }
    guard let twin = ends.packed else {
      return CompareNumbers.compare(comparison, ends.values, limit, validity: ends.validity).truth
    }
    return CompareNumbers.compare(comparison, twin, limit, validity: ends.validity).truth
  }

  // MARK: Among all rows

  /// Puts the outcomes of the odd ones among some rows into the words of all.
  ///
  /// Which way a row goes nobody could foresee, nor how many share a word: nothing depends on either.
  @inline(__always)
  func put(_ rows: Range<Int>, into truth: Apart<UInt64>, _ known: Apart<UInt64>) {
    let (oddRows, yes, unknown) = (odd.rows.span, isTrue.words.span, isUnknown.words.span)
    for place in odd.places(in: rows) {
      let row = unsafe UInt32(bitPattern: oddRows[unchecked: place])
      let (word, shift) = (Int(row &>> 6), UInt64(row & 63))
      truth[word] |= unsafe (yes[unchecked: place &>> 6] &>> UInt64(place & 63) & 1) &<< shift
      known[word] ^= unsafe (unknown[unchecked: place &>> 6] &>> UInt64(place & 63) & 1) &<< shift
    }
  }

  /// Why rows are unknown; those without a value are so as they miss it.
  func causes(_ validity: Bitmap?, count: Int) -> UnknownCauses {
    if validity == nil, kinds.nonzeroBitCount == 1,
      let cause = UnknownCause(rawValue: UInt8(kinds.trailingZeroBitCount))
    {
      return .all(cause)
    }
    return .each(
      [UInt8](morsels: count, filler: 0) { rows, causes in
        causes.clear(rows)
        let (oddRows, reasons) = (odd.rows.span, reasons.span)
        for place in odd.places(in: rows) { causes[Int(oddRows[place])] = reasons[place] }
      })
  }
}
