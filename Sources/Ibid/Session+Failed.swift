import IbidPlan
import IbidSemantics
import IbidSource

// What goes on behind a statement that failed, where a program is to be run to its end.

/// Which results of the program that runs are not there although its text goes on from them.
struct FailedResults {
  /// The last query failed, so that the result of an older one is no answer to `why` and `open`.
  private var isLastResult = false
  /// The last query that was to give a table failed, so that an older table is not what `keep` means.
  private var isLastTable = false
  /// Names that a `keep` was to make tables of, and could not.
  private var unmadeTables: Set<String> = []

  mutating func note(_ statement: CheckedStatement, hasFailed: Bool) {
    switch statement {
    case .query(_, let isScalar):
      isLastResult = hasFailed
      if !isScalar { isLastTable = hasFailed }
    case .keep(let name):
      if hasFailed { unmadeTables.insert(name) } else { unmadeTables.remove(name) }
    default: break
    }
  }

  /// Why a statement cannot be run, as it asks about something that is not there; nil if it can. `hasOlder`: there is a result
  /// that it must not take instead.
  func refusal(of statement: Script.Statement, hasOlder: Bool) -> Diagnostic? {
    let isLost = hasOlder && (isLastResult || statement.followsMistake)
    switch statement.checked {
    case .query(let plan, _), .explain(let plan, analyze: true): return refusal(of: [plan], at: statement.span)
    case .assert(let plan, let rows, _): return refusal(of: [plan] + (rows.map { [$0] } ?? []), at: statement.span)
    case .keep: return isLastTable ? refusal(to: "keep", at: statement.span) : nil
    case .why(_, _, let span), .whyNot(_, let span): return isLost ? refusal(to: "ask about", at: span) : nil
    case .open(_, let span): return isLost ? refusal(to: "open", at: span) : nil
    default: return nil
    }
  }

  private func refusal(to act: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "no-last-result", "the query before failed, so there is no result to \(act)", at: span,
      try: [.init("mend that query first")])
  }

  private func refusal(of plans: [Plan], at span: ByteSpan) -> Diagnostic? {
    if unmadeTables.isEmpty { return nil }
    let read = plans.reduce(into: Set<String>()) { $0.formUnion($1.allTables) }
    return read.intersection(unmadeTables).min().map { name in
      Diagnostic(
        "unknown-table", "there is no table `\(name)`: the statement that would have made it failed", at: span,
        try: [.init("mend that statement first")])
    }
  }
}
