/// What the last letters of a word, small ones, tell of its form.
extension Tokens {
  /// Most verbs of what happened: `halved`. `least`: bytes of the word.
  func endsInED(_ i: Int, least: Int = 4) -> Bool { ends(i, "e", "d", least: least) }

  /// What goes on: `waiting`.
  func endsInING(_ i: Int, least: Int = 4) -> Bool { ends(i, "n", "g", least: least) }

  /// An adverb by its form: `sharply`.
  func endsInLY(_ i: Int) -> Bool { ends(i, "l", "y", least: 5) }

  private func ends(_ i: Int, _ before: Unicode.Scalar, _ last: Unicode.Scalar, least: Int) -> Bool {
    guard isWord(i) else { return false }
    let (lower, upper) = (lower(i), upper(i))
    return upper - lower >= least && bytes[upper - 1] == UInt8(ascii: last) && bytes[upper - 2] == UInt8(ascii: before)
  }
}
