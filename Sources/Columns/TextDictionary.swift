import Synchronization

/// Distinct texts in the order in which they were first seen, back to back in one buffer: Arrow's UTF-8 layout.
///
/// Immutable and shared by reference: two columns with the same dictionary compare by code. Entries are distinct as
/// bytes after NFC normalisation.
package final class TextDictionary: Sendable {
  package let bytes: [UInt8]
  /// `count + 1` offsets; entry `i` is `bytes[offsets[i]..<offsets[i + 1]]`.
  package let offsets: [Int]
  /// Made by the first search; a dictionary never changes, so neither does its index. The one lock among the columns.
  private let index = Mutex<TermIndex?>(nil)

  package init(bytes: [UInt8], offsets: [Int]) {
    precondition(offsets.first == 0 && offsets.last == bytes.count, "offsets start at 0 and end with the bytes")
    self.bytes = bytes
    self.offsets = offsets
  }

  package static let empty = TextDictionary(bytes: [], offsets: [0])

  package var count: Int { offsets.count - 1 }
  package func range(_ code: Int) -> Range<Int> { offsets[code]..<offsets[code + 1] }

  /// One entry as a `String`. Allocates; not for inner loops.
  package subscript(code: Int) -> String { String(decoding: bytes[range(code)], as: UTF8.self) }

  /// The words of the entries, indexed by `make` when they are asked for first and kept for all columns that share the
  /// dictionary.
  ///
  /// Whoever asks while another thread makes the index waits for it. If `make` throws, nothing is kept.
  package func termIndex<Failure: Error>(
    _ make: (borrowing TextDictionary) throws(Failure) -> TermIndex
  ) throws(Failure) -> TermIndex {
    try index.withLock { (index) throws(Failure) -> TermIndex in
      if let index { return index }
      let made = try make(self)
      index = made
      return made
    }
  }

  /// The code of a text, or nil. Linear in the number of entries.
  package func code(of text: String) -> Int? { code(ofBytes: Array(TextNormalization.nfc(text).utf8)[...]) }

  /// The code of the entry with these bytes, or nil.
  package func code(ofBytes wanted: ArraySlice<UInt8>) -> Int? {
    for code in 0..<count where range(code).count == wanted.count {
      if bytes[range(code)].elementsEqual(wanted) { return code }
    }
    return nil
  }

  /// The codes of those of some texts that are entries, ascending. Linear in the number of entries.
  package func codes(of texts: [String]) -> [Int] {
    let wanted = Set(texts.map { Array(TextNormalization.nfc($0).utf8)[...] })
    // A bit for length and last letter: nearly all entries are told by that, and only the others are hashed.
    func bit(_ length: Int, _ last: UInt8?) -> UInt64 { 1 &<< (UInt64(length &* 7 &+ Int(last ?? 0)) & 63) }
    let marks = wanted.reduce(UInt64(0)) { $0 | bit($1.count, $1.last) }
    return (0..<count).filter { code in
      let range = range(code)
      let last = range.isEmpty ? nil : bytes[range.upperBound - 1]
      return marks & bit(range.count, last) != 0 && wanted.contains(bytes[range])
    }
  }
}
