import IbidSource

/// Finds what a document says twice: a headline printed again, a teaser broken off, a caption repeated.
///
/// The copy is marked, the original stays as it is. The original is the complete one and, of equals, the last. Short
/// sentences and lead-ins ("The minister said:") repeat by nature and are left alone, as are sentences that differ in a
/// number. Linear in the number of words: exact and broken-off repeats by hashes of words, near ones by shared runs of
/// three words.
struct Repeats {
  let text: TextView

  /// Shorter sentences are no copies, unless their whole paragraph is the one before the original.
  private static let leastWords = 8
  private static let leastCutWords = 6
  /// Share of runs of three words that near copies have in common.
  private static let nearShare = 0.7
  /// Sentences looked up per run of words; more make a phrase, not a copy.
  private static let mostPlaces = 8
  /// Longer sentences are compared by this many first words.
  private static let mostWords = 400

  private struct Entry {
    var words: Words
    var endsOpen: Bool
    var brokenAt: Int?
  }

  func mark(_ sentences: inout [Sentence], _ paragraphs: inout [Paragraph]) {
    guard sentences.count > 1 else { return }
    let entries = sentences.map { entry(of: $0.span) }
    markExact(entries, &sentences, paragraphs)
    markCut(entries, &sentences, paragraphs)
    markNear(entries, &sentences, paragraphs)
    resolve(&sentences)
    markParagraphs(sentences, &paragraphs)
  }

  private func entry(of span: ByteSpan) -> Entry {
    let words = text.words(in: span, limit: Self.mostWords)
    let last = span.isEmpty ? 0 : text.bytes[span.upper - 1]
    var broken: Int?
    // An ellipsis with at most six words after it ("… Read more") breaks a sentence off.
    for place in words.indices.reversed().prefix(7) {
      let after = ByteSpan(words[place].span.upper, place + 1 < words.count ? words[place + 1].span.lower : span.upper)
      if isEllipsis(after) {
        broken = place + 1
        break
      }
    }
    return Entry(words: words, endsOpen: last == UInt8(ascii: ":"), brokenAt: broken)
  }

  private func isEllipsis(_ span: ByteSpan) -> Bool {
    guard span.count >= 3 else { return false }
    var stops = 0
    for offset in span.range {
      if text.bytes[offset] == UInt8(ascii: ".") { stops += 1 }
      if text.scalar(at: offset).value == 0x2026 { return true }
    }
    return stops >= 3
  }

  // MARK: Exact

  private func markExact(_ entries: [Entry], _ sentences: inout [Sentence], _ paragraphs: [Paragraph]) {
    var last = HashPlaces(count: entries.count)
    for index in entries.indices.reversed() where isLong(index, entries, paragraphs, sentences) {
      let hash = TextView.hash(of: entries[index].words)
      if let original = last.place(of: hash, orInsert: index), sameWords(entries[index], entries[original]) {
        set(index, original, .exact, &sentences)
      }
    }
  }

  /// Long enough to be a copy, or a heading that the next one repeats.
  private func isLong(_ index: Int, _ entries: [Entry], _ paragraphs: [Paragraph], _ sentences: [Sentence]) -> Bool {
    let entry = entries[index]
    if entry.endsOpen { return false }
    if entry.words.count >= Self.leastWords { return true }
    guard entry.words.count >= 3, paragraphs[sentences[index].paragraph].kind == .heading else { return false }
    let neighbours = [index - 1, index + 1].filter { entries.indices.contains($0) }
    return neighbours.contains { sameWords(entry, entries[$0]) }
  }

  private func sameWords(_ left: Entry, _ right: Entry) -> Bool {
    left.words.count == right.words.count && zip(left.words, right.words).allSatisfy { $0.hash == $1.hash }
  }

  private func set(_ index: Int, _ original: Int, _ kind: CopyKind, _ sentences: inout [Sentence]) {
    sentences[index].copyOf = original
    sentences[index].copy = kind
  }

  // MARK: Cut

  /// Sentences that are the beginning of a longer one: they end with an ellipsis, or are ten words or more without a stop.
  private func markCut(_ entries: [Entry], _ sentences: inout [Sentence], _ paragraphs: [Paragraph]) {
    let wrapped = WrappedLines(text: text)
    let broken: [(index: Int, length: Int)] = entries.indices.compactMap { index in
      let entry = entries[index]
      guard sentences[index].copyOf == nil else { return nil }
      let isOpen =
        entry.words.count >= 10 && !wrapped.endsWithStop(sentences[index].span)
        && paragraphs[sentences[index].paragraph].kind != .heading
      guard let length = entry.brokenAt ?? (isOpen ? entry.words.count : nil), length >= Self.leastCutWords else {
        return nil
      }
      return (index, length)
    }
    guard !broken.isEmpty else { return }
    let sought = Set(broken.map { TextView.hash(of: entries[$0.index].words, count: Self.leastCutWords) })
    var beginnings: [UInt64: [Int]] = [:]
    for index in entries.indices where entries[index].words.count > Self.leastCutWords {
      let hash = TextView.hash(of: entries[index].words, count: Self.leastCutWords)
      if sought.contains(hash) { beginnings[hash, default: []].append(index) }
    }
    for (index, length) in broken {
      let entry = entries[index]
      let candidates = beginnings[TextView.hash(of: entry.words, count: Self.leastCutWords)] ?? []
      let original = candidates.suffix(Self.mostPlaces).last { other in
        other != index && entries[other].words.count > length && entries[other].brokenAt == nil
          && zip(entry.words.prefix(length), entries[other].words).allSatisfy { $0.hash == $1.hash }
      }
      if let original { set(index, original, .cut, &sentences) }
    }
  }

  // MARK: Near

  private func markNear(_ entries: [Entry], _ sentences: inout [Sentence], _ paragraphs: [Paragraph]) {
    let comparable = entries.indices.filter { isComparable($0, entries, sentences) }
    let repeated = repeatedRuns(entries, comparable)
    guard repeated.holdsAny else { return }
    var places: [UInt64: [Int]] = [:]
    var firstRun = 0
    for index in comparable {
      // Few sentences have a run that others may share.
      let runCount = max(0, entries[index].words.count - 2)
      defer { firstRun += runCount }
      guard repeated.holdsAny(among: firstRun..<(firstRun + runCount)) else { continue }
      let (runs, all) = Self.shared(of: entries[index].words, repeated)
      var shared: [Int: Int] = [:]
      for run in runs {
        for other in places[run] ?? [] { shared[other, default: 0] += 1 }
        if places[run, default: []].count < Self.mostPlaces { places[run, default: []].append(index) }
      }
      let best = shared.max { ($0.value, $0.key) < ($1.value, $1.key) }
      guard let best, isNear(entries[best.key], entries[index], shared: best.value, of: all) else { continue }
      let isEarlierComplete = entries[best.key].words.count > entries[index].words.count
      if sentences[best.key].copyOf == nil, !isEarlierComplete {
        set(best.key, index, .near, &sentences)
      } else if sentences[best.key].copyOf == nil {
        set(index, best.key, .near, &sentences)
      }
    }
  }

  private func isComparable(_ index: Int, _ entries: [Entry], _ sentences: [Sentence]) -> Bool {
    entries[index].words.count >= Self.leastWords && !entries[index].endsOpen && sentences[index].copyOf == nil
  }

  /// Calls `body` with the hashes of all runs of three words.
  @inline(__always) private static func forEachRun(of words: Words, _ body: (UInt64) -> Void) {
    guard words.count > 2 else { return }
    var (first, second) = (words[0].hash, words[1].hash)
    for place in 2..<words.count {
      let third = words[place].hash
      body(TextView.hash(first, second, third))
      (first, second) = (second, third)
    }
  }

  /// The runs of a sentence that others may share, each once; and how many different ones it has.
  private static func shared(of words: Words, _ repeated: RepeatedHashes) -> (runs: [UInt64], all: Int) {
    var all: [UInt64] = []
    all.reserveCapacity(words.count)
    forEachRun(of: words) { all.append($0) }
    all.sort()
    var (runs, count) = ([UInt64](), 0)
    for place in all.indices where place == 0 || all[place] != all[place - 1] {
      count += 1
      if repeated.mayHold(all[place]) { runs.append(all[place]) }
    }
    return (runs, count)
  }

  /// The runs that stand twice in the document: few do, and no other can be shared.
  private func repeatedRuns(_ entries: [Entry], _ comparable: [Int]) -> RepeatedHashes {
    var repeated = RepeatedHashes(count: comparable.reduce(0) { $0 + max(0, entries[$1].words.count - 2) })
    for index in comparable {
      Self.forEachRun(of: entries[index].words) { repeated.insert($0) }
    }
    return repeated
  }

  private func isNear(_ left: Entry, _ right: Entry, shared: Int, of runs: Int) -> Bool {
    let other = max(1, left.words.count - 2)
    let all = runs + other - shared
    guard Double(shared) >= Self.nearShare * Double(max(1, all)) else { return false }
    let numbers = left.words.filter(\.hasDigit).map(\.hash)
    return numbers == right.words.filter(\.hasDigit).map(\.hash)
  }

  // MARK: Afterwards

  /// Lets every copy name the last original, not another copy.
  private func resolve(_ sentences: inout [Sentence]) {
    for index in sentences.indices.reversed() {
      var steps = 0
      while let original = sentences[index].copyOf, let further = sentences[original].copyOf, further != index,
        steps < 8
      {
        sentences[index].copyOf = further
        steps += 1
      }
    }
  }

  private func markParagraphs(_ sentences: [Sentence], _ paragraphs: inout [Paragraph]) {
    var start = 0
    while start < sentences.count {
      var end = start
      while end < sentences.count, sentences[end].paragraph == sentences[start].paragraph { end += 1 }
      let own = sentences[start..<end]
      let kinds = Set(own.compactMap(\.copy))
      if own.allSatisfy({ $0.copyOf != nil }), let original = own.first?.copyOf {
        paragraphs[sentences[start].paragraph].copyOf = sentences[original].paragraph
        paragraphs[sentences[start].paragraph].copy =
          kinds.contains(.cut) ? .cut : kinds.contains(.near) ? .near : .exact
      }
      start = end
    }
  }
}

/// Which of many hashes were put in twice; of a few others it says so, too, as it keeps half of each hash.
private struct RepeatedHashes {
  /// Open addressing, half full at most: the upper 31 bits of a hash, and a bit for "twice"; 0 is a free slot.
  private var slots: [UInt32]
  /// The slot of each hash in the order in which they were put in.
  private var slotsInOrder: [UInt32] = []
  private(set) var holdsAny = false

  init(count: Int) {
    var size = 16
    while size < count * 2 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    slotsInOrder.reserveCapacity(count)
  }

  mutating func insert(_ hash: UInt64) {
    let slot = slot(of: hash)
    slotsInOrder.append(UInt32(truncatingIfNeeded: slot))
    if slots[slot] == 0 {
      slots[slot] = Self.key(hash)
    } else {
      slots[slot] |= 1
      holdsAny = true
    }
  }

  func mayHold(_ hash: UInt64) -> Bool { slots[slot(of: hash)] & 1 != 0 }

  /// Whether some of the hashes that were put in with these numbers may have been put in twice.
  func holdsAny(among numbers: Range<Int>) -> Bool {
    let (slots, order) = (slots.span, slotsInOrder.span)
    for number in numbers where slots[Int(order[number])] & 1 != 0 { return true }
    return false
  }

  private func slot(of hash: UInt64) -> Int {
    let (key, mask) = (Self.key(hash), slots.count - 1)
    var slot = Int(truncatingIfNeeded: hash ^ hash >> 29) & mask
    while slots[slot] != 0, slots[slot] & ~1 != key { slot = (slot + 1) & mask }
    return slot
  }

  /// Never 0.
  private static func key(_ hash: UInt64) -> UInt32 { max(UInt32(truncatingIfNeeded: hash >> 32) & ~1, 2) }
}
