import IbidPlan

/// `docs/functions.md`: every function with its signature, what it gives, and examples that a test of its own runs.
enum FunctionsPage {
  static let file = "docs/functions.md"

  static func text() -> String {
    var text = """
      # Functions

      A function of one row's values may also be written behind its first argument: `text.lower()`. An aggregate stands in
      `summarize`, behind a table or pipeline (`money.count()`), behind a list, or as a [window](reference/groups.md#windows).
      `help NAME` shows the same at the prompt. This page is made from the code: `UPDATE_DOCS=1 swift test --filter DocsTests`.

      """
    for group in FunctionGroup.allCases {
      text += "\n## \(group.rawValue)\n\n| function | what it gives | examples |\n|---|---|---|\n"
      for entry in FunctionCatalog.entries where entry.group == group {
        let examples = entry.examples.map { "`\($0.query)` → `\($0.result)`" }.joined(separator: "<br>")
        text += "| `\(entry.signature)` | \(entry.summary) | \(examples.replacing("|", with: "\\|")) |\n"
      }
    }
    return text
  }
}
