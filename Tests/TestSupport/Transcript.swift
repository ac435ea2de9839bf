public import Ibid

/// What a user sees of a session: each statement, then what it gave, as the command prints it.
public struct Transcript: Sendable {
  public let session: Session
  public private(set) var text = ""

  public init(session: Session) { self.session = session }

  /// Runs a script; statements without errors run even where others have some.
  public mutating func run(_ script: String, name: String, interactive: Bool = false) async {
    let prepared = await session.prepare(script: script, name: name, interactive: interactive)
    for load in prepared.loads {
      text += load.line + "\n"
      for warning in load.warnings { text += "warning: \(warning)\n" }
    }
    if let error = prepared.error { text += error.rendered() + "\n" }
    for statement in prepared.statements where statement.isValid {
      let words = statement.text.split(separator: "\n", omittingEmptySubsequences: false)
      text += words.map { "> " + $0 + "\n" }.joined()
      do {
        let output = Self.rendered(try await session.run(statement, of: prepared))
        text += output.isEmpty ? "" : output + "\n"
      } catch {
        text += error.rendered() + "\n"
      }
    }
  }

  /// A text with the times of `explain analyze` all the same, so that it can be compared.
  public static func masked(_ text: String) -> String { text.replacing(#/\d+\.\d\d ms/#, with: "0.01 ms") }

  /// What the command prints of an outcome, on either stream.
  private static func rendered(_ outcome: Outcome) -> String {
    switch outcome {
    case .result(let result): result.text(.box)
    case .text(let text): masked(TerminalText.escaped(text))
    case .explanation(let explanation): explanation.rendered()
    case .done(let words): words.isEmpty ? "" : words + "\n"
    case .nothing, .settings: ""
    }
  }
}
