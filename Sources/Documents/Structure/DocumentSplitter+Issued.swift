import IbidSource

/// Texts copied one below the other, each with its own lines about who issued it and when.
extension DocumentSplitter {
  /// Lines that may stand above the day: names, a title, a line below it.
  private static let mostLines = 5

  /// Where each of them begins: a line such as `Posted On: 5 March 2024` or `Published on: 5 March 2024` comes again, with a text
  /// of its own below it.
  func issuedParts(_ blocks: [Block]) -> [Int] {
    let dated = blocks.indices.filter { blocks[$0].span.count <= 120 && isIssued(blocks[$0]) }
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
    guard block.kind == .paragraph, text.holdsDigit(block.span),
      let labelled = MetaLine.parse(block.span, in: text), labelled.role == .published, labelled.hasColon
    else { return false }
    return WrittenDate.first(in: labelled.value, in: text, within: 40)?.date.day != nil
  }

  /// The first of the lines over a day that belong to it: up to who issued it, or to what is no title.
  private func top(of line: Int, _ blocks: [Block], _ floor: Int) -> Int {
    var start = line
    while start > floor, line - start < Self.mostLines {
      let block = blocks[start - 1]
      let role = MetaLine.parse(block.span, in: text)?.role
      if role == .issuer || Organisations.isName(block.span, in: text) { return start - 1 }
      // "Title: Six blue bicycles"
      if role == .title {
        start -= 1
        continue
      }
      guard block.kind == .paragraph || block.kind == .heading, Headline.isTitleLike(block.span, in: text),
        text.words(in: block.span, limit: 4).count == 4, !Furniture.isFurniture(block, in: text)
      else { break }
      start -= 1
    }
    return start
  }

  /// Days alone on their lines, each over a title and a text of its own: `Friday, 7 June 2019 07:12`, `Six blue bicycles lent`.
  func titlesBelowDays(_ blocks: [Block]) -> [Int] {
    guard blocks.count > 5 else { return [] }
    let days = (0..<(blocks.count - 2)).filter { index in
      // Few blocks are short, so that no other is looked at as a whole.
      guard blocks[index].span.count <= 60, blocks[index].kind == .paragraph else { return false }
      let (day, title) = (blocks[index], blocks[index + 1])
      guard title.kind == .paragraph || title.kind == .heading, MetaLine.dateLine(day.span, in: text)?.date.day != nil
      else { return false }
      return text.words(in: title.span, limit: 3).count == 3 && Headline.isTitleLike(title.span, in: text)
        && MetaLine.dateLine(title.span, in: text) == nil && !Furniture.isFurniture(title, in: text)
        && !Organisations.isName(title.span, in: text) && bodySize(blocks[(index + 2)...].prefix(1)) >= 60
    }
    return days.indices.filter { place in
      let end = place + 1 < days.count ? days[place + 1] : blocks.count
      return bodySize(blocks[(days[place] + 2)..<end]) >= 200
    }.map { days[$0] }
  }
}
