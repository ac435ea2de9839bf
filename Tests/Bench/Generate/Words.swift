/// Twenty thousand words: some English ones, which are common, and made-up ones.
struct Words {
  private var words: [String]

  private static let english = """
    the of and to in for on with by from at as is was that it are be has have will this they their which said year people
    border boat small channel crossing police office government minister home report number money fund grant million new
    law court union trade port ferry customs desk officer search seized engine patrol coast night week month agreement
    country partner group network smuggler route asylum claim visa review plan budget spending per cent early late
    """

  init(_ draw: inout Draw) {
    words = Self.english.split(whereSeparator: \.isWhitespace).map(String.init)
    var known = Set(words)
    let first = "b c d f g h j k l m n p r s t v w bl br ch dr fl gr kn pr sh st tr".split(separator: " ")
    let second = "a e i o u ai ea ee ou".split(separator: " ")
    let last = ["", "", "n", "r", "s", "t", "l", "nd", "st"]
    while words.count < 20_000 {
      var word = ""
      for _ in 0...(draw.below(3)) { word += first[draw.below(first.count)] + second[draw.below(second.count)] }
      word += last[draw.below(last.count)]
      if known.insert(word).inserted { words.append(word) }
    }
  }

  var count: Int { words.count }
  func plain(_ index: Int) -> String { words[index] }

  /// A rare word with a capital.
  func name(_ index: Int) -> String { words[1000 + index].prefix(1).uppercased() + words[1000 + index].dropFirst() }
}
