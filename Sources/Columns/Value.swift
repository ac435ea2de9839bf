package import IbidTypes

/// One value of any type: what a cell holds when it is printed, bound or compared in a test.
package indirect enum Value: Sendable, Hashable {
  case none
  case bool(Bool)
  case int(Int64)
  case float(Double)
  case text(String)
  case measure(Measure, MeasureKind)
  case moment(Moment)
  case list([Value])
  case reference(table: String, row: Int32)
  case source(file: String, line: Int32, lower: Int64, upper: Int64)
}

extension Column {
  /// One cell. For printing and tests; kernels work on whole columns.
  package func value(at row: Int) -> Value {
    guard isValid(row) else { return .none }
    switch self {
    case .bool(let column): return .bool(column.truth[row])
    case .int(let column): return .int(column.values[row])
    case .float(let column): return .float(column.values[row])
    case .text(let column): return column[row].map { .text($0) } ?? .none
    case .measure(let column): return column[row].map { .measure($0, column.kind) } ?? .none
    case .moment(let column): return column[row].map { .moment($0) } ?? .none
    case .list(let column): return .list(column.range(row).map { column.elements.value(at: $0) })
    case .reference(let column): return .reference(table: column.table, row: column.rows[row])
    case .source(let column):
      return .source(
        file: column.file[row] ?? "", line: column.line[row], lower: column.lower[row], upper: column.upper[row])
    }
  }
}
