/// Every word that means something to the language, in one table.
///
/// The lexer takes its reserved words from here, the parser its statement and step words, `help` their syntax, and a
/// test holds the grammar in `grammar/ibid.ebnf` against it.
package enum Words {
  /// A word that starts a statement or a step.
  package struct Entry: Sendable {
    package var word: String
    /// How it is written, as shown by `help`.
    package var syntax: String
    /// What it does, in one line.
    package var summary: String
    /// Nothing needs to follow it.
    package var standsAlone: Bool

    init(_ word: String, _ syntax: String, _ summary: String, standsAlone: Bool = false) {
      self.word = word
      self.syntax = syntax
      self.summary = summary
      self.standsAlone = standsAlone
    }
  }

  /// Never names, unless in backticks.
  package static let reserved: [String] = [
    "and", "or", "not", "in", "is", "has", "contains", "matches", "if", "then", "else", "true", "false", "none",
    "where", "by", "per",
  ]

  /// First in a statement only.
  package static let statements: [Entry] = [
    Entry("load", "load \"PATH\" [as NAME] [(NAME: TYPE, …)] [with NAME: VALUE, …]", "reads documents or a data file"),
    Entry("let", "let NAME = PIPELINE", "names a value or a view"),
    Entry("param", "param NAME: TYPE [= VALUE]", "declares a parameter, used as $NAME"),
    Entry("fn", "fn NAME(NAME: TYPE, …) = EXPRESSION", "defines a function"),
    Entry("rule", "rule NAME(NAME: TYPE, …) in sentences { … }", "defines an extraction rule"),
    Entry("dict", "dict NAME = [\"…\", …]", "names a list of words for rules"),
    Entry("use", "use \"PATH\"", "takes over the definitions of another script"),
    Entry("set", "set NAME = VALUE", "changes a setting"),
    Entry("assert", "assert CONDITION [, \"MESSAGE\"]", "fails the script unless the condition holds"),
    Entry("explain", "explain [analyze] PIPELINE · explain rule NAME", "shows how a pipeline or a rule runs"),
    Entry("why", "why ROW [COLUMN] · why not CONDITION", "shows the sentences behind a row, or what dropped it"),
    Entry("help", "help [NAME]", "explains a word, a function or an error", standsAlone: true),
    Entry("open", "open ROW", "shows the page around the source of a row"),
    Entry("keep", "keep NAME", "names a snapshot of the last result"),
  ]

  /// After a `|` only.
  package static let steps: [Entry] = [
    Entry("where", "where CONDITION", "keeps the rows for which the condition is certain"),
    Entry("select", "select [NAME =] VALUE, …", "keeps these columns only"),
    Entry("derive", "derive NAME = VALUE, …", "adds or replaces columns"),
    Entry("drop", "drop COLUMN, …", "leaves columns out"),
    Entry("rename", "rename NEW = OLD, …", "gives columns new names"),
    Entry("sort", "sort VALUE [desc], …", "orders rows"),
    Entry("take", "take COUNT", "keeps the first rows"),
    Entry("skip", "skip COUNT", "leaves the first rows out"),
    Entry("sample", "sample COUNT [seed NUMBER]", "keeps rows drawn at random, the same ones each time"),
    Entry("distinct", "distinct [VALUE, …]", "keeps the first of equal rows", standsAlone: true),
    Entry("count", "count [by VALUE, …]", "counts rows", standsAlone: true),
    Entry("summarize", "summarize [NAME =] AGGREGATE, … [by [NAME =] VALUE, …]", "makes one row of each group"),
    Entry("top", "top COUNT by VALUE [asc], … [per VALUE, …]", "keeps the largest rows, and counts ties"),
    Entry("join", "[left|full|semi|anti|asof] join NAME = TABLE on CONDITION, …", "matches rows of another table"),
    Entry("union", "union TABLE", "appends the rows of another table"),
    Entry("unnest", "unnest COLUMN", "makes one row of each element of a list"),
    Entry("pivot", "pivot AGGREGATE for COLUMN [in [VALUE, …]] [by VALUE, …]", "turns values into columns"),
    Entry("unpivot", "unpivot COLUMN, … into NAME, VALUE", "turns columns into rows"),
    Entry("fill", "fill COLUMN = RANGE [by VALUE, …]", "adds rows for missing buckets"),
    Entry("search", "search \"WORDS\" [in COLUMN, …]", "ranks rows by words, and adds `score`"),
    Entry("describe", "describe", "makes one row of each column: type, missing, distinct, extremes", standsAlone: true),
    Entry("cite", "cite", "adds a column with the sources", standsAlone: true),
    Entry("plot", "plot bars|lines|histogram VALUE, …", "draws the rows"),
    Entry("save", "save \"FILE\" [along COLUMN to COLUMN]", "writes the rows, or the network they are, to a file"),
    Entry("conflicts", "conflicts of COLUMN by VALUE, … [all]", "pairs rows that cannot both hold"),
    Entry("pairs", "pairs of COLUMN", "makes one row of each pair of a list's elements, a link from `a` to `b`"),
    Entry(
      "components", "components [along COLUMN, COLUMN]", "finds groups of linked nodes, and what holds them together",
      standsAlone: true),
    Entry("reach", "reach [along COLUMN to COLUMN] from NODE [within STEPS]", "finds the nodes that links lead to"),
    Entry("paths", "paths [along COLUMN to COLUMN] from NODE to NODE [within STEPS]", "finds all shortest paths"),
    Entry("without", "without NODE [along COLUMN, COLUMN]", "takes a node and its links out of a network"),
  ]

  /// Words before `join`.
  package static let joinKinds: [String] = ["left", "full", "semi", "anti", "asof"]

  /// After an operand or in a fixed slot only; names everywhere else.
  package static let soft: [String] = [
    "asc", "desc", "rows", "as", "on", "with", "copies", "along", "to", "from", "within", "for", "into", "seed", "of",
    "known", "exact", "resolved", "thousand", "million", "billion", "trillion", "overlap", "all", "analyze",
  ]

  /// Soft words in rules.
  package static let ruleWords: [String] = ["exact", "lemma", "before", "after", "except", "example", "word", "list"]

  /// In type position only.
  package static let types: [String] = [
    "bool", "int", "float", "text", "date", "period", "duration", "money", "quantity", "list", "ref",
  ]

  /// Operators and punctuation; the lexer takes the longest that fits.
  static let signs: [Sign] = [
    Sign("+", .plus), Sign("-", .minus), Sign("*", .star), Sign("/", .slash), Sign("..", .range),
    Sign("??", .coalesce), Sign("==", .equal), Sign("!=", .notEqual), Sign("<", .less), Sign("<=", .lessOrEqual),
    Sign(">", .greater), Sign(">=", .greaterOrEqual), Sign("=", .assign), Sign("|", .pipe), Sign(",", .comma),
    Sign(";", .semicolon), Sign(":", .colon), Sign(".", .dot), Sign("?", .question), Sign("=>", .arrow),
    Sign("(", .leftParenthesis), Sign(")", .rightParenthesis), Sign("[", .leftBracket), Sign("]", .rightBracket),
    Sign("{", .leftBrace), Sign("}", .rightBrace),
  ]

  /// A sign as it is written.
  struct Sign: Sendable {
    var text: String
    var kind: Token.Kind

    init(_ text: String, _ kind: Token.Kind) {
      self.text = text
      self.kind = kind
    }
  }

  /// The signs as they are written.
  package static let signTexts: [String] = signs.map(\.text)

  static let statementEntries = Dictionary(uniqueKeysWithValues: statements.map { ($0.word, $0) })
  static let stepEntries = Dictionary(uniqueKeysWithValues: steps.map { ($0.word, $0) })
  static let softSet = Set(soft)
  static let joinKindSet = Set(joinKinds)
  static let reservedKinds: [String: Token.Kind] = Dictionary(
    uniqueKeysWithValues: Token.Kind.allCases.compactMap { kind in kind.reservedWord.map { ($0, kind) } })

  /// The word starts a step, alone (`take`) or before `join` (`left`).
  package static func isStep(_ word: String) -> Bool { stepEntries[word] != nil || joinKindSet.contains(word) }
}
