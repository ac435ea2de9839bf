import IbidSource

/// Writes a text layer, block by block.
///
/// What a file says about itself comes first (`state`), then its text. Texts are given in UTF-8, trimmed; a line break
/// inside a block stays one.
struct LayerWriter {
  private var bytes: [UInt8] = []
  private var blocks: [Block] = []
  private var frontMatter: FrontMatter?
  private var warnings: [DocumentWarning] = []
  private var lastIsItem = false

  // MARK: About the file

  /// Adds a line about the file: `title: Six boats`. Empty values are left out. Only before the first block.
  mutating func state(_ key: String, _ value: String?) {
    guard let value, blocks.isEmpty else { return }
    let text = TextView(bytes: Array(value.utf8))
    let line = text.collapsed(ByteSpan(0, min(text.count, Self.longestValue)))
    guard !line.isEmpty else { return }
    if frontMatter == nil {
      add("---\n")
      frontMatter = FrontMatter(span: ByteSpan(0, 3))
    }
    add(key + ": ")
    let start = bytes.count
    add(line)
    frontMatter?.values.append((key, ByteSpan(start, bytes.count)))
    add("\n")
  }

  /// Bytes; longer values are no title or name.
  private static let longestValue = 2000

  mutating func warn(_ reason: DocumentWarning.Reason, _ message: String) {
    warnings.append(DocumentWarning(reason, at: ByteSpan(0, 0), message))
  }

  // MARK: Blocks

  /// A heading of a depth from 1, or of depth 0 for a line that only looks like one.
  mutating func heading(_ text: [UInt8], level: Int) {
    let level = min(max(level, 0), 6)
    block(.heading, text, mark: level == 0 ? "" : String(repeating: "#", count: level) + " ", level: level)
  }

  mutating func paragraph(_ text: [UInt8]) { block(.paragraph, text) }

  /// A paragraph all in bold type: a heading, if it reads like one.
  mutating func boldLine(_ text: [UInt8]) {
    let text = Self.trimmed(text)
    let isHeading = !text.contains(0x0A) && Headline.isTitleLike(ByteSpan(0, text.count), in: TextView(bytes: text))
    if isHeading { heading(text, level: 0) } else { paragraph(text) }
  }

  mutating func caption(_ text: [UInt8]) { block(.caption, text) }

  mutating func quote(_ text: [UInt8]) { block(.quote, text, mark: "> ") }

  /// An item of a list; `depth` counts lists around its own, `number` is its place in an ordered one.
  mutating func item(_ text: [UInt8], depth: Int, number: Int? = nil) {
    let indent = 2 * min(max(depth, 0), 20)
    let mark = number.map { "\($0). " } ?? "- "
    block(.bullet, text, mark: String(repeating: " ", count: indent) + mark, indent: indent)
  }

  private mutating func block(
    _ kind: ParagraphKind, _ text: [UInt8], mark: String = "", level: Int? = nil, indent: Int = 0
  ) {
    let text = Self.trimmed(text)
    guard !text.isEmpty else { return }
    let span = begin(kind, mark, text)
    let lineCount = text.reduce(1) { $1 == 0x0A ? $0 + 1 : $0 }
    blocks.append(
      Block(
        kind: kind, span: span, level: level, gap: blocks.isEmpty || kind == .bullet && lastIsItem ? 0 : 1,
        indent: indent, lineCount: lineCount))
    end(kind)
  }

  /// A table: rows of cells with the columns each one covers. Line breaks in a cell become spaces.
  mutating func table(_ rows: [[TableCell]]) {
    let filled = rows.map { row in
      row.map { TableCell(text: Self.trimmed($0.text), width: $0.width, isHeading: $0.isHeading) }
    }
    .filter { row in row.contains { !$0.text.isEmpty } }
    guard !filled.isEmpty else { return }
    let start = begin(.table, "", [UInt8(ascii: "|")]).lower
    bytes.removeLast()
    var written: [[TextTable.Cell]] = []
    for (index, row) in filled.enumerated() {
      if index > 0 { add("\n") }
      var cells: [TextTable.Cell] = []
      var column = 0
      add("|")
      for cell in row {
        add(" ")
        let lower = bytes.count
        bytes.append(contentsOf: cell.text.map { $0 == 0x0A ? 0x20 : $0 })
        let span = ByteSpan(lower, bytes.count)
        add(span.isEmpty ? "|" : " |")
        cells.append(.init(span: span, columns: column..<column + cell.width, isHeading: cell.isHeading))
        column += cell.width
      }
      written.append(cells)
    }
    blocks.append(
      Block(
        kind: .table, span: ByteSpan(start, bytes.count), gap: blocks.isEmpty ? 0 : 1,
        lineCount: filled.count, table: TextTable(rows: written)))
    end(.table)
  }

  /// Plain text, in which paragraphs, lists and quotations are found by their lines.
  mutating func plain(_ text: [UInt8]) {
    let start = begin(.paragraph, "", []).lower
    bytes.append(contentsOf: text)
    let view = TextView(bytes: bytes)
    var builder = BlockBuilder(text: view, lines: LineScanner.lines(of: view, from: start))
    blocks += builder.build(readsFrontMatter: false)
    end(.paragraph)
  }

  consuming func finish(name: String) -> TextLayer {
    if blocks.isEmpty { closeFrontMatter() }
    if bytes.last != 0x0A { add("\n") }
    return TextLayer(
      source: SourceText(name: name, bytes: bytes), blocks: blocks, frontMatter: frontMatter, warnings: warnings)
  }

  // MARK: Bytes

  private static func trimmed(_ text: [UInt8]) -> [UInt8] {
    let span = TextView(bytes: text).trimmed(ByteSpan(0, text.count))
    return span.count == text.count ? text : Array(text[span.range])
  }

  private mutating func add(_ text: String) { bytes.append(contentsOf: text.utf8) }

  /// Parts a block from what stands before it, and writes it; where its text stands.
  private mutating func begin(_ kind: ParagraphKind, _ mark: String, _ text: [UInt8]) -> ByteSpan {
    if blocks.isEmpty {
      closeFrontMatter()
    } else {
      add(kind == .bullet && lastIsItem ? "\n" : "\n\n")
    }
    add(mark)
    let start = bytes.count
    bytes.append(contentsOf: text)
    return ByteSpan(start, bytes.count)
  }

  private mutating func end(_ kind: ParagraphKind) {
    lastIsItem = kind == .bullet
  }

  private mutating func closeFrontMatter() {
    guard frontMatter != nil, blocks.isEmpty else { return }
    let start = bytes.count
    add("---")
    frontMatter?.span = ByteSpan(0, start + 3)
    add("\n\n")
  }
}

/// A cell before it is written.
struct TableCell {
  var text: [UInt8]
  /// Columns it covers, at least 1.
  var width = 1
  var isHeading = false
}
