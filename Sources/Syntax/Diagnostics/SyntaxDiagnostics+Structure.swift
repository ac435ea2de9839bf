package import IbidSource

/// Statements, steps and expressions.
extension SyntaxDiagnostic {
  // MARK: Expected and unexpected

  static func expected(
    _ wanted: String, role: String?, found: String, at span: ByteSpan, examples: [String] = []
  ) -> Diagnostic {
    let place = role.map { " " + ($0.hasPrefix("after") || $0.hasPrefix("between") ? $0 : "for " + $0) } ?? ""
    return error(
      .expected, "expected \(wanted)\(place), found \(found)", at: span,
      try: examples.isEmpty ? [] : [advise(examples.joined(separator: ", "))])
  }

  /// `asName` is a reserved word in backticks, where a name could stand.
  static func expectedExpression(
    after previous: String?, found: String, at span: ByteSpan, isReserved: Bool, asName: String?
  ) -> Diagnostic {
    let place = previous.map { " after `\($0)`" } ?? ""
    let syntax = previous.flatMap { Words.stepEntries[$0] ?? Words.statementEntries[$0] }?.syntax
    return error(
      .expectedExpression, "expected a value\(place), found \(found)", at: span,
      why: isReserved
        ? "\(found) is a word of the language; as a name it stands in backticks"
        : syntax.map { "it is written: \($0)" },
      try: asName.map { [write($0, at: span)] } ?? [])
  }

  static func expectedWord(_ word: String, in step: String, found: String, at span: ByteSpan, isMissing: Bool)
    -> Diagnostic
  {
    let syntax = (Words.stepEntries[step] ?? Words.statementEntries[step])?.syntax
    return error(
      .expected, "expected `\(word)` in `\(step)`, found \(found)", at: span,
      why: syntax.map { "it is written: \($0)" },
      try: isMissing
        ? [Diagnostic.Suggestion("\(word) …", edit: .init(ByteSpan(span.lower, span.lower), word + " "))] : [])
  }

  static func expectedInteger(_ role: String, found: String, at span: ByteSpan, example: String? = nil) -> Diagnostic {
    error(
      .expectedInteger, "expected \(role), found \(found)", at: span,
      why: "only a whole number can stand here, such as 10",
      try: example.map { [Diagnostic.Suggestion($0 + " …", edit: .init(ByteSpan(span.lower, span.lower), "10 "))] }
        ?? [])
  }

  static func missingEquals(after place: String, found: String, at span: ByteSpan) -> Diagnostic {
    error(
      .expected, "expected `=` after \(place), found \(found)", at: span,
      try: [Diagnostic.Suggestion("= …", edit: .init(ByteSpan(span.lower, span.lower), "= "))])
  }

  static func missingComma(before role: String, found: String, at span: ByteSpan, from end: Int) -> Diagnostic {
    error(
      .expected, "expected `,` before \(role), found \(found)", at: span,
      try: [Diagnostic.Suggestion(", …", edit: .init(ByteSpan(end, end), ","))])
  }

  static func expectedString(_ role: String, found: String, at span: ByteSpan, text: String?) -> Diagnostic {
    error(
      .expectedString, "expected \(role) in quotes, found \(found)", at: span,
      try: text.map { [write("\"\($0)\"", at: span)] } ?? [])
  }

  static func untypedParameter(_ name: String, type: String, at span: ByteSpan) -> Diagnostic {
    error(
      .expected, "expected `:` and a type after the name, found `=`", at: span, label: "of which type?",
      why: "a parameter is given from outside, so it says what may be given",
      try: [write("\(name): \(type)", at: span)])
  }

  /// `end` is the place behind the name.
  static func missingType(found: String, at span: ByteSpan, from end: Int) -> Diagnostic {
    error(
      .expected, "expected `:` and a type after the name, found \(found)", at: span,
      why: "what is declared says its type, so that each use of it can be checked",
      try: [
        Diagnostic.Suggestion(": int", edit: .init(ByteSpan(end, end), ": int")),
        advise("one of \(Words.types.joined(separator: ", "))"),
      ])
  }

  static func severalWords(_ name: String, at span: ByteSpan) -> Diagnostic {
    error(
      .expected, "a name is one word", at: span, why: "or it stands in backticks, wherever it is used",
      try: [write(name, at: span)])
  }

  /// `table` is what stands behind the word, if that can only be the table.
  static func stepWithoutTable(_ word: String, table: String?, at span: ByteSpan, whole: ByteSpan) -> Diagnostic {
    error(
      .stepWithoutTable, "`\(word)` is a step; its table comes first", at: span,
      why: "each step goes on from the one before",
      try: [
        table.map { write("\($0) | \(word)", at: whole) }
          ?? advise("TABLE | \(Words.stepEntries[word]?.syntax ?? word)")
      ])
  }

  static func unexpected(
    _ found: String, at span: ByteSpan, after previous: String?, try suggestions: [Diagnostic.Suggestion] = []
  ) -> Diagnostic {
    error(
      .unexpected, "\(found) cannot stand here", at: span,
      label: previous.map { "after `\($0)`" },
      why: previous == nil ? nil : "an operator, a `|`, or the end of the statement could follow", try: suggestions)
  }

  /// `step` is the place before a `|` behind the bracket, where a step was meant to end.
  static func unclosedBracket(
    _ bracket: String, at span: ByteSpan, noticed: ByteSpan, found: String, step: ByteSpan?
  ) -> Diagnostic {
    let closer = ["(": ")", "[": "]", "{": "}", "<": ">"][bracket] ?? ")"
    let place = step ?? noticed
    let missing = Diagnostic.Label(ByteSpan(place.lower, place.lower), "`\(closer)` is missing here")
    return error(
      .unclosedBracket, "this `\(bracket)` is never closed", at: span, labels: [missing],
      try: [
        Diagnostic.Suggestion(
          "`\(closer)` before \(step == nil ? found : "`|`")",
          edit: .init(ByteSpan(place.lower, place.lower), closer))
      ])
  }

  static func unopenedBracket(_ bracket: String, at span: ByteSpan) -> Diagnostic {
    error(
      .unopenedBracket, "this `\(bracket)` closes nothing", at: span,
      try: [Diagnostic.Suggestion("leave it out", edit: .init(span, ""))])
  }

  static func tooDeep(at span: ByteSpan) -> Diagnostic {
    error(
      .tooDeep, "this is nested too deep", at: span,
      why: "at most \(Limits.nesting) brackets and \(Limits.height) operators may stand inside each other",
      try: [advise("name parts with `let`, or write a list: x in [1, 2, 3]")])
  }

  static func integerTooLarge(at span: ByteSpan) -> Diagnostic {
    error(.integerTooLarge, "this number is too large", at: span, why: "counts go up to \(Int.max)")
  }

  static func trailingComma(at span: ByteSpan) -> Diagnostic {
    error(
      .trailingComma, "nothing follows this comma", at: span,
      try: [Diagnostic.Suggestion("leave it out", edit: .init(span, ""))])
  }

  static func reservedName(_ word: String, at span: ByteSpan) -> Diagnostic {
    error(
      .reservedName, "`\(word)` is a word of the language", at: span, why: "as a name it stands in backticks",
      try: [write("`\(word)`", at: span)])
  }

  static func quotedName(_ value: String, role: String, at span: ByteSpan) -> Diagnostic {
    let isPlain = !value.isEmpty && value.utf8.allSatisfy(Byte.isNameByte) && !Byte.isDigit(value.utf8.first ?? 0)
    return error(
      .quotedName, "expected \(role), found a text", at: span,
      why: "names are written without quotes, odd ones in backticks",
      try: [write(isPlain ? value : "`\(value)`", at: span)])
  }

  // MARK: Statements and steps

  static func missingPipe(_ word: String, at span: ByteSpan) -> Diagnostic {
    error(
      .missingPipe, "a `|` is missing before `\(word)`", at: span,
      why: "each step of a pipeline starts with one",
      try: [Diagnostic.Suggestion("| \(word) …", edit: .init(ByteSpan(span.lower, span.lower), "| "))])
  }

  static func filterBeforeSummarize(at span: ByteSpan, edit: Diagnostic.Edit) -> Diagnostic {
    error(
      .missingPipe, "rows are chosen before they are summarized", at: span,
      why: "behind `summarize` there are only the columns that it makes; a `where` before it chooses the rows",
      try: [Diagnostic.Suggestion(edit.replacement, edit: edit)])
  }

  static func commaForPipe(_ word: String, at span: ByteSpan) -> Diagnostic {
    error(
      .missingPipe, "a `|` stands before `\(word)`, not a comma", at: span,
      why: "each step of a pipeline starts with one",
      try: [Diagnostic.Suggestion("| \(word) …", edit: .init(span, " |"))])
  }

  static func leadingPipe(at span: ByteSpan) -> Diagnostic {
    error(
      .leadingPipe, "there is nothing before this `|`", at: span,
      why: "in a script a pipeline starts with a table; only the prompt goes on from the last result",
      try: [advise("money | …")])
  }

  static func unknownStep(_ word: String, at span: ByteSpan, isCall: Bool) -> Diagnostic {
    if isCall {
      return error(
        .unknownStep, "a step is no call, and there is no step `\(word)`", at: span,
        why: "functions stand inside of steps",
        try: [advise("summarize \(word)(…), for one row"), advise("derive x = \(word)(…), for one value in each row")])
    }
    let near = NearestName.matches(word, among: Words.steps.map(\.word))
    return error(
      .unknownStep, "there is no step `\(word)`", at: span,
      why: near.isEmpty ? "the steps are " + Words.steps.map(\.word).joined(separator: ", ") : nil,
      try: near.map { write($0, at: span) })
  }

  static func stepBrackets(_ word: String, at span: ByteSpan, edit: Diagnostic.Edit?) -> Diagnostic {
    error(
      .stepBrackets, "`\(word)` is a step, not a call", at: span, label: "no brackets here",
      try: [
        edit.map { Diagnostic.Suggestion($0.replacement, edit: $0) } ?? advise(Words.stepEntries[word]?.syntax ?? word)
      ])
  }

  /// `n: Number`: a class of a rule's pattern where the type of what it finds belongs.
  private static let typesOfClasses = [
    "Number": "quantity<\"\">", "Money": "money", "Percent": "quantity<percent>", "Date": "date",
    "Person": "ref<entities>", "Org": "ref<entities>", "Place": "ref<entities>", "Country": "ref<entities>",
    "Programme": "ref<entities>", "Law": "ref<entities>", "Event": "ref<entities>", "Name": "ref<entities>",
    "Quote": "ref<quotes>",
  ]

  static func unknownType(_ word: String, at span: ByteSpan) -> Diagnostic {
    if let type = typesOfClasses[word] {
      return error(
        .unknownType, "`\(word)` finds words, and a column has the type of what they say", at: span,
        label: "a class of a pattern, not a type", try: [write(type, at: span)])
    }
    if let foreign = Words.foreignTypeWords[word.lowercased()] {
      return error(
        .unknownType, "the type `\(word)` is called `\(foreign.ours)`", at: span, try: [write(foreign.ours, at: span)])
    }
    let near = NearestName.matches(word, among: Words.types)
    return error(
      .unknownType, "there is no type `\(word)`", at: span,
      why: near.isEmpty ? "the types are " + Words.types.joined(separator: ", ") : nil,
      try: near.map { write($0, at: span) })
  }

  static func summarizeWithoutItems(at span: ByteSpan) -> Diagnostic {
    error(
      .emptySummarize, "`summarize` needs something to compute", at: span,
      try: [
        Diagnostic.Suggestion(
          "summarize n = count() by …", edit: .init(ByteSpan(span.lower, span.lower), "n = count() ")),
        advise("distinct …, for the groups alone"),
      ])
  }

  // MARK: Expressions

  static func missingBranch(
    _ word: String, of opener: ByteSpan, found: String, at span: ByteSpan, edit: Diagnostic.Edit?
  ) -> Diagnostic {
    error(
      .missingBranch, "this `if` has no `\(word)`", at: span, label: "`\(word)` is missing here",
      labels: [.init(opener, "the `if`")],
      why: "an `if` is a value, so it says what it is in both cases; `else none` leaves it missing",
      try: [Diagnostic.Suggestion("if … then … else …", edit: edit)])
  }

  static func openRange(at span: ByteSpan, bound: String, isLow: Bool, whole: ByteSpan) -> Diagnostic {
    let ours = isLow ? "at_least(\(bound))" : "up_to(\(bound))"
    return error(
      .openRange, "a range has two ends", at: span, label: isLow ? "no upper end" : "no lower end",
      try: [write(ours, at: whole)]
        + (bound.hasPrefix("@") ? [advise(isLow ? "since(\(bound))" : "until(\(bound))")] : []))
  }

  static func chainedRange(at span: ByteSpan) -> Diagnostic {
    error(.chainedRange, "a range has two ends only", at: span)
  }

  static func chainedComparison(at span: ByteSpan, edits: [Diagnostic.Edit]) -> Diagnostic {
    error(
      .chainedComparison, "comparisons cannot be chained", at: span, label: "a second comparison",
      why: "the first one yields true or false, which has no order with the next value",
      try: edits.isEmpty ? [advise("a == b and b == c")] : edits.map { Diagnostic.Suggestion($0.replacement, edit: $0) }
    )
  }

  static func compareNone(at span: ByteSpan, isEqual: Bool, edit subject: String?, whole: ByteSpan) -> Diagnostic {
    let test = isEqual ? "is none" : "is known"
    let ours = subject.map { "\($0) \(test)" } ?? test
    return error(
      .compareNone, "nothing is \(isEqual ? "equal" : "unequal") to `none`", at: span,
      why: "a comparison with a missing value is neither true nor false", try: [write(ours, at: whole)])
  }

  static func isNot(_ word: String, subject: String, at span: ByteSpan, whole: ByteSpan) -> Diagnostic {
    let suggestion =
      switch word {
      case "none": write("is known", at: span)
      case "known": write("is none", at: span)
      default: write("not \(subject) is \(word)", at: whole)
      }
    return error(.isNot, "`is not` is not in the language", at: span, try: [suggestion])
  }

  static func unknownTest(
    found: String, at span: ByteSpan, operator place: ByteSpan? = nil, subject: String? = nil
  ) -> Diagnostic {
    var suggestions: [Diagnostic.Suggestion] = []
    let opposite = ["unresolved": "resolved", "inexact": "exact", "approximate": "exact", "uncertain": "exact"]
    if let subject, let test = opposite[subject] {
      suggestions = [advise("not (… is \(test))")]
    } else if let subject, let test = Words.foreignTests[subject] {
      suggestions = [write("is \(test)", at: (place ?? span).joined(with: span))]
    } else if let place, let subject {
      suggestions = [Diagnostic.Suggestion("== \(subject)", edit: .init(place, "=="))]
    }
    return error(
      .unknownTest, "expected `none`, `known`, `exact` or `resolved` after `is`, found \(found)", at: span,
      why: "`is` asks whether a value is there and how it is stated; values are compared with `==`", try: suggestions)
  }

  static func clauseOrder(_ word: String, at span: ByteSpan, try way: Diagnostic.Suggestion) -> Diagnostic {
    error(
      .clauseOrder, "`\(word)` cannot stand here", at: span,
      why: "the clauses of a call stand once each, in this order: where, per, sort", try: [way])
  }

  static func rowsWithoutSort(at span: ByteSpan) -> Diagnostic {
    error(
      .clauseOrder, "`rows` stands behind a `sort`", at: span, label: "the last rows in which order?",
      why: "`sort` says in which order rows come before each other",
      try: [advise("sort COLUMN rows …, such as: sum(words sort published rows 3)")])
  }

  static func clauseComma(_ word: String, at span: ByteSpan) -> Diagnostic {
    error(
      .clauseOrder, "no comma stands before `\(word)`", at: span,
      try: [Diagnostic.Suggestion("leave it out", edit: .init(span, ""))])
  }

  static func spacedCall(_ name: String, gap: ByteSpan, at span: ByteSpan) -> Diagnostic {
    error(
      .spacedCall, "the `(` of a call touches its name", at: span,
      try: [Diagnostic.Suggestion("\(name)(…)", edit: .init(gap, ""))])
  }

  static func operatorAsMethod(_ word: String, try suggestions: [Diagnostic.Suggestion], at span: ByteSpan)
    -> Diagnostic
  {
    error(
      .operatorAsMethod, "`\(word)` is an operator", at: span, label: "not a function",
      why: "it stands between its two sides", try: suggestions)
  }

  static func missingSubject(_ words: String, operator sign: String, at span: ByteSpan) -> Diagnostic {
    error(
      .expectedExpression, "`\(sign)` has no left side", at: span, label: "compare what?",
      why: "`and` and `or` join whole conditions",
      try: [
        Diagnostic.Suggestion("\(words) \(sign) …", edit: .init(ByteSpan(span.lower, span.lower), words + " "))
      ])
  }

  // MARK: Equals signs

  package static func doubleEquals(at span: ByteSpan) -> Diagnostic {
    error(.wrongEquals, "`==` compares; a name is given with `=`", at: span, try: [write("=", at: span)])
  }

  static func labelEquals(_ name: String, at span: ByteSpan) -> Diagnostic {
    error(.wrongEquals, "`:` stands between this name and its value", at: span, try: [write(":", at: span)])
  }

  static func strayAssign(at span: ByteSpan) -> Diagnostic {
    error(
      .wrongEquals, "`=` cannot stand here", at: span,
      why: "`=` gives a name to what follows, and the name is one word; `==` compares")
  }

  static func assignment(_ name: String, at span: ByteSpan, start: ByteSpan) -> Diagnostic {
    error(
      .wrongEquals, "a name is given with `let`", at: span,
      try: [
        Diagnostic.Suggestion("let \(name) = …", edit: .init(ByteSpan(start.lower, start.lower), "let ")),
        Diagnostic.Suggestion("\(name) == …, to compare", edit: .init(span, "==")),
      ])
  }
}
