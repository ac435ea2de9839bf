import IbidSource
import IbidSyntax

/// What stands behind a table in pandas or Polars, `.groupby("kind").words.mean()`, and the steps that say the same.
struct TableChain {
  struct Link {
    /// What stands behind the dot; empty for square brackets.
    let name: String
    let span: ByteSpan
    var arguments: [StepCall.Argument]
    let isCall: Bool

    /// The column that `.title` or `["title"]` chooses.
    var column: String? {
      if isCall { return nil }
      if !name.isEmpty { return Printer.name(Name(name, at: span)) }
      guard let key = arguments.first?.text, key.hasPrefix("\"") || key.hasPrefix("'") else { return nil }
      return TableChain.column(key)
    }

    /// Columns are named with their table there.
    mutating func forget(table: String) {
      for index in arguments.indices {
        let text = arguments[index].text
        arguments[index].text = text.split(separator: table + ".", omittingEmptySubsequences: false).joined()
      }
    }
  }

  /// Aggregates as pandas, R and spreadsheets call them, with our names.
  static let aggregates = [
    "sum": "sum", "avg": "avg", "mean": "avg", "average": "avg", "min": "min", "max": "max", "median": "median",
    "count": "count", "nunique": "count_distinct", "n_distinct": "count_distinct", "std": "stddev", "sd": "stddev",
    "var": "variance", "first": "first", "last": "last", "mode": "mode",
  ]

  /// All of it as steps, with `|` between them; nil if some link has no such form.
  private(set) var steps: String?

  /// What there is for the first link that says too little.
  private(set) var hint: String?

  private var parts: [String] = []
  private var keys: String?
  private var column: String?

  init(_ links: [Link]) {
    for link in links where !add(link) { return }
    if keys != nil { return }
    if let column { parts.append("select \(column)") }
    steps = parts.joined(separator: " | ")
  }

  /// `"words"` without its quotes.
  static func column(_ text: String) -> String {
    StepCall("select", [.init(text)]).steps.map { String($0.dropFirst("select ".count)) } ?? text
  }

  private mutating func add(_ link: Link) -> Bool {
    if link.name == "groupby" || link.name == "group_by" {
      keys = StepCall("select", link.arguments).steps.map { String($0.dropFirst("select ".count)) }
      return keys != nil
    }
    if let keys { return addOfGroups(link, keys) }
    if let chosen = link.column, !["shape", "size", "columns", "dtypes"].contains(link.name) {
      column = chosen
      return true
    }
    if link.name.isEmpty { return addKey(link.arguments.first?.text ?? "") }
    return addStep(link)
  }

  /// What stands in the brackets of `documents[…]`: columns, the number of a row, or a condition.
  private mutating func addKey(_ key: String) -> Bool {
    if key.hasPrefix("[") {
      parts += StepCall("select", [.init(key)]).steps.map { [$0] } ?? []
    } else if key.allSatisfy(\.isNumber) {
      parts += key == "0" ? ["take 1"] : ["skip \(key)", "take 1"]
    } else {
      parts.append("where \(key)")
    }
    return true
  }

  private mutating func addStep(_ link: Link) -> Bool {
    var arguments = link.arguments
    if let column {
      // A step of one column: `documents["kind"].value_counts()`.
      let ofColumn = ["value_counts", "unique", "drop_duplicates", "dropna", "explode", "nlargest", "nsmallest"]
      if ofColumn.contains(link.name) {
        arguments.insert(.init(column), at: 0)
        if link.name == "unique" {
          parts += ["select \(column)", "distinct"]
          self.column = nil
          return true
        }
      } else {
        parts.append("select \(column)")
        if link.name == "sort_values" { arguments.insert(.init(column), at: 0) }
      }
      self.column = nil
    }
    let word = ["columns": "describe", "dtypes": "describe"][link.name] ?? link.name
    if let aggregate = Self.aggregates[word], let only = arguments.first, aggregate != "count" {
      parts.append("summarize \(aggregate)(\(Self.column(only.text)))")
      return true
    }
    if word == "sort_values", !arguments.contains(where: { $0.label == nil || $0.label == "by" }),
      let last = parts.last,
      last.hasPrefix("summarize "), let name = last.dropFirst("summarize ".count).split(separator: "(").first
    {
      arguments.insert(.init(String(name)), at: 0)
    }
    let call = StepCall(word, arguments)
    if let step = call.steps { parts.append(step) } else { hint = (parts + [call.hint]).joined(separator: " | ") }
    return hint == nil
  }

  /// What is done with groups: a column of them is chosen, or an aggregate ends them.
  private mutating func addOfGroups(_ link: Link, _ keys: String) -> Bool {
    if let chosen = link.column, link.name != "size" {
      column = chosen
      return true
    }
    self.keys = nil
    let column = column
    self.column = nil
    if ["size", "count"].contains(link.name) {
      parts.append("count by \(keys)")
    } else if let aggregate = Self.aggregates[link.name], let column {
      parts.append("summarize \(aggregate)(\(column)) by \(keys)")
    } else if ["agg", "aggregate", "transform"].contains(link.name), let column, let word = link.arguments.first?.text,
      let aggregate = Self.aggregates[Self.column(word)]
    {
      parts.append(
        link.name == "transform"
          ? "derive \(aggregate) = \(aggregate)(\(column) per \(keys))" : "summarize \(aggregate)(\(column)) by \(keys)"
      )
    } else if ["head", "first"].contains(link.name) {
      let count = link.arguments.first?.text ?? "5"
      parts.append(count == "1" ? "distinct \(keys)" : "where row_number(per \(keys)) <= \(count)")
    } else {
      return false
    }
    return true
  }
}
