import Synchronization

/// How far something that takes long has come, written by those who work and read by those who wait.
///
/// Work is a number of steps, and the step under way a loop of pieces. Steps are operators of a plan, or files of a load.
package final class Meter: Sendable {
  private let steps = Atomic<Int>(0)
  private let totalSteps = Atomic<Int>(0)
  private let pieces = Atomic<Int>(0)
  private let totalPieces = Atomic<Int>(0)
  private let bytes = Atomic<Int>(0)

  package init() {}

  /// A moment of the work.
  package struct Reading: Sendable, Equatable {
    package var steps: Int
    package var totalSteps: Int
    /// Bytes of files that were read so far.
    package var bytes: Int
    /// 0 to 1, the step under way included.
    package var fraction: Double
  }

  package var reading: Reading {
    let (done, total) = (steps.load(ordering: .relaxed), max(totalSteps.load(ordering: .relaxed), 1))
    let loop = Double(pieces.load(ordering: .relaxed)) / Double(max(totalPieces.load(ordering: .relaxed), 1))
    let fraction = (Double(done) + min(loop, 1) * 0.9) / Double(total)
    return Reading(
      steps: min(done, total), totalSteps: total, bytes: bytes.load(ordering: .relaxed), fraction: min(fraction, 1))
  }

  /// Begins anew.
  package func begin(steps total: Int) {
    steps.store(0, ordering: .relaxed)
    bytes.store(0, ordering: .relaxed)
    totalSteps.store(total, ordering: .relaxed)
    beginLoop(of: 0)
  }

  /// A step is done.
  package func addStep(bytes count: Int = 0) {
    steps.add(1, ordering: .relaxed)
    if count > 0 { bytes.add(count, ordering: .relaxed) }
    beginLoop(of: 0)
  }

  func beginLoop(of count: Int) {
    pieces.store(0, ordering: .relaxed)
    totalPieces.store(count, ordering: .relaxed)
  }

  func addPiece() { pieces.add(1, ordering: .relaxed) }
}
