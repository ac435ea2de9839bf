import IbidTypes

/// Columns at one row, by coding key: a result's columns, or the parts of one value.
struct ColumnContainer<Key: CodingKey>: KeyedDecodingContainerProtocol {
  private let columns: DecodingColumns
  private let row: Int
  private let context: DecodingContext
  /// The value whose parts these are.
  private let parent: DecodingCell?
  private let owner: (any Any.Type)?

  init(
    _ columns: DecodingColumns, row: Int, _ context: DecodingContext, within parent: DecodingCell?,
    for owner: (any Any.Type)?
  ) {
    self.columns = columns
    self.row = row
    self.context = context
    self.parent = parent
    self.owner = owner
  }

  var codingPath: [any CodingKey] { parent.map { [ColumnKey($0.name)] } ?? [] }
  var allKeys: [Key] { columns.columns.compactMap { Key(stringValue: $0.name) } }

  func contains(_ key: Key) -> Bool { columns.isAnything || columns.position(of: key.stringValue) != nil }

  private func cell(_ key: Key, asksForMissing: Bool = false) throws -> DecodingCell {
    if let position = columns.position(of: key.stringValue) {
      var cell = columns.cell(at: position, row: row, within: parent, context)
      cell.asksForMissing = asksForMissing || context.asked.contains(cell.name)
      return cell
    }
    if !columns.isAnything {
      try context.report(columns.missing(key.stringValue, within: parent?.name, askedBy: owner))
    }
    return .anything(key.stringValue, context, depth: (parent?.depth ?? 0) + 1)
  }

  /// A value that Swift can do without.
  private func optional<Wanted>(_ key: Key, _ read: (DecodingCell) throws -> Wanted) throws -> Wanted? {
    let cell = try cell(key, asksForMissing: true)
    if cell.isAnything || cell.isMissing { return nil }
    guard context.isProbing else { return try read(cell) }
    // A type that refuses a made-up value keeps the rest from being looked at if it need not be there.
    return try? read(cell)
  }

  func decodeNil(forKey key: Key) throws -> Bool {
    let cell = try cell(key, asksForMissing: true)
    context.asked.insert(cell.name)
    return cell.isMissing
  }

  func decode(_ type: Bool.Type, forKey key: Key) throws -> Bool { try cell(key).bool() }
  func decode(_ type: String.Type, forKey key: Key) throws -> String { try cell(key).string() }
  func decode(_ type: Double.Type, forKey key: Key) throws -> Double { try cell(key).float() }
  func decode(_ type: Float.Type, forKey key: Key) throws -> Float { try cell(key).float() }
  func decode(_ type: Int.Type, forKey key: Key) throws -> Int { try cell(key).integer() }
  func decode(_ type: Int8.Type, forKey key: Key) throws -> Int8 { try cell(key).integer() }
  func decode(_ type: Int16.Type, forKey key: Key) throws -> Int16 { try cell(key).integer() }
  func decode(_ type: Int32.Type, forKey key: Key) throws -> Int32 { try cell(key).integer() }
  func decode(_ type: Int64.Type, forKey key: Key) throws -> Int64 { try cell(key).integer() }
  func decode(_ type: UInt.Type, forKey key: Key) throws -> UInt { try cell(key).integer() }
  func decode(_ type: UInt8.Type, forKey key: Key) throws -> UInt8 { try cell(key).integer() }
  func decode(_ type: UInt16.Type, forKey key: Key) throws -> UInt16 { try cell(key).integer() }
  func decode(_ type: UInt32.Type, forKey key: Key) throws -> UInt32 { try cell(key).integer() }
  func decode(_ type: UInt64.Type, forKey key: Key) throws -> UInt64 { try cell(key).integer() }
  func decode<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted { try cell(key).decode(type) }

  // Swift's own versions take a missing key for a missing value; here a column that is not there is a mistake.
  func decodeIfPresent(_ type: Bool.Type, forKey key: Key) throws -> Bool? { try optional(key) { try $0.bool() } }
  func decodeIfPresent(_ type: String.Type, forKey key: Key) throws -> String? { try optional(key) { try $0.string() } }
  func decodeIfPresent(_ type: Double.Type, forKey key: Key) throws -> Double? { try optional(key) { try $0.float() } }
  func decodeIfPresent(_ type: Float.Type, forKey key: Key) throws -> Float? { try optional(key) { try $0.float() } }
  func decodeIfPresent(_ type: Int.Type, forKey key: Key) throws -> Int? { try optional(key) { try $0.integer() } }
  func decodeIfPresent(_ type: Int8.Type, forKey key: Key) throws -> Int8? { try optional(key) { try $0.integer() } }
  func decodeIfPresent(_ type: Int16.Type, forKey key: Key) throws -> Int16? { try optional(key) { try $0.integer() } }
  func decodeIfPresent(_ type: Int32.Type, forKey key: Key) throws -> Int32? { try optional(key) { try $0.integer() } }
  func decodeIfPresent(_ type: Int64.Type, forKey key: Key) throws -> Int64? { try optional(key) { try $0.integer() } }
  func decodeIfPresent(_ type: UInt.Type, forKey key: Key) throws -> UInt? { try optional(key) { try $0.integer() } }
  func decodeIfPresent(_ type: UInt8.Type, forKey key: Key) throws -> UInt8? { try optional(key) { try $0.integer() } }
  func decodeIfPresent(_ type: UInt16.Type, forKey key: Key) throws -> UInt16? {
    try optional(key) { try $0.integer() }
  }
  func decodeIfPresent(_ type: UInt32.Type, forKey key: Key) throws -> UInt32? {
    try optional(key) { try $0.integer() }
  }
  func decodeIfPresent(_ type: UInt64.Type, forKey key: Key) throws -> UInt64? {
    try optional(key) { try $0.integer() }
  }
  func decodeIfPresent<Wanted: Decodable>(_ type: Wanted.Type, forKey key: Key) throws -> Wanted? {
    try optional(key) { try $0.decode(type) }
  }

  func nestedContainer<Nested: CodingKey>(keyedBy type: Nested.Type, forKey key: Key) throws -> KeyedDecodingContainer<
    Nested
  > {
    try CellDecoder(cell(key), for: nil).container(keyedBy: type)
  }

  func nestedUnkeyedContainer(forKey key: Key) throws -> any UnkeyedDecodingContainer {
    try ListContainer(cell(key), for: nil)
  }
  func superDecoder(forKey key: Key) throws -> any Decoder { CellDecoder(try cell(key), for: nil) }

  /// A superclass finds its columns in the same row.
  func superDecoder() -> any Decoder {
    if let parent { CellDecoder(parent, for: nil) } else { RowDecoder(columns, row: row, context) }
  }
}
