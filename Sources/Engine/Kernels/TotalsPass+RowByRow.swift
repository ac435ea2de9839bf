import IbidColumns

extension TotalsPass {
  /// The totals where each row is a group, in the order of the rows: nothing is added up. O(terms × rows), by all threads.
  func runRowByRow() -> Found {
    Found(
      terms: terms.map(ofRows), lanes: lanes.lanes.map { Totals(wholes: lanes.ofRows($0, groupCount)) },
      extremes: extremes.map { extreme in
        Totals(
          wholes: [Int64](morsels: groupCount, filler: 0) { rows, output in
            for row in rows { output[row] = extreme.numbers.least &+ extreme.numbers.distance(row) }
          })
      })
  }

  private func ofRows(_ term: Term) -> Totals {
    switch term {
    case .count(let validity): wholes(Counting(), validity)
    case .wholeSum(let kind, let validity): wholes(kind, validity)
    case .leastWhole(let kind, let validity): wholes(kind, validity)
    case .greatestWhole(let kind, let validity): wholes(kind, validity)
    case .leastDistance(let kind, let validity): wholes(kind, validity)
    case .greatestDistance(let kind, let validity): wholes(kind, validity)
    case .union(let kind, let validity): wholes(kind, validity)
    case .distanceSum(let kind): wholes(kind, nil)
    case .floatSum(let kind, let validity): floats(kind, validity)
    case .wholeFloatSum(let kind, let validity): floats(kind, validity)
    case .leastFloat(let kind, let validity): floats(kind, validity)
    case .greatestFloat(let kind, let validity): floats(kind, validity)
    }
  }

  private func wholes<Kind: Accumulator>(_ kind: Kind, _ validity: Bitmap?) -> Totals where Kind.Total == Int64 {
    let found = totals(kind, validity, filler: 0)
    return Totals(wholes: found.totals, bits: found.bits)
  }

  private func floats<Kind: Accumulator>(_ kind: Kind, _ validity: Bitmap?) -> Totals where Kind.Total == Double {
    let found = totals(kind, validity, filler: 0)
    return Totals(floats: found.totals, bits: found.bits)
  }

  @inline(__always)
  private func totals<Kind: Accumulator>(
    _ kind: Kind, _ validity: Bitmap?, filler: Kind.Total
  ) -> (totals: [Kind.Total], bits: UInt64) {
    var bits: [UInt64] = []
    let totals = [Kind.Total](apart: groupCount, filler: filler) { totals in
      bits = Parallel.current.mapMorsels(of: groupCount) { rows in
        var bits: UInt64 = 0
        for row in rows {
          var total = kind.start
          if validity?[row] ?? true { kind.add(row, to: &total, &bits) }
          totals[row] = total
        }
        return bits
      }
    }
    return (totals, bits.reduce(0, |))
  }
}

extension PackedLanes {
  /// What each row adds to a lane.
  fileprivate func ofRows(_ lane: Lane, _ count: Int) -> [Int64] {
    let factors = lane.factors.map { columns[$0] }
    let present = lane.present.map { columns[$0] }
    return [Int64](morsels: count, filler: 0) { rows, output in
      for row in rows { output[row] = 1 }
      for column in factors { for row in rows { output[row] &*= column.distance(row) } }
      for column in present { for row in rows where column.distance(row) == column.span { output[row] = 0 } }
    }
  }
}

extension PackedNumbers {
  /// How far the number of a row is from the least; `span` where it is missing.
  @inline(__always)
  fileprivate func distance(_ row: Int) -> Int64 {
    switch distances {
    case .bytes(let distances): Int64(distances[row])
    case .shorts(let distances): Int64(distances[row])
    case .words(let distances): Int64(distances[row])
    }
  }
}
