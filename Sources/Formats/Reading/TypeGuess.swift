import IbidTypes

/// The narrowest type that all cells of a column of JSON have.
///
/// A cell votes for the types it could be; what survives all cells wins.
struct TypeGuess {
  private(set) var type: ValueType
  private var specials = 0
  private let grid: CellGrid

  init(grid: CellGrid, cells: CellColumn) {
    self.grid = grid
    type = .text
    var left = TypeCandidates.all
    var hasMissing = false
    var hasBlank = false
    var hasValue = false
    var hasRegular = false
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
      if cell.kind == .special { specials += 1 } else { hasRegular = true }
      left.formIntersection(candidates(cell, range))
      if left.isEmpty, hasMissing { break }
    }
    guard hasValue, hasRegular, !left.isEmpty else {
      type = ValueType(.text, optional: hasMissing)
      return
    }
    type = ValueType(left.best, optional: hasMissing || hasBlank || specials > 0)
  }

  private func candidates(_ cell: Cell, _ range: Range<Int>) -> TypeCandidates {
    switch cell.kind {
    case .missing: return .all
    case .array: return .list
    case .special: return .float
    case .object: return object(cell)
    case .quoted, .escaped:
      if grid.notation == .json || cell.kind == .escaped { return .day(grid.bytes, range) }
      return .scalar(grid.bytes, range)
    case .plain: return .scalar(grid.bytes, range)
    }
  }

  private func object(_ cell: Cell) -> TypeCandidates {
    guard let value = JSONValueObject(cell, grid.bytes) else { return [] }
    switch value.kind {
    case .money: return value.measure == nil ? [] : .money
    case .quantity: return value.measure == nil ? [] : .quantity
    case .moment: return value.moment == nil ? [] : .moment
    }
  }
}
