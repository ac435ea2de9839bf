import IbidSource
import IbidTypes

/// Leaves out computed columns that nothing above reads.
///
/// Columns that are handed on cost nothing, as no operator copies what it does not read; what is computed does. A column that
/// may fail is computed anyway.
enum PruneColumns {
  static func pruned(_ plan: Plan) -> Plan { pruned(plan, above: nil).plan }

  /// `needed`: the columns that are read above, nil for all. `places`: where each column of the plan is now, nil for those left
  /// out.
  private static func pruned(_ plan: Plan, above needed: Set<Int>?) -> (plan: Plan, places: [Int?]) {
    let same = (0..<plan.schema.count).map { Optional($0) }
    switch plan.node {
    case .project(let input, let values):
      let kept = values.indices.filter { needed?.contains($0) ?? true || values[$0].isColumn || !values[$0].isTotal }
      let below = pruned(input, above: kept.reduce(into: []) { $0.formUnion(values[$1].columnsRead) })
      var places = [Int?](repeating: nil, count: values.count)
      for (place, column) in kept.enumerated() { places[column] = place }
      let moved = kept.map { values[$0].moved(below.places) }
      return (plan.with(.project(below.plan, moved), schema: plan.schema.keeping(places)), places)
    case .aggregate(let input, let keys, let aggregates):
      let read = (keys + aggregates.flatMap(\.expressions)).reduce(into: Set<Int>()) { $0.formUnion($1.columnsRead) }
      let below = pruned(input, above: read)
      let moved = aggregates.map { $0.mapping { $0.moved(below.places) } }
      return (
        plan.with(.aggregate(below.plan, keys: keys.map { $0.moved(below.places) }, moved), schema: plan.schema), same
      )
    case .filter(let input, let condition):
      let (below, places) = pruned(input, above: needed.map { $0.union(condition.columnsRead) })
      return (plan.with(.filter(below, condition.moved(places)), schema: plan.schema.keeping(places)), places)
    case .sort(let input, let orders):
      let read = orders.reduce(into: Set<Int>()) { $0.formUnion($1.value.columnsRead) }
      let (below, places) = pruned(input, above: needed.map { $0.union(read) })
      let moved = orders.map { SortOrder($0.value.moved(places), isDescending: $0.isDescending) }
      return (plan.with(.sort(below, moved), schema: plan.schema.keeping(places)), places)
    case .slice(let input, let skip, let take):
      let (below, places) = pruned(input, above: needed)
      return (plan.with(.slice(below, skip: skip, take: take), schema: plan.schema.keeping(places)), places)
    case .union(let left, let right):
      guard let needed, needed.count < plan.schema.count else { return (plan.mappingInputs(pruned), same) }
      // One column at least tells how many rows there are.
      let kept = needed.isEmpty ? [0] : needed.sorted()
      var places = [Int?](repeating: nil, count: plan.schema.count)
      for (place, column) in kept.enumerated() { places[column] = place }
      let sides = [left, right].map { handingOn(kept, of: pruned($0, above: Set(kept))) }
      return (plan.with(.union(sides[0], sides[1]), schema: plan.schema.keeping(places)), places)
    case .view:
      // Other uses of it may read other columns.
      return (plan, same)
    default: return (plan.mappingInputs(pruned), same)
    }
  }

  /// A side of a union with these columns and no others, so that both have the same.
  private static func handingOn(_ columns: [Int], of side: (plan: Plan, places: [Int?])) -> Plan {
    let places = columns.compactMap { side.places[$0] }
    switch side.plan.node {
    case .union, .project: if places == Array(0..<side.plan.schema.count) { return side.plan }
    default: break
    }
    let fields = places.map { side.plan.schema.fields[$0] }
    let handedOn = zip(places, fields).map { PlanExpression(.column($0), $1.type, at: side.plan.span) }
    return Plan(.project(side.plan, handedOn), schema: Schema(fields), at: side.plan.span)
  }
}

extension Schema {
  fileprivate func keeping(_ places: [Int?]) -> Schema {
    places.allSatisfy { $0 != nil } ? self : Schema(zip(fields, places).filter { $1 != nil }.map(\.0))
  }
}

extension PlanExpression {
  /// Over the columns that are left.
  fileprivate func moved(_ places: [Int?]) -> PlanExpression {
    places.indices.allSatisfy { places[$0] == $0 }
      ? self : mappingColumns { $0 < places.count ? places[$0] ?? $0 : $0 }
  }
}

extension Aggregate {
  /// The same aggregate of changed expressions.
  fileprivate func mapping(_ change: (PlanExpression) -> PlanExpression) -> Aggregate {
    var copy = self
    copy.argument = argument.map(change)
    copy.second = second.map(change)
    copy.filter = filter.map(change)
    copy.rate = rate.map(change)
    copy.order = order.map { SortOrder(change($0.value), isDescending: $0.isDescending) }
    return copy
  }
}
