/// The running text of a block while it is put together.
///
/// White space is collapsed as browsers do it: a run of spaces, tabs and line ends is one space, a no-break space stays.
/// A line break stays one, two in a row begin a new block. Soft hyphens and zero-width spaces are left out.
struct InlineText {
  struct Block {
    var bytes: [UInt8]
    /// Everything in it is bold.
    var isBold: Bool
  }

  /// How many bold elements are open.
  var boldDepth = 0

  private var finished: [Block] = []
  private var current: [UInt8] = []
  private var hasPlain = false
  private var needsSpace = false
  private var lineBreaks = 0

  mutating func add(_ text: String) { add(Array(text.utf8)[...], isPreformatted: false) }

  /// Adds UTF-8 text; preformatted text keeps its line ends, so that a blank line begins a new block.
  mutating func add(_ text: ArraySlice<UInt8>, isPreformatted: Bool) {
    var index = text.startIndex
    while index < text.endIndex {
      let byte = text[index]
      if byte == 0x0A, isPreformatted {
        lineBreak()
      } else if byte == 0x20 || (0x09...0x0D).contains(byte) {
        needsSpace = true
      } else if let width = Self.invisible(text, at: index) {
        index += width - 1
      } else {
        settle()
        current.append(byte)
        if boldDepth == 0 { hasPlain = true }
      }
      index += 1
    }
  }

  mutating func space() { needsSpace = true }

  mutating func lineBreak() { lineBreaks += 1 }

  /// The blocks put together so far, without the empty ones; the text is empty then.
  mutating func take() -> [Block] {
    finish()
    defer { finished = [] }
    return finished
  }

  /// Writes the space or line break that stands before the next character.
  private mutating func settle() {
    if lineBreaks > 1 {
      finish()
    } else if lineBreaks == 1, !current.isEmpty {
      current.append(0x0A)
    } else if needsSpace, !current.isEmpty {
      current.append(0x20)
    }
    lineBreaks = 0
    needsSpace = false
  }

  private mutating func finish() {
    if !current.isEmpty { finished.append(Block(bytes: current, isBold: !hasPlain)) }
    current = []
    hasPlain = false
    needsSpace = false
    lineBreaks = 0
  }

  /// The length of a soft hyphen or zero-width space.
  private static func invisible(_ text: ArraySlice<UInt8>, at index: Int) -> Int? {
    if text[index] == 0xC2, index + 1 < text.endIndex, text[index + 1] == 0xAD { return 2 }
    guard text[index] == 0xE2, index + 2 < text.endIndex, text[index + 1] == 0x80 else {
      return text[index] == 0xEF && index + 2 < text.endIndex && text[index + 1] == 0xBB && text[index + 2] == 0xBF
        ? 3 : nil
    }
    return (0x8B...0x8F).contains(text[index + 2]) ? 3 : nil
  }
}
