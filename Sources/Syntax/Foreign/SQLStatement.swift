import IbidSource

/// A `SELECT` of SQL, cut at its clauses, and the pipeline of ours that says the same.
///
/// Only the shape is translated: one table, `where`, `group by`, `having`, `order by`, `limit` and `offset`. What stands
/// in the clauses is left as it is; the parser knows how to mend that.
struct SQLStatement {
  private var clauses: [String: String] = [:]
  private var items: [String] = []
  private var isDistinct = false

  private static let words: Set<String> = ["select", "from", "where", "group", "having", "order", "limit", "offset"]
  /// Words of clauses that are not translated.
  private static let others: Set<String> = [
    "join", "inner", "left", "right", "full", "cross", "on", "union", "intersect", "except", "into", "window", "fetch",
  ]

  /// Nil if the tokens are no `select … from …` of this shape.
  init?(_ tokens: ArraySlice<Token>, in source: SourceText) {
    func word(_ token: Token) -> String {
      token.kind.isWord ? source.string(token.span).lowercased() : ""
    }
    var clause = ""
    var start = tokens.startIndex
    var inner = 0
    func end(_ index: Int) -> String {
      index > start ? source.string(tokens[start].span.joined(with: tokens[index - 1].span)) : ""
    }
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
      if clause == "select" { items.append(end(index)) } else if !clause.isEmpty { clauses[clause] = end(index) }
      clause = text
      start = index + 1
    }
    if clause.isEmpty || clause == "select" { return nil }
    clauses[clause] = end(tokens.endIndex)
    guard clauses["from"].map({ !$0.contains { " ,(".contains($0) } && !$0.isEmpty }) ?? false else { return nil }
    if items.isEmpty || items.contains("") || clauses.values.contains("") { return nil }
  }

  /// The pipeline, with the clauses as they were written; functions have small letters here.
  var pipeline: String {
    var steps = [clauses["from"] ?? ""]
    if let condition = clauses["where"] { steps.append("where \(condition)") }
    let keys = clauses["group"].map { $0.split(separator: ",").map { $0.filter { $0 != " " } } } ?? []
    let isGrouped = !keys.isEmpty || items.contains { $0.contains("(") }
    if isGrouped {
      let results = items.filter { !keys.contains($0) }
      steps.append("summarize \(results.joined(separator: ", "))" + (clauses["group"].map { " by \($0)" } ?? ""))
    }
    if let condition = clauses["having"] { steps.append("where \(condition)") }
    if let order = clauses["order"] { steps.append("sort \(order)") }
    if let count = clauses["offset"] { steps.append("skip \(count)") }
    if let count = clauses["limit"] { steps.append("take \(count)") }
    if !isGrouped, items != ["*"] { steps.append("select \(items.joined(separator: ", "))") }
    if isDistinct { steps.append("distinct") }
    return Self.loweringFunctions(steps.joined(separator: " | "))
  }

  /// `SUM(amount)` as `sum(amount)`
  private static func loweringFunctions(_ text: String) -> String {
    var result = ""
    var word = ""
    for character in text {
      if character.isLetter || character == "_" {
        word.append(character)
      } else {
        result += (character == "(" ? word.lowercased() : word) + String(character)
        word = ""
      }
    }
    return result + word
  }
}
