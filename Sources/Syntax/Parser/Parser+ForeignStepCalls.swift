import IbidSource

/// Steps of pandas and R that are calls with arguments of their own: `slice_max(words, n = 3)`.
extension Parser {
  /// Reports a step that is written as a call elsewhere, and leaves it behind; nil if none stands here.
  ///
  /// Its meaning is told, not read: the table behind it counts as unknown.
  mutating func stepCall() -> Step? {
    guard at(.name), kind(ahead: 1) == .leftParenthesis, tokens[position + 1].touchesPrevious,
      let closer = bracketedEnd(at: position + 1)
    else { return nil }
    let word = text(position).lowercased()
    let call = StepCall(word, arguments(between: position + 1, and: closer))
    let isKnown = stepReader(text(position)) != nil || Words.foreignSteps[word] != nil
    guard StepCall.words.contains(word) || isKnown && call.hasForeignLabel else { return nil }
    let start = position
    let whole = ByteSpan(here.lower, tokens[closer].span.upper)
    let text = call.steps.flatMap(mendedSteps)
    leaveStep(at: closer + 1) {
      let written = $0.text(start)
      let foreign = Words.foreignSteps[word] ?? Words.Foreign(written, text ?? call.hint)
      return SyntaxDiagnostic.foreignStepCall(
        written, foreign, edit: text.map { .init(whole, $0) }, at: $0.tokens[start].span)
    }
    return Step(.malformed, keyword: tokens[start].span, span: whole)
  }

  /// Reports the step at the next token as one mistake and goes on behind it.
  mutating func leaveStep(at end: Int, reporting diagnose: (Parser) -> Diagnostic) {
    discard(within: ByteSpan(here.lower, tokens[end - 1].span.upper))
    fail(diagnose(self))
    position = end
  }

  /// Steps made of foreign parts, with all that is wrong with them mended.
  func mendedSteps(_ steps: String) -> String? {
    let table = "t | "
    return mended(table + steps).map { String($0.dropFirst(table.count)) }
  }

  /// What stands between two brackets, cut at its commas. A label is a name, with points in it or before it, and `=`.
  func arguments(between opener: Int, and closer: Int) -> [StepCall.Argument] {
    var arguments: [StepCall.Argument] = []
    var start = opener + 1
    var inner = 0
    for index in (opener + 1)...max(opener + 1, closer) {
      if tokens[index].kind.isOpeningBracket { inner += 1 }
      if tokens[index].kind.isClosingBracket, index < closer { inner -= 1 }
      guard index >= closer || inner == 0 && tokens[index].kind == .comma else { continue }
      if index > start { arguments.append(argument(from: start, to: index)) }
      start = index + 1
    }
    return arguments
  }

  private func argument(from start: Int, to end: Int) -> StepCall.Argument {
    func string(_ lower: Int) -> String {
      source.string(tokens[lower].span.joined(with: tokens[end - 1].span))
    }
    var equals = start
    while equals < end - 1, tokens[equals].kind.isWord || tokens[equals].kind == .dot { equals += 1 }
    guard equals > start, equals < end - 1, tokens[equals].kind == .assign else {
      return StepCall.Argument(string(start))
    }
    let label = source.string(tokens[start].span.joined(with: tokens[equals - 1].span))
    return StepCall.Argument(label: label, string(equals + 1))
  }
}
