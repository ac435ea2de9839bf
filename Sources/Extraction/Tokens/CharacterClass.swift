/// What a character is to the tokenizer; ranges after the Unicode blocks.
enum CharacterClass {
  case space, lineBreak, ignorable, digit, letter, symbol
  /// `½`, `¼`, `¾`
  case fraction(Int128, Int128)

  init(_ scalar: Unicode.Scalar?) {
    guard let scalar else {
      self = .symbol
      return
    }
    switch scalar.value {
    case 0x30...0x39: self = .digit
    case 0x41...0x5A, 0x61...0x7A: self = .letter
    case 0x0A, 0x0D, 0x2028, 0x2029: self = .lineBreak
    case 0x00...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: self = .space
    case 0x21...0x7E: self = .symbol
    case 0xAD, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFE00...0xFE0F, 0xFEFF: self = .ignorable
    case 0xAA, 0xB5, 0xBA: self = .letter
    case 0xBC: self = .fraction(1, 4)
    case 0xBD: self = .fraction(1, 2)
    case 0xBE: self = .fraction(3, 4)
    case 0x2153: self = .fraction(1, 3)
    case 0x2154: self = .fraction(2, 3)
    case 0xA1...0xBF, 0xD7, 0xF7, 0x2010...0x205E, 0x2070...0x20CF, 0x2100...0x2BFF, 0x3001...0x303F: self = .symbol
    case 0xFE10...0xFE6F, 0xFF01...0xFF0F, 0xFF1A...0xFF20, 0xFFE0...0xFFFF, 0x1F000...0x1FAFF: self = .symbol
    // Signs of currencies outside of their block: dram, rupee and taka, baht, riel.
    case 0x058F, 0x09F2, 0x09F3, 0x0E3F, 0x17DB: self = .symbol
    default: self = .letter
    }
  }

  /// Capitals of the Latin, Greek and Cyrillic alphabets outside ASCII.
  static func isCapital(_ scalar: Unicode.Scalar?) -> Bool {
    switch scalar?.value ?? 0 {
    case 0xC0...0xDE, 0x0391...0x03A9, 0x0400...0x042F: true
    case let value where value >= 0x0100 && value <= 0x0137: value % 2 == 0
    case let value where value >= 0x0139 && value <= 0x0148: value % 2 == 1
    case let value where value >= 0x014A && value <= 0x0177: value % 2 == 0
    case 0x0178, 0x0179, 0x017B, 0x017D: true
    default: false
    }
  }
}
