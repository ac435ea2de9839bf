package import IbidSource

/// Why a run ended without a result.
package enum EngineError: Error, Sendable {
  /// A mistake that only the data could show: an overflow, a column too large.
  case failed(Diagnostic)
  /// The user or the caller asked to stop.
  case cancelled

  var isCancelled: Bool { if case .cancelled = self { true } else { false } }
}

extension Diagnostic {
  static func overflow(_ what: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "overflow", "\(what) is too large to be held exactly", at: span, label: "grew too large here",
      why: "whole numbers have 64 bits, amounts 128; a wrong number would be worse than none",
      try: [Suggestion("float(x), which rounds instead")])
  }

  static func tooMuchMemory(_ limit: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "memory-limit", "this query needs more memory than the \(limit.formattedBytes) that it may have", at: span,
      label: "reached the limit here", why: "`--memory-limit` ends a query before the machine runs out",
      try: [Suggestion("`where` or `select` first, so that less is held"), Suggestion("a higher limit")])
  }

  static func tooManyColumns(_ count: Int, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "too-many-columns", "this pivot would make \(count) columns, and \(Executor.maximalFoundColumns) is the limit",
      at: span, label: "so many different values", why: "a table with more columns is read by nobody",
      try: [
        Suggestion("`in [ … ]` with the values that matter"), Suggestion("a coarser column: year(…) instead of a date"),
        Suggestion("`summarize … by` both columns, one below the other"),
      ])
  }

  static func fillWithoutEnd(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "fill-without-end", "this range does not say where to begin and where to stop", at: span,
      label: "no first and last value", why: "every bucket of the range gets a row",
      try: [Suggestion("a range with both ends: @2024-01..@2024-12, 1..10")])
  }

  static func tooManyBuckets(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "too-many-buckets", "this range has more than a million buckets", at: span, label: "too long for so fine a grain",
      why: "every bucket gets a row, and those of a date are as fine as the column's first value: days, months, years",
      try: [Suggestion("a shorter range"), Suggestion("a coarser column first: derive m = month(…)")])
  }

  static func tooManyRows(at span: ByteSpan) -> Diagnostic {
    tooManyRows(
      at: span, why: "both sides have many rows with the same key",
      fix: "more conditions in `on`, or `distinct` on one side first")
  }

  static func tooManyConflicts(at span: ByteSpan) -> Diagnostic {
    tooManyRows(
      at: span, why: "many rows have the same key and different values", fix: "more keys behind `by`, or `where` first")
  }

  static func tooManyRows(at span: ByteSpan, why reason: String, fix: String) -> Diagnostic {
    Diagnostic(
      "too-many-rows", "this step would make more than two thousand million rows", at: span, label: "too many rows",
      why: reason, try: [Suggestion(fix)])
  }

  static func tooLong(_ what: String, by function: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "too-long", "\(what) that `\(function)` would make here is too long", at: span, label: "too long",
      why:
        "a text that a function repeats or fills up has a million bytes at most, a column of them 256 million, and ranges ten million numbers",
      try: [Suggestion("smaller numbers")])
  }
}

extension Int {
  /// In the largest unit that leaves a whole number of it, or one digit behind the point: 2 GB, 1.5 MB.
  fileprivate var formattedBytes: String {
    for (unit, size) in [("GB", 1_000_000_000), ("MB", 1_000_000), ("kB", 1000)] where self >= size {
      let tenths = self / (size / 10)
      return tenths % 10 == 0 ? "\(tenths / 10) \(unit)" : "\(tenths / 10).\(tenths % 10) \(unit)"
    }
    return "\(self) bytes"
  }
}
