import IbidSource

/// Recognises what a web page puts around a text: share buttons, menus, notices about cookies, lists of other pages.
///
/// A few sorts are furniture wherever they stand (`isFurniture`). Others only look like it and are text in the middle of a
/// document: a notice may be quoted, and a row of a table looks like a menu. Those are asked about near the ends of a page.
enum Furniture {
  /// What a phrase at the start of a line tells of the line.
  enum Sign: Sendable {
    /// The line is furniture if it says no more than this.
    case whole
    /// The line is furniture, whatever follows.
    case beginning
    /// The line heads a list of other pages.
    case box
    /// The line is furniture if it ends with a colon: "Follow The Quay Gazette:".
    case leadIn
  }

  /// Bytes; longer blocks are text, whatever they begin with.
  private static let longest = 160

  /// Whether a block is furniture by its own words, wherever it stands.
  static func isFurniture(_ block: Block, in view: TextView) -> Bool {
    guard block.kind != .table else { return false }
    return isFurniture(block.span, in: view)
      || block.lineCount == 1 && block.gap > 0 && isRunningHead(block.span, in: view)
  }

  static func isFurniture(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count <= longest && view.answer(.isFurniture, about: span) { looksLikeFurniture(span, view) }
  }

  private static func looksLikeFurniture(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard view.holdsWord(span) else { return true }
    let span = unframed(span, in: view)
    for match in phrases.matches(at: span, in: view) {
      switch match.meaning {
      case .beginning:
        // "Posted in Ports on 5 March 2024": the day of a text.
        if view.holdsDigit(span), view.starts(with: "posted in ", at: span.lower) { return false }
        return true
      case .leadIn: if view.bytes[span.upper - 1] == UInt8(ascii: ":") { return true }
      case .box: if view.words(in: span, limit: 6).count <= 5 { return true }
      case .whole:
        let rest = view.trimmed(ByteSpan(match.end, span.upper))
        if rest.isEmpty || view.bytes[rest.lower] == UInt8(ascii: ":") || isCount(rest, in: view) { return true }
      }
    }
    let words = view.words(in: span, limit: 14)
    return isMenuButton(span, words, in: view) || isToolBar(span, words, in: view)
      || isPageNumber(span, words, in: view)
  }

  /// How many there are, or which of them it is: `Comments 12`, `Advertisement 1`.
  private static func isCount(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count <= 4 && view.bytes[span.range].allSatisfy { Characters.isDigit(UInt32($0)) }
  }

  /// A button that opens a menu, as programs that read pages aloud name it: `Sports Open dropdown menu`.
  private static func isMenuButton(_ span: ByteSpan, _ words: Words, in view: TextView) -> Bool {
    span.count <= 60 && !Characters.isDigit(UInt32(view.bytes[span.lower]))
      && words.prefix(9).contains(where: menuButtons.contains)
  }

  private static let menuButtons: WordHashes = ["dropdown", "submenu", "submenus", "navbar"]

  /// Without brackets around the whole or arrows before it: `[Skip to content]`, `← Back to news`.
  private static func unframed(_ span: ByteSpan, in view: TextView) -> ByteSpan {
    var inner = span
    let (first, last) = (view.bytes[inner.lower], view.bytes[inner.upper - 1])
    if first == 0x28 || first == 0x5B, last == 0x29 || last == 0x5D {
      inner = ByteSpan(inner.lower + 1, inner.upper - 1)
    }
    while inner.lower < inner.upper, view.bytes[inner.lower] >= 0x80 || view.bytes[inner.lower] == UInt8(ascii: "<") {
      let (value, width) = view.scalar(at: inner.lower)
      guard isArrow(value) else { break }
      inner = ByteSpan(view.skipSpace(from: inner.lower + width, to: inner.upper), inner.upper)
    }
    return inner.isEmpty ? span : inner
  }

  private static func isArrow(_ value: UInt32) -> Bool {
    (0x2190...0x21FF).contains(value) || (0x25B2...0x25C5).contains(value) || value == 0x2039 || value == 0x203A
      || value == 0xAB || value == 0xBB || value == 0x3C
  }

  /// A heading such as "Related stories" or "Most read", under which the titles of other pages stand.
  static func opensBox(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count <= 60 && view.words(in: span, limit: 6).count <= 5
      && phrases.longest(at: span, in: view)?.meaning == .box
  }

  /// Nothing but names of buttons: `Facebook  X  E-mail`, `Listen    Print    Share`.
  private static func isToolBar(_ span: ByteSpan, _ words: Words, in view: TextView) -> Bool {
    guard let first = words.first, tools.contains(first) else { return false }
    return words.count <= 12 && words.allSatisfy(tools.contains)
      && Characters.isUpper(view.scalar(at: span.lower).value)
  }

  /// `Page 3 of 7`, `Reports of the Commission – Page 3`.
  private static func isPageNumber(_ span: ByteSpan, _ words: Words, in view: TextView) -> Bool {
    guard span.count <= 80 else { return false }
    // "Statements by Ministers – Page 1"
    if (3...12).contains(words.count), let last = words.last, last.hasDigit, last.span.upper == span.upper,
      view.starts(with: "page ", at: words[words.count - 2].span.lower), words[words.count - 2].span.upper < span.upper,
      Characters.isDash(
        view.scalar(before: view.trimmed(ByteSpan(span.lower, words[words.count - 2].span.lower)).upper).value)
        || view.bytes[view.trimmed(ByteSpan(span.lower, words[words.count - 2].span.lower)).upper - 1] == 0x7C
    {
      return true
    }
    return words.count == 4 && view.starts(with: "page ", at: span.lower) && words[1].hasDigit && words[3].hasDigit
  }

  /// Capitals, a wide gap and a page number: `HARBOUR REPORT – SUMMARY          3`.
  private static func isRunningHead(_ span: ByteSpan, in view: TextView) -> Bool {
    guard span.count <= 120, view.holdsDigit(ByteSpan(max(span.lower, span.upper - 3), span.upper)) else {
      return false
    }
    let words = view.words(in: span, limit: 14)
    guard (3...12).contains(words.count), let last = words.last, last.hasDigit, last.span.count <= 3,
      last.span.upper == span.upper, !words.dropLast().contains(where: \.hasDigit), !Headline.holdsLower(span, in: view)
    else { return false }
    let gap = ByteSpan(words[words.count - 2].span.upper, last.span.lower)
    return gap.count >= 8 && view.trimmed(gap).isEmpty && !view.bytes[gap.range].contains(0x09)
  }

  // MARK: Near the ends of a page

  /// A notice about cookies, consent, copyright or confidence; to be asked near the ends of a page only.
  static func isNotice(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count <= 700 && view.answer(.isNotice, about: span) { looksLikeNotice(span, view) }
  }

  private static func looksLikeNotice(_ span: ByteSpan, _ view: TextView) -> Bool {
    if notices.longest(at: span, in: view) != nil { return true }
    let words = view.words(in: span)
    return words.contains(where: cookies.contains) && words.contains(where: consent.contains)
  }

  /// A line that tells how to reach somebody: it holds an address of mail or the web, or a telephone number after a word for it.
  static func isContact(_ span: ByteSpan, in view: TextView) -> Bool {
    span.count <= 260 && view.answer(.isContact, about: span) { looksLikeContact(span, view) }
  }

  private static func looksLikeContact(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard view.mayHold([.at, .digit], in: span) else { return false }
    // Few lines hold an "@" or eight digits.
    let words = view.words(in: span)
    let isAddress = view.mayHold(.at, in: span) && view.first(UInt8(ascii: "@"), in: span) != nil
    guard isAddress || words.reduce(0, { $0 + ($1.hasDigit ? $1.span.count : 0) }) >= 8 else { return false }
    var digits = 0
    for offset in span.range {
      let byte = view.bytes[offset]
      if Characters.isDigit(UInt32(byte)) {
        digits += 1
        continue
      }
      switch byte {
      case 0x20, 0x2D, 0x28, 0x29, 0x2B, 0x2F, 0xC2, 0xA0: continue
      default: break
      }
      if digits >= 8 { break }
      digits = 0
    }
    let hasNumber = digits >= 8 && !areYears(words, view)
    guard isAddress || hasNumber else { return false }
    let isTelephone = words.contains(where: telephones.contains)
    return isAddress && words.count <= 30 || hasNumber && (isTelephone || words.count <= 14)
  }

  /// `2013-2014` where no other digits are: years, and no number that somebody answers.
  private static func areYears(_ words: Words, _ view: TextView) -> Bool {
    let numbers = words.filter(\.hasDigit).map { view.bytes[$0.span.range] }
    return numbers.count <= 2
      && numbers.allSatisfy { number in
        number.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).allSatisfy { year in
          year.count == 4 && (year.starts(with: "19".utf8) || year.starts(with: "20".utf8))
        }
      }
  }
}
