import IbidPlan
import IbidTypes

/// The texts of steps; nil where the columns do not have what a step needs.
extension RandomQuery {
  mutating func step(_ word: String, over fields: [Field]) -> String? {
    guard !fields.isEmpty else { return nil }
    switch word {
    case "where": return "where " + condition(over: fields, depth: 2)
    case "select", "derive": return "\(word) " + items(1 + random.below(4), over: fields)
    case "drop": return "drop " + name(fields) + (random.oneIn(2) ? ", " + name(fields) : "")
    case "rename": return "rename y\(random.below(9)) = " + name(fields)
    case "sort": return "sort " + keys(over: fields)
    case "take", "skip": return "\(word) \(random.below(6))"
    case "sample": return "sample \(1 + random.below(6)) seed \(random.below(4))"
    case "distinct": return "distinct" + (random.oneIn(3) ? "" : " " + value(over: fields, depth: 1))
    case "count": return "count by " + items(1, over: fields)
    case "summarize": return "summarize " + aggregates(over: fields) + by(fields)
    case "top":
      let per = random.oneIn(2) ? "" : " per " + name(fields)
      return "top \(1 + random.below(3)) by " + keys(over: fields) + per
    case "join", "left join", "full join", "semi join", "anti join", "asof join": return join(word, over: fields)
    case "union":
      let other = random.pick(["a", "known", "b"])
      return "union (\(random.oneIn(2) ? other : text))"
    case "unnest", "unpivot", "pivot", "fill": return reshaping(word, over: fields)
    case "search":
      let words = random.pick(["calais", "Dover boats", "a, the zürich"])
      return "search \"\(words)\"" + (random.oneIn(2) ? "" : " in " + name(fields) { $0 == .text })
    case "describe", "cite": return word
    case "conflicts":
      let value = name(fields) { $0.hasOrder }
      return "conflicts of \(value) by " + name(fields) { $0.hasOrder } + (random.oneIn(2) ? " all" : "")
    case "pairs": return "pairs of " + name(fields) { if case .list = $0 { true } else { false } }
    case "components", "reach", "paths", "without": return network(word, over: fields)
    case "save": return "save \"rows.csv\""
    default: return nil
    }
  }

  // MARK: Pieces

  private mutating func name(_ fields: [Field], _ isWanted: (DataType) -> Bool = { _ in true }) -> String {
    let wanted = fields.filter { isWanted($0.type.base) }
    return random.pick(wanted.isEmpty ? fields : wanted).name
  }

  private mutating func items(_ count: Int, over fields: [Field]) -> String {
    (0..<count).map { index in
      random.oneIn(3) ? name(fields) : "x\(random.below(9))\(index) = " + value(over: fields, depth: 2)
    }.joined(separator: ", ")
  }

  private mutating func keys(over fields: [Field]) -> String {
    (0..<(1 + random.below(2))).map { _ in
      (random.oneIn(3) ? value(over: fields, depth: 1) : name(fields) { $0.hasOrder })
        + random.pick(["", " desc", " asc"])
    }.joined(separator: ", ")
  }

  private mutating func by(_ fields: [Field]) -> String {
    random.oneIn(4) ? "" : " by " + items(1 + random.below(2), over: fields)
  }

  private mutating func aggregates(over fields: [Field]) -> String {
    (0..<(1 + random.below(3))).map { "m\($0) = " + aggregate(over: fields) }.joined(separator: ", ")
  }

  /// A call of an aggregate, with its own filter and order now and then.
  mutating func aggregate(over fields: [Field]) -> String {
    let entry = random.oneIn(2) ? goals.aggregate : random.pick(Goals.aggregates)
    var call = random.call(entry, over: fields)
    call.removeLast()
    if random.oneIn(4) { call += (call.hasSuffix("(") ? "" : " ") + "where " + condition(over: fields, depth: 1) }
    if random.oneIn(5), !call.hasSuffix("(") { call += " sort " + keys(over: fields) }
    return call + ")"
  }

  private mutating func join(_ word: String, over fields: [Field]) -> String {
    let (table, right) = random.oneIn(3) ? ("a", tables.schemas["a"]) : ("b", tables.schemas["b"])
    let name = random.pick(["r", "s", "o"])
    let theirs = (right?.fields ?? []).map { Field("\(name).\($0.name)", $0.type) }
    func pair(_ random: inout Random, _ op: String) -> String {
      let pairs = fields.flatMap { ours in
        theirs.filter { $0.type.base == ours.type.base && $0.type.base.hasOrder }.map { (ours.name, $0.name) }
      }
      return pairs.isEmpty ? "" : { "\($0.0) \(op) \($0.1)" }(random.pick(pairs))
    }
    var conditions = [pair(&random, "==")]
    if word == "asof join" { conditions.append(pair(&random, random.pick([">=", "<=", "<", ">"]))) }
    if random.oneIn(4) { conditions.append(condition(over: fields + theirs, depth: 1)) }
    return conditions.contains("")
      ? "\(word) \(name) = \(table) on other" : "\(word) \(name) = \(table) on " + conditions.joined(separator: ", ")
  }

  private mutating func reshaping(_ word: String, over fields: [Field]) -> String? {
    switch word {
    case "unnest": return "unnest " + name(fields) { if case .list = $0 { true } else { false } }
    case "unpivot":
      let first = name(fields)
      let same = fields.filter { other in fields.contains { $0.name == first && $0.type.base == other.type.base } }
      return "unpivot " + same.prefix(3).map(\.name).joined(separator: ", ")
        + " into n\(random.below(9)), v\(random.below(9))"
    case "pivot":
      let column = name(fields) { $0.hasOrder }
      let type = fields.first { $0.name == column }?.type.base ?? .int
      let listed = random.oneIn(2) ? "" : " in [" + random.literal(type) + ", " + random.literal(type) + "]"
      return "pivot " + aggregate(over: fields) + " for " + column + listed + by(fields)
    default:
      let column = name(fields) { $0 == .int || $0 == .date || $0 == .period }
      let isWhole = fields.contains { $0.name == column && $0.type.base == .int }
      let range = isWhole ? random.pick(["0..3", "$least..4"]) : "@2024-02-01T07:30..@2024-02-01T07:31"
      return "fill \(column) = \(range)" + (random.oneIn(2) ? "" : " by " + name(fields))
    }
  }

  /// Along two columns of one type, or `a` and `b` where an earlier step has made them.
  private mutating func network(_ word: String, over fields: [Field]) -> String? {
    let from = random.oneIn(2) && fields.contains { $0.name == "b" } ? "a" : name(fields) { $0 != .source }
    guard let type = fields.first(where: { $0.name == from })?.type.base else { return nil }
    let others = fields.filter { $0.type.base == type && $0.name != from }
    guard let to = from == "a" ? "b" : others.randomElement(using: &random)?.name else { return nil }
    let isNamed = from == "a" && random.oneIn(2)
    let along = isNamed ? "" : " along \(from)\(random.oneIn(2) ? " to" : ",") \(to)"
    func node() -> String {
      if case .reference = type { return "\"\(random.pick(["Calais", "Dover", "zurich", "a b"]))\"" }
      return random.oneIn(3) ? "[\(random.literal(type)), \(random.literal(type))]" : random.literal(type)
    }
    let within = random.oneIn(3) ? " within \(random.below(4))" : ""
    switch word {
    case "components": return "components" + along
    case "reach": return "reach\(along) from \(node())" + within
    case "paths": return "paths\(along) from \(node()) to \(node())" + within
    default: return "without \(node())" + along
    }
  }
}
