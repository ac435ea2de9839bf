import IbidPlan
import IbidSemantics
import IbidSyntax
import IbidTypes

// What may stand where a word is written.

extension Vocabulary {
  /// What may stand at the cursor, likeliest first.
  func words(_ context: CompletionContext) -> [Completions.Candidate] {
    if context.word.hasPrefix("$") { return parameterNames }
    if context.startsStatement { return statements }
    guard let previous = context.token(1) else { return statements }
    if context.statementWord == "rule" { return ruleWords(context, previous) }
    if previous.kind == .pipe { return steps }
    if previous.kind == .dot { return memberCandidates(context) }
    let isInStep = context.token(2)?.kind == .pipe
    if isInStep, Words.joinKinds.contains(context.text(1)) { return [.init(text: "join ", detail: "")] }
    if isInStep, context.text(1) == "plot" {
      return Plan.PlotKind.allCases.map { .init(text: $0.rawValue, detail: "") }
    }
    if let own = statementWords(context, previous) { return own }
    if expectsTable(context, previous) { return tableNames + [.init(text: "(", detail: "a pipeline in brackets")] }
    if previous.kind == .is || previous.kind == .not && context.token(2)?.kind == .is {
      return ["known", "none", "exact", "resolved", "not "].map { .init(text: $0, detail: "") }
    }
    let clauses = clauseWords(context)
    if previous.kind.endsOperand, !clauses.isBehindWord { return clauses.words + operators(previous, context) }
    let rows = rows(context)
    let values = (rows.map { columnCandidates($0) } ?? []) + columnsOfNetworks(context) + parameterNames
    let related = rows.map(relatedTables) ?? tableNames
    let negations = ["not ", "true", "false", "none", "if "].map { Completions.Candidate(text: $0, detail: "") }
    return clauses.words + values + related + functions + boundValues + negations
  }

  // MARK: Statements

  /// Words that the statement itself asks for; nil where it is about tables and values.
  private func statementWords(_ context: CompletionContext, _ previous: Token) -> [Completions.Candidate]? {
    let place = context.end - context.statement
    switch context.statementWord {
    case "help": return place == 1 ? topics : []
    case "why" where place == 2:
      return [.init(text: "not ", detail: "what dropped a row")]
        + lastColumns.map { .init(text: Self.written($0.name), detail: $0.type) }
    case "why" where place == 1:
      return [.init(text: "not ", detail: "what dropped a row"), .init(text: "1", detail: "row 1 of the last result")]
    case "set" where place == 1: return Setting.allCases.map { .init(text: $0.rawValue + " = ", detail: $0.values) }
    case "explain" where place == 1:
      return [
        .init(text: "analyze ", detail: "runs it, too"), .init(text: "rule ", detail: "what a rule looks for"),
      ] + tableNames
    case "load" where previous.kind == .string:
      return [
        .init(text: "as ", detail: "a data file as a table"), .init(text: "with ", detail: "published, issuer, dollar"),
      ]
    case "load" where context.text(1) == "with" || previous.kind == .comma:
      return ["published: ", "issuer: ", "dollar: "].map { .init(text: $0, detail: "") }
    case "param", "fn", "load":
      return previous.kind == .colon ? Words.types.map { .init(text: $0, detail: "") } : nil
    default: return nil
    }
  }

  /// A table's name stands here, as far as the words before tell.
  private func expectsTable(_ context: CompletionContext, _ previous: Token) -> Bool {
    if previous.kind == .name {
      switch context.text(1) {
      case "union" where context.token(2)?.kind == .pipe: return true
      case "analyze" where context.statementWord == "explain": return true
      default: return false
      }
    }
    guard previous.kind == .assign else { return false }
    return context.text(3) == "join" || context.statementWord == "let" && context.end - context.statement == 3
  }

  // MARK: Clauses

  /// Words that steps have behind their first, in their order.
  private static let clauses: [String: [String]] = [
    "sort": ["asc", "desc"], "sample": ["seed"], "count": ["by"], "summarize": ["by"], "top": ["by", "per"],
    "join": ["on"], "pivot": ["for", "in", "by"], "unpivot": ["into"], "fill": ["by"], "search": ["in"],
    "conflicts": ["of", "by", "all"], "save": ["along", "to"], "pairs": ["of"], "components": ["along"],
    "reach": ["along", "from", "within"], "paths": ["along", "from", "to", "within"], "without": ["along"],
  ]

  /// The words of the step that is being written which are not there yet, and whether the cursor stands right behind one.
  private func clauseWords(_ context: CompletionContext) -> (words: [Completions.Candidate], isBehindWord: Bool) {
    let first = (context.openBrackets.first ?? context.statement - 1) + 1
    guard let pipe = context.lastPipe(behind: first), pipe + 1 < context.end else {
      let isFirst = context.end - context.statement == 1
      let isWord = isFirst && Words.statements.contains { $0.word == context.statementWord }
      return (context.token(1)?.kind.isName ?? false && isFirst ? [.init(text: "with copies", detail: "")] : [], isWord)
    }
    let step = pipe + (Words.joinKinds.contains(context.list.text(pipe + 1)) && pipe + 2 < context.end ? 2 : 1)
    let words = Self.clauses[context.list.text(step)] ?? []
    let written = Set((step + 1..<max(context.end, step + 1)).map(context.list.text))
    let isBehindWord = step == context.end - 1 || words.contains(context.text(1))
    return (
      words.filter { !written.contains($0) || $0 == "asc" || $0 == "desc" }.map { .init(text: $0 + " ", detail: "") },
      isBehindWord && !["asc", "desc", "all"].contains(context.text(1))
    )
  }

  /// What may follow a whole operand, beside the step's own words.
  private func operators(_ previous: Token, _ context: CompletionContext) -> [Completions.Candidate] {
    return ["and ", "or ", "in ", "is ", "not ", "has ", "contains ", "matches ", "then ", "else ", "per "].map {
      .init(text: $0, detail: "")
    }
  }

  /// Columns that steps over networks make, whatever table they are of.
  private static let networkColumns: [String: [String]] = [
    "pairs": ["a", "b"], "components": ["node", "component", "degree", "cut_point"],
    "reach": ["node", "distance", "via"], "paths": ["path", "step", "node", "next"],
  ]

  /// Those of the steps before the one at the cursor.
  private func columnsOfNetworks(_ context: CompletionContext) -> [Completions.Candidate] {
    guard let pipe = context.lastPipe(behind: context.statement), pipe > context.statement else { return [] }
    return (context.statement..<pipe).filter { context.list.tokens[$0].kind == .pipe }.flatMap { index in
      (Self.networkColumns[context.list.text(index + 1)] ?? []).map { Completions.Candidate(text: $0, detail: "") }
    }
  }

  // MARK: Lists

  var tableNames: [Completions.Candidate] {
    let domain = Session.domainTables.filter { name in
      !tables.contains { $0.name == name } && !boundNames.contains(name)
    }
    return tables.map { .init(text: Self.written($0.name), detail: Self.rows($0.rowCount)) }
      + boundNames.map { .init(text: Self.written($0), detail: "bound by let") }
      + domain.map { .init(text: $0, detail: "table by rules") }
  }

  static func rows(_ count: Int) -> String { count == 1 ? "1 row" : "\(count) rows" }

  /// Names bound by `let` that may be values.
  private var boundValues: [Completions.Candidate] {
    boundNames.filter { catalog.bindings[$0]?.isScalar ?? false }.map { .init(text: $0, detail: "bound by let") }
  }

  private var parameterNames: [Completions.Candidate] {
    catalog.parameters.sorted { $0.key < $1.key }.map { .init(text: "$" + $0.key, detail: $0.value.type.description) }
  }

  private var statements: [Completions.Candidate] {
    tableNames + Words.statements.map { .init(text: $0.standsAlone ? $0.word : $0.word + " ", detail: $0.summary) }
      + functions
  }

  private var steps: [Completions.Candidate] {
    Words.steps.map { .init(text: $0.standsAlone ? $0.word : $0.word + " ", detail: $0.summary) }
      + Words.joinKinds.map { .init(text: $0 + " ", detail: "\($0) join") }
  }

  static let aggregates: [Completions.Candidate] = FunctionCatalog.entries.filter(\.isAggregate).map(function)

  private var functions: [Completions.Candidate] {
    Self.allFunctions + catalog.functions.keys.sorted().map { .init(text: $0 + "(", detail: "bound by fn") }
  }

  private static let allFunctions = FunctionCatalog.entries.map(function)

  /// `round(` with `(x: number, places?: whole number) → like x: …`
  private static func function(_ entry: FunctionEntry) -> Completions.Candidate {
    .init(text: entry.name + "(", detail: entry.signature.dropFirst(entry.name.count) + "  " + entry.summary)
  }

  private var topics: [Completions.Candidate] {
    ["steps", "statements", "functions", "aggregates", "tables"].map { .init(text: $0, detail: "") }
      + Words.steps.map { .init(text: $0.word, detail: $0.summary) }
      + Words.statements.map { .init(text: $0.word, detail: $0.summary) }
      + FunctionCatalog.entries.map { .init(text: $0.name, detail: $0.summary) } + tableNames
  }
}
