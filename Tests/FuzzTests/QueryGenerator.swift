import IbidPlan
import IbidSource
import IbidSyntax
import TestSupport

/// Random queries: streams of tokens that mean something to the language, and mutations of queries that are right.
struct QueryGenerator {
  private var random: SeededGenerator
  private let statements: [[Piece]]
  private let pool: [Token.Kind: [String]]
  private let kinds: [Token.Kind]

  /// A token with its text and whether it touches the one before.
  private struct Piece {
    var kind: Token.Kind
    var text: String
    var touches: Bool
  }

  /// All but `save`: random queries write no files.
  private static let steps = Words.steps.map(\.word).filter { $0 != "save" }

  /// `names`: tables and columns.
  init(seed: UInt64, statements: [String], names: [String]) {
    random = SeededGenerator(seed: seed)
    self.statements = statements.map(Self.pieces)
    var pool: [Token.Kind: Set<String>] = [:]
    for piece in self.statements.joined() { pool[piece.kind, default: []].insert(piece.text) }
    let words =
      names + Words.steps.map(\.word) + Words.statements.map(\.word) + Words.soft + Words.types
      + FunctionCatalog.entries.map(\.name)
    pool[.name, default: []].formUnion(words.filter { $0 != "load" && $0 != "save" && $0 != "use" })
    for kind in Token.Kind.allCases { if let word = kind.reservedWord { pool[kind, default: []].insert(word) } }
    pool[.number, default: []].formUnion([
      "0", "1", "9_223_372_036_854_775_807", "1.5e300", "0.000001", "3 million", "24_000 people", "5 km", "1 month",
      "99999 years", "7 seconds",
    ])
    pool[.money, default: []].formUnion([
      "£5m", "€0", "GBP 99_999_999_999_999_999_999 trillion", "USD 0.000_000_1", "¥3bn",
    ])
    pool[.date, default: []].formUnion([
      "@2024", "@2024-02-29", "@9999-12-31", "@0001-01-01", "@1990s", "@2024-Q4", "@2024-H2", "@2024-03-05T23:59:59",
    ])
    pool[.string, default: []].formUnion([
      "\"\"", "\"GBP\"", "\"percent\"", "\"\\u{0}\"", "\"é\u{301}🇬🇧\"", "\"people\"", "\"\\n\"",
    ])
    pool[.regex, default: []].formUnion(["/(/", "/a*/i", "/(a|b)+c/", "/\\p{L}+/"])
    pool[.percentage, default: []].formUnion(["36%", "0%", "1000%"])
    pool[.pipe, default: []].insert("|")
    // Sorted, so that a seed means the same queries in every run.
    self.pool = pool.mapValues { $0.sorted() }
    kinds = self.pool.keys.sorted { $0.rawValue < $1.rawValue }
  }

  private static func pieces(_ text: String) -> [Piece] {
    let list = Lexer.tokens(of: SourceText(name: "query", text)).list
    return list.tokens.indices.dropLast().map {
      Piece(kind: list.tokens[$0].kind, text: list.text($0), touches: list.tokens[$0].touchesPrevious)
    }
  }

  private static func joined(_ pieces: [Piece]) -> String {
    pieces.reduce(into: "") { text, piece in text += (piece.touches || text.isEmpty ? "" : " ") + piece.text }
  }

  mutating func next() -> String { Bool.random(using: &random) ? stream() : mutation() }

  // MARK: Streams

  private mutating func stream() -> String {
    var pieces: [Piece] = []
    if Int.random(in: 0..<4, using: &random) > 0 {
      // Half a chance of being a pipeline: a table or value, then steps.
      pieces = [piece(.name)]
      for _ in 0..<Int.random(in: 0...3, using: &random) {
        pieces.append(Piece(kind: .pipe, text: "|", touches: false))
        pieces.append(
          Piece(kind: .name, text: Self.steps.randomElement(using: &random) ?? "take", touches: false))
        pieces += expression(depth: 0)
      }
    }
    for _ in 0..<Int.random(in: 0...8, using: &random) where pieces.count < 60 { pieces.append(anyPiece()) }
    return Self.joined(pieces)
  }

  /// Something that looks like an expression: operands with operators between them.
  private mutating func expression(depth: Int) -> [Piece] {
    var pieces = operand(depth: depth)
    while Int.random(in: 0..<3, using: &random) == 0 {
      let operators: [Token.Kind] = [
        .plus, .minus, .star, .slash, .equal, .less, .greaterOrEqual, .and, .or, .in, .has, .coalesce, .range, .comma,
        .by,
      ]
      pieces.append(piece(operators.randomElement(using: &random) ?? .plus))
      pieces += operand(depth: depth)
    }
    return pieces
  }

  private mutating func operand(depth: Int) -> [Piece] {
    switch Int.random(in: 0..<10, using: &random) {
    case 0..<3: return [piece(.name)]
    case 3:
      let literals: [Token.Kind] = [.number, .money, .string, .date, .percentage, .true, .none]
      return [piece(literals.randomElement(using: &random) ?? .number)]
    case 4:
      return [
        piece(.name), Piece(kind: .dot, text: ".", touches: true),
        Piece(kind: .name, text: piece(.name).text, touches: true),
      ]
    case 5 where depth < 4:
      let call = [piece(.name), Piece(kind: .leftParenthesis, text: "(", touches: true)]
      return call + expression(depth: depth + 1) + [Piece(kind: .rightParenthesis, text: ")", touches: true)]
    case 6 where depth < 4:
      let open = Piece(kind: .leftBracket, text: "[", touches: false)
      return [open] + expression(depth: depth + 1) + [Piece(kind: .rightBracket, text: "]", touches: true)]
    case 7 where depth < 4: return [piece(.not)] + operand(depth: depth + 1)
    case 8 where depth < 4: return [piece(.minus)] + operand(depth: depth + 1)
    default: return [piece(.number)]
    }
  }

  private mutating func piece(_ kind: Token.Kind) -> Piece {
    Piece(
      kind: kind, text: pool[kind]?.randomElement(using: &random) ?? kind.reservedWord ?? Self.spelling(kind),
      touches: false)
  }

  private static func spelling(_ kind: Token.Kind) -> String {
    switch kind {
    case .plus: "+"
    case .minus: "-"
    case .star: "*"
    case .slash: "/"
    case .equal: "=="
    case .less: "<"
    case .greaterOrEqual: ">="
    case .coalesce: "??"
    case .range: ".."
    case .comma: ","
    default: "x"
    }
  }

  private mutating func anyPiece() -> Piece {
    let kind = kinds.randomElement(using: &random) ?? .name
    var piece = piece(kind)
    piece.touches = Int.random(in: 0..<4, using: &random) == 0
    return piece
  }

  // MARK: Mutations

  private mutating func mutation() -> String {
    guard var pieces = statements.randomElement(using: &random), !pieces.isEmpty else { return "" }
    // Most get one change: many changes leave nothing that runs.
    for _ in 0..<[1, 1, 1, 2, 3].randomElement(using: &random)! where !pieces.isEmpty {
      let index = pieces.indices.randomElement(using: &random) ?? 0
      switch Int.random(in: 0..<8, using: &random) {
      case 0:
        let other = pieces.indices.randomElement(using: &random) ?? 0
        let (a, b) = (pieces[index].text, pieces[other].text)
        (pieces[index].text, pieces[other].text) = (b, a)
      case 1: pieces.remove(at: index)
      case 2: pieces.insert(pieces[index], at: index)
      case 3:
        // A stretch of another query, where a step may begin.
        guard let other = statements.randomElement(using: &random),
          let pipe = other.firstIndex(where: { $0.kind == .pipe })
        else { continue }
        pieces += other[pipe...]
      default: pieces[index].text = piece(pieces[index].kind).text
      }
    }
    return Self.joined(pieces)
  }
}
