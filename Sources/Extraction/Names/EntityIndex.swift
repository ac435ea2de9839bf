import IbidColumns

/// Who and what a corpus names: mentions of all files gathered into one row per name.
///
/// Countries meet by their code, others by kind and name (case, "the" and a possessive left out); an acronym that a file
/// explains meets its long form in all files, unless two files explain it differently. Rows stand in order of first mention, files in the order given: the same for any threads.
package struct EntityIndex: Sendable {
  package struct Entity: Sendable {
    package var kind: MentionKind
    package var name: String
    /// Other spellings, in order of appearance.
    package var aliases: [String]
    package var countryCode: String?
    /// Copies of sentences do not count, as in `mentions`.
    package var mentionCount: Int
  }

  package private(set) var entities: [Entity] = []
  /// For each file, the entity of each of its mentions.
  package private(set) var entityOfMention: [[Int]] = []
  /// For each file, the entity of each quotation's speaker, if it is a name.
  package private(set) var entityOfSpeaker: [[Int?]] = []
  /// What tells the entities apart, in their order.
  private var keys = TextDictionaryBuilder()
  /// Names as they are written, and what each was found to mean: most come again and again, and few are of two kinds.
  private var names = TextDictionaryBuilder()
  private var meanings: [[Meaning]] = []
  /// What short forms of organisations mean.
  private var longForms: [String: String] = [:]

  private struct Meaning {
    var kind: MentionKind
    var countryCode: String?
    var entity: Int
  }

  /// `isCopy`: whether a mention, of a file by its number, stands in a sentence that repeats another.
  package init(_ files: [Findings], isCopy: (_ file: Int, _ mention: MentionRow) -> Bool) {
    longForms = Self.longForms(files)
    for (number, file) in files.enumerated() {
      var indices: [Int] = []
      indices.reserveCapacity(file.mentions.count)
      for mention in file.mentions {
        let index = entity(mention.kind, mention.name, mention.countryCode)
        if !isCopy(number, mention) { entities[index].mentionCount += 1 }
        addAlias(mention.text, to: index)
        indices.append(index)
      }
      entityOfMention.append(indices)
    }
    for file in files {
      entityOfSpeaker.append(
        file.quotes.map { quote in
          guard let kind = quote.speakerKind, let speaker = quote.speaker else { return nil }
          return entity(kind, speaker, nil)
        })
    }
    (keys, names, meanings) = (TextDictionaryBuilder(), TextDictionaryBuilder(), [])
  }

  /// What each short form means, where all files that explain it agree.
  private static func longForms(_ files: [Findings]) -> [String: String] {
    var longForms: [String: String] = [:]
    var doubtful: Set<String> = []
    for file in files {
      for row in file.acronyms {
        if let known = longForms[row.short], key(known) != key(row.long) { doubtful.insert(row.short) }
        if longForms[row.short] == nil { longForms[row.short] = row.long }
      }
    }
    for short in doubtful { longForms[short] = nil }
    return longForms
  }

  /// The entity that a name or alias means, if exactly one does.
  package func lookUp(_ name: String) -> Int? {
    let wanted = Self.key(name)
    var found: Int?
    for (index, entity) in entities.enumerated()
    where Self.key(entity.name) == wanted || entity.aliases.contains(where: { Self.key($0) == wanted }) {
      if found != nil { return nil }
      found = index
    }
    return found
  }

  private mutating func entity(_ kind: MentionKind, _ name: String, _ code: String?) -> Int {
    let place = Int(names.code(for: name))
    if place == meanings.count { meanings.append([]) }
    if let known = meanings[place].first(where: { $0.kind == kind && $0.countryCode == code }) { return known.entity }
    let full = kind == .org ? longForms[name] ?? name : name
    let entity = Int(
      keys.code(ofWritten: { bytes in
        bytes.append(contentsOf: kind.rawValue.utf8)
        bytes.append(UInt8(ascii: " "))
        bytes.append(contentsOf: kind == .country ? (code ?? full).utf8 : Self.key(full).utf8)
        return false
      }))
    if entity == entities.count {
      entities.append(Entity(kind: kind, name: full, aliases: [], countryCode: code, mentionCount: 0))
    }
    meanings[place].append(Meaning(kind: kind, countryCode: code, entity: entity))
    return entity
  }

  private mutating func addAlias(_ text: String, to index: Int) {
    // Few names have more than two or three.
    guard text != entities[index].name, entities[index].aliases.count < 50, !entities[index].aliases.contains(text)
    else {
      return
    }
    entities[index].aliases.append(text)
  }

  /// Lower case without a leading article.
  private static func key(_ name: String) -> String {
    let lower = MoneyReader.lowercased(name)
    return lower.hasPrefix("the ") ? String(lower.dropFirst(4)) : lower
  }
}
