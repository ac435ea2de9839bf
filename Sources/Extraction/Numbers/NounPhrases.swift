/// Finds noun phrases by their edges: they go on until a word of another kind or a mark.
struct NounPhrases {
  let tokens: Tokens

  /// Whether a word looks like a plural noun: `boats`, `people`; not `previous`, `is`.
  func isPlural(_ i: Int) -> Bool {
    guard i < tokens.count, tokens.isWord(i) else { return false }
    let entry = tokens.entry(i)
    if entry.classes.contains(.irregularPlural) { return true }
    if !entry.classes.isDisjoint(with: WordClass.phraseEnd.union([.notPlural, .speech])) { return false }
    let (lower, upper) = (tokens.lower(i), tokens.upper(i))
    guard upper - lower >= 4, tokens.bytes[upper - 1] | 0x20 == UInt8(ascii: "s") else {
      return upper - lower == 4 && tokens.bytes[upper - 1] == UInt8(ascii: "s") && tokens.bytes[upper - 2] < 0x60
    }
    // -ss, -us, -is, -ous are singulars or adjectives.
    switch tokens.bytes[upper - 2] | 0x20 {
    case UInt8(ascii: "s"), UInt8(ascii: "u"), UInt8(ascii: "i"): return false
    default: return true
    }
  }

  /// Whether a word may stand inside a noun phrase.
  func isPhraseWord(_ i: Int) -> Bool {
    guard i < tokens.count, tokens.isWord(i) else { return false }
    return tokens.entry(i).classes.isDisjoint(with: WordClass.phraseEnd)
  }
}
