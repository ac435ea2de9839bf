import Ibid

// What there is to ask about: `.tables`, `.schema`, `.sample`, `.source`.

extension REPL {
  mutating func showTables() async throws {
    let tables = await runner.session.tables
    let bound = await runner.session.boundNames
    let width = settings.width ?? Console.width ?? 1000
    let names = tables.map { CellText.width(of: $0.name) }.max() ?? 0
    let counts = tables.map { String($0.rowCount).count }.max() ?? 0
    try paged { write in
      for table in tables {
        let count = String(table.rowCount)
        let row =
          "\(CellText.padded(table.name, to: names))  \(String(repeating: " ", count: counts - count.count))\(count)  "
          + table.columns.map(\.name).joined(separator: " ")
        try write(CellText.cut(row, to: width).text + "\n")
      }
      try write("\(CellText.padded("rules of Ibid", to: names))  \(Session.domainTables.joined(separator: " "))\n")
      for name in bound { try write("\(CellText.padded(name, to: names))  \(CellText.padded("let", to: counts))\n") }
    }
  }

  mutating func showSchema(of name: String?) async throws {
    guard let name else { return fail("`.schema` takes the name of a table", try: ".schema money") }
    let tables = await runner.session.tables
    let columns: [ResultColumn]
    if name == "_" {
      columns = await runner.session.lastColumns
    } else if let table = tables.first(where: { $0.name == name }) {
      columns = table.columns
    } else {
      let bound = await runner.session.boundNames + Session.domainTables
      guard bound.contains(name) else {
        let near = NearCommand.matches(name, among: tables.map(\.name) + bound)
        return fail(
          "there is no table `\(name)`",
          try: near.isEmpty ? ".tables" : near.map { ".schema " + $0 }.joined(separator: " or "))
      }
      do {
        columns = try await runner.session.prepare(QueryText(name)).schema
      } catch {
        return show(error)
      }
    }
    let width = columns.map { CellText.width(of: $0.name) }.max() ?? 0
    try paged { write in
      for column in columns { try write("\(CellText.padded(column.name, to: width))  \(column.type)\n") }
    }
  }

  /// As the query that it stands for, so that `why` and `|` go on from it.
  mutating func showSample(_ arguments: [String]) async {
    guard let name = arguments.first else { return fail("`.sample` takes the name of a table", try: ".sample money") }
    let count = arguments.dropFirst().first ?? "10"
    guard let number = Int(count), number > 0 else {
      return fail("`\(count)` is no number of rows", try: ".sample \(name) 10")
    }
    await run(statement: "\(name) | sample \(number)")
  }

  mutating func showSource(of name: String?) async throws {
    guard let name else {
      return fail("`.source` takes the name of a rule, a view or a table", try: ".source agreements")
    }
    guard let text = await runner.session.definition(of: name) else {
      let near = NearCommand.matches(name, among: Session.domainTables)
      return fail(
        "`\(name)` was not defined by a text",
        try: near.isEmpty ? ".source agreements" : near.map { ".source " + $0 }.joined(separator: " or "))
    }
    try paged { write in
      for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
        try write(TerminalText.escaped(String(line)) + "\n")
      }
    }
  }
}
