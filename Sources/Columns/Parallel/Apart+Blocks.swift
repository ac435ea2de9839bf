// Loops over blocks of rows that compile to vectors: bounds are checked once, before the loop.

extension Apart where Element: FixedWidthInteger {
  /// Sets the first elements to the numbers of some rows.
  @inlinable @inline(__always)
  package func set(to numbers: borrowing Span<some FixedWidthInteger>, _ rows: Range<Int>) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= numbers.count && rows.count <= count, "rows of the column")
    guard let base = unsafe base else { return }
    for place in 0..<rows.count {
      // Safe: both places were checked above.
      unsafe base[place] = Element(truncatingIfNeeded: numbers[unchecked: rows.lowerBound &+ place])
    }
  }

  /// Sets the elements from a place on to some numbers, each with another one added.
  @inlinable @inline(__always)
  package func set(to numbers: borrowing Span<some FixedWidthInteger>, at place: Int, adding other: Element = 0) {
    precondition(place >= 0 && numbers.count <= count - place, "a range of the array")
    guard let base = unsafe base else { return }
    for index in 0..<numbers.count {
      // Safe: both places were checked above.
      unsafe base[place &+ index] = Element(truncatingIfNeeded: numbers[unchecked: index]) &+ other
    }
  }

  /// Sets the elements of some rows to the numbers of these, each with another one added.
  @inlinable @inline(__always)
  package func set(_ rows: Range<Int>, to numbers: borrowing Span<some FixedWidthInteger>, adding other: Element) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= min(numbers.count, count), "rows of the column")
    guard let base = unsafe base else { return }
    for row in rows {
      // Safe: both places were checked above.
      unsafe base[row] = Element(truncatingIfNeeded: numbers[unchecked: row]) &+ other
    }
  }

  /// Sets the elements of a range to a number and those that follow it.
  @inlinable @inline(__always)
  package func count(_ range: Range<Int>, from first: Element) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of the array")
    guard let base = unsafe base else { return }
    for place in range {
      // Safe: checked above.
      unsafe base[place] = first &+ Element(truncatingIfNeeded: place &- range.lowerBound)
    }
  }

  /// Sets the elements from a place on to what stands in a list at some places of it.
  @inlinable @inline(__always)
  package func set(
    to list: borrowing Span<Element>, _ places: borrowing Span<some FixedWidthInteger>, at place: Int
  ) {
    precondition(place >= 0 && places.count <= count - place, "a range of the array")
    guard let base = unsafe base else { return }
    for index in 0..<places.count {
      // Safe: places of the array were checked above; those of the list are checked here.
      unsafe base[place &+ index] = list[Int(truncatingIfNeeded: places[unchecked: index])]
    }
  }

  /// Multiplies the first elements by a width and adds the numbers of some rows.
  @inlinable @inline(__always)
  package func widen(by width: Element, adding numbers: borrowing Span<some FixedWidthInteger>, _ rows: Range<Int>) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= numbers.count && rows.count <= count, "rows of the column")
    guard let base = unsafe base else { return }
    for place in 0..<rows.count {
      // Safe: both places were checked above.
      unsafe base[place] =
        base[place] &* width &+ Element(truncatingIfNeeded: numbers[unchecked: rows.lowerBound &+ place])
    }
  }
}

extension Apart where Element: Numeric {
  /// Sets the elements of a range to zero.
  @inlinable @inline(__always)
  package func clear(_ range: Range<Int>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of the array")
    guard let base = unsafe base else { return }
    // Safe: checked above.
    for place in range { unsafe base[place] = 0 }
  }
}

extension Apart where Element: BitwiseCopyable {
  /// Sets the elements from a place on to those of a span.
  @inlinable @inline(__always)
  package func copy(_ elements: borrowing Span<Element>, to place: Int) {
    precondition(place >= 0 && elements.count <= count - place, "a range of the array")
    guard let base = unsafe base else { return }
    // Safe: checked above; the span is only read, and only here.
    unsafe elements.withUnsafeBufferPointer { source in
      guard let start = source.baseAddress else { return }
      unsafe (base + place).update(from: start, count: source.count)
    }
  }

  /// Sets a range of elements to those that another array has there.
  @inlinable @inline(__always)
  package func copy(_ range: Range<Int>, of other: Apart<Element>) {
    precondition(range.lowerBound >= 0 && range.upperBound <= min(count, other.count), "a range of both arrays")
    guard let base = unsafe base, let source = unsafe other.base else { return }
    // Safe: checked above.
    unsafe (base + range.lowerBound).update(from: source + range.lowerBound, count: range.count)
  }

  /// Sets a range of elements to one of them.
  @inlinable @inline(__always)
  package func fill(_ range: Range<Int>, with element: Element) {
    precondition(range.lowerBound >= 0 && range.upperBound <= count, "a range of the array")
    guard let base = unsafe base else { return }
    // Safe: checked above.
    unsafe (base + range.lowerBound).update(repeating: element, count: range.count)
  }

  /// Sets a range of elements to the values of the rows whose numbers stand there; a negative one gives `filler`.
  @inlinable @inline(__always)
  package func gather(
    _ range: Range<Int>, from values: borrowing Span<Element>, at rows: borrowing Span<Int32>, filler: Element
  ) {
    gather(range, from: values, at: rows, filler: filler) { $0 }
  }

  /// The same of values that are stored as something shorter.
  @inlinable @inline(__always)
  package func gather<Stored: BitwiseCopyable>(
    _ range: Range<Int>, from values: borrowing Span<Stored>, at rows: borrowing Span<Int32>, filler: Element,
    _ value: (Stored) -> Element
  ) {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= rows.count && range.upperBound <= count, "rows of the list")
    guard let base = unsafe base else { return }
    let end = UInt(bitPattern: values.count)
    for place in range {
      // Safe: places were checked above, the row is checked here. One comparison tells both ends.
      let row = unsafe Int(rows[unchecked: place])
      if UInt(bitPattern: row) < end {
        unsafe base[place] = value(values[unchecked: row])
      } else {
        precondition(row < 0, "a row of the column")
        unsafe base[place] = filler
      }
    }
  }
}

extension Apart<Int64> {
  /// Sets a range of elements to the numbers of the rows whose numbers stand there, each with another one added. Lists the places of those
  /// that are `gap` and of negative rows; how many there are.
  @inlinable @inline(__always)
  package func gather<Number: FixedWidthInteger & BitwiseCopyable>(
    _ range: Range<Int>, from numbers: borrowing Span<Number>, at rows: borrowing Span<Int32>, adding other: Int64,
    listing gap: Number, in list: Apart<Int32>
  ) -> Int {
    precondition(
      range.lowerBound >= 0 && range.upperBound <= rows.count && range.upperBound <= count
        && range.count <= list.count, "rows of the list")
    guard let base = unsafe base, let list = unsafe list.base else { return 0 }
    let end = UInt(bitPattern: numbers.count)
    var listed = 0
    for place in range {
      // Safe: places were checked above, the row is checked here. No more are listed than there are places.
      let row = unsafe Int(rows[unchecked: place])
      var number = gap
      if UInt(bitPattern: row) < end {
        number = unsafe numbers[unchecked: row]
      } else {
        precondition(row < 0, "a row of the column")
      }
      unsafe base[place] = Int64(truncatingIfNeeded: number) &+ other
      unsafe list[listed] = Int32(truncatingIfNeeded: place)
      listed &+= number == gap ? 1 : 0
    }
    return listed
  }
}

extension Apart<UInt64> {
  /// Adds to the first elements the numbers of some rows, moved to the left; a number that is `missing` counts as zero.
  @inlinable @inline(__always)
  package func add<Number: FixedWidthInteger>(
    _ numbers: borrowing Span<Number>, _ rows: Range<Int>, missing: Number?, shift: UInt64
  ) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= numbers.count && rows.count <= count, "rows of the column")
    guard let base = unsafe base else { return }
    let shift = shift & 63
    // Safe: both places were checked above.
    if let missing {
      for place in 0..<rows.count {
        let number = unsafe numbers[unchecked: rows.lowerBound &+ place]
        unsafe base[place] &+= UInt64(truncatingIfNeeded: number == missing ? 0 : number) &<< shift
      }
    } else {
      for place in 0..<rows.count {
        let number = unsafe numbers[unchecked: rows.lowerBound &+ place]
        unsafe base[place] &+= UInt64(truncatingIfNeeded: number) &<< shift
      }
    }
  }

  /// Adds one, moved to the left, where the number of a row is not `missing`.
  @inlinable @inline(__always)
  package func addOnes<Number: FixedWidthInteger>(
    _ numbers: borrowing Span<Number>, _ rows: Range<Int>, missing: Number, shift: UInt64
  ) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= numbers.count && rows.count <= count, "rows of the column")
    guard let base = unsafe base else { return }
    let shift = shift & 63
    for place in 0..<rows.count {
      // Safe: both places were checked above.
      let number = unsafe numbers[unchecked: rows.lowerBound &+ place]
      unsafe base[place] &+= (number == missing ? 0 : 1) &<< shift
    }
  }

  /// Adds the products of two blocks, moved to the left.
  @inlinable @inline(__always)
  package func addProducts(_ a: borrowing Span<UInt32>, _ b: borrowing Span<UInt32>, _ rows: Int, shift: UInt64) {
    precondition(rows <= a.count && rows <= b.count && rows <= count, "as many rows as there are")
    guard let base = unsafe base else { return }
    let shift = shift & 63
    for place in 0..<rows {
      // Safe: all places were checked above.
      let (x, y) = unsafe (a[unchecked: place], b[unchecked: place])
      unsafe base[place] &+= (UInt64(truncatingIfNeeded: x) &* UInt64(truncatingIfNeeded: y)) &<< shift
    }
  }

  /// Sets the first elements to one number.
  @inlinable @inline(__always)
  package func set(to number: UInt64, _ rows: Int) {
    precondition(rows <= count, "as many rows as there are")
    guard let base = unsafe base else { return }
    // Safe: checked above.
    for place in 0..<rows { unsafe base[place] = number }
  }

  /// Sets the first elements to one number and the bytes of some rows, moved to the left.
  @inlinable @inline(__always)
  package func set(to number: UInt64, and bytes: borrowing Span<UInt8>, shift: UInt64, _ rows: Range<Int>) {
    precondition(rows.lowerBound >= 0 && rows.upperBound <= bytes.count && rows.count <= count, "rows of the column")
    guard let base = unsafe base else { return }
    let shift = shift & 63
    for place in 0..<rows.count {
      // Safe: both places were checked above.
      unsafe base[place] = number &+ UInt64(bytes[unchecked: rows.lowerBound &+ place]) &<< shift
    }
  }

  /// The same for the bytes of two columns.
  @inlinable @inline(__always)
  package func set(
    to number: UInt64, and bytes: borrowing Span<UInt8>, shift: UInt64, and others: borrowing Span<UInt8>,
    shift otherShift: UInt64, _ rows: Range<Int>
  ) {
    precondition(
      rows.lowerBound >= 0 && rows.upperBound <= min(bytes.count, others.count) && rows.count <= count,
      "rows of the columns")
    guard let base = unsafe base else { return }
    let (shift, otherShift) = (shift & 63, otherShift & 63)
    for place in 0..<rows.count {
      // Safe: all places were checked above.
      let (a, b) = unsafe (bytes[unchecked: rows.lowerBound &+ place], others[unchecked: rows.lowerBound &+ place])
      unsafe base[place] = number &+ UInt64(a) &<< shift &+ UInt64(b) &<< otherShift
    }
  }
}
