/// A `<table>` that holds data, row by row.
struct HTMLTable {
  private(set) var caption: [UInt8]?
  private(set) var rows: [[TableCell]] = []

  private static let mostColumns = 1000
  /// Bytes; a cell with more is a column of a page's layout.
  private static let longestCell = 800

  /// Nil for a table that only arranges the page: one column, one row without headings, long texts, or tables in it.
  init?(at index: Int, tree: MarkupTree, content: MainContent) {
    guard tree.nodes[index].attribute("role")?.lowercased() != "presentation" else { return nil }
    var rowNodes: [Int] = []
    var node = index + 1
    while node < tree.nodes[index].end {
      switch tree.nodes[node].name {
      case "table", "h1", "h2", "h3", "h4", "h5", "h6": return nil
      case "tr":
        if let last = rowNodes.last, tree.nodes[last].end > node { return nil }
        rowNodes.append(node)
      case "caption": caption = Self.text(of: node, tree, content)
      default: break
      }
      node = content.isDropped[node] ? tree.nodes[node].end : node + 1
    }
    var spanned: [Int: Int] = [:]
    for row in rowNodes {
      guard let cells = Self.cells(of: row, tree, content, &spanned) else { return nil }
      if cells.contains(where: { !$0.text.isEmpty }) { rows.append(cells) }
    }
    let wide = rows.filter { $0.reduce(0) { $0 + $1.width } > 1 }.count
    guard wide > 1 || wide == 1 && rows.contains(where: { $0.contains(where: \.isHeading) }) else { return nil }
  }

  /// The cells of a row, with an empty one wherever a cell of a row above reaches down. Nil for a row of layout.
  private static func cells(of row: Int, _ tree: MarkupTree, _ content: MainContent, _ spanned: inout [Int: Int])
    -> [TableCell]?
  {
    var cells: [TableCell] = []
    var column = 0
    func skipSpanned() {
      while let left = spanned[column], left > 0, column < mostColumns {
        spanned[column] = left - 1
        cells.append(TableCell(text: []))
        column += 1
      }
    }
    let isHead = tree.nodes[tree.nodes[row].parent].name == "thead"
    for child in tree.children(of: row) {
      let node = tree.nodes[child]
      guard node.name == "td" || node.name == "th", !content.isDropped[child] else { continue }
      skipSpanned()
      guard column < mostColumns else { break }
      let text = text(of: child, tree, content)
      if text.count > longestCell { return nil }
      let width = span(node.attribute("colspan"), most: mostColumns - column)
      let height = span(node.attribute("rowspan"), most: 10000)
      if height > 1 { for place in column..<column + width { spanned[place] = height - 1 } }
      cells.append(TableCell(text: text, width: width, isHeading: isHead || node.name == "th"))
      column += width
    }
    skipSpanned()
    return cells
  }

  private static func span(_ value: String?, most: Int) -> Int { max(1, min(value.flatMap { Int($0) } ?? 1, most)) }

  /// The text of a cell on one line.
  private static func text(of index: Int, _ tree: MarkupTree, _ content: MainContent) -> [UInt8] {
    var inline = InlineText()
    var node = index
    while node < tree.nodes[index].end {
      if content.isDropped[node] {
        node = tree.nodes[node].end
        continue
      }
      let name = tree.nodes[node].name
      if tree.nodes[node].isText {
        inline.add(tree.text[tree.nodes[node].range], isPreformatted: false)
      } else if name == "br" || HTMLBlocks.blocks.contains(name) {
        inline.space()
      }
      node += 1
    }
    return Array(inline.take().map(\.bytes).joined(separator: [0x20]))
  }
}
