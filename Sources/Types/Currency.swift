/// The currencies Ibid reads and writes.
///
/// Codes and names follow ISO 4217; the extractor's own table has the words that documents use.
package enum Currency {
  /// The symbol that stands before an amount, for the five that have one of their own.
  package static func symbol(for code: String) -> String? {
    switch code {
    case "GBP": "£"
    case "USD": "$"
    case "EUR": "€"
    case "JPY": "¥"
    case "INR": "₹"
    default: nil
    }
  }

  /// The code that a symbol or a code in a query means; nil if it is neither.
  package static func code(for word: String) -> String? {
    switch word {
    case "£": "GBP"
    case "$": "USD"
    case "€": "EUR"
    case "¥": "JPY"
    case "₹": "INR"
    default: codes.contains(word) ? word : nil
    }
  }

  /// ISO 4217 codes of circulating currencies, and of the Special Drawing Rights in which the Monetary Fund counts.
  package static let codes: Set<String> = [
    "AED", "AFN", "ALL", "AMD", "ANG", "AOA", "ARS", "AUD", "AWG", "AZN", "BAM", "BBD", "BDT", "BGN", "BHD", "BIF",
    "BMD",
    "BND", "BOB", "BRL", "BSD", "BTN", "BWP", "BYN", "BZD", "CAD", "CDF", "CHF", "CLP", "CNY", "COP", "CRC", "CUP",
    "CVE",
    "CZK", "DJF", "DKK", "DOP", "DZD", "EGP", "ERN", "ETB", "EUR", "FJD", "FKP", "GBP", "GEL", "GHS", "GIP", "GMD",
    "GNF",
    "GTQ", "GYD", "HKD", "HNL", "HTG", "HUF", "IDR", "ILS", "INR", "IQD", "IRR", "ISK", "JMD", "JOD", "JPY", "KES",
    "KGS",
    "KHR", "KMF", "KPW", "KRW", "KWD", "KYD", "KZT", "LAK", "LBP", "LKR", "LRD", "LSL", "LYD", "MAD", "MDL", "MGA",
    "MKD",
    "MMK", "MNT", "MOP", "MRU", "MUR", "MVR", "MWK", "MXN", "MYR", "MZN", "NAD", "NGN", "NIO", "NOK", "NPR", "NZD",
    "OMR",
    "PAB", "PEN", "PGK", "PHP", "PKR", "PLN", "PYG", "QAR", "RON", "RSD", "RUB", "RWF", "SAR", "SBD", "SCR", "SDG",
    "SEK",
    "SGD", "SHP", "SLE", "SOS", "SRD", "SSP", "STN", "SVC", "SYP", "SZL", "THB", "TJS", "TMT", "TND", "TOP", "TRY",
    "TTD",
    "TWD", "TZS", "UAH", "UGX", "USD", "UYU", "UZS", "VES", "VND", "VUV", "WST", "XAF", "XCD", "XOF", "XPF", "YER",
    "ZAR",
    "XDR", "ZMW", "ZWL",
  ]
}
