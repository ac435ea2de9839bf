package import IbidSource

extension DocumentFile {
  /// A text as one paragraph of running English, whatever it looks like: an example that a rule is tried on.
  package static func example(_ source: SourceText) -> DocumentFile {
    let text = TextView(bytes: source.bytes)
    let span = text.trimmed(ByteSpan(0, source.bytes.count))
    let sentences = SentenceSplitter(text: text).sentences(in: span).enumerated().map { index, span in
      Sentence(span: span, paragraph: 0, index: index)
    }
    let document = Document(
      span: span, language: .english, wordCount: 1, paragraphs: [Paragraph(kind: .paragraph, span: span, index: 0)],
      sentences: sentences)
    return DocumentFile(source: source, documents: sentences.isEmpty ? [] : [document])
  }
}
