import IbidSource

/// What comes from other languages. Every message names the word of ours.
extension SyntaxDiagnostic {
  /// A word or operator with exactly one counterpart; an empty one is left out.
  static func foreign(_ word: String, ours: String, at span: ByteSpan) -> Diagnostic {
    if ours.isEmpty {
      return error(
        .foreignWord, "`\(word)` is left out here", at: span,
        try: [Diagnostic.Suggestion("leave it out", edit: .init(span, ""))])
    }
    let isCase = word.lowercased() == ours
    return error(
      .foreignWord, isCase ? "words are written in small letters: `\(ours)`" : "`\(word)` is written `\(ours)`",
      at: span,
      try: [write(ours, at: span)])
  }

  static func foreignOperator(_ word: String, _ foreign: Words.Foreign, at span: ByteSpan) -> Diagnostic {
    error(.foreignWord, "there is no operator `\(word)`", at: span, try: [advise(foreign.ours)])
  }

  static func foreignStep(_ word: String, _ foreign: Words.Foreign, replacement: String?, at span: ByteSpan)
    -> Diagnostic
  {
    if let replacement {
      return error(
        .foreignStep, "the step `\(word)` is called `\(replacement)`", at: span, try: [write(replacement, at: span)])
    }
    return error(.foreignStep, "there is no step `\(word)`", at: span, try: [advise(foreign.ours)])
  }

  static func foreignStatement(_ foreign: Words.Foreign, at span: ByteSpan, next: ByteSpan) -> Diagnostic {
    if let replacement = foreign.replacement {
      return error(
        .foreignStatement, "`\(foreign.word)` is written `\(replacement)`", at: span,
        why: Words.statementEntries[replacement].map { "the statement is: \($0.syntax)" },
        try: [write(replacement, at: span)])
    }
    return error(
      .foreignStatement, "no statement starts with `\(foreign.word)`", at: span,
      try: [Diagnostic.Suggestion(foreign.ours, edit: .init(ByteSpan(span.lower, next.lower), ""))])
  }

  static func singleEquals(at span: ByteSpan) -> Diagnostic {
    error(
      .singleEquals, "`=` gives a name; `==` compares", at: span, try: [write("==", at: span)])
  }

  static func like(_ word: String, pattern: String?, at span: ByteSpan, whole: ByteSpan) -> Diagnostic {
    var suggestions = [advise("has \"word\" for whole words, contains \"part\" for any part")]
    if let pattern {
      let part = String(pattern.drop { $0 == "%" }.reversed().drop { $0 == "%" }.reversed())
      if !part.contains("%"), !part.contains("_"), !part.contains("\""), !part.isEmpty {
        suggestions = [write("has \"\(part)\"", at: whole), write("contains \"\(part)\"", at: whole)]
      }
    }
    return error(
      .foreignWord, "there is no operator `\(word)`", at: span,
      why: "`has` finds whole words in any case, `contains` any part, `matches` a regular expression", try: suggestions)
  }

  static func between(at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .foreignWord, "`between` is written `in` with a range", at: span,
      try: edit.map { [Diagnostic.Suggestion($0.replacement, edit: $0)] } ?? [advise("in a..b")])
  }

  static func remainder(at span: ByteSpan) -> Diagnostic {
    error(
      .remainder, "`%` is percent, not the remainder", at: span, try: [advise("mod(a, b)")])
  }

  static func ternary(at span: ByteSpan) -> Diagnostic {
    error(
      .ternary, "a choice is written in words", at: span, try: [advise("if … then … else …, or x ?? y for a missing x")]
    )
  }

  static func caseWhen(at span: ByteSpan) -> Diagnostic {
    error(.caseWhen, "a choice is written with `if`", at: span, try: [advise("if … then … else if … then … else …")])
  }

  static func sql(at span: ByteSpan, table: String?) -> Diagnostic {
    let name = table ?? "money"
    return error(
      .sqlStatement, "this is SQL; here a query starts with its table", at: span,
      why: "each step goes on from the one before: first the table, then where, summarize … by, sort, take, select",
      try: [advise("\(name) | where … | select …")])
  }

  static func changing(_ word: String, at span: ByteSpan) -> Diagnostic {
    error(
      .foreignStatement, "tables never change, so there is no `\(word)`", at: span,
      try: [advise("let corrected = money | derive …, for a view that differs")])
  }

  static func tuple(at span: ByteSpan, inside: String) -> Diagnostic {
    error(.tupleList, "a list stands in square brackets", at: span, try: [write("[\(inside)]", at: span)])
  }

  static func selectStar(at span: ByteSpan) -> Diagnostic {
    error(
      .star, "there is no `*` for all columns", at: span,
      try: [advise("leave the step out: all columns are kept anyway")])
  }

  static func countStar(_ function: String, at span: ByteSpan) -> Diagnostic {
    error(
      .star, "there is no `*` for all rows", at: span,
      try: [Diagnostic.Suggestion("\(function)()", edit: .init(span, ""))])
  }

  static func countDistinct(at span: ByteSpan) -> Diagnostic {
    error(.countDistinct, "`distinct` cannot stand in a call", at: span, try: [advise("count_distinct(…)")])
  }

  static func unaryPlus(at span: ByteSpan) -> Diagnostic {
    error(
      .unaryPlus, "numbers have no `+` sign", at: span,
      try: [Diagnostic.Suggestion("leave it out", edit: .init(span, ""))])
  }
}
