import Ibid
import TestSupport
import Testing

/// `docs/diagnostics.md`: every diagnostic with what it means, an example, its message, and the example mended.
///
/// All of it is made from the catalogue in the code and from what the examples print.
enum DiagnosticsPage {
  static let file = "docs/diagnostics.md"

  static func text() async throws -> String {
    var text = """
      # Diagnostics

      Every message has a name, in brackets behind `error`. This page explains them one by one: what the message means, a
      query that brings it about, what is printed, and the query mended. At the prompt `help unknown-column` shows the same,
      on the command line `ibid help unknown-column`.

      A message says what is wrong and where, often why (`why:`), and what to write instead (`try:`). Several mistakes of one
      script are reported together, once each, and nothing of a script runs before all of it was checked.
      `ibid check SCRIPT` only checks. With `--diagnostics json` messages are data; [for programs](#for-programs) has the
      form.

      This page is made from the code: `UPDATE_DOCS=1 swift test --filter DocsTests`.


      """
    for group in DiagnosticCatalogue.groups {
      let links = group.entries.map { "[`\($0.id)`](#\($0.id))" }
      text += "- **\(group.title)**: " + links.joined(separator: " · ") + "\n"
    }
    for group in DiagnosticCatalogue.groups {
      text += "\n## \(group.title)\n"
      for entry in group.entries { text += try await section(of: entry) }
    }
    return text + (try await forPrograms())
  }

  /// The form of `--diagnostics json`, on an example.
  private static func forPrograms() async throws -> String {
    let query = "money | where amout > £1m"
    let error = try #require(await Corpus.session().prepare(script: query, name: "sums.ibid").error)
    return """

      ## For programs

      `ibid check`, `ibid run` and `ibid -c` print messages as JSON with `--diagnostics json`: one object a line on standard
      error, among lines for people that do not start with `{"id":`. `--quiet` leaves most of those out. In Swift,
      `QueryError.messages` has the same, and `json()` writes it.

      ```ibid
      \(query)
      ```

      ```json
      \(error.json())```

      | member | what it holds |
      |---|---|
      | `id` | the name of the diagnostic, as on this page |
      | `severity` | `error`, `warning` or `note` |
      | `message`, `reason` | what is wrong, and why; `reason` may be null |
      | `file` | the script, or a word such as `query`; missing, with all places, where the message is about no text |
      | `start`, `end` | the place, as a half-open range of UTF-8 bytes, from 0 |
      | `line`, `column`, `endLine`, `endColumn` | the same in lines and characters, from 1 |
      | `labels` | places with a few words each |
      | `suggestions` | ways out, best first: `text` for people, `edit` with the bytes to replace, or null |

      """
  }

  private static func section(of entry: DiagnosticEntry) async throws -> String {
    let title = entry.title.prefix(1).uppercased() + entry.title.dropFirst()
    var text = "\n### `\(entry.id)`\n\n\(title). \(entry.explanation.split(separator: "\n").joined(separator: " "))\n\n"
    text += fenced(entry.bad)
    if let golden = entry.bad.golden(named: "query") {
      text += "```text\n" + shortened(message(in: try await golden.run())) + "\n```\n\n"
    }
    text += "Mended:\n\n" + fenced(entry.mended)
    return text.hasSuffix("\n\n") ? String(text.dropLast()) : text
  }

  private static func fenced(_ example: DiagnosticEntry.Example) -> String {
    let language =
      switch example.stage {
      case .shown: "sh"
      case .swift: "swift"
      default: "ibid"
      }
    let lead =
      switch example.stage {
      case .script, .swift, .shown: ""
      case .given(let values): "With `\(example.options(values))`:\n\n"
      case .prompt: "At the prompt, one after the other:\n\n"
      case .nothingLoaded: "With nothing loaded:\n\n"
      case .library: "As the text of `Session.prepare`:\n\n"
      }
    return lead + "```\(language)\n\(shortened(example.text))\n```\n\n"
  }

  /// The messages in what a golden printed, without the results around them.
  private static func message(in output: String) -> String {
    var lines: [Substring] = []
    var isInside = false
    for line in output.split(separator: "\n", omittingEmptySubsequences: false) {
      if line.hasPrefix("error[") || line.hasPrefix("warning[") { isInside = true }
      if isInside { lines.append(line) }
      if line.isEmpty { isInside = false }
    }
    while lines.last?.isEmpty == true { lines.removeLast() }
    return lines.joined(separator: "\n")
  }

  /// Examples that are long by their nature are cut for the eye.
  private static func shortened(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).map {
      $0.count > 160 ? $0.prefix(100) + " …" : String($0)
    }.joined(separator: "\n")
  }
}
