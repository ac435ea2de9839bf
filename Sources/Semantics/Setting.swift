/// What `set` changes.
package enum Setting: String, Sendable, CaseIterable {
  /// How far a hedged value may be from its point, `set hedge = 5%`; `none` for not at all, as it is to begin with.
  case hedge
  /// Rows of a result that are shown, `none` for all.
  case rows
  /// How results are printed: `"box"`, `"csv"` …
  case format
  /// Whether csv and tsv are written without anything that a spreadsheet takes for a formula.
  case safeCSV = "safe_csv"

  /// What its value has to be, for people.
  package var values: String {
    switch self {
    case .hedge: "a share such as 5%, or none"
    case .rows: "a whole number such as 40, or none for all"
    case .format: "one of \"box\", \"plain\", \"csv\", \"tsv\", \"json\", \"jsonl\", \"md\", \"html\""
    case .safeCSV: "true or false"
    }
  }

  var example: String {
    switch self {
    case .hedge: "5%"
    case .rows: "40"
    case .format: "\"csv\""
    case .safeCSV: "true"
    }
  }

  package static let formats = ["box", "plain", "csv", "tsv", "json", "jsonl", "md", "html"]
}
