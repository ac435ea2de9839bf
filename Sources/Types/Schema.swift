/// A column's name and type.
package struct Field: Hashable, Sendable {
  package var name: String
  package var type: ValueType
  /// No two rows have the same value (missing ones aside): ids, a single group key, columns of `distinct`.
  package var isUnique: Bool
  /// What may have given one value of the column to several rows, so that a sum would count it twice; nil if nothing has.
  package var repetition: Repetition?

  package init(_ name: String, _ type: ValueType, unique: Bool = false, repeatedBy repetition: Repetition? = nil) {
    self.name = name
    self.type = type
    isUnique = unique
    self.repetition = repetition
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
