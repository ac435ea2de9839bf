import IbidSource

/// Finds what each paragraph stands under: a heading, or for a list the lead-in before it.
struct Nesting {
  let text: TextView
  /// Open headings, outermost first.
  private var headings: [(index: Int, level: Int)] = []
  /// What the items of the current list stand under, by indentation.
  private var items: [(index: Int, indent: Int)] = []
  private var leadIn: Int?
  private var lastKind: ParagraphKind?

  init(text: TextView) { self.text = text }

  /// The index that a paragraph stands under, given in the order of the text.
  mutating func place(_ paragraph: Paragraph, level: Int?, indent: Int) -> Int? {
    defer { lastKind = paragraph.kind }
    switch paragraph.kind {
    case .heading:
      let level = level ?? 2
      while let last = headings.last, last.level >= level { headings.removeLast() }
      let under = headings.last?.index
      headings.append((paragraph.index, level))
      items = []
      leadIn = nil
      return under
    case .bullet:
      while let last = items.last, last.indent >= indent { items.removeLast() }
      let under = items.last?.index ?? leadIn ?? headings.last?.index
      items.append((paragraph.index, indent))
      return under
    case .paragraph:
      items = []
      leadIn = endsWithColon(paragraph.span) ? paragraph.index : nil
      return headings.last?.index
    case .quote, .table, .caption:
      // A list has taken up its lead-in.
      if !items.isEmpty { leadIn = nil }
      items = []
      return leadIn ?? headings.last?.index
    }
  }

  private func endsWithColon(_ span: ByteSpan) -> Bool {
    !span.isEmpty && text.bytes[span.upper - 1] == UInt8(ascii: ":")
  }
}
