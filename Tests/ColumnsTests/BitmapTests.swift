import IbidColumns
import Testing

/// Every operation against arrays of `Bool`, at the lengths where words end.
@Suite struct BitmapTests {
  static let lengths = [0, 1, 2, 63, 64, 65, 127, 128, 129, 200]

  private static func bits(_ count: Int, _ step: Int) -> [Bool] {
    (0..<count).map { $0 % step == 0 || $0 == count - 1 }
  }

  private static func check(_ bitmap: Bitmap, _ bits: [Bool]) {
    bitmap.checkInvariants()
    #expect(bitmap.count == bits.count && bits.indices.allSatisfy { bitmap[$0] == bits[$0] })
    #expect(bitmap.trueCount == bits.count { $0 })
    #expect(bitmap.trueIndices == bits.indices.filter { bits[$0] }.map { Int32($0) })
    #expect(bitmap.isAllTrue == bits.allSatisfy { $0 })
    #expect(bitmap == Bitmap(bits))
  }

  @Test(arguments: lengths) func buildsAndReads(_ count: Int) {
    for step in [1, 2, 3, 64] { Self.check(Bitmap(Self.bits(count, step)), Self.bits(count, step)) }
    Self.check(Bitmap(repeating: true, count: count), [Bool](repeating: true, count: count))
    Self.check(Bitmap(count: count) { $0 % 3 == 0 }, (0..<count).map { $0 % 3 == 0 })
    Self.check(Bitmap(repeating: false, count: count), [Bool](repeating: false, count: count))
  }

  @Test(arguments: lengths) func logicKeepsTheTailClear(_ count: Int) {
    let (a, b) = (Self.bits(count, 2), Self.bits(count, 3))
    Self.check(Bitmap(a) & Bitmap(b), zip(a, b).map { $0 && $1 })
    Self.check(Bitmap(a) | Bitmap(b), zip(a, b).map { $0 || $1 })
    Self.check(~Bitmap(a), a.map { !$0 })
    Self.check(~Bitmap(repeating: false, count: count), [Bool](repeating: true, count: count))
  }

  @Test(arguments: lengths, lengths) func stand(_ first: Int, behindOneAnother second: Int) {
    for (x, y) in [(1, 1), (2, 3), (3, 64)] {
      let (a, b) = (Self.bits(first, x), Self.bits(second, y))
      Self.check(Bitmap(a).followed(by: Bitmap(b)), a + b)
    }
  }

  @Test(arguments: lengths) func wordsPastTheEndAreCleared(_ count: Int) {
    Self.check(
      Bitmap(words: [UInt64](repeating: .max, count: (count + 63) / 64), count: count),
      [Bool](repeating: true, count: count))
  }

  @Test(arguments: lengths) func setsAndAppends(_ count: Int) {
    var bitmap = Bitmap(repeating: false, count: 0)
    var bits: [Bool] = []
    for index in 0..<count {
      bitmap.append(index % 5 < 2)
      bits.append(index % 5 < 2)
    }
    Self.check(bitmap, bits)
    for index in stride(from: 0, to: count, by: 7) {
      bitmap[index].toggle()
      bits[index].toggle()
    }
    Self.check(bitmap, bits)
  }

  @Test(arguments: lengths) func gathers(_ count: Int) {
    let bits = Self.bits(count, 3)
    let rows = [Int32](repeating: -1, count: 3) + (0..<Int32(count)).reversed() + [-1]
    for missing in [false, true] {
      Self.check(Bitmap(bits).gathered(rows, missing: missing), rows.map { $0 < 0 ? missing : bits[Int($0)] })
    }
  }

  @Test func validityOfTwoIsBoth() {
    let (a, b) = (Bitmap([true, true, false]), Bitmap([true, false, false]))
    #expect(
      bothValid(nil, nil) == nil && bothValid(a, nil) == a && bothValid(nil, b) == b
        && bothValid(a, b) == Bitmap([true, false, false]))
  }
}
