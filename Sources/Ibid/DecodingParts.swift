import IbidColumns
import IbidTypes

extension DecodingCell {
  /// What a struct may ask of this value, as columns of one row: an amount's `low` and `unit`, a reference's `id`.
  func parts(for wanted: any Any.Type) throws -> DecodingColumns {
    try requirePresence(wanted)
    switch values {
    case .measure(let column)?:
      return column[row].map { Self.parts(of: Amount($0, column.kind), column.kind) } ?? .anything
    case .moment(let column)?: return column[row].map { Self.parts(of: TimeSpan($0)) } ?? .anything
    case .reference(let column)?:
      let (id, name) = context.references(column.table, column.rows[row])
      return DecodingColumns([.text("id", id), .text("name", name)])
    case .source(let column)?:
      return DecodingColumns([
        .text("file", column.file[row] ?? ""), .int("line", Int64(column.line[row])), .int("start", column.lower[row]),
        .int("end", column.upper[row]),
      ])
    default: return try refuse(wanted, givenUp: .anything)
    }
  }

  private static func parts(of amount: Amount, _ kind: MeasureKind) -> DecodingColumns {
    DecodingColumns(
      [
        .optionalText("low", amount.low), .optionalText("high", amount.high), .bool("isLowOpen", amount.isLowOpen),
        .bool("isHighOpen", amount.isHighOpen), .bool("isHedged", amount.isHedged), .text("unit", amount.unit),
        .optionalText("text", amount.text), .text("description", amount.description),
        DecodingColumn(
          name: "number", type: ValueType(.float, optional: true),
          values: .float(
            FixedColumn([amount.number ?? 0], validity: amount.number == nil ? Bitmap(repeating: false, count: 1) : nil)
          )),
      ] + (kind == .money ? [.text("currency", amount.unit)] : []))
  }

  private static func parts(of span: TimeSpan) -> DecodingColumns {
    DecodingColumns([
      .optionalText("low", span.low), .optionalText("high", span.high), .text("grain", span.grain),
      .optionalText("text", span.text),
      .optionalText("partial", span.partial), .text("description", span.description),
    ])
  }
}

extension DecodingColumn {
  fileprivate static func text(_ name: String, _ value: String) -> DecodingColumn {
    DecodingColumn(name: name, type: .text, values: .text(TextColumn([value])))
  }

  fileprivate static func optionalText(_ name: String, _ value: String?) -> DecodingColumn {
    DecodingColumn(name: name, type: ValueType(.text, optional: true), values: .text(TextColumn([value])))
  }

  fileprivate static func bool(_ name: String, _ value: Bool) -> DecodingColumn {
    DecodingColumn(name: name, type: .bool, values: .bool(BoolColumn(Bitmap(repeating: value, count: 1))))
  }

  fileprivate static func int(_ name: String, _ value: Int64) -> DecodingColumn {
    DecodingColumn(name: name, type: .int, values: .int(FixedColumn([value])))
  }
}
