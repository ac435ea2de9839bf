import IbidPlan
import IbidTypes

/// The texts of values and conditions.
extension RandomQuery {
  mutating func condition(over fields: [Field], depth: Int) -> String {
    if depth > 0, random.oneIn(2) {
      let (a, b) = (condition(over: fields, depth: depth - 1), condition(over: fields, depth: depth - 1))
      return random.pick([
        "\(a) and \(b)", "\(a) and \(b)", "(\(a)) or (\(b))", "not (\(a))", "possibly(\(a))", "(\(a)) is none",
      ])
    }
    let field = random.pick(fields)
    switch (random.below(6), field.type.base) {
    case (0, _): return "\(field.name) is \(random.pick(["known", "none", "known"]))"
    case (1, .money): return "\(field.name).currency == \"GBP\""
    case (1, .quantity): return "\(field.name).unit == \"km\""
    case (1, .text), (1, .word):
      return "\(field.name) \(random.pick(["has", "contains"])) \"\(random.pick(["boats", "a", "Dover"]))\""
    case (1, .date): return "\(field.name) in \(random.literal(.period))"
    case (1, .list(let element)): return "\(field.name) has \(random.literal(element.base))"
    case (1, .reference): return "\(field.name) has \"Dover\""
    case (2, .money), (2, .quantity): return "\(field.name) in \(random.literal(field.type.base))"
    case (2, .int): return "\(field.name) >= $least"
    case (2, .date): return "\(field.name) \(random.pick(["<", ">="])) $since"
    case (3, let type) where type.hasOrder: return "\(field.name) in [\(random.literal(type)), \(random.literal(type))]"
    case (4, .money): return "\(field.name) == \(field.name) and fits(\(field.name), $cap)"
    default: return random.comparison(over: fields)
    }
  }

  mutating func value(over fields: [Field], depth: Int) -> String {
    let field = random.pick(fields)
    guard depth > 0 else { return field.name }
    let same = fields.filter { $0.type.base == field.type.base }
    switch random.below(12) {
    case 0: return condition(over: fields, depth: 1)
    case 1: return "\(field.name) ?? \(random.oneIn(2) ? random.literal(field.type.base) : random.pick(same).name)"
    case 2: return "if \(condition(over: fields, depth: 1)) then \(field.name) else \(random.pick(same).name)"
    case 3, 4: return arithmetic(field, same)
    case 5: return part(of: field)
    case 6, 7: return random.call(random.pick(random.oneIn(2) ? goals.functions : Goals.functions), over: fields)
    case 8, 9: return window(over: fields)
    case 10:
      return random.pick([
        "twice(whole)", "a.count()", "mean", "a.sum(pounds)", "a.max(whole where flag)", "other.name", "others.name",
        "b.count()", "(a | where whole > 0).count()", "tags.count()", "counts.max()", "twice(ratio)",
      ])
    default: return field.name
    }
  }

  private mutating func arithmetic(_ field: Field, _ same: [Field]) -> String {
    switch field.type.base {
    case .date: return "\(field.name) \(random.pick(["+ 2 days", "- 1 month", "- \(random.pick(same).name)"]))"
    case .text: return "\(field.name) + \"!\""
    case .money, .quantity, .duration:
      return
        "\(field.name) \(random.pick(["* 2", "/ 4", "+ \(random.pick(same).name)", "/ \(random.pick(same).name)", "- \(random.literal(field.type.base))"]))"
    default:
      return
        "\(field.name) \(random.pick(["+", "-", "*", "/"])) \(random.oneIn(2) ? random.pick(same).name : random.literal(field.type.base))"
    }
  }

  private mutating func part(of field: Field) -> String {
    let parts: [String] =
      switch field.type.base {
      case .money: ["number", "low", "currency", "text"]
      case .quantity: ["number", "high", "unit", "worded"]
      case .date, .period: ["grain", "low", "partial", "text"]
      case .source: ["file", "line"]
      case .reference: ["name", "price", "day", "aliases", "amount"]
      default: []
      }
    return parts.isEmpty ? field.name : "\(field.name).\(random.pick(parts))"
  }

  private mutating func window(over fields: [Field]) -> String {
    func column(_ random: inout Random) -> String { random.pick(fields).name }
    let per = random.oneIn(2) ? "" : " per \(column(&random))"
    let sort = random.oneIn(3) ? "" : " sort \(column(&random))" + random.pick(["", " desc"])
    let rows = sort.isEmpty || random.oneIn(2) ? "" : " rows \(1 + random.below(3))"
    switch goals.window {
    case .rowNumber, .rank, .denseRank:
      let clauses = per + sort
      return "\(goals.window.name)(\(clauses.first == " " ? String(clauses.dropFirst()) : clauses))"
    case .lag, .lead, .carry: return "\(goals.window.name)(\(column(&random))\(per)\(sort))"
    case .aggregate:
      var call = aggregate(over: fields)
      if call.contains(" sort ") { return call }
      call.removeLast()
      let clauses = per + sort + rows
      let window = call + (call.hasSuffix("(") && clauses.first == " " ? String(clauses.dropFirst()) : clauses) + ")"
      // Of sums of products the last digits may differ, which steps above would tell apart.
      return ["stddev", "variance", "covariance", "corr"].contains { call.hasPrefix($0 + "(") }
        ? "round(\(window), 6)" : window
    }
  }
}
