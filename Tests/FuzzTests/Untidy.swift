import IbidSource
import IbidSyntax
import TestSupport

/// Makes a program look as if nobody had cared: comments between any two tokens, blank lines, brackets that nothing needs.
///
/// The tree stays what it was: a line end is put only where it ends no statement.
struct Untidy {
  private var random: SeededGenerator
  private var comment = 0

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  private mutating func chance(_ of: Int) -> Bool { Int.random(in: 0..<of, using: &random) == 0 }

  mutating func text(of program: String) -> String {
    guard let dump = Self.dump(program) else { return program }
    let bracketed = bracketed(program, dump)
    // Two line ends may do together what neither does alone: `a` `with` `copies`.
    for _ in 0..<5 {
      let spaced = spaced(bracketed)
      if Self.dump(spaced) == dump { return spaced }
    }
    return bracketed
  }

  /// Brackets around stretches of tokens, where the tree stays the same.
  private mutating func bracketed(_ program: String, _ dump: String) -> String {
    var program = program
    for _ in 0..<4 {
      let tokens = Lexer.tokens(of: SourceText(name: "program", program)).list.tokens.dropLast()
      guard let first = tokens.indices.randomElement(using: &random) else { break }
      let last = min(first + Int.random(in: 0...9, using: &random), tokens.count - 1)
      var bytes = Array(program.utf8)
      bytes.insert(contentsOf: ")".utf8, at: tokens[last].span.upper)
      bytes.insert(contentsOf: "(".utf8, at: tokens[first].span.lower)
      let changed = String(decoding: bytes, as: UTF8.self)
      if Self.dump(changed) == dump { program = changed }
    }
    return program
  }

  /// Nil where something is wrong.
  private static func dump(_ text: String) -> String? {
    let parsed = Parser.parse(SourceText(name: "program", text), mode: .script)
    return parsed.diagnostics.isEmpty ? TreeDump.dump(parsed.script) : nil
  }

  private mutating func spaced(_ program: String) -> String {
    let list = Lexer.tokens(of: SourceText(name: "program", program)).list
    var text = ""
    for (index, token) in list.tokens.enumerated() {
      let gap = index == 0 || chance(4) ? self.gap(before: index, of: list) : nil
      if token.startsStatement, index > 0, token.kind != .end {
        text += gap.map { $0.contains("\n") ? $0 : $0 + "\n" } ?? "\n"
      } else if let gap {
        text += gap
      } else {
        text += token.touchesPrevious || index == 0 ? "" : " "
      }
      if token.kind != .end { text += list.text(index) }
    }
    return text
  }

  /// Blanks, comments and line ends before a token; nil where no line may end.
  private mutating func gap(before index: Int, of list: TokenList) -> String? {
    let token = list.tokens[index]
    let isFree = index == 0 || token.startsStatement || token.kind == .end
    guard isFree || Self.mayBreak(list, before: index) else { return nil }
    var gap = index == 0 || chance(3) ? "\n" : " "
    for _ in 0..<Int.random(in: 0...2, using: &random) {
      comment += 1
      gap += String(repeating: " ", count: Int.random(in: 0...4, using: &random)) + "# comment \(comment)\n"
      if chance(4) { gap += "  \n\r\n" }
    }
    return gap + (gap.hasSuffix("\n") ? " " : "")
  }

  /// A line end before this token ends no statement, and parts no amount from its unit or code.
  private static func mayBreak(_ list: TokenList, before index: Int) -> Bool {
    let (previous, next) = (list.tokens[index - 1].kind, list.tokens[index])
    if next.touchesPrevious, next.kind != .comma { return false }
    if previous == .number || Scale(rawValue: list.text(index - 1)) != nil || previous == .money || next.kind == .number
    {
      return false
    }
    var bytes = list.source.bytes
    bytes.insert(UInt8(ascii: "\n"), at: next.span.lower)
    let broken = Lexer.tokens(of: SourceText(name: "program", bytes: bytes)).list.tokens
    return broken.count == list.tokens.count
      && zip(broken, list.tokens).allSatisfy { $0.startsStatement == $1.startsStatement }
  }
}
