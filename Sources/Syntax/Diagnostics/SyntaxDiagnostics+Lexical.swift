import IbidSource

/// Words, numbers and dates.
extension SyntaxDiagnostic {
  // MARK: Text

  static func unclosedString(at span: ByteSpan, end: Int) -> Diagnostic {
    error(
      .unclosedString, "this text is never closed", at: span, label: "it starts here",
      try: [Diagnostic.Suggestion("a `\"` where it ends", edit: .init(ByteSpan(end, end), "\""))])
  }

  static func unclosedName(at span: ByteSpan, end: Int) -> Diagnostic {
    error(
      .unclosedName, "this name is never closed", at: span, label: "it starts here",
      why: "a name in backticks ends on its line",
      try: [Diagnostic.Suggestion("a backtick where it ends", edit: .init(ByteSpan(end, end), "`"))])
  }

  static func emptyName(at span: ByteSpan) -> Diagnostic {
    error(.emptyName, "there is no name between these backticks", at: span)
  }

  static func unknownEscape(_ written: String, at span: ByteSpan) -> Diagnostic {
    error(
      .unknownEscape, "`\(written)` means nothing in a text", at: span,
      why: "a backslash starts one of \\\" \\\\ \\n \\r \\t \\0 \\u{…}",
      try: [Diagnostic.Suggestion("`\\\\` for a backslash", edit: .init(ByteSpan(span.lower, span.lower), "\\"))])
  }

  static func noScalar(_ written: String, at span: ByteSpan) -> Diagnostic {
    error(
      .unknownEscape, "`\(written)` is no character", at: span,
      why: "a character is written as \\u{…} with its number in Unicode, from 0 to 10FFFF and none of D800 to DFFF",
      try: [advise("\\u{20AC}, which is €")])
  }

  static func invalidUTF8(at span: ByteSpan) -> Diagnostic {
    error(
      .invalidUTF8, "these bytes are not UTF-8", at: span,
      why: "a script is UTF-8 text; this may come from another encoding, or not be text at all")
  }

  static func unknownCharacter(_ scalar: Unicode.Scalar, at span: ByteSpan) -> Diagnostic {
    let code = String(scalar.value, radix: 16, uppercase: true)
    let padded = String(repeating: "0", count: max(0, 4 - code.count)) + code
    let isShown = scalar.value >= 0x20 && scalar.properties.generalCategory != .format && scalar.value != 0x7F
    let shown = isShown ? "`\(scalar)` (U+\(padded))" : "the invisible character U+\(padded)"
    return error(
      .unknownCharacter, "\(shown) means nothing here", at: span,
      why: "outside of texts and comments there are only names, values and operators")
  }

  static func lookAlike(_ written: String, ours: String, at span: ByteSpan) -> Diagnostic {
    error(.lookAlike, "`\(written)` is written `\(ours)`", at: span, try: [write(ours, at: span)])
  }

  static func foreignQuotes(_ content: String, at span: ByteSpan) -> Diagnostic {
    let escaped = content.flatMap { $0 == "\"" ? "\\\"" : String($0) }
    return error(
      .foreignQuotes, "texts stand in straight double quotes", at: span, label: "other quotes",
      try: [write("\"" + String(escaped) + "\"", at: span)])
  }

  static func foreignComment(at span: ByteSpan, mark: String) -> Diagnostic {
    error(
      .foreignComment, "comments start with `#`", at: span, label: "`\(mark)` starts no comment",
      try: [write("#", at: span)])
  }

  // MARK: Numbers

  static func digitGroups(_ written: String, at span: ByteSpan) -> Diagnostic {
    let ours = written.split(separator: ",").joined(separator: "_")
    let values = written.split(separator: ",").joined(separator: ", ")
    return error(
      .digitGroups, "a comma cannot group digits", at: span, label: "one number, or several?",
      why: "a comma stands between values",
      try: [write(ours, at: span), advise("\(values) with blanks, if these are several values")])
  }

  static func exponent(_ written: String, at span: ByteSpan) -> Diagnostic {
    error(
      .numberForm, "numbers have no exponent", at: span, why: "values are exact decimals, written as people write them",
      try: [advise("the digits, or a scale: 5_000, 1.5 million")])
  }

  static func leadingDot(_ written: String, at span: ByteSpan) -> Diagnostic {
    error(.numberForm, "a number starts with a digit", at: span, try: [write("0" + written, at: span)])
  }

  static func bareScale(_ written: String, at span: ByteSpan, scale: Scale) -> Diagnostic {
    error(
      .bareScale, "`\(written)` after a number is no scale", at: span,
      why: "k, m, bn and tn touch amounts with a currency sign only (£10m); a bare 10m would be metres",
      try: [Diagnostic.Suggestion("… \(scale.rawValue)", edit: .init(span, " " + scale.rawValue))])
  }

  // MARK: Money

  static func loneCurrency(_ symbol: String, at span: ByteSpan) -> Diagnostic {
    error(
      .loneCurrency, "`\(symbol)` needs a number", at: span,
      why: "an amount is a sign and a number that touch; a currency alone is a text",
      try: [advise("\(symbol)10m, or amount.currency == \"GBP\"")])
  }

  static func moneyBlank(_ symbol: String, at span: ByteSpan) -> Diagnostic {
    error(
      .loneCurrency, "`\(symbol)` touches its number", at: span,
      try: [Diagnostic.Suggestion("\(symbol)…, without the blank", edit: .init(span, symbol))])
  }

  static func moneySuffix(_ written: String, at span: ByteSpan) -> Diagnostic {
    let meant = MoneySuffix.meant(by: written)?.rawValue
    return error(
      .moneySuffix, "`\(written)` is no suffix of an amount", at: span,
      why: "the suffixes are k, m, bn and tn, in small letters",
      try: meant.map { [write($0, at: span)] } ?? [])
  }

  static func moneyOrder(_ amount: String, code: String, at span: ByteSpan) -> Diagnostic {
    error(
      .moneyOrder, "a currency code stands before its number", at: span, label: "read as an amount of \(code)",
      try: [write("\(code) \(amount)", at: span)])
  }

  static func loneDollar(at span: ByteSpan) -> Diagnostic {
    error(
      .loneDollar, "`$` needs a name or a number", at: span, why: "$since is a parameter, $5m an amount in dollars")
  }

  // MARK: Dates

  static func badDate(_ written: String, problem: String?, at span: ByteSpan) -> Diagnostic {
    if let problem { return error(.badDate, "there is no date `\(written)`", at: span, why: problem) }
    let repaired = DateLiteral.repaired(written)
    return error(
      .badDate, written == "@" ? "`@` needs a date" : "`\(written)` is not how dates are written", at: span,
      why: "dates and periods are written @2024-03-05, @2024-03, @2024, @2024-Q1, @2024-W10, @1990s, @2024-03-05T10:30",
      try: repaired.map { [write($0, at: span)] } ?? [])
  }

  static func bareDate(_ written: String, at span: ByteSpan) -> Diagnostic {
    error(
      .bareDate, "a date starts with `@`", at: span, why: "without it this is a subtraction",
      try: [write("@" + written, at: span)])
  }

  static func wordedDate(_ date: String, at span: ByteSpan) -> Diagnostic {
    error(
      .bareDate, "a date starts with `@`, the year first", at: span, label: "read as a date",
      try: [write("@" + date, at: span)])
  }

  // MARK: Regular expressions

  static func unclosedRegex(at span: ByteSpan) -> Diagnostic {
    error(
      .unclosedRegex, "this regular expression is never closed", at: span, label: "it starts here",
      why: "it ends with a `/` on its line; a `/` inside is written `\\/`")
  }

  static func regexFlag(_ written: String, at span: ByteSpan) -> Diagnostic {
    error(
      .regexFlag, "regular expressions have no flag `\(written)`", at: span, why: "the only flag is `i`, for any case")
  }

  static func regexPlace(at span: ByteSpan) -> Diagnostic {
    error(
      .regexPlace, "a regular expression cannot stand here", at: span,
      why: "it stands after `matches` or as an argument of a call", try: [advise("title matches /…/")])
  }

  static func expectedRegex(found: String, at span: ByteSpan, pattern: String?, whole: ByteSpan)
    -> Diagnostic
  {
    let written = pattern.map { pattern in
      "/" + String(pattern.flatMap { $0 == "/" ? "\\/" : String($0) }) + "/"
    }
    return error(
      .expectedRegex, "expected a regular expression after `matches`, found \(found)", at: span,
      why: "it is written /…/, so that it can be checked before the query runs",
      try: written.map { [write($0, at: whole)] } ?? [advise("matches /…/")])
  }

  static func textTooLong(at span: ByteSpan) -> Diagnostic {
    error(.textTooLong, "this text is too long", at: span, why: "a script has at most \(Limits.textBytes >> 20) MB")
  }
}
