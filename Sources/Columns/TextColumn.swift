/// Texts as codes into a dictionary.
package struct TextColumn: Sendable {
  package var codes: [Int32] { didSet { packed = nil } }
  package var dictionary: TextDictionary
  package var validity: Bitmap? { didSet { packed = nil } }
  /// The codes in fewer bytes; columns of tables may have it.
  package internal(set) var packed: PackedNumbers?

  package init(codes: [Int32], dictionary: TextDictionary, validity: Bitmap? = nil) {
    self.codes = codes
    self.dictionary = dictionary
    self.validity = validity
  }

  /// Builds dictionary and codes from values; nil is missing.
  package init(_ values: [String?]) { self.init(from: values) }

  package init(_ values: some Sequence<String?>) { self.init(from: values) }

  private init(from values: some Sequence<String?>) {
    var builder = TextColumnBuilder()
    builder.reserve(rowCount: values.underestimatedCount)
    // Runs of one word, or of nothing, are common.
    var last: String??
    var looks = Looks()
    var isStopped = false
    for each in values {
      isStopped = isStopped || looks.seeStop()
      let value = isStopped ? nil : each
      if let last, last == value { builder.repeatLast() } else { builder.append(value) }
      last = value
    }
    self = builder.finish()
  }

  /// Numbers as texts of sixteen hexadecimal digits: how ids are written.
  package init(hexadecimal numbers: [UInt64]) {
    // Numbers are hashes themselves; a place holds one more than the code of a number, 0 is free.
    var size = 16
    while size < numbers.count * 2 { size *= 2 }
    var slots = [Int32](repeating: 0, count: size)
    var distinct: [UInt64] = []
    distinct.reserveCapacity(numbers.count)
    var codes: [Int32] = []
    codes.reserveCapacity(numbers.count)
    for number in numbers {
      var slot = Int(truncatingIfNeeded: number ^ number >> 32) & (size - 1)
      while slots[slot] != 0, distinct[Int(slots[slot]) - 1] != number { slot = (slot + 1) & (size - 1) }
      if slots[slot] == 0 {
        distinct.append(number)
        slots[slot] = Int32(distinct.count)
      }
      codes.append(slots[slot] - 1)
    }
    var digits: [UInt64] = []
    digits.reserveCapacity(distinct.count * 2)
    for number in distinct {
      digits.append(hexadecimal(UInt32(truncatingIfNeeded: number >> 32)).bigEndian)
      digits.append(hexadecimal(UInt32(truncatingIfNeeded: number)).bigEndian)
    }
    // Safe: numbers are read as the bytes that they are.
    let bytes = unsafe digits.withUnsafeBytes { unsafe [UInt8]($0) }
    let offsets = (0...distinct.count).map { $0 * 16 }
    self.init(codes: codes, dictionary: TextDictionary(bytes: bytes, offsets: offsets))
  }

  package var count: Int { codes.count }
  package func isValid(_ row: Int) -> Bool { validity?[row] ?? true }
  package subscript(row: Int) -> String? { isValid(row) ? dictionary[Int(codes[row])] : nil }
}

/// Eight digits of ASCII, the first in the highest byte: all of them at once, by spreading four bits to a byte each.
private func hexadecimal(_ number: UInt32) -> UInt64 {
  var digits = UInt64(number)
  digits = (digits | digits << 16) & 0x0000_FFFF_0000_FFFF
  digits = (digits | digits << 8) & 0x00FF_00FF_00FF_00FF
  digits = (digits | digits << 4) & 0x0F0F_0F0F_0F0F_0F0F
  // One where a digit is ten or more; letters stand 0x27 behind the digit nine.
  let letters = (digits + 0x0606_0606_0606_0606) >> 4 & 0x0101_0101_0101_0101
  return digits + 0x3030_3030_3030_3030 + letters * 0x27
}

/// Collects the texts of a column row by row.
package struct TextColumnBuilder {
  private var dictionary = TextDictionaryBuilder()
  private var codes: [Int32] = []
  /// Nil as long as no row is missing, as in most columns none is.
  private var valid: Bitmap?

  package init() {}

  /// Adds a row; nil is missing.
  package mutating func append(_ text: String?) {
    if text == nil, valid == nil { valid = Bitmap(repeating: true, count: codes.count) }
    codes.append(text.map { dictionary.code(for: $0) } ?? 0)
    valid?.append(text != nil)
  }

  /// Makes room for texts of so many bytes together.
  package mutating func reserve(byteCount: Int) { dictionary.reserve(byteCount: byteCount) }

  /// Makes room for so many rows.
  package mutating func reserve(rowCount: Int) { codes.reserveCapacity(rowCount) }

  /// Adds a row with a text that is plain (`PlainText`).
  package mutating func append(plain text: Span<UInt8>) {
    codes.append(dictionary.code(ofPlain: text))
    valid?.append(true)
  }

  /// Adds a row with the text that `write` puts behind the bytes it is given, and that it may know to be plain.
  package mutating func append(written write: (inout [UInt8]) -> Bool) {
    codes.append(dictionary.code(ofWritten: write))
    valid?.append(true)
  }

  /// Adds a row with a text of UTF-8 bytes.
  package mutating func append(bytes: ArraySlice<UInt8>) {
    append(written: {
      $0.append(contentsOf: bytes)
      return false
    })
  }

  /// How many rows there are.
  package var count: Int { codes.count }

  /// Adds a row with the same text as the row before; there must be one.
  package mutating func repeatLast() {
    let isValid = valid?[codes.count - 1] ?? true
    codes.append(codes[codes.count - 1])
    valid?.append(isValid)
  }

  package consuming func finish() -> TextColumn {
    TextColumn(codes: codes, dictionary: dictionary.finish(), validity: valid)
  }
}

/// Collects the texts of a column of which there may be none: as long as no row has one, only rows are counted.
struct RareTexts {
  private var builder: TextColumnBuilder?
  private var count = 0
  private let rows: Int

  /// `rows` is how many are to come.
  init(rows: Int) { self.rows = rows }

  mutating func append(_ text: String?) {
    if builder == nil {
      count += 1
      guard text != nil else { return }
      var texts = TextColumnBuilder()
      texts.reserve(rowCount: rows)
      for _ in 1..<count { texts.append(nil) }
      builder = texts
    }
    builder?.append(text)
  }

  /// Nil where no row has a text.
  consuming func finish() -> TextColumn? { builder?.finish() }
}
