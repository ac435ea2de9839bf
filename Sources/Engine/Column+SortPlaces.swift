package import IbidColumns

extension Column {
  /// Where each row stands in the ascending order of the column, from 0; equal values share a place. nil for what is
  /// missing and for what has no place in the order: unresolved dates, amounts without ends.
  package var sortPlaces: [Int32?] {
    let (ranks, validity, unplaced) = (SortKeys.ranks(self), validity, SortKeys.unplaced(self))
    let placed = ranks.indices.filter { (validity?[$0] ?? true) && !(unplaced?[$0] ?? false) }
    var places = [Int32?](repeating: nil, count: count)
    var (place, last): (Int32, UInt64?) = (-1, nil)
    for row in placed.sorted(by: { (ranks[$0], $0) < (ranks[$1], $1) }) {
      if ranks[row] != last { place += 1 }
      last = ranks[row]
      places[row] = place
    }
    return places
  }
}
