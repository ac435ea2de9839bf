/// The members of a zip archive, found by its central directory.
///
/// Only what office documents use: stored and deflated members, no disks in several parts, no zip64. Layout after PKWARE's
/// APPNOTE.TXT, sections 4.3.7, 4.3.12 and 4.3.16. Sizes that an archive states are not believed: a member is inflated
/// up to a limit, and its CRC compared.
struct ZipArchive: Sendable {
  enum Trouble: Error, Equatable {
    /// No member of that name.
    case missing
    case encrypted
    /// Cut short, or the bytes do not fit their checksum.
    case damaged
    /// Would unpack to more than any document holds.
    case tooLarge
  }

  private struct Member {
    var flags: Int
    var method: Int
    var checksum: UInt32
    var packedSize: Int
    var headerOffset: Int
  }

  private let bytes: [UInt8]
  private var members: [String: Member] = [:]

  /// Bytes that a member may unpack to.
  static let mostBytes = 100_000_000
  /// Text packs to a tenth, repetitive tables to a hundredth at most; past a megabyte, more is a bomb.
  static let mostRatio = 150
  private static let mostMembers = 20000

  /// Nil for bytes that hold no whole archive.
  init?(_ bytes: [UInt8]) {
    self.bytes = bytes
    guard let end = endRecord(), let count = number(end + 10, 2), let start = number(end + 16, 4) else { return nil }
    var offset = start
    for _ in 0..<min(count, Self.mostMembers) {
      guard number(offset, 4) == 0x0201_4B50, let flags = number(offset + 8, 2), let method = number(offset + 10, 2),
        let checksum = number(offset + 16, 4), let packedSize = number(offset + 20, 4),
        let nameLength = number(offset + 28, 2), let extraLength = number(offset + 30, 2),
        let commentLength = number(offset + 32, 2), let header = number(offset + 42, 4),
        offset + 46 + nameLength <= bytes.count
      else { return nil }
      let name = String(decoding: bytes[offset + 46..<offset + 46 + nameLength], as: UTF8.self)
      members[name] = Member(
        flags: flags, method: method, checksum: UInt32(checksum), packedSize: packedSize, headerOffset: header)
      offset += 46 + nameLength + extraLength + commentLength
    }
  }

  func contains(_ name: String) -> Bool { members[name] != nil }

  /// A member unpacked.
  func contents(of name: String) throws(Trouble) -> [UInt8] {
    guard let member = members[name] else { throw .missing }
    if member.flags & 1 != 0 { throw .encrypted }
    guard number(member.headerOffset, 4) == 0x0403_4B50, let nameLength = number(member.headerOffset + 26, 2),
      let extraLength = number(member.headerOffset + 28, 2)
    else { throw .damaged }
    let start = member.headerOffset + 30 + nameLength + extraLength
    guard start + member.packedSize <= bytes.count else { throw .damaged }
    let packed = bytes[start..<start + member.packedSize]
    switch member.method {
    case 0:
      if packed.count > Self.mostBytes { throw .tooLarge }
      if Deflate.checksum(of: packed) != member.checksum { throw .damaged }
      return Array(packed)
    case 8:
      let limit = min(Self.mostBytes, max(1_000_000, packed.count * Self.mostRatio))
      switch Deflate.inflate(packed, limit: limit) {
      case .whole(let inflated, let checksum):
        if checksum != member.checksum { throw .damaged }
        return inflated
      case .tooLarge: throw .tooLarge
      case .damaged: throw .damaged
      }
    default: throw .damaged
    }
  }

  /// Where the record at the end of the archive stands; a comment of up to 64 KB may follow it.
  private func endRecord() -> Int? {
    var offset = bytes.count - 22
    let first = max(0, offset - 65535)
    while offset >= first {
      if bytes[offset] == 0x50, number(offset, 4) == 0x0605_4B50 { return offset }
      offset -= 1
    }
    return nil
  }

  /// A number of two or four bytes, the least first; nil past the end.
  private func number(_ offset: Int, _ width: Int) -> Int? {
    guard offset >= 0, offset + width <= bytes.count else { return nil }
    return bytes[offset..<offset + width].reversed().reduce(0) { $0 << 8 | Int($1) }
  }
}
