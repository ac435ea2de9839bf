import IbidSource
import IbidSyntax
import Testing

/// Nothing that anyone types can crash the parser or hang it: the hard cases. `FuzzTests` has the random ones.
struct RobustnessTests {
  /// One mistake each, and deep ones too.
  static let deep: [String] = [
    String(repeating: "(", count: 10_000),
    String(repeating: "(", count: 10_000) + "1" + String(repeating: ")", count: 10_000),
    String(repeating: "[", count: 10_000),
    String(repeating: "f(", count: 10_000),
    String(repeating: "(a | where ", count: 10_000),
    String(repeating: "not ", count: 10_000) + "a",
    String(repeating: "- ", count: 10_000) + "a",
    String(repeating: "a ?? ", count: 10_000) + "a",
    String(repeating: "if a then b else ", count: 10_000) + "c",
    String(repeating: "if a then ", count: 10_000),
    "1" + String(repeating: " + 1", count: 100_000),
    "a" + String(repeating: " or a", count: 100_000),
    "a" + String(repeating: ".b", count: 100_000),
    "a" + String(repeating: "[0]", count: 100_000),
    "param x: " + String(repeating: "list<", count: 10_000),
  ]

  @Test(arguments: deep)
  func deepTextsAreRefusedOnce(_ text: String) {
    #expect(diagnostics(text).map(\.id) == ["too-deep"])
    #expect(diagnostics(text + "\n\nlet x =").map(\.id).first == "too-deep")
  }

  @Test func ordinaryDepthIsFine() {
    let chain = (0..<200).map { "a == \($0)" }.joined(separator: " or ")
    #expect(diagnostics("t | where \(chain)").isEmpty)
    #expect(diagnostics(String(repeating: "(", count: 50) + "1" + String(repeating: ")", count: 50)).isEmpty)
    let branches = (0..<200).map { "if a == \($0) then \($0) else " }.joined()
    #expect(diagnostics(branches + "0").isEmpty)
  }

  /// Texts of twice the length take about twice as long. Measured generously: a quadratic parser would need minutes.
  @Test(arguments: [
    "(", ")", "\"", "\"\\\"\n", "'", "a b\n", "| ", "a | where x > 3 and\n", ">\n", "1,", "/", "`", "@", "£", "\u{0}",
    "\u{FF}", "SELECT a\n", "[}", "a = ", "x between ",
  ])
  func timeIsLinear(_ piece: String) {
    let clock = ContinuousClock()
    func time(_ count: Int) -> Duration {
      let source = SourceText(name: "query", "param a " + String(repeating: piece, count: count))
      return clock.measure {
        _ = DiagnosticRenderer().render(Parser.parse(source, mode: .script).diagnostics, in: source)
      }
    }
    _ = time(100)
    #expect(time(100_000) < .seconds(20))
  }
}
