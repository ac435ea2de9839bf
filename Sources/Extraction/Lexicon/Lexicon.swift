import IbidSource

/// The words that Ibid knows, each with what it may be; built once from the tables in this folder.
///
/// A word of the text is looked up while it is tokenised, by a hash of its letters in lower case (ASCII letters; others
/// as they stand). Ids are small integers: `Key` cases first, then every other word of the tables; 0 is "no such word".
package struct Lexicon: Sendable {
  /// Plain numbers only, so that handing one on copies a few bytes and counts no references.
  package struct Entry: Sendable {
    package let id: UInt16
    package var classes: WordClass = []
    package var names: NameClass = []
    /// Value of a cardinal, power of ten of a scale.
    package var number: Int32 = 0
    /// Value of an ordinal, denominator of a fraction.
    package var ordinal: Int32 = 0
    package var month: UInt8 = 0
    /// 1 is Monday.
    package var weekday: UInt8 = 0
    /// Places of `unit` and `currency` among the lexicon's names.
    fileprivate(set) var unitName: UInt16 = 0
    fileprivate(set) var currencyName: UInt16 = 0

    package var spelling: String { Lexicon.shared.spellings[Int(id)] }
    /// The canonical word of a unit, else empty.
    package var unit: String { Lexicon.shared.names[Int(unitName)] }
    /// The code or family of a currency, else empty.
    package var currency: String { Lexicon.shared.names[Int(currencyName)] }
  }

  /// Where a word's letters are, and what tells it from most others.
  private struct Place: Sendable {
    /// The first eight letters as one number (`EightBytes`), zeros behind shorter words.
    var head: UInt64
    var start: Int32
    var count: Int32
  }

  package static let shared = Lexicon()

  package private(set) var entries: [Entry] = []
  /// The classes of each entry once more, side by side: what the rules ask for most.
  package private(set) var classes: [WordClass] = []
  package private(set) var nameClasses: [NameClass] = []
  fileprivate var spellings: [String] = []
  /// Units and currencies, the empty name first.
  fileprivate var names = [""]
  /// Open addressing: the upper half of a word's hash above its id, so that most words are told apart by one number; 0 is
  /// a free slot.
  private var slots: [UInt32] = []
  /// The letters of all words back to back; word `i` ends where the next begins.
  private var letters: [UInt8] = []
  private var places: [Place] = []
  private var building: [String: Int] = [:]

  private init() {
    entries.reserveCapacity(8_192)
    spellings.reserveCapacity(8_192)
    building.reserveCapacity(8_192)
    for key in Key.allCases { _ = add(key == .none ? "" : key.spelling) }
    addNumberWords()
    addTimeWords()
    addUnitWords()
    addFunctionWords()
    addSpeechWords()
    addNameWords()
    for phrase in BoundWords.phrases {
      for word in phrase.words.split(separator: " ") { _ = add(String(word)) }
    }
    for (word, isFirst) in Gazetteer.words { add(word, isFirst ? .gazetteer : []) }
    for country in PlaceData.countries {
      for demonym in country.demonyms {
        if !demonym.utf8.contains(0x20) {
          // "Kyrgyz Republic" is a name of the gazetteer.
          let word = MoneyReader.lowercased(demonym)
          addAll(word + " " + word + "s", [.demonym, .gazetteer])
          if let hyphen = word.utf8.firstIndex(of: 0x2D) { mark(CollectionOfOne(String(word[..<hyphen])), .gazetteer) }
        } else if let last = demonym.split(separator: " ").last {
          // "Sri Lankan"
          let word = MoneyReader.lowercased(String(last))
          addAll(word + " " + word + "s", .demonym)
        }
      }
    }
    addAll(
      """
      european african asian central latin northern southern eastern western muslim muslims jewish christian christians arab arabs kurdish kurds english
      scottish welsh catalan shia shiite shiites sunni sunnis hindu hindus buddhist buddhists sikh sikhs catholic catholics protestant orthodox
      islamic arabic eid ramadan latino hispanic aboriginal maori rohingya yazidi yazidis uighur uyghur uyghurs tamil pashtun hazara bedouin balkan
      nordic mandarin cantonese hebrew urdu persian californian texan parisian londoner americans anglican slavic
      scots brits kiwis aussies europeans africans asians semitic punjabi bengali gaelic
      """,
      .demonym)
    mark(NumberReader.startWords, .numberStart)
    mark(DateReader.startWords, .dateStart)
    mark(DateAnnotator.openings, .dateOpening)
    mark(FigureReader.startWords, .figureStart)
    mark(DateReader.secondWords, .dateSecond)
    mark(DateReader.countWords, .durationJoint)
    mark(["between"], .rangeStart)
    mark(CueReader.startWords, .reportStart)
    mark(NameReader.lawStarts, .lawStart)
    mark(NameReader.eventStarts, .eventStart)
    mark(NameReader.bodyStarts, .bodyStart)
    mark(NameReader.pairedHeads, .pairedHead)
    mark(NameReader.islanders, .islander)
    mark(CurrencyWords.prefixes.keys.map(MoneyReader.lowercased), .currencyLetters)
    buildTable()
  }

  // MARK: Looking up

  /// The id of the word in a range of bytes whose lower-case hash is known; 0 if it is not in the lexicon.
  package func id(of bytes: [UInt8], _ lower: Int, _ upper: Int, hash: UInt32) -> Int {
    guard upper - lower <= Self.longestWord else { return 0 }
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while case let entry = slots[slot], entry != 0 {
      if entry >> 16 == hash >> 16, case let id = Int(entry & 0xFFFF), matches(id, bytes, lower, upper) { return id }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The id of a word of up to seven letters in lower case, the first one lowest; 0 if it is not in the lexicon.
  @inline(__always) func id(ofShort letters: UInt64) -> Int {
    let hash = WordHash.value(ofShort: letters)
    let mask = slots.count - 1
    var slot = Int(hash) & mask
    while case let entry = slots[slot], entry != 0 {
      if entry >> 16 == hash >> 16, case let id = Int(entry & 0xFFFF), places[id].head == letters { return id }
      slot = (slot + 1) & mask
    }
    return 0
  }

  /// The id of what follows an apostrophe.
  package func clitic(of bytes: [UInt8], _ lower: Int, _ upper: Int) -> Int {
    guard upper - lower <= 3 else { return 0 }
    var hash = WordHash()
    for i in lower..<upper { hash.append(bytes[i] | 0x20) }
    return id(of: bytes, lower, upper, hash: hash.value)
  }

  /// The id of a word written in lower case; 0 if unknown.
  package func id(of word: some StringProtocol) -> Int { id(ofLetters: Array(word.utf8)) }

  func id(ofLetters bytes: [UInt8]) -> Int {
    var hash = WordHash()
    for byte in bytes { hash.append(Self.lower(byte)) }
    return id(of: bytes, 0, bytes.count, hash: hash.value)
  }

  /// Bytes of a word.
  func width(ofWord id: Int) -> Int { Int(places[id].count) }

  /// All words, a line each.
  var lines: [UInt8] {
    var lines: [UInt8] = []
    lines.reserveCapacity(letters.count + places.count)
    for place in places {
      lines.append(contentsOf: letters[Int(place.start)..<Int(place.start + place.count)])
      lines.append(0x0A)
    }
    return lines
  }

  private static let longestWord = 24

  private static func lower(_ byte: UInt8) -> UInt8 { byte >= 0x41 && byte <= 0x5A ? byte | 0x20 : byte }

  @inline(__always) private func matches(_ id: Int, _ bytes: [UInt8], _ lower: Int, _ upper: Int) -> Bool {
    let (place, count) = (places[id], upper - lower)
    guard Int(place.count) == count else { return false }
    if lower + 8 <= bytes.count {
      let eight = EightBytes(bytes.span, at: lower).bytes & (count < 8 ? ~(UInt64.max << UInt64(count * 8)) : .max)
      if eight & 0x8080_8080_8080_8080 == 0 {
        // Small letters, as no other sign of a word has the bit that makes capitals small.
        let small = eight | 0x2020_2020_2020_2020 & (count < 8 ? ~(UInt64.max << UInt64(count * 8)) : .max)
        if count <= 8 || small != place.head { return small == place.head }
      }
    }
    return matches(Int(place.start), count, bytes, lower)
  }

  /// Letter by letter.
  @inline(never) private func matches(_ start: Int, _ count: Int, _ bytes: [UInt8], _ lower: Int) -> Bool {
    for i in 0..<count where letters[start + i] != Self.lower(bytes[lower + i]) { return false }
    return true
  }

  // MARK: Building

  /// The entry of a word, made if it is new.
  @discardableResult
  mutating func add(_ word: some StringProtocol, _ classes: WordClass = [], _ change: (inout Entry) -> Void = { _ in })
    -> Int
  {
    let word = String(word)
    let id: Int
    if let known = building[word] {
      id = known
    } else {
      id = entries.count
      building[word] = id
      entries.append(Entry(id: UInt16(id)))
      spellings.append(word)
    }
    entries[id].classes.formUnion(classes)
    change(&entries[id])
    return id
  }

  /// Gives a class to those of some words that are here, so that readers ask for it with one load and a mask; others stay
  /// unknown.
  private mutating func mark(_ words: some Sequence<String>, _ classes: WordClass) {
    for word in words { if let id = building[word] { entries[id].classes.formUnion(classes) } }
  }

  private mutating func mark(_ words: [String], _ names: NameClass) {
    for word in words { if let id = building[word] { entries[id].names.formUnion(names) } }
  }

  /// Adds every word of a list that is separated by spaces.
  mutating func addAll(_ list: String, _ classes: WordClass, _ change: (inout Entry) -> Void = { _ in }) {
    for word in list.utf8.split(whereSeparator: { $0 == 0x20 || $0 == 0x0A }) {
      add(String(Substring(word)), classes, change)
    }
  }

  /// Adds words that all stand for one unit.
  mutating func addAll(_ list: String, _ classes: WordClass, unit: String) {
    let name = self.name(unit)
    addAll(list, classes) { $0.unitName = name }
  }

  /// Adds words that all stand for one currency or family of currencies.
  mutating func addAll(_ list: String, _ classes: WordClass, currency: String) {
    let name = self.name(currency)
    addAll(list, classes) { $0.currencyName = name }
  }

  private mutating func name(_ text: String) -> UInt16 {
    if let known = names.firstIndex(of: text) { return UInt16(known) }
    names.append(text)
    return UInt16(names.count - 1)
  }

  private mutating func buildTable() {
    classes = entries.map(\.classes)
    nameClasses = entries.map(\.names)
    var size = 1024
    while size < entries.count * 3 { size *= 2 }
    slots = Array(repeating: 0, count: size)
    letters.reserveCapacity(spellings.count * 8)
    places.reserveCapacity(spellings.count)
    for (id, spelling) in spellings.enumerated() {
      var (wordHash, head, shift) = (WordHash(), UInt64(0), UInt64(0))
      let start = letters.count
      for byte in spelling.utf8 {
        wordHash.append(byte)
        // Of the ninth letter on, nothing.
        head |= UInt64(byte) << shift
        shift += 8
        letters.append(byte)
      }
      places.append(Place(head: head, start: Int32(start), count: Int32(letters.count - start)))
      guard id > 0 else { continue }
      let hash = wordHash.value
      var slot = Int(hash) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = (hash & 0xFFFF_0000) | UInt32(id)
    }
    building = [:]
  }
}
