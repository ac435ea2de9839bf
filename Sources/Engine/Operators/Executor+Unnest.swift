import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// Null rule: a missing list has no elements; a missing element is a row with a missing value.

extension Executor {
  /// Repeats each row for the elements of its list, and puts them in the list's place.
  func unnest(_ relation: Relation, _ column: Int, at span: ByteSpan) throws(EngineError) -> Relation {
    guard case .list(let lists) = relation.column(column) else { return relation.selecting([]) }
    var rows: [Int32] = []
    var elements: [Int32] = []
    rows.reserveCapacity(lists.elements.count)
    elements.reserveCapacity(lists.elements.count)
    var empty = 0
    var looks = Looks()
    for row in 0..<lists.count {
      let range = lists.isValid(row) ? lists.range(row) : 0..<0
      if range.isEmpty { empty += 1 }
      if looks.seeStop(after: 1 + range.count) { throw .cancelled }
      for element in range {
        rows.append(Int32(row))
        elements.append(Int32(element))
      }
    }
    if empty > 0 { recorder.note(.withoutElements(empty, at: span)) }
    let values = lists.elements.gathered(elements)
    var result = relation.selecting(rows)
    result.columns[column] = .init(base: .column(values), selection: nil)
    if case .reference(let references) = values, let lineage = result.lineage {
      result.lineage = lineage.zipped(with: self.lineage(of: references))
    }
    return result
  }

  /// The rows that references lead to.
  func lineage(of references: ReferenceColumn) -> Lineage {
    let table = recorder.index(of: references.table)
    return Lineage(rows: references.count) { row, entries in
      if references.isValid(row) { entries.append(Lineage.Entry(table: table, row: references.rows[row])) }
    }
  }
}
