import IbidSource

/// Finds the names of a document and ties surnames and short forms to the full names it gives.
///
/// Three passes: the first reads every sentence by itself, the second lets all mentions of an unknown name tell what it is,
/// the third looks at what is left with what the document has told: a surname that stands alone, a short form set in brackets
/// somewhere, capitals that somebody speaks for.
struct NameAnnotator {
  typealias Found = FoundName

  let tokens: Tokens
  /// What the table of names knows of the tokens.
  let marks: [NameMarks]

  /// What the first pass found: each sentence by itself.
  struct FirstPass {
    fileprivate let text: NameText
    fileprivate var names: [Found] = []
    fileprivate var styles: [NameReader.Style] = []

    fileprivate init(_ text: NameText) { self.text = text }
  }

  /// The names that each sentence shows by itself; nil where there is none. Copies of sentences count like any other.
  func firstPass(in document: DocumentPart) -> FirstPass? {
    guard let first = document.sentences.first, let last = document.sentences.last else { return nil }
    let text = NameText(
      tokens, first.tokens.lowerBound..<max(first.tokens.lowerBound, last.tokens.upperBound), marks: marks)
    let reader = NameReader(text: text)
    var pass = FirstPass(text)
    pass.styles.reserveCapacity(document.sentences.count)
    for (index, sentence) in document.sentences.enumerated() {
      let style = reader.style(of: sentence.tokens, isHeading: document.isHeading(sentence))
      pass.styles.append(style)
      let end = sentence.tokens.upperBound
      var i = tokens.nameStarts.next(from: sentence.tokens.lowerBound, to: end)
      while i < end {
        let name = reader.name(at: i, in: sentence.tokens, style)
        if let name { pass.names.append(Found(index, name)) }
        i = tokens.nameStarts.next(from: max(i + 1, name?.tokens.upperBound ?? 0), to: end)
      }
    }
    return pass
  }

  /// Every name, in text order, by the second and the third pass.
  func names(after pass: FirstPass, in document: DocumentPart, acronyms: [AcronymRow]) -> [Found] {
    let (text, styles) = (pass.text, pass.styles)
    let reader = NameReader(text: text)
    var names = merged(pass.names, listedPlaces(in: document, pass.names, styles, reader))
    names = merged(names, UnknownNames(reader: reader).names(in: document, styles, known: names, acronyms: acronyms))
    let shortForms = ShortForms(text, names, acronyms)
    names = merged(names, shortForms.longNames(in: document))
    names = withoutShips(withPrefixes(accepted(names, styles, document), text), text, in: document)
    let people = FullNames(names)
    names = withSurnames(names, people)
    return resolved(names, people, shortForms, text, document, styles)
  }

  /// Names in titles with capitals throughout, where a verb may look like a part of the name, only if the text bears them out
  /// or they are short.
  private func accepted(_ names: [Found], _ styles: [NameReader.Style], _ document: DocumentPart) -> [Found] {
    let isDoubtful = names.indices.contains { place in
      guard styles[names[place].sentence].isTitleCase else { return false }
      let kind = names[place].name.kind
      return kind == .org || kind == .programme || kind == .event
    }
    guard isDoubtful else { return names }
    let certain = Dictionary(
      names.lazy.filter { !styles[$0.sentence].isTitleCase }.map { ($0.name.name, $0.name.kind) },
      uniquingKeysWith: { first, _ in first })
    let people = Set(
      names.lazy.filter { $0.name.kind == .person && $0.name.tokens.count > 1 }.map(\.name.name))
    return names.compactMap { found -> Found? in
      guard styles[found.sentence].isTitleCase else { return found }
      switch found.name.kind {
      case .country, .place, .person, .law: return found
      case .org, .programme, .event:
        if certain[found.name.name] != nil { return found }
        let range = found.name.tokens
        // An item of a list that is a body and no more.
        if !styles[found.sentence].isHeading,
          tokens.isAny(range.upperBound - 1, .orgHead)
            || range.contains(where: { tokens.isAny($0, .orgHead) && tokens.isKey($0 + 1, .of) })
              && found.name.kind == .org,
          range.upperBound == document.sentences[found.sentence].tokens.upperBound
            || tokens.isSymbol(range.upperBound, ";")
        {
          return found
        }
        // "Port Office Supports", where the text has "Port Office"; "Adam Pell Travel" is nobody.
        for end in range.dropFirst(2).reversed() where !tokens.isAny(end, .orgHead) {
          guard certain[tokens.line(range.lowerBound..<end)] == .org else { continue }
          var shorter = found
          shorter.name.tokens = range.lowerBound..<end
          shorter.name.name = tokens.line(shorter.name.tokens)
          shorter.name.kind = .org
          return shorter
        }
        if range.indices.contains(where: { place in
          place + 1 < range.upperBound && people.contains(tokens.line(place..<place + 2))
        }) {
          return nil
        }
        let isShort =
          range.count <= 4
          && !range.dropLast().contains { tokens.isWord($0) && tokens.bytes[tokens.upper($0) - 1] == UInt8(ascii: "s") }
        return isShort ? found : nil
      }
    }
  }

  /// Gives "State Department" the name "US State Department" where the document has both: a country or "UK" before it.
  private func withPrefixes(_ names: [Found], _ text: NameText) -> [Found] {
    var longer: [String: String] = [:]
    for place in names.indices where names[place].name.kind == .org && names[place].name.tokens.count > 2 {
      let name = names[place].name
      let first = name.tokens.lowerBound
      let known = Gazetteer.shared.match(at: first, in: tokens, limit: name.tokens.upperBound)
      let prefix = known?.name.kind == .country ? known?.upper : tokens.isAny(first, .demonym) ? first + 1 : nil
      guard let prefix, prefix < name.tokens.upperBound, tokens.isSpaced(prefix) else { continue }
      let rest = tokens.line(prefix..<name.tokens.upperBound)
      if longer[rest] == nil { longer[rest] = name.name }
    }
    guard !longer.isEmpty else { return names }
    return names.map { found in
      guard found.name.kind == .org, let name = longer[found.name.name] else { return found }
      var found = found
      found.name.name = name
      return found
    }
  }

  /// Names of two passes in text order; where they overlap, the longer one.
  private func merged(_ names: [Found], _ more: [Found]) -> [Found] {
    guard !more.isEmpty else { return names }
    let isInOrder = names.indices.dropFirst().allSatisfy {
      !Self.isBefore(names[$0].name.tokens, names[$0 - 1].name.tokens)
    }
    let names = isInOrder ? names : names.sorted { Self.isBefore($0.name.tokens, $1.name.tokens) }
    let more = more.sorted { Self.isBefore($0.name.tokens, $1.name.tokens) }
    var kept: [Found] = []
    kept.reserveCapacity(names.count + more.count)
    func keep(_ found: Found) {
      let last = kept.isEmpty ? 0..<0 : kept[kept.count - 1].name.tokens
      if found.name.tokens.lowerBound >= last.upperBound {
        kept.append(found)
      } else if found.name.tokens.count > last.count {
        kept[kept.count - 1] = found
      }
    }
    var next = 0
    for found in names {
      while next < more.count, Self.isBefore(more[next].name.tokens, found.name.tokens) {
        keep(more[next])
        next += 1
      }
      keep(found)
    }
    for found in more[next...] { keep(found) }
    return kept
  }

  /// By the first token, then the longer one first.
  private static func isBefore(_ left: Range<Int>, _ right: Range<Int>) -> Bool {
    left.lowerBound != right.lowerBound ? left.lowerBound < right.lowerBound : left.upperBound > right.upperBound
  }

  /// Full names for surnames and short forms, also where they stand alone.
  private func resolved(
    _ names: [Found], _ people: FullNames, _ shortForms: ShortForms, _ text: NameText, _ document: DocumentPart,
    _ styles: [NameReader.Style]
  ) -> [Found] {
    let explained = NameWords(people.keys + shortForms.keys)
    var all: [Found] = []
    all.reserveCapacity(names.count)
    var next = 0
    for (index, sentence) in document.sentences.enumerated() {
      var i = sentence.tokens.lowerBound
      while i < sentence.tokens.upperBound {
        if next < names.count, names[next].name.tokens.lowerBound <= i {
          var name = names[next].name
          if name.kind == .person {
            let isOneWord = !name.name.utf8.contains(0x20)
            let isKnighted = isOneWord && tokens.isAny(name.tokens.lowerBound - 1, Self.knighted)
            // "Sir Adam" is called by his given name.
            let full =
              isKnighted
              ? people.fullName(ofGivenName: name.name) ?? people.fullName(ofSurname: name.name)
              : isOneWord ? people.fullName(ofSurname: name.name) : nil
            name.name = full ?? people.fullName(ofPart: name.name) ?? name.name
          }
          let isOpen =
            name.kind == .org || name.kind == .person || name.tokens.count == 1
            || name.kind == .place && name.countryCode == nil
          if isOpen, let long = shortForms.meaning(of: name.name) ?? lettersMeaning(name, shortForms) {
            (name.name, name.kind) = long
            name.countryCode = nil
          }
          all.append(Found(index, name))
          i = max(i + 1, name.tokens.upperBound)
          next += 1
        } else {
          let limit =
            next < names.count
            ? min(names[next].name.tokens.lowerBound, sentence.tokens.upperBound)
            : sentence.tokens.upperBound
          if text.isCapital(i), explained.contains(i, in: tokens), let name = shortFirm(i, limit, shortForms, text) {
            all.append(Found(index, name))
            i = name.tokens.upperBound
            continue
          }
          if text.isCapital(i), let name = leftOver(i, explained, people, shortForms, text, styles[index]) {
            all.append(Found(index, name))
          }
          i = tokens.capitals.next(from: i + 1, to: max(limit, i + 1))
        }
      }
    }
    return all
  }

  private static let knighted: WordList = ["sir", "dame"]

  /// What a document means by letters that mean another body elsewhere.
  private func lettersMeaning(_ name: NameReading, _ shortForms: ShortForms) -> (name: String, kind: MentionKind)? {
    let i = name.tokens.lowerBound
    guard name.tokens.count == 1, tokens.flags[i].contains(.allCapitals) else { return nil }
    let letters = tokens.text(i)
    return shortForms.meaning(of: letters).flatMap { $0.name == letters ? nil : $0 }
  }

  /// `Lamps & Sons` or `Plain Lamps` where the document has "Plain Lamps, Inc.": two to five words that stand for a longer name.
  private func shortFirm(_ i: Int, _ limit: Int, _ shortForms: ShortForms, _ text: NameText) -> NameReading? {
    guard i == 0 || !text.isCapital(i - 1) || !tokens.isSpaced(i) else { return nil }
    var end = min(limit, i + 5)
    while end > i + 1 {
      if tokens.isCapital(end - 1), end >= limit || !text.isCapital(end) || !tokens.isSpaced(end),
        let long = shortForms.meaning(of: tokens.line(i..<end))
      {
        return NameReading(tokens: i..<end, kind: long.kind, name: long.name, countryCode: nil)
      }
      end -= 1
    }
    return nil
  }

  /// A lone capital that the document explains elsewhere; `explained` has all words that it does.
  private func leftOver(
    _ i: Int, _ explained: NameWords, _ people: FullNames, _ shortForms: ShortForms, _ text: NameText,
    _ style: NameReader.Style
  ) -> NameReading? {
    guard text.width(i) < 40, tokens.details[i] == 0 || !tokens.isAny(i, WordClass.phraseEnd) else { return nil }
    if explained.contains(i, in: tokens) {
      let word = tokens.text(i)
      if let long = shortForms.meaning(of: word) {
        return NameReading(tokens: i..<i + 1, kind: long.kind, name: long.name, countryCode: nil)
      }
      if let full = people.fullName(ofSurname: word) { return person(i, full) }
      // "Wang" for "Wang Tieshu": a surname in front.
      let isFirst = text.isGiven(i) || text.marks(i).contains(.surname) && !text.isEveryday(i)
      if isFirst, !style.isHeading, let full = people.fullName(ofGivenName: word) { return person(i, full) }
    }
    guard !style.isHeading, !style.isTitleCase, !style.isShouted, !(text.isCapital(i - 1) && tokens.isSpaced(i)),
      !(text.isCapital(i + 1) && tokens.isSpaced(i + 1))
    else { return nil }
    // "ask Rachel": a frequent given name that is nothing else.
    if tokens.isAny(i, .firstName), text.marks(i).isDisjoint(with: [.word, .city, .region]), tokens.isWord(i - 1),
      !tokens.isCapital(i - 1), !tokens.isAny(i - 1, .determiner), !tokens.isAny(i - 1, .placeCue),
      tokens.numeral(i + 1) == nil
    {
      return person(i, tokens.text(i))
    }
    if isOnlyGivenName(i, text) { return person(i, tokens.text(i)) }
    if isParty(i, text) { return NameReading(tokens: i..<i + 1, kind: .org, name: tokens.text(i), countryCode: nil) }
    if tokens.isAny(i, .loneBody), tokens.isKey(i - 1, .the), !text.isAllCapitals(i) {
      let name = shortForms.body(ofHead: tokens.text(i)) ?? tokens.text(i)
      return NameReading(tokens: i..<i + 1, kind: .org, name: name, countryCode: nil)
    }
    return isFirm(i, text) ? NameReading(tokens: i..<i + 1, kind: .org, name: tokens.text(i), countryCode: nil) : nil
  }

  /// `Labour` inside a sentence or as one who speaks and has: the party.
  private func isParty(_ i: Int, _ text: NameText) -> Bool {
    guard tokens.isAny(i, Self.parties) || tokens.isAny(i, Self.greens) && tokens.isKey(i - 1, .the),
      !text.isAllCapitals(i), !tokens.isHyphen(i + 1), !tokens.isHyphen(i - 1),
      i > 0, !tokens.isAny(i - 1, .demonym)
    else { return false }
    let isOwner = tokens.kinds.indices.contains(i + 1) && tokens.kinds[i + 1] == .clitic
    let isSubject = tokens.isAny(i + 1, [.speech, .auxiliary])
    return isOwner || isSubject || tokens.isWord(i - 1) && !tokens.flags[i].contains(.lineStart)
  }

  private static let greens: WordList = ["greens"]
  private static let parties: WordList = ["labour", "labor"]

  /// `Her son, Pavel, left`, `asked to be called Mirel`, `gave her name as Tovi`: all that a text tells of somebody.
  private func isOnlyGivenName(_ i: Int, _ text: NameText) -> Bool {
    guard i >= 3, text.marks(i).isDisjoint(with: .place) || text.isGiven(i), !text.isAllCapitals(i),
      !tokens.isAny(i, .demonym)
    else { return false }
    if tokens.isSymbol(i - 1, ","), tokens.isSymbol(i + 1, ",") {
      return tokens.isAny(i - 2, .kin) && !tokens.isCapital(i - 2) && text.isGiven(i)
    }
    if tokens.isAny(i - 1, .kin), !tokens.isCapital(i - 1) { return text.isGiven(i) }
    guard !text.isEveryday(i) || text.isGiven(i) else { return false }
    let isCalled = tokens.isAny(i - 1, .calling) && tokens.isKey(i - 2, .be)
    return isCalled || tokens.isWord(i - 2) && tokens.text(i - 2) == "name" && tokens.isKey(i - 1, .as)
  }

  private func person(_ i: Int, _ name: String) -> NameReading {
    NameReading(tokens: i..<i + 1, kind: .person, name: name, countryCode: nil)
  }

  private static let executive: WordList = ["executive"]

  /// `Zarando shares`, `chief executive of Zarando`: an unknown word that has what companies have.
  private func isFirm(_ i: Int, _ text: NameText) -> Bool {
    guard text.marks(i).isDisjoint(with: [.word, .given, .city, .region]), !tokens.isAny(i, .demonym),
      tokens.details[i] == 0,
      text.width(i) > 2
    else { return false }
    if tokens.isAny(i + 1, .firmCue) { return true }
    guard tokens.isKey(i - 1, .of), i >= 3 else { return false }
    return tokens.isAny(i - 2, .firmCue) || tokens.isAny(i - 2, Self.executive)
  }
}
