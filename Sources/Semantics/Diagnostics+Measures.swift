import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about currencies and units.

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
      try: [
        isShare([x, y])
          ? Suggestion("as_unit(x, \"fraction\") for a plain number that is a share")
          : Suggestion("as_unit(x, \"\(x.isEmpty ? y : x)\") if they count the same thing")
      ])
  }

  /// A plain number and a share.
  private static func isShare(_ units: [String]) -> Bool {
    units.contains("") && (units.contains("percent") || units.contains("fraction"))
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
    guard words.allSatisfy({ $0.isLetter || $0.isNumber || "._".contains($0) }) else {
      return mixedUnits(function, argument, ofFormula: words, part, in: place, called: name)
    }
    let test = "where \(words).\(part.rawValue) == \"\(one)\""
    let filtered = Suggestion(
      "\(function.rawValue)(\(function.ordersBySecond ? "…, " : "")\(words) \(test)), for one \(part.rawValue)",
      edit: Edit(ByteSpan(argument.span.upper, argument.span.upper), " " + test))
    let key = "\(words).\(part.rawValue)"
    let ways: [Suggestion] =
      switch place {
      case .group: [filtered, Suggestion("by \(key), for one row a \(part.rawValue)")]
      case .table:
        [filtered, Suggestion("summarize \(function.rawValue)(\(words)) by \(key), for one row a \(part.rawValue)")]
      case .window: [filtered, Suggestion("per \(key), for each \(part.rawValue) apart")]
      case .rank: [Suggestion("per \(key), for each \(part.rawValue) apart"), Suggestion("\(test) before this step")]
      case .list: [Suggestion("unnest \(words) | summarize \(function.rawValue)(\(words)) by \(key)")]
      }
    let last =
      part == .currency
      ? Suggestion(
        "join r = rates on \(words).currency == r.currency, then convert(\(words), r.rate, \"GBP\"), with rates of yours"
      )
      : Suggestion("as_unit(\(words), \"people\") if they all count the same thing, here people")
    let numbers =
      part == .unit && place != .list && !function.ordersBySecond
      ? [Suggestion("\(words).number, if the units do not matter", edit: Edit(argument.span, "\(words).number"))] : []
    return Diagnostic(
      part == .currency ? "mixed-currencies" : "mixed-units",
      "`\(name ?? function.rawValue)` needs one \(part.rawValue), and `\(words)` may hold several", at: argument.span,
      label: "may hold several \(plural)",
      why: "amounts of different \(plural) have no common \(function == .sum ? "sum" : "order or mean")",
      try: place == .list ? ways : ways + numbers + [last])
  }

  /// Both ends are of a type that has no ranges.
  static func noRange(_ opSpan: ByteSpan, _ end: PlanExpression) -> Diagnostic {
    Diagnostic(
      "cannot-compute", "there are no ranges of \(plural(end.type))", at: opSpan, label: "between two of them",
      why: "a range goes from one end to another of numbers, amounts, quantities, durations or times",
      try: [Suggestion("x in [a, b], for one of several values")])
  }

  /// `texts`, `lists`
  private static func plural(_ type: ValueType) -> String {
    switch type.base {
    case .text, .word: "texts"
    case .list: "lists"
    case .reference: "references"
    default: "\(type.base)s"
    }
  }

  /// Of a computed value: only what has a name can be asked for its currency.
  private static func mixedUnits(
    _ function: AggregateFunction, _ argument: PlanExpression, ofFormula words: String, _ part: Part,
    in place: AggregatePlace, called name: String?
  ) -> Diagnostic {
    let plural = part == .currency ? "currencies" : "units"
    let one = part == .currency ? "GBP" : "people"
    let call = function.rawValue + (function.ordersBySecond ? "(…, x" : "(x")
    let named = "derive x = \(words.count <= 60 ? words : "…")"
    let test = "where x.\(part.rawValue) == \"\(one)\""
    let key = "x.\(part.rawValue)"
    let ways =
      switch place {
      case .list: ["derive x = … | unnest x | summarize \(call)) by \(key)"]
      case .group, .table:
        [
          "\(named) | summarize \(call) \(test))",
          "\(named) | summarize \(call)) by \(key), for one row a \(part.rawValue)",
        ]
      case .window: ["\(named), then \(call) per \(key))"]
      case .rank: ["\(named), then per \(key), for each \(part.rawValue) apart"]
      }
    return Diagnostic(
      part == .currency ? "mixed-currencies" : "mixed-units",
      "`\(name ?? function.rawValue)` needs one \(part.rawValue), and this may hold several", at: argument.span,
      label: "may hold several \(plural)",
      why: "amounts of different \(plural) have no common \(function == .sum ? "sum" : "order or mean")",
      try: ways.map { Suggestion($0) })
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

  /// `words` are those of the time.
  static func convertedTime(_ time: PlanExpression, _ words: String, unit: String, whole: ByteSpan) -> Diagnostic {
    let fix = "\(words) / 1 \(unit)"
    return Diagnostic(
      "wrong-argument", "`convert` does not convert times", at: time.span, label: "this is \(article(time.type))",
      why:
        "days and months have no common measure; how many \(Unit.spelled(unit, singular: false)) a time has is a quotient",
      try: [Suggestion(fix, edit: Edit(whole, fix))])
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
