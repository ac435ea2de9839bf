extension Plan {
  /// Texts that the rows of the plan were chosen for: the words of its searches, and what its filters look for in texts
  /// with `has`, `contains` and the like. In the order of the plan from its end, each once.
  package var soughtWords: [String] {
    var found: [String] = []
    func add(_ word: String) { if !word.isEmpty, !found.contains(word) { found.append(word) } }
    var plans = [self]
    while let plan = plans.popLast() {
      switch plan.node {
      case .search(_, let words, _):
        for word in words.unicodeScalars.split(whereSeparator: { !SearchWord.isPart($0) }) { add(String(word)) }
      case .filter(_, let condition): for word in condition.soughtWords { add(word) }
      default: break
      }
      plans += plan.inputs
    }
    return found
  }
}

extension PlanExpression {
  /// Constant texts that the condition demands of other texts, by which parts of an `and` or `or` they are.
  fileprivate var soughtWords: [String] {
    var found: [String] = []
    var rest = [self]
    while let expression = rest.popLast() {
      switch expression.kind {
      case .and(let left, let right), .or(let left, let right): rest += [right, left]
      case .call(.has, let operands), .call(.contains, let operands), .call(.startsWith, let operands),
        .call(.endsWith, let operands):
        if operands.count == 2, case .constant(.text(let word)) = operands[1].kind { found.append(word) }
      default: break
      }
    }
    return found
  }
}
