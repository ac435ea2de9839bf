/// Reads Word documents (Office Open XML, ECMA-376 part 1, "WordprocessingML").
///
/// Text that was deleted under "track changes" is left out, inserted text is kept; headers and footers of pages are left
/// out; footnotes and endnotes follow the text. Headings are told by the outline level of their style.
struct DOCXReader: DocumentReader {
  static let endings = ["docx"]

  func layer(of file: FileContents) throws(ReadingProblem) -> TextLayer {
    let office = try OfficeFile(file)
    let name = Self.mainPart(of: office)
    let tree = try office.part(name)
    let folder = name.lastIndex(of: "/").map { String(name[...$0]) } ?? ""
    var writer = LayerWriter()
    Self.state(office, in: &writer)
    OfficeFile.warn(of: tree, in: &writer)
    let styles = WordStyles(office.optionalPart(folder + "styles.xml"))
    let lists = WordLists(office.optionalPart(folder + "numbering.xml"))
    var blocks = WordBlocks(styles: styles, lists: lists)
    blocks.write(tree, to: &writer)
    for notes in ["footnotes.xml", "endnotes.xml"] {
      if let tree = office.optionalPart(folder + notes) { blocks.write(tree, to: &writer) }
    }
    let layer = writer.finish(name: file.path)
    if layer.isEmpty { throw ReadingProblem(.noText, "holds no text") }
    return layer
  }

  /// The part that the archive's relations call the document.
  private static func mainPart(of office: OfficeFile) -> String {
    let usual = "word/document.xml"
    guard !office.contains(usual), let relations = office.optionalPart("_rels/.rels") else { return usual }
    let target = relations.nodes.first { $0.attribute("Type")?.hasSuffix("/officeDocument") ?? false }?
      .attribute("Target")
    guard let target else { return usual }
    return target.hasPrefix("/") ? String(target.dropFirst()) : target
  }

  private static func state(_ office: OfficeFile, in writer: inout LayerWriter) {
    let core = office.optionalPart("docProps/core.xml")
    writer.state("document title", OfficeFile.meaningful(title: core?.value(of: "title")))
    writer.state("author", core?.value(of: "creator"))
    writer.state("organisation", office.optionalPart("docProps/app.xml")?.value(of: "Company"))
    writer.state("created", core?.value(of: "created"))
  }
}

/// What the styles of a document mean: headings and their depth, the title, quotations, captions.
struct WordStyles: Sendable {
  enum Meaning: Hashable, Sendable {
    case title, quote, caption
    /// Depth from 1.
    case heading(Int)
  }

  private var meanings: [String: Meaning] = [:]

  init(_ tree: MarkupTree?) {
    guard let tree else { return }
    var bases: [String: String] = [:]
    for index in tree.nodes.indices where tree.nodes[index].name == "style" {
      guard let id = tree.nodes[index].attribute("styleId") else { continue }
      var name = id
      var outline: Int?
      for child in tree.descendants(of: index) {
        let value = tree.nodes[child].attribute("val")
        switch tree.nodes[child].name {
        case "name": name = value ?? id
        case "basedOn": bases[id] = value
        case "outlineLvl": outline = value.flatMap { Int($0) }
        default: break
        }
      }
      if let meaning = Self.meaning(of: name) {
        meanings[id] = meaning
      } else if let outline, (0..<9).contains(outline) {
        meanings[id] = .heading(outline + 1)
      }
    }
    // A style means what the one means that it is based on; circles end after a few steps.
    for id in bases.keys where meanings[id] == nil {
      var base = bases[id]
      for _ in 0..<20 {
        guard let current = base else { break }
        if let meaning = meanings[current] {
          meanings[id] = meaning
          break
        }
        base = bases[current]
      }
    }
  }

  /// Word's own names for its styles are English in the file, whatever language it shows.
  private static func meaning(of name: String) -> Meaning? {
    let folded = name.lowercased()
    if folded == "title" { return .title }
    if folded == "quote" || folded == "intense quote" { return .quote }
    if folded == "caption" { return .caption }
    if folded.hasPrefix("heading "), let level = Int(folded.dropFirst(8)), (1...9).contains(level) {
      return .heading(level)
    }
    return nil
  }

  subscript(style: String?) -> Meaning? { style.flatMap { meanings[$0] ?? Self.meaning(of: $0) } }
  var hasTitle: Bool { meanings.values.contains(.title) }
}

/// Which lists of a document are numbered, by list and depth.
struct WordLists: Sendable {
  private var abstractOf: [String: String] = [:]
  /// By abstract list, the depths that have numbers rather than signs.
  private var numbered: [String: Set<String>] = [:]

  init(_ tree: MarkupTree?) {
    guard let tree else { return }
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      if node.name == "num", let id = node.attribute("numId") {
        let abstract = tree.descendants(of: index).first { tree.nodes[$0].name == "abstractNumId" }
        abstractOf[id] = abstract.flatMap { tree.nodes[$0].attribute("val") }
      } else if node.name == "abstractNum", let id = node.attribute("abstractNumId") {
        var depth = "0"
        for child in tree.descendants(of: index) {
          if tree.nodes[child].name == "lvl" { depth = tree.nodes[child].attribute("ilvl") ?? "0" }
          guard tree.nodes[child].name == "numFmt", let format = tree.nodes[child].attribute("val") else { continue }
          if format != "bullet" && format != "none" { numbered[id, default: []].insert(depth) }
        }
      }
    }
  }

  func isNumbered(list: String, depth: Int) -> Bool {
    abstractOf[list].flatMap { numbered[$0] }?.contains(String(depth)) ?? false
  }
}
