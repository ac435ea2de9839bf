import IbidSource
import IbidSyntax
import Testing

/// Nothing that anyone types can crash the parser or hang it.
struct RobustnessTests {
  static let pieces: [String] =
    Words.reserved + Words.statements.map(\.word) + Words.steps.map(\.word) + Words.soft + Words.joinKinds
    + Words.foreign.map(\.word) + [
      "|", "|", "|", ",", ";", ":", "=", "==", "!=", "<", "<=", ">", ">=", "+", "-", "*", "/", "..", ".", "??", "?",
      "(",
      ")", "[", "]", "{", "}", "=>", "%", "&&", "||", "!", "<>", "\n", "\n", "a", "b.c", "f(", "x", "`q r`", "$p",
      "$5m",
      "£3bn", "GBP 4", "24_000", "24,000", "1.5", "36%", "@2024-03", "@2024-3", "\"s\"", "\"", "'t'", "“u”", "/re/i",
      "# note\n", "null", "SELECT", "CASE", "WHEN", "int", "money<", "\\", "\u{0}", "\u{202E}", "é", "漢", "🙂",
    ]

  static func randomText(using generator: inout SeededGenerator) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 1...40, using: &generator) {
      text += pieces.randomElement(using: &generator) ?? ""
      if Int.random(in: 0..<4, using: &generator) > 0 { text += " " }
    }
    return text
  }

  @Test(arguments: 0..<20)
  func randomTokensNeverCrash(_ seed: Int) {
    var generator = SeededGenerator(seed: UInt64(seed))
    for _ in 0..<200 {
      let text = Self.randomText(using: &generator)
      let source = SourceText(name: "query", text)
      let parsed = Parser.parse(source, mode: seed % 2 == 0 ? .script : .repl)
      _ = DiagnosticRenderer(style: .coloured, width: 40).render(parsed.diagnostics, in: source)
      _ = Parser.isComplete(source.bytes)
      check(parsed, source)
      if parsed.diagnostics.isEmpty { checkPrinting(parsed.script, text) }
    }
  }

  @Test func randomBytesNeverCrash() {
    var generator = SeededGenerator(seed: 99)
    for _ in 0..<500 {
      let bytes = (0..<Int.random(in: 0...80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let source = SourceText(name: "query", bytes: bytes)
      let parsed = Parser.parse(source, mode: .script)
      _ = DiagnosticRenderer().render(parsed.diagnostics, in: source)
      check(parsed, source)
    }
  }

  private func check(_ parsed: ParsedScript, _ source: SourceText) {
    for statement in parsed.script.statements { #expect(statement.span.upper <= source.bytes.count) }
    for diagnostic in parsed.diagnostics {
      #expect(diagnostic.span.upper <= max(1, source.bytes.count))
      #expect(SyntaxDiagnostic.ID(rawValue: diagnostic.id) != nil)
    }
  }

  /// Malformed parts are never silent: a text without diagnostics prints and reads as the same tree.
  private func checkPrinting(_ script: Script, _ text: String) {
    let dump = TreeDump.dump(script)
    #expect(!dump.contains("<missing>") && !dump.contains("(malformed)"), "\(text)")
    let again = Parser.parse(SourceText(name: "query", Printer.print(script)), mode: .repl)
    #expect(TreeDump.dump(again.script) == dump, "\(text)")
  }

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
