/// What the table of names says of one spelling.
struct NameMarks: OptionSet, Sendable {
  let rawValue: UInt8
  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// An everyday English word: `reading`, `mobile`.
  static let word = NameMarks(rawValue: 1)
  static let given = NameMarks(rawValue: 2)
  static let surname = NameMarks(rawValue: 4)
  static let city = NameMarks(rawValue: 8)
  static let region = NameMarks(rawValue: 16)
  /// A place whose name is also a word, a given name or a surname.
  static let doubtful = NameMarks(rawValue: 32)
  /// Longer names begin with this one and a space, hyphen or apostrophe.
  static let continues = NameMarks(rawValue: 64)

  static let place: NameMarks = [.city, .region]
}

/// Places, given names, surnames and everyday words: a sorted table searched where it lies.
///
/// 120 000 lines of `name TAB marks TAB country`, compared by their names with ASCII letters in lower case. Nothing is parsed
/// at start-up; the lines are indexed by their first two letters on first use. A look-up makes about eight comparisons.
struct NameTable: Sendable {
  struct Entry: Sendable {
    var marks: NameMarks
    /// Power of ten of a city's population.
    var size: Int
    fileprivate var name: Range<Int>
    fileprivate var country: Range<Int>
  }

  static let shared = NameTable(PlaceData.nameTable)

  private let bytes: [UInt8]
  /// Where names that begin with two letters start: 26 × 27 and the end.
  private var starts: [Int] = []

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    for first in UInt8(ascii: "a")...UInt8(ascii: "z") {
      starts.append(lowerBound(in: 0..<bytes.count) { self.compare(lineAt: $0, with: [first]) })
      for second in UInt8(ascii: "a")...UInt8(ascii: "z") {
        starts.append(lowerBound(in: 0..<bytes.count) { self.compare(lineAt: $0, with: [first, second]) })
      }
    }
    starts.append(bytes.count)
  }

  func name(of entry: Entry) -> String { String(decoding: bytes[entry.name], as: UTF8.self) }

  func country(of entry: Entry) -> String? {
    entry.country.isEmpty ? nil : String(decoding: bytes[entry.country], as: UTF8.self)
  }

  /// The entry for the text of some tokens, white space counting as one space; logarithmic.
  func entry(_ range: Range<Int>, in tokens: Tokens) -> Entry? {
    let (line, isExact) = find(range, in: tokens)
    return isExact ? entry(ofLine: line) : nil
  }

  /// What the table knows of one word, and whether longer names begin with it.
  func marks(ofToken i: Int, in tokens: Tokens) -> NameMarks {
    let (line, isExact) = find(i..<i + 1, in: tokens)
    guard isExact else {
      return line < bytes.count && continues(line, tokens.upper(i) - tokens.lower(i), i, tokens) ? .continues : []
    }
    var marks = entry(ofLine: line).marks
    let next = lineEnd(line) + 1
    if next < bytes.count, continues(next, tokens.upper(i) - tokens.lower(i), i, tokens) { marks.insert(.continues) }
    return marks
  }

  // MARK: Searching

  private func find(_ range: Range<Int>, in tokens: Tokens) -> (line: Int, isExact: Bool) {
    let line = lowerBound(in: block(of: tokens, range.lowerBound)) { compare(lineAt: $0, with: range, in: tokens) }
    return (line, line < bytes.count && compare(lineAt: line, with: range, in: tokens) == 0)
  }

  /// The lines that begin with the first two letters of a word.
  private func block(of tokens: Tokens, _ i: Int) -> Range<Int> {
    let first = Int(Self.lower(tokens.bytes[tokens.lower(i)])) - 0x61
    guard first >= 0, first < 26 else { return 0..<bytes.count }
    let second =
      tokens.lower(i) + 1 < tokens.upper(i) ? Int(Self.lower(tokens.bytes[tokens.lower(i) + 1])) - 0x61 : -1
    let slot = first * 27
    guard second >= 0, second < 26 else { return starts[slot]..<starts[slot + 27] }
    return starts[slot + 1 + second]..<starts[slot + 2 + second]
  }

  /// The first line of a range that is not below what is looked for.
  private func lowerBound(in range: Range<Int>, _ compare: (Int) -> Int) -> Int {
    var (low, high) = (range.lowerBound, range.upperBound)
    while low < high {
      let line = lineStart((low + high) / 2, from: low)
      if compare(line) < 0 { low = lineEnd(line) + 1 } else { high = line }
    }
    return low
  }

  private func lineStart(_ offset: Int, from low: Int) -> Int {
    var at = offset
    while at > low, bytes[at - 1] != Self.newline { at -= 1 }
    return at
  }

  private func lineEnd(_ line: Int) -> Int {
    var at = line
    while at < bytes.count, bytes[at] != Self.newline { at += 1 }
    return at
  }

  /// Negative, zero or positive: the name of a line against a prefix; a name that goes on is not below it.
  private func compare(lineAt line: Int, with prefix: [UInt8]) -> Int {
    for (offset, byte) in prefix.enumerated() {
      let known = line + offset < bytes.count ? Self.lower(bytes[line + offset]) : 0
      if known != byte { return Int(known) - Int(byte) }
    }
    return 0
  }

  /// Negative, zero or positive: the name of a line against the text of tokens.
  private func compare(lineAt line: Int, with range: Range<Int>, in tokens: Tokens) -> Int {
    var at = line
    for i in range {
      if i > range.lowerBound, tokens.isSpaced(i) {
        if bytes[at] != Self.space { return Int(bytes[at]) - Int(Self.space) }
        at += 1
      }
      var from = tokens.lower(i)
      let end = tokens.upper(i)
      while from < end {
        var byte = Self.lower(tokens.bytes[from])
        from += 1
        // A typographic apostrophe is written straight in the table.
        if byte == 0xE2, from + 1 < end, tokens.bytes[from] == 0x80, tokens.bytes[from + 1] == 0x99 {
          byte = UInt8(ascii: "'")
          from += 2
        }
        let known = Self.lower(bytes[at])
        if known != byte { return Int(known) - Int(byte) }
        at += 1
      }
    }
    return bytes[at] == Self.tab ? 0 : 1
  }

  /// Whether the name of a line is the word at a token with more behind a space, hyphen or apostrophe.
  private func continues(_ line: Int, _ width: Int, _ i: Int, _ tokens: Tokens) -> Bool {
    guard line + width < bytes.count else { return false }
    switch bytes[line + width] {
    case Self.space, UInt8(ascii: "-"), UInt8(ascii: "'"): break
    default: return false
    }
    return (0..<width).allSatisfy { Self.lower(bytes[line + $0]) == Self.lower(tokens.bytes[tokens.lower(i) + $0]) }
  }

  private func entry(ofLine line: Int) -> Entry {
    var at = line
    while bytes[at] != Self.tab { at += 1 }
    var entry = Entry(marks: [], size: 0, name: line..<at, country: at..<at)
    at += 1
    while at < bytes.count, bytes[at] != Self.tab, bytes[at] != Self.newline {
      switch bytes[at] {
      case UInt8(ascii: "w"): entry.marks.insert(.word)
      case UInt8(ascii: "g"): entry.marks.insert(.given)
      case UInt8(ascii: "s"): entry.marks.insert(.surname)
      case UInt8(ascii: "c"): entry.marks.insert(.city)
      case UInt8(ascii: "r"): entry.marks.insert(.region)
      case UInt8(ascii: "d"): entry.marks.insert(.doubtful)
      default: entry.size = Int(bytes[at]) - 0x30
      }
      at += 1
    }
    if at < bytes.count, bytes[at] == Self.tab { entry.country = at + 1..<lineEnd(at + 1) }
    return entry
  }

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")
  private static let space = UInt8(ascii: " ")

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }
}
