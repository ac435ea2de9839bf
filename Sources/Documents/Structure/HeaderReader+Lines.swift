import IbidSource

/// The lines above a text, each read for what it says about the text.
extension HeaderReader {
  func readHeaderLine(_ index: Int, into evidence: inout Evidence) {
    let span = piece.blocks[index].span
    if let role = MetaLine.bareLabel(span, in: text), index + 1 < piece.blocks.endIndex {
      evidence.meta.formUnion([index, index + 1])
      readLabelled(
        MetaLine.Labelled(role: role, value: piece.blocks[index + 1].span, hasColon: true), rank: 10, into: &evidence)
    } else if evidence.meta.contains(index) {
      return
    } else if isFurnitureLine(index, into: &evidence) {
      evidence.furniture.insert(index)
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
      }
      if text.starts(with: "rns number", at: span.lower) { evidence.kinds.append((66, .pressRelease, span)) }
      if let label = Headline.leadingLabel(at: span.lower, upper: span.upper, in: text) {
        evidence.kinds.append((12, label.kind, ByteSpan(span.lower, label.end)))
      }
    } else if let date = MetaLine.dateLine(span, in: text) {
      evidence.meta.insert(index)
      evidence.dates.append((14, date))
    } else if readLabelLine(span, into: &evidence) || isFactLine(span) {
      evidence.meta.insert(index)
      readFields(fields(of: span), into: &evidence)
    } else if Organisations.isName(span, in: text), index != piece.title {
      evidence.issuers.append((rank(ofBody: span), Organisations.oneName(in: span, text)))
      evidence.meta.insert(index)
    } else if Organisations.isOffice(span, in: text), index != piece.title {
      if Organisations.namesOffice(span, in: text) { evidence.issuers.append((39, span)) }
      evidence.meta.insert(index)
    } else if isContact(piece.blocks[index]) || isField(index) || isNumber(span), index != piece.title {
      evidence.meta.insert(index)
    }
  }

  /// Whether a line is one of several fields such as `Area: Dover` and `Status: Open`.
  ///
  /// The first of them may be a title with a colon, above the date and the like; so it counts only above an unknown label.
  func isField(_ index: Int) -> Bool {
    guard piece.blocks[index].lineCount == 1, MetaLine.isField(piece.blocks[index].span, in: text) else { return false }
    if index > piece.blocks.startIndex, piece.blocks[index].gap == 0 {
      let before = piece.blocks[index - 1].span
      if MetaLine.isField(before, in: text) || MetaLine.isLabelled(before, in: text) { return true }
    }
    guard index + 1 < piece.blocks.endIndex, piece.blocks[index + 1].gap == 0 else { return false }
    let next = piece.blocks[index + 1].span
    return MetaLine.isField(next, in: text) && !MetaLine.isLabelled(next, in: text)
  }

  /// Menus, paths, notices and share buttons; a path's last items may be the title or the body that issues.
  private func isFurnitureLine(_ index: Int, into evidence: inout Evidence) -> Bool {
    let block = piece.blocks[index]
    guard block.kind != .table, index != piece.title else { return false }
    if let menu = MenuLine.parse(block.span, in: text) {
      if menu.isPath {
        evidence.path += menu.items.suffix(2)
        for item in menu.items {
          if let kind = KindWords.section(item, text) { evidence.kinds.append((70, kind, item)) }
        }
      }
      let names = menu.isPath ? menu.items.reversed() : Array(menu.items.prefix(1))
      if let name = names.first(where: { Organisations.isName($0, in: text) }) { evidence.issuers.append((43, name)) }
      return true
    }
    return Furniture.isFurniture(block, in: text) || Furniture.isNotice(block.span, in: text)
  }

  // MARK: Labels

  func readLabelled(_ labelled: MetaLine.Labelled, rank: Int, into evidence: inout Evidence) {
    switch labelled.role {
    case .published: readDate(labelled.value, rank: isOriginal(labelled) ? rank - 1 : rank, into: &evidence)
    case .embargo: readDate(labelled.value, rank: rank + 1, into: &evidence)
    case .delivered: readDate(labelled.value, rank: rank + 20, into: &evidence)
    case .updated: readDate(labelled.value, rank: rank + 48, into: &evidence)
    case .issuer:
      let name = Organisations.issuer(in: labelled.value, in: text)
      if labelled.hasColon, let name, name.count <= 120 { evidence.issuers.append((rank, name)) }
    case .title:
      if labelled.hasColon, !labelled.value.isEmpty { evidence.titles.append(labelled.value) }
    case .byline: evidence.kinds.append((95, .news, labelled.value))
    case .place, .reference, .other: break
    }
  }

  private func readDate(_ value: ByteSpan, rank: Int, into evidence: inout Evidence) {
    if let date = WrittenDate.first(in: value, in: text, within: 24) { evidence.dates.append((rank, date)) }
  }

  /// Whether the label says "first" or "originally": on another site, or before it was changed.
  private func isOriginal(_ labelled: MetaLine.Labelled) -> Bool {
    let label = ByteSpan(max(0, labelled.value.lower - 28), labelled.value.lower)
    return text.words(in: label).contains { ["first", "originally"].contains(text.lowercased($0.span)) }
  }

  func read(_ imprint: Imprint, into evidence: inout Evidence) {
    if let issuer = imprint.issuer { evidence.issuers.append((5, issuer)) }
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
    let rest = text.words(in: ByteSpan(label.end, inner.upper), limit: 9)
    let isSpeech =
      label.kind == .speech && rest.first.map { ["by", "at", "to", "of"].contains(text.lowercased($0.span)) } ?? true
    let date = WrittenDate.first(in: ByteSpan(label.end, inner.upper), in: text, within: 40)
    let isNumbered = rest.count <= (date == nil ? 4 : 8) && rest.contains(where: \.hasDigit) && inner.count < 70
    if isSpeech || rest.isEmpty || isNumbered && Headline.prefix(of: inner, in: text) == nil {
      evidence.kinds.append((12, label.kind, cue))
      if let date, date.date.month != nil { evidence.dates.append((13, date)) }
      return true
    }
    return false
  }

  // MARK: Lines of several facts

  /// The parts of a line between bars, dots, dashes and wide gaps.
  func fields(of span: ByteSpan) -> [ByteSpan] { TitleParts.fields(of: span, in: text) }

  func isFactLine(_ span: ByteSpan) -> Bool { Self.isFactLine(span, in: text) }

  /// `European Commission – Press release`, `Press release | 12 March 2024 | Brussels`, `10 June 2024 | Crime, Courts`:
  /// short parts, at least one of which is a label, a date or a label with its value.
  static func isFactLine(_ span: ByteSpan, in text: TextView) -> Bool {
    guard span.count <= 200, text.holdsDigit(span) || span.count <= 80 else { return false }
    let parts = TitleParts.fields(of: span, in: text)
    guard parts.count > 1, parts.count <= 6, !parts.contains(where: { text.words(in: $0, limit: 9).count == 9 }) else {
      return false
    }
    return parts.contains { part in
      MetaLine.dateLine(part, in: text) != nil || MetaLine.parse(part, in: text).map { $0.role != .other } ?? false
        || Headline.leadingLabel(at: part.lower, upper: part.upper, in: text).map { $0.end == part.upper } ?? false
    }
  }

  private func isFact(_ part: ByteSpan) -> Bool {
    MetaLine.parse(part, in: text) != nil || MetaLine.dateLine(part, in: text) != nil
  }

  private func readFields(_ parts: [ByteSpan], into evidence: inout Evidence) {
    guard parts.count > 1 else { return }
    for part in parts {
      if let labelled = MetaLine.parse(part, in: text) {
        readLabelled(labelled, rank: 10, into: &evidence)
        if text.starts(with: "format", at: part.lower),
          let kind = KindWords.kind(named: text.lowercased(labelled.value))
        {
          evidence.kinds.append((13, kind, labelled.value))
        }
      } else if let label = Headline.leadingLabel(at: part.lower, upper: part.upper, in: text), label.end == part.upper
      {
        evidence.kinds.append((13, label.kind, part))
      } else if let date = MetaLine.dateLine(part, in: text) {
        evidence.dates.append((13, date))
      }
    }
    if let name = parts.first(where: { Organisations.isName($0, in: text) }) { evidence.issuers.append((30, name)) }
  }
}
