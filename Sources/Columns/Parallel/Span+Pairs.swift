/// Two bytes at a distance, looked for in many places at once.
@frozen
@usableFromInline
package struct BytePair: Sendable, Equatable {
  @usableFromInline package let first: UInt8
  @usableFromInline package let second: UInt8
  /// How far the second is behind the first.
  @usableFromInline package let distance: Int
  /// Set in the bytes of the text before they are compared: the bit that tells small letters from capital ones.
  @usableFromInline let firstCase: UInt8
  @usableFromInline let secondCase: UInt8

  package init(_ first: UInt8, _ second: UInt8, distance: Int, firstCase: UInt8 = 0, secondCase: UInt8 = 0) {
    precondition(distance >= 0, "the second byte is not before the first")
    self.first = first
    self.second = second
    self.distance = distance
    self.firstCase = firstCase
    self.secondCase = secondCase
  }

  /// So many places are looked at together.
  @usableFromInline package static let places = 64
}

extension Span<UInt8> {
  /// Whether the pair stands at a place, both bytes before `end`.
  @inlinable @inline(__always)
  package func holds(_ pair: BytePair, exactlyAt place: Int, before end: Int) -> Bool {
    self[place] | pair.firstCase == pair.first && place &+ pair.distance < end
      && self[place &+ pair.distance] | pair.secondCase == pair.second
  }
}
