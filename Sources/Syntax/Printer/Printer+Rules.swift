import IbidSource

extension Printer {
  /// The head on one line, the pattern and each line behind it on lines of their own, further in.
  mutating func rule(_ rule: Rule, at span: ByteSpan) -> Layout {
    var head = "rule \(Self.name(rule.name))("
    head += rule.captures.map { "\(Self.name($0.name)): \(Self.type($0.type))" }.joined(separator: ", ")
    head += ") in \(Self.name(rule.table))" + (rule.overlapsAll ? " overlap all" : "") + " {"
    openBrackets += 1
    isAtStatementStart = false
    defer { openBrackets -= 1 }
    var lines: [Layout] = []
    if let first = rule.pattern.first {
      lines.append(lineEnd(.hardLine, before: first.span))
      lines.append(sequence(rule.pattern))
    }
    for line in rule.lines {
      lines.append(lineEnd(.hardLine, before: line.span))
      lines.append(self.line(line))
    }
    if let last = comments(beforeCloserOf: span) { lines.append(last) }
    return [.text(head), .nest(.sequence(lines)), .hardLine, "}"]
  }

  /// As many parts on a line as it has room for; the lines after the first stand further in.
  private mutating func sequence(_ parts: [RulePart]) -> Layout {
    var layouts: [Layout] = []
    for (index, part) in parts.enumerated() {
      let end = index > 0 ? lineEnd(.line, before: part.span) : nil
      let layout = self.part(part)
      layouts.append(end.map { .group(.nest([$0, layout])) } ?? layout)
    }
    return .sequence(layouts)
  }

  private mutating func part(_ part: RulePart) -> Layout {
    let capture: Layout = .text(part.capture.map { Self.label($0) + ": " } ?? "")
    return [capture, atom(part.atom), .text(Self.repetition(part.repetition))]
  }

  private static func repetition(_ repetition: RuleRepetition) -> String {
    switch repetition {
    case .once: ""
    case .optional: "?"
    case .any: "*"
    case .some: "+"
    case .times(let least, nil): "{\(least.value)}"
    case .times(let least, let most?): "{\(least.value),\(most.value)}"
    case .atLeast(let least): "{\(least.value),}"
    }
  }

  private mutating func atom(_ atom: RuleAtom) -> Layout {
    switch atom.kind {
    case .words(let text): .text(Self.quoted(text.value))
    case .exact(let text): .text("exact " + Self.quoted(text.value))
    case .lemma(let text): .text("lemma " + Self.quoted(text.value))
    case .regex(let regex): .text(Self.regex(regex))
    case .dictionary(let name): .text("in " + Self.name(name))
    case .named(let name): .text(Self.isRuleWord(name.text) ? Self.backticked(name.text) : Self.name(name))
    case .gap(let length): .text("..\(length.value)")
    case .list(let inner): ["list of ", self.atom(inner)]
    case .malformed: "\"\""
    case .alternatives(let alternatives): self.alternatives(alternatives)
    }
  }

  /// On one line, or each on its own, one below the other, but for plain words:
  ///
  ///     (
  ///         n: Number "arrests"
  ///       | "arrested" n: Number
  ///     )
  private mutating func alternatives(_ alternatives: [[RulePart]]) -> Layout {
    var layouts: [Layout] = []
    let areWords = alternatives.allSatisfy { $0.count == 1 && $0[0].atom.isWord }
    for (index, parts) in alternatives.enumerated() {
      let start = parts.first?.span ?? ByteSpan(0, 0)
      if areWords {
        let part = self.part(parts[0])
        layouts.append(
          index == 0
            ? [lineEnd(.softLine, before: start), part] : .group([lineEnd(.line, before: start), "| ", part]))
        continue
      }
      layouts.append(index == 0 ? .nest(lineEnd(.softLine, before: start)) : lineEnd(.line, before: start))
      if index > 0 { layouts.append("| ") }
      layouts.append(.nest(sequence(parts)))
    }
    return .group(["(", .nest(.sequence(layouts)), .softLine, ")"])
  }

  private mutating func line(_ line: RuleLine) -> Layout {
    switch line.kind {
    case .context(let isBefore, let isExcept, let parts):
      [.text((isExcept ? "except " : "") + (isBefore ? "before " : "after ")), sequence(parts)]
    case .example(let text, let labels):
      .group([
        .text("example " + Self.quoted(text.value) + " =>"),
        .nest([
          .line, list("{ ", labels, " }", whole: nil, span: \.span) { $0.label($1) },
        ]),
      ])
    case .counterexample(let text): .text("not " + Self.quoted(text.value))
    }
  }

  /// First in a line of a rule the word would begin an example or a context.
  private static func isRuleWord(_ text: String) -> Bool {
    ["before", "after", "except", "example"].contains(text)
  }
}

extension RuleAtom {
  /// A word or class of words, without parts of its own.
  fileprivate var isWord: Bool {
    switch kind {
    case .words, .exact, .lemma, .regex, .dictionary, .named: true
    default: false
    }
  }
}
