import IbidDocuments
import IbidSource
import Testing

/// Reads a text and checks what must hold for every text.
func read(_ text: String, name: String = "test.txt") -> DocumentFile { read(Array(text.utf8), name: name) }

func read(_ bytes: [UInt8], name: String = "test.txt") -> DocumentFile {
  let file = DocumentFile.read(source: SourceText(name: name, bytes: bytes))
  checkInvariants(of: file)
  return file
}

/// Spans nest, stand in order, lie within the file, start and end on no white space, and sentences leave out no word.
func checkInvariants(of file: DocumentFile, _ place: SourceLocation = #_sourceLocation) {
  var end = 0
  for document in file.documents {
    #expect(document.span.lower >= end && document.span.upper <= file.source.bytes.count, sourceLocation: place)
    end = document.span.upper
    #expect((document.kindCue == nil) == (document.kind == .other), sourceLocation: place)
    #expect((document.title == nil) == (document.titleSpan == nil), sourceLocation: place)
    checkParagraphs(of: document, place)
    checkSentences(of: document, in: file.source, place)
    for span in [document.titleSpan, document.issuerSpan, document.published?.span, document.kindCue?.span] {
      if let span { #expect(span.upper <= file.source.bytes.count && !span.isEmpty, sourceLocation: place) }
    }
  }
}

private func checkParagraphs(of document: Document, _ place: SourceLocation) {
  var end = document.span.lower
  for (index, paragraph) in document.paragraphs.enumerated() {
    #expect(paragraph.index == index && document.span.contains(paragraph.span), sourceLocation: place)
    #expect(paragraph.span.lower >= end && !paragraph.span.isEmpty, sourceLocation: place)
    end = paragraph.span.upper
    if let under = paragraph.under { #expect(under < index, sourceLocation: place) }
    #expect((paragraph.copyOf == nil) == (paragraph.copy == nil), sourceLocation: place)
  }
  #expect(document.paragraphs.first?.span.lower == document.span.lower, sourceLocation: place)
  #expect(document.paragraphs.last?.span.upper == document.span.upper, sourceLocation: place)
}

private func checkSentences(of document: Document, in source: SourceText, _ place: SourceLocation) {
  var covered = Set<Int>()
  var end = document.span.lower
  for (index, sentence) in document.sentences.enumerated() {
    #expect(sentence.index == index && sentence.span.lower >= end && !sentence.span.isEmpty, sourceLocation: place)
    guard document.paragraphs.indices.contains(sentence.paragraph) else {
      Issue.record("a sentence names a paragraph that is none", sourceLocation: place)
      continue
    }
    #expect(document.paragraphs[sentence.paragraph].span.contains(sentence.span), sourceLocation: place)
    end = sentence.span.upper
    covered.formUnion(sentence.span.range)
    if let original = sentence.copyOf {
      #expect(document.sentences.indices.contains(original) && original != index, sourceLocation: place)
    }
  }
  for paragraph in document.paragraphs {
    let missed = paragraph.span.range.first { offset in
      let byte = source.bytes[offset]
      let isWord = (byte | 0x20 >= 0x61 && byte | 0x20 <= 0x7A) || (byte >= 0x30 && byte <= 0x39)
      return isWord && !covered.contains(offset)
    }
    #expect(missed == nil, sourceLocation: place)
  }
}

extension DocumentFile {
  func words(_ span: ByteSpan?) -> String? { span.map { source.string($0) } }

  /// Kind and text of each paragraph of the first document.
  var outline: [String] {
    (documents.first?.paragraphs ?? []).map { "\($0.kind.rawValue): \(source.string($0.span))" }
  }
}
