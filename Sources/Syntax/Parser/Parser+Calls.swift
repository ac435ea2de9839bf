import IbidSource

extension Parser {
  /// call = NAME "(" [argument {"," argument}] ["where" expression] ["per" expressions] ["sort" keys ["rows" INTEGER]] ")" ;
  mutating func call(_ name: Name, receiver: Expression?, receiverHeight: Int) -> Expression {
    let opener = position
    advance()
    let (call, innerHeight) = measuring { $0.callBody(name, receiver: receiver) }
    close(.rightParenthesis, opened: opener)
    let lower = receiver?.span.lower ?? name.span.lower
    return node(
      .call(call), at: ByteSpan(lower, span(from: opener).upper), over: max(innerHeight, receiverHeight))
  }

  private mutating func callBody(_ name: Name, receiver: Expression?) -> Call {
    var call = Call(receiver: receiver, name: name, arguments: [])
    if at(.star), kind(ahead: 1) == .rightParenthesis {
      report(SyntaxDiagnostic.countStar(name.text, at: here))
      advance()
    }
    if name.text.lowercased() == "count", at(caseless: "distinct"), kind(ahead: 1).startsOperand,
      !tokens[position + 1].touchesPrevious
    {
      // SQL's `count(distinct x)`
      let place = ByteSpan(name.span.lower, tokens[position + 1].span.lower)
      report(SyntaxDiagnostic.countDistinct(at: here, edit: .init(place, "count_distinct(")))
      call.name = Name("count_distinct", at: name.span)
      advance()
    }
    if !isAtClause, !at(.rightParenthesis) { arguments(into: &call) }
    if at(.pipe), call.receiver == nil, call.arguments.count == 1, !isRecovering { pipelineArgument(into: &call) }
    clauses(into: &call)
    if !isRecovering, at(word: "rows"), kind(ahead: 1) == .number {
      report(SyntaxDiagnostic.rowsWithoutSort(at: here))
      call.sort = [SortKey(Expression(.missing, at: here), isDescending: false, span: here)]
      advance()
      call.rows = integer("a number of rows")
    }
    return call
  }

  /// In the order `where`, `per`, `sort`; any other is one mistake, mended by the clauses in their order.
  private mutating func clauses(into call: inout Call) {
    var found: [(rank: Int, span: ByteSpan)] = []
    var misplaced: (word: String, span: ByteSpan)?
    while !isRecovering, let rank = clauseRank {
      if misplaced == nil, rank <= found.last?.rank ?? 0 { misplaced = (text(position), here) }
      let start = here
      clause(rank, into: &call)
      found.append((rank, start.joined(with: tokens[position - 1].span)))
    }
    guard let misplaced, let first = found.first, let last = found.last else { return }
    let isOnceEach = Set(found.map(\.rank)).count == found.count
    let inOrder = found.sorted { $0.rank < $1.rank }.map { source.string($0.span) }.joined(separator: " ")
    let way =
      isRecovering || !isOnceEach
      ? SyntaxDiagnostic.advise("\(call.name.text)(… where … and … per …, … sort …)")
      : SyntaxDiagnostic.write(inOrder, at: first.span.joined(with: last.span))
    report(SyntaxDiagnostic.clauseOrder(misplaced.word, at: misplaced.span, try: way))
  }

  private mutating func arguments(into call: inout Call) {
    while true {
      call.arguments.append(argument())
      if !isRecovering, at(.comma) { missingRemoval() }
      guard !isRecovering, at(.comma) else { return }
      let comma = here
      advance()
      if at(.rightParenthesis) {
        return report(SyntaxDiagnostic.trailingComma(at: comma))
      }
      if isAtClause, at(.where) || at(.per) || kind(ahead: 1).startsOperand {
        return report(SyntaxDiagnostic.clauseComma(text(position), at: comma))
      }
    }
  }

  /// argument = expression | label | REGEX ;
  private mutating func argument() -> Call.Argument {
    if at(.regex) {
      let span = here
      let regex = regexLiteral()
      return Call.Argument(label: nil, value: node(.regex(regex), at: span))
    }
    if at(.by), kind(ahead: 1) == .assign, kind(ahead: 2).startsOperand {
      // pandas' `sort_values(by="words")`
      let label = Name("by", at: here)
      advance()
      report(SyntaxDiagnostic.singleEquals(at: here))
      return Call.Argument(
        label: nil, value: binary(.equal, node(.name(label), at: label.span)) { $0.coalesce() })
    }
    if kind.isName, kind(ahead: 1) == .colon {
      let label = name("a name")
      advance()
      return Call.Argument(label: label, value: expression())
    }
    if at(word: "distinct"), kind(ahead: 1).startsOperand, !tokens[position + 1].touchesPrevious {
      report(SyntaxDiagnostic.countDistinct(at: here, edit: nil))
      advance()
    }
    return Call.Argument(label: nil, value: expression())
  }

  private var isAtClause: Bool { clauseRank != nil }

  /// Place of the clause in the order `where`, `per`, `sort`; nil at anything else.
  private var clauseRank: Int? {
    switch kind {
    case .where: 1
    case .per: 2
    case .name where text(position) == "sort":
      // A column `sort` needs backticks first in a call.
      tokens[position - 1].kind == .comma && !kind(ahead: 1).startsOperand ? nil : 3
    default: nil
    }
  }

  private mutating func clause(_ rank: Int, into call: inout Call) {
    advance()
    switch rank {
    case 1: call.filter = expression()
    case 2: call.per = expressions()
    default:
      call.sort = keys()
      if !isRecovering, take(word: "rows") { call.rows = integer("a number of rows") }
    }
  }
}
