import IbidSource
import IbidTypes

/// Splits a text into tokens in one pass over its bytes.
///
/// Any bytes will do: what is not UTF-8 becomes symbols of one byte. Time and space are linear in the text.
package struct Tokenizer {
  let bytes: [UInt8]
  /// Written as one record a token, which `Tokens` keeps as an array for each field.
  var found: [Found] = []
  var numerals: [Numeral] = []
  let lexicon = Lexicon.shared
  var position = 0
  /// The end of the last token.
  var last = 0
  var pending: TokenFlags = []
  private var homeLetters = HomeLetters()

  struct Found {
    var lower: UInt32
    var upper: UInt32
    var detail: UInt32
    var kind: TokenKind
    var flags: TokenFlags
  }

  /// The tokens of a text of less than 4 GB; none at all of a longer one, whose offsets would not fit.
  package static func tokens(of bytes: [UInt8]) -> Tokens {
    var tokenizer = Tokenizer(bytes)
    if bytes.count < Int(UInt32.max) { tokenizer.run() }
    return tokenizer.finish()
  }

  private init(_ bytes: [UInt8]) { self.bytes = bytes }

  private consuming func finish() -> Tokens {
    Tokens(
      bytes: bytes, lowers: column { $0.lower }, uppers: column { $0.upper }, kinds: column { $0.kind },
      flags: column { $0.flags }, details: column { $0.detail }, numerals: numerals)
  }

  @inline(__always) private func column<Value>(_ field: (Found) -> Value) -> [Value] {
    [Value](capacity: found.count) { output in
      let found = found.span
      for i in found.indices { output.append(field(found[i])) }
    }
  }

  private mutating func run() {
    found.reserveCapacity(bytes.count / 4 + 8)
    while position < bytes.count { step() }
  }

  private mutating func step() {
    // Nearly all characters are letters, blanks, digits and signs of ASCII.
    switch bytes[position] {
    case 0x41...0x5A, 0x61...0x7A:
      word()
      // As stands behind nearly every word.
      if position < bytes.count, bytes[position] == 0x20 {
        pending = .spaced
        position += 1
      }
    case 0x20:
      pending.insert(.spaced)
      position += 1
    case 0x0A, 0x0D:
      pending.formUnion([.spaced, .lineStart])
      position += 1
    case 0x30...0x39: number()
    case 0x2E where startsDecimals: pointedNumber()
    case let byte where byte > 0x20 && byte < 0x7F: append(.symbol, 1, UInt32(byte))
    default: otherStep()
    }
  }

  /// A step at a control character or beyond ASCII.
  private mutating func otherStep() {
    let (scalar, width) = self.scalar(at: position)
    switch CharacterClass(scalar) {
    case .space:
      pending.insert(.spaced)
      position += width
    case .lineBreak:
      pending.formUnion([.spaced, .lineStart])
      position += width
    case .ignorable: position += width
    case .digit: number()
    case .fraction(let top, let bottom):
      numerals.append(
        Numeral(
          value: ExactNumber(top, over: bottom), digits: 0, isGrouped: false, decimals: 1, hasLeadingZero: false))
      append(.number, width, UInt32(numerals.count - 1))
    case .letter: word()
    case .symbol:
      let detail = scalar.map(\.value) ?? 0xFFFD
      append(.symbol, width, detail)
    }
  }

  mutating func append(_ kind: TokenKind, _ width: Int, _ detail: UInt32, _ flags: TokenFlags = []) {
    let end = position + width
    if position &- last > 1 || position > last && bytes[position - 1] == 0x09 { pending.insert(.isApart) }
    found.append(
      Found(
        lower: UInt32(truncatingIfNeeded: position), upper: UInt32(truncatingIfNeeded: end), detail: detail, kind: kind,
        flags: flags.union(pending)))
    position = end
    last = end
    pending = []
  }

  /// The scalar at an offset and its width; nil and 1 where the bytes are not UTF-8.
  func scalar(at offset: Int) -> (Unicode.Scalar?, Int) {
    let first = bytes[offset]
    if first < 0x80 { return (Unicode.Scalar(first), 1) }
    let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
    guard first >= 0xC2, first <= 0xF4, offset + width <= bytes.count else { return (nil, 1) }
    var value = UInt32(first) & (0x7F >> UInt32(width))
    for i in 1..<width {
      let next = bytes[offset + i]
      guard next & 0xC0 == 0x80 else { return (nil, 1) }
      value = value << 6 | UInt32(next & 0x3F)
    }
    guard let scalar = Unicode.Scalar(value) else { return (nil, 1) }
    return (scalar, width)
  }

  func text(_ span: ByteSpan) -> String { String(decoding: bytes[span.range], as: UTF8.self) }

  func byte(_ offset: Int) -> UInt8 { offset < bytes.count ? bytes[offset] : 0 }

  static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

  // MARK: Words

  private mutating func word() {
    if !shortWord() { anyWord() }
  }

  /// Reads a word of two to seven letters of ASCII that nothing goes on behind, as most words are.
  private mutating func shortWord() -> Bool {
    guard position + 8 <= bytes.count else { return false }
    let eight = EightBytes(bytes.span, at: position)
    let letters = eight.lettersInFront
    guard letters > 1, letters < 8, Self.endsWord(bytes[position + letters]) else { return false }
    var flags: TokenFlags = []
    if eight.bytes & 0x20 == 0 {
      flags = eight.capitals(among: letters) == letters ? [.capital, .allCapitals] : .capital
    }
    let id = lexicon.id(ofShort: eight.small.bytes & ~(UInt64.max << UInt64(letters * 8)))
    append(.word, letters, UInt32(truncatingIfNeeded: id), flags)
    return true
  }

  /// A blank or a sign behind letters, no digit, apostrophe or letter of another alphabet.
  private static func endsWord(_ byte: UInt8) -> Bool { byte < 0x80 && byte != 0x27 && byte &- 0x30 > 9 }

  private mutating func anyWord() {
    let start = position
    var flags: TokenFlags = []
    var hash = WordHash()
    var capitals = 0
    var end = plainLetters(from: start, &hash, &capitals)
    var letters = end - start
    if letters > 0, bytes[start] < 0x60 { flags.insert(.capital) }
    if letters > 1, end < bytes.count, Self.endsWord(bytes[end]) {
      if capitals == letters { flags.insert(.allCapitals) }
      append(.word, letters, UInt32(truncatingIfNeeded: lexicon.id(of: bytes, start, end, hash: hash.value)), flags)
      return
    }
    while end < bytes.count, case let byte = bytes[end], byte > 0x20 {
      if Self.isLetter(byte) {
        if byte < 0x60 {
          if letters == 0 { flags.insert(.capital) }
          capitals += 1
        }
        letters += 1
        hash.append(byte | 0x20)
        end += 1
      } else if Self.isDigit(byte) {
        if !flags.contains(.hasDigit), isCurrency(from: start, to: end) { break }
        flags.insert(.hasDigit)
        hash.append(byte)
        end += 1
      } else if let width = apostrophe(at: end), letters == 1, Self.isCapitalByte(self.byte(end + width)) {
        // O'Neil, D’Arcy: the apostrophe is part of the name.
        hash.append(UInt8(ascii: "'"))
        end += width
      } else if let width = apostrophe(at: end), flags.contains(.capital), isInsideName(end + width) {
        hash.append(UInt8(ascii: "'"))
        end += width
      } else if byte >= 0x80 {
        let (scalar, width) = self.scalar(at: end)
        guard case .letter = CharacterClass(scalar) else { break }
        if CharacterClass.isCapital(scalar) {
          if letters == 0 { flags.insert(.capital) }
          capitals += 1
        }
        letters += 1
        for i in 0..<width { hash.append(bytes[end + i]) }
        end += width
      } else if byte == UInt8(ascii: "."), letters == 1 || flags.contains(.isDotted), isInitial(at: end, from: start) {
        flags.insert(.isDotted)
        hash.append(byte)
        end += 1
      } else {
        break
      }
    }
    if letters > 1, capitals == letters { flags.insert(.allCapitals) }
    let id = lexicon.id(of: bytes, start, end, hash: hash.value)
    append(.word, end - start, UInt32(id), flags)
    if let width = apostrophe(at: end), Self.isLetter(self.byte(end + width)) { clitic(width) }
  }

  /// The end of the run of ASCII letters at an offset; counts its capitals and adds it to the hash, eight letters at a time.
  private func plainLetters(from start: Int, _ hash: inout WordHash, _ capitals: inout Int) -> Int {
    let text = bytes.span
    var end = start
    while end + 8 <= text.count {
      let eight = EightBytes(text, at: end)
      let letters = eight.lettersInFront
      capitals += eight.capitals(among: letters)
      hash.append(eight.small.bytes, count: letters)
      end += letters
      if letters < 8 { return end }
    }
    while end < text.count, case let byte = text[end], Self.isLetter(byte) {
      if byte < 0x60 { capitals += 1 }
      hash.append(byte | 0x20)
      end += 1
    }
    return end
  }

  /// `CHF500`, `KSh412`, `R2.5 billion`, `$US30`: letters glued to an amount are a word of their own.
  ///
  /// One letter is taken for a currency only where the number is grouped or scaled, or where the text is about the country
  /// that writes it so; `A141` is a road.
  private mutating func isCurrency(from start: Int, to end: Int) -> Bool {
    guard end - start <= 4, Self.isCapitalByte(byte(start)) else { return false }
    let text = text(ByteSpan(start, end))
    if start > 0, byte(start - 1) == UInt8(ascii: "$") {
      return CurrencyWords.dollarLetters[MoneyReader.lowercased(text)] != nil
    }
    guard CurrencyWords.prefixes[text] != nil || end - start == 3 && Currency.codes.contains(text) else { return false }
    guard CurrencyWords.isDoubtful(prefix: text) else { return true }
    var next = end
    while Self.isDigit(byte(next)) || byte(next) == UInt8(ascii: ".") || byte(next) == UInt8(ascii: ",") {
      if byte(next) == UInt8(ascii: ","), next > end, Self.isDigit(byte(next + 1)) { return true }
      next += 1
    }
    if end - start == 1, homeLetters.isAmount(at: end, in: bytes, letter: byte(start)) { return true }
    // "R318-million"
    if byte(next) == UInt8(ascii: " ") || byte(next) == UInt8(ascii: "-") { next += 1 }
    var last = next
    var hash = WordHash()
    while Self.isLetter(byte(last)), last < next + 24 {
      hash.append(byte(last) | 0x20)
      last += 1
    }
    let entry = lexicon.entries[lexicon.id(of: bytes, next, last, hash: hash.value)]
    return entry.classes.contains(.scale) || last == next + 1 && entry.number >= 6
  }

  /// `Nuku'alofa`, `Thang'wa`: small letters behind an apostrophe that are no clitic of English.
  private func isInsideName(_ start: Int) -> Bool {
    var end = start
    while end < start + 8, Self.isLetter(byte(end)), byte(end) >= 0x60 { end += 1 }
    guard end > start, byte(end) < 0x80 else { return false }
    switch end - start {
    case 1: return "aeiou".utf8.contains(byte(start))
    case 2: return !Self.clitics.contains(where: { $0.elementsEqual(bytes[start..<end]) })
    default: return true
    }
  }

  private static let clitics = ["re", "ve", "ll", "em", "er", "st", "il"].map { Array($0.utf8) }

  /// `’s`, `'ve`: an apostrophe and the letters after it.
  private mutating func clitic(_ apostrophe: Int) {
    var end = position + apostrophe
    while Self.isLetter(byte(end)) { end += 1 }
    let id = lexicon.clitic(of: bytes, position + apostrophe, end)
    append(.clitic, end - position, UInt32(id))
  }

  /// Whether the full stop at `offset` belongs to dotted initials: one letter before it, and a letter with a full stop
  /// after it or another dotted letter before it.
  private func isInitial(at offset: Int, from start: Int) -> Bool {
    guard offset > start, Self.isLetter(byte(offset - 1)) else { return false }
    if offset - 1 > start { return byte(offset - 2) == UInt8(ascii: ".") }
    return Self.isLetter(byte(offset + 1)) && byte(offset + 2) == UInt8(ascii: ".")
  }

  private static func isCapitalByte(_ byte: UInt8) -> Bool { byte >= 0x41 && byte <= 0x5A }

  /// Width of an apostrophe (straight or U+2019) at an offset.
  private func apostrophe(at offset: Int) -> Int? {
    if byte(offset) == UInt8(ascii: "'") { return 1 }
    return byte(offset) == 0xE2 && byte(offset + 1) == 0x80 && byte(offset + 2) == 0x99 ? 3 : nil
  }
}
