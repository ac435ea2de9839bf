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
  /// Whether the pair stands at one of the 64 places from `index` on; with `strange`, whether one of them has one of its bits.
  ///
  /// Both sides of each comparison are vectors: loops over bytes that end with a test are compiled to branches.
  @inlinable @inline(__always)
  package func holds(_ pair: BytePair, strange: UInt8 = 0, at index: Int) -> Bool {
    precondition(
      index >= 0 && index &+ pair.distance &+ BytePair.places <= count, "all of the places within the span")
    let (first, second) = (SIMD16<UInt8>(repeating: pair.first), SIMD16<UInt8>(repeating: pair.second))
    let firstCase = SIMD16<UInt8>(repeating: pair.firstCase)
    let secondCase = SIMD16<UInt8>(repeating: pair.secondCase)
    let (strange, one) = (SIMD16<UInt8>(repeating: strange), SIMD16<UInt8>(repeating: 1))
    var found = SIMD16<UInt8>()
    // Safe: all places lie within the span.
    unsafe withUnsafeBytes { bytes in
      var place = index
      for _ in 0..<BytePair.places / 16 {
        let a = unsafe bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
        let b = unsafe bytes.loadUnaligned(fromByteOffset: place &+ pair.distance, as: SIMD16<UInt8>.self)
        let difference = ((a | firstCase) ^ first) | ((b | secondCase) ^ second)
        found.replace(with: one, where: difference .== SIMD16<UInt8>(repeating: 0))
        found |= a & strange
        place &+= 16
      }
    }
    let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }

  /// Whether one of four bytes stands at one of the 64 places from `index` on.
  @inlinable @inline(__always)
  package func holds(anyOf wanted: SIMD4<UInt8>, at index: Int) -> Bool {
    precondition(index >= 0 && index &+ BytePair.places <= count, "all of the places within the span")
    let (a, b) = (SIMD16<UInt8>(repeating: wanted[0]), SIMD16<UInt8>(repeating: wanted[1]))
    let (c, d) = (SIMD16<UInt8>(repeating: wanted[2]), SIMD16<UInt8>(repeating: wanted[3]))
    var found = SIMDMask<SIMD16<Int8>>()
    // Safe: all places lie within the span.
    unsafe withUnsafeBytes { bytes in
      for group in 0..<BytePair.places / 16 {
        let text = unsafe bytes.loadUnaligned(fromByteOffset: index &+ group &* 16, as: SIMD16<UInt8>.self)
        found = found .| (text .== a) .| (text .== b) .| (text .== c) .| (text .== d)
      }
    }
    let words = unsafe unsafeBitCast(found, to: SIMD2<UInt64>.self)
    return words[0] | words[1] != 0
  }

  /// Whether the pair stands at a place, both bytes before `end`.
  @inlinable @inline(__always)
  package func holds(_ pair: BytePair, exactlyAt place: Int, before end: Int) -> Bool {
    self[place] | pair.firstCase == pair.first && place &+ pair.distance < end
      && self[place &+ pair.distance] | pair.secondCase == pair.second
  }
}
