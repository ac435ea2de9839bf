import CAllocator
import Synchronization

/// The memory that a run may take beside what the process holds when it begins.
///
/// What the allocator has given out is asked for where much is about to be allocated, at the end of each operator, and now and
/// then wherever a loop looks whether it is to end. So everything counts that a query holds, whoever allocated it, and nothing
/// that it gave back. Two queries at once count what both take. A run may go past its limit by what it allocates between two
/// looks: about the size of one column.
package final class MemoryLimit: Sendable {
  package let bytes: Int
  private let allocated: @Sendable () -> Int
  private let nanosecondsBetweenLooks: UInt64
  private let before: Int
  private let reached = Atomic<Bool>(false)
  /// Nanoseconds of the last look.
  private let looked = Atomic<UInt64>(0)

  /// Less is allocated without asking.
  @usableFromInline static let muchBytes = 1 << 20

  /// `allocated`, and how often it is asked at most, are for tests; else it is the allocator of the process, which takes its time
  /// to answer.
  package init(
    bytes: Int, nanosecondsBetweenLooks: UInt64? = nil,
    allocated: (@Sendable () -> Int)? = nil
  ) {
    let allocated = allocated ?? { Int(ibid_allocated_bytes()) }
    self.bytes = bytes
    // An answer takes some tenths of a millisecond where much lies free in small pieces.
    self.nanosecondsBetweenLooks = nanosecondsBetweenLooks ?? (bytes < Self.largeBytes ? 2_000_000 : 10_000_000)
    self.allocated = allocated
    before = allocated()
  }

  /// Whether the run went past it at some time.
  package var isReached: Bool { reached.load(ordering: .relaxed) }

  /// At the end of a step: asks at once where the limit is so small that a step may pass it between two looks.
  package var isExceededAfterStep: Bool { bytes < Self.largeBytes ? isExceeded(adding: 0) : isExceededNow }

  /// From here on a step that passes the limit takes longer than the time between two looks.
  private static let largeBytes = 1 << 28

  /// Asks the allocator, unless somebody just did.
  var isExceededNow: Bool {
    if isReached { return true }
    let now = Self.nanoseconds
    let last = looked.load(ordering: .relaxed)
    guard now >= last, now - last >= nanosecondsBetweenLooks else { return false }
    looked.store(now, ordering: .relaxed)
    return isExceeded(adding: 0)
  }

  /// Whether so many bytes more are too many; it counts as reached then.
  package func isExceeded(adding more: Int) -> Bool {
    guard !isReached, allocated() - before + more > bytes else { return isReached }
    reached.store(true, ordering: .relaxed)
    return true
  }

  /// Since the first call.
  private static var nanoseconds: UInt64 {
    // The start is made by whoever asks first, and must not lie behind the present.
    let start = Self.start
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return UInt64(max(seconds, 0)) &* 1_000_000_000 &+ UInt64(max(attoseconds, 0) / 1_000_000_000)
  }

  private static let start = ContinuousClock.now
}

/// What the process holds of the system's memory without need.
package enum FreeMemory {
  /// Gives it back. It takes milliseconds, and belongs behind what has allocated much and keeps little of it.
  package static func giveBack() { ibid_release_free_memory() }
}
