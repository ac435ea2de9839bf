import IbidColumns
import IbidEngine
import IbidPlan
import IbidSource
import IbidTypes

/// A random plan over two random tables, of a given number of steps.
///
/// Plan number `n` has goals of its own, so that a thousand plans go through every function, aggregate and step several
/// times; the rest is chance. The seed decides everything.
struct RandomPlan {
  var random: Random
  let tables: RandomTables
  let goals: Goals
  let texts: TextExpressions
  private var places = 0
  /// A union runs its input twice: one a plan.
  var hasUnion = false

  var snapshot: Snapshot { tables.snapshot }
  var schemas: [String: Schema] { tables.schemas }

  init(seed: UInt64, number: Int) {
    random = Random(seed: seed)
    tables = RandomTables(random: &random)
    goals = Goals(number)
    texts = TextExpressions(tables: tables.schemas)
  }

  /// Grows step by step. A step that leaves no rows is mostly taken back: nothing can be seen above it; one that leaves
  /// more than the oracle can compare each with each, always.
  mutating func plan() -> Plan {
    var plan = scan(random.oneIn(8) ? "b" : "a")
    let isEmpty = rowCount(plan) == 0
    let goalAt = random.below(goals.depth)
    for position in 0..<goals.depth {
      let isLast = position == goals.depth - 1
      // As early as can be, where all columns are still there.
      if position == (goalAt == 0 ? 1 : 0), let longer = deriveCalls(over: plan) {
        plan = longer
        continue
      }
      for attempt in 0..<8 {
        let kind = position == goalAt && attempt < 4 ? goals.step : random.pick(Goals.commonSteps)
        guard isLast || !kind.endsPlan, let longer = step(kind, over: plan) else { continue }
        let rows = rowCount(longer) ?? 1
        if rows > 400 || (!isEmpty && rows == 0 && !random.oneIn(12)) { continue }
        plan = longer
        break
      }
    }
    return plan
  }

  /// Nil where it cannot run: that is then the plan's to show.
  private func rowCount(_ plan: Plan) -> Int? { try? Executor(snapshot: snapshot).run(plan).table.rowCount }

  mutating func scan(_ name: String) -> Plan { .scan(name, schemas[name] ?? Schema([]), copies: random.oneIn(2)) }

  /// A place of its own, so that notes can be told apart.
  mutating func place() -> ByteSpan {
    places += 1
    return ByteSpan(places, places)
  }

  mutating func marked(_ condition: PlanExpression) -> PlanExpression {
    var copy = condition
    copy.span = place()
    return copy
  }

  func node(_ node: Plan.Node, _ schema: Schema) -> Plan { Plan(node, schema: schema, at: nowhere) }

  // MARK: Columns

  mutating func column(_ schema: Schema, _ isWanted: (ValueType) -> Bool) -> PlanExpression? {
    let choices = schema.fields.indices.filter { isWanted(schema.fields[$0].type) }
    return choices.randomElement(using: &random).map { EngineTests.column($0, schema.fields[$0].type) }
  }

  mutating func sortOrder(_ schema: Schema) -> SortOrder? {
    column(schema) { $0.base.hasOrder }.map { SortOrder($0, isDescending: random.oneIn(2)) }
  }

  mutating func keys(_ schema: Schema) -> [PlanExpression] {
    (0..<(1 + random.below(2))).map { _ in
      random.oneIn(3)
        ? expression(schema, depth: 1)
        : column(schema) { $0.base != .source } ?? constant(.int(1), .int)
    }
  }
}

extension DataType {
  /// Whether `sort` takes it.
  var hasOrder: Bool {
    switch self {
    case .list, .reference, .source: false
    default: true
    }
  }

  var isMeasure: Bool {
    switch self {
    case .money, .quantity, .duration: true
    default: false
    }
  }
}
