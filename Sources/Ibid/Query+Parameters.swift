import IbidColumns
import IbidSemantics
import IbidSource
import IbidTypes

extension Query {
  /// A value for each parameter: what is given now, bound in the text, set in the session, or the default.
  ///
  /// Throws all mistakes at once: unknown names, values of another type, and parameters left without a value.
  func values(given: [String: ParameterValue]) async throws(QueryError) -> [String: Value] {
    var values = preset.merging(bound) { $1 }
    var problems: [Diagnostic] = []
    for (name, value) in given.sorted(by: { $0.key < $1.key }) {
      guard let definition = definitions[name], bound[name] == nil else {
        problems.append(unknown(name))
        continue
      }
      if case .text(let raw) = value {
        values[name] = try await session.parse(raw, as: definition.type, name: name)
      } else if let problem = value.problem(name: name, as: definition.type, at: place(of: name)) {
        problems.append(problem)
      } else {
        values[name] = value.value(as: definition.type)
      }
    }
    for (name, definition) in definitions.sorted(by: { $0.key < $1.key })
    where values[name] == nil && given[name] == nil {
      if let value = definition.defaultValue {
        values[name] = Session.evaluate(value, store)
      } else if !definition.type.isOptional {
        problems.append(missing(name, definition.type, beside: given.keys.filter { definitions[$0] == nil }))
      }
    }
    if !problems.isEmpty { throw QueryError(problems, in: source) }
    return values
  }

  private func unknown(_ name: String) -> Diagnostic {
    let known = parameters.map(\.name)
    let near = NearestName.matches(name, among: known)
    return Diagnostic(
      "unknown-parameter", "the query has no parameter `$\(name)`", at: ByteSpan(0, 0),
      why: known.isEmpty
        ? "it declares none" : "it declares " + parameters.map { "\($0.name): \($0.type)" }.joined(separator: ", "),
      try: near.isEmpty ? [.init("declare it in the query: `param \(name): text`")] : near.map { .init($0) })
  }

  private func missing(_ name: String, _ type: ValueType, beside unknown: [String]) -> Diagnostic {
    let near = NearestName.matches(name, among: unknown.sorted()).map {
      Diagnostic.Suggestion("`\($0)` was given: is it meant for `\(name)`?")
    }
    return Diagnostic(
      "missing-parameter", "the parameter `$\(name)` has no value", at: place(of: name), label: "\(type)",
      why: "it is declared without a default", try: near + [.init("run([\"\(name)\": \(type.base.swiftExample)])")])
  }

  /// Where a parameter is declared, or first used.
  private func place(of name: String) -> ByteSpan {
    let text = Array(name.utf8)
    let bytes = source.bytes
    func ends(_ position: Int) -> Bool {
      let next = position + text.count
      return next == bytes.count
        || !(bytes[next] == UInt8(ascii: "_") || (bytes[next] | 32) >= 97 && (bytes[next] | 32) <= 122
          || bytes[next] >= 48 && bytes[next] <= 57)
    }
    guard bytes.count > text.count else { return ByteSpan(0, 0) }
    for position in 1...(bytes.count - text.count) {
      guard bytes[position - 1] == UInt8(ascii: "$") || bytes[position - 1] == UInt8(ascii: " ") else { continue }
      if bytes[position..<position + text.count].elementsEqual(text), ends(position) {
        return ByteSpan(position, position + text.count)
      }
    }
    return ByteSpan(0, 0)
  }
}

extension ParameterValue {
  /// Why it is no value of the type; texts are read later, as the language writes a value of the type.
  func problem(name: String, as wanted: ValueType, at span: ByteSpan) -> Diagnostic? {
    func bad(_ message: String, why reason: String? = nil) -> Diagnostic {
      Diagnostic(
        "bad-parameter", message, at: span, label: "\(wanted)", why: reason,
        try: [.init("\"\(name)\": \(wanted.base.swiftExample)")])
    }
    switch self {
    case .none where !wanted.isOptional: return bad("`$\(name)` may not be missing")
    case .float(let value) where !value.isFinite: return bad("the value of `$\(name)` is \(value), which is no number")
    case .money(_, let currency) where !Currency.codes.contains(currency):
      return bad(
        "the value of `$\(name)` is in `\(currency)`, which is no currency",
        why: "currencies are three-letter codes of ISO 4217")
    case .date(let year, let month, let day) where Moment(year: year, month: month, day: day) == nil:
      return bad("the value of `$\(name)` is no day: there is no \(year)-\(month)-\(day)")
    default: break
    }
    guard let type, !Checker(catalog: Catalog(), source: SourceText(name: "query", "")).accepts(type, as: wanted) else {
      return nil
    }
    return bad("the value of `$\(name)` is \(type), not \(wanted)")
  }

  /// As the engine holds it: a whole number for a float is a float.
  func value(as wanted: ValueType) -> Value {
    if wanted.base == .float, case .int(let whole) = self { .float(Double(whole)) } else { value }
  }
}

extension DataType {
  /// A value of the type in Swift.
  fileprivate var swiftExample: String {
    switch self {
    case .bool: ".bool(true)"
    case .int: ".int(10)"
    case .float: ".float(0.5)"
    case .date: ".date(year: 2024, month: 3, day: 5)"
    case .money(let currency): ".money(10_000_000, \"\(currency ?? "GBP")\")"
    case .quantity(let unit): ".quantity(100, \"\(unit ?? "people")\")"
    case .period: ".text(\"2024-03\")"
    default: ".text(\"…\")"
    }
  }
}
