import IbidColumns
import IbidTypes

extension Snapshot {
  /// How people call a row of a table: by its name, title or text, else by its id or its number from 1.
  package func name(ofRow row: Int32, in table: String) -> String {
    guard let target = tables[table], row >= 0, Int(row) < target.rowCount else { return "" }
    let columns = table == "documents" ? ["title", "file", "id"] : ["name", "title", "text", "id"]
    for name in columns {
      if case .text(let words)? = target.column(name)?.value(at: Int(row)) { return words }
    }
    return String(row + 1)
  }
}

extension Value {
  /// As it is printed, and as `text(x)` gives it; a reference by the name of its row.
  func printed(in snapshot: Snapshot) -> String {
    switch self {
    case .none: "–"
    case .bool(let value): value ? "true" : "false"
    case .int(let value): String(value)
    // Both zeros are one value, so they are one text.
    case .float(let value): value == 0 ? "0.0" : "\(value)"
    case .text(let value): value
    case .measure(let value, let kind): value.description(as: kind)
    case .moment(let value): value.description
    case .list(let values): values.map { $0.printed(in: snapshot) }.joined(separator: ", ")
    case .reference(let table, let row): snapshot.name(ofRow: row, in: table)
    case .source(let file, let line, _, _): "\(file):\(line)"
    }
  }
}
