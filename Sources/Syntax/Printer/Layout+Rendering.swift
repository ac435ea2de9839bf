extension Layout {
  /// Columns of a page. A line is longer only where nothing in it can be broken.
  static let pageWidth = 100

  /// The text, its line ends chosen. No line ends in a blank. Linear in the size of the layout, times the width.
  func rendered(width: Int = pageWidth) -> String {
    var page = Page(width: width)
    page.print(self)
    return page.text
  }
}

/// A page that is being filled. `stack` has what is left to print, next last.
private struct Page {
  struct Entry {
    var layout: Layout
    var indent: Int
    /// Inside a group that stays on its line.
    var isFlat: Bool
  }

  let width: Int
  var text = ""
  var column = 0
  var stack: [Entry] = []
  /// Blanks that the line gets when something is written to it.
  var pendingIndent = 0

  init(width: Int) { self.width = width }

  mutating func print(_ layout: Layout) {
    stack = [Entry(layout: layout, indent: 0, isFlat: false)]
    while let entry = stack.popLast() {
      switch entry.layout.kind {
      case .text(let words), .comment(let words): write(words)
      case .line(let flat): if entry.isFlat { write(flat) } else { endLine(indent: entry.indent) }
      case .hardLine: endLine(indent: entry.indent)
      case .nest(let inner): stack.append(Entry(layout: inner, indent: entry.indent + 2, isFlat: entry.isFlat))
      case .sequence(let parts): push(parts, like: entry)
      case .group(let inner):
        var flat = Entry(layout: inner, indent: entry.indent, isFlat: true)
        if !entry.isFlat { flat.isFlat = !inner.isForced && fits(flat) }
        stack.append(flat)
      }
    }
  }

  private mutating func push(_ parts: [Layout], like entry: Entry) {
    for part in parts.reversed() { stack.append(Entry(layout: part, indent: entry.indent, isFlat: entry.isFlat)) }
  }

  private mutating func write(_ words: String) {
    if words.isEmpty { return }
    if pendingIndent > 0 {
      text += String(repeating: " ", count: pendingIndent)
      pendingIndent = 0
    }
    text += words
    column = Self.column(after: words, from: column)
  }

  /// Where a line stands after words that stay together; a text may run over lines.
  private static func column(after words: String, from column: Int) -> Int {
    guard words.utf8.contains(Byte.newline), let end = words.lastIndex(where: \.isNewline) else {
      return column + words.count
    }
    return words[words.index(after: end)...].count
  }

  private mutating func endLine(indent: Int) {
    text += "\n"
    pendingIndent = indent
    column = indent
  }

  /// Whether an entry and what follows it, up to where a line may end, have room on this line.
  private func fits(_ entry: Entry) -> Bool {
    var room = width - column
    var inner = [entry]
    var rest = stack.count
    while room >= 0 {
      if inner.isEmpty {
        if rest == 0 { return true }
        rest -= 1
        inner.append(stack[rest])
      }
      let next = inner.removeLast()
      switch next.layout.kind {
      case .text(let words):
        if words.utf8.contains(Byte.newline), let end = words.firstIndex(where: \.isNewline) {
          if room < words[..<end].count { return false }
          room = width
        }
        room = width - Self.column(after: words, from: width - room)
      case .comment: break
      case .line(let flat):
        if !next.isFlat { return true }
        room -= flat.count
      case .hardLine: return true
      case .nest(let layout), .group(let layout): inner.append(Entry(layout: layout, indent: 0, isFlat: next.isFlat))
      case .sequence(let parts):
        for part in parts.reversed() { inner.append(Entry(layout: part, indent: 0, isFlat: next.isFlat)) }
      }
    }
    return false
  }
}
