import IbidSource

/// Finds short forms set beside their long forms: `National Crime Agency (NCA)`, `NCA (National Crime Agency)`.
///
/// After A. Schwartz and M. Hearst, "A simple algorithm for identifying abbreviation definitions in biomedical text" (2003):
/// the short form's letters are looked for in the words before it from the right, the first at the start of a word.
struct AcronymAnnotator {
  let tokens: Tokens

  func annotate(_ sentence: SentencePart, in document: DocumentPart, _ found: inout Findings) {
    let range = sentence.tokens
    var i = range.lowerBound + 1
    while i + 2 < range.upperBound {
      defer { i += 1 }
      guard tokens.isSymbol(i, "("), let close = close(i, limit: range.upperBound) else { continue }
      // Lawyers set the short form between marks: `(“QPA”)`.
      let short = isMark(i + 1) && isMark(close - 1) ? i + 2 : i + 1
      if close - short <= 2, isShort(short), let long = long(before: i, short: short, from: range.lowerBound) {
        append(short, long, long.lowerBound..<close + 1, sentence, document, &found)
      } else if isShort(i - 1), close > i + 2, let long = inside(i + 1..<close, short: i - 1) {
        append(i - 1, long, i - 1..<close + 1, sentence, document, &found)
      }
    }
  }

  private func append(
    _ short: Int, _ long: Range<Int>, _ range: Range<Int>, _ sentence: SentencePart, _ document: DocumentPart,
    _ found: inout Findings
  ) {
    found.acronyms.append(
      AcronymRow(
        document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(range),
        short: tokens.text(short), long: tokens.line(long),
        longSpan: tokens.span(long)))
  }

  private func isMark(_ i: Int) -> Bool {
    tokens.isSymbol(i, "\u{201C}") || tokens.isSymbol(i, "\u{201D}") || tokens.isSymbol(i, "\"")
  }

  /// The closing bracket, at most 12 tokens on.
  private func close(_ open: Int, limit: Int) -> Int? {
    (open + 1..<max(open + 1, min(limit, open + 13))).first { tokens.isSymbol($0, ")") }
  }

  /// Two to ten letters of which at least two are capitals: `NCA`, `TOEX`, `MoD`.
  private func isShort(_ i: Int) -> Bool {
    guard i >= 0, tokens.isWord(i) else { return false }
    let bytes = tokens.bytes[tokens.lower(i)..<tokens.upper(i)]
    guard (2...10).contains(bytes.count) else { return false }
    return bytes.reduce(0) { $0 + ($1 >= 0x41 && $1 <= 0x5A ? 1 : 0) } >= 2
  }

  private func letters(_ i: Int) -> [UInt8] {
    tokens.bytes[tokens.lower(i)..<tokens.upper(i)].filter { $0 != UInt8(ascii: ".") }.map {
      $0 >= 0x41 && $0 <= 0x5A ? $0 | 0x20 : $0
    }
  }

  /// The words before the bracket that spell the short form.
  private func long(before open: Int, short: Int, from start: Int) -> Range<Int>? {
    let letters = letters(short)
    // At most twice as many words as letters, and five more.
    let first = max(start, open - letters.count * 2 - 5)
    var upper = open
    // "Community Security Trust’s (CST)"
    if upper > first, tokens.kinds[upper - 1] == .clitic { upper -= 1 }
    return aligned(letters, first, upper)
  }

  private func inside(_ range: Range<Int>, short: Int) -> Range<Int>? {
    guard let long = aligned(letters(short), range.lowerBound, range.upperBound),
      long.lowerBound <= range.lowerBound + 1
    else { return nil }
    return long
  }

  /// Aligns initials from the right: each letter begins a word or stands inside the word that the letter after it is in.
  ///
  /// First tries initials only, skipping small words; then letters inside words ("Tackling Organised EXploitation").
  private func aligned(_ letters: [UInt8], _ first: Int, _ upper: Int) -> Range<Int>? {
    initials(letters, first, upper, skippingSmallWords: true) ?? initials(
      letters, first, upper, skippingSmallWords: false) ?? inner(letters, first, upper)
  }

  private func initials(_ letters: [UInt8], _ first: Int, _ upper: Int, skippingSmallWords: Bool) -> Range<Int>? {
    var letter = letters.count - 1
    var i = upper - 1
    while i >= first {
      if tokens.isWord(i) {
        let initial = tokens.bytes[tokens.lower(i)]
        let isSmall = tokens.isAny(i, [.preposition, .conjunction, .determiner])
        if (initial | 0x20) == letters[letter], !(isSmall && skippingSmallWords) {
          if letter == 0 { return extended(i, first)..<upper }
          letter -= 1
        } else if !isSmall {
          return nil
        }
      } else if tokens.kinds[i] == .symbol, !tokens.isDash(i), !tokens.isSymbol(i, ","), !tokens.isSymbol(i, "&") {
        return nil
      }
      i -= 1
    }
    return nil
  }

  /// A hyphenated word is one: from "Central" of "U.S.-Central" back to its start.
  private func extended(_ i: Int, _ first: Int) -> Int { i - 2 >= first && tokens.isHyphen(i - 1) ? i - 2 : i }

  private func inner(_ letters: [UInt8], _ first: Int, _ upper: Int) -> Range<Int>? {
    var letter = letters.count - 1
    var i = upper - 1
    while i >= first {
      if tokens.isWord(i) {
        var at = tokens.upper(i) - 1
        while at >= tokens.lower(i), letter >= 0 {
          if tokens.bytes[at] | 0x20 == letters[letter], letter > 0 || at == tokens.lower(i) {
            // Letters of small words are skipped: "of", "the".
            if tokens.isAny(i, [.preposition, .conjunction, .determiner]), at != tokens.lower(i) { break }
            letter -= 1
          }
          at -= 1
        }
        if letter < 0 {
          return tokens.isCapital(i) || upper - i <= letters.count + 2 ? extended(i, first)..<upper : nil
        }
      } else if tokens.kinds[i] == .symbol, !tokens.isDash(i), !tokens.isSymbol(i, ","), !tokens.isSymbol(i, "&") {
        return nil
      }
      i -= 1
    }
    return nil
  }
}
