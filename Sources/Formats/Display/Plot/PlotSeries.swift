import IbidColumns
import IbidTypes

/// A value as a stretch of an axis, in the axis' unit; at least one end is known.
struct PlotValue: Sendable {
  var low: Double?
  var high: Double?
  /// As people write it.
  var text: String

  /// Where a single mark stands: the point, the middle of a range, the end that is known.
  var position: Double {
    switch (low, high) {
    case (let low?, let high?): low + (high - low) / 2
    default: low ?? high ?? 0
    }
  }

  var isPoint: Bool { low != nil && low == high }
  var ends: [Double] { [low, high].compactMap { $0 } }
}

/// What an axis measures, and how its marks are written.
enum PlotAxis: Sendable, Equatable {
  case number
  case measure(unit: String, MeasureKind)
  /// Seconds since 1970; marks are written by the day, month or year.
  case time
}

/// A column to draw: a value a row, nil where there is none or where it has no place on the axis.
struct PlotSeries: Sendable {
  var name: String
  var axis: PlotAxis
  var values: [PlotValue?]
  /// Rows without a value; with one that has no ends or could not be placed in time; in a unit that does not convert.
  var missing = 0
  var unplaced = 0
  var otherUnit = 0
  var hasOpenEnds = false

  /// Columns along one axis; the first unit in the data is that of all.
  static func aligned(_ columns: [(name: String, column: Column)]) -> [PlotSeries] {
    var unit: String?
    for case (_, .measure(let measures)) in columns where unit == nil {
      unit = (0..<measures.count).first { measures.isValid($0) }.flatMap { measures[$0]?.unit }
    }
    return columns.map { PlotSeries($0.name, $0.column, unit: unit ?? "") }
  }

  private init(_ name: String, _ column: Column, unit: String) {
    self.name = name.visible
    values = []
    switch column {
    case .measure(let measures): axis = .measure(unit: unit, measures.kind)
    case .moment: axis = .time
    default: axis = .number
    }
    for row in 0..<column.count {
      let value = column.value(at: row)
      if value == .none { missing += 1 }
      values.append(placed(value))
    }
  }

  /// A series made of plain numbers.
  init(_ name: String, counts: [Int]) {
    self.name = name
    axis = .number
    values = counts.map { PlotValue(low: Double($0), high: Double($0), text: String($0)) }
  }

  private mutating func placed(_ value: Value) -> PlotValue? {
    let text = value.displayText().visible
    switch value {
    case .int(let number): return PlotValue(low: Double(number), high: Double(number), text: text)
    case .float(let number):
      // Beyond, steps of a scale have no floats of their own any more.
      guard abs(number) < 1e300 else {
        unplaced += 1
        return nil
      }
      let shown = abs(number) < 1e-290 ? 0 : number
      return PlotValue(low: shown, high: shown, text: text)
    case .measure(let measure, _):
      guard case .measure(let unit, _) = axis, let factor = Unit.factor(from: measure.unit, to: unit) else {
        otherUnit += 1
        return nil
      }
      let (low, high) = (measure.low?.multiplied(by: factor)?.double, measure.high?.multiplied(by: factor)?.double)
      guard low != nil || high != nil else {
        unplaced += 1
        return nil
      }
      hasOpenEnds = hasOpenEnds || low == nil || high == nil
      return PlotValue(low: low, high: high, text: text)
    case .moment(let moment):
      // A month stands where it begins, so that it meets the mark of its name.
      guard let start = moment.low ?? moment.high else {
        unplaced += 1
        return nil
      }
      return PlotValue(low: Double(start), high: Double(start), text: text)
    default: return nil
    }
  }
}

/// What is left out of a drawing, counted over its columns.
struct PlotNotes {
  private(set) var lines: [String] = []

  mutating func count(_ series: PlotSeries) {
    let parts = [
      series.missing > 0 ? "\(series.missing) without a value" : nil,
      series.unplaced > 0 ? "\(series.unplaced) that cannot be placed" : nil,
      series.otherUnit > 0 ? "\(series.otherUnit) in other units" : nil,
    ].compactMap { $0 }
    if !parts.isEmpty { lines.append("\(series.name): " + parts.joined(separator: ", ")) }
  }

  /// A stretch counts once, at one place of it.
  mutating func countBounded(_ series: PlotSeries) {
    let bounded = series.values.count { $0.map { !$0.isPoint } ?? false }
    if bounded > 0 {
      lines.append("\(series.name): \(bounded) with bounds, counted at the middle or at the end that is known")
    }
  }
}
