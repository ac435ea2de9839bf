import IbidSource

extension Parser {
  /// postfix = primary {"." NAME | "." call | "[" expression "]"} ; "[" touches.
  mutating func postfix() -> Expression {
    var operand = primary()
    while !isRecovering {
      if at(.dot) {
        operand = member(of: operand)
      } else if at(.leftBracket), tokens[position].touchesPrevious {
        operand = foreignSlice(of: operand) ?? index(operand)
      } else if at(.parameter), tokens[position].touchesPrevious, let part = dollarMember(of: operand) {
        operand = part
      } else if let window = over(operand) {
        operand = window
      } else if let cast = cast(operand) {
        operand = cast
      } else {
        break
      }
    }
    return operand
  }

  /// "." NAME | "." call
  private mutating func member(of operand: Expression) -> Expression {
    let operandHeight = height
    advance()
    if let test = operatorMethod(of: operand) { return test }
    if at(.where), kind(ahead: 1) == .leftParenthesis, tokens[position + 1].touchesPrevious {
      // `documents.where(words > 3)`, for the checker to name as a chain.
      let name = Name("where", at: here)
      advance()
      return call(name, receiver: operand, receiverHeight: operandHeight)
    }
    if [.has, .contains, .matches, .in].contains(kind), kind(ahead: 1) == .leftParenthesis {
      fail(
        SyntaxDiagnostic.operatorAsMethod(
          source.string(here),
          try: [SyntaxDiagnostic.advise("\(source.string(operand.span)) \(source.string(here)) …")], at: here))
      return operand
    }
    let name = name("a name after the `.`")
    if at(.leftParenthesis), tokens[position].touchesPrevious, !name.isMissing {
      return call(name, receiver: operand, receiverHeight: operandHeight)
    }
    return node(.member(operand, name), at: operand.span.joined(with: name.span), over: operandHeight)
  }

  /// SQL's `x::int`, a function of the type's name.
  private mutating func cast(_ operand: Expression) -> Expression? {
    guard at(.foreignSign), text(position) == "::", kind(ahead: 1) == .name else { return nil }
    let tallest = height
    let place = here
    if case .name = operand.kind, kind(ahead: 2) == .leftParenthesis {
      // R's `lubridate::year(published)`
      report(SyntaxDiagnostic.foreign("::", ours: "", at: operand.span.joined(with: place)))
      advance()
      return nameOrCall()
    }
    advance()
    let written = text(position)
    advance()
    let type = Words.foreignTypeWords[written.lowercased()]?.ours ?? written
    return reread(
      [operand], as: [Template("\(type)(a)")], at: place, whole: operand.span.joined(with: span(from: position - 1)),
      tallest: tallest
    ) { SyntaxDiagnostic.foreignForm("::", why: nil, at: place, try: $0) }
  }

  /// "[" expression "]"
  private mutating func index(_ operand: Expression) -> Expression {
    let operandHeight = height
    let opener = position
    advance()
    let (key, keyHeight) = measuring { $0.expression() }
    close(.rightBracket, opened: opener)
    return node(
      .index(operand, key), at: operand.span.joined(with: span(from: opener)), over: max(operandHeight, keyHeight))
  }

  /// primary = literal | PARAMETER | call | NAME ["with" "copies"] | "(" pipeline ")" | listLiteral | record ;
  private mutating func primary() -> Expression {
    let span = here
    switch kind {
    case .number, .percentage, .money, .date, .string, .true, .false, .none: return literal()
    case .parameter:
      advance()
      let name = Name(source.string(ByteSpan(span.lower + 1, span.upper)), at: span)
      return node(.parameter(name), at: span)
    case .name, .quotedName: return nameOrCall()
    case .leftParenthesis: return parenthesised()
    case .leftBracket: return listLiteral()
    case .leftBrace: return record()
    case .regex:
      report(SyntaxDiagnostic.regexPlace(at: span))
      let regex = regexLiteral()
      return node(.regex(regex), at: span)
    case .unknown:
      isRecovering = true  // the lexer has reported it
      advance()
      return node(.missing, at: span)
    default:
      if let call = operatorCall() { return call }
      fail(noOperand())
      return missing()
    }
  }

  /// The diagnostic where an operand should start and does not.
  private func noOperand() -> Diagnostic {
    switch kind {
    case .range where kind(ahead: 1).startsOperand:
      let bound = shortText(position + 1)
      return SyntaxDiagnostic.openRange(
        at: here, bound: bound, isLow: false, whole: here.joined(with: tokens[position + 1].span))
    case let closer where closer.isClosingBracket && position == statementStart:
      return SyntaxDiagnostic.unopenedBracket(text(position), at: here)
    case .plus where kind(ahead: 1).startsOperand: return SyntaxDiagnostic.unaryPlus(at: here)
    case .dot where position == statementStart && kind(ahead: 1).isName:
      let word = here.joined(with: tokens[position + 1].span)
      return SyntaxDiagnostic.promptCommand(source.string(word), at: word)
    case .star where position > statementStart && tokens[position - 1].kind == .where:
      return SyntaxDiagnostic.anyColumn(at: here, edit: searchEverywhere)
    default:
      let previous = position > statementStart ? shortText(position - 1) : nil
      return SyntaxDiagnostic.expectedExpression(
        after: previous, found: found, at: here, isReserved: kind.reservedWord != nil, asName: reservedName)
    }
  }

  /// The reserved word here in backticks, if it stands alone, as a column of its name would: `select date, by, text`.
  private var reservedName: String? {
    guard kind.reservedWord != nil, position > statementStart else { return nil }
    switch kind(ahead: 1) {
    case .comma, .pipe, .dot, .end: return "`\(text(position))`"
    case let next where next.isClosingBracket: return "`\(text(position))`"
    default: return nil
    }
  }

  /// `where * has "border"` as a `search`; nil where no text stands behind the operator.
  private var searchEverywhere: Diagnostic.Edit? {
    guard [.has, .contains, .equal].contains(kind(ahead: 1)), kind(ahead: 2) == .string else { return nil }
    let text = tokens[position + 2].span
    return .init(tokens[position - 1].span.joined(with: text), "search \(source.string(text))")
  }

  /// NAME, a call, `NAME with copies`, or an amount: `GBP 10 million`.
  private mutating func nameOrCall() -> Expression {
    if let amount = codeMoney() { return amount }
    if let date = monthFirst() ?? relativeDate() { return date }
    if let foreign = foreignOperand() { return foreign }
    let start = position
    let name = name("a name")
    if at(.leftParenthesis), isOnSameLine {
      let gap = ByteSpan(name.span.upper, here.lower)
      if !gap.isEmpty { report(SyntaxDiagnostic.spacedCall(name.text, gap: gap, at: here)) }
      return call(name, receiver: nil, receiverHeight: 0)
    }
    if at(word: "with"), at(word: "copies", ahead: 1) {
      advance()
      advance()
      return node(.withCopies(name), at: span(from: start))
    }
    return node(.name(name), at: name.span)
  }

  /// "(" pipeline ")": the expression itself if there are no steps.
  private mutating func parenthesised() -> Expression {
    if let query = subquery() { return query }
    let opener = position
    advance()
    let (inner, innerHeight) = measuring { $0.pipeline() }
    if !isRecovering, inner.steps.isEmpty, at(.comma) { return tuple(inner.source, innerHeight, opener) }
    close(.rightParenthesis, opened: opener)
    let span = span(from: opener)
    if inner.steps.isEmpty {
      height = innerHeight
      return Expression(inner.source.kind, at: span)
    }
    return node(.pipeline(inner), at: span, over: innerHeight)
  }

  /// `("a", "b")`, a list of other languages.
  private mutating func tuple(_ first: Expression, _ firstHeight: Int, _ opener: Int) -> Expression {
    advance()
    let (rest, restHeight) = measuring { parser in parser.at(.rightParenthesis) ? [] : parser.expressions() }
    close(.rightParenthesis, opened: opener)
    let span = span(from: opener)
    let inside = ByteSpan(span.lower + 1, max(span.lower + 1, span.upper - 1))
    report(SyntaxDiagnostic.tuple(at: span, inside: source.string(inside)))
    return node(.list([first] + rest), at: span, over: max(firstHeight, restHeight))
  }

  /// listLiteral = "[" [expressions] "]" ;
  mutating func listLiteral() -> Expression {
    let opener = position
    advance()
    let (elements, elementHeight) = measuring { parser in parser.at(.rightBracket) ? [] : parser.expressions() }
    close(.rightBracket, opened: opener)
    return node(.list(elements), at: span(from: opener), over: elementHeight)
  }

  /// record = "{" [label {"," label}] "}" ;
  mutating func record() -> Expression {
    let opener = position
    advance()
    let (labels, labelHeight) = measuring { parser in
      parser.at(.rightBrace) ? [] : parser.list { $0.label() }
    }
    close(.rightBrace, opened: opener)
    return node(.record(labels), at: span(from: opener), over: labelHeight)
  }

  // MARK: Literals

  /// literal = NUMBER [SCALE] [UNIT] | PERCENTAGE | MONEY [SUFFIX | SCALE] | CODE NUMBER [SCALE] | DATE | STRING | "true"
  ///         | "false" | "none" ;
  private mutating func literal() -> Expression {
    if let date = dayFirst() { return date }
    let start = position
    let span = here
    advance()
    switch tokens[start].kind {
    case .number: return number(start)
    case .percentage:
      let sign = ByteSpan(span.upper - 1, span.upper)
      let number = digits(ByteSpan(span.lower, sign.lower))
      return node(.literal(.quantity(number, nil, unit: Name("%", at: sign))), at: span)
    case .money: return symbolMoney(start)
    case .date:
      let sign = source.bytes[span.lower] == Byte.at ? 1 : 0
      return node(.literal(.date(source.string(ByteSpan(span.lower + sign, span.upper)))), at: span)
    case .string: return node(.literal(.string(stringValue(start))), at: span)
    case .true: return node(.literal(.bool(true)), at: span)
    case .false: return node(.literal(.bool(false)), at: span)
    default: return node(.literal(.none), at: span)
    }
  }

  /// NUMBER [SCALE] [UNIT]
  private mutating func number(_ start: Int) -> Expression {
    let number = digits(tokens[start].span)
    var scale = self.scale()
    if scale == nil, let touching = touchingSuffix() {
      report(SyntaxDiagnostic.bareScale(text(position), at: here, scale: touching.scale))
      scale = touching.scale
      advance()
    }
    guard isAtUnit else { return node(.literal(.number(number, scale)), at: span(from: start)) }
    let unit = name("a unit")
    if let amount = codeBehindMillions(unit, start, number, scale) { return amount }
    let span = span(from: start)
    if Words.commonCurrencies.contains(unit.text) {
      let amount = ByteSpan(span.lower, tokens[position - 2].span.upper)
      report(SyntaxDiagnostic.moneyOrder(source.string(amount), code: unit.text, at: span))
      return node(.literal(.money(number, scale, currency: unit.text)), at: span)
    }
    return node(.literal(.quantity(number, scale, unit: unit)), at: span)
  }

  /// `30m GBP`, `30m pounds`: an amount whose currency stands last, where `m` was not meant as metres.
  private mutating func codeBehindMillions(_ unit: Name, _ start: Int, _ number: String, _ scale: Scale?)
    -> Expression?
  {
    guard unit.text == "m", scale == nil, at(.name), isOnSameLine,
      let code = Words.commonCurrencies.contains(text(position)) ? text(position) : Words.currencyWords[text(position)]
    else { return nil }
    advance()
    let span = span(from: start)
    report(SyntaxDiagnostic.moneyOrder(text(start) + " million", code: code, at: span))
    return node(.literal(.money(number, .million, currency: code)), at: span)
  }

  /// CODE NUMBER [SCALE]: three capitals and a number behind a blank.
  private mutating func codeMoney() -> Expression? {
    guard at(.name), kind(ahead: 1) == .number, !tokens[position + 1].hasNewlineBefore else { return nil }
    let code = source.bytes[here.range]
    guard code.count == 3, code.allSatisfy(Byte.isUpper) else { return nil }
    let start = position
    let currency = text(position)
    advance()
    let number = digits(here)
    advance()
    var scale = self.scale()
    if scale == nil, let suffix = touchingSuffix() ?? (at(word: "m") && tokens[position].touchesPrevious ? .m : nil) {
      report(SyntaxDiagnostic.bareScale(text(position), at: here, scale: suffix.scale))
      scale = suffix.scale
      advance()
    }
    return node(.literal(.money(number, scale, currency: currency)), at: span(from: start))
  }

  /// MONEY [SUFFIX | SCALE]
  private mutating func symbolMoney(_ start: Int) -> Expression {
    let bytes = source.bytes[tokens[start].span.range]
    let digitsStart = bytes.firstIndex(where: Byte.isDigit) ?? bytes.endIndex
    let suffixStart = bytes[digitsStart...].firstIndex(where: Byte.isLetter) ?? bytes.endIndex
    let symbol = String(decoding: bytes[..<digitsStart].filter { $0 != Byte.space }, as: UTF8.self)
    let number = digits(ByteSpan(digitsStart, suffixStart))
    let suffix = MoneySuffix.meant(by: String(decoding: bytes[suffixStart...], as: UTF8.self))
    let scale = suffix?.scale ?? self.scale()
    return node(.literal(.money(number, scale, currency: symbol)), at: span(from: start))
  }

  /// SCALE, on the same line.
  private mutating func scale() -> Scale? {
    guard at(.name), isOnSameLine else { return nil }
    if let scale = Scale(rawValue: text(position)) {
      advance()
      return scale
    }
    guard let scale = Self.foreignScales[text(position)] else { return nil }
    report(SyntaxDiagnostic.foreign(text(position), ours: scale.rawValue, at: here))
    advance()
    return scale
  }

  private static let foreignScales: [String: Scale] = [
    "thousands": .thousand, "millions": .million, "billions": .billion, "trillions": .trillion, "mln": .million,
    "Million": .million, "Billion": .billion,
  ]

  /// `24k`: a suffix that only touches money. `5m` are metres.
  private func touchingSuffix() -> MoneySuffix? {
    guard at(.name), tokens[position].touchesPrevious else { return nil }
    let word = text(position)
    return ["k", "K", "M", "bn", "B", "tn", "mn"].contains(word) ? MoneySuffix.meant(by: word) : nil
  }

  /// The word here is the unit of the number before it: on the same line, no soft word, no operator of another
  /// language, no call, no step whose `|` is missing.
  private var isAtUnit: Bool {
    guard kind.isName, isOnSameLine else { return false }
    if at(.quotedName) { return true }
    let word = text(position)
    let next = kind(ahead: 1)
    if next == .leftParenthesis, tokens[position + 1].touchesPrevious { return false }
    if Words.softSet.contains(word) || word == "sort" { return false }
    if isInCase, Self.caseWords.contains(word.lowercased()) { return false }
    if next.startsOperand, next != .minus, next != .not, next != .leftParenthesis, next != .leftBracket {
      let isStep = Words.isStep(word) || Words.foreignSteps[word.lowercased()] != nil
      return !isStep && !Words.isForeignOperator(word)
    }
    return !Words.isForeignOperator(word)
  }

  /// The digits of a number without `_` and `,`; a leading `.` gets its zero.
  func digits(_ span: ByteSpan) -> String {
    let kept = source.bytes[span.range].filter {
      Byte.isDigit($0) || $0 == Byte.dot || Byte.isLetter($0) || $0 == Byte.minus
    }
    let text = String(decoding: kept, as: UTF8.self)
    return text.hasPrefix(".") ? "0" + text : text
  }

  /// The value of a string token, whatever its quotes.
  func stringValue(_ index: Int) -> String {
    let span = tokens[index].span
    let bytes = source.bytes
    if bytes[span.lower] == Byte.quote {
      let isClosed = span.count > 1 && bytes[span.upper - 1] == Byte.quote
      return StringEscape.resolve(bytes[(span.lower + 1)..<(isClosed ? span.upper - 1 : span.upper)])
    }
    return String(source.string(span).dropFirst().dropLast())
  }

  /// REGEX
  mutating func regexLiteral() -> Regex {
    let span = here
    let written = source.bytes[span.range]
    let end = written.lastIndex(of: Byte.slash) ?? written.startIndex
    let isClosed = end > span.lower
    let pattern = written[(span.lower + 1)..<(isClosed ? end : span.upper)]
    let ignoresCase = isClosed && written[(end + 1)...].contains(UInt8(ascii: "i"))
    advance()
    return Regex(pattern: String(decoding: pattern, as: UTF8.self), ignoresCase: ignoresCase, span: span)
  }
}
