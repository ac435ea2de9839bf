import IbidColumns
import IbidPlan

// The columns of a projection over a small table: each has too few rows to be shared out among threads, so the columns are.

extension Executor {
  /// The values of several expressions over the same rows; what one after the other would give, notes included.
  func columns(_ expressions: [PlanExpression], _ evaluator: inout Evaluator) throws(EngineError) -> [Column] {
    if areColumnsSharedOut(expressions, rows: evaluator.count),
      let columns = try columnsByAllThreads(expressions, &evaluator)
    {
      return columns
    }
    var columns: [Column] = []
    for expression in expressions { columns.append(try evaluator.column(expression)) }
    return columns
  }

  /// Whether waking another thread costs less than what it takes over.
  private func areColumnsSharedOut(_ expressions: [PlanExpression], rows: Int) -> Bool {
    guard parallel.threads > 1, !isTracing, !isMeasuring, (Self.fewestRows...parallel.morselRows).contains(rows) else {
      return false
    }
    return expressions.count { $0.worksOnTexts } >= Self.fewestColumns
  }

  private static let fewestRows = 32
  private static let fewestColumns = 3

  /// nil where one cannot be done: one after the other they tell which is the first.
  private func columnsByAllThreads(_ expressions: [PlanExpression], _ evaluator: inout Evaluator) throws(EngineError)
    -> [Column]?
  {
    // What several of them read is gathered once.
    for index in expressions.reduce(into: Set<Int>(), { $0.formUnion($1.columnsRead) }).sorted() {
      try evaluator.gather(index)
    }
    let gathered = evaluator
    return try valuesByAllThreads(expressions.count, knowing: recorder.views) { index, own throws(EngineError) in
      var evaluator = gathered.run(by: own)
      return try evaluator.column(expressions[index])
    }
  }
}

extension PlanExpression {
  /// Whether something in it looks at texts, which takes long beside what is done with numbers.
  fileprivate var worksOnTexts: Bool {
    switch kind {
    case .matches, .call: true
    default: operands.contains(where: \.worksOnTexts)
    }
  }
}
