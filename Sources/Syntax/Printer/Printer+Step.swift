import IbidSource

extension Printer {
  /// A table and its steps, on one line or on several.
  ///
  /// Where the text has a line end before some `|`, every step has a line of its own; else all stand on one line if they fit.
  /// `isIndented`: further in than the line before them.
  mutating func pipeline(_ pipeline: Pipeline, isIndented: Bool) -> Layout {
    let source = expression(pipeline.source)
    if pipeline.steps.isEmpty { return source }
    let steps: Layout = .sequence(self.steps(pipeline.steps, line: breaks(pipeline) ? .hardLine : .line))
    return .group([source, isIndented ? .nest(steps) : steps])
  }

  mutating func steps(_ steps: [Step], line: Layout) -> [Layout] {
    steps.flatMap { step -> [Layout] in [lineEnd(line, before: step.span), "| ", .nest(self.step(step))] }
  }

  private func breaks(_ pipeline: Pipeline) -> Bool {
    guard let text else { return pipeline.steps.count > 1 && openBrackets == 0 }
    return pipeline.steps.contains { text.beginsLine($0) }
  }

  /// One step without its `|`.
  mutating func step(_ step: Step) -> Layout {
    switch step.kind {
    case .filter(let condition): "where " + expression(condition)
    case .select(let items): self.items(after: "select", items)
    case .derive(let items): self.items(after: "derive", items)
    case .drop(let names): self.names(after: "drop", names)
    case .rename(let pairs): renamings(pairs)
    case .sort(let keys): self.keys(after: "sort", keys)
    case .take(let count): "take \(Self.integer(count))"
    case .skip(let count): "skip \(Self.integer(count))"
    case .sample(let count, let seed):
      .text("sample \(Self.integer(count))" + (seed.map { " seed \(Self.integer($0))" } ?? ""))
    case .distinct(let keys): expressions(after: "distinct", keys, start: .blank)
    case .count(let keys): keys.isEmpty ? "count" : items(after: "count by", keys)
    case .summarize(let items, let keys): clauses(self.items(after: "summarize", items), by: keys)
    case .top(let count, let keys, let per): top(count, keys, per)
    case .join(let kind, let bound, let table, let on): join(kind, bound, table, on)
    case .union(let table): "union " + postfix(table)
    case .unnest(let path): "unnest \(Self.path(path))"
    case .pivot(let value, let column, let values, let keys): pivot(value, column, values, keys)
    case .unpivot(let columns, let first, let second): unpivot(columns, first, second)
    case .fill(let column, let range, let keys):
      clauses("fill \(Self.name(column)) = " + expression(range), by: keys.map { Item(name: nil, value: $0) })
    case .search(let words, let columns):
      columns.isEmpty
        ? "search \(Self.quoted(words.value))" : names(after: "search \(Self.quoted(words.value)) in", columns)
    case .describe: "describe"
    case .cite: "cite"
    case .plot(let shape, let items): self.items(after: "plot \(Self.name(shape))", items, start: .blank)
    case .save(let path, let ends): "save \(Self.quoted(path.value))\(Self.ends(ends))"
    case .conflicts(let value, let keys, let all):
      [expressions(after: "conflicts of \(Self.path(value)) by", keys), all ? " all" : ""]
    case .pairs(let path): "pairs of \(Self.path(path))"
    case .components(let ends): "components\(Self.ends(ends))"
    case .reach(let ends, let start, let within):
      ["reach\(Self.ends(ends)) from ", expression(start), .text(Self.within(within))]
    case .paths(let ends, let start, let goal, let within):
      ["paths\(Self.ends(ends)) from ", expression(start), " to ", expression(goal), .text(Self.within(within))]
    case .without(let node, let ends): ["without ", expression(node), .text(Self.ends(ends))]
    case .malformed: "# could not be read"
    }
  }

  // MARK: Steps of several parts

  /// A step's head, and `by` behind it or on the next line.
  private mutating func clauses(_ head: Layout, by keys: [Item]) -> Layout {
    guard let first = keys.first, let last = keys.last else { return head }
    let line = lineEnd(.line, before: first.span.joined(with: last.span))
    return .group([head, line, items(after: "by", keys, start: .lineEnd)])
  }

  private mutating func top(_ count: IntegerLiteral, _ keys: [SortKey], _ per: [Expression]) -> Layout {
    // The largest come first where nothing is said.
    let head = items(after: "top \(Self.integer(count)) by", keys, span: \.span) { printer, key in
      printer.expression(key.value) + (key.isDescending ? "" : " asc")
    }
    guard let first = per.first, let last = per.last else { return head }
    let line = lineEnd(.line, before: first.span.joined(with: last.span))
    return .group([head, line, expressions(after: "per", per, start: .lineEnd)])
  }

  private mutating func join(_ kind: Step.JoinKind, _ bound: Name, _ table: Expression, _ on: [Expression]) -> Layout {
    let words = kind == .inner ? "join" : "\(kind.rawValue) join"
    let table = postfix(table)
    return ["\(words) \(Self.name(bound)) = ", table, on.isEmpty ? "" : expressions(after: " on", on)]
  }

  private mutating func pivot(_ value: Item, _ column: [Name], _ values: [Expression]?, _ keys: [Item]) -> Layout {
    var head: [Layout] = ["pivot ", item(value), " for \(Self.path(column))"]
    if let values { head += [" in ", elements(values, whole: nil)] }
    return clauses(.sequence(head), by: keys)
  }

  private mutating func unpivot(_ columns: [Name], _ first: Name, _ second: Name) -> Layout {
    let head = names(after: "unpivot", columns)
    let line = lineEnd(.line, before: first.span.joined(with: second.span))
    return .group([head, line, "into \(Self.name(first)), \(Self.name(second))"])
  }

  private mutating func renamings(_ pairs: [Renaming]) -> Layout {
    items(after: "rename", pairs, span: { $0.new.span.joined(with: $0.old.span) }) { _, pair in
      "\(Self.name(pair.new)) = \(Self.name(pair.old))"
    }
  }

  // MARK: Parts

  private mutating func items(after word: Layout, _ items: [Item], start: Start = .place) -> Layout {
    self.items(after: word, items, start: start, span: \.span) { $0.item($1) }
  }

  private mutating func expressions(after word: Layout, _ list: [Expression], start: Start = .place) -> Layout {
    items(after: word, list, start: start, span: \.span) { $0.expression($1) }
  }

  private mutating func keys(after word: Layout, _ keys: [SortKey]) -> Layout {
    items(after: word, keys, span: \.span) { $0.key($1) }
  }

  private mutating func names(after word: Layout, _ names: [Name]) -> Layout {
    items(after: word, names, span: \.span) { .text(Self.name($1)) }
  }

  private mutating func item(_ item: Item) -> Layout {
    let value = expression(item.value)
    return item.name.map { "\(Self.member($0.text)) = " + value } ?? value
  }

  /// The first name stands alone, the others behind a dot.
  private static func path(_ names: [Name]) -> String {
    guard let first = names.first else { return "" }
    return ([name(first)] + names.dropFirst().map { member($0.text) }).joined(separator: ".")
  }

  private static func ends(_ ends: Step.Ends?) -> String {
    ends.map { " along \(name($0.from))" + ($0.isDirected ? " to " : ", ") + name($0.to) } ?? ""
  }

  private static func within(_ steps: IntegerLiteral?) -> String { steps.map { " within \(integer($0))" } ?? "" }
}
