import IbidSource

/// A line of a text, measured once.
struct Line: Sendable {
  /// Without the line end and without white space on either side.
  var text: ByteSpan
  /// Columns of white space before the text; a tab counts four.
  var indent: Int
  /// Characters of the text.
  var width: Int
  /// Whether its first five words also begin another line, as a teaser and the full text do.
  var beginsRepeat = false

  var isBlank: Bool { text.isEmpty }
}

/// Cuts a text into lines. Line ends are `\n`, `\r\n` and a lone `\r`; a form feed counts as white space.
enum LineScanner {
  static func lines(of view: TextView, from first: Int = 0) -> [Line] {
    var lines: [Line] = []
    var start = first == 0 && view.bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : first
    var offset = start
    let text = view.bytes.span
    while offset < text.count {
      offset = text.next(from: offset, to: text.count) { $0.controls }
      guard offset < text.count else { break }
      let byte = text[offset]
      if byte == 0x0A || byte == 0x0D {
        lines.append(line(view, ByteSpan(start, offset)))
        if byte == 0x0D, offset + 1 < text.count, text[offset + 1] == 0x0A { offset += 1 }
        start = offset + 1
      }
      offset += 1
    }
    if start < view.count { lines.append(line(view, ByteSpan(start, view.count))) }
    markRepeats(in: &lines, view)
    return lines
  }

  private static func line(_ view: TextView, _ span: ByteSpan) -> Line {
    let text = view.trimmed(span)
    var indent = 0
    for offset in span.lower..<text.lower where view.bytes[offset] & 0xC0 != 0x80 {
      indent += view.bytes[offset] == 0x09 ? 4 : 1
    }
    return Line(text: text, indent: indent, width: view.characterCount(text))
  }

  private static func markRepeats(in lines: inout [Line], _ view: TextView) {
    var first = HashPlaces(count: lines.count)
    for index in lines.indices where lines[index].width > 20 {
      let words = view.words(in: lines[index].text, limit: 5)
      guard words.count == 5 else { continue }
      let hash = TextView.hash(of: words)
      if let same = first.place(of: hash, orInsert: index) {
        lines[same].beginsRepeat = true
        lines[index].beginsRepeat = true
      }
    }
  }
}
