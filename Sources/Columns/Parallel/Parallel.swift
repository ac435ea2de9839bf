import Dispatch
import Synchronization

/// How many threads share the pieces of a loop.
///
/// What a loop leaves must not depend on that: every piece of work has its own result, and these are put together in order.
package struct Parallel: Sendable {
  /// At least 1.
  package let threads: Int

  package init(threads: Int) { self.threads = max(threads, 1) }

  /// Does `count` pieces of work, in any order and by several threads at once.
  package func forEach(_ count: Int, _ work: (Int) -> Void) {
    let workers = min(threads, count)
    if workers <= 1 {
      for index in 0..<count { work(index) }
      return
    }
    let next = Atomic<Int>(0)
    // The loop ends before this function does.
    nonisolated(unsafe) let work = work
    DispatchQueue.concurrentPerform(iterations: workers) { _ in
      while true {
        let index = next.add(1, ordering: .relaxed).oldValue
        if index >= count { return }
        unsafe work(index)
      }
    }
  }

  /// A result for each piece of work, in order; never nil here, since nothing cancels the loop.
  package func map<Part>(_ count: Int, _ work: (Int) -> Part) -> [Part?] {
    var parts = [Part?](repeating: nil, count: count)
    unsafe parts.withUnsafeMutableBufferPointer { parts in
      // Each index is set once, by the one thread that does its work.
      nonisolated(unsafe) let base = unsafe parts
      forEach(count) { index in unsafe base[index] = work(index) }
    }
    return parts
  }
}
