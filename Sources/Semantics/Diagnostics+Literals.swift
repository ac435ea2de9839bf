import IbidPlan
import IbidSource
import IbidSyntax
import IbidTypes

// Wording of the checker's messages about values as they are written.

extension Diagnostic {
  static func badDate(_ text: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "bad-date", "`@\(text)` is no date", at: span, label: "no such day or form",
      why:
        "dates are written @2024-03-05, months @2024-03, quarters @2024-Q1, halves @2024-H1, years @2024, decades @1990s, times @2024-03-05T07:30",
      try: [Suggestion("@2024-03-05")])
  }

  static func numberTooLarge(at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "number-too-large", "this number is too large", at: span, label: "does not fit",
      why: "whole numbers have 64 bits, amounts 128",
      try: [Suggestion("a smaller number, or a float from a text: float(\"1e30\")")])
  }
}
