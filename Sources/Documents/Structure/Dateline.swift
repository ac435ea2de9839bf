import IbidSource

/// The place and date before the first sentence: `WASHINGTON, March 5, 2024 —`, `Brussels, 5 March 2024 –`, `LONDON (Reuters) -`.
struct Dateline {
  var date: PublishedDate?
  /// The news agency named in brackets.
  var agency: ByteSpan?
  /// Whether the agency is named in full words, and not only known by its letters.
  var namesAgency = false
  /// Whether it came over a service that carries the releases of others: `/PRNewswire/`, `(BUSINESS WIRE)`.
  var isPressWire = false

  static func parse(_ span: ByteSpan, in view: TextView) -> Dateline? {
    view.reading(.isDateline, of: span) { read(span, view) }
  }

  private static func read(_ span: ByteSpan, _ view: TextView) -> Dateline? {
    let head = ByteSpan(span.lower, min(span.upper, span.lower + 110))
    // Dates have digits, agencies brackets, wires one or strokes; many lines begin without any.
    let bytes = view.bytes.span
    let first = bytes.next(from: head.lower, to: head.upper) { $0.digits | $0.equal(to: 0x28) | $0.equal(to: 0x2F) }
    let mayBeOne = (first..<head.upper).contains {
      (0x30...0x39).contains(bytes[$0]) || bytes[$0] == 0x28 || bytes[$0] == 0x2F
    }
    guard mayBeOne else { return nil }
    var line = Dateline()
    line.isPressWire = head.range.contains { offset in
      (view.bytes[offset] == 0x2F || view.bytes[offset] == 0x28) && pressWires.begin(at: offset + 1, in: view)
    }
    var offset = head.lower
    while offset < head.upper {
      // Nothing begins behind a letter.
      if offset > head.lower, Characters.isPlainLetter(bytes[offset]), Characters.isPlainLetter(bytes[offset - 1]) {
        offset += 1
        continue
      }
      let (value, width) = view.scalar(at: offset)
      let isStart = offset == head.lower || !Characters.isWord(view.scalar(before: offset).value)
      if isStart, Characters.isWord(value), let date = WrittenDate.parse(at: offset, upper: head.upper, in: view),
        date.date.month != nil
      {
        let end = line.readAgency(from: date.span.upper, head, view)
        let place = ByteSpan(head.lower, offset)
        let isSigned = line.agency != nil && !line.namesAgency && view.holdsWord(place)
        if isSigned || endsWithDash(end, head, view) || isPlaceAndDay(place, date, end, head, view),
          isPlace(place, view)
        {
          line.date = date
        } else {
          line.agency = nil
        }
        break
      }
      if value == 0x28, let close = view.bytes[offset..<head.upper].firstIndex(of: UInt8(ascii: ")")) {
        let name = ByteSpan(offset + 1, close)
        // Letters before a dash are those of an agency, whichever it is: "TUNIS, Tunisia (QP) --".
        let isKnown =
          agencies.contains(name, in: view)
          || (2...3).contains(name.count) && view.bytes[name.range].allSatisfy { (0x41...0x5A).contains($0) }
            && offset > head.lower && endsWithDash(close + 1, head, view)
        // Brackets that begin the line hold the place.
        let isNamed =
          offset > head.lower && MetaLine.isNames(name, in: view) && name.count >= 4
          && endsWithDash(close + 1, head, view)
        if isKnown || isNamed, isPlace(ByteSpan(head.lower, offset), view) {
          line.agency = name
          line.namesAgency = !isKnown
        }
      }
      offset += width
    }
    if line.isPressWire { line.agency = nil }
    return line.date == nil && line.agency == nil && !line.isPressWire ? nil : line
  }

  /// A place, a day and then a colon or a full stop: `Nairobi, 5 March 2024: The port …`.
  private static func isPlaceAndDay(
    _ place: ByteSpan, _ date: PublishedDate, _ end: Int, _ head: ByteSpan, _ view: TextView
  ) -> Bool {
    let sign = end < head.upper ? view.bytes[end] : 0
    guard date.date.day != nil, sign == UInt8(ascii: ":") || sign == UInt8(ascii: "."),
      view.holdsWord(place)
    else { return false }
    let next = view.skipSpace(from: end + 1, to: head.upper)
    return next > end + 1 && Characters.isUpper(view.scalar(at: next).value)
  }

  /// Reads a name in brackets after the date (`(Reuters)`); the offset after it, or the one given.
  mutating func readAgency(from offset: Int, _ head: ByteSpan, _ view: TextView) -> Int {
    let open = view.skipSpace(from: offset, to: head.upper)
    guard open < head.upper, view.bytes[open] == UInt8(ascii: "("),
      let close = view.bytes[open..<head.upper].firstIndex(of: UInt8(ascii: ")"))
    else { return offset }
    let name = view.trimmed(ByteSpan(open + 1, close))
    guard !name.isEmpty, name.count <= 40, MetaLine.isNames(name, in: view) else { return offset }
    agency = name
    // Letters behind a place and a day are those of an agency, whichever it is: "Lagos, March 5, 2024 (QPA)".
    let isLetters = (2...5).contains(name.count) && view.bytes[name.range].allSatisfy { (0x41...0x5A).contains($0) }
    namesAgency = !isLetters && !Self.agencies.contains(name, in: view)
    return close + 1
  }

  static func endsWithDash(_ offset: Int, _ head: ByteSpan, _ view: TextView) -> Bool {
    var offset = offset
    for _ in 0..<5 {
      let (value, width) = view.scalar(at: offset)
      if Characters.isDash(value) || value == 0x2F { return true }
      guard offset < head.upper,
        Characters.isSpace(value) || value == 0x29 || value == 0x2C || value == 0x3A || value == 0x2E
      else {
        return false
      }
      offset += width
    }
    return false
  }

  /// Nothing, or names of a place with commas, dashes and brackets.
  static func isPlace(_ span: ByteSpan, _ view: TextView) -> Bool {
    let words = view.words(in: span, limit: 9)
    guard let first = words.first else { return true }
    guard words.count <= 7, !Abbreviations.starters.contains(first.span, in: view) else { return false }
    return words.allSatisfy {
      Characters.isUpper(view.scalar(at: $0.span.lower).value) || $0.hasDigit || view.isWord($0, "and")
    }
  }

  private static let pressWires: Prefixes = [
    "prnewswire", "pr newswire", "business wire", "businesswire", "globe newswire", "globenewswire", "cnw",
    "accesswire",
    "access newswire", "newsfile", "marketwire", "marketwired", "ein presswire", "news aktuell", "ots", "apo group",
  ]

  static let agencies: LineTable<Void> = [
    "reuters", "ap", "afp", "dpa", "ansa", "pa", "upi", "efe", "aap", "bloomberg", "cnn", "xinhua", "tass", "interfax",
    "kyodo",
  ]
}
