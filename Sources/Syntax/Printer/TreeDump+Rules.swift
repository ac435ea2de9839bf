extension TreeDump {
  static func rule(_ rule: Rule) -> String {
    group(
      "rule",
      [
        name(rule.name), rule.captures.isEmpty ? "" : group("fields", rule.captures.map(field)), name(rule.table),
        rule.overlapsAll ? "overlap-all" : "", sequence(rule.pattern),
      ] + rule.lines.map(line))
  }

  private static func sequence(_ parts: [RulePart]) -> String { group("sequence", parts.map(part)) }

  private static func part(_ part: RulePart) -> String {
    let atom = repeated(atom(part.atom), part.repetition)
    return part.capture.map { group(":", [name($0), atom]) } ?? atom
  }

  private static func repeated(_ atom: String, _ repetition: RuleRepetition) -> String {
    switch repetition {
    case .once: atom
    case .optional: group("?", [atom])
    case .any: group("*", [atom])
    case .some: group("+", [atom])
    case .times(let least, let most): group("times", [String(least.value), most.map { String($0.value) } ?? "", atom])
    case .atLeast(let least): group("at-least", [String(least.value), atom])
    }
  }

  private static func atom(_ atom: RuleAtom) -> String {
    switch atom.kind {
    case .words(let text): quoted(text.value)
    case .exact(let text): group("exact", [quoted(text.value)])
    case .lemma(let text): group("lemma", [quoted(text.value)])
    case .regex(let regex): Printer.regex(regex)
    case .dictionary(let name): group("in", [self.name(name)])
    case .named(let name): self.name(name)
    case .gap(let length): group("gap", [String(length.value)])
    case .alternatives(let alternatives): group("or", alternatives.map(sequence))
    case .list(let inner): group("list", [self.atom(inner)])
    case .malformed: "<missing>"
    }
  }

  private static func line(_ line: RuleLine) -> String {
    switch line.kind {
    case .context(let isBefore, let isExcept, let parts):
      group((isExcept ? "except-" : "") + (isBefore ? "before" : "after"), [sequence(parts)])
    case .example(let text, let labels): group("example", [quoted(text.value)] + labels.map(label))
    case .counterexample(let text): group("not", [quoted(text.value)])
    }
  }
}
