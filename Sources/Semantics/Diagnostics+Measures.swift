import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about arithmetic, currencies and units.

extension Diagnostic {
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

  static func durationsDiffer(
    _ function: AggregateFunction, _ a: PlanExpression, _ x: String, _ b: PlanExpression, _ y: String
  ) -> Diagnostic {
    Diagnostic(
      "unit-mismatch", "\(x) and \(y) have no common \(function == .sum ? "sum" : "order or mean")", at: b.span,
      labels: [Label(a.span, "the first one")], why: "a month has no fixed number of days",
      try: [Suggestion("one kind of stretch in a list: [30 days, 2 days]")])
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

  /// What there is to do about several currencies depends on where the rows of one call come from.
  static func mixedUnits(
    _ function: AggregateFunction, _ argument: PlanExpression, _ words: String, _ part: Part, in place: AggregatePlace,
    called name: String? = nil
  ) -> Diagnostic {
    let plural = part == .currency ? "currencies" : "units"
    let one = part == .currency ? "GBP" : "people"
    let test = "where \(words).\(part.rawValue) == \"\(one)\""
    let filtered = Suggestion(
      "\(function.rawValue)(\(function.ordersBySecond ? "…, " : "")\(words) \(test)), for one \(part.rawValue)",
      edit: Edit(ByteSpan(argument.span.upper, argument.span.upper), " " + test))
    let path = words.allSatisfy { $0.isLetter || $0.isNumber || "._".contains($0) }
    let key = path ? "\(words).\(part.rawValue)" : "x.\(part.rawValue)"
    let ways: [Suggestion] =
      switch place {
      case .group: [filtered, Suggestion("by \(key), for one row a \(part.rawValue)")]
      case .table:
        [filtered, Suggestion("summarize \(function.rawValue)(\(words)) by \(key), for one row a \(part.rawValue)")]
      case .window: [filtered, Suggestion("per \(key), for each \(part.rawValue) apart")]
      case .rank: [Suggestion("per \(key), for each \(part.rawValue) apart"), Suggestion("\(test) before this step")]
      case .list:
        [
          path
            ? Suggestion("unnest \(words) | summarize \(function.rawValue)(\(words)) by \(key)")
            : Suggestion("… | unnest x | summarize \(function.rawValue)(x) by x.\(part.rawValue)")
        ]
      }
    let last =
      part == .currency
      ? Suggestion(
        "join r = rates on \(words).currency == r.currency, then convert(\(words), r.rate, \"GBP\"), with rates of yours"
      )
      : Suggestion("as_unit(\(words), \"people\") if they all count the same thing, here people")
    let numbers =
      part == .unit && path && place != .list && !function.ordersBySecond
      ? [Suggestion("\(words).number, if the units do not matter", edit: Edit(argument.span, "\(words).number"))] : []
    return Diagnostic(
      part == .currency ? "mixed-currencies" : "mixed-units",
      "`\(name ?? function.rawValue)` needs one \(part.rawValue), and `\(words)` may hold several", at: argument.span,
      label: "may hold several \(plural)",
      why: "amounts of different \(plural) have no common \(function == .sum ? "sum" : "order or mean")",
      try: place == .list ? ways : ways + numbers + [last])
  }

  static func cannotCompute(
    _ operation: Arithmetic, _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression, _ aWords: String,
    _ bWords: String
  ) -> Diagnostic {
    let isTime = [a, b].allSatisfy { $0.type.base == .period || $0.type.base == .date }
    if operation == .subtract, isTime {
      return Diagnostic(
        "cannot-compute",
        "`-` does not work on \(article(a.type.required)) and \(article(b.type.required))", at: opSpan,
        labels: [typed(a), typed(b)], why: "a stretch of time has `..` between its ends",
        try: [Suggestion("\(aWords)..\(bWords)", edit: Edit(opSpan, ".."))])
    }
    for (value, words, other) in [(a, aWords, b), (b, bWords, a)] {
      if let (fix, reason) = asOperand(value, words, of: operation, with: other) {
        return Diagnostic(
          "cannot-compute",
          "`\(operation.rawValue)` does not work on \(article(a.type.required)) and \(article(b.type.required))",
          at: opSpan, labels: [typed(a), typed(b)], why: reason,
          try: [Suggestion(fix, edit: Edit(value.span, fix))])
      }
    }
    return Diagnostic(
      "cannot-compute",
      "`\(operation.rawValue)` does not work on \(article(a.type.required)) and \(article(b.type.required))",
      at: opSpan,
      labels: [typed(a), typed(b)], why: "there is no such operation",
      try: operation == .add && (a.type.base.isTextual || b.type.base.isTextual)
        ? [Suggestion("text(x), to make text of it")] : [Suggestion("values of one kind on both sides")])
  }

  /// A side as the other one needs it: an amount beside money, a plain number instead of a percentage, text beside text.
  private static func asOperand(
    _ value: PlanExpression, _ words: String, of operation: Arithmetic, with other: PlanExpression
  ) -> (fix: String, reason: String)? {
    let isSum = operation == .add || operation == .subtract
    switch (value.type.base, other.type.base) {
    case (.int, .money(let currency?)) where isSum, (.float, .money(let currency?)) where isSum:
      guard case .constant = value.kind else { return nil }
      return ("\(currency) \(words)", "a number has no currency")
    case (.quantity("percent"), .money) where operation == .multiply:
      guard case .constant = value.kind, words.hasSuffix("%"), let number = hundredth(words.dropLast()) else {
        return nil
      }
      return (number, "a part of an amount is taken with a plain number")
    case (.int, .text) where operation == .add, (.float, .text) where operation == .add,
      (.word, .text) where operation == .add, (.date, .text) where operation == .add:
      return ("text(\(words))", "`+` joins two texts")
    default: return nil
    }
  }

  /// `50` as `0.5`
  static func hundredth(_ digits: Substring) -> String? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, digits.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    let padded = String(repeating: "0", count: max(0, 3 - whole.count)) + whole
    var fraction = String(padded.suffix(2)) + (parts.count == 2 ? parts[1] : "")
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return padded.dropLast(2) + (fraction.isEmpty ? "" : "." + fraction)
  }

  static func rangeNeedsUnits(_ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression) -> Diagnostic {
    Diagnostic(
      "range-needs-units", "both ends of a range need their unit", at: opSpan, labels: [typed(a), typed(b)],
      try: [Suggestion("£10m..£20m, 17 people..40 people")])
  }

  /// With the words of both ends.
  static func backwardsRange(_ from: String, _ to: String, _ opSpan: ByteSpan, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "backwards-range", "this range runs backwards", at: opSpan, label: "nothing lies between \(from) and \(to)",
      why: "a range goes from its lower end to its upper one",
      try: [Suggestion("\(to)..\(from)", edit: Edit(span, "\(to)..\(from)"))])
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

  /// The code in a text that is compared with a currency.
  static func unknownCurrency(inQuotes code: String, at span: ByteSpan) -> Diagnostic {
    let near =
      Currency.codes.contains(code.uppercased())
      ? [code.uppercased()] : NearestName.matches(code, among: Currency.codes.sorted(), limit: 2)
    return Diagnostic(
      "unknown-currency", "`\(code)` is no currency code", at: span, label: "never true",
      why: "currencies are compared by their codes in ISO 4217",
      try: near.isEmpty
        ? [Suggestion("\"GBP\", \"USD\", \"EUR\" …")]
        : near.map { Suggestion("\"\($0)\"", edit: Edit(span, "\"\($0)\"")) })
  }

  static func unknownCurrency(_ code: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "unknown-currency", "`\(code)` is no currency code", at: span, label: "not in ISO 4217",
      try: NearestName.matches(code, among: Currency.codes.sorted(), limit: 2).map { Suggestion($0) } + [
        Suggestion("GBP, USD, EUR …")
      ])
  }
}
