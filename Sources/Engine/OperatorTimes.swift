package import IbidPlan

/// What each operator of a run made, and how long it took.
package struct OperatorTimes: Sendable {
  package struct Entry: Sendable {
    package var rows: Int
    /// Without the operators below it. A column that an operator hands on is gathered, and timed, where it is first read.
    package var duration: Duration
  }

  private var entries: [Plan: Entry] = [:]
  /// Of the operators under way, the time that those below them took.
  private var below: [Duration] = []

  /// nil for operators that did not run by themselves: a `where` whose rows the sum above it reads under a mask.
  package subscript(plan: Plan) -> Entry? { entries[plan] }

  mutating func begin() { below.append(.zero) }

  mutating func end(_ plan: Plan, rows: Int, after duration: Duration) {
    let inputs = below.popLast() ?? .zero
    if !below.isEmpty { below[below.count - 1] += duration }
    let own = duration - inputs
    // A view that is used again is made already.
    entries[plan] = Entry(rows: rows, duration: (entries[plan]?.duration ?? .zero) + own)
  }
}
