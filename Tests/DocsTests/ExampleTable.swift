import Ibid

/// A table of a page whose rows are examples: the words of its head say what a test makes of each cell.
///
///     | expression | gives | type | |
///     |---|---|---|---|
///     | `5 miles > 8 km` | `true` | `bool?` | miles and km are lengths |
///
/// Under `expression` or `query` stands what is run. Under `gives` what it prints, under `type` the type of its value or only
/// column, under `columns` all columns with their types, under `refused` the name of the message that it brings about.
/// What stands under `Ibid` must run without a mistake. Every other cell is for readers, and so is an empty one.
struct ExampleTable {
  enum Role: String { case query, gives, type, columns, refused, runs }

  let roles: [Role?]

  /// The table that a line is the head of; nil if its rows are no examples.
  init?(head line: String) {
    roles = Self.cells(of: line).map { cell in
      switch cell {
      case "expression", "query": .query
      case "Ibid": .runs
      default: Role(rawValue: cell)
      }
    }
    guard roles.contains(.runs) || roles.contains(.query) && roles.count(where: { $0 != nil }) > 1 else { return nil }
  }

  /// The row as it must be, and what is wrong with it that rewriting does not mend.
  func updated(_ line: String, in session: Session) async -> (line: String, problems: [String]) {
    var cells = Self.cells(of: line)
    var problems: [String] = []
    guard cells.count == roles.count else {
      return (line, ["the row has \(cells.count) cells, its head \(roles.count)"])
    }
    for (index, role) in roles.enumerated() where role == .runs {
      for query in Self.code(in: cells[index]) {
        let output = await session.printed(query, name: "query")
        if output.contains("error[") { problems.append("`\(query)` has a mistake:\n\(output)") }
      }
    }
    guard let first = roles.firstIndex(of: .query), let query = Self.code(in: cells[first]).first else {
      return (line, problems)
    }
    for (index, role) in roles.enumerated() where !cells[index].isEmpty {
      switch role {
      case .gives:
        let output = await session.printed(query, name: "query")
        if output.contains("error[") { problems.append("`\(query)` has a mistake:\n\(output)") }
        cells[index] = Self.code(output.split(separator: "\n").joined(separator: " · "))
      case .type, .columns:
        do {
          let columns = try await session.prepare(QueryText(query)).schema
          cells[index] = Self.code(
            role == .type && columns.count == 1
              ? columns[0].type : columns.map { "\($0.name): \($0.type)" }.joined(separator: ", "))
        } catch {
          problems.append("`\(query)` has a mistake:\n\(error.rendered())")
        }
      case .refused:
        do {
          _ = try await session.prepare(QueryText(query))
          problems.append("`\(query)` is accepted")
        } catch {
          let ids = error.messages.map { Self.code($0.id) }
          cells[index] = ids.joined(separator: ", ")
        }
      default: break
      }
    }
    let row = cells.map { $0.isEmpty ? " " : " " + $0.replacing("|", with: "\\|") + " " }
    return ("|" + row.joined(separator: "|") + "|", problems)
  }

  /// The cells of a row, blanks around them and backslashes before `|` taken away.
  static func cells(of line: String) -> [String] {
    var cells: [String] = []
    var cell = ""
    var isEscaped = false
    for character in line.drop(while: { $0 == " " }).dropFirst() {
      if character == "|", !isEscaped {
        cells.append(cell)
        cell = ""
      } else {
        if isEscaped, character == "|" { cell.removeLast() }
        cell.append(character)
      }
      isEscaped = character == "\\"
    }
    return cells.map { trimmed($0) }
  }

  private static func trimmed(_ text: String) -> String {
    var text = text[...]
    while text.first == " " { text.removeFirst() }
    while text.last == " " { text.removeLast() }
    return String(text)
  }

  /// What stands between backticks, or between pairs of them.
  static func code(in cell: String) -> [String] {
    cell.matches(of: /``(.+?)``|`([^`]+)`/).map { match in
      trimmed(String(match.1 ?? match.2 ?? ""))
    }
  }

  private static func code(_ text: String) -> String { text.contains("`") ? "`` \(text) ``" : "`\(text)`" }
}
