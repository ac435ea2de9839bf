import IbidSource

/// The kind of a text that has no label, by who speaks and how the page is made.
extension HeaderReader {
  /// What police and prosecutors publish, and what a body publishes with a contact for the press or a place before the
  /// first sentence, is a press release; comments under a text make it a blog; reporters, news.
  func readLikelyKind(issuer: ByteSpan?, _ evidence: inout Evidence) {
    let best = evidence.kinds.map(\.rank).min() ?? .max
    guard best > 62 else { return }
    let isPaper = issuer.map { Organisations.isPaper($0, in: text) } ?? false
    if let issuer, isPaper { evidence.kinds.append((63, .news, issuer)) }
    if let cue = reporter() { evidence.kinds.append((64, .news, cue)) }
    if let issuer, !isPaper, !evidence.kinds.contains(where: { $0.rank == 95 }) {
      if text.words(in: issuer).contains(where: Self.forces.contains) {
        evidence.kinds.append((67, .pressRelease, issuer))
      } else if text.words(in: issuer).contains(where: Self.offices.contains) {
        if let cue = contact() { evidence.kinds.append((68, .pressRelease, cue)) }
      }
    }
    if let cue = replies() { evidence.kinds.append((74, .blog, cue)) }
    if let cue = moreStories() { evidence.kinds.append((93, .news, cue)) }
  }

  private static let forces: WordHashes = [
    "police", "constabulary", "sheriff", "prosecutor", "prosecution", "attorney", "ombudsman", "polizei",
  ]

  private static let offices: WordHashes = [
    "department", "ministry", "minister", "agency", "office", "commission", "county", "city", "council", "authority",
    "bureau", "government", "court", "service", "administration", "treasury", "borough", "town", "secretariat",
    "directorate", "state", "governor", "parliament", "bank",
  ]

  /// `Staff Reporter`, `By Ann Lee, Transport correspondent`.
  private func reporter() -> ByteSpan? {
    for block in piece.blocks.prefix(20) where block.span.count <= 120 {
      if WrappedLines(text: text).endsWithStop(block.span) { continue }
      if let word = text.words(in: block.span, limit: 12).first(where: Self.reporters.contains),
        !text.starts(with: "press", at: block.span.lower)
      {
        return word.span
      }
    }
    return nil
  }

  private static let reporters: WordHashes = ["reporter", "correspondent", "newsdesk"]

  /// A line that gives somebody to turn to, above or under the text: `Contact: Ann Lee, 555-0119`.
  private func contact() -> ByteSpan? {
    let lines = piece.blocks.prefix(12) + piece.tail.prefix(6)
    return lines.first { block in
      block.span.count <= 160 && Self.contacts.begin(at: block.span.lower, in: text)
        || Self.contactLines.contains(block.span, in: text)
    }?.span
  }

  private static let contacts: Prefixes = ["contact:", "contacts:", "contact\n", "media contact", "press contact"]
  private static let contactLines: LineTable<Void> = ["contact", "contacts"]

  /// What stands under a post: `3 thoughts on …`, `Leave a Reply`, `Posted in`.
  private func replies() -> ByteSpan? {
    for block in piece.tail.prefix(12) {
      for words in ["leave a reply", "leave a comment", "posted in", "filed under"]
      where text.starts(with: words, at: block.span.lower) {
        return ByteSpan(block.span.lower, block.span.lower + words.utf8.count)
      }
    }
    return nil
  }

  private func moreStories() -> ByteSpan? {
    for block in piece.tail.prefix(12) where block.span.count <= 40 {
      for words in ["more on this story", "top reads", "more stories", "most read", "related stories", "comments ("]
      where text.starts(with: words, at: block.span.lower) {
        return ByteSpan(block.span.lower, block.span.lower + words.utf8.count)
      }
    }
    return nil
  }
}
