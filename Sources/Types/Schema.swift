/// A column's name and type.
package struct Field: Hashable, Sendable {
  package var name: String
  package var type: ValueType
  /// No two rows have the same value (missing ones aside): ids, a single group key, columns of `distinct`.
  package var isUnique: Bool
  /// No two rows have the same values in this column and the others of the key; nil if it is no part of such a key.
  package var keyPart: KeyPart?
  /// What may have given one value of the column to several rows, so that a sum would count it twice; nil if nothing has.
  package var repetition: Repetition?

  package init(
    _ name: String, _ type: ValueType, unique: Bool = false, part keyPart: KeyPart? = nil,
    repeatedBy repetition: Repetition? = nil
  ) {
    self.name = name
    self.type = type
    isUnique = unique
    self.keyPart = keyPart
    self.repetition = repetition
  }
}

/// The place of a column in a key of several columns: of two groups of `summarize … by a, b` not both are the same.
package struct KeyPart: Hashable, Sendable {
  package var place: Int
  package var count: Int

  /// Nil for a key of one column, which is unique by itself.
  package init?(_ place: Int, of count: Int) {
    guard count > 1 else { return nil }
    self.place = place
    self.count = count
  }

  /// Whether there are all parts of a key. A table has one key of several columns at most.
  package static func isWhole(_ parts: some Sequence<KeyPart>) -> Bool {
    let places = Set(parts)
    return places.first.map { places.count == $0.count } ?? false
  }
}

/// How the rows that a column describes came to stand more than once.
package struct Repetition: Hashable, Sendable {
  /// A step that may give one row's values to several rows.
  package enum Step: Hashable, Sendable {
    /// A join, by the name of its right side.
    case join(String)
    /// `unnest`, `unpivot`, `conflicts`.
    case step(String)
  }

  package var step: Step
  /// Columns that were repeated together have one side: of a join, the left or the right.
  package var isRightSide: Bool
  /// The column was unique before, so that it tells the repeated rows apart.
  package var isKey: Bool

  package init(by step: Step, isRightSide: Bool, isKey: Bool) {
    self.step = step
    self.isRightSide = isRightSide
    self.isKey = isKey
  }

  /// Whether both columns were repeated together.
  package func isTogether(with other: Repetition) -> Bool { step == other.step && isRightSide == other.isRightSide }
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
