import IbidColumns

/// A walk over the bytes of a dictionary that shows the entries in which something stands.
struct EntryWalk {
  /// What comes before was looked at.
  var position: Int
  /// No entry behind it begins before `position`.
  private var entry: Int

  init(_ entries: Range<Int>, at position: Int) {
    entry = entries.lowerBound
    self.position = position
  }

  /// Shows the entry at a place if it goes on for `reach` bytes more; `body` says whether to go to the next one.
  @inline(__always)
  mutating func look(
    at place: Int, reach: Int, _ offsets: borrowing Span<Int>, _ body: (_ entry: Int, _ place: Int) -> Bool
  ) {
    while offsets[entry &+ 1] <= place { entry &+= 1 }
    if place &+ reach < offsets[entry &+ 1], body(entry, place) { position = offsets[entry &+ 1] }
  }

  /// The same for those of the next sixty-four places whose bit is set, and goes to the next sixty-four at least.
  @inline(__always)
  mutating func look(
    at places: UInt64, before end: Int, _ offsets: borrowing Span<Int>, reach: (Int) -> Int,
    _ body: (_ entry: Int, _ place: Int) -> Bool
  ) {
    let first = position
    var places = places
    while places != 0 {
      let place = first &+ places.trailingZeroBitCount
      if place >= end { break }
      places &= places &- 1
      if place >= position { look(at: place, reach: reach(place), offsets, body) }
    }
    position = max(position, first &+ BytePair.places)
  }
}
