import IbidSource

/// The text itself and what follows it, read for dates, kinds and issuers.
extension HeaderReader {
  func readBody(from start: Int, into evidence: inout Evidence) {
    let blocks = piece.blocks
    if start < blocks.endIndex {
      readLaterLabels(from: start, into: &evidence)
      readFactTable(blocks[start], into: &evidence)
      if let dateline = Dateline.parse(blocks[start].span, in: text) {
        if let date = dateline.date { evidence.dates.append((15, date)) }
        if dateline.isPressWire {
          let head = blocks[start].span
          evidence.kinds.append((9, .pressRelease, ByteSpan(head.lower, min(head.upper, head.lower + 60))))
        }
        if let agency = dateline.agency {
          evidence.kinds.append((40, .news, agency))
          if dateline.namesAgency { evidence.issuers.append((41, agency)) }
        }
      }
      for index in start..<min(start + 4, blocks.endIndex) {
        if let cue = KindWords.addressed(in: blocks[index].span, text) { evidence.kinds.append((11, .speech, cue)) }
        if let cue = KindWords.ownReport(in: blocks[index].span, text) { evidence.kinds.append((45, .report, cue)) }
        if let imprint = Imprint.parse(blocks[index].span, in: text) { read(imprint, into: &evidence) }
      }
    }
    for index in max(start, blocks.endIndex - 6)..<max(start, blocks.endIndex) {
      readClosing(blocks[index], into: &evidence)
      readTailName(blocks[index], isTail: false, into: &evidence)
      if index >= blocks.endIndex - 2 { readLastLine(blocks[index].span, into: &evidence) }
    }
    for index in start..<max(start, blocks.endIndex) where blocks[index].span.count <= 120 {
      if let cue = KindWords.pressNote(in: blocks[index].span, text) {
        evidence.kinds.append((50, .pressRelease, cue))
        break
      }
    }
    if let cue = blocks[start...].first(where: { KindWords.isReportHeading($0.span, text) })?.span {
      evidence.kinds.append((80, .report, cue))
    }
    if let cue = KindWords.turns(in: blocks[start...], text) { evidence.kinds.append((41, .speech, cue)) }
    if piece.isPost, let first = blocks.first { evidence.kinds.append((90, .blog, first.span)) }
  }

  /// A label alone on its line further down, with a date below it: `Answered on`, `17 January 2025`.
  private func readLaterLabels(from start: Int, into evidence: inout Evidence) {
    for index in start..<max(start, min(start + 16, piece.blocks.endIndex - 1))
    where MetaLine.bareLabel(piece.blocks[index].span, in: text) == .published {
      if let date = MetaLine.dateLine(piece.blocks[index + 1].span, in: text) { evidence.dates.append((30, date)) }
    }
  }

  /// A table of labels and values right below the title: `| Date | 5 March 2024 |`.
  private func readFactTable(_ block: Block, into evidence: inout Evidence) {
    guard block.kind == .table, block.span.count <= 800, block.lineCount <= 10 else { return }
    for line in linesOf(block.span) {
      let cells = text.bytes[line.range].split(separator: UInt8(ascii: "|")).map {
        text.trimmed(ByteSpan($0.startIndex, $0.endIndex))
      }.filter { !$0.isEmpty }
      guard cells.count == 2, let role = MetaLine.bareLabel(cells[0], in: text),
        role == .published || role == .issuer
      else { continue }
      readLabelled(MetaLine.Labelled(role: role, value: cells[1], hasColon: true), rank: 10, into: &evidence)
    }
  }

  /// Contacts, an imprint, the holder of the copyright.
  func readTail(into evidence: inout Evidence) {
    readSignature(into: &evidence)
    for block in piece.tail.prefix(4) { readLastLine(block.span, into: &evidence) }
    readSigner(into: &evidence)
    for block in piece.tail.prefix(12) {
      if block.span.count <= 120, let cue = KindWords.pressNote(in: block.span, text) {
        evidence.kinds.append((50, .pressRelease, cue))
      }
    }
    var above: ByteSpan?
    for block in piece.tail.suffix(24) {
      readClosing(block, into: &evidence)
      readTailName(block, isTail: true, into: &evidence)
      readContact(block.span, below: above, into: &evidence)
      above = block.span
      if let holder = Organisations.copyrightHolder(in: block.span, text) { evidence.issuers.append((46, holder)) }
    }
  }

  private func readClosing(_ block: Block, into evidence: inout Evidence) {
    let span = block.span
    guard span.count <= 300 else { return }
    if let cue = KindWords.releaseNumber(in: span, text) { evidence.kinds.append((52, .pressRelease, cue)) }
    if let imprint = Imprint.parse(span, in: text) {
      read(imprint, into: &evidence)
    } else if let labelled = MetaLine.parse(span, in: text) {
      let isImprint = text.starts(with: "publish", at: span.lower) || text.starts(with: "issued", at: span.lower)
      if isImprint || labelled.role == .published {
        readLabelled(labelled, rank: isImprint ? 25 : 64, into: &evidence)
      }
    }
  }

  /// The day under a text: `Dover, 5 March 2024`, `Ends/Tuesday, March 5, 2024`. Only where nothing above says it.
  func readClosingDate(from start: Int, into evidence: inout Evidence) {
    let closing = piece.blocks[max(start, piece.blocks.endIndex - 5)...]
    for block in Array(closing) + piece.tail.prefix(6) {
      if Furniture.opensBox(block.span, in: text) { break }
      var span = block.span
      let isEnd = text.starts(with: "ends/", at: span.lower)
      if isEnd { span = ByteSpan(span.lower + 5, span.upper) }
      guard block.kind == .paragraph,
        let date = MetaLine.dateLine(span, in: text) ?? closingDay(in: span), date.date.day != nil
      else { continue }
      evidence.dates.append((65, date))
      readName(above: block, into: &evidence)
      if isEnd { evidence.kinds.append((50, .pressRelease, block.span)) }
      break
    }
  }

  /// `Port Office` on the line over the day under a text.
  private func readName(above date: Block, into evidence: inout Evidence) {
    let blocks = Array(piece.blocks.suffix(6)) + piece.tail.prefix(6)
    guard let place = blocks.firstIndex(where: { $0.span == date.span }), place > 0 else { return }
    let span = blocks[place - 1].span
    guard span.count <= 90, !startsWithOffice(span), !Organisations.isOffice(span, in: text),
      Organisations.isName(span, in: text) || Organisations.isLikelyName(span, in: text)
    else { return }
    evidence.issuers.append((47, Organisations.oneName(in: span, text)))
  }

  /// `CANBERRA 5 March 2024.`, `5 March 2024 – Media contact: Ann Lee`: a day behind a place, or before somebody to turn to.
  private func closingDay(in span: ByteSpan) -> PublishedDate? {
    guard span.count <= 160, text.holdsDigit(span) else { return nil }
    let words = text.words(in: span, limit: 8)
    for place in words.indices.prefix(5) {
      let isApart = place > 0 && text.bytes[words[place - 1].span.upper..<words[place].span.lower].contains(0x3A)
      if isApart { return nil }
      if let date = WrittenDate.parse(at: words[place].span.lower, upper: span.upper, in: text) {
        let rest = text.trimmed(ByteSpan(date.span.upper, span.upper))
        if rest.count <= 1 { return date }
        let next = text.words(in: rest, limit: 2)
        return place == 0 && next.contains(where: Self.contactWords.contains) ? date : nil
      }
      guard Characters.isUpper(text.scalar(at: words[place].span.lower).value), !words[place].hasDigit else {
        return nil
      }
    }
    return nil
  }

  private static let contactWords: WordHashes = [
    "media", "contact", "enquiries", "inquiries", "further", "press", "ends",
  ]
}
