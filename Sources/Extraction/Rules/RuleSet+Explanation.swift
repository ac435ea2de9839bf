import IbidPlan

extension RuleSet {
  /// How a rule of the set runs: its columns, what tells the sentences apart that it need not look at, its size.
  package func explanation(of table: String) -> String {
    guard let rule = rules.first(where: { $0.definition.table == table }) else { return "" }
    let definition = rule.definition
    let columns = definition.captures.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    var lines = ["rule \(definition.name)(\(columns))"]
    if let words = rule.prefilter.words {
      let texts = words.map { String(decoding: vocabulary.words[Int($0)], as: UTF8.self) }
      lines.append("  looks at sentences with \(Self.listed(texts))")
    } else {
      lines.append("  looks at all sentences: no word has to be there")
    }
    let kinds = rule.prefilter.kinds.map { name(ofKind: $0) }
    if !kinds.isEmpty { lines.append("  that have a \(kinds.joined(separator: ", a "))") }
    for context in definition.contexts {
      lines.append("  \(context.isExcept ? "except " : "")\(context.isBefore ? "before" : "after") a match")
    }
    lines.append(
      "  automaton: \(rule.program.instructions.count) states"
        + (definition.overlapsAll ? "; a match for each start" : "; leftmost, longest"))
    let examples = definition.examples.count
    lines.append("  \(examples) example\(examples == 1 ? "" : "s")")
    return lines.joined(separator: "\n") + "\n"
  }

  private static func listed(_ words: [String]) -> String {
    let shown = words.prefix(24).map { "\"\($0)\"" }.joined(separator: ", ")
    return words.count > 24 ? shown + " and \(words.count - 24) more" : shown
  }

  private func name(ofKind kind: Int) -> String {
    if let known = RuleKind(rawValue: kind) { return "\(known)" }
    if let dictionary = dictionaries.first(where: { $0.kind == kind }) { return "word of \(dictionary.name)" }
    return rules.first { $0.kind == kind }.map { "match of \($0.definition.name)" } ?? "?"
  }
}
