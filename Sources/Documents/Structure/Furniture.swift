import IbidSource

/// Recognises what a web page puts around a text: share buttons, tag headers, lists of further articles.
enum Furniture {
  /// Whether a block is furniture by its own words.
  static func isFurniture(_ block: Block, in view: TextView) -> Bool {
    let span = block.span
    guard span.count <= 160 else { return false }
    guard view.words(in: span, limit: 1).count == 1 else { return true }
    for words in whole where view.starts(with: words, at: span.lower) {
      let rest = view.trimmed(ByteSpan(span.lower + words.utf8.count, max(span.upper, span.lower + words.utf8.count)))
      if rest.lower >= span.upper || view.bytes[rest.lower] == UInt8(ascii: ":") || rest.isEmpty { return true }
    }
    return beginnings.contains { words in
      let end = span.lower + words.utf8.count
      return end <= span.upper && view.starts(with: words, at: span.lower)
        && (end == span.upper || !Characters.isWord(view.scalar(at: end).value)
          || !Characters.isWord(UInt32(view.bytes[end - 1])))
    }
  }

  /// Cuts furniture from both ends of a run of blocks.
  ///
  /// From the end everything goes after the first of the last blocks that is furniture, if what follows it is furniture
  /// or short lines without a stop, such as the titles of other articles.
  static func trimmed(_ blocks: ArraySlice<Block>, in view: TextView) -> ArraySlice<Block> {
    var inner = blocks
    while let first = inner.first, isFurniture(first, in: view) { inner = inner.dropFirst() }
    var end = inner.endIndex
    var index = inner.endIndex
    while index > inner.startIndex, inner.endIndex - index < 24 {
      index -= 1
      if isFurniture(inner[index], in: view) {
        end = index
      } else if !Headline.isTitleLike(inner[index].span, in: view) {
        break
      }
    }
    return inner[inner.startIndex..<end]
  }

  private static let whole = [
    "related", "share", "menu", "search", "comments", "home", "tags", "follow us", "print", "email", "tweet", "next",
    "previous",
    "follow", "subscribe", "advertisement", "contents", "read more", "continue reading", "facebook", "twitter",
    "linkedin",
  ]

  private static let beginnings = [
    "tag:", "tags:", "category:", "categories:", "archive:", "archives:", "author archives", "category archives",
    "tag archives", "follow and like", "follow us on", "follow the ", "like us on", "you may also like",
    "you might also like",
    "more from author", "more from this", "more stories", "more news", "share this", "share on", "share via",
    "like this:",
    "related articles", "related posts", "related content", "related links", "related news", "related topics",
    "read also",
    "see also:", "read next", "read more:", "recommended for you", "subscribe to", "sign up for", "sign up to",
    "skip to main", "skip to content", "skip to navigation", "back to top", "print this page", "print page",
    "leave a comment",
    "leave a reply", "post navigation", "previous post", "next post", "previous article", "next article",
    "all rights reserved",
    "©", "copyright ©", "request free trial", "filed under", "posted in", "privacy policy", "terms of use",
    "terms and conditions", "cookie", "accept all cookies", "this site uses cookies", "is this page useful",
    "breadcrumb",
    "you are here:", "home >", "home /", "home »", "click to share", "click here to", "view all", "load more",
    "page 1 of",
  ]
}
