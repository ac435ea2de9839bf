package import IbidColumns
import IbidTypes

/// Where a row of a base table stands: file, line (from 1) and half-open byte range.
package struct SourcePlace: Hashable, Sendable {
  package var file: String
  package var line: Int
  package var lower: Int
  package var upper: Int

  package init(file: String, line: Int, lower: Int, upper: Int) {
    self.file = file
    self.line = line
    self.lower = lower
    self.upper = upper
  }
}

extension Snapshot {
  /// The place of a row by its table's `source` column; nil where the table or row has none.
  package func place(table: String, row: Int) -> SourcePlace? {
    guard case .source(let column)? = tables[table]?.sourceColumn, row < column.count, column.isValid(row) else {
      return nil
    }
    return SourcePlace(
      file: column.file[row] ?? "", line: Int(column.line[row]), lower: Int(column.lower[row]),
      upper: Int(column.upper[row]))
  }
}

extension Table {
  /// Where rows stand: the last column of that type, whatever it is called (a data file may have a `source` of its own).
  package var sourceColumn: Column? {
    schema.fields.lastIndex { $0.type.base == .source }.map { columns[$0] }
  }
}

extension SourceColumn {
  package init(_ places: [SourcePlace?]) {
    let valid = Bitmap(places.lazy.map { $0 != nil })
    self.init(
      file: TextColumn(places.map { $0?.file }), line: places.map { Int32($0?.line ?? 0) },
      lower: places.map { Int64($0?.lower ?? 0) },
      upper: places.map { Int64($0?.upper ?? 0) }, validity: valid.isAllTrue ? nil : valid)
  }
}
