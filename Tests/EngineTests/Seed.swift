import Foundation

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

/// SplitMix64 (G. Steele, D. Lea, C. Flood, OOPSLA 2014): one sequence per seed.
struct Random: RandomNumberGenerator {
  private var state: UInt64
  init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// True once in `n` times.
  mutating func oneIn(_ n: Int) -> Bool { Int.random(in: 0..<n, using: &self) == 0 }
  mutating func below(_ n: Int) -> Int { Int.random(in: 0..<n, using: &self) }
  /// Of `count` numbers from zero the earlier ones more often.
  mutating func zipf(_ count: Int) -> Int { Swift.min(below(count), below(count)) }
  mutating func favoured<Element>(_ elements: [Element]) -> Element { elements[zipf(elements.count)] }
  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }
}
