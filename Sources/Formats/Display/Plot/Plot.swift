package import IbidColumns
import IbidTypes

/// A drawing of some columns of a table, before it is known on what it is drawn.
///
/// `text` draws it with characters, `svg` as a picture. Values stand where their bounds say: a closed range as a stretch,
/// an open end as an arrow, "about" as its point. What has no place is left out and counted in `notes`.
package struct Plot: Sendable {
  package enum Kind: String, Sendable {
    /// A label and a bar for each row and number.
    case bars
    /// Numbers over dates or numbers, in the order of these.
    case lines
    /// How many values lie in each of some stretches.
    case histogram
  }

  enum Content: Sendable {
    case bars(BarChart)
    case lines(LineChart)
  }

  let kind: Kind
  let content: Content
  /// What it shows, in a few words: `n by issuer`.
  let title: String
  /// What was left out, and what a mark means.
  let notes: [String]

  /// `columns`: a label or place, then values; of a histogram values alone. Their types are those that the kind can draw.
  package init(
    _ kind: Kind, of table: Table, columns: [Int], references: @escaping ReferenceResolver = rowNumberReferences
  ) {
    self.kind = kind
    let names = columns.map { table.schema.fields[$0].name }
    var notes = PlotNotes()
    switch kind {
    case .bars:
      let series = PlotSeries.aligned(columns.dropFirst().map { (table.schema.fields[$0].name, table.columns[$0]) })
      for one in series { notes.count(one) }
      let labels = (0..<table.rowCount).map {
        table.columns[columns[0]].value(at: $0).displayText(references: references).visible
      }
      content = .bars(BarChart(labels: labels, series: series))
      title = names.dropFirst().joined(separator: ", ") + " by " + names[0]
    case .lines:
      let places = PlotSeries.aligned([(names[0], table.columns[columns[0]])])[0]
      let series = PlotSeries.aligned(columns.dropFirst().map { (table.schema.fields[$0].name, table.columns[$0]) })
      notes.count(places)
      for one in series { notes.count(one) }
      content = .lines(LineChart(places: places, series: series))
      title = names.dropFirst().joined(separator: ", ") + " over " + names[0]
    case .histogram:
      let values = PlotSeries.aligned([(names[0], table.columns[columns[0]])])[0]
      notes.count(values)
      notes.countBounded(values)
      content = .bars(Histogram.chart(of: values, isWhole: table.schema.fields[columns[0]].type.base == .int))
      title = "rows by " + names[0]
    }
    self.notes = notes.lines
  }

  /// Nothing of it can be drawn.
  var isEmpty: Bool {
    switch content {
    case .bars(let chart): chart.labels.isEmpty || chart.series.allSatisfy { $0.values.allSatisfy { $0 == nil } }
    case .lines(let chart): chart.points.allSatisfy(\.isEmpty)
    }
  }

  /// In place of a drawing without rows or values.
  static let emptyText = "nothing to draw: no row has a value"
}

/// Numbers by label. A histogram is one whose labels are stretches and whose numbers count.
struct BarChart: Sendable {
  var labels: [String]
  var series: [PlotSeries]
}

/// Numbers over places.
struct LineChart: Sendable {
  struct Point: Sendable {
    var x: Double
    var value: PlotValue
    /// Whether a line leads here from the point before: no row without a value lies between them.
    var isJoined: Bool
    var xText: String
  }

  let xAxis: PlotAxis
  let series: [PlotSeries]
  /// For each series its points, in the order of their places; of equal ones in the order of the rows.
  let points: [[Point]]

  init(places: PlotSeries, series: [PlotSeries]) {
    xAxis = places.axis
    self.series = series
    let placed = places.values.indices.filter { places.values[$0] != nil }
    let order = placed.sorted { a, b in
      let (x, y) = (places.values[a]?.position ?? 0, places.values[b]?.position ?? 0)
      return x != y ? x < y : a < b
    }
    points = series.map { one in
      var isJoined = false
      var points: [Point] = []
      for row in order {
        guard let place = places.values[row], let value = one.values[row] else {
          isJoined = false
          continue
        }
        points.append(Point(x: place.position, value: value, isJoined: isJoined, xText: place.text))
        isJoined = true
      }
      return points
    }
  }
}
