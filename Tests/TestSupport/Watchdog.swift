import Foundation
import Synchronization

/// Sees to it that no input of a random test hangs or kills the process without a trace.
///
/// The input under way is kept in a file, so that it is known after a crash too. One that takes longer than allowed is
/// printed, and ends the process: code that hangs cannot be stopped from outside.
///
/// Other tests run at the same time and may hold all threads of Swift's pool, so that an innocent input has to wait at
/// every `await`. Therefore only time counts in which the pool ran a small task at once; ten minutes are too long anyway.
public final class Watchdog: Sendable {
  private struct State {
    var input: [UInt8] = []
    var since: ContinuousClock.Instant?
    var limitSeconds = 0.0
    /// Half seconds of this input in which the pool was free.
    var freeTicks = 0
    var priority = TaskPriority.medium
    var slowest: (seconds: Double, input: [UInt8]) = (0, [])
  }

  private static let tick = 0.5

  private let name: String
  private let limitSeconds: Double
  private let file: String
  private let state = Mutex(State())
  /// Whether the pool has run the small task of the last look within a twentieth of a second.
  private let isPoolFree = Atomic<Bool>(false)

  /// An input may take `limitSeconds`, and as many again for each million bytes of it.
  public init(_ name: String, limitSeconds: Double = 10) {
    self.name = name
    self.limitSeconds = limitSeconds
    file = NSTemporaryDirectory() + "ibid-fuzz-\(name)-\(ProcessInfo.processInfo.processIdentifier).txt"
    Thread.detachNewThread { [weak self] in
      while let self {
        self.look()
        Thread.sleep(forTimeInterval: Self.tick)
      }
    }
  }

  deinit { try? FileManager.default.removeItem(atPath: file) }

  /// Runs one input.
  public func watch<Result>(
    _ input: [UInt8], isolation: isolated (any Actor)? = #isolation, _ body: () async throws -> Result
  ) async rethrows -> Result {
    _ = FileManager.default.createFile(atPath: file, contents: Data(input))
    let start = ContinuousClock.now
    let limit = limitSeconds * (1 + Double(input.count) / 1e6)
    state.withLock {
      $0 = State(
        input: input, since: start, limitSeconds: limit, priority: Task.currentPriority, slowest: $0.slowest)
    }
    defer {
      let seconds = (ContinuousClock.now - start) / .seconds(1)
      state.withLock {
        $0.since = nil
        if seconds > $0.slowest.seconds { $0.slowest = (seconds, input) }
      }
    }
    return try await body()
  }

  /// The slowest input so far, in words: its time, and the file that it is kept in.
  public var slowest: String {
    let (seconds, input) = state.withLock { $0.slowest }
    let kept = NSTemporaryDirectory() + "ibid-fuzz-\(name)-slowest.txt"
    _ = FileManager.default.createFile(atPath: kept, contents: Data(input))
    return "slowest \((seconds * 1000).rounded() / 1000) s (\(kept))"
  }

  private func look() {
    let isFree = isPoolFree.exchange(false, ordering: .relaxed)
    let asked = ContinuousClock.now
    // Each priority has a queue of its own: the small task waits in the same one.
    Task.detached(priority: state.withLock(\.priority)) {
      self.isPoolFree.store(ContinuousClock.now - asked < .milliseconds(50), ordering: .relaxed)
    }
    let hanging: (input: [UInt8], limitSeconds: Double)? = state.withLock { state in
      guard let since = state.since else { return nil }
      if isFree { state.freeTicks += 1 }
      let waited = (ContinuousClock.now - since) / .seconds(1)
      let isTooLong = Double(state.freeTicks) * Self.tick > state.limitSeconds || waited > 600
      return isTooLong ? (state.input, state.limitSeconds) : nil
    }
    guard let hanging else { return }
    print(
      "fuzz \(name): no end after \(hanging.limitSeconds) s of this input, kept in \(file):\n\(String(decoding: hanging.input.prefix(100_000), as: UTF8.self))"
    )
    fflush(nil)
    exit(1)
  }
}

/// How much to test, from the environment.
public enum FuzzSetting {
  /// `IBID_FUZZ_QUERIES`, `IBID_FUZZ_DOCUMENTS`.
  public static func count(_ variable: String, otherwise: Int) -> Int {
    ProcessInfo.processInfo.environment[variable].flatMap { Int($0) } ?? otherwise
  }

  /// `IBID_FUZZ_SEED`, the same for everyone unless set.
  public static let seed: UInt64 =
    ProcessInfo.processInfo.environment["IBID_FUZZ_SEED"].flatMap { UInt64($0) } ?? 20_240_305
}
