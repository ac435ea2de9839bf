import IbidSource

/// Takes apart lines in which the lines over a text stand side by side, with gaps of two spaces or more between them:
/// "PORT OFFICE   Media release   5 March 2024   Six blue bicycles found in the quay   Six bicycles have been found …".
///
/// Pages of print that were read by machines have such lines. Parts that are facts (a label, a date, somebody's office) show that
/// a line is one; the words that the text says again show where the title ends.
struct FlattenedHead {
  let text: TextView

  /// Blocks that are looked at, parts of a line that may be facts, bytes from which on a line holds text as well.
  private static let reach = (blocks: 12, parts: 10, line: 250)
  /// Words of a title.
  private static let size = 4...24

  func separated(_ blocks: [Block]) -> [Block] {
    var found: [Block] = []
    var hasFacts = false
    for (index, block) in blocks.enumerated() {
      guard index < Self.reach.blocks else { return found + blocks[index...] }
      let parts = block.kind == .paragraph && block.lineCount == 1 ? parts(of: block.span) : []
      if parts.count > 1, let spans = spans(of: parts, in: block.span, hasFacts) {
        for (place, part) in spans.enumerated() {
          var one = Block(kind: part.isTitle ? .heading : .paragraph, span: part.span, gap: place == 0 ? block.gap : 1)
          one.level = part.isTitle ? 1 : nil
          found.append(one)
        }
      } else {
        found.append(block)
      }
      hasFacts = hasFacts || parts.isEmpty && isFact(block.span) || parts.contains(where: isFact)
      // What follows the first text is text.
      if block.span.count > Self.reach.line { return found + blocks[(index + 1)...] }
    }
    return found
  }

  private typealias Part = (span: ByteSpan, isTitle: Bool)

  private func spans(of parts: [ByteSpan], in line: ByteSpan, _ hasFacts: Bool) -> [Part]? {
    let facts = parts.prefix(Self.reach.parts).indices.filter { isFact(parts[$0]) }
    guard let last = facts.last else {
      guard hasFacts, line.count > Self.reach.line, let end = endOfTitle(parts, line.upper) else { return nil }
      return [(ByteSpan(line.lower, end), true), (text.trimmed(ByteSpan(end, line.upper)), false)]
    }
    let hasText = line.count > Self.reach.line
    // Lines of facts alone are read as such.
    guard hasText ? facts.count > 1 || last < 3 : facts.count > 1 && parts.contains(where: isLong) else { return nil }
    var found: [Part] = []
    for place in 0...last {
      if facts.contains(place) || place == 0 || facts.contains(place - 1) {
        found.append((parts[place], false))
      } else {
        found[found.count - 1].span = found[found.count - 1].span.joined(with: parts[place])
      }
    }
    guard last + 1 < parts.count else { return found }
    let rest = ByteSpan(parts[last + 1].lower, line.upper)
    if rest.count > 200, let end = endOfTitle(Array(parts[(last + 1)...]), line.upper) {
      found.append((ByteSpan(rest.lower, end), true))
      found.append((text.trimmed(ByteSpan(end, line.upper)), false))
    } else {
      found.append((rest, false))
    }
    return found
  }

  /// Where a title ends that the first parts are: before a part that begins large, and the text behind it says its words again.
  private func endOfTitle(_ parts: [ByteSpan], _ upper: Int) -> Int? {
    guard let start = parts.first?.lower else { return nil }
    for place in parts.indices.dropLast().prefix(4) {
      let title = ByteSpan(start, parts[place].upper)
      let words = text.words(in: title, limit: Self.size.upperBound + 1)
      guard words.count <= Self.size.upperBound else { return nil }
      guard words.count >= Self.size.lowerBound, let last = words.last, !WrappedLines.leadsOn.contains(last),
        Headline.isTitleLike(title, in: text), beginsLarge(parts[place + 1])
      else { continue }
      let said = WordHashes(hashes: text.words(in: ByteSpan(title.upper, min(upper, title.upper + 700))).map(\.hash))
      let long = words.filter { $0.span.count >= 4 || $0.hasDigit }
      if long.count >= 2, long.count(where: { said.contains($0) }) * 5 >= long.count * 2 { return title.upper }
    }
    return nil
  }

  private func beginsLarge(_ span: ByteSpan) -> Bool {
    let first = text.scalar(at: span.lower).value
    return Characters.isUpper(first) || Characters.isQuote(first) || Characters.isDigit(first)
  }

  private func isLong(_ span: ByteSpan) -> Bool { !isFact(span) && text.words(in: span, limit: 4).count == 4 }

  private func isFact(_ span: ByteSpan) -> Bool {
    guard span.count <= 260 else { return false }
    return Headline.isLabel(span, in: text) || Headline.datedLabel(span, in: text)
      || MetaLine.dateLine(span, in: text) != nil || Offices.isLine(span, in: text)
  }

  /// The parts between gaps; none for a line without one.
  private func parts(of span: ByteSpan) -> [ByteSpan] {
    var found: [ByteSpan] = []
    var (start, offset) = (span.lower, span.lower)
    while offset < span.upper, found.count < 40 {
      guard text.bytes[offset] == 0x20, offset + 1 < span.upper, text.bytes[offset + 1] == 0x20 else {
        offset += 1
        continue
      }
      let part = text.trimmed(ByteSpan(start, offset))
      if !part.isEmpty { found.append(part) }
      start = text.skipSpace(from: offset, to: span.upper)
      offset = max(start, offset + 1)
    }
    guard !found.isEmpty, start < span.upper else { return found.count > 1 ? found : [] }
    return found + [text.trimmed(ByteSpan(start, span.upper))]
  }
}
