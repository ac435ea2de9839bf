import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

/// What is known where a part of a pattern stands.
struct PatternReader {
  /// The declared captures.
  let columns: [String]
  /// What stands around a match keeps nothing.
  var isInContext = false
}

extension Checker {
  /// A sequence of parts, lowered.
  mutating func pattern(_ parts: [RulePart], _ reader: inout PatternReader) -> RulePattern {
    let patterns = parts.map { pattern($0, &reader) }
    return patterns.count == 1 ? patterns[0] : .sequence(patterns)
  }

  private mutating func pattern(_ part: RulePart, _ reader: inout PatternReader) -> RulePattern {
    var pattern = self.pattern(part.atom, &reader)
    pattern = repeated(pattern, part.repetition, at: part.span)
    guard let capture = part.capture else { return pattern }
    if reader.isInContext {
      report(.captureInContext(capture))
      return pattern
    }
    guard let index = reader.columns.firstIndex(of: capture.text) else {
      report(.unknownCapture(capture, among: reader.columns))
      return pattern
    }
    return .capture(index, pattern)
  }

  /// The most that a repetition may demand.
  private static let maximalRepetition = 100

  private mutating func repeated(_ pattern: RulePattern, _ repetition: RuleRepetition, at span: ByteSpan)
    -> RulePattern
  {
    let (least, most): (Int, Int?)
    switch repetition {
    case .once: return pattern
    case .optional: (least, most) = (0, 1)
    case .any: (least, most) = (0, nil)
    case .some: (least, most) = (1, nil)
    case .times(let count, let end): (least, most) = (count.value, end?.value ?? count.value)
    case .atLeast(let count): (least, most) = (count.value, nil)
    }
    if least > Self.maximalRepetition || most ?? 1 > Self.maximalRepetition || most ?? 1 < max(least, 1) {
      report(.badRepetition(Self.maximalRepetition, at: span))
      return pattern
    }
    return .repeated(pattern, least: least, most: most)
  }

  private mutating func pattern(_ atom: RuleAtom, _ reader: inout PatternReader) -> RulePattern {
    switch atom.kind {
    case .words(let text): return words(text, isExact: false)
    case .exact(let text): return words(text, isExact: true)
    case .lemma(let text):
      if text.value.isEmpty || text.value.contains(where: { !$0.isLetter && $0 != "'" }) {
        report(.lemmaForm(text.value, at: text.span))
      }
      return .lemma(text.value.lowercased())
    case .regex(let regex):
      if let mistake = Self.mistake(in: regex.pattern, at: regex.span) { report(mistake) }
      return .regex(regex.pattern, ignoresCase: regex.ignoresCase)
    case .dictionary(let name):
      guard let entries = catalog.dictionaries[name.text] else {
        if !namesAreUncertain { report(.unknownDictionary(name, among: catalog.dictionaries.keys.sorted())) }
        return .word
      }
      return .dictionary(name: name.text, entries: entries)
    case .named(let name): return named(name)
    case .gap(let length):
      if length.value < 1 || length.value > Self.maximalGap { report(.badGap(Self.maximalGap, at: atom.span)) }
      return .gap(min(max(length.value, 1), Self.maximalGap))
    case .list(let inner):
      let element = pattern(inner, &reader)
      if element.canBeEmpty { report(.emptyMatch(at: inner.span, isContext: false)) }
      return .list(element)
    case .alternatives(let written): return alternatives(written, &reader)
    case .malformed:
      consequences += 1
      return .word
    }
  }

  private static let maximalGap = 50

  private mutating func words(_ text: StringLiteral, isExact: Bool) -> RulePattern {
    let pattern = RulePattern.words(text.value, isExact: isExact)
    if pattern.canBeEmpty { report(.emptyMatch(at: text.span, isContext: false)) }
    return pattern
  }

  /// A class of the extractor's, `word`, or another rule.
  private mutating func named(_ name: Name) -> RulePattern {
    if name.text == "word" { return .word }
    if let kind = RuleClass(rawValue: name.text) { return .annotation(kind) }
    if let rule = catalog.rule(named: name.text) { return .rule(table: rule.table) }
    if catalog.table(named: name.text)?.isUnknown ?? false || namesAreUncertain {
      consequences += 1
      return .word
    }
    let rules = catalog.rules.values.map(\.name).sorted()
    report(
      .unknownClass(
        name, rules: rules, isDictionary: catalog.dictionaries[name.text] != nil,
        isTable: catalog.table(named: name.text) != nil || catalog.bindings[name.text] != nil))
    return .word
  }

  private mutating func alternatives(_ written: [[RulePart]], _ reader: inout PatternReader) -> RulePattern {
    let parts = written.map { pattern($0, &reader) }
    for (index, part) in parts.enumerated() {
      guard let earlier = parts[..<index].firstIndex(where: { Self.covers($0, part) }),
        let first = written[index].first, let last = written[index].last,
        let before = written[earlier].first, let end = written[earlier].last
      else { continue }
      report(
        .unreachableBranch(
          at: first.span.joined(with: last.span), covered: before.span.joined(with: end.span)))
    }
    return parts.count == 1 ? parts[0] : .alternatives(parts)
  }

  /// Whatever `other` matches, `pattern` matches too, and keeps the same.
  private static func covers(_ pattern: RulePattern, _ other: RulePattern) -> Bool {
    switch (pattern, other) {
    case (.capture(let a, let x), .capture(let b, let y)): a == b && covers(x, y)
    case (.capture, _), (_, .capture): pattern == other
    case (.word, .words(let text, _)): isOneWord(text)
    case (.word, .lemma), (.word, .word): true
    case (.words(let a, false), .words(let b, _)): folded(a) == folded(b)
    case (.lemma(let lemma), .words(let text, _)):
      isOneWord(text) && Inflection.forms(of: lemma).contains(text.lowercased())
    case (.dictionary(_, let entries), .words(let text, _)): entries.contains { folded($0) == folded(text) }
    default: pattern == other
    }
  }

  private static func folded(_ text: String) -> [Substring] { text.lowercased().split(separator: " ") }

  private static func isOneWord(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy(\.isLetter) }
}
