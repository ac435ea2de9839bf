import IbidSource

/// The runs of prose on a page, told from each other by what pages put between texts.
///
/// A page that was saved whole has prose in several places: notices at its top, a teaser in a menu, the text, and below it the
/// beginnings of other texts. Prose goes on across headings, tables and lists of any length; it ends where several lines
/// that are none stand between two paragraphs and some are known as the page's own ("Share", "Related stories").
struct RunningText {
  /// Blocks from a first to a last paragraph of prose, the bytes of prose between, and how much above them is the page's own.
  struct Run {
    var blocks: Range<Int>
    var size: Int
    var signs: Int
  }

  /// Lines that are no prose between two runs, at least.
  private static let leastGap = 5
  /// So many short lines part two runs even where none is known.
  private static let longestList = 24
  /// Signs above a run that is not of the text, however long it is.
  private static let sureSigns = 4

  let text: TextView
  let runs: [Run]

  init(text: TextView, blocks: ArraySlice<Block>) {
    self.text = text
    var runs: [Run] = []
    var (gap, shortLines, signs) = (0, 0, 0)
    for index in blocks.indices {
      let block = blocks[index]
      guard Self.isProse(block, in: text) else {
        gap += 1
        if block.kind != .table, block.span.count <= 60, !text.holdsDigit(block.span) { shortLines += 1 }
        signs += Self.weight(of: block, in: text)
        continue
      }
      let isApart = gap >= Self.leastGap && (signs >= 2 || shortLines >= Self.longestList)
      if isApart || runs.isEmpty {
        runs.append(Run(blocks: index..<(index + 1), size: block.span.count, signs: signs))
      } else {
        runs[runs.count - 1].blocks = runs[runs.count - 1].blocks.lowerBound..<(index + 1)
        runs[runs.count - 1].size += block.span.count
      }
      (gap, shortLines, signs) = (0, 0, 0)
    }
    self.runs = runs
  }

  /// The text itself: the first run that is at least half as long as the longest.
  var main: Run? {
    guard let longest = runs.map(\.size).max() else { return nil }
    return runs.first { $0.size * 2 >= longest }
  }

  /// The first block of what follows the text on its page, where that is less than the text or surely the page's.
  var following: Int? {
    guard let main, let place = runs.firstIndex(where: { $0.blocks == main.blocks }), place + 1 < runs.count else {
      return nil
    }
    let rest = runs[(place + 1)...].reduce(0) { $0 + $1.size }
    let next = runs[place + 1]
    return rest < main.size || next.signs >= Self.sureSigns ? next.blocks.lowerBound : nil
  }

  /// Whole sentences of some length that the page does not say of itself.
  static func isProse(_ block: Block, in text: TextView) -> Bool {
    (block.kind == .paragraph || block.kind == .quote) && block.span.count >= 80
      && WrappedLines(text: text).endsWithStop(block.span) && !isPageFurniture(block, in: text)
  }

  /// What is furniture above and below a text, though it need not be in the middle of one.
  static func isPageFurniture(_ block: Block, in text: TextView) -> Bool {
    block.kind != .table
      && (Furniture.isFurniture(block, in: text) || Furniture.isNotice(block.span, in: text)
        || MenuLine.parse(block.span, in: text) != nil)
  }

  /// How surely a line is the page's own: the heading of a list of other pages counts twice, page numbers not at all.
  private static func weight(of block: Block, in text: TextView) -> Int {
    let span = block.span
    guard block.kind != .table, span.count <= 200, !text.holdsDigit(span) else { return 0 }
    if Furniture.opensBox(span, in: text) { return 2 }
    // Rows of tables that are set with gaps look like menus.
    return Furniture.isFurniture(block, in: text) || Furniture.isNotice(span, in: text)
      || span.count <= 40 && MenuLine.isNavigation(span, in: text) ? 1 : 0
  }
}
