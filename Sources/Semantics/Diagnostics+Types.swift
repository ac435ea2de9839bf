import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about types and values.

extension Diagnostic {
  private static func typed(_ value: PlanExpression) -> Label { Label(value.span, "this is \(article(value.type))") }

  /// `money (GBP)`, `text`, `an int`
  static func article(_ type: ValueType) -> String {
    switch type.base {
    case .money(let currency): return "money" + (currency.map { " (\($0))" } ?? "")
    case .quantity(let unit): return "a quantity" + (unit.map { $0.isEmpty ? " without unit" : " (\($0))" } ?? "")
    case .text: return "text"
    case .int: return "an int"
    case .word(let set): return "one of the words of `\(set.name)`"
    case .reference(let table): return "a row of `\(table)`"
    case .none: return "`none`"
    default: return "a \(type.base)"
    }
  }

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

  static func typesDiffer(_ role: String, _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "types-differ", "the two sides of \(role) do not go together", at: opSpan, labels: [typed(a), typed(b)],
      why: "\(role) needs two values of one type", try: [Suggestion("make both sides \(article(a.type.required))")])
  }

  static func branchesDiffer(_ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "branches-differ", "the two branches of this `if` have different types", at: b.span,
      labels: [typed(a), typed(b)],
      why: "a column has one type", try: [Suggestion("make both branches \(article(a.type.required)), or `none`")])
  }

  static func listElementsDiffer(_ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "list-elements-differ", "the elements of this list have different types", at: b.span,
      labels: [typed(a), typed(b)], why: "a list has one type of element",
      try: [Suggestion("make every element \(article(a.type.required))")])
  }

  static func compareNone(_ op: Comparison, _ words: String, at span: ByteSpan) -> Diagnostic {
    let fix = op == .notEqual ? "\(words) is known" : "\(words) is none"
    return Diagnostic(
      "compare-none", "`none` is not a value to compare with", at: span, label: "never true",
      why: "a comparison with a missing value is unknown, not true; `is` asks whether it is missing",
      try: [Suggestion(fix, edit: Edit(span, fix))])
  }

  static func currenciesDiffer(_ opSpan: ByteSpan, _ a: PlanExpression, _ x: String, _ b: PlanExpression, _ y: String)
    -> Diagnostic
  {
    Diagnostic(
      "currency-mismatch", "\(x) and \(y) do not mix", at: opSpan,
      labels: [Label(a.span, "this is \(x)"), Label(b.span, "this is \(y)")],
      why: "amounts of two currencies have no common measure without a rate, and Ibid has no rates of its own",
      try: [Suggestion("convert(amount, rate, \"\(x)\") with a rate of yours")])
  }

  static func unitsDiffer(_ opSpan: ByteSpan, _ a: PlanExpression, _ x: String, _ b: PlanExpression, _ y: String)
    -> Diagnostic
  {
    Diagnostic(
      "unit-mismatch", "\(x.isEmpty ? "plain numbers" : x) and \(y.isEmpty ? "plain numbers" : y) do not compare",
      at: opSpan,
      labels: [
        Label(a.span, "this counts \(x.isEmpty ? "nothing named" : x)"),
        Label(b.span, "this counts \(y.isEmpty ? "nothing named" : y)"),
      ],
      why: "units of one kind compare (miles and km, percent and fractions); things of different names do not",
      try: [Suggestion("as_unit(x, \"\(x)\") if they count the same thing")])
  }

  /// Units of one kind that a function, unlike an operator, does not bring together.
  static func unitsNeedConversion(
    _ name: Name, _ a: PlanExpression, _ x: String, _ b: PlanExpression, _ y: String, words: String
  ) -> Diagnostic {
    Diagnostic(
      "unit-mismatch", "`\(name.text)` needs one unit, and these are in \(x) and \(y)", at: name.span,
      labels: [Label(a.span, "this is in \(x)"), Label(b.span, "this is in \(y)")],
      why: "the result is in the unit of one of them, and which is for you to say",
      try: [Suggestion("convert(\(words), \"\(x)\")", edit: Edit(b.span, "convert(\(words), \"\(x)\")"))])
  }

  static func elementsDiffer(_ name: Name, _ list: PlanExpression, _ element: ValueType, _ x: PlanExpression)
    -> Diagnostic
  {
    Diagnostic(
      "types-differ", "the list that `\(name.text)` looks through has no such elements", at: name.span,
      labels: [Label(list.span, "each element is \(article(element.required))"), typed(x)],
      why: "values of different types are never the same", try: [Suggestion("look for \(article(element.required))")])
  }

  static func unitUnknown(
    _ role: String, _ opSpan: ByteSpan, _ value: PlanExpression, _ words: String, _ part: Part
  ) -> Diagnostic {
    let example = part == .currency ? "GBP" : "people"
    let plural = part == .currency ? "currencies" : "units"
    return Diagnostic(
      part == .currency ? "mixed-currencies" : "mixed-units",
      "\(role) needs one \(part.rawValue), and this column may hold several", at: opSpan,
      labels: [Label(value.span, "any \(part.rawValue)")],
      why: "amounts of different \(plural) have no sum, quotient or order",
      try: [Suggestion("where \(words).\(part.rawValue) == \"\(example)\" before this step")])
  }

  static func mixedUnits(_ function: AggregateFunction, _ argument: PlanExpression, _ words: String, _ part: Part)
    -> Diagnostic
  {
    let plural = part == .currency ? "currencies" : "units"
    let example = part == .currency ? "GBP" : "people"
    return Diagnostic(
      part == .currency ? "mixed-currencies" : "mixed-units",
      "`\(function.rawValue)` needs one \(part.rawValue), and `\(words)` may hold several", at: argument.span,
      label: "may hold several \(plural)",
      why: "amounts of different \(plural) have no common \(function == .sum ? "sum" : "order or mean")",
      try: [
        Suggestion(
          "\(function.rawValue)(\(function.ordersBySecond ? "…, " : "")\(words) where \(words).\(part.rawValue) == \"\(example)\"), for one \(part.rawValue)",
          edit: Edit(
            ByteSpan(argument.span.upper, argument.span.upper), " where \(words).\(part.rawValue) == \"\(example)\"")),
        Suggestion("by \(words).\(part.rawValue), for one row a \(part.rawValue)"),
        part == .currency
          ? Suggestion(
            "join r = rates on \(words).currency == r.currency, then convert(\(words), r.rate, \"GBP\"), with rates of yours"
          )
          : Suggestion("as_unit(\(words), \"people\") if they all count the same thing"),
      ])
  }

  /// `key`: a column that tells the repeated rows apart, if there is one.
  static func repeated(
    _ function: AggregateFunction, _ argument: PlanExpression, by repetition: Repetition, key: String?
  ) -> Diagnostic {
    let (what, step, reason): (String, String, String) =
      switch repetition.step {
      case .join(let name): ("the join `\(name)`", "the join", "the other side may match one row several times")
      case .step(let name): ("`\(name)`", "`\(name)`", "one row becomes several, each with the same values beside")
      }
    var suggestions = [Suggestion("\(function.rawValue) before \(step)")]
    if let key { suggestions.append(Suggestion("distinct \(key) first, to keep each row once")) }
    if case .join = repetition.step {
      suggestions.insert(Suggestion("a path instead of the join: TABLE.\(function.rawValue)(…)"), at: 1)
    }
    return Diagnostic(
      "repeated-by-join",
      "\(what) repeats rows, so `\(function.rawValue)` would count some of these values more than once",
      at: argument.span, label: "a value per row before \(step)", why: reason, try: suggestions)
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

  static func cannotCompute(_ operation: Arithmetic, _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression)
    -> Diagnostic
  {
    Diagnostic(
      "cannot-compute",
      "`\(operation.rawValue)` does not work on \(article(a.type.required)) and \(article(b.type.required))",
      at: opSpan,
      labels: [typed(a), typed(b)], why: "there is no such operation",
      try: operation == .add && (a.type.base.isTextual || b.type.base.isTextual)
        ? [Suggestion("text(x), to make text of it")] : [Suggestion("values of one kind on both sides")])
  }

  static func rangeNeedsUnits(_ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "range-needs-units", "both ends of a range need their unit", at: opSpan, labels: [typed(a), typed(b)],
      try: [Suggestion("£10m..£20m, 17 people..40 people")])
  }

  static func notANumber(_ value: PlanExpression, role: String) -> Diagnostic {
    Diagnostic(
      "not-a-number", "\(role) needs a number, money or a quantity", at: value.span,
      label: "this is \(article(value.type))", try: [Suggestion("float(x), to read text as a number")])
  }

  static func notText(_ value: PlanExpression, role: String) -> Diagnostic {
    Diagnostic(
      "not-text", "\(role) needs text", at: value.span, label: "this is \(article(value.type))",
      try: [Suggestion("text(x), to make text of it")])
  }

  static func notACondition(_ value: PlanExpression, role: String) -> Diagnostic {
    Diagnostic(
      "not-a-condition", "\(role) needs a condition, something true or false", at: value.span,
      label: "this is \(article(value.type))", try: [Suggestion("a comparison: x == …, x is known, x has \"…\"")])
  }

  static func notAggregated(_ column: PlanExpression, name: String) -> Diagnostic {
    Diagnostic(
      "not-aggregated", "`\(name)` has a value in every row, and a group needs one", at: column.span,
      label: "of which row?",
      why: "`summarize` gives one row a group",
      try: [
        Suggestion("first(\(name))", edit: Edit(column.span, "first(\(name))")),
        Suggestion("list(\(name))", edit: Edit(column.span, "list(\(name))")),
        Suggestion("by \(name), to make it part of the group"),
      ])
  }

  static func aggregateInRow(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "aggregate-in-row", "`\(name.text)` works on many rows, and this step has one row at a time", at: name.span,
      label: "an aggregate",
      why: "aggregates stand in `summarize`, after a table, money.\(name.text)(…), or with `per` or `sort` as a window",
      try: [
        Suggestion("summarize \(name.text)(…) by …"),
        Suggestion("\(name.text)(… per …), for a value beside each row"),
      ])
  }

  static func filterInScalarCall(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "filter-in-call", "`where` inside a call is for aggregates, and `\(name.text)` is none", at: span,
      label: "no rows to filter", try: [Suggestion("if … then \(name.text)(…) else none")])
  }

  static func labelledArgument(_ label: Name) -> Diagnostic {
    Diagnostic(
      "labelled-argument", "arguments have no labels", at: label.span, label: "remove this",
      try: [Suggestion("the value alone")])
  }

  /// `entries` are the signatures that the function has.
  static func wrongArgumentCount(_ entries: [FunctionEntry], found: Int, at span: ByteSpan) -> Diagnostic {
    let name = entries.first?.name ?? ""
    let takes = entries.map { entry in
      entry.parameters.isEmpty ? "no arguments" : entry.parameters.map(\.spelling).joined(separator: ", ")
    }
    return Diagnostic(
      "wrong-argument-count",
      "`\(name)` takes \(takes.joined(separator: "; or ")), and \(found) \(found == 1 ? "is" : "are") given",
      at: span, why: entries.first?.summary, try: entries.map { Suggestion($0.signature) })
  }

  /// `entries` are the signatures that the arguments before it fit.
  static func wrongArgument(_ entries: [FunctionEntry], _ index: Int, _ argument: PlanExpression) -> Diagnostic {
    let ordinal = index < 3 ? ["1st", "2nd", "3rd"][index] : "\(index + 1)th"
    var phrases: [String] = []
    for entry in entries {
      if let phrase = entry.parameter(at: index)?.pattern.phrase, !phrases.contains(phrase) { phrases.append(phrase) }
    }
    return Diagnostic(
      "wrong-argument",
      "the \(ordinal) argument of `\(entries.first?.name ?? "")` must be \(phrases.joined(separator: " or "))",
      at: argument.span, label: "this is \(article(argument.type))", why: entries.first?.summary,
      try: asPattern(entries, index, argument) + entries.map { Suggestion($0.signature) })
  }

  /// A text where a regular expression must stand, written as one.
  private static func asPattern(_ entries: [FunctionEntry], _ index: Int, _ argument: PlanExpression) -> [Suggestion] {
    guard case .constant(.text(let text)) = argument.kind,
      entries.contains(where: { $0.parameter(at: index)?.pattern == .pattern })
    else { return [] }
    let pattern = "/" + text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/") + "/"
    return [Suggestion(pattern, edit: Edit(argument.span, pattern))]
  }

  static func convertNeedsRate(_ unit: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "convert-needs-rate", "money is converted with a rate, and none is given", at: span,
      why: "Ibid has no exchange rates of its own: a rate belongs to a day and a source",
      try: [
        Suggestion("convert(amount, 0.78, \"\(unit)\")"),
        Suggestion("join r = rates on …, then convert(amount, r.rate, \"\(unit)\")"),
      ])
  }

  static func unknownCurrency(_ code: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "unknown-currency", "`\(code)` is no currency code", at: span, label: "not in ISO 4217",
      try: NearestName.matches(code, among: Currency.codes.sorted(), limit: 2).map { Suggestion($0) } + [
        Suggestion("GBP, USD, EUR …")
      ])
  }

  static func badDate(_ text: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "bad-date", "`@\(text)` is no date", at: span, label: "no such day or form",
      why:
        "dates are written @2024-03-05, months @2024-03, quarters @2024-Q1, halves @2024-H1, years @2024, decades @1990s, times @2024-03-05T07:30",
      try: [Suggestion("@2024-03-05")])
  }

  static func numberTooLarge(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "number-too-large", "this number is too large", at: span, label: "does not fit",
      why: "whole numbers have 64 bits, amounts 128", try: [Suggestion("a smaller number, or a float: 1.0e30")])
  }

  static func cannotSort(_ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "cannot-sort", "\(article(value.type.required)) has no order to sort by", at: value.span, label: "no order",
      try: [Suggestion("sort by one of its parts, or by length(…)")])
  }

  static func parameterDefault(_ name: Name, expected: ValueType, found: PlanExpression) -> Diagnostic {
    Diagnostic(
      "parameter-default", "the default of `$\(name.text)` does not have its type", at: found.span,
      label: "this is \(article(found.type))",
      labels: [Label(name.span, "declared as \(expected)")], try: [Suggestion("a value of type \(expected)")])
  }
}
