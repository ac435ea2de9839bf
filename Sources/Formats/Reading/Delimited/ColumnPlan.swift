import IbidTypes

/// How the cells of a column are read.
struct ColumnPlan: Sendable {
  enum Mode: UInt8, Sendable {
    /// Not at all: an earlier pass has read them.
    case skip
    /// Only for what they say about the type.
    case vote
    case bool, int, float, moment, text, measure
    /// Kept as they stand, for a reader of single cells.
    case other
  }

  var name: String
  var mode: Mode
  /// nil: inferred. Then a cell that does not fit `mode` is no error, but a vote for another type.
  var declared: ValueType?
  /// Whether a plain decimal is a measure of this column: its unit is known, or it need not have one.
  var takesPlainDecimals = false

  init(_ name: String, declared: ValueType) {
    self.name = name
    self.declared = declared
    mode = Self.mode(of: declared.base)
    switch declared.base {
    case .money(let currency): takesPlainDecimals = currency != nil
    case .quantity: takesPlainDecimals = true
    default: break
    }
  }

  init(_ name: String, inferred: DataType) {
    self.name = name
    mode = Self.mode(of: inferred)
  }

  private init(_ name: String, _ mode: Mode) {
    self.name = name
    self.mode = mode
  }

  static func skipping(_ name: String) -> ColumnPlan { ColumnPlan(name, .skip) }

  static func voting(_ name: String) -> ColumnPlan { ColumnPlan(name, .vote) }

  private static func mode(of type: DataType) -> Mode {
    switch type {
    case .bool: .bool
    case .int: .int
    case .float: .float
    case .date, .period: .moment
    case .money, .quantity, .duration: .measure
    case .text: .text
    default: .other
    }
  }
}
