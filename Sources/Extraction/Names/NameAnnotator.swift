import IbidSource

/// Finds the names of a document and ties surnames and short forms to the full names it gives.
struct NameAnnotator {
  let tokens: Tokens
  let reader: NameReader

  init(tokens: Tokens) {
    self.tokens = tokens
    reader = NameReader(tokens: tokens)
  }

  /// Every name, in text order. Copies of sentences count like any other; the sentence tells.
  func names(in document: DocumentPart) -> [(sentence: Int, name: NameReading)] {
    var names: [(sentence: Int, name: NameReading)] = []
    var people: [String: String] = [:]
    for (index, sentence) in document.sentences.enumerated() {
      let isHeading = document.isHeading(sentence)
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        guard let name = reader.name(at: i, in: sentence.tokens, isHeading: isHeading) else {
          i += 1
          continue
        }
        names.append((index, name))
        if name.kind == .person, let surname = surname(ofFullName: name.name), people[surname] == nil {
          people[surname] = name.name
        }
        i = max(i + 1, name.tokens.upperBound)
      }
    }
    return resolved(names, people, document)
  }

  /// The last word of a name of several.
  private func surname(ofFullName name: String) -> String? {
    var words = name.split(separator: " ")
    while words.count > 2, let last = words.last, ["Jr", "Sr", "II", "III", "IV"].contains(last) { words.removeLast() }
    return words.count > 1 ? words.last.map(String.init) : nil
  }

  /// Full names for surnames, and the surnames that stand alone.
  private func resolved(
    _ names: [(sentence: Int, name: NameReading)], _ people: [String: String], _ document: DocumentPart
  ) -> [(sentence: Int, name: NameReading)] {
    guard !people.isEmpty else { return names }
    var all: [(sentence: Int, name: NameReading)] = []
    all.reserveCapacity(names.count)
    var next = 0
    // Surnames by lexicon-free comparison: only capitalised words outside other names are looked up.
    for (index, sentence) in document.sentences.enumerated() {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        if next < names.count, names[next].name.tokens.lowerBound <= i {
          var name = names[next].name
          if name.kind == .person, !name.name.contains(" "), let full = people[name.name] { name.name = full }
          all.append((index, name))
          i = max(i + 1, name.tokens.upperBound)
          next += 1
        } else {
          if tokens.isWord(i), tokens.isCapital(i), tokens.details[i] == 0 || !tokens.isAny(i, WordClass.phraseEnd),
            tokens.upper(i) - tokens.lower(i) < 40,
            let full = people[tokens.text(i)]
          {
            all.append((index, NameReading(tokens: i..<i + 1, kind: .person, name: full, countryCode: nil)))
          }
          i += 1
        }
      }
    }
    return all
  }
}
