// Truth of sixty-four elements as one word.

extension Span where Element: BitwiseCopyable {
  /// A bit for each of the elements from `64 * word` on, lowest first; bits past the end are 0.
  ///
  /// Truths are written as bytes, in a loop without branches that compiles to vectors; eight bytes are a number, which one
  /// multiplication brings together.
  @inlinable @inline(__always)
  package func bits(_ word: Int, _ holds: (Element) -> Bool) -> UInt64 {
    let first = word &* 64
    var bits: UInt64 = 0
    guard first >= 0, first &+ 64 <= count else {
      for place in 0..<Swift.max(0, count &- first) { bits |= (holds(self[first &+ place]) ? 1 : 0) &<< UInt64(place) }
      return bits
    }
    // Safe: all sixty-four elements lie within the span, and all of the bytes are written before they are read.
    // Aligned any further they would come from the heap.
    unsafe withUnsafeTemporaryAllocation(byteCount: 64, alignment: 16) { truths in
      for place in 0..<64 {
        unsafe truths[place] = holds(self[unchecked: first &+ place]) ? 1 : 0
      }
      for group in 0..<8 {
        let bytes = UInt64(littleEndian: unsafe truths.load(fromByteOffset: group &* 8, as: UInt64.self))
        // Bit 8i moves to bit 56 + i; all others fall off or come to lie below.
        bits |= ((bytes &* 0x0102_0408_1020_4080) &>> 56) &<< UInt64(group &* 8)
      }
    }
    return bits
  }
}

extension Span<Double> {
  /// The same for a test of eight floats at once, which two of them to a register would not become by itself.
  @inlinable @inline(__always)
  package func bits(
    _ word: Int, eightAtOnce holds: (SIMD8<Double>) -> SIMDMask<SIMD8<Int64>>
  ) -> UInt64 {
    precondition(word >= 0 && word &* 64 &+ 64 <= count, "sixty-four floats within the span")
    let places = SIMD8<Int64>(1, 2, 4, 8, 16, 32, 64, 128)
    var bits: UInt64 = 0
    // Safe: all sixty-four lie within the span.
    unsafe withUnsafeBytes { bytes in
      for group in 0..<8 {
        let first = (word &* 64 &+ group &* 8) &* MemoryLayout<Double>.stride
        let floats = unsafe bytes.loadUnaligned(fromByteOffset: first, as: SIMD8<Double>.self)
        var found = SIMD8<Int64>()
        found.replace(with: places, where: holds(floats))
        let four = found.lowHalf | found.highHalf
        let two = four.lowHalf | four.highHalf
        bits |= UInt64(bitPattern: two[0] | two[1]) &<< UInt64(group &* 8)
      }
    }
    return bits
  }

  /// Adds to four sums in turn the floats from `64 * word` on whose bit is set.
  ///
  /// What is left out adds a zero, which changes no sum; so nothing depends on a branch.
  @inlinable @inline(__always)
  package func add(_ word: Int, where bits: UInt64, to sums: inout SIMD4<Double>) {
    precondition(word >= 0 && word &* 64 &+ 64 <= count, "sixty-four floats within the span")
    let places = SIMD4<UInt64>(1, 2, 4, 8)
    // Safe: all sixty-four lie within the span; floats and numbers of one width have each bits of the other.
    unsafe withUnsafeBytes { bytes in
      for group in 0..<16 {
        let first = (word &* 64 &+ group &* 4) &* MemoryLayout<Double>.stride
        let floats = unsafe bytes.loadUnaligned(fromByteOffset: first, as: SIMD4<UInt64>.self)
        let four = SIMD4<UInt64>(repeating: bits &>> UInt64(group &* 4)) & places
        var kept = floats
        kept.replace(with: SIMD4<UInt64>(repeating: 0), where: four .== SIMD4<UInt64>(repeating: 0))
        sums += unsafe unsafeBitCast(kept, to: SIMD4<Double>.self)
      }
    }
  }
}
