import Glibc
import IbidTypes

/// Counts of values by stretch.
///
/// The width of a stretch is the smaller one of two rules, as in numpy's `auto`: 2 * IQR / cube root of n (D. Freedman, P.
/// Diaconis, On the histogram as a density estimator, 1981), which outliers do not disturb, and range / (1 + log2 n) (H.
/// Sturges, The choice of a class interval, 1926), which works for few values. It is then made a nice number, or a day,
/// month, quarter, year, decade or century. There are at most 40; each has its low end in it, the last one both.
enum Histogram {
  static let limit = 40

  /// `isWhole`: the values are whole numbers, which no stretch splits.
  static func chart(of series: PlotSeries, isWhole: Bool) -> BarChart {
    let values = series.values.compactMap { $0?.position }
    guard let least = values.min(), let most = values.max() else { return BarChart(labels: [], series: []) }
    let (labels, starts) =
      series.axis == .time
      ? timeBins(values, least, most) : numberBins(values, least, most, series.axis, isWhole: isWhole)
    var counts = [Int](repeating: 0, count: labels.count)
    for value in values { counts[max((starts.partitioningIndex { $0 > value }) - 1, 0)] += 1 }
    return BarChart(labels: labels, series: [PlotSeries("rows", counts: counts)])
  }

  private static func width(_ values: [Double], _ least: Double, _ most: Double) -> Double {
    let sorted = values.sorted()
    let count = Double(values.count)
    let sturges = (most - least) / (1 + log2(count))
    let freedmanDiaconis = 2 * (quantile(0.75, sorted) - quantile(0.25, sorted)) / cbrt(count)
    return freedmanDiaconis > 0 ? min(sturges, freedmanDiaconis) : sturges
  }

  /// Linear between neighbours.
  private static func quantile(_ share: Double, _ sorted: [Double]) -> Double {
    let place = share * Double(sorted.count - 1)
    let below = Int(place)
    let above = min(below + 1, sorted.count - 1)
    return sorted[below] + (sorted[above] - sorted[below]) * (place - Double(below))
  }

  private static func numberBins(
    _ values: [Double], _ least: Double, _ most: Double, _ axis: PlotAxis, isWhole: Bool
  ) -> (labels: [String], starts: [Double]) {
    if least == most { return ([axis.label(least)], [least]) }
    let smallest = isWhole ? 1 : NumberRange.width(from: least, to: most) / 1000
    var step = NiceNumber.nearest(to: max(width(values, least, most), smallest))
    while most / step.value - least / step.value > Double(limit - 2) { step = .above(step.value * 1.5) }
    let first = (least / step.value).rounded(.down)
    // The greatest whole number has a stretch of its own; of other numbers it ends the last one.
    let end = isWhole ? (most / step.value).rounded(.down) + 1 : max((most / step.value).rounded(.up), first + 1)
    let starts = stride(from: first, to: end, by: 1).map { step.times($0) }
    let labels = starts.indices.map { index in
      let next = step.times(first + Double(index) + 1)
      if isWhole, step.value == 1 { return axis.label(starts[index]) }
      return axis.label(from: starts[index], to: isWhole ? next - 1 : next)
    }
    return (labels, starts)
  }

  private static func timeBins(_ values: [Double], _ least: Double, _ most: Double) -> (
    labels: [String], starts: [Double]
  ) {
    let width = width(values, least, most)
    let step =
      CalendarStep.whole.first { $0.seconds >= width * 0.7 && (most - least) / $0.seconds < Double(limit - 1) }
      ?? .months(1200)
    var starts: [Double] = []
    var start = step.start(least)
    while start <= most {
      starts.append(start)
      start = step.next(after: start)
    }
    return (starts.map(step.label), starts)
  }
}

extension Array {
  /// The first index whose element meets the condition, in an array where all after it do; `count` if none does.
  fileprivate func partitioningIndex(_ isAfter: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isAfter(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
