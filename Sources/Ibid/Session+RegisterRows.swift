import IbidColumns
import IbidEngine
import IbidTypes

/// Collects encoded rows as columns.
final class RowsBuilder {
  /// What a column's values are; a list's elements in the same words.
  indirect enum Kind: Equatable {
    case bool, int, float, text
    case list(Kind?)
  }

  private struct Collected {
    let name: String
    var kind: Kind?
    var isOptional: Bool
    var values: [Value]
  }

  private(set) var rowCount = 0
  private var collected: [Collected] = []
  private var positions: [String: Int] = [:]
  /// The same by coding key.
  private var positionsOfKeys: [String: Int] = [:]

  /// Encodes one row; what it threw leaves the builder unusable.
  func append(_ row: some Encodable) throws {
    try row.encode(to: RegisterEncoder(self))
    rowCount += 1
    for index in collected.indices where collected[index].values.count < rowCount {
      collected[index].values.append(.none)
      collected[index].isOptional = true
    }
  }

  /// Takes a value of the current row; nil is missing. `kind` is known from the Swift type also of what is missing.
  func add(_ value: Value?, _ kind: Kind?, isOptional: Bool, key: String) throws {
    let position = try position(of: key)
    var value = value ?? .none
    if let kind {
      guard let joined = Self.joined(collected[position].kind, kind) else {
        throw RegisterProblem.value(
          "this is of another type than the rows before", column: collected[position].name, row: rowCount)
      }
      collected[position].kind = joined
      value = try Self.converted(value, joined, column: collected[position].name, row: rowCount)
    }
    if isOptional { collected[position].isOptional = true }
    collected[position].values.append(value)
  }

  private func position(of key: String) throws -> Int {
    if let position = positionsOfKeys[key] {
      guard collected[position].values.count == rowCount else {
        throw RegisterProblem.value("a key is encoded twice", column: collected[position].name, row: rowCount)
      }
      return position
    }
    let name = Self.snakeCase(key)
    guard positions[name] == nil else {
      throw RegisterProblem.value("two keys give this column", column: name, row: rowCount)
    }
    positions[name] = collected.count
    positionsOfKeys[key] = collected.count
    // A key that rows before did not have.
    collected.append(
      .init(name: name, kind: nil, isOptional: rowCount > 0, values: Array(repeating: .none, count: rowCount)))
    return collected.count - 1
  }

  /// `openSince` as `open_since`, `baseURL` as `base_url`.
  private static func snakeCase(_ key: String) -> String {
    let characters = Array(key)
    var name = ""
    for (index, character) in characters.enumerated() {
      let startsWord =
        index > 0 && character.isUppercase && characters[index - 1] != "_"
        && (!characters[index - 1].isUppercase || (index + 1 < characters.count && characters[index + 1].isLowercase))
      name += (startsWord ? "_" : "") + character.lowercased()
    }
    return name
  }

  // MARK: Types

  /// The kind that holds both: ints widen to floats, an empty list takes any elements.
  static func joined(_ a: Kind?, _ b: Kind?) -> Kind? {
    switch (a, b) {
    case (nil, let kind), (let kind, nil): kind
    case (.int, .float), (.float, .int): .float
    case (.list(let a?)?, .list(let b?)?): joined(a, b).map { .list($0) }
    case (.list(let a)?, .list(let b)?): .list(a ?? b)
    case (let a?, let b?): a == b ? a : nil
    }
  }

  private static func converted(_ value: Value, _ kind: Kind, column: String, row: Int) throws -> Value {
    switch (value, kind) {
    case (.float(let number), _) where !number.isFinite:
      throw RegisterProblem.value(
        "\(number) is no number", column: column, row: row, try: ["an optional that is nil where there is no number"])
    case (.list(let values), .list(let element?)):
      .list(try values.map { try converted($0, element, column: column, row: row) })
    default: value
    }
  }

  // MARK: Columns

  /// The table with each row's place last; throws if there are no columns.
  func table(named name: String) throws(RegisterProblem) -> Table {
    guard !collected.isEmpty else {
      throw RegisterProblem(
        id: "register-no-columns", message: "`\(name)` would have no columns",
        reason: "columns are read from the rows, and none has a value",
        suggestions: ["register at least one row, of a struct with properties"])
    }
    var fields: [Field] = []
    var columns: [Column] = []
    for column in collected {
      let kind = column.kind ?? .text
      fields.append(Field(column.name, ValueType(Self.type(kind), optional: column.isOptional)))
      columns.append(Self.column(kind, column.values))
    }
    let sourceName = positions["source"] == nil ? "source" : "source_2"
    fields.append(Field(sourceName, ValueType(.source), unique: true))
    columns.append(
      .source(SourceColumn((0..<rowCount).map { SourcePlace(file: name, line: $0 + 1, lower: 0, upper: 0) })))
    return Table(name: name, schema: Schema(fields), columns: columns, rowCount: rowCount)
  }

  private static func type(_ kind: Kind) -> DataType {
    switch kind {
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .text: .text
    case .list(let element): .list(ValueType(type(element ?? .text)))
    }
  }

  private static func column(_ kind: Kind, _ values: [Value]) -> Column {
    let valid = Bitmap(values.lazy.map { $0 != .none })
    let validity = valid.isAllTrue ? nil : valid
    switch kind {
    case .bool: return .bool(BoolColumn(Bitmap(values.lazy.map { $0 == .bool(true) }), validity: validity))
    case .int:
      return .int(FixedColumn(values.map { if case .int(let value) = $0 { value } else { 0 } }, validity: validity))
    case .float: return .float(FixedColumn(values.map(double), validity: validity))
    case .text: return .text(TextColumn(values.lazy.map { if case .text(let value) = $0 { value } else { nil } }))
    case .list(let element):
      var offsets: [Int32] = [0]
      var elements: [Value] = []
      for value in values {
        if case .list(let own) = value { elements += own }
        offsets.append(Int32(clamping: elements.count))
      }
      return .list(ListColumn(offsets: offsets, elements: column(element ?? .text, elements), validity: validity))
    }
  }

  private static func double(_ value: Value) -> Double {
    switch value {
    case .float(let value): value
    case .int(let value): Double(value)
    default: 0
    }
  }
}
