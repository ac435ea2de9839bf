import IbidColumns
import Synchronization
import Testing

/// Values that are made when somebody asks for them.
@Suite struct DeferredTests {
  @Test func aValueIsMadeOnce() {
    let count = Atomic<Int>(0)
    let deferred = Deferred { count.add(1, ordering: .relaxed).newValue }
    #expect(count.load(ordering: .relaxed) == 0)
    #expect((0..<3).map { _ in deferred.value } == [1, 1, 1])
  }

  @Test func severalThreadsGetTheSameValue() {
    let count = Atomic<Int>(0)
    let deferred = Deferred { count.add(1, ordering: .relaxed).newValue }
    let values = Parallel(threads: 4).parts(64) { _ in deferred.value }
    #expect(values == [Int](repeating: 1, count: 64))
  }

  @Test func whatAStoppedRunLeftIsNotKept() {
    let packed = PackedNumbers(.bytes([0, 2, 1]), from: 1990, to: 1992, hasMissing: false)
    let column = FixedColumn(packed, validity: nil)
    let values = Parallel.$current.withValue(Parallel(threads: 1, isCancelled: { true })) { column.values }
    #expect(values.count == 3)
    #expect(column.values == [1990, 1992, 1991])
  }

  @Test func numbersAreTheirDistancesFromTheLeast() {
    let bytes = PackedNumbers(.bytes([1, 0, 3]), from: -2, to: 0, hasMissing: true)
    let words = PackedNumbers(.words([70_000, 0]), from: .max - 70_000, to: .max, hasMissing: false)
    #expect(FixedColumn(bytes, validity: Bitmap([true, true, false])).values.prefix(2) == [-1, -2])
    #expect(FixedColumn(words, validity: nil).values == [.max, .max - 70_000])
  }

  /// The validity of a column may be set, and its numbers stay.
  @Test func numbersStayBehindAnotherValidity() {
    var column = FixedColumn(PackedNumbers(.shorts([500, 0]), from: 0, to: 500, hasMissing: false), validity: nil)
    column.validity = Bitmap([true, false])
    #expect(column.packed == nil)
    #expect(column[0] == 500 && column[1] == nil && column.count == 2)
    column.values = [7]
    #expect(column.values == [7] && column.count == 1)
  }

  @Test func aWidthHoldsAllDistances() {
    func width(_ least: Int64, _ most: Int64, hasMissing: Bool = false) -> PackedNumbers.Width? {
      PackedNumbers.width(from: least, to: most, hasMissing: hasMissing)
    }
    #expect(width(0, 0) == .byte)
    #expect(width(0, 255) == .byte)
    #expect(width(0, 255, hasMissing: true) == .short)
    #expect(width(-100, 65_435) == .short)
    #expect(width(-100, 65_435, hasMissing: true) == .word)
    #expect(width(0, Int64(Int32.max) - 2, hasMissing: true) == .word)
    #expect(width(0, Int64(Int32.max) - 1) == nil)
    #expect(width(.min, .max) == nil)
    #expect(width(-1, .max) == nil)
  }
}
