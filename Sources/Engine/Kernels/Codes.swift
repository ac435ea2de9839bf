import IbidColumns

/// A number per row, equal where values are identical; `0..<domain`.
///
/// Codes are arithmetic wherever they can be: the code of a text is its number in the dictionary, that of a whole number its
/// distance from the least one, that of several columns one number made of their codes. Nothing is hashed before it must be.
struct Codes {
  var values: Values
  /// At least 1, at most 2^62.
  var domain: Int64

  /// In as few bytes as there are at hand: codes that are computed have 32 bits a row while the domain fits.
  enum Values {
    case bytes([UInt8])
    case shorts([UInt16])
    case narrow([Int32])
    case wide([Int64])

    @inline(__always)
    subscript(row: Int) -> Int64 {
      switch self {
      case .bytes(let codes): Int64(codes[row])
      case .shorts(let codes): Int64(codes[row])
      case .narrow(let codes): Int64(codes[row])
      case .wide(let codes): codes[row]
      }
    }

    var count: Int {
      switch self {
      case .bytes(let codes): codes.count
      case .shorts(let codes): codes.count
      case .narrow(let codes): codes.count
      case .wide(let codes): codes.count
      }
    }
  }

  /// The largest domain that is addressed directly, if there are rows enough: a table of so many `Int32`.
  static let directLimit: Int64 = 1 << 22
  /// The largest domain that gets a bit for every code: 8 MB of them.
  static let bitmapLimit: Int64 = 1 << 26
  static let widestDomain: Int64 = 1 << 62

  /// One code for all rows.
  init(rows: Int) {
    values = .narrow([Int32](repeating: 0, count: rows))
    domain = 1
  }

  init(_ codes: [Int32], domain: Int64) { self.init(values: .narrow(codes), domain: domain) }

  init(values: Values, domain: Int64) {
    self.values = values
    self.domain = domain
  }

  /// The distances of a column's twin; missing values have the last of them.
  init(_ numbers: PackedNumbers) {
    domain = Int64(numbers.domain)
    values =
      switch numbers.distances {
      case .bytes(let distances): .bytes(distances)
      case .shorts(let distances): .shorts(distances)
      case .words(let distances): .narrow(distances)
      }
  }

  /// Groups as they are numbered, rows without one (negative) as one more.
  init(groups ids: [Int32], count: Int) {
    self.init(
      [Int32](morsels: ids.count, filler: 0) { range, codes in for row in range { codes[row] = ids[row] &+ 1 } },
      domain: Int64(count) + 1)
  }

  /// Whether a table with an entry for each code is worth its room.
  var isDirect: Bool { Self.isDirect(domain, rows: values.count) }

  static func isDirect(_ domain: Int64, rows: Int) -> Bool { domain <= max(1 << 10, min(directLimit, Int64(rows) * 4)) }

  // MARK: Combining

  /// One code for the codes of several columns; of none the same for all rows.
  init(combining parts: [Codes], rows: Int) {
    guard let first = parts.first else {
      self.init(rows: rows)
      return
    }
    if parts.count > 1, let packed = Self.packed(parts, rows: rows) {
      self = packed
      return
    }
    self = first
    for part in parts.dropFirst() { combine(with: part) }
  }

  /// All at once, a morsel at a time; nil where the product of the domains is too large.
  private static func packed(_ parts: [Codes], rows: Int) -> Codes? {
    var domain: Int64 = 1
    for part in parts {
      let (product, overflow) = domain.multipliedReportingOverflow(by: part.domain)
      if overflow || product > widestDomain { return nil }
      domain = product
    }
    if domain <= Int64(Int32.max) { return Codes(packedCodes(parts, rows), domain: domain) }
    let codes: [Int64] = packedCodes(parts, rows)
    return Codes(values: .wide(codes), domain: domain)
  }

  private static func packedCodes<Code: FixedWidthInteger & BitwiseCopyable>(_ parts: [Codes], _ rows: Int) -> [Code] {
    // So many codes stay in the cache from one part to the next.
    let atOnce = 1 << 12
    return [Code](morsels: rows, filler: 0) { range, output in
      var first = range.lowerBound
      while first < range.upperBound {
        let block = first..<min(first + atOnce, range.upperBound)
        for row in block { output[row] = 0 }
        for part in parts {
          let width = Code(truncatingIfNeeded: part.domain)
          switch part.values {
          case .bytes(let codes): add(codes.span, width, to: output, block)
          case .shorts(let codes): add(codes.span, width, to: output, block)
          case .narrow(let codes): add(codes.span, width, to: output, block)
          case .wide(let codes): add(codes.span, width, to: output, block)
          }
        }
        first = block.upperBound
      }
    }
  }

  @inline(__always)
  private static func add<Part: FixedWidthInteger, Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: Span<Part>, _ width: Code, to output: Apart<Code>, _ rows: Range<Int>
  ) {
    for row in rows { output[row] = output[row] &* width &+ Code(truncatingIfNeeded: codes[row]) }
  }

  /// Pairs of codes as one code; made dense where the product of the domains is too large.
  mutating func combine(with other: Codes) {
    if other.domain == 1 { return }
    if domain == 1 {
      self = other
      return
    }
    if let packed = Self.packed([self, other], rows: values.count) {
      self = packed
      return
    }
    compact()
    var dense = other
    dense.compact()
    // Both have at most 2^31 values now.
    if let packed = Self.packed([self, dense], rows: values.count) { self = packed }
  }

  /// Renumbers by first appearance.
  mutating func compact() {
    let (ids, firstRows) = grouped()
    self = Codes(ids, domain: Int64(max(firstRows.count, 1)))
  }

  /// Gives all missing rows one code of their own, whatever their buffers hold.
  mutating func joinMissing(_ validity: Bitmap?) {
    guard let validity, !validity.isAllTrue else { return }
    if domain >= Self.widestDomain { compact() }
    let missing = domain
    domain += 1
    switch values {
    case .bytes(let codes): values = .narrow(Self.joined(codes, validity, Int32(truncatingIfNeeded: missing)))
    case .shorts(let codes): values = .narrow(Self.joined(codes, validity, Int32(truncatingIfNeeded: missing)))
    case .narrow(let codes) where domain <= Int64(Int32.max):
      values = .narrow(Self.joined(codes, validity, Int32(truncatingIfNeeded: missing)))
    case .narrow(let codes): values = .wide(Self.joined(codes, validity, missing))
    case .wide(let codes): values = .wide(Self.joined(codes, validity, missing))
    }
  }

  private static func joined<Old: FixedWidthInteger, Code: FixedWidthInteger & BitwiseCopyable>(
    _ codes: [Old], _ validity: Bitmap, _ missing: Code
  ) -> [Code] {
    let words = validity.words
    return [Code](morsels: codes.count, filler: 0) { range, output in
      let codes = codes.span
      for row in range { output[row] = Code(truncatingIfNeeded: codes[row]) }
      for index in range.lowerBound / 64..<(range.upperBound + 63) / 64 {
        var word = ~words[index]
        // Bits past the end are 0 in the bitmap.
        while word != 0, index &* 64 &+ word.trailingZeroBitCount < range.upperBound {
          output[index &* 64 &+ word.trailingZeroBitCount] = missing
          word &= word &- 1
        }
      }
    }
  }
}
