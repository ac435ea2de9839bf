import IbidColumns

/// The least or greatest of numbers of a byte or two in each group: totals as short as the numbers, so that more of them are in the cache.
struct PackedExtreme {
  let numbers: PackedNumbers
  let isLargest: Bool

  /// Totals of one thread, as long as the numbers; those of a group without values mean nothing.
  struct Part {
    fileprivate(set) var bytes: [UInt8] = []
    fileprivate(set) var shorts: [UInt16] = []
  }

  func start(groups: Int) -> Part {
    switch numbers.distances {
    case .bytes: Part(bytes: [UInt8](repeating: isLargest ? 0 : .max, count: groups))
    case .shorts: Part(shorts: [UInt16](repeating: isLargest ? 0 : .max, count: groups))
    case .words: Part()
    }
  }

  /// Takes in rows whose groups are `places`, from `offset` on; a negative one counts as the last.
  func add(_ rows: Range<Int>, _ places: borrowing Span<Int32>, offset: Int, to part: inout Part) {
    switch numbers.distances {
    case .bytes(let distances): loop(rows, distances.span, places, offset, &part.bytes)
    case .shorts(let distances): loop(rows, distances.span, places, offset, &part.shorts)
    // Nobody asks: words gain nothing.
    case .words: break
    }
  }

  /// Missing values have the greatest distance, which makes no difference to the least; for the greatest, distances begin
  /// with one then.
  private func loop<Distance: FixedWidthInteger & UnsignedInteger>(
    _ rows: Range<Int>, _ distances: borrowing Span<Distance>, _ places: borrowing Span<Int32>, _ offset: Int,
    _ totals: inout [Distance]
  ) {
    let last = totals.count - 1
    let missing = Distance(truncatingIfNeeded: numbers.span)
    let (isLargest, hasMissing) = (isLargest, numbers.hasMissing)
    totals.withApart { totals in
      if !isLargest {
        for row in rows {
          let place = Int(places[row &- offset])
          let group = place < 0 ? last : place
          let distance = distances[row]
          if distance < totals[group] { totals[group] = distance }
        }
      } else if hasMissing {
        for row in rows {
          let place = Int(places[row &- offset])
          let group = place < 0 ? last : place
          let distance = distances[row] == missing ? 0 : distances[row] &+ 1
          if distance > totals[group] { totals[group] = distance }
        }
      } else {
        for row in rows {
          let place = Int(places[row &- offset])
          let group = place < 0 ? last : place
          let distance = distances[row]
          if distance > totals[group] { totals[group] = distance }
        }
      }
    }
  }

  /// The numbers themselves, of all parts together.
  func finished(_ parts: [Part], groups: Int) -> [Int64] {
    let first = isLargest && numbers.hasMissing ? numbers.least &- 1 : numbers.least
    return [Int64](morsels: groups, filler: 0) { range, output in
      for group in range { output[group] = isLargest ? 0 : Int64(UInt16.max) }
      for part in parts {
        if part.bytes.isEmpty {
          merge(part.shorts, range, into: output)
        } else {
          merge(part.bytes, range, into: output)
        }
      }
      for group in range { output[group] = first &+ output[group] }
    }
  }

  private func merge(_ totals: [some FixedWidthInteger], _ groups: Range<Int>, into output: Apart<Int64>) {
    for group in groups {
      let total = Int64(totals[group])
      if isLargest ? total > output[group] : total < output[group] { output[group] = total }
    }
  }
}
