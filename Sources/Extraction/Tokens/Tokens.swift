package import IbidSource
package import IbidTypes

package enum TokenKind: UInt8, Sendable {
  /// Letters, with digits and marks after the first letter (`G7`), dotted initials (`U.S.`) and names such as `O'Neil`.
  case word
  /// Digits with their grouping and decimals: `12,500.75`.
  case number
  /// What follows an apostrophe inside a word: `'s`, `’ve`.
  case clitic
  /// One character that is none of these.
  case symbol
}

/// What the bytes before and in a token look like.
package struct TokenFlags: OptionSet, Sendable {
  package let rawValue: UInt8
  package init(rawValue: UInt8) { self.rawValue = rawValue }

  /// A word whose first letter is a capital.
  package static let capital = TokenFlags(rawValue: 1)
  /// Two letters or more, all capitals.
  package static let allCapitals = TokenFlags(rawValue: 2)
  /// White space stands before it.
  package static let spaced = TokenFlags(rawValue: 4)
  /// A line break stands before it.
  package static let lineStart = TokenFlags(rawValue: 8)
  /// A word with a digit in it.
  package static let hasDigit = TokenFlags(rawValue: 16)
  /// A word with full stops in it.
  package static let isDotted = TokenFlags(rawValue: 32)
  /// More than one byte of white space stands before it, or a tab.
  package static let isApart = TokenFlags(rawValue: 64)
}

/// A number in digits.
package struct Numeral: Sendable {
  /// nil if it has more digits than Ibid counts with.
  package var value: ExactNumber?
  /// Digits before the decimal point.
  package var digits: Int
  package var isGrouped: Bool
  /// Digits after the decimal point.
  package var decimals: Int
  package var hasLeadingZero: Bool

  package var hasDecimals: Bool { decimals > 0 }

  private var startsWithZero: Bool { hasLeadingZero || value.map { $0 < .one } ?? true }

  /// `184.500` as a dot that groups would have it; nil where it cannot be one.
  package var groupedByDot: ExactNumber? {
    decimals == 3 && (1...3).contains(digits) && !isGrouped && !startsWithZero ? value?.scaled(byPowerOfTen: 3) : nil
  }

  /// The value if it is a plain whole number such as a year or a day: no grouping, no decimals.
  package var plain: Int? {
    guard !isGrouped, !hasDecimals, digits <= 9, let value, value.isWhole else { return nil }
    return Int(value.numerator)
  }
}

/// The tokens of one text, as parallel arrays over its UTF-8 bytes; 26 bytes a token and no text copied.
///
/// `details[i]` is, by kind: a word's id in the lexicon (0 if unknown), a number's index in `numerals`, a clitic's
/// lexicon id, a symbol's Unicode scalar. The classes of words stand beside them, as rules ask for nothing else as often.
/// A class, so that every reader can keep the tokens for the price of one reference; nothing in it ever changes.
package final class Tokens: Sendable {
  package let bytes: [UInt8]
  package let lowers: [UInt32]
  package let uppers: [UInt32]
  package let kinds: [TokenKind]
  package let flags: [TokenFlags]
  package let details: [UInt32]
  /// Of words only; nothing else has a class.
  package let classes: [WordClass]
  package let nameClasses: [NameClass]
  package let numerals: [Numeral]
  /// Words with a capital.
  package let capitals: TokenBits
  /// Words for stretches of time.
  package let timeUnits: TokenBits
  package let symbols: TokenBits
  /// Tokens with a gap before them, and bars: where cells of a table may end.
  let cellEnds: TokenBits
  /// Where dates, amounts and figures may start; their readers then ask what stands there.
  let dateStarts: TokenBits
  let moneyStarts: TokenBits
  let figureStarts: TokenBits
  /// Words at which reported speech may be found.
  let reportStarts: TokenBits
  /// Words with a capital, and numbers: where names may start.
  package let nameStarts: TokenBits
  /// Of the lexicon, at hand for those who ask for the entry of a word.
  private let entries: [Lexicon.Entry]

  /// All arrays but the last are of one length.
  init(
    bytes: [UInt8], lowers: [UInt32], uppers: [UInt32], kinds: [TokenKind], flags: [TokenFlags], details: [UInt32],
    numerals: [Numeral]
  ) {
    self.bytes = bytes
    self.lowers = lowers
    self.uppers = uppers
    self.kinds = kinds
    self.flags = flags
    self.details = details
    self.numerals = numerals
    let lexicon = Lexicon.shared
    entries = lexicon.entries
    classes = Self.ofWords(kinds, details, lexicon.classes)
    nameClasses = Self.ofWords(kinds, details, lexicon.nameClasses)
    let sorts = TokenSorts(kinds: kinds, flags: flags, classes: classes, details: details)
    capitals = sorts.capitals
    nameStarts = sorts.nameStarts
    timeUnits = sorts.timeUnits
    symbols = sorts.symbols
    cellEnds = sorts.cellEnds
    dateStarts = sorts.dateStarts
    moneyStarts = sorts.moneyStarts
    figureStarts = sorts.figureStarts
    reportStarts = sorts.reportStarts
  }

  @inline(__always)
  private static func ofWords<Class>(_ kinds: [TokenKind], _ details: [UInt32], _ table: [Class]) -> [Class] {
    [Class](capacity: kinds.count) { output in
      let (kinds, details, table) = (kinds.span, details.span, table.span)
      for i in kinds.indices { output.append(table[kinds[i] == .word ? Int(details[i]) : 0]) }
    }
  }

  package var count: Int { lowers.count }

  package func lower(_ i: Int) -> Int { Int(lowers[i]) }
  package func upper(_ i: Int) -> Int { Int(uppers[i]) }
  package func span(_ i: Int) -> ByteSpan { ByteSpan(Int(lowers[i]), Int(uppers[i])) }

  /// From the first byte of the first token to the last of the last; the range must not be empty.
  package func span(_ range: Range<Int>) -> ByteSpan { ByteSpan(lower(range.lowerBound), upper(range.upperBound - 1)) }

  package func text(_ span: ByteSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }
  package func text(_ i: Int) -> String { text(span(i)) }
  package func text(_ range: Range<Int>) -> String { range.isEmpty ? "" : text(span(range)) }

  /// The text of a range on one line: every stretch of white space is one space.
  package func line(_ range: Range<Int>) -> String {
    if isOneLine(range) { return text(range) }
    var bytes: [UInt8] = []
    for i in range {
      if i > range.lowerBound, flags[i].contains(.spaced) { bytes.append(0x20) }
      bytes.append(contentsOf: self.bytes[lower(i)..<upper(i)])
    }
    return String(decoding: bytes, as: UTF8.self)
  }

  /// The same where `known` may be that text: then no other string is made of it.
  func line(_ range: Range<Int>, unless known: String) -> String {
    isLine(range, known) ? known : line(range)
  }

  private func isLine(_ range: Range<Int>, _ known: String) -> Bool {
    guard !range.isEmpty, case let span = span(range), known.utf8.count == span.count, isOneLine(range) else {
      return false
    }
    return zip(span.range, known.utf8).allSatisfy { bytes[$0] == $1 }
  }

  /// Whether nothing but single blanks stands between tokens.
  private func isOneLine(_ range: Range<Int>) -> Bool {
    for i in range.dropFirst() {
      let (end, start) = (upper(i - 1), lower(i))
      guard end == start && !flags[i].contains(.spaced) || end + 1 == start && bytes[end] == 0x20 else { return false }
    }
    return true
  }

  /// The lexicon's entry for a word, an empty one for anything else and past either end.
  package func entry(_ i: Int) -> Lexicon.Entry {
    guard i >= 0, i < kinds.count else { return entries[0] }
    return switch kinds[i] {
    case .word, .clitic: entries[Int(details[i])]
    default: entries[0]
    }
  }

  /// False past either end.
  @inline(__always) package func isWord(_ i: Int) -> Bool { i >= 0 && i < kinds.count && kinds[i] == .word }

  /// Whether token `i` is this word, in any case; false past either end.
  @inline(__always) package func isKey(_ i: Int, _ key: Key) -> Bool {
    i >= 0 && i < kinds.count && (kinds[i] == .word || kinds[i] == .clitic) && details[i] == UInt32(key.rawValue)
  }

  @inline(__always) package func isAny(_ i: Int, _ classes: WordClass) -> Bool {
    i >= 0 && i < self.classes.count && !self.classes[i].isDisjoint(with: classes)
  }

  @inline(__always) package func isAny(_ i: Int, _ classes: NameClass) -> Bool {
    i >= 0 && i < nameClasses.count && !nameClasses[i].isDisjoint(with: classes)
  }

  /// Whether token `i` is this symbol.
  @inline(__always) package func isSymbol(_ i: Int, _ scalar: Unicode.Scalar) -> Bool {
    i >= 0 && i < kinds.count && kinds[i] == .symbol && details[i] == scalar.value
  }

  package func numeral(_ i: Int) -> Numeral? {
    i >= 0 && i < kinds.count && kinds[i] == .number ? numerals[Int(details[i])] : nil
  }

  @inline(__always) package func isCapital(_ i: Int) -> Bool {
    i >= 0 && i < flags.count && flags[i].contains(.capital)
  }
  @inline(__always) package func isSpaced(_ i: Int) -> Bool { i >= 0 && i < flags.count && flags[i].contains(.spaced) }

  /// Hyphen, non-breaking hyphen, en or em dash, minus.
  @inline(__always) package func isDash(_ i: Int) -> Bool {
    i >= 0 && i < kinds.count && kinds[i] == .symbol && Self.isDash(details[i])
  }

  static func isDash(_ scalar: UInt32) -> Bool {
    switch scalar {
    case 0x2D, 0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212: return true
    default: return false
    }
  }

  /// A hyphen without space on either side: `600-mile`.
  @inline(__always) package func isHyphen(_ i: Int) -> Bool {
    isDash(i) && details[i] != 0x2014 && !isSpaced(i) && i + 1 < count && !isSpaced(i + 1)
  }

  /// Index of the first token that starts at or after a byte offset, looked for from a token on that starts before it.
  package func index(atOrAfter offset: Int, from first: Int) -> Int {
    var i = first
    let end = min(first + 64, lowers.count)
    while i < end, Int(lowers[i]) < offset { i += 1 }
    return i < end ? i : index(atOrAfter: offset)
  }

  /// Index of the first token that starts at or after a byte offset; logarithmic.
  package func index(atOrAfter offset: Int) -> Int {
    var (low, high) = (0, lowers.count)
    while low < high {
      let middle = (low + high) / 2
      if Int(lowers[middle]) < offset { low = middle + 1 } else { high = middle }
    }
    return low
  }
}
