import IbidSource

/// What a line of plain text or Markdown starts with.
enum Marker: Equatable {
  case none
  /// A bullet sign; the text starts at the offset.
  case bullet(contentStart: Int)
  /// `1.`, `(a)`, `iv)`.
  case number(contentStart: Int)
  /// `## `.
  case heading(level: Int, contentStart: Int)
  /// `> `.
  case quote(contentStart: Int)
  /// `| a | b |`
  case tableRow
  /// `***`, `-----`, `###`: a line of signs only.
  case separator
  /// A code fence.
  case fence

  static func of(_ line: Line, in view: TextView) -> Marker {
    let span = line.text
    guard !span.isEmpty else { return .none }
    let (value, width) = view.scalar(at: span.lower)
    let after = span.lower + width
    let isFollowedBySpace = after < span.upper && Characters.isSpace(view.scalar(at: after).value)
    if isSeparator(span, view) { return .separator }
    switch value {
    case 0x23:
      var end = span.lower
      while end < span.upper, view.bytes[end] == 0x23 { end += 1 }
      let level = end - span.lower
      guard level <= 6, end < span.upper, Characters.isSpace(view.scalar(at: end).value) else { return .none }
      return .heading(level: level, contentStart: view.skipSpace(from: end, to: span.upper))
    case 0x3E:
      return .quote(contentStart: view.skipSpace(from: after, to: span.upper))
    case 0x7C:
      return span.count > 2 && view.bytes[(span.lower + 1)..<span.upper].contains(0x7C) ? .tableRow : .none
    case 0x60 where view.starts(with: "```", at: span.lower), 0x7E where view.starts(with: "~~~", at: span.lower):
      return .fence
    case 0x2022, 0x2023, 0x2043, 0x25AA, 0x25AB, 0x25CF, 0x25CB, 0x25E6, 0x25A0, 0x25A1, 0x25BA, 0x25B6, 0x25B8,
      0x25C6, 0x25C7, 0x25FB...0x25FE, 0x2713, 0x2714, 0x27A4, 0xB7, 0xF0B7, 0x2219:
      let content = view.skipSpace(from: after, to: span.upper)
      return content < span.upper ? .bullet(contentStart: content) : .none
    case 0x2D, 0x2A, 0x2B, 0x2013:
      return isFollowedBySpace ? .bullet(contentStart: view.skipSpace(from: after, to: span.upper)) : .none
    default:
      return numbered(span, view)
    }
  }

  /// Digits (at most three) or a letter, with `.` or `)` and a space after them; `(a)`, `(12)`.
  private static func numbered(_ span: ByteSpan, _ view: TextView) -> Marker {
    var offset = span.lower
    let isBracketed = view.bytes[offset] == UInt8(ascii: "(")
    if isBracketed { offset += 1 }
    let start = offset
    while offset < span.upper, offset - start < 3, Characters.isDigit(UInt32(view.bytes[offset])) { offset += 1 }
    let isNumber = offset > start
    if !isNumber {
      while offset < span.upper, offset - start < 4, isOrdinal(view.bytes[offset]) { offset += 1 }
      guard offset - start == 1 || (offset > start && "ivx".utf8.contains(view.bytes[start])) else { return .none }
    }
    guard offset < span.upper else { return .none }
    let sign = view.bytes[offset]
    guard sign == UInt8(ascii: ")") || (isNumber && !isBracketed && sign == UInt8(ascii: ".")) else { return .none }
    let content = view.skipSpace(from: offset + 1, to: span.upper)
    guard content > offset + 1, content < span.upper else { return .none }
    // "12. März 2024"
    if isNumber, offset - start <= 2, WrittenDate.parse(at: start, upper: span.upper, in: view) != nil { return .none }
    return .number(contentStart: content)
  }

  /// `a` to `i`, `v` and `x`: what items are counted with.
  private static func isOrdinal(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x61...0x69, 0x76, 0x78: true
    default: false
    }
  }

  private static func isSeparator(_ span: ByteSpan, _ view: TextView) -> Bool {
    if span.count == 2 { return view.starts(with: "--", at: span.lower) }
    guard span.count >= 3 else { return false }
    var signs = 0
    var offset = span.lower
    while offset < span.upper {
      let (value, width) = view.scalar(at: offset)
      switch value {
      case 0x2A, 0x2B, 0x2D, 0x5F, 0x3D, 0x23, 0x7E, 0x2013, 0x2014, 0x2500, 0x2022, 0x2E: signs += 1
      case 0x20, 0x09, 0xA0: break
      default: return false
      }
      offset += width
    }
    return signs >= 3
  }
}
