import IbidSource

/// Lines of several facts side by side.
extension HeaderReader {
  /// The parts of a line between bars, dots, dashes and wide gaps.
  func fields(of span: ByteSpan) -> [ByteSpan] { TitleParts.fields(of: span, in: text) }

  func isFactLine(_ span: ByteSpan) -> Bool { Self.isFactLine(span, in: text) }

  /// `European Commission – Press release`, `Press release | 12 March 2024 | Brussels`, `10 June 2024 | Crime, Courts`:
  /// short parts, at least one of which is a label, a date or a label with its value.
  static func isFactLine(_ span: ByteSpan, in text: TextView) -> Bool {
    span.count <= 200 && text.answer(.isFactLine, about: span) { looksLikeFacts(span, text) }
  }

  private static func looksLikeFacts(_ span: ByteSpan, _ text: TextView) -> Bool {
    guard text.holdsDigit(span) || span.count <= 80, TitleParts.mayHoldParts(span, in: text) else { return false }
    let parts = TitleParts.fields(of: span, in: text)
    guard parts.count > 1, parts.count <= 6, !parts.contains(where: { text.words(in: $0, limit: 9).count == 9 }) else {
      return false
    }
    // "PRESS RELEASE – Why do bicycles rust?"
    if parts.count == 2, let prefix = Headline.prefix(of: span, in: text),
      text.words(in: prefix.rest, limit: 5).count == 5,
      Headline.isTitleLike(prefix.rest, in: text), !Organisations.isName(prefix.rest, in: text),
      text.words(in: prefix.rest, limit: 7).count == 7 || !Organisations.isLikelyName(prefix.rest, in: text)
    {
      return false
    }
    if isTitleBesideDay(parts, text) { return false }
    return parts.contains { part in
      MetaLine.dateLine(part, in: text) != nil || MetaLine.parse(part, in: text).map { $0.role != .other } ?? false
        || Headline.leadingLabel(at: part.lower, upper: part.upper, in: text).map { label in
          label.end == part.upper
            || part == parts[0] && label.kind != .news && part.count <= label.end - part.lower + 8
              && text.holdsDigit(ByteSpan(label.end, part.upper))
        } ?? false
    }
  }

  /// `Harbour wardens to carry radios   Friday, 5 March 2024`: a title with the day at the other end of its line.
  private static func isTitleBesideDay(_ parts: [ByteSpan], _ text: TextView) -> Bool {
    guard parts.count == 2, MetaLine.dateLine(parts[1], in: text)?.date.day != nil,
      text.words(in: parts[0], limit: 5).count == 5, Headline.isTitleLike(parts[0], in: text)
    else { return false }
    return !MetaLine.isNames(parts[0], in: text, mostWords: 14) && !Organisations.isLikelyName(parts[0], in: text)
      && !Offices.isLine(parts[0], in: text)
      && Headline.leadingLabel(at: parts[0].lower, upper: parts[0].upper, in: text) == nil
  }

  func isFact(_ part: ByteSpan) -> Bool {
    MetaLine.parse(part, in: text) != nil || MetaLine.dateLine(part, in: text) != nil
  }

  func readFields(_ parts: [ByteSpan], into evidence: inout Evidence) {
    guard parts.count > 1 else { return }
    for part in parts {
      if Offices.isLine(part, in: text) {
        readOffice(part, into: &evidence)
      } else if let labelled = MetaLine.parse(part, in: text) {
        readLabelled(labelled, rank: 10, into: &evidence)
        readType(label: part, value: labelled.value, into: &evidence)
      } else if let label = Headline.leadingLabel(at: part.lower, upper: part.upper, in: text), label.end == part.upper
      {
        evidence.kinds.append((label.kind == .news && part.count == 4 ? 72 : 13, label.kind, part))
      } else if let date = MetaLine.dateLine(part, in: text) {
        evidence.dates.append((13, date))
      } else if let label = Headline.leadingLabel(at: part.lower, upper: part.upper, in: text), label.kind == .report,
        part.count <= label.end - part.lower + 8, text.holdsDigit(ByteSpan(label.end, part.upper))
      {
        // "Annual Report 2023/24"
        evidence.kinds.append((14, .report, ByteSpan(part.lower, label.end)))
      }
    }
    if let name = parts.first(where: { Organisations.isName($0, in: text) }) {
      evidence.issuers.append((30, name))
    } else if parts.contains(where: { MetaLine.dateLine($0, in: text)?.date.day != nil }),
      let name = parts.first(where: {
        text.words(in: $0, limit: 2).count == 2 && Organisations.isLikelyName($0, in: text) && !isSection($0)
          && !Headline.isLabel($0, in: text) && !Offices.isLine($0, in: text)
      })
    {
      evidence.issuers.append((48, name))
    }
  }
}
