import IbidTypes

/// A plan as `explain` shows it: one operator a line, inputs indented below.
package enum PlanPrinter {
  /// What is known of a base table: its number of rows and its columns.
  package typealias Tables = (String) -> (rows: Int, columns: [String])?

  /// What a run measured of an operator, in words; nil for one that ran as part of the one above.
  package typealias Measured = (Plan) -> String?

  package static func print(_ plan: Plan, tables: Tables, measured: Measured = { _ in nil }) -> String {
    var lines: [String] = []
    var shown: Set<Int> = []
    print(plan, indent: 0, tables, measured, &lines, &shown)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A view that is used again is not shown again.
  private static func print(
    _ plan: Plan, indent: Int, _ tables: Tables, _ measured: Measured, _ lines: inout [String],
    _ shown: inout Set<Int>
  ) {
    let visible = plan.schema.fields.filter { !$0.name.hasPrefix("@") && !$0.name.contains(".@") }
    var columns = visible.map { "\($0.name): \($0.type)" }.joined(separator: ", ")
    if case .pivot = plan.node { columns += (columns.isEmpty ? "" : ", ") + "a column for each value" }
    let figures = measured(plan).map { "  [\($0)]" } ?? ""
    lines.append(String(repeating: "  ", count: indent) + name(plan, tables) + figures + "  → " + columns)
    if case .view(_, let id, _, _) = plan.node, !shown.insert(id).inserted { return }
    for input in plan.inputs { print(input, indent: indent + 1, tables, measured, &lines, &shown) }
  }

  /// The operator at the top alone, in the language's words where it has one: `where amount >= £30m`.
  package static func step(_ plan: Plan, tables: Tables) -> String {
    let text = name(plan, tables)
    switch plan.node {
    case .filter: return "where" + text.dropFirst("filter".count)
    case .slice: return String(text.dropFirst("slice ".count))
    case .join(_, _, _, _, _, _, let bound): return text.replacingFirst(" hash join", by: " join \(bound)").withoutInner
    default: return text
    }
  }

  private static func name(_ plan: Plan, _ tables: Tables) -> String {
    func print(_ expression: PlanExpression, _ schema: Schema) -> String { Self.print(expression, schema, tables) }
    func print(_ aggregate: Aggregate, _ schema: Schema) -> String { Self.print(aggregate, schema, tables) }
    return switch plan.node {
    case .scan(let table, let copies):
      "scan \(table)\(copies ? " with copies" : "")" + (tables(table).map { " (\($0.rows) rows)" } ?? "")
    case .unit: "one row"
    case .filter(let input, let predicate): "filter " + print(predicate, input.schema)
    case .project(let input, let values):
      "project " + values.map { print($0, input.schema) }.filter { !$0.contains("@") }.joined(separator: ", ")
    case .sort(let input, let orders):
      "sort " + Self.print(orders, input.schema, tables)
    case .slice(_, let skip, let take): "slice" + (skip > 0 ? " skip \(skip)" : "") + (take.map { " take \($0)" } ?? "")
    case .distinct(let input, let keys): "distinct " + keys.map { print($0, input.schema) }.joined(separator: ", ")
    case .aggregate(let input, let keys, let aggregates):
      "aggregate " + aggregates.map { print($0, input.schema) }.joined(separator: ", ")
        + (keys.isEmpty ? "" : " by " + keys.map { print($0, input.schema) }.joined(separator: ", "))
    case .join(let kind, let left, let right, let keys, let nearest, let condition, _):
      "\(kind.rawValue) hash join on "
        + (keys.map { "\(print($0.left, left.schema)) == \(print($0.right, right.schema))" }
        + [nearest.map { "\(print($0.left, left.schema)) \($0.comparison.rawValue) \(print($0.right, right.schema))" }]
        .compactMap { $0 }).joined(separator: ", ")
        + (condition.map { ", \(print($0, Schema(left.schema.fields + right.schema.fields)))" } ?? "")
    case .sample(_, let count, let seed): "sample \(count) seed \(seed)"
    case .leading(let input, let count, let order, let per):
      "leading \(count) by " + Self.print([order], input.schema, tables)
        + clause(" per ", per.map { print($0, input.schema) })
    case .top(let input, let count, let orders, let per):
      "top \(count) by " + Self.print(orders, input.schema, tables)
        + clause(" per ", per.map { print($0, input.schema) })
    case .union: "union"
    case .unnest(let input, let column): "unnest \(input.schema.fields[column].name)"
    case .pivot(let input, let keys, let aggregate, let column):
      "pivot \(print(aggregate, input.schema)) for \(print(column, input.schema))"
        + clause(" by ", keys.map { print($0, input.schema) })
    case .unpivot(let input, let columns):
      "unpivot " + columns.map { input.schema.fields[$0].name }.joined(separator: ", ")
    case .fill(let input, let column, let range, let by):
      "fill \(input.schema.fields[column].name) = \(print(range, input.schema))"
        + clause(" by ", by.map { input.schema.fields[$0].name })
    case .search(let input, let words, let columns):
      "search \"\(words)\" in " + columns.map { input.schema.fields[$0].name }.joined(separator: ", ")
    case .describe: "describe"
    case .conflicts(let input, let value, let keys, let all):
      "conflicts of \(print(value, input.schema)) by "
        + keys.map { print($0, input.schema) }.joined(separator: ", ") + (all ? " all" : "")
    case .pairs(let input, let list): "pairs of \(print(list, input.schema))"
    case .components(let input, let ends): "components" + Self.print(ends, input.schema)
    case .reach(let input, let ends, let start, let limit):
      "reach" + Self.print(ends, input.schema) + " from \(print(start, input.schema))" + Self.within(limit)
    case .paths(let input, let ends, let start, let goal, let limit):
      "paths" + Self.print(ends, input.schema) + " from \(print(start, input.schema)) to \(print(goal, input.schema))"
        + Self.within(limit)
    case .without(let input, let ends, let node):
      "without \(print(node, input.schema))" + Self.print(ends, input.schema)
    case .view(let name, _, _, _): "view \(name)"
    case .output(let input, .plot(let kind, let columns)):
      "plot \(kind.rawValue) " + columns.map { input.schema.fields[$0].name }.joined(separator: ", ")
    case .output(let input, .save(let path, let ends)):
      "save \"\(path)\"" + (ends.map { Self.print($0, input.schema) } ?? "")
    case .cite: "cite"
    }
  }

  private static func print(_ aggregate: Aggregate, _ schema: Schema, _ tables: Tables) -> String {
    func print(_ expression: PlanExpression, _ schema: Schema) -> String { Self.print(expression, schema, tables) }
    return aggregate.function.rawValue + "("
      + [aggregate.argument, aggregate.second].compactMap { $0 }.map { print($0, schema) }.joined(separator: ", ")
      + (aggregate.filter.map { " where " + print($0, schema) } ?? "")
      + (aggregate.order.isEmpty ? "" : " sort " + Self.print(aggregate.order, schema, tables)) + ")"
  }

  private static func print(_ orders: [SortOrder], _ schema: Schema, _ tables: Tables) -> String {
    orders.map { print($0.value, schema, tables) + ($0.isDescending ? " desc" : "") }.joined(separator: ", ")
  }

  private static func print(_ ends: NetworkEnds, _ schema: Schema) -> String {
    " along \(schema.fields[ends.from].name)\(ends.isDirected ? " to" : ",") \(schema.fields[ends.to].name)"
  }

  private static func within(_ limit: Int?) -> String { limit.map { " within \($0)" } ?? "" }

  private static func clause(_ word: String, _ parts: [String]) -> String {
    parts.isEmpty ? "" : word + parts.joined(separator: ", ")
  }

  private static func print(_ window: Window, _ schema: Schema, _ tables: Tables) -> String {
    func p(_ e: PlanExpression) -> String { print(e, schema, tables) }
    let arguments =
      [window.argument, window.second].compactMap { $0 }.map(p) + (window.offset == 1 ? [] : ["\(window.offset)"])
    let clauses =
      (window.filter.map { " where " + p($0) } ?? "") + clause(" per ", window.per.map(p))
      + (window.sort.isEmpty ? "" : " sort " + print(window.sort, schema, tables))
      + (window.rows.map { " rows \($0)" } ?? "")
    return window.name + "(" + (arguments.joined(separator: ", ") + clauses).trimmed + ")"
  }

  /// An expression over columns of `schema`, fully bracketed where precedence could be doubted.
  static func print(_ expression: PlanExpression, _ schema: Schema, _ tables: Tables) -> String {
    func p(_ e: PlanExpression) -> String { print(e, schema, tables) }
    switch expression.kind {
    case .column(let index): return index < schema.count ? schema.fields[index].name : "#\(index)"
    case .constant(let constant): return print(constant)
    case .parameter(let name): return "$" + name
    case .follow(let inner, let table, let column):
      return p(inner) + "." + (tables(table)?.columns[column] ?? "\(table)#\(column)")
    case .part(let inner, let part): return p(inner) + "." + part.rawValue
    case .negate(let inner): return "-" + p(inner)
    case .arithmetic(let op, let a, let b): return "(\(p(a)) \(op.rawValue) \(p(b)))"
    case .compare(let op, let a, let b): return "\(p(a)) \(op.rawValue) \(p(b))"
    case .isIn(let a, let b): return "\(p(a)) in \(p(b))"
    case .not(let inner): return "not (\(p(inner)))"
    case .and(let a, let b): return "\(p(a)) and \(p(b))"
    case .or(let a, let b): return "(\(p(a)) or \(p(b)))"
    case .test(let inner, let test): return "\(p(inner)) is \(test.rawValue)"
    case .coalesce(let a, let b): return "(\(p(a)) ?? \(p(b)))"
    case .conditional(let a, let b, let c): return "if \(p(a)) then \(p(b)) else \(p(c))"
    case .call(let function, let arguments):
      return function.rawValue + "(" + arguments.map(p).joined(separator: ", ") + ")"
    case .matches(let inner, let pattern, let ignoresCase):
      return "\(p(inner)) matches /\(pattern)/\(ignoresCase ? "i" : "")"
    case .list(let elements): return "[" + elements.map(p).joined(separator: ", ") + "]"
    case .range(let a, let b): return "\(p(a))..\(p(b))"
    case .related(let related): return "\(related.name).\(related.aggregate.function.rawValue)(…)"
    case .window(let window): return print(window, schema, tables)
    case .listAggregate(let function, let list, let second):
      return "\(p(list)).\(function.rawValue)(\(second.map(p) ?? ""))"
    case .scalar: return "(…)"
    case .widen(let inner): return p(inner)
    }
  }

  private static func print(_ constant: Constant) -> String {
    switch constant {
    case .none: "none"
    case .bool(let value): "\(value)"
    case .int(let value): "\(value)"
    case .float(let value): "\(value)"
    case .text(let value): "\"\(value)\""
    case .measure(let value, let kind): value.description(as: kind)
    case .moment(let value): "@" + value.description
    }
  }
}

extension String {
  fileprivate var withoutInner: String { hasPrefix("inner ") ? String(dropFirst("inner ".count)) : self }

  fileprivate func replacingFirst(_ old: String, by new: String) -> String {
    guard let place = firstRange(of: old) else { return self }
    return self[..<place.lowerBound] + new + self[place.upperBound...]
  }

  private func firstRange(of part: String) -> Range<String.Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      start = index(after: start)
    }
    return nil
  }

  fileprivate var trimmed: String { first == " " ? String(dropFirst()) : self }
}
