import CAllocator
import Dispatch
import Synchronization

/// How the loops of a run are cut into morsels, and how many threads run them.
///
/// The cut depends on the number of rows alone and parts are put together in the order of the rows, so a result is the same
/// to the last bit for any number of threads. Small inputs are one morsel, which the calling thread runs by itself.
///
/// Kernels ask for `Parallel.current`, which an executor sets for the length of a run; elsewhere it is one thread. Once the
/// run is cancelled no further morsel begins: what a loop leaves is then unfinished but in bounds, and the operator that
/// called it gives up.
@usableFromInline
package struct Parallel: Sendable {
  /// At least 1.
  package let threads: Int
  /// Rows that are done between two looks at the cancellation; a multiple of 64, so that bitmaps are cut between words.
  package let morselRows: Int
  /// nil: as much as there is.
  package let memory: MemoryLimit?
  private let isCancelled: @Sendable () -> Bool
  private let stop: Stop
  /// Told how far the loops are; nil if nobody asks.
  package let meter: Meter?

  package static let defaultMorselRows = 1 << 16

  /// Rows that one thread does between two looks in loops whose rows may be dear, as those of lists, texts and sources: at
  /// ten microseconds a row it ends within the time in which a run is to stop.
  package var rowsBetweenLooks: Int { min(morselRows, 1 << 12) }

  @TaskLocal package static var current = Parallel(threads: 1)

  package init(
    threads: Int, morselRows: Int = defaultMorselRows, memory: MemoryLimit? = nil, meter: Meter? = nil,
    isCancelled: @escaping @Sendable () -> Bool = { false }
  ) {
    self.memory = memory
    self.threads = max(threads, 1)
    self.morselRows = max((morselRows + 63) / 64 * 64, 64)
    self.meter = meter
    self.isCancelled = isCancelled
    stop = Stop()
  }

  /// The same run for a piece of a loop, which one thread does: a loop inside of it is not shared out again, and sees when the
  /// run is to end.
  private init(aloneIn other: Parallel) {
    (threads, morselRows, memory, meter) = (1, other.morselRows, other.memory, nil)
    (isCancelled, stop) = (other.isCancelled, other.stop)
  }

  // MARK: Stopping

  private final class Stop: Sendable {
    let isSet = Atomic<Bool>(false)
  }

  /// Whether the run is to end. Once it was, it stays so: a loop may have left something out.
  package var isStopped: Bool {
    if stop.isSet.load(ordering: .relaxed) { return true }
    guard isCancelled() || memory?.isExceededNow ?? false else { return false }
    stop.isSet.store(true, ordering: .relaxed)
    return true
  }

  // MARK: Cuts

  /// How many morsels so many rows are.
  package func morsels(of rows: Int) -> Int { (rows + morselRows - 1) / morselRows }

  /// The rows of a morsel.
  package func morsel(_ index: Int, of rows: Int) -> Range<Int> {
    index * morselRows..<min((index + 1) * morselRows, rows)
  }

  /// The rows cut into a few long stretches, for loops that keep `size` numbers for each of them.
  ///
  /// At most `maximalStretches`, each `rowsPerKept` times as long as what is kept for it, so that putting the parts together
  /// costs little beside the loop. At least one; all but the last are of one length, a multiple of 64.
  package func stretches(of rows: Int, keeping size: Int, rowsPerKept: Int = 8) -> [Range<Int>] {
    let count = max(min(rows / max(morselRows, size * rowsPerKept), Self.maximalStretches), 1)
    let length = (rows / count + 63) / 64 * 64
    return (0..<count).map { index in
      min(index * length, rows)..<(index == count - 1 ? rows : min((index + 1) * length, rows))
    }
  }

  private static let maximalStretches = 16

  // MARK: Loops

  /// Does `count` pieces of work, by several threads at once and in any order.
  package func forEach(_ count: Int, _ work: (Int) -> Void) {
    let workers = min(threads, count)
    meter?.beginLoop(of: count)
    if workers <= 1 {
      for index in 0..<count where !isStopped {
        work(index)
        meter?.addPiece()
      }
      return
    }
    let next = Atomic<Int>(0)
    withoutActuallyEscaping(work) { work in
      // Safe: several threads call it at once, as its callers are told, and none after this call.
      nonisolated(unsafe) let work = work
      DispatchQueue.concurrentPerform(iterations: workers) { _ in
        Parallel.$current.withValue(Parallel(aloneIn: self)) {
          // Only the calling thread knows whether its task is cancelled; the others learn it from `stop`.
          while !isStopped {
            let index = next.add(1, ordering: .relaxed).oldValue
            if index >= count { return }
            unsafe work(index)
            meter?.addPiece()
          }
        }
      }
    }
  }

  // What generic code of this module needs of the current run, without naming more of it.
  @usableFromInline package static func isCurrentStopped() -> Bool { current.isStopped }
  /// Looks, and tells how many rows one thread may do until its next look; nil if the run is to end.
  @usableFromInline static func currentRowsBetweenLooks() -> Int? {
    let current = current
    return current.isStopped ? nil : current.rowsBetweenLooks
  }
  @usableFromInline static func willAllocate(bytes: Int) {
    if bytes >= MemoryLimit.muchBytes, let memory = current.memory { _ = memory.isExceeded(adding: bytes) }
  }
  /// Tells the system of memory that is about to be filled, where it is much: in large pages it is had sooner.
  @usableFromInline package static func willFill(_ bytes: UnsafeMutableRawBufferPointer) {
    guard bytes.count >= manyBytes, let start = bytes.baseAddress else { return }
    // Safe: advice about memory that is the caller's, which changes nothing in it.
    unsafe ibid_expect_writes(start, bytes.count)
  }
  private static let manyBytes = 1 << 22

  @usableFromInline static func forEachCurrentMorsel(of rows: Int, _ work: (Range<Int>) -> Void) {
    current.forEachMorsel(of: rows, work)
  }

  @usableFromInline static func mapCurrentMorsels<Part>(of rows: Int, _ work: (Range<Int>) -> Part) -> [Part] {
    current.mapMorsels(of: rows, work)
  }

  /// Calls `work` for each morsel.
  package func forEachMorsel(of rows: Int, _ work: (Range<Int>) -> Void) {
    forEach(morsels(of: rows)) { work(morsel($0, of: rows)) }
  }

  /// Calls `work` for one morsel after the other, on the calling thread.
  package func inOrder(rows: Int, _ work: (Range<Int>) -> Void) {
    for index in 0..<morsels(of: rows) where !isStopped { work(morsel(index, of: rows)) }
  }

  /// A result for each piece of work, in order; nil for those that a stopped run left out.
  package func map<Part>(_ count: Int, _ work: (Int) -> Part) -> [Part?] {
    var parts = [Part?](repeating: nil, count: count)
    parts.withApart { parts in forEach(count) { parts[$0] = work($0) } }
    return parts
  }

  /// The same without what a stopped run left out.
  package func parts<Part>(_ count: Int, _ work: (Int) -> Part) -> [Part] { map(count, work).compactMap { $0 } }

  /// A result for each morsel, in order.
  package func mapMorsels<Part>(of rows: Int, _ work: (Range<Int>) -> Part) -> [Part] {
    parts(morsels(of: rows)) { work(morsel($0, of: rows)) }
  }
}
