/// The elements of an array, set by several threads at once, each its own.
///
/// Indices are checked; that two threads keep apart is up to the loop: morsels, stretches and partitions do not overlap.
/// It is good only within the call that it was made for.
@safe @frozen
@usableFromInline
package struct Apart<Element> {
  @usableFromInline let base: UnsafeMutablePointer<Element>?
  @usableFromInline package let count: Int

  @usableFromInline
  init(_ buffer: UnsafeMutableBufferPointer<Element>) {
    unsafe base = buffer.baseAddress
    count = buffer.count
  }

  @inlinable
  package subscript(index: Int) -> Element {
    @inline(__always) get {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index within the array")
      // Safe: the index is within the buffer, whose elements are initialised or of a trivial type.
      return unsafe base.unsafelyUnwrapped[index]
    }
    @inline(__always) nonmutating set {
      precondition(UInt(bitPattern: index) < UInt(bitPattern: count), "an index within the array")
      unsafe base.unsafelyUnwrapped[index] = newValue
    }
  }
}

extension Array {
  /// Lends the elements to loops of several threads.
  @inlinable
  package mutating func withApart<Result>(_ body: (Apart<Element>) -> Result) -> Result {
    // Safe: the buffer outlives the call, and `Apart` checks its bounds.
    unsafe withUnsafeMutableBufferPointer { buffer in unsafe body(Apart(buffer)) }
  }
}

/// Lends some elements for the length of a call, which are not kept: for blocks of a loop.
@inlinable @inline(__always)
package func withScratch<Element: BitwiseCopyable, Result>(
  _ count: Int, filler: Element, _ body: (Apart<Element>) -> Result
) -> Result {
  // Safe: all are initialised, and of a trivial type; the buffer outlives the call.
  unsafe withUnsafeTemporaryAllocation(of: Element.self, capacity: count) { buffer in
    unsafe buffer.initialize(repeating: filler)
    return unsafe body(Apart(buffer))
  }
}

extension Array where Element: BitwiseCopyable {
  /// An array whose elements `fill` sets, all of them, in loops of several threads.
  ///
  /// Where the run was stopped, all elements are `filler`. One allocation, and the memory is touched first by the thread
  /// that fills it.
  ///
  /// - Parameter inLargePages: whether much memory is asked for in large pages. They come sooner where the memory was in use
  ///   before, as in queries, and much later where a virtual machine must have it from its host first.
  @inlinable
  package init(apart count: Int, filler: Element, inLargePages: Bool = true, _ fill: (Apart<Element>) -> Void) {
    guard count > 0 else {
      // All empty arrays are one, whose count the initializer below would write, by several threads at once.
      self = []
      return
    }
    Parallel.willAllocate(bytes: count * MemoryLayout<Element>.stride)
    // Safe: every element of a trivial type is written, by `fill` or at the end.
    unsafe self.init(unsafeUninitializedCapacity: count) { buffer, initialized in
      let buffer = unsafe UnsafeMutableBufferPointer(rebasing: buffer[..<count])
      if inLargePages { unsafe Parallel.willFill(UnsafeMutableRawBufferPointer(buffer)) }
      unsafe fill(Apart(buffer))
      if Parallel.isCurrentStopped() { unsafe buffer.initialize(repeating: filler) }
      initialized = count
    }
  }

  /// An array that is filled morsel by morsel, by all threads of the run: `fill` sets each element of its range.
  @inlinable
  package init(morsels count: Int, filler: Element, _ fill: (Range<Int>, Apart<Element>) -> Void) {
    self.init(apart: count, filler: filler) { elements in
      Parallel.forEachCurrentMorsel(of: count) { fill($0, elements) }
    }
  }

  /// So many times one element, written by all threads of the run.
  @inlinable
  package init(all element: Element, count: Int) {
    self.init(morsels: count, filler: element) { range, elements in
      for index in range { elements[index] = element }
    }
  }
}
