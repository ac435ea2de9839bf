import IbidPlan

/// `docs/functions.md`: every function with its signatures, what it gives, and examples with what they print.
///
/// All of it is made from the catalog; `FunctionExampleTests` runs the examples.
enum FunctionsPage {
  static let file = "docs/functions.md"

  static func text() -> String {
    var text = """
      # Functions

      Every function, by what it works on. `help similarity` shows one of them at the prompt, `help functions` all of them.

      Behind the arrow of a signature stands the type of the result; a question mark says that it may be missing although
      every argument is there. Where an argument is missing the result is missing, but for `same`, `possibly`, `certainly`
      and the functions of many rows. `places?` may be left out, `more…` may be given any number of times.

      A function of one row's values may also be written behind its first argument: `title.lower()`. An aggregate stands in
      `summarize`, behind a table or pipeline (`money.count()`), behind a list, or as a [window](reference/groups.md#windows).

      Examples that read a table read the example documents. This page is made from the code:
      `UPDATE_DOCS=1 swift test --filter DocsTests`.


      """
    for group in FunctionGroup.allCases {
      text +=
        "- **\(group.rawValue)**: "
        + names(in: group).map { "[`\($0)`](#\(anchor($0, group)))" }.joined(separator: " · ") + "\n"
    }
    for group in FunctionGroup.allCases {
      text += "\n## \(group.rawValue)\n\n\(group.introduction)\n"
      for name in names(in: group) { text += section(name, group) }
    }
    return text
  }

  /// Each once, in the order of the catalog.
  static func names(in group: FunctionGroup) -> [String] {
    var seen: Set<String> = []
    return FunctionCatalog.entries.filter { $0.group == group }.map(\.name).filter { seen.insert($0).inserted }
  }

  /// Pages number headings of one name in their order.
  private static func anchor(_ name: String, _ group: FunctionGroup) -> String {
    let earlier = FunctionGroup.allCases.prefix { $0 != group }.count { names(in: $0).contains(name) }
    return earlier == 0 ? name : "\(name)-\(earlier)"
  }

  private static func section(_ name: String, _ group: FunctionGroup) -> String {
    let entries = FunctionCatalog.entries.filter { $0.group == group && $0.name == name }
    var text = "\n### `\(name)`\n"
    for entry in entries {
      text += "\n```\n\(entry.signature)\n```\n\n\(entry.summary)\n\n| example | prints |\n|---|---|\n"
      for example in entry.examples { text += "| \(code(example.query)) | \(code(example.result)) |\n" }
    }
    return text
  }

  /// A pipe would end the cell.
  private static func code(_ text: String) -> String { "`" + text.replacing("|", with: "\\|") + "`" }
}
