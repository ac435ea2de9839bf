/// Writes the elements of a page as blocks of a text layer.
///
/// A loop over the nodes in order, without recursion: what an element changes (a list goes deeper, a quotation begins) is
/// on a stack with the node where it ends.
struct HTMLBlocks {
  let tree: MarkupTree
  let content: MainContent

  /// Where text stands, and with it what kind of block it makes.
  private enum Place {
    case text, quote, caption
    case heading(Int)
    /// An item; `hasText` once its first block is written, so that later ones are paragraphs.
    case item(depth: Int, number: Int?, hasText: Bool)
  }

  private struct Open {
    var end: Int
    var place: Place
    var listDepth: Int
    /// The number of the next item; nil in a list without numbers.
    var number: Int?
    var isPreformatted: Bool
    var isBlock: Bool
    var ending = Ending.none
  }

  /// What the end of an element does to the text around it.
  private enum Ending { case none, bold, quotation }

  func write(to writer: inout LayerWriter) {
    var inline = InlineText()
    var stack = [
      Open(end: tree.nodes.count, place: .text, listDepth: 0, number: nil, isPreformatted: false, isBlock: true)
    ]
    var index = content.range.lowerBound
    while index < content.range.upperBound {
      close(before: index, &stack, &inline, &writer)
      let node = tree.nodes[index]
      if content.isDropped[index] {
        index = node.end
      } else if node.isText {
        inline.add(tree.text[node.range], isPreformatted: stack[stack.count - 1].isPreformatted)
        index += 1
      } else if node.name == "table", let table = HTMLTable(at: index, tree: tree, content: content) {
        flush(&stack, &inline, &writer)
        if let caption = table.caption { writer.caption(caption) }
        writer.table(table.rows)
        index = node.end
      } else {
        open(index, &stack, &inline, &writer)
        index += 1
      }
    }
    close(before: tree.nodes.count, &stack, &inline, &writer)
    flush(&stack, &inline, &writer)
  }

  // MARK: Elements

  private func open(_ index: Int, _ stack: inout [Open], _ inline: inout InlineText, _ writer: inout LayerWriter) {
    let node = tree.nodes[index]
    var next = stack[stack.count - 1]
    next.end = node.end
    next.ending = .none
    next.isBlock = Self.blocks.contains(node.name)
    if next.isBlock { flush(&stack, &inline, &writer) }
    switch node.name {
    case "h1", "h2", "h3", "h4", "h5", "h6": next.place = .heading(node.name.utf8.last.map { Int($0) - 0x30 } ?? 2)
    case "ul", "ol":
      next.listDepth += 1
      next.number = node.name == "ol" ? node.attribute("start").flatMap { Int($0) } ?? 1 : nil
      next.place = .text
    case "li":
      let number = stack[stack.count - 1].number
      if let number, number < 1_000_000 { stack[stack.count - 1].number = number + 1 }
      next.place = .item(depth: max(0, next.listDepth - 1), number: number, hasText: false)
    case "blockquote": next.place = .quote
    case "figcaption": next.place = .caption
    case "pre": next.isPreformatted = true
    case "br": inline.lineBreak()
    case "hr": break
    case "q":
      inline.add("\u{201C}")
      next.ending = .quotation
    case "b", "strong":
      inline.boldDepth += 1
      next.ending = .bold
    default: break
    }
    stack.append(next)
  }

  /// Ends the elements that end before a node.
  private func close(
    before index: Int, _ stack: inout [Open], _ inline: inout InlineText, _ writer: inout LayerWriter
  ) {
    while stack.count > 1, stack[stack.count - 1].end <= index {
      let last = stack[stack.count - 1]
      if last.isBlock { flush(&stack, &inline, &writer) }
      switch last.ending {
      case .bold: inline.boldDepth -= 1
      case .quotation: inline.add("\u{201D}")
      case .none: break
      }
      stack.removeLast()
    }
  }

  private func flush(_ stack: inout [Open], _ inline: inout InlineText, _ writer: inout LayerWriter) {
    for text in inline.take() {
      switch stack[stack.count - 1].place {
      case .text:
        if text.isBold { writer.boldLine(text.bytes) } else { writer.paragraph(text.bytes) }
      case .quote: writer.quote(text.bytes)
      case .caption: writer.caption(text.bytes)
      case .heading(let level): writer.heading(text.bytes.map { $0 == 0x0A ? 0x20 : $0 }, level: level)
      case .item(let depth, let number, let hasText):
        if hasText { writer.paragraph(text.bytes) } else { writer.item(text.bytes, depth: depth, number: number) }
        markItem(&stack)
      }
    }
  }

  /// Notes in every open copy of the item that its first block is written.
  private func markItem(_ stack: inout [Open]) {
    for place in stack.indices.reversed() {
      guard case .item(let depth, let number, false) = stack[place].place else { return }
      stack[place].place = .item(depth: depth, number: number, hasText: true)
    }
  }

  static let blocks: Set<String> = [
    "address", "article", "aside", "blockquote", "body", "center", "dd", "details", "dir", "div", "dl", "dt",
    "fieldset",
    "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
    "li",
    "main", "ol", "p", "pre", "section", "summary", "table", "tbody", "tfoot", "thead", "tr", "td", "th", "ul",
    "legend",
    "caption",
  ]
}
