/// How numbers are spread between the least and the greatest of them, in eight characters: `▂▁▁█▃▁▁▂`.
package enum Sparkline {
  package static let width = 8
  private static let bars: [Character] = ["▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"]

  /// A bar for each of eight stretches of the same length, as high as the stretch has numbers; the lowest has none.
  ///
  /// nil where there are no two different numbers, or they lie too far apart for a float.
  package static func text(of numbers: [Double]) -> String? {
    guard let least = numbers.min(), let greatest = numbers.max(), greatest > least, (greatest - least).isFinite else {
      return nil
    }
    var counts = [Int](repeating: 0, count: width)
    for number in numbers {
      counts[min(Int((number - least) / (greatest - least) * Double(width)), width - 1)] += 1
    }
    let most = counts.max() ?? 1
    // One number among very many still is more than none.
    return String(counts.map { $0 == 0 ? bars[0] : bars[1 + (bars.count - 2) * $0 / most] })
  }
}
