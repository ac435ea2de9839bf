/// A step of pandas, Polars or R written as a call, `slice_max(words, n = 3)`, and the steps of ours that say the same.
///
/// Its arguments are texts, so that the parser, which has tokens, and the checker, which has a tree, can both ask. A
/// text in quotes that stands for a column loses them. What is offered is read and checked like anything else written.
package struct StepCall: Sendable {
  package struct Argument: Sendable {
    /// `n` of `n = 3`
    package var label: String?
    package var text: String

    package init(label: String? = nil, _ text: String) {
      self.label = label
      self.text = text
    }
  }

  package let word: String
  package let arguments: [Argument]

  package init(_ word: String, _ arguments: [Argument]) {
    self.word = word
    self.arguments = arguments
  }

  /// Steps that are always written as calls where they come from.
  static let words: Set<String> = [
    "pull", "slice_head", "slice_max", "slice_min", "slice_sample", "sample_n", "top_n", "nlargest", "nsmallest",
    "left_join", "inner_join", "full_join", "semi_join", "anti_join", "right_join", "merge", "transmute", "glimpse",
    "nrow", "drop_na", "dropna", "replace_na", "pivot_longer", "pivot_wider", "melt", "value_counts", "unnest_longer",
    "drop_duplicates", "sort_values", "relocate", "complete", "separate", "ggplot", "head", "unnest", "explode",
  ]

  /// Labels that the step of this word has elsewhere, and never here: `ascending = FALSE`, `.keep_all = TRUE`.
  private static let labels: [String: Set<String>] = [
    "count": ["sort"], "distinct": [".keep_all"], "take": ["n"], "limit": ["n"], "sample": ["n", "random_state"],
    "drop": ["columns", "axis"], "rename": ["columns"], "sort": ["ascending", "descending", "by"],
    "arrange": [".by_group"], "order_by": ["ascending", "descending", "by"],
  ]

  var hasForeignLabel: Bool {
    let labels = Self.labels[word] ?? []
    return arguments.contains { $0.label.map(labels.contains) ?? false }
  }

  /// The steps, `top 3 by words`; nil if the call does not say enough, or says something that has no such form.
  package var steps: String? {
    switch word {
    case "head", "slice_head", "limit", "first", "take": "take \(count ?? (word == "slice_head" ? "1" : "5"))"
    case "sample", "slice_sample", "sample_n": "sample \(count ?? "1")"
    case "slice_max", "top_n", "nlargest": columns.first.map { "top \(count ?? "1") by \($0)" }
    case "slice_min", "nsmallest": columns.first.map { "top \(count ?? "1") by \($0) asc" }
    case "glimpse", "str", "info", "summary", "describe", "dtypes": "describe"
    case "nrow", "tally", "size", "shape": "count"
    case "pull", "select", "get": some("select", columns)
    case "transmute": some("select", items)
    case "assign", "with_columns", "mutate", "derive": some("derive", items)
    case "filter", "where", "query": condition
    case "drop": some("drop", labelled("columns").map(Self.columns) ?? columns)
    case "unnest", "explode", "unnest_longer": some("unnest", columns)
    case "distinct", "drop_duplicates", "unique": distinct
    case "drop_na", "dropna", "drop_nulls": known
    case "count", "value_counts": counts
    case "sort", "sort_values", "arrange", "order_by": sorted
    case "rename": renaming
    case "replace_na", "fillna": replacements
    case "pivot_longer", "melt": unpivot
    case "pivot_wider", "pivot_table": pivot
    case "to_csv", "write_csv": plain.first.map { "save \($0)" }
    case "left_join", "inner_join", "full_join", "semi_join", "anti_join", "merge", "join": join
    default: nil
    }
  }

  /// What there is where the call says too little for `steps`.
  package var hint: String {
    switch word {
    case "drop_na", "dropna", "drop_nulls": "where COLUMN is known"
    case "replace_na", "fillna", "fill_null": "derive x = x ?? …"
    case "pivot_longer", "melt": "unpivot COLUMN, … into NAME, VALUE"
    case "pivot_wider", "pivot_table": "pivot AGGREGATE for COLUMN"
    case "left_join": "left join NAME = TABLE on CONDITION"
    case "full_join": "full join NAME = TABLE on CONDITION"
    case "semi_join": "semi join NAME = TABLE on CONDITION"
    case "anti_join": "anti join NAME = TABLE on CONDITION"
    case "inner_join", "merge", "join": "join NAME = TABLE on CONDITION"
    case "tail": "sort … desc | take …"
    case "apply", "map": "derive x = …"
    default: "…"
    }
  }

  // MARK: Arguments

  private var plain: [String] { arguments.filter { $0.label == nil }.map(\.text) }

  private func labelled(_ names: String...) -> String? {
    arguments.first { $0.label.map(names.contains) ?? false }?.text
  }

  private static func isNumber(_ text: String) -> Bool { !text.isEmpty && text.allSatisfy(\.isNumber) }

  private var count: String? { labelled("n") ?? plain.first(where: Self.isNumber) }

  /// The columns among the arguments without a label.
  private var columns: [String] {
    (labelled("order_by").map { [$0] } ?? plain).filter { !Self.isNumber($0) }.flatMap(Self.columns)
  }

  /// `"words"` as `words`, `["title", "words"]` and `c(title, words)` as both.
  private static func columns(_ text: String) -> [String] {
    for (opener, closer) in [("[", "]"), ("c(", ")"), ("(", ")")] where text.hasPrefix(opener) && text.hasSuffix(closer)
    {
      return split(text.dropFirst(opener.count).dropLast(), at: ",").flatMap(columns)
    }
    return [column(text)]
  }

  private static func column(_ text: String) -> String {
    guard let quote = text.first, quote == "\"" || quote == "'", text.last == quote, text.count > 2 else { return text }
    let name = String(text.dropFirst().dropLast())
    let isPlain = name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" } && !(name.first?.isNumber ?? true)
    return isPlain ? name : "`\(name)`"
  }

  private func some(_ step: String, _ parts: [String]) -> String? {
    parts.isEmpty ? nil : "\(step) \(parts.joined(separator: ", "))"
  }

  /// The parts between separators that stand in no bracket and no quotes, without the blanks around them.
  private static func split(_ text: some StringProtocol, at separator: Character) -> [String] {
    var parts = [""]
    var inner = 0
    var quote: Character?
    for character in text {
      if let open = quote {
        if character == open { quote = nil }
      } else if character == "\"" || character == "'" {
        quote = character
      } else if "([{".contains(character) {
        inner += 1
      } else if ")]}".contains(character) {
        inner -= 1
      }
      if character == separator, inner == 0, quote == nil {
        parts.append("")
      } else {
        parts[parts.count - 1].append(character)
      }
    }
    return parts.map(trimmed).filter { !$0.isEmpty }
  }

  private static func trimmed(_ text: String) -> String {
    String(text.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
  }

  /// `{"words": "length"}` and `list(issuer = "x")` as pairs.
  private static func pairs(_ text: String) -> [(key: String, value: String)] {
    let isRecord = text.hasPrefix("{")
    guard isRecord || text.hasPrefix("list(") || text.hasPrefix("c(") else { return [] }
    let inside = text.drop { $0 != "{" && $0 != "(" }.dropFirst().dropLast()
    return split(inside, at: ",").compactMap { pair in
      let sides = split(pair, at: isRecord ? ":" : "=")
      return sides.count == 2 ? (column(sides[0]), sides[1]) : nil
    }
  }

  // MARK: Steps of several parts

  private var items: [String] { arguments.map { item in item.label.map { "\($0) = \(item.text)" } ?? item.text } }

  private var condition: String? {
    let plain = word == "query" ? plain.map { $0.filter { $0 != "\"" } } : plain
    let parts = plain.map { plain.count > 1 && $0.contains(" or ") ? "(\($0))" : $0 }
    return parts.isEmpty ? nil : "where " + parts.joined(separator: " and ")
  }

  private var distinct: String {
    let columns = labelled("subset").map(Self.columns) ?? columns
    return columns.isEmpty ? "distinct" : "distinct " + columns.joined(separator: ", ")
  }

  private var known: String? {
    let columns = labelled("subset").map(Self.columns) ?? columns
    return columns.isEmpty ? nil : "where " + columns.map { "\($0) is known" }.joined(separator: " and ")
  }

  private var counts: String {
    let isSorted = word == "value_counts" || labelled("sort")?.lowercased() == "true"
    return "count" + (columns.isEmpty ? "" : " by " + columns.joined(separator: ", "))
      + (isSorted ? " | sort count desc" : "")
  }

  private var sorted: String? {
    let isDescending = labelled("ascending")?.lowercased() == "false" || labelled("descending")?.lowercased() == "true"
    return some("sort", (labelled("by").map(Self.columns) ?? columns).map { isDescending ? $0 + " desc" : $0 })
  }

  private var renaming: String? {
    let pairs = labelled("columns").map(Self.pairs) ?? []
    return some("rename", pairs.map { "\(Self.column($0.value)) = \($0.key)" })
  }

  private var replacements: String? {
    some("derive", plain.flatMap(Self.pairs).map { "\($0.key) = \($0.key) ?? \($0.value)" })
  }

  private var unpivot: String? {
    let columns = labelled("cols", "value_vars").map(Self.columns) ?? columns
    let name = labelled("names_to", "var_name").map(Self.column) ?? "name"
    let value = labelled("values_to", "value_name").map(Self.column) ?? "value"
    return some("unpivot", columns).map { "\($0) into \(name), \(value)" }
  }

  private var pivot: String? {
    guard let value = labelled("values_from", "values").map(Self.column) else { return nil }
    let aggregate = labelled("aggfunc").map(Self.column).map { $0 == "mean" ? "avg" : $0 } ?? "sum"
    let keys = labelled("index").map { " by " + Self.columns($0).joined(separator: ", ") } ?? ""
    guard let column = labelled("names_from", "columns").map(Self.column) else {
      return keys.isEmpty ? nil : "summarize \(aggregate)(\(value))\(keys)"
    }
    return "pivot \(aggregate)(\(value)) for \(column)\(keys)"
  }

  private var join: String? {
    guard let table = plain.first, let letter = table.first(where: \.isLetter) else { return nil }
    let kinds = [
      "left": "left join", "full": "full join", "outer": "full join", "semi": "semi join", "anti": "anti join",
    ]
    let kind = labelled("how").map(Self.column) ?? word.split(separator: "_").first.map(String.init) ?? ""
    var conditions: [String] = []
    if let left = labelled("left_on"), let right = labelled("right_on") {
      conditions = zip(Self.columns(left), Self.columns(right)).map { "\($0) == \(letter).\($1)" }
    } else if let keys = labelled("by", "on") ?? plain.dropFirst().first {
      let pairs = Self.pairs(keys)
      conditions =
        pairs.isEmpty ? Self.columns(keys) : pairs.map { "\($0.key) == \(letter).\(Self.column($0.value))" }
    }
    return some("\(kinds[kind] ?? "join") \(letter) = \(table) on", conditions)
  }
}
