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
/// 156 000 lines of `name TAB marks TAB country`, compared by their names with ASCII letters in lower case. Nothing is parsed or
/// hashed at start-up: the slots come with the table (`make-slots.py`), and a look-up makes one comparison.
struct NameTable: Sendable {
  struct Entry: Sendable {
    var marks: NameMarks
    /// Power of ten of a city's population.
    var size: Int
    fileprivate var name: Range<Int>
    fileprivate var country: Range<Int>
  }

  static let shared = NameTable()

  private let bytes: [UInt8]
  /// Where lines begin, by the hash of their names, and of the beginnings of longer names that are no names themselves:
  /// nine bits of the hash, the offset, and a bit for such a beginning. Open addressing; 0 is a free place.
  private let slots: [UInt32]

  private init() {
    bytes = PlaceData.nameTable
    slots = PlaceData.nameSlots
    precondition(slots.count & (slots.count - 1) == 0, "the size of the table of slots is a power of two")
  }

  /// The bits of a hash that stand in its slot.
  private static let tag: UInt32 = 0xFF80_0000

  func name(of entry: Entry) -> String { String(decoding: bytes[entry.name], as: UTF8.self) }

  func country(of entry: Entry) -> String? {
    entry.country.isEmpty ? nil : String(decoding: bytes[entry.country], as: UTF8.self)
  }

  /// The entry for the text of some tokens, white space counting as one space.
  func entry(_ range: Range<Int>, in tokens: Tokens) -> Entry? {
    guard let found = find(range, in: tokens), !found.isBeginning else { return nil }
    return entry(ofLine: found.line)
  }

  /// What the table knows of one word, and whether longer names begin with it.
  func marks(ofToken i: Int, in tokens: Tokens) -> NameMarks {
    let id = Int(tokens.details[i])
    return (id > 0 ? Self.marksOfLexicon[id] : nil) ?? lookedUpMarks(ofToken: i, in: tokens)
  }

  /// What the table knows of each word with a capital, nothing of other tokens: looked up once a file, for all who ask.
  func marksOfCapitals(in tokens: Tokens) -> [NameMarks] {
    let ofLexicon = Self.marksOfLexicon
    var marks = [NameMarks](repeating: [], count: tokens.count)
    var i = tokens.capitals.next(from: 0, to: tokens.count)
    while i < tokens.count {
      let id = Int(tokens.details[i])
      marks[i] = (id > 0 ? ofLexicon[id] : nil) ?? lookedUpMarks(ofToken: i, in: tokens)
      i = tokens.capitals.next(from: i + 1, to: tokens.count)
    }
    return marks
  }

  /// What the table knows of the words of the lexicon, looked up once; nil for what is no word by itself.
  private static let marksOfLexicon: [NameMarks?] = {
    var marks = [NameMarks?](repeating: nil, count: Lexicon.shared.entries.count)
    let lexicon = Lexicon.shared
    let tokens = Tokenizer.tokens(of: lexicon.lines)
    for i in 0..<tokens.count where tokens.kinds[i] == .word {
      let id = Int(tokens.details[i])
      if id > 0, lexicon.width(ofWord: id) == tokens.upper(i) - tokens.lower(i) {
        marks[id] = shared.lookedUpMarks(ofToken: i, in: tokens)
      }
    }
    return marks
  }()

  private func lookedUpMarks(ofToken i: Int, in tokens: Tokens) -> NameMarks {
    guard let found = find(i..<i + 1, in: tokens) else { return [] }
    let width = tokens.upper(i) - tokens.lower(i)
    if found.isBeginning { return continues(found.line, width, i, tokens) ? .continues : [] }
    var marks = entry(ofLine: found.line).marks
    let next = lineEnd(found.line) + 1
    if next < bytes.count, continues(next, width, i, tokens) { marks.insert(.continues) }
    return marks
  }

  // MARK: Searching

  /// The line of a name, or the first line of those that begin with it.
  private func find(_ range: Range<Int>, in tokens: Tokens) -> (line: Int, isBeginning: Bool)? {
    let letters = tokens.bytes
    let text = letters.span
    var hash = Self.hashSeed
    for i in range {
      if i > range.lowerBound, tokens.isSpaced(i) { hash = Self.hash(hash, Self.space) }
      var at = tokens.lower(i)
      let end = tokens.upper(i)
      while at < end { hash = Self.hash(hash, Self.letter(&at, end, text)) }
    }
    var slot = Self.slot(of: hash, slots.count)
    while case let entry = slots[slot], entry != 0 {
      let (line, isBeginning) = (Int((entry & ~Self.tag) >> 1), entry & 1 != 0)
      if entry & Self.tag == hash & Self.tag, let end = end(ofName: range, in: tokens, at: line),
        isBeginning ? Self.isJoint(bytes[end]) : bytes[end] == Self.tab
      {
        return (line, isBeginning)
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The place after the text of tokens in the name of a line, if that begins with it.
  private func end(ofName range: Range<Int>, in tokens: Tokens, at line: Int) -> Int? {
    let letters = tokens.bytes
    let (names, text) = (bytes.span, letters.span)
    var known = line
    for i in range {
      if i > range.lowerBound, tokens.isSpaced(i) {
        guard names[known] == Self.space else { return nil }
        known += 1
      }
      var at = tokens.lower(i)
      let end = tokens.upper(i)
      while at < end {
        guard Self.lower(names[known]) == Self.letter(&at, end, text) else { return nil }
        known += 1
      }
    }
    return known
  }

  /// The byte of a name at an offset of the text, and on to the next; a typographic apostrophe is written straight in the table.
  @inline(__always)
  private static func letter(_ at: inout Int, _ end: Int, _ text: Span<UInt8>) -> UInt8 {
    let byte = lower(text[at])
    at += 1
    if byte == 0xE2, at + 1 < end, text[at] == 0x80, text[at + 1] == 0x99 {
      at += 2
      return UInt8(ascii: "'")
    }
    return byte
  }

  private static let hashSeed: UInt32 = 2_166_136_261

  /// FNV-1a. Wraps on purpose.
  private static func hash(_ hash: UInt32, _ byte: UInt8) -> UInt32 { (hash ^ UInt32(byte)) &* 16_777_619 }

  private static func slot(of hash: UInt32, _ count: Int) -> Int { Int(hash ^ hash >> 15) & (count - 1) }

  /// What may follow the beginning of a longer name.
  private static func isJoint(_ byte: UInt8) -> Bool {
    byte == space || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "'")
  }

  private func lineEnd(_ line: Int) -> Int {
    var at = line
    while at < bytes.count, bytes[at] != Self.newline { at += 1 }
    return at
  }

  /// Whether the name of a line is the word at a token with more behind a space, hyphen or apostrophe.
  private func continues(_ line: Int, _ width: Int, _ i: Int, _ tokens: Tokens) -> Bool {
    guard line + width < bytes.count else { return false }
    guard Self.isJoint(bytes[line + width]) else { return false }
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
