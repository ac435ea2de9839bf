import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: missing values are counted apart; they are neither distinct values nor examples.

extension Executor {
  static let exampleCount = 5

  /// A row for each of `columns`; their names and types are those of `schema`.
  func describe(_ relation: Relation, _ columns: [Int], of schema: Schema, at span: ByteSpan) throws(EngineError)
    -> Relation
  {
    var (missing, distinct): ([Int64], [Int64]) = ([], [])
    var (least, greatest): ([String?], [String?]) = ([], [])
    var spread: [String?] = []
    var (examples, offsets): ([String], [Int32]) = ([], [0])
    for index in columns {
      if parallel.isStopped { throw .cancelled }
      let column = relation.column(index)
      let validity = column.validity
      func printed(_ row: Int32) -> String { column.value(at: Int(row)).printed(in: snapshot) }
      let firstRows = Codes(identityOf: column).firstRows()
      if parallel.isStopped { throw .cancelled }
      let different = firstRows.filter { validity?[Int($0)] ?? true }
      missing.append(Int64(validity.map { column.count - $0.trueCount } ?? 0))
      distinct.append(Int64(different.count))
      let isOrdered = schema.fields[index].type.base.hasOrder && Self.isComparable(column)
      least.append(isOrdered ? Self.first(column, isDescending: false).map(printed) : nil)
      greatest.append(isOrdered ? Self.first(column, isDescending: true).map(printed) : nil)
      spread.append(isOrdered ? Sparkline.text(of: Self.points(of: column)) : nil)
      examples += different.prefix(Self.exampleCount).map(printed)
      offsets.append(Int32(examples.count))
    }
    let fields = columns.map { schema.fields[$0] }
    var lineage: Lineage?
    if relation.lineage != nil {
      let rows = relation.rowCount
      lineage = Lineage.none(rows: columns.count).remarked(
        recorder.remark("describes \(rows) row\(rows == 1 ? "" : "s")"))
    }
    return Relation(
      rowCount: columns.count,
      columns: [
        .text(TextColumn(fields.map { $0.name })), .text(TextColumn(fields.map { $0.type.description })),
        .int(FixedColumn([Int64](repeating: Int64(relation.rowCount), count: columns.count))),
        .int(FixedColumn(missing)), .int(FixedColumn(distinct)), .text(TextColumn(least)), .text(TextColumn(greatest)),
        .text(TextColumn(spread)),
        .list(ListColumn(offsets: offsets, elements: .text(TextColumn(examples)))),
      ],
      lineage: lineage)
  }

  /// A number for each value that is one or has one: measures of one unit at the end that is stated, dates and periods
  /// where they begin.
  private static func points(of column: Column) -> [Double] {
    let valid = { (row: Int) in column.validity?[row] ?? true }
    switch column {
    case .int(let ints):
      let values = ints.values
      return values.indices.filter(valid).map { Double(values[$0]) }
    case .float(let floats):
      let values = floats.values
      return values.indices.filter(valid).map { values[$0] }
    case .moment(let moments):
      return moments.low.indices.filter(valid).compactMap { row in
        if moments.low[row] != MomentColumn.noLow { return Double(moments.low[row]) }
        return moments.high[row] == MomentColumn.noHigh ? nil : Double(moments.high[row])
      }
    case .measure(let measures):
      let rows = (0..<measures.count).filter(valid)
      guard Set(rows.map(measures.unit)).count == 1 else { return [] }
      return rows.compactMap { row in measures[row].flatMap { $0.low ?? $0.high }?.double }
    default: return []
    }
  }

  /// The row that a sort would put first, if it has a place in the order.
  private static func first(_ column: Column, isDescending: Bool) -> Int32? {
    guard let row = SortKeys.order([(column, isDescending)], rows: column.count).first, column.isValid(Int(row)),
      !(SortKeys.unplaced(column)?[Int(row)] ?? false)
    else { return nil }
    return row
  }

  /// Whether all values are of one currency, or of units of one kind.
  private static func isComparable(_ column: Column) -> Bool {
    guard case .measure(let measures) = column, !measures.unitCodes.isEmpty else { return true }
    guard let side = AlignedMeasures.normalized(measures) else { return false }
    let valid = (0..<measures.count).filter { measures.isValid($0) }
    return valid.allSatisfy { side.unitClass($0) == side.unitClass(valid[0]) }
  }
}

extension DataType {
  /// Whether least and greatest mean something.
  fileprivate var hasOrder: Bool {
    switch self {
    case .list, .reference, .source, .none, .invalid: false
    default: true
    }
  }
}
