import IbidPlan
import IbidSemantics
import IbidSource

// What goes on behind a statement that failed, where a program is to be run to its end.

extension Session {
  /// `keep`, `why` and `open` ask about the result of the statement before; if that failed, an older one is no answer.
  func refuseFailedResult(_ statement: CheckedStatement, at span: ByteSpan, in source: SourceText) throws(QueryError) {
    let wanted: String
    switch statement {
    case .keep: wanted = "keep"
    case .why, .whyNot: wanted = "ask about"
    case .open: wanted = "open"
    default: return
    }
    let message = Diagnostic(
      "no-last-result", "the query before failed, so there is no result to \(wanted)", at: span,
      try: [.init("mend that query first")])
    throw QueryError([message], in: source)
  }

  /// A table that a `keep` above would have made is missing if that failed.
  func refuseUnmadeTables(of plan: Plan, at span: ByteSpan, in source: SourceText) throws(QueryError) {
    if unmadeTables.isEmpty { return }
    guard let name = plan.allTables.intersection(unmadeTables).min() else { return }
    let message = Diagnostic(
      "unknown-table", "there is no table `\(name)`: the statement that would have made it failed", at: span,
      try: [.init("mend that statement first")])
    throw QueryError([message], in: source)
  }
}
