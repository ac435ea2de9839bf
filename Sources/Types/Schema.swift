/// A column's name and type.
package struct Field: Hashable, Sendable {
  package var name: String
  package var type: ValueType
  /// No two rows have the same value (missing ones aside): ids, a single group key, columns of `distinct`.
  package var isUnique: Bool

  package init(_ name: String, _ type: ValueType, unique: Bool = false) {
    self.name = name
    self.type = type
    isUnique = unique
  }
}

/// The columns of a table, in order. Names are distinct.
package struct Schema: Hashable, Sendable {
  package var fields: [Field]

  package init(_ fields: [Field]) { self.fields = fields }

  package var names: [String] { fields.map(\.name) }
  package var count: Int { fields.count }

  /// O(columns).
  package func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
  package subscript(name: String) -> Field? { index(of: name).map { fields[$0] } }
}
