import IbidTypes

/// What the cells of a column, or of a piece of it, say about its type.
struct ColumnVotes: Sendable {
  var candidates = TypeCandidates.all
  /// Nothing between two delimiters.
  var hasMissing = false
  /// Blanks or empty quotes: a text, but no value of another type.
  var hasBlank = false
  var hasValue = false
  /// Values that floats have no number for: `NaN`, `-inf`. They are missing in a column of floats.
  var specials = 0
  /// Cells that are neither missing nor special.
  var hasRegular = false

  mutating func add(_ other: ColumnVotes) {
    candidates.formIntersection(other.candidates)
    hasMissing = hasMissing || other.hasMissing
    hasBlank = hasBlank || other.hasBlank
    hasValue = hasValue || other.hasValue
    specials += other.specials
    hasRegular = hasRegular || other.hasRegular
  }

  /// The type that all cells have.
  var type: ValueType {
    guard hasValue, !candidates.isEmpty, hasRegular else { return ValueType(.text, optional: hasMissing) }
    return ValueType(candidates.best, optional: hasMissing || hasBlank || specials > 0)
  }
}
