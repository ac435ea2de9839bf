import IbidSource

/// The lines above a text, each read for what it says about the text.
extension HeaderReader {
  func readHeaderLine(_ index: Int, into evidence: inout Evidence) {
    let span = piece.blocks[index].span
    if let role = MetaLine.bareLabel(span, in: text), index + 1 < piece.blocks.endIndex,
      !Furniture.isFurniture(span, in: text), !isMenuItem(index)
    {
      evidence.meta.formUnion([index, index + 1])
      let value = piece.blocks[index + 1].span
      readLabelled(MetaLine.Labelled(role: role, value: value, hasColon: true), rank: 10, into: &evidence)
      readType(label: span, value: value, into: &evidence)
    } else if evidence.meta.contains(index) || isTopHeading(index) || isTitleBehindLabel(span) {
      return
    } else if isFurnitureLine(index, into: &evidence) {
      evidence.furniture.insert(index)
    } else if Self.memoranda.contains(span, in: text), index != piece.title {
      evidence.meta.insert(index)
      evidence.kinds.append((12, .other, span))
    } else if let kind = Headline.spacedLabel(span, in: text) {
      evidence.meta.insert(index)
      evidence.kinds.append((12, kind, span))
    } else if let imprint = Imprint.parse(span, in: text) {
      evidence.meta.insert(index)
      read(imprint, into: &evidence)
    } else if let labelled = MetaLine.parse(span, in: text) {
      evidence.meta.insert(index)
      let fields = fields(of: span)
      if labelled.role != .title, fields.count(where: isFact) > 1 {
        readFields(fields, into: &evidence)
      } else {
        readLabelled(labelled, rank: 10, into: &evidence)
        readType(label: span, value: labelled.value, into: &evidence)
      }
      if text.starts(with: "rns number", at: span.lower) { evidence.kinds.append((66, .pressRelease, span)) }
      if let label = Headline.leadingLabel(at: span.lower, upper: span.upper, in: text) {
        evidence.kinds.append((12, label.kind, ByteSpan(span.lower, label.end)))
      }
    } else if let date = MetaLine.dateLine(span, in: text) {
      evidence.meta.insert(index)
      evidence.dates.append((14, date))
      readName(before: date, in: span, into: &evidence)
    } else if let maker = reportMaker(span), index != piece.title {
      evidence.meta.insert(index)
      evidence.kinds.append((31, .report, maker.cue))
      if let name = maker.name { evidence.issuers.append((29, name)) }
      readFields(fields(of: span), into: &evidence)
    } else if let note = speechNote(span), index != piece.title {
      evidence.meta.insert(index)
      evidence.kinds.append((12, .speech, note.cue))
      evidence.dates.append((31, note.date))
      if let body = note.body { evidence.issuers.append((37, body)) }
    } else if let date = datedEnd(of: span), index != piece.title {
      evidence.meta.insert(index)
      evidence.dates.append((31, date))
    } else if let date = leadingDate(of: span), index != piece.title {
      evidence.meta.insert(index)
      evidence.dates.append((33, date))
      readPublisher(behind: date, in: span, into: &evidence)
      if let name = fields(of: span).dropFirst().first(where: { Organisations.isName($0, in: text) }) {
        evidence.issuers.append((30, name))
      }
    } else if readLabelLine(span, into: &evidence) || isFactLine(span) {
      evidence.meta.insert(index)
      readFields(fields(of: span), into: &evidence)
    } else if Organisations.isName(span, in: text), index != piece.title {
      // "President of the Council of Ports"
      let own = startsWithOffice(span) ? body(in: span) : nil
      if !Organisations.isKindOfBody(span, in: text) {
        evidence.issuers.append((rank(ofBody: span), own ?? Organisations.oneName(in: span, text)))
      }
      evidence.meta.insert(index)
    } else if Organisations.isOffice(span, in: text), index != piece.title {
      readOffice(span, into: &evidence)
      evidence.meta.insert(index)
    } else if isContact(piece.blocks[index]) || isField(index) || isNumber(span) || isRemark(span) || isOfSeries(span),
      index != piece.title
    {
      evidence.meta.insert(index)
    }
  }

  /// The office that a line names; a minister's says more than a member's seat.
  func readOffice(_ span: ByteSpan, into evidence: inout Evidence) {
    guard let office = Offices.office(in: span, text) else { return }
    // Beside a person's name it says less than a body does.
    let isAlone = Organisations.withoutArticle(office.name, in: text).lower <= span.lower + 4
    let rank = office.isMember ? 47 : isAlone ? 39 : 41
    evidence.issuers.append((rank, Organisations.withoutArticle(office.name, in: text)))
  }

  /// Whether a line is one of several fields such as `Area: Dover` and `Status: Open`.
  ///
  /// The first of them may be a title with a colon, above the date and the like; so it counts only above an unknown label.
  func isField(_ index: Int) -> Bool {
    let span = piece.blocks[index].span
    guard piece.blocks[index].lineCount == 1, MetaLine.isField(span, in: text) else { return false }
    // "Press release: Six blue bicycles" under the date is the title.
    if let prefix = Headline.prefix(of: span, in: text), MetaLine.dateLine(prefix.rest, in: text) == nil {
      return false
    }
    let next =
      index + 1 < piece.blocks.endIndex && piece.blocks[index + 1].gap == 0 ? piece.blocks[index + 1].span : nil
    let isOverField = next.map { MetaLine.isField($0, in: text) } ?? false
    if index > piece.blocks.startIndex, piece.blocks[index].gap == 0 {
      let before = piece.blocks[index - 1].span
      if MetaLine.isField(before, in: text) || MetaLine.isLabelled(before, in: text) {
        return isOverField || !mayBeTitle(field: span)
      }
    }
    return isOverField && next.map { !MetaLine.isLabelled($0, in: text) } ?? false
  }

  /// Whether the last of several fields is rather a title with a colon: `Ferry safety: progress in the year, but gaps
  /// remain`, `SIX BLUE BICYCLES: HOW THEY WERE FOUND`.
  private func mayBeTitle(field span: ByteSpan) -> Bool {
    guard let colon = text.first(UInt8(ascii: ":"), in: span), Headline.isTitleLike(span, in: text) else {
      return false
    }
    let label = text.words(in: ByteSpan(span.lower, colon), limit: 5).count
    let value = text.words(in: ByteSpan(colon + 1, span.upper), limit: 9)
    // "Head Office: 5 Quay Road, Dover", "Desk: Port Office of the North"
    guard let first = value.first, !first.hasDigit else { return false }
    if Headline.holdsLower(span, in: text), MetaLine.isNames(ByteSpan(first.span.lower, span.upper), in: text) {
      return false
    }
    return label + value.count >= 6 && (label >= 2 || value.count >= 5 && !value.contains(where: \.hasDigit))
  }

  /// The paper before the date on its page: `The Northern Echo, Thursday, November 7, 2024, page 3`.
  private func readName(before date: PublishedDate, in span: ByteSpan, into evidence: inout Evidence) {
    guard let comma = text.bytes[span.lower..<max(span.lower, date.span.lower)].firstIndex(of: UInt8(ascii: ",")) else {
      return
    }
    let name = text.trimmed(ByteSpan(span.lower, comma))
    if Organisations.isPaper(name, in: text) {
      evidence.issuers.append((42, Organisations.withoutArticle(name, in: text)))
      evidence.kinds.append((61, .news, name))
    } else if Organisations.isName(name, in: text) {
      evidence.issuers.append((40, Organisations.oneName(in: name, text)))
    }
  }

  /// Who spoke where and when, in a line under the title: `Speech by Ms Ann Lee, Governor of the Bank of Quays, Dover,
  /// 5 March 2024.`
  func speechNote(_ span: ByteSpan) -> (cue: ByteSpan, date: PublishedDate, body: ByteSpan?)? {
    guard span.count <= 300, text.holdsDigit(span),
      let label = Headline.leadingLabel(at: span.lower, upper: span.upper, in: text), label.kind == .speech
    else { return nil }
    let words = text.words(in: ByteSpan(label.end, span.upper), limit: 60)
    guard let first = words.first, ["by", "of", "delivered", "given", "address"].contains(text.lowercased(first.span)),
      let comma = text.bytes[span.range].lastIndex(where: { $0 == UInt8(ascii: ",") })
    else { return nil }
    // The last date, which may have a comma of its own.
    for start in [comma, text.bytes[span.lower..<comma].lastIndex(of: UInt8(ascii: ",")) ?? comma] {
      let begin = text.skipSpace(from: start + 1, to: span.upper)
      guard let date = WrittenDate.first(in: ByteSpan(begin, span.upper), in: text, within: 40), date.date.day != nil,
        span.upper - date.span.upper <= 1
      else { continue }
      return (ByteSpan(span.lower, label.end), date, body(in: ByteSpan(first.span.upper, begin)))
    }
    return nil
  }

  /// Who made a report, in a line under its title: `Policy paper by the Quay Institute`, `Report by Blue Wheel · 64 pp.`
  ///
  /// A name that may be a person's counts in a digest only, whose items are other people's.
  func reportMaker(_ span: ByteSpan) -> (cue: ByteSpan, name: ByteSpan?)? {
    guard span.count <= 200 else { return nil }
    let words = text.words(in: span, limit: 24)
    guard let by = words.prefix(4).firstIndex(where: { text.isWord($0, "by") }), by > 0, by + 1 < words.count,
      Self.reportNouns.contains(words[by - 1]), words[..<(by - 1)].allSatisfy(Self.reportSorts.contains),
      Characters.isUpper(text.scalar(at: words[0].span.lower).value)
    else { return nil }
    var end = words[by].span.upper
    for word in words[(by + 1)...] {
      let isNear =
        word.span.lower - end <= 2 && !text.bytes[end..<word.span.lower].contains { [0x2E, 0x28, 0x2C].contains($0) }
      guard isNear || end == words[by].span.upper,
        Characters.isUpper(text.scalar(at: word.span.lower).value) || MetaLine.small.contains(word)
      else { break }
      end = word.span.upper
    }
    let name = Organisations.withoutArticle(text.trimmed(ByteSpan(words[by].span.upper, end)), in: text)
    let cue = ByteSpan(span.lower, words[by - 1].span.upper)
    guard !name.isEmpty else { return nil }
    let isBody = Organisations.isName(name, in: text) || Organisations.isLikelyName(name, in: text)
    guard isBody || !piece.head.isEmpty else { return nil }
    return (cue, text.words(in: name, limit: 2).count == 2 ? name : nil)
  }

  /// Not "press briefing", which is spoken.
  private static let reportSorts: WordHashes = [
    "a", "policy", "research", "joint", "annual", "working", "discussion", "special", "new", "field", "short",
    "technical",
    "background", "investigation", "full", "final", "interim", "occasional", "evaluation",
  ]
  private static let reportNouns: WordHashes = ["report", "briefing", "paper", "study", "analysis", "survey", "brief"]

  /// The body after "of" between two commas: `Ann Lee, Governor of the Bank of Quays, at …`.
  private func body(in span: ByteSpan) -> ByteSpan? {
    var start = span.lower
    for offset in span.lower...span.upper where offset == span.upper || text.bytes[offset] == UInt8(ascii: ",") {
      let part = text.trimmed(ByteSpan(start, max(start, offset)))
      // "Member of the Board of the Bank of Quays": the shortest end that is a name.
      let names = part.range.filter { text.starts(with: " of ", at: $0) && $0 + 4 < part.upper }
        .map { Organisations.withoutArticle(ByteSpan($0 + 4, part.upper), in: text) }
      if let name = names.last(where: { Organisations.isName($0, in: text) }) { return name }
      start = min(offset + 1, span.upper)
    }
    return nil
  }

  /// Menus, paths, notices and share buttons; a path's last items may be the title or the body that issues.
  private func isFurnitureLine(_ index: Int, into evidence: inout Evidence) -> Bool {
    let block = piece.blocks[index]
    guard block.kind != .table, index != piece.title else { return false }
    if isQuotedPath(index) || isLink(block) { return true }
    if isPathItem(index) {
      evidence.path.append(block.span)
      return true
    }
    if let menu = MenuLine.parse(block.span, in: text) {
      if menu.isPath {
        evidence.path += menu.items.suffix(2)
        // The last section is the nearest to the page.
        for item in menu.items.reversed() {
          if let kind = KindWords.section(item, text) {
            evidence.kinds.append((kind == .news ? 72 : 70, kind, item))
            break
          }
        }
      }
      let names = menu.isPath ? menu.items.reversed() : Array(menu.items.prefix(1))
      // "Government" is an item of a menu.
      if let name = names.first(where: {
        Organisations.isName($0, in: text) && (menu.isPath || text.words(in: $0, limit: 2).count == 2)
      }) {
        evidence.issuers.append((Organisations.isPressOffice(name, in: text) ? 51 : 43, name))
      }
      return true
    }
    return Furniture.isFurniture(block, in: text) || Furniture.isNotice(block.span, in: text) || isMenuItem(index)
  }

  /// `Contact` among short lines right above each other of which two or more are items of menus: no label of the next line.
  private func isMenuItem(_ index: Int) -> Bool {
    guard MenuLine.isNavigation(piece.blocks[index].span, in: text), isShort(index) else { return false }
    let near = 4
    var (first, last) = (index, index)
    while index - first < near, piece.blocks[first].gap == 0, isShort(first - 1) { first -= 1 }
    while last - index < near, isShort(last + 1), piece.blocks[last + 1].gap == 0 { last += 1 }
    guard last - first >= 2 else { return false }
    return (first...last).count { MenuLine.isNavigation(piece.blocks[$0].span, in: text) } >= 2
  }

  /// Up to three words without a colon.
  private func isShort(_ index: Int) -> Bool {
    guard piece.blocks.indices.contains(index) else { return false }
    let span = piece.blocks[index].span
    return span.count <= 40 && text.bytes[span.upper - 1] != UInt8(ascii: ":")
      && text.words(in: span, limit: 4).count <= 3
  }

  // MARK: Labels

  func readLabelled(_ labelled: MetaLine.Labelled, rank: Int, into evidence: inout Evidence) {
    switch labelled.role {
    case .published: readDate(labelled.value, rank: isOriginal(labelled) ? rank - 1 : rank, into: &evidence)
    case .embargo: readDate(labelled.value, rank: rank + 1, into: &evidence)
    case .delivered: readDate(labelled.value, rank: rank + 20, into: &evidence)
    case .updated: readDate(labelled.value, rank: rank + 48, into: &evidence)
    case .period: if let end = lastDate(in: labelled.value) { evidence.dates.append((rank + 58, end)) }
    case .issuer:
      let name = Organisations.issuer(in: labelled.value, in: text)
      if let name, name.count <= 120, labelled.hasColon || Organisations.isName(name, in: text) {
        // "FROM: Director, Field Operations" writes for the body over the page.
        let isOfficer = startsWithOffice(name) && !Organisations.isName(name, in: text)
        let isPress = Organisations.isPressOffice(name, in: text)
        evidence.issuers.append((isOfficer ? rank + 40 : isPress ? rank + 34 : rank, name))
      }
    case .title:
      if labelled.hasColon, !labelled.value.isEmpty { evidence.titles.append(labelled.value) }
    case .byline where Organisations.isName(labelled.value, in: text) && labelled.value.count <= 60:
      evidence.issuers.append((rank + 6, Organisations.withoutArticle(labelled.value, in: text)))
    case .byline:
      evidence.kinds.append((95, .news, labelled.value))
      // "By Ann Lee, for The Quay Gazette"
      if let name = paper(of: labelled.value) ?? paperBehind(labelled.value) ?? paperBehindComma(labelled.value) {
        evidence.issuers.append((42, name))
      }
      if let date = WrittenDate.first(in: labelled.value, in: text, within: 60, shortYears: true) {
        evidence.dates.append((rank + 4, date))
      }
    case .place, .reference, .other: break
    }
  }

  /// The kind after a label such as "Format" or "Document type".
  func readType(label: ByteSpan, value: ByteSpan, into evidence: inout Evidence) {
    let labels = ["format", "document type", "type", "content type", "article type", "category"]
    guard labels.contains(where: { text.starts(with: $0, at: label.lower) }) else { return }
    if let kind = KindWords.kind(named: text.lowercased(value)) ?? KindWords.section(value, text) {
      evidence.kinds.append((13, kind, value))
    }
  }

  private func readDate(_ value: ByteSpan, rank: Int, into evidence: inout Evidence) {
    if let date = WrittenDate.first(in: value, in: text, within: 24, shortYears: true) {
      evidence.dates.append((rank, date))
    }
  }

  /// The day with which the days of a report end.
  private func lastDate(in value: ByteSpan) -> PublishedDate? {
    var last: PublishedDate?
    while let next = WrittenDate.first(
      in: ByteSpan(last?.span.upper ?? value.lower, value.upper), in: text, within: 40)
    {
      last = next
    }
    return last
  }

  /// Whether the label says "first" or "originally": on another site, or before it was changed.
  private func isOriginal(_ labelled: MetaLine.Labelled) -> Bool {
    let label = ByteSpan(max(0, labelled.value.lower - 28), labelled.value.lower)
    return text.words(in: label).contains { text.isWord($0, "first") || text.isWord($0, "originally") }
  }

  func read(_ imprint: Imprint, into evidence: inout Evidence) {
    if let issuer = imprint.issuer {
      evidence.issuers.append((Organisations.isPressOffice(issuer, in: text) ? 44 : 5, issuer))
    }
    if let date = imprint.date { evidence.dates.append((5, date)) }
    if let kind = imprint.kind { evidence.kinds.append((20, kind.kind, kind.cue)) }
  }

  /// `PRESS RELEASE`, `News article`, `Speech by …`, `Press release No 12/2024`.
  private func readLabelLine(_ span: ByteSpan, into evidence: inout Evidence) -> Bool {
    let inner = Headline.withoutBrackets(span, in: text)
    if text.starts(with: "check against delivery", at: inner.lower) {
      evidence.kinds.append((11, .speech, span))
      return true
    }
    guard let label = Headline.leadingLabel(at: inner.lower, upper: inner.upper, in: text) else { return false }
    let cue = ByteSpan(inner.lower, label.end)
    if let maker = Headline.maker(of: inner, in: text) {
      evidence.kinds.append((12, label.kind, cue))
      evidence.issuers.append((11, maker))
      return true
    }
    if let prefix = Headline.prefix(of: inner, in: text), let date = MetaLine.dateLine(prefix.rest, in: text) {
      evidence.kinds.append((label.kind == .news && cue.count == 4 ? 72 : 12, label.kind, cue))
      evidence.dates.append((13, date))
      return true
    }
    // "Media Release Minister for Ports The Hon. Ann Lee, MP"
    let behind = text.words(in: ByteSpan(label.end, inner.upper), limit: 1).first
    let isBy = behind.map { text.isWord($0, "by") || text.isWord($0, "from") } ?? false
    let names = text.trimmed(ByteSpan(isBy ? behind?.span.upper ?? label.end : label.end, inner.upper))
    if label.kind != .news, !names.isEmpty, Offices.isLine(names, in: text) {
      evidence.kinds.append((12, label.kind, cue))
      readOffice(names, into: &evidence)
      return true
    }
    if text.starts(with: "e", at: inner.lower), label.kind == .speech, inner.count <= 60 {
      // "E&OE – PROOF ONLY"
      evidence.kinds.append((12, .speech, cue))
      return true
    }
    let rest = text.words(in: ByteSpan(label.end, inner.upper), limit: 9)
    // "For release at 2:00 p.m."
    if label.kind == .pressRelease, let first = rest.first, text.isWord(first, "at"), rest.count > 1, rest[1].hasDigit {
      evidence.kinds.append((12, .pressRelease, cue))
      return true
    }
    if label.kind == .report, let first = rest.first, text.isWord(first, "by") {
      evidence.kinds.append((31, .report, cue))
      return true
    }
    let isSpeech =
      label.kind == .speech && rest.first.map { ["by", "at", "to", "of"].contains(text.lowercased($0.span)) } ?? true
    let date = WrittenDate.first(in: ByteSpan(label.end, inner.upper), in: text, within: 40)
    let isNumbered = rest.count <= (date == nil ? 4 : 8) && rest.contains(where: \.hasDigit) && inner.count < 70
    if isSpeech || rest.isEmpty || isNumbered && Headline.prefix(of: inner, in: text) == nil {
      evidence.kinds.append((label.kind == .news && cue.count == 4 ? 72 : 12, label.kind, cue))
      if let date, date.date.month != nil { evidence.dates.append((13, date)) }
      return true
    }
    return false
  }
}
