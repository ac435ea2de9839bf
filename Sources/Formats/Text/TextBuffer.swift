/// UTF-8 under construction, handed on in pieces.
struct TextBuffer {
  private(set) var bytes: [UInt8] = []

  /// Enough to make a write worth its call.
  private static let pieceSize = 1 << 16

  init() { bytes.reserveCapacity(Self.pieceSize + 4096) }

  var isFull: Bool { bytes.count >= Self.pieceSize }

  mutating func append(_ text: String) { bytes.append(contentsOf: text.utf8) }
  mutating func append(byte: UInt8) { bytes.append(byte) }
  mutating func append(contentsOf slice: ArraySlice<UInt8>) { bytes.append(contentsOf: slice) }
  mutating func append(_ text: String, times: Int) { for _ in 0..<max(0, times) { append(text) } }

  mutating func append(_ number: Int64) {
    var magnitude = number.magnitude
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    let start = bytes.count
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(truncatingIfNeeded: magnitude % 10))
      magnitude /= 10
    } while magnitude != 0
    bytes[start...].reverse()
  }

  /// What has been written so far; the buffer is empty afterwards and keeps its memory.
  mutating func take() -> String {
    defer { bytes.removeAll(keepingCapacity: true) }
    return String(decoding: bytes, as: UTF8.self)
  }

  mutating func dropTrailingSpaces() {
    while bytes.last == UInt8(ascii: " ") { bytes.removeLast() }
  }
}
