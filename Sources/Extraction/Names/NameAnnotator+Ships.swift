/// Ships that are called like somebody.
extension NameAnnotator {
  /// Without `Ann Howe` of "the Ann Howe" in a document that names the USS Ann Howe: an article makes it the ship again.
  func withoutShips(_ names: [Found], _ text: NameText, in document: DocumentPart) -> [Found] {
    func isAsked(_ name: NameReading) -> Bool {
      (name.kind == .person || name.kind == .place) && tokens.isKey(name.tokens.lowerBound - 1, .the)
    }
    guard names.contains(where: { isAsked($0.name) }) else { return names }
    var ships: Set<String> = []
    for sentence in document.sentences {
      for i in sentence.tokens where tokens.isAny(i, .vessel) && text.isAllCapitals(i) {
        var end = i + 1
        while end < sentence.tokens.upperBound, end <= i + 3, text.isCapital(end), tokens.isSpaced(end) { end += 1 }
        if end > i + 1 { ships.insert(tokens.line(i + 1..<end)) }
      }
    }
    return names.filter { !isAsked($0.name) || !ships.contains(tokens.line($0.name.tokens)) }
  }
}
