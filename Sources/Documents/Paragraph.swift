package import IbidSource

/// A paragraph, heading, list item, quotation, caption or table of a document.
package struct Paragraph: Hashable, Sendable {
  package var kind: ParagraphKind
  /// The words, without a bullet, `#`, `>` or indentation before the first line.
  package var span: ByteSpan
  private var number: Int32
  // Negative where there is none.
  private var heading: Int32
  private var original: Int32
  package var copy: CopyKind?
  /// The cells of a table, where they are known.
  package var table: TextTable?

  package init(
    kind: ParagraphKind, span: ByteSpan, index: Int, under: Int? = nil, copyOf: Int? = nil, copy: CopyKind? = nil,
    table: TextTable? = nil
  ) {
    self.kind = kind
    self.span = span
    number = Int32(clamping: index)
    heading = under.map { Int32(clamping: $0) } ?? -1
    original = copyOf.map { Int32(clamping: $0) } ?? -1
    self.copy = copy
    self.table = table
  }

  /// Place among the document's paragraphs, from 0.
  package var index: Int { Int(number) }
  /// Index of the heading it stands under, or of the lead-in for an item of a list ("The plan will:").
  package var under: Int? {
    get { heading < 0 ? nil : Int(heading) }
    set { heading = newValue.map { Int32(clamping: $0) } ?? -1 }
  }
  /// Index of the paragraph that this one repeats, when every sentence in it is a copy.
  package var copyOf: Int? {
    get { original < 0 ? nil : Int(original) }
    set { original = newValue.map { Int32(clamping: $0) } ?? -1 }
  }
}

package enum ParagraphKind: String, Sendable, CaseIterable {
  case heading, paragraph, bullet, quote, caption, table
}

/// How a repeat differs from its original.
package enum CopyKind: String, Sendable, CaseIterable {
  /// The same words in the same order; case, punctuation and spaces do not count.
  case exact
  /// The first words of the original, broken off.
  case cut
  /// Nearly the same words in nearly the same order, and the same numbers.
  case near
}
