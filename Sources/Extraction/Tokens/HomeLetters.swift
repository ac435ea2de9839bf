import IbidSource

/// Single letters that stand for a currency glued to any number, where the text is about the country that writes it so.
///
/// `R60` is money in a text about South Africa, and a road elsewhere. The text is searched for a letter's country once,
/// when a word that may be such an amount first comes up.
struct HomeLetters {
  /// By letter: unknown as long as nobody has asked.
  private var isHome: [UInt8: Bool] = [:]

  /// Words of texts about the countries whose sums a letter begins.
  private static let signs: [UInt8: [String]] = [
    UInt8(ascii: "R"): [
      "South Africa", "Johannesburg", "Cape Town", "Gauteng", "KwaZulu", "Pretoria", "Limpopo", "Mpumalanga", "Eskom",
      "Western Cape", "Eastern Cape", "Northern Cape", "Free State", "Tshwane", "Ekurhuleni", "eThekwini", ".za",
    ],
    UInt8(ascii: "N"): ["Nigeria", "Lagos", "Abuja", "naira"],
    UInt8(ascii: "P"): ["Philippine", "Filipino", "Manila", "Botswana", "Gaborone"],
    UInt8(ascii: "K"): ["Zambia", "Lusaka", "Malawi", "Lilongwe", "Papua New Guinea", "Port Moresby", "kwacha"],
    UInt8(ascii: "Q"): ["Guatemala", "quetzal"],
    UInt8(ascii: "E"): ["Eswatini", "emalangeni"],
    UInt8(ascii: "D"): ["Gambia", "dalasi"],
  ]

  /// Whether the digits at an offset, right behind a letter, are an amount: two or more, no letter or digit after them.
  ///
  /// `R61 500` needs no country, as nothing else is written so.
  mutating func isAmount(at start: Int, in bytes: [UInt8], letter: UInt8) -> Bool {
    var end = start
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    let digits = end - start
    guard Self.signs[letter] != nil, digits >= 1, digits <= 6, bytes[start] != UInt8(ascii: "0") else { return false }
    if letter == UInt8(ascii: "R"), digits <= 3, Self.isGroup(at: end, in: bytes) { return true }
    var isDecimal = false
    if end + 1 < bytes.count, bytes[end] == UInt8(ascii: "."), Self.isDigit(bytes[end + 1]) {
      isDecimal = true
      end += 1
      while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    }
    // Quarters, masks and dogs: "Q3", "N95", "K9".
    guard digits > 1 || isDecimal || letter == UInt8(ascii: "R"), end == bytes.count || !Self.isWord(bytes[end]),
      !(letter == UInt8(ascii: "N") && digits == 2)
    else { return false }
    if let known = isHome[letter] { return known }
    let found = Self.signs[letter, default: []].contains { Self.holds(Array($0.utf8), bytes) }
    isHome[letter] = found
    return found
  }

  /// A blank and three digits that no letter, digit or hyphen follows.
  private static func isGroup(at offset: Int, in bytes: [UInt8]) -> Bool {
    guard offset + 3 < bytes.count, bytes[offset] == 0x20, (1...3).allSatisfy({ isDigit(bytes[offset + $0]) }) else {
      return false
    }
    return offset + 4 == bytes.count || !isWord(bytes[offset + 4]) && bytes[offset + 4] != UInt8(ascii: "-")
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= 0x30 && byte <= 0x39 }
  private static func isWord(_ byte: UInt8) -> Bool {
    isDigit(byte) || (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A || byte >= 0x80 && byte != 0xE2 && byte != 0xC2
  }

  private static func holds(_ word: [UInt8], _ bytes: [UInt8]) -> Bool {
    guard let first = word.first, bytes.count >= word.count else { return false }
    let end = bytes.count - word.count + 1
    var at = 0
    while case let next = bytes.span.next(from: at, to: end, { $0.equal(to: first) }), next < end {
      if bytes[next..<next + word.count].elementsEqual(word) { return true }
      at = next + 1
    }
    return false
  }
}
