import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Calls of functions that there are not: of other languages, written whole as they are here, or of names mistyped.

extension Checker {
  /// What is said of a call whose function nobody knows.
  func unknownFunction(_ call: Call, at span: ByteSpan) -> Diagnostic {
    let name = call.name
    if ForeignFunctions.isClock(name.text) { return noClock(call, at: span) }
    if let period = Self.relativePeriod(name.text) { return noClock(at: span, label: name.text, use: period) }
    let lowered = name.text.lowercased()
    if lowered != name.text, !FunctionCatalog.entries(named: lowered).isEmpty || catalog.functions[lowered] != nil {
      return .functionInCapitals(name, ours: lowered)
    }
    guard catalog.functions[name.text] == nil, let ours = ForeignFunctions.ours(for: name.text) else {
      return .unknownFunction(name, catalog: catalog)
    }
    let text = written(call, as: ours)
    let shown = text == nil && ours.contains("…") ? shown(call, as: ours) : nil
    return .foreignFunction(
      name, ours: ours, shown: shown, edit: text.map { .init(span, Parser.mending($0) ?? $0) })
  }

  /// The call with its arguments where the letters of a form stand; nil for a name alone, and for what has no such form.
  private func written(_ call: Call, as ours: String) -> String? {
    guard call.filter == nil, call.per.isEmpty, call.sort.isEmpty else { return nil }
    let given = ((call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)).filter { $0.kind != .missing }
    if let calendar = calendarCall(call.name.text, given) { return calendar }
    if ours == "quantile", given.count == 2 {
      let share = source.string(given[1].span)
      guard let written = share.contains(".") ? nil : Diagnostic.hundredth(share[...]) else { return nil }
      return "quantile(\(source.string(given[0].span)), \(written))"
    }
    if ours.hasSuffix("/…/"), given.count == 2 {
      let isText = ours.hasPrefix("a")
      guard case .literal(.string(let pattern)) = given[isText ? 1 : 0].kind else { return nil }
      let slashes = pattern.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/")
      return "\(part(given[isText ? 0 : 1]).text) matches /\(slashes)/"
    }
    let form = Template(ours)
    guard form.count > 0, !ours.contains("…") else { return nil }
    let parts = given.map(part)
    // Of many texts or fallbacks each goes to the one before.
    if parts.count > 2, ours == "a + b" || ours == "a ?? b" {
      return parts.dropFirst().reduce(parts[0].text) { whole, next in
        form.filled([Template.Part(whole, isLoose: false), next]) ?? whole
      }
    }
    return parts.count == form.count ? form.filled(parts) : nil
  }

  /// A form that says too little for an edit, with the arguments that there are.
  private func shown(_ call: Call, as ours: String) -> String? {
    let given = ((call.receiver.map { [$0] } ?? []) + call.arguments.map(\.value)).filter { $0.kind != .missing }
    let form = Template(ours)
    return form.count > 0 && form.count == given.count ? form.filled(given.map(part)) : nil
  }

  private func part(_ argument: Expression) -> Template.Part {
    let words = source.string(argument.span)
    return Template.Part(words, isLoose: argument.isLoose && !words.hasPrefix("("))
  }

  /// `date_trunc("month", d)`, `date_part("year", d)`: the part of the calendar chooses the function.
  private func calendarCall(_ name: String, _ given: [Expression]) -> String? {
    guard given.count == 2, case .literal(.string(let part)) = given[0].kind else { return nil }
    let word = part.lowercased()
    let day = source.string(given[1].span)
    switch name.lowercased().filter({ $0 != "_" }) {
    case "datetrunc", "truncdate", "floordate":
      return ["day", "week", "month", "quarter", "year", "decade"].contains(word) ? "\(word)(\(day))" : nil
    case "datepart": return Self.calendarNumbers[word].map { "\($0)(\(day))" }
    default: return nil
    }
  }

  /// The functions that give a part of a date as a number, by what other languages call the part.
  private static let calendarNumbers = [
    "year": "year_number", "quarter": "quarter_of_year", "month": "month_of_year", "week": "week_of_year",
    "day": "day_of_month", "doy": "day_of_year", "dow": "day_of_week", "isodow": "day_of_week", "hour": "hour_of_day",
  ]

  // MARK: The clock

  /// `today()`, `ago(7d)`: the day is a parameter, declared before the statement.
  private func noClock(_ call: Call, at span: ByteSpan) -> Diagnostic {
    var day = "$today"
    if call.name.text.lowercased() == "ago", call.arguments.count == 1 {
      guard let stretch = stretch(call.arguments[0].value) else {
        return .noClock(at: span, label: source.string(span), use: day, edit: nil)
      }
      day += " - " + stretch
    }
    return noClock(at: span, label: source.string(span), use: day)
  }

  /// `last week` as `week($today - 7 days)`; nil for other words.
  private static func relativePeriod(_ words: String) -> String? {
    let parts = words.split(separator: " ")
    guard parts.count == 2 else { return nil }
    let unit = String(parts[1])
    let length = ["week": "7 days", "quarter": "3 months", "decade": "10 years"][unit] ?? "1 \(unit)"
    switch parts[0] {
    case "last", "past", "previous": return "\(unit)($today - \(length))"
    case "next": return "\(unit)($today + \(length))"
    default: return "\(unit)($today)"
    }
  }

  /// The message for words that stand for the day on which a query runs; `use` is what stands for them.
  func noClock(at span: ByteSpan, label: String, use day: String) -> Diagnostic {
    if catalog.parameters["today"] != nil { return .noClock(at: span, label: label, use: day, edit: .init(span, day)) }
    guard let statement = statementSpan, statement.contains(span) else {
      return .noClock(at: span, label: label, use: day, edit: nil)
    }
    let before = source.string(ByteSpan(statement.lower, span.lower))
    return .noClock(
      at: span, label: label, use: day,
      edit: .init(ByteSpan(statement.lower, span.upper), "param today: date\n" + before + day))
  }

  /// `7d` as `7 days`; nil for what is no stretch of time.
  private func stretch(_ value: Expression) -> String? {
    guard case .literal(.quantity(let number, nil, let unit)) = value.kind else { return nil }
    let units = ["d": "days", "h": "hours", "m": "minutes", "s": "seconds"]
    return units[unit.text].map { "\(number) \($0)" } ?? source.string(value.span)
  }
}

extension Diagnostic {
  static func unknownFunction(_ name: Name, catalog: Catalog) -> Diagnostic {
    let names = Set(FunctionCatalog.entries.map(\.name)).union(catalog.functions.keys).sorted()
    return Diagnostic(
      "unknown-function", "there is no function `\(name.text)`", at: name.span, label: "no such function",
      why: "`help functions` lists them all",
      try: NearestName.matches(name.text, among: names).map { Suggestion($0, edit: Edit(name.span, $0)) })
  }

  static func functionInCapitals(_ name: Name, ours: String) -> Diagnostic {
    Diagnostic(
      "unknown-function", "there is no function `\(name.text)`; names are written in small letters: `\(ours)`",
      at: name.span, label: "no such function", try: [Suggestion(ours, edit: Edit(name.span, ours))])
  }

  /// `edit` writes the whole call; without it a name of ours stands in the name's place.
  static func foreignFunction(_ name: Name, ours: String, shown: String?, edit: Edit?) -> Diagnostic {
    let entry = FunctionCatalog.entries(named: ours).first
    let renaming = entry == nil ? nil : Edit(name.span, ours)
    return Diagnostic(
      "unknown-function", "there is no function `\(name.text)`; it is written `\(ours)` here", at: name.span,
      label: "no such function", why: entry?.summary,
      try: [edit.map { Suggestion($0.replacement, edit: $0) } ?? Suggestion(shown ?? ours, edit: renaming)])
  }

  static func noClock(at span: ByteSpan, label: String, use day: String, edit: Edit?) -> Diagnostic {
    Diagnostic(
      "no-clock", "a query does not know the day on which it runs", at: span,
      label: "`\(label)` would be another day tomorrow",
      why:
        "the same documents and the same query give the same answer; the day is a parameter, and is said when it runs",
      try: [Suggestion("param today: date, then \(day); run it with --param today=2025-03-31", edit: edit)])
  }
}
