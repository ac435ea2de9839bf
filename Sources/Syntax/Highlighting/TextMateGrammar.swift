/// The language's words, signs and literals as a TextMate grammar, for colours in editors and pagers.
///
/// `grammar/ibid.tmLanguage.json` is this text; a test writes it and holds it up to date. A TextMate grammar sees one line at a
/// time and knows no syntax, so it is right about all tokens, but guesses of names: a word of the language is taken for one where
/// it usually stands, `take` behind a `|`, `let` first in a line, `desc` at the end of something.
package enum TextMateGrammar {
  package static var json: String {
    """
    {
      "$schema": "https://raw.githubusercontent.com/martinring/tmlanguage/master/tmlanguage.json",
      "comment": "Made from Sources/Syntax/Words.swift; UPDATE_GOLDEN=1 swift test --filter TextMateTests writes it.",
      "name": "Ibid",
      "scopeName": "source.ibid",
      "fileTypes": ["ibid"],
      "patterns": \(TextMatePattern.list(patterns, indent: "  "))
    }

    """
  }

  /// The first that matches at the earliest place wins.
  static let patterns: [TextMatePattern] = texts + literals + words + names + [sign]

  // MARK: Parts

  private static let name = #"[\p{L}_][\p{L}\p{N}_]*"#
  private static let number = #"\d[\d_]*(?:\.\d[\d_]*)?"#
  private static let blank = #"[ \t]+"#

  /// One of some words, whole.
  private static func any(_ words: [String]) -> String { #"\b(?:"# + words.joined(separator: "|") + #")\b"# }

  private static let scale = any(Scale.allCases.map(\.rawValue))
  private static let suffix = "(?:" + MoneySuffix.allCases.map(\.rawValue).joined(separator: "|") + ")"

  /// What no unit may be: reserved and soft words, `sort`.
  private static let noUnit = "(?!" + any(Words.reserved + Words.soft + ["sort"]) + ")"

  // MARK: Patterns

  private static let texts: [TextMatePattern] = [
    TextMatePattern("comment.line.number-sign", match: "#.*$"),
    TextMatePattern(
      "string.quoted.double", from: "\"", to: "\"",
      inside: [
        TextMatePattern("constant.character.escape", match: #"\\(?:["\\nrt0]|u\{[0-9A-Fa-f]{1,6}\})"#),
        TextMatePattern("invalid.illegal.escape", match: #"\\."#),
      ]),
    TextMatePattern("variable.other.quoted", match: "`[^`]*`"),
    // Where an operand may start; on a line of its own a slash divides if a blank follows.
    TextMatePattern(
      match: #"(?:(?<=\bmatches)|(?<=[(,])|^(?=\s*/\S))\s*(/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\\[])+/i?)"#,
      captures: ["string.regexp"]),
  ]

  private static let literals: [TextMatePattern] = [
    TextMatePattern(
      "constant.other.date",
      match: #"@\d{4}(?:s|-Q[1-4]|-H[12]|-W\d{2}|-\d{2}(?:-\d{2}(?:T\d{2}:\d{2}(?::\d{2})?)?)?)?(?![\w-])"#),
    TextMatePattern(
      match: "([£$€¥₹])(" + number + suffix + "?)(?:" + blank + "(" + scale + "))?",
      captures: ["keyword.other.currency", "constant.numeric.money", "keyword.other.scale"]),
    TextMatePattern(
      match: #"\b([A-Z]{3})"# + blank + "(" + number + ")(?:" + blank + "(" + scale + "))?",
      captures: ["keyword.other.currency", "constant.numeric.money", "keyword.other.scale"]),
    TextMatePattern("variable.parameter", match: #"\$"# + name),
    TextMatePattern(
      match: #"\b("# + number + ")(%)", captures: ["constant.numeric.quantity", "keyword.other.unit"]),
    TextMatePattern(
      match: #"\b("# + number + ")(?:" + blank + "(" + scale + "))?" + blank + noUnit + "(" + name
        + #"|`[^`]*`)(?!\()"#,
      captures: ["constant.numeric.quantity", "keyword.other.scale", "keyword.other.unit"]),
    TextMatePattern(
      match: #"\b("# + number + ")(?:" + blank + "(" + scale + "))?",
      captures: ["constant.numeric", "keyword.other.scale"]),
  ]

  private static let words: [TextMatePattern] = [
    TextMatePattern(
      match: #"(\|)\s*("# + any(Words.joinKinds) + #")\s+(join)\b"#,
      captures: ["keyword.operator.pipe", "keyword.control.step", "keyword.control.step"]),
    TextMatePattern(
      match: #"(\|)\s*("# + any(Words.steps.map(\.word)) + ")",
      captures: ["keyword.operator.pipe", "keyword.control.step"]),
    TextMatePattern(
      match: #"^\s*(fn)\s+("# + name + ")", captures: ["keyword.control.statement", "entity.name.function"]),
    TextMatePattern(
      match: #"^\s*("# + any(["let", "param", "keep"]) + #")\s+("# + name + ")",
      captures: ["keyword.control.statement", "variable.other.definition"]),
    TextMatePattern(
      match: #"^\s*("# + any(Words.statements.map(\.word)) + #")(?![(.\[]|\s*(?:[|=<>!+*/.?]|(?:in|is|has|and|or)\b))"#,
      captures: ["keyword.control.statement"]),
    TextMatePattern(
      match: #"\b(is)\s+("# + any(Expression.Test.allCases.map(\.rawValue)) + ")",
      captures: ["keyword.operator.word", "constant.language"]),
    TextMatePattern(
      match: #"\b(with)\s+(copies)\b"#, captures: ["keyword.other.clause", "keyword.other.clause"]),
    TextMatePattern(
      match: #"(:)\s*("# + any(Words.types) + #")(?!\s*[.(\[])"#, captures: ["punctuation", "storage.type"]),
    TextMatePattern(match: "(<)(" + any(Words.types) + ")(?=[<>?])", captures: ["punctuation", "storage.type"]),
    TextMatePattern("constant.language", match: any(["true", "false", "none"])),
    TextMatePattern("keyword.control.conditional", match: any(["if", "then", "else"])),
    TextMatePattern("keyword.other.clause", match: any(["where", "by", "per"])),
    TextMatePattern("keyword.operator.word", match: any(operatorWords)),
    // Soft words are names elsewhere: an order ends something, a link has an operand behind it.
    TextMatePattern(
      "keyword.other.order",
      match: #"(?<=[\w)\]`]\s)"# + any(["asc", "desc"]) + #"(?=\s*(?:[,|)#;]|$|(?:per|rows)\b))"#),
    TextMatePattern(
      "keyword.other.clause", match: #"(?<=\s)"# + any(links) + #"(?=\s+["$@£€¥₹\[({`\p{L}\p{N}_])"#),
    TextMatePattern("keyword.other.clause", match: #"(?<=\()sort\b(?=\s)|(?<=[\w)\]`]\s)sort\b(?=\s)"#),
  ]

  /// Reserved words that are operators.
  private static let operatorWords = Words.reserved.filter {
    !["true", "false", "none", "if", "then", "else", "where", "by", "per"].contains($0)
  }

  /// Soft words that link what stands before them to what follows.
  private static let links = Words.soft.filter { NewlineRule.linkWords.contains($0) }

  private static let names: [TextMatePattern] = [
    TextMatePattern("entity.name.function", match: name + #"(?=\()"#),
    TextMatePattern("variable.other", match: #"\b"# + name),
  ]

  /// Operators, the longest first.
  private static let sign: TextMatePattern = {
    let signs = Words.signTexts.sorted { ($1.utf8.count, $0) < ($0.utf8.count, $1) }
    let escaped = signs.map { sign in String(sign.map { #"\"# + String($0) }.joined()) }
    return TextMatePattern("keyword.operator", match: escaped.joined(separator: "|"))
  }()
}
