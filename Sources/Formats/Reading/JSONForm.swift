/// The keys that the objects of a file have, as nearly all files have the same ones in the same order.
///
/// An object of this form whose values are numbers, truth values, `null` and strings without escapes is passed in one go, eight
/// bytes at a time; whatever else there is `JSONParser` passes value by value.
@safe struct JSONForm {
  /// `"key":` of each member, as written.
  private let keys: [[UInt8]]
  /// The same with room for reading whole words.
  private let padded: [[UInt8]]
  /// What the columns are called, by key.
  let names: [String]

  var width: Int { keys.count }

  /// Of the first object; nil if it has no members.
  init?(_ members: [JSONParser.Member], names: [String], _ bytes: [UInt8]) {
    if members.isEmpty { return nil }
    let quote = UInt8(ascii: "\"")
    keys = members.map { [quote] + bytes[$0.key.range] + [quote, UInt8(ascii: ":")] }
    padded = keys.map { $0 + [UInt8](repeating: 0, count: 8) }
    self.names = names
  }

  /// A key without its quotes, as written.
  func key(_ number: Int) -> [UInt8] { Array(keys[number].dropFirst().dropLast(2)) }

  /// Whether an object has these keys in this order.
  func fits(_ members: [JSONParser.Member], _ bytes: [UInt8]) -> Bool {
    members.count == keys.count
      && zip(members, keys).allSatisfy { member, key in
        member.key.range.count == key.count - 3 && bytes[member.key.range].elementsEqual(key[1..<key.count - 2])
      }
  }

  func isSame(as other: JSONForm) -> Bool { keys == other.keys }

  /// The end of the object that begins at an offset, its values appended to `cells`; nil, and nothing appended, for an object
  /// that is not of the form, or lies so near to the end of the file that no whole words can be read.
  func pass(_ bytes: [UInt8], from start: Int, into cells: inout [Cell]) -> Int? {
    let count = cells.count
    let end = unsafe bytes.withUnsafeBufferPointer { bytes -> Int? in
      guard let base = bytes.baseAddress else { return nil }
      let limit = bytes.count - Self.room
      return unsafe pass(base, limit, from: start) { unsafe Self.value(base, limit, $1, &cells) }
    }
    if end == nil { cells.removeLast(cells.count - count) }
    return end
  }

  /// So many bytes must follow wherever a word is read.
  static let room = 16

  /// The end of the object that begins at an offset, whose values `value` passes: it takes the number of a column and where its
  /// value begins, and says where that ends. nil where it does, and for an object that is not of the form.
  ///
  /// Offsets up to `limit` may be read as words.
  @inline(__always)
  func pass(
    _ bytes: UnsafePointer<UInt8>, _ limit: Int, from start: Int, _ value: (_ column: Int, _ start: Int) -> Int?
  ) -> Int? {
    guard start < limit, unsafe bytes[start] == UInt8(ascii: "{") else { return nil }
    var index = start &+ 1
    for column in 0..<width {
      if column > 0 {
        guard unsafe bytes[index] == UInt8(ascii: ",") else { return nil }
        index &+= 1
        if unsafe bytes[index] == 0x20 { index &+= 1 }
      }
      guard let next = unsafe passKey(column, bytes, limit, index) else { return nil }
      index = next
      if unsafe bytes[index] == 0x20 { index &+= 1 }
      guard let end = value(column, index), end < limit else { return nil }
      index = end
    }
    return unsafe bytes[index] == UInt8(ascii: "}") ? index &+ 1 : nil
  }

  /// Where the value of a member begins whose key stands at an offset; nil if it is another key.
  @inline(__always)
  private func passKey(_ number: Int, _ bytes: UnsafePointer<UInt8>, _ limit: Int, _ start: Int) -> Int? {
    unsafe padded[number].withUnsafeBufferPointer { key in
      let length = key.count &- 8
      guard start &+ length < limit, let key = key.baseAddress else { return nil }
      var at = 0
      while at &+ 8 < length {
        guard unsafe WordTable.word(key + at) == WordTable.word(bytes + start + at) else { return nil }
        at &+= 8
      }
      let rest = unsafe WordTable.word(key + at) ^ WordTable.word(bytes + start + at)
      return rest & WordTable.lowest(length &- at) == 0 ? start &+ length : nil
    }
  }

  /// The end of a value.
  @inline(__always)
  private static func value(
    _ bytes: UnsafePointer<UInt8>, _ limit: Int, _ start: Int, _ cells: inout [Cell]
  ) -> Int? {
    switch unsafe bytes[start] {
    case UInt8(ascii: "\""):
      guard let end = unsafe closingQuote(bytes, limit, start &+ 1) else { return nil }
      cells.append(Cell(start &+ 1..<end, .quoted))
      return end &+ 1
    case UInt8(ascii: "-"), 0x30...0x39:
      guard let end = unsafe number(bytes, limit, start) else { return nil }
      cells.append(Cell(start..<end, .plain))
      return end
    case UInt8(ascii: "n"):
      guard unsafe WordTable.word(bytes + start) & 0xFFFF_FFFF == nullWord else { return nil }
      cells.append(.missing)
      return start &+ 4
    case UInt8(ascii: "t"):
      guard unsafe WordTable.word(bytes + start) & 0xFFFF_FFFF == trueWord else { return nil }
      cells.append(Cell(start..<start &+ 4, .plain))
      return start &+ 4
    case UInt8(ascii: "f"):
      guard unsafe WordTable.word(bytes + start) & 0xFF_FFFF_FFFF == falseWord else { return nil }
      cells.append(Cell(start..<start &+ 5, .plain))
      return start &+ 5
    default: return nil
    }
  }

  static let nullWord: UInt64 = 0x6C6C_756E
  static let trueWord: UInt64 = 0x6575_7274
  static let falseWord: UInt64 = 0x65_736C_6166

  /// nil for a string with a backslash or a control character.
  @inline(__always)
  static func closingQuote(_ bytes: UnsafePointer<UInt8>, _ limit: Int, _ start: Int) -> Int? {
    var index = start
    while index < limit {
      let word = unsafe WordTable.word(bytes + index)
      // The lowest bit that is set tells the first such byte; those above it may be wrong.
      let control = (word &- 0x2020_2020_2020_2020) & ~word & 0x8080_8080_8080_8080
      let quotes = PieceBytes.zeros(word ^ 0x2222_2222_2222_2222)
      let hit = quotes | PieceBytes.zeros(word ^ 0x5C5C_5C5C_5C5C_5C5C) | control
      if hit == 0 {
        index &+= 8
        continue
      }
      index &+= hit.trailingZeroBitCount / 8
      return unsafe bytes[index] == UInt8(ascii: "\"") ? index : nil
    }
    return nil
  }

  /// `-12.5` without leading zeros; nil for a number with an exponent, too.
  @inline(__always)
  static func number(_ bytes: UnsafePointer<UInt8>, _ limit: Int, _ start: Int) -> Int? {
    var index = start
    if unsafe bytes[index] == UInt8(ascii: "-") { index &+= 1 }
    let first = index
    while index < limit, unsafe bytes[index] &- 0x30 < 10 { index &+= 1 }
    guard index > first, unsafe bytes[first] != 0x30 || index == first &+ 1 else { return nil }
    if unsafe bytes[index] == UInt8(ascii: ".") {
      index &+= 1
      let point = index
      while index < limit, unsafe bytes[index] &- 0x30 < 10 { index &+= 1 }
      if index == point { return nil }
    }
    return unsafe bytes[index] | 0x20 == UInt8(ascii: "e") ? nil : index
  }
}
