import IbidSource

extension Parser {
  /// fields = NAME ":" type {"," NAME ":" type} ;
  mutating func fields() -> [Field] {
    list { parser in
      let name = parser.name("a name")
      return Field(name, parser.typeAnnotation())
    }
  }

  /// `":" type`
  mutating func typeAnnotation() -> TypeName {
    guard take(.colon) else {
      fail(
        SyntaxDiagnostic.missingType(found: found, at: here, from: tokens[max(position - 1, statementStart)].span.upper)
      )
      return missingType()
    }
    return type()
  }

  /// type = TYPE ["<" typeArgument ">"] ["?"] ;
  mutating func type() -> TypeName {
    depth += 1
    defer { depth -= 1 }
    let start = position
    guard depth <= Limits.nesting else {
      _ = tooDeep()
      return missingType()
    }
    guard kind.isName else {
      fail(SyntaxDiagnostic.expected("a type", role: nil, found: found, at: here, examples: Words.types))
      return missingType()
    }
    let name = self.typeName()
    var argument: TypeName.Argument?
    if at(.less) {
      let opener = position
      advance()
      argument = typeArgument()
      closeAngle(opened: opener)
    }
    let isOptional = take(.question)
    return TypeName(name: name, argument: argument, isOptional: isOptional, span: span(from: start))
  }

  private mutating func typeName() -> Name {
    let written = name("a type")
    if !written.isMissing, !Words.types.contains(written.text) {
      report(SyntaxDiagnostic.unknownType(written.text, at: written.span))
    }
    return written
  }

  /// typeArgument = type | NAME | STRING ;
  private mutating func typeArgument() -> TypeName.Argument {
    if at(.string) {
      let literal = string("a unit")
      return .word(Name(literal.value, at: literal.span))
    }
    if at(.name), Words.types.contains(text(position)), [.less, .question].contains(kind(ahead: 1)) || !isTableName() {
      return .type(type())
    }
    return .word(name("a type, a table, a currency or a unit"))
  }

  /// `ref<money>` means the table, `list<money>` the type.
  private func isTableName() -> Bool { position >= 2 && text(position - 2) == "ref" }

  /// Takes a `>`, also off the front of `>=` in `param least: money<GBP>= £5`.
  private mutating func closeAngle(opened opener: Int) {
    if take(.greater) || isRecovering { return }
    if at(.greaterOrEqual) {
      let span = here
      tokens[position] = Token(.assign, at: ByteSpan(span.lower + 1, span.upper))
      return
    }
    fail(SyntaxDiagnostic.unclosedBracket("<", at: tokens[opener].span, noticed: here, found: found, step: nil))
  }

  private func missingType() -> TypeName {
    let place = ByteSpan(here.lower, here.lower)
    return TypeName(name: Name("", at: place), argument: nil, isOptional: false, span: place)
  }
}
