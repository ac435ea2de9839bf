extension Words {
  /// An operator of another language that has a form of ours, but no single word or sign.
  package struct ForeignOperator: Sendable {
    /// How tightly it binds there, and is read here.
    package enum Level: Sendable { case cast, power, product, comparison }

    package var word: String
    package var level: Level
    /// What is written here; `a` and `b` are its two sides. The first form is read.
    package var forms: [Template]
    package var why: String?

    init(_ word: String, _ level: Level, _ forms: Template..., why: String? = nil) {
      self.word = word
      self.level = level
      self.forms = forms
      self.why = why
    }
  }

  /// Operators of SQL, KQL, pandas, R and Perl. Diagnosed, never accepted.
  package static let foreignForms: [ForeignOperator] = [
    ForeignOperator("**", .power, "power(a, b)"), ForeignOperator("^", .power, "power(a, b)"),
    ForeignOperator("//", .product, "floor(a / b)"), ForeignOperator("%/%", .product, "floor(a / b)"),
    ForeignOperator("div", .product, "floor(a / b)"),
    ForeignOperator("%", .product, "mod(a, b)", why: "36% is a quantity, so that `%` is no operator"),
    ForeignOperator("%%", .product, "mod(a, b)"), ForeignOperator("mod", .product, "mod(a, b)"),
    ForeignOperator(
      "=~", .comparison, "a has b", "lower(a) == lower(b)",
      why: "`has` finds whole words in any case; two texts are the same in any case if `lower` makes them equal"),
    ForeignOperator("~", .comparison, "a has b"), ForeignOperator("::", .cast, "text(a)"),
    ForeignOperator("!~", .comparison, "not a has b", "lower(a) != lower(b)"),
    ForeignOperator("equals", .comparison, "a == b"), ForeignOperator("eq", .comparison, "a == b"),
    ForeignOperator("ne", .comparison, "a != b"), ForeignOperator("gt", .comparison, "a > b"),
    ForeignOperator("ge", .comparison, "a >= b"), ForeignOperator("lt", .comparison, "a < b"),
    ForeignOperator("le", .comparison, "a <= b"), ForeignOperator("after", .comparison, "a > b"),
    ForeignOperator("before", .comparison, "a < b"), ForeignOperator("includes", .comparison, "a contains b"),
    ForeignOperator("contains_cs", .comparison, "a contains b"), ForeignOperator("has_cs", .comparison, "a has b"),
    ForeignOperator("startswith", .comparison, "starts_with(a, b)"),
    ForeignOperator("startswith_cs", .comparison, "starts_with(a, b)"),
    ForeignOperator("starts_with", .comparison, "starts_with(a, b)"),
    ForeignOperator("hasprefix", .comparison, "starts_with(a, b)"),
    ForeignOperator("endswith", .comparison, "ends_with(a, b)"),
    ForeignOperator("endswith_cs", .comparison, "ends_with(a, b)"),
    ForeignOperator("ends_with", .comparison, "ends_with(a, b)"),
    ForeignOperator("hassuffix", .comparison, "ends_with(a, b)"),
  ]

  /// Operators of other languages with exactly one counterpart, which the lexer puts in their place.
  static let foreignSpellings: [(text: String, kind: Token.Kind, ours: String)] = [
    ("%in%", .in, "in"), ("%>%", .pipe, "|"), ("|>", .pipe, "|"), ("===", .equal, "=="), ("!==", .notEqual, "!="),
    ("=<", .lessOrEqual, "<="), (":=", .assign, "="),
  ]

  /// The signs among `foreignForms`, longest first; `%` alone has a token of its own.
  static let foreignFormSigns: [String] = foreignForms.map(\.word).filter { word in
    word != "%" && !(word.first?.isLetter ?? false)
  }.sorted { $0.utf8.count > $1.utf8.count }

  static let foreignFormWords = Dictionary(uniqueKeysWithValues: foreignForms.map { ($0.word, $0) })

  /// A word that is an operator elsewhere, in any case: after an operand it is no name.
  static func isForeignOperator(_ word: String) -> Bool {
    guard word.utf8.count <= 16 else { return false }
    let lowered = word.lowercased()
    return foreignOperators[lowered] != nil || foreignFormWords[lowered] != nil
  }
}
