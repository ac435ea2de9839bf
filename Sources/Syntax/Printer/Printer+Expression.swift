extension Printer {
  /// How tight an expression binds, as in the precedence table of `grammar/README.md`.
  private enum Level: Int, Comparable {
    case conditional, or, and, not, compare, coalesce, range, sum, product, unary, postfix
    static func < (left: Level, right: Level) -> Bool { left.rawValue < right.rawValue }
  }

  package static func expression(_ expression: Expression) -> String { print(expression, .conditional) }

  /// An operand of `.`, `[`, `union` or `join`.
  static func postfix(_ expression: Expression) -> String { print(expression, .postfix) }

  /// In brackets if it binds looser than its place asks for.
  private static func print(_ expression: Expression, _ place: Level) -> String {
    let text = bare(expression)
    return level(expression) < place ? "(" + text + ")" : text
  }

  private static func level(_ expression: Expression) -> Level {
    switch expression.kind {
    case .conditional: .conditional
    case .not: .not
    case .test, .matches: .compare
    case .negate: .unary
    case .binary(let name, _, _, _): operatorLevel(name)
    default: .postfix
    }
  }

  private static func operatorLevel(_ name: BinaryOperator) -> Level {
    switch name {
    case .multiply, .divide: .product
    case .add, .subtract: .sum
    case .range: .range
    case .coalesce: .coalesce
    case .and: .and
    case .or: .or
    default: .compare
    }
  }

  private static func bare(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): self.literal(literal)
    case .name(let name): self.name(name)
    case .parameter(let name): "$" + name.text
    case .member(let value, let name): postfix(value) + "." + member(name.text)
    case .call(let call): self.call(call)
    case .index(let value, let key): postfix(value) + "[" + self.expression(key) + "]"
    case .negate(let value): "-" + print(value, .postfix)
    case .not(let value): "not " + print(value, .not)
    case .binary(let name, _, let left, let right): binary(name, left, right)
    case .test(let value, let test, _): print(value, .coalesce) + " is " + test.rawValue
    case .matches(let value, let regex, let isNegated):
      print(value, .coalesce) + (isNegated ? " not matches " : " matches ") + self.regex(regex)
    case .conditional(let condition, let then, let otherwise):
      "if \(self.expression(condition)) then \(self.expression(then)) else \(self.expression(otherwise))"
    case .list(let elements): "[" + commas(elements, self.expression) + "]"
    case .record(let labels): "{" + commas(labels, label) + "}"
    case .pipeline(let pipeline): "(" + self.pipeline(pipeline, indent: nil) + ")"
    case .regex(let regex): self.regex(regex)
    case .withCopies(let name): self.name(name) + " with copies"
    case .missing: ""
    }
  }

  private static func binary(_ name: BinaryOperator, _ left: Expression, _ right: Expression) -> String {
    let level = operatorLevel(name)
    switch name {
    case .range: return print(left, .sum) + ".." + print(right, .sum)
    case .coalesce: return print(left, .range) + " ?? " + print(right, .coalesce)
    default:
      let tighter = Level(rawValue: level.rawValue + 1) ?? .postfix
      // Comparisons do not chain: neither side may be one. All others lean to the left.
      let first = level == .compare ? tighter : level
      return print(left, first) + " " + name.rawValue + " " + print(right, tighter)
    }
  }

  private static func call(_ call: Call) -> String {
    var parts = [commas(call.arguments) { ($0.label.map { name($0) + ": " } ?? "") + expression($0.value) }]
    if let filter = call.filter { parts.append("where " + expression(filter)) }
    if !call.per.isEmpty { parts.append("per " + commas(call.per, expression)) }
    if !call.sort.isEmpty { parts.append("sort " + commas(call.sort, key)) }
    if let rows = call.rows { parts.append("rows \(rows.value)") }
    let inside = parts.filter { !$0.isEmpty }.joined(separator: " ")
    let isWord = call.receiver == nil && ["assert", "explain", "sort"].contains(call.name.text)
    let callee = isWord ? "`\(call.name.text)`" : member(call.name.text)
    return (call.receiver.map { postfix($0) + "." } ?? "") + callee + "(" + inside + ")"
  }

  static func key(_ key: SortKey) -> String { expression(key.value) + (key.isDescending ? " desc" : "") }

  // MARK: Literals

  private static func literal(_ literal: Literal) -> String {
    switch literal {
    case .number(let digits, let scale): grouped(digits) + word(scale)
    case .quantity(let digits, _, let unit) where unit.text == "%": grouped(digits) + "%"
    case .quantity(let digits, let scale, let unit):
      grouped(digits) + word(scale) + " " + (isPlainUnit(unit.text) ? unit.text : "`\(unit.text)`")
    case .money(let digits, let scale, let currency): money(digits, scale, currency)
    case .date(let text): "@" + text
    case .string(let text): quoted(text)
    case .bool(let value): value ? "true" : "false"
    case .none: "none"
    }
  }

  private static func money(_ digits: String, _ scale: Scale?, _ currency: String) -> String {
    if currency.utf8.allSatisfy(Byte.isLetter) { return "\(currency) \(grouped(digits))\(word(scale))" }
    let suffix = MoneySuffix.allCases.first { $0.scale == scale }?.rawValue ?? ""
    return currency + grouped(digits) + suffix
  }

  private static func word(_ scale: Scale?) -> String { scale.map { " " + $0.rawValue } ?? "" }

  /// `24000` as `24_000`; four digits stand alone, as years do.
  private static func grouped(_ digits: String) -> String {
    let parts = digits.split(separator: ".", omittingEmptySubsequences: false)
    guard let whole = parts.first, whole.count > 4 else { return digits }
    var text = ""
    for (index, digit) in whole.enumerated() {
      if index > 0, (whole.count - index) % 3 == 0 { text += "_" }
      text.append(digit)
    }
    return ([text] + parts.dropFirst().map(String.init)).joined(separator: ".")
  }
}
