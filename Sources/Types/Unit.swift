/// Units of quantities: which of them compare, and by what factor.
///
/// A unit is a word. Words in this table have a kind (length, share, time …) and a factor to the kind's base; two words
/// of one kind compare and add. Any other word (`people`, `boats`) is a kind of its own, compared only with itself.
package struct Unit: Sendable {
  package enum Kind: Sendable { case share, points, length, mass, area, volume, time, months }

  /// The name that values carry: singular, except words that have none.
  package let name: String
  package let plural: String
  package let kind: Kind
  /// How many of the kind's base one unit is; exact.
  package let factor: ExactNumber

  private init(_ name: String, _ plural: String, _ kind: Kind, _ top: Int128, _ bottom: Int128 = 1) {
    self.name = name
    self.plural = plural
    self.kind = kind
    factor = ExactNumber(top, over: bottom) ?? .one
  }

  /// The unit a word names (singular, plural, symbol; letters' case ignored except in symbols), or nil for a word that
  /// is a unit of its own.
  package static func named(_ word: String) -> Unit? {
    // What is counted is often longer than any unit: "people in small boats". Beyond ASCII, small letters may be shorter.
    guard word.utf8.count <= longestWord || word.utf8.contains(where: { $0 >= 0x80 }) else { return nil }
    if let unit = byWord[word] { return unit }
    // Words in small letters are what they are.
    return word.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A || $0 == 0x20 } ? nil : byWord[word.lowercased()]
  }

  /// The word as values carry it: `miles` → `mile`, `%` → `percent`; a word of its own is lowercased.
  package static func canonical(_ word: String) -> String { named(word)?.name ?? word }

  /// Whether two unit words may be compared and added.
  package static func areComparable(_ a: String, _ b: String) -> Bool {
    if a == b { return true }
    guard let a = named(a), let b = named(b) else { return false }
    return a.kind == b.kind
  }

  /// Whether nothing but the same word compares with a unit, so that what compares with it has it.
  package static func isOwnKind(_ word: String) -> Bool { !word.isEmpty && named(word) == nil }

  /// What to multiply a number in unit `a` by to have it in unit `b`; nil if they don't compare.
  package static func factor(from a: String, to b: String) -> ExactNumber? {
    if a == b { return .one }
    guard let a = named(a), let b = named(b), a.kind == b.kind else { return nil }
    return a.factor.divided(by: b.factor)
  }

  /// `1 mile`, `2 miles`; words of their own are left as they stand.
  package static func spelled(_ word: String, singular: Bool) -> String {
    guard let unit = byWord[word] else { return word }
    return singular ? unit.name : unit.plural
  }

  package static let all: [Unit] = [
    Unit("percent", "percent", .share, 1, 100), Unit("fraction", "fraction", .share, 1),
    Unit("percentage point", "percentage points", .points, 1),
    Unit("mm", "mm", .length, 1, 1000), Unit("cm", "cm", .length, 1, 100), Unit("metre", "metres", .length, 1),
    Unit("km", "km", .length, 1000), Unit("inch", "inches", .length, 254, 10_000),
    Unit("foot", "feet", .length, 3048, 10_000),
    Unit("yard", "yards", .length, 9144, 10_000), Unit("mile", "miles", .length, 1_609_344, 1000),
    Unit("nautical mile", "nautical miles", .length, 1852),
    Unit("gram", "grams", .mass, 1, 1000), Unit("kg", "kg", .mass, 1), Unit("tonne", "tonnes", .mass, 1000),
    Unit("pound", "pounds", .mass, 45_359_237, 100_000_000), Unit("ounce", "ounces", .mass, 45_359_237, 1_600_000_000),
    Unit("square metre", "square metres", .area, 1), Unit("hectare", "hectares", .area, 10_000),
    Unit("square km", "square km", .area, 1_000_000), Unit("acre", "acres", .area, 40_468_564_224, 10_000_000),
    Unit("square mile", "square miles", .area, 2_589_988_110_336, 1_000_000),
    Unit("litre", "litres", .volume, 1), Unit("gallon", "gallons", .volume, 454_609, 100_000),
    Unit("second", "seconds", .time, 1), Unit("minute", "minutes", .time, 60), Unit("hour", "hours", .time, 3600),
    Unit("day", "days", .time, 86_400), Unit("week", "weeks", .time, 604_800),
    Unit("month", "months", .months, 1), Unit("quarter", "quarters", .months, 3), Unit("year", "years", .months, 12),
    Unit("decade", "decades", .months, 120), Unit("century", "centuries", .months, 1200),
  ]

  /// Whether a word names a stretch of time, so that `3 days` is a duration.
  package static func isTime(_ word: String) -> Bool {
    // Most of what is counted begins like no such word: people, boats, percent.
    guard let first = word.utf8.first, first >= 0x80 || timeStarts & 1 << UInt64(first & 31) != 0,
      let unit = named(word)
    else { return false }
    return unit.kind == .time || unit.kind == .months
  }

  /// A bit for the low five bits of each letter that a word for a stretch of time begins with, in either case.
  private static let timeStarts = byWord.reduce(UInt64(0)) { bits, entry in
    guard entry.value.kind == .time || entry.value.kind == .months, let first = entry.key.utf8.first else { return bits }
    return bits | 1 << UInt64(first & 31)
  }

  /// Bytes of the longest word that names a unit.
  private static let longestWord = byWord.keys.map(\.utf8.count).max() ?? 0

  private static let byWord: [String: Unit] = {
    var words: [String: Unit] = [:]
    for unit in all {
      words[unit.name] = unit
      words[unit.plural] = unit
    }
    let aliases = [
      "%": "percent", "per cent": "percent", "pc": "percent", "percentage points": "percentage point",
      "pp": "percentage point",
      "kilometre": "km", "kilometres": "km", "kilometer": "km", "kilometers": "km", "meter": "metre", "meters": "metre",
      "m": "metre", "ft": "foot", "in": "inch", "yd": "yard", "mi": "mile", "kilogram": "kg", "kilograms": "kg",
      "kilo": "kg",
      "kilos": "kg", "kilogramme": "kg", "kilogrammes": "kg", "g": "gram", "t": "tonne", "lb": "pound", "lbs": "pound",
      "oz": "ounce", "ha": "hectare", "sq km": "square km", "km²": "square km", "m²": "square metre",
      "sq miles": "square mile",
      "liter": "litre", "liters": "litre", "l": "litre", "hr": "hour", "hrs": "hour", "min": "minute", "mins": "minute",
      "centimetre": "cm", "centimetres": "cm", "millimetre": "mm", "millimetres": "mm",
    ]
    for (alias, name) in aliases { words[alias] = words[name] }
    return words
  }()
}
