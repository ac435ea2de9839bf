import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// `documents.head(10)`, `documents["title"]`: steps of pandas and Polars, written as parts of their table.

extension Checker {
  /// Says what a pipeline's source would be in steps, if it is a table with steps or columns behind dots or in brackets.
  ///
  /// Nil where it is nothing of that kind; aggregates, `documents.count()`, are of ours.
  func tableChain(_ source: Expression) -> Diagnostic? {
    guard let chain = links(of: source), let first = chain.links.first, let last = chain.links.last,
      !isAggregate(first)
    else { return nil }
    let table = self.source.string(chain.table.span)
    if chain.links.count == 2, !first.isCall, !first.name.isEmpty, isAggregate(last), last.arguments.isEmpty {
      // `documents.words.sum()`
      let text = "\(table).\(last.name)(\(Printer.name(Name(first.name, at: first.span))))"
      return .tableChain(first.name, table: chain.table, at: first.span, edit: .init(source.span, text))
    }
    let steps = chain.links.compactMap { step(for: $0, of: chain.table.text) }
    let isWhole = steps.count == chain.links.count
    let text = ([table] + steps).joined(separator: " | ")
    return .tableChain(last.name, table: chain.table, at: last.span, edit: isWhole ? .init(source.span, text) : nil)
  }

  private struct Link {
    /// What stands behind the dot; empty for square brackets.
    let name: String
    let span: ByteSpan
    let arguments: [Expression]
    let isCall: Bool
  }

  private func links(of expression: Expression) -> (table: Name, links: [Link])? {
    var links: [Link] = []
    var rest = expression
    while true {
      switch rest.kind {
      case .name(let name):
        let isTable =
          catalog.table(named: name.text) != nil || catalog.bindings[name.text].map { !$0.isScalar } ?? false
        return isTable && !links.isEmpty ? (name, links.reversed()) : nil
      case .member(let inner, let name):
        links.append(Link(name: name.text, span: name.span, arguments: [], isCall: false))
        rest = inner
      case .call(let call):
        guard let receiver = call.receiver else { return nil }
        links.append(
          Link(name: call.name.text, span: call.name.span, arguments: call.arguments.map(\.value), isCall: true))
        rest = receiver
      case .index(let inner, let key):
        links.append(Link(name: "", span: key.span, arguments: [key], isCall: false))
        rest = inner
      default: return nil
      }
    }
  }

  /// An aggregate of a table gives a value, and what stands behind that is no part of a table.
  private func isAggregate(_ link: Link) -> Bool {
    link.isCall && (link.name == "empty" || FunctionCatalog.entries(named: link.name).contains(where: \.isAggregate))
  }

  /// A link as a step; nil if it is not known what that would be.
  private func step(for link: Link, of table: String) -> String? {
    let texts = link.arguments.map { column($0, of: table) }
    let list = texts.joined(separator: ", ")
    if link.name.isEmpty { return link.arguments.first.map { indexed($0, of: table) } }
    if !link.isCall {
      return link.name == "shape" || link.name == "size"
        ? "count" : "select \(Printer.name(Name(link.name, at: link.span)))"
    }
    switch link.name {
    case "head", "limit", "take", "first": return "take \(texts.first ?? "5")"
    case "describe", "cite": return link.name
    case "dropna", "drop_nulls":
      return texts.isEmpty ? nil : "where " + texts.map { "\($0) is known" }.joined(separator: " and ")
    case "sort_values", "sort", "order_by", "arrange": return texts.isEmpty ? nil : "sort \(list)"
    case "filter", "where", "query": return texts.count == 1 ? "where \(list)" : nil
    case "drop_duplicates", "unique", "distinct": return texts.isEmpty ? "distinct" : "distinct \(list)"
    case "value_counts": return texts.isEmpty ? nil : "count by \(list)"
    case "select", "drop", "unnest", "explode":
      return texts.isEmpty ? nil : (link.name == "explode" ? "unnest" : link.name) + " \(list)"
    case "sum", "avg", "mean", "min", "max", "median":
      return texts.count == 1 ? "summarize \(link.name == "mean" ? "avg" : link.name)(\(list))" : nil
    case "count": return "count"
    default: return nil
    }
  }

  /// What stands in the brackets of `documents[…]`: columns, or a condition.
  private func indexed(_ key: Expression, of table: String) -> String {
    switch key.kind {
    case .literal(.string), .list, .name: "select \(column(key, of: table))"
    default: "where \(column(key, of: table))"
    }
  }

  /// A text is the name of a column there, and columns are named with their table.
  private func column(_ expression: Expression, of table: String) -> String {
    switch expression.kind {
    case .literal(.string(let name)): return Printer.name(Name(name, at: expression.span))
    case .list(let elements): return elements.map { column($0, of: table) }.joined(separator: ", ")
    default:
      let words = source.string(expression.span)
      return words.split(separator: table + ".", omittingEmptySubsequences: false).joined()
    }
  }
}

extension Diagnostic {
  static func tableChain(_ name: String, table: Name, at span: ByteSpan, edit: Edit?) -> Diagnostic {
    Diagnostic(
      "table-chain",
      name.isEmpty
        ? "columns and rows of a table are chosen by steps"
        : "`\(name)` is no part of a table; a table goes through steps",
      at: span, label: "a step of its own", labels: [Label(table.span, "a table")],
      why: "each step stands behind a `|` and goes on from the one before",
      try: [edit.map { Suggestion($0.replacement, edit: $0) } ?? Suggestion("\(table.text) | …")])
  }
}
