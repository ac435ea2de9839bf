import IbidColumns
import IbidTypes

/// One value of a column on its way into Swift: read straight from the typed buffer.
struct DecodingCell {
  /// The column, and within an amount or date the part: `amount.low`.
  let name: String
  let type: ValueType
  /// nil: a problem was reported, anything may be read.
  let values: Column?
  let row: Int
  let context: DecodingContext
  /// Whether Swift asked first if there is a value, as an optional does.
  var asksForMissing = false
  var depth = 0

  /// Reads as anything: for what has been reported, so that one mistake gives one message.
  static func anything(_ name: String, _ context: DecodingContext, depth: Int) -> DecodingCell {
    DecodingCell(name: name, type: .invalid, values: nil, row: 0, context: context, asksForMissing: true, depth: depth)
  }

  var isAnything: Bool { type == .invalid }
  var isMissing: Bool { values.map { !$0.isValid(row) } ?? (type.base == .none) }

  // MARK: Single values

  func bool() throws -> Bool {
    try requirePresence(Bool.self)
    switch values {
    case .bool(let column)?: return column.truth[row]
    default: return try refuse(Bool.self, givenUp: false)
    }
  }

  func integer<Number: FixedWidthInteger>(_ wanted: Number.Type = Number.self) throws -> Number {
    try requirePresence(wanted)
    guard case .int(let column)? = values else { return try refuse(wanted, givenUp: 0) }
    let value = column.values[row]
    guard let number = Number(exactly: value) else {
      throw DecodingProblem.value(name, "\(value) does not fit in \(wanted)")
    }
    return number
  }

  func float<Number: BinaryFloatingPoint>(_ wanted: Number.Type = Number.self) throws -> Number {
    try requirePresence(wanted)
    switch values {
    case .int(let column)?: return Number(column.values[row])
    case .float(let column)?: return Number(column.values[row])
    default: return try refuse(wanted, givenUp: 0)
    }
  }

  func string() throws -> String {
    try requirePresence(String.self)
    switch values {
    case .text(let column)?: return column[row] ?? ""
    case .reference(let column)?: return context.references(column.table, column.rows[row]).name
    default: return try refuse(String.self, givenUp: "")
    }
  }

  // MARK: Types

  func decode<Wanted: Decodable>(_ type: Wanted.Type) throws -> Wanted {
    if let known = try own(type) { return known }
    guard depth < 32 else { throw DecodingProblem.value(name, "\(type) contains itself without end") }
    return try type.init(from: CellDecoder(self, for: type))
  }

  /// The library's own types, without the detour over their coding keys; nil for all others.
  private func own<Wanted>(_ type: Wanted.Type) throws -> Wanted? {
    if type == Amount.self { return try amount() as? Wanted }
    if type == TimeSpan.self { return try timeSpan() as? Wanted }
    if type == RowReference.self { return try reference() as? Wanted }
    if type == Source.self { return try source() as? Wanted }
    return nil
  }

  private func amount() throws -> Amount {
    try requirePresence(Amount.self)
    if case .measure(let column)? = values, let value = column[row] { return Amount(value, column.kind) }
    return try refuse(Amount.self, givenUp: Amount(Measure(.zero, unit: ""), .quantity))
  }

  private func timeSpan() throws -> TimeSpan {
    try requirePresence(TimeSpan.self)
    if case .moment(let column)? = values, let value = column[row] { return TimeSpan(value) }
    return try refuse(TimeSpan.self, givenUp: TimeSpan(.unresolved("", grain: .day)))
  }

  private func reference() throws -> RowReference {
    try requirePresence(RowReference.self)
    guard case .reference(let column)? = values else {
      return try refuse(RowReference.self, givenUp: RowReference(id: "", name: ""))
    }
    let (id, name) = context.references(column.table, column.rows[row])
    return RowReference(id: id, name: name)
  }

  private func source() throws -> Source {
    try requirePresence(Source.self)
    guard case .source(let column)? = values else {
      return try refuse(Source.self, givenUp: Source(file: "", line: 1, start: 0, end: 0))
    }
    return Source(
      file: column.file[row] ?? "", line: Int(column.line[row]), start: Int(column.lower[row]),
      end: Int(column.upper[row]))
  }

  // MARK: Problems

  /// Refuses a column that may miss values, or in the end one that does, unless Swift asked for it.
  func requirePresence(_ wanted: any Any.Type) throws {
    guard !asksForMissing, context.isProbing ? type.isOptional || type.base == .none : isMissing else { return }
    try context.report(
      .mismatch(
        name, type, wanted: "\(wanted)", reason: "a value of it may be missing",
        try: [
          "\(wanted)?", "keep the rows that have it: `where \(name) is known`", "give it a default: `\(name) ?? …`",
        ]))
  }

  /// Reports that the column's type does not fit; what is given up stands in while the rest is looked at.
  func refuse<Stand>(_ wanted: any Any.Type, givenUp stand: Stand) throws -> Stand {
    guard !isAnything else { return stand }
    try context.report(
      .mismatch(name, type, wanted: "\(wanted)", reason: type.base.lossOfSimplerTypes, try: type.swiftTypes))
    return stand
  }
}

extension ValueType {
  /// Swift types that hold its values, the best first.
  fileprivate var swiftTypes: [String] {
    base.swiftTypes.map { $0 + (isOptional ? "?" : "") } + base.simplerParts
  }
}

extension DataType {
  fileprivate var swiftTypes: [String] {
    switch self {
    case .bool: ["Bool"]
    case .int: ["Int", "Double"]
    case .float: ["Double"]
    case .text, .word: ["String"]
    case .money, .quantity, .duration: ["Amount"]
    case .date, .period: ["TimeSpan"]
    case .list(let element): element.swiftTypes.prefix(1).map { "[\($0)]" }
    case .reference: ["RowReference", "String"]
    case .source: ["Source"]
    case .none, .invalid: []
    }
  }

  /// What a query selects to get a simpler type.
  fileprivate var simplerParts: [String] {
    switch self {
    case .money, .quantity, .duration: ["select its `.number` or `.text`"]
    case .date, .period: ["select its `.text`"]
    default: []
    }
  }

  fileprivate var lossOfSimplerTypes: String? {
    switch self {
    case .money: "money has bounds and a currency, which a simpler type would lose"
    case .quantity, .duration: "an amount has bounds and a unit, which a simpler type would lose"
    case .date, .period: "a date may be imprecise or not to be placed, which a simpler type would lose"
    default: nil
    }
  }
}
