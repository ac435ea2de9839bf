import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about parts of values, and tables where a value is wanted.

extension Diagnostic {
  /// `published.year`, which is a function here.
  private static func calendarPart(_ name: String, of value: PlanExpression, _ words: String) -> String? {
    let functions = [
      "year": "year_number", "month": "month_of_year", "day": "day_of_month", "hour": "hour_of_day",
      "weekday": "day_of_week", "quarter": "quarter",
    ]
    return value.type.base == .date ? functions[name].map { "\($0)(\(words))" } : nil
  }

  /// `words` are those of the value, `span` is that of the whole path.
  static func unknownMember(
    _ name: Name, of value: PlanExpression, available: [String], words: String? = nil, at span: ByteSpan? = nil
  ) -> Diagnostic {
    let what: String
    switch value.type.base {
    case .reference(let table): what = "a row of `\(table)`"
    default: what = article(value.type.required)
    }
    let other = parts[name.text.lowercased(), default: []].filter(available.contains)
    return Diagnostic(
      "unknown-member", "\(what) has no `\(name.text)`", at: name.span, label: "no such part",
      labels: [Label(value.span, "this is \(what)")],
      why: available.isEmpty ? "\(what) has no parts" : "it has \(listed(available))",
      try: words.flatMap {
        calendarPart(name.text, of: value, $0) ?? call(name.text, of: value, $0) ?? itself(name.text, of: value, $0)
      }.map {
        [Suggestion($0, edit: Edit(span ?? name.span, $0))]
      }
        ?? other.map { Suggestion($0, edit: Edit(name.span, $0)) } + near(name, among: available))
  }

  /// What other tools call the parts of amounts and dates.
  private static let parts = [
    "value": ["number"], "amount": ["number"], "min": ["low"], "max": ["high"], "lower": ["low"], "upper": ["high"],
    "start": ["low"], "end": ["high"], "ccy": ["currency"], "units": ["unit"],
  ]

  /// `actor.name`, where the actor is its name already.
  private static func itself(_ name: String, of value: PlanExpression, _ words: String) -> String? {
    value.type.base.isTextual && ["name", "title", "text"].contains(name) ? words : nil
  }

  /// `title.upper`, which is a function of ours without its brackets.
  private static func call(_ name: String, of value: PlanExpression, _ words: String) -> String? {
    guard value.type.base.isTextual, let ours = FunctionCatalog.entries(named: name).first(where: \.isScalar),
      ours.takes(1)
    else { return nil }
    return "\(name)(\(words))"
  }

  /// `value`: what the brackets are behind, in the user's `words`, with `key` in them.
  static func indexOutsidePath(
    at span: ByteSpan, of value: PlanExpression? = nil, _ words: String = "", _ key: String = ""
  ) -> Diagnostic {
    var element: String?
    if key.hasPrefix("\""), key.hasSuffix("\""), key.utf8.count > 2, key.dropFirst().dropLast().allSatisfy(\.isLetter) {
      element = "\(words).\(key.dropFirst().dropLast())"
    }
    if let index = Int(key), let value, index >= 0, index < 1_000_000 {
      switch value.type.base {
      case .list: element = "element(\(words), \(index + 1))"
      case .text: element = "substring(\(words), \(index + 1), 1)"
      default: break
      }
    }
    return Diagnostic(
      "index-outside-path", "`[ ]` only chooses the reference of a path back", at: span, label: "not a path back",
      why: element.map { $0.hasPrefix(words + ".") } ?? true
        ? "it is used where two references lead to one table: `quotes[speaker].count()`"
        : "elements and letters are taken by functions, which count from 1",
      try: [
        element.map { Suggestion($0, edit: Edit(span, $0)) } ?? Suggestion("first(list) or last(list) for an element")
      ])
  }

  /// A table at the start of a line that goes on with an unfinished one.
  static func tableAfterUnfinishedLine(_ name: Name) -> Diagnostic {
    Diagnostic(
      "table-as-value", "`\(name.text)` goes on with the line before, which is not finished", at: name.span,
      label: "no statement of its own",
      why: "a line that ends with an operator, a comma or the word of a step goes on in the next one",
      try: [Suggestion("finish the line before")])
  }

  /// `quotes.text` in a row: `ways` are what may be meant, as it would be written.
  static func columnOfMany(_ table: Name, _ column: String, ways: [String], at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "table-as-value", "any number of rows of `\(table.text)` refer to this row", at: span, label: "which of them?",
      why: "many rows make one value by an aggregate; `join r = \(table.text) on …` gives a row for each",
      try: ways.map { Suggestion($0, edit: Edit(span, $0)) })
  }

  static func tableAsValue(_ name: Name) -> Diagnostic {
    Diagnostic(
      "table-as-value", "`\(name.text)` is a table, and a single value is needed here", at: name.span,
      label: "a whole table",
      try: [
        Suggestion("\(name.text).count()", edit: Edit(name.span, name.text + ".count()")),
        Suggestion("join r = \(name.text) on …"),
      ])
  }
}
