/// What words may end with, in lower case.
///
///     private static let ends: WordEnds = ["tion", "ment"]
///     tokens.ends(i, with: Self.ends)
struct WordEnds: ExpressibleByArrayLiteral, Sendable {
  private let ends: [String]
  /// The bytes of each, the last one first, one end after the other; `starts` has one place more than there are ends.
  private var bytes: [UInt8] = []
  private var starts = [0]
  /// A bit for the low six bits of each last byte, as most words end with none of these.
  private var lasts: UInt64 = 0

  init(arrayLiteral ends: String...) {
    self.ends = ends
    for end in ends {
      bytes.append(contentsOf: end.utf8.reversed())
      starts.append(bytes.count)
      if let last = end.utf8.last { lasts |= 1 << UInt64(last & 63) }
    }
  }

  /// Whether one of them is the end of some bytes, ASCII letters in any case.
  fileprivate func holdsEnd(of range: Range<Int>, in text: [UInt8]) -> Bool {
    guard !range.isEmpty, lasts & 1 << UInt64(Self.lower(text[range.upperBound - 1]) & 63) != 0 else { return false }
    for end in 1..<starts.count {
      let count = starts[end] - starts[end - 1]
      guard count <= range.count else { continue }
      var same = 0
      while same < count, Self.lower(text[range.upperBound - 1 - same]) == bytes[starts[end - 1] + same] { same += 1 }
      if same == count { return true }
    }
    return false
  }

  /// Whether one of them is the end of a text in lower case, however its letters are composed.
  fileprivate func holdsEnd(of word: String) -> Bool { ends.contains(where: word.hasSuffix) }

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}

extension Tokens {
  /// Whether token `i` ends so, in any case.
  func ends(_ i: Int, with ends: WordEnds) -> Bool {
    let range = lower(i)..<upper(i)
    // Of letters beyond ASCII the standard library knows which are the same.
    if bytes[range].contains(where: { $0 >= 0x80 }) { return ends.holdsEnd(of: MoneyReader.lowercased(text(i))) }
    return ends.holdsEnd(of: range, in: bytes)
  }
}
