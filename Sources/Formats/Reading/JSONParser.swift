/// Walks JSON text (RFC 8259, and `NaN` and infinities as JavaScript spells them) and gives the places of values; nothing is
/// decoded.
///
/// Every value is checked as it is passed, so that later readers of a cell can trust it. Nesting is limited, so that no
/// input exhausts the stack.
struct JSONParser {
  typealias Member = (key: Cell, value: Cell)

  let bytes: [UInt8]
  private(set) var position: Int
  private(set) var line: Int

  private static let deepest = 64

  init(_ bytes: [UInt8], at position: Int, line: Int = 1) {
    self.bytes = bytes
    self.position = position
    self.line = line
  }

  var isAtEnd: Bool { position >= bytes.count }
  private var byte: UInt8? { position < bytes.count ? bytes[position] : nil }

  mutating func skipSpace() {
    while let byte, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      if byte == 0x0A { line += 1 }
      position += 1
    }
  }

  /// Goes on to a place on the same line.
  mutating func pass(to place: Int) { position = place }

  /// Passes a byte, whatever it is.
  mutating func skip() { position += 1 }

  /// Passes the byte if it comes next.
  mutating func take(_ wanted: UnicodeScalar) -> Bool {
    guard let byte, byte == UInt8(ascii: wanted) else { return false }
    position += 1
    return true
  }

  /// An object's members; the parser stands at its brace.
  mutating func object(depth: Int = 0) throws(FormatError) -> [Member] {
    guard take("{") else { throw unexpected("an object: a row is written `{\"column\": value, …}`") }
    var members: [Member] = []
    skipSpace()
    if take("}") { return members }
    while true {
      skipSpace()
      guard byte == UInt8(ascii: "\"") else { throw unexpected("a name in quotes") }
      let key = try string()
      skipSpace()
      guard take(":") else { throw unexpected("`:`") }
      members.append((key, try value(depth: depth + 1)))
      skipSpace()
      if take("}") { return members }
      guard take(",") else { throw unexpected("`,` or `}`") }
    }
  }

  /// An array's elements; the parser stands at its bracket.
  mutating func array(depth: Int = 0) throws(FormatError) -> [Cell] {
    guard take("[") else { throw unexpected("`[`") }
    var elements: [Cell] = []
    skipSpace()
    if take("]") { return elements }
    while true {
      elements.append(try value(depth: depth + 1))
      skipSpace()
      if take("]") { return elements }
      guard take(",") else { throw unexpected("`,` or `]`") }
    }
  }

  private mutating func value(depth: Int) throws(FormatError) -> Cell {
    skipSpace()
    guard depth < Self.deepest else {
      throw FormatError("values are nested deeper than \(Self.deepest) levels", line: line)
    }
    let start = position
    switch byte {
    case UInt8(ascii: "\""): return try string()
    case UInt8(ascii: "{"):
      _ = try object(depth: depth)
      return Cell(start..<position, .object)
    case UInt8(ascii: "["):
      _ = try array(depth: depth)
      return Cell(start..<position, .array)
    case UInt8(ascii: "t") where takeWord("true"), UInt8(ascii: "f") where takeWord("false"):
      return Cell(start..<position, .plain)
    case UInt8(ascii: "n") where takeWord("null"): return .missing
    case UInt8(ascii: "N") where takeWord("NaN"), UInt8(ascii: "I") where takeWord("Infinity"),
      UInt8(ascii: "-") where takeWord("-Infinity"):
      return Cell(start..<position, .special)
    case UInt8(ascii: "-"), (0x30...0x39)?:
      guard takeNumber() else { throw FormatError("\(excerpt(around(start))) is not a number of JSON", line: line) }
      return Cell(start..<position, .plain)
    default: throw unexpected("a value")
    }
  }

  private mutating func takeWord(_ word: String) -> Bool {
    guard bytes[position...].starts(with: word.utf8) else { return false }
    position += word.utf8.count
    return true
  }

  /// `-12.5e+3` without leading zeros.
  private mutating func takeNumber() -> Bool {
    func digits() -> Int {
      let start = position
      while let byte, byte &- 0x30 < 10 { position += 1 }
      return position - start
    }
    _ = take("-")
    if take("0") {
      if let byte, byte &- 0x30 < 10 { return false }
    } else if digits() == 0 {
      return false
    }
    if take("."), digits() == 0 { return false }
    if take("e") || take("E") {
      _ = take("+") || take("-")
      if digits() == 0 { return false }
    }
    return true
  }

  private mutating func string() throws(FormatError) -> Cell {
    position += 1
    let start = position
    var kind = Cell.Kind.quoted
    while let byte {
      switch byte {
      case UInt8(ascii: "\""):
        position += 1
        return Cell(start..<position - 1, kind)
      case UInt8(ascii: "\\"):
        kind = .escaped
        try escape()
      case 0x00..<0x20: throw FormatError("a line break or control character inside a string", line: line)
      default: position += 1
      }
    }
    throw FormatError("a quote is opened here and never closed", line: line)
  }

  private mutating func escape() throws(FormatError) {
    guard position + 1 < bytes.count else { throw FormatError("the file ends inside a string", line: line) }
    let letter = bytes[position + 1]
    if letter == UInt8(ascii: "u"), JSONText.hex(bytes[...], position + 2) != nil {
      position += 6
    } else if Self.escapeLetters.contains(letter) {
      position += 2
    } else {
      throw FormatError("\(excerpt(around(position))) is not an escape of JSON", line: line)
    }
  }

  private static let escapeLetters = Array("\"\\/bfnrt".utf8)

  func unexpected(_ wanted: String) -> FormatError {
    let found = isAtEnd ? "the file ends" : "there is \(excerpt(around(position)))"
    return FormatError("\(wanted) should stand here, but \(found)", line: line)
  }

  /// A few bytes for an error message, to the end of the word.
  private func around(_ start: Int) -> String {
    let end = bytes[start...].prefix(12).firstIndex {
      $0 == 0x20 || $0 == 0x0A || $0 == UInt8(ascii: ",") && $0 != bytes[start]
    }
    return String(decoding: bytes[start..<max(end ?? min(start + 12, bytes.count), start)], as: UTF8.self)
  }
}
