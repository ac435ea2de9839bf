import IbidColumns

/// A row as an encoder: each key is a column; a row that is a single value becomes the column `value`.
struct RegisterEncoder: Encoder, SingleValueEncodingContainer {
  private let builder: RowsBuilder

  init(_ builder: RowsBuilder) { self.builder = builder }

  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(RegisterContainer(builder: builder))
  }

  /// Refuses: a row is no list.
  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    ListRefusal(problem: .value("a row is a list, which has no names for columns", column: "?", row: builder.rowCount))
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }
  func encodeNil() throws { try builder.add(nil, nil, isOptional: true, key: "value") }
  func encode<Wanted: Encodable>(_ value: Wanted) throws { try builder.add(encoding: value, key: "value") }
}

extension RowsBuilder {
  /// Takes any value of the current row; it becomes one cell, or it is refused.
  func add<Wanted: Encodable>(encoding value: Wanted?, key: String, isOptional: Bool = false) throws {
    let isOptional = isOptional || Wanted.self is any ExpressibleByNilLiteral.Type
    guard let value else {
      try add(nil, Kind(Wanted.self), isOptional: true, key: key)
      return
    }
    let encoder = CellEncoder(column: key, row: rowCount)
    try encoder.encode(value)
    try add(
      encoder.value, Self.joined(encoder.kind, Kind(Wanted.self)) ?? encoder.kind, isOptional: isOptional, key: key)
  }
}

extension RowsBuilder.Kind {
  /// The kind of a Swift type's values where the type alone tells; a list's elements may stay unknown.
  fileprivate init?(_ type: any Any.Type) {
    switch type {
    case is Bool.Type: self = .bool
    case is any BinaryInteger.Type: self = .int
    case is any BinaryFloatingPoint.Type: self = .float
    case is String.Type: self = .text
    case let list as any ListType.Type: self = .list(Self(list.element))
    case let optional as any OptionalType.Type:
      guard let kind = Self(optional.wrapped) else { return nil }
      self = kind
    default: return nil
    }
  }
}

private protocol ListType { static var element: any Any.Type { get } }
private protocol OptionalType { static var wrapped: any Any.Type { get } }
extension Array: ListType { fileprivate static var element: any Any.Type { Element.self } }
extension Optional: OptionalType { fileprivate static var wrapped: any Any.Type { Wrapped.self } }

/// The keys of a row. Optionals without a value are columns too, so that the columns do not hang on the data.
private struct RegisterContainer<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let builder: RowsBuilder

  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws { try builder.add(nil, nil, isOptional: true, key: key.stringValue) }
  func encode<Wanted: Encodable>(_ value: Wanted, forKey key: Key) throws {
    try builder.add(encoding: value, key: key.stringValue)
  }

  // The usual types once more, without asking each value for its type: 1.2 µs a value instead of 1.8.
  func encode(_ value: Bool, forKey key: Key) throws {
    try builder.add(.bool(value), .bool, isOptional: false, key: key.stringValue)
  }
  func encode(_ value: String, forKey key: Key) throws {
    try builder.add(.text(value), .text, isOptional: false, key: key.stringValue)
  }
  func encode(_ value: Double, forKey key: Key) throws {
    try builder.add(.float(value), .float, isOptional: false, key: key.stringValue)
  }
  func encode(_ value: Int, forKey key: Key) throws {
    try builder.add(.int(Int64(value)), .int, isOptional: false, key: key.stringValue)
  }

  func encodeIfPresent(_ value: Bool?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: String?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Double?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Float?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int8?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int16?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int32?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: Int64?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt8?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt16?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt32?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent(_ value: UInt64?, forKey key: Key) throws { try optional(value, key) }
  func encodeIfPresent<Wanted: Encodable>(_ value: Wanted?, forKey key: Key) throws { try optional(value, key) }

  private func optional(_ value: (some Encodable)?, _ key: Key) throws {
    try builder.add(encoding: value, key: key.stringValue, isOptional: true)
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested>
  {
    KeyedEncodingContainer(
      KeyedRefusal(problem: .value(CellEncoder.nested, column: key.stringValue, row: builder.rowCount)))
  }

  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer {
    ListRefusal(
      problem: .value("a list encoded element by element has no column", column: key.stringValue, row: builder.rowCount)
    )
  }

  /// A superclass puts its columns into the same row.
  func superEncoder() -> any Encoder { RegisterEncoder(builder) }
  func superEncoder(forKey key: Key) -> any Encoder { RegisterEncoder(builder) }
}

/// One cell as an encoder: keeps the last single value, or the list.
private final class CellEncoder: Encoder, SingleValueEncodingContainer, UnkeyedEncodingContainer {
  static let nested = "a value with parts of its own has no column"

  let column: String
  let row: Int
  private(set) var value: Value = .none
  private(set) var kind: RowsBuilder.Kind?
  private var elements: [Value]?
  /// Set once the value turned out to have parts, even if it then encodes none.
  private var refusal: RegisterProblem?

  init(column: String, row: Int) {
    self.column = column
    self.row = row
  }

  var codingPath: [any CodingKey] { [ColumnKey(column)] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var count: Int { elements?.count ?? 0 }

  func encodeNil() throws {
    if elements != nil { throw problem("a list has a missing element") }
    value = .none
  }

  func encode<Wanted: Encodable>(_ wanted: Wanted) throws {
    let (found, foundKind) = try single(wanted)
    guard elements != nil else {
      (value, kind) = (found, foundKind)
      return
    }
    guard found != .none else { throw problem("a list has a missing element") }
    guard case .list(let before)? = kind, let joined = RowsBuilder.joined(before, foundKind) else {
      throw problem("a list has elements of two types")
    }
    elements?.append(found)
    kind = .list(joined)
    value = .list(elements ?? [])
  }

  private func single<Wanted: Encodable>(_ wanted: Wanted) throws -> (Value, RowsBuilder.Kind?) {
    if let text = wanted as? String { return (.text(text), .text) }
    if let truth = wanted as? Bool { return (.bool(truth), .bool) }
    if let number = wanted as? any BinaryInteger {
      guard let whole = Int64(exactly: number) else {
        throw problem("\(number) is beyond 64 bits", try: ["a Double, which rounds"])
      }
      return (.int(whole), .int)
    }
    if let number = wanted as? any BinaryFloatingPoint { return (.float(Double(number)), .float) }
    let inner = CellEncoder(column: column, row: row)
    try wanted.encode(to: inner)
    if let refusal = inner.refusal { throw refusal }
    return (inner.value, inner.kind)
  }

  private func problem(_ what: String, try suggestions: [String] = []) -> RegisterProblem {
    .value(what, column: column, row: row, try: suggestions)
  }

  func singleValueContainer() -> any SingleValueEncodingContainer { self }

  func unkeyedContainer() -> any UnkeyedEncodingContainer {
    (elements, value, kind) = ([], .list([]), .list(nil))
    return self
  }

  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    refusal = problem(Self.nested)
    return KeyedEncodingContainer(KeyedRefusal(problem: problem(Self.nested)))
  }

  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer {
    ListRefusal(problem: problem("a list of lists has no column"))
  }
  func superEncoder() -> any Encoder { self }
}

/// Takes nothing: says why a value has no column.
private struct KeyedRefusal<Key: CodingKey>: KeyedEncodingContainerProtocol {
  let problem: RegisterProblem
  var codingPath: [any CodingKey] { [] }

  func encodeNil(forKey key: Key) throws { throw problem }
  func encode<Wanted: Encodable>(_ value: Wanted, forKey key: Key) throws { throw problem }
  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) -> KeyedEncodingContainer<Nested>
  {
    KeyedEncodingContainer(KeyedRefusal<Nested>(problem: problem))
  }
  func nestedUnkeyedContainer(forKey key: Key) -> any UnkeyedEncodingContainer { ListRefusal(problem: problem) }
  func superEncoder() -> any Encoder { ListRefusal(problem: problem) }
  func superEncoder(forKey key: Key) -> any Encoder { ListRefusal(problem: problem) }
}

/// Takes nothing, as a list or a value.
private struct ListRefusal: UnkeyedEncodingContainer, SingleValueEncodingContainer, Encoder {
  let problem: RegisterProblem
  var codingPath: [any CodingKey] { [] }
  var userInfo: [CodingUserInfoKey: Any] { [:] }
  var count: Int { 0 }

  func encodeNil() throws { throw problem }
  func encode<Wanted: Encodable>(_ value: Wanted) throws { throw problem }
  func container<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    KeyedEncodingContainer(KeyedRefusal(problem: problem))
  }
  func nestedContainer<Key: CodingKey>(keyedBy type: Key.Type) -> KeyedEncodingContainer<Key> {
    container(keyedBy: type)
  }
  func nestedUnkeyedContainer() -> any UnkeyedEncodingContainer { self }
  func unkeyedContainer() -> any UnkeyedEncodingContainer { self }
  func singleValueContainer() -> any SingleValueEncodingContainer { self }
  func superEncoder() -> any Encoder { self }
}
