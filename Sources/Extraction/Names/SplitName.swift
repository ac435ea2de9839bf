/// The words of a name, one name after the other in the same space, so that a text's many names need no arrays of their own.
///
///     var name = SplitName()
///     name.read("Raul Baca Quintero")
///     name.text(0)  // "Raul"
struct SplitName {
  private var bytes: [UInt8] = []
  private var words: [Range<Int>] = []

  var count: Int { words.count }

  mutating func read(_ name: String) {
    bytes.removeAll(keepingCapacity: true)
    words.removeAll(keepingCapacity: true)
    bytes.append(contentsOf: name.utf8)
    var start = 0
    for place in bytes.indices where bytes[place] == 0x20 {
      if place > start { words.append(start..<place) }
      start = place + 1
    }
    if start < bytes.count { words.append(start..<bytes.count) }
  }

  func text(_ word: Int) -> String { String(decoding: bytes[words[word]], as: UTF8.self) }

  mutating func removeLast() { words.removeLast() }

  /// Whether the last word is one of some.
  func isLast(oneOf texts: [[UInt8]]) -> Bool {
    guard let last = words.last else { return false }
    return texts.contains { $0.count == last.count && bytes[last].elementsEqual($0) }
  }
}
