import IbidSource

extension Parser {
  /// rule = "rule" NAME "(" [fields] ")" "in" NAME ["overlap" "all"] "{" sequence {ruleLine} "}" ;
  mutating func rule() -> Statement.Kind {
    let name = name("a name for the rule")
    var captures: [Field] = []
    if at(.leftParenthesis) {
      let opener = position
      advance()
      if !at(.rightParenthesis) { captures = fields() }
      close(.rightParenthesis, opened: opener)
    } else {
      fail(SyntaxDiagnostic.expected("`(`", role: "the columns of a rule", found: found, at: here))
    }
    if !take(.in) {
      fail(SyntaxDiagnostic.expected("`in sentences`", role: "after the columns", found: found, at: here))
    }
    let table = isRecovering ? Name("", at: here) : self.name("what the rule reads, `sentences`")
    let overlapsAll = take(word: "overlap")
    if overlapsAll, !take(word: "all") {
      fail(SyntaxDiagnostic.expected("`all`", role: "after `overlap`", found: found, at: here))
    }
    guard !isRecovering, at(.leftBrace) else {
      fail(SyntaxDiagnostic.expected("`{`", role: "the pattern of a rule", found: found, at: here))
      return .rule(
        Rule(name: name, captures: captures, table: table, overlapsAll: overlapsAll, pattern: [], lines: []))
    }
    let opener = position
    advance()
    let pattern = sequence()
    var lines: [RuleLine] = []
    while !isRecovering, !at(.rightBrace), !isAtBoundary {
      guard isAtRuleLine else {
        fail(unexpected())
        break
      }
      lines.append(ruleLine())
    }
    close(.rightBrace, opened: opener)
    return .rule(
      Rule(name: name, captures: captures, table: table, overlapsAll: overlapsAll, pattern: pattern, lines: lines))
  }

  /// dict = "dict" NAME "=" expression ;
  mutating func dict() -> Statement.Kind {
    let name = name("a name for the list")
    guard equals(after: "the name") else { return .dictionary(name, missing()) }
    return .dictionary(name, expression())
  }

  // MARK: Patterns

  /// sequence = part {part} ;
  private mutating func sequence() -> [RulePart] {
    var parts = [part()]
    while !isRecovering, isAtPart { parts.append(part()) }
    return parts
  }

  /// part = [NAME ":"] atom ["?" | "*" | "+" | times] ;
  private mutating func part() -> RulePart {
    let start = position
    var capture: Name?
    if kind.isName, kind(ahead: 1) == .colon {
      capture = name("a column")
      advance()
    }
    let atom = atom()
    var repetition = RuleRepetition.once
    if isRecovering {
      return RulePart(capture: capture, atom: atom, repetition: repetition, span: span(from: start))
    }
    if take(.question) {
      repetition = .optional
    } else if take(.star) {
      repetition = .any
    } else if take(.plus) {
      repetition = .some
    } else if at(.leftBrace) {
      repetition = times()
    }
    return RulePart(capture: capture, atom: atom, repetition: repetition, span: span(from: start))
  }

  /// times = "{" INTEGER ["," [INTEGER]] "}" ;
  private mutating func times() -> RuleRepetition {
    let opener = position
    advance()
    if let written = groupedTimes() { return written }
    let least = integer("how often it may stand there")
    var repetition = RuleRepetition.times(least, nil)
    if take(.comma) {
      repetition = at(.rightBrace) ? .atLeast(least) : .times(least, integer("how often it may stand there"))
    }
    close(.rightBrace, opened: opener)
    return repetition
  }

  /// `{1,100}`: elsewhere the comma would group digits, and the lexer says so.
  private mutating func groupedTimes() -> RuleRepetition? {
    let ends = text(position).split(separator: ",", omittingEmptySubsequences: false).map { Int($0) }
    guard at(.number), kind(ahead: 1) == .rightBrace, ends.count == 2, let least = ends[0], let most = ends[1] else {
      return nil
    }
    let place = here
    discard(within: place)
    advance()
    advance()
    return .times(IntegerLiteral(least, at: place), IntegerLiteral(most, at: place))
  }

  /// atom = STRING | "exact" STRING | "lemma" STRING | REGEX | "in" NAME | NAME | ".." INTEGER
  ///      | "(" sequence {"|" sequence} ")" | "list" "of" atom ;
  private mutating func atom() -> RuleAtom {
    depth += 1
    defer { depth -= 1 }
    let start = position
    guard depth <= Limits.nesting else {
      _ = tooDeep()
      return RuleAtom(.malformed, at: span(from: start))
    }
    let atom: RuleAtom.Kind
    switch kind {
    case .string: atom = .words(string("words"))
    case .regex: atom = .regex(regexLiteral())
    case .in:
      advance()
      atom = .dictionary(name("a list of words"))
    case .range:
      advance()
      atom = .gap(integer("the length of a gap"))
    case .leftParenthesis: atom = alternatives()
    case .name where isFormWord && kind(ahead: 1) == .string:
      let isLemma = at(word: "lemma")
      advance()
      atom = isLemma ? .lemma(string("a word")) : .exact(string("words"))
    case .name where at(word: "list") && at(word: "of", ahead: 1):
      advance()
      advance()
      atom = .list(self.atom())
    case .name, .quotedName: atom = .named(name("a class of words"))
    default:
      fail(
        SyntaxDiagnostic.expected(
          "a pattern", role: nil, found: found, at: here,
          examples: ["\"words\"", "lemma \"arrest\"", "Number", "in a_dict", "word{1,5}", "(… | …)"]))
      atom = .malformed
    }
    return RuleAtom(atom, at: span(from: start))
  }

  private mutating func alternatives() -> RuleAtom.Kind {
    let opener = position
    advance()
    var alternatives = [sequence()]
    while !isRecovering, take(.pipe) { alternatives.append(sequence()) }
    close(.rightParenthesis, opened: opener)
    return .alternatives(alternatives)
  }

  /// ruleLine = ["except"] ("before" | "after") sequence | "example" STRING "=>" record | "not" STRING ;
  private mutating func ruleLine() -> RuleLine {
    let start = position
    if take(.not) { return RuleLine(.counterexample(string("a text")), at: span(from: start)) }
    if take(word: "example") {
      let text = string("a text")
      var labels: [Label] = []
      if !isRecovering {
        if take(.arrow), at(.leftBrace) {
          if case .record(let written) = record().kind { labels = written }
        } else if !isRecovering {
          fail(
            SyntaxDiagnostic.expected(
              "`=> { … }`", role: "what the rule finds in the example", found: found, at: here))
        }
      }
      return RuleLine(.example(text, labels), at: span(from: start))
    }
    let isExcept = take(word: "except")
    let isBefore = at(word: "before")
    if !take(word: "before"), !take(word: "after") {
      fail(SyntaxDiagnostic.expected("`before` or `after`", role: "after `except`", found: found, at: here))
      return RuleLine(.context(isBefore: true, isExcept: isExcept, []), at: span(from: start))
    }
    let parts = sequence()
    return RuleLine(.context(isBefore: isBefore, isExcept: isExcept, parts), at: span(from: start))
  }

  // MARK: Looking

  private var isFormWord: Bool { at(word: "exact") || at(word: "lemma") }

  private var isAtRuleLine: Bool {
    if at(.not) { return true }
    guard at(.name), kind(ahead: 1) != .colon else { return false }
    return ["before", "after", "except", "example"].contains(text(position))
  }

  private var isAtPart: Bool {
    switch kind {
    case .string, .regex, .in, .range, .leftParenthesis, .quotedName: true
    case .name: !isAtRuleLine
    default: false
    }
  }
}
