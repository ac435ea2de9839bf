/// Writes the paragraphs and tables of a WordprocessingML part.
struct WordBlocks {
  let styles: WordStyles
  let lists: WordLists
  /// The number of the last item, by list and depth.
  private var numbers: [String: Int] = [:]
  private var hasTitle = false

  init(styles: WordStyles, lists: WordLists) {
    self.styles = styles
    self.lists = lists
  }

  /// What a paragraph says of itself before its text.
  private struct Properties {
    var style: String?
    var outline: Int?
    var list: String?
    var depth = 0
  }

  /// A loop over the nodes; a paragraph is written when a node after it is reached, so that one inside another (a text
  /// box) parts the outer one in two.
  mutating func write(_ tree: MarkupTree, to writer: inout LayerWriter) {
    var inline = InlineText()
    var properties = Properties()
    var ends: [(end: Int, properties: Properties)] = []
    var index = 1
    while index < tree.nodes.count {
      while let last = ends.last, last.end <= index {
        flush(&inline, properties, &writer)
        properties = last.properties
        ends.removeLast()
      }
      let node = tree.nodes[index]
      if Self.skipped.contains(node.name) || Self.isMark(node) {
        index = node.end
        continue
      }
      switch node.name {
      case "tbl":
        flush(&inline, properties, &writer)
        writer.table(WordTable(at: index, in: tree).rows)
        index = node.end
        continue
      case "p":
        flush(&inline, properties, &writer)
        ends.append((node.end, properties))
        properties = Self.properties(of: index, in: tree)
      default: WordRun.add(index, of: tree, to: &inline)
      }
      index += 1
    }
    flush(&inline, properties, &writer)
  }

  /// Deleted text, what a field computes from, a second drawing for old programs, and properties.
  static let skipped: Set<String> = [
    "del", "moveFrom", "delText", "instrText", "Fallback", "pPr", "rPr", "sectPr", "sdtPr", "tblPr", "docPr",
  ]

  /// The lines between text and footnotes, which are notes too.
  private static func isMark(_ node: MarkupTree.Node) -> Bool {
    (node.name == "footnote" || node.name == "endnote")
      && ["separator", "continuationSeparator", "continuationNotice"].contains(node.attribute("type"))
  }

  private static func properties(of paragraph: Int, in tree: MarkupTree) -> Properties {
    var properties = Properties()
    guard let first = tree.children(of: paragraph).first, tree.nodes[first].name == "pPr" else { return properties }
    for index in tree.descendants(of: first) {
      let value = tree.nodes[index].attribute("val")
      switch tree.nodes[index].name {
      case "pStyle": properties.style = value
      case "outlineLvl": properties.outline = value.flatMap { Int($0) }
      case "numId": properties.list = value == "0" ? nil : value
      case "ilvl": properties.depth = min(max(value.flatMap { Int($0) } ?? 0, 0), 8)
      default: break
      }
    }
    return properties
  }

  private mutating func flush(_ inline: inout InlineText, _ properties: Properties, _ writer: inout LayerWriter) {
    for text in inline.take() { write(text, properties, &writer) }
  }

  private mutating func write(_ text: InlineText.Block, _ properties: Properties, _ writer: inout LayerWriter) {
    switch styles[properties.style] {
    case .title:
      hasTitle = true
      writer.heading(text.bytes.map { $0 == 0x0A ? 0x20 : $0 }, level: 1)
      return
    case .heading(let level):
      writer.heading(text.bytes.map { $0 == 0x0A ? 0x20 : $0 }, level: level + (hasTitle ? 1 : 0))
      return
    case .quote:
      writer.quote(text.bytes)
      return
    case .caption:
      writer.caption(text.bytes)
      return
    case nil: break
    }
    if let outline = properties.outline, (0..<9).contains(outline) {
      writer.heading(text.bytes, level: outline + 1 + (hasTitle ? 1 : 0))
    } else if let list = properties.list {
      let key = "\(list)/\(properties.depth)"
      let number = lists.isNumbered(list: list, depth: properties.depth) ? numbers[key, default: 0] + 1 : nil
      if let number { numbers[key] = number }
      for depth in properties.depth + 1..<10 { numbers["\(list)/\(depth)"] = nil }
      writer.item(text.bytes, depth: properties.depth, number: number)
    } else if text.isBold {
      writer.boldLine(text.bytes)
    } else {
      writer.paragraph(text.bytes)
    }
  }
}

/// What the elements of a run add to the text.
enum WordRun {
  static func add(_ index: Int, of tree: MarkupTree, to inline: inout InlineText) {
    let node = tree.nodes[index]
    switch node.name {
    case "r": inline.boldDepth = isBold(index, in: tree) ? 1 : 0
    case "t":
      for child in tree.children(of: index) where tree.nodes[child].isText {
        inline.add(tree.text[tree.nodes[child].range], isPreformatted: false)
      }
    case "tab", "ptab": inline.space()
    case "br", "cr":
      // A page or column break is no line of the text.
      if node.attribute("type") == nil || node.attribute("type") == "textWrapping" {
        inline.lineBreak()
      } else {
        inline.space()
      }
    case "noBreakHyphen": inline.add("-")
    default: break
    }
  }

  private static func isBold(_ run: Int, in tree: MarkupTree) -> Bool {
    guard let first = tree.children(of: run).first, tree.nodes[first].name == "rPr",
      let bold = tree.descendants(of: first).first(where: { tree.nodes[$0].name == "b" })
    else { return false }
    return !["0", "false", "off"].contains(tree.nodes[bold].attribute("val") ?? "1")
  }
}

/// A `w:tbl`: rows of cells; a table in a cell is part of the cell's text.
struct WordTable {
  private(set) var rows: [[TableCell]] = []

  init(at table: Int, in tree: MarkupTree) {
    var isFirst = true
    for row in Self.below(table, "tr", stoppingAt: ["tbl"], tree) {
      let isHeading = tree.children(of: row).contains { child in
        tree.nodes[child].name == "trPr" && tree.descendants(of: child).contains { tree.nodes[$0].name == "tblHeader" }
      }
      var cells: [TableCell] = []
      for cell in Self.below(row, "tc", stoppingAt: ["tbl"], tree) {
        var text = Self.text(of: cell, tree)
        var width = 1
        if let properties = tree.children(of: cell).first, tree.nodes[properties].name == "tcPr" {
          for index in tree.descendants(of: properties) {
            let node = tree.nodes[index]
            if node.name == "gridSpan" { width = max(1, min(node.attribute("val").flatMap { Int($0) } ?? 1, 1000)) }
            // The lower part of a cell that reaches down.
            if node.name == "vMerge", node.attribute("val") != "restart" { text.bytes = [] }
          }
        }
        // A first row all in bold is a row of headings.
        cells.append(TableCell(text: text.bytes, width: width, isHeading: isHeading || isFirst && text.isBold))
      }
      rows.append(cells)
      isFirst = false
    }
    if let first = rows.first, first.contains(where: { !$0.text.isEmpty && !$0.isHeading }) {
      rows[0] = first.map { TableCell(text: $0.text, width: $0.width) }
    }
  }

  /// The elements of a name below a node, not those inside one another or inside a stop.
  private static func below(_ root: Int, _ name: String, stoppingAt stops: Set<String>, _ tree: MarkupTree) -> [Int] {
    var found: [Int] = []
    var index = root + 1
    while index < tree.nodes[root].end {
      let node = tree.nodes[index]
      if node.name == name { found.append(index) }
      let isClosed = node.name == name || stops.contains(node.name) || WordBlocks.skipped.contains(node.name)
      index = isClosed ? node.end : index + 1
    }
    return found
  }

  private static func text(of cell: Int, _ tree: MarkupTree) -> (bytes: [UInt8], isBold: Bool) {
    var inline = InlineText()
    var index = cell + 1
    while index < tree.nodes[cell].end {
      let node = tree.nodes[index]
      if WordBlocks.skipped.contains(node.name) {
        index = node.end
        continue
      }
      if node.name == "p" { inline.space() }
      WordRun.add(index, of: tree, to: &inline)
      index += 1
    }
    let blocks = inline.take()
    return (Array(blocks.map(\.bytes).joined(separator: [0x20])), !blocks.isEmpty && blocks.allSatisfy(\.isBold))
  }
}
