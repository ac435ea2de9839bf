import IbidSource

/// Tells by small signs whether a text comes from where the day or from where the month is written first.
///
/// Signs are currencies, zones of time, numbers of telephones, ends of web addresses. Signs of both sorts tell nothing, nor
/// does a text from Canada, where both orders are in use.
enum PlaceSigns {
  static func order(in view: TextView) -> DayOrder {
    var dayFirst = false
    var monthFirst = false
    for word in view.words(in: ByteSpan(0, view.count)) {
      let before = view.scalar(before: word.span.lower).value
      if canada.contains(word.hash) { return .unknown }
      if word.hasDigit {
        if before == 0x2B { if view.bytes[word.span.lower] != UInt8(ascii: "1") { dayFirst = true } }
        if currencies.contains(before) { dayFirst = true }
        if isAmericanNumber(word.span, view) { monthFirst = true }
      } else if before == 0x2E, domains.contains(word.hash), isLetter(before: word.span.lower - 1, view) {
        dayFirst = true
      } else if word.span.count <= 4, Characters.isUpper(view.scalar(at: word.span.lower).value) {
        let isFollowedByStop = view.scalar(at: word.span.upper).value == 0x2E
        let name = view.string(word.span)
        if dayFirstZones.contains(name) { dayFirst = true }
        if monthFirstZones.contains(name) || isFollowedByStop && Abbreviations.states.contains(name) {
          monthFirst = true
        }
      }
    }
    if dayFirst != monthFirst { return dayFirst ? .dayFirst : .monthFirst }
    return dayFirst ? .unknown : ofSpelling(view)
  }

  /// By British against American spelling.
  private static func ofSpelling(_ view: TextView) -> DayOrder {
    let words = Set(view.words(in: ByteSpan(0, view.count)).map(\.hash))
    let (isBritish, isAmerican) = (!words.isDisjoint(with: british), !words.isDisjoint(with: american))
    return isBritish == isAmerican ? .unknown : isBritish ? .dayFirst : .monthFirst
  }

  private static func isLetter(before offset: Int, _ view: TextView) -> Bool {
    Characters.isLetter(view.scalar(before: offset).value)
  }

  /// The middle of `(202) 555-0100` or `202-555-0100`.
  private static func isAmericanNumber(_ span: ByteSpan, _ view: TextView) -> Bool {
    guard span.count == 3, span.lower >= 4, span.upper + 5 <= view.count else { return false }
    let isDashed = view.bytes[span.upper] == UInt8(ascii: "-")
    let rest = view.bytes[(span.upper + 1)..<(span.upper + 5)]
    let area = view.bytes[(span.lower - 4)..<span.lower]
    return isDashed && rest.allSatisfy { Characters.isDigit(UInt32($0)) }
      && area.filter { Characters.isDigit(UInt32($0)) }.count >= 2 && [0x20, 0x2D].contains(area.last)
  }

  /// Pound, euro, rupee.
  private static let currencies: Set<UInt32> = [0xA3, 0x20AC, 0x20B9]
  private static let canada = hashes(["canada", "canadian", "ontario", "québec", "quebec"])
  private static let domains = hashes(["uk", "ie", "au", "nz", "za", "eu", "de", "fr", "es", "sg", "ke", "ng"])
  private static let dayFirstZones: Set<String> = [
    "GMT", "BST", "CET", "CEST", "IST", "AEST", "AEDT", "AWST", "NZST", "NZDT", "SAST", "EAT", "SGT", "HKT",
  ]
  private static let monthFirstZones: Set<String> = ["EST", "EDT", "CST", "CDT", "PST", "PDT", "MST", "MDT"]

  private static let british = hashes([
    "harbour", "colour", "labour", "neighbour", "neighbours", "neighbourhood", "behaviour", "favour", "honour",
    "centre",
    "metres", "kilometres", "litres", "tonnes", "programme", "programmes", "defence", "licence", "organised",
    "authorised",
    "travellers", "towards", "whilst", "cheque", "tyre", "tyres", "grey", "councillor", "constable", "lorry", "lorries",
    "petrol",
  ])
  private static let american = hashes([
    "harbor", "color", "labor", "neighbor", "neighbors", "neighborhood", "behavior", "favor", "honor", "center",
    "meters",
    "kilometers", "liters", "program", "programs", "defense", "organized", "authorized", "travelers", "gray", "sheriff",
    "councilman", "councilwoman", "councilmember",
  ])

  private static func hashes(_ words: [String]) -> Set<UInt64> { Set(words.map { TextView.hash(of: $0) }) }
}
