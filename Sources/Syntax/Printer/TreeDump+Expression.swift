extension TreeDump {
  package static func expression(_ expression: Expression) -> String {
    switch expression.kind {
    case .literal(let literal): self.literal(literal)
    case .name(let name): self.name(name)
    case .parameter(let name): "$" + name.text
    case .member(let value, let name): group(".", [self.expression(value), self.name(name)])
    case .call(let call): self.call(call)
    case .index(let value, let key): group("index", [self.expression(value), self.expression(key)])
    case .negate(let value): group("neg", [self.expression(value)])
    case .not(let value): group("not", [self.expression(value)])
    case .binary(let name, _, let left, let right):
      group(
        name.rawValue.split(separator: " ").joined(separator: "-"), [self.expression(left), self.expression(right)])
    case .test(let value, let test, _): group("is-\(test.rawValue)", [self.expression(value)])
    case .matches(let value, let regex, let isNegated):
      group(isNegated ? "not-matches" : "matches", [self.expression(value), Printer.regex(regex)])
    case .conditional(let condition, let then, let otherwise):
      group("if", [self.expression(condition), self.expression(then), self.expression(otherwise)])
    case .list(let elements): group("list", elements.map(self.expression))
    case .record(let labels): group("record", labels.map { group(":", [name($0.name), self.expression($0.value)]) })
    case .pipeline(let pipeline): self.pipeline(pipeline)
    case .regex(let regex): Printer.regex(regex)
    case .withCopies(let name): group("with-copies", [self.name(name)])
    case .missing: "<missing>"
    }
  }

  private static func call(_ call: Call) -> String {
    var parts = [name(call.name)]
    if let receiver = call.receiver { parts.append(group("on", [expression(receiver)])) }
    parts += call.arguments.map { argument in
      argument.label.map { group(":", [name($0), expression(argument.value)]) } ?? expression(argument.value)
    }
    if let filter = call.filter { parts.append(group("where", [expression(filter)])) }
    if !call.per.isEmpty { parts.append(group("per", call.per.map(expression))) }
    if !call.sort.isEmpty {
      parts.append(
        group("sort", call.sort.map { $0.isDescending ? group("desc", [expression($0.value)]) : expression($0.value) }))
    }
    if let rows = call.rows { parts.append("(rows \(rows.value))") }
    return group("call", parts)
  }

  private static func literal(_ literal: Literal) -> String {
    switch literal {
    case .number(let digits, let scale): scale.map { "(number \(digits) \($0.rawValue))" } ?? digits
    case .quantity(let digits, let scale, let unit): group("quantity", [digits, scale?.rawValue ?? "", name(unit)])
    case .money(let digits, let scale, let currency): group("money", [currency, digits, scale?.rawValue ?? ""])
    case .date(let text): "@" + text
    case .string(let text): quoted(text)
    case .bool(let value): value ? "true" : "false"
    case .none: "none"
    }
  }
}
