/// Looking for an earlier statement, a letter at a time: Ctrl-R.
struct HistorySearch {
  /// Each once, the latest last.
  let entries: [String]
  /// The text before the search began.
  let original: EditBuffer
  private(set) var words = ""
  /// Index in `entries` of what is shown; nil before anything was found.
  private(set) var found: Int?
  /// The words stand in no older (or newer) statement than the one shown.
  private(set) var hasFailed = false

  init(_ entries: [String], from original: EditBuffer) {
    self.entries = entries
    self.original = original
  }

  /// What is shown: the whole statement, the cursor at the words.
  var buffer: EditBuffer {
    guard let found else { return original }
    let text = entries[found]
    let range = Self.range(of: words, in: text)
    return EditBuffer(text, cursor: range?.lowerBound)
  }

  /// UTF-8 bytes of the words in what is shown.
  var marked: Range<Int>? {
    guard let found, let range = Self.range(of: words, in: entries[found]) else { return nil }
    let characters = Array(entries[found])
    func bytes(_ count: Int) -> Int { characters[..<count].reduce(0) { $0 + $1.utf8.count } }
    return bytes(range.lowerBound)..<bytes(range.upperBound)
  }

  mutating func add(_ text: String) {
    words += text
    find(from: found ?? entries.count - 1, by: -1)
  }

  mutating func removeLast() {
    guard !words.isEmpty else { return }
    words.removeLast()
    found = nil
    hasFailed = false
    if !words.isEmpty { find(from: entries.count - 1, by: -1) }
  }

  mutating func older() { find(from: (found ?? entries.count) - 1, by: -1) }
  mutating func newer() { find(from: (found ?? entries.count) + 1, by: 1) }

  private mutating func find(from start: Int, by step: Int) {
    var index = start
    while entries.indices.contains(index) {
      if Self.range(of: words, in: entries[index]) != nil {
        found = index
        hasFailed = false
        return
      }
      index += step
    }
    hasFailed = true
  }

  /// Characters of a text that are the words, whatever their case, unless the words have capitals.
  static func range(of words: String, in text: String) -> Range<Int>? {
    let isExact = words.contains(where: \.isUppercase)
    let wanted = Array(isExact ? words : words.lowercased())
    let characters = text.map { isExact ? String($0) : $0.lowercased() }
    guard !wanted.isEmpty, characters.count >= wanted.count else { return wanted.isEmpty ? 0..<0 : nil }
    return (0...characters.count - wanted.count).first { start in
      wanted.indices.allSatisfy { characters[start + $0] == String(wanted[$0]) }
    }.map { $0..<$0 + wanted.count }
  }
}
