/// Lines in characters, numbers up the left side, places below.
struct LineText {
  private static let height = 15

  private let chart: LineChart
  private let glyphs: PlotGlyphs
  private let xScale: PlotScale
  private let yScale: PlotScale
  private let labelWidth: Int
  private var canvas: DotCanvas

  init(_ chart: LineChart, _ glyphs: PlotGlyphs, width: Int) {
    self.chart = chart
    self.glyphs = glyphs
    let points = chart.points.joined()
    yScale = PlotScale(
      covering: points.flatMap(\.value.ends), along: chart.series.first?.axis ?? .number, count: 5)
    labelWidth = min(glyphs.widest(yScale.ticks.map(\.label)), width / 3)
    let columns = max(width - labelWidth - 2, 10)
    xScale = PlotScale(covering: points.map(\.x), along: chart.xAxis, count: max(columns / 14, 2))
    canvas = DotCanvas(width: columns, height: Self.height, isUnicode: glyphs.isUnicode)
    for series in chart.points.indices { draw(series) }
  }

  private func x(_ value: Double) -> Int {
    Int((xScale.position(value) * Double(canvas.width * canvas.across - 1)).rounded())
  }

  private func y(_ value: Double) -> Int {
    Int(((1 - yScale.position(value)) * Double(canvas.height * canvas.down - 1)).rounded())
  }

  private mutating func draw(_ series: Int) {
    let points = chart.points[series]
    for (index, point) in points.enumerated() {
      let place = (x: x(point.x), y: y(point.value.position))
      if point.isJoined {
        let before = points[index - 1]
        canvas.line(from: (x(before.x), y(before.value.position)), to: place)
      }
      canvas.dot(place.x, place.y)
      if let low = point.value.low, let high = point.value.high, low < high {
        canvas.line(from: (place.x, y(low)), to: (place.x, y(high)))
      }
    }
    // Marks last, so that no line covers them.
    for (index, point) in points.enumerated() {
      let place = (x: x(point.x), y: y(point.value.position))
      let isAlone = !point.isJoined && (index + 1 == points.count || !points[index + 1].isJoined)
      if chart.series.count > 1 || isAlone || !glyphs.isUnicode { canvas.mark(place.x, place.y, glyphs.mark(series)) }
      if point.value.high == nil { canvas.mark(place.x, max(place.y - canvas.down, 0), glyphs.moreUp) }
      if point.value.low == nil {
        canvas.mark(place.x, min(place.y + canvas.down, canvas.height * canvas.down - 1), glyphs.moreDown)
      }
    }
  }

  var lines: [String] {
    var labels = [String?](repeating: nil, count: canvas.height)
    for tick in yScale.ticks { labels[y(tick.value) / canvas.down] = tick.label }
    var lines = (0..<canvas.height).map { row in
      let label = glyphs.text(labels[row] ?? "").shortened(to: labelWidth).padded(to: labelWidth, atStart: true)
      return label + " " + String(labels[row] == nil ? glyphs.vertical : glyphs.tickLeft) + canvas.row(row)
    }
    let ticks = xScale.ticks.map { (cell: x($0.value) / canvas.across, label: glyphs.text($0.label)) }
    var axis = [Character](repeating: glyphs.horizontal, count: canvas.width)
    for tick in ticks { axis[tick.cell] = glyphs.tickBelow }
    let indent = String(repeating: " ", count: labelWidth + 1)
    lines.append(indent + String(glyphs.corner) + String(axis))
    lines.append(indent + " " + TickLine.text(ticks, width: canvas.width))
    if chart.series.count > 1 {
      lines.append(
        indent + " "
          + chart.series.enumerated().map { String(glyphs.mark($0.offset)) + " " + $0.element.name }
          .joined(separator: "   "))
    }
    if chart.series.contains(where: \.hasOpenEnds) {
      lines.append(indent + " \(glyphs.moreUp) or more, \(glyphs.moreDown) or less")
    }
    return lines
  }
}
