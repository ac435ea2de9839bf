import IbidSource

/// Finds the sentences of a paragraph.
///
/// A sentence ends at `.`, `!`, `?` or `…` with what closes after it (quotes, brackets, footnote marks), when white space
/// and the start of another sentence follow and no abbreviation explains the mark. A boundary without white space
/// counts only between a small-letter word and a capitalised one. Semicolons and colons never end a sentence; a line break is
/// white space. One pass; each mark looks at most a few dozen bytes back and ahead.
struct SentenceSplitter {
  let text: TextView

  /// The sentences of a span in order, without the white space between them. All other text is in one of them.
  func sentences(in span: ByteSpan) -> [ByteSpan] {
    var found: [ByteSpan] = []
    addSentences(in: span, to: &found)
    return found
  }

  /// Adds the sentences of a span.
  func addSentences(in span: ByteSpan, to found: inout [ByteSpan]) {
    let inner = text.trimmed(span)
    var start = inner.lower
    var offset = start
    let bytes = text.bytes.span
    while offset < inner.upper {
      // Most bytes can begin no mark.
      offset = bytes.next(from: offset, to: inner.upper, marks)
      guard offset < inner.upper else { break }
      let byte = bytes[offset]
      guard byte <= 0x3F || byte >= 0xE2, byte == 0x2E || byte == 0x21 || byte == 0x3F || byte == 0xE2 || byte == 0xE3,
        case let markEnd = endOfMark(at: offset, upper: inner.upper), markEnd > offset
      else {
        offset += 1
        continue
      }
      let mark = Mark(start: offset, end: markEnd, sentenceStart: start, upper: inner.upper)
      if let boundary = boundary(after: mark) {
        found.append(ByteSpan(start, boundary.end))
        start = boundary.next
        offset = max(boundary.next, markEnd)
      } else {
        offset = markEnd
      }
    }
    if start < inner.upper { found.append(text.trimmed(ByteSpan(start, inner.upper))) }
  }

  /// Whether some sentence may end in a span; where none does, it is one sentence.
  func mayHoldEnd(_ span: ByteSpan) -> Bool {
    let start = text.bytes.span.next(from: span.lower, to: span.upper, marks)
    for offset in start..<span.upper {
      switch text.bytes[offset] {
      case 0x2E, 0x21, 0x3F, 0xE3: return true
      case 0xE2 where offset + 2 < span.upper && text.bytes[offset + 1] == 0x80 && text.bytes[offset + 2] == 0xA6:
        return true
      default: break
      }
    }
    return false
  }

  /// What a run of sentence marks may begin with.
  @inline(__always) private func marks(_ eight: EightBytes) -> UInt64 {
    eight.equal(to: 0x2E) | eight.equal(to: 0x21) | eight.equal(to: 0x3F) | eight.beyondASCII
  }

  /// A run of sentence marks and the limits around it.
  private struct Mark {
    var start: Int
    var end: Int
    var sentenceStart: Int
    var upper: Int
  }

  /// End of the run of `.`, `!`, `?`, `…`, `。` that starts here; the offset itself when none does.
  private func endOfMark(at offset: Int, upper: Int) -> Int {
    var end = offset
    while end < upper {
      switch text.bytes[end] {
      case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): end += 1
      case 0xE2 where end + 2 < upper && text.bytes[end + 1] == 0x80 && text.bytes[end + 2] == 0xA6: end += 3
      case 0xE3 where end + 2 < upper && text.bytes[end + 1] == 0x80 && text.bytes[end + 2] == 0x82: end += 3
      default: return end
      }
    }
    return end
  }

  /// Where the sentence ends and the next one starts, if it ends at this mark.
  private func boundary(after mark: Mark) -> (end: Int, next: Int)? {
    let closed = endOfClosers(from: mark.end, upper: mark.upper)
    if closed >= mark.upper { return nil }
    let (value, _) = text.scalar(at: closed)
    guard Characters.isSpace(value) else { return gluedBoundary(after: mark, closed: closed) }
    let next = text.skipSpace(from: closed, to: mark.upper)
    guard next < mark.upper, startsSentence(at: next, after: mark, closed: closed) else { return nil }
    return (closed, next)
  }

  /// Past closing quotes, brackets, emphasis and footnote marks (`[12]`, `¹`).
  private func endOfClosers(from offset: Int, upper: Int) -> Int {
    var offset = offset
    while offset < upper {
      let (value, width) = text.scalar(at: offset)
      if Characters.isCloser(value) || value == 0xB9 || value == 0xB2 || value == 0xB3
        || (0x2070...0x2079).contains(value)
      {
        offset += width
      } else if value == 0x5B, let end = endOfFootnote(at: offset, upper: upper) {
        offset = end
      } else {
        break
      }
    }
    return min(offset, upper)
  }

  private func endOfFootnote(at offset: Int, upper: Int) -> Int? {
    var end = offset + 1
    while end < upper, end - offset <= 3, Characters.isDigit(UInt32(text.bytes[end])) { end += 1 }
    guard end > offset + 1, end < upper, text.bytes[end] == UInt8(ascii: "]") else { return nil }
    return end + 1
  }

  private func startsSentence(at next: Int, after mark: Mark, closed: Int) -> Bool {
    var offset = next
    for _ in 0..<4 {
      let (value, width) = text.scalar(at: offset)
      guard Characters.isOpener(value) || (Characters.isDash(value) && offset == next) else { break }
      offset = text.skipSpace(from: offset + width, to: mark.upper)
    }
    let (value, _) = text.scalar(at: offset)
    if offset >= mark.upper || Characters.isLower(value) { return false }
    guard
      Characters.isWord(value) || (0x20A0...0x20CF).contains(value) || value == 0x24 || value == 0xA3 || value == 0x2022
    else { return false }
    let following = word(from: offset, upper: mark.upper)
    if isEllipsis(mark) { return !isSpaced(mark) || Abbreviations.starters.contains(following, in: text) }
    if mark.end - mark.start == 1, text.bytes[mark.start] == UInt8(ascii: ".") {
      return closed > mark.end && closesQuote(mark.end) || !isAbbreviation(mark, before: following, at: offset)
    }
    return !(closed > mark.end && isAttribution(at: offset, upper: mark.upper))
  }

  private func closesQuote(_ offset: Int) -> Bool { Characters.isQuote(text.scalar(at: offset).value) }

  private func isEllipsis(_ mark: Mark) -> Bool {
    text.bytes[mark.start] == 0xE2
      || (mark.end - mark.start >= 2 && text.bytes[mark.start] == UInt8(ascii: ".")
        && text.bytes[mark.start + 1] == UInt8(ascii: "."))
  }

  private func isSpaced(_ mark: Mark) -> Bool {
    mark.start > mark.sentenceStart && Characters.isSpace(text.scalar(before: mark.start).value)
  }

  /// `Name Surname asked` after a quoted question or call.
  private func isAttribution(at offset: Int, upper: Int) -> Bool {
    var offset = offset
    for _ in 0..<4 {
      let word = word(from: offset, upper: upper)
      if word.isEmpty { return false }
      if Abbreviations.speechVerbs.contains(word, in: text) { return text.scalar(at: word.upper).value != 0x3A }
      offset = word.upper
      if offset < upper, text.bytes[offset] == UInt8(ascii: "."), Abbreviations.always.contains(word, in: text) {
        offset += 1
      }
      offset = text.skipSpace(from: offset, to: upper)
    }
    return false
  }

  /// $ £ ¥ € ₹
  private static let currencySigns: [UInt32] = [0x24, 0xA3, 0xA5, 0x20AC, 0x20B9]

  /// Whether the word before a single full stop explains it.
  private func isAbbreviation(_ mark: Mark, before following: ByteSpan, at next: Int) -> Bool {
    let lower = startOfToken(endingAt: mark.start, from: mark.sentenceStart)
    let token = ByteSpan(lower, mark.start)
    guard !token.isEmpty, token.count <= 16 else { return false }
    let isStarter = Abbreviations.starters.contains(following, in: text)
    // "approx. 40", "approx. £2m"
    let nextIsDigit =
      Characters.isDigit(text.scalar(at: next).value) || Self.currencySigns.contains(text.scalar(at: next).value)
    if text.bytes[token.range].allSatisfy({ Characters.isDigit(UInt32($0)) }) {
      if token.lower == mark.sentenceStart { return token.count <= 3 }
      return token.count <= 2 && Abbreviations.foreignMonths.contains(following, in: text)
    }
    if Abbreviations.always.contains(token, in: text) { return true }
    if Abbreviations.times.contains(token, in: text) {
      return nextIsDigit || Abbreviations.afterTimes.contains(following, in: text)
    }
    if token.count > 1, Abbreviations.beforeNumber.contains(token, in: text) { return nextIsDigit }
    if Abbreviations.inNames.contains(token, in: text) || Abbreviations.states.contains(token, in: text) {
      return !isStarter
    }
    if isInitials(token) {
      if token.count == 1, followsInitial(token.lower, from: mark.sentenceStart) { return true }
      return !isStarter || token.count == 1 && following.count == 1
    }
    if token.count == 1, Abbreviations.beforeNumber.contains(token, in: text) {
      return nextIsDigit || Characters.lowered(text.bytes[token.lower]) == UInt8(ascii: "v")
    }
    return false
  }

  /// Whether another initial stands before: the `N` of "A. N. Other".
  private func followsInitial(_ offset: Int, from lower: Int) -> Bool {
    guard offset - lower >= 3, text.bytes[offset - 1] == 0x20, text.bytes[offset - 2] == 0x2E else { return false }
    let isLetter = Characters.isUpper(UInt32(text.bytes[offset - 3]))
    return isLetter && (offset - 3 == lower || !Characters.isWord(text.scalar(before: offset - 3).value))
  }

  /// `J`, `U.S`, `J.R`: single capitals with full stops between.
  private func isInitials(_ token: ByteSpan) -> Bool {
    guard token.count % 2 == 1 else { return false }
    for offset in token.range {
      let byte = text.bytes[offset]
      if (offset - token.lower) % 2 == 0 ? !(byte >= 0x41 && byte <= 0x5A) : byte != UInt8(ascii: ".") { return false }
    }
    return true
  }

  /// Back from a full stop over letters, digits and inner full stops, at most 20 bytes.
  private func startOfToken(endingAt end: Int, from lower: Int) -> Int {
    var offset = end
    while offset > lower, end - offset < 20 {
      let (value, width) = text.scalar(before: offset)
      guard Characters.isWord(value) || value == 0x2E, offset - width >= lower else { break }
      offset -= width
    }
    return offset
  }

  /// The run of letters from an offset, at most 24 bytes.
  private func word(from offset: Int, upper: Int) -> ByteSpan {
    var end = offset
    while end < upper, end - offset < 24 {
      let (value, width) = text.scalar(at: end)
      guard Characters.isLetter(value) || (end > offset && (value == 0x2D)) else { break }
      end += width
    }
    return ByteSpan(offset, max(offset, min(end, upper)))
  }

  // MARK: Without white space

  /// A boundary in "agreed.The", "agreed.12 The" (a footnote mark) and "agreed.44. The" (a numbered paragraph).
  private func gluedBoundary(after mark: Mark, closed: Int) -> (end: Int, next: Int)? {
    guard !isEllipsis(mark), endsPlainWord(at: mark.start, from: mark.sentenceStart) else { return nil }
    let (value, width) = text.scalar(at: closed)
    if Characters.isDigit(value) { return numberedBoundary(closed: closed, upper: mark.upper) }
    if value == 0x201C || value == 0x2018 { return (closed, closed) }
    guard Characters.isUpper(value) else { return nil }
    let token = word(from: closed, upper: mark.upper)
    let after = text.scalar(at: min(token.upper, mark.upper)).value
    guard token.count == width || !text.bytes[token.range].dropFirst().contains(where: { $0 >= 0x41 && $0 <= 0x5A }),
      Characters.isSpace(after) || after == 0x2C || after == 0x2019 || after == 0x27 || after == 0x2E || after == 0,
      !(after == 0x2E && token.count < 4), !Abbreviations.domainEnds.contains(token, in: text)
    else { return nil }
    return (closed, closed)
  }

  private func numberedBoundary(closed: Int, upper: Int) -> (end: Int, next: Int)? {
    var end = closed
    while end < upper, end - closed < 4, Characters.isDigit(UInt32(text.bytes[end])) { end += 1 }
    guard end < upper, end - closed <= 3 else { return nil }
    let hasStop = text.bytes[end] == UInt8(ascii: ".")
    let gap = hasStop ? end + 1 : end
    let next = text.skipSpace(from: gap, to: upper)
    guard next > gap, next < upper, Characters.isUpper(text.scalar(at: next).value) else { return nil }
    return hasStop ? (closed, closed) : (end, next)
  }

  /// Whether a word of three or more small letters, no part of an address, ends here.
  private func endsPlainWord(at end: Int, from lower: Int) -> Bool {
    var offset = end
    while offset > lower, end - offset < 40 {
      let (value, width) = text.scalar(before: offset)
      if Characters.isLower(value) || (Characters.isUpper(value) && end - offset >= 3) {
        offset -= width
      } else {
        return end - offset >= 3 && value != 0x2E && value != 0x2F && value != 0x40 && value != 0x5F
          && !Characters.isDigit(value)
      }
    }
    return end - offset >= 3
  }
}
