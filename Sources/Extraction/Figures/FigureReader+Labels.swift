/// Numbers that a label gives to something: of pages, sections, cases, telephones and the like.
extension FigureReader {
  /// `Release ID: 2101187`, `pp. 44–61`, `sections 420, 467 and 471`, `42 U.S.C.`, `comments (118)`; `i` is the number's
  /// token, `end` the one behind it.
  func isLabelled(_ i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    isLabelled(byWord: end, i, in: sentence) || isLabelled(byHyphen: end, i, in: sentence)
      || i > sentence.lowerBound && isLabelled(before: i, end, in: sentence)
  }

  private func isLabelled(byWord end: Int, _ i: Int, in sentence: Range<Int>) -> Bool {
    let limit = sentence.upperBound
    if end < limit, tokens.isWord(end) {
      // "3 min read", "42 U.S.C.", "12 comments" as a line of its own
      if tokens.isAny(end, .timeUnit), tokens.isAny(end + 1, Self.reading), end + 2 >= limit || !tokens.isWord(end + 2)
      {
        return true
      }
      if tokens.isSpaced(end), !tokens.flags[end].isDisjoint(with: [.allCapitals, .isDotted]),
        Self.reporters.contains(tokens.text(end))
      {
        return true
      }
      // "the over 40s", "a 5G mast", "3D films", "911 calls"
      if !tokens.isSpaced(end), tokens.upper(end) - tokens.lower(end) == 1, tokens.numeral(i)?.hasDecimals == false {
        let letter = tokens.bytes[tokens.lower(end)]
        if letter == UInt8(ascii: "s") || letter == UInt8(ascii: "G") || letter == UInt8(ascii: "D") { return true }
        // "in 4K and", "a 10K run"
        if letter == UInt8(ascii: "K"), let size = tokens.numeral(i)?.plain, [2, 4, 5, 8, 10].contains(size),
          phrases.counted(at: end + 1, limit: min(limit, end + 3)) == nil
        {
          return true
        }
      }
      if tokens.isAny(end, Self.callers), let number = tokens.numeral(i)?.plain,
        [911, 999, 112, 111, 101].contains(number)
      {
        return true
      }
      if i == sentence.lowerBound, end + 1 == limit, tokens.isAny(end, Self.counters) { return true }
      if isSize(end, before: i, in: sentence) { return true }
    }
    return false
  }

  /// "120-B", "27-13", "a vote of 12-3"
  private func isLabelled(byHyphen end: Int, _ i: Int, in sentence: Range<Int>) -> Bool {
    let limit = sentence.upperBound
    if tokens.isHyphen(end), end + 1 < limit {
      if tokens.isWord(end + 1), tokens.isCapital(end + 1), tokens.upper(end + 1) - tokens.lower(end + 1) == 1 {
        return true
      }
      if let first = tokens.numeral(i)?.plain, let second = tokens.numeral(end + 1)?.plain {
        if first == second { return true }
        if first > second, i > sentence.lowerBound, tokens.isWord(i - 1), tokens.isCapital(i - 1) { return true }
        // "lost 12-3", "a vote of 12-3"
        if first > second, isUncounted(end + 2, in: sentence) { return true }
      }
    }
    return false
  }

  private func isLabelled(before i: Int, _ end: Int, in sentence: Range<Int>) -> Bool {
    let (before, limit) = (i - 1, sentence.upperBound)
    if tokens.isSymbol(before, "§") || isPictured(before) { return true }
    if isNumberedList(i, in: sentence) { return true }
    if tokens.isSymbol(before, "(") && tokens.isSymbol(end, ")") || tokens.isSymbol(before, ":") {
      let isCounter =
        tokens.isAny(before - 1, Self.counters)
        || tokens.isSymbol(before, "(") && tokens.isAny(before - 1, Self.numberedPlurals)
      if before - 1 >= sentence.lowerBound,
        isCounter
          || tokens.isSymbol(before, ":")
            && (tokens.isAny(before - 1, Self.lowerNumbered) || tokens.isAny(before - 1, Self.labels))
      {
        return phrases.counted(at: end, limit: limit) == nil && percent(at: end, limit: limit) == nil
          && measureUnit(at: end, limit: limit) == nil
      }
    }
    if tokens.isAny(before, Self.labels) || tokens.isSymbol(before, ".") && tokens.isAny(before - 1, Self.pages) {
      return true
    }
    if tokens.isSymbol(before, "["), tokens.isKey(end, .of), tokens.numeral(end + 1) != nil { return true }
    // "Quay Road 80, 1030 Brussels"
    if tokens.isSymbol(before, ","), let numeral = tokens.numeral(i), (4...5).contains(numeral.digits),
      !numeral.isGrouped,
      !numeral.hasDecimals, end < limit, tokens.isWord(end), tokens.isCapital(end),
      end + 1 >= limit || !tokens.isWord(end + 1)
    {
      return true
    }
    // "Page 1 of 37", "[1 of 4]"
    if tokens.isKey(before, .of), tokens.numeral(before - 1) != nil {
      return tokens.isAny(before - 2, .numbered) || tokens.isSymbol(before - 2, "[")
    }
    if tokens.isKey(before, .of), tokens.isAny(before - 1, Self.groups), tokens.isCapital(before - 1) { return true }
    // "the Penal Code, 1860"
    if tokens.numeral(i)?.digits == 4 {
      // "© 2024 Orrow Press"
      if (max(sentence.lowerBound, i - 6)..<i).contains(where: { tokens.isSymbol($0, "©") }) { return true }
      let head = tokens.isSymbol(before, ",") ? before - 1 : before
      if tokens.isAny(head, .lawHead), tokens.isCapital(head) { return true }
    }
    // "House Bill 3060", "Year 11 pupils"
    if tokens.isCapital(before), tokens.isWord(before), tokens.isAny(before, .lawHead) || tokens.isKey(before, .year) {
      return true
    }
    return false
  }

  /// Seven digits and more in one piece that count nothing: the number of a case, an account or a telephone.
  func isLongName(_ numeral: Numeral, _ end: Int, in sentence: Range<Int>) -> Bool {
    numeral.digits >= 7 && !numeral.isGrouped && !numeral.hasDecimals
      && phrases.counted(at: end, limit: sentence.upperBound) == nil
      && percent(at: end, limit: sentence.upperBound) == nil && measureUnit(at: end, limit: sentence.upperBound) == nil
  }

  private static let callers: WordList = ["call", "calls", "caller", "callers"]
  private static let reading: WordList = ["read"]
  private static let groups: WordList = ["group"]
  /// Codes and reports of law that stand between numbers.
  private static let reporters: Set<String> = [
    "USC", "U.S.C", "U.S.C.", "CFR", "C.F.R", "C.F.R.", "SCR", "AC", "EWCA", "EWHC", "UKSC", "UKHL", "SCC", "HCA",
    "CLR",
    "F.2d", "F.3d", "WLR", "EHRR",
  ]
  private static let counters = WordList(counterWords.split(separator: " ").map(String.init))
  private static let labels = WordList(labelWords.split(separator: " ").map(String.init))
  private static let pages = WordList(pageWords.split(separator: " ").map(String.init))
  static let counterWords = "comments comment shares likes views replies counter hits visits retweets followers"
  static let labelWords =
    "latitude longitude passcode pin uin issn isbn iban ein abn vat serial extension registration hotline helpline folio docket quoting dial"
  static let pageWords = "p pp pg pgs sec secs ss para paras vol vols cols fig figs ch nos ext"

  /// A heart, an arrow or a bubble with the number of those who liked, passed on or answered.
  private func isPictured(_ i: Int) -> Bool {
    guard tokens.kinds[i] == .symbol else { return false }
    switch tokens.details[i] {
    case 0x2190...0x21FF, 0x2661, 0x2665, 0x2764, 0x1F300...0x1FAFF: return true
    default: return false
    }
  }

  /// `(PDF, 412 KB)`, and `412.5 KB` as a line of its own
  private func isSize(_ unit: Int, before i: Int, in sentence: Range<Int>) -> Bool {
    guard tokens.isAny(unit, Self.sizes) else { return false }
    if tokens.flags[i].contains(.lineStart), unit + 1 >= tokens.count || tokens.flags[unit + 1].contains(.lineStart) {
      return true
    }
    return (max(sentence.lowerBound, i - 4)..<i).contains { tokens.isAny($0, Self.files) }
  }

  private static let sizes: WordList = ["kb", "mb", "gb"]
  private static let files: WordList = ["pdf", "docx", "doc", "xlsx", "xls", "csv", "zip", "jpg", "png", "download"]
  static let fileWords = "kb mb gb pdf docx doc xlsx xls csv zip jpg png download read caller callers"

  /// `sections 420, 467 and 471`, `articles 3 to 7`, `sections 120-B r/w 420`: numbers behind a plural that numbers its things.
  private func isNumberedList(_ i: Int, in sentence: Range<Int>) -> Bool {
    var at = i - 1
    let stop = max(sentence.lowerBound, i - 16)
    while at >= stop {
      switch tokens.kinds[at] {
      case .number: break
      case .symbol:
        switch tokens.details[at] {
        case 0x2C, 0x26, 0x28, 0x29, 0x2F, 0x2E: break
        default: if !tokens.isDash(at) { return false }
        }
      case .word:
        if tokens.isAny(at, Self.numberedPlurals) {
          return tokens.numeral(at + 1) != nil && isUncounted(i + 1, in: sentence)
        }
        guard
          tokens.isKey(at, .and) || tokens.isKey(at, .or) || tokens.isKey(at, .to)
            || tokens.upper(at) - tokens.lower(at) == 1
        else { return false }
      case .clitic: return false
      }
      at -= 1
    }
    return false
  }

  /// Neither a share nor a measure nor what is counted stands at a token.
  func isUncounted(_ i: Int, in sentence: Range<Int>) -> Bool {
    percent(at: i, limit: sentence.upperBound) == nil && measureUnit(at: i, limit: sentence.upperBound) == nil
      && phrases.counted(at: i, limit: min(sentence.upperBound, i + 2)) == nil
  }

  private static let numberedPlurals = WordList(numberedPluralWords.split(separator: " ").map(String.init))
  static let numberedPluralWords =
    "sections articles rules regulations paragraphs paras clauses chapters pages pp nos numbers weeks rooms tables figures annexes schedules lots items versions volumes routes flights channels resolutions directives propositions amendments exhibits counts questions"
}
