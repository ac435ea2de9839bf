import IbidColumns
import IbidTypes

/// One column of a flat file: its name and how to get a cell's text.
///
/// A value column `x` becomes several: money `x, x_low, x_high, x_currency`, quantities with `x_unit`, dates and periods
/// with `x_grain`, references `x, x_id`; a column of places called `source` becomes `file, start, end`. Ends that are not
/// there are empty, and so is every cell of a missing value.
struct FlatColumn {
  /// What its texts can be read as.
  enum Kind { case bool, int, float, text }

  let name: String
  var kind = Kind.text
  /// nil is an empty cell, which is not an empty text.
  let text: (_ row: Int) -> String?

  static func columns(of table: Table, references: @escaping ReferenceResolver) -> [FlatColumn] {
    var names = ExportNames(
      zip(table.schema.fields, table.columns).compactMap { if case .source = $1 { nil } else { $0.name } })
    return zip(table.schema.fields, table.columns).flatMap { field, column in
      expanded(field.name, column, &names, references)
    }
  }

  private static func expanded(
    _ name: String, _ column: Column, _ names: inout ExportNames, _ references: @escaping ReferenceResolver
  ) -> [FlatColumn] {
    func made(_ part: String, _ kind: Kind = .text, _ text: @escaping (Int) -> String?) -> FlatColumn {
      FlatColumn(name: names.make("\(name)_\(part)", of: name), kind: kind, text: text)
    }
    switch column {
    case .measure(let measures):
      let unit = measures.kind == .money ? "currency" : "unit"
      return [
        FlatColumn(name: name) { measures[$0]?.statedText(as: measures.kind) },
        made("low", .float) { measures[$0]?.low?.decimalText },
        made("high", .float) { measures[$0]?.high?.decimalText },
        made(unit) { measures.isValid($0) ? measures.unit($0) : nil },
      ]
    case .moment(let moments):
      return [
        FlatColumn(name: name) { moments[$0]?.statedText }, made("low") { moments[$0]?.isoEnds.low },
        made("high") { moments[$0]?.isoEnds.high }, made("grain") { moments[$0]?.grain.name },
      ]
    case .reference(let rows):
      return [
        FlatColumn(name: name) { row in rows[row].map { references(rows.table, $0).name } },
        made("id") { row in rows[row].map { references(rows.table, $0).id } },
      ]
    case .list(let lists):
      let joined = FlatColumn(name: name) {
        joinedText(lists, $0) { $0 == .none ? "" : $0.statedText(references: references) }
      }
      guard case .reference = lists.elements else { return [joined] }
      return [joined, made("id") { joinedText(lists, $0) { identifier($0, references) } }]
    case .source(let places):
      let isOwn = name == "source"
      func part(_ word: String, _ kind: Kind = .text, _ text: @escaping (Int) -> String?) -> FlatColumn {
        FlatColumn(name: names.make(isOwn ? word : "\(name)_\(word)", of: name), kind: kind) {
          places.isValid($0) ? text($0) : nil
        }
      }
      return [
        part("file") { places.file[$0] }, part("start", .int) { String(places.lower[$0]) },
        part("end", .int) { String(places.upper[$0]) },
      ]
    case .bool, .int, .float, .text:
      return [
        FlatColumn(name: name, kind: column.kind) { row in
          column.isValid(row) ? column.value(at: row).displayText(references: references) : nil
        }
      ]
    }
  }

  private static func joinedText(_ lists: ListColumn, _ row: Int, _ text: (Value) -> String) -> String? {
    guard lists.isValid(row) else { return nil }
    return lists.range(row).map { text(lists.elements.value(at: $0)) }.joined(separator: "; ")
  }

  private static func identifier(_ value: Value, _ references: ReferenceResolver) -> String {
    if case .reference(let table, let row) = value { references(table, row).id } else { "" }
  }
}

extension Column {
  fileprivate var kind: FlatColumn.Kind {
    switch self {
    case .bool: .bool
    case .int: .int
    case .float: .float
    default: .text
    }
  }
}
