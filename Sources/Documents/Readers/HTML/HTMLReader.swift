/// Reads web pages: the text of the page, without what stands around it.
///
/// Parsing is libxml2's. `MainContent` decides what is text, `HTMLBlocks` writes it, `PageMetadata` reads what the page
/// says about itself.
struct HTMLReader: DocumentReader {
  static let endings = ["html", "htm", "xhtml"]

  func layer(of file: FileContents) throws(ReadingProblem) -> TextLayer {
    let tree = MarkupTree(html: HTMLCharset.utf8(of: file.bytes))
    let metadata = PageMetadata(of: tree)
    let content = MainContent(of: tree)
    var writer = LayerWriter()
    metadata.state(in: &writer, visibleTitle: content.title.map(tree.string))
    Self.warn(of: tree, in: &writer)
    HTMLBlocks(tree: tree, content: content).write(to: &writer)
    let layer = writer.finish(name: file.path)
    if layer.isEmpty, tree.trouble == .tooDeep {
      throw ReadingProblem(
        .noText, "holds no text above elements more than \(MarkupTree.mostDepth) deep, which are left out")
    }
    if layer.isEmpty {
      throw ReadingProblem(
        .noText, "holds no text; a page that is filled in by a script has to be saved from a browser")
    }
    return layer
  }

  static func warn(of tree: MarkupTree, in writer: inout LayerWriter) {
    switch tree.trouble {
    case .tooDeep:
      writer.warn(.incomplete, "has elements more than \(MarkupTree.mostDepth) deep; the rest of the page is left out")
    case .tooOdd: writer.warn(.incomplete, "is too full of stray end tags; the rest of the page is left out")
    case .broken: writer.warn(.incomplete, "is too large; the rest of the page is left out")
    case nil: break
    }
  }
}
