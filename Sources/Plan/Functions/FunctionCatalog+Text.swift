import IbidTypes

extension FunctionCatalog {
  /// Functions of text. Positions and lengths are of characters as people count them, from 1; a negative position counts
  /// from the end. `has`, `occurrences`, `fold` and `similarity` ignore case, accents and quote style, the others do not.
  static let text: [FunctionEntry] = [
    scalar(
      .lower, in: .text, [t], .type(.text), "The text in small letters.", (#"lower("Hawala")"#, "hawala"),
      (#"lower("ÉTAPLES")"#, "étaples")),
    scalar(
      .upper, in: .text, [t], .type(.text), "The text in capitals.", (#"upper("nca")"#, "NCA"),
      (#"upper("Straße")"#, "STRASSE")),
    scalar(
      .capitalize, in: .text, [t], .type(.text), "The text with its first letter a capital, the rest as it was.",
      (#"capitalize("home Office")"#, "Home Office"), (#"capitalize("émigré")"#, "Émigré"),
      (#"capitalize("") == """#, "true")),
    scalar(
      .titleCase, in: .text, [t], .type(.text),
      "The text with the first letter of every word a capital, the others small.",
      (#"title_case("home OFFICE")"#, "Home Office"),
      (#"title_case("people-smugglers' cash")"#, "People-Smugglers' Cash")),
    scalar(
      .fold, in: .text, [t], .type(.text),
      "The text as `has` compares it: small letters without accents, straight quotes, plain dashes and blanks.",
      (#"fold("Étaples – “Straße”")"#, #"etaples - "straße""#), (#"fold("SMUGGLER’S") == fold("smuggler's")"#, "true")),
    scalar(
      .trim, in: .text, [t], .type(.text), "The text without blanks at its ends.", (#"trim("  a b ")"#, "a b"),
      (#"trim("  ") == """#, "true")),
    scalar(
      .length, in: .text, [t], .type(.int), "The number of characters.", (#"length("café")"#, "4"),
      (#"length("")"#, "0")),
    scalar(
      .reverse, in: .text, [t], .type(.text), "The characters from the last to the first.",
      (#"reverse("Calais")"#, "sialaC"), (#"reverse("né")"#, "én")),
    scalar(
      .repeat, in: .text, [t, P("times", .int)], .type(.text), "The text so many times; empty for none or fewer.",
      (#"repeat("ab", 3)"#, "ababab"), (#"repeat("ab", -1) == """#, "true")),
    scalar(
      .padStart, in: .text, [t, P("width", .int), P("with", .text, .optional)], .type(.text),
      "Filled up at its start to so many characters, with blanks or another text.", (#"pad_start("7", 3, "0")"#, "007"),
      (#"pad_start("1234", 3, "0")"#, "1234"), (#"pad_start("7", 3) == "  7""#, "true")),
    scalar(
      .padEnd, in: .text, [t, P("width", .int), P("with", .text, .optional)], .type(.text),
      "Filled up at its end to so many characters, with blanks or another text.", (#"pad_end("ab", 5, "-+")"#, "ab-+-"),
      (#"pad_end("ab", 5, "")"#, "ab")),
    scalar(
      .substring, in: .text, [t, P("from", .int), P("count", .int, .optional)], .type(.text),
      "The characters from a position on, all or so many; what lies outside the text is left out.",
      (#"substring("Calais", 2, 3)"#, "ala"), (#"substring("Calais", -2)"#, "is"),
      (#"substring("Calais", 7) == """#, "true")),
    scalar(
      .position, in: .text, [t, P("part", .text)], .type(.int), mayBeMissing: true,
      "Where a part first stands, letter for letter; none if it does not.", (#"position("Calais", "la")"#, "3"),
      (#"position("Calais", "LA")"#, "–")),
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
      .replaceMatches, in: .text, [t, P("pattern", .pattern), P("new", .text)], .type(.text),
      "The text with every match made `new`, in which `$1` is the first group, `$0` the match and `$$` a dollar.",
      (#"replace("5 March, 6 April", /(\d+) (\w+)/, "$2 $1")"#, "March 5, April 6"),
      (#"replace("two   blanks", /\s+/, " ")"#, "two blanks"), (#"replace("abc", /x/, "y")"#, "abc")),
    scalar(
      .split, in: .text, [t, P("by", .text)], .type(.list(.text)), "The parts between separators.",
      (#"split("a, b", ", ")"#, "a, b"), (#"split("", ",").length()"#, "1")),
    scalar(
      .splitMatches, in: .text, [t, P("by", .pattern)], .type(.list(.text)),
      "The parts between the matches of a regular expression.", (#"split("a; b,c", /[;,]\s*/)"#, "a, b, c"),
      (#"split("abc", /;/)"#, "abc")),
    scalar(
      .words, in: .text, [t], .type(.list(.text)), "The words, without the signs between them.",
      (#"words("The NCA – people-smuggling …")"#, "The, NCA, people-smuggling"), (#"words("…").length()"#, "0")),
    scalar(
      .lines, in: .text, [t], .type(.list(.text)), "The lines, without their ends.",
      (#"lines("one\ntwo").length()"#, "2"), (#"lines("one\r\n").length()"#, "1")),
    scalar(
      .wordCount, in: .text, [t], .type(.int), "The number of words.",
      (#"word_count("people-smuggling gangs")"#, "2"), (#"word_count(" … ")"#, "0")),
    scalar(
      .occurrences, in: .text, [t, P("words", .text)], .type(.int),
      "How often the whole words occur, case, accents and quote style ignored.",
      (#"occurrences("The NCA and the nca", "NCA")"#, "2"), (#"occurrences("smugglers", "smuggler")"#, "0")),
    scalar(
      .countMatches, in: .text, [t, P("pattern", .pattern)], .type(.int),
      "How often a regular expression matches, each letter once.", (#"occurrences("a1 b22", /\d+/)"#, "2"),
      (#"occurrences("aaa", /aa/)"#, "1")),
    scalar(
      .extract, in: .text, [t, P("pattern", .pattern)], .type(.text), mayBeMissing: true,
      "What a regular expression finds first: its first group, or all of it.",
      (#"extract("issued 5 March", /(\d+) March/)"#, "5"), (#"extract("issued in March", /\d+/)"#, "–")),
    scalar(
      .extractAll, in: .text, [t, P("pattern", .pattern)], .type(.list(.text)),
      "All that a regular expression finds: the first group of each match, or all of it.",
      (#"extract_all("5 March, 6 April", /(\d+) \w+/)"#, "5, 6"), (#"extract_all("March", /\d+/).length()"#, "0")),
    scalar(
      .similarity, in: .text, [P("a", .text), P("b", .text)], .type(.float),
      "How alike two texts are, 0.0 to 1.0: Dice's coefficient of the trigrams of their words, folded as by `fold`.",
      (#"similarity("Home Office", "home office")"#, "1.0"),
      (#"round(similarity("Organisation", "Organization"), 3)"#, "0.769"),
      (#"similarity("Calais", "Dover")"#, "0.0"), (#"similarity("", "")"#, "1.0")),
  ]
}
