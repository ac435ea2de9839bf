import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  /// Texts that near ones are looked for in; of more, the first.
  private static let examined = 5000
  /// Names that hold the word are offered up to so many.
  private static let offered = 3

  /// Notes which names and texts a filter asked for that kept no row, if nothing is called so: likely misspelt ones.
  ///
  /// Looks at what `has`, `contains` and `==` compare with a constant in the parts of `and` and `or`, and at `> @2024`, which
  /// is taken for the year itself at times. Costs nothing while there are rows.
  func noteUnmatched(_ predicate: PlanExpression, _ evaluator: inout Evaluator) throws(EngineError) {
    var found: [NetworkNote.Absent] = []
    var periods: [String] = []
    var rest = [predicate]
    while let expression = rest.popLast() {
      switch expression.kind {
      case .and(let left, let right), .or(let left, let right): rest += [right, left]
      // `parties has "UK"` asks whether any of a list is.
      case .listAggregate(.any, let elements, _): rest.append(elements)
      case .call(.has, let operands), .call(.contains, let operands):
        guard operands.count == 2, case .constant(.text(let word)) = operands[1].kind else { continue }
        if let absent = try absent(word, operands[0], inParts: true, &evaluator) { found.append(absent) }
      case .compare(.equal, let value, let other):
        guard case .constant(.text(let word)) = other.kind else { continue }
        if let absent = try absent(word, value, inParts: false, &evaluator) { found.append(absent) }
      case .compare(.greater, _, let end), .compare(.less, let end, _):
        if case .constant(.moment(let moment)) = end.kind, moment.grain > .day { periods.append(moment.description) }
      default: continue
      }
    }
    if !periods.isEmpty { recorder.note(.afterPeriods(periods, at: predicate.span)) }
    if !found.isEmpty { recorder.note(.unmatched(found, at: predicate.span)) }
  }

  /// nil if something is called so, or, of texts, if nothing is called nearly so.
  private func absent(
    _ word: String, _ value: PlanExpression, inParts: Bool, _ evaluator: inout Evaluator
  ) throws(EngineError) -> NetworkNote.Absent? {
    let column = try evaluator.column(value)
    switch column {
    case .reference(let references): return absent(word, among: references.table)
    case .list(let lists):
      guard case .reference(let references) = lists.elements else { return nil }
      return absent(word, among: references.table)
    case .text(let texts):
      var isUsed = [Bool](repeating: false, count: texts.dictionary.count)
      for row in 0..<texts.count where texts.isValid(row) { isUsed[Int(texts.codes[row])] = true }
      let used = isUsed.indices.lazy.filter { isUsed[$0] }
      let known = used.prefix(Self.examined).map { texts.dictionary[$0] } as [String]
      let all = inParts ? known + known.flatMap { $0.split(separator: " ").map(String.init) } : known
      let near = NearestName.matches(word, among: once(Array(all.prefix(Self.examined))))
      return near.isEmpty || near.contains(word) ? nil : .init(name: word, near: near)
    default: return nil
    }
  }

  /// By names and aliases, as `has` compares them; near is also a name that holds the word, as a full name its surname.
  private func absent(_ word: String, among table: String) -> NetworkNote.Absent? {
    guard let table = snapshot.tables[table] else { return nil }
    let names = (0..<table.rowCount).flatMap { table.names(ofRow: $0) }
    let folded = TextFold.fold(word)
    if names.contains(where: { TextFold.fold($0) == folded }) { return nil }
    let examined = once(Array(names.prefix(Self.examined)))
    let near = NearestName.matches(word, among: examined)
    guard near.isEmpty else { return .init(name: word, near: near) }
    let holding = examined.lazy.filter { " \(TextFold.fold($0)) ".contains(" \(folded) ") }
    return .init(name: word, near: Array(holding.prefix(Self.offered)))
  }

  private func once(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
