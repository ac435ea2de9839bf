import IbidSource

/// Groups as a step of their own, as SQL, pandas and R have them: here each step, or each call, says its groups.
extension Parser {
  static let groupWords: Set<String> = ["group", "group_by", "groupby"]

  /// `group_by(kind) | summarise(n = n())`: both are one step here.
  mutating func group() -> Step {
    let start = position
    var place = here
    advance()
    if at(.by) {
      place = place.joined(with: here)
      advance()
    }
    let isBracketed = at(.leftParenthesis)
    let opener = position
    if isBracketed { advance() }
    let first = position
    let keys = isAtStepEnd ? [] : items()
    let keySpan = span(from: first)
    if isBracketed { close(.rightParenthesis, opened: opener) }
    let foreign = Words.Foreign(source.string(place), "summarize … by …")
    guard !isRecovering, !keys.isEmpty else {
      fail(SyntaxDiagnostic.foreignStep(foreign.word, foreign, edit: nil, at: place))
      return Step(.malformed, keyword: place, span: span(from: start))
    }
    if at(.pipe), let step = stepWithinGroups(of: keySpan, from: start, foreign, at: place) { return step }
    guard at(.pipe), let aggregate = groupedReader() else {
      // Steps that work within groups have `per` in their calls; which one is meant is not known.
      let isLast = at(.end) || kind.isClosingBracket
      let edit =
        isLast
        ? Diagnostic.Edit(span(from: start), "summarize n = count() by " + absorbed(keySpan)) : nil
      report(SyntaxDiagnostic.foreignStep(foreign.word, foreign, edit: edit, at: place))
      if !isLast { isRecovering = true }
      return Step(isLast ? .count(by: keys) : .malformed, keyword: place, span: span(from: start))
    }
    let keysText = absorbed(keySpan)
    advance()
    let results = aggregate(&self)
    guard !isRecovering else {
      isRecovering = false
      report(SyntaxDiagnostic.foreignStep(foreign.word, foreign, edit: nil, at: place))
      isRecovering = true
      return Step(.malformed, keyword: place, span: span(from: start))
    }
    let edit = Diagnostic.Edit(span(from: start), "summarize \(results.text) by \(keysText)")
    report(SyntaxDiagnostic.foreignStep(foreign.word, foreign, edit: edit, at: place))
    return Step(.summarize(results.items, by: keys), keyword: place, span: span(from: start))
  }

  /// What reads the aggregates of the step behind a `|` that makes use of groups; nil if another step stands there.
  private func groupedReader() -> ((inout Parser) -> (items: [Item], text: String))? {
    let word = kind(ahead: 1) == .name ? text(position + 1).lowercased() : ""
    if Words.foreignAggregates[word] != nil, kind(ahead: 2) == .leftParenthesis || kind(ahead: 2).isName {
      return { $0.aggregateItem() }
    }
    if word == "count" || word == "tally" {
      return { parser in
        let start = parser.position
        parser.advance()
        while parser.at(.leftParenthesis) || parser.at(.rightParenthesis) { parser.advance() }
        let place = parser.span(from: start)
        let call = Call(receiver: nil, name: Name("count", at: place), arguments: [])
        return ([Item(name: nil, value: Expression(.call(call), at: place))], "n = count()")
      }
    }
    let isSelect = ["select", "project"].contains(word) && stepHasCall()
    guard isSelect || word == "summarize" || Words.foreignSteps[word]?.replacement == "summarize" else { return nil }
    return { parser in
      parser.advance()
      let opener = parser.position
      let isBracketed = parser.bracketedEnd() != nil
      if isBracketed { parser.advance() }
      let start = parser.position
      let outer = parser.isInForeignStep
      parser.isInForeignStep = true
      let items = parser.items()
      parser.isInForeignStep = outer
      let inside = parser.span(from: start)
      if isBracketed { parser.close(.rightParenthesis, opened: opener) }
      guard isSelect else { return (items, parser.absorbed(inside)) }
      // SQL's `select kind, count(*)`: the keys are columns by themselves.
      let results = items.filter { if case .call = $0.value.kind { true } else { false } }
      return (results, results.map { parser.absorbed($0.span) }.joined(separator: ", "))
    }
  }

  /// The step behind the `|` here has a call in it.
  private func stepHasCall() -> Bool {
    var index = position + 2
    while index < tokens.count - 1, index - position < 200, tokens[index].kind != .pipe, !tokens[index].startsStatement
    {
      if tokens[index].kind == .leftParenthesis, tokens[index].touchesPrevious, tokens[index - 1].kind == .name {
        return true
      }
      index += 1
    }
    return false
  }

  // MARK: Steps within groups

  /// `group_by(kind) | mutate(w = sum(words))`: the groups go into the calls, or into the step; nil for other steps.
  private mutating func stepWithinGroups(
    of keySpan: ByteSpan, from start: Int, _ foreign: Words.Foreign, at place: ByteSpan
  ) -> Step? {
    guard kind(ahead: 1) == .name else { return nil }
    let word = text(position + 1).lowercased()
    let opener = position + 2
    let closer = bracketedEnd(at: opener)
    let end = closer.map { $0 + 1 } ?? stepEnd(from: opener)
    guard end > opener else { return nil }
    let keys = source.string(keySpan)
    let steps: String?
    switch word {
    case "slice_max", "slice_min", "top_n", "nlargest", "nsmallest":
      steps = closer.flatMap { StepCall(word, arguments(between: opener, and: $0)).steps }.map { "\($0) per \(keys)" }
    case "head", "slice_head", "slice", "first", "take":
      let call = StepCall("head", closer.map { arguments(between: opener, and: $0) } ?? [])
      let count = closer == nil ? text(opener) : call.steps.map { String($0.dropFirst("take ".count)) } ?? "1"
      steps = count == "1" ? "distinct \(keys)" : "where row_number(per \(keys)) <= \(count)"
    case "where", "filter", "derive", "mutate", "extend", "with_columns", "transform", "transmute":
      let (first, last) = closer == nil ? (opener, end - 1) : (opener + 1, end - 2)
      let ours = word == "where" || word == "filter" ? "where" : word == "transmute" ? "select" : "derive"
      steps = first <= last ? "\(ours) \(withinGroups(of: keys, from: first, to: last))" : nil
    default: return nil
    }
    guard let text = steps.flatMap(mendedSteps) else { return nil }
    let whole = ByteSpan(place.lower, tokens[end - 1].span.upper)
    position = start
    leaveStep(at: end) { _ in
      SyntaxDiagnostic.stepWithinGroups(foreign.word, at: place, edit: .init(whole, text))
    }
    return Step(.malformed, keyword: place, span: whole)
  }

  /// The token behind the step that has the one at `index`.
  private func stepEnd(from index: Int) -> Int {
    var end = index
    var inner = 0
    while end < tokens.count - 1, end - index < 1000, !tokens[end].startsStatement, tokens[end].kind != .semicolon {
      if tokens[end].kind.isOpeningBracket { inner += 1 }
      if tokens[end].kind.isClosingBracket { inner -= 1 }
      if inner < 0 || inner == 0 && tokens[end].kind == .pipe { break }
      end += 1
    }
    return end
  }

  /// What stands from one token to another, with `per` in each call of an aggregate or window.
  private func withinGroups(of keys: String, from first: Int, to last: Int) -> String {
    var edits: [Diagnostic.Edit] = []
    for index in first..<last where tokens[index].kind == .name && tokens[index + 1].kind == .leftParenthesis {
      let word = text(index).lowercased()
      guard tokens[index + 1].touchesPrevious, let ours = Self.groupCalls[word], let closer = closing(of: index + 1),
        closer <= last
      else { continue }
      let (start, end) = (tokens[index + 1].span.upper, tokens[closer].span.lower)
      if ours != word { edits.append(.init(tokens[index].span, ours)) }
      guard word.hasSuffix("rank"), end > start else {
        edits.append(.init(ByteSpan(end, end), (end > start ? " " : "") + "per " + keys))
        continue
      }
      // R ranks by an argument.
      let isReversed = tokens[index + 2].kind == .name && text(index + 2) == "desc"
      let value = source.string(ByteSpan(start, end))
      let sort = isReversed ? value.dropFirst("desc(".count).dropLast() + " desc" : value[...]
      edits.append(.init(ByteSpan(start, end), "per \(keys) sort \(sort)"))
    }
    let span = tokens[first].span.joined(with: tokens[last].span)
    var text = ""
    var end = span.lower
    // A call inside of another one has had its edit; two edits never meet.
    for edit in edits.sorted(by: { $0.span < $1.span }) where edit.span.lower >= end {
      text += source.string(ByteSpan(end, edit.span.lower)) + edit.replacement
      end = edit.span.upper
    }
    return text + source.string(ByteSpan(end, span.upper))
  }

  /// Aggregates and windows, as R, pandas and we call them, with our names.
  private static let groupCalls = [
    "sum": "sum", "avg": "avg", "mean": "avg", "min": "min", "max": "max", "median": "median", "count": "count",
    "n": "count", "stddev": "stddev", "sd": "stddev", "std": "stddev", "first": "first", "last": "last",
    "count_distinct": "count_distinct", "n_distinct": "count_distinct", "row_number": "row_number", "rank": "rank",
    "min_rank": "rank", "dense_rank": "dense_rank", "lag": "lag", "shift": "lag", "lead": "lead", "carry": "carry",
  ]

  /// `count distinct issuer`, which is one value.
  mutating func countDistinct() -> Step.Kind {
    let start = position - 1
    let place = here
    advance()
    let value = expression()
    let whole = span(from: start)
    let ours = "summarize count_distinct(\(source.string(value.span)))"
    report(SyntaxDiagnostic.countDistinct(at: place, edit: .init(whole, ours)))
    let call = Call(
      receiver: nil, name: Name("count_distinct", at: place), arguments: [.init(label: nil, value: value)])
    return .summarize([Item(name: nil, value: Expression(.call(call), at: whole))], by: [])
  }
}
