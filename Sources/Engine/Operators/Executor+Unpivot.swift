import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  /// Each row once for each of `columns`, which are of one type: the other columns, then name and value.
  func unpivot(_ relation: Relation, _ columns: [Int], of schema: Schema, at span: ByteSpan) throws(EngineError)
    -> Relation
  {
    let (count, width) = (relation.rowCount, columns.count)
    guard count * width < Int(Int32.max) else {
      throw .failed(.tooManyRows(at: span, why: "each row becomes \(width)", fix: "`where` before `unpivot`"))
    }
    guard let values = Column.concatenated(columns.map { relation.column($0) }[...]) else {
      throw .failed(.overflow("a value of these columns", at: span))
    }
    var names = TextDictionaryBuilder()
    let nameCodes = columns.map { names.code(for: schema.fields[$0].name) }
    var (rows, cells, codes): ([Int32], [Int32], [Int32]) = ([], [], [])
    rows.reserveCapacity(count * width)
    cells.reserveCapacity(count * width)
    codes.reserveCapacity(count * width)
    var looks = Looks()
    for row in 0..<count {
      if looks.seeStop(after: width) { throw .cancelled }
      for column in 0..<width {
        rows.append(Int32(row))
        cells.append(Int32(column * count + row))
        codes.append(nameCodes[column])
      }
    }
    var result = relation.selecting(rows)
    result.columns = result.columns.indices.filter { !columns.contains($0) }.map { result.columns[$0] }
    for column in [Column.text(TextColumn(codes: codes, dictionary: names.finish())), values.gathered(cells)] {
      result.columns.append(.init(base: .column(column), selection: nil))
    }
    return result
  }
}
