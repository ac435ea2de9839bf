import IbidTypes

/// What the words of a text give away about where it was written: countries, the order of dates, dollars with letters.
struct WritingEvidence {
  /// Mentions by ISO 3166 code: names, adjectives, places, ends of web addresses, time zones.
  private(set) var countries: [String: Int] = [:]
  /// Towns and regions by the country they lie in; looked up only where the text writes dollars.
  private(set) var towns: [String: Int] = [:]
  /// Dates that can be read in one order only, and dates in words.
  private(set) var dayFirst = 0
  private(set) var monthFirst = 0
  /// Words that British or American spelling tells apart.
  private(set) var britishWords = 0
  private(set) var americanWords = 0
  /// `A$`, `US$`: how often each currency is written with its letters.
  private(set) var letteredDollars: [String: Int] = [:]
  /// `A$45 million ($29 million)`: how often a plain dollar sign translates another dollar, and how often it does not.
  private var convertedDollars = 0
  private var plainDollars = 0
  /// Whether most plain signs translate: pages that translate into their own dollars write those elsewhere, too.
  var hasConvertedDollars: Bool { convertedDollars > 0 && convertedDollars >= plainDollars }
  private var hasDollars = false
  /// Whether the text is the page of an international body, by a name among its first words.
  private(set) var isInternational = false
  /// Whether it names a `Minister` or a `Ministry`, as no American page names one of its own.
  private(set) var hasMinisters = false

  /// Reads a stretch of tokens, of which the table of names knows `marks`; linear.
  init(_ range: Range<Int>, of tokens: Tokens, marks: [NameMarks]) {
    let tellingWords = Self.tellingWords
    var i = range.lowerBound
    while i < range.upperBound {
      switch tokens.kinds[i] {
      case .word:
        let telling = tellingWords[Int(tokens.details[i])]
        i = telling.isEmpty ? i + 1 : word(at: i, telling, range, tokens)
      case .number:
        numericDate(at: i, range.upperBound, tokens)
        i += 1
      case .symbol:
        if tokens.isSymbol(i, "$") { dollar(at: i, range, tokens) }
        i += 1
      case .clitic: i += 1
      }
    }
    if hasDollars { readTowns(range, tokens, marks) }
  }

  static let codeWords = "aud nzd cad sgd hkd jmd ttd bbd fjd gyd bsd bzd xcd nad"
  private static let codes = WordTable(codeWords.split(separator: " ").map { (String($0), $0.uppercased()) })

  /// Bodies that count in American dollars wherever they work.
  private static let lenders: Set<String> = [
    "United Nations", "World Bank", "International Monetary Fund", "UNHCR", "UNICEF", "UNDP", "UNFPA", "OCHA",
    "World Food Programme", "World Health Organization", "International Organization for Migration", "FAO", "ILO",
    "International Fund for Agricultural Development", "UNODC", "OHCHR", "UNEP", "UNRWA", "IFRC", "ICRC",
  ]

  /// The dash that closes the head of a dispatch at a token: `KINGSTON, Jamaica (JIS) –`, `SUVA, May 3 –`.
  private func datelineEnd(_ i: Int, _ limit: Int, _ tokens: Tokens) -> Int? {
    guard tokens.flags[i].contains(.lineStart) || i == 0 else { return nil }
    var at = i + 1
    while at < min(limit, i + 14) {
      if tokens.flags[at].contains(.lineStart) { return nil }
      switch tokens.kinds[at] {
      case .word: if !tokens.isCapital(at), !tokens.isAny(at, .ordinalSuffix) { return nil }
      case .clitic: return nil
      case .number: break
      case .symbol:
        if tokens.isDash(at), tokens.isSpaced(at) { return at }
        if tokens.isSymbol(at, ":"), tokens.flags[i].contains(.allCapitals) { return at }
      }
      at += 1
    }
    return nil
  }

  /// Counts towns and regions whose names are nothing else, by their countries; and vowels with macrons, as Māori has.
  private mutating func readTowns(_ range: Range<Int>, _ tokens: Tokens, _ known: [NameMarks]) {
    let table = NameTable.shared
    var i = range.lowerBound
    var dateline = 0
    while case let next = tokens.capitals.next(from: i, to: range.upperBound), next < range.upperBound {
      i = next
      guard tokens.details[i] == 0 || !tokens.isAny(i, WordClass.phraseEnd)
      else {
        i += 1
        continue
      }
      if let end = datelineEnd(i, range.upperBound, tokens) { dateline = end }
      if tokens.details[i] != 0, let known = Gazetteer.shared.match(at: i, in: tokens, limit: range.upperBound) {
        if i < dateline, let country = known.name.countryCode { add(dateline: country) }
        i = known.upper
        continue
      }
      if tokens.details[i] == 0, hasMacron(i, tokens) { towns["NZ", default: 0] += 1 }
      let marks = known[i]
      var end = i + 1
      if !marks.isDisjoint(with: [.place, .continues]) {
        for length in stride(from: marks.contains(.continues) ? 3 : 1, through: 1, by: -1)
        where i + length <= range.upperBound {
          guard let entry = table.entry(i..<i + length, in: tokens), !entry.marks.isDisjoint(with: .place) else {
            continue
          }
          // "Yarmouth, Nova Scotia –": the region says where the town is.
          if let country = table.country(of: entry),
            !(i < dateline && isInRegion(at: i + length, of: country, dateline, tokens, known))
          {
            if i < dateline { add(dateline: country) }
            if !entry.marks.contains(.doubtful) { towns[country, default: 0] += 1 }
          }
          end = i + length
          break
        }
      }
      i = end
    }
  }

  /// Whether a comma and a place of another country follow at a token.
  private func isInRegion(
    at comma: Int, of country: String, _ limit: Int, _ tokens: Tokens, _ known: [NameMarks]
  ) -> Bool {
    guard tokens.isSymbol(comma, ","), comma + 1 < limit, tokens.isCapital(comma + 1) else { return false }
    for length in stride(from: known[comma + 1].contains(.continues) ? 3 : 1, through: 1, by: -1)
    where comma + 1 + length <= limit {
      if let entry = NameTable.shared.entry(comma + 1..<comma + 1 + length, in: tokens), entry.marks.contains(.region),
        let other = NameTable.shared.country(of: entry)
      {
        return other != country
      }
    }
    return false
  }

  /// Where a dispatch is from says more than a name in it; one from an American town speaks of American dollars.
  private mutating func add(dateline country: String) { towns[country, default: 0] += country == "US" ? 6 : 3 }

  private func hasMacron(_ i: Int, _ tokens: Tokens) -> Bool {
    var previous: UInt8 = 0
    for byte in tokens.bytes[tokens.lower(i)..<tokens.upper(i)] {
      // ā, ē, ī, ō, ū
      if previous == 0xC4, [0x81, 0x93, 0xAB].contains(byte) { return true }
      if previous == 0xC5, [0x8D, 0xAB].contains(byte) { return true }
      previous = byte
    }
    return false
  }

  /// Which lists have a word.
  private struct Telling: OptionSet {
    let rawValue: UInt16
    static let dollar = Telling(rawValue: 1)
    static let domain = Telling(rawValue: 2)
    static let spelling = Telling(rawValue: 4)
    static let zone = Telling(rawValue: 8)
    static let code = Telling(rawValue: 16)
    static let local = Telling(rawValue: 32)
    static let month = Telling(rawValue: 64)
    static let demonym = Telling(rawValue: 128)
    static let name = Telling(rawValue: 256)
    static let minister = Telling(rawValue: 512)
  }

  /// What `word(at:)` has to look at, by the ids of the lexicon's words; most are passed by, and nearly all others are in
  /// one list.
  private static let tellingWords: [Telling] = {
    let (lexicon, gazetteer) = (Lexicon.shared, Gazetteer.shared)
    var telling = lexicon.classes.indices.map { id -> Telling in
      let classes = lexicon.classes[id]
      var found: Telling = gazetteer.begins(withWord: id) ? .name : []
      if classes.contains(.month) { found.insert(.month) }
      if classes.contains(.demonym) { found.insert(.demonym) }
      return found
    }
    func mark(_ words: WordList, _ sign: Telling) { words.forEachID { telling[$0].insert(sign) } }
    mark(dollarNames, .dollar)
    mark(domains.words, .domain)
    mark(spelt, .spelling)
    mark(zones.words, .zone)
    mark(codes.words, .code)
    mark(locals.words, .local)
    mark(demonyms.words, .demonym)
    mark(ministers, .minister)
    telling[0] = []
    return telling
  }()

  /// Looks at a word; the token to go on with.
  private mutating func word(at i: Int, _ telling: Telling, _ range: Range<Int>, _ tokens: Tokens) -> Int {
    let limit = range.upperBound
    if telling.contains(.dollar) { hasDollars = true }
    if telling.contains(.domain), i > 0, tokens.isSymbol(i - 1, "."), !tokens.isSpaced(i),
      let country = tokens.value(i, in: Self.domains),
      !(i + 2 < limit && tokens.isSymbol(i + 1, ".") && !tokens.isSpaced(i + 1) && !tokens.isSpaced(i + 2))
    {
      countries[country, default: 0] += 2
      return i + 1
    }
    if telling.contains(.spelling) {
      if tokens.isAny(i, Self.british) { britishWords += 1 } else { americanWords += 1 }
    }
    guard tokens.isCapital(i) else { return i + 1 }
    if telling.contains(.minister) { hasMinisters = true }
    if telling.contains(.zone), let country = tokens.value(i, in: Self.zones),
      tokens.flags[i].contains(.allCapitals) || tokens.isAny(i, Self.exchanges)
    {
      countries[country, default: 0] += 3
    }
    if telling.contains(.local), let country = tokens.value(i, in: Self.locals) { countries[country, default: 0] += 1 }
    // "JMD 450 million"
    if telling.contains(.code), let code = tokens.value(i, in: Self.codes), tokens.flags[i].contains(.allCapitals) {
      letteredDollars[code, default: 0] += 1
      hasDollars = true
    }
    if telling.contains(.month) { monthName(at: i, limit, tokens) }
    // "in French" is a language, an "Inter-American" bank no American.
    if telling.contains(.demonym), tokens.isAny(i, .demonym), tokens.isKey(i - 1, .in) || tokens.isHyphen(i - 1) {
      return i + 1
    }
    if telling.contains(.demonym), let country = tokens.value(i, in: Self.demonyms) {
      countries[country, default: 0] += 1
      return i + 1
    }
    guard telling.contains(.name), let match = Gazetteer.shared.match(at: i, in: tokens, limit: limit) else {
      return i + 1
    }
    if i - range.lowerBound < 60, match.name.kind == .org, Self.lenders.contains(match.name.name) {
      isInternational = true
    }
    if let country = match.name.countryCode { countries[country, default: 0] += 1 }
    return match.upper
  }

  private mutating func monthName(at i: Int, _ limit: Int, _ tokens: Tokens) {
    func isDay(_ i: Int) -> Bool { tokens.numeral(i)?.plain.map { (1...31).contains($0) } ?? false }
    if isDay(i - 1) || tokens.isAny(i - 1, .ordinalSuffix) {
      dayFirst += 1
    } else if i + 1 < limit, isDay(i + 1) || tokens.isSymbol(i + 1, ".") && isDay(i + 2) {
      monthFirst += 1
    }
  }

  /// `30/11/2023` or `11/30/2023`
  private mutating func numericDate(at i: Int, _ limit: Int, _ tokens: Tokens) {
    guard i + 4 < limit, tokens.isSymbol(i + 1, "/"), tokens.isSymbol(i + 3, "/"), tokens.numeral(i + 4) != nil,
      let first = tokens.numeral(i)?.plain, let second = tokens.numeral(i + 2)?.plain
    else { return }
    if (13...31).contains(first), (1...12).contains(second) { dayFirst += 3 }
    if (13...31).contains(second), (1...12).contains(first) { monthFirst += 3 }
  }

  private static let ministers: WordList = ["minister", "ministry", "ministers"]
  private static let dollarNames: WordList = ["dollar", "dollars", "cents"]

  private mutating func dollar(at i: Int, _ range: Range<Int>, _ tokens: Tokens) {
    hasDollars = true
    if i > range.lowerBound, tokens.isWord(i - 1), tokens.isCapital(i - 1), !tokens.isSpaced(i),
      let code = CurrencyWords.dollarLetters[MoneyReader.lowercased(tokens.text(i - 1))]
    {
      letteredDollars[code, default: 0] += 1
    } else if i > range.lowerBound, tokens.isSymbol(i - 1, "("), tokens.numeral(i + 1) != nil,
      letteredDollars.keys.contains(where: { $0 != "USD" })
    {
      convertedDollars += 1
    } else {
      plainDollars += 1
    }
  }

  // MARK: Tables

  /// Words for `Lexicon`, so that they have ids.
  static let britishWords =
    "labour centre centres colour neighbour neighbours behaviour programme programmes defence organisation organisations licence metres kilometres litres tonnes fortnight"
  static let americanWords =
    "labor center centers color neighbor neighbors behavior program programs defense organization organizations meters kilometers liters gallons"
  private static let british = WordList(britishWords.split(separator: " ").map(String.init))
  /// These and those of American spelling; no word is both.
  private static let spelt = WordList((britishWords + " " + americanWords).split(separator: " ").map(String.init))

  static let domainWords = "au nz ca sg hk uk ie za ke ng gh in gov mil us"
  private static let domains = WordTable(
    domainWords.split(separator: " ").map {
      (String($0), $0 == "uk" ? "GB" : $0 == "gov" || $0 == "mil" ? "US" : $0.uppercased())
    })

  static let zoneWords =
    "aest aedt awst acst acdt nzst nzdt edt est pdt pst cdt cst mdt mst sgt hkt nasdaq nyse asx nzx"
  private static let zones = WordTable(
    zoneWords.split(separator: " ").map { word in
      let country =
        word.hasPrefix("a") ? "AU" : word.hasPrefix("nz") ? "NZ" : word == "sgt" ? "SG" : word == "hkt" ? "HK" : "US"
      return (String(word), country)
    })

  private static let exchanges: WordList = ["nasdaq", "nyse"]

  /// Peoples, offices and laws that stand for their country, by its code.
  static let localWords: [(words: String, country: String)] = [
    ("aotearoa māori maori iwi hapū kiwis beehive nzta", "NZ"),
    (
      "rcmp loonie francophone francophones inuit métis quebecers ontarians albertans kootenay kootenays nunavut yukoners newfoundlanders manitobans",
      "CA"
    ),
    ("accc asic apra austrac csiro ndis centrelink queenslanders tasmanians tafe nsw qld", "AU"),
    ("hdb cpf singaporeans iras ntuc", "SG"), ("hkma icac hksar lcsd", "HK"), ("vanua turaga frcs ratu itaukei", "FJ"),
    ("jis jamaicans", "JM"), ("barbadians bajan bajans", "BB"), ("guyanese", "GY"), ("bahamians", "BS"),
  ]
  private static let locals = WordTable(
    localWords.flatMap { line in line.words.split(separator: " ").map { (String($0), line.country) } })

  /// The first country that a word may belong to.
  private static let demonyms = WordTable(
    PlaceData.countries.flatMap { country in
      country.demonyms.filter { !$0.contains(" ") }.map(MoneyReader.lowercased).flatMap {
        [($0, country.code), ($0 + "s", country.code)]
      }
    })
}
