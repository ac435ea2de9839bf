import IbidSource
import IbidTypes

/// Counts in documents of other languages: digits with a word right after them, `412 Baustellen`, `47 collèges`.
///
/// No grammar is known there. Years, days of a month, house numbers and what a word such as "Nr." names are left out.
struct ForeignCounts {
  let tokens: Tokens
  let numbers: NumberReader

  func rows(_ sentence: SentencePart, in document: DocumentPart, isTaken: (Int) -> Bool) -> [FigureRow] {
    var rows: [FigureRow] = []
    let range = sentence.tokens
    for i in range where tokens.kinds[i] == .number && !isTaken(i) {
      let noun = i + 1
      guard noun < range.upperBound, let numeral = tokens.numeral(i), isCounted(noun, limit: range.upperBound),
        !numeral.hasLeadingZero, !(numeral.digits == 4 && numeral.plain != nil),
        i == range.lowerBound || !isNumbered(i - 1), let value = numbers.number(at: i, limit: noun)?.value
      else { continue }
      let text = tokens.line(i..<noun + 1)
      rows.append(
        FigureRow(
          document: document.index, sentence: sentence.index, quote: nil, span: tokens.span(i..<noun + 1),
          value: Ends(value).measure(unit: tokens.text(noun), text: text, worded: text),
          subject: tokens.text(noun), measure: MoneyReader.lowercased(tokens.text(noun)), isChange: false, each: nil,
          period: nil))
    }
    return rows
  }

  private func isCounted(_ noun: Int, limit: Int) -> Bool {
    guard tokens.isWord(noun), tokens.isSpaced(noun), !tokens.flags[noun].contains(.lineStart),
      tokens.upper(noun) - tokens.lower(noun) >= 4, !tokens.isAny(noun, [.scale, .scalePlural, .currencyWord])
    else { return false }
    // "12 mars 2024" is a day.
    if noun + 1 < limit, tokens.numeral(noun + 1)?.digits == 4 { return false }
    return !Self.functionWords.contains(MoneyReader.lowercased(tokens.text(noun)))
  }

  private func isNumbered(_ i: Int) -> Bool {
    if tokens.kinds[i] == .number || tokens.isSymbol(i, "§") || tokens.isSymbol(i, "/") || tokens.isSymbol(i, "-") {
      return true
    }
    return tokens.isAny(i, .numbered) || tokens.isSymbol(i, ".") && tokens.isAny(i - 1, .numbered)
  }

  private static let functionWords: Set<String> = [
    "dans", "pour", "avec", "sans", "sous", "entre", "chez", "mais", "donc", "alors", "place", "avenue", "boulevard",
    "oder", "nach", "beim", "über", "unter", "sowie", "gegen", "ohne", "noch", "sind", "wird", "waren", "mars", "avril",
    "juin", "juillet", "août", "januar", "februar", "märz", "april", "juni", "juli", "august", "oktober", "janvier",
    "février", "septembre", "octobre", "novembre", "décembre", "september", "november", "dezember",
  ]
}
