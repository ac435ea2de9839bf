/// Reads OpenDocument texts (ISO/IEC 26300), as LibreOffice writes them.
///
/// Tracked deletions and comments are left out; notes follow the text.
struct ODTReader: DocumentReader {
  static let endings = ["odt"]

  func layer(of file: FileContents) throws(ReadingProblem) -> TextLayer {
    let office = try OfficeFile(file)
    if let manifest = office.optionalPart("META-INF/manifest.xml"), manifest.first("encryption-data") != nil {
      throw ReadingProblem(.encrypted, "is encrypted; save a copy without a password, and load that")
    }
    let tree = try office.part("content.xml")
    var writer = LayerWriter()
    if let meta = office.optionalPart("meta.xml") {
      writer.state("document title", OfficeFile.meaningful(title: meta.value(of: "title")))
      writer.state("author", meta.value(of: "initial-creator") ?? meta.value(of: "creator"))
      writer.state("created", meta.value(of: "creation-date") ?? meta.value(of: "date"))
    }
    OfficeFile.warn(of: tree, in: &writer)
    let titles = Self.titleStyles(of: tree)
    var blocks = OpenDocumentBlocks(tree: tree, titleStyles: titles)
    blocks.write(to: &writer)
    let layer = writer.finish(name: file.path)
    if layer.isEmpty { throw ReadingProblem(.noText, "holds no text") }
    return layer
  }

  /// The styles of the text that are based on "Title".
  private static func titleStyles(of tree: MarkupTree) -> Set<String> {
    var names: Set<String> = ["Title"]
    for node in tree.nodes where node.name == "style" && node.attribute("parent-style-name") == "Title" {
      if let name = node.attribute("name") { names.insert(name) }
    }
    return names
  }
}

/// Writes the paragraphs, lists and tables of `content.xml`.
struct OpenDocumentBlocks {
  let tree: MarkupTree
  let titleStyles: Set<String>
  private var hasTitle = false
  private var notes: [Int] = []

  init(tree: MarkupTree, titleStyles: Set<String>) {
    self.tree = tree
    self.titleStyles = titleStyles
  }

  private enum Place {
    case paragraph, title
    case heading(Int)
    case item(depth: Int)
  }

  mutating func write(to writer: inout LayerWriter) {
    guard let body = tree.first("body") else { return }
    write(tree.descendants(of: body), to: &writer)
    // Notes of notes do not exist; a document that claims some is read once all the same.
    let bodies = notes
    notes = []
    for note in bodies { write(tree.descendants(of: note), to: &writer) }
  }

  /// A loop over the nodes; what a paragraph is, is kept until the node after it is reached.
  private mutating func write(_ range: Range<Int>, to writer: inout LayerWriter) {
    var inline = InlineText()
    var place = Place.paragraph
    var ends: [(end: Int, place: Place)] = []
    var lists: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      while let last = ends.last, last.end <= index {
        flush(&inline, place, &writer)
        place = last.place
        ends.removeLast()
      }
      while let last = lists.last, last <= index { lists.removeLast() }
      let node = tree.nodes[index]
      if Self.skipped.contains(node.name) {
        index = node.end
        continue
      }
      switch node.name {
      case "list": lists.append(node.end)
      case "p", "h":
        flush(&inline, place, &writer)
        ends.append((node.end, place))
        place = self.place(of: node, listDepth: lists.count)
      case "table":
        flush(&inline, place, &writer)
        writer.table(OpenDocumentTable(at: index, in: tree).rows)
        index = node.end
        continue
      case "note":
        if let body = tree.first("note-body", in: index) { notes.append(body) }
        index = node.end
        continue
      default: Self.add(index, of: tree, to: &inline)
      }
      index += 1
    }
    flush(&inline, place, &writer)
  }

  static let skipped: Set<String> = [
    "tracked-changes", "annotation", "annotation-end", "note-citation", "sequence-decls", "forms", "title", "desc",
    "table-of-content", "alphabetical-index", "ruby-text", "event-listeners",
  ]

  private func place(of node: MarkupTree.Node, listDepth: Int) -> Place {
    if let style = node.attribute("style-name"), titleStyles.contains(style) { return .title }
    if node.name == "h" {
      return .heading(min(max(node.attribute("outline-level").flatMap { Int($0) } ?? 1, 1), 6))
    }
    return listDepth > 0 ? .item(depth: listDepth - 1) : .paragraph
  }

  private mutating func flush(_ inline: inout InlineText, _ place: Place, _ writer: inout LayerWriter) {
    for text in inline.take() {
      switch place {
      case .paragraph: writer.paragraph(text.bytes)
      case .title:
        hasTitle = true
        writer.heading(text.bytes, level: 1)
      case .heading(let level): writer.heading(text.bytes, level: level + (hasTitle ? 1 : 0))
      case .item(let depth): writer.item(text.bytes, depth: depth)
      }
    }
  }

  /// What the elements inside a paragraph add to its text.
  static func add(_ index: Int, of tree: MarkupTree, to inline: inout InlineText) {
    let node = tree.nodes[index]
    inline.boldDepth = 1
    switch node.name {
    case "": inline.add(tree.text[node.range], isPreformatted: false)
    case "s", "tab": inline.space()
    case "line-break": inline.lineBreak()
    default: break
    }
  }
}

/// A `table:table`. Cells and rows that a table repeats are written once, so that a short file stays a short text.
struct OpenDocumentTable {
  private(set) var rows: [[TableCell]] = []

  init(at table: Int, in tree: MarkupTree) {
    var headingEnd = 0
    var index = table + 1
    while index < tree.nodes[table].end {
      let node = tree.nodes[index]
      if OpenDocumentBlocks.skipped.contains(node.name) {
        index = node.end
        continue
      }
      if node.name == "table-header-rows" { headingEnd = node.end }
      if node.name == "table-row" {
        rows.append(Self.cells(of: index, in: tree, isHeading: index < headingEnd))
        index = node.end
        continue
      }
      index += 1
    }
  }

  private static func cells(of row: Int, in tree: MarkupTree, isHeading: Bool) -> [TableCell] {
    var cells: [TableCell] = []
    var covered = 0
    for child in tree.children(of: row) {
      let node = tree.nodes[child]
      if node.name == "covered-table-cell", covered > 0 {
        covered -= 1
      } else if node.name == "covered-table-cell" {
        cells.append(TableCell(text: []))
      } else if node.name == "table-cell" {
        let width = max(1, min(node.attribute("number-columns-spanned").flatMap { Int($0) } ?? 1, 1000))
        covered = width - 1
        cells.append(TableCell(text: text(of: child, in: tree), width: width, isHeading: isHeading))
      }
    }
    return cells
  }

  private static func text(of cell: Int, in tree: MarkupTree) -> [UInt8] {
    var inline = InlineText()
    var index = cell + 1
    while index < tree.nodes[cell].end {
      let node = tree.nodes[index]
      if OpenDocumentBlocks.skipped.contains(node.name) || node.name == "note" {
        index = node.end
        continue
      }
      if node.name == "p" || node.name == "h" { inline.space() }
      OpenDocumentBlocks.add(index, of: tree, to: &inline)
      index += 1
    }
    return Array(inline.take().map(\.bytes).joined(separator: [0x20]))
  }
}
