package import IbidSource

/// The text of a file of any format, with its paragraphs found: what everything behind a reader sees.
///
/// Spans of documents, sentences and rows count bytes of this text. It is readable by itself, as Markdown: `#` before a
/// heading, `-` before an item, bars around the cells of a table, and on top between lines of `---` what the file says
/// about itself.
package struct TextLayer: Sendable {
  /// Named after the file.
  package let source: SourceText
  /// Nil for plain text and Markdown, whose paragraphs are found by their lines.
  let blocks: [Block]?
  let frontMatter: FrontMatter?
  package let warnings: [DocumentWarning]

  /// A file that is its own text.
  package init(plain source: SourceText) {
    self.source = source
    blocks = nil
    frontMatter = nil
    warnings = []
  }

  init(source: SourceText, blocks: [Block], frontMatter: FrontMatter?, warnings: [DocumentWarning]) {
    self.source = source
    self.blocks = blocks
    self.frontMatter = frontMatter
    self.warnings = warnings
  }

  /// Whether there is no word in it but what the file says about itself.
  package var isEmpty: Bool {
    guard let blocks else { return false }
    let text = TextView(bytes: source.bytes)
    return blocks.allSatisfy { text.words(in: $0.span, limit: 1).isEmpty }
  }
}
