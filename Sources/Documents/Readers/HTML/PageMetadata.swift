import IbidSource

/// What a page says about itself: `<title>`, `<meta>` (OpenGraph, Dublin Core, citation tags), JSON-LD, `<time>`.
struct PageMetadata {
  /// Title of the text: JSON-LD, OpenGraph, Dublin Core.
  private(set) var title: String?
  /// `<title>`, which often has the name of the site too.
  private(set) var pageTitle: String?
  private(set) var site: String?
  private(set) var publisher: String?
  private(set) var author: String?
  private(set) var published: String?
  /// What sort of thing its JSON-LD says that it is.
  private(set) var type: String?

  init(of tree: MarkupTree) {
    var metas: [String: String] = [:]
    var data = LinkedData()
    var time: String?
    var heading: Int?
    var nearTime: String?
    for index in tree.nodes.indices {
      let node = tree.nodes[index]
      switch node.name {
      case "meta": Self.add(node, to: &metas)
      case "title" where pageTitle == nil && tree.nodes[node.parent].name != "svg": pageTitle = tree.string(of: index)
      case "script" where node.attribute("type")?.lowercased().contains("ld+json") == true:
        data.read(tree.content(of: index))
      case "h1", "h2": heading = heading ?? index
      case "time":
        if time == nil, Self.isPublication(node) { time = node.attribute("datetime") }
        // A time right under the headline is the day of the text.
        if nearTime == nil, let heading, index - heading <= Self.nearHeading { nearTime = node.attribute("datetime") }
      default: break
      }
    }
    func first(_ names: [String]) -> String? { names.lazy.compactMap { metas[$0] }.first }
    title = data.headline ?? first(["og:title", "dc.title", "dcterms.title", "citation_title", "twitter:title"])
    site = first(["og:site_name", "application-name"])
    publisher =
      data.organisation ?? first(["dc.publisher", "dcterms.publisher", "citation_publisher", "publisher"])
      ?? data.publisher
    publisher = publisher.map(Self.name)
    // The publisher of a page on a shared site is often the site.
    if let name = publisher, name == site, data.organisation == nil { publisher = nil }
    author = data.author ?? first(["author", "article:author", "dc.creator", "dcterms.creator", "citation_author"])
    if author?.contains("://") == true { author = nil }
    type = data.type
    published =
      data.published
      ?? first([
        "article:published_time", "og:published_time", "dcterms.issued", "dc.date.issued", "dc.date", "dcterms.date",
        "article.published", "article:published", "parsely-pub-date", "sailthru.date", "dcterms.created", "dc.created",
        "dateissued", "release_date", "citation_publication_date", "datepublished", "publishdate", "publication_date",
        "pubdate", "date",
      ]) ?? time ?? nearTime
  }

  /// Nodes between a headline and the date that belongs to it.
  private static let nearHeading = 24

  private static func add(_ node: MarkupTree.Node, to metas: inout [String: String]) {
    guard let value = node.attribute("content"), value.utf8.contains(where: { $0 > 0x20 }) else { return }
    for attribute in ["property", "name", "itemprop"] {
      if let name = node.attribute(attribute)?.lowercased(), metas[name] == nil { metas[name] = value }
    }
  }

  /// `Quay Office` of `scheme=AGLSTERMS.AglsAgent; corporateName=Quay Office; address=…`, as the offices of a country write it.
  private static func name(in value: String) -> String {
    let key = "corporateName="
    guard let part = value.split(separator: ";").lazy.map({ $0.drop { $0 == " " } }).first(where: { $0.hasPrefix(key) })
    else { return value }
    return String(part.dropFirst(key.utf8.count))
  }

  private static func isPublication(_ node: MarkupTree.Node) -> Bool {
    if node.attribute("pubdate") != nil || node.attribute("itemprop")?.lowercased() == "datepublished" { return true }
    guard let style = node.attribute("class")?.lowercased() else { return false }
    return ["publish", "entry-date", "post-date", "posted"].contains { style.contains($0) }
      && !style.contains("updated")
  }

  /// Writes it above the text. The headline that people see is the title, if one of the page's titles says much the same.
  func state(in writer: inout LayerWriter, visibleTitle: String?) {
    let best = title ?? pageTitle
    if let best, let visibleTitle, ![title, pageTitle].contains(where: { Self.agree($0, visibleTitle) }) {
      writer.state("title", best)
    } else {
      writer.state("page title", best)
    }
    writer.state("published", published)
    writer.state("publisher", publisher)
    writer.state("site", site)
    writer.state("author", author)
    writer.state("page type", type)
  }

  /// Whether two titles share half of the words of the shorter one.
  private static func agree(_ left: String?, _ right: String) -> Bool {
    guard let left else { return false }
    let (first, second) = (words(of: left), words(of: right))
    return first.intersection(second).count * 2 >= min(first.count, second.count) && min(first.count, second.count) > 0
  }

  private static func words(of text: String) -> Set<UInt64> {
    let view = TextView(bytes: Array(text.utf8))
    return Set(view.words(in: ByteSpan(0, view.count), limit: 60).map(\.hash))
  }
}
