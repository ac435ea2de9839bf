import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about names and places. Types: `Diagnostics+Types.swift` and its neighbours.

extension Diagnostic {
  /// `a`, `b`, `c` … for what is available; long lists are cut.
  static func listed(_ names: [String], limit: Int = 12) -> String {
    let shown = names.prefix(limit).map { "`\($0)`" }.joined(separator: ", ")
    return names.count > limit ? shown + " and \(names.count - limit) more" : shown
  }

  /// Near names as edits; without any, what there is as the reason.
  static func near(_ name: Name, among names: [String]) -> [Suggestion] {
    NearestName.matches(name.text, among: names).map { Suggestion($0, edit: Edit(name.span, $0)) }
  }

  static func unknownColumn(_ name: Name, scope: Scope, catalog: Catalog, isWanted: Bool = true) -> Diagnostic {
    if scope.isOpen() || name.isMissing { return .consequence(at: name.span) }
    let names = scope.visibleNames
    let plain = scope.columns.filter { !$0.isHidden && $0.field.name.hasSuffix("." + name.text) }.map(\.field.name)
    let isProper = name.text.first?.isUppercase ?? false
    let quoted =
      isProper ? [Suggestion("\"\(name.text)\", if the text is meant", edit: Edit(name.span, "\"\(name.text)\""))] : []
    let other = synonyms[name.text.lowercased(), default: []].filter(names.contains)
    // Names are case-sensitive, and nobody means a text by one that differs in case only.
    let sameLetters = names.filter { $0.lowercased() == name.text.lowercased() }
    let suggestions =
      sameLetters.map { Suggestion($0, edit: Edit(name.span, $0)) } + (sameLetters.isEmpty ? quoted : [])
      + (other + plain + oneStepAway(name.text, scope: scope, catalog: catalog)).map {
        Suggestion($0, edit: Edit(name.span, $0))
      }
      + near(name, among: names)
    var seen: Set<String> = []
    let offered = suggestions.filter { seen.insert($0.text).inserted }
    let taking = scope.rows?.stepThatTookOut(name.text)
    let step = taking?.shortWords.map { "it was there before `\($0)`; " } ?? ""
    let owners = step.isEmpty && suggestions.isEmpty ? tables(with: name.text, in: catalog) : ""
    return Diagnostic(
      "unknown-column", "there is no column `\(name.text)` here", at: name.span, label: "no such column",
      why: names.isEmpty ? nil : step + "the columns at this point are \(listed(names))\(owners)",
      try: offered + (isWanted ? taking.flatMap { keeping(name, in: $0) } ?? [] : []))
  }

  /// `sort desc`: a direction where a column is to stand.
  static func directionWithoutColumn(_ direction: Name, _ scope: Scope) -> Diagnostic {
    if scope.isOpen() { return .consequence(at: direction.span) }
    let fields = scope.visible.map { scope.columns[$0].field }.filter(\.type.base.canBeSorted)
    let names = fields.map(\.name)
    // Rows are most often sorted by days and by how much there is of something.
    let usual = fields.filter {
      $0.type.base.isMeasure || [DataType.date, .period, .int, .float].contains($0.type.base)
    }
    let offered = usual + fields.filter { !usual.map(\.name).contains($0.name) }
    return Diagnostic(
      "unknown-column", "`\(direction.text)` needs a column before it", at: direction.span,
      label: "the direction of which column?",
      why: names.isEmpty ? nil : "the columns that can be sorted by are \(listed(names))",
      try: offered.prefix(3).map { field in
        let sorted = "\(Printer.name(Name(field.name, at: direction.span))) \(direction.text)"
        return Suggestion(sorted, edit: Edit(direction.span, sorted))
      })
  }

  /// A `select` with one column more; nil for any other step.
  private static func keeping(_ name: Name, in step: Plan) -> [Suggestion]? {
    guard let words = step.words, words.hasPrefix("select "), step.span.upper < name.span.lower else { return nil }
    let end = ByteSpan(step.span.upper, step.span.upper)
    let written = Printer.name(name)
    return [
      Suggestion(words.count <= 40 ? "\(words), \(written)" : "select …, \(written)", edit: Edit(end, ", \(written)"))
    ]
  }

  /// The first tables that have such a column, in words; empty if there is none.
  private static func tables(with column: String, in catalog: Catalog) -> String {
    let names = catalog.offeredTables.filter { $0.schema.index(of: column) != nil }.map { "`\($0.name)`" }
    guard let first = names.first else { return "" }
    let others = names.count > 3 ? names.prefix(3).joined(separator: ", ") + " and others" : nil
    return names.count == 1
      ? "; \(first) has one of that name"
      : "; \(others ?? names.dropLast().joined(separator: ", ") + " and " + names[names.count - 1]) have one of that name"
  }

  /// `join`: the step, which only chooses rows of the left side.
  static func columnOfSemiJoin(_ name: Name, _ join: Plan) -> Diagnostic {
    let isSemi = if case .join(.semi, _, _, _, _, _, _) = join.node { true } else { false }
    let kind = isSemi ? "semi" : "anti"
    let word = ByteSpan(join.span.lower, join.span.lower + kind.utf8.count + 1)
    return Diagnostic(
      "unknown-column", "`\(name.text)` has no columns here: \(isSemi ? "a" : "an") `\(kind) join` adds none",
      at: name.span,
      label: "not in the result", labels: [Label(join.span, "only rows of the left side come out of it")],
      why: isSemi
        ? "it keeps the rows that have a match; a `join` puts the match beside them"
        : "it keeps the rows without a match, so that there is none to show",
      try: isSemi ? [Suggestion("join \(name.text) = …", edit: Edit(word, ""))] : [])
  }

  /// `words`: how the column is called here.
  static func columnOfTable(_ table: Name, as words: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "table-as-value", "`\(table.text)` is the whole table; the column of this row is `\(words)`", at: table.span,
      label: "a whole table",
      why: words.contains(".") ? nil : "a step has one row at a time, and its columns stand alone",
      try: [Suggestion(words, edit: Edit(span, words))])
  }

  /// What other tools and people call columns of the documents' tables.
  private static let synonyms: [String: [String]] = [
    "type": ["kind"], "category": ["kind"], "date": ["published", "value"], "author": ["issuer"],
    "publisher": ["issuer"], "heading": ["title"], "headline": ["title"], "who": ["speaker", "name"],
    "person": ["speaker", "name"], "value": ["amount"], "amount": ["value"], "sum": ["amount"], "body": ["text"],
    "content": ["text"], "path": ["file"], "filename": ["file"],
  ]

  /// A name that no column has, where a text is compared with it: the text itself was meant, without its quotes.
  static func unquotedText(_ name: Name, set: WordSet?, scope: Scope) -> Diagnostic {
    let near = set.map { NearestName.matches(name.text, among: $0.words, limit: 1) } ?? [name.text]
    return Diagnostic(
      "unknown-column", "there is no column `\(name.text)` here", at: name.span, label: "no such column",
      why: set.map { near.isEmpty ? "the words of `\($0.name)` are \(listed($0.words)), in quotes" : nil } ?? nil
        ?? "a text stands in quotes; without them this is the name of a column",
      try: near.map { Suggestion("\"\($0)\"", edit: Edit(name.span, "\"\($0)\"")) }
        + NearestName.matches(name.text, among: scope.visibleNames).map { Suggestion($0, edit: Edit(name.span, $0)) })
  }

  /// Paths that lead to a column of this name over one reference: `document.published`.
  private static func oneStepAway(_ name: String, scope: Scope, catalog: Catalog) -> [String] {
    scope.visible.compactMap { index in
      let field = scope.columns[index].field
      switch (field.type.base, name) {
      case (.money, "currency"), (.quantity, "unit"): return field.name + "." + name
      default: break
      }
      guard case .reference(let table) = field.type.base, catalog.table(named: table)?.schema.index(of: name) != nil
      else { return nil }
      return field.name + "." + name
    }
  }

  static func exchangedRenaming(_ renaming: Renaming) -> Diagnostic {
    let (new, old) = (renaming.new, renaming.old)
    let fix = "\(old.text) = \(new.text)"
    return Diagnostic(
      "unknown-column", "there is no column `\(old.text)` here", at: old.span, label: "no such column",
      labels: [Label(new.span, "this is one")], why: "the new name stands first, as in `derive`",
      try: [Suggestion(fix, edit: Edit(new.span.joined(with: old.span), fix))])
  }

  static func unknownName(_ name: Name, catalog: Catalog) -> Diagnostic {
    let names = offeredNames(catalog, for: name)
    return Diagnostic(
      "unknown-name", "nothing is called `\(name.text)`", at: name.span, label: "unknown name",
      why: names.isEmpty ? "no documents or data are loaded" : "there are \(listed(names, limit: 24))",
      try: near(name, among: names + catalog.tables.filter(\.isAboutTables).map(\.name)))
  }

  static func unknownTable(_ name: Name, catalog: Catalog) -> Diagnostic {
    let names = offeredNames(catalog, for: name)
    return Diagnostic(
      "unknown-table", "there is no table `\(name.text)`", at: name.span, label: "no such table",
      why: names.isEmpty ? "no documents or data are loaded" : "there are \(listed(names, limit: 24))",
      try: near(name, among: names + catalog.tables.filter(\.isAboutTables).map(\.name)))
  }

  /// The names that a user may know: those that are like the mistaken one, what the user has defined, tables of documents and
  /// data, and those that come with Ibid, but not the views that these are made of.
  private static func offeredNames(_ catalog: Catalog, for name: Name) -> [String] {
    let own = catalog.bindings.keys.filter { !catalog.shipped.contains($0) }.sorted()
    let tables = catalog.offeredTables.map(\.name)
    let shipped = catalog.closedTables.sorted()
    let all = tables.isEmpty && own.isEmpty ? [] : own + tables + shipped
    var seen: Set<String> = []
    return (NearestName.matches(name.text, among: all) + all).filter { seen.insert($0).inserted }
  }

  /// A name that a later statement gives a meaning; `statement` is how that begins.
  static func definedBelow(_ name: Name, line: Int, statement: String) -> Diagnostic {
    Diagnostic(
      "defined-below", "`\(name.text)` is not defined yet: that comes below, in line \(line)", at: name.span,
      label: "used before it is there", why: "statements are checked and run from the first to the last",
      try: [Suggestion("`\(statement)` above this statement")])
  }

  static func unknownJoinColumn(_ name: Name, qualifier: String, scope: Scope) -> Diagnostic {
    if scope.isOpen(below: qualifier) || name.isMissing { return .consequence(at: name.span) }
    let names = scope.columns.filter { $0.field.name.hasPrefix(qualifier + ".") && !$0.isHidden }.map {
      String($0.field.name.dropFirst(qualifier.count + 1))
    }
    return Diagnostic(
      "unknown-column", "`\(qualifier)` has no column `\(name.text)`", at: name.span, label: "no such column",
      why: "it has \(listed(names))", try: near(name, among: names))
  }

  static func unknownParameter(_ name: Name, catalog: Catalog) -> Diagnostic {
    let names = catalog.parameters.keys.sorted()
    return Diagnostic(
      "unknown-parameter", "there is no parameter `$\(name.text)`", at: name.span, label: "not declared",
      why: names.isEmpty ? "no `param` has been declared" : "declared are \(listed(names.map { "$" + $0 }))",
      try: NearestName.matches(name.text, among: names).map { Suggestion("$" + $0, edit: Edit(name.span, "$" + $0)) }
        + [Suggestion("param \(name.text): text")])
  }

  static func unknownType(_ name: TypeName) -> Diagnostic {
    let types = ["bool", "int", "float", "text", "date", "period", "duration", "money", "quantity", "list", "ref"]
    return Diagnostic(
      "unknown-type", "there is no type `\(name.name.text)` of this form", at: name.span, label: "not a type",
      why:
        "types are \(listed(types)); `money<GBP>`, `quantity<percent>`, `list<text>`, `ref<documents>` say more, `?` means: may be missing",
      try: types.contains(name.name.text) ? [] : near(name.name, among: types))
  }

  static func nameTaken(_ name: Name, by what: String) -> Diagnostic {
    Diagnostic(
      "name-taken", "`\(name.text)` is already the name of \(what)", at: name.span, label: "taken",
      why: "a name means one thing in a script, so that a reader never has to ask which",
      try: [Suggestion("\(name.text)_2", edit: Edit(name.span, name.text + "_2"))])
  }

  static func joinNameTaken(_ name: Name) -> Diagnostic {
    Diagnostic(
      "name-taken", "`\(name.text)` is already the name of a column or join here", at: name.span, label: "taken",
      why: "the right side's columns are called `\(name.text).…`",
      try: [Suggestion("\(name.text)_2", edit: Edit(name.span, name.text + "_2"))])
  }

  /// `path`: the words at `span`, where they are a path that has named itself.
  static func repeatedName(_ name: String, at span: ByteSpan, first: ByteSpan? = nil, path: String? = nil) -> Diagnostic
  {
    let own = path.map { $0.split(separator: ".").joined(separator: "_") } ?? "\(name)_2"
    return Diagnostic(
      "repeated-name", "two columns of this result are called `\(name)`", at: span, label: "this one too",
      labels: first.map { [Label($0, "`\(name)` here")] } ?? [],
      why: "a name is one column; nothing is renamed behind your back",
      try: [
        path.map { Suggestion("\(own) = \($0)", edit: Edit(span, "\(own) = \($0)")) }
          ?? Suggestion("give one its own name: \(own) = …")
      ])
  }

  /// `select ["title", "words"]`, as pandas has it; nil for anything else.
  static func listedColumns(_ item: Item) -> Diagnostic? {
    guard item.name == nil, case .list(let elements) = item.value.kind, !elements.isEmpty else { return nil }
    let names = elements.compactMap { element in
      if case .literal(.string(let name)) = element.kind { Printer.name(Name(name, at: element.span)) } else { nil }
    }
    guard names.count == elements.count else { return nil }
    let text = names.joined(separator: ", ")
    return Diagnostic(
      "unnamed-result", "columns stand side by side, without brackets and quotes", at: item.span,
      label: "one list in every row", try: [Suggestion(text, edit: Edit(item.span, text))])
  }

  /// `written` is the value as it stands in the query.
  static func unnamedResult(_ item: Item, written: String) -> Diagnostic {
    Diagnostic(
      "unnamed-result", "this result needs a name", at: item.span, label: "what is it called?",
      why: "a column, a path and a call name themselves; a computed value does not",
      try: [
        Suggestion(
          "name = \(written.count <= 40 ? written : "…")",
          edit: Edit(ByteSpan(item.span.lower, item.span.lower), "name = "))
      ])
  }

  static func nothingLeft(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "nothing-left", "this drops every column", at: span, why: "a table needs at least one column",
      try: [Suggestion("keep one, or use `count` for the number of rows")])
  }

  static func noLastResult(at span: ByteSpan, outdated: Set<String> = []) -> Diagnostic {
    guard outdated.isEmpty else {
      return Diagnostic(
        "no-last-result", "nothing goes on from the last result any more", at: span, label: "made of other columns",
        why: changes(outdated),
        try: [Suggestion("run its query again")])
    }
    return Diagnostic(
      "no-last-result", "there is no last result to go on from", at: span, label: "no table came before",
      why: "`_` and a leading `|` mean the table shown last; a single value is named with `let x = …`",
      try: [Suggestion("start with a table: documents | …")])
  }

  /// `$least` stands for a parameter, other names for tables.
  static func changes(_ names: Set<String>) -> String {
    let what = names.allSatisfy { $0.hasPrefix("$") } ? "another type" : "other columns"
    return "\(listed(names.sorted())) \(names.count == 1 ? "has" : "have") \(what) now"
  }

  static func noCopies(_ name: Name) -> Diagnostic {
    Diagnostic(
      "no-copies", "`\(name.text)` has no copies to show", at: name.span, label: "no repeats are kept here",
      why: "only tables extracted from documents know which rows stand in repeated text",
      try: [Suggestion(name.text, edit: nil)])
  }

  static func joinAsValue(_ name: Name) -> Diagnostic {
    Diagnostic(
      "join-as-value", "`\(name.text)` is the right side of a join; a value is one of its columns", at: name.span,
      label: "which column?",
      why: "a row of a table of the documents could be referred to; rows that a step made are only their columns",
      try: [Suggestion("\(name.text).COLUMN")])
  }

  static func currencyAsName(_ name: Name) -> Diagnostic {
    Diagnostic(
      "currency-as-name", "`\(name.text)` alone is a name, not money", at: name.span, label: "no amount follows",
      why: "currencies are compared as text: `amount.currency == \"\(name.text)\"`",
      try: [
        Suggestion("\"\(name.text)\"", edit: Edit(name.span, "\"\(name.text)\"")),
        Suggestion("\(name.text) 10 million"),
      ])
  }

  static func notATable(_ value: PlanExpression) -> Diagnostic {
    Diagnostic(
      "not-a-table", "steps need a table, and this is \(article(value.type))", at: value.span, label: "a single value",
      try: [Suggestion("start with a table: money | where …")])
  }

  static func tableAsScalar(_ plan: Plan, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "table-as-scalar", "this pipeline gives a table, and a single value is needed here", at: span,
      label: "\(plan.schema.fields.count { !$0.name.hasPrefix("@") }) columns, any number of rows",
      why: "one value comes from an aggregate", try: [Suggestion("( … ).count()"), Suggestion("( … ).max(COLUMN)")])
  }

  static func tableAsList(_ plan: Plan, at span: ByteSpan) -> Diagnostic {
    let names = Scope(schema: plan.schema).visibleNames
    return Diagnostic(
      "table-as-list", "`in` looks among the values of one column, and this table has \(names.count)", at: span,
      label: "which column?", why: "it has \(listed(names))",
      try: [Suggestion("in ( … | select \(names.first ?? "COLUMN"))")])
  }

  static func recordOutsidePlace(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "record-outside-place", "a record is not a value here", at: span, why: "records stand only in examples of rules",
      try: [Suggestion("select a = …, b = …")])
  }

  static func regexOutsidePlace(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "regex-outside-place", "a regular expression is not a value here", at: span,
      why: "it stands after `matches` or as an argument of `extract`", try: [Suggestion("text matches /…/")])
  }

  static func badRegex(_ mistake: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "bad-regex", "this regular expression cannot be read", at: span, label: mistake,
      why: "the syntax is RE2's: no look-around, no back-references, so that every search takes linear time",
      try: [Suggestion("a backslash before ( ) [ ] { } . * + ? | ^ $ that are meant as such")])
  }

  static func notAReference(_ column: Name, table: String, target: String, available: [String])
    -> Diagnostic
  {
    Diagnostic(
      "not-a-reference", "`\(table).\(column.text)` does not refer to `\(target)`", at: column.span,
      label: "no reference to `\(target)`",
      why: available.isEmpty ? "no column of `\(table)` does" : "these do: \(listed(available))",
      try: near(column, among: available))
  }

  static func ambiguousReference(_ table: String, _ columns: [String], at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "ambiguous-reference", "rows of `\(table)` refer to this row in more than one column", at: span,
      label: "by which?",
      try: columns.map { Suggestion("\(table)[\($0)]", edit: Edit(ByteSpan(span.upper, span.upper), "[\($0)]")) })
  }

  static func needsAggregate(_ name: Name, of table: String?) -> Diagnostic {
    let close = near(name, among: AggregateFunction.allCases.map(\.rawValue))
    return Diagnostic(
      "needs-aggregate", "`\(name.text)` is no aggregate, and many rows need one", at: name.span,
      label: "not an aggregate",
      labels: [], why: "`\(table ?? "a table").…` stands for any number of rows",
      try: close.isEmpty ? [Suggestion("count()", edit: nil)] : close)
  }

  static func joinNeedsEquality(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "join-needs-equality", "this join has no equality between its two sides", at: span,
      why: "every row would meet every other",
      try: [Suggestion("on COLUMN == \(name.text).COLUMN"), Suggestion("on COLUMN, if both sides have it")])
  }

  static func asofNeedsOrder(_ name: Name, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "asof-needs-order", "this as-of join has no inequality between its two sides", at: span,
      why: "it takes the closest row before or after, and needs to know of what",
      try: [
        Suggestion("on DATE >= \(name.text).DATE, for the last row up to that date"),
        Suggestion("on DATE <= \(name.text).DATE, for the first one from then on"),
      ])
  }

  static func joinColumnMissing(_ column: Name, join: String, isLeft: Bool, left: Scope, combined: Scope) -> Diagnostic
  {
    if isLeft ? left.isOpen() : combined.isOpen(below: join) { return .consequence(at: column.span) }
    let names =
      isLeft
      ? left.visibleNames
      : combined.columns.filter { $0.field.name.hasPrefix(join + ".") && !$0.isHidden }.map {
        String($0.field.name.dropFirst(join.count + 1))
      }
    return Diagnostic(
      "join-column-missing", "the \(isLeft ? "left" : "right") side has no column `\(column.text)`", at: column.span,
      label: "must be on both sides",
      why: "it has \(listed(names))",
      try: NearestName.matches(column.text, among: names).map {
        Suggestion(
          isLeft ? "\($0) == \(join).\(column.text)" : "\(column.text) == \(join).\($0)",
          edit: Edit(column.span, isLeft ? "\($0) == \(join).\(column.text)" : "\(column.text) == \(join).\($0)"))
      })
  }

  static func tooManySteps(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "too-many-steps", "this pipeline has more than \(Plan.maximalDepth) steps, its `let`s counted in", at: span,
      label: "one too many",
      why: "a longer one is more likely a mistake than a question",
      try: [Suggestion("keep a result on the way: save it, or `keep x`")])
  }
}
