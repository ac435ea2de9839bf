import IbidSource

/// Takes apart a line in which the labelled lines over a text stand one behind the other:
/// "MEMORANDUM TO: All wardens FROM: Port Office DATE: 5 March 2024 SUBJECT: Six blue bicycles".
///
/// Three labels that are known, each with a colon, show that a line is one.
struct FlattenedLabels {
  let text: TextView

  /// Blocks that are looked at, bytes of a line, labels that it must have, words that may stand before the first.
  private static let reach = (blocks: 8, line: 900, labels: 3, before: 6)

  func separated(_ blocks: [Block]) -> [Block] {
    var found: [Block] = []
    found.reserveCapacity(blocks.count + 4)
    for (index, block) in blocks.enumerated() {
      guard index < Self.reach.blocks else { return found + blocks[index...] }
      guard block.kind == .paragraph, block.lineCount == 1, block.span.count <= Self.reach.line,
        case let starts = labels(in: block.span), starts.count >= Self.reach.labels
      else {
        found.append(block)
        continue
      }
      let ends = starts.dropFirst() + [block.span.upper]
      if let first = starts.first, first > block.span.lower { add(block.span.lower, first, block, to: &found) }
      for (start, end) in zip(starts, ends) { add(start, end, block, to: &found) }
    }
    return found
  }

  private func add(_ lower: Int, _ upper: Int, _ block: Block, to found: inout [Block]) {
    let span = text.trimmed(ByteSpan(lower, upper))
    guard !span.isEmpty else { return }
    var part = Block(kind: .paragraph, span: span, gap: lower == block.span.lower ? block.gap : 0)
    part.followsRule = lower == block.span.lower && block.followsRule
    found.append(part)
  }

  /// Where the labels begin: known words with a large letter and a colon behind them, after a blank.
  private func labels(in span: ByteSpan) -> [Int] {
    guard text.bytes[span.range].count(where: { $0 == UInt8(ascii: ":") }) >= Self.reach.labels else { return [] }
    var starts: [Int] = []
    var end = span.lower
    var isTelling = false
    for (place, word) in text.words(in: span, limit: 160).enumerated() {
      guard word.span.lower >= end, Characters.isUpper(text.scalar(at: word.span.lower).value),
        word.span.lower == span.lower || Characters.isSpace(text.scalar(before: word.span.lower).value),
        let label = MetaLine.labels.matches(at: ByteSpan(word.span.lower, span.upper), in: text).first(where: {
          $0.end < span.upper && text.bytes[$0.end] == UInt8(ascii: ":")
        })
      else { continue }
      if starts.isEmpty, place > Self.reach.before { return [] }
      starts.append(word.span.lower)
      end = label.end
      isTelling = isTelling || label.meaning == .issuer || label.meaning == .title
    }
    return isTelling ? starts : []
  }
}
