/// Random draws from one seed: the same on every machine.
///
/// SplitMix64 (S. Vigna, public domain).
struct Draw {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var z = state
    z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z >> 31)
  }

  /// A whole number from 0 to below the bound, by the high half of a product.
  mutating func below(_ bound: Int) -> Int { Int(next().multipliedFullWidth(by: UInt64(bound)).high) }

  /// From 0 to below 1.
  mutating func unit() -> Double { Double(next() >> 11) * 0x1p-53 }

  /// About normal, mean 0 and deviation 1: the sum of twelve draws, less six.
  mutating func normal() -> Double {
    var sum = -6.0
    for _ in 0..<12 { sum += unit() }
    return sum
  }

  /// The numbers in random order (Fisher and Yates).
  mutating func shuffled(_ numbers: [Int32]) -> [Int32] {
    var numbers = numbers
    for last in stride(from: numbers.count - 1, to: 0, by: -1) { numbers.swapAt(last, below(last + 1)) }
    return numbers
  }
}

/// Draws 0, 1, 2 … with chances that fall as 1, 1/2, 1/3 …
struct Zipf {
  private let sums: [Double]

  init(_ count: Int) {
    var sum = 0.0
    sums = (1...count).map { rank in
      sum += 1 / Double(rank)
      return sum
    }
  }

  func draw(_ draw: inout Draw) -> Int {
    let wanted = draw.unit() * sums[sums.count - 1]
    var (low, high) = (0, sums.count - 1)
    while low < high {
      let middle = (low + high) / 2
      if sums[middle] > wanted { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
