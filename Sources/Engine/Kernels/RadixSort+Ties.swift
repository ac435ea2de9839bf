import IbidColumns

/// Sorted words of keys that did not fit into them: rows whose shown bits are equal are sorted by the hidden ones.
struct Ties {
  private let words: [UInt64]
  private let layout: RadixSort.Layout
  private let key: [UInt64]
  private let least: UInt64
  private let order: [Int32]?

  /// So many equal words and more are sorted by all threads.
  private static let manyWords = 1 << 13

  init(_ words: [UInt64], _ layout: RadixSort.Layout, _ key: [UInt64], least: UInt64, _ order: [Int32]?) {
    (self.words, self.layout, self.key, self.least, self.order) = (words, layout, key, least, order)
  }

  /// The rows in order; nil if the run was stopped.
  func settled(_ parallel: Parallel) -> [Int32]? {
    var long: [[Range<Int>]] = []
    var rows = [Int32](apart: words.count, filler: 0) { rows in
      long = parallel.mapMorsels(of: words.count) { morsel in settle(morsel, into: rows) }
    }
    for run in long.joined() {
      var tied = [UInt64](morsels: run.count, filler: 0) { range, tied in
        for place in range { tied[place] = tiedWord(words[run.lowerBound + place]) }
      }
      RadixSort.sort(&tied, layout.ofTies, parallel)
      rows.withApart { rows in
        for place in 0..<run.count { rows[run.lowerBound + place] = row(tied[place]) }
      }
    }
    return parallel.isStopped ? nil : rows
  }

  /// Writes the rows of all runs of equal words that begin in a morsel; those that are too long for one thread are given back.
  private func settle(_ morsel: Range<Int>, into rows: Apart<Int32>) -> [Range<Int>] {
    let shift = layout.placeBits
    var long: [Range<Int>] = []
    var tied = [UInt64](apart: Self.manyWords, filler: 0) { _ in }
    var copy = [UInt64](apart: Self.manyWords, filler: 0) { _ in }
    tied.withApart { tied in
      copy.withApart { copy in
        let words = words.span
        var first = morsel.lowerBound
        // What goes on from the morsel before was begun there.
        while first > 0, first < morsel.upperBound, words[first] &>> shift == words[first &- 1] &>> shift {
          first &+= 1
        }
        while first < morsel.upperBound {
          let shown = words[first] &>> shift
          var end = first &+ 1
          while end < words.count, words[end] &>> shift == shown { end &+= 1 }
          let count = end &- first
          if count == 1 {
            rows[first] = row(words[first])
          } else if count > Self.manyWords {
            long.append(first..<end)
          } else {
            for place in 0..<count { tied[place] = tiedWord(words[first &+ place]) }
            RadixSort.sortAlone(tied, copy, 0..<count, shift, bits: layout.ofTies.shownBits, intoCopy: false)
            for place in 0..<count { rows[first &+ place] = row(tied[place]) }
          }
          first = end
        }
      }
    }
    return long
  }

  @inline(__always)
  private func tiedWord(_ word: UInt64) -> UInt64 {
    layout.ofTies.word(of: layout.hidden(key[Int(row(word))] &- least), at: layout.position(word))
  }

  @inline(__always)
  private func row(_ word: UInt64) -> Int32 {
    let position = layout.position(word)
    return order.map { $0[position] } ?? Int32(truncatingIfNeeded: position)
  }
}
