import Glibc
import IbidColumns

/// Okapi BM25, as `Plan.Node.search` spells it out.
struct BM25 {
  static let k1 = 1.2
  static let b = 0.75

  /// k1 * (1 - b + b * length / average length), for each row.
  private let damping: [Double]

  init(lengths: [Int]) {
    let average = Double(lengths.reduce(0, +)) / Double(max(lengths.count, 1))
    damping = lengths.map { Self.k1 * (1 - Self.b + (average > 0 ? Self.b * Double($0) / average : 0)) }
  }

  /// Adds what one word is worth to the scores of the rows that have it.
  func add(occurrences: [Int32], to scores: inout [Double]) {
    let (all, with) = (Double(occurrences.count), Double(occurrences.count { $0 > 0 }))
    let idf = Self.idf(rows: all, with: with)
    for row in occurrences.indices.untilStopped where occurrences[row] > 0 {
      let frequency = Double(occurrences[row])
      scores[row] += idf * frequency * (Self.k1 + 1) / (frequency + damping[row])
    }
  }

  private static func idf(rows: Double, with: Double) -> Double {
    log(1 + (rows - with + 0.5) / (with + 0.5))
  }
}
