import IbidSource

/// A `SELECT` of SQL, cut at its clauses, and the pipeline of ours that says the same.
///
/// Only the shape is translated: tables and their joins, `where`, `group by`, `having`, `order by`, `limit` and `offset`.
/// What stands in the clauses is left as it is; the parser knows how to mend that.
struct SQLStatement {
  private var clauses: [String: String] = [:]
  private var items: [String] = []
  private var isDistinct = false
  private var tables: SQLTables

  private static let words: Set<String> = ["select", "from", "where", "group", "having", "order", "limit", "offset"]
  /// Words of clauses that are not translated.
  private static let others: Set<String> = ["union", "intersect", "except", "into", "window", "fetch"]

  /// Nil if the tokens are no `select … from …` of this shape.
  init?(_ tokens: ArraySlice<Token>, in source: SourceText) {
    func word(_ token: Token) -> String {
      token.kind.isWord ? source.string(token.span).lowercased() : ""
    }
    var clause = ""
    var start = tokens.startIndex
    var from = tokens.startIndex..<tokens.startIndex
    var inner = 0
    func end(_ index: Int) -> String {
      index > start ? source.string(tokens[start].span.joined(with: tokens[index - 1].span)) : ""
    }
    var tokens = tokens
    while let last = tokens.last, last.kind == .semicolon { tokens.removeLast() }
    for index in tokens.indices {
      let token = tokens[index]
      if token.kind.isOpeningBracket { inner += 1 }
      if token.kind.isClosingBracket { inner -= 1 }
      guard inner == 0 else { continue }
      let text = word(token)
      if Self.others.contains(text) { return nil }
      if clause == "select", token.kind == .comma {
        items.append(end(index))
        start = index + 1
      }
      if text == "distinct", clause == "select", index == start {
        isDistinct = true
        start = index + 1
      }
      if text == "by", index == start, clause == "group" || clause == "order" { start = index + 1 }
      guard Self.words.contains(text) else { continue }
      if clause == "from" { from = start..<index }
      if clause == "select" { items.append(end(index)) } else if !clause.isEmpty { clauses[clause] = end(index) }
      clause = text
      start = index + 1
    }
    if clause.isEmpty || clause == "select" { return nil }
    if clause == "from" { from = start..<tokens.endIndex }
    clauses[clause] = end(tokens.endIndex)
    guard let tables = SQLTables(tokens[from], in: source) else { return nil }
    self.tables = tables
    if items.isEmpty || items.contains("") || clauses.values.contains("") { return nil }
  }

  /// The pipeline, with the clauses as they were written; functions have small letters here.
  var pipeline: String {
    var steps = [tables.first] + tables.joins
    if let condition = clauses["where"] { steps.append("where \(condition)") }
    let keys = clauses["group"].map { $0.split(separator: ",").map { $0.filter { $0 != " " } } } ?? []
    let isGrouped = !keys.isEmpty || items.contains { $0.contains("(") }
    var (having, order) = (clauses["having"], clauses["order"])
    if isGrouped {
      var results = items.filter { !keys.contains($0) }
      for text in [having, order].compactMap({ $0 }) {
        for call in Self.calls(in: text) where !results.contains(where: { Self.value($0) == Self.value(call) }) {
          results.append(call)
        }
      }
      for result in results {
        having = having.map { Self.naming(result, in: $0) }
        order = order.map { Self.naming(result, in: $0) }
      }
      steps.append("summarize \(results.joined(separator: ", "))" + (clauses["group"].map { " by \($0)" } ?? ""))
    }
    if let having { steps.append("where \(having)") }
    if let order { steps.append("sort \(order)") }
    if let count = clauses["offset"] { steps.append("skip \(count)") }
    if let count = clauses["limit"] { steps.append("take \(count)") }
    if !isGrouped, items != ["*"] { steps.append("select \(items.joined(separator: ", "))") }
    if isDistinct { steps.append("distinct") }
    return Self.inOurCase(tables.withoutLeftName(steps.joined(separator: " | ")))
  }

  // MARK: Results and their names

  /// `COUNT(*) AS n` without its name, in small letters.
  private static func value(_ item: String) -> String {
    let text = item.lowercased()
    let end = text.lastRange(of: " as ")?.lowerBound ?? text.endIndex
    return String(text[..<end].filter { $0 != " " })
  }

  /// What a result is called: its alias, or its function.
  private static func name(_ item: String) -> String? {
    if let alias = item.lowercased().lastRange(of: " as ") {
      return String(
        item.dropFirst(item.lowercased().distance(from: item.lowercased().startIndex, to: alias.upperBound)))
    }
    return item.firstIndex(of: "(").map { item[..<$0].lowercased() }
  }

  /// A later clause says the name of a result instead of its call.
  private static func naming(_ item: String, in text: String) -> String {
    guard let name = name(item) else { return text }
    return calls(in: text).reduce(text) { text, call in
      value(call) == value(item)
        ? text.split(separator: call, omittingEmptySubsequences: false).joined(separator: name) : text
    }
  }

  /// The calls in a text, outermost only: `COUNT(*)`.
  private static func calls(in text: String) -> [String] {
    var found: [String] = []
    var word = ""
    var call = ""
    var inner = 0
    for character in text {
      if inner > 0 {
        call.append(character)
        inner += character == "(" ? 1 : character == ")" ? -1 : 0
        if inner == 0 { found.append(call) }
      } else if character == "(", !word.isEmpty {
        (call, inner) = (word + "(", 1)
      }
      word = character.isLetter || character == "_" ? word + String(character) : ""
    }
    return found
  }

  /// `SUM(amount)` as `sum(amount)`, and words such as `AND` and `IS` in small letters; not within quotes.
  private static func inOurCase(_ text: String) -> String {
    var result = ""
    var word = ""
    var quote: Character?
    for character in text + " " {
      if quote == nil, character.isLetter || character == "_" {
        word.append(character)
        continue
      }
      let isOurs = character == "(" || spelled.contains(word.lowercased())
      result += (isOurs && quote == nil ? word.lowercased() : word) + String(character)
      word = ""
      if quote == nil ? character == "'" || character == "\"" : character == quote {
        quote = quote == nil ? character : nil
      }
    }
    return String(result.dropLast())
  }

  private static let spelled: Set<String> = [
    "and", "or", "not", "is", "null", "in", "like", "between", "as", "asc", "desc", "true", "false", "distinct",
    "nulls",
    "last", "first", "case", "when", "then", "else", "end", "over", "partition", "by", "order",
  ]
}

extension String {
  /// Where a text stands last.
  fileprivate func lastRange(of part: String) -> Range<Index>? {
    var found: Range<Index>?
    var rest = startIndex..<endIndex
    while let range = self[rest].firstRange(of: part) {
      found = range
      rest = range.upperBound..<endIndex
    }
    return found
  }
}
