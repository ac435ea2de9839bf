import IbidPlan
import IbidSource
import IbidTypes

// Wording of the checker's messages about `+`, `-`, `*` and `/` between values that have no such operation.

extension Diagnostic {
  static func cannotCompute(
    _ operation: Arithmetic, _ opSpan: ByteSpan, _ a: PlanExpression, _ b: PlanExpression, _ aWords: String,
    _ bWords: String
  ) -> Diagnostic {
    func because(_ reason: String, _ ways: [Suggestion]) -> Diagnostic {
      Diagnostic(
        "cannot-compute",
        "`\(operation.rawValue)` does not work on \(article(a.type.required)) and \(article(b.type.required))",
        at: opSpan, labels: [typed(a), typed(b)], why: reason, try: ways)
    }
    let isTime = [a, b].allSatisfy { $0.type.base == .period || $0.type.base == .date }
    if operation == .subtract, isTime {
      return because(
        "a stretch of time has `..` between its ends", [Suggestion("\(aWords)..\(bWords)", edit: Edit(opSpan, ".."))])
    }
    if operation == .multiply, isBounds(a) || isBounds(b), a.type.base.isMeasure, b.type.base.isMeasure {
      return because(
        "measures are multiplied by plain numbers, and bounds have two of them",
        [Suggestion("`.low` and `.high` of each side, which are numbers")])
    }
    for (value, words, other) in [(a, aWords, b), (b, bWords, a)] {
      if let (fix, reason) = asOperand(value, words, of: operation, with: other, isRight: value == b) {
        return because(reason, [Suggestion(fix, edit: Edit(value.span, fix))])
      }
    }
    if operation == .add && (a.type.base.isTextual || b.type.base.isTextual) {
      return because("`+` joins two texts", [Suggestion("text(x), to make text of it")])
    }
    return because(
      "there is no such operation",
      [
        Suggestion(
          "numbers, or amounts, quantities or durations of one kind; a date and a duration; a measure times a number")
      ])
  }

  /// A side as the other one needs it: an amount beside money, a plain number instead of a percentage, text beside text.
  private static func asOperand(
    _ value: PlanExpression, _ words: String, of operation: Arithmetic, with other: PlanExpression, isRight: Bool
  ) -> (fix: String, reason: String)? {
    let isSum = operation == .add || operation == .subtract
    var isLiteral = false
    if case .constant = value.kind { isLiteral = true }
    switch (value.type.base, other.type.base) {
    case (.int, .money(let currency?)) where isSum, (.float, .money(let currency?)) where isSum:
      let amount = isLiteral ? "\(currency) \(words)" : "money(\(words), \"\(currency)\")"
      return (amount, "a number has no currency")
    case (.int, .quantity(let unit?)) where isSum, (.float, .quantity(let unit?)) where isSum:
      if isLiteral, unit == "percent" { return (words + "%", "a number alone does not say of what") }
      let isWord = unit.utf8.allSatisfy { $0 >= 0x61 && $0 <= 0x7A }
      let quantity = isLiteral && isWord ? "\(words) \(unit)" : "quantity(\(words), \"\(unit)\")"
      return (quantity, "a number alone does not say of what")
    case (.int, .date) where isSum && isRight, (.int, .duration) where isSum && isLiteral:
      return isLiteral
        ? (words == "1" ? "1 day" : words + " days", "a number alone does not say of which stretch of time")
        : ("duration(\(words), \"days\")", "a number alone does not say of which stretch of time")
    case (.period, .duration) where isSum && !isRight:
      return ("start(\(words))", "a day is moved by a duration, and a period is a stretch of days")
    case (.quantity("percent"), _) where operation == .multiply && other.type.base.isMeasure:
      let reason = "a part of an amount is taken with a plain number"
      if isLiteral, words.hasSuffix("%"), let number = hundredth(words.dropLast()) { return (number, reason) }
      return ("convert(\(words), \"fraction\").number", reason)
    case (.quantity, _) where operation == .multiply && other.type.base.isMeasure,
      (.money, .money) where operation == .multiply && isRight:
      return (postfixed(words) + ".number", "a measure is multiplied by a plain number")
    case (.quantity, .money) where operation == .divide && isRight,
      (.quantity, .duration) where operation == .divide && isRight,
      (.duration, .money) where operation == .divide && isRight,
      (.duration, .quantity) where operation == .divide && isRight:
      return (postfixed(words) + ".number", "a measure is divided by one of its own kind or by a plain number")
    case (.int, .text) where operation == .add, (.float, .text) where operation == .add,
      (.word, .text) where operation == .add, (.date, .text) where operation == .add:
      return ("text(\(words))", "`+` joins two texts")
    default: return nil
    }
  }

  /// Whether a value is written out as a range or with bounds.
  private static func isBounds(_ value: PlanExpression) -> Bool {
    switch value.kind {
    case .range, .call(.above, _), .call(.atLeast, _), .call(.below, _), .call(.upTo, _): true
    default: false
    }
  }

  /// Words that a dot may follow: `amount`, `f(x)` and `(a + b)` as they are, all else in brackets.
  static func postfixed(_ words: String) -> String {
    var depth = 0
    var isWhole = !words.isEmpty
    for (index, byte) in words.utf8.enumerated() {
      switch byte {
      case UInt8(ascii: "("), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: ")"), UInt8(ascii: "]"):
        depth -= 1
        if depth == 0, index < words.utf8.count - 1, words.utf8.first == UInt8(ascii: "(") { isWhole = false }
      default:
        let isOfName =
          byte >= 0x80 || byte >= 0x61 && byte <= 0x7A || byte >= 0x41 && byte <= 0x5A || byte >= 0x30 && byte <= 0x39
          || byte == UInt8(ascii: "_") || byte == UInt8(ascii: ".") || byte == UInt8(ascii: "$")
        if depth == 0, !isOfName { isWhole = false }
      }
    }
    // A number takes a dot for its own, a sign of a currency is no letter of a name.
    if let first = words.unicodeScalars.first,
      !(first == "(" || first == "_" || first == "$" || first.isASCII && first.properties.isAlphabetic)
    {
      isWhole = false
    }
    if words.hasPrefix("$"), words.dropFirst().first?.isNumber ?? false { isWhole = false }
    return isWhole && depth == 0 ? words : "(\(words))"
  }

  /// `50` as `0.5`
  static func hundredth(_ digits: Substring) -> String? {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, parts.count <= 2, digits.allSatisfy({ $0.isNumber || $0 == "." }) else { return nil }
    let padded = String(repeating: "0", count: max(0, 3 - whole.count)) + whole
    var fraction = String(padded.suffix(2)) + (parts.count == 2 ? parts[1] : "")
    while fraction.hasSuffix("0") { fraction.removeLast() }
    return padded.dropLast(2) + (fraction.isEmpty ? "" : "." + fraction)
  }
}
