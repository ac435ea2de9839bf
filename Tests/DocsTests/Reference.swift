import Foundation

/// The pages in `docs/reference`, by their sections.
enum Reference {
  static let pages = Page.all.filter { $0.file.hasPrefix("docs/reference/") }
  static let sections: [Page.Section] = pages.flatMap(\.sections)
}

extension Page.Section {
  /// The heading has the word, alone or as the end of others: `left join`.
  func names(_ word: String) -> Bool {
    ExampleTable.code(in: title).contains { $0 == word || $0.hasSuffix(" " + word) }
  }

  /// What stands in backticks and in fenced queries.
  var code: [String] {
    var inline = ""
    for (index, part) in text.components(separatedBy: "```").enumerated() where index % 2 == 0 { inline += part }
    return ExampleTable.code(in: inline) + queries
  }

  /// The queries of fenced blocks, and those of tables of examples.
  var queries: [String] {
    var queries: [String] = []
    for (index, part) in text.components(separatedBy: "```").enumerated() {
      if index % 2 == 1 {
        if part.hasPrefix("ibid") { queries.append(part.split(separator: "\n").dropFirst().joined(separator: "\n")) }
      } else {
        for line in part.split(separator: "\n") where line.hasPrefix("| `") {
          queries += ExampleTable.code(in: ExampleTable.cells(of: String(line)).first ?? "")
        }
      }
    }
    return queries
  }
}

extension String {
  /// `word` stands behind a `|`, perhaps with the kind of a join between.
  func uses(step word: String) -> Bool {
    split(separator: "|").dropFirst().contains { part in
      let words = part.split { !$0.isLetter }
      return words.first == word[...] || words.dropFirst().first == word[...]
    } || hasPrefix("| " + word)
  }

  /// A line begins with `word`.
  func uses(statement word: String) -> Bool {
    split(separator: "\n").contains { $0.split { !$0.isLetter }.first == word[...] }
  }
}
