import IbidSource
import IbidSyntax
import TestSupport
import Testing

/// `grammar/ibid.ebnf` is what the parser reads: the same productions, the same words, and every sentence of it.
struct GrammarTests {
  private static func grammar() throws -> EBNF { try EBNF(try #require(PackageFolder.text(of: "grammar/ibid.ebnf"))) }

  /// The texts of the parser's files.
  private static let parser = PackageFolder.files(below: "Sources/Syntax/Parser", ending: ".swift").compactMap {
    PackageFolder.text(of: $0)
  }

  @Test func everyNameIsDefined() throws {
    let grammar = try Self.grammar()
    let atoms: Set<String> = ["LETTER", "DIGIT", "CHARACTER", "HEX", "TOUCHES", "NEWLINE"]
    #expect(grammar.references.subtracting(grammar.names).subtracting(atoms).sorted() == [])
    #expect(Set(grammar.productions).subtracting(grammar.references).sorted() == ["script"])
  }

  @Test func everyProductionIsAFunctionOfTheParser() throws {
    for name in try Self.grammar().productions {
      #expect(Self.parser.contains { $0.contains("func \(name)(") }, "the parser has no function \(name)")
    }
  }

  /// A comment `/// name = … ;` over a function of the parser is that production of the grammar, blanks aside.
  @Test func commentsOfTheParserAreTheGrammar() throws {
    let grammar = try Self.grammar()
    var compared = 0
    for (name, text) in Self.parser.flatMap(Self.commentedProductions) where !text.contains("…") {
      compared += 1
      let commented = try? EBNF(text)
      let wanted = grammar.rules[name].map(Self.withoutTouches)
      #expect(commented?.rules[name] == wanted, "\(text)")
    }
    #expect(compared >= 50)
  }

  /// Runs of comment lines from `/// name =` to the `;`.
  private static func commentedProductions(of file: String) -> [(String, String)] {
    var found: [(String, String)] = []
    var name: String?
    var text = ""
    for line in file.split(separator: "\n").map({ $0.drop { $0 == " " } }) {
      if let match = line.wholeMatch(of: /\/\/\/ ([a-zA-Z]+) = .*/) {
        name = String(match.1)
        text = ""
      }
      guard let known = name else { continue }
      guard line.hasPrefix("///") else {
        name = nil
        continue
      }
      text += line.dropFirst(3)
      // What follows the semicolon is for readers; one in quotes ends nothing.
      if let end = text.ranges(of: " ;").first {
        found.append((known, String(text[..<end.upperBound])))
        name = nil
      }
    }
    return found
  }

  /// Comments say in words that something touches.
  private static func withoutTouches(_ rule: EBNF.Rule) -> EBNF.Rule {
    switch rule {
    case .terminal, .reference: rule
    case .sequence(let parts):
      simplified(.sequence(parts.filter { $0 != .reference("TOUCHES") }.map(withoutTouches)))
    case .choice(let parts): .choice(parts.map(withoutTouches))
    case .optional(let part): .optional(withoutTouches(part))
    case .repeated(let part): .repeated(withoutTouches(part))
    }
  }

  private static func simplified(_ rule: EBNF.Rule) -> EBNF.Rule {
    if case .sequence(let parts) = rule, parts.count == 1 { return parts[0] }
    return rule
  }

  // MARK: Words

  @Test func wordsAreThoseOfTheTable() throws {
    let grammar = try Self.grammar()
    let written = grammar.terminals(of: grammar.productions + ["TYPE", "SCALE"])
    let words = Set(written.filter { $0.allSatisfy(\.isLetter) })
    let known = Set(
      Words.reserved + Words.statements.map(\.word) + Words.steps.map(\.word) + Words.joinKinds + Words.soft
        + Words.types + Words.ruleWords)
    // A class of words, which the grammar has as a name.
    let classes: Set<String> = ["word"]
    #expect(words.subtracting(known).sorted() == [])
    #expect(known.subtracting(words).subtracting(classes).sorted() == [])
    let signs = written.subtracting(words)
    #expect(signs.subtracting(Words.signTexts).sorted() == [])
    #expect(Set(Words.signTexts).subtracting(signs).sorted() == [])
  }

  /// The grammar's reserved words, step words and kinds of joins are where the table has them.
  @Test func stepsAreThoseOfTheTable() throws {
    let grammar = try Self.grammar()
    func firsts(_ rule: EBNF.Rule?) -> Set<String> {
      switch rule {
      case .terminal(let word): [word]
      case .reference(let name): firsts(grammar.rules[name])
      case .choice(let parts): parts.reduce(into: []) { $0.formUnion(firsts($1)) }
      case .sequence(let parts):
        if case .optional(let first) = parts.first {
          firsts(first).union(firsts(.sequence(Array(parts.dropFirst()))))
        } else {
          firsts(parts.first)
        }
      default: []
      }
    }
    #expect(firsts(grammar.rules["step"]) == Set(Words.steps.map(\.word) + Words.joinKinds))
    let statements = firsts(
      .choice(
        ["load", "letBinding", "param", "fn", "rule", "dict", "set", "assertion", "explain", "help", "why"].map { .reference($0) }))
    #expect(statements.isSubset(of: Words.statements.map(\.word)))
  }

  // MARK: Sentences

  /// Whatever can be derived is read without a word. `none` is compared by `is` only, which the grammar does not say.
  @Test func everySentenceIsRead() throws {
    let grammar = try Self.grammar()
    let unknown = grammar.references.filter { EBNF.isToken($0) && grammar.rules[$0] != nil }.subtracting(["TYPE"])
    let lexical: Set<String> = ["YEAR", "TWO", "ESCAPE"]
    #expect(unknown.subtracting(SentenceGenerator.known).subtracting(lexical).sorted() == [])
    let count = FuzzSetting.count("IBID_FUZZ_SENTENCES", otherwise: 3000)
    var generator = SentenceGenerator(grammar, seed: FuzzSetting.seed)
    var longest = 0
    var wrong = 0
    for number in 0..<count {
      // Steps are rare in statements.
      let depth = 14 + number % 16
      let sentence =
        number % 3 == 0
        ? "a | " + generator.sentence(of: "step", depth: depth) : generator.sentence(of: "statement", depth: depth)
      longest = max(longest, sentence.utf8.count)
      let found = Parser.parse(SourceText(name: "sentence", sentence), mode: .repl).diagnostics.filter {
        $0.id != SyntaxDiagnostic.ID.compareNone.rawValue
      }
      guard let first = found.first else { continue }
      wrong += 1
      if wrong <= 5 { Issue.record("\(first.id): \(first.message)\n\(sentence)") }
    }
    print(
      "fuzz sentences: seed \(FuzzSetting.seed), \(count) statements up to \(longest) bytes, \(wrong) not read")
    #expect(wrong == 0)
    let all = grammar.terminals(of: grammar.productions + ["TYPE"]).subtracting([";"])
    if count >= 3000 { #expect(all.subtracting(generator.used).sorted() == [], "no sentence has these") }
  }

  /// Statements on lines of their own, and with `;` between them, are as many statements.
  @Test func scriptsHaveAsManyStatements() throws {
    let grammar = try Self.grammar()
    var generator = SentenceGenerator(grammar, seed: FuzzSetting.seed)
    for _ in 0..<300 {
      let statements = (0..<3).map { _ in generator.sentence(of: "statement", depth: 20) }.filter { !$0.hasPrefix("|") }
      for terminator in ["\n", ";"] {
        let script = statements.joined(separator: terminator)
        let parsed = Parser.parse(SourceText(name: "script", script), mode: .script)
        #expect(parsed.script.statements.count == statements.count, "\(script)")
      }
    }
  }
}
