import IbidSource

/// Operators of other languages: read as what they mean, always reported.
extension Parser {
  // MARK: Logic

  func atOr() -> Bool { at(.or) || at(.doubleBar) || atForeign(word: "or") }
  func atAnd() -> Bool { at(.and) || at(.doubleAmpersand) || atForeign(word: "and") }
  func atNot() -> Bool {
    at(.not) || at(.bang) || at(.foreignSign) && text(position) == "~"
      || atForeign(word: "not") && kind(ahead: 1).startsOperand
  }

  /// A reserved word in capitals, in a place where no name can stand or before an operand.
  private func atForeign(word: String) -> Bool {
    guard at(.name) else { return false }
    let written = text(position)
    return written != word && written.lowercased() == word
  }

  /// Reports `&&`, `||`, `!`, `AND` … at the next token.
  mutating func reportForeignOperator(ours: String) {
    if kind.reservedWord == nil { report(SyntaxDiagnostic.foreign(text(position), ours: ours, at: here)) }
  }

  /// `kind || title` between two values joins texts; nil where a condition stands before it, as `or` wants it.
  ///
  /// So does the `&` of spreadsheets, if one side is a text that is written out.
  mutating func joinedTexts(_ left: Expression) -> Expression? {
    guard Self.isPlainValue(left), plainValueFollows else { return nil }
    let sign = text(position)
    if sign == "&", kind(ahead: 1) != .string {
      guard case .binary(.add, _, _, _) = left.kind else { return nil }
    }
    report(
      SyntaxDiagnostic.foreign(
        sign, ours: "+", at: here, why: "`+` joins two texts, `\(sign == "&" ? "and" : "or")` two conditions"))
    return binary(.add, left) { $0.coalesce() }
  }

  /// Behind the operator here stands a text or a path, and nothing that would make a condition of it.
  private var plainValueFollows: Bool {
    var ahead = 1
    if kind(ahead: 1) != .string {
      guard kind(ahead: 1).isName else { return false }
      while ahead < 16, kind(ahead: ahead + 1) == .dot, kind(ahead: ahead + 2).isName { ahead += 2 }
    }
    let next = kind(ahead: ahead + 1)
    return next == .end || next == .comma || next == .pipe || next == .doubleBar || next == .plus
      || next == .doubleAmpersand
      || next.isClosingBracket || next == .name && text(position + ahead + 1).lowercased() == "as"
  }

  private static func isPlainValue(_ expression: Expression) -> Bool {
    switch expression.kind {
    case .name, .member, .literal(.string): true
    case .binary(.add, _, _, _): true
    default: false
    }
  }

  /// `amount > £5m and < £10m`: the second comparison is of what the first one was; nil if nothing is left out.
  mutating func comparedAgain(after left: Expression) -> Expression? {
    guard atComparison, let subject = left.lastSubject else { return nil }
    let words = source.string(subject.span)
    report(SyntaxDiagnostic.missingSubject(words, operator: text(position), at: here))
    return comparison(of: subject)
  }

  // MARK: Comparisons

  /// `=`, `<>`, `=>`, `LIKE`, `between`, `!contains` after an operand; nil if the name here is no operator.
  mutating func foreignComparison(of left: Expression) -> Expression? {
    switch kind {
    case .assign:
      if let none = noneAfterOperator() { return noneComparison(left, isEqual: true, none: none) }
      guard kind(ahead: 1).startsOperand else { return nil }
      report(SyntaxDiagnostic.singleEquals(at: here))
      return binary(.equal, left) { $0.coalesce() }
    case .lessGreater:
      if let none = noneAfterOperator() { return noneComparison(left, isEqual: false, none: none) }
      report(SyntaxDiagnostic.foreign("<>", ours: "!=", at: here))
      return binary(.notEqual, left) { $0.coalesce() }
    case .arrow:
      guard kind(ahead: 1).startsOperand else { return nil }
      report(SyntaxDiagnostic.foreign("=>", ours: ">=", at: here))
      return binary(.greaterOrEqual, left) { $0.coalesce() }
    case .bang: return foreignNegation(of: left)
    default:
      if let form = foreignForm(.comparison) { return foreign(form, left) { $0.coalesce() } }
      return at(.name) ? foreignOperatorWord(left) : nil
    }
  }

  private mutating func foreignOperatorWord(_ left: Expression) -> Expression? {
    let word = text(position)
    let place = here
    if at(caseless: "with", ahead: 1), let form = Self.withForms[word.lowercased()] {
      // `title starts with "A"`
      let words = place.joined(with: tokens[position + 1].span)
      let leftHeight = height
      advance()
      advance()
      let right = coalesce()
      guard !isRecovering else { return left }
      let written = source.string(words)
      return reread(
        [left, right], as: [form], at: words, whole: left.span.joined(with: right.span),
        tallest: max(leftHeight, height)
      ) { SyntaxDiagnostic.foreignForm(written, why: nil, at: words, try: $0) }
    }
    if let isEvery = Self.anyOrAll[word.lowercased()] { return searchedForEach(left, isEvery: isEvery, place) }
    if atForeign(word: "not") { return foreignNegation(of: left) }
    guard Words.isForeignOperator(word), let foreign = Words.foreignOperators[word.lowercased()] else { return nil }
    switch foreign.word {
    case "like", "ilike": return like(left, from: place, isNegated: false)
    case "between": return between(left, place)
    case "rlike", "regexp":
      guard kind(ahead: 1) == .string else { break }
      let pattern = stringValue(position + 1)
      let whole = place.joined(with: tokens[position + 1].span)
      let leftHeight = height
      report(SyntaxDiagnostic.foreignMatch(word, pattern: pattern, at: place, whole: whole))
      advance()
      advance()
      let regex = Regex(pattern: pattern, ignoresCase: false, span: whole)
      return node(.matches(left, regex, isNegated: false), at: left.span.joined(with: whole), over: leftHeight)
    case "in", "has", "contains":
      report(SyntaxDiagnostic.foreign(word, ours: foreign.word, at: place))
      let name: BinaryOperator = foreign.word == "in" ? .isIn : foreign.word == "has" ? .has : .contains
      return binary(name, left) { $0.searched() }
    case "and", "or": return nil
    case "is":
      report(SyntaxDiagnostic.foreign(word, ours: "is", at: place))
      return test(left)
    default: break
    }
    fail(SyntaxDiagnostic.foreignOperator(word, foreign, at: place))
    return left
  }

  /// The right side of `in`, `has` and `contains`; KQL's `in~` is reported.
  mutating func searched() -> Expression {
    guard at(.foreignSign), text(position) == "~", tokens[position].touchesPrevious else { return listed() }
    let operation = tokens[position - 1].span
    let place = operation.joined(with: here)
    let ours = source.string(operation)
    advance()
    let right = listed()
    let edit = Diagnostic.Edit(place.joined(with: right.span), "\(ours) \(absorbed(right.span))")
    report(SyntaxDiagnostic.foreignSearch(source.string(place), ours: ours, at: place, edit: edit))
    return right
  }

  /// What stands behind `in`; SQL's `("news")` is a list of one.
  private mutating func listed() -> Expression {
    let isIn = tokens[position - 1].kind == .in || text(position - 1) == "~"
    let value = coalesce()
    guard isIn, !isRecovering, case .literal(.string) = value.kind,
      source.bytes[value.span.lower] == UInt8(ascii: "(")
    else { return value }
    let inside = source.string(ByteSpan(value.span.lower + 1, value.span.upper - 1))
    report(SyntaxDiagnostic.tuple(at: value.span, inside: inside))
    return Expression(.list([value]), at: value.span)
  }

  /// `not like`, `NOT IN`, `!contains`; nil if no operator follows.
  mutating func foreignNegation(of left: Expression) -> Expression? {
    guard kind(ahead: 1).isWord else { return nil }
    let written = text(position + 1)
    let word = written.lowercased()
    let place = here.joined(with: tokens[position + 1].span)
    let leftHeight = height
    if let name = Self.negatedSearches[word] {
      let written = source.string(place)
      advance()
      advance()
      let right = searched()
      let edit = Diagnostic.Edit(place.joined(with: right.span), "\(name.rawValue) \(absorbed(right.span))")
      report(SyntaxDiagnostic.foreignSearch(written, ours: name.rawValue, at: place, edit: edit))
      return node(
        .binary(name, place, left, right), at: left.span.joined(with: right.span), over: max(leftHeight, height))
    }
    let start = here
    switch word {
    case "like", "ilike":
      advance()
      return like(left, from: start, isNegated: true)
    case "between":
      advance()
      let positive = between(left, place, isNegated: true)
      return node(.not(positive), at: positive.span, over: height)
    default:
      guard let form = Words.foreignFormWords[word], form.level == .comparison else { return nil }
      advance()
      return foreign(form, left, negatedFrom: start) { $0.coalesce() }
    }
  }

  private static let negatedSearches: [String: BinaryOperator] = [
    "in": .notIn, "has": .notHas, "contains": .notContains,
  ]

  /// `LIKE "%word%"`, as a search for a part.
  private mutating func like(_ left: Expression, from start: ByteSpan, isNegated: Bool) -> Expression {
    let pattern = kind(ahead: 1) == .string ? stringValue(position + 1) : nil
    let string = kind(ahead: 1) == .string ? tokens[position + 1].span : here
    let place = start.joined(with: here)
    if let quotes = pattern.map({ _ in string }) { discard(within: quotes) }
    report(
      SyntaxDiagnostic.like(
        source.string(place), of: left.span, source.string(left.span), pattern: pattern, at: place,
        whole: place.joined(with: string), isNegated: isNegated))
    return binary(isNegated ? .notContains : .contains, left) { $0.coalesce() }
  }

  /// `x between a and b`
  private mutating func between(_ left: Expression, _ place: ByteSpan, isNegated: Bool = false) -> Expression {
    let leftHeight = height
    advance()
    let low = coalesce()
    let lowHeight = height
    let negation = isNegated ? "not " : ""
    if !isRecovering, case .binary(.range, _, _, _) = low.kind {
      // KQL's `between (a .. b)`
      let whole = place.joined(with: low.span)
      report(SyntaxDiagnostic.between(at: place, edit: .init(whole, negation + "in " + absorbed(low.span))))
      return node(
        .binary(.isIn, place, left, low), at: left.span.joined(with: low.span), over: max(leftHeight, lowHeight))
    }
    guard !isRecovering, atAnd() else {
      fail(SyntaxDiagnostic.between(at: place, edit: nil))
      return left
    }
    let and = here
    advance()
    let high = coalesce()
    let whole = place.joined(with: high.span)
    let (first, lowText) = rangeEnd(low)
    let (last, highText) = rangeEnd(high)
    let edit = "\(negation)in \(lowText)..\(highText)"
    report(SyntaxDiagnostic.between(at: place, edit: .init(whole, edit)))
    let range = node(
      .binary(.range, and, first, last), at: low.span.joined(with: high.span), over: max(lowHeight, height))
    return node(
      .binary(.isIn, place, left, range), at: left.span.joined(with: range.span), over: max(leftHeight, height))
  }

  /// An end of a range in our words; a day in quotes is a date.
  private mutating func rangeEnd(_ end: Expression) -> (value: Expression, text: String) {
    if case .literal(.string(let text)) = end.kind, Self.isDay(text) {
      discard(within: end.span)
      return (Expression(.literal(.date(text)), at: end.span), "@" + text)
    }
    return (end, absorbed(end.span))
  }

  private static let withForms: [String: Template] = [
    "starts": "starts_with(a, b)", "begins": "starts_with(a, b)", "ends": "ends_with(a, b)",
  ]

  private static let anyOrAll: [String: Bool] = ["has_any": false, "has_all": true]

  /// `title has_any ("a", "b")`: one search for each, joined by `or`, or by `and`.
  private mutating func searchedForEach(_ left: Expression, isEvery: Bool, _ place: ByteSpan) -> Expression {
    let leftHeight = height
    advance()
    let right = coalesce()
    guard !isRecovering, case .list(let words) = right.kind, let first = words.first else {
      fail(SyntaxDiagnostic.foreignForm(source.string(place), why: nil, at: place, try: []))
      return left
    }
    let subject = source.string(left.span)
    let joint = isEvery ? "and" : "or"
    let text = words.map { "\(subject) has \(source.string($0.span))" }.joined(separator: " \(joint) ")
    discard(within: right.span)
    let whole = left.span.joined(with: right.span)
    report(
      SyntaxDiagnostic.foreignForm(
        source.string(place), why: "`has` looks for one word or one row of words", at: place,
        try: [SyntaxDiagnostic.write(words.count > 1 ? "(\(text))" : text, at: whole)]))
    func search(_ word: Expression) -> Expression { Expression(.binary(.has, place, left, word), at: whole) }
    var tree = search(first)
    for word in words.dropFirst().prefix(Limits.height / 2) {
      tree = Expression(.binary(isEvery ? .and : .or, place, tree, search(word)), at: whole)
    }
    return node(tree.kind, at: whole, over: max(leftHeight, height) + 1 + min(words.count, Limits.height / 2))
  }

  // MARK: Forms

  /// The operator here if its meaning is written as a form of ours and it binds as tightly as asked.
  func foreignForm(_ level: Words.ForeignOperator.Level) -> Words.ForeignOperator? {
    let form: Words.ForeignOperator?
    switch kind {
    case .foreignSign, .percentSign: form = Words.foreignFormWords[text(position)]
    case .name: form = tokens[position].span.count <= 16 ? Words.foreignFormWords[text(position).lowercased()] : nil
    default: return nil
    }
    guard let form, form.level == level, kind(ahead: 1).startsOperand else { return nil }
    return isInCase && form.word == "~" ? nil : form
  }

  /// Reads a foreign operator's right side, and both as the form of ours.
  mutating func foreign(
    _ form: Words.ForeignOperator, _ left: Expression, negatedFrom start: ByteSpan? = nil,
    right read: (inout Parser) -> Expression
  ) -> Expression {
    let leftHeight = height
    let place = start.map { $0.joined(with: here) } ?? here
    advance()
    if at(.regex), form.word.hasSuffix("~") || form.word.hasPrefix("=") {
      return foreignMatch(left, at: place, isNegated: form.word.hasPrefix("!"))
    }
    let right = read(&self)
    if isRecovering { return left }
    let whole = left.span.joined(with: right.span)
    let forms = start == nil ? form.forms : form.forms.map { Template("not " + $0.text) }
    let word = source.string(place)
    return reread([left, right], as: forms, at: place, whole: whole, tallest: max(leftHeight, height)) { suggestions in
      SyntaxDiagnostic.foreignForm(word, why: form.why, at: place, try: suggestions)
    }
  }

  /// Perl's `title =~ /border/`; the next token is the pattern.
  private mutating func foreignMatch(_ left: Expression, at place: ByteSpan, isNegated: Bool) -> Expression {
    let leftHeight = height
    let word = isNegated ? "not matches" : "matches"
    report(SyntaxDiagnostic.foreign(source.string(place), ours: word, at: place))
    let regex = regexLiteral()
    return node(.matches(left, regex, isNegated: isNegated), at: left.span.joined(with: regex.span), over: leftHeight)
  }
}

extension Expression {
  /// What the comparison that it ends with is about: `amount` of `kind == "grant" and amount > £5m`.
  fileprivate var lastSubject: Expression? {
    switch kind {
    case .binary(.and, _, _, let right), .binary(.or, _, _, let right): right.lastSubject
    case .binary(let name, _, let left, _) where !Self.arithmetic.contains(name): left
    case .test(let subject, _, _), .matches(let subject, _, _): subject
    default: nil
    }
  }

  private static let arithmetic: Set<BinaryOperator> = [.add, .subtract, .multiply, .divide, .range, .coalesce]
}
