/// Decides which part of a page is its text.
///
/// 1. What is never text is dropped, and what looks like furniture (`Boilerplate`) unless half of the words are in it.
/// 2. The text is in `<main>`, in the one `<article>`, or else in the smallest element with most of the words that stand
///    outside links.
/// 3. It begins at the headline, even where that stands before the element.
/// 4. Inside it, lists and boxes that hold little but links are dropped, if no sentence leads up to them.
///
/// One walk forward and one back over the nodes for each step.
struct MainContent {
  let tree: MarkupTree
  /// The nodes of the text; what is dropped among them is in `isDropped`.
  private(set) var range: Range<Int>
  /// By node: it and all below are no text.
  private(set) var isDropped: [Bool]
  /// The headline.
  private(set) var title: Int?

  /// Characters below each node that are no white space, and those of them in links.
  private var size: [Int] = []
  private var linkSize: [Int] = []
  private var linkCount: [Int] = []

  /// Keeps the whole page but what is never text: for mails, which have no furniture.
  init(all tree: MarkupTree) {
    self.tree = tree
    range = 0..<tree.nodes.count
    isDropped = tree.nodes.map { Boilerplate.verdict(of: $0) == .drop }
  }

  init(of tree: MarkupTree) {
    self.init(all: tree)
    measure()
    let verdicts = tree.nodes.map(Boilerplate.verdict)
    let whole = prose(0)
    drop(outermost { verdicts[$0] == .suspect && prose($0) * 2 < max(1, whole) })
    drop(outermost(where: isSiteHeader))
    measure()
    let root = contentRoot()
    title = headline(before: root)
    range = min(title ?? root, root)..<tree.nodes[root].end
    let linkLists = outermost(where: isLinkList)
    drop(linkLists)
    measure()
    let heads = linkLists.compactMap(headOnly)
    // A page of links is a page all the same.
    if sizeBesidesTitle(root) == 0 {
      for index in linkLists { isDropped[index] = false }
      measure()
    } else {
      drop(heads)
    }
    if title == nil, size[root] == 0 { self.init(all: tree) }
  }

  private func sizeBesidesTitle(_ root: Int) -> Int {
    guard let title, title > root else { return size[root] }
    return size[root] - size[title]
  }

  private func prose(_ index: Int) -> Int { size[index] - linkSize[index] }

  /// The outermost nodes of the text that a test is true of.
  private func outermost(where isWanted: (Int) -> Bool) -> [Int] {
    var found: [Int] = []
    var index = range.lowerBound
    while index < range.upperBound {
      let isFound = !isDropped[index] && isWanted(index)
      if isFound { found.append(index) }
      index = isFound || isDropped[index] ? tree.nodes[index].end : index + 1
    }
    return found
  }

  private mutating func drop(_ nodes: [Int]) {
    for index in nodes { isDropped[index] = true }
  }

  // MARK: Sizes

  private mutating func measure() {
    size = [Int](repeating: 0, count: tree.nodes.count)
    linkSize = size
    linkCount = size
    for index in tree.nodes.indices.reversed() {
      let node = tree.nodes[index]
      if isDropped[index] {
        size[index] = 0
        linkSize[index] = 0
        linkCount[index] = 0
      } else if node.isText {
        size[index] = tree.text[node.range].reduce(0) { $1 > 0x20 && $1 & 0xC0 != 0x80 ? $0 + 1 : $0 }
      } else if node.name == "a", node.attribute("href") != nil {
        linkSize[index] = size[index]
        linkCount[index] = size[index] > 0 ? 1 : 0
      }
      guard index > 0 else { continue }
      size[node.parent] += size[index]
      linkSize[node.parent] += linkSize[index]
      linkCount[node.parent] += linkCount[index]
    }
  }

  // MARK: The text

  /// A `<header>` outside the text that holds no headline is the site's.
  private func isSiteHeader(_ index: Int) -> Bool {
    tree.nodes[index].name == "header" && tree.first("h1", in: index) == nil && !isInside(["main", "article"], index)
  }

  private func isInside(_ names: Set<String>, _ index: Int) -> Bool {
    var index = tree.nodes[index].parent
    while index > 0 {
      if names.contains(tree.nodes[index].name) { return true }
      index = tree.nodes[index].parent
    }
    return false
  }

  private func contentRoot() -> Int {
    let main = outermost { tree.nodes[$0].name == "main" || tree.nodes[$0].attribute("role")?.lowercased() == "main" }
    let root = main.first { prose($0) * 3 >= prose(0) } ?? 0
    let articles = outermost { index in
      let node = tree.nodes[index]
      guard index >= root, index < tree.nodes[root].end else { return false }
      return node.name == "article" || node.attribute("itemprop")?.lowercased() == "articlebody"
    }
    if let article = articles.first(where: { prose($0) * 5 >= prose(root) * 3 }) { return article }
    // Several articles are a page of posts: all of them.
    return root > 0 || articles.count > 1 ? root : densest(in: root)
  }

  /// The deepest box that holds five sixths of the words outside links.
  private func densest(in root: Int) -> Int {
    let whole = prose(root)
    var current = root
    while let next = tree.children(of: current).first(where: {
      Self.boxes.contains(tree.nodes[$0].name) && prose($0) * 6 >= whole * 5 && whole > 0
    }) {
      current = next
    }
    return current
  }

  private static let boxes: Set<String> = [
    "html", "body", "div", "section", "article", "main", "center", "table", "tbody", "tr", "td", "form", "font", "span",
  ]

  /// The `<h1>` in the text, or the last one before it.
  private func headline(before root: Int) -> Int? {
    var found: Int?
    let end = tree.nodes[root].end
    var index = 0
    while index < end {
      if isDropped[index] {
        index = tree.nodes[index].end
        continue
      }
      if tree.nodes[index].name == "h1", size[index] > 0 {
        if index > root { return found.map { isNearer(index, to: root) ? index : $0 } ?? index }
        found = index
      }
      index += 1
    }
    return found
  }

  /// Whether a headline inside the text is its title rather than the head of a part: it comes before any words.
  private func isNearer(_ index: Int, to root: Int) -> Bool {
    !(root..<index).contains { tree.nodes[$0].name == "p" && size[$0] > 0 }
  }

  // MARK: Links

  private func isLinkList(_ index: Int) -> Bool {
    let node = tree.nodes[index]
    guard Self.linkBoxes.contains(node.name), linkSize[index] * 10 > size[index] * 7, index > range.lowerBound else {
      return false
    }
    let isList = node.name == "ul" || node.name == "ol"
    guard isList || linkCount[index] >= 3, title.map({ $0 < index || $0 >= node.end }) ?? true else { return false }
    return !isLedUpTo(index)
  }

  /// The heading right before a dropped list, where it heads nothing else.
  private func headOnly(of list: Int) -> Int? {
    guard let before = neighbour(of: list, tree.previousSibling), Self.heads.contains(tree.nodes[before].name) else {
      return nil
    }
    let after = neighbour(of: list, tree.nextSibling)
    return after.map { Self.heads.contains(tree.nodes[$0].name) } ?? true ? before : nil
  }

  /// The next sibling that holds words, a few empty ones on the way.
  private func neighbour(of index: Int, _ step: (Int) -> Int?) -> Int? {
    var current = index
    for _ in 0..<8 {
      guard let next = step(current) else { return nil }
      if size[next] > 0 { return next }
      current = next
    }
    return nil
  }

  private static let heads: Set<String> = ["h2", "h3", "h4", "h5", "h6"]
  private static let linkBoxes: Set<String> = ["ul", "ol", "dl", "div", "section", "p"]

  /// Whether the text before a list ends with a colon, as in "The agreements are:".
  private func isLedUpTo(_ index: Int) -> Bool {
    for before in (max(0, index - 60)..<index).reversed() where tree.nodes[before].isText && size[before] > 0 {
      return tree.text[tree.nodes[before].range].last { $0 > 0x20 } == UInt8(ascii: ":")
    }
    return false
  }
}
