import IbidSource

/// Operators, loosest first. Each function leaves the height of what it read in `height`.
extension Parser {
  /// expression = conditional | or ;
  mutating func expression() -> Expression {
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.nesting else { return tooDeep() }
    let value = at(.if) ? conditional() : or()
    return isRecovering ? value : foreignChoice(value)
  }

  /// conditional = "if" expression "then" expression "else" expression ;
  ///
  /// A chain of `else if` is read in a loop, so that many branches nest the tree but not the parser.
  private mutating func conditional() -> Expression {
    if let call = choiceCall() { return call }
    var branches: [(start: Int, condition: Expression, then: Expression, height: Int)] = []
    var value: Expression
    repeat {
      let start = position
      advance()
      let condition = expression()
      var tallest = height
      guard branch(.then, opened: start) else {
        value = condition
        break
      }
      let then = expression()
      tallest = max(tallest, height)
      guard branch(.else, opened: start) else {
        value = then
        break
      }
      branches.append((start, condition, then, tallest))
      value = then
    } while at(.if)
    if !isRecovering { value = expression() }
    for one in branches.reversed() {
      value = node(
        .conditional(if: one.condition, then: one.then, else: value), at: span(from: one.start),
        over: max(one.height, height))
    }
    return value
  }

  private mutating func branch(_ word: Token.Kind, opened start: Int) -> Bool {
    if isRecovering { return false }
    if take(word) { return true }
    let word = word.reservedWord ?? ""
    let place = ByteSpan(here.lower, here.lower)
    // A value stands there, or nothing at all: then a missing one is meant.
    let missing = kind.startsOperand ? word + " " : word == "else" && isAtStepEnd ? " else none" : nil
    fail(
      SyntaxDiagnostic.missingBranch(
        word, of: tokens[start].span, found: found, at: here, edit: missing.map { .init(place, $0) }))
    return false
  }

  /// or = and {"or" and} ;
  private mutating func or() -> Expression {
    var left = and()
    while !isRecovering, atOr() {
      if at(.doubleBar), isStepAhead { return left }
      if at(.doubleBar), let joined = joinedTexts(left) {
        left = joined
        continue
      }
      reportForeignOperator(ours: "or")
      left = binary(.or, left) { $0.comparedAgain(after: left) ?? $0.and() }
    }
    return left
  }

  /// `documents || take 3`: one bar too many.
  var isStepAhead: Bool {
    guard kind(ahead: 1) == .where || kind(ahead: 1) == .name, Words.isStep(text(position + 1)) else { return false }
    return kind(ahead: 2).startsOperand && !tokens[position + 2].touchesPrevious || kind(ahead: 2) == .end
  }

  /// and = not {"and" not} ;
  private mutating func and() -> Expression {
    var left = not()
    while !isRecovering, atAnd() {
      if at(.doubleAmpersand), text(position) == "&", let joined = joinedTexts(left) {
        left = joined
        continue
      }
      reportForeignOperator(ours: "and")
      left = binary(.and, left) { $0.comparedAgain(after: left) ?? $0.not() }
    }
    return left
  }

  /// not = "not" not | compare ;
  private mutating func not() -> Expression {
    if let test = notNA() { return test }
    guard atNot() else { return compare() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.nesting else { return tooDeep() }
    let start = position
    reportForeignOperator(ours: "not")
    advance()
    let operand = not()
    return node(.not(operand), at: span(from: start), over: height)
  }

  /// coalesce = range ["??" coalesce] ;
  mutating func coalesce() -> Expression {
    let left = range()
    guard !isRecovering, at(.coalesce) else { return left }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.nesting else { return tooDeep() }
    return binary(.coalesce, left) { $0.coalesce() }
  }

  /// range = sum [".." sum] ;
  private mutating func range() -> Expression {
    let left = sum()
    guard !isRecovering, at(.range) else { return left }
    if !kind(ahead: 1).startsOperand {
      fail(
        SyntaxDiagnostic.openRange(
          at: here, bound: source.string(left.span), isLow: true, whole: left.span.joined(with: here)))
      return left
    }
    let range = binary(.range, left) { $0.sum() }
    if !isRecovering, at(.range) { fail(SyntaxDiagnostic.chainedRange(at: here)) }
    return range
  }

  /// sum = product {("+" | "-") product} ;
  private mutating func sum() -> Expression {
    var left = product()
    while !isRecovering, at(.plus) || at(.minus) {
      left = binary(at(.plus) ? .add : .subtract, left) { $0.product() }
    }
    return left
  }

  /// product = unary {("*" | "/") unary} ;
  private mutating func product() -> Expression {
    var left = unary()
    while !isRecovering {
      if at(.star) || at(.slash) {
        left = binary(at(.star) ? .multiply : .divide, left) { $0.unary() }
      } else if let foreign = foreignForm(.product) {
        left = self.foreign(foreign, left) { $0.unary() }
      } else {
        break
      }
    }
    return left
  }

  /// unary = "-" unary | postfix ;
  private mutating func unary() -> Expression {
    guard at(.minus) else { return power() }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.nesting else { return tooDeep() }
    let start = position
    advance()
    let operand = unary()
    return node(.negate(operand), at: span(from: start), over: height)
  }

  /// `2 ** 3`, which is no operator here.
  private mutating func power() -> Expression {
    let base = postfix()
    guard !isRecovering, let foreign = foreignForm(.power) else { return base }
    depth += 1
    defer { depth -= 1 }
    guard depth <= Limits.nesting else { return tooDeep() }
    return self.foreign(foreign, base) { $0.unary() }
  }

  /// Reads an operator and its right side.
  mutating func binary(_ name: BinaryOperator, _ left: Expression, right read: (inout Parser) -> Expression)
    -> Expression
  {
    let leftHeight = height
    let place = here
    advance()
    let right = read(&self)
    return node(
      .binary(name, place, left, right), at: left.span.joined(with: right.span), over: max(leftHeight, height))
  }
}
