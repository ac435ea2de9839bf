import Testing

@testable import IbidSource

/// What is told of eight bytes at once must be what each byte says by itself.
@Suite struct EightBytesTests {
  /// Every byte, each beside every kind of neighbour.
  private let texts: [[UInt8]] = (0...255).flatMap { byte in
    [0x00, 0x20, 0x7F, 0x80, 0xFF].map { neighbour in
      (0..<8).map { $0 % 3 == 1 ? UInt8(byte) : neighbour }
    }
  }

  private func places(_ found: UInt64) -> [Int] { (0..<8).filter { found >> UInt64($0 * 8 + 7) & 1 != 0 } }

  private func expectSame(_ found: (EightBytes) -> UInt64, _ isWanted: (UInt8) -> Bool) {
    for text in texts {
      let answer = found(EightBytes(text.span, at: 0))
      #expect(answer & ~0x8080_8080_8080_8080 == 0)
      #expect(places(answer) == text.indices.filter { isWanted(text[$0]) }, "\(text)")
    }
  }

  @Test func classesOfBytesAreThoseOfEachByte() {
    expectSame(\.beyondASCII) { $0 >= 0x80 }
    expectSame(\.controls) { $0 < 0x20 }
    expectSame(\.digits) { (0x30...0x39).contains($0) }
    expectSame({ $0.equal(to: 0x20) }, { $0 == 0x20 })
    expectSame({ $0.equal(to: 0) }, { $0 == 0 })
    expectSame({ $0.within(0x41, 0x7F) }, { (0x41...0x7F).contains($0) })
  }

  @Test func charactersAreCountedWhereTheyBegin() {
    for text in texts {
      #expect(EightBytes(text.span, at: 0).characterCount == text.count { $0 & 0xC0 != 0x80 }, "\(text)")
    }
  }

  @Test func theNextPlaceIsTheFirstThatIsWantedOrOneOfTheLastSeven() {
    let text = Array("no digit for a while, then 7 and 8".utf8)
    for start in text.indices {
      let place = text.span.next(from: start, to: text.count) { $0.digits }
      let first = text[start...].firstIndex { (0x30...0x39).contains($0) }
      if let first, first < place { Issue.record("\(start): \(place) is behind \(first)") }
      #expect(place == first || place > text.count - 8 && place <= text.count)
    }
  }

  @Test func fittedArraysHoldTheSame() {
    var rows = (0..<100).map { "row \($0)" }
    rows.reserveCapacity(1000)
    let before = rows
    #expect(rows.fitted() == before)
    #expect([Int]().fitted().isEmpty)
  }
}
