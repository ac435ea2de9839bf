/// Numbers in order, as far as a run gets: there are no more of them once it was stopped.
///
/// For loops that one thread must do from the first row to the last. What such a loop leaves when the run is stopped is
/// unfinished, so it either sets elements of arrays made before, or whoever called it asks `Parallel.isCurrentStopped`.
@frozen
@usableFromInline
package struct UntilStopped: Sequence, IteratorProtocol {
  @usableFromInline var place: Int
  @usableFromInline var look: Int
  @usableFromInline let end: Int

  /// Many short ranges, such as partitions or lists, are gone through without a look: whoever goes through them looks.
  @usableFromInline static let rowsBeforeFirstLook = 64

  @inlinable
  init(_ range: Range<Int>) {
    place = range.lowerBound
    end = range.upperBound
    look = Swift.min(range.upperBound, range.lowerBound &+ Self.rowsBeforeFirstLook)
  }

  @inlinable @inline(__always)
  package mutating func next() -> Int? {
    if place == look {
      let further = Self.look(behind: look, end)
      if further == look { return nil }
      look = further
    }
    place &+= 1
    return place &- 1
  }

  /// Where to look again; `look` itself where there is nothing more to do. Away from the loop, whose numbers stay in registers.
  @inlinable @inline(never)
  static func look(behind look: Int, _ end: Int) -> Int {
    guard look < end, let rows = Parallel.currentRowsBetweenLooks() else { return look }
    return Swift.min(end, look &+ rows)
  }
}

extension Range<Int> {
  @inlinable package var untilStopped: UntilStopped { UntilStopped(self) }
}

/// The looks of a loop that does not go through numbers, or in which a row may bring very many others.
///
///     var looks = Looks()
///     while … {
///       if looks.seeStop() { throw .cancelled }
@frozen
@usableFromInline
package struct Looks {
  @usableFromInline var left = UntilStopped.rowsBeforeFirstLook

  @inlinable package init() {}

  /// Whether the run is to end; to be asked for each piece of work, or for so many together, and answered from memory most of
  /// the time.
  @inlinable @inline(__always)
  package mutating func seeStop(after pieces: Int = 1) -> Bool {
    left &-= pieces
    if left > 0 { return false }
    guard let rows = Parallel.currentRowsBetweenLooks() else { return true }
    left = rows
    return false
  }
}

extension Array {
  /// A value for each row, made by one thread from the first row to the last; `filler` for those that a stopped run left out.
  ///
  /// For values that are no plain bytes or are too dear to be made without a look: those that are go through `morsels`.
  @inlinable
  package init(rows count: Int, filler: Element, _ value: (Int) -> Element) {
    self = []
    reserveCapacity(count)
    // What a stopped run left before may be of use for no row at all.
    if !Parallel.isCurrentStopped() { for row in (0..<count).untilStopped { append(value(row)) } }
    while self.count < count { append(filler) }
  }
}
