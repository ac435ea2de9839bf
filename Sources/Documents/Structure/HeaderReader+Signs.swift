import IbidSource

/// Lines above a text that are no title by their form alone: salutations, slogans, numbers, remarks, paths, addresses.
extension HeaderReader {
  /// `Dear colleagues,` above the subject of a letter.
  func isSalutation(_ span: ByteSpan) -> Bool {
    span.count <= 60 && text.starts(with: "dear ", at: span.lower) && text.words(in: span, limit: 7).count < 7
  }

  /// What stands beside an emblem, `quayside  for every port`: a few words that begin small, over a line that may be a title.
  func isSlogan(_ index: Int) -> Bool {
    let span = piece.blocks[index].span
    guard index - piece.blocks.startIndex < 16, span.count <= 60, index + 1 < piece.blocks.endIndex,
      piece.blocks[index].lineCount == 1,
      Characters.isLower(text.scalar(at: span.lower).value), Characters.isLetter(text.scalar(before: span.upper).value),
      text.words(in: span, limit: 8).count < 8
    else { return false }
    return Headline.isTitleLike(piece.blocks[index + 1].span, in: text)
  }

  /// The number of a release or document, alone on its line: `2024-31`, `GAO-24-106123`, `SG/SM/22150`.
  func isNumber(_ span: ByteSpan) -> Bool {
    span.count <= 24 && text.holdsDigit(span) && !text.bytes[span.range].contains(0x20)
      && !Headline.holdsLower(span, in: text)
  }

  /// `Vol. XII, No. 19`, and "The House met at noon" over the record of a sitting.
  func isOfSeries(_ span: ByteSpan) -> Bool {
    guard span.count <= 60 else { return false }
    if ["the house met", "the senate met", "the assembly met"].contains(where: { text.starts(with: $0, at: span.lower) }
    ) {
      return true
    }
    return ["vol.", "vol ", "volume ", "issue ", "no. ", "number ", "edition ", "session "].contains {
      text.starts(with: $0, at: span.lower)
    } && text.holdsDigit(span) && text.words(in: span, limit: 7).count < 7
  }

  /// A line in brackets: `(Appellate Jurisdiction)`.
  func isRemark(_ span: ByteSpan) -> Bool {
    let isRound = text.bytes[span.lower] == UInt8(ascii: "(") && text.bytes[span.upper - 1] == UInt8(ascii: ")")
    let isSquare = text.bytes[span.lower] == UInt8(ascii: "[") && text.bytes[span.upper - 1] == UInt8(ascii: "]")
    return span.count <= 100 && (isRound || isSquare) && !text.bytes[span.range].contains(UInt8(ascii: "."))
  }

  /// An item of a list that begins with "Home": the page's path, an item a line.
  func isPathItem(_ index: Int) -> Bool {
    var first = index
    while first > piece.blocks.startIndex, piece.blocks[first].kind == .bullet, piece.blocks[first].gap == 0 {
      first -= 1
    }
    guard piece.blocks[index].kind == .bullet else { return false }
    if piece.blocks[first].kind != .bullet { first += 1 }
    return text.lowercased(piece.blocks[first].span) == "home" && piece.blocks[index].span.count <= 200
  }

  /// `> Crime and justice` in lines below "Home": a page's path whose arrows look like marks of quotation.
  func isQuotedPath(_ index: Int) -> Bool {
    guard piece.blocks[index].kind == .quote, index > piece.blocks.startIndex, piece.blocks[index].span.count <= 300,
      !WrappedLines(text: text).endsWithStop(piece.blocks[index].span)
    else { return false }
    let before = piece.blocks[index - 1].span
    return before.count <= 120 && text.words(in: before, limit: 12).last.map { text.isWord($0, "home") } ?? false
  }

  /// A line of an address above a text, where some offices put it, or its label.
  func isContact(_ block: Block) -> Bool {
    (block.kind == .paragraph || block.kind == .bullet) && block.span.count <= 160
      && (Furniture.isContact(block.span, in: text) && !WrappedLines(text: text).endsWithStop(block.span)
        || block.span.count <= 60 && text.bytes[block.span.upper - 1] == UInt8(ascii: ":"))
  }

  /// A heading of the first rank in words of its own: the title, whatever facts it holds.
  func isTopHeading(_ index: Int) -> Bool {
    let block = piece.blocks[index]
    guard block.level == 1, text.words(in: block.span, limit: 5).count == 5,
      MetaLine.dateLine(block.span, in: text) == nil, !Headline.datedLabel(block.span, in: text)
    else { return false }
    return !Organisations.isName(block.span, in: text) && !Offices.isLine(block.span, in: text)
      && !isFurnitureHeading(block)
  }

  private func isFurnitureHeading(_ block: Block) -> Bool {
    Furniture.isFurniture(block, in: text) || Furniture.isNotice(block.span, in: text)
  }

  /// `For Immediate Release: Six blue bicycles lent to all`: a title and no fact behind its label.
  func isTitleBehindLabel(_ span: ByteSpan) -> Bool {
    guard let prefix = Headline.prefix(of: span, in: text), prefix.kind == .pressRelease,
      MetaLine.isLabelled(span, in: text), text.words(in: prefix.rest, limit: 5).count == 5
    else { return false }
    return Headline.isTitleLike(prefix.rest, in: text)
      && WrittenDate.first(in: prefix.rest, in: text, within: 120) == nil
      && !Organisations.isName(prefix.rest, in: text) && !MetaLine.isLabelled(prefix.rest, in: text)
  }
}
