import IbidTypes

/// Symbols, codes and names of currencies.
enum CurrencyWords {
  /// `$` is "$" here: the reader replaces it by the currency that the caller means.
  static func code(ofSymbol scalar: UInt32) -> String? {
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
    default: nil
    }
  }

  /// The letters before a dollar sign: `US$`, `A$`.
  static let dollarPrefixes: [String: String] = [
    "us": "USD", "u.s.": "USD", "a": "AUD", "au": "AUD", "aus": "AUD", "aud": "AUD", "c": "CAD", "ca": "CAD",
    "can": "CAD", "cad": "CAD",
    "hk": "HKD", "nz": "NZD", "nzd": "NZD", "s": "SGD", "sg": "SGD", "nt": "TWD", "r": "BRL", "usd": "USD",
    "hkd": "HKD",
  ]

  /// Whose dollars, francs, pesos …: `Australian dollars`. By the word before the currency's name.
  static func code(of currency: String, adjective: String, dollar: String) -> String {
    switch currency {
    case "$": dollars[adjective] ?? dollar
    case "MXN": pesos[adjective] ?? currency
    case "CHF": adjective == "cfa" ? "XOF" : adjective == "congolese" ? "CDF" : currency
    case "INR":
      ["pakistani": "PKR", "lankan": "LKR", "nepali": "NPR", "nepalese": "NPR", "mauritian": "MUR"][adjective]
        ?? currency
    case "GBP": ["egyptian": "EGP", "syrian": "SYP", "lebanese": "LBP", "sudanese": "SDG"][adjective] ?? currency
    case "RSD":
      ["tunisian": "TND", "jordanian": "JOD", "iraqi": "IQD", "kuwaiti": "KWD", "algerian": "DZD", "libyan": "LYD"][
        adjective] ?? currency
    case "NOK": adjective == "danish" ? "DKK" : currency
    case "SEK": adjective == "icelandic" ? "ISK" : currency
    case "RUB": adjective == "belarusian" ? "BYN" : currency
    case "AED": adjective == "moroccan" ? "MAD" : currency
    case "SAR": adjective == "qatari" ? "QAR" : currency
    case "KES": ["tanzanian": "TZS", "ugandan": "UGX", "somali": "SOS"][adjective] ?? currency
    default: currency
    }
  }

  private static let dollars: [String: String] = [
    "us": "USD", "u.s.": "USD", "american": "USD", "australian": "AUD", "canadian": "CAD", "kong": "HKD",
    "zealand": "NZD",
    "singapore": "SGD", "singaporean": "SGD", "taiwan": "TWD", "taiwanese": "TWD", "jamaican": "JMD", "fijian": "FJD",
    "namibian": "NAD", "liberian": "LRD",
  ]
  private static let pesos: [String: String] = [
    "philippine": "PHP", "argentine": "ARS", "argentinian": "ARS", "chilean": "CLP", "colombian": "COP",
    "uruguayan": "UYU", "dominican": "DOP", "cuban": "CUP",
  ]
}
