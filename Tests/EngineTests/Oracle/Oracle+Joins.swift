import IbidColumns
import IbidPlan
import IbidTypes

/// Joins by nested loops.
extension Oracle {
  struct Join {
    var kind: Plan.JoinKind
    var leftWidth: Int
    var rightWidth: Int
    var keys: [JoinKey]
    var nearest: NearestKey?
    var condition: PlanExpression?
  }

  func join(_ join: Join, _ left: [Row], _ right: [Row]) throws -> [Row] {
    let left = try prepared(left, for: join.keys.map(\.left) + [join.nearest?.left].compactMap { $0 })
    let right = try prepared(right, for: join.keys.map(\.right) + [join.nearest?.right].compactMap { $0 })
    _ = try prepared([], for: [join.condition].compactMap { $0 })
    var result: [Row] = []
    var isFound = [Bool](repeating: false, count: right.count)
    for a in left {
      let matches = try right.indices.filter { try areMatched(join, a, right[$0]) }
      for index in matches { isFound[index] = true }
      let nothing = Row(cells: a.cells + missing(join.rightWidth), sources: a.sources + [.remark])
      switch join.kind {
      case .inner: result += matches.map { a.beside(right[$0]) }
      case .left, .full: result += matches.isEmpty ? [nothing] : matches.map { a.beside(right[$0]) }
      case .semi:
        if !matches.isEmpty {
          result.append(Row(cells: a.cells, sources: a.sources + matches.flatMap { right[$0].sources }))
        }
      case .anti: if matches.isEmpty { result.append(Row(cells: a.cells, sources: nothing.sources)) }
      case .asof: result.append(try nearest(join, matches.map { right[$0] }).map { a.beside($0) } ?? nothing)
      }
    }
    if join.kind == .full {
      for (b, isFound) in zip(right, isFound) where !isFound {
        result.append(Row(cells: missing(join.leftWidth) + b.cells, sources: b.sources + [.remark]))
      }
    }
    return result
  }

  private func missing(_ count: Int) -> [Cell] { [Cell](repeating: Cell(.none), count: count) }

  private func areMatched(_ join: Join, _ a: Row, _ b: Row) throws -> Bool {
    for key in join.keys {
      let (x, y) = (try cell(key.left, a).value, try cell(key.right, b).value)
      guard Self.areCertainlyEqual(x, y, key.left.type.base) else { return false }
    }
    if let nearest = join.nearest {
      let (x, y) = (try cell(nearest.left, a).value, try cell(nearest.right, b).value)
      let truth = try Self.compare(nearest.comparison, x, nearest.left.type.base, y, nearest.right.type.base)
      guard truth == .yes else { return false }
    }
    return try join.condition.map { try cell($0, a.beside(b)).truth == .yes } ?? true
  }

  /// The first of the greatest where the left value is above, else of the least.
  private func nearest(_ join: Join, _ rows: [Row]) throws -> Row? {
    guard let nearest = join.nearest else { return rows.first }
    let wantsGreatest = nearest.comparison == .greater || nearest.comparison == .greaterOrEqual
    return try rows.reduce(nil as Row?) { best, row in
      guard let best else { return row }
      let (x, y) = (try cell(nearest.right, row).value, try cell(nearest.right, best).value)
      return Self.order(x, y, descending: wantsGreatest) < 0 ? row : best
    }
  }
}

extension Oracle.Row {
  fileprivate func beside(_ other: Oracle.Row) -> Oracle.Row {
    Oracle.Row(cells: cells + other.cells, sources: sources + other.sources)
  }
}
