import IbidTypes

/// How a document writes what is written differently elsewhere: which dollar `$` is, day or month first, what a dot groups.
///
/// Decided once a document from its own words, then from those of the whole file; nothing is looked up elsewhere.
struct Conventions {
  enum DayOrder { case dayFirst, monthFirst }

  /// ISO code that `$` and "dollars" mean.
  let dollar: String
  /// Order of `05/03/2024`; nil where the evidence says nothing.
  let dayOrder: DayOrder?
  /// `184.500` is a hundred and eighty-four thousand: pages in languages with a decimal comma.
  let groupsWithDots: Bool
  /// The month in which financial years begin; nil where no country is named.
  let fiscalStart: Int?
  /// Whether summer is in January: the country that the document names most lies in the southern half of the earth.
  let isSouthern: Bool
  /// "500 pounds" weighs: the document tells of the United States and of no country that pays in pounds.
  let weighsInPounds: Bool
  private let countries: [String: Int]

  /// `dollar` is what the caller knows; it wins.
  init(document: WritingEvidence, file: () -> WritingEvidence, isEnglish: Bool, dollar: String?) {
    countries = document.countries
    weighsInPounds = Self.weighsInPounds(document)
    groupsWithDots = !isEnglish
    self.dollar = dollar ?? Self.dollar(document) ?? Self.dollar(file()) ?? "USD"
    fiscalStart = Self.fiscalStart(document, dollar: self.dollar) ?? Self.fiscalStart(file(), dollar: self.dollar)
    // Where no country is named the dollar tells.
    isSouthern = Self.isSouthern(document) ?? Self.isSouthern(file()) ?? ["AUD", "NZD"].contains(self.dollar)
    dayOrder = Self.order(document) ?? Self.order(file()) ?? (isEnglish ? nil : .dayFirst)
  }

  /// The currency that a family's sign or name stands for: that of the country which the document names most.
  ///
  /// Pounds, francs and yen are the best known of their names: they are meant wherever their country is named at all.
  func currency(of family: String) -> String {
    if family == "$" { return dollar }
    guard CurrencyWords.families[family] != nil else { return family }
    if let home = Self.homes[family], countries[home] != nil { return family }
    // Of countries that are named as often as one another the first by the alphabet.
    var best = (code: family, count: 0, country: "")
    for (country, count) in countries
    where count > best.count || count == best.count && count > 0 && country < best.country {
      if let code = CurrencyWords.member(of: family, country: country) { best = (code, count, country) }
    }
    return best.code
  }

  /// Whether the document names a country, given by its ISO 3166 code.
  func names(_ country: String) -> Bool { countries[country] != nil }

  private static func weighsInPounds(_ evidence: WritingEvidence) -> Bool {
    guard evidence.countries["US"] != nil || (evidence.towns["US"] ?? 0) > 0 else { return false }
    return ["GB", "EG", "LB", "SY", "SD", "SS", "GI", "FK", "SH"].allSatisfy { evidence.countries[$0] == nil }
  }

  private static let homes = ["GBP": "GB", "CHF": "CH", "JPY": "JP"]

  // MARK: Which dollar

  /// Countries whose own pages write a plain `$` for their dollar, and how often a page must name them: the dollars of
  /// small countries are most often told apart.
  private static let plainDollars = [
    ("AU", "AUD", 2), ("NZ", "NZD", 2), ("CA", "CAD", 2), ("SG", "SGD", 2), ("HK", "HKD", 2), ("JM", "JMD", 3),
    ("TT", "TTD", 3), ("BB", "BBD", 3), ("FJ", "FJD", 3), ("GY", "GYD", 3), ("BS", "BSD", 3), ("BZ", "BZD", 3),
    ("BN", "BND", 3), ("GD", "XCD", 3), ("LC", "XCD", 3), ("VC", "XCD", 3), ("AG", "XCD", 3), ("DM", "XCD", 3),
    ("KN", "XCD", 3), ("NA", "NAD", 3), ("SB", "SBD", 3), ("KY", "KYD", 3), ("BM", "BMD", 3), ("SR", "SRD", 3),
  ]

  private static let placeOfCountry = Dictionary(
    plainDollars.enumerated().map { ($1.0, $0) }, uniquingKeysWith: { first, _ in first })

  /// The dollar of the country that the text names more often than the United States and than half of all other
  /// countries together, its towns and regions counted; a text that names it only twice must name no other, and one that
  /// names it once must be spelt the British way, too. Where a plain `$` translates another dollar, it is the American one.
  private static func dollar(_ evidence: WritingEvidence) -> String? {
    if evidence.hasConvertedDollars { return "USD" }
    if evidence.countries.isEmpty, evidence.towns.isEmpty, evidence.letteredDollars.isEmpty { return nil }
    let named = evidence.countries["US"] ?? 0
    // What is written `US$` elsewhere is no plain `$`.
    // Towns alone, whose names many countries have, do not make the page of a ministry an American one.
    let towns = evidence.hasMinisters && named == 0 ? 0 : evidence.towns["US"] ?? 0
    let american = evidence.letteredDollars["USD"] == nil ? named + towns : 0
    let total = evidence.countries.values.reduce(0, +)
    let isBritish = evidence.britishWords > 0 && evidence.americanWords == 0
    var best: (code: String, count: Int)?
    // Those that the text speaks of, in the order of the table.
    var spoken = Set((Array(evidence.countries.keys) + evidence.towns.keys).compactMap { placeOfCountry[$0] })
    for code in evidence.letteredDollars.keys {
      spoken.formUnion(plainDollars.indices.filter { plainDollars[$0].1 == code })
    }
    for (country, code, least) in spoken.sorted().lazy.map({ plainDollars[$0] }) {
      let named = evidence.countries[country] ?? 0
      let mentions = named + (evidence.towns.isEmpty ? 0 : evidence.towns[country] ?? 0)
      let count = mentions + (evidence.letteredDollars.isEmpty ? 0 : evidence.letteredDollars[code] ?? 0)
      guard count > 0 else { continue }
      let others = total - named - (evidence.countries["US"] ?? 0)
      // The only country that a text names at all is where it is from.
      let isAlone = others + american == 0 && named > 0
      // International bodies count in American dollars; what a small country's sums are is told there.
      if least == 3, evidence.isInternational, evidence.letteredDollars[code] == nil { continue }
      guard count >= (isBritish && least == 2 || isAlone ? least == 3 ? 2 : 1 : least), count > american,
        count >= 3 ? count * 2 > others : others + american == 0
      else { continue }
      if count > best?.count ?? 0 { best = (code, count) }
    }
    return best?.code ?? (named >= 3 ? "USD" : nil)
  }

  // MARK: Financial years

  /// The month in which the state's financial year begins, of those that do not begin in January.
  private static let fiscalStarts: [String: Int] = [
    "GB": 4, "IN": 4, "CA": 4, "JP": 4, "SG": 4, "HK": 4, "ZA": 4, "JM": 4, "BW": 4, "NA": 4, "LS": 4, "BB": 4,
    "AU": 7, "NZ": 7, "PK": 7, "BD": 7, "EG": 7, "KE": 7, "UG": 7, "TZ": 7, "NP": 7, "US": 10, "TH": 10, "TT": 10,
  ]

  private static let fiscalHomes = ["AUD": "AU", "NZD": "NZ", "CAD": "CA", "SGD": "SG", "HKD": "HK", "JMD": "JM"]

  /// The month in which the financial year begins of the country whose dollar the text writes, else of the one that it
  /// names most; a text in British spelling about other countries is told in British years where it names Britain. nil where
  /// no country is named.
  private static func fiscalStart(_ evidence: WritingEvidence, dollar: String) -> Int? {
    guard let most = evidence.countries.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
    if let home = fiscalHomes[dollar], evidence.countries[home] != nil, let start = fiscalStarts[home] { return start }
    if let start = fiscalStarts[most] { return start }
    return evidence.countries["GB"] != nil && evidence.britishWords > evidence.americanWords ? fiscalStarts["GB"] : 1
  }

  // MARK: Seasons

  /// Countries that lie south of the equator, or all but a little of them.
  private static let southern: Set<String> = [
    "AU", "NZ", "ZA", "AR", "CL", "UY", "PY", "BO", "PE", "BR", "ZW", "ZM", "BW", "NA", "LS", "SZ", "MZ", "MG", "MW",
    "AO", "TZ", "FJ", "TO", "WS", "VU", "SB", "PG", "NC", "PF", "MU", "RE", "TL",
  ]

  /// Whether most mentions of countries are of southern ones; nil where none is named.
  private static func isSouthern(_ evidence: WritingEvidence) -> Bool? {
    let all = evidence.countries.values.reduce(0, +)
    guard all > 0 else { return nil }
    return evidence.countries.reduce(0) { $0 + (southern.contains($1.key) ? $1.value : 0) } * 2 > all
  }

  // MARK: Day or month first

  /// Dates that can be read one way only decide; then spelling, then the country named most.
  private static func order(_ evidence: WritingEvidence) -> DayOrder? {
    if evidence.dayFirst != evidence.monthFirst {
      return evidence.dayFirst > evidence.monthFirst ? .dayFirst : .monthFirst
    }
    if evidence.britishWords != evidence.americanWords {
      return evidence.britishWords > evidence.americanWords ? .dayFirst : .monthFirst
    }
    let american = evidence.countries["US"] ?? 0
    let others = evidence.countries.values.reduce(0, +) - american
    return american == others ? nil : american > others ? .monthFirst : .dayFirst
  }
}
