import IbidColumns
import IbidEngine
import IbidPlan
import IbidSemantics
import IbidTypes

/// A random query text over the two random tables, grown step by step: what the checker accepts stays.
///
/// It goes through what random plans cannot: names and scopes, narrowing, lowering of pivots and windows, functions,
/// views and parameters.
struct RandomQuery {
  var random: Random
  let tables: RandomTables
  let goals: Goals
  /// The steps that were taken, by their words.
  private(set) var words: Set<String> = []
  private(set) var text = ""
  private(set) var plan: Plan

  private let catalog: Catalog

  /// Values of the parameters that every query may use.
  static let parameters: [String: Value] = [
    "least": .int(1), "cap": .measure(Measure(ExactNumber(2), unit: "GBP"), .money),
    "since": .moment(Moment(literal: "2024-02-01") ?? .unresolved("", grain: .day)),
  ]

  private static let declarations = """
    param least: int = 1
    param cap: money<GBP> = £2
    param since: date = @2024-02-01
    fn twice(x: float) = x * 2
    fn fits(x: money<GBP>, most: money<GBP>) = x <= most
    let known = a | where part is known | derive half = part / 2
    let mean = a.avg(ratio)

    """

  init?(seed: UInt64, number: Int) {
    random = Random(seed: seed)
    tables = RandomTables(random: &random)
    goals = Goals(number)
    catalog = Self.catalog(tables)
    let start = random.pick(["a", "a", "a", "b", "known", "a with copies"])
    guard let plan = TextExpressions.plan(Self.declarations + start, catalog) else { return nil }
    self.plan = plan
    text = start
    grow()
  }

  private static func catalog(_ tables: RandomTables) -> Catalog {
    var catalog = Catalog()
    for name in ["a", "b"] {
      catalog.define(.init(name: name, schema: tables.schemas[name] ?? Schema([]), hasCopies: name == "a"))
    }
    return catalog
  }

  /// The plan of a text that may use the definitions of random queries; nil if it is refused.
  static func plan(_ text: String, over tables: RandomTables) -> Plan? {
    TextExpressions.plan(declarations + text, catalog(tables))
  }

  /// The query with its definitions.
  var whole: String { Self.declarations + text }

  private mutating func grow() {
    let isEmpty = rowCount(plan) == 0
    for position in 0..<goals.depth {
      for attempt in 0..<8 {
        let word = attempt < 3 && position == goals.depth / 2 ? goals.word : random.pick(Self.commonWords)
        let isLast = position == goals.depth - 1
        if !isLast, word == "pivot" || word == "save" { continue }
        guard let step = step(word, over: fields), let longer = TextExpressions.plan(whole + " | " + step, catalog)
        else {
          continue
        }
        let rows = rowCount(longer)
        if !isEmpty, rows == 0, !random.oneIn(10) { continue }
        if rows == nil, Self.namingWords.contains(word), !random.oneIn(20) { continue }
        text += " | " + step
        plan = longer
        words.insert(word)
        break
      }
    }
  }

  private func rowCount(_ plan: Plan) -> Int? {
    try? Executor(snapshot: tables.snapshot, parameters: Self.parameters).run(plan).table.rowCount
  }

  /// Columns that a query can name.
  private var fields: [Field] {
    plan.schema.fields.filter { !$0.name.hasPrefix("@") && !$0.name.contains(".@") }
  }

  /// Every step of the language that gives rows.
  static let allWords = [
    "where", "select", "derive", "drop", "rename", "sort", "take", "skip", "sample", "distinct", "count", "summarize",
    "top", "join", "left join", "full join", "semi join", "anti join", "asof join", "union", "unnest", "unpivot",
    "pivot", "fill", "search", "describe", "conflicts", "pairs", "components", "reach", "paths", "without", "cite",
    "save",
  ]

  /// Steps that fail where a node is not there.
  private static let namingWords: Set = ["reach", "paths", "without"]

  private static let commonWords =
    allWords + ["where", "where", "derive", "derive", "derive", "select", "summarize", "sort"]
}

extension Goals {
  /// The step that a query of this number goes for; most paths between two nodes that are drawn do not exist, so they are
  /// tried more often.
  var word: String { Self.words[number % Self.words.count] }

  private static let words = RandomQuery.allWords + Array(repeating: "paths", count: 6)
}
