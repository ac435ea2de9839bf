import IbidTypes

/// The narrowest type that all cells of a column have.
///
/// A cell votes for the types it could be; what survives all cells wins, in the order bool, int, float, date; else the
/// column is text. Lists and value objects are JSON's.
struct TypeGuess {
  private struct Candidates: OptionSet {
    let rawValue: UInt8
    static let bool = Candidates(rawValue: 1)
    static let int = Candidates(rawValue: 2)
    static let float = Candidates(rawValue: 4)
    static let date = Candidates(rawValue: 8)
    static let list = Candidates(rawValue: 16)
    static let money = Candidates(rawValue: 32)
    static let quantity = Candidates(rawValue: 64)
    static let moment = Candidates(rawValue: 128)
    static let all = Candidates(rawValue: 255)
  }

  private(set) var type: ValueType
  private let grid: CellGrid

  init(grid: CellGrid, cells: CellColumn) {
    self.grid = grid
    type = .text
    var left = Candidates.all
    var hasMissing = false
    var hasBlank = false
    var hasValue = false
    for row in 0..<cells.count {
      let cell = cells[row]
      if cell.kind == .missing {
        hasMissing = true
        continue
      }
      let range = CellNumber.trimmed(grid.bytes, cell.range)
      if grid.notation == .delimited, range.isEmpty {
        hasBlank = true
        continue
      }
      hasValue = true
      left.formIntersection(candidates(cell, range))
      if left.isEmpty, hasMissing { break }
    }
    guard hasValue, !left.isEmpty else {
      type = ValueType(.text, optional: hasMissing)
      return
    }
    type = ValueType(best(left), optional: hasMissing || hasBlank)
  }

  private func best(_ left: Candidates) -> DataType {
    if left.contains(.bool) { return .bool }
    if left.contains(.int) { return .int }
    if left.contains(.float) { return .float }
    if left.contains(.date) || left.contains(.moment) { return .date }
    if left.contains(.list) { return .list(.invalid) }
    return left.contains(.money) ? .money(nil) : .quantity(nil)
  }

  private func candidates(_ cell: Cell, _ range: Range<Int>) -> Candidates {
    switch cell.kind {
    case .missing: return .all
    case .array: return .list
    case .object: return object(cell)
    case .quoted, .escaped:
      if grid.notation == .json || cell.kind == .escaped { return day(range) }
      return scalar(range)
    case .plain: return scalar(range)
    }
  }

  private func scalar(_ range: Range<Int>) -> Candidates {
    let bytes = grid.bytes
    // The first byte tells what is worth trying.
    switch bytes[range.lowerBound] {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      if let number = CellNumber.int(bytes, range) {
        // Floats are whole numbers up to 2^53 only; a larger one must not be rounded unasked.
        return number.magnitude <= 1 << 53 ? [.int, .float] : .int
      }
      let isFractional = bytes[range].contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
      if isFractional, CellNumber.float(bytes, range) != nil { return .float }
      return day(range)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return CellNumber.bool(bytes, range) == nil ? [] : .bool
    default: return []
    }
  }

  private func day(_ range: Range<Int>) -> Candidates {
    CellMoment.isoDate(grid.bytes, range) == nil ? [] : .date
  }

  private func object(_ cell: Cell) -> Candidates {
    guard let value = JSONValueObject(cell, grid.bytes) else { return [] }
    switch value.kind {
    case .money: return value.measure == nil ? [] : .money
    case .quantity: return value.measure == nil ? [] : .quantity
    case .moment: return value.moment == nil ? [] : .moment
    }
  }
}
