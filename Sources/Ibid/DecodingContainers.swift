import IbidColumns
import IbidTypes

/// A row as a decoder: keys are columns; a result of one column also reads as that column's value.
struct RowDecoder: Decoder {
  private let columns: DecodingColumns
  private let row: Int
  private let context: DecodingContext
  /// The type being decoded, for messages.
  private var owner: (any Any.Type)?

  init(_ columns: DecodingColumns, row: Int, _ context: DecodingContext) {
    self.columns = columns
    self.row = row
    self.context = context
  }

  /// The row as a whole. The library's own types are values of one column.
  func decode<Row: Decodable>(_ type: Row.Type) throws -> Row {
    if type == Amount.self || type == TimeSpan.self || type == Source.self || type == RowReference.self {
      return try onlyCell().decode(type)
    }
    var decoder = self
    decoder.owner = type
    return try type.init(from: decoder)
  }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedDecodingContainer<Key> {
    KeyedDecodingContainer(ColumnContainer(columns, row: row, context, within: nil, for: owner))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try ListContainer(onlyCell(), for: owner) }
  func singleValueContainer() throws -> any SingleValueDecodingContainer { try CellDecoder(onlyCell(), for: owner) }

  private func onlyCell() throws -> DecodingCell {
    if columns.columns.count == 1 { return columns.cell(at: 0, row: row, within: nil, context) }
    try context.report(
      DecodingProblem(
        id: "decode-type-mismatch", message: "a row of \(columns.columns.count) columns is not one value",
        reason: "the columns are " + columns.columns.map(\.name).joined(separator: ", "),
        suggestions: ["a struct with a property per column", "select one column in the query"]))
    return .anything("", context, depth: 0)
  }
}

/// One value as a decoder, and as the container of that one value.
final class CellDecoder: Decoder, SingleValueDecodingContainer {
  private var cell: DecodingCell
  private let owner: (any Any.Type)?

  init(_ cell: DecodingCell, for owner: (any Any.Type)?) {
    self.cell = cell
    self.cell.depth += 1
    self.owner = owner
  }

  var codingPath: [any CodingKey] { [ColumnKey(cell.name)] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    let parts = try cell.parts(for: owner ?? type)
    return KeyedDecodingContainer(ColumnContainer(parts, row: 0, cell.context, within: cell, for: owner))
  }

  func unkeyedContainer() throws -> any UnkeyedDecodingContainer { try ListContainer(cell, for: owner) }
  func singleValueContainer() -> any SingleValueDecodingContainer { self }

  func decodeNil() -> Bool {
    cell.asksForMissing = true
    return cell.isMissing
  }

  func decode(_ type: Bool.Type) throws -> Bool { try cell.bool() }
  func decode(_ type: String.Type) throws -> String { try cell.string() }
  func decode(_ type: Double.Type) throws -> Double { try cell.float() }
  func decode(_ type: Float.Type) throws -> Float { try cell.float() }
  func decode(_ type: Int.Type) throws -> Int { try cell.integer() }
  func decode(_ type: Int8.Type) throws -> Int8 { try cell.integer() }
  func decode(_ type: Int16.Type) throws -> Int16 { try cell.integer() }
  func decode(_ type: Int32.Type) throws -> Int32 { try cell.integer() }
  func decode(_ type: Int64.Type) throws -> Int64 { try cell.integer() }
  func decode(_ type: UInt.Type) throws -> UInt { try cell.integer() }
  func decode(_ type: UInt8.Type) throws -> UInt8 { try cell.integer() }
  func decode(_ type: UInt16.Type) throws -> UInt16 { try cell.integer() }
  func decode(_ type: UInt32.Type) throws -> UInt32 { try cell.integer() }
  func decode(_ type: UInt64.Type) throws -> UInt64 { try cell.integer() }
  func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted { try cell.decode(type) }
}

/// The elements of one list, first to last.
struct ListContainer: UnkeyedDecodingContainer {
  private let cell: DecodingCell
  private let elements: Column?
  private let elementType: ValueType
  private let range: Range<Int>
  private(set) var currentIndex = 0

  init(_ cell: DecodingCell, for owner: (any Any.Type)?) throws {
    self.cell = cell
    let wanted: any Any.Type = owner ?? [Any].self
    try cell.requirePresence(wanted)
    guard case .list(let column)? = cell.values, case .list(let element) = cell.type.base else {
      (elements, elementType, range) = try cell.refuse(wanted, givenUp: (nil, .invalid, 0..<0))
      return
    }
    (elements, elementType, range) = (column.elements, element, column.range(cell.row))
  }

  var codingPath: [any CodingKey] { [ColumnKey(cell.name)] }
  var count: Int? { range.count }
  var isAtEnd: Bool { currentIndex >= range.count }

  /// The element that comes next; nothing is passed over until it was read.
  private func next(asksForMissing: Bool) throws -> DecodingCell {
    guard !isAtEnd else {
      throw DecodingProblem.value(cell.name, "a list has \(range.count) elements, and one more was asked for")
    }
    return DecodingCell(
      name: cell.name, type: elementType, values: elements, row: range.lowerBound + currentIndex, context: cell.context,
      asksForMissing: asksForMissing, depth: cell.depth + 1)
  }

  mutating func decodeNil() throws -> Bool {
    guard try next(asksForMissing: true).isMissing else { return false }
    currentIndex += 1
    return true
  }

  mutating func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
    let value = try next(asksForMissing: false).decode(type)
    currentIndex += 1
    return value
  }

  mutating func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) throws -> KeyedDecodingContainer<Key> {
    let decoder = CellDecoder(try next(asksForMissing: false), for: nil)
    currentIndex += 1
    return try decoder.container(keyedBy: type)
  }

  mutating func nestedUnkeyedContainer() throws -> any UnkeyedDecodingContainer {
    let container = try ListContainer(next(asksForMissing: false), for: nil)
    currentIndex += 1
    return container
  }

  mutating func superDecoder() throws -> any Decoder {
    let decoder = CellDecoder(try next(asksForMissing: false), for: nil)
    currentIndex += 1
    return decoder
  }
}

/// A column's name as a coding key.
struct ColumnKey: CodingKey {
  let stringValue: String
  var intValue: Int? { nil }

  init(_ name: String) { stringValue = name }
  init?(stringValue: String) { self.init(stringValue) }
  init?(intValue: Int) { nil }
}
