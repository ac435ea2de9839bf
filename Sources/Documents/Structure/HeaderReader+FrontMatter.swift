import IbidSource

extension HeaderReader {
  /// What the lines before the text itself, or the tags of a page, say of it.
  func readFrontMatter(_ facts: inout HeaderFacts, _ evidence: inout Evidence) {
    guard let frontMatter else { return }
    if let title = frontMatter.value(["title"]) {
      let isRepeated = facts.title.map { text.wordsHash(in: $0) == text.wordsHash(in: title) } ?? false
      if !isRepeated { facts.title = title }
    } else if facts.title == nil {
      facts.title = frontMatter.value(["page title", "document title"])
    }
    if let issuer = frontMatter.value([
      "issuer", "publisher", "organisation", "organization", "agency", "department", "source", "from",
    ]) {
      evidence.issuers.append((1, issuer))
    } else if let author = frontMatter.value(["author"]) {
      evidence.issuers.append((50, author))
    }
    // "Six boats - Port Office": what follows the visible title in the title of the page.
    if frontMatter.value(["site"]) == nil, let page = frontMatter.value(["page title"]), let title = facts.title,
      case let parts = TitleParts.split(page, in: text), let last = parts.last, parts.count > 1,
      text.wordsHash(in: parts[0]) == text.wordsHash(in: title), MetaLine.isNames(last, in: text)
    {
      evidence.issuers.append((37, last))
    }
    // What the text says of its issuer goes before the name of the site.
    if let site = frontMatter.value(["site"]) { evidence.issuers.append((36, site)) }
    if let value = frontMatter.value(["published", "date", "publication_date", "published_at", "issued"]),
      let date = WrittenDate.parse(at: value.lower, upper: value.upper, in: text)
    {
      evidence.dates.append((1, date))
    }
    // When a file was made says when its text was published only if nothing else does.
    if let value = frontMatter.value(["created"]),
      let date = WrittenDate.parse(at: value.lower, upper: value.upper, in: text)
    {
      evidence.dates.append((70, PublishedDate(date: date.date, span: date.span, isOfFile: true)))
    }
    if let value = frontMatter.value(["kind", "type", "document_type"]),
      let label = KindWords.kind(named: text.lowercased(value))
    {
      evidence.kinds.append((0, label, value))
    }
    // Many sites call all that they publish news articles, so a label in the text says more.
    if let value = frontMatter.value(["page type"]), let kind = KindWords.kind(ofThing: text.lowercased(value)) {
      evidence.kinds.append((94, kind, value))
    }
  }
}
