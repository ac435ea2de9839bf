import IbidColumns
import Testing

/// Tests of sixty-four elements at once against one after the other, whole words and the last one.
@Suite struct VectorTests {
  private static let counts = [1, 63, 64, 65, 200]

  private func bits(_ count: Int, _ word: Int, _ holds: (Int) -> Bool) -> UInt64 {
    (word * 64..<min(count, word * 64 + 64)).reduce(0) { $0 | (holds($1) ? 1 << UInt64($1 - word * 64) : 0) }
  }

  private func numbersWithin<Number: NumberOfVectors>(_: Number.Type, from least: Number, _ random: inout Random) {
    let ends = [least, least + 1, .max, .max - 1]
    func number() -> Number {
      random.oneIn(4) ? random.pick(ends) : Number(truncatingIfNeeded: random.next()) & .max
    }
    for count in Self.counts {
      let numbers = (0..<count).map { _ in number() }
      for _ in 0..<40 {
        let (a, b) = (number(), random.oneIn(3) ? random.pick(numbers) : number())
        let range = min(a, b)...max(a, b)
        for word in 0..<(count + 63) / 64 {
          #expect(numbers.span.bits(word, within: range) == bits(count, word) { range.contains(numbers[$0]) })
        }
      }
    }
  }

  private func numbersBesideOne<Number: NumberOfVectors>(_: Number.Type, _ random: inout Random) {
    let ends: [Number] = [0, 1, .max, .max - 1]
    for count in Self.counts {
      var numbers: [Number] = []
      for _ in 0..<count {
        numbers.append(random.oneIn(4) ? random.pick(ends) : Number(truncatingIfNeeded: random.next()) & .max)
      }
      for _ in 0..<40 {
        let limit: Number = random.oneIn(2) ? random.pick(numbers) : random.pick(ends)
        let chosen = random.next()
        for word in 0..<(count + 63) / 64 {
          let found = numbers.span.beside(limit, word)
          #expect(found.equal == bits(count, word) { numbers[$0] == limit })
          #expect(found.greater == bits(count, word) { numbers[$0] > limit })
          var sum: UInt64 = 0
          for place in word * 64..<min(count, word * 64 + 64) where chosen >> UInt64(place % 64) & 1 != 0 {
            sum += UInt64(numbers[place])
          }
          let kept = chosen & bits(count, word) { _ in true }
          #expect(numbers.span.sum(word, where: kept) == sum)
        }
      }
    }
  }

  @Test func numbersBesideALimitAndTheirSums() {
    var random = Random(seed: 15)
    numbersBesideOne(UInt8.self, &random)
    numbersBesideOne(UInt16.self, &random)
    // None of them negative.
    numbersBesideOne(Int32.self, &random)
  }

  @Test func bitsOfAscendingNumbers() {
    var random = Random(seed: 16)
    var words = (0..<10).map { _ in random.next() }
    let numbers = (0..<640).filter { _ in random.oneIn(5) }.map { Int32($0 + 128) }
    let all = words
    words.withApart { words in
      for _ in 0..<200 {
        let first = random.below(numbers.count + 1)
        let places = first..<min(numbers.count, first + random.below(65))
        var wanted: UInt64 = 0
        for place in places {
          let number = Int(numbers[place]) - 128
          wanted |= (all[number / 64] >> UInt64(number % 64) & 1) << UInt64(place - first)
        }
        #expect(words.bits(at: numbers.span, places, from: 128) == wanted)
      }
    }
  }

  @Test func codesOfBytes() {
    var random = Random(seed: 17)
    var bytes = (0..<256).map { _ in UInt8(random.below(6)) }
    let all = bytes
    bytes.withApart { bytes in
      for word in 0..<4 {
        for code in [0, 1, 5, 127] as [UInt8] {
          let found = bytes.codes(word, equalTo: code)
          #expect(found.equal == bits(256, word) { all[$0] == code })
          #expect(found.above == bits(256, word) { all[$0] > code })
        }
      }
    }
  }

  @Test func numbersInARange() {
    var random = Random(seed: 11)
    numbersWithin(UInt8.self, from: 0, &random)
    numbersWithin(UInt16.self, from: 0, &random)
    numbersWithin(Int32.self, from: 0, &random)
  }

  @Test func floatsBesideOne() {
    var random = Random(seed: 12)
    let some = [0, -0.0, 1, -1, .infinity, -.infinity, .nan, .leastNonzeroMagnitude, .greatestFiniteMagnitude, 2.5]
    for count in Self.counts {
      let floats = (0..<count).map { _ in random.pick(some) }
      for limit in some {
        for word in 0..<(count + 63) / 64 {
          let span = floats.span
          #expect(span.bits(word, lessThan: limit) == bits(count, word) { floats[$0] < limit })
          #expect(span.bits(word, atMost: limit) == bits(count, word) { floats[$0] <= limit })
          #expect(span.bits(word, equalTo: limit) == bits(count, word) { floats[$0] == limit })
          #expect(span.bits(word, atLeast: limit) == bits(count, word) { floats[$0] >= limit })
          #expect(span.bits(word, greaterThan: limit) == bits(count, word) { floats[$0] > limit })
        }
      }
    }
  }

  /// Whole numbers add up the same in any order.
  @Test func sumsUnderAMask() {
    var random = Random(seed: 13)
    let floats = (0..<640).map { _ in Double(random.below(2000) - 1000) }
    for share in [1, 2, 9, 1000] {
      let words = (0..<6).map { _ in (0..<64).reduce(UInt64(0)) { $0 | (random.oneIn(share) ? 1 << UInt64($1) : 0) } }
      var sums = SIMD8<Double>(repeating: 3)
      floats.span.add(where: words.span, from: 2, 3..<7, to: &sums)
      var wanted = [Double](repeating: 3, count: 8)
      for row in 192..<448 where words[row / 64 - 2] >> UInt64(row & 63) & 1 != 0 { wanted[row & 7] += floats[row] }
      #expect((0..<8).map { sums[$0] } == wanted)
    }
  }

  @Test func placesInTexts() {
    var random = Random(seed: 14)
    let letters = Array("aAbB@`é£".utf8) + [0, 0xFF, 0x80, 0x7F]
    let text = (0..<400).map { _ in random.pick(letters) }
    func places(_ index: Int, _ holds: (Int) -> Bool) -> UInt64 {
      (0..<64).reduce(0) { $0 | (holds(index + $1) ? 1 << UInt64($1) : 0) }
    }
    for index in [0, 1, 17, 64, 300] {
      #expect(text.span.placesBeyondASCII(from: index) == places(index) { text[$0] >= 0x80 })
      for _ in 0..<30 {
        let (a, b, c, d) = (random.pick(letters), random.pick(letters), random.pick(letters), random.pick(letters))
        #expect(
          text.span.places(ofAny: SIMD4(a, b, c, d), from: index)
            == places(index) { [a, b, c, d].contains(text[$0]) })
        let distance = random.below(30)
        let (firstCase, secondCase): (UInt8, UInt8) = (random.oneIn(2) ? 0x20 : 0, random.oneIn(2) ? 0x20 : 0)
        let pair = BytePair(a, b, distance: distance, firstCase: firstCase, secondCase: secondCase)
        #expect(
          text.span.places(of: pair, from: index)
            == places(index) { text[$0] | firstCase == a && text[$0 + distance] | secondCase == b })
      }
    }
  }
}
