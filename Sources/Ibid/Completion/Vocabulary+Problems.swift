import IbidSemantics
import IbidSource
import IbidSyntax

/// A mistake in a text that is being written.
public struct Problem: Sendable, Hashable {
  /// UTF-8 bytes of the text, from 0; empty where something is missing.
  public let range: Range<Int>
  /// One sentence, no full stop.
  public let message: String
  /// What to write or do instead, if that is known.
  public let suggestion: String?
}

extension Vocabulary {
  /// What is wrong with a text, in its order, without running or loading anything.
  ///
  /// In a text that is not whole, what the parser misses at its end is not reported.
  public func problems(in text: String) -> [Problem] {
    let source = SourceText(name: "input", text)
    let parsed = Parser.parse(source, mode: .repl)
    var checker = checker(for: source, parsed)
    _ = checker.check(parsed.script)
    let isWhole = Parser.isComplete(source.bytes)
    let found = checker.joined(with: isWhole ? parsed.diagnostics : [])
    // What only the files tell is left to the run.
    let files: Set<String> = ["missing-file", "unknown-script"]
    return found.filter { $0.severity == .error && !files.contains($0.id) }.sorted { $0.span < $1.span }.map {
      Problem(range: $0.span.range, message: $0.message, suggestion: $0.suggestions.first?.text)
    }
  }
}
