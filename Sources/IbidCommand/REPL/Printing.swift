import Dispatch
import Ibid
import Synchronization

/// Writes a result while somebody may lose patience.
///
/// Laying out a million rows takes its time before the first of them can be written. It is done by a thread of its own, so
/// that Ctrl-C need not wait for it.
enum Printing {
  struct Stopped: Error {}

  /// Writes the rows in pieces, on the calling thread. Throws `Stopped` as soon as `isStopped` says so.
  static func write(
    _ result: QueryResult, _ format: ResultFormat, options: QueryResult.Options, isStopped: () -> Bool,
    to sink: (String) throws -> Void
  ) throws {
    let pieces = Pieces()
    defer { pieces.close() }
    DispatchQueue(label: "ibid.print").async {
      try? result.write(format, options: options) { try pieces.put($0) }
      pieces.end()
    }
    while true {
      switch pieces.take(waitingMilliseconds: 20) {
      case .piece(let text): try sink(text)
      case .end: return
      case .nothing: break
      }
      if isStopped() { throw Stopped() }
    }
  }

  /// What one thread makes and another one takes; a few pieces at most wait in it.
  private final class Pieces: Sendable {
    enum Item { case piece(String), end, nothing }

    private struct State {
      var waiting: [String] = []
      var hasEnded = false
      var isClosed = false
    }

    private let state = Mutex(State())
    private let made = DispatchSemaphore(value: 0)
    private let room = DispatchSemaphore(value: 0)

    init() {
      // A semaphore that is let go of below the value it began with ends the program.
      for _ in 0..<16 { room.signal() }
    }

    /// Waits for room. Throws once nobody takes any more.
    func put(_ text: String) throws {
      room.wait()
      let isClosed = state.withLock { state in
        state.waiting.append(text)
        return state.isClosed
      }
      made.signal()
      if isClosed { throw Stopped() }
    }

    func end() {
      state.withLock { $0.hasEnded = true }
      made.signal()
    }

    func take(waitingMilliseconds: Int) -> Item {
      guard made.wait(timeout: .now() + .milliseconds(waitingMilliseconds)) == .success else { return .nothing }
      let item = state.withLock { state -> Item in
        state.waiting.isEmpty ? (state.hasEnded ? .end : .nothing) : .piece(state.waiting.removeFirst())
      }
      if case .piece = item { room.signal() }
      return item
    }

    /// Nobody takes any more: whoever puts something learns it.
    func close() {
      state.withLock { $0.isClosed = true }
      room.signal()
    }
  }
}
