/// The forms of English words, for `lemma "arrest"`.
///
/// A lemma stands for all its forms as verb and as noun: -s, -ed, -ing with the usual changes of spelling, and the forms
/// of common irregular verbs and nouns. Spellings that do not exist ("goed") are harmless: no text has them.
package enum Inflection {
  /// The lemma first, all in lower case, each once.
  package static func forms(of lemma: String) -> [String] {
    let lemma = lemma.lowercased()
    var forms = [lemma]
    func add(_ form: String) { if !forms.contains(form) { forms.append(form) } }
    add(plural(of: lemma))
    if let known = irregular[lemma] {
      known.forEach(add)
      add(participle(of: lemma))
      return forms
    }
    add(past(of: lemma))
    add(participle(of: lemma))
    return forms
  }

  private static func isVowel(_ character: Character) -> Bool { "aeiou".contains(character) }

  private static func plural(of word: String) -> String {
    if word.hasSuffix("y"), let before = word.dropLast().last, !isVowel(before) { return word.dropLast() + "ies" }
    if ["s", "x", "z", "ch", "sh"].contains(where: word.hasSuffix) { return word + "es" }
    if word.hasSuffix("o"), let before = word.dropLast().last, !isVowel(before) { return word + "es" }
    return word + "s"
  }

  private static func past(of word: String) -> String {
    if word.hasSuffix("e") { return word + "d" }
    if word.hasSuffix("y"), let before = word.dropLast().last, !isVowel(before) { return word.dropLast() + "ied" }
    return doubled(word) + "ed"
  }

  private static func participle(of word: String) -> String {
    if word.hasSuffix("ie") { return word.dropLast(2) + "ying" }
    if word.hasSuffix("e"), !word.hasSuffix("ee"), !word.hasSuffix("oe"), word.count > 2 {
      return word.dropLast() + "ing"
    }
    return doubled(word) + "ing"
  }

  /// With its last consonant doubled where that is the rule: one short vowel before it, in a short word or one listed.
  private static func doubled(_ word: String) -> String {
    let letters = Array(word)
    guard letters.count >= 3, let last = letters.last, !isVowel(last), !"wxy".contains(last),
      isVowel(letters[letters.count - 2]), !isVowel(letters[letters.count - 3]),
      letters.count <= 4 && letters.filter(isVowel).count == 1 || doubling.contains(word)
    else { return word }
    return word + String(last)
  }

  private static let doubling: Set<String> = [
    "admit", "begin", "cancel", "commit", "compel", "control", "deter", "equip", "expel", "fulfil", "incur", "label",
    "occur", "patrol", "permit", "prefer", "propel", "rebel", "refer", "regret", "submit", "traffic", "transfer",
    "travel", "transmit", "signal", "repel", "scrap", "strip", "program", "forget", "model",
  ]

  /// Past, past participle and plural of words that do not follow the rules.
  private static let irregular: [String: [String]] = {
    var forms: [String: [String]] = [:]
    for line in table.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
      let words = line.split(separator: " ").map(String.init)
      guard let lemma = words.first else { continue }
      forms[lemma, default: []] += words.dropFirst()
    }
    return forms
  }()

  private static let table = """
    be am is are was were been being; become became; begin began begun; bind bound; bring brought; build built; buy bought
    catch caught; choose chose chosen; come came; cut cut; deal dealt; do does did done; draw drew drawn; drive drove driven
    fall fell fallen; feel felt; fight fought; find found; flee fled; fly flew flown; forbid forbade forbidden; get got gotten
    give gave given; go goes went gone; grow grew grown; hang hung; have has had; hear heard; hide hid hidden; hit hit
    hold held; keep kept; know knew known; lay laid; lead led; leave left; lend lent; let let; lose lost; make made; mean meant
    meet met; pay paid; put put; read read; ride rode ridden; rise rose risen; run ran; say said; see saw seen; seek sought
    sell sold; send sent; set set; shoot shot; show showed shown; shut shut; sink sank sunk; sit sat; speak spoke spoken
    spend spent; split split; spread spread; stand stood; steal stole stolen; strike struck stricken; sweep swept; take took taken
    teach taught; tell told; think thought; throw threw thrown; undergo underwent undergone; understand understood
    undertake undertook undertaken; withdraw withdrew withdrawn; win won; write wrote written; uphold upheld; overthrow overthrew overthrown
    rebuild rebuilt; outline outlined; shed shed; broadcast broadcast; forge forged; arise arose arisen; bear bore borne; beat beaten
    man men; woman women; child children; person people persons; foot feet; wife wives; life lives; knife knives; half halves
    leaf leaves; thief thieves; self selves; shelf shelves; policeman policemen; policewoman policewomen; fisherman fishermen
    crisis crises; analysis analyses; memorandum memoranda memorandums; criterion criteria; datum data; medium media
    traffic trafficked trafficking; picnic picnicked picnicking; panic panicked panicking; mimic mimicked mimicking
    """
}
