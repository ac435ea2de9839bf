/// Names that are known beforehand and certain: countries, places, bodies.
struct Gazetteer: Sendable {
  struct Name: Sendable {
    var kind: MentionKind
    var name: String
    var countryCode: String?
  }

  struct Match {
    var name: Name
    var upper: Int
  }

  private struct Phrase: Sendable {
    /// Word ids; 0 for a hyphen.
    var ids: [UInt32]
    var name: Int
    /// `US`, `UK`: only in capitals.
    var isAbbreviation: Bool
  }

  /// A phrase whose word ids stand in `ids`: without arrays of its own, so that to look at one costs no reference.
  private struct Place: Sendable {
    var start: Int32
    var count: Int32
    var name: Int32
    var isAbbreviation: Bool
  }

  static let shared = Gazetteer()

  private var names: [Name] = []
  /// Word ids of all phrases, one phrase after the other.
  private var ids: [UInt32] = []
  /// In the order of their first words, of which `starts` has the first place of each; longest first.
  private var places: [Place] = []
  private var starts: [Int32] = []

  private init() {
    /// By the id of their first word.
    var phrases: [[Phrase]] = Array(repeating: [], count: Lexicon.shared.entries.count)
    func add(_ name: Name, _ spellings: [String]) { self.add(name, spellings, to: &phrases) }
    for country in PlaceData.countries {
      add(Name(kind: .country, name: country.name, countryCode: country.code), [country.name] + country.aliases)
      for capital in country.capitals { add(Name(kind: .place, name: capital, countryCode: country.code), [capital]) }
    }
    for place in PlaceData.places {
      add(Name(kind: .place, name: place.name, countryCode: place.country), [place.name] + place.aliases)
    }
    for (kind, names) in Self.listed + Self.further {
      for names in names { add(Name(kind: kind, name: names[0], countryCode: nil), names) }
    }
    // "Kyrgyz Republic", where no other country has that name.
    for country in PlaceData.countries {
      let name = Name(kind: .country, name: country.name, countryCode: country.code)
      add(name, country.demonyms.filter { !$0.contains(" ") }.map { $0 + " Republic" })
    }
    for ofWord in phrases {
      starts.append(Int32(places.count))
      for phrase in ofWord.sorted(by: { $0.ids.count > $1.ids.count }) {
        places.append(
          Place(
            start: Int32(ids.count), count: Int32(phrase.ids.count), name: Int32(phrase.name),
            isAbbreviation: phrase.isAbbreviation))
        ids += phrase.ids
      }
    }
    starts.append(Int32(places.count))
  }

  private mutating func add(_ name: Name, _ spellings: [String], to phrases: inout [[Phrase]]) {
    // The first table that has a name keeps it: Singapore is a country before it is its capital.
    names.append(name)
    let lexicon = Lexicon.shared
    for spelling in spellings {
      let ids = Self.parts(spelling).map { $0 == Self.hyphen ? 0 : UInt32(lexicon.id(ofLetters: $0)) }
      guard let first = ids.first, first != 0 else { continue }
      let isAbbreviation = ids.count == 1 && spelling.utf8.allSatisfy { $0 < 0x60 } && spelling.utf8.count <= 6
      if let known = phrases[Int(first)].firstIndex(where: { $0.ids == ids }) {
        // "Unicef" beside "UNICEF"
        if phrases[Int(first)][known].name == names.count - 1, !isAbbreviation {
          phrases[Int(first)][known].isAbbreviation = false
        }
        continue
      }
      phrases[Int(first)].append(Phrase(ids: ids, name: names.count - 1, isAbbreviation: isAbbreviation))
    }
  }

  /// Whether names begin with a word of the lexicon, given by its id.
  func begins(withWord id: Int) -> Bool { starts[id] < starts[id + 1] }

  /// The longest known name that starts at a token.
  func match(at i: Int, in tokens: Tokens, limit: Int) -> Match? {
    guard tokens.isWord(i), tokens.isCapital(i), tokens.classes[i].contains(.gazetteer) else { return nil }
    let word = Int(tokens.details[i])
    for place in Int(starts[word])..<Int(starts[word + 1]) {
      let phrase = places[place]
      let end = i + Int(phrase.count)
      if end <= limit, isMatch(phrase, at: i, in: tokens), tokens.isCapital(end - 1) {
        return Match(name: names[Int(phrase.name)], upper: end)
      }
    }
    return nil
  }

  private func isMatch(_ phrase: Place, at i: Int, in tokens: Tokens) -> Bool {
    if phrase.isAbbreviation, tokens.flags[i].isDisjoint(with: [.allCapitals, .isDotted, .hasDigit]) { return false }
    for offset in 1..<max(1, Int(phrase.count)) {
      let (id, at) = (ids[Int(phrase.start) + offset], i + offset)
      guard id == 0 ? tokens.isHyphen(at) : tokens.isWord(at) && tokens.details[at] == id else { return false }
    }
    return true
  }

  // MARK: Words for the lexicon

  /// Every word of every name, in lower case, and whether the name begins with it.
  static var words: [(word: String, isFirst: Bool)] {
    var words: [(String, Bool)] = []
    func add(_ name: String) {
      for (index, part) in parts(name).enumerated() where part != hyphen {
        words.append((String(decoding: part, as: UTF8.self), index == 0))
      }
    }
    for country in PlaceData.countries { ([country.name] + country.aliases + country.capitals).forEach(add) }
    for place in PlaceData.places { ([place.name] + place.aliases).forEach(add) }
    for (_, names) in listed + further { names.joined().forEach(add) }
    return words
  }

  private static let hyphen: [UInt8] = [UInt8(ascii: "-")]

  /// The words of a name in lower case, and the hyphens between them.
  private static func parts(_ name: String) -> [[UInt8]] {
    var parts: [[UInt8]] = []
    var part: [UInt8] = []
    var isJoined = false
    func close() {
      guard !part.isEmpty else { return }
      if isJoined { parts.append(hyphen) }
      parts.append(part)
      part = []
    }
    for byte in name.utf8 {
      switch byte {
      case UInt8(ascii: " "):
        close()
        isJoined = false
      case UInt8(ascii: "-"):
        // A hyphen joins what stands before it in the same word.
        let isBehind = !part.isEmpty
        close()
        isJoined = isJoined || isBehind
      default: part.append(byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte)
      }
    }
    close()
    return parts
  }
}
