import IbidDocuments
import IbidPlan
import IbidSource
import IbidTypes

/// A match of a rule in a file.
struct RuleMatch: Sendable {
  var document: Int
  var sentence: Int
  var tokens: Range<Int>
  var span: ByteSpan
  /// By capture.
  var values: [[CapturedValue]]
}

/// One value of a capture: the words, and what was found there if it is a thing.
struct CapturedValue: Sendable {
  var text: String
  var kind: Int
  /// Index among the file's rows of that kind; -1 for words alone.
  var row: Int
}

/// Runs a set of rules over files, each by itself: files may be read in parallel.
package final class RuleRun: Sendable {
  let rules: RuleSet

  /// The matches of each rule in text order.
  func matches(in file: DocumentFile, _ findings: Findings, _ isCancelled: () -> Bool = { false }) -> [[RuleMatch]] {
    var text = RuleText(file, findings, rules)
    var all: [[RuleMatch]] = Array(repeating: [], count: rules.rules.count)
    for (group, filter) in zip(groups, filters) {
      let found = matches(of: group, filter, in: text, isCancelled)
      var things: [FoundThing] = []
      for (member, matches) in zip(group, found) {
        all[member.index] = matches
        guard isRead[member.index] else { continue }
        for (row, match) in matches.enumerated() {
          things.append(
            FoundThing(
              lower: Int32(match.tokens.lowerBound), upper: Int32(match.tokens.upperBound),
              kind: Int32(member.rule.kind), row: Int32(row)))
        }
      }
      if !things.isEmpty { text.add(things) }
    }
    return all
  }

  /// A rule behind one reference: to hand on the rule itself would count one for each of its parts.
  private final class Member: Sendable {
    let index: Int
    let rule: CompiledRule
    /// Whether something must or must not stand behind a match.
    let looksAhead: Bool

    init(_ index: Int, _ rule: CompiledRule) {
      self.index = index
      self.rule = rule
      looksAhead = rule.contexts.contains { !$0.isBefore }
    }
  }

  /// Rules that read no other, then those that read these, and so on.
  private let groups: [[Member]]
  /// Whether another rule reads it.
  private let isRead: [Bool]
  /// Of each group, what tells which of its rules a sentence may have.
  private let filters: [SentenceFilter]

  package init(_ rules: RuleSet) {
    self.rules = rules
    var levels: [String: Int] = [:]
    var groups: [[Member]] = []
    let read = Set(rules.rules.flatMap { $0.definition.readsTables })
    for (index, rule) in rules.rules.enumerated() {
      let level = rule.definition.readsTables.map { (levels[$0] ?? -1) + 1 }.max() ?? 0
      levels[rule.definition.table] = level
      while groups.count <= level { groups.append([]) }
      groups[level].append(Member(index, rule))
    }
    self.groups = groups
    filters = groups.map { SentenceFilter($0.map(\.rule.prefilter), words: rules.vocabulary.count) }
    isRead = rules.rules.map { read.contains($0.definition.table) }
  }

  private func matches(of group: [Member], _ filter: SentenceFilter, in text: RuleText, _ isCancelled: () -> Bool)
    -> [[RuleMatch]]
  {
    var found: [[RuleMatch]] = Array(repeating: [], count: group.count)
    var matcher = RuleMatcher(text)
    // Looks at what stands behind a match while the other one is at work on the match.
    var looker = RuleMatcher(text)
    var candidates: [Int] = []
    for sentence in text.sentences {
      if isCancelled() { break }
      filter.candidates(in: sentence.tokens, of: text, into: &candidates)
      for place in candidates {
        match(group[place], in: sentence, &matcher, &looker, into: &found[place])
      }
    }
    return found
  }

  private func match(
    _ member: Member, in sentence: RuleText.Sentence, _ matcher: inout RuleMatcher,
    _ looker: inout RuleMatcher, into found: inout [RuleMatch]
  ) {
    var token = sentence.tokens.lowerBound
    let limit = sentence.tokens.upperBound
    while token < limit {
      guard matcher.mayStart(member.rule.program.start, at: token),
        isFine(member, before: token, in: sentence, &matcher)
      else {
        token += 1
        continue
      }
      let match =
        member.looksAhead
        ? matcher.longest(member.rule.program, from: token, limit: limit) { end in
          end > token && isFine(member, after: end, in: sentence, &looker)
        } : matcher.longest(member.rule.program, from: token, limit: limit) { $0 > token }
      guard let match else {
        token += 1
        continue
      }
      found.append(
        self.match(member.rule.definition, token..<match.end, sentence, matcher, matcher.path(to: match.trace)))
      token = member.rule.definition.overlapsAll ? token + 1 : match.end
    }
  }

  // MARK: Contexts

  private func isFine(
    _ member: Member, before token: Int, in sentence: RuleText.Sentence, _ matcher: inout RuleMatcher
  ) -> Bool {
    for context in member.rule.contexts where context.isBefore {
      var isThere = false
      var start = token - 1
      while !isThere, start >= max(sentence.tokens.lowerBound, token - context.length) {
        if matcher.mayStart(context.program.start, at: start),
          matcher.longest(context.program, from: start, limit: token, accepts: { $0 == token }) != nil
        {
          isThere = true
        }
        start -= 1
      }
      if isThere == context.isExcept { return false }
    }
    return true
  }

  private func isFine(
    _ member: Member, after token: Int, in sentence: RuleText.Sentence, _ matcher: inout RuleMatcher
  ) -> Bool {
    for context in member.rule.contexts where !context.isBefore {
      let isThere =
        token < sentence.tokens.upperBound
        && matcher.longest(context.program, from: token, limit: sentence.tokens.upperBound, accepts: { _ in true })
          != nil
      if isThere == context.isExcept { return false }
    }
    return true
  }

  // MARK: Captures

  private func match(
    _ rule: RuleDefinition, _ range: Range<Int>, _ sentence: RuleText.Sentence, _ matcher: RuleMatcher,
    _ path: [RuleMatcher.Event]
  ) -> RuleMatch {
    let text = matcher.text
    let values = rule.captures.indices.map { index in
      let reader = CaptureReader(events: path.filter { $0.capture == Int32(index) }, text: text)
      return reader.values(of: rule.captures[index])
    }
    return RuleMatch(
      document: sentence.document, sentence: sentence.index, tokens: range, span: text.tokens.span(range),
      values: values)
  }
}

/// Reads the values of one capture off the events of a match.
private struct CaptureReader {
  let events: [RuleMatcher.Event]
  let text: RuleText

  func values(of capture: RuleDefinition.Capture) -> [CapturedValue] {
    if capture.element == .text {
      let items = capture.isList ? stretches(.openItem, .closeItem) : []
      let found = items.isEmpty ? stretches(.open, .close) : items
      return found.filter { !$0.isEmpty }.map { CapturedValue(text: text.tokens.line($0), kind: -1, row: -1) }
    }
    return events.compactMap { event in
      guard event.kind == .found else { return nil }
      let thing = text.things[Int(event.place)]
      return CapturedValue(
        text: text.tokens.line(Int(thing.lower)..<Int(thing.upper)), kind: Int(thing.kind), row: Int(thing.row))
    }
  }

  private func stretches(_ open: RuleMatcher.Event.Kind, _ close: RuleMatcher.Event.Kind) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start: Int?
    for event in events {
      if event.kind == open { start = Int(event.place) }
      if event.kind == close, let lower = start {
        found.append(lower..<Int(event.place))
        start = nil
      }
    }
    return found
  }
}

/// Tells for a sentence which rules can match in it at all: those whose words and things it has.
private struct SentenceFilter: Sendable {
  private let prefilters: [RulePrefilter]
  private let width: Int
  /// Bits of the rules that ask for a word, `width` numbers a word of the vocabulary.
  private var masks: [UInt64]
  /// Bits of the rules that ask for no word.
  private var always: [UInt64]

  init(_ prefilters: [RulePrefilter], words: Int) {
    self.prefilters = prefilters
    width = max(1, (prefilters.count + 63) / 64)
    masks = Array(repeating: 0, count: words * width)
    always = Array(repeating: 0, count: width)
    for (index, prefilter) in prefilters.enumerated() {
      let bit = UInt64(1) << UInt64(index % 64)
      guard let required = prefilter.words else {
        always[index / 64] |= bit
        continue
      }
      for id in required { masks[Int(id) * width + index / 64] |= bit }
    }
  }

  /// Indices of the rules, ascending.
  func candidates(in tokens: Range<Int>, of text: RuleText, into found: inout [Int]) {
    found.removeAll(keepingCapacity: true)
    for part in 0..<width {
      var bits = always[part]
      for token in tokens {
        let id = Int(text.ids[token])
        if id != 0 { bits |= masks[id * width + part] }
      }
      while bits != 0 {
        let index = part * 64 + bits.trailingZeroBitCount
        bits &= bits - 1
        if hasThings(prefilters[index].kinds, tokens, text) { found.append(index) }
      }
    }
  }

  private func hasThings(_ kinds: [Int], _ tokens: Range<Int>, _ text: RuleText) -> Bool {
    let places = text.places(in: tokens)
    return kinds.allSatisfy { kind in places.contains { text.things[$0].kind == Int32(kind) } }
  }
}
