package import IbidSource

/// A sentence, or what stands in its place: a heading, an item of a list, a row of a table.
package struct Sentence: Hashable, Sendable {
  /// From the first character to the closing mark; line breaks inside are part of it.
  package var span: ByteSpan
  /// Index of its paragraph.
  package var paragraph: Int
  /// Place among the document's sentences, from 0.
  package var index: Int
  /// Index of the sentence that this one repeats inside the same document; nil for an original.
  ///
  /// The original is the complete one and, of equals, the last: the first printing of a headline is the copy.
  package var copyOf: Int?
  package var copy: CopyKind?

  package init(span: ByteSpan, paragraph: Int, index: Int, copyOf: Int? = nil, copy: CopyKind? = nil) {
    self.span = span
    self.paragraph = paragraph
    self.index = index
    self.copyOf = copyOf
    self.copy = copy
  }
}
