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

extension Diagnostic {
  static func cannotConflict(_ value: PlanExpression, _ words: String) -> Diagnostic {
    let ways: [Suggestion] =
      switch value.type.base {
      case .reference: [Suggestion("conflicts of \(words).name by …, or another column behind the dot")]
      case .list: [Suggestion("unnest \(words) | conflicts of …, which compares element with element")]
      default: [Suggestion("conflicts of COLUMN by …")]
      }
    return Diagnostic(
      "cannot-conflict", "\(article(value.type.required)) cannot contradict another", at: value.span,
      label: "this is \(article(value.type.required))",
      why: "two rows conflict where their numbers, amounts, dates, words or texts cannot both hold", try: ways)
  }

  static func cannotBeKey(_ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "cannot-be-key", "\(article(value.type.required)) is no key to pair rows by", at: value.span,
      label: "this is \(article(value.type.required))", why: "rows are compared whose keys are certainly equal",
      try: [Suggestion("by a column or path that holds one value")])
  }

  /// The right side of an earlier step has the name that `conflicts` gives its own.
  static func otherInTheWay(at keyword: ByteSpan) -> Diagnostic {
    Diagnostic(
      "name-taken", "`other` already means the right side of an earlier step", at: keyword,
      label: "calls its right side `other`",
      why: "the columns of the second row are called `other.…`",
      try: [Suggestion("select the columns that matter first"), Suggestion("another name behind `join`")])
  }
}
