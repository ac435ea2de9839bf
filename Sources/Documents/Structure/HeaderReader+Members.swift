import IbidSource

/// What members of a congress give out: a text that begins with one of them and says "today".
extension HeaderReader {
  /// "DOVER – U.S. Senator Ann Lee (P-Kent) today announced …": the member, with the word for the house, and "today".
  func member(in first: ByteSpan) -> (name: ByteSpan, cue: ByteSpan)? {
    let head = ByteSpan(first.lower, min(first.upper, first.lower + 500))
    let start = text.skipSpace(from: afterDash(head) ?? head.lower, to: head.upper)
    let words = text.words(in: ByteSpan(min(start, head.upper), head.upper), limit: 80)
    guard let today = words.first(where: { text.isWord($0, "today") }) else { return nil }
    var place = 0
    while place < words.count, place < 3, Self.countries.contains(words[place]) { place += 1 }
    guard place + 2 < words.count, Self.seats.contains(words[place]),
      Characters.isUpper(text.scalar(at: words[place].span.lower).value)
    else { return nil }
    var end = place + 1
    while end < words.count, end - place < 5, Characters.isUpper(text.scalar(at: words[end].span.lower).value) {
      if end > place + 1 {
        let gap = text.bytes[words[end - 1].span.upper..<words[end].span.lower]
        // An initial has a stop; a bracket or a comma ends the name.
        guard gap.allSatisfy({ $0 == 0x20 || $0 == 0x2E }), gap.count <= 2 else { break }
      }
      end += 1
    }
    guard (2...4).contains(end - place - 1) else { return nil }
    // Of several senators the name alone.
    let isOne = !Self.many.contains(words[place])
    return (ByteSpan(words[isOne ? place : place + 1].span.lower, words[end - 1].span.upper), today.span)
  }

  func memberInText(_ start: Int) -> ByteSpan? {
    start < piece.blocks.endIndex ? member(in: piece.blocks[start].span)?.name : nil
  }

  private static let countries: WordHashes = ["u", "s", "us", "united", "states"]
  private static let many: WordHashes = ["senators", "sens", "representatives", "reps", "congressmen"]
  private static let seats: WordHashes = [
    "senator", "senators", "sen", "sens", "representative", "representatives", "rep", "reps", "congressman",
    "congresswoman", "congressmen",
  ]
}
