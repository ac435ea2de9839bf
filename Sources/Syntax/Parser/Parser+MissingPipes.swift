import IbidSource

/// Steps that stand where a pipeline could end, behind no `|`: read as steps, always reported.
extension Parser {
  /// A step whose `|` is missing; if the whole step or its word is foreign, too, one edit mends both.
  mutating func stepWithoutPipe(behind last: Step?) -> Step {
    let place = here
    let word = text(position)
    let index = diagnostics.count
    let step = step()
    if diagnostics.indices.contains(index), let edit = diagnostics[index].suggestions.first?.edit,
      edit.span.lower == place.lower
    {
      let text = "| " + edit.replacement
      diagnostics[index].suggestions = [Diagnostic.Suggestion(text, edit: .init(edit.span, text))]
    } else if diagnostics.count < Limits.diagnostics, let last, asksForRows(step, before: last) {
      let edit = "\(source.string(step.span)) | \(source.string(last.span))"
      diagnostics.insert(
        SyntaxDiagnostic.filterBeforeSummarize(at: place, edit: .init(last.span.joined(with: step.span), edit)),
        at: min(index, diagnostics.count))
    } else if diagnostics.count < Limits.diagnostics {
      diagnostics.insert(SyntaxDiagnostic.missingPipe(word, at: place), at: min(index, diagnostics.count))
    }
    return step
  }

  /// Whether a `where` behind `summarize …` names none of the columns that this makes, but those of the rows before it, as
  /// the last clause of a query in other languages does.
  func asksForRows(_ step: Step, before last: Step) -> Bool {
    guard case .filter = step.kind, source.string(step.keyword) == "where",
      case .summarize(let items, let keys) = last.kind, step.span.lower > last.span.lower
    else { return false }
    let made = Set((items + keys).compactMap { $0.name?.text ?? Self.lastWord(of: $0.value) })
    var names: [String] = []
    for index in tokens.indices.dropLast().dropFirst() where step.span.contains(tokens[index].span) {
      let isCall = tokens[index + 1].kind == .leftParenthesis && tokens[index + 1].touchesPrevious
      if tokens[index].kind == .name, tokens[index - 1].kind != .dot, !isCall { names.append(text(index)) }
    }
    return !names.isEmpty && names.allSatisfy { !made.contains($0) }
  }

  /// What an unnamed result is called.
  private static func lastWord(of value: Expression) -> String? {
    switch value.kind {
    case .name(let name), .member(_, let name): name.text
    case .call(let call): call.name.text
    default: nil
    }
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
