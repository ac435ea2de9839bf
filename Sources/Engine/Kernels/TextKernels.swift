import IbidColumns
import IbidPlan
import IbidTypes

// Null rule: a missing text makes the result missing.

enum TextKernels {
  /// Entries that one thread tests before it looks for more work.
  private static let entriesAtOnce = 1 << 12

  /// Which dictionary entries some row uses; nil where asking takes longer than testing all of them.
  private static func used(_ column: TextColumn) -> [Bool]? {
    if column.count >= column.dictionary.count { return nil }
    var used = [Bool](repeating: false, count: column.dictionary.count)
    if used.isEmpty { return used }
    for row in (0..<column.count).untilStopped where column.isValid(row) { used[Int(column.codes[row])] = true }
    return used
  }

  /// A truth column from a test of each distinct text, which several threads may call at once.
  static func test(_ column: TextColumn, _ test: (ArraySlice<UInt8>) -> Bool) -> BoolColumn {
    let dictionary = column.dictionary
    return self.test(column) { entries, isWanted, truth in
      for entry in entries { truth[entry] = isWanted(entry) && test(dictionary.bytes[dictionary.range(entry)]) }
    }
  }

  /// A truth column from a test of stretches of the dictionary; `test` sets the truth of each entry.
  static func test(
    _ column: TextColumn, entries test: (Range<Int>, _ isWanted: (Int) -> Bool, Apart<Bool>) -> Void
  ) -> BoolColumn {
    let size = column.dictionary.count
    if size == 0 { return Kleene.column(count: column.count, validity: column.validity) { _ in false } }
    let used = used(column)
    let truth = [Bool](apart: size, filler: false) { truth in
      Parallel.current.forEach((size + entriesAtOnce - 1) / entriesAtOnce) { part in
        let entries = part * entriesAtOnce..<min((part + 1) * entriesAtOnce, size)
        test(entries, { used?[$0] ?? true }, truth)
      }
    }
    return BoolColumn(rows(column.codes, having: truth), validity: column.validity)
  }

  /// Whether each row is one of some texts.
  static func among(_ column: TextColumn, _ texts: [String]) -> BoolColumn {
    let size = column.dictionary.count
    if size == 0 { return Kleene.column(count: column.count, validity: column.validity) { _ in false } }
    var truth = [Bool](repeating: false, count: size)
    for code in column.dictionary.codes(of: texts) { truth[code] = true }
    return BoolColumn(rows(column.codes, having: truth), validity: column.validity)
  }

  /// The rows whose codes are marked.
  private static func rows(_ codes: [Int32], having truth: [Bool]) -> Bitmap {
    Bitmap(count: codes.count) { range, words in
      let (codes, truth) = (codes.span, truth.span)
      for word in range {
        var bits: UInt64 = 0
        for row in word &* 64..<min(word &* 64 &+ 64, codes.count) {
          bits |= (truth[Int(codes[row])] ? 1 : 0) &<< UInt64(row & 63)
        }
        words[word] = bits
      }
    }
  }

  /// Whether texts are one text, or are not, as a test of their rows: nil for other comparisons, and where there are so many texts
  /// that their codes do not become shorter.
  static func test(_ comparison: Comparison, _ column: TextColumn, with text: ArraySlice<UInt8>) -> RowTest? {
    guard comparison == .equal || comparison == .notEqual, let packed = column.packed else { return nil }
    return RowTest(comparison, packed, column.dictionary.code(ofBytes: text).map(Int64.init) ?? -1)
  }

  /// A text column against one text.
  static func compare(_ comparison: Comparison, _ column: TextColumn, with text: ArraySlice<UInt8>) -> BoolColumn {
    if comparison == .equal || comparison == .notEqual {
      if let test = test(comparison, column, with: text) {
        return BoolColumn(test.bitmap(rows: column.count), validity: column.validity)
      }
      // One entry at most has these bytes.
      let code = column.dictionary.code(ofBytes: text).map { Int32($0) } ?? -1
      return CompareNumbers.compare(comparison, column.codes, code, validity: column.validity)
    }
    return test(column) { entry in
      let isBefore = entry.lexicographicallyPrecedes(text)
      return switch comparison {
      case .less: isBefore
      case .greaterOrEqual: !isBefore
      case .lessOrEqual: isBefore || entry.elementsEqual(text)
      default: !isBefore && !entry.elementsEqual(text)
      }
    }
  }

  /// Two text columns compared letter for letter, by code where they share a dictionary.
  static func compare(_ a: TextColumn, _ b: TextColumn, count: Int, _ test: (Int) -> Bool) -> BoolColumn {
    let ranks = rankedTogether(a, b)
    let validA = a.count == 1 && count != 1 ? a.validity.map { Bitmap(repeating: $0[0], count: count) } : a.validity
    let validB = b.count == 1 && count != 1 ? b.validity.map { Bitmap(repeating: $0[0], count: count) } : b.validity
    let (i, j) = (a.count == 1 ? 0 : 1, b.count == 1 ? 0 : 1)
    if ranks.a.isEmpty || ranks.b.isEmpty {
      return Kleene.column(count: count, validity: bothValid(validA, validB)) { _ in false }
    }
    return Kleene.column(count: count, validity: bothValid(validA, validB)) { row in
      test(Int(ranks.a[Int(a.codes[row * i])]) - Int(ranks.b[Int(b.codes[row * j])]))
    }
  }

  /// Ranks of both dictionaries' entries in one byte order; equal texts have equal ranks.
  private static func rankedTogether(_ a: TextColumn, _ b: TextColumn) -> (a: [Int32], b: [Int32]) {
    if a.dictionary === b.dictionary {
      let ranks = ranks(a.dictionary)
      return (ranks, ranks)
    }
    let (x, y) = (a.dictionary, b.dictionary)
    let order = (0..<(x.count + y.count)).sorted { isBefore($0, $1, x, y) }
    var result = [Int32](repeating: 0, count: order.count)
    var rank: Int32 = 0
    for (position, entry) in order.enumerated() {
      if position > 0, isBefore(order[position - 1], entry, x, y) { rank += 1 }
      result[entry] = rank
    }
    return (Array(result[..<x.count]), Array(result[x.count...]))
  }

  private static func isBefore(_ p: Int, _ q: Int, _ x: TextDictionary, _ y: TextDictionary) -> Bool {
    bytes(p, x, y).lexicographicallyPrecedes(bytes(q, x, y))
  }

  private static func bytes(_ entry: Int, _ x: TextDictionary, _ y: TextDictionary) -> ArraySlice<UInt8> {
    entry < x.count ? x.bytes[x.range(entry)] : y.bytes[y.range(entry - x.count)]
  }

  /// Position of each entry in byte order.
  ///
  /// Sixteen bytes of each entry are sorted as two numbers; what is alike so far is compared to its end.
  static func ranks(_ dictionary: TextDictionary) -> [Int32] {
    let size = dictionary.count
    let (texts, places) = (dictionary.bytes, dictionary.offsets)
    func words(from start: Int) -> [UInt64] {
      [UInt64](morsels: size, filler: 0) { entries, words in
        let (bytes, offsets) = (texts.span, places.span)
        for entry in entries {
          let first = offsets[entry] &+ start
          var word: UInt64 = 0
          for place in first..<max(first, min(first &+ 8, offsets[entry &+ 1])) {
            word = word &<< 8 | UInt64(bytes[place])
          }
          let missing = min(8, max(0, first &+ 8 &- offsets[entry &+ 1]))
          words[entry] = missing == 8 ? 0 : word &<< UInt64(8 &* missing)
        }
      }
    }
    let (first, second) = (words(from: 0), words(from: 8))
    var order = RadixSort.order([first, second], rows: size)
    var start = 0
    var looks = Looks()
    var isStopped = false
    // Runs of entries that begin alike; shorter ones are filled up with zeros, which texts may have, too.
    while start < size {
      let (a, b) = (first[Int(order[start])], second[Int(order[start])])
      var end = start + 1
      while end < size, first[Int(order[end])] == a, second[Int(order[end])] == b { end += 1 }
      isStopped = isStopped || looks.seeStop(after: end - start)
      if isStopped { break }
      if end - start > 1 {
        order[start..<end].sort {
          // What has been told to end is not put in order.
          isStopped = isStopped || looks.seeStop()
          return !isStopped
            && dictionary.bytes[dictionary.range(Int($0))].lexicographicallyPrecedes(
              dictionary.bytes[dictionary.range(Int($1))])
        }
      }
      start = end
    }
    var ranks = [Int32](repeating: 0, count: size)
    for (rank, code) in order.enumerated() { ranks[Int(code)] = Int32(truncatingIfNeeded: rank) }
    return ranks
  }
}

extension TextFold {
  /// Whether the bytes stand somewhere, letter for letter.
  static func findExact(_ needle: ArraySlice<UInt8>, in haystack: ArraySlice<UInt8>) -> Bool {
    needle.isEmpty || firstIndex(of: needle, in: haystack) != nil
  }

  /// Plain byte search; nil for an empty needle.
  static func firstIndex(of needle: ArraySlice<UInt8>, in haystack: ArraySlice<UInt8>) -> Int? {
    guard let first = needle.first, haystack.count >= needle.count else { return nil }
    let last = haystack.endIndex - needle.count
    var position = haystack.startIndex
    outer: while position <= last {
      if haystack[position] == first {
        for offset in 1..<max(needle.count, 1)
        where haystack[position + offset] != needle[needle.startIndex + offset] {
          position += 1
          continue outer
        }
        return position
      }
      position += 1
    }
    return nil
  }
}
