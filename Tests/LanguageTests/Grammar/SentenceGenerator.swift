import TestSupport

/// Random sentences of a grammar.
///
/// What a production says is followed to the letter; only tokens are taken from lists, because what makes a good date or text is not
/// in the grammar. Beyond a depth the shortest way out is taken.
struct SentenceGenerator {
  private let grammar: EBNF
  private var random: SeededGenerator
  /// The fewest productions inside each other that a rule needs.
  private let heights: [String: Int]
  private var pieces: [String] = []
  /// The terminals and tokens that occurred.
  private(set) var used: Set<String> = []

  init(_ grammar: EBNF, seed: UInt64) {
    self.grammar = grammar
    random = SeededGenerator(seed: seed)
    heights = Self.heights(of: grammar)
  }

  /// Tokens by name. Names are such as mean nothing in any place.
  private static let tokens: [String: [String]] = [
    "NAME": ["a", "money", "amount", "`odd name`", "é"], "WORD": ["where", "and", "sum", "type"], "PARAMETER": ["$p"],
    "INTEGER": ["0", "3", "1_000"], "NUMBER": ["7", "24_000", "1.5"], "PERCENTAGE": ["36%"],
    "SCALE": ["thousand", "million", "billion", "trillion"], "UNIT": ["people", "`per cent`"],
    "MONEY": ["£10", "$5", "€3.5", "¥1_000", "₹2"], "SUFFIX": ["k", "m", "bn", "tn"], "CODE": ["GBP", "EUR"],
    "DATE": ["@2024", "@2024-Q1", "@2024-H2", "@2024-W10", "@1990s", "@2024-03", "@2024-03-05", "@2024-03-05T10:30"],
    "STRING": ["\"\"", "\"a b\"", "\"\\n\\u{E9}\""], "REGEX": ["/a|b/", "/x\\/y/i"], "NEWLINE": ["\n"],
  ]

  /// The tokens that the generator knows, and the one that stands for no blank.
  static let known = Set(tokens.keys).union(["TOUCHES"])

  /// A sentence of a production, at most about `depth` productions deep.
  mutating func sentence(of production: String, depth: Int) -> String {
    pieces = []
    generate(.reference(production), depth)
    var text = ""
    for piece in pieces {
      if piece == "TOUCHES" {
        while text.last == " " { text.removeLast() }
      } else {
        text += piece + " "
      }
    }
    return text
  }

  private mutating func generate(_ rule: EBNF.Rule, _ depth: Int) {
    switch rule {
    case .terminal(let text): add(text, as: text)
    case .reference("TOUCHES"): pieces.append("TOUCHES")
    case .reference(let name):
      if name == "TYPE" {
        generate(grammar.rules[name] ?? .sequence([]), depth)
      } else if let choices = Self.tokens[name] {
        add(choices.randomElement(using: &random) ?? "", as: name)
      } else {
        generate(grammar.rules[name] ?? .sequence([]), depth - 1)
      }
    case .sequence(let parts): for part in parts { generate(part, depth) }
    case .choice(let choices):
      let possible = choices.filter { height($0) <= depth }
      generate(possible.randomElement(using: &random) ?? shortest(choices), depth)
    case .optional(let part): if height(part) <= depth, chance(in: 3) { generate(part, depth) }
    case .repeated(let part): while height(part) <= depth, chance(in: 5) { generate(part, depth) }
    }
  }

  /// Small, for sentences to end.
  private mutating func chance(in count: Int) -> Bool { Int.random(in: 0..<count, using: &random) == 0 }

  private mutating func add(_ text: String, as name: String) {
    used.insert(name)
    pieces.append(text)
  }

  // MARK: Heights

  private func height(_ rule: EBNF.Rule) -> Int { Self.height(rule, heights) }

  private func shortest(_ choices: [EBNF.Rule]) -> EBNF.Rule {
    choices.min { height($0) < height($1) } ?? .sequence([])
  }

  private static let endless = 1_000_000

  private static func heights(of grammar: EBNF) -> [String: Int] {
    var heights: [String: Int] = [:]
    for name in grammar.names { heights[name] = EBNF.isToken(name) ? 0 : endless }
    var isStable = false
    while !isStable {
      isStable = true
      for name in grammar.productions {
        guard let rule = grammar.rules[name] else { continue }
        let found = min(endless, height(rule, heights) + 1)
        if found < heights[name] ?? endless {
          heights[name] = found
          isStable = false
        }
      }
    }
    return heights
  }

  private static func height(_ rule: EBNF.Rule, _ heights: [String: Int]) -> Int {
    switch rule {
    case .terminal, .optional, .repeated: 0
    case .reference(let name): EBNF.isToken(name) ? 0 : heights[name] ?? endless
    case .sequence(let parts): parts.map { height($0, heights) }.max() ?? 0
    case .choice(let parts): parts.map { height($0, heights) }.min() ?? 0
    }
  }
}
