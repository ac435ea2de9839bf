import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// `documents.head(10)`, `documents["title"]`, `len(documents)`: what pandas, Polars and R do with a table as an object.

extension Checker {
  /// Says what a pipeline's source would be in steps, if it is a table with steps or columns behind dots or in brackets.
  ///
  /// Nil where it is nothing of that kind; aggregates, `documents.count()`, are of ours.
  func tableChain(_ source: Expression) -> Diagnostic? {
    guard let chain = links(of: source), let first = chain.links.first, let last = chain.links.last,
      !isAggregate(first)
    else { return nil }
    let table = self.source.string(chain.table.span)
    let steps = TableChain(chain.links)
    let text = value(of: chain.links, table) ?? steps.steps.map { "\(table) | \($0)" }
    let place = chain.links.count == 2 && text?.contains("|") == false ? first : last
    return .tableChain(
      place.name, table: chain.table, at: place.span,
      hint: steps.hint,
      edit: text.flatMap(Parser.mending).map { .init(source.span, $0) })
  }

  /// `documents.words.sum()` as `documents.sum(words)`
  private func value(of links: [TableChain.Link], _ table: String) -> String? {
    if links.count == 1, !links[0].isCall, ["count", "size", "shape", "length"].contains(links[0].name) {
      return "\(table).count()"
    }
    guard links.count == 2, !links[0].isCall, let column = links[0].column, links[1].arguments.isEmpty,
      let name = TableChain.aggregates[links[1].name]
    else { return nil }
    return "\(table).\(name)(\(column))"
  }

  private func links(of expression: Expression) -> (table: Name, links: [TableChain.Link])? {
    var links: [TableChain.Link] = []
    var rest = expression
    while true {
      switch rest.kind {
      case .name(let name):
        guard isTable(name), !links.isEmpty else { return nil }
        for index in links.indices { links[index].forget(table: name.text) }
        return (name, links.reversed())
      case .member(let inner, let name):
        links.append(.init(name: name.text, span: name.span, arguments: [], isCall: false))
        rest = inner
      case .call(let call):
        guard let receiver = call.receiver else { return nil }
        links.append(
          .init(name: call.name.text, span: call.name.span, arguments: call.arguments.map(argument), isCall: true))
        rest = receiver
      case .index(let inner, let key):
        links.append(
          .init(name: "", span: key.span, arguments: [argument(.init(label: nil, value: key))], isCall: false))
        rest = inner
      default: return nil
      }
    }
  }

  private func isTable(_ name: Name) -> Bool {
    catalog.table(named: name.text) != nil || catalog.bindings[name.text].map { !$0.isScalar } ?? false
  }

  /// What is written as an argument; `ascending=False` was read as a comparison with one `=`.
  private func argument(_ argument: Call.Argument) -> StepCall.Argument {
    if case .binary(.equal, let place, let left, let value) = argument.value.kind, case .name(let label) = left.kind,
      source.string(place) == "="
    {
      return .init(label: label.text, source.string(value.span))
    }
    return .init(label: argument.label?.text, source.string(argument.value.span))
  }

  /// An aggregate of a table gives a value, and what stands behind that is no part of a table.
  private func isAggregate(_ link: TableChain.Link) -> Bool {
    link.isCall && (link.name == "empty" || FunctionCatalog.entries(named: link.name).contains(where: \.isAggregate))
  }

  /// `count(documents)`, `head(documents, 5)`, `max(documents.words)`: a call around a table; nil for other calls.
  func tableArgument(_ call: Call, at span: ByteSpan, in scope: Scope) -> Diagnostic? {
    guard call.receiver == nil, call.filter == nil, call.per.isEmpty, call.sort.isEmpty,
      let first = call.arguments.first?.value
    else { return nil }
    var column: String?
    let table: Name
    switch first.kind {
    case .name(let name): table = name
    case .member(let inner, let name):
      guard case .name(let whole) = inner.kind else { return nil }
      (table, column) = (whole, Printer.name(name))
    default: return nil
    }
    guard isTable(table), scope.index(of: table.text) == nil, !scope.hasQualifier(table.text) else { return nil }
    let rest = call.arguments.dropFirst().map(argument)
    let name = call.name.text
    if let ours = TableChain.aggregates[name], column != nil || rest.count <= 1 {
      let asked = column ?? rest.first.map { TableChain.column($0.text) } ?? ""
      let text = "\(table.text).\(ours)(\(asked))"
      let isWhole = !asked.isEmpty || ours == "count"
      return .tableArgument(
        name, table: table, at: call.name.span, shown: text, edit: isWhole ? .init(span, text) : nil)
    }
    guard column == nil else { return nil }
    if name.lowercased() == "exists" {
      let shown = "semi join x = \(table.text) on …, as a step; anti join for those without"
      return .tableArgument(name, table: table, at: call.name.span, shown: shown, edit: nil)
    }
    let steps = ["len", "nrow", "length"].contains(name) ? "count" : StepCall(name, Array(rest)).steps
    let text = steps.flatMap { Parser.mending("\(table.text) | \($0)") }
    // Steps stand where a table may; in a step a value is wanted.
    let edit = scope.columns.isEmpty ? text.map { Diagnostic.Edit(span, $0) } : nil
    return .tableArgument(name, table: table, at: call.name.span, shown: text ?? "\(table.text) | …", edit: edit)
  }
}

extension Diagnostic {
  static func tableChain(_ name: String, table: Name, at span: ByteSpan, hint: String?, edit: Edit?) -> Diagnostic {
    Diagnostic(
      "table-chain",
      name.isEmpty
        ? "columns and rows of a table are chosen by steps"
        : "`\(name)` is no part of a table; a table goes through steps",
      at: span, label: "a step of its own", labels: [Label(table.span, "a table")],
      why: "each step stands behind a `|` and goes on from the one before",
      try: [edit.map { Suggestion($0.replacement, edit: $0) } ?? Suggestion("\(table.text) | \(hint ?? "…")")])
  }

  static func tableArgument(_ name: String, table: Name, at span: ByteSpan, shown: String, edit: Edit?) -> Diagnostic {
    Diagnostic(
      "table-chain", "`\(name)` takes values, and `\(table.text)` is a table", at: span, label: "goes around a table",
      labels: [Label(table.span, "a table")], why: "a table stands first, and what is made of it behind",
      try: [Suggestion(shown, edit: edit)])
  }
}
