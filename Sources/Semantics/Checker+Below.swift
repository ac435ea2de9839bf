import IbidSource
import IbidSyntax

// Names that are used before the statement that gives them a meaning.

extension Checker {
  /// What the statements of a script define; each is taken out when it is checked.
  mutating func noteDefinitions(of script: Script) {
    for statement in script.statements {
      for name in statement.definedNames where definitionsBelow[name] == nil {
        definitionsBelow[name] = statement.span
      }
    }
  }

  /// `key` is the name as `definedNames` has it; nil where no later statement defines it.
  func definedBelow(_ name: Name, as key: String? = nil) -> Diagnostic? {
    guard let span = definitionsBelow[key ?? name.text] else { return nil }
    var first = source.string(span).prefix { $0 != "\n" }
    if let sign = first.firstIndex(of: "=") { first = first[..<sign] + "= …" }
    let words = first.count <= 60 ? String(first) : first.prefix(59) + "…"
    return .definedBelow(name, line: source.line(of: span.lower), statement: words)
  }
}

extension Statement {
  /// What it gives a meaning: `name` of a table or value, `name(` of a function, `$name` of a parameter.
  var definedNames: [String] {
    switch kind {
    case .letBinding(let name, _), .dictionary(let name, _), .keep(let name): [name.text]
    case .parameter(let name, _, _): ["$" + name.text]
    case .function(let name, _, _): [name.text + "("]
    case .rule(let rule): [rule.name.text]
    default: []
    }
  }
}
