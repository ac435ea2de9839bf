package import IbidSource

/// Why a run ended without a result.
package enum EngineError: Error, Sendable {
  /// A mistake that only the data could show: an overflow, a column too large.
  case failed(Diagnostic)
  /// The user or the caller asked to stop.
  case cancelled
}

extension Diagnostic {
  static func overflow(_ what: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "overflow", "\(what) is too large to be held exactly", at: span, label: "grew too large here",
      why: "whole numbers have 64 bits, amounts 128; a wrong number would be worse than none",
      try: [Suggestion("float(x), which rounds instead")])
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
}
