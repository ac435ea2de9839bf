package import IbidSource

/// A sentence, or what stands in its place: a heading, an item of a list, a row of a table.
package struct Sentence: Hashable, Sendable {
  /// From the first character to the closing mark; line breaks inside are part of it.
  package var span: ByteSpan
  private var paragraphNumber: Int32
  private var number: Int32
  /// Negative where it is an original. There are many sentences, and none has a number of more than 32 bits.
  private var original: Int32
  package var copy: CopyKind?

  package init(span: ByteSpan, paragraph: Int, index: Int, copyOf: Int? = nil, copy: CopyKind? = nil) {
    self.span = span
    paragraphNumber = Int32(clamping: paragraph)
    number = Int32(clamping: index)
    original = copyOf.map { Int32(clamping: $0) } ?? -1
    self.copy = copy
  }

  /// Index of its paragraph.
  package var paragraph: Int { Int(paragraphNumber) }
  /// Place among the document's sentences, from 0.
  package var index: Int { Int(number) }
  /// Index of the sentence that this one repeats inside the same document; nil for an original.
  ///
  /// The original is the complete one and, of equals, the last: the first printing of a headline is the copy.
  package var copyOf: Int? {
    get { original < 0 ? nil : Int(original) }
    set { original = newValue.map { Int32(clamping: $0) } ?? -1 }
  }
}
