import IbidTypes

/// How documents write currencies: signs, letters before a number, names; after ISO 4217 and the names of CLDR.
///
/// Many names are shared: there are twenty-odd dollars. What shares a name is a *family*, named after the member that is
/// meant where nothing says otherwise; which member a document means is decided by an adjective beside the name
/// ("Fijian dollars"), else by `Conventions`.
enum CurrencyWords {
  /// The family of a sign. `$` is the family of dollars, "$".
  static func family(ofSymbol scalar: UInt32) -> String? {
    switch scalar {
    case 0x24: "$"
    case 0xA3: "GBP"
    case 0xA5: "JPY"
    case 0x20AC: "EUR"
    case 0x20B9, 0x20A8: "INR"
    case 0x20BD: "RUB"
    case 0x20A9: "KRW"
    case 0x20AA: "ILS"
    case 0x20BA: "TRY"
    case 0x20A6: "NGN"
    case 0x20AB: "VND"
    case 0x20B1: "PHP"
    case 0x0E3F: "THB"
    case 0x20B4: "UAH"
    case 0x20A1: "CRC"
    case 0x20B5: "GHS"
    case 0x20B8: "KZT"
    case 0x20BE: "GEL"
    case 0x20BC: "AZN"
    case 0x20AE: "MNT"
    case 0x20AD: "LAK"
    case 0x17DB: "KHR"
    case 0x09F3: "BDT"
    case 0x20B2: "PYG"
    case 0x058F: "AMD"
    case 0x20C0: "KGS"
    default: nil
    }
  }

  /// Letters beside a dollar sign: `US$`, `A$`, `$A`.
  static let dollarLetters: [String: String] = [
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD",
    "can": "CAD", "cad": "CAD", "hk": "HKD", "nz": "NZD", "nzd": "NZD", "s": "SGD", "sg": "SGD", "sgd": "SGD",
    "nt": "TWD", "r": "BRL", "usd": "USD", "hkd": "HKD", "j": "JMD", "ja": "JMD", "fj": "FJD", "n": "NAD",
    "tt": "TTD", "bds": "BBD", "b": "BSD", "bz": "BZD", "ec": "XCD", "g": "GYD", "si": "SBD", "ws": "WST", "t": "TOP",
    "f": "FJD", "cdn": "CAD", "jmd": "JMD", "ttd": "TTD", "bbd": "BBD", "fjd": "FJD", "xcd": "XCD", "gyd": "GYD",
    "twd": "TWD", "bsd": "BSD", "bzd": "BZD", "nad": "NAD", "mx": "MXN", "mex": "MXN", "cl": "CLP", "col": "COP",
    "ar": "ARS", "l": "LRD", "z": "ZWL", "mop": "MOP",
  ]

  /// Letters that stand before a number, as they are written; a full stop may follow them.
  static let prefixes: [String: String] = {
    var table: [String: String] = [:]
    for (written, family) in [
      ("Rs rs RS Re INR", "INR"), ("PKRs", "PKR"), ("SLRs LKRs", "LKR"), ("NRs NPRs", "NPR"), ("MRs", "MUR"),
      ("RMB", "CNY"), ("Stg stg", "GBP"),
      ("Fr Fr CHF SFr sFr Sfr", "CHF"), ("FCFA CFA CFAF", "XOF"), ("NIS", "ILS"), ("TL", "TRY"), ("P", "PHP"),
      ("FRw Frw", "RWF"), ("FBu", "BIF"), ("Tk Tk", "BDT"),
      ("VT Vt", "VUV"),
      ("KSh Ksh KShs Kshs", "KES"), ("Sh Shs", "KES"), ("USh Ush UShs", "UGX"), ("TSh Tsh TShs", "TZS"),
      ("SoSh", "SOS"), ("R", "ZAR"),
      ("RM", "MYR"), ("Rp", "IDR"), ("Php PhP", "PHP"), ("kr Kr kr", "SEK"), ("Kč", "CZK"), ("zł", "PLN"),
      ("GH GHc GHC", "GHS"), ("JD", "JOD"), ("LL", "LBP"), ("Bt", "THB"), ("NLe", "SLE"), ("Q", "GTQ"), ("E", "SZL"),
      ("D", "GMD"), ("Dh Dhs DH DHs", "AED"),
      ("SR", "SAR"), ("QR", "QAR"), ("KD", "KWD"), ("BD", "BHD"), ("RO", "OMR"), ("LE", "EGP"), ("Br", "ETB"),
      ("N", "NGN"), ("K", "PGK"),
      ("Bs", "BOB"), ("Ar", "MGA"), ("Nu", "BTN"), ("MVR Rf", "MVR"), ("Le", "SLE"), ("Gs", "PYG"), ("Le", "SLE"),
      ("NT", "TWD"), ("SDR", "XDR"),
      ("Euro Eur euro eur", "EUR"), ("MK", "MWK"), ("MT", "MZN"), ("Kz", "AOA"), ("L Lps", "HNL"), ("Baht", "THB"),
    ] {
      for word in written.split(separator: " ") { table[String(word)] = family }
    }
    return table
  }()

  /// Prefixes of one letter are initials, roads and models as well: they need a scale word or grouped digits.
  static func isDoubtful(prefix: String) -> Bool {
    prefix.utf8.count == 1 || prefix == "Re" || prefix == "Br" || doubtfulCodes.contains(prefix)
  }

  /// Codes that are words, names of events or of lists as well ("COP 28", "TOP 100"): they need the same.
  static let doubtfulCodes: Set<String> = [
    "ALL", "ANG", "BAM", "COP", "CUP", "GEL", "LAK", "MAD", "MOP", "PEN", "SOS", "TOP", "TRY",
  ]

  /// Names, a family a line. The plural in -s is written where English has one.
  static let names: [(words: String, family: String)] = [
    ("dollar dollars bucks", "$"), ("euro euros", "EUR"), ("pound pounds sterling quid", "GBP"),
    ("ruble rubles rouble roubles", "RUB"), ("yen", "JPY"), ("yuan renminbi rmb", "CNY"), ("rupee rupees", "INR"),
    ("rand rands", "ZAR"), ("franc francs franken", "CHF"), ("zloty zlotys zlotych złoty złotych złotys zł", "PLN"),
    ("lira liras lire tl", "TRY"), ("peso pesos", "MXN"), ("real reais", "BRL"), ("shekel shekels nis", "ILS"),
    ("dirham dirhams", "AED"), ("riyal riyals", "SAR"), ("rial rials", "IRR"), ("naira", "NGN"), ("cedi cedis", "GHS"),
    ("hryvnia hryvnias hryvnya", "UAH"), ("forint forints", "HUF"), ("koruna korunas koruny korun kč", "CZK"),
    ("krona kronor kronas kr", "SEK"), ("krone kroner krones", "NOK"), ("crown crowns", "SEK"), ("lek leks", "ALL"),
    ("leu lei", "RON"),
    ("lev leva", "BGN"), ("dinar dinars", "RSD"), ("baht", "THB"), ("won", "KRW"), ("ringgit ringgits", "MYR"),
    ("rupiah rupiahs", "IDR"), ("dong", "VND"), ("taka", "BDT"), ("birr", "ETB"), ("shilling shillings", "KES"),
    ("quetzal quetzales quetzals", "GTQ"), ("lempira lempiras", "HNL"), ("afghani afghanis", "AFN"), ("tenge", "KZT"),
    ("lari laris", "GEL"), ("dram drams", "AMD"), ("manat manats", "AZN"), ("sol soles", "PEN"),
    ("bolivar bolivares bolivars bolívar bolívares", "VES"), ("kwacha", "ZMW"), ("vatu", "VUV"), ("kina", "PGK"),
    ("tala", "WST"), ("paanga pa'anga", "TOP"), ("kyat kyats", "MMK"), ("riel riels", "KHR"), ("kip", "LAK"),
    ("tugrik tugriks tögrög", "MNT"), ("som soms", "KGS"), ("somoni", "TJS"), ("sum soum", "UZS"),
    ("denar denars", "MKD"),
    ("boliviano bolivianos", "BOB"), ("guarani guaranis guaraníes", "PYG"), ("colon colones colón", "CRC"),
    ("cordoba cordobas córdoba córdobas", "NIO"), ("balboa balboas", "PAB"), ("gourde gourdes", "HTG"),
    ("pula", "BWP"), ("metical meticais", "MZN"), ("kwanza kwanzas", "AOA"), ("ariary", "MGA"), ("dalasi", "GMD"),
    ("leone leones", "SLE"), ("ouguiya", "MRU"), ("nakfa", "ERN"), ("loti maloti", "LSL"),
    ("lilangeni emalangeni", "SZL"),
    ("rufiyaa", "MVR"), ("ngultrum", "BTN"), ("pataca patacas", "MOP"), ("escudo escudos", "CVE"), ("sdr sdrs", "XDR"),
  ]

  /// Names that are everyday words: they need a scale word or grouped digits.
  static let doubtfulNames =
    "crown crowns real won sol soles lei lev leva dong dram drams rand rands lek leks leu kip sum som loti leone colon bucks tala"

  /// Hundredths, by the family of their currency.
  static let hundredths: [(words: String, family: String)] = [
    ("cent cents", "$"), ("eurocent eurocents", "EUR"), ("penny pence p", "GBP"), ("paise paisa", "INR"),
    ("rappen centimes", "CHF"), ("centavos", "MXN"), ("kopeks kopecks", "RUB"), ("öre", "SEK"), ("øre", "NOK"),
    ("groszy", "PLN"),
  ]

  /// The members of families with more than one: currency, then the countries that use it (ISO 3166).
  static let families: [String: [String: String]] = [
    "$": [
      "USD": "US EC SV PR", "AUD": "AU KI NR TV", "NZD": "NZ CK NU", "CAD": "CA", "HKD": "HK", "SGD": "SG",
      "TWD": "TW", "JMD": "JM", "FJD": "FJ", "NAD": "NA", "LRD": "LR", "BBD": "BB", "BSD": "BS", "BZD": "BZ",
      "TTD": "TT", "GYD": "GY", "SRD": "SR", "BND": "BN", "SBD": "SB", "KYD": "KY", "BMD": "BM",
      "XCD": "AG DM GD KN LC VC",
    ],
    "GBP": [
      "GBP": "GB", "EGP": "EG", "SYP": "SY", "LBP": "LB", "SDG": "SD", "SSP": "SS", "GIP": "GI", "FKP": "FK",
      "SHP": "SH",
    ],
    "CHF": [
      "CHF": "CH LI", "XOF": "SN CI ML BF BJ TG NE GW", "XAF": "CM GA TD CF CG GQ", "CDF": "CD", "RWF": "RW",
      "BIF": "BI", "DJF": "DJ", "GNF": "GN", "KMF": "KM", "XPF": "PF NC",
    ],
    "XOF": ["XOF": "SN CI ML BF BJ TG NE GW", "XAF": "CM GA TD CF CG GQ"],
    "MXN": [
      "MXN": "MX", "PHP": "PH", "ARS": "AR", "CLP": "CL", "COP": "CO", "UYU": "UY", "DOP": "DO", "CUP": "CU",
    ],
    "PHP": ["PHP": "PH", "BWP": "BW"],
    "INR": ["INR": "IN", "PKR": "PK", "LKR": "LK", "NPR": "NP", "MUR": "MU", "SCR": "SC"],
    "RSD": [
      "RSD": "RS", "KWD": "KW", "IQD": "IQ", "JOD": "JO", "TND": "TN", "DZD": "DZ", "LYD": "LY", "BHD": "BH",
    ],
    "SEK": ["SEK": "SE", "NOK": "NO", "DKK": "DK", "ISK": "IS", "CZK": "CZ"],
    "NOK": ["NOK": "NO", "DKK": "DK"],
    "KES": ["KES": "KE", "TZS": "TZ", "UGX": "UG", "SOS": "SO"],
    "AED": ["AED": "AE", "MAD": "MA"], "SAR": ["SAR": "SA", "QAR": "QA", "OMR": "OM", "YER": "YE"],
    "IRR": ["IRR": "IR", "OMR": "OM", "YER": "YE", "QAR": "QA", "SAR": "SA"], "RUB": ["RUB": "RU", "BYN": "BY"],
    "RON": ["RON": "RO", "MDL": "MD"], "JPY": ["JPY": "JP", "CNY": "CN"], "ZMW": ["ZMW": "ZM", "MWK": "MW"],
    "PGK": ["PGK": "PG", "ZMW": "ZM", "MWK": "MW"], "AZN": ["AZN": "AZ", "TMT": "TM"],
    "CRC": ["CRC": "CR", "SVC": "SV"],
    "KGS": ["KGS": "KG", "UZS": "UZ"], "TRY": ["TRY": "TR", "LBP": "LB"],
  ]

  /// The member of a family that a country uses.
  static func member(of family: String, country: String) -> String? { members[family]?[country] }

  private static let members: [String: [String: String]] = families.mapValues { family in
    var table: [String: String] = [:]
    for (code, countries) in family { for country in countries.split(separator: " ") { table[String(country)] = code } }
    return table
  }

  /// Whose dollars, francs, pesos …: `Australian dollars`, `Hong Kong dollars`. By the word before the currency's name.
  static func member(of family: String, adjective: String) -> String? {
    if adjective == "cfa", family == "CHF" { return nil }
    return adjectives[adjective].flatMap { member(of: family, country: $0) }
  }

  /// Last words of the names of countries and of what is theirs, in lower case.
  private static let adjectives: [String: String] = {
    var table: [String: String] = [
      "us": "US", "u.s.": "US", "american": "US", "sterling": "GB", "kong": "HK", "taiwan": "TW", "argentine": "AR",
      "caribbean": "AG",
    ]
    for country in PlaceData.countries {
      for name in country.demonyms + [country.name] {
        guard let word = name.split(separator: " ").last else { continue }
        let key = MoneyReader.lowercased(String(word))
        if table[key] == nil { table[key] = country.code }
      }
    }
    return table
  }()
}
