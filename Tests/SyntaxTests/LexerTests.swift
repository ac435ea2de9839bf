import IbidSource
import IbidSyntax
import Testing

struct LexerTests {
  private func kinds(_ text: String) -> [Token.Kind] {
    Lexer.tokens(of: SourceText(name: "query", text)).list.tokens.map(\.kind).dropLast()
  }

  static let cases: [(String, [Token.Kind])] = [
    ("a.b(1)", [.name, .dot, .name, .leftParenthesis, .number, .rightParenthesis]),
    ("1..3", [.number, .range, .number]),
    ("1.5..2", [.number, .range, .number]),
    (
      "a<=b>=c!=d==e=f??g?",
      [
        .name, .lessOrEqual, .name, .greaterOrEqual, .name, .notEqual, .name, .equal, .name, .assign, .name, .coalesce,
        .name, .question,
      ]
    ),
    ("$x $5m $5", [.parameter, .money, .money]),
    ("a / b / c", [.name, .slash, .name, .slash, .name]),
    ("f(/a b/i, /c/)", [.name, .leftParenthesis, .regex, .comma, .regex, .rightParenthesis]),
    ("x matches /a[/]b/", [.name, .matches, .regex]),
    ("36% 3 %", [.percentage, .number, .percentSign]),
    ("@2024-03-05-3", [.date]),
    ("@2024-03-05 - 3", [.date, .minus, .number]),
    ("@2024-01..@2024", [.date, .range, .date]),
    ("and or not_a nota", [.and, .or, .name, .name]),
    ("`a b`", [.quotedName]),
    ("a \u{A0}\u{202F}b", [.name, .name]),
    ("\u{FEFF}a", [.name]),
  ]

  @Test(arguments: cases)
  func cuts(_ text: String, expected: [Token.Kind]) { #expect(kinds(text) == expected) }

  @Test func keepsTrivia() {
    let text = "# top\n\na  # end\n  # own line\r\n| b"
    let list = Lexer.tokens(of: SourceText(name: "query", text)).list
    func shown(_ pieces: [TokenList.Trivia]) -> [String] { pieces.map { "\($0.kind):" + list.source.string($0.span) } }
    #expect(shown(list.leadingTrivia(of: 0)) == ["comment:# top", "newline:\n", "newline:\n"])
    #expect(shown(list.trailingTrivia(of: 0)) == ["blank:  ", "comment:# end"])
    #expect(shown(list.leadingTrivia(of: 1)) == ["newline:\n", "blank:  ", "comment:# own line", "newline:\r\n"])
  }
}
