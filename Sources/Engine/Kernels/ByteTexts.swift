import IbidColumns

/// Texts as bytes, one behind the other, written by one thread; its numbers without a `String` of their own.
struct ByteTexts {
  /// More than are written.
  private var bytes: [UInt8] = []
  private var size = 0
  /// Where each text ends.
  private(set) var ends: [Int] = []

  init(texts: Int, bytesPerText: Int) {
    ends.reserveCapacity(texts)
    bytes = [UInt8](repeating: 0, count: texts * bytesPerText)
  }

  /// Adds the text that `write` sets from a place on, of so many bytes at most; where it gives no place behind the text, there is
  /// none, and nothing was added.
  @inline(__always)
  mutating func append(atMost length: Int, _ write: (Apart<UInt8>, Int) -> Int?) -> Bool {
    if size &+ length > bytes.count { grow(by: length) }
    let start = size
    guard let end = bytes.withApart({ write($0, start) }) else { return false }
    size = end
    ends.append(end)
    return true
  }

  mutating func append(_ text: String) {
    let utf8 = Array(text.utf8)
    if size + utf8.count > bytes.count { grow(by: utf8.count) }
    let start = size
    bytes.withApart { $0.copy(utf8.span, to: start) }
    size += utf8.count
    ends.append(size)
  }

  private mutating func grow(by length: Int) {
    bytes.append(contentsOf: repeatElement(0, count: max(bytes.count, length)))
  }

  private func text(_ index: Int) -> Range<Int> { (index == 0 ? 0 : ends[index - 1])..<ends[index] }

  // MARK: Dictionaries

  /// All texts of several threads, which are all different, in order; nil where the run was stopped. By all threads.
  static func dictionary(_ parts: [ByteTexts]) -> TextDictionary? {
    var starts = [(text: 0, byte: 0)]
    for part in parts {
      let last = starts[starts.count - 1]
      starts.append((last.text + part.ends.count, last.byte + part.size))
    }
    let (end, begins) = (starts[parts.count], starts)
    let parallel = Parallel.current
    let bytes = [UInt8](apart: end.byte, filler: 0) { bytes in
      parallel.forEach(parts.count) { index in
        let part = parts[index]
        bytes.copy(part.bytes.span.extracting(0..<part.size), to: begins[index].byte)
      }
    }
    let offsets = [Int](apart: end.text + 1, filler: 0) { offsets in
      offsets[0] = 0
      parallel.forEach(parts.count) { index in
        let (ends, begin) = (parts[index].ends, begins[index])
        for text in ends.indices { offsets[begin.text &+ text &+ 1] = begin.byte &+ ends[text] }
      }
    }
    return parallel.isStopped ? nil : TextDictionary(bytes: bytes, offsets: offsets)
  }

  /// The different ones among all texts, and the code of each.
  static func distinct(_ parts: [ByteTexts]) -> (dictionary: TextDictionary, codes: [Int32]) {
    var (builder, codes): (TextDictionaryBuilder, [Int32]) = (TextDictionaryBuilder(), [])
    codes.reserveCapacity(parts.reduce(0) { $0 + $1.ends.count })
    for part in parts {
      for index in part.ends.indices.untilStopped {
        codes.append(
          builder.code(ofWritten: {
            $0.append(contentsOf: part.bytes[part.text(index)])
            return false
          }))
      }
    }
    return (builder.finish(), codes)
  }
}

extension Apart<UInt8> {
  /// Sets the bytes from a place on; the place behind them.
  @inline(__always)
  func put(_ text: borrowing Span<UInt8>, at place: Int) -> Int {
    for index in 0..<text.count { self[place &+ index] = text[index] }
    return place &+ text.count
  }

  @inline(__always)
  func put(_ byte: UInt8, at place: Int) -> Int {
    self[place] = byte
    return place &+ 1
  }

  /// The digits of a number, so many at least; zeros stand before the others.
  @inline(__always)
  func put(digits number: UInt64, width: Int = 1, at place: Int) -> Int {
    let end = place &+ Swift.max(width, number.decimalDigits)
    var (rest, next) = (number, end)
    while next > place {
      next &-= 1
      self[next] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
    }
    return end
  }

  /// The digits of a number with commas between the thousands.
  @inline(__always)
  func put(grouped number: UInt64, at place: Int) -> Int {
    if number < 1000 { return put(digits: number, at: place) }
    let count = number.decimalDigits
    let end = place &+ count &+ (count &- 1) / 3
    var (rest, next, digits) = (number, end, 0)
    while next > place {
      next &-= 1
      if digits == 3 {
        self[next] = UInt8(ascii: ",")
        digits = 0
        continue
      }
      self[next] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: rest % 10)
      rest /= 10
      digits &+= 1
    }
    return end
  }
}

extension UInt64 {
  /// How many decimal digits it has; of zero one.
  @inline(__always)
  var decimalDigits: Int {
    // A bit is 0.301 digits.
    let guess = ((UInt64.bitWidth &- (self | 1).leadingZeroBitCount) &* 1233) &>> 12
    return guess &+ (self < Self.powerOfTen(guess) ? 0 : 1)
  }

  /// Of an exponent up to 19.
  @inline(__always)
  static func powerOfTen(_ exponent: Int) -> UInt64 { powersOfTen[exponent] }

  private static let powersOfTen: InlineArray<20, UInt64> = {
    var powers = InlineArray<20, UInt64>(repeating: 1)
    for exponent in 1..<20 { powers[exponent] = powers[exponent - 1] * 10 }
    return powers
  }()
}
