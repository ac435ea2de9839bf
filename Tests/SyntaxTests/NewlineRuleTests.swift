import IbidSource
import IbidSyntax
import Testing

/// Where statements end, and when the prompt waits for more.
struct NewlineRuleTests {
  /// Texts, and the number of their statements.
  static let texts: [(String, Int)] = [
    ("a\nb", 2),
    ("a; b;; c", 3),
    ("a\n| take 3\n\n# words\n| cite\nb", 2),
    ("a +\nb", 1),
    ("a\n+ b", 1),
    ("a\n- b", 2),
    ("f(\n1,\n2\n)\nb", 2),
    ("a |\nwhere\nx > 3\nand y\nor not z", 1),
    ("a\nnot in b", 1),
    ("a\nnot b", 2),
    ("let x =\n  a\n  | take 3\nx", 2),
    ("a | sort\nb", 1),
    ("a | distinct\nb", 2),
    ("a | join r = rates\n  on a == b", 1),
    ("load \"x\"\n  with issuer: \"y\"", 1),
    ("load \"x\" with\nissuer: \"y\"", 1),
    ("a | select on\nb", 2),
    ("if a\nthen b\nelse c\nd", 2),
    ("help where\na", 2),
    ("help\na", 2),
    ("param x: money<GBP>\na", 2),
    ("param x: list<int>?\na", 2),
    ("a\n[1]", 2),
    ("a\n(b)", 2),
    ("a\n.b", 1),
    ("3\npeople", 2),
    ("GBP\n3", 2),
    ("f(a,\nlet x = 3", 2),
    ("a\r\n| take 3\r\nb\r\n", 2),
    ("", 0),
    ("# nothing", 0),
    (";;", 0),
  ]

  @Test(arguments: texts)
  func endsStatements(_ text: String, count: Int) {
    let parsed = Parser.parse(SourceText(name: "query", text), mode: .script)
    #expect(parsed.script.statements.count == count)
  }

  static let complete = [
    "", "a", "a | take 3", "a;", "f(1)", "a | distinct", "\"x\"", "help where", "help", "a)", "param x: list<int>",
    "# (", "'x", "a | nonsense", "\"a\nb\"", "36%", "a | select x desc",
  ]
  static let open = [
    "(", "f(1,", "[1", "{a: 1", "a |", "a | where", "a | take", "let", "let x =", "a +", "a and", "a,", "\"x",
    "a | left",
    "a | left join", "if a then", "a is", "a not", "load \"x\" with", "a == \"b\nc", "(\"x", "a | sort", "param x:",
  ]

  @Test(arguments: complete)
  func isComplete(_ text: String) { #expect(Parser.isComplete(Array(text.utf8))) }

  @Test(arguments: open)
  func isOpen(_ text: String) { #expect(!Parser.isComplete(Array(text.utf8))) }
}
