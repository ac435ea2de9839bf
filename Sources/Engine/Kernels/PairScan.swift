import IbidColumns
import IbidPatterns

/// Finds the texts of a dictionary that may have one of several literals: for each of them two of its bytes at their
/// distance, of all literals in one pass.
struct PairScan {
  private let pairs: [BytePair]
  /// The longest distance.
  private let reach: Int
  /// The first byte of each pair, where these are so rare that they are looked for alone.
  private let firsts: SIMD4<UInt8>?
  /// More pairs than these are looked for no faster than a pattern is.
  private static let mostPairs = 4
  /// As often as that in prose, and nearly every text is looked at closely anyway.
  private static let mostFrequent = 4000

  /// Bytes that are not more frequent are rare.
  private static let rareFrequency = 1

  /// nil where looking for the literals would not pay.
  init?(_ literals: [[UInt8]]) {
    var pairs: [BytePair] = []
    var frequency = 0
    for literal in literals {
      let rarest = literal.indices.sorted {
        (RequiredLiterals.frequency(literal[$0]), $0) < (RequiredLiterals.frequency(literal[$1]), $1)
      }
      guard let one = rarest.first else { return nil }
      let two = rarest.count > 1 ? rarest[1] : one
      let (a, b) = (min(one, two), max(one, two))
      frequency +=
        RequiredLiterals.frequency(literal[a]) * (a == b ? 60 : RequiredLiterals.frequency(literal[b]))
      let pair = BytePair(literal[a], literal[b], distance: b - a)
      if !pairs.contains(pair) { pairs.append(pair) }
    }
    guard !pairs.isEmpty, pairs.count <= Self.mostPairs, frequency <= Self.mostFrequent else { return nil }
    self.pairs = pairs
    if pairs.allSatisfy({ RequiredLiterals.frequency($0.first) <= Self.rareFrequency }) {
      var firsts = SIMD4<UInt8>(repeating: pairs[0].first)
      for (place, pair) in pairs.enumerated() { firsts[place] = pair.first }
      self.firsts = firsts
    } else {
      firsts = nil
    }
    reach = pairs.reduce(0) { max($0, $1.distance) }
  }

  /// Calls `body` once for each entry of the range that may hold one of the literals, in order.
  func visit(_ dictionary: TextDictionary, _ entries: Range<Int>, _ body: (Int) -> Void) {
    let (text, places) = (dictionary.bytes, dictionary.offsets)
    let (bytes, offsets) = (text.span, places.span)
    let end = offsets[entries.upperBound]
    // One look at an entry is enough.
    func show(_ entry: Int, _: Int) -> Bool {
      body(entry)
      return true
    }
    var walk = EntryWalk(entries, at: offsets[entries.lowerBound])
    while walk.position < end {
      let position = walk.position
      guard position &+ reach &+ BytePair.places <= bytes.count else {
        while walk.position < end {
          let place = walk.position
          let distance = distance(at: place, bytes, end)
          if distance >= 0 { walk.look(at: place, reach: distance, offsets, show) }
          walk.position = max(walk.position, place &+ 1)
        }
        return
      }
      var found: UInt64 = 0
      if let firsts {
        found = bytes.places(ofAny: firsts, from: position)
      } else {
        for pair in pairs { found |= bytes.places(of: pair, from: position) }
      }
      walk.look(
        at: found, before: end, offsets,
        reach: { place in
          let distance = distance(at: place, bytes, end)
          return distance < 0 ? .max - place : distance
        }, show)
    }
  }

  /// The least distance of the pairs that stand at a place; negative if none does.
  @inline(__always)
  private func distance(at position: Int, _ bytes: borrowing Span<UInt8>, _ end: Int) -> Int {
    var least = -1
    let byte = bytes[position]
    for pair in pairs where pair.first == byte {
      let second = position &+ pair.distance
      if second < end, bytes[second] == pair.second, least < 0 || pair.distance < least { least = pair.distance }
    }
    return least
  }
}
