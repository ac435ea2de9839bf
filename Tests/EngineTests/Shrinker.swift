import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Makes a plan that differs smaller as long as it still differs: fewer steps, then fewer rows.
struct Shrinker {
  var plan: Plan
  var snapshot: Snapshot
  let differs: (Plan, Snapshot) -> Bool

  /// A plan and tables that still differ and are hard to make smaller, in words: the difference, the plan, its tables.
  static func smallest(_ plan: Plan, _ snapshot: Snapshot, _ outcome: (Plan, Snapshot) -> Difference.Outcome) -> String
  {
    withoutActuallyEscaping(outcome) { outcome in
      var shrinker = Shrinker(plan: plan, snapshot: snapshot) { outcome($0, $1).difference != nil }
      shrinker.run()
      let tables = shrinker.snapshot.tables
      let words = PlanPrinter.print(shrinker.plan) { name in tables[name].map { ($0.rowCount, $0.schema.names) } }
      return (outcome(shrinker.plan, shrinker.snapshot).difference ?? "no difference any more") + "\n" + words
    }
  }

  mutating func run() {
    while let smaller = plan.smaller.first(where: { differs($0, snapshot) }) { plan = smaller }
    for name in snapshot.tables.keys.sorted() where !isReferred(name) {
      var row = 0
      while let table = snapshot.tables[name], row < table.rowCount {
        let fewer = snapshot.dropping(Int32(row), of: table)
        if differs(plan, fewer) { snapshot = fewer } else { row += 1 }
      }
    }
  }

  /// Rows that others refer to by number stay where they are.
  private func isReferred(_ name: String) -> Bool {
    snapshot.tables.values.contains { table in
      table.rowCount > 0
        && table.schema.fields.contains {
          $0.type.base == .reference(name) || $0.type.base == .list(ValueType(.reference(name)))
        }
    }
  }
}

extension Plan {
  /// The plan without one of its steps, where that leaves the columns that the steps above it read, or one step below it.
  fileprivate var smaller: [Plan] {
    inputs
      + inputs.first.map { input in
        input.smaller.filter { $0.schema.fields.map(\.type) == input.schema.fields.map(\.type) }.map { smaller in
          Plan(node.over(smaller), schema: schema, at: span)
        }
      }.map { $0 }.flattened
  }
}

extension Optional where Wrapped == [Plan] {
  fileprivate var flattened: [Plan] { self ?? [] }
}

extension Plan.Node {
  /// The same step over another input.
  fileprivate func over(_ input: Plan) -> Plan.Node {
    switch self {
    case .scan, .unit: self
    case .filter(_, let condition): .filter(input, condition)
    case .project(_, let values): .project(input, values)
    case .sort(_, let orders): .sort(input, orders)
    case .slice(_, let skip, let take): .slice(input, skip: skip, take: take)
    case .sample(_, let count, let seed): .sample(input, count: count, seed: seed)
    case .leading(_, let count, let order, let per): .leading(input, count: count, by: order, per: per)
    case .top(_, let count, let orders, let per): .top(input, count: count, by: orders, per: per)
    case .distinct(_, let keys): .distinct(input, keys)
    case .aggregate(_, let keys, let aggregates): .aggregate(input, keys: keys, aggregates)
    case .join(let kind, _, let right, let keys, let nearest, let condition, let name):
      .join(kind, input, right, keys: keys, nearest: nearest, condition: condition, name: name)
    case .union(_, let right): .union(input, right)
    case .unnest(_, let column): .unnest(input, column: column)
    case .pivot(_, let keys, let aggregate, let column): .pivot(input, keys: keys, aggregate, for: column)
    case .unpivot(_, let columns): .unpivot(input, columns: columns)
    case .fill(_, let column, let range, let by): .fill(input, column: column, range: range, by: by)
    case .search(_, let words, let columns): .search(input, words: words, columns: columns)
    case .describe(_, let columns): .describe(input, columns: columns)
    case .conflicts(_, let value, let keys, let all): .conflicts(input, of: value, keys: keys, includesPossible: all)
    case .pairs(_, let list): .pairs(input, of: list)
    case .components(_, let ends): .components(input, ends)
    case .reach(_, let ends, let start, let limit): .reach(input, ends, from: start, within: limit)
    case .paths(_, let ends, let start, let goal, let limit):
      .paths(input, ends, from: start, to: goal, within: limit)
    case .without(_, let ends, let node): .without(input, ends, node)
    case .cite: .cite(input)
    case .view(let name, let id, _, _): .view(name: name, id: id, input)
    case .output(_, let output): .output(input, output)
    }
  }
}

extension Snapshot {
  fileprivate func dropping(_ row: Int32, of table: Table) -> Snapshot {
    let rows = (0..<Int32(table.rowCount)).filter { $0 != row }
    var copy = self
    let originals = originals[table.name].map { old in old.filter { $0 != row }.map { $0 > row ? $0 - 1 : $0 } }
    copy.define(
      Table(
        name: table.name, schema: table.schema, columns: table.columns.map { $0.gathered(rows) }, rowCount: rows.count),
      originals: originals)
    return copy
  }
}
