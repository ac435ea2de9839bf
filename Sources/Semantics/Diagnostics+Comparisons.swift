import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about comparisons and `in`.

extension Diagnostic {
  static func cannotCompare(
    _ op: Comparison, _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression, _ aWords: String, _ bWords: String
  ) -> Diagnostic {
    var suggestions: [Suggestion] = []
    var reason = "\(article(a.type.required)) and \(article(b.type.required)) have no order in common"
    for (value, other) in [(a, b), (b, a)] {
      let (valueWords, otherWords) = value == a ? (aWords, bWords) : (bWords, aWords)
      switch (value.type.base, other.type.base) {
      case (.money(let currency), .int), (.money(let currency), .float):
        let code = currency ?? "GBP"
        suggestions.append(Suggestion("\(code) \(otherWords)", edit: Edit(other.span, "\(code) \(otherWords)")))
        reason = "a number has no currency"
      case (.money(let currency), .text):
        if case .constant(.text(let text)) = other.kind {
          let digits = text.filter { $0.isNumber || $0 == "." }
          if !digits.isEmpty {
            suggestions.append(
              Suggestion("\(currency ?? "GBP") \(digits)", edit: Edit(other.span, "\(currency ?? "GBP") \(digits)")))
          }
        }
      case (.quantity(let unit), .int), (.quantity(let unit), .float):
        let word = unit ?? "people"
        suggestions.append(
          Suggestion(
            "\(otherWords) \(word)",
            edit: Edit(other.span, word == "percent" ? "\(otherWords)%" : "\(otherWords) \(word)")))
        suggestions.append(Suggestion("\(valueWords).number", edit: Edit(value.span, valueWords + ".number")))
        reason = "a number alone does not say of what"
      case (.int, .text), (.float, .text):
        if case .constant(.text(let text)) = other.kind, ExactNumber(digits: text) != nil {
          suggestions.append(Suggestion(text, edit: Edit(other.span, text)))
        }
      case (.text, .int), (.text, .float):
        if case .constant = other.kind {
          suggestions.append(Suggestion("\"\(otherWords)\"", edit: Edit(other.span, "\"\(otherWords)\"")))
        }
      case (.date, .text), (.period, .text):
        suggestions.append(Suggestion("@2024-03-05, or @2024-03 for the month"))
        reason = "this text is no date of the form year-month-day"
      case (.date, .int), (.period, .int):
        suggestions.append(Suggestion("@\(otherWords)", edit: Edit(other.span, "@" + otherWords)))
      default: break
      }
    }
    var seen: Set<String> = []
    suggestions = suggestions.filter { seen.insert($0.text).inserted }
    return Diagnostic(
      "type-mismatch", "cannot compare \(article(a.type.required)) with \(article(b.type.required))", at: opSpan,
      labels: [typed(a), typed(b)], why: reason, try: suggestions)
  }

  static func compareNone(_ op: Comparison, _ words: String, at span: ByteSpan) -> Diagnostic {
    let fix = op == .notEqual ? "\(words) is known" : "\(words) is none"
    return Diagnostic(
      "compare-none", "`none` is not a value to compare with", at: span, label: "never true",
      why: "a comparison with a missing value is unknown, not true; `is` asks whether it is missing",
      try: [Suggestion(fix, edit: Edit(span, fix))])
  }

  static func dateEqualsPeriod(
    _ op: Comparison, _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression, date: String, period: String,
    at span: ByteSpan
  ) -> Diagnostic {
    let fix = "\(date) \(op == .notEqual ? "not in" : "in") \(period)"
    return Diagnostic(
      "date-equals-period", "a date is not equal to a period; it lies in it or not", at: opSpan,
      labels: [typed(a), typed(b)],
      why: "a date is one moment, a period a stretch", try: [Suggestion(fix, edit: Edit(span, fix))])
  }

  static func unknownWord(_ word: String, _ set: WordSet, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "unknown-word", "`\(word)` is not one of the words of `\(set.name)`", at: span, label: "never true",
      why: "they are \(listed(set.words))",
      try: NearestName.matches(word, among: set.words).map { Suggestion("\"\($0)\"", edit: Edit(span, "\"\($0)\"")) })
  }

  static func noOrder(_ op: Comparison, _ opSpan: ByteSpan, _ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "no-order", "`\(op.rawValue)` needs an order, and \(article(value.type.required)) has none", at: opSpan,
      labels: [typed(value)], why: "only equality makes sense here",
      try: [Suggestion("==", edit: Edit(opSpan, "==")), Suggestion("!=", edit: Edit(opSpan, "!="))])
  }

  static func referenceAgainstText(
    _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression, _ words: String, naming column: String
  ) -> Diagnostic {
    let reference = a.type.base.isTextual ? b : a
    return Diagnostic(
      "reference-against-text", "a row of a table is not text", at: opSpan, labels: [typed(a), typed(b)],
      why: "a reference leads to a row; compare one of its columns",
      try: [
        Suggestion("\(words).\(column)", edit: Edit(reference.span, "\(words).\(column)")),
        Suggestion("\(words) has …, which looks at names and aliases"),
      ])
  }

  static func listCompared(_ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "list-compared", "lists are not compared as a whole", at: opSpan, labels: [typed(a), typed(b)],
      try: [Suggestion("LIST has VALUE"), Suggestion("VALUE in LIST")])
  }

  static func cannotBeIn(_ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "cannot-be-in", "\(article(a.type.required)) cannot lie in \(article(b.type.required))", at: opSpan,
      labels: [typed(a), typed(b)],
      why: "`in` asks of dates in periods, values in intervals, and elements in lists",
      try: [Suggestion("x in [a, b, c]"), Suggestion("date in @2024-03"), Suggestion("amount in £10m..£20m")])
  }

  static func textInText(
    _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression, _ aWords: String, _ bWords: String
  ) -> Diagnostic {
    Diagnostic(
      "text-in-text", "`in` looks in lists, not inside texts", at: opSpan, labels: [typed(a), typed(b)],
      try: [
        Suggestion(
          "\(bWords) contains \(aWords)", edit: Edit(a.span.joined(with: b.span), "\(bWords) contains \(aWords)")),
        Suggestion("\(bWords) has \(aWords), for whole words"),
      ])
  }
}
