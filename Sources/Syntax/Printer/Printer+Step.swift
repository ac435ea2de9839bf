extension Printer {
  /// One step without its `|`.
  package static func step(_ step: Step) -> String {
    switch step.kind {
    case .filter(let condition): "where " + expression(condition)
    case .select(let items): "select " + commas(items, item)
    case .derive(let items): "derive " + commas(items, item)
    case .drop(let names): "drop " + commas(names, name)
    case .rename(let pairs): "rename " + commas(pairs) { name($0.new) + " = " + name($0.old) }
    case .sort(let keys): "sort " + commas(keys, key)
    case .take(let count): "take \(count.value)"
    case .skip(let count): "skip \(count.value)"
    case .sample(let count, let seed): "sample \(count.value)" + (seed.map { " seed \($0.value)" } ?? "")
    case .distinct(let keys): "distinct" + clause("", keys, expression)
    case .count(let keys): "count" + clause("by ", keys, item)
    case .summarize(let items, let keys): "summarize " + commas(items, item) + clause("by ", keys, item)
    case .top(let count, let keys, let per):
      "top \(count.value) by " + commas(keys, topKey) + clause("per ", per, expression)
    case .join(let kind, let bound, let table, let on):
      (kind == .inner ? "" : kind.rawValue + " ") + "join \(name(bound)) = \(postfix(table))"
        + clause("on ", on, expression)
    case .union(let table): "union " + postfix(table)
    case .unnest(let path): "unnest " + self.path(path)
    case .pivot(let value, let column, let values, let keys):
      "pivot \(item(value)) for \(path(column))" + (values.map { " in [" + commas($0, expression) + "]" } ?? "")
        + clause("by ", keys, item)
    case .unpivot(let columns, let first, let second):
      "unpivot " + commas(columns, name) + " into \(name(first)), \(name(second))"
    case .fill(let column, let range, let keys):
      "fill \(name(column)) = \(expression(range))" + clause("by ", keys, expression)
    case .search(let words, let columns): "search " + quoted(words.value) + clause("in ", columns, name)
    case .describe: "describe"
    case .cite: "cite"
    case .plot(let shape, let items): "plot \(name(shape)) " + commas(items, item)
    case .save(let path): "save " + quoted(path.value)
    case .conflicts(let value, let keys, let all):
      "conflicts of \(path(value)) by " + commas(keys, expression) + (all ? " all" : "")
    case .pairs(let path): "pairs of " + self.path(path)
    case .components(let ends): "components" + self.ends(ends)
    case .reach(let ends, let start, let within):
      "reach\(self.ends(ends)) from \(expression(start))" + self.within(within)
    case .paths(let ends, let start, let goal, let within):
      "paths\(self.ends(ends)) from \(expression(start)) to \(expression(goal))" + self.within(within)
    case .without(let node): "without " + expression(node)
    case .malformed: "# could not be read"
    }
  }

  private static func clause<Part>(_ word: String, _ parts: [Part], _ print: (Part) -> String) -> String {
    parts.isEmpty ? "" : " " + word + commas(parts, print)
  }

  /// `top` has the largest first where nothing is said.
  private static func topKey(_ key: SortKey) -> String { expression(key.value) + (key.isDescending ? "" : " asc") }

  private static func item(_ item: Item) -> String {
    (item.name.map { name($0) + " = " } ?? "") + expression(item.value)
  }

  /// The first name stands alone, the others behind a dot.
  private static func path(_ names: [Name]) -> String {
    guard let first = names.first else { return "" }
    return ([name(first)] + names.dropFirst().map { member($0.text) }).joined(separator: ".")
  }

  private static func ends(_ ends: Step.Ends?) -> String {
    ends.map { " along \(name($0.from))" + ($0.isDirected ? " to " : ", ") + name($0.to) } ?? ""
  }

  private static func within(_ steps: IntegerLiteral?) -> String { steps.map { " within \($0.value)" } ?? "" }
}
