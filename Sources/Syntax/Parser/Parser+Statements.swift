import IbidSource

extension Parser {
  /// script = { statement terminator } ;
  mutating func script() -> Script {
    var statements: [Statement] = []
    while tokens[position].kind != .end {
      if tokens[position].kind == .semicolon {
        position += 1
        continue
      }
      statementStart = position
      isRecovering = false
      depth = 0
      statements.append(statement())
      terminator()
    }
    return Script(statements: statements)
  }

  /// Leaves the statement; what is left of it is one mistake.
  private mutating func terminator() {
    if !isAtBoundary, !isRecovering, !at(.unknown) { fail(unexpected()) }  // the lexer has reported the unknown
    skipStatement()
  }

  /// statement = load | letBinding | param | fn | rule | dict | set | assertion | explain | help | why | "use" STRING
  ///           | "open" INTEGER | "keep" NAME | pipeline | continuation ;
  private mutating func statement() -> Statement {
    let start = position
    let kind: Statement.Kind
    if at(.pipe) {
      kind = continuation()
    } else if let foreign = foreignStatement() {
      kind = foreign
    } else if let word = statementWord() {
      advance()
      kind = statement(word)
    } else {
      kind = .pipeline(pipeline())
    }
    return Statement(kind, at: span(from: start))
  }

  /// The statement word here, unless what follows makes it a name: `open | take 3`, `open.title`, `help(x)`.
  private func statementWord() -> String? {
    guard at(.name) else { return nil }
    let word = text(position)
    guard Words.statementEntries[word] != nil else { return nil }
    if word == "help", isAtTopic { return word }
    switch kind(ahead: 1) {
    case .pipe, .dot, .equal, .notEqual, .less, .lessOrEqual, .greater, .greaterOrEqual, .plus, .star, .slash, .range,
      .coalesce, .in, .has, .contains, .matches, .is, .assign, .and, .or:
      return nil
    case .leftParenthesis, .leftBracket:
      return tokens[position + 1].touchesPrevious && word != "assert" && word != "explain" ? nil : word
    default:
      return word
    }
  }

  /// `help and`, `help in-list`: behind `help`, too, these words are no operators.
  private var isAtTopic: Bool {
    kind(ahead: 1).isWord
      && (kind(ahead: 2) == .end || kind(ahead: 2) == .minus && tokens[position + 2].touchesPrevious)
  }

  private mutating func statement(_ word: String) -> Statement.Kind {
    switch word {
    case "load": load()
    case "let": letBinding()
    case "param": param()
    case "fn": fn()
    case "rule": rule()
    case "dict": dict()
    case "use": .use(string("the path of a script"))
    case "set": set()
    case "assert": assertion()
    case "explain": explain()
    case "help": help()
    case "why": why()
    case "open": .open(integer("a row number"))
    default: .keep(name("a name for the last result"))
    }
  }

  /// load = "load" STRING ["as" NAME] ["(" fields ")"] ["with" label {"," label}] ;
  private mutating func load() -> Statement.Kind {
    let path = string("a path")
    if kind.isName, !at(word: "as"), !at(word: "with") { reportMissing(word: "as", in: "load") }
    let alias = take(word: "as") || kind.isName && !at(word: "with") ? name("a name for the table") : nil
    var fields: [Field] = []
    if at(.leftParenthesis) {
      let opener = position
      advance()
      fields = self.fields()
      close(.rightParenthesis, opened: opener)
    }
    let given = take(word: "with") ? list { $0.label() } : []
    return .load(Load(path: path, name: alias, fields: fields, given: given))
  }

  /// letBinding = "let" NAME "=" pipeline ;
  private mutating func letBinding() -> Statement.Kind {
    let name = wordsAsName()
    guard equals(after: "the name") else { return .letBinding(name, missingPipeline()) }
    return .letBinding(name, pipeline())
  }

  /// param = "param" NAME ":" type ["=" expression] ;
  private mutating func param() -> Statement.Kind {
    let name = name("a name")
    if at(.assign), let type = Words.type(of: kind(ahead: 1)) {
      report(SyntaxDiagnostic.untypedParameter(name.text, type: type, at: name.span))
      advance()
      let place = ByteSpan(name.span.upper, name.span.upper)
      let written = TypeName(name: Name(type, at: place), argument: nil, isOptional: false, span: place)
      return .parameter(name, written, default: expression())
    }
    let type = typeAnnotation()
    return .parameter(name, type, default: take(.assign) ? expression() : nil)
  }

  /// fn = "fn" NAME "(" [fields] ")" "=" expression ;
  private mutating func fn() -> Statement.Kind {
    let name = name("a name")
    var fields: [Field] = []
    if at(.leftParenthesis) {
      let opener = position
      advance()
      if !at(.rightParenthesis) { fields = self.fields() }
      close(.rightParenthesis, opened: opener)
    } else {
      fail(SyntaxDiagnostic.expected("`(`", role: "the parameters of a function", found: found, at: here))
    }
    guard equals(after: "the parameters") else { return .function(name, fields, missing()) }
    return .function(name, fields, expression())
  }

  /// set = "set" NAME "=" expression ;
  private mutating func set() -> Statement.Kind {
    let name = name("a setting")
    guard equals(after: "the setting") else { return .set(name, missing()) }
    return .set(name, expression())
  }

  /// assertion = "assert" expression ["," STRING] ;
  private mutating func assertion() -> Statement.Kind {
    let condition = expression()
    if !isRecovering, at(.string) {
      report(
        SyntaxDiagnostic.missingComma(
          before: "the message", found: found, at: here, from: tokens[position - 1].span.upper))
      return .assert(condition, message: string("a message"))
    }
    return .assert(condition, message: take(.comma) ? string("a message") : nil)
  }

  /// explain = "explain" ("rule" NAME | ["analyze"] pipeline) ;
  private mutating func explain() -> Statement.Kind {
    if at(word: "rule"), kind(ahead: 1).isName {
      advance()
      return .explainRule(name("a rule"))
    }
    let analyze = at(word: "analyze") && kind(ahead: 1).startsOperand && !tokens[position + 1].touchesPrevious
    if analyze { advance() }
    return .explain(pipeline(), analyze: analyze)
  }

  /// help = "help" [WORD {"-" WORD}] ; any word, and the id of a diagnostic.
  private mutating func help() -> Statement.Kind {
    if isAtBoundary { return .help(nil) }
    let start = position
    guard kind.isWord else { return .help(name("a word of the language")) }
    if at(.quotedName) { return .help(name("a word of the language")) }
    advance()
    while at(.minus), kind(ahead: 1).isWord, tokens[position].touchesPrevious, tokens[position + 1].touchesPrevious {
      advance()
      advance()
    }
    let span = span(from: start)
    return .help(Name(source.string(span), at: span))
  }

  /// why = "why" INTEGER [NAME] | "why" "not" expression ;
  private mutating func why() -> Statement.Kind {
    if take(.not) { return .whyNot(expression()) }
    let row = integer("a row number, or `not` and a condition")
    return .why(row: row, column: isAtBoundary || isRecovering ? nil : name("a column"))
  }

  /// continuation = "|" step {"|" step} ; REPL only.
  private mutating func continuation() -> Statement.Kind {
    if mode == .script { report(SyntaxDiagnostic.leadingPipe(at: here)) }
    return .continuation(steps())
  }

  // MARK: Parts

  /// NAME; several words before an `=` are one mistake.
  mutating func wordsAsName() -> Name {
    let first = name("a name")
    let start = position - 1
    guard kind.isWord, !first.isMissing, tokens[start].kind == .name else { return first }
    var words = [first.text]
    var length = 0
    while kind(ahead: length).isWord, length < 8 {
      words.append(text(position + length))
      length += 1
    }
    guard kind(ahead: length) == .assign else { return first }
    for _ in 0..<length { advance() }
    let name = Name(words.joined(separator: "_"), at: span(from: start))
    report(SyntaxDiagnostic.severalWords(name.text, at: name.span))
    return name
  }

  /// Takes an `=`; `:=`, `==` and a missing one are mistakes.
  mutating func equals(after place: String) -> Bool {
    if take(.assign) { return true }
    if at(.equal) {
      report(SyntaxDiagnostic.doubleEquals(at: here))
      advance()
      return true
    }
    if kind.startsOperand, isOnSameLine, !tokens[position].touchesPrevious {
      report(SyntaxDiagnostic.missingEquals(after: place, found: found, at: here))
      return true
    }
    fail(SyntaxDiagnostic.expected("`=`", role: "after \(place)", found: found, at: here))
    return false
  }

  private mutating func missingPipeline() -> Pipeline {
    let source = missing()
    return Pipeline(source: source, steps: [], span: source.span)
  }

  /// label = NAME ":" expression ;
  mutating func label() -> Label {
    let name = name("a name")
    if at(.assign) {
      report(SyntaxDiagnostic.labelEquals(name.text, at: here))
      advance()
    } else if !take(.colon) {
      fail(SyntaxDiagnostic.expected("`:`", role: "after the name", found: found, at: here))
      return Label(name, missing())
    }
    return Label(name, expression())
  }

  /// NAME. `role` says what it names, as in "expected a column".
  mutating func name(_ role: String) -> Name {
    let span = here
    switch kind {
    case .name:
      advance()
      return Name(source.string(span), at: span)
    case .quotedName:
      let isClosed = !tokens[position].isBroken
      advance()
      return Name(source.string(ByteSpan(span.lower + 1, span.upper - (isClosed ? 1 : 0))), at: span)
    case _ where kind.reservedWord != nil && kind(ahead: 1) != .name:
      report(SyntaxDiagnostic.reservedName(source.string(span), at: span))
      advance()
      return Name(source.string(span), at: span)
    case .string:
      let value = stringValue(position)
      report(SyntaxDiagnostic.quotedName(value, role: role, at: span))
      advance()
      return Name(value.isEmpty ? "_" : value, at: span)
    default:
      fail(SyntaxDiagnostic.expected(role, role: nil, found: found, at: span))
      return Name("", at: ByteSpan(span.lower, span.lower))
    }
  }

  /// STRING. `role` says what it holds.
  mutating func string(_ role: String) -> StringLiteral {
    let span = here
    guard at(.string) else {
      let path = unquotedPath()
      fail(
        SyntaxDiagnostic.expectedString(
          role, found: path == nil ? found : "`\(source.string(path ?? span))`", at: path ?? span,
          text: path.map(source.string)))
      return StringLiteral("", at: ByteSpan(span.lower, span.lower))
    }
    advance()
    return StringLiteral(stringValue(position - 1), at: span)
  }

  /// `examples/corpus`, `out.csv`: the tokens up to the next blank, where a path was meant.
  private func unquotedPath() -> ByteSpan? {
    guard kind.isWord || at(.dot) || at(.slash) || at(.range) else { return nil }
    var end = position
    while end + 1 < tokens.count - 1, end - position < 64, tokens[end + 1].touchesPrevious,
      tokens[end + 1].kind != .semicolon, tokens[end + 1].kind != .pipe
    {
      end += 1
    }
    let span = ByteSpan(here.lower, tokens[end].span.upper)
    return source.bytes[span.range].contains(Byte.quote) ? nil : span
  }

  /// INT. `role` says what it counts.
  mutating func integer(_ role: String) -> IntegerLiteral {
    let span = here
    guard at(.number), !source.bytes[span.range].contains(Byte.dot) else {
      let word = position > statementStart ? text(position - 1) : ""
      let isCount = at(.by) && word == "top"
      fail(SyntaxDiagnostic.expectedInteger(role, found: found, at: span, example: isCount ? "top 10" : nil))
      return IntegerLiteral(0, at: ByteSpan(span.lower, span.lower))
    }
    advance()
    guard let value = Int(digits(span)) else {
      if !tokens[position - 1].isBroken { report(SyntaxDiagnostic.integerTooLarge(at: span)) }
      return IntegerLiteral(0, at: span)
    }
    return IntegerLiteral(value, at: span)
  }

  /// `part {"," part}`; a comma with nothing behind it is a mistake.
  mutating func list<Part>(_ part: (inout Parser) -> Part) -> [Part] {
    var parts = [part(&self)]
    while !isRecovering, at(.comma), !startsStepBehindComma() {
      let comma = here
      advance()
      if at(.end) || at(.pipe) || kind.isClosingBracket {
        report(SyntaxDiagnostic.trailingComma(at: comma))
        break
      }
      parts.append(part(&self))
    }
    return parts
  }

  /// names = NAME {"," NAME} ;
  mutating func names(_ role: String) -> [Name] { list { $0.name(role) } }

  /// path = NAME {"." NAME} ;
  mutating func path(_ role: String) -> [Name] {
    var path = [name(role)]
    while !isRecovering, take(.dot) { path.append(name("a name after the `.`")) }
    return path
  }
}
