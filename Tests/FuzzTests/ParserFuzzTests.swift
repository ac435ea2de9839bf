import Ibid
import IbidSource
import IbidSyntax
import TestSupport
import Testing

/// Whatever the bytes are, the parser ends, returns a tree, and says only what stands in the text.
struct ParserFuzzTests {
  @Test func anyTextHasATree() async throws {
    let count = FuzzSetting.count("IBID_FUZZ_TEXTS", otherwise: 3000)
    let watchdog = Watchdog("texts")
    var wrong = 0
    var sound = 0
    var diagnostics = 0
    for number in 0..<count {
      var generator = TextGenerator(seed: FuzzSetting.seed &+ UInt64(number))
      let bytes = generator.next()
      let outcome = await watchdog.watch(bytes) { Self.read(bytes) }
      diagnostics += outcome.diagnostics
      if outcome.diagnostics == 0 { sound += 1 }
      guard let problem = outcome.problem else { continue }
      wrong += 1
      if wrong <= 5 {
        Issue.record(
          "seed \(FuzzSetting.seed &+ UInt64(number)): \(problem)\n\(String(decoding: bytes, as: UTF8.self))")
      }
    }
    print(
      "fuzz texts: seed \(FuzzSetting.seed), \(count) texts, \(sound) without mistakes, \(diagnostics) diagnostics, \(wrong) wrong, \(watchdog.slowest)"
    )
    #expect(wrong == 0 && sound * 20 >= count && diagnostics >= count)
  }

  private static func read(_ bytes: [UInt8]) -> (problem: String?, diagnostics: Int) {
    let source = SourceText(name: "text", bytes: bytes)
    _ = Parser.isComplete(bytes)
    var problem = losesNothing(source) ? nil : "tokens and what stands between them are not the text"
    var found = 0
    for mode in [Parser.Mode.script, .repl] {
      let parsed = Parser.parse(source, mode: mode)
      _ = DiagnosticRenderer(style: .coloured, width: 40).render(parsed.diagnostics, in: source)
      problem = problem ?? self.problem(of: parsed, bytes: bytes.count)
      found = max(found, parsed.diagnostics.count)
      guard mode == .script, parsed.diagnostics.isEmpty, problem == nil else { continue }
      problem = FormatFuzzTests.problem(
        ofFormatting: String(decoding: bytes, as: UTF8.self), as: TreeDump.dump(parsed.script))
    }
    return (problem, found)
  }

  /// Tokens, blanks and comments together are the text.
  private static func losesNothing(_ source: SourceText) -> Bool {
    let list = Lexer.tokens(of: source).list
    var bytes: [UInt8] = []
    for index in list.tokens.indices {
      for piece in list.leadingTrivia(of: index) { bytes += source.bytes[piece.span.range] }
      bytes += source.bytes[list.tokens[index].span.range]
      for piece in list.trailingTrivia(of: index) { bytes += source.bytes[piece.span.range] }
    }
    return bytes == source.bytes
  }

  private static func problem(of parsed: ParsedScript, bytes: Int) -> String? {
    let dump = TreeDump.dump(parsed.script)
    if parsed.diagnostics.isEmpty, dump.contains("<missing>") || dump.contains("(malformed)") {
      return "something is missing, and nothing is said: \(dump)"
    }
    if let span = Spans.all(of: parsed.script).first(where: { $0.upper > bytes }) {
      return "the tree has a part at \(span.range) of \(bytes) bytes: \(dump)"
    }
    for (first, second) in zip(parsed.script.statements, parsed.script.statements.dropFirst())
    where first.span.upper > second.span.lower {
      return "the statement at \(second.span.range) begins before the one at \(first.span.range) ends"
    }
    for diagnostic in parsed.diagnostics {
      let spans = [diagnostic.span] + diagnostic.labels.map(\.span) + diagnostic.suggestions.compactMap(\.edit?.span)
      if let span = spans.first(where: { $0.upper > max(bytes, 1) }) {
        return "\(diagnostic.id) speaks of \(span.range) of \(bytes) bytes"
      }
      if SyntaxDiagnostic.ID(rawValue: diagnostic.id) == nil { return "nobody knows the id \(diagnostic.id)" }
    }
    return nil
  }
}

/// All places that a tree speaks of, whatever its nodes are.
private enum Spans {
  static func all(of tree: Any) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var rest: [Any] = [tree]
    while let value = rest.popLast() {
      if let span = value as? ByteSpan {
        found.append(span)
      } else if !(value is String) {
        rest += Mirror(reflecting: value).children.map(\.value)
      }
    }
    return found
  }
}
