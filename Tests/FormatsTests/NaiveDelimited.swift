import IbidColumns
import IbidTypes

/// Comma-separated text read the slow and obvious way, to compare the reader with.
struct NaiveDelimited {
  struct Cell {
    var text: String
    var isQuoted = false
    /// Had a quote inside of quotes.
    var isEscaped = false

    var trimmed: String { text.trimmingBlanks }
  }

  struct Row {
    var line: Int
    var lower: Int
    var upper: Int
    /// nil: nothing between two commas.
    var cells: [Cell?]
  }

  var names: [String] = []
  var rows: [Row] = []
  var error: String?

  init(_ text: String) {
    var bytes = Array(text.utf8)[...]
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
    var line = 1
    func passLineEnd() {
      let first = bytes.removeFirst()
      if first == 13, bytes.first == 10 { bytes.removeFirst() }
      line += 1
    }
    func isLineEnd(_ byte: UInt8?) -> Bool { byte == 10 || byte == 13 }
    func cell() -> Cell? {
      var text: [UInt8] = []
      guard bytes.first == 34 else {
        while let byte = bytes.first, byte != 44, !isLineEnd(byte) { text.append(bytes.removeFirst()) }
        return text.isEmpty ? nil : Cell(text: String(decoding: text, as: UTF8.self))
      }
      let opening = line
      var isEscaped = false
      bytes.removeFirst()
      while true {
        guard let byte = bytes.first else {
          error = "line \(opening): a quote is opened here and never closed"
          return nil
        }
        if isLineEnd(byte) {
          let before = bytes
          passLineEnd()
          text += before[..<bytes.startIndex]
          continue
        }
        bytes.removeFirst()
        if byte == 34 {
          if bytes.first != 34 { break }
          bytes.removeFirst()
          isEscaped = true
        }
        text.append(byte)
      }
      if let next = bytes.first, next != 44, !isLineEnd(next) {
        error = "line \(line): text after a closing quote; a quote inside a quoted cell is written twice"
      }
      return Cell(text: String(decoding: text, as: UTF8.self), isQuoted: true, isEscaped: isEscaped)
    }
    func row() -> Row? {
      var row = Row(line: line, lower: bytes.startIndex, upper: 0, cells: [])
      while true {
        row.cells.append(cell())
        if error != nil { return nil }
        row.upper = bytes.startIndex
        guard let next = bytes.first else { return row }
        if next != 44 {
          passLineEnd()
          return row
        }
        bytes.removeFirst()
      }
    }
    while isLineEnd(bytes.first) { passLineEnd() }
    guard !bytes.isEmpty, let header = row() else {
      error = error ?? "the file is empty; its first line must name the columns"
      return
    }
    names = header.cells.enumerated().map { $1.map(\.text.trimmed) ?? "column_\($0 + 1)" }
    while !bytes.isEmpty {
      if names.count > 1, isLineEnd(bytes.first) {
        passLineEnd()
        continue
      }
      guard let next = row() else { return }
      if next.cells.count != names.count {
        let count = next.cells.count == 1 ? "1 cell" : "\(next.cells.count) cells"
        error = "line \(next.line): \(count), but the header names \(names.count)"
        return
      }
      rows.append(next)
    }
  }

  // MARK: Types

  private static func isSpecial(_ cell: Cell) -> Bool {
    !cell.isEscaped && cell.trimmed.lowercased().wholeMatch(of: /[+-]?(nan|inf|infinity)/) != nil
  }

  private static func int(_ cell: Cell) -> Int64? {
    cell.isEscaped || cell.trimmed.wholeMatch(of: /[+-]?(0|[1-9][0-9]*)/) == nil ? nil : Int64(cell.trimmed)
  }

  private static func float(_ cell: Cell) -> Double? {
    if let int = int(cell) { return int.magnitude <= 1 << 53 ? Double(cell.trimmed) : nil }
    guard !cell.isEscaped,
      cell.trimmed.wholeMatch(of: /[+-]?((0|[1-9][0-9]*)(\.[0-9]*)?|\.[0-9]+)([eE][+-]?[0-9]{1,4})?/) != nil,
      cell.trimmed.contains(where: { ".eE".contains($0) })
    else { return nil }
    let text = cell.trimmed.replacing(/\.(?![0-9])/, with: "")
    return Double(text.replacing(/^([+-]?)\./) { "\($0.output.1)0." }).flatMap { $0.isFinite ? $0 : nil }
  }

  private static func bool(_ cell: Cell) -> Bool? {
    cell.isEscaped ? nil : ["true": true, "false": false][cell.trimmed.lowercased()]
  }

  private static func date(_ cell: Cell) -> Moment? {
    guard cell.trimmed.wholeMatch(of: /[0-9]{4}-[0-9]{2}-[0-9]{2}([T ][0-9]{2}:[0-9]{2}(:[0-9]{2})?)?/) != nil else {
      return nil
    }
    return Moment(literal: cell.trimmed.replacing(" ", with: "T"))
  }

  /// The column's type and the values of its rows.
  func column(_ index: Int) -> (type: String, values: [Value]) {
    let cells = rows.map { $0.cells[index] }
    let present = cells.compactMap { $0 }
    let filled = present.filter { !$0.trimmed.isEmpty }
    let regular = filled.filter { !Self.isSpecial($0) }
    func values(_ value: (Cell) -> Value) -> [Value] {
      cells.map { cell in
        cell.flatMap { $0.trimmed.isEmpty || Self.isSpecial($0) ? nil : value($0) } ?? .none
      }
    }
    func named(_ name: String, _ values: [Value]) -> (String, [Value]) {
      (name + (values.contains(.none) ? "?" : ""), values)
    }
    let hasSpecials = regular.count < filled.count
    if !regular.isEmpty {
      if !hasSpecials, regular.allSatisfy({ Self.bool($0) != nil }) {
        return named("bool", values { .bool(Self.bool($0) ?? false) })
      }
      if !hasSpecials, regular.allSatisfy({ Self.int($0) != nil }) {
        return named("int", values { .int(Self.int($0) ?? 0) })
      }
      if regular.allSatisfy({ Self.float($0) != nil }) {
        return named("float", values { .float(Self.float($0) ?? 0) })
      }
      if !hasSpecials, regular.allSatisfy({ Self.date($0) != nil }) {
        return named("date", values { Self.date($0).map { .moment($0) } ?? .none })
      }
    }
    return named("text", cells.map { $0.map { .text(TextNormalization.nfc($0.text)) } ?? .none })
  }
}

extension String {
  fileprivate var trimmingBlanks: String {
    String(drop { $0 == " " || $0 == "\t" }.reversed().drop { $0 == " " || $0 == "\t" }.reversed())
  }
  fileprivate var trimmed: String {
    String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }
}
