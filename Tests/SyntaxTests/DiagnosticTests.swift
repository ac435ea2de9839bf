import IbidSource
import IbidSyntax
import Testing

/// What the parser reports; its messages themselves are shown by `Tests/Golden/errors`.
struct DiagnosticTests {
  @Test func bytesThatAreNoText() {
    let source = SourceText(
      name: "query", bytes: Array("a == \"".utf8) + [0xFF, 0xFE] + Array("\" ".utf8) + [0xC0, 0x80])
    let found = Parser.parse(source, mode: .script).diagnostics
    #expect(found.map(\.id) == ["invalid-utf8", "invalid-utf8"])
  }

  static let single: [String] = [
    "money | where (a b c d | take 3 | sort x", "let = = = =", "money | where a b c | take x | nonsense y",
    "f(a b, c d)", "((((", "fn f(a b) = 1", "load load load", "money | top top top", "if if if", "[1 2 3",
    "param x y z", "why why", "money | join a b c", "money | pivot a b c",
  ]

  /// A broken part is complained about once.
  @Test(arguments: single)
  func doesNotCascade(_ text: String) {
    let steps = text.split(separator: "|").count
    #expect(diagnostics(text).count <= steps, "\(rendered(text))")
    #expect(diagnostics(text + "\n\nlet a = 1\n").count <= steps)
  }

  @Test func goesOnAfterBrokenStatements() {
    let text = "money | where (\nlet a = 1\nlet b 2\nlet c = 3\n"
    #expect(diagnostics(text).count == 2)
    #expect(tree(text).hasSuffix("(let a 1) (let b 2) (let c 3)"))
  }
}
