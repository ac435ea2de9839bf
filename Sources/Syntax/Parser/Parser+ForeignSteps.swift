import IbidSource

/// Steps of other languages, and ours as other languages write them: read as what they mean, reported once each.
extension Parser {
  /// How a step is read, and what it is called in messages about its parts.
  private typealias Reader = (inout Parser) -> Step.Kind

  // MARK: Foreign words

  /// A step of another language, read as ours where one stands for it; nil if the word is none.
  mutating func foreignStep() -> Step? {
    let start = position
    if let call = stepCall() { return call }
    if at(word: "inner"), at(word: "join", ahead: 1) { return innerJoin() }
    let length = hyphenatedLength()
    let place = ByteSpan(here.lower, tokens[position + length - 1].span.upper)
    let word = source.string(place).lowercased()
    if Self.groupWords.contains(word) { return group() }
    if let aggregate = Words.foreignAggregates[word], isAtArgument(after: length) { return aggregateStep(aggregate) }
    if word == "remove", at(word: "duplicates", ahead: 1), kind(ahead: 2) == .end || kind(ahead: 2) == .pipe {
      let whole = here.joined(with: tokens[position + 1].span)
      report(
        SyntaxDiagnostic.foreignStep(
          source.string(whole), Words.Foreign(word, as: "distinct"), edit: .init(whole, "distinct"), at: whole))
      advance()
      advance()
      return Step(.distinct([]), keyword: whole, span: whole)
    }
    guard let foreign = Words.foreignSteps[word] ?? caseless(word) else { return nil }
    for _ in 0..<length { advance() }
    var keyword = place
    var replacement = foreign.replacement
    if word == "order", at(.by) {
      keyword = keyword.joined(with: here)
      replacement = "sort"
      advance()
    }
    let written = source.string(keyword)
    guard let replacement, let read = bodyReader(replacement) else {
      fail(SyntaxDiagnostic.foreignStep(written, foreign, edit: nil, at: keyword))
      return Step(.malformed, keyword: keyword, span: span(from: start))
    }
    let kind = body(of: replacement, keyword: keyword, read: read) { edit in
      SyntaxDiagnostic.foreignStep(written, foreign, edit: edit, at: keyword)
    }
    return Step(kind, keyword: keyword, span: span(from: start))
  }

  /// `project-away` is one word there; here it would be a subtraction.
  private func hyphenatedLength() -> Int {
    var length = 1
    while length < 5, kind(ahead: length) == .minus, tokens[position + length].touchesPrevious,
      kind(ahead: length + 1).isWord, tokens[position + length + 1].touchesPrevious
    {
      length += 2
    }
    return length
  }

  /// `TAKE`
  private func caseless(_ word: String) -> Words.Foreign? {
    guard word != text(position), Words.stepEntries[word] != nil else { return nil }
    return Words.Foreign(text(position), as: word)
  }

  private func isAtArgument(after length: Int) -> Bool {
    kind(ahead: length) == .leftParenthesis || kind(ahead: length).isName
  }

  private func bodyReader(_ ours: String) -> Reader? {
    switch ours {
    case "where": { .filter($0.expression()) }
    default: stepReader(ours)
    }
  }

  /// Reads the parts of a step, in brackets or not; `diagnose` gets the edit that writes it our way.
  private mutating func body(
    of ours: String, keyword: ByteSpan, read: Reader, reporting diagnose: (Diagnostic.Edit) -> Diagnostic
  ) -> Step.Kind {
    guard at(.leftParenthesis), let closer = bracketedEnd() else {
      report(diagnose(.init(keyword, ours)))
      return read(&self)
    }
    return bracketed(ours, keyword: keyword, closer: closer, read: read, reporting: diagnose)
  }

  // MARK: Brackets

  /// The bracket that closes the one here, if the step ends with it.
  func bracketedEnd() -> Int? { bracketedEnd(at: position) }

  func bracketedEnd(at opener: Int) -> Int? {
    guard tokens[opener].kind == .leftParenthesis, let closer = closing(of: opener) else { return nil }
    let next = tokens[closer + 1]
    let isEnd =
      next.kind == .end || next.kind == .semicolon || next.kind == .pipe || next.kind.isClosingBracket
      || next.startsStatement
    return isEnd ? closer : nil
  }

  /// `take(10)`, `mutate(x = words * 2)`: the parts without their brackets.
  mutating func bracketed(
    _ ours: String, keyword: ByteSpan, closer: Int, read: (inout Parser) -> Step.Kind,
    reporting diagnose: (Diagnostic.Edit) -> Diagnostic
  ) -> Step.Kind {
    let opener = position
    let whole = keyword.joined(with: tokens[closer].span)
    // Whatever goes wrong inside, the brackets have been named.
    let index = diagnostics.count
    report(diagnose(.init(keyword, ours)))
    advance()
    let isCount = ours == "count" && !at(.rightParenthesis)
    let start = position
    let outer = isInForeignStep
    isInForeignStep = outer || !Words.isStep(source.string(keyword))
    var kind = isCount ? .count(by: items()) : read(&self)
    var condition: String?
    if ours == "where", case .filter(let first) = kind, !isRecovering, at(.comma) || at(.pipe) {
      let (whole, text) = conditions(after: first)
      (kind, condition) = (.filter(whole), text)
    }
    isInForeignStep = outer
    let inside = position > start ? span(from: start) : here
    close(.rightParenthesis, opened: opener)
    guard !isRecovering, diagnostics.indices.contains(index) else { return kind }
    if case .drop = kind, ours == "select" { discard(within: inside) }
    let text = position > start + 1 ? condition ?? absorbed(inside) : ""
    let step = Self.written(kind, ours, text)
    diagnostics[index] = diagnose(.init(whole, step))
    return kind
  }

  /// R's `filter(a, b | c)`: a comma wants both, and binds less tightly than its `|`, which is `or`.
  private mutating func conditions(after first: Expression) -> (Expression, String) {
    var tallest = peak
    var whole: Expression?
    var texts: [String] = []
    var part = first
    while true {
      var (start, edits) = (part.span, [Diagnostic.Edit]())
      while !isRecovering, at(.pipe) {
        let place = here
        edits.append(.init(place, "or"))
        advance()
        let right = expression()
        tallest = max(tallest, height)
        start = start.joined(with: right.span)
        part = node(.binary(.or, place, part, right), at: start, over: tallest)
        tallest = height
      }
      let text = absorbed(start, making: edits)
      texts.append(edits.isEmpty ? text : "(\(text))")
      if let left = whole {
        part = node(.binary(.and, start, left, part), at: left.span.joined(with: start), over: tallest)
        tallest = height
      }
      whole = part
      guard !isRecovering, at(.comma) else { break }
      advance()
      part = expression()
      tallest = max(tallest, height)
    }
    let text = texts.joined(separator: " and ")
    return (whole ?? first, texts.count == 1 && text.hasPrefix("(") ? String(text.dropFirst().dropLast()) : text)
  }

  private static func written(_ kind: Step.Kind, _ ours: String, _ text: String) -> String {
    switch kind {
    case .count(let by) where !by.isEmpty: return "count by \(text)"
    case .drop where ours == "select": return "drop " + text.filter { $0 != "-" }
    default: return text.isEmpty ? ours : "\(ours) \(text)"
    }
  }

  // MARK: Aggregates as steps

  /// `money | sum amount`: an aggregate stands in `summarize`.
  private mutating func aggregateStep(_ name: String) -> Step {
    let start = position
    let place = here
    let (items, text) = aggregateItem()
    var whole = "summarize " + text
    var keys: [Item] = []
    if !isRecovering, at(.by) {
      let by = position
      keys = optionalBy()
      whole += " " + absorbed(span(from: by))
    }
    let span = span(from: start)
    report(SyntaxDiagnostic.aggregateStep(source.string(place), edit: .init(span, whole), at: place))
    return Step(.summarize(items, by: keys), keyword: place, span: span)
  }

  /// The word of an aggregate and its argument, in brackets or not.
  mutating func aggregateItem() -> (items: [Item], text: String) {
    let start = position
    let name = Words.foreignAggregates[text(position).lowercased()] ?? text(position)
    let place = here
    advance()
    let opener = position
    let isBracketed = at(.leftParenthesis)
    if isBracketed { advance() }
    let argument = isBracketed && at(.rightParenthesis) ? nil : expression()
    if isBracketed { close(.rightParenthesis, opened: opener) }
    let inside = argument.map { absorbed($0.span) } ?? ""
    let call = Call(
      receiver: nil, name: Name(name, at: place),
      arguments: argument.map { [Call.Argument(label: nil, value: $0)] } ?? [])
    let value = node(.call(call), at: span(from: start), over: height)
    return ([Item(name: nil, value: value)], "\(name)(\(inside))")
  }

  // MARK: Select

  /// The step `select`, which elsewhere takes `distinct`, counts, and columns to leave out.
  mutating func select() -> Step.Kind {
    let keyword = tokens[position - 1].span
    if at(word: "distinct"), kind(ahead: 1).startsOperand, !tokens[position + 1].touchesPrevious {
      let place = here
      advance()
      let start = position
      let items = items()
      guard !isRecovering else { return .select(items) }
      let span = span(from: start)
      let edit = Diagnostic.Edit(keyword.joined(with: span), "select \(absorbed(span)) | distinct")
      report(SyntaxDiagnostic.selectDistinct(at: place, edit: edit))
      return .select(items)
    }
    if at(.minus), kind(ahead: 1).isName, tokens[position - 1].kind == .leftParenthesis {
      return selectWithout(keyword)
    }
    if at(.star) {
      let isAll = kind(ahead: 1) == .end || kind(ahead: 1) == .pipe || kind(ahead: 1).isClosingBracket
      report(SyntaxDiagnostic.selectStar(at: here, edit: isAll ? stepRemoval(keyword) : nil))
      isRecovering = true
      return .malformed
    }
    let start = position
    let items = items()
    return isRecovering ? .select(items) : countingSelect(items, span(from: start), keyword)
  }

  /// The edit that takes out a step whose word is `keyword` and that ends with the next token.
  private func stepRemoval(_ keyword: ByteSpan) -> Diagnostic.Edit? {
    guard position >= 3, tokens[position - 2].kind == .pipe else { return nil }
    return .init(ByteSpan(tokens[position - 3].span.upper, here.upper), "")
  }

  /// `select(-words, -file)`: `drop`.
  private mutating func selectWithout(_ keyword: ByteSpan) -> Step.Kind {
    let start = position
    let names = list { parser in
      _ = parser.take(.minus)
      return parser.name("a column")
    }
    guard !isRecovering else { return .drop(names) }
    let span = span(from: start)
    let text = "drop " + names.map { source.string($0.span) }.joined(separator: ", ")
    report(
      SyntaxDiagnostic.foreignStep(
        "select -", Words.Foreign("select -", as: "drop"), edit: .init(keyword.joined(with: span), text),
        at: tokens[start].span))
    return .drop(names)
  }

  /// `select kind, count(*)`, as SQL has it: a `summarize`, the other columns its groups.
  private mutating func countingSelect(_ items: [Item], _ span: ByteSpan, _ keyword: ByteSpan) -> Step.Kind {
    let isCounting = diagnostics.contains { $0.id == SyntaxDiagnostic.ID.star.rawValue && span.contains($0.span) }
    guard isCounting else { return .select(items) }
    func isCall(_ item: Item) -> Bool { if case .call = item.value.kind { true } else { false } }
    let texts = items.map { (isCall: isCall($0), text: absorbed($0.span)) }
    let results = texts.filter(\.isCall).map(\.text).joined(separator: ", ")
    let keys = texts.filter { !$0.isCall }.map(\.text).joined(separator: ", ")
    let text = "summarize \(results)" + (keys.isEmpty ? "" : " by \(keys)")
    report(SyntaxDiagnostic.countingSelect(at: keyword, edit: .init(keyword.joined(with: span), text)))
    return .summarize(items.filter(isCall), by: items.filter { !isCall($0) })
  }
}
