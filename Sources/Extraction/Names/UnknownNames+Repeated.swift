/// Names that other sentences of the document tell.
extension UnknownNames {
  /// Names of two words or more where they begin a sentence or a quotation, and their capitals alone say too little.
  func repeated(
    _ found: [NameAnnotator.Found], in document: DocumentPart, _ styles: [NameReader.Style],
    known: [NameAnnotator.Found]
  ) -> [NameAnnotator.Found] {
    var kinds: [String: MentionKind] = [:]
    for name in found.lazy.map(\.name) where name.tokens.count > 1 { kinds[name.name] = name.kind }
    guard !kinds.isEmpty else { return [] }
    let taken = Set((known + found).lazy.map(\.name.tokens.lowerBound))
    var more: [NameAnnotator.Found] = []
    for (index, sentence) in document.sentences.enumerated() where !styles[index].isShouted {
      for i in tokens.capitals.places(in: sentence.tokens)
      where text.isCapital(i + 1) && text.isFirst(i, in: sentence.tokens) && !taken.contains(i) {
        let run = reader.capitals(from: i, limit: sentence.tokens.upperBound)
        guard run.count > 1, !run.dropFirst().contains(where: taken.contains) else { continue }
        let name = tokens.line(run)
        guard let kind = kinds[name] else { continue }
        more.append(FoundName(index, NameReading(tokens: run, kind: kind, name: name, countryCode: nil)))
      }
    }
    return more
  }
}
