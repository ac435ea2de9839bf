import IbidPlan
import IbidSemantics
import IbidSource
import IbidSyntax
import IbidTypes

/// What is known of the rows that the expression at the cursor sees.
struct CompletionRows {
  /// The text of the table that the rows are of, with the statements before it.
  let text: String
  /// Visible columns, those of joins as `r.rate`, and the rows' own table.
  let schema: Schema

  var columns: [IbidTypes.Field] { schema.fields.filter { !QueryResult.isHidden($0.name) } }
}

extension Vocabulary {
  /// The rows that the cursor's step, or the aggregate around the cursor, looks at; nil where there are none.
  func rows(_ context: CompletionContext) -> CompletionRows? {
    for bracket in context.openBrackets {
      if let pipe = context.lastPipe(behind: bracket + 1) {
        return rows(context, from: bracket + 1, before: pipe, of: context)
      }
      // `quotes.count(…`: rows of the table before the dot.
      let tokens = context.list.tokens
      if bracket > 2, tokens[bracket].kind == .leftParenthesis, tokens[bracket - 1].kind.isName,
        tokens[bracket - 2].kind == .dot, let first = context.operandStart(before: bracket - 2),
        case let text = context.earlier + tableText(context, from: first, before: bracket - 2),
        let schema = schema(behind: text)
      {
        return CompletionRows(text: text, schema: schema)
      }
    }
    guard let pipe = context.lastPipe(behind: context.statement) else { return nil }
    return rows(context, from: context.statement, before: pipe, of: context)
  }

  /// `quotes[speaker]` names a table and the way to it; the columns are the table's.
  private func tableText(_ context: CompletionContext, from first: Int, before last: Int) -> String {
    let isIndexed = last - first > 2 && context.list.tokens[first + 1].kind == .leftBracket
    return context.text(from: first, before: isIndexed ? first + 1 : last)
  }

  private func rows(_ context: CompletionContext, from first: Int, before pipe: Int, of step: CompletionContext)
    -> CompletionRows?
  {
    let text = context.earlier + context.text(from: first, before: pipe)
    guard var schema = schema(behind: text) else { return nil }
    // The step that is being written may bring a table of its own: `join r = rates on …`.
    if let (name, table) = joined(context, behind: pipe) {
      let fields = self.schema(behind: context.earlier + table)?.fields ?? []
      schema.fields += fields.map { field in
        var field = field
        field.name = name + "." + field.name
        return field
      }
    }
    return CompletionRows(text: text, schema: schema)
  }

  /// The name and the table of a join whose condition is being written.
  private func joined(_ context: CompletionContext, behind pipe: Int) -> (name: String, table: String)? {
    let tokens = context.list.tokens
    guard let word = (pipe + 1..<context.end).first(where: { context.list.text($0) == "join" }), word <= pipe + 2,
      word + 3 < context.end, tokens[word + 2].kind == .assign,
      let on = (word + 3..<context.end).last(where: { context.list.text($0) == "on" })
    else { return nil }
    return (context.list.text(word + 1), context.text(from: word + 3, before: on))
  }

  // MARK: Candidates

  /// Columns of the rows, the names of joins, and tables whose rows refer to them.
  func columnCandidates(_ rows: CompletionRows) -> [Completions.Candidate] {
    var found: [Completions.Candidate] = []
    var joins: [String] = []
    for field in rows.columns {
      if let dot = field.name.firstIndex(of: "."), dot != field.name.startIndex {
        let name = String(field.name[..<dot])
        if !joins.contains(name) {
          joins.append(name)
          found.append(.init(text: name + ".", detail: "columns of the join"))
        }
      } else {
        found.append(candidate(field))
      }
    }
    return found
  }

  /// Tables with a way back to the rows: `quotes.count()`.
  func relatedTables(_ rows: CompletionRows) -> [Completions.Candidate] {
    guard let table = rows.schema.rowTable else { return [] }
    let checker = Checker(catalog: catalog, source: SourceText(name: "input", ""))
    return checker.tablesReferring(to: table).map { .init(text: $0 + ".", detail: "rows that refer to this one") }
  }

  func candidate(_ field: IbidTypes.Field) -> Completions.Candidate {
    .init(text: Self.written(field.name), detail: field.type.base == .invalid ? "" : field.type.description)
  }

  /// A name as a query writes it.
  static func written(_ name: String) -> String {
    let isPlain =
      (name.unicodeScalars.first.map { $0 == "_" || $0.properties.isAlphabetic } ?? false)
      && name.unicodeScalars.allSatisfy { $0 == "_" || $0.properties.isAlphabetic || ("0"..."9").contains($0) }
      && !Words.reserved.contains(name)
    return isPlain ? name : "`\(name)`"
  }

  /// What may follow the dot that stands before the cursor.
  func memberCandidates(_ context: CompletionContext) -> [Completions.Candidate] {
    let dot = context.end - 1
    guard let first = context.operandStart(before: dot) else { return [] }
    let receiver = context.text(from: first, before: dot)
    let rows = rows(context)
    if let rows {
      // A join's columns.
      let joined = rows.columns.filter { $0.name.hasPrefix(receiver + ".") }
      if !joined.isEmpty {
        return joined.map { field in
          var field = field
          field.name = String(field.name.dropFirst(receiver.count + 1))
          return candidate(field)
        }
      }
      if let type = type(of: receiver, behind: rows.text) {
        let checker = Checker(catalog: catalogWithDomain(for: rows.text), source: SourceText(name: "input", ""))
        return checker.members(of: type).map(candidate)
      }
    }
    // A table, whole or what of it refers to the row.
    let isTable = schema(behind: context.earlier + tableText(context, from: first, before: dot)) != nil
    return isTable ? Self.aggregates : []
  }

  func catalogWithDomain(for text: String) -> Catalog {
    var catalog = catalog
    if Lexer.names(in: SourceText(name: "input", text)).contains(where: Domain.names.contains) {
      Domain.shared.add(to: &catalog)
    }
    return catalog
  }
}
