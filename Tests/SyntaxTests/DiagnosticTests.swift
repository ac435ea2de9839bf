import IbidSource
import IbidSyntax
import Testing

enum SyntaxDiagnosticIDs { static let all = Set(SyntaxDiagnostic.ID.allCases.map(\.rawValue)) }

struct DiagnosticTests {
  struct Case: Sendable, CustomTestStringConvertible {
    var id: String
    var text: String
    var expected: String
    init(_ id: String, _ text: String, _ expected: String) {
      self.id = id
      self.text = text
      self.expected = expected
    }
    var testDescription: String { id }
  }

  @Test(arguments: cases)
  func isExplained(_ example: Case) {
    #expect(rendered(example.text) == example.expected + "\n")
    #expect(diagnostics(example.text).contains { $0.id == example.id })
  }

  @Test func everyIDHasACase() {
    let apart: Set<String> = ["invalid-utf8", "too-deep", "text-too-long"]
    #expect(SyntaxDiagnosticIDs.all.subtracting(Self.cases.map(\.id)) == apart)
  }

  @Test func bytesThatAreNoText() {
    let source = SourceText(
      name: "query", bytes: Array("a == \"".utf8) + [0xFF, 0xFE] + Array("\" ".utf8) + [0xC0, 0x80])
    let found = Parser.parse(source, mode: .script).diagnostics
    #expect(found.map(\.id) == ["invalid-utf8", "invalid-utf8"])
  }

  /// Where a diagnostic offers an edit, doing it leaves a text that this diagnostic no longer complains about.
  @Test(arguments: cases)
  func editsHelp(_ example: Case) {
    guard let found = diagnostics(example.text).first(where: { $0.id == example.id }) else { return }
    for suggestion in found.suggestions {
      guard let edit = suggestion.edit else { continue }
      var bytes = Array(example.text.utf8)
      bytes.replaceSubrange(edit.span.range, with: Array(edit.replacement.utf8))
      let before = diagnostics(example.text).filter { $0.id == example.id }.count
      let after = diagnostics(String(decoding: bytes, as: UTF8.self)).filter { $0.id == example.id }.count
      #expect(after < before, "\(suggestion.text): \(String(decoding: bytes, as: UTF8.self))")
    }
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
    #expect(tree(text).hasSuffix("(let a 1) (let b <missing>) (let c 3)"))
  }
}
