import IbidSource

/// What comes from other languages. Every message names the word of ours.
extension SyntaxDiagnostic {
  /// A word or operator with exactly one counterpart; an empty one is left out.
  static func foreign(_ word: String, ours: String, at span: ByteSpan, why reason: String? = nil) -> Diagnostic {
    if ours.isEmpty {
      return error(
        .foreignWord, "`\(word)` is left out here", at: span,
        try: [Diagnostic.Suggestion("leave it out", edit: .init(span, ""))])
    }
    let isCase = word.lowercased() == ours
    return error(
      .foreignWord, isCase ? "words are written in small letters: `\(ours)`" : "`\(word)` is written `\(ours)`",
      at: span, why: reason,
      try: [Diagnostic.Suggestion(ours, edit: .init(span, word == "!" || word == "~" ? ours + " " : ours))])
  }

  /// An operator or call whose meaning takes other words here than one; `%` has an id of its own.
  static func foreignForm(
    _ word: String, why reason: String?, at span: ByteSpan, try suggestions: [Diagnostic.Suggestion]
  ) -> Diagnostic {
    if word == "%" { return error(.remainder, "`%` is percent, not the remainder", at: span, try: suggestions) }
    return error(.foreignWord, "there is no `\(word)` here", at: span, why: reason, try: suggestions)
  }

  /// `documents[:5]`, `documents.loc[…]`; without an edit for a slice that says no rows and no columns.
  static func slice(_ words: String, at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .foreignWord, "steps pick rows and columns, not brackets", at: span,
      why: "a table has no numbered rows; `take` and `skip` count them in the order of its last `sort`",
      try: [edit.map { write($0.replacement, at: $0.span) } ?? advise("take …, where …, select …")])
  }

  static func foreignMatch(_ word: String, pattern: String, at span: ByteSpan, whole: ByteSpan) -> Diagnostic {
    let slashes = pattern.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
    return error(
      .foreignWord, "there is no operator `\(word)`", at: span, try: [write("matches /\(slashes)/", at: whole)])
  }

  /// A foreign search word and the list behind it.
  static func foreignSearch(_ word: String, ours: String, at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(.foreignWord, "`\(word)` is written `\(ours)`", at: span, try: [write(edit.replacement, at: edit.span)])
  }

  static func over(at span: ByteSpan, edit: Diagnostic.Edit, shown: String) -> Diagnostic {
    error(
      .foreignWord, "a window stands inside its call", at: span,
      why: "`per` makes the groups and `sort` the order that `partition by` and `order by` do in SQL",
      try: [Diagnostic.Suggestion(shown, edit: edit)])
  }

  static func choice(at span: ByteSpan, try suggestions: [Diagnostic.Suggestion]) -> Diagnostic {
    error(
      .ternary, "a choice is written in words", at: span, label: "not a function",
      try: suggestions.isEmpty ? [advise("if … then … else …")] : suggestions)
  }

  static func foreignOperator(_ word: String, _ foreign: Words.Foreign, at span: ByteSpan) -> Diagnostic {
    error(.foreignWord, "there is no operator `\(word)`", at: span, try: [advise(foreign.ours)])
  }

  static func foreignStep(_ word: String, _ foreign: Words.Foreign, edit: Diagnostic.Edit?, at span: ByteSpan)
    -> Diagnostic
  {
    let suggestion = edit.map { Diagnostic.Suggestion($0.replacement, edit: $0) } ?? advise(foreign.ours)
    guard let ours = foreign.replacement else {
      return error(.foreignStep, "there is no step `\(word)`", at: span, try: [suggestion])
    }
    return error(.foreignStep, "the step `\(word)` is called `\(ours)`", at: span, try: [suggestion])
  }

  /// A step that is a call elsewhere; without an edit `foreign.ours` says what there is.
  static func foreignStepCall(_ word: String, _ foreign: Words.Foreign, edit: Diagnostic.Edit?, at span: ByteSpan)
    -> Diagnostic
  {
    let isOther = Words.stepEntries[word] == nil
    let called = foreign.replacement.map { "the step `\(word)` is called `\($0)`" } ?? "there is no step `\(word)`"
    let ours = isOther ? called : "`\(word)` is a step, not a call"
    return error(
      isOther ? .foreignStep : .stepBrackets, ours, at: span,
      try: [edit.map { Diagnostic.Suggestion($0.replacement, edit: $0) } ?? advise(foreign.ours)])
  }

  static func stepWithinGroups(_ word: String, at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .foreignStep, "there is no step `\(word)`", at: span,
      why: "a call says its groups itself, with `per`; no grouping is left behind for later steps",
      try: [write(edit.replacement, at: edit.span)])
  }

  /// `words` are those that say the kind of the join in another language; nil if only the name is missing.
  static func foreignJoin(_ words: String?, at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    guard let words else {
      return error(
        .unnamedJoin, "the rows of a joined table need a name", at: span,
        why:
          "its columns live under that name, so that no two columns can be confused; those of the left side stand alone",
        try: [write(edit.replacement, at: edit.span)])
    }
    return error(
      .foreignStep, "`\(words)` is no join of this language", at: span,
      why: "the kind stands before `join`, and the other table's columns live under a name",
      try: [write(edit.replacement, at: edit.span)])
  }

  /// `end`: where the sort key ends.
  static func nullOrder(_ words: String, at span: ByteSpan, from end: Int) -> Diagnostic {
    error(
      .foreignWord, "`\(words)` is left out here", at: span, why: "missing values are last, in any order",
      try: [Diagnostic.Suggestion("leave it out", edit: .init(ByteSpan(end, span.upper), ""))])
  }

  static func conditionAsStep(at span: ByteSpan, pipe: ByteSpan) -> Diagnostic {
    error(
      .unknownStep, "a condition is no step", at: span, label: "a column, not a step",
      why: "`|` leads to the next step; two conditions are joined by `or` and `and`",
      try: [
        Diagnostic.Suggestion("or …", edit: .init(pipe, "or")),
        Diagnostic.Suggestion("| where …", edit: .init(ByteSpan(span.lower, span.lower), "where ")),
      ])
  }

  /// `kind == "news" | "blog"`; the edit lists both values, where a comparison stands before them.
  static func valueAsStep(_ found: String, at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .unknownStep, "\(found) is a value, no step", at: span, label: "a value",
      why: "`|` leads to the next step; what one of several values is, `in` asks",
      try: edit.map { [write($0.replacement, at: $0.span)] } ?? [])
  }

  /// A command of the prompt in a query: `.tables`.
  static func promptCommand(_ word: String, at span: ByteSpan) -> Diagnostic {
    error(
      .foreignStatement, "`\(word)` is a command of the prompt", at: span,
      why: "a script and `-c` have statements only; `ibid FOLDER` without them starts the prompt")
  }

  /// KQL's `where * has "border"`.
  static func anyColumn(at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .star, "`*` does not stand for any column here", at: span,
      why: "`search` looks through all texts of a row", try: edit.map { [write($0.replacement, at: $0.span)] } ?? [])
  }

  static func aggregateStep(_ word: String, edit: Diagnostic.Edit, at span: ByteSpan) -> Diagnostic {
    error(
      .foreignStep, "`\(word)` is a function, not a step", at: span, why: "aggregates stand in `summarize`",
      try: [write(edit.replacement, at: edit.span)])
  }

  static func selectDistinct(at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .foreignWord, "`distinct` is a step of its own", at: span, why: "first the columns, then equal rows once",
      try: [write(edit.replacement, at: edit.span)])
  }

  static func countingSelect(at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .star, "rows are counted in `summarize`", at: span,
      why: "`select` has one row at a time; the columns beside a count are its groups",
      try: [write(edit.replacement, at: edit.span)])
  }

  static func alias(at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .foreignWord, "a new name stands before its value", at: span, try: [write(edit.replacement, at: edit.span)])
  }

  static func colonName(at span: ByteSpan) -> Diagnostic {
    error(
      .wrongEquals, "a column is given its name with `=`", at: span,
      try: [Diagnostic.Suggestion("name = value", edit: .init(span, " ="))])
  }

  static func descending(at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .foreignWord, "`desc` stands behind the value", at: span, try: [write(edit.replacement, at: edit.span)])
  }

  static func superfluous(_ word: String, at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .foreignWord, "`\(word)` is left out here", at: span,
      try: [Diagnostic.Suggestion("leave it out", edit: edit)])
  }

  /// `rest` is what stands behind the word, up to the end of the line.
  static func foreignStatement(_ foreign: Words.Foreign, at span: ByteSpan, next: ByteSpan, rest: String) -> Diagnostic
  {
    if let replacement = foreign.replacement {
      return error(
        .foreignStatement, "`\(foreign.word)` is written `\(replacement)`", at: span,
        why: Words.statementEntries[replacement].map { "the statement is: \($0.syntax)" },
        try: [write(replacement, at: span)])
    }
    return error(
      .foreignStatement, "no statement starts with `\(foreign.word)`", at: span,
      try: [
        Diagnostic.Suggestion(
          rest.isEmpty || rest.count > 60 ? foreign.ours : rest, edit: .init(ByteSpan(span.lower, next.lower), ""))
      ])
  }

  /// A question or a wish in plain words; `words` are those worth looking for.
  static func sentence(searching words: [String], at span: ByteSpan) -> Diagnostic {
    error(
      .plainLanguage, "this is a sentence, not a query", at: span,
      why: "a query names a table, and then its steps; `search` finds words in texts, `help` shows what there is",
      try: words.isEmpty ? [] : [write("sentences | search \"\(words.joined(separator: " "))\"", at: span)])
  }

  static func printCall(_ word: String, at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .foreignStatement, "there is no `\(word)`: what stands alone is printed", at: span,
      try: [write(edit.replacement, at: edit.span)])
  }

  static func singleEquals(at span: ByteSpan) -> Diagnostic {
    error(
      .singleEquals, "`=` gives a name; `==` compares", at: span, try: [write("==", at: span)])
  }

  /// `subject`: where the left side stands, and its words.
  static func like(
    _ word: String, of subject: ByteSpan, _ words: String, pattern: String?, at span: ByteSpan, whole: ByteSpan,
    isNegated: Bool
  ) -> Diagnostic {
    let not = isNegated ? "not " : ""
    var suggestions = [advise("has \"word\" for whole words, contains \"part\" for any part")]
    if let pattern {
      let part = String(pattern.drop { $0 == "%" }.reversed().drop { $0 == "%" }.reversed())
      if !part.contains("%"), !part.contains("_"), !part.contains("\""), !part.isEmpty {
        suggestions = [write(not + "has \"\(part)\"", at: whole), write(not + "contains \"\(part)\"", at: whole)]
        // The pattern is bound to one end.
        if pattern.hasPrefix("%") != pattern.hasSuffix("%") {
          let function = pattern.hasPrefix("%") ? "ends_with" : "starts_with"
          suggestions.insert(write("\(not)\(function)(\(words), \"\(part)\")", at: subject.joined(with: whole)), at: 0)
        }
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

  static func ternary(at span: ByteSpan, try suggestions: [Diagnostic.Suggestion]) -> Diagnostic {
    error(
      .ternary, "a choice is written in words", at: span,
      try: suggestions.isEmpty ? [advise("if … then … else …, or x ?? y for a missing x")] : suggestions)
  }

  static func caseWhen(at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .caseWhen, "a choice is written with `if`", at: span,
      try: [
        edit.map { Diagnostic.Suggestion($0.replacement, edit: $0) } ?? advise("if … then … else if … then … else …")
      ])
  }

  static func commonTable(at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .sqlStatement, "this is SQL; here a query that is used by another has a `let` of its own", at: span,
      try: [
        edit.map {
          Diagnostic.Suggestion($0.replacement.split(separator: "\n").joined(separator: "; "), edit: $0)
        } ?? advise("let t = money | where …, then t | …")
      ])
  }

  static func subquery(at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .sqlStatement, "this is SQL; here a query starts with its table, in brackets, too", at: span,
      try: [edit.map { Diagnostic.Suggestion($0.replacement, edit: $0) } ?? advise("(TABLE | where … | select …)")])
  }

  static func arrowAssignment(_ name: String, at span: ByteSpan, whole: ByteSpan) -> Diagnostic {
    error(
      .foreignStatement, "a name is given with `let`", at: span,
      try: [Diagnostic.Suggestion("let \(name) = …", edit: .init(whole, "let \(name) ="))])
  }

  static func sql(at span: ByteSpan, table: String?, edit: Diagnostic.Edit?) -> Diagnostic {
    let name = table ?? "money"
    return error(
      .sqlStatement, "this is SQL; here a query starts with its table", at: span,
      why: "each step goes on from the one before: first the table, then where, summarize … by, sort, take, select",
      try: [edit.map { Diagnostic.Suggestion($0.replacement, edit: $0) } ?? advise("\(name) | where … | select …")])
  }

  static func changing(_ word: String, at span: ByteSpan) -> Diagnostic {
    error(
      .foreignStatement, "tables never change, so there is no `\(word)`", at: span,
      try: [advise("let corrected = money | derive …, for a view that differs")])
  }

  static func tuple(at span: ByteSpan, inside: String) -> Diagnostic {
    error(.tupleList, "a list stands in square brackets", at: span, try: [write("[\(inside)]", at: span)])
  }

  static func selectStar(at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .star, "there is no `*` for all columns", at: span,
      try: [Diagnostic.Suggestion("leave the step out: all columns are kept anyway", edit: edit)])
  }

  static func countStar(_ function: String, at span: ByteSpan) -> Diagnostic {
    error(
      .star, "there is no `*` for all rows", at: span,
      try: [Diagnostic.Suggestion("\(function)()", edit: .init(span, ""))])
  }

  static func countDistinct(at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .countDistinct, "`distinct` cannot stand in a call", at: span,
      try: [Diagnostic.Suggestion("count_distinct(…)", edit: edit)])
  }

  static func missingRemoval(at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .foreignWord, "`na.rm` is left out here", at: span,
      why: "aggregates skip what is missing, and the footer says so",
      try: [Diagnostic.Suggestion("leave it out", edit: edit)])
  }

  static func pipelineInCall(_ word: String, at span: ByteSpan, shown: String, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .pipelineInCall, "`\(word)` stands behind its table, not around it", at: span,
      why: "in a call stand the columns of the rows that it is asked of",
      try: [Diagnostic.Suggestion(shown, edit: edit)])
  }

  static func unaryPlus(at span: ByteSpan) -> Diagnostic {
    error(
      .unaryPlus, "numbers have no `+` sign", at: span,
      try: [Diagnostic.Suggestion("leave it out", edit: .init(span, ""))])
  }
}
