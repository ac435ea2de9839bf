import IbidDocuments
import IbidPlan
import IbidSource
import IbidTypes
import TestSupport
import Testing

@testable import IbidExtraction

/// Random rules over random texts: the automaton finds what trying everything finds.
struct RuleMatcherTests {
  @Test func findsWhatTheOracleFinds() {
    var random = RandomRules(seed: 20_240_305, hasLists: false)
    for number in 0..<3000 {
      let (rule, tokens) = random.next()
      let found = matches(of: rule, in: tokens).map { match in
        RuleOracle.Match(
          range: match.tokens,
          kept: match.values.enumerated().flatMap { index, values in
            values.map { RuleOracle.Captured(capture: index, words: $0.text.split(separator: " ").map(String.init)) }
          })
      }
      let expected = RuleOracle(tokens: tokens).matches(of: rule).map { match in
        // By capture, as rows have them.
        RuleOracle.Match(
          range: match.range, kept: match.kept.filter { $0.capture == 0 } + match.kept.filter { $0.capture == 1 })
      }
      #expect(found == expected, "rule \(number): \(rule.pattern) in \(tokens.joined(separator: " "))")
    }
  }

  /// Entries of several words and lists make steps of several tokens: then only what matched is compared.
  @Test func findsTheSameStretchesWithLists() {
    var random = RandomRules(seed: 7, hasLists: true)
    for number in 0..<3000 {
      let (rule, tokens) = random.next()
      let found = matches(of: rule, in: tokens).map(\.tokens)
      let expected = RuleOracle(tokens: tokens).matches(of: rule).map(\.range)
      #expect(found == expected, "rule \(number): \(rule.pattern) in \(tokens.joined(separator: " "))")
    }
  }

  /// A pattern that has a backtracking matcher try each of 2^n ways.
  @Test func staysLinearWhereTryingWouldNot() {
    let some = RulePattern.repeated(
      .repeated(.words("a", isExact: false), least: 1, most: nil), least: 1, most: nil)
    let rule = RandomRules.rule(.sequence([some, .words("b", isExact: false)]))
    let tokens = Array(repeating: "a", count: 1000) + ["c"]
    let clock = ContinuousClock()
    var count = 0
    let time = clock.measure { count = matches(of: rule, in: tokens).count }
    #expect(count == 0)
    #expect(time < .seconds(60))
  }

  private func matches(of rule: RuleDefinition, in tokens: [String]) -> [RuleMatch] {
    let file = DocumentFile.example(SourceText(name: "text", tokens.joined(separator: " ")))
    let set = RuleSet([rule])
    return RuleRun(set).matches(in: file, Findings())[0]
  }
}

/// Makes rules and texts of a few words.
private struct RandomRules {
  private var random: SeededGenerator
  private let hasLists: Bool
  private static let words = ["a", "b", "c", "A", "and", ","]

  init(seed: UInt64, hasLists: Bool) {
    random = SeededGenerator(seed: seed)
    self.hasLists = hasLists
  }

  static func rule(
    _ pattern: RulePattern, contexts: [RuleDefinition.Context] = [], overlapsAll: Bool = false
  ) -> RuleDefinition {
    let captures = ["x", "y"].map {
      RuleDefinition.Capture(name: $0, type: ValueType(.list(.text)), element: .text)
    }
    return RuleDefinition(
      name: "r", table: "r", captures: captures, overlapsAll: overlapsAll, pattern: pattern, contexts: contexts,
      examples: [])
  }

  mutating func next() -> (RuleDefinition, [String]) {
    var pattern = pattern(depth: 3, mayCapture: true)
    if pattern.canBeEmpty { pattern = .sequence([.word, pattern]) }
    var contexts: [RuleDefinition.Context] = []
    if chance(in: 3) {
      let around = self.pattern(depth: 1, mayCapture: false)
      if !around.canBeEmpty {
        contexts.append(.init(isBefore: chance(in: 2), isExcept: chance(in: 2), pattern: around))
      }
    }
    let tokens = (0..<Int.random(in: 1...14, using: &random)).map { _ in word() }
    return (Self.rule(pattern, contexts: contexts, overlapsAll: chance(in: 5)), tokens)
  }

  private mutating func chance(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }
  private mutating func word() -> String { Self.words.randomElement(using: &random) ?? "a" }

  private mutating func pattern(depth: Int, mayCapture: Bool) -> RulePattern {
    if depth == 0 || chance(in: 5) { return atom() }
    switch Int.random(in: 0..<(hasLists ? 6 : 4), using: &random) {
    case 0, 1:
      return .sequence(
        (0..<Int.random(in: 2...3, using: &random)).map { _ in
          pattern(depth: depth - 1, mayCapture: mayCapture)
        })
    case 2:
      return .alternatives(
        (0..<Int.random(in: 2...3, using: &random)).map { _ in
          pattern(depth: depth - 1, mayCapture: mayCapture)
        })
    case 3:
      if mayCapture, chance(in: 2) {
        return .capture(Int.random(in: 0...1, using: &random), pattern(depth: depth - 1, mayCapture: false))
      }
      // A round of a repetition reads something, so that there is one order of the ways.
      let inner = pattern(depth: depth - 1, mayCapture: false)
      let least = Int.random(in: 0...2, using: &random)
      return .repeated(
        inner.canBeEmpty ? .sequence([.word, inner]) : inner, least: least,
        most: chance(in: 3) ? nil : max(1, least) + Int.random(in: 0...2, using: &random))
    case 4:
      let inner = pattern(depth: 0, mayCapture: false)
      return .list(inner.canBeEmpty ? .word : inner)
    default: return .dictionary(name: "d", entries: ["a", "b c", "a , b", "c"])
    }
  }

  private mutating func atom() -> RulePattern {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: .gap(Int.random(in: 1...3, using: &random))
    case 1: .word
    case 2: .words("\(word()) \(word())", isExact: false)
    case 3: .words(word(), isExact: true)
    default: .words(word(), isExact: false)
    }
  }
}
