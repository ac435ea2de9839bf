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
