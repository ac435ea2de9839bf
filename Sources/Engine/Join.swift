import IbidColumns
import IbidPlan
import IbidSource

/// Finds the rows of two relations whose keys are certainly equal.
///
/// Both sides' keys are numbers, so that equal values have equal codes; the right side is indexed by code (counting sort; one
/// row a code where no key repeats), the left one probes in order. Rows whose key is missing or not exact match nothing.
/// Without keys every row matches every other.
struct Join {
  /// Row numbers of each pair, in left order, then right order; -1 stands for no row.
  struct Pairs {
    var left: [Int32] = []
    var right: [Int32] = []
    /// Each left row has one pair: `left` is 0, 1, 2 …
    var isEachLeftOnce = false
    /// No pair lacks a row.
    var areWhole = false

    mutating func append(_ leftRow: Int32, _ rightRow: Int32) {
      left.append(leftRow)
      right.append(rightRow)
      (isEachLeftOnce, areWhole) = (false, false)
    }

    func selecting(_ kept: [Int32]) -> Pairs {
      Pairs(left: left.gathered(kept, filler: -1), right: right.gathered(kept, filler: -1))
    }
  }

  let leftCount: Int
  let rightCount: Int
  /// Code of each left row, -1 where it can match nothing.
  private let leftCodes: [Int32]
  /// Right rows by code: those of code `c` are `rows[starts[c]..<starts[c + 1]]`, ascending.
  private let starts: [Int32]
  private let rows: [Int32]
  /// Where no code has two rows: the row of each code, -1 for none.
  private let only: [Int32]?

  init(_ keys: JoinKeys) {
    (leftCount, rightCount) = (keys.left.count, keys.right.count)
    leftCodes = keys.left
    if let only = Self.rowOfEach(keys) {
      self.only = only
      (starts, rows) = ([], [])
      return
    }
    self.only = nil
    var starts = [Int32](all: 0, count: keys.domain + 1)
    Parallel.current.inOrder(rows: rightCount) { range in
      for row in range where keys.right[row] >= 0 { starts[Int(keys.right[row]) + 1] += 1 }
    }
    for code in 0..<keys.domain { starts[code + 1] += starts[code] }
    var next = starts
    var rows = [Int32](all: 0, count: Int(starts[keys.domain]))
    Parallel.current.inOrder(rows: rightCount) { range in
      for row in range where keys.right[row] >= 0 {
        let code = Int(keys.right[row])
        rows[Int(next[code])] = Int32(truncatingIfNeeded: row)
        next[code] += 1
      }
    }
    (self.starts, self.rows) = (starts, rows)
  }

  /// So many codes and fewer are entered by one thread.
  private static let fewCodes = 1 << 18
  private static let rowsListed = 1 << 10

  /// The row of each code; nil if a code has two.
  ///
  /// Each thread enters the rows of a stretch of codes, so that none writes where another one does.
  private static func rowOfEach(_ keys: JoinKeys) -> [Int32]? {
    let parallel = Parallel.current
    let owners = keys.domain <= fewCodes ? 1 : min(parallel.threads, 8)
    let length = (keys.domain + owners - 1) / owners
    var only = [Int32](all: -1, count: keys.domain)
    let areUnique = only.withApart { only in
      parallel.parts(owners) { owner in
        let codes = keys.right.span
        let first = Int32(owner * length)
        let width = UInt32(max(0, min(length, keys.domain - owner * length)))
        // The rows that are one's own are listed without a branch, which nobody could foresee, then entered.
        var list = [Int32](repeating: 0, count: rowsListed)
        return list.withApart { list in
          var begin = 0
          while begin < codes.count, !parallel.isStopped {
            let end = min(begin + rowsListed, codes.count)
            var count = 0
            for row in begin..<end {
              list[count] = Int32(truncatingIfNeeded: row)
              count &+= UInt32(bitPattern: codes[row] &- first) < width ? 1 : 0
            }
            for place in 0..<count {
              let code = Int(codes[Int(list[place])])
              if only[code] >= 0 { return false }
              only[code] = list[place]
            }
            begin = end
          }
          return true
        }
      }
    }
    return areUnique.allSatisfy { $0 } ? only : nil
  }

  /// Right rows whose keys are certainly those of a left row, ascending.
  func matches(of leftRow: Int) -> ArraySlice<Int32> {
    let code = Int(leftCodes[leftRow])
    if code < 0 { return [] }
    if let only { return only[code] < 0 ? [] : only[code..<code + 1] }
    return rows[Int(starts[code])..<Int(starts[code + 1])]
  }

  @inline(__always)
  private func matchCount(_ leftRow: Int) -> Int {
    let code = Int(leftCodes[leftRow])
    if code < 0 { return 0 }
    if let only { return only[code] < 0 ? 0 : 1 }
    return Int(starts[code + 1] &- starts[code])
  }

  /// The left rows that have a match. By all threads.
  var matchedRows: Bitmap {
    let (codes, only, starts) = (leftCodes, only, starts)
    return Bitmap(count: leftCount) { range, words in
      let codes = codes.span
      func fill(_ isMatched: (Int) -> Bool) {
        for word in range {
          var bits: UInt64 = 0
          for row in word &* 64..<min(word &* 64 &+ 64, codes.count) {
            let code = Int(codes[row])
            bits |= (code >= 0 && isMatched(code) ? 1 : 0) &<< UInt64(row & 63)
          }
          words[word] = bits
        }
      }
      if let only { fill { only[$0] >= 0 } } else { fill { starts[$0] != starts[$0 &+ 1] } }
    }
  }

  /// The number of pairs of all left rows, or more.
  var mostPairs: Int {
    only != nil
      ? leftCount
      : Parallel.current.mapMorsels(of: leftCount) { range in range.reduce(0) { $0 &+ matchCount($1) } }.reduce(0, +)
  }

  /// The left rows cut into stretches that have at most about `limit` pairs each, a row's pairs never apart.
  func blocks(limit: Int) -> [Range<Int>] {
    var blocks: [Range<Int>] = []
    var first = 0
    var count = 0
    for row in (0..<leftCount).untilStopped {
      let more = matchCount(row)
      if count > 0, count + more > limit {
        blocks.append(first..<row)
        first = row
        count = 0
      }
      count += more
    }
    if first < leftCount { blocks.append(first..<leftCount) }
    return blocks
  }

  func pairs(of leftRows: Range<Int>) -> Pairs {
    let total = leftRows.reduce(0) { $0 &+ matchCount($1) }
    var pairs = Pairs()
    pairs.left.reserveCapacity(total)
    pairs.right.reserveCapacity(total)
    var looks = Looks()
    for row in leftRows {
      let matches = matches(of: row)
      if looks.seeStop(after: 1 + matches.count) { break }
      for match in matches {
        pairs.left.append(Int32(truncatingIfNeeded: row))
        pairs.right.append(match)
      }
    }
    return pairs
  }

  /// All pairs; with `keepsUnmatched`, each left row without a match beside -1. By all threads.
  func allPairs(keepingUnmatched keepsUnmatched: Bool) -> Pairs {
    if let only { return onePair(only, keepsUnmatched) }
    let parallel = Parallel.current
    let counts = parallel.mapMorsels(of: leftCount) { range in
      range.reduce(0) { $0 &+ max(matchCount($1), keepsUnmatched ? 1 : 0) }
    }
    var begins = [0]
    for count in counts { begins.append(begins[begins.count - 1] + count) }
    let total = begins[counts.count]
    var left: [Int32] = []
    let right = [Int32](apart: total, filler: -1) { right in
      left = [Int32](apart: total, filler: -1) { left in
        parallel.forEach(counts.count) { morsel in
          var position = begins[morsel]
          var looks = Looks()
          for row in parallel.morsel(morsel, of: leftCount) {
            let code = Int(leftCodes[row])
            let range = code < 0 ? 0..<0 : Int(starts[code])..<Int(starts[code + 1])
            // What is left out then is filled in at the end.
            if looks.seeStop(after: range.count) { return }
            if range.isEmpty, keepsUnmatched {
              left[position] = Int32(truncatingIfNeeded: row)
              right[position] = -1
              position &+= 1
            }
            for match in range {
              left[position] = Int32(truncatingIfNeeded: row)
              right[position] = rows[match]
              position &+= 1
            }
          }
        }
      }
    }
    return Pairs(left: left, right: right, areWhole: !keepsUnmatched)
  }

  /// Pairs where no left row has two.
  private func onePair(_ only: [Int32], _ keepsUnmatched: Bool) -> Pairs {
    let parallel = Parallel.current
    var counts: [Int] = []
    let right = [Int32](apart: leftCount, filler: -1) { right in
      counts = parallel.mapMorsels(of: leftCount) { range in
        let (codes, only) = (leftCodes.span, only.span)
        var matched = 0
        for row in range {
          let code = Int(codes[row])
          let match = code < 0 ? -1 : only[code]
          right[row] = match
          matched &+= match < 0 ? 0 : 1
        }
        return matched
      }
    }
    var begins = [0]
    for count in counts { begins.append(begins[begins.count - 1] + count) }
    let total = begins[counts.count]
    if keepsUnmatched || total == leftCount {
      let all = [Int32](morsels: leftCount, filler: -1) { range, left in
        for row in range { left[row] = Int32(truncatingIfNeeded: row) }
      }
      return Pairs(left: all, right: right, isEachLeftOnce: true, areWhole: total == leftCount)
    }
    var keptRight: [Int32] = []
    let left = [Int32](apart: total, filler: -1) { left in
      keptRight = [Int32](apart: total, filler: -1) { keptRight in
        parallel.forEach(counts.count) { morsel in
          let right = right.span
          let end = begins[morsel + 1]
          var position = begins[morsel]
          // What the next pair writes over is written without a branch; past the last pair there is none.
          for row in parallel.morsel(morsel, of: leftCount) where position < end {
            let match = right[row]
            left[position] = Int32(truncatingIfNeeded: row)
            keptRight[position] = match
            position &+= match < 0 ? 0 : 1
          }
        }
      }
    }
    return Pairs(left: left, right: keptRight, areWhole: true)
  }

  // MARK: Keys

  /// Both key columns one after the other; measures in one scale, so that 1 km and 1000 metres meet.
  static func aligned(_ a: Column, _ b: Column, at span: ByteSpan) throws(EngineError) -> Column {
    guard let both = Column.concatenated(a, b) else { throw .failed(.overflow("a key of this join", at: span)) }
    return inOneScale(both)
  }

  /// Measures in the base units of their kinds, so that equal ones are identical; other columns as they are.
  static func inOneScale(_ keys: Column) -> Column {
    guard case .measure(let column) = keys, let side = AlignedMeasures.normalized(column) else { return keys }
    let classes = side.classes.isEmpty ? [] : side.classes
    let classCount = Int(classes.max() ?? 0) + 1
    return .measure(
      MeasureColumn(
        kind: column.kind, denominator: 1, low: side.low, high: side.high, flags: column.flags,
        units: (0..<max(classCount, 1)).map(String.init), unitCodes: classes, validity: column.validity))
  }

  /// Rows whose value can be certainly equal to another: there, exact, resolved.
  static func certain(_ column: Column, isDate: Bool) -> Bitmap {
    let valid = column.validity ?? Bitmap(repeating: true, count: column.count)
    switch column {
    case .measure(let measures):
      if measures.isExact { return valid }
      return valid
        & Bitmap(
          (0..<column.count).lazy.map {
            measures.flags[$0] & MeasureColumn.Flags.identity == MeasureColumn.Flags.point
              && measures.low[$0] == measures.high[$0]
          })
    case .moment(let moments):
      return valid
        & Bitmap(
          (0..<column.count).lazy.map { row in
            isDate
              ? CompareMoments.Stretch(low: moments.low[row], high: moments.high[row]).isPrecise
              : moments.isResolved(row)
          })
    default: return valid
    }
  }
}

extension Join.Pairs {
  /// The same pairs, and each left row of `0..<leftCount` that has none with -1, in left order.
  func keepingUnmatched(leftCount: Int) -> Join.Pairs {
    var result = Join.Pairs()
    var pair = 0
    for number in (0..<leftCount).untilStopped {
      let row = Int32(truncatingIfNeeded: number)
      if pair == left.count || left[pair] != row { result.append(row, -1) }
      while pair < left.count, left[pair] == row {
        result.append(row, right[pair])
        pair += 1
      }
    }
    return result
  }
}
