/// What separates the cells of a csv file: a comma, unless the line with the names has none outside of quotes and has
/// semicolons, as spreadsheets write where the comma is the decimal mark, or tabs.
enum Delimiter {
  static let comma = UInt8(ascii: ",")
  static let semicolon = UInt8(ascii: ";")
  static let tab: UInt8 = 0x09

  /// Looks at the first line that is not blank; one longer than 64 KB has commas.
  static func found(in source: any ByteSource) -> UInt8 {
    var bytes: [UInt8] = []
    source.append(0..<min(1 << 16, source.byteCount), to: &bytes)
    var (hasSemicolon, hasTab, isQuoted, hasText) = (false, false, false, false)
    for byte in bytes {
      if byte == DelimitedText.quote { isQuoted.toggle() }
      if isQuoted { continue }
      if DelimitedText.isLineEnd(byte) {
        if hasText { break }
        continue
      }
      hasText = true
      switch byte {
      case comma: return comma
      case semicolon: hasSemicolon = true
      case tab: hasTab = true
      default: break
      }
    }
    return hasSemicolon ? semicolon : hasTab ? tab : comma
  }

  /// `semicolons` for what is told of a file; nil for what its ending says.
  static func words(_ delimiter: UInt8) -> String? {
    switch delimiter {
    case semicolon: "semicolons"
    case tab: "tabs"
    default: nil
    }
  }
}
