import IbidSource
import IbidSyntax

/// The tree of a text as one line, `(script …)` left out where there is one statement.
func tree(_ text: String, mode: Parser.Mode = .script) -> String {
  let dump = TreeDump.dump(Parser.parse(SourceText(name: "query", text), mode: mode).script)
  return String(dump.dropFirst("(script ".count).dropLast())
}

func diagnostics(_ text: String, mode: Parser.Mode = .script) -> [Diagnostic] {
  Parser.parse(SourceText(name: "query", text), mode: mode).diagnostics
}

/// All diagnostics of a text, as a user sees them.
func rendered(_ text: String, mode: Parser.Mode = .script) -> String {
  DiagnosticRenderer().render(diagnostics(text, mode: mode), in: SourceText(name: "query", text))
}

/// A small generator of pseudo-random numbers (SplitMix64), the same on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }
}
