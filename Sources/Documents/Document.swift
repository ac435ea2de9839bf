package import IbidSource

/// One text with a voice of its own: a press release, a speech, a post of a page.
///
/// A file may hold several. What a document does not state is nil; nothing is guessed, and each value that was read off
/// the text comes with the span of the words that say it.
///
/// Spans nest: document ⊇ paragraph ⊇ sentence, all in byte offsets of the file. Paragraphs and sentences stand in the
/// order of the text, and their `index` is their place in the document's array, counted from 0.
package struct Document: Sendable {
  /// From the first byte of the first paragraph to the end of the last; page furniture lies outside.
  package var span: ByteSpan
  /// The headline without a label (`PRESS RELEASE :`), a tag (`[March 2024]`) or the name of the site, runs of white
  /// space made one space.
  package var title: String?
  /// Where the title stands; of a headline printed twice, the last printing. Like every span of a stated value it lies
  /// outside `span` when front matter states it.
  package var titleSpan: ByteSpan?
  /// Who published it, as written, without a leading "the".
  package var issuer: String?
  package var issuerSpan: ByteSpan?
  package var kind: DocumentKind
  /// Why the kind is what it is; nil exactly when the kind is `other`.
  package var kindCue: KindCue?
  /// When it was published, where that is written.
  package var published: PublishedDate?
  package var language: DocumentLanguage
  /// Runs of characters between white space that hold a letter or a digit.
  package var wordCount: Int
  package var paragraphs: [Paragraph]
  package var sentences: [Sentence]

  package init(
    span: ByteSpan, title: String? = nil, titleSpan: ByteSpan? = nil, issuer: String? = nil,
    issuerSpan: ByteSpan? = nil,
    kind: DocumentKind = .other, kindCue: KindCue? = nil, published: PublishedDate? = nil,
    language: DocumentLanguage = .other, wordCount: Int = 0, paragraphs: [Paragraph] = [], sentences: [Sentence] = []
  ) {
    self.span = span
    self.title = title
    self.titleSpan = titleSpan
    self.issuer = issuer
    self.issuerSpan = issuerSpan
    self.kind = kind
    self.kindCue = kindCue
    self.published = published
    self.language = language
    self.wordCount = wordCount
    self.paragraphs = paragraphs
    self.sentences = sentences
  }
}

/// A date of publication and the words that state it (`5 March 2024`, without "on").
package struct PublishedDate: Hashable, Sendable {
  package var date: PartialDate
  package var span: ByteSpan
  /// Only the day on which the file was made is known; anything else that is known goes before it.
  package var isOfFile: Bool

  package init(date: PartialDate, span: ByteSpan, isOfFile: Bool = false) {
    self.date = date
    self.span = span
    self.isOfFile = isOfFile
  }
}

/// What sort of text a document is. Raw values are the words users see.
package enum DocumentKind: String, Sendable, CaseIterable {
  case pressRelease = "press_release"
  case speech, news, blog, report, other
}

/// The words of a document that gave it its kind.
package struct KindCue: Hashable, Sendable {
  package var span: ByteSpan
  /// What to tell a user: the words themselves, or what the place shows ("one of 5 posts on a page").
  package var words: String

  package init(span: ByteSpan, words: String) {
    self.span = span
    self.words = words
  }
}

/// The language of a document, as far as Ibid tells languages apart.
package enum DocumentLanguage: String, Sendable, CaseIterable {
  case english = "en"
  case other
}
