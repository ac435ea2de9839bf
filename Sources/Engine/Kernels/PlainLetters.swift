import IbidColumns

/// What functions of text do with letters of which no more than the bytes need to be known, as nearly all of a text are. Everything else is
/// left to `String`.
enum PlainLetters {
  /// How many characters a text has; nil where several scalars may be one.
  static func count(_ text: borrowing Span<UInt8>) -> Int? {
    var (at, count) = (0, 0)
    while at < text.count {
      if text[at] < 0x80 {
        // A line's end of two bytes is one character.
        if text[at] == 0x0D { return nil }
        (at, count) = (at &+ 1, count &+ 1)
        continue
      }
      let width = PlainText.width(at: at, in: text)
      // What joins the signs beside it, or leaves them apart (U+200C, U+200D).
      if width == 0 || width == 3 && text[at &+ 1] == 0x80 && text[at &+ 2] & 0xFE == 0x8C { return nil }
      (at, count) = (at &+ width, count &+ 1)
    }
    return count
  }

  /// Puts a text with small letters, or with capitals, behind other bytes; false, and nothing is put, where it has letters beyond ASCII.
  static func put(_ text: ArraySlice<UInt8>, asCapitals: Bool, behind output: inout [UInt8]) -> Bool {
    let start = output.count
    output.append(contentsOf: text)
    let (first, turn): (UInt8, UInt8) = (asCapitals ? UInt8(ascii: "a") : UInt8(ascii: "A"), 0x20)
    var beyond: UInt8 = 0
    var bytes = output.mutableSpan
    for at in start..<bytes.count {
      let byte = bytes[at]
      beyond |= byte
      bytes[at] = byte ^ (byte &- first < 26 ? turn : 0)
    }
    if beyond < 0x80 || hasNoLetters(text.span) { return true }
    output.removeLast(text.count)
    return false
  }

  /// Whether all that stands beyond ASCII are signs that have no capitals: those of U+0080–00B4 and of U+2000–20BF.
  private static func hasNoLetters(_ text: borrowing Span<UInt8>) -> Bool {
    var at = 0
    while at < text.count {
      if text[at] < 0x80 {
        at &+= 1
        continue
      }
      let width = PlainText.width(at: at, in: text)
      switch (text[at], width) {
      case (0xC2, 2) where text[at &+ 1] < 0xB5: at &+= 2
      case (0xE2, 3) where text[at &+ 1] < 0x83: at &+= 3
      default: return false
      }
    }
    return true
  }
}
