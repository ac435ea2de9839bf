import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of messages about `search`, `conflicts` and what both add to a table.

extension Diagnostic {
  /// A step adds a column whose name is taken.
  static func columnInTheWay(_ name: String, of step: String, at keyword: ByteSpan) -> Diagnostic {
    let renaming = "rename old_\(name) = \(name)"
    return Diagnostic(
      "repeated-name", "two columns of this result are called `\(name)`", at: keyword,
      label: "adds a column `\(name)`", why: "there is a column `\(name)` already, and a name is one column",
      try: [
        Suggestion(renaming + " | \(step) …", edit: Edit(ByteSpan(keyword.lower, keyword.lower), renaming + " | "))
      ])
  }

  static func noSearchWords(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "no-search-words", "there is no word to search for", at: span, label: "no letter or digit",
      why: "`search` looks for words; case, accents and punctuation do not matter",
      try: [Suggestion("search \"cash courier\""), Suggestion("where COLUMN contains \"…\", for other characters")])
  }

  static func notSearchable(_ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "not-text", "`search` looks into text", at: value.span, label: "this is \(article(value.type.required))",
      try: [Suggestion("derive words = text(…) | search \"…\" in words, to look into text made of it")])
  }

  static func nothingToSearch(at span: ByteSpan, columns: [String]) -> Diagnostic {
    Diagnostic(
      "nothing-to-search", "no column here is text", at: span, label: "looks into text columns",
      why: "there are \(listed(columns))",
      try: [Suggestion("derive title = document.title | search \"…\"")])
  }
}
