import IbidPlan
import IbidSemantics
import IbidTypes

// What `help` says of units, and of types that are closed sets of words.

extension Session {
  /// The units of each kind, in the order of their table.
  static var units: String {
    var kinds: [Unit.Kind] = []
    for unit in Unit.all where !kinds.contains(unit.kind) { kinds.append(unit.kind) }
    return kinds.map { kind in
      "\(name(of: kind)): " + Unit.all.filter { $0.kind == kind }.map(\.plural).joined(separator: ", ") + "\n"
    }.joined()
      + "Units of one kind compare and add: 1 mile > 1 km. Any other word, 3 boats, is a kind of its own.\n"
  }

  /// What a unit, or a type with words of its own, is and where it occurs; empty for any other word.
  func helpOnValues(_ topic: String) -> [String] {
    [Self.helpOnUnit(topic), helpOnWords(topic)].compactMap { $0 }
  }

  private static func helpOnUnit(_ topic: String) -> String? {
    guard let unit = Unit.named(topic) else { return nil }
    let others = Unit.all.filter { $0.kind == unit.kind && $0.name != unit.name }.map(\.plural)
    let plural = unit.plural == unit.name ? "" : ", plural \(unit.plural)"
    return "\(unit.name): a unit of \(name(of: unit.kind))\(plural)\n"
      + (others.isEmpty ? "" : "compares with \(others.joined(separator: ", "))\n")
  }

  /// `document_kind` has no definition that could be printed but its words.
  private func helpOnWords(_ topic: String) -> String? {
    var words: [String] = []
    var places: [String] = []
    for (table, field, set) in wordColumns where set.name == topic {
      words = set.words
      places.append("\(table).\(field)")
    }
    guard !words.isEmpty else { return nil }
    return "\(topic), a closed set of words: \(words.joined(separator: ", "))\nin \(places.joined(separator: ", "))\n"
  }

  /// The names of all closed sets of words.
  var closedSets: [String] { Array(Set(wordColumns.map(\.set.name))).sorted() }

  /// The columns whose values are words of a closed set, those of the tables of the domain last.
  private var wordColumns: [(table: String, column: String, set: WordSet)] {
    let catalog = catalog
    let own = catalog.tables.map { ($0.name, $0.schema) }
    let domain = Session.domainTables.compactMap { name in
      (bindings[name]?.plan.schema ?? Domain.shared.schema(of: name)).map { (name, $0) }
    }
    return (own + domain).flatMap { table, schema in
      schema.fields.compactMap { field in
        if case .word(let set) = field.type.base { (table, field.name, set) } else { nil }
      }
    }
  }

  private static func name(of kind: Unit.Kind) -> String {
    switch kind {
    case .share: "share"
    case .points: "difference of shares"
    case .length: "length"
    case .mass: "mass"
    case .area: "area"
    case .volume: "volume"
    case .time: "time"
    case .months: "time of the calendar"
    }
  }
}
