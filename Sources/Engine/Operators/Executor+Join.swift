import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

// A join finds pairs of row numbers and pastes what both sides have at them; no column is touched.

extension Executor {
  /// Pairs that are tested at once where a condition must be met beside the keys: bounds what is held in memory.
  private static let pairsAtOnce = 1 << 20

  func join(
    _ kind: Plan.JoinKind, _ left: Relation, _ right: Relation, _ keys: [JoinKey], _ nearest: NearestKey?,
    _ condition: PlanExpression?, _ name: String, at span: ByteSpan
  ) throws(EngineError) -> Relation {
    var leftEvaluator = Evaluator(left, self)
    var rightEvaluator = Evaluator(right, self)
    var leftKeys: [KeyColumn] = []
    var rightKeys: [KeyColumn] = []
    for key in keys {
      leftKeys.append(try leftEvaluator.key(key.left))
      rightKeys.append(try rightEvaluator.key(key.right))
    }
    let join = Join(
      try JoinKeys(
        left: leftKeys, right: rightKeys, areDates: keys.map { $0.left.type.base == .date }, leftCount: left.rowCount,
        rightCount: right.rowCount, at: span))
    if parallel.isStopped { throw .cancelled }
    switch kind {
    case .semi, .anti:
      return try halved(kind, left, right, join, condition, name)
    case .asof:
      var pairs = Join.Pairs()
      if let nearest { pairs = try closest(left, right, join, nearest, condition) }
      return pasted(left, right, pairs.keepingUnmatched(leftCount: left.rowCount), name)
    case .inner, .left, .full:
      var pairs = try self.pairs(kind, left, right, join, condition, at: span)
      var unmatchedRight: [Int32] = []
      if kind == .full {
        var isMatched = Bitmap(repeating: false, count: right.rowCount)
        for pair in pairs.right.indices.untilStopped where pairs.right[pair] >= 0 {
          isMatched[Int(pairs.right[pair])] = true
        }
        unmatchedRight = (~isMatched).trueIndices
      }
      if kind != .inner, condition != nil { pairs = pairs.keepingUnmatched(leftCount: left.rowCount) }
      for row in unmatchedRight { pairs.append(-1, row) }
      return pasted(left, right, pairs, name)
    }
  }

  /// Both sides' columns at the pairs. A pair's sources are its rows; of a row alone, itself and that nothing matches it.
  private func pasted(_ left: Relation, _ right: Relation, _ pairs: Join.Pairs, _ name: String) -> Relation {
    let hasMissing = pairs.areWhole ? false : nil
    let leftSide = pairs.isEachLeftOnce ? left : left.selecting(pairs.left, hasMissing: hasMissing)
    let rightSide = right.selecting(pairs.right, hasMissing: hasMissing)
    var result = leftSide.pasted(beside: rightSide)
    if let a = leftSide.lineage, let b = rightSide.lineage {
      let noRight = recorder.remark("no row of \(name) matches")
      let noLeft = recorder.remark("no row matches this row of \(name)")
      result.lineage = Lineage(rows: result.rowCount) { row, entries in
        entries.append(contentsOf: a.entries(ofRow: row))
        entries.append(contentsOf: b.entries(ofRow: row))
        if pairs.right[row] < 0 { entries.append(noRight) }
        if pairs.left[row] < 0 { entries.append(noLeft) }
      }
    }
    return result
  }

  /// All pairs whose keys match and that certainly meet the condition; without one, with the left rows that match nothing
  /// where the kind of join keeps them.
  private func pairs(
    _ kind: Plan.JoinKind, _ left: Relation, _ right: Relation, _ join: Join, _ condition: PlanExpression?,
    at span: ByteSpan
  ) throws(EngineError) -> Join.Pairs {
    guard let condition else {
      let count = join.mostPairs
      guard count < Int(Int32.max) else { throw .failed(.tooManyRows(at: span)) }
      try reserve(bytes: count * 2 * MemoryLayout<Int32>.stride, at: span)
      return join.allPairs(keepingUnmatched: kind != .inner)
    }
    var kept = Join.Pairs()
    for block in join.blocks(limit: Self.pairsAtOnce) {
      let pairs = try meeting(condition, join.pairs(of: block), left, right)
      kept.left += pairs.left
      kept.right += pairs.right
      guard kept.left.count < Int(Int32.max) else { throw .failed(.tooManyRows(at: span)) }
    }
    return kept
  }

  private func meeting(_ condition: PlanExpression, _ pairs: Join.Pairs, _ left: Relation, _ right: Relation)
    throws(EngineError) -> Join.Pairs
  {
    if parallel.isStopped { throw .cancelled }
    var (a, b) = (left, right)
    (a.lineage, b.lineage) = (nil, nil)
    let candidates = a.selecting(pairs.left).pasted(beside: b.selecting(pairs.right))
    var evaluator = Evaluator(candidates, self)
    return pairs.selecting(try evaluator.truth(condition).truth.trueIndices)
  }

  // MARK: Semi and anti

  /// The left rows that match some right row, or none.
  private func halved(
    _ kind: Plan.JoinKind, _ left: Relation, _ right: Relation, _ join: Join, _ condition: PlanExpression?,
    _ name: String
  ) throws(EngineError) -> Relation {
    var isMatched = Bitmap(repeating: false, count: left.rowCount)
    var matches = Join.Pairs()
    if condition != nil || isTracing {
      for block in join.blocks(limit: Self.pairsAtOnce) {
        var pairs = join.pairs(of: block)
        if let condition { pairs = try meeting(condition, pairs, left, right) }
        for row in pairs.left { isMatched[Int(row)] = true }
        if isTracing {
          matches.left += pairs.left
          matches.right += pairs.right
        }
      }
    } else {
      isMatched = join.matchedRows
    }
    let rows = (kind == .semi ? isMatched : ~isMatched).trueIndices
    var result = left.selecting(rows)
    if let a = left.lineage, let b = right.lineage {
      let noRight = recorder.remark("no row of \(name) matches")
      var pair = 0
      result.lineage = Lineage(rows: rows.count) { index, entries in
        let row = rows[index]
        entries.append(contentsOf: a.entries(ofRow: Int(row)))
        if kind == .anti { entries.append(noRight) }
        while pair < matches.left.count, matches.left[pair] <= row {
          if matches.left[pair] == row { entries.append(contentsOf: b.entries(ofRow: Int(matches.right[pair]))) }
          pair += 1
        }
      }
    }
    return result
  }

  // MARK: As of

  /// Of the right rows that match each left row, the one whose value is closest, the first of equals.
  private func closest(
    _ left: Relation, _ right: Relation, _ join: Join, _ nearest: NearestKey, _ condition: PlanExpression?
  ) throws(EngineError) -> Join.Pairs {
    var leftEvaluator = Evaluator(left, self)
    var rightEvaluator = Evaluator(right, self)
    let (wanted, offered) = (try leftEvaluator.column(nearest.left), try rightEvaluator.column(nearest.right))
    let looksBack = nearest.comparison == .greaterOrEqual || nearest.comparison == .greater
    if condition == nil,
      let ranks = try Self.commonRanks(
        wanted, offered, nearest.left.type.base, nearest.right.type.base, at: nearest.left.span)
    {
      return searched(join, ranks, wanted.validity, offered.validity, nearest.comparison)
    }
    // Bounds, hedges and further conditions: test pairs, then take the closest of those that hold.
    let width = left.columns.count
    let order = PlanExpression(
      .compare(nearest.comparison, nearest.left, nearest.right.shiftingColumns(by: width)),
      ValueType(.bool, optional: true), at: nearest.left.span)
    let test = condition.map { PlanExpression(.and(order, $0), ValueType(.bool, optional: true), at: $0.span) } ?? order
    let ranks = SortKeys.ranks(offered)
    var result = Join.Pairs()
    for block in join.blocks(limit: Self.pairsAtOnce) {
      let pairs = try meeting(test, join.pairs(of: block), left, right)
      for index in pairs.left.indices {
        let (row, match) = (pairs.left[index], pairs.right[index])
        guard let last = result.left.last, last == row, let best = result.right.last else {
          result.append(row, match)
          continue
        }
        let (old, new) = (ranks[Int(best)], ranks[Int(match)])
        if looksBack ? new > old : new < old { result.right[result.right.count - 1] = match }
      }
    }
    return result
  }

  /// Ranks of left and right values in one order, where comparing ranks is comparing values: all exact, of one unit.
  private static func commonRanks(_ a: Column, _ b: Column, _ aType: DataType, _ bType: DataType, at span: ByteSpan)
    throws(EngineError) -> [UInt64]?
  {
    switch (a, b) {
    case (.int, .int), (.float, .float), (.text, .text): break
    case (.moment, .moment):
      guard aType == .date, bType == .date else { return nil }
    case (.measure(let x), .measure(let y)):
      guard x.isExact, y.isExact, x.unitCodes.isEmpty, y.unitCodes.isEmpty, x.units == y.units else { return nil }
    default: return nil
    }
    let both = try Join.aligned(a, b, at: span)
    let valid = both.validity ?? Bitmap(repeating: true, count: both.count)
    // A missing value has nothing near; stretches that overlap have no order, whatever their ranks say.
    if case .moment(let moments) = both, !areApart(moments, valid) { return nil }
    return SortKeys.ranks(both)
  }

  /// Whether any two dates are the same or one ends before the other: all are whole days, or all are instants.
  private static func areApart(_ moments: MomentColumn, _ valid: Bitmap) -> Bool {
    var width: Int64?
    let rows = valid.trueIndices
    for place in rows.indices.untilStopped {
      let row = rows[place]
      let (low, high) = (moments.low[Int(row)], moments.high[Int(row)])
      guard CompareMoments.Stretch(low: low, high: high).isPrecise else { return false }
      guard high - low == width ?? (high == low ? 0 : Calendar.secondsPerDay - 1) else { return false }
      width = high - low
    }
    return true
  }

  private static let fewRows = 1 << 12

  /// By binary search in the right rows of each key, sorted by rank.
  private func searched(
    _ join: Join, _ ranks: [UInt64], _ leftValidity: Bitmap?, _ rightValidity: Bitmap?, _ comparison: Comparison
  ) -> Join.Pairs {
    var sorted: [Int: [Int32]] = [:]
    var result = Join.Pairs()
    func rank(_ row: Int32) -> UInt64 { ranks[join.leftCount + Int(row)] }
    for row in (0..<join.leftCount).untilStopped where leftValidity?[row] ?? true {
      let matches = join.matches(of: row)
      guard !matches.isEmpty else { continue }
      let group = matches.startIndex
      let rows: [Int32]
      if let known = sorted[group] {
        rows = known
      } else {
        let offered = matches.filter { rightValidity?[Int($0)] ?? true }
        // By counting, which looks; few rows are sorted faster by comparing them.
        rows =
          offered.count < Self.fewRows
          ? offered.sorted { (rank($0), $0) < (rank($1), $1) }
          : RadixSort.order([offered.map(rank)], rows: offered.count).map { offered[Int($0)] }
        sorted[group] = rows
      }
      let wanted = ranks[row]
      let found: Int32?
      switch comparison {
      case .greaterOrEqual, .greater:
        let end = rows.partitioningIndex { comparison == .greater ? rank($0) >= wanted : rank($0) > wanted }
        // The first of those that tie with the greatest.
        found = end == 0 ? nil : rows[rows.partitioningIndex { rank($0) >= rank(rows[end - 1]) }]
      default:
        let start = rows.partitioningIndex { comparison == .less ? rank($0) > wanted : rank($0) >= wanted }
        found = start == rows.count ? nil : rows[start]
      }
      if let found { result.append(Int32(row), found) }
    }
    return result
  }
}

extension [Int32] {
  /// The first index whose element meets a condition that all later elements meet too; the count if none does.
  fileprivate func partitioningIndex(_ isBehind: (Int32) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = low + (high - low) / 2
      if isBehind(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
