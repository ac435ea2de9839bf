import IbidTypes

extension FunctionCatalog {
  /// Functions of text. Letters are characters as people count them; `has` and `occurrences` fold, the others do not.
  static let text: [FunctionEntry] = [
    scalar(
      .lower, in: .text, [t], .type(.text), "The text in small letters.", (#"lower("Hawala")"#, "hawala"),
      (#"lower("ÉTAPLES")"#, "étaples")),
    scalar(
      .upper, in: .text, [t], .type(.text), "The text in capitals.", (#"upper("nca")"#, "NCA"),
      (#"upper("Straße")"#, "STRASSE")),
    scalar(
      .trim, in: .text, [t], .type(.text), "The text without blanks at its ends.", (#"trim("  a b ")"#, "a b"),
      (#"trim("  ") == """#, "true")),
    scalar(
      .length, in: .text, [P("x", .textOrList)], .type(.int), "Characters of a text, elements of a list.",
      (#"length("café")"#, "4"), ("length([1, none, 3])", "3"), (#"length("")"#, "0")),
    scalar(
      .startsWith, in: .text, [t, P("start", .text)], .type(.bool), "Whether the text begins so, letter for letter.",
      (#"starts_with("Calais", "Cal")"#, "true"), (#"starts_with("Calais", "cal")"#, "false")),
    scalar(
      .endsWith, in: .text, [t, P("end", .text)], .type(.bool), "Whether the text ends so, letter for letter.",
      (#"ends_with("Calais", "is")"#, "true"), (#"ends_with("Calais", "")"#, "true")),
    scalar(
      .replace, in: .text, [t, P("old", .text), P("new", .text)], .type(.text),
      "The text with every `old` made `new`.", (#"replace("a-b-c", "-", "/")"#, "a/b/c"),
      (#"replace("abc", "", "/")"#, "abc")),
    scalar(
      .split, in: .text, [t, P("by", .text)], .type(.list(.text)), "The parts between separators.",
      (#"split("a, b", ", ")"#, "a, b"), (#"split("", ",").length()"#, "1")),
    scalar(
      .occurrences, in: .text, [t, P("words", .text)], .type(.int),
      "How often the whole words occur, case, accents and quote style ignored.",
      (#"occurrences("The NCA and the nca", "NCA")"#, "2"), (#"occurrences("smugglers", "smuggler")"#, "0")),
    scalar(
      .wordCount, in: .text, [t], .type(.int), "The number of words.",
      (#"word_count("people-smuggling gangs")"#, "2"), (#"word_count("")"#, "0")),
    scalar(
      .extract, in: .text, [t, P("pattern", .pattern)], .type(.text), mayBeMissing: true,
      "What a regular expression finds first: its first group, or all of it.",
      (#"extract("issued 5 March", /(\d+) March/)"#, "5"), (#"extract("issued in March", /\d+/)"#, "–")),
  ]
}
