import IbidColumns
import IbidTypes

/// One cell of a result, as a program reads it that does not know the columns beforehand; others use `decode`.
public enum CellValue: Sendable, Hashable {
  /// Missing: `none`.
  case none
  case bool(Bool)
  case int(Int64)
  case float(Double)
  /// Text, also a word of a closed set such as `press_release`.
  case text(String)
  /// An amount whose unit is a currency code.
  case money(Amount)
  /// An amount whose unit is a unit's word, or empty for a plain number.
  case quantity(Amount)
  /// An amount whose unit is one of time: `day`, `year`.
  case duration(Amount)
  /// One moment, perhaps known imprecisely: it lies somewhere in the span.
  case date(TimeSpan)
  /// A stretch of time: it fills the span.
  case period(TimeSpan)
  /// Values of one type, in order; empty is not missing.
  case list([CellValue])
  /// A row of another table: its id and its name or title.
  case reference(id: String, name: String)
  /// A place in a file.
  case source(Source)
}

/// Money or a quantity with its bounds: `more than £30m` has a `low` of 30000000, open, and no `high`.
///
/// Ends are decimal texts so that nothing is rounded: `"30000000"`, `"4.9"`. A fraction that no decimal holds is written
/// `"1/3"`. An exact amount has the same text at both ends and no hedge.
///
///     more than 24,000 people     low "24000", open    high nil           unit "people"
///     between £10m and £12m       low "10000000"       high "12000000"    unit "GBP"
///     about 23%                   low "23"             high "23", hedged  unit "percent"
public struct Amount: Sendable, Hashable, Codable {
  /// The least that it can be; nil if nothing is said of that.
  public var low: String?
  /// The most that it can be; nil if nothing is said of that.
  public var high: String?
  /// "more than": the low end itself is left out.
  public var isLowOpen: Bool
  /// "less than": the high end itself is left out.
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
///
/// Days are `2024-03-05`; grains finer than a day have a time, `2024-03-05T07:30:00`, in no time zone. `since 2015` has
/// no `high`.
public struct TimeSpan: Sendable, Hashable, Codable {
  /// The first day or second; nil if it is open or could not be placed.
  public var low: String?
  /// The last day or second, itself included; nil if it is open or could not be placed.
  public var high: String?
  /// `day`, `month`, `year` …
  public var grain: String
  /// The words of the document, if it comes from one.
  public var text: String?
  /// What is known of an unresolved one: `--07`.
  public var partial: String?
  /// As people write it: `2024-03-05`, `2024-Q1`, `"last month" (unresolved)`.
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
///
/// Bytes are those of the file for text and Markdown. A row of a registered table has the table's name for a file, its own
/// number from 1 for a line, and the empty range 0 to 0.
public struct Source: Sendable, Hashable, Codable {
  /// The path, as it was given or found in a folder.
  public var file: String
  /// The line of the first byte, from 1.
  public var line: Int
  /// Offset of the first byte.
  public var start: Int
  /// Offset behind the last byte.
  public var end: Int

  /// A place; nothing is checked.
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
