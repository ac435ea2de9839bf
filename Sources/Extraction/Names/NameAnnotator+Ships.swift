/// Ships that are called like somebody.
extension NameAnnotator {
  /// Without `Ann Howe` of "the Ann Howe" in a document that names the USS Ann Howe: an article makes it the ship again.
  func withoutShips(_ names: [Found], _ text: NameText, in document: DocumentPart) -> [Found] {
    func isAsked(_ kind: MentionKind, _ place: Range<Int>) -> Bool {
      (kind == .person || kind == .place) && tokens.isKey(place.lowerBound - 1, .the)
    }
    guard names.indices.contains(where: { isAsked(names[$0].name.kind, names[$0].name.tokens) }) else { return names }
    var ships: Set<String> = []
    for sentence in document.sentences {
      for i in tokens.capitals.places(in: sentence.tokens) where tokens.isAny(i, .vessel) && text.isAllCapitals(i) {
        var end = i + 1
        while end < sentence.tokens.upperBound, end <= i + 3, text.isCapital(end), tokens.isSpaced(end) { end += 1 }
        if end > i + 1 { ships.insert(tokens.line(i + 1..<end)) }
      }
    }
    guard !ships.isEmpty else { return names }
    return names.filter {
      !isAsked($0.name.kind, $0.name.tokens) || !ships.contains(tokens.line($0.name.tokens))
    }
  }
}
