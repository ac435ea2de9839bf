/// Where sentences and clauses of narration begin and end, by marks and words beside them.
///
/// Works on tokens and not on the sentences of the document, because a sentence that "she said" interrupts has ends inside marks.
/// Every walk is bounded, so that a text of one sentence costs no more than one of many.
struct Narration {
  let tokens: Tokens

  /// Most tokens that a sentence is followed back or on.
  private static let reach = 60

  /// A mark that ends a sentence; not the full stop of `Dr.`, `J.` or `Sept.`.
  func isStop(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x21, 0x3F, 0x2026: return true
    case 0x2E: return !isAbbreviation(i)
    default: return false
    }
  }

  /// A full stop that belongs to the word before it.
  func isAbbreviation(_ i: Int) -> Bool {
    guard i > 0, tokens.isSymbol(i, "."), !tokens.isSpaced(i), tokens.isWord(i - 1) else { return false }
    if i + 1 < tokens.count, !tokens.isSpaced(i + 1), tokens.isWord(i + 1) { return true }
    // "Rep. Ida Holm, D-Wis., said", "Tide Pumps Inc., which …": no sentence ends before a comma.
    if tokens.isSymbol(i + 1, ","), !tokens.isSpaced(i + 1) { return true }
    // "Rep. Ida Holm (R-Wis.) said": the state of a party.
    if tokens.isSymbol(i + 1, ")"), i > 2, tokens.isHyphen(i - 2), tokens.upper(i - 3) - tokens.lower(i - 3) == 1 {
      return true
    }
    let length = tokens.upper(i - 1) - tokens.lower(i - 1)
    // "Adam Pell Jr., who runs the mill"
    if length == 2, tokens.isAny(i - 1, Self.generations) {
      return tokens.isSymbol(i + 1, ",") || tokens.isWord(i + 1) && !tokens.isCapital(i + 1)
    }
    return length == 1 || tokens.isAny(i - 1, [.title, .monthAbbreviation]) && length <= 4
  }

  private static let generations: WordList = ["jr", "sr"]

  func sentenceStart(before i: Int, from first: Int) -> Int {
    var start = i
    while start > first, start > i - Self.reach, !isStop(start - 1) { start -= 1 }
    return start
  }

  func sentenceEnd(after i: Int, limit: Int) -> Int {
    var end = i
    while end < limit, end < i + Self.reach, !isStop(end) { end += 1 }
    return max(i, end)
  }

  /// A mark that a speaker's words do not reach across: stop, colon, semicolon, quotation mark, dash between clauses.
  ///
  /// Marks around a nickname (`Walter “Buck” Tilden`) are none.
  func isEdge(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x2E: return !isAbbreviation(i)
    case 0x3B, 0x3A, 0x21, 0x3F, 0x2014, 0x2026, 0xAB, 0xBB: return true
    case 0x2013: return tokens.isSpaced(i)
    case 0x201D, 0x201C, 0x22: return !isNicknameMark(i)
    default: return false
    }
  }

  /// A mark that opens or closes one capitalised word between two names.
  func isNicknameMark(_ i: Int) -> Bool {
    if isNickname(from: i, to: i + 2) || isNickname(from: i - 2, to: i) { return true }
    return false
  }

  /// `“Buck”` in `Walter “Buck” Tilden`: the tokens from one mark to the other.
  func isNickname(from open: Int, to close: Int) -> Bool {
    guard open > 0, close + 1 < tokens.count, close == open + 2 else { return false }
    return isDoubleMark(open) && isDoubleMark(close) && isNameWord(open - 1) && isNameWord(open + 1)
      && isNameWord(close + 1) && tokens.isSpaced(close + 1) && !tokens.isSpaced(close)
  }

  private func isDoubleMark(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x201C, 0x201D, 0x22, 0x2018, 0x2019, 0x27: return true
    default: return false
    }
  }

  private func isNameWord(_ i: Int) -> Bool {
    tokens.isWord(i) && tokens.isCapital(i) && !tokens.isAny(i, [.determiner, .conjunction, .preposition, .pronoun])
  }
}
