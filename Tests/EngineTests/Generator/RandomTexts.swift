import IbidPlan
import IbidTypes

/// Pieces of the language as people type them: literals, arguments and calls over given columns.
///
/// What comes out is mostly well typed; the checker has the last word.
extension Random {
  /// A call of a function of the catalog with arguments that its parameters ask for.
  mutating func call(_ entry: FunctionEntry, over fields: [Field]) -> String {
    var arguments: [String] = []
    if entry.name == "same", !fields.isEmpty {
      // Of one type: the checker takes any two.
      let field = pick(fields)
      return "same(\(field.name), \(pick(fields.filter { $0.type.base == field.type.base }).name))"
    }
    if oneIn(2), entry.parameters.allSatisfy({ $0.pattern.rawValue == "anything with an order" }),
      let field = fields.filter({ Self.fits($0.type.base, "anything with an order") }).randomElement(using: &self)
    {
      // As many of one type as the function takes: the checker refuses others.
      let like = fields.filter { $0.type.base == field.type.base }
      return entry.name + "(" + entry.parameters.map { _ in pick(like).name }.joined(separator: ", ") + ")"
    }
    for parameter in entry.parameters {
      if parameter.presence != .required, oneIn(2) { break }
      let value = argument(parameter.pattern.rawValue, over: fields)
      // A product of a few numbers would be a text of gigabytes.
      let isCount = parameter.pattern.rawValue == "int" && Self.growing.contains(entry.name)
      arguments.append(isCount ? "mod(\(value), 9)" : value)
    }
    return entry.name + "(" + arguments.joined(separator: ", ") + ")"
  }

  /// An argument for a pattern, by the words that signatures have for it; unknown words take anything.
  private mutating func argument(_ pattern: String, over fields: [Field]) -> String {
    switch pattern {
    case "text literal", "unit": return pick([#""km""#, #""mile""#, #""people""#, #""percent""#, #""GBP""#])
    case "unit of time": return pick([#""day""#, #""week""#, #""month""#])
    case "regular expression":
      return pick([#"/\d+/"#, "/([A-Za-z])([a-z]*)/", "/[a-d]+/", "/o(a|v)/", "/ b/", "/^$/", "/s/"])
    case "whole number literal", "0 to 18": return pick(["0", "1", "2"])
    case "share between 0 and 1": return pick(["0.25", "0.5", "1", "0"])
    case "list of lists": return "[[\(int()), \(int())], [\(int())]]"
    case "bool" where oneIn(2): return comparison(over: fields)
    default: break
    }
    let fitting = fields.filter { Self.fits($0.type.base, pattern) }
    if fitting.isEmpty || oneIn(4) { return literal(Self.example(of: pattern, &self)) }
    return pick(fitting).name
  }

  /// Functions whose result is as large as an argument says.
  private static let growing: Set = ["repeat", "pad_start", "pad_end", "range"]

  private mutating func int() -> String { String(below(5)) }

  private static func fits(_ type: DataType, _ pattern: String) -> Bool {
    let isNumber = type == .int || type == .float
    return switch (pattern, type) {
    case ("bool", .bool), ("int", .int), ("text", .text), ("text", .word), ("text or list", .text),
      ("text or list", .list),
      ("list", .list), ("list with an order", .list), ("date", .date), ("period", .period), ("duration", .duration),
      ("money", .money),
      ("quantity", .quantity), ("money or quantity", .money), ("money or quantity", .quantity),
      ("date or period", .date), ("date or period", .period), ("number, money or quantity", .money),
      ("number, money or quantity", .quantity), ("number, money or quantity", .duration):
      true
    case ("number", _), ("number, money or quantity", _): isNumber
    case ("anything with an order", .list), ("anything with an order", .source), ("anything with an order", .reference):
      false
    case ("anything with an order", _), ("any", _): true
    default: false
    }
  }

  private static func example(of pattern: String, _ random: inout Random) -> DataType {
    switch pattern {
    case "bool": .bool
    case "int": .int
    case "number": random.pick([.int, .float])
    case "text": .text
    case "list", "list with an order": .list(random.pick([.int, .text]))
    case "text or list": random.pick([.text, .list(.int)])
    case "date": .date
    case "period": .period
    case "date or period": random.pick([.date, .period])
    case "duration": .duration
    case "money": .money(nil)
    case "quantity": .quantity(nil)
    case "money or quantity": random.pick([.money(nil), .quantity(nil)])
    default: random.pick([.int, .float, .money(nil), .quantity(nil), .text, .date])
    }
  }

  /// A literal of a type; money without a known currency is in pounds.
  mutating func literal(_ type: DataType) -> String {
    switch type {
    case .bool: return pick(["true", "false"])
    case .int: return oneIn(6) ? "-\(below(3))" : "\(below(5))"
    case .float: return pick(["0.5", "1.0", "2.25", "-1.5", "0.0"])
    case .text: return pick([#""Calais""#, #""a""#, #""boats""#, #"" ""#, #""dover boats""#, #""""#])
    case .word(let set): return "\"\(pick(set.words))\""
    case .date: return pick(["@2024-01-01", "@2024-02-28", "@2024-03-02", "@2024-12-29", "@2024-02-01T07:31"])
    case .period: return pick(["@2024-01", "@2024", "@2023", "@2024-Q1", "@2024-02..@2024-03", "since(@2024-02-01)"])
    case .money(let currency):
      return bounded((currency ?? "GBP") == "GBP" ? pick(["£2", "£2.5", "£3", "£1"]) : "€\(int())")
    case .quantity(let unit):
      return bounded(
        "\(pick(["1", "2", "25", "3"]))" + (unit == "percent" ? "%" : " " + (unit ?? pick(["km", "people", "miles"]))))
    case .duration: return pick(["2 days", "1 week", "1 month", "3 months"])
    case .list(let element):
      return "[" + (0..<(1 + below(2))).map { _ in literal(element.base) }.joined(separator: ", ") + "]"
    default: return "none"
    }
  }

  private mutating func bounded(_ value: String) -> String {
    let word = pick(["", "", "", "above", "at_least", "below", "up_to", "about"])
    return word.isEmpty ? value : "\(word)(\(value))"
  }

  /// A condition of two sides of one type.
  mutating func comparison(over fields: [Field]) -> String {
    let ordered = fields.filter { Self.fits($0.type.base, "anything with an order") && $0.type.base != .bool }
    guard !ordered.isEmpty else { return literal(.bool) }
    let field = pick(ordered)
    let others = ordered.filter { $0.type.base == field.type.base }
    let other = oneIn(2) ? pick(others).name : literal(field.type.base)
    return "\(field.name) \(pick(["<", "<=", ">", ">=", "==", "!="])) \(other)"
  }
}
