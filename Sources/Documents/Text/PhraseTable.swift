import IbidSource

/// Beginnings of lines, in lower case, to be found at a place of a text; case is ignored for ASCII letters.
///
///     private static let openers: Prefixes = ["photo:", "image:"]
///     openers.begin(at: span.lower, in: view)
///
/// All phrases stand in one array, those that begin with the same two bytes side by side, and of each first byte it is known
/// which second bytes follow, so that at most places two loads tell that none begins, and elsewhere few have to be compared.
struct Prefixes: ExpressibleByArrayLiteral, Sendable {
  private var bytes: [UInt8] = []
  /// Where phrase `i` begins among `bytes`; one more at the end.
  private var starts: [Int32] = [0]
  /// The first four bytes of each phrase as one number, and a mask where a phrase has fewer.
  private var heads: [Head] = []
  /// By first byte, a bit for the low six bits of each second byte; all bits if a phrase is one byte long.
  private var seconds = [UInt64](repeating: 0, count: 256)
  /// Where the phrases of a first byte and a bit of `seconds` begin, in this order, and one more at the end; of a first byte
  /// with all bits, one place for all its phrases.
  private var groups: [Int32] = []
  /// By first byte, the first of its places in `groups`.
  private var firsts: [Int32] = []
  /// Phrase `i` is the one that was given at `places[i]`.
  let places: [Int]

  init(arrayLiteral phrases: String...) { self.init(phrases) }

  init(_ phrases: [String]) {
    self.init(phrases.map { Array($0.utf8) }, order: Array(phrases.indices))
  }

  private struct Head: Sendable {
    var bytes: UInt32
    var mask: UInt32
  }

  /// `order` has the places of the phrases as they are to be tried.
  fileprivate init(_ phrases: [[UInt8]], order: [Int]) {
    for phrase in phrases {
      guard let first = phrase.first else { continue }
      seconds[Int(first)] |= phrase.count > 1 ? 1 << UInt64(phrase[1] & 63) : .max
    }
    let seconds = seconds
    /// The first byte and, where it parts them, the second one.
    func group(_ phrase: [UInt8]) -> Int {
      let first = Int(phrase.first ?? 0)
      return first << 6 | (phrase.count < 2 || seconds[first] == .max ? 0 : Int(phrase[1] & 63))
    }
    let sorted = order.indices.sorted { (group(phrases[order[$0]]), $0) < (group(phrases[order[$1]]), $1) }
    places = sorted.map { order[$0] }
    for place in places {
      let phrase = phrases[place]
      bytes.append(contentsOf: phrase)
      starts.append(Int32(bytes.count))
      var head = Head(bytes: 0, mask: 0)
      for (index, byte) in phrase.prefix(4).enumerated() {
        head.bytes |= UInt32(byte) << UInt32(index * 8)
        head.mask |= 0xFF << UInt32(index * 8)
      }
      heads.append(head)
    }
    var next = 0
    for byte in 0..<256 {
      firsts.append(Int32(groups.count))
      for second in 0..<64 where seconds[byte] == .max ? second == 0 : seconds[byte] & 1 << UInt64(second) != 0 {
        groups.append(Int32(next))
        while next < places.count, group(phrases[places[next]]) <= byte << 6 | second { next += 1 }
      }
    }
    groups.append(Int32(next))
  }

  /// Whether one of the phrases begins with a byte.
  @inline(__always) func mayBegin(with byte: UInt8) -> Bool { seconds[Int(Characters.lowered(byte))] != 0 }

  /// Whether one of the phrases begins at an offset.
  func begin(at offset: Int, in view: TextView) -> Bool { end(at: offset, in: view) != nil }

  /// Whether one of the phrases begins at some offset of a range.
  func begin(in range: Range<Int>, of view: TextView) -> Bool {
    let (text, seconds) = (view.bytes.span, seconds.span)
    for offset in range where seconds[Int(Characters.lowered(text[offset]))] != 0 {
      if begin(at: offset, in: view) { return true }
    }
    return false
  }

  /// Where the first phrase ends, in the order in which they are written, that begins at an offset; nil where none does.
  func end(at offset: Int, in view: TextView) -> Int? {
    let candidates = candidates(at: offset, in: view)
    guard !candidates.isEmpty else { return nil }
    let head = head(at: offset, in: view)
    for phrase in candidates where mayBegin(phrase, head) {
      if let end = end(of: phrase, at: offset, in: view) { return end }
    }
    return nil
  }

  /// The four bytes at an offset in lower case as one number; 0 for those behind the end of the text.
  func head(at offset: Int, in view: TextView) -> UInt32 {
    if offset + 8 <= view.bytes.count {
      let eight = EightBytes(view.bytes.span, at: offset)
      // The bit by which large letters differ from small ones, where they stand.
      return UInt32(truncatingIfNeeded: eight.bytes | eight.within(0x41, 0x5A) >> 2)
    }
    var head: UInt32 = 0
    for index in 0..<min(4, view.bytes.count - offset) {
      head |= UInt32(Characters.lowered(view.bytes[offset + index])) << UInt32(index * 8)
    }
    return head
  }

  /// Whether a phrase has the first four bytes of a place (`head`): what tells most phrases apart.
  @inline(__always) func mayBegin(_ phrase: Int, _ head: UInt32) -> Bool {
    head & heads[phrase].mask == heads[phrase].bytes
  }

  /// The phrases that may begin at an offset, by their places.
  @inline(__always)
  func candidates(at offset: Int, in view: TextView) -> Range<Int> {
    guard offset < view.bytes.count else { return 0..<0 }
    let first = Int(Characters.lowered(view.bytes[offset]))
    let seconds = seconds[first]
    if seconds == 0 { return 0..<0 }
    var group = Int(firsts[first])
    if seconds != .max {
      guard offset + 1 < view.bytes.count else { return 0..<0 }
      let bit: UInt64 = 1 << UInt64(Characters.lowered(view.bytes[offset + 1]) & 63)
      guard seconds & bit != 0 else { return 0..<0 }
      group += (seconds & (bit - 1)).nonzeroBitCount
    }
    return Int(groups[group])..<Int(groups[group + 1])
  }

  /// Where a phrase ends of which the first four bytes begin at an offset (`mayBegin`); nil if another text stands there.
  func end(of phrase: Int, at offset: Int, in view: TextView) -> Int? {
    let (lower, upper) = (Int(starts[phrase]), Int(starts[phrase + 1]))
    let end = offset + upper - lower
    let (text, phrases) = (view.bytes.span, bytes.span)
    guard end <= text.count else { return nil }
    var place = 4
    while place < upper - lower {
      if Characters.lowered(text[offset + place]) != phrases[lower + place] { return nil }
      place += 1
    }
    return end
  }
}

/// Phrases that a line may begin with, each with what it means.
///
/// Case is ignored for ASCII letters; phrases are written in lower case. A phrase fits only where a word ends. Looking one
/// up costs a few comparisons (`Prefixes`).
struct PhraseTable<Meaning: Sendable>: Sendable {
  struct Match {
    var meaning: Meaning
    /// Offset after the phrase.
    var end: Int
  }

  private let prefixes: Prefixes
  /// Of each phrase, in the order of `prefixes`.
  private let meanings: [Meaning]

  init(_ phrases: [(String, Meaning)]) {
    let words = phrases.map { Array($0.0.utf8) }
    // The longest first; of equals the one that was written first.
    prefixes = Prefixes(words, order: words.indices.sorted { (words[$1].count, $0) < (words[$0].count, $1) })
    meanings = prefixes.places.map { phrases[$0].1 }
  }

  /// What a span begins with, the longest phrase first.
  func matches(at span: ByteSpan, in view: TextView) -> [Match] {
    guard !span.isEmpty else { return [] }
    let candidates = prefixes.candidates(at: span.lower, in: view)
    guard !candidates.isEmpty else { return [] }
    var found: [Match] = []
    let head = prefixes.head(at: span.lower, in: view)
    for phrase in candidates where prefixes.mayBegin(phrase, head) {
      if let match = match(phrase, at: span, in: view) { found.append(match) }
    }
    return found
  }

  func longest(at span: ByteSpan, in view: TextView) -> Match? {
    guard !span.isEmpty else { return nil }
    let candidates = prefixes.candidates(at: span.lower, in: view)
    guard !candidates.isEmpty else { return nil }
    let head = prefixes.head(at: span.lower, in: view)
    for phrase in candidates where prefixes.mayBegin(phrase, head) {
      if let match = match(phrase, at: span, in: view) { return match }
    }
    return nil
  }

  @inline(__always)
  private func match(_ phrase: Int, at span: ByteSpan, in view: TextView) -> Match? {
    guard let end = prefixes.end(of: phrase, at: span.lower, in: view), end <= span.upper else { return nil }
    let isWordEnd =
      end == span.upper || !Characters.isWord(view.scalar(at: end).value)
      || !Characters.isWord(view.scalar(before: end).value)
    return isWordEnd ? Match(meaning: meanings[phrase], end: end) : nil
  }
}
