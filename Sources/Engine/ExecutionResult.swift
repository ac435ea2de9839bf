package import IbidColumns
package import IbidPlan
package import IbidSource
import IbidTypes

/// What a run noticed beside its result, in the order of the plan from the data up.
package enum ExecutionNote: Sendable, Equatable {
  /// Rows that a `where` neither kept nor refused for certain, by cause.
  case possible(Int, causes: [UnknownCause: Int], isMoney: Bool, at: ByteSpan)
  /// An aggregate that skipped missing values: `sum over 12 of 15 rows`.
  case skipped(function: String, used: Int, of: Int, at: ByteSpan)
  /// A sum of values some of which are per something (`£18m a year`) and some of which are not.
  case rates(Int, totals: Int, at: ByteSpan)
  /// Groups whose durations have no common measure, since a month has no fixed number of days.
  case mixedDurations(function: String, groups: Int, at: ByteSpan)
  /// Rows that a `top` left out and a reader might miss: those that tie with the last row kept, those that may belong
  /// instead of it, those whose key is missing or has no place in the order.
  case left(tied: Int, possible: Int, missing: Int, unplaced: Int, at: ByteSpan)
  /// Rows that an `unnest` gave nothing for.
  case withoutElements(Int, at: ByteSpan)
  /// Rows that `conflicts` compared with no other: those without a value, and of the rest those of which a key is missing
  /// or could be equal to another only perhaps.
  case incomparable(withoutValue: Int, withoutKey: Int, at: ByteSpan)
  case network(NetworkNote, at: ByteSpan)
  /// What a `where` that kept nothing asked for and nothing is called, with what is called nearly so.
  case unmatched([NetworkNote.Absent], at: ByteSpan)
  /// Periods of which a `where` that kept nothing asked what is after their end.
  case afterPeriods([String], at: ByteSpan)
}

/// A plan's result: columns in memory, what was noticed, and where rows come from if that was asked for.
package struct ExecutionResult: Sendable {
  /// Visible and hidden columns, as the plan's schema lists them; a `pivot` adds those that it found in the data.
  package let table: Table
  package let notes: [ExecutionNote]
  /// Only of traced runs.
  package let lineage: Lineage?
  /// Names of the tables that the lineage's indices mean; the words of a remark for entries that are one.
  package let lineageTables: [String]
  /// For indices that mean tables as they were when a result was kept: the tables of that time.
  package let lineageSnapshots: [Int32: Snapshot]
  /// The plan that ran in place of the one that was asked for.
  package let plan: Plan
  /// Only of measured runs.
  package let times: OperatorTimes?
}
