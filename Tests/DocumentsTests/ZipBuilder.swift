@testable import IbidDocuments

/// Puts members into a zip archive, stored or as raw deflate data that the caller made.
struct ZipBuilder {
  private var bytes: [UInt8] = []
  private var directory: [UInt8] = []
  private var count = 0

  mutating func add(_ name: String, _ text: String, flags: Int = 0) {
    let data = Array(text.utf8)
    add(name, data, method: 0, checksum: Deflate.checksum(of: data[...]), size: data.count, flags: flags)
  }

  mutating func add(_ name: String, _ data: [UInt8], method: Int, checksum: UInt32, size: Int, flags: Int = 0) {
    let offset = bytes.count
    let common =
      number(20, 2) + number(flags, 2) + number(method, 2) + number(0, 4) + number(Int(checksum), 4)
      + number(data.count, 4) + number(size, 4) + number(name.utf8.count, 2) + number(0, 2)
    bytes += number(0x0403_4B50, 4) + common + Array(name.utf8) + data
    directory +=
      number(0x0201_4B50, 4) + number(20, 2) + common + number(0, 2) + number(0, 2) + number(0, 2) + number(0, 4)
      + number(offset, 4) + Array(name.utf8)
    count += 1
  }

  func finish() -> [UInt8] {
    bytes + directory + number(0x0605_4B50, 4) + number(0, 4) + number(count, 2) + number(count, 2)
      + number(directory.count, 4) + number(bytes.count, 4) + number(0, 2)
  }

  private func number(_ value: Int, _ width: Int) -> [UInt8] {
    (0..<width).map { UInt8(truncatingIfNeeded: value >> (8 * $0)) }
  }

  /// Raw deflate data of one letter again and again: 258 letters in 13 bits, as dense as fixed codes go (RFC 1951, 3.2.6).
  static func repeated(times: Int) -> [UInt8] {
    var bits = BitWriter()
    bits.add(0b1, 1)  // the last block
    bits.add(0b01, 2)  // with fixed codes
    bits.add(reversed: 0x91, 8)  // the letter "a"
    for _ in 0..<times {
      bits.add(reversed: 0b1100_0101, 8)  // length 258
      bits.add(0, 5)  // distance 1
    }
    bits.add(0, 7)  // the end
    return bits.finish()
  }
}

private struct BitWriter {
  private var bytes: [UInt8] = []
  private var pending: UInt32 = 0
  private var count = 0

  mutating func add(_ value: UInt32, _ width: Int) {
    pending |= value << UInt32(count)
    count += width
    while count >= 8 {
      bytes.append(UInt8(truncatingIfNeeded: pending))
      pending >>= 8
      count -= 8
    }
  }

  /// Codes are packed from their highest bit on.
  mutating func add(reversed value: UInt32, _ width: Int) {
    for bit in (0..<width).reversed() { add(value >> UInt32(bit) & 1, 1) }
  }

  consuming func finish() -> [UInt8] { count > 0 ? bytes + [UInt8(truncatingIfNeeded: pending)] : bytes }
}
