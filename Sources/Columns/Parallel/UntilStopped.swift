/// Numbers in order, as far as a run gets: there are no more of them once it was stopped.
///
/// For loops that one thread must do from the first row to the last, and that set elements of arrays made before; what such a
/// loop leaves when the run is stopped is unfinished, but in bounds.
@frozen
@usableFromInline
package struct UntilStopped: Sequence, IteratorProtocol {
  @usableFromInline var place: Int
  @usableFromInline var look: Int
  @usableFromInline let end: Int

  /// So many rows take far less than the time in which a run is to stop.
  @usableFromInline static let rowsBetweenLooks = 1 << 16

  @inlinable
  init(_ range: Range<Int>) {
    place = range.lowerBound
    end = range.upperBound
    look = Swift.min(range.upperBound, range.lowerBound &+ Self.rowsBetweenLooks)
  }

  @inlinable @inline(__always)
  package mutating func next() -> Int? {
    if place == look {
      if look == end || Parallel.isCurrentStopped() { return nil }
      look = Swift.min(end, look &+ Self.rowsBetweenLooks)
    }
    place &+= 1
    return place &- 1
  }
}

extension Range<Int> {
  @inlinable package var untilStopped: UntilStopped { UntilStopped(self) }
}
