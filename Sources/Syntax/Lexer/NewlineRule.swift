import IbidSource

/// Where a line's end ends a statement.
///
/// It does, unless it stands inside brackets, or the token before it cannot end a statement (an operator, a comma,
/// `=`, `then`, a step word that needs more), or the token after it cannot begin one (`|`, `and`, every binary operator
/// but `-`, a closing bracket; `on`, `with`, `as` … with an operand behind). A `;` always does.
///
/// A bracket that was never closed would swallow the rest of the text; therefore a line that starts, not indented,
/// with `let NAME`, `load "…"` and the like starts a statement even so.
enum NewlineRule {
  /// Marks the tokens that start statements; `first` is one, whatever stands before it.
  static func mark(_ tokens: inout [Token], of source: SourceText, from first: Int = 0) {
    var reader = Reader(tokens: tokens, source: source)
    for index in first..<tokens.count {
      if index == first || reader.endsStatement(before: index) {
        tokens[index].startsStatement = true
        reader.beginStatement(at: index)
      }
      reader.pass(index)
    }
  }

  /// A bracket is open at the end of the text, or its last token cannot end a statement.
  static func isOpen(_ tokens: [Token], of source: SourceText) -> Bool {
    var reader = Reader(tokens: tokens, source: source)
    for index in tokens.indices.dropLast() {
      if index == 0 || reader.endsStatement(before: index) { reader.beginStatement(at: index) }
      reader.pass(index)
    }
    let last = tokens.count - 2
    guard last >= 0 else { return false }
    if !reader.brackets.isEmpty { return true }
    return tokens[last].kind != .semicolon && !reader.canEndStatement(last)
  }

  private struct Reader {
    let tokens: [Token]
    let source: SourceText
    var brackets: [Token.Kind] = []
    /// How many of `brackets` are of each kind, so that a stray closing bracket costs no search.
    var open: [Token.Kind: Int] = [:]
    var statementStart = 0

    init(tokens: [Token], source: SourceText) {
      self.tokens = tokens
      self.source = source
    }

    mutating func beginStatement(at index: Int) {
      brackets.removeAll(keepingCapacity: true)
      open.removeAll(keepingCapacity: true)
      statementStart = index
    }

    mutating func pass(_ index: Int) {
      let kind = tokens[index].kind
      if kind.isOpeningBracket {
        brackets.append(kind.closing)
        open[kind.closing, default: 0] += 1
      } else if kind.isClosingBracket, open[kind, default: 0] > 0 {
        while let closed = brackets.popLast() {
          open[closed]! -= 1
          if closed == kind { break }
        }
      }
    }

    func endsStatement(before index: Int) -> Bool {
      let previous = tokens[index - 1]
      if previous.kind == .semicolon { return true }
      guard tokens[index].hasNewlineBefore else { return false }
      if startsDeclaration(index) { return true }
      // `explain` alone on its line has nothing to explain, unless an indented line goes on.
      if index - 1 == statementStart, isAtMargin(index), text(index - 1) == "explain" { return true }
      return brackets.isEmpty && canEndStatement(index - 1) && canBeginStatement(index)
    }

    func text(_ index: Int) -> String {
      let span = tokens[index].span
      return span.count <= 15 ? source.string(span) : ""
    }

    // MARK: The token before the newline

    func canEndStatement(_ index: Int) -> Bool {
      let kind = tokens[index].kind
      if kind.isWord, index > statementStart, endsTopic(index) { return true }
      switch kind {
      case .name:
        return !needsMore(index)
      case .quotedName, .number, .percentage, .money, .string, .date, .parameter, .regex, .unknown, .true, .false,
        .none, .rightParenthesis, .rightBracket, .rightBrace, .semicolon, .question, .greater, .end, .bang,
        .percentSign:
        // `?` and `>` end a type, `param floor: money<GBP>`.
        return kind != .greater || endsType(index)
      default:
        return false
      }
    }

    /// `help and`, `help bad-and`
    private func endsTopic(_ index: Int) -> Bool {
      let isPart = tokens[index].touchesPrevious && tokens[index - 1].kind == .minus
      return (isPart || index == statementStart + 1) && text(statementStart) == "help"
    }

    /// `list<text>`: in a `param` without a value yet.
    private func endsType(_ index: Int) -> Bool {
      statementStart < index && index - statementStart < 64 && text(statementStart) == "param"
        && !tokens[statementStart..<index].contains { $0.kind == .assign }
    }

    /// A step word, statement word or soft word behind which something must follow.
    private func needsMore(_ index: Int) -> Bool {
      let word = text(index)
      if index == statementStart {
        guard let entry = Words.statementEntries[word] else { return false }
        return !entry.standsAlone
      }
      let previous = tokens[index - 1].kind
      if previous == .pipe {
        if Words.joinKindSet.contains(word) { return true }
        guard let entry = Words.stepEntries[word] else { return false }
        return !entry.standsAlone
      }
      if word == "join", index > 1, tokens[index - 2].kind == .pipe { return true }
      guard NewlineRule.linkWords.contains(word) else { return false }
      if previous == .name, index > 1, tokens[index - 2].kind == .pipe {
        let step = text(index - 1)
        return ["conflicts", "pairs", "reach", "paths", "components"].contains(step)
      }
      return previous.endsOperand && index - 1 > statementStart
    }

    // MARK: The token after the newline

    func canBeginStatement(_ index: Int) -> Bool {
      switch tokens[index].kind {
      case .name:
        return !goesOn(index)
      case .not:
        let next = index + 1 < tokens.count ? tokens[index + 1].kind : .end
        return ![.in, .has, .contains, .matches].contains(next)
      case .quotedName, .number, .percentage, .money, .string, .date, .parameter, .regex, .unknown, .true, .false,
        .none, .if, .minus, .bang, .leftParenthesis, .leftBracket, .leftBrace, .semicolon, .end:
        return true
      default:
        return false
      }
    }

    /// `on a == b` in a line of its own: no statement starts with a soft word and an operand.
    private func goesOn(_ index: Int) -> Bool {
      guard index + 1 < tokens.count, !tokens[index + 1].hasNewlineBefore, !tokens[index + 1].touchesPrevious,
        NewlineRule.linkWords.contains(text(index))
      else { return false }
      if text(index) == "from", !isInNetworkStep(index) { return false }
      switch tokens[index + 1].kind {
      case .name, .quotedName, .number, .percentage, .money, .string, .date, .parameter: return true
      default: return false
      }
    }

    /// `from money | …` is a statement of another language, unless a step before it takes a `from`.
    private func isInNetworkStep(_ index: Int) -> Bool {
      tokens[max(statementStart, index - 32)..<index].contains { token in
        token.kind == .name && token.span.count <= 10 && ["reach", "paths"].contains(source.string(token.span))
      }
    }

    /// `let x`, `load "…"` at the left margin.
    private func startsDeclaration(_ index: Int) -> Bool {
      let token = tokens[index]
      guard token.kind == .name, index + 1 < tokens.count, NewlineRule.declarationWords.contains(text(index)) else {
        return false
      }
      let next = tokens[index + 1]
      guard next.kind == .name || next.kind == .string, !next.hasNewlineBefore, !next.touchesPrevious else {
        return false
      }
      return isAtMargin(index)
    }

    private func isAtMargin(_ index: Int) -> Bool {
      let lower = tokens[index].span.lower
      return lower == 0 || source.bytes[lower - 1] == Byte.newline
    }
  }

  /// Soft words that link what stands before them to what follows.
  static let linkWords: Set<String> = [
    "as", "on", "with", "along", "to", "from", "within", "for", "into", "seed", "of", "rows",
  ]

  private static let declarationWords: Set<String> = [
    "let", "param", "fn", "load", "use", "rule", "dict", "assert", "explain",
  ]
}
