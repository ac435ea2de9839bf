/// Where the rows of a block add to: the record of a row's group, and where rows take turns at several records of a group, the
/// one whose turn it is.
@frozen
@usableFromInline
package struct ScatterPlaces {
  /// Words of a record, and which of them is meant.
  @usableFromInline let width: Int
  @usableFromInline let offset: Int
  /// Words of all records of one turn; 0: there are no turns, else four.
  @usableFromInline let turn: Int

  package init(width: Int, offset: Int, turn: Int) {
    self.width = width
    self.offset = offset
    self.turn = turn
  }

  /// The place of a group's record in the first turn.
  @inlinable @inline(__always)
  func place(_ number: Int32) -> Int { Int(number) &* width &+ offset }

  /// Calls `add` with each row of the block and its place. A loop for four turns, which multiplies nothing for them.
  @inlinable @inline(__always)
  func forEach(_ numbers: borrowing Span<Int32>, _ rows: Range<Int>, _ add: (_ row: Int, _ place: Int) -> Void) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= numbers.count, "rows of the block")
    let (first, count) = (rows.lowerBound, rows.count)
    var row = 0
    if turn > 0 {
      let (twice, thrice) = (2 &* turn, 3 &* turn)
      while row &+ 4 <= count {
        // Safe: rows were checked above.
        unsafe add(row, place(numbers[unchecked: first &+ row]))
        unsafe add(row &+ 1, place(numbers[unchecked: first &+ row &+ 1]) &+ turn)
        unsafe add(row &+ 2, place(numbers[unchecked: first &+ row &+ 2]) &+ twice)
        unsafe add(row &+ 3, place(numbers[unchecked: first &+ row &+ 3]) &+ thrice)
        row &+= 4
      }
    }
    while row < count {
      unsafe add(row, place(numbers[unchecked: first &+ row]) &+ (row & 3) &* turn)
      row &+= 1
    }
  }
}

// The numbers of the groups are not negative: rows without a group have no words to add.

extension Apart<UInt64> {
  /// Adds the words of a block to the places of its rows.
  @inlinable @inline(__always)
  package func scatter(
    _ words: borrowing Span<UInt64>, to places: ScatterPlaces, _ numbers: borrowing Span<Int32>, _ rows: Range<Int>
  ) {
    precondition(rows.count <= words.count, "words of the block")
    guard let base = unsafe base else { return }
    places.forEach(numbers, rows) { row, place in
      precondition(UInt(bitPattern: place) < UInt(bitPattern: count), "a place within the array")
      // Safe: rows and place were checked.
      unsafe base[place] &+= words[unchecked: row]
    }
  }

  /// The same of two words, that go to neighbouring places.
  @inlinable @inline(__always)
  package func scatter(
    _ words: borrowing Span<UInt64>, and others: borrowing Span<UInt64>, to places: ScatterPlaces,
    _ numbers: borrowing Span<Int32>, _ rows: Range<Int>
  ) {
    precondition(rows.count <= words.count && rows.count <= others.count && count > 0, "words of the block")
    guard let base = unsafe base else { return }
    let end = UInt(bitPattern: count &- 1)
    places.forEach(numbers, rows) { row, place in
      precondition(UInt(bitPattern: place) < end, "places within the array")
      // Safe: rows and both places were checked.
      unsafe base[place] &+= words[unchecked: row]
      unsafe base[place &+ 1] &+= others[unchecked: row]
    }
  }

  /// The same of one, and adds a float of each row, from `first` on, to the one that stands `gap` places behind.
  @inlinable @inline(__always)
  package func scatter(
    _ words: borrowing Span<UInt64>, _ floats: borrowing Span<Double>, from first: Int, gap: Int,
    to places: ScatterPlaces, _ numbers: borrowing Span<Int32>, _ rows: Range<Int>
  ) {
    precondition(rows.count <= words.count, "words of the block")
    precondition(first >= 0 && rows.count <= floats.count &- first && gap >= 0 && gap < count, "floats of the rows")
    guard let base = unsafe base else { return }
    let end = UInt(bitPattern: count &- gap)
    places.forEach(numbers, rows) { row, place in
      precondition(UInt(bitPattern: place) < end, "places within the array")
      // Safe: rows and both places were checked.
      unsafe base[place] &+= words[unchecked: row]
      let sum = unsafe Double(bitPattern: base[place &+ gap]) + floats[unchecked: first &+ row]
      unsafe base[place &+ gap] = sum.bitPattern
    }
  }
}
