import Foundation
import TestSupport

/// Where the random tests begin, and how far they go.
///
/// `IBID_ORACLE_SEED` repeats a run, `IBID_ORACLE_PLANS` makes it longer; a failure prints its seed and number.
enum Seed {
  static let base = number("IBID_ORACLE_SEED") ?? 1
  static let plans = number("IBID_ORACLE_PLANS").map(Int.init) ?? 1000
  /// The first plan of a run; that of a failure repeats it at once, with `IBID_ORACLE_PLANS` one more.
  static let first = min(number("IBID_ORACLE_FIRST").map(Int.init) ?? 0, plans)

  /// How often each thing has to occur: 5 times in 1,000 plans, 200 times in 40,000 and more.
  static let least = min(200, plans / 200)

  private static func number(_ name: String) -> UInt64? {
    ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) }
  }
}

/// What a random test draws: one sequence per seed, seeds that follow each other far apart.
struct Random: RandomNumberGenerator {
  private var generator: SeededGenerator
  init(seed: UInt64) { generator = SeededGenerator(seed: seed &* 0x9E37_79B9_7F4A_7C15) }

  mutating func next() -> UInt64 { generator.next() }

  /// True once in `n` times.
  mutating func oneIn(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &self) == 0 }
  mutating func below(_ n: Int) -> Int { Int.random(in: 0..<n, using: &self) }
  /// Of `count` numbers from zero the earlier ones more often.
  mutating func zipf(_ count: Int) -> Int { Swift.min(below(count), below(count)) }
  mutating func favoured<Element>(_ elements: [Element]) -> Element { elements[zipf(elements.count)] }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
