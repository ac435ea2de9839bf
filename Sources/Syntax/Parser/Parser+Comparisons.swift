import IbidSource

extension Parser {
  /// compare = coalesce [comparison] ;
  mutating func compare() -> Expression {
    let left = coalesce()
    guard !isRecovering, let compared = comparison(of: left) else { return left }
    if !isRecovering, atComparison { chained(compared) }
    return compared
  }

  /// comparison = ("==" | "!=" | "<" | "<=" | ">" | ">=") coalesce | ["not"] ("in" | "has" | "contains") coalesce
  ///            | ["not"] match | test ;
  ///
  /// Nil if what follows the left side is no comparison.
  mutating func comparison(of left: Expression) -> Expression? {
    switch kind {
    case .equal: equality(.equal, left)
    case .notEqual: equality(.notEqual, left)
    case .less: binary(.less, left) { $0.coalesce() }
    case .lessOrEqual: binary(.lessOrEqual, left) { $0.coalesce() }
    case .greater: binary(.greater, left) { $0.coalesce() }
    case .greaterOrEqual: binary(.greaterOrEqual, left) { $0.coalesce() }
    case .in: binary(.isIn, left) { $0.searched() }
    case .has: binary(.has, left) { $0.searched() }
    case .contains: binary(.contains, left) { $0.searched() }
    case .matches: match(left, isNegated: false)
    case .is: test(left)
    case .not: negated(left)
    case .assign, .lessGreater, .name, .arrow, .foreignSign, .bang: foreignComparison(of: left)
    default: nil
    }
  }

  var atComparison: Bool {
    switch kind {
    case .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .in, .has, .contains, .matches, .is: true
    default: false
    }
  }

  /// ("==" | "!=") coalesce ; comparing with `none` is a mistake.
  private mutating func equality(_ name: BinaryOperator, _ left: Expression) -> Expression {
    if let none = noneAfterOperator() { return noneComparison(left, isEqual: name == .equal, none: none) }
    let compared = binary(name, left) { $0.coalesce() }
    if case .literal(.none) = left.kind, case .binary(_, _, _, let right) = compared.kind, !isRecovering {
      report(
        SyntaxDiagnostic.compareNone(
          at: compared.span, isEqual: name == .equal, edit: source.string(right.span), whole: compared.span))
    }
    return compared
  }

  /// The token after the operator if it is `none`, `null`, `NULL` …, and nothing but that.
  func noneAfterOperator() -> ByteSpan? {
    switch kind(ahead: 2) {
    case .coalesce, .range, .plus, .minus, .star, .slash, .dot, .leftParenthesis: return nil
    case .leftBracket where tokens[position + 2].touchesPrevious: return nil
    default: break
    }
    let isNone = kind(ahead: 1) == .none || kind(ahead: 1) == .name && Words.foreignNone.contains(text(position + 1))
    return isNone ? tokens[position + 1].span : nil
  }

  /// Reads `== none` as `is none`.
  mutating func noneComparison(_ left: Expression, isEqual: Bool, none: ByteSpan) -> Expression {
    let leftHeight = height
    let place = here.joined(with: none)
    report(SyntaxDiagnostic.compareNone(at: place, isEqual: isEqual, edit: nil, whole: place))
    advance()
    advance()
    return node(.test(left, isEqual ? .none : .known, place), at: left.span.joined(with: place), over: leftHeight)
  }

  /// "not" ("in" | "has" | "contains" | "matches") … ; the place of the operator is that of both words.
  private mutating func negated(_ left: Expression) -> Expression? {
    let name: BinaryOperator
    switch kind(ahead: 1) {
    case .in: name = .notIn
    case .has: name = .notHas
    case .contains: name = .notContains
    case .matches:
      advance()
      return match(left, isNegated: true)
    default: return foreignNegation(of: left)
    }
    let leftHeight = height
    let place = here.joined(with: tokens[position + 1].span)
    advance()
    advance()
    let right = searched()
    return node(
      .binary(name, place, left, right), at: left.span.joined(with: right.span), over: max(leftHeight, height))
  }

  /// match = "matches" REGEX ;
  private mutating func match(_ left: Expression, isNegated: Bool) -> Expression {
    let leftHeight = height
    advance()
    var place = here
    if at(word: "regex"), kind(ahead: 1) == .string || kind(ahead: 1) == .regex {
      place = place.joined(with: tokens[position + 1].span)
      advance()
    }
    if at(.string) {
      let pattern = stringValue(position)
      report(SyntaxDiagnostic.expectedRegex(found: found, at: here, pattern: pattern, whole: place))
      advance()
      let regex = Regex(pattern: pattern, ignoresCase: false, span: place)
      return node(.matches(left, regex, isNegated: isNegated), at: left.span.joined(with: place), over: leftHeight)
    }
    guard at(.regex) else {
      fail(SyntaxDiagnostic.expectedRegex(found: found, at: here, pattern: nil, whole: here))
      return left
    }
    if place.lower < here.lower {
      report(SyntaxDiagnostic.foreign("regex", ours: "", at: ByteSpan(place.lower, here.lower)))
    }
    let regex = self.regexLiteral()
    return node(.matches(left, regex, isNegated: isNegated), at: left.span.joined(with: regex.span), over: leftHeight)
  }

  /// test = "is" ("none" | "known" | "exact" | "resolved") ;
  mutating func test(_ left: Expression) -> Expression {
    let leftHeight = height
    let start = position
    advance()
    if at(.not) { return negatedTest(left, start, leftHeight) }
    let test: Expression.Test
    if at(.none) {
      test = .none
    } else if at(.name), let known = Expression.Test(rawValue: text(position)) {
      test = known
    } else if at(.name), Words.foreignNone.contains(text(position)) {
      report(SyntaxDiagnostic.foreign(text(position), ours: "none", at: here))
      test = .none
    } else {
      let subject = kind.startsOperand ? shortText(position) : nil
      let reported = SyntaxDiagnostic.unknownTest(
        found: found, at: here, operator: tokens[start].span, subject: subject)
      guard at(.name), let known = Words.foreignTests[text(position)].flatMap(Expression.Test.init) else {
        fail(reported)
        return left
      }
      report(reported)
      test = known
    }
    advance()
    let place = span(from: start)
    return node(.test(left, test, place), at: left.span.joined(with: place), over: leftHeight)
  }

  /// `is not none` is `is known`; other tests are negated before.
  private mutating func negatedTest(_ left: Expression, _ start: Int, _ leftHeight: Int) -> Expression {
    advance()
    let word = at(.none) || at(.name) && Words.foreignNone.contains(text(position)) ? "none" : text(position)
    if at(.name), let opposite = Words.foreignTests[word] {
      // `is not missing`
      let test: Expression.Test = opposite == "none" ? .known : .none
      advance()
      let place = span(from: start)
      report(
        SyntaxDiagnostic.foreignForm(
          "is not \(word)", why: nil, at: place, try: [SyntaxDiagnostic.write("is \(test.rawValue)", at: place)]))
      return node(.test(left, test, place), at: left.span.joined(with: place), over: leftHeight)
    }
    guard at(.none) || at(.name), word == "none" || Expression.Test(rawValue: word) != nil else {
      fail(SyntaxDiagnostic.unknownTest(found: found, at: here))
      return left
    }
    advance()
    let place = span(from: start)
    report(
      SyntaxDiagnostic.isNot(word, subject: source.string(left.span), at: place, whole: left.span.joined(with: place)))
    if word == "none" || word == "known" {
      let test: Expression.Test = word == "none" ? .known : .none
      return node(.test(left, test, place), at: left.span.joined(with: place), over: leftHeight)
    }
    let inner = node(
      .test(left, Expression.Test(rawValue: word) ?? .known, place), at: left.span.joined(with: place), over: leftHeight
    )
    return node(.not(inner), at: inner.span, over: height)
  }

  /// `1 < x < 3`: reports it and reads on to the end of the chain.
  private mutating func chained(_ first: Expression) {
    let place = here
    let name = tokens[position].kind
    advance()
    if at(.none) || at(.name) && name == .is {
      advance()
    } else if kind.startsOperand {
      _ = coalesce()
    }
    let whole = span(from: position - 1).joined(with: first.span)
    let reported = SyntaxDiagnostic.chainedComparison(at: place, edits: unchained(first, name, at: place, in: whole))
    if case .binary(_, let firstPlace, _, _) = first.kind {
      fail(reported.adding(.init(firstPlace, "the first comparison")))
    } else {
      fail(reported)
    }
  }

  /// What a chain may have meant: `x > 1 and x < 3`, with both ends `x in 1..3`; for `x has "a" == false`, `not x has "a"`.
  private func unchained(_ first: Expression, _ second: Token.Kind, at place: ByteSpan, in whole: ByteSpan)
    -> [Diagnostic.Edit]
  {
    let end = source.string(ByteSpan(place.upper, whole.upper)).drop { $0 == " " }
    if second == .equal || second == .notEqual, end == "true" || end == "false" {
      let test = source.string(first.span)
      return [.init(whole, (second == .equal) == (end == "true") ? test : "not \(test)")]
    }
    guard case .binary(let low, _, let left, let middle) = first.kind else { return [] }
    let (start, subject) = (source.string(left.span), source.string(middle.span))
    // A range has both its ends.
    var edits: [Diagnostic.Edit] = []
    if low == .lessOrEqual, second == .lessOrEqual {
      edits.append(.init(whole, "\(subject) in \(start)..\(end)"))
    } else if low == .greaterOrEqual, second == .greaterOrEqual {
      edits.append(.init(whole, "\(subject) in \(end)..\(start)"))
    }
    let turned: [BinaryOperator: String] = [.less: ">", .lessOrEqual: ">=", .greater: "<", .greaterOrEqual: "<="]
    let opening = turned[low].map { "\(subject) \($0) \(start)" } ?? source.string(first.span)
    edits.append(.init(whole, "\(opening) and \(subject) \(source.string(place)) \(end)"))
    return edits
  }
}
