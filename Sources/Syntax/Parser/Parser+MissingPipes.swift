import IbidSource

/// Steps that stand where a pipeline could end, behind no `|`: read as steps, always reported.
extension Parser {
  /// A step whose `|` is missing; if the whole step or its word is foreign, too, one edit mends both.
  mutating func stepWithoutPipe() -> Step {
    let place = here
    let word = text(position)
    let index = diagnostics.count
    let step = step()
    if diagnostics.indices.contains(index), let edit = diagnostics[index].suggestions.first?.edit,
      edit.span.lower == place.lower
    {
      let text = "| " + edit.replacement
      diagnostics[index].suggestions = [Diagnostic.Suggestion(text, edit: .init(edit.span, text))]
    } else if diagnostics.count < Limits.diagnostics {
      diagnostics.insert(SyntaxDiagnostic.missingPipe(word, at: place), at: min(index, diagnostics.count))
    }
    return step
  }

  /// A step word where a pipeline could end: `money where …`, `money take 3`.
  func startsStepWithoutPipe() -> Bool {
    if at(.where) { return kind(ahead: 1).startsOperand }
    guard at(.name), position > statementStart else { return false }
    let word = text(position)
    if let entry = Words.stepEntries[word] { return kind(ahead: 1).startsOperand || entry.standsAlone }
    return (Words.joinKindSet.contains(word) || Words.foreignSteps[word.lowercased()] != nil)
      && (kind(ahead: 1).startsOperand || kind(ahead: 1) == .by)
  }

  /// `select title, sort words`: a comma, a step's word and what the step works on, where a `|` was meant.
  func startsStepBehindComma() -> Bool {
    guard at(.comma) else { return false }
    if kind(ahead: 1) == .where { return kind(ahead: 2).startsOperand }
    guard kind(ahead: 1) == .name, Words.stepEntries[text(position + 1)] != nil else { return false }
    switch kind(ahead: 2) {
    // Behind a column that is called as a step is stand the words of clauses: `sum(x sort a, sample rows 3)`.
    case .name:
      let next = text(position + 2)
      return next != "sort" && !Words.softSet.contains(next) && !NewlineRule.linkWords.contains(next)
    case .number, .string: return true
    default: return false
    }
  }
}
