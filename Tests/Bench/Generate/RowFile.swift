import Foundation

/// A file of comma-separated rows, written in large pieces.
struct RowFile: ~Copyable {
  private let handle: FileHandle
  private var bytes: [UInt8] = []
  private var isRowStart = true

  /// Throws if the file cannot be made.
  init(_ folder: URL, _ name: String, columns: [String] = []) throws {
    let url = folder.appendingPathComponent(name)
    guard FileManager.default.createFile(atPath: url.path, contents: nil) else { throw CocoaError(.fileWriteUnknown) }
    handle = try FileHandle(forWritingTo: url)
    bytes.reserveCapacity(1 << 21)
    if !columns.isEmpty { bytes += Array((columns.joined(separator: ",") + "\n").utf8) }
  }

  mutating func text(_ text: [UInt8]) {
    comma()
    bytes += text
  }

  /// In quotes; the text has none.
  mutating func quoted(_ text: [UInt8]) {
    comma()
    bytes.append(UInt8(ascii: "\""))
    bytes += text
    bytes.append(UInt8(ascii: "\""))
  }

  mutating func missing() { comma() }

  mutating func number(_ value: Int) {
    comma()
    digits(value, width: 1)
  }

  /// `id0000000042`.
  mutating func id(_ value: Int, width: Int) {
    comma()
    bytes.append(UInt8(ascii: "i"))
    bytes.append(UInt8(ascii: "d"))
    digits(value, width: width)
  }

  /// A decimal of so many places from a whole number of the smallest: `decimal(1250, places: 2)` is `12.50`.
  mutating func decimal(_ value: Int, places: Int, prefix: [UInt8] = []) {
    comma()
    bytes += prefix
    var scale = 1
    for _ in 0..<places { scale *= 10 }
    digits(value / scale, width: 1)
    bytes.append(UInt8(ascii: "."))
    digits(value % scale, width: places)
  }

  /// `2018-03-05`, so many days after 2015-01-01, years of 365 days in which February has 28.
  mutating func date(_ days: Int) {
    comma()
    let (year, rest) = days.quotientAndRemainder(dividingBy: 365)
    var (month, day) = (0, rest)
    while day >= Self.months[month] {
      day -= Self.months[month]
      month += 1
    }
    digits(2015 + year, width: 4)
    bytes.append(UInt8(ascii: "-"))
    digits(month + 1, width: 2)
    bytes.append(UInt8(ascii: "-"))
    digits(day + 1, width: 2)
  }

  private static let months = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  mutating func endRow() throws {
    bytes.append(UInt8(ascii: "\n"))
    isRowStart = true
    if bytes.count > 1 << 20 { try flush() }
  }

  /// Bytes as they are, for formats other than rows.
  mutating func raw(_ text: String) { bytes += Array(text.utf8) }

  consuming func close() throws {
    try flush()
    try handle.close()
  }

  private mutating func flush() throws {
    try handle.write(contentsOf: Data(bytes))
    bytes.removeAll(keepingCapacity: true)
  }

  private mutating func comma() {
    if isRowStart { isRowStart = false } else { bytes.append(UInt8(ascii: ",")) }
  }

  private mutating func digits(_ value: Int, width: Int) {
    var scale = 1
    var length = 1
    while value / scale >= 10 {
      scale *= 10
      length += 1
    }
    for _ in 0..<max(0, width - length) { bytes.append(0x30) }
    var rest = value
    while scale > 0 {
      bytes.append(0x30 + UInt8(rest / scale))
      rest %= scale
      scale /= 10
    }
  }
}
