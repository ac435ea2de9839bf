/// Which texts of a dictionary have which words: for each word the entries with it and how often, and each entry's length.
///
/// Words have numbers in order of first appearance. The entries of word `w` are `entries[starts[w]..<starts[w + 1]]`,
/// ascending, each with its number of occurrences beside it in `occurrences`.
package struct TermIndex: Sendable {
  /// Words of each entry, repeats counted.
  package let lengths: [Int32]
  private let numbers: [String: Int32]
  private let starts: [Int]
  private let entries: [Int32]
  private let occurrences: [Int32]

  fileprivate init(
    lengths: [Int32], numbers: [String: Int32], starts: [Int], entries: [Int32], occurrences: [Int32]
  ) {
    self.lengths = lengths
    self.numbers = numbers
    self.starts = starts
    self.entries = entries
    self.occurrences = occurrences
  }

  /// How often each entry has the word; nil if none has it.
  package func occurrences(of word: String) -> [Int32]? {
    guard let number = numbers[word].map(Int.init) else { return nil }
    var result = [Int32](repeating: 0, count: lengths.count)
    for index in starts[number]..<starts[number + 1] { result[Int(entries[index])] = occurrences[index] }
    return result
  }
}

/// Collects the words of one text after the other.
package struct TermIndexBuilder: ~Copyable {
  private var numbers: [String: Int32] = [:]
  /// Word numbers of all texts, back to back.
  private var words: [Int32] = []
  private var lengths: [Int32] = []

  package init() {}

  /// The words of the next text, in any order, repeats included.
  package mutating func append(_ text: some Sequence<String>) {
    let start = words.count
    for word in text {
      let number = numbers[word] ?? Int32(numbers.count)
      if Int(number) == numbers.count { numbers[word] = number }
      words.append(number)
    }
    lengths.append(Int32(words.count - start))
  }

  /// Turns lists of words into lists of entries by counting: O(words). Of no use where the run was stopped.
  package consuming func finish() -> TermIndex {
    var starts = [Int](repeating: 0, count: numbers.count + 1)
    Self.visit(words, lengths, wordCount: numbers.count) { word, _, isFirst in if isFirst { starts[word + 1] += 1 } }
    for word in 0..<numbers.count { starts[word + 1] += starts[word] }
    var next = starts
    var entries = [Int32](repeating: 0, count: starts[numbers.count])
    var occurrences = entries
    Self.visit(words, lengths, wordCount: numbers.count) { word, entry, isFirst in
      if isFirst {
        entries[next[word]] = Int32(entry)
        next[word] += 1
      }
      occurrences[next[word] - 1] += 1
    }
    return TermIndex(lengths: lengths, numbers: numbers, starts: starts, entries: entries, occurrences: occurrences)
  }

  /// Calls `body` for each word of each text, and says whether it is the text's first of that word.
  @inline(__always)
  private static func visit(
    _ words: [Int32], _ lengths: [Int32], wordCount: Int, _ body: (_ word: Int, _ entry: Int, _ isFirst: Bool) -> Void
  ) {
    var lastEntry = [Int](repeating: -1, count: wordCount)
    var position = 0
    for entry in lengths.indices.untilStopped {
      for _ in 0..<lengths[entry] {
        let word = Int(words[position])
        body(word, entry, lastEntry[word] != entry)
        lastEntry[word] = entry
        position += 1
      }
    }
  }
}
