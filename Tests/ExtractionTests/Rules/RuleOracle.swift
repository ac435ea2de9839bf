import IbidPlan

/// What rules match, by trying everything: the definition that `RuleMatcher` is held against.
///
/// Tokens are words of a made-up text, parted by blanks. Every way to match is listed, best first; of those that end
/// farthest the first one counts.
struct RuleOracle {
  let tokens: [String]

  /// A way to match: where it ends, and what each capture kept, in order.
  struct Way {
    var end: Int
    var kept: [Captured] = []
  }

  struct Captured: Hashable {
    var capture: Int
    var words: [String]
  }

  struct Match: Hashable {
    var range: Range<Int>
    var kept: [Captured]
  }

  /// Leftmost, longest, none over another; with `overlapsAll` the longest at each token.
  func matches(of rule: RuleDefinition) -> [Match] {
    var found: [Match] = []
    var start = 0
    while start < tokens.count {
      let ways = isFine(rule, before: start) ? ways(rule.pattern, from: start) : []
      let fitting = ways.filter { $0.end > start && isFine(rule, after: $0.end) }
      guard let end = fitting.map(\.end).max(), let best = fitting.first(where: { $0.end == end }) else {
        start += 1
        continue
      }
      found.append(Match(range: start..<end, kept: best.kept.filter { !$0.words.isEmpty }))
      start = rule.overlapsAll ? start + 1 : end
    }
    return found
  }

  private func isFine(_ rule: RuleDefinition, before start: Int) -> Bool {
    rule.contexts.allSatisfy { context in
      guard context.isBefore else { return true }
      let isThere = (0..<start).contains { from in ways(context.pattern, from: from).contains { $0.end == start } }
      return isThere != context.isExcept
    }
  }

  private func isFine(_ rule: RuleDefinition, after end: Int) -> Bool {
    rule.contexts.allSatisfy { context in
      context.isBefore || ways(context.pattern, from: end).isEmpty == context.isExcept
    }
  }

  // MARK: Patterns

  /// Every way to match a pattern from a token on, best first.
  func ways(_ pattern: RulePattern, from start: Int) -> [Way] {
    switch pattern {
    case .words(let text, let isExact): words(text.split(separator: " ").map(String.init), isExact, from: start)
    case .lemma(let word): token(at: start) { Inflection.forms(of: word).contains($0.lowercased()) }
    case .regex: []
    case .dictionary(_, let entries):
      entries.flatMap { words($0.split(separator: " ").map(String.init), false, from: start) }
    case .word: token(at: start) { $0 != "," }
    case .gap(let length): (start...min(start + length, tokens.count)).map { Way(end: $0) }
    case .annotation, .rule: []
    case .sequence(let parts): sequence(parts[...], from: start)
    case .alternatives(let parts): parts.flatMap { ways($0, from: start) }
    case .repeated(let part, let least, let most): repeated(part, least, most, from: start)
    case .list(let part): Self.lists(of: part).flatMap { ways($0, from: start) }
    case .capture(let index, let part):
      ways(part, from: start).map { way in
        Way(end: way.end, kept: [Captured(capture: index, words: Array(tokens[start..<way.end]))] + way.kept)
      }
    }
  }

  /// "A, B and C", "A, B, C", "A".
  private static func lists(of part: RulePattern) -> [RulePattern] {
    let element = element(part)
    let comma = RulePattern.words(",", isExact: false)
    let conjunction = RulePattern.sequence([
      .repeated(comma, least: 0, most: 1),
      .alternatives([.words("and", isExact: false), .words("or", isExact: false)]),
    ])
    func more(_ separator: RulePattern, least: Int) -> RulePattern {
      .repeated(.sequence([separator, element]), least: least, most: nil)
    }
    return [
      .sequence([element, more(comma, least: 0), more(conjunction, least: 1)]),
      .sequence([element, more(comma, least: 2)]), element,
    ]
  }

  private static func element(_ part: RulePattern) -> RulePattern {
    .sequence([.alternatives([.sequence([]), .words("the", isExact: false)]), part])
  }

  private func token(at start: Int, _ test: (String) -> Bool) -> [Way] {
    start < tokens.count && test(tokens[start]) ? [Way(end: start + 1)] : []
  }

  private func words(_ words: [String], _ isExact: Bool, from start: Int) -> [Way] {
    guard start + words.count <= tokens.count else { return [] }
    for (offset, word) in words.enumerated() {
      let token = tokens[start + offset]
      guard isExact ? token == word : token.lowercased() == word.lowercased() else { return [] }
    }
    return [Way(end: start + words.count)]
  }

  private func sequence(_ parts: ArraySlice<RulePattern>, from start: Int) -> [Way] {
    guard let first = parts.first else { return [Way(end: start)] }
    return ways(first, from: start).flatMap { way in
      sequence(parts.dropFirst(), from: way.end).map { Way(end: $0.end, kept: way.kept + $0.kept) }
    }
  }

  private func repeated(_ part: RulePattern, _ least: Int, _ most: Int?, from start: Int) -> [Way] {
    guard most ?? 1 > 0 else { return [Way(end: start)] }
    // Once more, then the rest; a round that reads nothing ends the repetition.
    let more = ways(part, from: start).filter { $0.end > start }.flatMap { way in
      repeated(part, max(0, least - 1), most.map { $0 - 1 }, from: way.end).map {
        Way(end: $0.end, kept: way.kept + $0.kept)
      }
    }
    return more + (least == 0 ? [Way(end: start)] : [])
  }
}
