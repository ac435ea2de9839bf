/// Bars as a picture: labels on the left, numbers behind their bars, a scale below.
struct BarPicture {
  private(set) var drawing: SVGDrawing
  private let scale: PlotScale
  private let left: Double
  /// Where the scale ends; the texts of the longest bars stand behind it.
  private let right: Double
  private static let width = 760.0
  private static let barHeight = 18.0

  init(_ chart: BarChart) {
    let labels = chart.labels.map { $0.shortened(to: 40) }
    left = 24 + 7.5 * Double(labels.map { DisplayWidth.of($0) }.max() ?? 0)
    let groupHeight = Self.barHeight * Double(chart.series.count) + 8
    let top = chart.series.count > 1 ? 36.0 : 12.0
    let bottom = top + groupHeight * Double(labels.count)
    drawing = SVGDrawing(width: Self.width, height: bottom + 36)
    let values = chart.series.flatMap { $0.values.compactMap { $0 } }
    right = Self.width - 30 - 7.5 * Double(min(values.map { DisplayWidth.of($0.text) }.max() ?? 0, 32))
    scale = PlotScale(covering: [0] + values.flatMap(\.ends), along: chart.series.first?.axis ?? .number, count: 5)
    if chart.series.count > 1 {
      var x = left
      for (index, series) in chart.series.enumerated() {
        drawing.rectangle(x: x, y: 10, width: 12, height: 12, colour: SVGDrawing.colour(index), title: series.name)
        drawing.text(series.name, x: x + 18, y: 21)
        x += 40 + 7.5 * Double(DisplayWidth.of(series.name))
      }
    }
    for tick in scale.ticks {
      drawing.line([(x(tick.value), top), (x(tick.value), bottom)], colour: tick.value == 0 ? "#888" : "#ddd")
      drawing.text(tick.label, x: x(tick.value), y: bottom + 18, anchor: .middle, colour: "#666")
    }
    for (row, label) in labels.enumerated() {
      let y = top + groupHeight * Double(row)
      drawing.text(label, x: left - 8, y: y + groupHeight / 2 + 1, anchor: .end)
      for (index, series) in chart.series.enumerated() {
        bar(
          series.values[row], y: y + 2 + Self.barHeight * Double(index), colour: SVGDrawing.colour(index),
          title: "\(chart.labels[row]): " + (chart.series.count > 1 ? series.name + " " : ""))
      }
    }
  }

  private func x(_ value: Double) -> Double { left + scale.position(value) * max(right - left, 40) }

  private mutating func bar(_ value: PlotValue?, y: Double, colour: String, title: String) {
    let middle = y + Self.barHeight / 2
    guard let value else {
      drawing.text("–", x: x(0) + 6, y: middle + 3, colour: "#666")
      return
    }
    let (low, high) = (value.low ?? value.high ?? 0, value.high ?? value.low ?? 0)
    let height = Self.barHeight - 4
    func stretch(_ a: Double, _ b: Double, opacity: Double) {
      drawing.rectangle(
        x: x(min(a, b)), y: y, width: max(x(max(a, b)) - x(min(a, b)), 0), height: height, colour: colour,
        opacity: opacity, title: title + value.text)
    }
    let isOpen = value.low == nil || value.high == nil
    if isOpen, value.low == nil ? high > 0 : low < 0 {
      // The open end lies towards zero: nothing is certain of it.
      stretch(0, value.low == nil ? high : low, opacity: 0.35)
    } else if low < 0, high > 0 {
      stretch(low, high, opacity: 0.35)
    } else {
      let (near, far) = abs(low) <= abs(high) ? (low, high) : (high, low)
      stretch(0, near, opacity: 1)
      if far != near { stretch(near, far, opacity: 0.35) }
      if isOpen {
        drawing.arrow(x: x(near), y: y + height / 2, dx: value.high == nil ? 1 : -1, dy: 0, colour: colour)
      }
    }
    drawing.text(value.text, x: max(x(high), x(0)) + (value.high == nil ? 14 : 6), y: middle + 3)
  }
}
