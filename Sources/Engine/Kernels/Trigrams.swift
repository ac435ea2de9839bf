/// Similarity of texts by the three-letter runs that they share.
///
/// Each word is padded with two blanks before it and one behind, as PostgreSQL's pg_trgm does, so that beginnings count
/// more than ends and the order of words does not matter. The measure is Dice's coefficient of the two sets, twice what
/// they share over the sum of their sizes (L. R. Dice, "Measures of the Amount of Ecologic Association Between
/// Species", Ecology 26, 1945). Linear in the length of both texts but for sorting.
struct Trigrams {
  /// Distinct, ascending: three scalars of 21 bits each.
  private let codes: [UInt64]

  /// Of folded UTF-8.
  init(of folded: [UInt8]) {
    var found: Set<UInt64> = []
    for word in TextWords.ranges(in: folded[...]) {
      let blank: UInt32 = 0x20
      let scalars =
        [blank, blank] + String(decoding: folded[word], as: UTF8.self).unicodeScalars.map(\.value) + [blank]
      for index in 0..<(scalars.count - 2) {
        found.insert(UInt64(scalars[index]) << 42 | UInt64(scalars[index + 1]) << 21 | UInt64(scalars[index + 2]))
      }
    }
    codes = found.sorted()
  }

  /// 0 where nothing is shared, 1 where everything is; two texts without a word are alike.
  func similarity(to other: Trigrams) -> Double {
    if codes.isEmpty && other.codes.isEmpty { return 1 }
    var shared = 0
    var (i, j) = (0, 0)
    while i < codes.count, j < other.codes.count {
      if codes[i] == other.codes[j] {
        shared += 1
        i += 1
        j += 1
      } else if codes[i] < other.codes[j] {
        i += 1
      } else {
        j += 1
      }
    }
    return Double(2 * shared) / Double(codes.count + other.codes.count)
  }
}
