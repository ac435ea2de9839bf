import IbidColumns
import IbidTypes

/// One member of every row's object: its key and how to write a row's value.
///
/// A column of places called `source` gives three members, `file`, `start` and `end`; any other column one.
struct JSONField {
  /// Quoted, with its colon.
  let key: String
  let write: (_ row: Int, _ buffer: inout TextBuffer) -> Void

  private init(_ name: String, _ write: @escaping (Int, inout TextBuffer) -> Void) {
    var buffer = TextBuffer()
    buffer.append(json: name)
    key = buffer.take() + ":"
    self.write = write
  }

  static func fields(of table: Table, references: @escaping ReferenceResolver) -> [JSONField] {
    let named = Array(zip(table.schema.fields, table.columns))
    var names = ExportNames(named.filter { !isOwnSource($0, $1) }.map(\.0.name))
    return named.flatMap { field, column -> [JSONField] in
      guard case .source(let places) = column, isOwnSource(field, column) else {
        return [JSONField(field.name) { row, buffer in buffer.append(json: column.value(at: row), references) }]
      }
      func part(_ word: String, _ value: @escaping (Int) -> Value) -> JSONField {
        JSONField(names.make(word, of: field.name)) { row, buffer in
          buffer.append(json: places.isValid(row) ? value(row) : .none, references)
        }
      }
      return [
        part("file") { .text(places.file[$0] ?? "") }, part("start") { .int(places.lower[$0]) },
        part("end") { .int(places.upper[$0]) },
      ]
    }
  }

  private static func isOwnSource(_ field: Field, _ column: Column) -> Bool {
    if case .source = column { field.name == "source" } else { false }
  }
}

extension TextBuffer {
  /// Any value:
  ///
  ///     money      {"low":30000000,"high":null,"low_open":true,"high_open":false,"hedge":null,"currency":"GBP",
  ///                 "text":"£30 million","worded":"over £30 million"}
  ///     quantity   the same with "unit"
  ///     date       {"low":"2024-03-01","high":"2024-03-31","grain":"month","text":"March 2024"}
  ///     unresolved {"low":null,"high":null,"grain":"month","text":"in July","partial":"--07"}
  ///     reference  {"id":"e12","name":"Albania"}      list  [1,2]      missing  null
  ///
  /// `text` and `worded` are the document's words; a computed value has none and gets those that Ibid prints.
  mutating func append(json value: Value, _ references: ReferenceResolver) {
    switch value {
    case .none: append("null")
    case .bool(let truth): append(truth ? "true" : "false")
    case .int(let number): append(number)
    case .float(let number): append(number.isFinite ? "\(number)" : "null")
    case .text(let text): append(json: text)
    case .measure(let measure, let kind): append(json: measure, kind)
    case .moment(let moment): append(json: moment)
    case .list(let values):
      append("[")
      for (index, element) in values.enumerated() {
        if index > 0 { append(",") }
        append(json: element, references)
      }
      append("]")
    case .reference(let table, let row):
      let (id, name) = references(table, row)
      append("{\"id\":")
      append(json: id)
      append(",\"name\":")
      append(json: name)
      append("}")
    case .source(let file, _, let lower, let upper):
      append("{\"file\":")
      append(json: file)
      append(",\"start\":\(lower),\"end\":\(upper)}")
    }
  }

  private mutating func append(json measure: Measure, _ kind: MeasureKind) {
    append("{\"low\":" + (measure.low?.decimalText ?? "null"))
    append(",\"high\":" + (measure.high?.decimalText ?? "null"))
    append(",\"low_open\":\(measure.isLowOpen),\"high_open\":\(measure.isHighOpen),\"hedge\":")
    append(measure.isHedged ? "\"about\"" : "null")
    append(kind == .money ? ",\"currency\":" : ",\"unit\":")
    append(json: measure.unit)
    append(",\"text\":")
    append(json: measure.text ?? measure.description(as: kind))
    append(",\"worded\":")
    append(json: measure.statedText(as: kind))
    append("}")
  }

  private mutating func append(json moment: Moment) {
    let ends = moment.isoEnds
    append("{\"low\":" + (ends.low.map { "\"\($0)\"" } ?? "null"))
    append(",\"high\":" + (ends.high.map { "\"\($0)\"" } ?? "null"))
    append(",\"grain\":\"\(moment.grain.name)\",\"text\":")
    append(json: moment.statedText)
    if !moment.isResolved {
      append(",\"partial\":")
      if let partial = moment.partial { append(json: partial) } else { append("null") }
    }
    append("}")
  }

  /// A JSON string (RFC 8259). Hazards for terminals are escaped too: to a reader of JSON that changes nothing.
  mutating func append(json text: String) {
    append(byte: UInt8(ascii: "\""))
    if text.utf8.allSatisfy({ $0 >= 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\\") }) {
      append(text)
    } else {
      for scalar in text.unicodeScalars { append(jsonEscaping: scalar) }
    }
    append(byte: UInt8(ascii: "\""))
  }

  private mutating func append(jsonEscaping scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": append("\\\"")
    case "\\": append("\\\\")
    case "\n": append("\\n")
    case "\r": append("\\r")
    case "\t": append("\\t")
    case _ where Hazard.contains(scalar):
      for unit in UTF16.encode(scalar).map(Array.init) ?? [] {
        let digits = String(unit, radix: 16)
        append("\\u" + String(repeating: "0", count: 4 - digits.count) + digits)
      }
    default: append(String(scalar))
    }
  }
}
