import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about types that do not go together, and values of the wrong one.

extension Diagnostic {
  /// Says of a value what type it has.
  static func typed(_ value: PlanExpression) -> Label { Label(value.span, "this is \(article(value.type))") }

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

  /// `words`: the elements as written.
  static func listElementsDiffer(_ a: PlanExpression, _ b: PlanExpression, words: (String, String)) -> Diagnostic {
    var stretch: Suggestion?
    for (day, other, words) in [(a, b, words.0), (b, a, words.1)]
    where day.type.base == .date && other.type.base == .period {
      stretch = Suggestion("\(words)..\(words), the day as a period", edit: Edit(day.span, "\(words)..\(words)"))
    }
    return Diagnostic(
      "list-elements-differ", "the elements of this list have different types", at: b.span,
      labels: [typed(a), typed(b)], why: "a list has one type of element",
      try: [stretch ?? Suggestion("make every element \(article(a.type.required))")])
  }

  static func elementsDiffer(_ name: Name, _ list: PlanExpression, _ element: ValueType, _ x: PlanExpression)
    -> Diagnostic
  {
    Diagnostic(
      "types-differ", "the list that `\(name.text)` looks through has no such elements", at: name.span,
      labels: [Label(list.span, "each element is \(article(element.required))"), typed(x)],
      why: "values of different types are never the same", try: [Suggestion("look for \(article(element.required))")])
  }

  static func notANumber(_ value: PlanExpression, role: String) -> Diagnostic {
    Diagnostic(
      "not-a-number", "\(role) needs a number, money or a quantity", at: value.span,
      label: "this is \(article(value.type))", try: [Suggestion("float(x), to read text as a number")])
  }

  /// `words` are those of the value, `column` what a row that it refers to is called by.
  static func notText(_ value: PlanExpression, role: String, words: String? = nil, column: String? = nil) -> Diagnostic
  {
    let fix = words.map { words in column.map { "\(words).\($0)" } ?? "text(\(words))" }
    return Diagnostic(
      "not-text", "\(role) needs text", at: value.span, label: "this is \(article(value.type))",
      try: [fix.map { Suggestion($0, edit: Edit(value.span, $0)) } ?? Suggestion("text(x), to make text of it")])
  }

  /// `parties contains "Albania"`
  static func listContains(_ opSpan: ByteSpan, _ list: PlanExpression, _ words: String) -> Diagnostic {
    Diagnostic(
      "not-text", "`contains` needs text", at: list.span, label: "this is \(article(list.type))",
      why: "`contains` looks for a part of a text; whether something is in a list, `has` asks",
      try: [Suggestion("\(words) has …", edit: Edit(opSpan, "has"))])
  }

  static func notACondition(_ value: PlanExpression, role: String) -> Diagnostic {
    Diagnostic(
      "not-a-condition", "\(role) needs a condition, something true or false", at: value.span,
      label: "this is \(article(value.type))", try: [Suggestion("a comparison: x == …, x is known, x has \"…\"")])
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
