/// Lines as a picture, with a dot for each row.
struct LinePicture {
  private(set) var drawing = SVGDrawing(width: 760, height: 420)
  private let xScale: PlotScale
  private let yScale: PlotScale
  private let left: Double
  private static let (right, top, bottom) = (736.0, 40.0, 376.0)

  init(_ chart: LineChart) {
    let points = chart.points.joined()
    yScale = PlotScale(covering: points.flatMap(\.value.ends), along: chart.series.first?.axis ?? .number, count: 6)
    xScale = PlotScale(covering: points.map(\.x), along: chart.xAxis, count: 7)
    left = 24 + 7.5 * Double(yScale.ticks.map { DisplayWidth.of($0.label) }.max() ?? 0)
    for tick in yScale.ticks {
      drawing.line([(left, y(tick.value)), (Self.right, y(tick.value))], colour: "#ddd")
      drawing.text(tick.label, x: left - 8, y: y(tick.value) + 4, anchor: .end, colour: "#666")
    }
    for tick in xScale.ticks {
      drawing.line([(x(tick.value), Self.bottom), (x(tick.value), Self.bottom + 5)], colour: "#888")
      drawing.text(tick.label, x: x(tick.value), y: Self.bottom + 20, anchor: .middle, colour: "#666")
    }
    var legend = left
    for (index, series) in chart.series.enumerated() {
      let colour = SVGDrawing.colour(index)
      draw(chart.points[index], colour: colour, name: chart.series.count > 1 ? series.name + ", " : "")
      drawing.rectangle(x: legend, y: 12, width: 12, height: 12, colour: colour, title: series.name)
      drawing.text(series.name, x: legend + 18, y: 23)
      legend += 40 + 7.5 * Double(DisplayWidth.of(series.name))
    }
  }

  private func x(_ value: Double) -> Double { left + xScale.position(value) * (Self.right - left) }
  private func y(_ value: Double) -> Double { Self.bottom - yScale.position(value) * (Self.bottom - Self.top) }

  private mutating func draw(_ points: [LineChart.Point], colour: String, name: String) {
    var stretch: [(x: Double, y: Double)] = []
    for point in points {
      if !point.isJoined, !stretch.isEmpty {
        drawing.line(stretch, colour: colour, width: 2)
        stretch = []
      }
      stretch.append((x(point.x), y(point.value.position)))
    }
    if !stretch.isEmpty { drawing.line(stretch, colour: colour, width: 2) }
    for point in points {
      let place = (x: x(point.x), y: y(point.value.position))
      if let low = point.value.low, let high = point.value.high, low < high {
        drawing.line([(place.x, y(low)), (place.x, y(high))], colour: colour, width: 5)
      }
      if point.value.high == nil { drawing.arrow(x: place.x, y: place.y - 4, dx: 0, dy: -1, colour: colour) }
      if point.value.low == nil { drawing.arrow(x: place.x, y: place.y + 4, dx: 0, dy: 1, colour: colour) }
      drawing.dot(x: place.x, y: place.y, colour: colour, title: "\(name)\(point.xText): \(point.value.text)")
    }
  }
}
