import IbidColumns
import IbidEngine
import IbidFormats
import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

// What may stand in quotes: the values of the column that they are compared with, names, files.

extension Vocabulary {
  /// How long the values of a column may be looked for while somebody waits at a key.
  private static let patience = Duration.milliseconds(150)
  private static let mostValues = 2000
  private static let longestValue = 80

  /// What the string that was begun at the cursor may be.
  func quoted(_ context: CompletionContext, _ files: (String) -> [Completions.Candidate]) -> [Completions.Candidate] {
    let close = context.next == UInt8(ascii: "\"") ? "" : "\""
    switch (context.text(1), context.token(2)?.kind) {
    case ("load", _), ("use", _):
      return files(context.word).map { .init(text: $0.text + ($0.text.hasSuffix("/") ? "" : close), detail: $0.detail) }
    case ("save", .pipe): return files(context.word)
    default: break
    }
    if context.statementWord == "dict", context.end - context.statement == 3 { return files(context.word) }
    let found = values(context)
    return found.filter { Self.isPlain($0.text) }.map { .init(text: $0.text + close, detail: $0.detail) }
  }

  /// It can be written in quotes as it is, and fits on a line.
  private static func isPlain(_ value: String) -> Bool {
    value.count <= longestValue
      && !value.unicodeScalars.contains { $0 == "\"" || $0 == "\\" || $0.value < 0x20 || Hazard.contains($0) }
  }

  private func values(_ context: CompletionContext) -> [Completions.Candidate] {
    guard let rows = rows(context) else { return [] }
    let isNode =
      ["from", "to", "without"].contains(context.text(1))
      && context.lastPipe(behind: context.statement).map {
        ["reach", "paths", "without"].contains(context.list.text($0 + 1))
      } ?? false
    if isNode { return counted("entities", "name", within: nil) }
    guard let value = comparedValue(context), let type = type(of: value, behind: rows.text) else { return [] }
    switch type.base {
    case .word(let set): return set.words.map { .init(text: $0, detail: set.name) }
    case .text: return counted(rows.text, value, within: nil)
    case .list(let element) where element.base == .text: return counted(rows.text, value, within: value)
    case .reference(let table): return names(of: table, named: value, behind: rows.text, within: nil)
    case .list(let element):
      guard case .reference(let table) = element.base else { return [] }
      return names(of: table, named: value, behind: rows.text, within: value)
    default: return []
    }
  }

  /// Names of the rows that a column refers to; of all rows of their table where the column's own are not to be had.
  private func names(of table: String, named value: String, behind text: String, within list: String?)
    -> [Completions.Candidate]
  {
    guard catalog.table(named: table)?.schema.index(of: "name") != nil else { return [] }
    let found = counted(text, value + ".name", within: list)
    return found.isEmpty ? counted(Self.written(table), "name", within: nil) : found
  }

  /// What the string is compared with: `document.issuer` in `document.issuer == "Ho`, `in ["a", "Ho`, `has "Ho`.
  private func comparedValue(_ context: CompletionContext) -> String? {
    let tokens = context.list.tokens
    var index = context.end - 1
    // Past the elements before it.
    if index > 0, tokens[index].kind == .leftBracket || tokens[index].kind == .comma {
      var first = index
      while first > 0, tokens[first].kind == .comma || tokens[first].kind == .string { first -= 1 }
      if tokens[first].kind == .leftBracket, first > 0, tokens[first - 1].kind == .in {
        index = first - 1
      } else if tokens[index].kind == .comma, let start = context.operandStart(before: index), start > 0,
        tokens[start - 1].kind == .leftParenthesis
      {
        // `starts_with(title, "`
        return context.text(from: start, before: index)
      }
    }
    switch tokens[max(index, 0)].kind {
    case .equal, .notEqual, .has, .contains, .in, .less, .lessOrEqual, .greater, .greaterOrEqual: break
    default: return nil
    }
    if index > 0, tokens[index - 1].kind == .not { index -= 1 }
    return context.operandStart(before: index).map { context.text(from: $0, before: index) }
  }

  /// The values that a query gives for an expression, the commonest first, with how many rows have each.
  ///
  /// Nothing if that takes too long, or needs rules that have not run yet. `within`: the list that the values stand in.
  private func counted(_ table: String, _ value: String, within list: String?) -> [Completions.Candidate] {
    let text =
      "\(table)\n| select completion_value = \(value)"
      + (list == nil ? "" : " | unnest completion_value")
      + " | where completion_value is known | summarize completion_count = count() by completion_value"
      + " | sort completion_count desc | take \(Self.mostValues)"
    let source = SourceText(name: "input", text)
    let parsed = Parser.parse(source, mode: .repl)
    var checker = checker(for: source, parsed)
    let checked = checker.check(parsed.script)
    guard checker.diagnostics.isEmpty, parsed.diagnostics.isEmpty, case .query(let plan, false)? = checked.last,
      plan.allTables.allSatisfy({ store.snapshot.tables[$0] != nil })
    else { return [] }
    let cancellation = Cancellation()
    let clock = Task.detached {
      try? await Task.sleep(for: Self.patience)
      cancellation.cancel()
    }
    defer { clock.cancel() }
    let executor = Executor(snapshot: store.snapshot, parameters: parameters, cancellation: cancellation)
    guard let table = (try? executor.run(plan))?.table, let values = table.column("completion_value"),
      let counts = table.column("completion_count")
    else { return [] }
    return (0..<table.rowCount).compactMap { row in
      guard case .text(let text) = values.value(at: row), case .int(let count) = counts.value(at: row) else {
        return nil
      }
      return .init(text: text, detail: Self.rows(Int(count)))
    }
  }
}
