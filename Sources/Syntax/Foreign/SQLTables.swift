import IbidSource

/// The tables behind a `FROM` and their joins, `documents d LEFT JOIN quotes q ON q.document = d.id`, as steps.
///
/// The first table's columns stand alone here, those of the others live under the name that they are given.
struct SQLTables {
  let first: String
  private(set) var joins: [String] = []
  /// What the first table's columns are called by in SQL: its own name and its alias.
  private var leftNames: [String]

  private static let kinds = ["inner": "", "left": "left ", "full": "full "]

  /// Nil for subqueries, lists of tables, right and cross joins.
  init?(_ tokens: ArraySlice<Token>, in source: SourceText) {
    var index = tokens.startIndex
    func word() -> String {
      index < tokens.endIndex && tokens[index].kind.isWord ? source.string(tokens[index].span) : ""
    }
    /// NAME [["as"] ALIAS]
    func table() -> (name: String, alias: String)? {
      let name = word()
      guard !name.isEmpty, tokens[index].kind.isName else { return nil }
      index += 1
      if word().lowercased() == "as" { index += 1 }
      let alias = word()
      let isAlias = !alias.isEmpty && tokens[index].kind.isName && !Self.linkWords.contains(alias.lowercased())
      if isAlias { index += 1 }
      return (name, isAlias ? alias : name)
    }
    guard let left = table() else { return nil }
    first = left.name
    leftNames = left.name == left.alias ? [left.name] : [left.name, left.alias]
    while index < tokens.endIndex {
      var kind = ""
      if let prefix = Self.kinds[word().lowercased()] {
        kind = prefix
        index += 1
        if word().lowercased() == "outer" { index += 1 }
      }
      guard word().lowercased() == "join" else { return nil }
      index += 1
      guard let right = table(), word().lowercased() == "on" else { return nil }
      let start = index + 1
      index += 1
      while index < tokens.endIndex, !Self.linkWords.subtracting(["on", "as"]).contains(word().lowercased()) {
        index += 1
      }
      guard index > start else { return nil }
      let condition = source.string(tokens[start].span.joined(with: tokens[index - 1].span))
      joins.append("\(kind)join \(right.alias) = \(right.name) on \(condition)")
    }
  }

  private static let linkWords: Set<String> = ["join", "inner", "left", "full", "right", "cross", "on", "as"]

  /// A text without the first table's name before its columns: `d.title` as `title`.
  func withoutLeftName(_ text: String) -> String {
    var result = ""
    var word = ""
    var isInner = false
    for character in text + " " {
      if character.isLetter || character.isNumber || character == "_" {
        word.append(character)
        continue
      }
      if character == ".", !isInner, leftNames.contains(word) {
        word = ""
        continue
      }
      result += word + String(character)
      word = ""
      isInner = character == "."
    }
    return String(result.dropLast())
  }
}
