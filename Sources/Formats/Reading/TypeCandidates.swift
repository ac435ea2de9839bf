import IbidTypes

/// The types that a cell could be of, and by intersection those that all cells of a column could be of.
///
/// The narrowest wins, in the order bool, int, float, date; if none is left the column is text. Lists and value objects
/// are JSON's.
struct TypeCandidates: OptionSet, Sendable {
  let rawValue: UInt8
  static let bool = TypeCandidates(rawValue: 1)
  static let int = TypeCandidates(rawValue: 2)
  static let float = TypeCandidates(rawValue: 4)
  static let date = TypeCandidates(rawValue: 8)
  static let list = TypeCandidates(rawValue: 16)
  static let money = TypeCandidates(rawValue: 32)
  static let quantity = TypeCandidates(rawValue: 64)
  static let moment = TypeCandidates(rawValue: 128)
  static let all = TypeCandidates(rawValue: 255)

  /// Floats are whole numbers up to 2^53 only; a larger one must not be rounded unasked.
  static let largestWholeFloat: UInt64 = 1 << 53

  /// The narrowest; text if none is left.
  var best: DataType {
    if contains(.bool) { return .bool }
    if contains(.int) { return .int }
    if contains(.float) { return .float }
    if contains(.date) || contains(.moment) { return .date }
    if contains(.list) { return .list(.invalid) }
    if contains(.money) { return .money(nil) }
    return contains(.quantity) ? .quantity(nil) : .text
  }

  /// What the text of a cell could be; the range is not empty and has no blanks at its ends.
  static func scalar(_ bytes: [UInt8], _ range: Range<Int>) -> TypeCandidates {
    // The first byte tells what is worth trying.
    switch bytes[range.lowerBound] {
    case 0x30...0x39, UInt8(ascii: "-"), UInt8(ascii: "+"), UInt8(ascii: "."):
      if let number = CellNumber.int(bytes, range) {
        return number.magnitude <= largestWholeFloat ? [.int, .float] : .int
      }
      let isFractional = bytes[range].contains { $0 == UInt8(ascii: ".") || $0 | 0x20 == UInt8(ascii: "e") }
      if isFractional, CellNumber.float(bytes, range) != nil { return .float }
      return day(bytes, range)
    case UInt8(ascii: "t"), UInt8(ascii: "T"), UInt8(ascii: "f"), UInt8(ascii: "F"):
      return CellNumber.bool(bytes, range) == nil ? [] : .bool
    default: return []
    }
  }

  static func day(_ bytes: [UInt8], _ range: Range<Int>) -> TypeCandidates {
    CellMoment.isoDate(bytes, range) == nil ? [] : .date
  }
}
