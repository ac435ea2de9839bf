import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about calls and aggregates.

extension Diagnostic {
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

  /// `table` is the one whose rows the step has, all of them; nil if there was a step before.
  static func aggregateInRow(_ call: Call, written: String, of table: String?, at span: ByteSpan) -> Diagnostic {
    let name = call.name
    let ofTable = call.receiver == nil ? table.map { "\($0).\(written)" } : nil
    return Diagnostic(
      "aggregate-in-row", "`\(name.text)` works on many rows, and this step has one row at a time", at: name.span,
      label: "an aggregate",
      why: "aggregates stand in `summarize`, after a table, money.\(name.text)(…), or with `per` or `sort` as a window",
      try: (ofTable.map { [Suggestion($0, edit: Edit(span, $0))] } ?? []) + [
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
      try: asPattern(entries, index, argument) + asDate(entries, index, argument)
        + entries.map { Suggestion($0.signature) })
  }

  /// Years where a date or period must stand, `2024..2025`, written as such.
  private static func asDate(_ entries: [FunctionEntry], _ index: Int, _ argument: PlanExpression) -> [Suggestion] {
    func years(_ value: PlanExpression) -> String? {
      switch value.kind {
      case .constant(.int(let year)) where (1000...9999).contains(year): return "@\(year)"
      case .constant(.measure(let measure, _)):
        guard let low = measure.low?.plainDescription, let high = measure.high?.plainDescription, low.count == 4,
          high.count == 4
        else { return nil }
        return low == high ? "@\(low)" : "@\(low)..@\(high)"
      case .widen(let inner): return years(inner)
      case .range(let low, let high):
        guard let low = years(low), let high = years(high) else { return nil }
        return "\(low)..\(high)"
      default: return nil
      }
    }
    let takesDates = entries.contains { $0.parameter(at: index)?.pattern.phrase.contains("date") ?? false }
    guard takesDates, let text = years(argument) else { return [] }
    return [Suggestion(text, edit: Edit(argument.span, text))]
  }

  /// A text where a regular expression must stand, written as one.
  private static func asPattern(_ entries: [FunctionEntry], _ index: Int, _ argument: PlanExpression) -> [Suggestion] {
    guard case .constant(.text(let text)) = argument.kind,
      entries.contains(where: { $0.parameter(at: index)?.pattern == .pattern })
    else { return [] }
    let pattern = "/" + text.split(separator: "/", omittingEmptySubsequences: false).joined(separator: "\\/") + "/"
    return [Suggestion(pattern, edit: Edit(argument.span, pattern))]
  }
}
