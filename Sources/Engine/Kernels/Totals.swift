/// What a pass found for one term, lane or extreme: a number for each group.
struct Totals {
  private enum Numbers {
    case wholes([Int64])
    case floats([Double])
  }

  private let numbers: Numbers
  /// What the values had in common: see `Accumulator.add`.
  let bits: UInt64

  init(wholes: [Int64], bits: UInt64 = 0) { (numbers, self.bits) = (.wholes(wholes), bits) }
  init(floats: [Double], bits: UInt64 = 0) { (numbers, self.bits) = (.floats(floats), bits) }

  /// Of terms that add up whole numbers; nothing of others.
  func wholes() -> [Int64] { if case .wholes(let totals) = numbers { totals } else { [] } }

  /// Of terms that add up floats; nothing of others.
  func floats() -> [Double] { if case .floats(let totals) = numbers { totals } else { [] } }
}

/// A number that 64 bits hold.
protocol Word {
  init(word: UInt64)
  var word: UInt64 { get }
}

extension Int64: Word {
  @inline(__always) init(word: UInt64) { self.init(bitPattern: word) }
  @inline(__always) var word: UInt64 { UInt64(bitPattern: self) }
}

extension Double: Word {
  @inline(__always) init(word: UInt64) { self.init(bitPattern: word) }
  @inline(__always) var word: UInt64 { bitPattern }
}
