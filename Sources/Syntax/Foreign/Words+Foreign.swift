extension Words {
  /// A word of another language, and what it is called here.
  package struct Foreign: Sendable {
    package var word: String
    /// How to say it here, as shown after `try:`.
    package var ours: String
    /// The word of ours that can stand in its place; nil if more has to change.
    package var replacement: String?

    init(_ word: String, _ ours: String, replacement: String? = nil) {
      self.word = word
      self.ours = ours
      self.replacement = replacement
    }

    /// A word with exactly one counterpart.
    init(_ word: String, as replacement: String) { self.init(word, replacement, replacement: replacement) }
  }

  /// Steps of SQL, KQL, PRQL, pandas, dplyr and Polars. Diagnosed, never accepted.
  package static let foreign: [Foreign] = [
    Foreign("filter", as: "where"), Foreign("having", as: "where"), Foreign("query", as: "where"),
    Foreign("limit", as: "take"), Foreign("head", as: "take"), Foreign("first", as: "take"),
    Foreign("slice", as: "take"), Foreign("fetch", as: "take"),
    Foreign("offset", as: "skip"),
    Foreign("tail", "sort … desc | take …"), Foreign("last", "sort … desc | take …"),
    Foreign("order", as: "sort"), Foreign("orderby", as: "sort"), Foreign("order_by", as: "sort"),
    Foreign("arrange", as: "sort"), Foreign("sort_by", as: "sort"), Foreign("sort_values", as: "sort"),
    Foreign("group", "summarize … by …"), Foreign("group_by", "summarize … by …"),
    Foreign("groupby", "summarize … by …"), Foreign("aggregate", as: "summarize"), Foreign("agg", as: "summarize"),
    Foreign("summarise", as: "summarize"), Foreign("tally", as: "count"), Foreign("len", as: "count"),
    Foreign("nrow", as: "count"), Foreign("size", as: "count"), Foreign("value_counts", "count by …"),
    Foreign("mutate", as: "derive"), Foreign("extend", as: "derive"), Foreign("assign", as: "derive"),
    Foreign("with_columns", as: "derive"), Foreign("transform", as: "derive"),
    Foreign("project", as: "select"), Foreign("project-keep", as: "select"), Foreign("project-reorder", as: "select"),
    Foreign("project-away", as: "drop"), Foreign("project-rename", as: "rename"), Foreign("columns", as: "select"),
    Foreign("pick", as: "select"),
    Foreign("remove", as: "drop"), Foreign("delete", as: "drop"), Foreign("add", as: "derive"),
    Foreign("find", as: "search"), Foreign("unique", as: "distinct"), Foreign("dedupe", as: "distinct"),
    Foreign("inner", "join NAME = TABLE on …"), Foreign("outer", "full join NAME = TABLE on …"),
    Foreign("right", "left join, with the two tables exchanged"),
    Foreign("cross", "derive one = 1 | join NAME = (TABLE | derive one = 1) on one"),
    Foreign("merge", "join NAME = TABLE on …"), Foreign("concat", as: "union"), Foreign("append", as: "union"),
    Foreign("bind_rows", as: "union"), Foreign("except", "anti join NAME = TABLE on …"),
    Foreign("intersect", "semi join NAME = TABLE on …"),
    Foreign("fillna", "derive x = x ?? …"), Foreign("fill_null", "derive x = x ?? …"),
    Foreign("replace_na", "derive x = x ?? …"), Foreign("coalesce", "derive x = x ?? …"),
    Foreign("dropna", "where COLUMN is known"), Foreign("drop_na", "where COLUMN is known"),
    Foreign("ungroup", "leave it out: a group ends with its step"),
    Foreign("explode", as: "unnest"), Foreign("mv-expand", as: "unnest"), Foreign("mvexpand", as: "unnest"),
    Foreign("flatten", as: "unnest"), Foreign("expand", as: "unnest"),
    Foreign("melt", as: "unpivot"), Foreign("gather", as: "unpivot"), Foreign("spread", as: "pivot"),
    Foreign("describe_table", as: "describe"), Foreign("getschema", as: "describe"),
    Foreign("chart", "plot bars NAME, VALUE"), Foreign("render", "plot bars NAME, VALUE"),
    Foreign("ggplot", "plot bars NAME, VALUE"), Foreign("serialize", as: "derive"),
    Foreign("lookup", "left join NAME = TABLE on …"), Foreign("right_join", "left join, with the two tables exchanged"),
    Foreign("parse", "derive x = extract(…, /…/)"), Foreign("separate", "derive parts = split(…, \"…\")"),
    Foreign("complete", "fill COLUMN = RANGE"), Foreign("make-series", "count by month = month(…) | fill month = …"),
    Foreign("relocate", "select, with the columns in the order you want"),
    Foreign("as", "let NAME = …, at the start of the statement"),
    Foreign("export", as: "save"), Foreign("write", as: "save"), Foreign("into", as: "save"),
  ]

  /// Aggregates that other languages have as steps, with their names here.
  static let foreignAggregates: [String: String] = [
    "sum": "sum", "total": "sum", "avg": "avg", "average": "avg", "mean": "avg", "min": "min", "max": "max",
    "median": "median",
    "nunique": "count_distinct", "count_distinct": "count_distinct", "std": "stddev", "stddev": "stddev",
  ]

  /// Operators of other languages written as words.
  package static let foreignOperatorWords: [Foreign] = [
    Foreign("like", "has \"word\", or contains \"part\""), Foreign("ilike", "has \"word\", or contains \"part\""),
    Foreign("rlike", "matches /…/"), Foreign("regexp", "matches /…/"), Foreign("between", "in a..b"),
    Foreign("and", as: "and"), Foreign("or", as: "or"), Foreign("not", as: "not"), Foreign("in", as: "in"),
    Foreign("is", as: "is"), Foreign("has", as: "has"), Foreign("contains", as: "contains"),
    Foreign("matches", as: "matches"),
  ]

  /// Operators of other languages written as signs.
  static let foreignSigns: [Sign] = [
    Sign("<>", .lessGreater), Sign("&&", .doubleAmpersand), Sign("&", .doubleAmpersand), Sign("||", .doubleBar),
    Sign("!", .bang), Sign("%", .percentSign),
  ]

  /// Values of other languages.
  package static let foreignValues: [Foreign] = [
    Foreign("null", as: "none"), Foreign("nil", as: "none"), Foreign("undefined", as: "none"),
    Foreign("None", as: "none"), Foreign("NA", as: "none"), Foreign("TRUE", as: "true"), Foreign("True", as: "true"),
    Foreign("FALSE", as: "false"), Foreign("False", as: "false"), Foreign("CASE", "if … then … else …"),
  ]

  /// What people write behind `is`, and the test of ours.
  static let foreignTests = [
    "missing": "none", "blank": "none", "empty": "none", "unknown": "none", "nothing": "none", "present": "known",
    "given": "known", "there": "known", "set": "known", "stated": "known",
  ]

  /// First words of statements of other languages.
  package static let foreignStatements: [Foreign] = [
    Foreign("from", "the table's name, then steps: money | where … | select …"),
    Foreign("var", as: "let"), Foreign("const", as: "let"), Foreign("val", as: "let"),
    Foreign("def", as: "fn"), Foreign("function", as: "fn"), Foreign("func", as: "fn"),
    Foreign("import", as: "use"), Foreign("include", as: "use"), Foreign("source", as: "use"),
    Foreign("read", as: "load"), Foreign("print", "the expression alone"), Foreign("show", "the expression alone"),
  ]

  /// Statements that change tables; tables here never change.
  package static let changingStatements: Set<String> = ["insert", "update", "delete", "create", "alter", "truncate"]

  /// Types of other languages.
  package static let foreignTypes: [Foreign] = [
    Foreign("string", as: "text"), Foreign("str", as: "text"), Foreign("varchar", as: "text"),
    Foreign("char", as: "text"), Foreign("integer", as: "int"), Foreign("bigint", as: "int"),
    Foreign("number", as: "float"), Foreign("double", as: "float"), Foreign("real", as: "float"),
    Foreign("decimal", as: "float"), Foreign("numeric", as: "float"), Foreign("boolean", as: "bool"),
    Foreign("datetime", as: "date"), Foreign("timestamp", as: "date"), Foreign("time", as: "date"),
    Foreign("interval", as: "duration"), Foreign("array", as: "list"), Foreign("currency", as: "money"),
  ]

  /// Codes after a number that make it an amount in the wrong order: `10 GBP`.
  static let commonCurrencies: Set<String> = [
    "GBP", "EUR", "USD", "JPY", "INR", "CHF", "CAD", "AUD", "CNY", "SEK", "NOK", "DKK", "PLN",
  ]

  /// What people call currencies whose sign or code stands before the number here: `30m pounds`.
  static let currencyWords = [
    "pounds": "GBP", "euros": "EUR", "euro": "EUR", "dollars": "USD", "yen": "JPY", "rupees": "INR", "francs": "CHF",
  ]

  /// Words that a question or a wish starts with.
  static let questionWords: Set<String> = [
    "who", "whom", "whose", "what", "which", "when", "where", "how", "is", "are", "was", "were", "did", "does", "do",
    "has", "have", "can", "show", "list", "find", "give", "tell", "please", "any",
  ]

  /// Words of a sentence by which nothing is found.
  static let emptyWords: Set<String> = questionWords.union([
    "a", "an", "the", "of", "to", "in", "on", "at", "by", "for", "with", "from", "about", "and", "or", "me", "us",
    "all",
    "many", "much", "there", "that", "this", "it", "they", "been", "be", "every", "some",
  ])

  static let foreignSteps = Dictionary(uniqueKeysWithValues: foreign.map { ($0.word, $0) })
  static let foreignOperators = Dictionary(uniqueKeysWithValues: foreignOperatorWords.map { ($0.word, $0) })
  static let foreignNone: Set<String> = ["null", "NULL", "Null", "nil", "None", "NONE", "undefined", "NA"]
  static let foreignStatementWords = Dictionary(uniqueKeysWithValues: foreignStatements.map { ($0.word, $0) })
  static let foreignTypeWords = Dictionary(uniqueKeysWithValues: foreignTypes.map { ($0.word, $0) })

  /// The type of a value that starts with such a token, where that is enough to tell.
  static func type(of first: Token.Kind) -> String? {
    switch first {
    case .number: "int"
    case .string: "text"
    case .date: "date"
    case .money: "money"
    case .true, .false: "bool"
    default: nil
    }
  }
}
