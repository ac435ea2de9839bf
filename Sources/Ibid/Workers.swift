import Dispatch
import Synchronization

/// Threads for work that takes long and never waits, such as reading files.
///
/// They are threads of their own, not those of Swift's tasks: while all cores read, a session still answers, and whoever
/// has stopped waiting goes on at once.
enum Workers {
  /// Does `count` pieces of work by several threads, in any order; the results stand in order.
  ///
  /// `isStopped` is asked before each piece. Once it says so, the call returns at once and gives nil; pieces that are under
  /// way then go on unseen.
  static func map<Part: Sendable>(
    _ count: Int, threads: Int, isStopped: @escaping @Sendable () -> Bool,
    _ work: @escaping @Sendable (Int) -> Part
  ) async -> [Part]? {
    let shared = Shared<Part>(count: count)
    let workers = min(max(threads, 1), max(count, 1))
    let (ends, ended) = AsyncStream.makeStream(of: Bool.self, bufferingPolicy: .bufferingOldest(1))
    let group = DispatchGroup()
    for number in 0..<workers {
      DispatchQueue(label: "ibid.worker.\(number)").async(group: group) {
        while !isStopped(), let index = shared.next() { shared.set(index, work(index)) }
      }
    }
    let watch = DispatchQueue(label: "ibid.watch")
    let timer = DispatchSource.makeTimerSource(queue: watch)
    timer.schedule(deadline: .now() + .milliseconds(20), repeating: .milliseconds(20))
    timer.setEventHandler { if isStopped() { ended.yield(false) } }
    timer.resume()
    group.notify(queue: watch) { ended.yield(true) }
    let isWhole = await withTaskCancellationHandler {
      for await isWhole in ends { return isWhole }
      return false
    } onCancel: {
      ended.yield(false)
    }
    timer.cancel()
    guard isWhole, !isStopped() else {
      // What asked for the stop may be asked again for other work.
      shared.stop()
      return nil
    }
    return shared.results
  }

  /// Does something by a thread that nobody waits for.
  static func begin(_ work: @escaping @Sendable () -> Void) {
    DispatchQueue(label: "ibid.worker.first").async(execute: work)
  }

  private final class Shared<Part: Sendable>: Sendable {
    private let count: Int
    private let place = Atomic<Int>(0)
    private let parts: Mutex<[Part?]>

    init(count: Int) {
      self.count = count
      parts = Mutex([Part?](repeating: nil, count: count))
    }

    func next() -> Int? {
      let index = place.add(1, ordering: .relaxed).oldValue
      return index < count ? index : nil
    }

    /// Lets nobody begin another piece.
    func stop() { place.store(count, ordering: .relaxed) }

    func set(_ index: Int, _ part: Part) { parts.withLock { $0[index] = part } }

    var results: [Part] { parts.withLock { $0.compactMap { $0 } } }
  }
}
