import IbidPlan
import IbidSource
import IbidSyntax

/// What a half-typed word may become.
public struct Completions: Sendable {
  public struct Candidate: Sendable, Hashable {
    /// What to write instead of the word.
    public let text: String
    /// What it is, in a few words: a type, a summary.
    public let detail: String
    public init(text: String, detail: String) {
      self.text = text
      self.detail = detail
    }
  }

  /// UTF-8 bytes of the text that a candidate replaces: from the start of the word to the cursor.
  public let replaces: Range<Int>
  public let candidates: [Candidate]
  public init(replaces: Range<Int>, candidates: [Candidate]) {
    self.replaces = replaces
    self.candidates = candidates
  }
}

/// The names a query may use at one moment, to complete words without asking the session again.
public struct Vocabulary: Sendable {
  public let tables: [Session.TableInfo]
  public let boundNames: [String]
  public let lastColumns: [ResultColumn]

  public init(tables: [Session.TableInfo] = [], boundNames: [String] = [], lastColumns: [ResultColumn] = []) {
    self.tables = tables
    self.boundNames = boundNames
    self.lastColumns = lastColumns
  }
}

extension Session {
  /// Tables, bound names and columns of the last result, as they are now.
  public var vocabulary: Vocabulary {
    Vocabulary(tables: knownTables + tablesAboutTables, boundNames: boundNames, lastColumns: lastColumns)
  }

  /// What the word before the cursor (a UTF-8 offset) may become.
  public func completions(for text: String, cursor: Int) -> Completions? {
    vocabulary.completions(for: text, cursor: cursor)
  }
}

extension Vocabulary {
  /// What the word before the cursor (a UTF-8 offset) may become; nil inside a string or comment, where nothing is known.
  public func completions(for text: String, cursor: Int) -> Completions? {
    let bytes = Array(text.utf8.prefix(max(0, cursor)))
    let list = Lexer.tokens(of: SourceText(name: "input", bytes: bytes)).list
    var end = list.tokens.count - 1
    guard !list.endsInComment, !list.tokens[..<end].contains(where: { $0.isBroken && $0.span.upper == bytes.count })
    else { return nil }
    var start = bytes.count
    if end > 0, list.tokens[end - 1].kind.isWord, list.tokens[end - 1].span.upper == bytes.count {
      end -= 1
      start = list.tokens[end].span.lower
    }
    let word = String(decoding: bytes[start...], as: UTF8.self).lowercased()
    var seen: Set<String> = []
    let matching = candidates(list, before: end).filter {
      $0.text.lowercased().hasPrefix(word) && seen.insert($0.text).inserted
    }
    return Completions(replaces: start..<bytes.count, candidates: matching)
  }

  /// What may stand after the tokens before `end`, likeliest first.
  private func candidates(_ list: TokenList, before end: Int) -> [Completions.Candidate] {
    guard end > 0 else { return statements }
    let previous = list.tokens[end - 1]
    if end < list.tokens.count - 1 || list.tokens[end].kind == .end, list.startsStatement(end) { return statements }
    if previous.kind == .pipe { return steps }
    if previous.kind == .dot { return parts(list, before: end - 1) }
    if end > 1, previous.kind.isName, Words.joinKinds.contains(list.text(end - 1)), list.tokens[end - 2].kind == .pipe {
      return [.init(text: "join", detail: "")]
    }
    if end > 1, list.text(end - 1) == "plot", list.tokens[end - 2].kind == .pipe {
      return Plan.PlotKind.allCases.map { .init(text: $0.rawValue, detail: "") }
    }
    let first = list.statementStart(before: end)
    switch list.text(first) {
    case "help": return topics
    case "why" where end == first + 2: return lastColumns.map { .init(text: $0.name, detail: $0.type) }
    default: break
    }
    return linkWords(list, from: first, to: end) + columns(list, from: first, to: end) + functions + words + (previous.kind.endsOperand ? [] : tableNames)
  }

  // MARK: Networks

  /// What steps over networks may be followed by.
  private static let linkWords: [String: [String]] = [
    "pairs": ["of"], "components": ["along"], "reach": ["along", "from", "within"],
    "paths": ["along", "from", "to", "within"], "without": ["along"],
  ]

  /// Columns that steps over networks make.
  private static let linkColumns: [String: [String]] = [
    "pairs": ["a", "b"], "components": ["node", "component", "degree", "cut_point"],
    "reach": ["node", "distance", "via"], "paths": ["path", "step", "node", "next"],
  ]

  /// The words of the step that is being written which are not there yet, in their order.
  private func linkWords(_ list: TokenList, from first: Int, to end: Int) -> [Completions.Candidate] {
    guard let pipe = list.tokens[first..<end].lastIndex(where: { $0.kind == .pipe }), pipe + 1 < end else { return [] }
    let written = Set((pipe + 2..<max(end, pipe + 2)).map(list.text))
    return (Self.linkWords[list.text(pipe + 1)] ?? []).filter { !written.contains($0) }.map {
      .init(text: $0 + " ", detail: "")
    }
  }

  // MARK: Where a path leads

  private static let valueParts = ["number", "low", "high", "hedge", "unit", "currency", "text", "worded", "grain"]

  private func parts(_ list: TokenList, before dot: Int) -> [Completions.Candidate] {
    var path: [String] = []
    var index = dot - 1
    while index >= 0, list.tokens[index].kind.isName {
      path.insert(list.name(index), at: 0)
      guard index >= 2, list.tokens[index - 1].kind == .dot else { break }
      index -= 2
    }
    let aggregates = FunctionCatalog.entries.filter(\.isAggregate).map {
      Completions.Candidate(text: $0.name + "(", detail: $0.summary)
    }
    guard let root = path.first else { return aggregates }
    let known =
      columns(list, from: list.statementStart(before: dot), to: dot).map { ($0.text, $0.detail) }
      + tables.flatMap { $0.columns.map { ($0.name, $0.type) } }
    guard var type = known.first(where: { $0.0 == root })?.1 else {
      return tables.contains { $0.name == root } ? aggregates : []
    }
    for part in path.dropFirst() {
      guard let next = target(of: type)?.columns.first(where: { $0.name == part }) else { return [] }
      type = next.type
    }
    if let table = target(of: type) { return table.columns.map { .init(text: $0.name, detail: $0.type) } }
    return Self.valueParts.map { .init(text: $0, detail: "") }
  }

  /// The table that a column of this type, `ref<entities>?`, refers to.
  private func target(of type: String) -> Session.TableInfo? {
    guard let open = type.range(after: "ref<") else { return nil }
    let name = String(type[open...].prefix { $0 != ">" })
    return tables.first { $0.name == name }
  }

  /// Columns of the tables that the statement names, and the names it gives itself.
  private func columns(_ list: TokenList, from first: Int, to end: Int) -> [Completions.Candidate] {
    var result: [Completions.Candidate] = []
    if list.tokens[first].kind == .pipe { result += lastColumns.map { .init(text: $0.name, detail: $0.type) } }
    for index in first..<end where list.tokens[index].kind.isName {
      let name = list.name(index)
      let isPath = index > first && list.tokens[index - 1].kind == .dot
      if !isPath, let table = tables.first(where: { $0.name == name }) {
        result += table.columns.map { .init(text: $0.name, detail: $0.type) }
      }
      if !isPath, index + 1 < end, list.tokens[index + 1].kind == .assign {
        result.append(.init(text: name, detail: ""))
      }
      if index > first, list.tokens[index - 1].kind == .pipe {
        result += (Self.linkColumns[name] ?? []).map { .init(text: $0, detail: "") }
      }
    }
    return result
  }

  // MARK: Lists

  private var tableNames: [Completions.Candidate] {
    tables.map { .init(text: $0.name, detail: "table, \($0.rowCount) rows") }
      + boundNames.map { .init(text: $0, detail: "bound by let") }
  }

  private var statements: [Completions.Candidate] {
    tableNames + Words.statements.map { .init(text: $0.standsAlone ? $0.word : $0.word + " ", detail: $0.summary) }
      + functions
  }

  private var steps: [Completions.Candidate] {
    Words.steps.map { .init(text: $0.standsAlone ? $0.word : $0.word + " ", detail: $0.summary) }
      + Words.joinKinds.map { .init(text: $0 + " ", detail: "\($0) join") }
  }

  private var functions: [Completions.Candidate] {
    FunctionCatalog.entries.map { .init(text: $0.name + "(", detail: $0.summary) }
  }

  private var words: [Completions.Candidate] {
    Words.reserved.map { .init(text: $0, detail: "") } + ["asc", "desc"].map { .init(text: $0, detail: "") }
  }

  private var topics: [Completions.Candidate] {
    ["steps", "statements", "functions", "aggregates", "tables"].map { .init(text: $0, detail: "") }
      + Words.steps.map { .init(text: $0.word, detail: $0.summary) }
      + Words.statements.map { .init(text: $0.word, detail: $0.summary) }
      + FunctionCatalog.entries.map { .init(text: $0.name, detail: $0.summary) } + tableNames
  }
}

extension TokenList {
  /// The text ends in a comment without a line's end.
  fileprivate var endsInComment: Bool {
    let last = tokens.count - 1
    if let trivia = leadingTrivia(of: last).last { return trivia.kind == .comment }
    return last > 0 && trailingTrivia(of: last - 1).last?.kind == .comment
  }

  /// Whether the newline rule ends a statement before a token; the end of the text counts as a name that may follow.
  fileprivate func startsStatement(_ index: Int) -> Bool {
    if tokens[index].kind != .end { return tokens[index].startsStatement }
    return index > 0 && tokens[index - 1].kind == .semicolon
  }

  fileprivate func statementStart(before index: Int) -> Int {
    tokens[..<index].lastIndex { $0.startsStatement } ?? 0
  }

  /// A name without its backticks.
  fileprivate func name(_ index: Int) -> String {
    let text = text(index)
    return tokens[index].kind == .quotedName ? String(text.dropFirst().dropLast()) : text
  }
}

extension String {
  fileprivate func range(after start: String) -> String.Index? {
    var index = startIndex
    while index < endIndex {
      if self[index...].hasPrefix(start) { return self.index(index, offsetBy: start.count) }
      index = self.index(after: index)
    }
    return nil
  }
}
