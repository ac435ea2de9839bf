/// Lists of values, Arrow's layout: row `i` is the elements `offsets[i]..<offsets[i + 1]`.
package struct ListColumn: Sendable {
  package var offsets: [Int32]
  package var elements: Column
  package var validity: Bitmap?

  package init(offsets: [Int32], elements: Column, validity: Bitmap? = nil) {
    self.offsets = offsets
    self.elements = elements
    self.validity = validity
  }

  /// Lists of elements of another column: `append` puts the numbers of a row's elements behind those that are there.
  ///
  /// The lists that a stopped run left out are empty.
  package init(
    _ elements: Column, validity: Bitmap?, rows: Int, _ append: (_ row: Int, _ elements: inout [Int32]) -> Void
  ) {
    var indices: [Int32] = []
    var asked = 1 << 20
    let ends = [Int32](rows: rows, filler: 0) { row in
      append(row, &indices)
      if indices.count >= asked {
        // As the array grows it is there twice, and the elements come to as much again.
        let isTooLong = indices.count > Int(Int32.max)
        Parallel.willAllocate(bytes: isTooLong ? Int.max / 2 : indices.count * 16)
        asked = min(2 * asked, Int(Int32.max))
        if Parallel.isCurrentStopped() { indices = [] }
      }
      return Int32(clamping: indices.count)
    }
    let isWhole = !Parallel.isCurrentStopped()
    self.init(
      offsets: [0] + (isWhole ? ends : [Int32](repeating: 0, count: rows)), elements: elements.gathered(indices),
      validity: validity)
  }

  package var count: Int { offsets.count - 1 }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package func range(_ row: Int) -> Range<Int> { Int(offsets[row])..<Int(offsets[row + 1]) }

  /// The row that holds each element; `count` for those that no list holds.
  package var owners: [Int32] {
    var owners = [Int32](repeating: Int32(count), count: elements.count)
    for row in (0..<count).untilStopped { for index in range(row) { owners[index] = Int32(row) } }
    return owners
  }
}

/// Rows of another table, by index into its snapshot.
package struct ReferenceColumn: Sendable {
  package var table: String
  package var rows: [Int32]
  package var validity: Bitmap?

  package init(table: String, rows: [Int32], validity: Bitmap? = nil) {
    self.table = table
    self.rows = rows
    self.validity = validity
  }

  package init(table: String, _ rows: [Int32?]) {
    let valid = Bitmap(count: rows.count) { rows[$0] != nil }
    let numbers = [Int32](capacity: rows.count) { output in
      for row in rows { output.append(row ?? 0) }
    }
    self.init(table: table, rows: numbers, validity: valid.isAllTrue ? nil : valid)
  }

  package var count: Int { rows.count }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package subscript(row: Int) -> Int32? { isValid(row) ? rows[row] : nil }
}

/// Places in files: file name, line (from 1) and half-open byte range.
package struct SourceColumn: Sendable {
  /// Of each row: its file, its line and its bytes in that file.
  package struct Places: Sendable {
    package var file: TextColumn
    package var line: [Int32]
    package var lower: [Int64]
    package var upper: [Int64]

    package init(file: TextColumn, line: [Int32], lower: [Int64], upper: [Int64]) {
      self.file = file
      self.line = line
      self.lower = lower
      self.upper = upper
    }
  }

  private enum Storage: Sendable {
    case places(Places)
    /// Of a file that was read: nobody pays for places until somebody asks.
    case deferred(Deferred<Places>)
  }

  private let storage: Storage
  package let count: Int
  package let validity: Bitmap?

  package init(file: TextColumn, line: [Int32], lower: [Int64], upper: [Int64], validity: Bitmap? = nil) {
    storage = .places(Places(file: file, line: line, lower: lower, upper: upper))
    count = line.count
    self.validity = validity
  }

  /// Places that are made when they are first asked for.
  package init(count: Int, deferred make: @escaping @Sendable () -> Places) {
    storage = .deferred(Deferred(make))
    self.count = count
    validity = nil
  }

  package var places: Places {
    switch storage {
    case .places(let places): places
    case .deferred(let places): places.value
    }
  }

  package var file: TextColumn { places.file }
  package var line: [Int32] { places.line }
  package var lower: [Int64] { places.lower }
  package var upper: [Int64] { places.upper }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
}

/// A column of any type. Switch once per column, then run typed code.
package indirect enum Column: Sendable {
  case bool(BoolColumn)
  case int(FixedColumn<Int64>)
  case float(FixedColumn<Double>)
  case text(TextColumn)
  case measure(MeasureColumn)
  case moment(MomentColumn)
  case list(ListColumn)
  case reference(ReferenceColumn)
  case source(SourceColumn)

  package var count: Int {
    switch self {
    case .bool(let column): column.count
    case .int(let column): column.count
    case .float(let column): column.count
    case .text(let column): column.count
    case .measure(let column): column.count
    case .moment(let column): column.count
    case .list(let column): column.count
    case .reference(let column): column.count
    case .source(let column): column.count
    }
  }

  /// nil: nothing is missing.
  package var validity: Bitmap? {
    switch self {
    case .bool(let column): column.validity
    case .int(let column): column.validity
    case .float(let column): column.validity
    case .text(let column): column.validity
    case .measure(let column): column.validity
    case .moment(let column): column.validity
    case .list(let column): column.validity
    case .reference(let column): column.validity
    case .source(let column): column.validity
    }
  }

  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
}
