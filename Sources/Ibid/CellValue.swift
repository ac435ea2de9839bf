import IbidColumns
import IbidTypes

/// One cell of a result, as a program reads it.
public enum CellValue: Sendable, Hashable {
  /// Missing.
  case none
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
  case money(Amount)
  case quantity(Amount)
  case duration(Amount)
  case date(TimeSpan)
  case period(TimeSpan)
  case list([CellValue])
  /// A row of another table: its id and its name or title.
  case reference(id: String, name: String)
  case source(Source)
}

/// Money or a quantity with its bounds: `more than £30m` has a `low` of 30000000, open, and no `high`.
///
/// Ends are decimal texts so that nothing is rounded: `"30000000"`, `"4.9"`. A fraction that no decimal holds is written
/// `"1/3"`.
public struct Amount: Sendable, Hashable, Codable {
  public var low: String?
  public var high: String?
  public var isLowOpen: Bool
  public var isHighOpen: Bool
  /// "about": the point is not meant exactly.
  public var isHedged: Bool
  /// ISO 4217 code of money, unit word of a quantity.
  public var unit: String
  /// The words of the document, if it comes from one.
  public var text: String?
  /// As people write it: `more than £30m`.
  public var description: String

  /// The point if there is one, the stated end otherwise, as the nearest float.
  public var number: Double? { (low ?? high).flatMap { Self.number($0) } }

  private static func number(_ text: String) -> Double? {
    let parts = text.split(separator: "/")
    guard let top = parts.first.flatMap({ Double($0) }) else { return nil }
    return parts.count > 1 ? Double(parts[1]).map { top / $0 } : top
  }

  init(_ measure: Measure, _ kind: MeasureKind) {
    low = measure.low?.plainDescription
    high = measure.high?.plainDescription
    isLowOpen = measure.isLowOpen
    isHighOpen = measure.isHighOpen
    isHedged = measure.isHedged
    unit = measure.unit
    text = measure.text
    description = measure.description(as: kind)
  }
}

/// A date or period: first and last day in ISO 8601, both missing if it could not be placed.
public struct TimeSpan: Sendable, Hashable, Codable {
  public var low: String?
  public var high: String?
  /// `day`, `month`, `year` …
  public var grain: String
  public var text: String?
  /// What is known of an unresolved one: `--07`.
  public var partial: String?
  public var description: String

  init(_ moment: Moment) {
    (low, high) = moment.isoEnds
    grain = moment.grain.name
    text = moment.text
    partial = moment.partial
    description = moment.description
  }
}

/// Where something stands: a file, a line counted from 1, and a half-open range of UTF-8 bytes.
public struct Source: Sendable, Hashable, Codable {
  public var file: String
  public var line: Int
  public var start: Int
  public var end: Int

  public init(file: String, line: Int, start: Int, end: Int) {
    self.file = file
    self.line = line
    self.start = start
    self.end = end
  }
}

extension CellValue {
  init(_ value: Value, type: DataType, references: (String, Int32) -> (id: String, name: String)) {
    switch value {
    case .none: self = .none
    case .bool(let value): self = .bool(value)
    case .int(let value): self = .int(value)
    case .float(let value): self = .float(value)
    case .text(let value): self = .text(value)
    case .measure(let value, .money): self = .money(Amount(value, .money))
    case .measure(let value, .quantity): self = .quantity(Amount(value, .quantity))
    case .measure(let value, .duration): self = .duration(Amount(value, .duration))
    case .moment(let value): self = type == .period ? .period(TimeSpan(value)) : .date(TimeSpan(value))
    case .list(let values):
      var element = DataType.text
      if case .list(let inner) = type { element = inner.base }
      self = .list(values.map { CellValue($0, type: element, references: references) })
    case .reference(let table, let row):
      let (id, name) = references(table, row)
      self = .reference(id: id, name: name)
    case .source(let file, let line, let lower, let upper):
      self = .source(Source(file: file, line: Int(line), start: Int(lower), end: Int(upper)))
    }
  }
}
