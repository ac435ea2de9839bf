/// What the words around a number say about it.
package enum Bound: Sendable {
  /// More than: the low end, left out.
  case above
  case atLeast
  case upTo
  /// Less than: the high end, left out.
  case below
  case about
}

/// The one table of bound and hedge words, for money, figures and dates alike.
package enum BoundWords {
  /// Where the words stand.
  package enum Place: Sendable { case before, after }

  /// What the words must stand before to bound it.
  package enum Need: Sendable {
    case any
    /// Measures of time and space: "within 75 feet".
    case unit
    /// What tells how far something has come: "passed 40,000", not "passed 12 laws".
    case level
  }

  package struct Phrase: Sendable {
    let words: String
    let bound: Bound
    let place: Place
    var need = Need.any
  }

  package static let phrases: [Phrase] =
    before(
      .above,
      "more than", "over", "exceeding", "above", "in excess of", "upwards of", "upward of", "greater than",
      "higher than", "larger than",
      "longer than", "older than", "exceed", "exceeds", "exceeded", "surpassed", "surpassing", "surpass", "topped",
      "topping", "north of", "beyond",
      "better than", "not less than half", "older than", "passed the", "wider than", "deeper than", "heavier than",
      "taller than", "thicker than")
    + before(
      .atLeast,
      "at least", "at the very least", "at the least", "a minimum of", "no fewer than", "no less than", "not less than",
      "not fewer than",
      "at a minimum",
      "as few as", "as little as", "starting at", "starting from", "a low of")
    + before(
      .upTo,
      "up to", "at most", "as many as", "as much as", "a maximum of", "no more than", "not more than", "nor more than",
      "up to a maximum of",
      "up to and including", "at the most", "capped at", "not exceeding", "no later than", "a high of",
      "anything up to", "a cap of", "a ceiling of", "an upper limit of",
      "no longer than", "no higher than", "as high as")
    + before(
      .below,
      "less than", "under", "below", "fewer than", "lower than", "short of", "shy of", "smaller than",
      "younger than", "south of", "shorter than",
      "narrower than", "lighter than", "thinner than",
      "under the age of", "below the age of")
    + before(.above, "over the age of", "above the age of")
    + before(
      .about,
      "about", "around", "approximately", "approx", "roughly", "nearly", "almost", "some", "an estimated", "estimated",
      "circa", "close to",
      "in the region of", "in the order of", "of the order of", "on the order of", "virtually", "an approximate",
      "in the vicinity of",
      "estimated at", "estimated to be", "somewhere around", "practically", "ca", "an average of about", "nearing",
      "approaching", "perhaps", "maybe", "closer to", "nearer to", "nearer", "barely", "something like", "nigh on",
      "getting on for", "the best part of", "the better part of", "more or less", "a good", "just about")
    // French and German, for the documents that get numbers and money only.
    + before(.above, "plus de", "mehr als", "über") + before(.atLeast, "au moins", "mindestens")
    + before(.upTo, "bis zu", "höchstens", "maximal", "au plus") + before(.below, "moins de", "weniger als", "unter")
    + before(.about, "rund", "etwa", "environ", "près de", "quelque", "knapp", "ungefähr")
    + after(
      .atLeast, "or more", "plus", "or over", "or above", "or higher", "and above", "and over", "or older",
      "or greater", "and up", "upwards", "and upwards", "and upward", "or upwards", "and counting", "and older",
      "or longer", "or better", "and more")
    + after(
      .upTo, "or less", "or fewer", "or under", "or below", "or lower", "and under", "and below", "at most",
      "at the most", "at the very most",
      "or younger", "maximum", "max", "tops")
    + after(.atLeast, "at least", "at the least", "at the very least", "minimum")
    + after(.about, "or so", "or thereabouts")
    + [Phrase(words: "within", bound: .upTo, place: .before, need: .unit)]
    + [("passed", .above), ("passes", .above), ("limited to", .upTo), ("restricted to", .upTo)].map {
      Phrase(words: $0, bound: $1, place: .before, need: .level)
    }

  /// Words that strengthen the bound after them: "well over", "just under".
  package static let intensifiers: WordList = [
    "well", "far", "just", "significantly", "slightly", "considerably", "substantially", "marginally", "much", "way",
    "only", "still", "even", "already",
  ]

  /// Phrases by last word (before) or first word (after), longest first.
  static let beforeByLastWord = index(phrases.filter { $0.place == .before }, key: { $0.last ?? "" })
  static let afterByFirstWord = index(phrases.filter { $0.place == .after }, key: { $0.first ?? "" })

  struct Indexed: Sendable {
    let ids: [UInt32]
    let bound: Bound
    let need: Need
  }

  private static func index(_ phrases: [Phrase], key: ([Substring]) -> Substring) -> WordTable<[Indexed]> {
    var table: [String: [Indexed]] = [:]
    for phrase in phrases {
      let words = phrase.words.split(separator: " ")
      let ids = words.map { UInt32(Lexicon.shared.id(of: $0)) }
      table[String(key(words)), default: []].append(
        Indexed(ids: ids, bound: phrase.bound, need: phrase.need))
    }
    return WordTable(table.map { ($0.key, $0.value.sorted { $0.ids.count > $1.ids.count }) })
  }

  private static func before(_ bound: Bound, _ phrases: String...) -> [Phrase] {
    phrases.map { Phrase(words: $0, bound: bound, place: .before) }
  }

  private static func after(_ bound: Bound, _ phrases: String...) -> [Phrase] {
    phrases.map { Phrase(words: $0, bound: bound, place: .after) }
  }
}
