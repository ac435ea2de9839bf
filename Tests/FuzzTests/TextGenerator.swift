import IbidSource
import IbidSyntax
import TestSupport

/// Random texts: bytes, streams of what means something to the lexer, programs that were damaged.
struct TextGenerator {
  private var random: SeededGenerator
  private let seed: UInt64

  init(seed: UInt64) {
    self.seed = seed
    random = SeededGenerator(seed: seed)
  }

  mutating func next() -> [UInt8] {
    switch Int.random(in: 0..<8, using: &random) {
    case 0: (0..<Int.random(in: 0...80, using: &random)).map { _ in UInt8.random(in: 0...255, using: &random) }
    case 1, 2, 3: stream()
    default: damaged()
    }
  }

  /// Every word and sign of the language, those of others, and what is nothing anywhere.
  private static let pieces: [String] =
    Words.reserved + Words.statements.map(\.word) + Words.steps.map(\.word) + Words.soft + Words.joinKinds
    + Words.foreign.map(\.word) + Words.foreignStatements.map(\.word) + [
      "|", "|", "|", ",", ";", ":", "=", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "..", ".", "??", "?",
      "(", ")", "[", "]", "{", "}", "=>", "%", "&&", "||", "!", "<>", "\n", "\n", "a", "b.c", "f(", "x", "`q r`", "$p",
      "$5m", "£3bn", "GBP 4", "24_000", "24,000", "1.5", "36%", "@2024-03", "@2024-3", "\"s\"", "\"", "'t'", "“u”",
      "/re/i", "# note\n", "null", "SELECT", "CASE", "WHEN", "int", "money<", "\\", "\u{0}", "\u{202E}", "é", "漢", "🙂",
      "-- note\n", "// note\n", "…", "≤", "1e9", "2024-03-05", "`", "@", "£", "\r\n", "\t", "\u{A0}",
    ]

  private mutating func stream() -> [UInt8] {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &random) {
      text += Self.pieces.randomElement(using: &random) ?? ""
      if Int.random(in: 0..<4, using: &random) > 0 { text += " " }
    }
    return Array(text.utf8)
  }

  /// A program with none, one or some of its tokens gone, doubled, exchanged or replaced.
  private mutating func damaged() -> [UInt8] {
    var generator = ProgramGenerator(seed: seed)
    let list = Lexer.tokens(of: SourceText(name: "program", Printer.print(generator.program()))).list
    // With the blanks before it.
    var pieces = list.tokens.indices.map { index in
      let lower = index == 0 ? 0 : list.tokens[index - 1].span.upper
      return list.source.string(ByteSpan(lower, list.tokens[index].span.upper))
    }
    for _ in 0..<([0, 1, 1, 2, 5].randomElement(using: &random) ?? 1) where pieces.count > 1 {
      let (one, other) = (
        Int.random(in: 0..<pieces.count, using: &random), Int.random(in: 0..<pieces.count, using: &random)
      )
      switch Int.random(in: 0..<6, using: &random) {
      case 0: pieces.remove(at: one)
      case 1: pieces.insert(pieces[one], at: other)
      case 2: pieces.swapAt(one, other)
      case 3: pieces.removeSubrange(one...)
      case 4: pieces.insert("\n", at: one)
      default: pieces[one] = " " + (Self.pieces.randomElement(using: &random) ?? "")
      }
    }
    return Array(pieces.joined().utf8)
  }
}
