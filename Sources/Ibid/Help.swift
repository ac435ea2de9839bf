import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

extension Session {
  /// What `help` prints: an overview, or a statement, step, function, table or error by name.
  public func help(_ topic: String? = nil) throws(QueryError) -> String {
    let words = SourceText(name: "help", "help " + (topic ?? ""))
    return try help(topic, in: words, at: ByteSpan(0, words.bytes.count))
  }

  func help(_ topic: String?, in source: SourceText, at span: ByteSpan) throws(QueryError) -> String {
    guard let topic else { return overview }
    switch topic {
    case "functions": return Self.functions(in: FunctionGroup.allCases)
    case "aggregates": return Self.functions(in: [.aggregates])
    case "units": return Self.units
    case "steps": return Self.entries(Words.steps)
    case "statements": return Self.entries(Words.statements)
    case "operators": return Self.entries(Words.operators)
    case "types": return Self.entries(Words.typeEntries)
    case "tables":
      return knownTables.map { "\($0.name) (\($0.rowCount) rows): " + $0.columns.map(\.name).joined(separator: ", ") }
        .joined(separator: "\n") + "\n" + Session.domainTables.compactMap { Domain.shared.summary($0) }.joined()
    default: break
    }
    var parts: [String] = []
    for entry in Words.steps where entry.word == topic { parts.append("| \(entry.syntax)\n\(entry.summary)\n") }
    for entry in Words.statements where entry.word == topic { parts.append("\(entry.syntax)\n\(entry.summary)\n") }
    for entry in Words.operators + Words.typeEntries where entry.word == topic {
      parts.append("\(entry.syntax)\n\(entry.summary)\n")
    }
    for entry in FunctionCatalog.entries(named: topic) {
      var text = entry.signature + "\n" + entry.summary + "\n"
      for example in entry.examples { text += "  \(example.query)  →  \(example.result)\n" }
      parts.append(text)
    }
    parts += helpOnValues(topic)
    if let table = (knownTables + tablesAboutTables).first(where: { $0.name == topic }) {
      let width = table.columns.map(\.name.count).max() ?? 0
      let rows = table.columns.map {
        "  " + $0.name + String(repeating: " ", count: width + 2 - $0.name.count) + $0.type
      }
      parts.append("\(topic): \(table.rowCount) rows\n" + rows.joined(separator: "\n") + "\n")
    }
    if let text = Domain.shared.help(topic) { parts.append(text) }
    if let entry = DiagnosticCatalogue.entry(topic) { parts.append(entry.help) }
    if parts.isEmpty {
      let names =
        (Words.steps + Words.statements + Words.operators + Words.typeEntries).map(\.word) + closedSets
        + FunctionCatalog.entries.map(\.name)
        + knownTables.map(\.name) + Session.domainTables + DiagnosticCatalogue.ids
      throw QueryError(
        [
          Diagnostic(
            "no-help", "there is no help on `\(topic)`", at: span,
            why:
              "topics are steps, statements, operators, types, functions, aggregates, tables, units, errors and the name of each",
            try: NearestName.matches(topic, among: Array(Set(names)).sorted()).map { .init("help \($0)") })
        ],
        in: source)
    }
    return parts.joined(separator: "\n")
  }

  private var overview: String {
    """
    A query is a table and steps:   money | where amount >= £30m | sort amount desc
    A scalar is a query too:        GBP 3 million + GBP 15 million

    steps       \(Words.steps.map(\.word).prefix(14).joined(separator: " ")) …
    tables      \(knownTables.map(\.name).joined(separator: " "))
    of rules    \(Session.domainTables.joined(separator: " "))

    why 1             the sentences behind row 1 of the last result
    help where        a step, statement, function or table
    help functions    all functions, by what they work on
    help aggregates   all functions of many rows
    help steps        all steps
    help operators    all operators, `help types` all types
    help units        all units, and what they convert to
    help bad-date     an error, by the name in its brackets

    """
  }

  /// Signatures and summaries by group, aligned within each.
  private static func functions(in groups: [FunctionGroup]) -> String {
    groups.map { group in
      let entries = FunctionCatalog.entries.filter { $0.group == group }
      let width = entries.map(\.signature.count).max() ?? 0
      return group.rawValue + "\n"
        + entries.map {
          "  " + $0.signature + String(repeating: " ", count: width + 2 - $0.signature.count) + $0.summary + "\n"
        }.joined()
    }.joined(separator: "\n")
  }

  private static func entries(_ entries: [Words.Entry]) -> String {
    entries.map { "\($0.syntax)\n    \($0.summary)" }.joined(separator: "\n") + "\n"
  }
}
