package import IbidPlan
import IbidSource

/// Rules compiled together: one vocabulary, one numbering of what they look for.
///
/// Rules stand in an order in which each one follows those that it reads.
package struct RuleSet: Sendable {
  private(set) var rules: [CompiledRule] = []
  private(set) var vocabulary = RuleVocabulary()
  private(set) var dictionaries: [RuleDictionary] = []
  /// What the extractor found that some rule asks for.
  private(set) var classes: Set<RuleKind> = []
  /// How many kinds of things there are: classes, lists, rules.
  private(set) var kindCount: Int

  package init(_ definitions: [RuleDefinition]) {
    kindCount = RuleKind.allCases.count
    var kindOfRule: [String: Int] = [:]
    var compiler = RuleCompiler()
    for definition in definitions {
      compiler.kindOfRule = kindOfRule
      var rule = compiler.compile(definition)
      rule.kind = RuleKind.allCases.count + compiler.dictionaries.count
      rules.append(rule)
      // Numbered for good below, when the number of lists is known.
      kindOfRule[definition.table] = -1 - (rules.count - 1)
    }
    let base = RuleKind.allCases.count + compiler.dictionaries.count
    for index in rules.indices {
      rules[index].kind = base + index
      rules[index].renumber { $0 < 0 ? base + (-1 - $0) : $0 }
    }
    kindCount = base + rules.count
    vocabulary = compiler.vocabulary
    vocabulary.finish()
    dictionaries = compiler.dictionaries
    classes = compiler.classes
    for index in rules.indices { rules[index].findStarts(words: vocabulary.count, kinds: kindCount) }
  }
}

/// What the extractor finds, as programs tell it apart.
enum RuleKind: Int, CaseIterable, Sendable {
  case number, money, percent
  /// A date, of a period or of a single one.
  case date
  /// A date that is no period.
  case singleDate
  case person, org, place, country, programme, law, event, name, quote

  init(_ kind: RuleClass, element: RuleElement) {
    self =
      switch kind {
      case .number: .number
      case .money: .money
      case .percent: .percent
      case .date: element == .singleDate ? .singleDate : .date
      case .person: .person
      case .org: .org
      case .place: .place
      case .country: .country
      case .programme: .programme
      case .law: .law
      case .event: .event
      case .name: .name
      case .quote: .quote
      }
  }
}

/// What the capture around a part wants of it.
enum RuleElement: Sendable { case any, singleDate }

/// A list of words, by the first token of each entry.
struct RuleDictionary: Sendable {
  var name: String
  /// The further tokens of the entries that begin with a word, the longest first.
  var entries: [Int32: [[Int32]]]
  var kind: Int
  /// Whether an entry begins with a word, by the number of the word.
  private(set) var starts: [Bool] = []

  init(name: String, entries: [Int32: [[Int32]]], kind: Int) {
    self.name = name
    self.entries = entries
    self.kind = kind
    starts = Array(repeating: false, count: Int(entries.keys.max() ?? -1) + 1)
    for id in entries.keys { starts[Int(id)] = true }
  }
}

extension CompiledRule {
  mutating func renumber(_ kind: (Int) -> Int) {
    program.renumber(kind)
    for index in contexts.indices { contexts[index].program.renumber(kind) }
    prefilter.kinds = prefilter.kinds.map(kind)
  }

  mutating func findStarts(words: Int, kinds: Int) {
    program.findStart(words: words, kinds: kinds)
    for index in contexts.indices { contexts[index].program.findStart(words: words, kinds: kinds) }
  }
}

extension RuleProgram {
  fileprivate mutating func renumber(_ kind: (Int) -> Int) {
    for index in instructions.indices {
      if case .found(let old, let capture) = instructions[index] {
        instructions[index] = .found(kind: kind(old), capture: capture)
      }
    }
  }

  /// Collects what the instructions that are reached before any token ask for.
  fileprivate mutating func findStart(words: Int, kinds: Int) {
    start = RuleStart(ids: Array(repeating: false, count: words), kinds: Array(repeating: false, count: kinds))
    var seen = [Bool](repeating: false, count: instructions.count)
    var stack = [0]
    while let pc = stack.popLast() {
      if seen[pc] { continue }
      seen[pc] = true
      switch instructions[pc] {
      case .split(let first, let second): stack += [second, first]
      case .jump(let target): stack.append(target)
      case .open, .close, .openItem, .closeItem: stack.append(pc + 1)
      case .match: break
      case .found(let kind, _): start.kinds[kind] = true
      case .token(let test):
        switch test {
        case .id(let id), .exact(let id, _): start.ids[Int(id)] = true
        case .ids(let first, let count):
          for id in 0..<Int(count) where wordMarks[Int(first) + id] { start.ids[id] = true }
        case .word, .regex: start.words = true
        case .any: start.any = true
        }
      }
    }
  }
}
