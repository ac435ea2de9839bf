/// Bars in characters: a line for each label and number, the number behind its bar.
///
///     GB  ████████████ 12
///     FR  ████▌ 4
///         ┬─────┬─────
///         0     5
struct BarText {
  private let chart: BarChart
  private let glyphs: PlotGlyphs
  private let shown: Int
  private let scale: PlotScale
  private let labelWidth: Int
  private let nameWidth: Int
  private let barWidth: Int
  private let valueWidth: Int

  init(_ chart: BarChart, _ glyphs: PlotGlyphs, width: Int, maxRows: Int?) {
    self.chart = chart
    self.glyphs = glyphs
    let shown = min(chart.labels.count, maxRows ?? .max)
    self.shown = shown
    let values = chart.series.flatMap { $0.values.prefix(shown).compactMap { $0 } }
    labelWidth = min(glyphs.widest(chart.labels.prefix(shown)), width / 3)
    nameWidth = chart.series.count > 1 ? min(glyphs.widest(chart.series.map(\.name)), width / 4) : 0
    valueWidth = min(glyphs.widest(values.map(\.text)), width / 3)
    barWidth = max(width - labelWidth - (nameWidth > 0 ? nameWidth + 1 : 0) - valueWidth - 3, 6)
    scale = PlotScale(
      covering: [0] + values.flatMap(\.ends), along: chart.series.first?.axis ?? .number, count: max(barWidth / 12, 2))
  }

  /// Cells per unit of the scale, and the cell where zero lies: whole, so that bars on both sides meet there.
  private var unit: Double { Double(barWidth) / (scale.high - scale.low) }
  private var zero: Int { Int((scale.position(0) * Double(barWidth)).rounded()) }

  var lines: [String] {
    var lines: [String] = []
    for row in 0..<shown {
      for (index, series) in chart.series.enumerated() {
        let label = index == 0 ? glyphs.text(chart.labels[row]).shortened(to: labelWidth) : ""
        let value = series.values[row]
        var line = label.padded(to: labelWidth) + " "
        if nameWidth > 0 { line += glyphs.text(series.name).shortened(to: nameWidth).padded(to: nameWidth) + " " }
        let text = glyphs.text(value?.text ?? glyphs.missing).shortened(to: max(valueWidth, 1))
        let bar = bar(value)
        lines.append(line + " " + (bar.isEmpty ? "" : bar + " ") + text)
      }
    }
    if shown < chart.labels.count { lines.append("the first \(shown) of \(chart.labels.count) rows") }
    return lines + axis
  }

  private var axis: [String] {
    let indent = String(repeating: " ", count: labelWidth + (nameWidth > 0 ? nameWidth + 1 : 0) + 2)
    let ticks = scale.ticks.map { tick in
      (cell: min(zero + Int((tick.value * unit).rounded()), barWidth - 1), label: glyphs.text(tick.label))
    }
    var line = [Character](repeating: glyphs.horizontal, count: barWidth)
    for tick in ticks where line.indices.contains(tick.cell) { line[tick.cell] = glyphs.tickBelow }
    return [indent + String(line), indent + TickLine.text(ticks, width: barWidth)]
  }

  /// Without blanks behind it, so that the number follows.
  private func bar(_ value: PlotValue?) -> String {
    guard let value else { return "" }
    var cells = [Character](repeating: " ", count: barWidth)
    let (near, far) = value.fromZero
    let isLeft = (near ?? far ?? 0) < 0 || (far ?? 0) < 0
    if let low = value.low, let high = value.high, low < 0, high > 0 {
      shade(&cells, from: low, to: high)
    } else {
      let filled = near.map { fill(&cells, to: $0) } ?? 0
      if let far, far != near { shade(&cells, from: near ?? 0, to: far) }
      if far == nil {
        let end = isLeft ? zero - 1 - filled : zero + filled
        cells[min(max(end, 0), barWidth - 1)] = isLeft ? glyphs.moreLeft : glyphs.moreRight
      }
    }
    return String(cells.reversed().drop { $0 == " " }.reversed())
  }

  /// Solid from zero: to the right by eighths of a cell, to the left by whole ones. What is not zero can be seen.
  ///
  /// Gives the number of cells used.
  private func fill(_ cells: inout [Character], to end: Double) -> Int {
    if end == 0 { return 0 }
    let length = abs(end) * unit
    if end < 0 || !glyphs.isUnicode {
      let count = max(Int(length.rounded()), 1)
      for offset in 0..<count {
        let cell = end < 0 ? zero - 1 - offset : zero + offset
        if cells.indices.contains(cell) { cells[cell] = glyphs.block(eighths: 8) }
      }
      return count
    }
    let eighths = max(Int((length * 8).rounded()), 1)
    for cell in 0..<(eighths + 7) / 8 where cells.indices.contains(zero + cell) {
      cells[zero + cell] = glyphs.block(eighths: eighths - cell * 8)
    }
    return (eighths + 7) / 8
  }

  private func shade(_ cells: inout [Character], from a: Double, to b: Double) {
    let (low, high) = (min(a, b), max(a, b))
    let first = zero + Int((low * unit).rounded(.down))
    let last = max(zero + Int((high * unit).rounded(.up)) - 1, first)
    for cell in first...last where cells.indices.contains(cell) && cells[cell] == " " { cells[cell] = glyphs.possible }
  }
}

extension PlotValue {
  /// The end nearer to zero, up to which the value certainly reaches, and the one up to which it may; nil where it is open.
  fileprivate var fromZero: (near: Double?, far: Double?) {
    switch (low, high) {
    case (let low?, let high?): abs(low) <= abs(high) ? (low, high) : (high, low)
    case (let low?, nil): low >= 0 ? (low, nil) : (nil, low)
    case (nil, let high?): high > 0 ? (nil, high) : (high, nil)
    case (nil, nil): (nil, nil)
    }
  }
}
