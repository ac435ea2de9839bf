import IbidPatterns
import IbidPlan
import IbidSource
import IbidTypes

/// Turns patterns into programs, after K. Thompson, "Regular expression search algorithm" (1968), in the form of R. Cox,
/// "Regular expression matching: the virtual machine approach" (2009).
struct RuleCompiler {
  var vocabulary = RuleVocabulary()
  var dictionaries: [RuleDictionary] = []
  var classes: Set<RuleKind> = []
  /// Negative numbers, put right when all rules are compiled.
  var kindOfRule: [String: Int] = [:]
  /// The program that is being made.
  private var program = RuleProgram()
  private var instructions: [RuleProgram.Instruction] {
    get { program.instructions }
    _modify { yield &program.instructions }
  }
  private var capture: Int?
  private var captures: [RuleDefinition.Capture] = []

  mutating func compile(_ definition: RuleDefinition) -> CompiledRule {
    captures = definition.captures
    let contexts = definition.contexts.map { context in
      CompiledRule.Context(
        isBefore: context.isBefore, isExcept: context.isExcept, program: program(of: context.pattern),
        length: min(length(of: context.pattern), 64))
    }
    return CompiledRule(
      definition: definition, program: program(of: definition.pattern), contexts: contexts,
      prefilter: RulePrefilter(
        words: words(requiredBy: definition.pattern), kinds: kinds(requiredBy: definition.pattern)),
      kind: 0)
  }

  private mutating func program(of pattern: RulePattern) -> RuleProgram {
    program = RuleProgram()
    capture = nil
    emit(pattern)
    instructions.append(.match)
    return program
  }

  // MARK: Emitting

  private mutating func emit(_ pattern: RulePattern) {
    switch pattern {
    case .words(let text, let isExact): emitWords(text, isExact: isExact)
    case .lemma(let word): instructions.append(.token(anyOf(Inflection.forms(of: word))))
    case .regex(let text, let ignoresCase):
      // The checker has compiled it before.
      guard let regex = try? RegularExpression("\\A(?:\(text))\\z", ignoresCase: ignoresCase) else { return }
      instructions.append(.token(.regex(Int32(program.regexes.count))))
      program.regexes.append(regex)
    case .dictionary(let name, let entries):
      instructions.append(.found(kind: dictionary(name, entries).kind, capture: nil))
    case .word: instructions.append(.token(.word))
    case .gap(let length): emitOptionals(length, prefersLess: true) { $0.instructions.append(.token(.any)) }
    case .annotation(let found):
      let kind = RuleKind(found, element: element)
      classes.insert(kind)
      // A sentence is looked at if it has what the rule needs, and both kinds of dates need a date.
      if kind == .singleDate { classes.insert(.date) }
      instructions.append(.found(kind: kind.rawValue, capture: capture))
    case .rule(let table): instructions.append(.found(kind: kindOfRule[table] ?? 0, capture: capture))
    case .sequence(let parts): for part in parts { emit(part) }
    case .alternatives(let parts): emitChoice(parts.map { part in { $0.emit(part) } })
    case .repeated(let part, let least, let most):
      for _ in 0..<least { emit(part) }
      if let most {
        emitOptionals(most - least, prefersLess: false) { $0.emit(part) }
      } else {
        emitLoop { $0.emit(part) }
      }
    case .list(let part):
      emitChoice([
        { $0.emitClosedList(part) }, { $0.emitOpenList(part) }, { $0.emitElement(part) },
      ])
    case .capture(let index, let part):
      let outer = capture
      capture = index
      instructions.append(.open(capture: index))
      emit(part)
      instructions.append(.close(capture: index))
      capture = outer
    }
  }

  private var element: RuleElement { capture.map { captures[$0].element == .date } ?? false ? .singleDate : .any }

  private static let comma: RulePattern = .words(",", isExact: false)

  /// `and` · `, or` · `as well as`
  private static let conjunction: RulePattern = .sequence([
    .repeated(comma, least: 0, most: 1),
    .alternatives(["and", "or", "&", "as well as"].map { .words($0, isExact: false) }),
  ])

  /// `A, B and C`
  private mutating func emitClosedList(_ part: RulePattern) {
    emitElement(part)
    emitLoop {
      $0.emit(Self.comma)
      $0.emitElement(part)
    }
    emit(Self.conjunction)
    emitElement(part)
    emitLoop {
      $0.emit(Self.conjunction)
      $0.emitElement(part)
    }
  }

  /// `A, B, C`: of two with a comma between them the second mostly explains the first.
  private mutating func emitOpenList(_ part: RulePattern) {
    emitElement(part)
    for _ in 0..<2 {
      emit(Self.comma)
      emitElement(part)
    }
    emitLoop {
      $0.emit(Self.comma)
      $0.emitElement(part)
    }
  }

  /// An element of a list, perhaps behind an article that is none of it.
  private mutating func emitElement(_ part: RulePattern) {
    emitOptionals(1, prefersLess: true) { $0.emitWords("the", isExact: false) }
    if let capture { instructions.append(.openItem(capture: capture)) }
    emit(part)
    if let capture { instructions.append(.closeItem(capture: capture)) }
  }

  /// Each of the words of a text, as the tokenizer splits them.
  private mutating func emitWords(_ text: String, isExact: Bool) {
    for word in Self.tokens(of: text) {
      let id = vocabulary.add(RuleVocabulary.folded(word[...]))
      if isExact {
        instructions.append(.token(.exact(id, word: Int32(program.exactWords.count))))
        program.exactWords.append(word)
      } else {
        instructions.append(.token(.id(id)))
      }
    }
  }

  private static func tokens(of text: String) -> [[UInt8]] {
    let tokens = Tokenizer.tokens(of: Array(text.utf8))
    return (0..<tokens.count).map { Array(tokens.bytes[tokens.span($0).range]) }
  }

  private mutating func anyOf(_ words: [String]) -> RuleProgram.TokenTest {
    let ids = words.map { vocabulary.add(RuleVocabulary.folded(Array($0.utf8)[...])) }
    let start = program.wordMarks.count
    let count = Int(ids.max() ?? 0) + 1
    program.wordMarks.append(contentsOf: repeatElement(false, count: count))
    for id in ids { program.wordMarks[start + Int(id)] = true }
    return .ids(start: Int32(start), count: Int32(count))
  }

  /// One of several, the first before the others.
  private mutating func emitChoice(_ bodies: [(inout RuleCompiler) -> Void]) {
    var ends: [Int] = []
    for (index, body) in bodies.enumerated() {
      guard index + 1 < bodies.count else {
        body(&self)
        break
      }
      let split = instructions.count
      instructions.append(.match)
      body(&self)
      ends.append(instructions.count)
      instructions.append(.match)
      instructions[split] = .split(split + 1, instructions.count)
    }
    for end in ends { instructions[end] = .jump(instructions.count) }
  }

  /// At most `count` times, one behind the other.
  private mutating func emitOptionals(_ count: Int, prefersLess: Bool, _ body: (inout RuleCompiler) -> Void) {
    var splits: [Int] = []
    for _ in 0..<max(count, 0) {
      splits.append(instructions.count)
      instructions.append(.match)
      body(&self)
    }
    for split in splits {
      instructions[split] = prefersLess ? .split(instructions.count, split + 1) : .split(split + 1, instructions.count)
    }
  }

  private mutating func emitLoop(_ body: (inout RuleCompiler) -> Void) {
    let split = instructions.count
    instructions.append(.match)
    body(&self)
    instructions.append(.jump(split))
    instructions[split] = .split(split + 1, instructions.count)
  }

  private mutating func dictionary(_ name: String, _ entries: [String]) -> RuleDictionary {
    var table: [Int32: [[Int32]]] = [:]
    for entry in entries {
      let ids = Self.tokens(of: entry).map { vocabulary.add(RuleVocabulary.folded($0[...])) }
      guard let first = ids.first else { continue }
      table[first, default: []].append(Array(ids.dropFirst()))
    }
    for first in table.keys { table[first]?.sort { $0.count > $1.count } }
    if let known = dictionaries.first(where: { $0.name == name && $0.entries == table }) { return known }
    let made = RuleDictionary(name: name, entries: table, kind: RuleKind.allCases.count + dictionaries.count)
    dictionaries.append(made)
    return made
  }

  // MARK: What has to be there

  /// Words of which each match has one; nil if no such words are known. The rarer ones where there is a choice.
  private mutating func words(requiredBy pattern: RulePattern) -> [Int32]? {
    switch pattern {
    case .words(let text, _):
      let ids = Self.tokens(of: text).map { vocabulary.add(RuleVocabulary.folded($0[...])) }
      return ids.map { [$0] }.min { cost($0) < cost($1) }
    case .lemma(let word):
      return Inflection.forms(of: word).map { vocabulary.add(RuleVocabulary.folded(Array($0.utf8)[...])) }
    case .dictionary(let name, let entries): return dictionary(name, entries).entries.keys.sorted()
    case .regex, .word, .gap, .annotation, .rule: return nil
    case .sequence(let parts):
      var best: [Int32]?
      for part in parts {
        guard let words = words(requiredBy: part) else { continue }
        if best.map({ cost(words) < cost($0) }) ?? true { best = words }
      }
      return best
    case .alternatives(let parts):
      var all: Set<Int32> = []
      for part in parts {
        guard let words = words(requiredBy: part) else { return nil }
        all.formUnion(words)
      }
      return all.sorted()
    case .repeated(let part, let least, _): return least > 0 ? words(requiredBy: part) : nil
    case .list(let part), .capture(_, let part): return words(requiredBy: part)
    }
  }

  /// A guess at how many sentences have one of the words: little words are everywhere.
  private func cost(_ ids: [Int32]) -> Int {
    ids.reduce(0) { sum, id in
      let word = vocabulary.words[Int(id)]
      let entry = Lexicon.shared.id(of: String(decoding: word, as: UTF8.self))
      let isLittle = word.count < 3 || !Lexicon.shared.classes[entry].isDisjoint(with: WordClass.phraseEnd)
      return sum + (isLittle ? 1000 : 1)
    }
  }

  /// Kinds of things that each match holds.
  private func kinds(requiredBy pattern: RulePattern) -> [Int] {
    switch pattern {
    case .words, .lemma, .regex, .dictionary, .word, .gap: []
    // Of the two kinds of dates this one has both.
    case .annotation(let found): [RuleKind(found, element: .any).rawValue]
    case .rule(let table): kindOfRule[table].map { [$0] } ?? []
    case .sequence(let parts): Set(parts.flatMap { kinds(requiredBy: $0) }).sorted()
    case .alternatives(let parts):
      parts.dropFirst().reduce(Set(parts.first.map { kinds(requiredBy: $0) } ?? [])) {
        $0.intersection(kinds(requiredBy: $1))
      }.sorted()
    case .repeated(let part, let least, _): least > 0 ? kinds(requiredBy: part) : []
    case .list(let part), .capture(_, let part): kinds(requiredBy: part)
    }
  }

  /// The most tokens that a match can have, things found counted as long ones.
  private func length(of pattern: RulePattern) -> Int {
    switch pattern {
    case .words(let text, _): Self.tokens(of: text).count
    case .lemma, .regex, .word: 1
    case .dictionary(_, let entries): entries.map { Self.tokens(of: $0).count }.max() ?? 1
    case .gap(let length): length
    case .annotation, .rule, .list: 64
    case .sequence(let parts): parts.reduce(0) { min(64, $0 + length(of: $1)) }
    case .alternatives(let parts): parts.map { length(of: $0) }.max() ?? 0
    case .repeated(let part, _, let most): most.map { min(64, $0 * length(of: part)) } ?? 64
    case .capture(_, let part): length(of: part)
    }
  }
}
