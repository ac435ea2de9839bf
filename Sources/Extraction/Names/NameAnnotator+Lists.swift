/// Lists of places, a line each.
extension NameAnnotator {
  /// Towns in lines that are names of the table and no more, three or more one below the other, of which half are nothing else:
  /// the others are towns, too, though they are words or surnames as well.
  func listedPlaces(
    in document: DocumentPart, _ names: [Found], _ styles: [NameReader.Style], _ reader: NameReader
  ) -> [Found] {
    let sentences = document.sentences
    var found: [Found] = []
    var start = 0
    while start < sentences.count {
      var end = start
      while end < sentences.count, !styles[end].isHeading, isPlace(sentences[end].tokens, reader) { end += 1 }
      if end - start >= 3 {
        let known = Set(
          names.lazy.filter {
            $0.sentence >= start && $0.sentence < end && ($0.name.kind == .place || $0.name.kind == .country)
          }
          .map(\.sentence))
        if known.count * 2 >= end - start {
          for index in start..<end where !known.contains(index) {
            let range = withoutStop(sentences[index].tokens)
            found.append(
              Found(
                index, NameReading(tokens: range, kind: .place, name: tokens.line(range), countryCode: nil)))
          }
        }
      }
      start = max(end, start + 1)
    }
    return found
  }

  private func isPlace(_ range: Range<Int>, _ reader: NameReader) -> Bool {
    let name = withoutStop(range)
    guard let first = name.first, name.count <= 5, tokens.isCapital(first) else { return false }
    if reader.longestEntry(at: first, limit: name.upperBound)?.1 == name.upperBound { return true }
    return Gazetteer.shared.match(at: first, in: tokens, limit: name.upperBound).map {
      $0.upper == name.upperBound && $0.name.kind != .org
    } ?? false
  }

  private func withoutStop(_ range: Range<Int>) -> Range<Int> {
    guard let last = range.last, !tokens.isWord(last) else { return range }
    return range.lowerBound..<last
  }
}
