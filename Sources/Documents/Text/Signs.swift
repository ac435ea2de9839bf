/// Signs of a text by which readers tell what a line may be: most lines lack most of them, so that few have to be looked at.
struct Signs: OptionSet, Sendable {
  let rawValue: UInt8

  static let digit = Signs(rawValue: 1)
  static let colon = Signs(rawValue: 2)
  static let at = Signs(rawValue: 4)
  /// A tab or another control character that ends no line, or a blank behind another.
  static let gap = Signs(rawValue: 8)
  static let lineBreak = Signs(rawValue: 16)
  /// What parts the items of a menu or of a path: `|`, `>`, `/`.
  static let bar = Signs(rawValue: 32)
  static let dash = Signs(rawValue: 64)
  static let beyondASCII = Signs(rawValue: 128)

  init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Of a byte of ASCII that is no letter or digit, by what stands before it.
  @inline(__always)
  init(of byte: UInt8, behind previous: UInt8) {
    switch byte {
    case 0x20: self = previous == 0x20 ? .gap : []
    case 0x0A...0x0D: self = .lineBreak
    case 0...0x1F: self = .gap
    case 0x3A: self = .colon
    case 0x40: self = .at
    case 0x7C, 0x3E, 0x2F: self = .bar
    case 0x2D: self = .dash
    default: self = []
    }
  }
}
