import IbidSource

/// The place and date before the first sentence: `WASHINGTON, March 5, 2024 —`, `Brussels, 5 March 2024 –`, `LONDON (Reuters) -`.
struct Dateline {
  var date: PublishedDate?
  /// The news agency named in brackets.
  var agency: ByteSpan?
  /// Whether the agency is named in full words, and not only known by its letters.
  var namesAgency = false

  static func parse(_ span: ByteSpan, in view: TextView) -> Dateline? {
    let head = ByteSpan(span.lower, min(span.upper, span.lower + 90))
    var line = Dateline()
    var offset = head.lower
    while offset < head.upper {
      let (value, width) = view.scalar(at: offset)
      let isStart = offset == head.lower || !Characters.isWord(view.scalar(before: offset).value)
      if isStart, Characters.isWord(value), let date = WrittenDate.parse(at: offset, upper: head.upper, in: view),
        date.date.month != nil
      {
        let end = line.readAgency(from: date.span.upper, head, view)
        if endsWithDash(end, head, view), isPlace(ByteSpan(head.lower, offset), view) {
          line.date = date
        } else {
          line.agency = nil
        }
        break
      }
      if value == 0x28, let close = view.bytes[offset..<head.upper].firstIndex(of: UInt8(ascii: ")")) {
        let name = ByteSpan(offset + 1, close)
        let isKnown = agencies.contains(view.lowercased(name))
        let isNamed = MetaLine.isNames(name, in: view) && name.count >= 4 && endsWithDash(close + 1, head, view)
        if isKnown || isNamed, isPlace(ByteSpan(head.lower, offset), view) {
          line.agency = name
          line.namesAgency = !isKnown
        }
      }
      offset += width
    }
    return line.date == nil && line.agency == nil ? nil : line
  }

  /// Reads a name in brackets after the date (`(Reuters)`); the offset after it, or the one given.
  private mutating func readAgency(from offset: Int, _ head: ByteSpan, _ view: TextView) -> Int {
    let open = view.skipSpace(from: offset, to: head.upper)
    guard open < head.upper, view.bytes[open] == UInt8(ascii: "("),
      let close = view.bytes[open..<head.upper].firstIndex(of: UInt8(ascii: ")"))
    else { return offset }
    let name = view.trimmed(ByteSpan(open + 1, close))
    guard !name.isEmpty, name.count <= 40, MetaLine.isNames(name, in: view) else { return offset }
    agency = name
    namesAgency = !Self.agencies.contains(view.lowercased(name))
    return close + 1
  }

  private static func endsWithDash(_ offset: Int, _ head: ByteSpan, _ view: TextView) -> Bool {
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
  private static func isPlace(_ span: ByteSpan, _ view: TextView) -> Bool {
    let words = view.words(in: span, limit: 9)
    guard let first = words.first else { return true }
    guard words.count <= 7, !Abbreviations.starters.contains(view.string(first.span)) else { return false }
    return words.allSatisfy {
      Characters.isUpper(view.scalar(at: $0.span.lower).value) || $0.hasDigit || view.lowercased($0.span) == "and"
    }
  }

  private static let agencies: Set<String> = [
    "reuters", "ap", "afp", "dpa", "ansa", "pa", "upi", "efe", "aap", "bloomberg", "cnn", "xinhua", "tass", "interfax",
    "kyodo",
  ]
}
