import IbidSource

/// Finds where the text of a page ends and its tail begins: contacts, notes about the maker, related pages, footer.
///
/// Two passes. From the top, the first line that opens a tail ("ENDS", "Media contact", "About the Agency", "Related
/// stories") ends the text, if little running text follows it; notes to editors after "ENDS" still belong to the release.
/// From the bottom, furniture, notices, contacts and short lines among them are taken off.
struct PageTail {
  let text: TextView
  let blocks: ArraySlice<Block>
  /// The first paragraph of the text, where that is known; no tail begins above it.
  var textStart: Int?

  /// How much running text may follow the start of a tail: so many bytes, or such a part of what stands before it.
  ///
  /// A list of related pages also stands in the middle of a text; notes about the maker hardly do.
  private enum Allowance {
    static let afterBox = (bytes: 150, part: 8)
    static let afterEnd = (bytes: 600, part: 3)
  }

  /// Index of the first block of the tail; the end of the blocks where there is none.
  func start() -> Int {
    let end = opening() ?? blocks.endIndex
    return trimmed(to: end)
  }

  // MARK: From the top

  private func opening() -> Int? {
    let running = blocks.indices.map { isRunning(blocks[$0]) ? blocks[$0].span.count : 0 }
    var before = 0
    var after = running.reduce(0, +)
    for (index, size) in zip(blocks.indices, running) {
      after -= size
      if before >= 200, index > textStart ?? -1, opensTail(index) {
        let allowed =
          Furniture.opensBox(blocks[index].span, in: text) ? Allowance.afterBox : Allowance.afterEnd
        if after <= max(allowed.bytes, before / allowed.part) { return index }
      }
      before += size
    }
    return nil
  }

  private func opensTail(_ index: Int) -> Bool {
    let (kind, span, followsEndMark) = (blocks[index].kind, blocks[index].span, blocks[index].followsEndMark)
    if kind == .table || kind == .bullet && span.count > 60 { return false }
    if followsEndMark || isEnd(span) { return !startsNotes(followsEndMark ? index : index + 1) }
    if Furniture.opensBox(span, in: text) { return !endsWithFullStop(span) }
    if isSource(span) || isComments(span) { return true }
    guard let match = Self.openings.longest(at: span, in: text) else { return false }
    let rest = text.trimmed(ByteSpan(match.end, span.upper))
    switch match.meaning {
    case .heading: return rest.isEmpty || text.bytes[rest.lower] == UInt8(ascii: ":") && rest.count <= 300
    case .contact:
      // "Enquiries: Communications, 555 0147", an address on the next line.
      if !rest.isEmpty, text.bytes[rest.lower] == UInt8(ascii: ":"), span.count <= 260,
        text.bytes[rest.range].count(where: { $0 >= 0x30 && $0 <= 0x39 }) >= 7
      {
        return true
      }
      return rest.isEmpty || span.count <= 200 && text.holds(Array("contact".utf8), in: rest, ignoringCase: true)
        || span.count <= 60 && !endsWithFullStop(span) && text.bytes[rest.lower] == UInt8(ascii: ":")
        || Furniture.isContact(span, in: text) || text.bytes[span.upper - 1] == UInt8(ascii: ":") && span.count <= 120
    case .about:
      return span.count <= 80 && !endsWithFullStop(span) && !rest.isEmpty && index + 1 < blocks.endIndex
        && Characters.isUpper(text.scalar(at: span.lower).value)
        && text.words(in: rest, limit: 8).contains { Characters.isUpper(text.scalar(at: $0.span.lower).value) }
    }
  }

  /// `SOURCE Blue Wheel Inc.`, with which wires of press releases end a text.
  private func isSource(_ span: ByteSpan) -> Bool {
    span.count <= 120 && text.bytes[span.range].starts(with: "SOURCE ".utf8)
  }

  /// `3 thoughts on …`, `12 Comments`, `Comments (12)`.
  private func isComments(_ span: ByteSpan) -> Bool {
    guard span.count <= 120 else { return false }
    let words = text.words(in: span, limit: 3)
    guard words.count >= 2 else { return false }
    return isNumber(words[0]) && Self.replies.contains(words[1])
      || isNumber(words[1]) && text.isWord(words[0], "comments")
  }

  private func isNumber(_ word: Word) -> Bool {
    word.hasDigit && text.bytes[word.span.range].allSatisfy { $0 >= 0x30 && $0 <= 0x39 }
  }

  private static let replies: WordHashes = ["comments", "comment", "responses", "replies", "thoughts", "likes"]

  /// A note about who wrote the text: `Ann Lee is a senior fellow at the Quay Institute.`
  private func isAuthorNote(_ span: ByteSpan) -> Bool {
    guard span.count <= 320 else { return false }
    let words = text.words(in: span, limit: 24)
    guard words.count >= 5,
      let verb = words.prefix(8).firstIndex(where: Self.noteVerbs.contains), verb >= 2,
      words[..<verb].allSatisfy({
        Characters.isUpper(text.scalar(at: $0.span.lower).value) || text.isWord($0, "and")
      })
    else { return false }
    return text.isWord(words[verb], "writes") || words[verb...].contains(where: Self.writers.contains)
  }

  private static let noteVerbs: WordHashes = ["is", "writes", "covers", "reports", "are"]

  private static let writers: WordHashes = [
    "fellow", "professor", "author", "reporter", "correspondent", "researcher", "writer", "journalist", "columnist",
    "analyst", "lecturer", "economist", "editor",
  ]

  /// "ENDS", "-ENDS-", "End of release".
  private func isEnd(_ span: ByteSpan) -> Bool {
    guard span.count <= 24 else { return false }
    if text.bytes[span.range].allSatisfy({ $0 == UInt8(ascii: "#") || $0 == UInt8(ascii: " ") }) { return true }
    let words = text.words(in: span, limit: 4)
    switch words.count {
    case 1: return ["30", "ENDS", "END", "FIN", "ENDE", "Ends"].contains(text.string(words[0].span))
    case 3: return text.holds(Array("end of release".utf8), in: span, ignoringCase: true)
    default: return false
    }
  }

  private func startsNotes(_ index: Int) -> Bool {
    guard index < blocks.endIndex else { return false }
    let span = blocks[index].span
    return Self.notes.longest(at: span, in: text) != nil && span.count <= 60
  }

  private func endsWithFullStop(_ span: ByteSpan) -> Bool {
    text.bytes[span.upper - 1] == UInt8(ascii: ".")
  }

  /// Prose, and tables: what belongs to a text and not to its tail.
  private func isRunning(_ block: Block) -> Bool {
    if block.kind == .table { return true }
    return block.span.count >= 60 && WrappedLines(text: text).endsWithStop(block.span)
      && !Furniture.isNotice(block.span, in: text) && !Furniture.isContact(block.span, in: text)
  }

  // MARK: From the bottom

  /// Blocks of a tail, and neighbours among them of which none is known as a page's own.
  private static let longest = 400
  private static let longestList = 40

  private func trimmed(to last: Int) -> Int {
    var end = last
    var index = last
    while index > blocks.startIndex, end - index < Self.longestList, last - index < Self.longest {
      index -= 1
      let block = blocks[index]
      if index > blocks.startIndex, isRow(block), isRow(blocks[index - 1]) { break }
      if isTailLine(block) {
        end = index
      } else if !Headline.isTitleLike(block.span, in: text) && !isListed(block) && block.span.count > 2 {
        break
      }
    }
    return end
  }

  /// `Company A: $1.2 million`, `North | 1,245 | 980`: a label and its sum, or values between bars.
  private func isRow(_ block: Block) -> Bool {
    let span = block.span
    guard (4...160).contains(span.count), text.holdsDigit(span) else { return false }
    let bytes = text.bytes[span.range]
    if bytes.contains(UInt8(ascii: "|")) {
      return TitleParts.fields(of: span, in: text).contains { field in
        !field.isEmpty && text.bytes[field.range].allSatisfy { $0 <= 0x39 && $0 != 0x2F }
      }
    }
    guard let last = bytes.last,
      (0x30...0x39).contains(last) || text.words(in: span, limit: 12).last.map(isScale) ?? false
    else { return false }
    return bytes.contains(UInt8(ascii: "$")) || bytes.contains(0xA3) || bytes.contains(0xAC)
  }

  private func isScale(_ word: Word) -> Bool {
    ["million", "billion", "euros", "dollars", "pounds", "crore", "lakh"].contains {
      word.span.count == $0.utf8.count && text.starts(with: $0, at: word.span.lower)
    }
  }

  /// An item of a list of links; items that are sentences belong to the text.
  private func isListed(_ block: Block) -> Bool {
    block.kind == .bullet && block.span.count <= 120
      && (block.span.count < 60 || !WrappedLines(text: text).endsWithStop(block.span))
  }

  private func isTailLine(_ block: Block) -> Bool {
    guard block.kind != .table, block.kind != .quote else { return false }
    return Furniture.isFurniture(block, in: text) || Furniture.isNotice(block.span, in: text)
      || MenuLine.parse(block.span, in: text) != nil || isReference(block.span) || isAuthorNote(block.span)
      || isTags(block.span) || isOverCopyright(block)
      || Furniture.isContact(block.span, in: text) && !WrappedLines(text: text).endsWithStop(block.span)
  }

  /// A name with the sign of the copyright on the next line.
  private func isOverCopyright(_ block: Block) -> Bool {
    guard block.lineCount > 1, block.lineCount <= 4, block.span.count <= 300,
      let line = text.bytes[block.span.range].lastIndex(of: 0x0A)
    else { return false }
    let last = text.trimmed(ByteSpan(line, block.span.upper))
    return text.starts(with: "©", at: last.lower) || text.starts(with: "copyright ", at: last.lower)
      || text.starts(with: "(c) ", at: last.lower)
  }

  /// Words between bars: `ferries | transport`.
  private func isTags(_ span: ByteSpan) -> Bool {
    guard span.count <= 80, text.bytes[span.range].contains(UInt8(ascii: "|")), !endsWithFullStop(span) else {
      return false
    }
    return TitleParts.fields(of: span, in: text).allSatisfy {
      text.words(in: $0, limit: 4).count <= 3 && !text.holdsDigit($0)
    }
  }

  /// `(Release ID: 21011)`, `Updated March 15, 2024`, `IP/24/2399`, the initials of a typist: `RKS/DM`.
  private func isReference(_ span: ByteSpan) -> Bool {
    let inner = Headline.withoutBrackets(span, in: text)
    if text.starts(with: "source", at: inner.lower) { return false }
    if let labelled = MetaLine.parse(inner, in: text) {
      return labelled.role == .other || labelled.role == .published || labelled.role == .updated
    }
    return inner.count <= 16 && text.bytes[inner.range].contains(UInt8(ascii: "/"))
      && (!Headline.holdsLower(inner, in: text) || areInitials(inner))
  }

  /// `ap/bh (dpa)`, by which an editor signs.
  private func areInitials(_ span: ByteSpan) -> Bool {
    text.words(in: span, limit: 6).allSatisfy { $0.span.count <= 3 && !$0.hasDigit }
  }

  // MARK: Words

  private enum Opening: Sendable {
    /// Alone on its line, or with a colon and a value.
    case heading
    /// A way to reach somebody.
    case contact
    /// "About", and a name.
    case about
  }

  private static let openings = PhraseTable<Opening>(
    headings.map { ($0, .heading) } + contacts.map { ($0, .contact) } + abouts.map { ($0, .about) })

  private static let headings = [
    "topic", "topics", "topic(s)", "component", "components", "component(s)", "tag(s)", "tags", "keywords", "tag",
    "filed under", "categories",
    "press release number", "release number", "release id", "about us", "more information", "further information",
    "additional information", "additional resources", "resources", "links", "useful links", "downloads", "attachments",
    "disclaimer", "forward-looking statements", "cautionary statement", "safe harbor statement", "legal notice",
    "comments", "leave a comment", "newsletter", "schlagworte", "themen", "mots-clés", "thèmes",
    "weitere informationen", "pour en savoir plus", "documents", "share", "stay connected",
  ]

  private static let contacts = [
    "contact", "contacts", "contact us", "contact information", "media contact", "media contacts", "press contact",
    "press contacts", "media enquiries", "media inquiries", "press enquiries", "press inquiries", "media relations",
    "press office", "press officer", "enquiries", "inquiries", "for media enquiries", "for media inquiries",
    "for press enquiries", "for more information", "for further information", "for additional information",
    "further information", "for enquiries", "for interviews", "for queries", "for media queries", "media queries",
    "contact for journalists",
    "contact for media", "investor relations", "spokesperson", "ansprechpartner", "ansprechpartnerin",
    "kontakt", "pressekontakt", "medienkontakt", "rückfragen", "contact presse", "contacts presse", "contact média",
    "service de presse", "contacto", "contacto de prensa", "weitere auskünfte", "auskünfte",
  ]

  private static let abouts = ["about", "über", "à propos", "a propos", "acerca de", "sobre"]

  private static let notes = PhraseTable<Void>(
    [
      "notes to editors", "note to editors", "notes for editors", "editor's notes", "editor’s notes", "notes",
      "background",
      "background notes", "note to editor", "notes to editor", "additional quotes", "quotes",
    ].map { ($0, ()) })
}
