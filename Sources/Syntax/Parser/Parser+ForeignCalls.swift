import IbidSource

/// Choices, tests and operators that other languages write as calls, and the window clauses of SQL.
extension Parser {
  // MARK: Choices

  /// `if(c, a, b)`, as in a spreadsheet; nil where the bracket holds the condition of an ordinary `if`.
  mutating func choiceCall() -> Expression? {
    guard kind(ahead: 1) == .leftParenthesis, let closer = closing(of: position + 1),
      hasComma(between: position + 1, and: closer), !isPipeline(between: position + 1, and: closer)
    else { return nil }
    let start = position
    let place = here
    advance()
    let (arguments, tallest) = bracketedArguments()
    let forms: [Template] = arguments.count == 2 ? ["if a then b else none"] : ["if a then b else c"]
    guard !isRecovering, arguments.count == 2 || arguments.count == 3 else {
      fail(SyntaxDiagnostic.choice(at: place, try: []))
      return missing()
    }
    return reread(arguments, as: forms, at: place, whole: span(from: start), tallest: tallest) {
      SyntaxDiagnostic.choice(at: place, try: $0)
    }
  }

  /// `c ? a : b` and `a if c else b` behind their first part; the part itself where nothing of that follows.
  mutating func foreignChoice(_ first: Expression) -> Expression {
    guard at(.question) || at(.if) && position > statementStart else { return first }
    let isTernary = at(.question)
    let place = here
    var tallest = height
    advance()
    let second = expression()
    tallest = max(tallest, height)
    guard !isRecovering, isTernary ? take(.colon) : take(.else) else {
      fail(SyntaxDiagnostic.ternary(at: place, try: []))
      return first
    }
    let third = expression()
    guard !isRecovering else { return first }
    return reread(
      [first, second, third], as: [isTernary ? "if a then b else c" : "if b then a else c"], at: place,
      whole: first.span.joined(with: third.span), tallest: max(tallest, height)
    ) { SyntaxDiagnostic.ternary(at: place, try: $0) }
  }

  /// Words that end a value inside a `case`.
  static let caseWords: Set<String> = ["when", "then", "else", "end"]

  /// `case [x] when a then b … [else c] end`
  mutating func caseWhen() -> Expression {
    let start = position
    let place = here
    let outer = isInCase
    isInCase = true
    defer { isInCase = outer }
    advance()
    let subject = at(caseless: "when") ? nil : name("a column")
    var branches: [(condition: Expression, value: Expression)] = []
    var tallest = 0
    while !isRecovering, at(caseless: "when") {
      advance()
      var condition = expression()
      tallest = max(tallest, height)
      if let subject {
        let left = Expression(.name(subject), at: subject.span)
        condition = Expression(.binary(.equal, place, left, condition), at: condition.span)
      }
      guard !isRecovering, at(caseless: "then") else { break }
      advance()
      branches.append((condition, expression()))
      tallest = max(tallest, height)
    }
    var otherwise: Expression?
    if !isRecovering, at(caseless: "else") {
      advance()
      otherwise = expression()
      tallest = max(tallest, height)
    }
    guard !isRecovering, !branches.isEmpty, at(caseless: "end"), branches.count < Limits.nesting else {
      fail(SyntaxDiagnostic.caseWhen(at: place, edit: nil))
      return missing()
    }
    advance()
    return choice(branches, else: otherwise, of: subject, at: place, whole: span(from: start), tallest: tallest)
  }

  /// Conditions and values as an `if` with its `else if`s, reported at `place`.
  private mutating func choice(
    _ branches: [(condition: Expression, value: Expression)], else otherwise: Expression?, of subject: Name? = nil,
    at place: ByteSpan, whole: ByteSpan, tallest: Int
  ) -> Expression {
    var text = ""
    for branch in branches {
      let test = subject.map { "\(source.string($0.span)) == " } ?? ""
      text += "if \(test)\(absorbed(branch.condition.span)) then \(absorbed(branch.value.span)) else "
    }
    text += otherwise.map { absorbed($0.span) } ?? "none"
    report(SyntaxDiagnostic.caseWhen(at: place, edit: .init(whole, text)))
    var tree = otherwise ?? Expression(.literal(.none), at: ByteSpan(whole.upper, whole.upper))
    for branch in branches.reversed() {
      tree = Expression(.conditional(if: branch.condition, then: branch.value, else: tree), at: whole)
    }
    return node(tree.kind, at: whole, over: tallest + branches.count + 1)
  }

  /// R's `case_when(c ~ a, TRUE ~ b)`, KQL's `case(c, a, d, b, e)`, and `IFS(c, a, d, b)` of spreadsheets.
  mutating func casesCall() -> Expression? {
    let word = text(position).lowercased()
    guard ["case_when", "case", "ifs"].contains(word), kind(ahead: 1) == .leftParenthesis,
      tokens[position + 1].touchesPrevious, let closer = closing(of: position + 1),
      hasComma(between: position + 1, and: closer) || word == "case_when"
    else { return nil }
    let start = position
    let place = here
    let outer = isInCase
    isInCase = true
    defer { isInCase = outer }
    advance()
    advance()
    let (parts, tallest) = measuring { parser in
      var parts: [Expression] = []
      while !parser.isRecovering, !parser.at(.rightParenthesis) {
        // `.default = x`
        if parser.at(.dot), parser.kind(ahead: 2) == .assign { for _ in 0..<3 { parser.advance() } }
        parts.append(parser.expression())
        let isSign = parser.at(.foreignSign) && parser.text(parser.position) == "~"
        guard !parser.isRecovering, isSign || parser.at(.comma) else { break }
        parser.advance()
      }
      return parts
    }
    guard !isRecovering, at(.rightParenthesis), parts.count >= 2, parts.count < Limits.nesting else {
      fail(SyntaxDiagnostic.caseWhen(at: place, edit: nil))
      return missing()
    }
    advance()
    var branches = stride(from: 0, to: parts.count - 1, by: 2).map { (condition: parts[$0], value: parts[$0 + 1]) }
    var otherwise = parts.count % 2 == 1 ? parts[parts.count - 1] : nil
    if otherwise == nil, branches.count > 1, case .literal(.bool(true)) = branches[branches.count - 1].condition.kind {
      discard(within: branches[branches.count - 1].condition.span)
      otherwise = branches.removeLast().value
    }
    return choice(branches, else: otherwise, at: place, whole: span(from: start), tallest: tallest)
  }

  // MARK: Operators as calls

  /// `contains(title, "border")`, `AND(a, b)`, `is.na(x)`; nil if none of them stands here.
  mutating func operatorCall() -> Expression? {
    if let test = isNA() { return test }
    guard kind(ahead: 1) == .leftParenthesis, tokens[position + 1].touchesPrevious else { return nil }
    let word = text(position).lowercased()
    if word == "if", at(.name) { return choiceCall() }
    guard let form = Self.operatorForms[word], at(.name) ? text(position) == word.uppercased() : true,
      let closer = closing(of: position + 1), hasComma(between: position + 1, and: closer)
    else { return nil }
    let start = position
    let place = here
    advance()
    let (arguments, tallest) = bracketedArguments()
    guard !isRecovering, arguments.count >= 2, arguments.count == 2 || word == "and" || word == "or" else {
      fail(SyntaxDiagnostic.operatorAsMethod(word, try: [], at: place))
      return missing()
    }
    var tree = arguments[0]
    // `and` and `or` bind less tightly than what they join, but for each other.
    func looseness(_ argument: Expression) -> Bool {
      if word != "and" && word != "or" { return argument.isLoose }
      switch argument.kind {
      case .binary(.and, _, _, _), .binary(.or, _, _, _), .conditional: return true
      default: return false
      }
    }
    func written(_ argument: Expression, _ parser: inout Parser) -> Template.Part {
      var part = parser.part(argument)
      part.isLoose = part.isLoose && looseness(argument)
      return part
    }
    var text = written(arguments[0], &self)
    for argument in arguments.dropFirst().prefix(Limits.nesting) {
      text = Template.Part(form.filled([text, written(argument, &self)]) ?? text.text, isLoose: false)
      tree = form.expression([tree, argument], at: place) ?? tree
    }
    let whole = span(from: start)
    report(
      SyntaxDiagnostic.operatorAsMethod(word, try: [SyntaxDiagnostic.write(text.text, at: whole)], at: place))
    return node(tree.kind, at: whole, over: tallest + min(arguments.count, Limits.nesting))
  }

  private static let operatorForms: [String: Template] = [
    "contains": "a contains b", "has": "a has b", "in": "a in b", "and": "a and b", "or": "a or b",
  ]

  /// The arguments between brackets, without names or clauses; the height of the tallest.
  private mutating func bracketedArguments() -> ([Expression], Int) {
    let opener = position
    advance()
    let (arguments, tallest) = measuring { parser in
      parser.at(.rightParenthesis) ? [] : parser.expressions()
    }
    close(.rightParenthesis, opened: opener)
    return (arguments, tallest)
  }

  /// R's `is.na(x)`.
  private mutating func isNA() -> Expression? {
    atIsNA() ? foreignTest("is.na", tokens: 3, as: "a is none") : nil
  }

  /// R's `!is.na(x)`, the most usual test of all.
  mutating func notNA() -> Expression? {
    at(.bang) && atIsNA(ahead: 1) ? foreignTest("!is.na", tokens: 4, as: "a is known") : nil
  }

  /// A test of one argument whose name is of some tokens.
  private mutating func foreignTest(_ name: String, tokens count: Int, as form: Template) -> Expression {
    let start = position
    let place = ByteSpan(here.lower, tokens[position + count - 1].span.upper)
    for _ in 0..<count { advance() }
    let (arguments, tallest) = bracketedArguments()
    guard !isRecovering, arguments.count == 1 else { return missing() }
    return reread(arguments, as: [form], at: place, whole: span(from: start), tallest: tallest) {
      SyntaxDiagnostic.foreignForm(name, why: nil, at: place, try: $0)
    }
  }

  private func atIsNA(ahead distance: Int = 0) -> Bool {
    kind(ahead: distance) == .is && kind(ahead: distance + 1) == .dot && at(word: "na", ahead: distance + 2)
      && kind(ahead: distance + 3) == .leftParenthesis
  }

  /// R's `n()` and `c("a", "b")`, where the step is one of R.
  mutating func foreignStepCall(_ word: String) -> Expression? {
    guard kind(ahead: 1) == .leftParenthesis, word == "n" || word == "c" else { return nil }
    let start = position
    let place = here
    advance()
    let (arguments, tallest) = bracketedArguments()
    let whole = span(from: start)
    guard !isRecovering, word == "c" || arguments.isEmpty else { return missing() }
    if word == "n" {
      report(SyntaxDiagnostic.foreign("n()", ours: "count()", at: whole))
      return node(.call(Call(receiver: nil, name: Name("count", at: place), arguments: [])), at: whole)
    }
    let text = "[" + arguments.map { absorbed($0.span) }.joined(separator: ", ") + "]"
    report(
      SyntaxDiagnostic.foreignForm(
        "c(…)", why: "a list stands in square brackets", at: place, try: [SyntaxDiagnostic.write(text, at: whole)]))
    return node(.list(arguments), at: whole, over: tallest)
  }

  // MARK: Arguments

  /// R's `, na.rm = TRUE`, at its comma: missing values are always left out.
  mutating func missingRemoval() {
    guard at(word: "na", ahead: 1), kind(ahead: 2) == .dot, at(word: "rm", ahead: 3), kind(ahead: 4) == .assign,
      kind(ahead: 5) != .end
    else { return }
    let whole = here.joined(with: tokens[position + 5].span)
    let place = tokens[position + 1].span.joined(with: tokens[position + 3].span)
    discard(within: whole)
    report(SyntaxDiagnostic.missingRemoval(at: place, edit: .init(whole, "")))
    for _ in 0..<6 { advance() }
  }

  /// `max(documents | select words)`: an aggregate stands behind its table.
  mutating func pipelineArgument(into call: inout Call) {
    let first = call.arguments[0].value
    let lower = first.span.lower
    let steps = steps()
    guard !isRecovering, !steps.isEmpty else { return }
    let span = ByteSpan(lower, tokens[position - 1].span.upper)
    var column = steps.last.flatMap(Self.onlyColumn)
    if at(.comma) {
      advance()
      column = name("a column")
    }
    let isCount = call.name.text == "count" || call.name.text == "empty"
    guard !isRecovering, at(.rightParenthesis) else { return }
    let whole = ByteSpan(call.name.span.lower, here.upper)
    let text = "(\(absorbed(span))).\(call.name.text)(\(isCount ? "" : column.map { Printer.name($0) } ?? "COLUMN"))"
    let isWhole = isCount || column != nil
    report(
      SyntaxDiagnostic.pipelineInCall(
        call.name.text, at: call.name.span, shown: text, edit: isWhole ? .init(whole, text) : nil))
    let rows = Expression(.pipeline(Pipeline(source: first, steps: steps, span: span)), at: span)
    call.receiver = rows
    call.arguments = isCount ? [] : column.map { [.init(label: nil, value: Expression(.name($0), at: $0.span))] } ?? []
    if !isWhole { isRecovering = true }
  }

  /// The name of the one column that a `select` leaves.
  private static func onlyColumn(_ step: Step) -> Name? {
    guard case .select(let items) = step.kind, items.count == 1 else { return nil }
    if let name = items[0].name { return name }
    switch items[0].value.kind {
    case .name(let name), .member(_, let name): return name
    default: return nil
    }
  }

  // MARK: Windows

  /// `sum(words) over (partition by kind order by published)`: the clauses stand inside the call.
  mutating func over(_ operand: Expression) -> Expression? {
    guard case .call(var call) = operand.kind, at(caseless: "over"), kind(ahead: 1) == .leftParenthesis else {
      return nil
    }
    let callHeight = height
    let place = here
    advance()
    let opener = position
    advance()
    var clauses: [String] = []
    let (_, innerHeight) = measuring { parser in
      while !parser.isRecovering, let word = parser.windowClause() {
        let start = parser.position
        if word == "per" { call.per = parser.expressions() } else { call.sort = parser.keys() }
        if parser.position > start { clauses.append(word + " " + parser.absorbed(parser.span(from: start))) }
      }
    }
    close(.rightParenthesis, opened: opener)
    guard !isRecovering, source.bytes[operand.span.upper - 1] == UInt8(ascii: ")") else { return operand }
    let end = operand.span.upper - 1
    let isEmpty = end > 0 && source.bytes[end - 1] == UInt8(ascii: "(")
    let inside = (isEmpty || clauses.isEmpty ? "" : " ") + clauses.joined(separator: " ") + ")"
    let edit = Diagnostic.Edit(ByteSpan(end, span(from: opener).upper), inside)
    report(
      SyntaxDiagnostic.over(at: place, edit: edit, shown: source.string(ByteSpan(operand.span.lower, end)) + inside))
    return node(
      .call(call), at: operand.span.joined(with: span(from: opener)), over: max(callHeight, innerHeight))
  }

  /// Takes `partition by` or `order by`: the clause of ours.
  private mutating func windowClause() -> String? {
    guard kind(ahead: 1) == .by || at(caseless: "by", ahead: 1) else { return nil }
    let word = text(position).lowercased()
    guard word == "partition" || word == "order" else { return nil }
    advance()
    advance()
    return word == "partition" ? "per" : "sort"
  }
}
