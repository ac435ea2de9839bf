import IbidPlan
import IbidSource
import IbidTypes

/// The columns that a name may mean at one place in a pipeline, and what is known of them there.
///
/// A column of a join's right side is called `r.rate`; a bare name is never one of those. Hidden columns start with
/// `@`: `@row` is the row's own place in its base table, which paths back and sources need.
struct Scope {
  struct Column {
    var field: Field
    var isHidden: Bool { field.name.split(separator: ".").last?.hasPrefix("@") ?? false }
  }

  var columns: [Column]
  /// Types of paths below columns that a `where` has narrowed: `#3.published` → `date`.
  var narrowed: [String: ValueType] = [:]

  /// The plan whose rows these are, where a step looks at them.
  var rows: Plan?

  static let rowName = "@row"

  static let empty = Scope(columns: [])

  init(columns: [Column]) { self.columns = columns }

  init(schema: Schema) { columns = schema.fields.map { Column(field: $0) } }

  /// Notes that a column's values may now stand in several rows. What repeated them first is what is told.
  mutating func `repeat`(_ index: Int, by step: Repetition.Step, isRightSide: Bool = false) {
    let field = columns[index].field
    columns[index].field.repetition =
      field.repetition ?? Repetition(by: step, isRightSide: isRightSide, isKey: field.isUnique)
    columns[index].field.isUnique = false
    columns[index].field.keyPart = nil
  }

  /// Notes that one row is left of each group of the same `keys`.
  ///
  /// The rows that were repeated stand once each again where a key tells them apart and the others say nothing more.
  mutating func keepOne(of keys: [Int]) {
    if keys.count == 1 { columns[keys[0]].field.isUnique = true }
    if Set(keys).count == keys.count, keys.count > 1 {
      for index in columns.indices { columns[index].field.keyPart = nil }
      for (place, key) in keys.enumerated() { columns[key].field.keyPart = KeyPart(place, of: keys.count) }
    }
    let repetitions = keys.compactMap { columns[$0].field.repetition }
    if let key = repetitions.first(where: \.isKey), repetitions.count == keys.count,
      repetitions.allSatisfy(key.isTogether)
    {
      for index in columns.indices where columns[index].field.repetition?.isTogether(with: key) ?? false {
        columns[index].field.repetition = nil
      }
    }
    if keys.count == 1 { columns[keys[0]].field.repetition = nil }
  }

  var schema: Schema { Schema(columns.map(\.field)) }
  var visible: [Int] { columns.indices.filter { !columns[$0].isHidden } }
  var visibleNames: [String] { visible.map { columns[$0].field.name } }

  func index(of name: String) -> Int? { columns.firstIndex { $0.field.name == name && !$0.isHidden } }

  /// Whether some join's right side has this name.
  func hasQualifier(_ name: String) -> Bool { columns.contains { $0.field.name.hasPrefix(name + ".") } }

  /// The hidden reference to the row of a join's right side, if that is a row of a base table.
  func rowIndex(of qualifier: String) -> Int? {
    columns.firstIndex { $0.field.name == qualifier + "." + Self.rowName }
  }

  /// The hidden reference to the row itself, if the row is still one of a base table.
  var rowReference: (index: Int, table: String)? {
    guard let index = columns.firstIndex(where: { $0.field.name == Self.rowName }),
      case .reference(let table) = columns[index].field.type.base
    else { return nil }
    return (index, table)
  }

  /// The columns that an expression reads.
  static func columnsRead(by expression: PlanExpression, into found: inout Set<Int>) {
    if case .column(let index) = expression.kind { found.insert(index) }
    for operand in expression.operands { columnsRead(by: operand, into: &found) }
  }
}
