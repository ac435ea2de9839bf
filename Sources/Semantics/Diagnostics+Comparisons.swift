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
      case (.bool, .text) where valueWords.allSatisfy({ $0.isLetter || $0.isNumber || $0 == "." || $0 == "_" }):
        let whole = a.span.joined(with: b.span)
        suggestions += [valueWords, "not \(valueWords)"].map { Suggestion($0, edit: Edit(whole, $0)) }
        reason = "`\(valueWords)` is true or false, and a condition by itself"
      case (.money(let currency), .int), (.money(let currency), .float):
        let code = currency ?? "GBP"
        suggestions.append(Suggestion("\(code) \(otherWords)", edit: Edit(other.span, "\(code) \(otherWords)")))
        reason = "a number has no currency"
      case (.money, .quantity(let unit?)):
        let symbol = currencySigns[unit] ?? (unit == "metre" && otherWords.hasSuffix("m") ? "£" : nil)
        if case .constant = other.kind, let symbol {
          let amount = symbol + amountText(otherWords, unit: unit)
          suggestions.append(Suggestion(amount, edit: Edit(other.span, amount)))
          reason = unit == "metre" ? "`m` after a plain number are metres" : "\(otherWords) is a quantity, not money"
        }
      case (.money, .text), (.quantity, .text), (.duration, .text):
        if case .constant(.text(let text)) = other.kind {
          let fix = unquoted(text, as: value.type.base) ?? amount(text, value.type.base)
          if let fix { suggestions.append(Suggestion(fix, edit: Edit(other.span, fix))) }
        }
      case (.quantity(let unit), .int), (.quantity(let unit), .float):
        let word = unit ?? "people"
        suggestions.append(
          Suggestion(
            "\(otherWords) \(word)",
            edit: Edit(other.span, word == "percent" ? "\(otherWords)%" : "\(otherWords) \(word)")))
        suggestions.append(
          Suggestion("\(postfixed(valueWords)).number", edit: Edit(value.span, postfixed(valueWords) + ".number")))
        reason = "a number alone does not say of what"
      case (.int, .text), (.float, .text):
        if case .constant(.text(let text)) = other.kind, ExactNumber(digits: text) != nil {
          suggestions.append(Suggestion(text, edit: Edit(other.span, text)))
        } else {
          suggestions.append(Suggestion("text(\(valueWords))", edit: Edit(value.span, "text(\(valueWords))")))
        }
      case (.text, .int), (.text, .float):
        if case .constant = other.kind {
          suggestions.append(Suggestion("\"\(otherWords)\"", edit: Edit(other.span, "\"\(otherWords)\"")))
        }
      case (.date, .text), (.period, .text):
        let days = slashedDates(otherWords.filter { $0 != "\"" })
        suggestions += days.map { Suggestion($0, edit: Edit(other.span, $0)) }
        if days.isEmpty { suggestions.append(Suggestion("@2024-03-05, or @2024-03 for the month")) }
        reason = "this text is no date of the form year-month-day"
      case (.date, .float), (.period, .float):
        let days = slashedDates(otherWords)
        suggestions += days.map { Suggestion($0, edit: Edit(other.span, $0)) }
        if !days.isEmpty { reason = "with slashes this is a division; a date starts with `@`, the year first" }
      case (.date, .int), (.period, .int):
        guard otherWords.utf8.count == 4 || isYearAndMonth(otherWords) else { break }
        if value.type.base == .date, op == .equal || op == .notEqual {
          let fix = "\(valueWords) \(op == .equal ? "in" : "not in") @\(otherWords)"
          suggestions.append(Suggestion(fix, edit: Edit(a.span.joined(with: b.span), fix)))
        } else {
          suggestions.append(Suggestion("@\(otherWords)", edit: Edit(other.span, "@" + otherWords)))
        }
        reason =
          otherWords.utf8.count == 4
          ? "a year is a period, written with `@`" : "without `@` this is a subtraction; a month is written with it"
      default: break
      }
    }
    var seen: Set<String> = []
    suggestions = suggestions.filter { seen.insert($0.text).inserted }
    return Diagnostic(
      "type-mismatch", "cannot compare \(article(a.type.required)) with \(article(b.type.required))", at: opSpan,
      labels: [typed(a), typed(b)], why: reason, try: suggestions)
  }

  /// `2024-03`
  private static func isYearAndMonth(_ words: String) -> Bool {
    let parts = words.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 2, parts[0].utf8.count == 4, parts[1].utf8.count == 2, let month = Int(parts[1]) else {
      return false
    }
    return Int(parts[0]) != nil && (1...12).contains(month)
  }

  /// `01/03/2024` as the days that it may be, the day first in the first.
  private static func slashedDates(_ words: String) -> [String] {
    let parts = words.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) ?? 0 }
    guard parts.count == 3, (1000...9999).contains(parts[2]), parts[0] > 0, parts[1] > 0 else { return [] }
    func day(_ month: Int, _ day: Int) -> String? {
      guard month <= 12, day <= 28 || day <= 31 && month != 2 && (day < 31 || ![4, 6, 9, 11].contains(month)) else {
        return nil
      }
      return "@\(parts[2])-\(month < 10 ? "0" : "")\(month)-\(day < 10 ? "0" : "")\(day)"
    }
    let both = [day(parts[1], parts[0]), day(parts[0], parts[1])].compactMap { $0 }
    return both.count == 2 && both[0] == both[1] ? [both[0]] : both
  }

  static func repeatedValue(_ span: ByteSpan, try fix: String, whole: ByteSpan) -> Diagnostic {
    Diagnostic(
      "not-a-condition", "`or` needs a condition, something true or false", at: span, label: "a value alone",
      why: "`or` joins whole conditions; what one of several values is, `in` asks",
      try: [Suggestion(fix, edit: Edit(whole, fix))])
  }

  /// `condition` asks of the second text what was asked of the first.
  static func repeatedSearch(_ condition: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "not-a-condition", "`or` needs a condition, something true or false", at: span, label: "a text alone",
      why: "`or` joins whole conditions", try: [Suggestion(condition, edit: Edit(span, condition))])
  }

  /// A search for any of several texts.
  static func searchInList(_ list: PlanExpression, _ function: ScalarFunction, written: String, whole: ByteSpan)
    -> Diagnostic
  {
    Diagnostic(
      "not-text", "`\(function.rawValue)` looks for one text", at: list.span,
      label: "this is \(article(list.type.required))",
      try: [Suggestion(String(written.dropFirst().dropLast()), edit: Edit(whole, written))])
  }

  /// What people write behind a number where a sign stands before it here.
  private static let currencySigns = ["pound": "£", "dollar": "$", "euro": "€", "yen": "¥", "rupee": "₹"]

  /// `5 million` of `5 million pounds`, `5m` of `5m`.
  private static func amountText(_ words: String, unit: String) -> String {
    unit == "metre" ? words : words.split(separator: " ").dropLast().joined(separator: " ")
  }

  /// The digits of a text as a value of a type: `1,000` against money.
  private static func amount(_ text: String, _ type: DataType) -> String? {
    guard case .money(let currency) = type, text.allSatisfy({ $0.isNumber || ",._ ".contains($0) }) else { return nil }
    let digits = text.filter { $0.isNumber || $0 == "." }
    return digits.isEmpty ? nil : "\(currency ?? "GBP") \(digits)"
  }

  /// The value that a text would be without its quotation marks, if it is of a type: `£5m`.
  private static func unquoted(_ text: String, as type: DataType) -> String? {
    let parsed = Parser.parse(SourceText(name: "text", text), mode: .script)
    guard parsed.diagnostics.isEmpty, parsed.script.statements.count == 1,
      case .pipeline(let pipeline) = parsed.script.statements[0].kind, pipeline.steps.isEmpty,
      case .literal(let literal) = pipeline.source.kind
    else { return nil }
    switch (literal, type) {
    case (.money, .money), (.quantity, .quantity), (.quantity, .duration): return text
    default: return nil
    }
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

  /// A set is listed whole, so that nobody has to look for the rest; a user's own may be of any size.
  private static let mostWords = 40

  static func unknownWord(_ word: String, _ set: WordSet, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "unknown-word", "`\(word)` is not one of the words of `\(set.name)`", at: span, label: "never true",
      why: "they are \(listed(set.words, limit: mostWords))",
      try: NearestName.matches(word, among: set.words).map { Suggestion("\"\($0)\"", edit: Edit(span, "\"\($0)\"")) })
  }

  static func noOrder(_ op: Comparison, _ opSpan: ByteSpan, _ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "no-order", "`\(op.rawValue)` needs an order, and \(article(value.type.required)) has none", at: opSpan,
      labels: [typed(value)], why: "only equality makes sense here",
      try: [Suggestion("==", edit: Edit(opSpan, "==")), Suggestion("!=", edit: Edit(opSpan, "!="))])
  }

  static func referenceAgainstText(
    _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression, _ words: String, naming column: String,
    isEquality: Bool = false, comparesID: Bool = false
  ) -> Diagnostic {
    let reference = a.type.base.isTextual ? b : a
    if comparesID {
      return Diagnostic(
        "reference-against-text", "a row of a table is not text", at: opSpan, labels: [typed(a), typed(b)],
        why: "a reference leads to a row, whose `id` is one of its columns",
        try: [Suggestion("\(words).id", edit: Edit(reference.span, "\(words).id"))])
    }
    // People write one of several names, and `has` knows them all.
    let looksUp = isEquality && reference == a && ["name", "title"].contains(column)
    return Diagnostic(
      "reference-against-text", "a row of a table is not text", at: opSpan, labels: [typed(a), typed(b)],
      why: "a reference leads to a row; compare one of its columns",
      try: [
        looksUp
          ? Suggestion("\(words) has …, which looks at names and aliases", edit: Edit(opSpan, "has"))
          : Suggestion("\(words) has …, which looks at names and aliases"),
        Suggestion("\(words).\(column)", edit: Edit(reference.span, "\(words).\(column)")),
      ])
  }

  static func listCompared(_ op: Comparison, _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic
  {
    Diagnostic(
      "list-compared", "lists are not compared as a whole", at: opSpan, labels: [typed(a), typed(b)],
      try: isList(a) != isList(b) && op == .equal
        ? [isList(a) ? Suggestion("has", edit: Edit(opSpan, "has")) : Suggestion("in", edit: Edit(opSpan, "in"))]
        : [Suggestion("LIST has VALUE"), Suggestion("VALUE in LIST")])
  }

  private static func isList(_ value: PlanExpression) -> Bool {
    if case .list = value.type.base { true } else { false }
  }

  static func cannotBeIn(_ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "cannot-be-in", "\(article(a.type.required)) cannot lie in \(article(b.type.required))", at: opSpan,
      labels: [typed(a), typed(b)],
      why: "`in` asks of dates in periods, values in intervals, and elements in lists",
      try: yearAsPeriod(a, b) ?? difference(a, b) ?? periods(a, b) ?? [
        Suggestion("x in [a, b, c]"), Suggestion("date in @2024-03"), Suggestion("amount in £10m..£20m"),
      ])
  }

  /// `published in [@2023, @2024-05]`
  private static func periods(_ a: PlanExpression, _ b: PlanExpression) -> [Suggestion]? {
    guard a.type.base == .date || a.type.base == .period, case .list(let element) = b.type.base,
      element.base == .period
    else { return nil }
    return [Suggestion("date in @2023 or date in @2024-05, one period at a time"), Suggestion("date in @2023..@2024")]
  }

  /// `words in 100 - 200`
  private static func difference(_ a: PlanExpression, _ b: PlanExpression) -> [Suggestion]? {
    guard case .arithmetic(.subtract, let low, let high) = b.kind, low.span.upper < high.span.lower,
      [.int, .float].contains(a.type.base)
    else { return nil }
    return [Suggestion("..", edit: Edit(ByteSpan(low.span.upper, high.span.lower), ".."))]
  }

  /// `published in 2024`
  private static func yearAsPeriod(_ a: PlanExpression, _ b: PlanExpression) -> [Suggestion]? {
    guard a.type.base == .date || a.type.base == .period, case .constant(.int(let year)) = b.kind,
      (1000...9999).contains(year)
    else { return nil }
    return [Suggestion("@\(year)", edit: Edit(b.span, "@\(year)"))]
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
