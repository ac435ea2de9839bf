import IbidTypes

extension Plan {
  /// The texts that a column can hold, in the order in which the plan has them; nil where that does not follow from the
  /// plan.
  ///
  /// It follows where each way that a row comes about gives the column a constant, such as the parts of a union that
  /// each name their kind.
  package func closedWords(ofColumn index: Int) -> [String]? {
    if case .word(let set) = schema.fields[index].type.base { return set.words }
    // As deep as the plan, which the checker limits.
    switch node {
    case .project(let input, let values): return values[index].closedWords(over: input)
    case .filter(let input, _), .sort(let input, _), .slice(let input, _, _), .sample(let input, _, _),
      .top(let input, _, _, _), .distinct(let input, _), .view(_, _, let input, _), .output(let input, _):
      return input.closedWords(ofColumn: index)
    case .search(let input, _, _), .cite(let input):
      return index < input.schema.fields.count ? input.closedWords(ofColumn: index) : nil
    case .unnest(let input, let column): return index == column ? nil : input.closedWords(ofColumn: index)
    case .union(let left, let right):
      guard let first = left.closedWords(ofColumn: index), let second = right.closedWords(ofColumn: index) else {
        return nil
      }
      return first + second.filter { !first.contains($0) }
    case .join(_, let left, _, _, _, _, _):
      return index < left.schema.fields.count ? left.closedWords(ofColumn: index) : nil
    default: return nil
    }
  }
}

extension Plan {
  /// The plan as a table of a name, in which columns that can hold some constants only, such as the kinds of events, have a
  /// closed set of words as their type, so that a misspelt word is an error: `event_kind`, `event_status`.
  package func closingWords(ofTable name: String) -> Plan {
    var plan = self
    let singular = name.hasSuffix("s") ? String(name.dropLast()) : name
    for (index, field) in schema.fields.enumerated() where field.type.base == .text {
      guard let words = closedWords(ofColumn: index), !words.isEmpty else { continue }
      plan.schema.fields[index].type.base = .word(WordSet("\(singular)_\(field.name)", words))
    }
    return plan
  }
}

extension PlanExpression {
  fileprivate func closedWords(over input: Plan) -> [String]? {
    switch kind {
    case .constant(.text(let word)): return [word]
    case .constant(.none): return []
    case .column(let index): return input.closedWords(ofColumn: index)
    case .widen(let inner): return inner.closedWords(over: input)
    case .conditional(_, let one, let other), .coalesce(let one, let other):
      guard let first = one.closedWords(over: input), let second = other.closedWords(over: input) else { return nil }
      return first + second.filter { !first.contains($0) }
    default: return nil
    }
  }
}
