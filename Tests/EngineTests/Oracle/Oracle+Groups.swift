import IbidColumns
import IbidEngine
import IbidPlan
import IbidTypes

/// Rows of one key, and what an aggregate makes of each group.
extension Oracle {
  struct Group {
    /// Of the first member.
    var key: [Cell]
    var members: [Row]
    /// Each once, in order.
    var sources: [Source] { Self.once(members.flatMap(\.sources)) }

    static func once(_ sources: [Source]) -> [Source] {
      var seen: Set<Source> = []
      return sources.filter { seen.insert($0).inserted }
    }
  }

  /// In order of first appearance; without keys by all columns.
  func groups(_ rows: [Row], _ keys: [PlanExpression]) throws -> [Group] {
    var result: [Group] = []
    for row in try prepared(rows, for: keys) {
      let key = keys.isEmpty ? row.cells : try keys.map { try cell($0, row) }
      if let index = result.firstIndex(where: { group in
        zip(group.key, key).allSatisfy { Self.areSame($0.value, $1.value) }
      }) {
        result[index].members.append(row)
      } else {
        result.append(Group(key: key, members: [row]))
      }
    }
    return result
  }

  /// The groups of `per`; all rows are one without it.
  func partitions(_ rows: [Row], _ per: [PlanExpression]) throws -> [[Row]] {
    per.isEmpty ? [rows] : try groups(rows, per).map(\.members)
  }

  func aggregate(_ rows: [Row], _ keys: [PlanExpression], _ aggregates: [Aggregate], focus: Int?) throws
    -> [Row]
  {
    let rows = try prepared(rows, for: aggregates.flatMap(\.operands))
    let groups = keys.isEmpty ? [Group(key: [], members: rows)] : try groups(rows, keys)
    var result = groups.map { Row(cells: $0.key, sources: $0.sources) }
    for (index, aggregate) in aggregates.enumerated() {
      let values = try computed(aggregate, over: groups.map(\.members))
      for (group, value) in values.enumerated() {
        result[group].cells.append(value.cell)
        if focus == keys.count + index { result[group].sources = value.used }
      }
    }
    return result
  }

  /// An aggregate of each group, and the sources of the rows that it used, the chosen one first; notes how many values
  /// were missing in all, and sums of rates and totals.
  func computed(_ aggregate: Aggregate, over groups: [[Row]]) throws -> [(cell: Cell, used: [Source])] {
    var (used, all, rates) = (0, 0, 0)
    var usedCounts: [Int] = []
    let result = try groups.map { rows in
      var members: [Member] = []
      for row in rows where try aggregate.filter.map({ try cell($0, row).truth == .yes }) ?? true {
        members.append(try Member(row, aggregate, self))
      }
      all += members.count
      usedCounts.append(members.count(where: \.isUsed))
      used += usedCounts.last ?? 0
      rates += try members.count { member in
        try member.isUsed && aggregate.rate.map { try cell($0, member.row).value != .none } ?? false
      }
      let ordered = try sorted(members.map(\.row), aggregate.order).map { try Member($0, aggregate, self) }
      let sources = chosenFirst(members, ordered, aggregate.function).filter(\.isUsed).flatMap(\.row.sources)
      return (
        cell: try Self.aggregate(
          aggregate.function, ordered.map { ($0.cell, $0.key) }, aggregate.argument?.type.base ?? .int),
        used: Group.once(sources)
      )
    }
    if aggregate.function.computes, used < all {
      notebook.note(.skipped(function: aggregate.function.rawValue, used: used, of: all, at: aggregate.span))
    }
    if aggregate.function.needsOneUnit, aggregate.argument?.type.base == .duration {
      let mixed = zip(result, usedCounts).count { $0.cell.value == .none && $1 > 0 }
      if mixed > 0 {
        notebook.note(.mixedDurations(function: aggregate.function.rawValue, groups: mixed, at: aggregate.span))
      }
    }
    if aggregate.rate != nil, rates > 0, rates < used {
      notebook.note(.rates(rates, totals: used - rates, at: aggregate.span))
    }
    return result
  }

  /// A row with its value and second value for one aggregate.
  private struct Member {
    let row: Row
    let cell: Cell
    let key: Value
    let isUsed: Bool

    init(_ row: Row, _ aggregate: Aggregate, _ oracle: Oracle) throws {
      self.row = row
      cell = try aggregate.argument.map { try oracle.cell($0, row) } ?? Cell(.int(1))
      key = try aggregate.second.map { try oracle.cell($0, row).value } ?? .none
      isUsed = cell.value != .none && (!aggregate.function.takesPairs || key != .none)
    }
  }

  /// The members as they stand, but first the one whose value a `min` or `max` took: the first of equals in the
  /// aggregate's order.
  private func chosenFirst(_ members: [Member], _ ordered: [Member], _ function: AggregateFunction) -> [Member] {
    let descending: Bool
    switch function {
    case .min, .minBy: descending = false
    case .max, .maxBy: descending = true
    default: return members
    }
    func compared(_ member: Member) -> Value { function == .min || function == .max ? member.cell.value : member.key }
    let chosen = ordered.filter { Self.standing(compared($0)) == 0 }.reduce(nil as Member?) { best, member in
      guard let best else { return member }
      return Self.order(compared(member), compared(best), descending: descending) < 0 ? member : best
    }
    return (chosen.map { [$0] } ?? []) + members
  }
}

extension Aggregate {
  /// The expressions that it is made of.
  var operands: [PlanExpression] { [argument, second, filter, rate].compactMap { $0 } + order.map(\.value) }
}
