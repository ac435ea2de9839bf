/// A grammar in the notation of `grammar/ibid.ebnf`, read.
struct EBNF {
  indirect enum Rule: Equatable {
    /// `"where"`
    case terminal(String)
    /// A production or token by its name.
    case reference(String)
    case sequence([Rule])
    case choice([Rule])
    /// `[ … ]`
    case optional(Rule)
    /// `{ … }`
    case repeated(Rule)
  }

  struct Mistake: Error { var text: String }

  private(set) var rules: [String: Rule] = [:]
  /// In the order of the text.
  private(set) var names: [String] = []

  init(_ text: String) throws {
    var reader = Reader(pieces: try Self.pieces(of: text))
    while let name = reader.next() {
      try reader.take("=")
      if rules[name] != nil { throw Mistake(text: "\(name) is defined twice") }
      names.append(name)
      rules[name] = try reader.choice()
      try reader.take(";")
    }
  }

  /// Small letters are functions of the parser, capitals tokens of the lexer.
  static func isToken(_ name: String) -> Bool { name.first?.isUppercase ?? false }

  var productions: [String] { names.filter { !Self.isToken($0) } }

  /// Every terminal of some rules.
  func terminals(of names: [String]) -> Set<String> {
    var found: Set<String> = []
    for name in names { rules[name].map { Self.visit($0) { if case .terminal(let text) = $0 { found.insert(text) } } } }
    return found
  }

  /// Every name that some rule uses.
  var references: Set<String> {
    var found: Set<String> = []
    for rule in rules.values { Self.visit(rule) { if case .reference(let name) = $0 { found.insert(name) } } }
    return found
  }

  private static func visit(_ rule: Rule, _ body: (Rule) -> Void) {
    body(rule)
    switch rule {
    case .terminal, .reference: break
    case .sequence(let parts), .choice(let parts): for part in parts { visit(part, body) }
    case .optional(let part), .repeated(let part): visit(part, body)
    }
  }

  // MARK: Reading

  /// Words, signs and quoted texts; comments `(* … *)` left out. A quoted text keeps its opening quote.
  private static func pieces(of text: String) throws -> [String] {
    var pieces: [String] = []
    var rest = Array(text)[...]
    while let first = rest.first {
      if first.isWhitespace {
        rest.removeFirst()
      } else if rest.starts(with: "(*") {
        rest = rest.dropFirst(2)
        while !rest.isEmpty, !rest.starts(with: "*)") { rest.removeFirst() }
        rest = rest.dropFirst(2)
      } else if first == "\"" || first == "'" {
        let inside = rest.dropFirst().prefix { $0 != first }
        pieces.append("\"" + String(inside))
        rest = rest.dropFirst(inside.count + 2)
      } else if first.isLetter {
        let word = rest.prefix { $0.isLetter }
        pieces.append(String(word))
        rest = rest.dropFirst(word.count)
      } else if "=;|[]{}()".contains(first) {
        pieces.append(String(first))
        rest.removeFirst()
      } else {
        throw Mistake(text: "`\(first)` means nothing in a grammar")
      }
    }
    return pieces
  }

  private struct Reader {
    var pieces: [String]
    var index = 0

    init(pieces: [String]) { self.pieces = pieces }

    var here: String? { index < pieces.count ? pieces[index] : nil }

    mutating func next() -> String? {
      defer { index += 1 }
      return here
    }

    mutating func take(_ wanted: String) throws {
      guard let found = next(), found == wanted else {
        throw Mistake(text: "expected `\(wanted)` behind \(pieces[..<min(index, pieces.count)].suffix(8))")
      }
    }

    mutating func choice() throws -> Rule {
      var choices = [try sequence()]
      while here == "|" {
        index += 1
        choices.append(try sequence())
      }
      return choices.count == 1 ? choices[0] : .choice(choices)
    }

    private mutating func sequence() throws -> Rule {
      var parts: [Rule] = []
      while let piece = here, !["|", "]", "}", ")", ";"].contains(piece) { parts.append(try part()) }
      return parts.count == 1 ? parts[0] : .sequence(parts)
    }

    private mutating func part() throws -> Rule {
      guard let piece = next() else { throw Mistake(text: "the grammar ends too early") }
      let closers = ["[": "]", "{": "}", "(": ")"]
      guard let closer = closers[piece] else {
        return piece.hasPrefix("\"") ? .terminal(String(piece.dropFirst())) : .reference(piece)
      }
      let inner = try choice()
      try take(closer)
      return piece == "[" ? .optional(inner) : piece == "{" ? .repeated(inner) : inner
    }
  }
}
