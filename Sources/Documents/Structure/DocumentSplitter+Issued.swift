import IbidSource

/// Releases copied one below the other, each with its own lines about who issued it and when.
extension DocumentSplitter {
  /// Lines that may stand above the day: names, a title, a line below it.
  private static let mostLines = 5

  /// Where each of them begins: a line such as `Posted On: 5 March 2024` or `Published on: 5 March 2024` comes again, with a text
  /// of its own below it.
  func issuedParts(_ blocks: [Block]) -> [Int] {
    let dated = blocks.indices.filter { isIssued(blocks[$0]) }
    guard dated.count > 1 else { return [] }
    var starts: [Int] = []
    var floor = 0
    for (place, line) in dated.enumerated() {
      let start = top(of: line, blocks, floor)
      let end = place + 1 < dated.count ? dated[place + 1] : blocks.count
      guard bodySize(blocks[(line + 1)..<end]) >= 200 else { continue }
      starts.append(start)
      floor = line + 1
    }
    return starts
  }

  private func isIssued(_ block: Block) -> Bool {
    guard block.kind == .paragraph, block.span.count <= 120, text.holdsDigit(block.span),
      let labelled = MetaLine.parse(block.span, in: text), labelled.role == .published, labelled.hasColon
    else { return false }
    return WrittenDate.first(in: labelled.value, in: text, within: 40)?.date.day != nil
  }

  /// The first of the lines over a day that belong to it: up to who issued it, or to what is no title.
  private func top(of line: Int, _ blocks: [Block], _ floor: Int) -> Int {
    var start = line
    while start > floor, line - start < Self.mostLines {
      let block = blocks[start - 1]
      if MetaLine.parse(block.span, in: text)?.role == .issuer || Organisations.isName(block.span, in: text) {
        return start - 1
      }
      guard block.kind == .paragraph || block.kind == .heading, Headline.isTitleLike(block.span, in: text),
        text.words(in: block.span, limit: 4).count == 4, !Furniture.isFurniture(block, in: text)
      else { break }
      start -= 1
    }
    return start
  }
}
