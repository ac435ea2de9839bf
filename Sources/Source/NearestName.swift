/// Finds what a misspelt name may have meant.
package enum NearestName {
  /// The candidates closest to `name`, best first, at most `limit`; those too far away are left out.
  ///
  /// Distance counts insertions, deletions, substitutions and swaps of neighbours (Damerau–Levenshtein, restricted);
  /// up to a third of the length is near. A candidate that starts with the name, or the other way round, is near too, and so
  /// is one that the name abbreviates, as `amnt` does `amount`.
  package static func matches(_ name: String, among candidates: [String], limit: Int = 3) -> [String] {
    let wanted = Array(name.lowercased().unicodeScalars)
    guard !wanted.isEmpty, wanted.count <= 64 else { return [] }
    let allowed = max(1, wanted.count / 3)
    var scored: [(distance: Int, index: Int)] = []
    for (index, candidate) in candidates.enumerated() {
      let other = Array(candidate.lowercased().unicodeScalars)
      if other.count > 64 { continue }
      var distance = self.distance(wanted, other)
      if distance > allowed, wanted.count >= 3,
        other.starts(with: wanted) || (other.count >= 3 && wanted.starts(with: other))
          || abbreviates(wanted, other)
      {
        distance = allowed
      }
      if distance <= allowed { scored.append((distance, index)) }
    }
    return scored.sorted { ($0.distance, $0.index) < ($1.distance, $1.index) }.prefix(limit).map {
      candidates[$0.index]
    }
  }

  /// Whether letters are left out of a word, of which the first and the last stay, and at least half. No path is one.
  private static func abbreviates(_ short: [Unicode.Scalar], _ word: [Unicode.Scalar]) -> Bool {
    guard short.first == word.first, short.last == word.last, short.count * 2 >= word.count,
      short.allSatisfy({ $0.properties.isAlphabetic || $0 == "_" })
    else { return false }
    var next = 0
    for letter in word where next < short.count && letter == short[next] { next += 1 }
    return next == short.count
  }

  private static func distance(_ a: [Unicode.Scalar], _ b: [Unicode.Scalar]) -> Int {
    var beforePrevious = [Int](repeating: 0, count: b.count + 1)
    var previous = Array(0...b.count)
    for i in 0..<a.count {
      var current = [i + 1]
      for j in 0..<b.count {
        var best = min(previous[j + 1] + 1, current[j] + 1, previous[j] + (a[i] == b[j] ? 0 : 1))
        if i > 0, j > 0, a[i] == b[j - 1], a[i - 1] == b[j] { best = min(best, beforePrevious[j - 1] + 1) }
        current.append(best)
      }
      beforePrevious = previous
      previous = current
    }
    return previous[b.count]
  }
}
