import IbidColumns
import IbidPlan
import IbidSource
import IbidTypes

extension Executor {
  /// Texts that near ones are looked for in; of more, the first.
  private static let examined = 5000

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
    // What is asked of two columns is said once.
    var absent: [NetworkNote.Absent] = []
    for each in found {
      guard let known = absent.firstIndex(where: { $0.name == each.name }) else {
        absent.append(each)
        continue
      }
      absent[known].near += each.near.filter { !absent[known].near.contains($0) }
    }
    if !absent.isEmpty { recorder.note(.unmatched(absent, at: predicate.span)) }
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
      let all = inParts ? known + known.flatMap { Self.runs(ofWords: word.split(separator: " ").count, in: $0) } : known
      let near = NearestName.matches(word, among: once(Array(all.prefix(Self.examined)))).filter {
        Self.isNear($0, word)
      }
      return near.isEmpty || near.contains(word) ? nil : .init(name: word, near: near)
    default: return nil
    }
  }

  /// By names and aliases, as `has` compares them: nil also if a name holds the word, as a full name its surname.
  private func absent(_ word: String, among table: String) -> NetworkNote.Absent? {
    guard let table = snapshot.tables[table] else { return nil }
    let names = (0..<table.rowCount).flatMap { table.names(ofRow: $0) }
    let folded = TextFold.fold(word)
    if names.contains(where: { TextFold.fold($0) == folded }) { return nil }
    let isHeld = names.contains { TextFold.find(folded, in: TextFold.fold($0)[...], from: 0, wholeWords: true) != nil }
    if isHeld { return nil }
    return .init(name: word, near: NearestName.matches(word, among: once(Array(names.prefix(Self.examined)))))
  }

  /// Whether each word of a text is near to one of the other: `in Mexico` is not what `Plan Mexico` was meant for.
  private static func isNear(_ text: String, _ other: String) -> Bool {
    let (words, others) = (text.split(separator: " "), other.split(separator: " "))
    guard words.count == others.count, words.count > 1 else { return true }
    return zip(words, others).allSatisfy { word, other in
      word == other || !NearestName.matches(String(other), among: [String(word)]).isEmpty
    }
  }

  /// The stretches of a text that have so many words.
  private static func runs(ofWords count: Int, in text: String) -> [String] {
    let words = text.split(separator: " ")
    guard count > 0, words.count >= count else { return [] }
    return (0...(words.count - count)).map { words[$0..<($0 + count)].joined(separator: " ") }
  }

  private func once(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert($0).inserted }
  }
}
