import IbidSource

/// Lines about pictures, which stand near titles and read like them.
extension TitleFinder {
  /// What stands under a picture: `The port at night (Image: Quay News)`, `Photograph by Ann Lee`.
  func isCaption(_ span: ByteSpan) -> Bool {
    if Self.credits.begin(at: span.lower, in: text) { return true }
    guard text.bytes[span.upper - 1] == UInt8(ascii: ")"),
      let open = text.bytes[span.range].lastIndex(of: UInt8(ascii: "("))
    else { return false }
    return Self.credits.begin(at: open + 1, in: text)
  }

  /// Right above a line in brackets that says whose picture it is.
  func isOverCredit(_ index: Int) -> Bool {
    guard index + 1 < blocks.endIndex, blocks[index + 1].gap == 0 else { return false }
    let next = blocks[index + 1].span
    return text.bytes[next.lower] == UInt8(ascii: "(") && isCaption(next)
  }

  private static let credits: Prefixes = [
    "photo:", "photo credit", "photo by", "photograph by", "photograph:", "image:", "image credit", "credit:",
    "picture:", "pictures:", "pic:", "ap photo", "photos by", "photo courtesy", "courtesy of", "getty images",
  ]
}
