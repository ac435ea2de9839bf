import IbidSource

/// Calls with words between their arguments, typed literals, and methods that are operators here.
extension Parser {
  // MARK: Calls of SQL

  /// `extract(year from d)`, `cast(x as int)`, `substring(x from 1 for 3)`, `date '2024-03-01'`, `interval '7 days'`, and
  /// KQL's `datetime(2024-03-01)`; nil if none of them stands here.
  mutating func wordedCall() -> Expression? {
    let word = text(position).lowercased()
    if kind(ahead: 1) == .string { return typedLiteral(word) }
    guard kind(ahead: 1) == .leftParenthesis, tokens[position + 1].touchesPrevious else { return nil }
    switch word {
    case "extract": return calendarPart()
    case "cast", "try_cast": return cast()
    case "substring", "substr": return substring()
    case "datetime", "todatetime", "date": return dateCall()
    default: return nil
    }
  }

  /// What parts of a date are called where `extract` gets them, and the functions of ours.
  private static let calendarParts: [String: Template] = [
    "year": "year_number(a)", "quarter": "quarter_of_year(a)", "month": "month_of_year(a)", "week": "week_of_year(a)",
    "day": "day_of_month(a)", "dow": "day_of_week(a)", "doy": "day_of_year(a)", "hour": "hour_of_day(a)",
  ]

  private mutating func calendarPart() -> Expression? {
    guard kind(ahead: 2).isWord, at(caseless: "from", ahead: 3),
      let form = Self.calendarParts[text(position + 2).lowercased()]
    else { return nil }
    let start = position
    let place = here
    for _ in 0..<4 { advance() }
    let (operand, tallest) = measuring { $0.expression() }
    close(.rightParenthesis, opened: start + 1)
    guard !isRecovering else { return operand }
    return reread([operand], as: [form], at: place, whole: span(from: start), tallest: tallest) {
      SyntaxDiagnostic.foreignForm("extract(… from …)", why: "each part has a function", at: place, try: $0)
    }
  }

  private mutating func cast() -> Expression? {
    guard let closer = closing(of: position + 1),
      let link = (position + 2..<closer).last(where: { at(caseless: "as", index: $0) }), link > position + 2
    else { return nil }
    let start = position
    let place = here
    advance()
    advance()
    let (operand, tallest) = measuring { $0.expression() }
    guard !isRecovering, position == link else { return operand }
    advance()
    let written = text(position)
    advance()
    // `varchar(20)`
    if at(.leftParenthesis), let end = closing(of: position) { while position <= end, end < closer { advance() } }
    close(.rightParenthesis, opened: start + 1)
    let type = Words.foreignTypeWords[written.lowercased()]?.ours ?? written.lowercased()
    return reread(
      [operand], as: [Template("\(type)(a)")], at: place, whole: span(from: start), tallest: tallest
    ) { SyntaxDiagnostic.foreignForm("cast", why: "each type has a function of its name", at: place, try: $0) }
  }

  private mutating func substring() -> Expression? {
    guard let closer = closing(of: position + 1),
      (position + 2..<closer).contains(where: { at(caseless: "from", index: $0) })
    else { return nil }
    let start = position
    let place = here
    advance()
    advance()
    let (operands, tallest) = measuring { parser in
      var operands = [parser.expression()]
      while !parser.isRecovering, parser.at(caseless: "from") || parser.at(caseless: "for") {
        parser.advance()
        operands.append(parser.expression())
      }
      return operands
    }
    close(.rightParenthesis, opened: start + 1)
    guard !isRecovering, operands.count >= 2 else { return operands[0] }
    let form: Template = operands.count == 2 ? "substring(a, b)" : "substring(a, b, c)"
    return reread(operands, as: [form], at: place, whole: span(from: start), tallest: tallest) {
      SyntaxDiagnostic.foreignForm("substring(… from …)", why: "commas stand between arguments", at: place, try: $0)
    }
  }

  private func at(caseless word: String, index: Int) -> Bool {
    tokens[index].kind.isWord && text(index).lowercased() == word
  }

  // MARK: Typed literals

  /// `date '2024-03-01'`, `interval '7 days'`
  private mutating func typedLiteral(_ word: String) -> Expression? {
    let whole = here.joined(with: tokens[position + 1].span)
    let value = stringValue(position + 1)
    switch word {
    case "date", "timestamp":
      let day = String(value.prefix(10))
      guard Self.isDay(day) else { return nil }
      return literal(.date(day), written: "@" + day, word, why: "a date starts with `@`", tokens: 2, at: whole)
    case "interval":
      let parts = value.split(separator: " ").map(String.init)
      guard parts.count == 2, parts[0].allSatisfy(\.isNumber), parts[1].allSatisfy(\.isLetter) else { return nil }
      return literal(
        .quantity(parts[0], nil, unit: Name(parts[1], at: whole)), written: value, word,
        why: "a number and a word of time are a duration", tokens: 2, at: whole)
    default: return nil
    }
  }

  /// `datetime(2024-03-01)`; a text or several numbers in the brackets are for the checker.
  private mutating func dateCall() -> Expression? {
    guard kind(ahead: 2) == .date, kind(ahead: 3) == .rightParenthesis,
      source.bytes[tokens[position + 2].span.lower] != Byte.at || text(position) != "date"
    else { return nil }
    let written = source.string(tokens[position + 2].span).drop { $0 == "@" }
    let whole = here.joined(with: tokens[position + 3].span)
    return literal(
      .date(String(written)), written: "@" + written, text(position), why: "a date starts with `@`", tokens: 4,
      at: whole)
  }

  private mutating func literal(
    _ value: Literal, written: String, _ word: String, why reason: String, tokens count: Int, at whole: ByteSpan
  ) -> Expression {
    discard(within: whole)
    report(
      SyntaxDiagnostic.foreignForm(word, why: reason, at: here, try: [SyntaxDiagnostic.write(written, at: whole)]))
    for _ in 0..<count { advance() }
    return node(.literal(value), at: whole)
  }

  /// `2024-03-01`
  static func isDay(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return parts.map(\.count) == [4, 2, 2] && parts.allSatisfy { $0.allSatisfy { $0.isASCII && $0.isNumber } }
  }

  // MARK: Methods

  /// `title.contains("border")` and pandas' `title.str.contains("border")`; nil if no such method stands here.
  mutating func operatorMethod(of operand: Expression) -> Expression? {
    guard at(.contains) || at(.has) || at(.in), kind(ahead: 1) == .leftParenthesis,
      let closer = closing(of: position + 1), closer > position + 2, !hasComma(between: position + 1, and: closer)
    else { return nil }
    var subject = operand
    if case .member(let inner, let name) = operand.kind, name.text == "str" { subject = inner }
    let tallest = height
    let word = text(position)
    let place = here
    advance()
    let opener = position
    advance()
    let (argument, argumentHeight) = measuring { $0.expression() }
    close(.rightParenthesis, opened: opener)
    guard !isRecovering else { return operand }
    let whole = operand.span.joined(with: span(from: opener))
    return reread(
      [subject, argument], as: [Template("a \(word) b")], at: place, whole: whole, tallest: max(tallest, argumentHeight)
    ) { SyntaxDiagnostic.operatorAsMethod(word, try: $0, at: place) }
  }

  /// R's `documents$title`
  mutating func dollarMember(of operand: Expression) -> Expression? {
    guard case .name = operand.kind else { return nil }
    let place = here
    let tallest = height
    let name = Name(source.string(ByteSpan(place.lower + 1, place.upper)), at: ByteSpan(place.lower + 1, place.upper))
    report(SyntaxDiagnostic.foreign("$", ours: ".", at: ByteSpan(place.lower, place.lower + 1)))
    advance()
    return node(.member(operand, name), at: operand.span.joined(with: place), over: tallest)
  }
}
