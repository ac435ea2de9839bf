extension Plot {
  /// The drawing as a picture that stands alone: no scripts, no links, texts escaped, a title and a description for those
  /// who do not see it. `identifier` tells several pictures of one page apart.
  package func svg(identifier: Int = 0) -> String {
    let drawing: SVGDrawing
    switch content {
    case _ where isEmpty: drawing = SVGDrawing(width: 480, height: 60)
    case .bars(let chart): drawing = BarPicture(chart).drawing
    case .lines(let chart): drawing = LinePicture(chart).drawing
    }
    var shown = drawing
    if isEmpty { shown.text(Self.emptyText, x: 12, y: 36) }
    for note in notes { shown.note(note) }
    return shown.document(title: title, description: description, identifier: identifier)
  }

  /// What is drawn, in a sentence.
  private var description: String {
    if isEmpty { return Self.emptyText + "." }
    switch content {
    case .bars(let chart):
      let what = kind == .histogram ? "Histogram with \(chart.labels.count) stretches" : "\(chart.labels.count) bars"
      return what + ": "
        + zip(chart.labels, chart.series[0].values).prefix(12).map { "\($0) \($1?.text ?? "–")" }.joined(
          separator: "; ")
        + (chart.labels.count > 12 ? "; …" : ".")
    case .lines(let chart):
      return zip(chart.series, chart.points).map { series, points in
        guard let first = points.first, let last = points.last else { return "\(series.name): no values." }
        return "\(series.name): \(points.count) points from \(first.value.text) (\(first.xText)) to "
          + "\(last.value.text) (\(last.xText))."
      }.joined(separator: " ")
    }
  }
}

/// The elements of a picture as they are drawn; lengths in pixels from the top left.
struct SVGDrawing {
  let width: Double
  private(set) var height: Double
  private var body = ""

  init(width: Double, height: Double) {
    self.width = width
    self.height = height
  }

  /// Colours that people with any colour vision tell apart (M. Okabe, K. Ito, Color Universal Design, 2008).
  static func colour(_ series: Int) -> String {
    let colours = ["#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9"]
    return colours[series % colours.count]
  }

  enum Anchor: String { case start, middle, end }

  mutating func text(_ text: String, x: Double, y: Double, anchor: Anchor = .start, colour: String = "#222") {
    body +=
      "<text x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" text-anchor=\"\(anchor.rawValue)\" fill=\"\(colour)\">"
      + Self.escaped(text) + "</text>\n"
  }

  mutating func rectangle(
    x: Double, y: Double, width: Double, height: Double, colour: String, opacity: Double = 1, title: String
  ) {
    body +=
      "<rect x=\"\(Self.number(x))\" y=\"\(Self.number(y))\" width=\"\(Self.number(width))\" "
      + "height=\"\(Self.number(height))\" fill=\"\(colour)\"\(opacity < 1 ? " fill-opacity=\"\(opacity)\"" : "")>"
      + "<title>\(Self.escaped(title))</title></rect>\n"
  }

  mutating func line(_ points: [(x: Double, y: Double)], colour: String, width: Double = 1) {
    body +=
      "<polyline points=\"" + points.map { "\(Self.number($0.x)),\(Self.number($0.y))" }.joined(separator: " ")
      + "\" fill=\"none\" stroke=\"\(colour)\" stroke-width=\"\(Self.number(width))\"/>\n"
  }

  mutating func dot(x: Double, y: Double, colour: String, title: String) {
    body +=
      "<circle cx=\"\(Self.number(x))\" cy=\"\(Self.number(y))\" r=\"3\" fill=\"\(colour)\">"
      + "<title>\(Self.escaped(title))</title></circle>\n"
  }

  /// A triangle that says that a value goes on in a direction.
  mutating func arrow(x: Double, y: Double, dx: Double, dy: Double, colour: String) {
    let points = [(x + dx * 8, y + dy * 8), (x + dy * 4, y + dx * 4), (x - dy * 4, y - dx * 4)]
    body +=
      "<polygon points=\"" + points.map { "\(Self.number($0.0)),\(Self.number($0.1))" }.joined(separator: " ")
      + "\" fill=\"\(colour)\"/>\n"
  }

  /// A line of words below the picture, which grows by it.
  mutating func note(_ words: String) {
    text(words, x: 12, y: height + 12, colour: "#666")
    height += 20
  }

  func document(title: String, description: String, identifier: Int) -> String {
    let suffix = identifier == 0 ? "" : "\(identifier)"
    return """
      <svg xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="title\(suffix) desc\(suffix)" width="\(Self.number(width))" \
      height="\(Self.number(height))" viewBox="0 0 \(Self.number(width)) \(Self.number(height))" \
      font-family="sans-serif" font-size="13">
      <title id="title\(suffix)">\(Self.escaped(title))</title>
      <desc id="desc\(suffix)">\(Self.escaped(description))</desc>
      <rect width="100%" height="100%" fill="#fff"/>
      \(body)</svg>

      """
  }

  /// With two decimals at most.
  private static func number(_ value: Double) -> String {
    let hundredths = (value * 100).rounded()
    return hundredths.remainder(dividingBy: 100) == 0 ? "\(Int(hundredths / 100))" : "\(hundredths / 100)"
  }

  static func escaped(_ text: String) -> String {
    text.visible.unicodeScalars.reduce(into: "") { result, scalar in
      switch scalar {
      case "<": result += "&lt;"
      case ">": result += "&gt;"
      case "&": result += "&amp;"
      case "\"": result += "&quot;"
      // XML has no place for these.
      case "\u{0}"..."\u{8}", "\u{B}"..."\u{C}", "\u{E}"..."\u{1F}", "\u{FFFE}", "\u{FFFF}": result += "\u{FFFD}"
      default: result.unicodeScalars.append(scalar)
      }
    }
  }
}
