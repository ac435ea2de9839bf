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
    /// What may have repeated this column's values, so that a sum would count some of them twice.
    var repeatedBy: Repetition?
    var isHidden: Bool { field.name.split(separator: ".").last?.hasPrefix("@") ?? false }
  }

  /// A step that may give one row's values to several rows.
  enum Repetition: Hashable {
    /// A join, by the name of its right side.
    case join(String)
    /// `unnest` and `unpivot`.
    case step(String)
  }

  var columns: [Column]
  /// Types of paths below columns that a `where` has narrowed: `#3.published` → `date`.
  var narrowed: [String: ValueType] = [:]

  static let rowName = "@row"

  static let empty = Scope(columns: [])

  init(columns: [Column]) { self.columns = columns }

  init(schema: Schema) { columns = schema.fields.map { Column(field: $0) } }

  /// Notes that a column's values may now stand in several rows.
  mutating func `repeat`(_ index: Int, by repetition: Repetition) {
    columns[index].repeatedBy = columns[index].repeatedBy ?? repetition
    columns[index].field.isUnique = false
  }

  var schema: Schema { Schema(columns.map(\.field)) }
  var visible: [Int] { columns.indices.filter { !columns[$0].isHidden } }
  var visibleNames: [String] { visible.map { columns[$0].field.name } }

  func index(of name: String) -> Int? { columns.firstIndex { $0.field.name == name && !$0.isHidden } }

  /// Whether some join's right side has this name.
  func hasQualifier(_ name: String) -> Bool { columns.contains { $0.field.name.hasPrefix(name + ".") } }

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

/// What an expression is, whatever its place in the text: two expressions of one key have one value in every row.
enum ExpressionKey {
  /// `#3`, `#3.published`, `#3/currency`; nil for anything but a column or a path.
  static func path(_ expression: PlanExpression) -> String? {
    switch expression.kind {
    case .column(let index): "#\(index)"
    case .follow(let inner, let table, let column): path(inner).map { "\($0).\(table):\(column)" }
    case .part(let inner, let part): path(inner).map { "\($0)/\(part.rawValue)" }
    case .widen(let inner): path(inner)
    default: nil
    }
  }

  /// Of any expression: its structure without places.
  static func key(_ expression: PlanExpression) -> String {
    path(expression) ?? "\(unplaced(expression).kind)"
  }

  private static func unplaced(_ expression: PlanExpression) -> PlanExpression {
    var copy = expression
    copy.span = .init(0, 0)
    switch expression.kind {
    case .follow(let a, let table, let column): copy.kind = .follow(unplaced(a), table: table, column: column)
    case .part(let a, let part): copy.kind = .part(unplaced(a), part)
    case .negate(let a): copy.kind = .negate(unplaced(a))
    case .not(let a): copy.kind = .not(unplaced(a))
    case .test(let a, let test): copy.kind = .test(unplaced(a), test)
    case .widen(let a): copy.kind = .widen(unplaced(a))
    case .arithmetic(let op, let a, let b): copy.kind = .arithmetic(op, unplaced(a), unplaced(b))
    case .compare(let op, let a, let b): copy.kind = .compare(op, unplaced(a), unplaced(b))
    case .call(let function, let arguments): copy.kind = .call(function, arguments.map(unplaced))
    default: break
    }
    return copy
  }
}
