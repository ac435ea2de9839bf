import IbidSource

extension Parser {
  /// pipeline = expression {"|" step} ;
  mutating func pipeline() -> Pipeline {
    let start = position
    let source = expression()
    let outer = pipelineTable
    if case .name(let table) = source.kind { pipelineTable = table.text } else { pipelineTable = nil }
    let steps = steps()
    pipelineTable = outer
    return Pipeline(source: source, steps: steps, span: span(from: start))
  }

  /// {"|" step}
  mutating func steps() -> [Step] {
    var steps: [Step] = []
    while true {
      if at(.unknown) { isRecovering = true }  // the lexer has reported it
      if isRecovering { skip(toPipe: true) }
      if at(.doubleBar), isStepAhead, !isRecovering {
        report(SyntaxDiagnostic.foreign("||", ours: "|", at: here))
        advance()
        steps.append(step())
      } else if take(.pipe) {
        isRecovering = false
        steps.append(step())
      } else if !isRecovering, startsStepBehindComma() {
        report(SyntaxDiagnostic.commaForPipe(text(position + 1), at: here))
        advance()
        steps.append(step())
      } else if !isRecovering, startsStepWithoutPipe() {
        let step = stepWithoutPipe(behind: steps.last)
        // A condition on the rows that a `summarize` groups is read where it belongs.
        steps.insert(
          step, at: steps.last.map { asksForRows(step, before: $0) } ?? false ? steps.count - 1 : steps.count)
      } else {
        return steps
      }
    }
  }

  /// step = where | select | derive | … ;
  mutating func step() -> Step {
    let start = position
    if at(.where) {
      advance()
      let keyword = span(from: start)
      return Step(.filter(expression()), keyword: keyword, span: span(from: start))
    }
    if let call = stepCall() { return call }
    guard at(.name), let read = stepReader(text(position)) else { return unknownStep(start) }
    advance()
    let keyword = span(from: start)
    let word = source.string(keyword)
    let kind: Step.Kind
    if at(.leftParenthesis), tokens[position].touchesPrevious, let closer = bracketedEnd(),
      takesNoBrackets(word, closer)
    {
      let place = here
      kind = bracketed(word, keyword: keyword, closer: closer, read: read) {
        SyntaxDiagnostic.stepBrackets(word, at: place, edit: $0)
      }
    } else if at(.leftParenthesis), tokens[position].touchesPrevious, Self.unbracketed.contains(word) {
      fail(SyntaxDiagnostic.stepBrackets(word, at: here, edit: nil))
      kind = .malformed
    } else {
      kind = read(&self)
    }
    // `left join`: the words of a join belong together.
    var words = keyword
    if case .join = kind, Words.joinKindSet.contains(source.string(keyword)), position > start + 1 {
      words = keyword.joined(with: tokens[start + 1].span)
    }
    return Step(kind, keyword: words, span: span(from: start))
  }

  /// Steps whose parts are no single value, so that `take(10)` cannot be meant as a value in brackets.
  private static let unbracketed: Set<String> = [
    "select", "derive", "drop", "rename", "take", "skip", "sample", "count", "summarize", "top", "describe", "cite",
  ]

  /// `sort(words)` is a value in brackets; `sort(kind, words)` and `sort()` are not.
  private func takesNoBrackets(_ word: String, _ closer: Int) -> Bool {
    Self.unbracketed.contains(word) || closer == position + 1
      || ["sort", "distinct"].contains(word)
        && (hasComma(between: position, and: closer) || ["asc", "desc"].contains(text(closer - 1)))
  }

  /// The function for a step word; nil if it is none.
  func stepReader(_ word: String) -> ((inout Parser) -> Step.Kind)? {
    switch word {
    case "select": { $0.select() }
    case "derive": { .derive($0.items()) }
    case "drop": { .drop($0.names("a column")) }
    case "rename": { .rename($0.list { $0.renaming() }) }
    case "sort":
      {
        if $0.at(.by) { $0.reportSuperfluousBy() }
        return .sort($0.keys())
      }
    case "take": { .take($0.integer("a number of rows")) }
    case "skip": { .skip($0.integer("a number of rows")) }
    case "sample": { $0.sample() }
    case "distinct": { .distinct($0.isAtStepEnd ? [] : $0.expressions()) }
    case "count":
      {
        if $0.at(caseless: "distinct"), $0.kind(ahead: 1).isName { return $0.countDistinct() }
        if $0.kind.isName { $0.reportMissing(word: "by", in: "count") }
        return .count(by: $0.isRecovering ? [] : $0.kind.isName ? $0.items() : $0.optionalBy())
      }
    case "summarize": { $0.summarize() }
    case "top": { $0.top() }
    case "join": { $0.join(.inner, from: $0.position - 1) }
    case "left", "full", "semi", "anti", "asof": { $0.join(kind: word) }
    case "union":
      {
        if $0.at(word: "all"), $0.kind(ahead: 1).startsOperand, !$0.at(word: "with", ahead: 1) {
          $0.reportSuperfluousWord()
        }
        return .union($0.postfix())
      }
    case "unnest": { .unnest($0.path("a list column")) }
    case "unpivot": { $0.unpivot() }
    case "pivot": { $0.pivot() }
    case "fill": { $0.fill() }
    case "search": { $0.search() }
    case "describe": { _ in .describe }
    case "cite": { _ in .cite }
    case "plot": { $0.plot() }
    case "save": { $0.save() }
    case "conflicts": { $0.conflicts() }
    case "pairs": { $0.pairs() }
    case "components": { .components($0.ends()) }
    case "reach": { $0.reach() }
    case "paths": { $0.paths() }
    case "without": { $0.without() }
    default: nil
    }
  }

  /// Nothing of the step is left.
  var isAtStepEnd: Bool { at(.end) || at(.pipe) || kind.isClosingBracket }

  private mutating func unknownStep(_ start: Int) -> Step {
    let span = here
    if at(.name), let step = foreignStep() { return step }
    if at(.name), position > 0, tokens[position - 1].kind == .pipe, isConditionAhead {
      let pipe = tokens[position - 1].span
      fail(SyntaxDiagnostic.conditionAsStep(at: span, pipe: pipe))
      advance()
      return Step(.malformed, keyword: span, span: self.span(from: start).joined(with: span))
    }
    if at(.name) {
      let isCall = kind(ahead: 1) == .leftParenthesis && tokens[position + 1].touchesPrevious
      fail(SyntaxDiagnostic.unknownStep(source.string(span), at: span, isCall: isCall))
      advance()
    } else if at(.string) || at(.number), position > 0, tokens[position - 1].kind == .pipe {
      fail(SyntaxDiagnostic.valueAsStep(found, at: span, edit: alternatives))
    } else if at(.doubleBar) || at(.pipe) || at(.end) {
      fail(
        SyntaxDiagnostic.expected(
          "a step", role: "after `|`", found: found, at: span, examples: ["where", "select", "sort", "take"]))
    } else {
      fail(SyntaxDiagnostic.expected("a step", role: "after `|`", found: found, at: span))
    }
    return Step(.malformed, keyword: span, span: self.span(from: start).joined(with: span))
  }

  /// `== "news" | "blog" | "speech"` as `in [ … ]`; nil where no comparison stands before the first `|`.
  private var alternatives: Diagnostic.Edit? {
    guard position >= 3, tokens[position - 2].kind == kind, [.equal, .assign].contains(tokens[position - 3].kind) else {
      return nil
    }
    var values = [text(position - 2), text(position)]
    var end = position
    while kind(ahead: end + 1 - position) == .pipe, kind(ahead: end + 2 - position) == kind {
      end += 2
      values.append(text(end))
    }
    return .init(
      tokens[position - 3].span.joined(with: tokens[end].span), "in [\(values.joined(separator: ", "))]")
  }

  /// A name or path, and an operator that compares it.
  private var isConditionAhead: Bool {
    var ahead = 1
    while ahead < 16, kind(ahead: ahead) == .dot, kind(ahead: ahead + 1).isName { ahead += 2 }
    switch kind(ahead: ahead) {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .has, .contains, .matches, .is:
      return true
    default: return false
    }
  }

  // MARK: Parts of steps

  /// items = item {"," item} ;
  mutating func items() -> [Item] {
    if at(.star) {
      fail(SyntaxDiagnostic.selectStar(at: here, edit: nil))
      return []
    }
    return list { $0.item() }
  }

  /// item = [NAME "="] expression ;
  mutating func item() -> Item {
    if at(.string), let quoted = quotedColumn() { return Item(name: nil, value: quoted) }
    if at(.string), kind(ahead: 1) == .assign {
      let name = name("a name")
      advance()
      return Item(name: name, value: expression())
    }
    if kind.isName, kind(ahead: 1).isName, kind(ahead: 2) == .assign, isOnSameLine {
      let name = wordsAsName()
      advance()
      return Item(name: name, value: expression())
    }
    guard kind.isWord, kind(ahead: 1) == .assign || kind(ahead: 1) == .colon else { return alias(of: expression()) }
    let name = name("a name")
    if at(.colon) { report(SyntaxDiagnostic.colonName(at: here)) }
    advance()
    return Item(name: name, value: expression())
  }

  /// SQL's `value as name`; the item without a name where that does not follow.
  private mutating func alias(of value: Expression) -> Item {
    guard !isRecovering, at(caseless: "as"), kind(ahead: 1).isName else { return Item(name: nil, value: value) }
    let place = here
    advance()
    let name = name("a name")
    let edit = Diagnostic.Edit(
      value.span.joined(with: name.span), "\(source.string(name.span)) = \(absorbed(value.span))")
    report(SyntaxDiagnostic.alias(at: place, edit: edit))
    return Item(name: name, value: value)
  }

  /// `select "title"`: a text that stands for a column, as in pandas.
  private mutating func quotedColumn() -> Expression? {
    let next = kind(ahead: 1)
    guard next == .end || next == .comma || next == .pipe || next.isClosingBracket else { return nil }
    let name = name("a column")
    return node(.name(name), at: name.span)
  }

  /// keys = key {"," key} ; `top` has the largest first where nothing is said.
  mutating func keys(descending isDescending: Bool = false) -> [SortKey] { list { $0.key(descending: isDescending) } }

  /// key = expression ["asc" | "desc"] ;
  private mutating func key(descending isUsuallyDescending: Bool) -> SortKey {
    let start = position
    if at(word: "desc"), kind(ahead: 1) == .leftParenthesis, tokens[position + 1].touchesPrevious,
      let closer = closing(of: position + 1), !hasComma(between: position + 1, and: closer)
    {
      return descendingCall()
    }
    let quoted = at(.string) ? quotedColumn() : nil
    let value = quoted ?? expression()
    var isDescending = isUsuallyDescending
    if !isRecovering, at(.name) {
      switch text(position) {
      case "desc":
        advance()
        isDescending = true
      case "asc":
        advance()
        isDescending = false
      case let word where Self.orderWords.contains(word):
        isDescending = word.lowercased().hasPrefix("d")
        report(SyntaxDiagnostic.foreign(word, ours: isDescending ? "desc" : "asc", at: here))
        advance()
      default: break
      }
    }
    let span = span(from: start)
    if !isRecovering, at(caseless: "nulls"), at(caseless: "last", ahead: 1) || at(caseless: "first", ahead: 1) {
      let place = here.joined(with: tokens[position + 1].span)
      report(SyntaxDiagnostic.nullOrder(source.string(place), at: place, from: span.upper))
      advance()
      advance()
    }
    return SortKey(value, isDescending: isDescending, span: span)
  }

  private static let orderWords: Set<String> = [
    "ASC", "DESC", "ascending", "descending", "ascend", "descend", "dsc", "dec", "decs", "dsec", "acs",
  ]

  /// R's `desc(words)`
  private mutating func descendingCall() -> SortKey {
    let start = position
    advance()
    let opener = position
    advance()
    let (value, _) = measuring { $0.expression() }
    close(.rightParenthesis, opened: opener)
    let whole = span(from: start)
    if !isRecovering {
      let edit = Diagnostic.Edit(whole, absorbed(value.span) + " desc")
      report(SyntaxDiagnostic.descending(at: tokens[start].span, edit: edit))
    }
    return SortKey(value, isDescending: true, span: whole)
  }

  /// expressions = expression {"," expression} ;
  mutating func expressions() -> [Expression] { list { $0.expression() } }

  /// ["by" items]
  mutating func optionalBy() -> [Item] { !isRecovering && take(.by) ? items() : [] }

  /// renaming = NAME "=" NAME ;
  private mutating func renaming() -> Renaming {
    let new = name("the new name")
    if at(word: "to") || at(caseless: "as"), kind(ahead: 1).isName {
      let place = here
      advance()
      let name = name("the new name")
      let edit = Diagnostic.Edit(
        new.span.joined(with: name.span), "\(source.string(name.span)) = \(source.string(new.span))")
      report(SyntaxDiagnostic.alias(at: place, edit: edit))
      return Renaming(new: name, old: new)
    }
    guard equals(after: "the new name") else { return Renaming(new: new, old: Name("", at: here)) }
    return Renaming(new: new, old: name("the column to rename"))
  }

  /// Takes a word that the step cannot do without.
  mutating func expect(word: String, in step: String) -> Bool {
    if isRecovering { return false }
    let taken = word == "by" ? take(.by) : word == "in" ? take(.in) : take(word: word)
    if taken { return true }
    // Where what the word leads to stands there, only the word is missing.
    let canGoOn = kind.isName || kind.startsOperand && word != "of" && word != "into"
    if canGoOn, !(Words.isStep(text(position)) && kind(ahead: 1) == .leftParenthesis) {
      reportMissing(word: word, in: step)
      return true
    }
    fail(SyntaxDiagnostic.expectedWord(word, in: step, found: found, at: here, isMissing: false))
    return false
  }

  /// The next token stands where a word of the step is missing.
  mutating func reportMissing(word: String, in step: String) {
    report(SyntaxDiagnostic.expectedWord(word, in: step, found: found, at: here, isMissing: true))
  }

  /// `sort by words`, `union all t`: a word that other languages need here.
  mutating func reportSuperfluousWord() {
    let place = ByteSpan(here.lower, tokens[position + 1].span.lower)
    report(SyntaxDiagnostic.superfluous(text(position), at: here, edit: .init(place, "")))
    advance()
  }

  mutating func reportSuperfluousBy() {
    if kind(ahead: 1) == .end { return }
    reportSuperfluousWord()
  }

  /// ends = "along" NAME ("," | "to") NAME ;
  mutating func ends() -> Step.Ends? {
    guard take(word: "along") else { return nil }
    let from = name("a column")
    var isDirected = false
    if !isRecovering, !take(.comma) { isDirected = expect(word: "to", in: "along") }
    let to = isRecovering ? Name("", at: here) : name("a column")
    return Step.Ends(from: from, to: to, isDirected: isDirected)
  }

  /// within = "within" INTEGER ; nil if the word is not there.
  mutating func within() -> IntegerLiteral? {
    !isRecovering && take(word: "within") ? integer("a number of steps") : nil
  }
}
