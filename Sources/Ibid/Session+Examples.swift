import IbidPlan
import IbidSyntax

extension Session {
  /// Queries about a topic that give rows with what is loaded, at most `limit`; without a topic, to begin with.
  ///
  /// Each was run before it is offered. A topic is a step, a function or a table; of others there are none.
  public func examples(of topic: String? = nil, limit: Int = 2) async -> [String] {
    guard store.files.count > 0 || knownTables.contains(where: { $0.rowCount > 0 }) else { return [] }
    let corpus = await ExampleWords(of: self)
    var found: [String] = []
    for template in ExampleQueries.templates(for: topic, corpus) {
      guard found.count < limit else { break }
      guard let text = corpus.filled(template), !found.contains(text) else { continue }
      if await givesRows(text) { found.append(text) }
    }
    return found
  }

  private func givesRows(_ text: String) async -> Bool {
    guard let query = try? await prepare(QueryText(text)) else { return false }
    // Too many rows to try something while somebody waits.
    let rows = query.plan.allTables.reduce(0) { $0 + store.rowCount(of: $1) }
    if rows > ExampleQueries.mostRows { return true }
    return ((try? await query.run())?.rowCount ?? 0) > 0
  }
}

/// Words of the documents that examples speak of.
struct ExampleWords: Sendable {
  private var words: [String: String] = [:]

  init(of session: Session) async {
    let tables = await session.knownTables
    func first(_ query: String) async -> String? {
      guard let result = try? await session.prepare(QueryText(query)).run(), result.rowCount > 0 else { return nil }
      if case .text(let text)? = result.row(0).first, !text.contains("\""), !text.contains("\\") { return text }
      return nil
    }
    if tables.contains(where: { $0.name == "documents" && $0.rowCount > 0 }) {
      words["table"] = "documents"
      words["text"] = "title"
      words["number"] = "words"
      words["date"] = "published"
      words["currency"] = await first("money | select c = amount.currency | count by c | sort count desc | take 1")
      words["entity"] = await first(
        "mentions | select n = entity.name | count by n | sort count desc | take 1")
      words["kind"] = await first("documents | select kind | count by kind | sort count desc | take 1")
    }
    guard words["table"] == nil,
      let table = tables.first(where: { $0.rowCount > 0 && !Store.isReserved($0.name) })
    else { return }
    words["table"] = Vocabulary.written(table.name)
    func column(_ types: Set<String>) -> String? {
      table.columns.first { types.contains($0.type.hasSuffix("?") ? String($0.type.dropLast()) : $0.type) }.map {
        Vocabulary.written($0.name)
      }
    }
    words["text"] = column(["text"])
    words["number"] = column(["int", "float"])
    words["date"] = column(["date"])
  }

  /// A template with its words; nil where one is not known.
  func filled(_ template: String) -> String? {
    var text = ""
    var rest = template[...]
    while let open = rest.firstIndex(of: "{") {
      text += rest[..<open]
      guard let close = rest[open...].firstIndex(of: "}"),
        let word = words[String(rest[rest.index(after: open)..<close])]
      else { return nil }
      text += word
      rest = rest[rest.index(after: close)...]
    }
    return text + rest
  }
}

/// What examples look like before the words of a corpus are put in.
enum ExampleQueries {
  static let mostRows = 500_000

  static func templates(for topic: String?, _ corpus: ExampleWords) -> [String] {
    guard let topic else { return toBeginWith }
    if let own = ofSteps[topic] ?? ofTables[topic] { return own }
    let functions = FunctionCatalog.entries(named: topic)
    if !functions.isEmpty { return functions.flatMap(of) }
    if Words.steps.contains(where: { $0.word == topic }) || Words.statements.contains(where: { $0.word == topic }) {
      return []
    }
    let name = Vocabulary.written(topic)
    return ["\(name) | take 5", "\(name) | describe", "\(name) | count"]
  }

  private static let toBeginWith = [
    "documents | count by kind", "money | where amount.currency == \"{currency}\" | top 5 by amount",
    "sentences | search \"{entity}\" | take 5", "quotes | count by speaker.name | top 5 by count",
    "{table} | describe", "{table} | count by {text} | top 5 by count", "{table} | top 5 by {number}",
    "{table} | take 5",
  ]

  private static let ofSteps: [String: [String]] = [
    "where": [
      "money | where amount.currency == \"{currency}\"", "documents | where kind == \"{kind}\"",
      "{table} | where {text} is known",
    ],
    "select": ["{table} | select {text}, {number}"],
    "derive": [
      "documents | derive quoted = quotes.count() | select title, quoted", "{table} | derive half = {number} / 2",
    ],
    "drop": ["{table} | drop {text}"], "rename": ["{table} | rename words_in_it = {number}"],
    "sort": ["{table} | sort {number} desc", "{table} | sort {text}"], "take": ["{table} | take 3"],
    "skip": ["{table} | skip 1"], "sample": ["sentences | sample 3", "{table} | sample 3"],
    "distinct": ["documents | distinct kind", "{table} | distinct {text}"],
    "count": ["documents | count by kind", "{table} | count by {text}", "{table} | count"],
    "summarize": [
      "money | summarize total = sum(amount), n = count() by amount.currency",
      "documents | summarize n = count(), longest = max(words) by kind",
      "{table} | summarize n = count(), most = max({number}) by {text}",
    ],
    "top": ["money | where amount.currency == \"{currency}\" | top 5 by amount", "{table} | top 5 by {number}"],
    "join": ["money | join d = documents on document == d | select amount, d.title"],
    "union": ["{table} | take 2 | union {table}"],
    "pivot": ["documents | pivot count() for kind"],
    "search": ["sentences | search \"{entity}\" | take 5"], "describe": ["money | describe", "{table} | describe"],
    "cite": ["documents | count by kind | cite"],
    "plot": [
      "documents | count by kind | plot bars kind, count", "{table} | plot histogram {number}",
    ],
    "conflicts": ["figures | conflicts of value by measure"],
    "pairs": ["agreements | pairs of parties"],
    "components": ["agreements | pairs of parties | components"],
    "reach": ["agreements | pairs of parties | reach from \"{entity}\" within 2"],
    "unnest": ["entities | unnest aliases | take 5"],
  ]

  private static let ofTables: [String: [String]] = [
    "money": ["money | where amount.currency == \"{currency}\" | top 5 by amount", "money | count by document.title"],
    "quotes": ["quotes | count by speaker.name | top 5 by count", "quotes | select speaker.name, text | take 3"],
    "documents": ["documents | count by kind", "documents | select title, published | sort published"],
    "sentences": ["sentences | search \"{entity}\" | take 5", "sentences | where text has \"{entity}\""],
    "entities": ["entities | count by kind", "mentions | count by entity.name | top 5 by count"],
  ]

  /// A call with a column of the type that the first parameter takes.
  private static func of(_ entry: FunctionEntry) -> [String] {
    let columns = ["{text}", "{number}", "{date}", "amount"]
    guard entry.takes(1) else {
      return entry.takes(0) && entry.isAggregate ? ["{table} | summarize n = \(entry.name)() by {text}"] : []
    }
    return columns.map { column in
      let table = column == "amount" ? "money" : "{table}"
      let kept = column == "amount" ? "amount" : "{text}"
      return entry.isAggregate
        ? "\(table) | summarize result = \(entry.name)(\(column))"
        : "\(table) | select \(kept), result = \(entry.name)(\(column)) | take 3"
    }
  }
}
