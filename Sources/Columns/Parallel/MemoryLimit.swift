import CAllocator
import Synchronization

/// The memory that a run may take beside what the process holds when it begins.
///
/// What the allocator has given out is asked for where much is about to be allocated, and now and then between morsels. So
/// everything counts that a query holds, whoever allocated it, and nothing that it gave back. Two queries at once count
/// what both take. A run may go past its limit by what it allocates between two looks: about the size of one column.
package final class MemoryLimit: Sendable {
  package let bytes: Int
  private let before: Int
  private let reached = Atomic<Bool>(false)
  /// Nanoseconds of the last look.
  private let looked = Atomic<UInt64>(0)

  private static let nanosecondsBetweenLooks: UInt64 = 2_000_000
  /// Less is allocated without asking.
  @usableFromInline static let muchBytes = 1 << 20

  package init(bytes: Int) {
    self.bytes = bytes
    before = Self.allocated
  }

  /// Whether the run went past it at some time.
  package var isReached: Bool { reached.load(ordering: .relaxed) }

  /// Asks the allocator, unless somebody just did.
  var isExceededNow: Bool {
    if isReached { return true }
    let now = Self.nanoseconds
    let last = looked.load(ordering: .relaxed)
    guard now > last, now - last > Self.nanosecondsBetweenLooks else { return false }
    looked.store(now, ordering: .relaxed)
    return isExceeded(adding: 0)
  }

  /// Whether so many bytes more are too many; it counts as reached then.
  package func isExceeded(adding more: Int) -> Bool {
    guard !isReached, Self.allocated - before + more > bytes else { return isReached }
    reached.store(true, ordering: .relaxed)
    return true
  }

  /// Bytes that the process has from the allocator; zero where it does not tell.
  static var allocated: Int { Int(ibid_allocated_bytes()) }

  /// Since the first call.
  private static var nanoseconds: UInt64 {
    // The start is made by whoever asks first, and must not lie behind the present.
    let start = Self.start
    let (seconds, attoseconds) = (ContinuousClock.now - start).components
    return UInt64(max(seconds, 0)) &* 1_000_000_000 &+ UInt64(max(attoseconds, 0) / 1_000_000_000)
  }

  private static let start = ContinuousClock.now
}
