import IbidDocuments
import IbidSource
package import IbidTypes

/// What the caller knows of a file that its documents don't state.
package struct GivenFields: Sendable {
  /// When the documents were published; a date that a document states itself wins.
  package var published: Moment?
  /// The ISO 4217 code that `$` and "dollars" mean; nil where each document is to be asked.
  package var dollar: String?

  package init(published: Moment? = nil, dollar: String? = nil) {
    self.published = published
    self.dollar = dollar
  }
}

/// A sentence as the annotators see it.
struct SentencePart {
  /// Index among the document's sentences.
  var index: Int
  var tokens: Range<Int>
  var paragraph: Int

  /// The sentence in parts that end at the cuts inside it; the sentence itself where there are none. Cuts ascend.
  func parts(cutAt cuts: [Int]) -> [SentencePart] {
    var (low, high) = (0, cuts.count)
    while low < high {
      let middle = (low + high) / 2
      if cuts[middle] <= tokens.lowerBound { low = middle + 1 } else { high = middle }
    }
    guard low < cuts.count, cuts[low] < tokens.upperBound else { return [self] }
    var parts: [SentencePart] = []
    var start = tokens.lowerBound
    while low < cuts.count, cuts[low] < tokens.upperBound {
      if cuts[low] > start { parts.append(SentencePart(index: index, tokens: start..<cuts[low], paragraph: paragraph)) }
      start = cuts[low]
      low += 1
    }
    parts.append(SentencePart(index: index, tokens: start..<tokens.upperBound, paragraph: paragraph))
    return parts
  }
}

struct ParagraphPart {
  var kind: ParagraphKind
  var span: ByteSpan
  var tokens: Range<Int>
}

/// A document as the annotators see it: ranges of tokens.
struct DocumentPart {
  var index: Int
  var kind: DocumentKind
  var isEnglish: Bool
  /// First and last day of the date of publication.
  var published: ClosedRange<Int>?
  var paragraphs: [ParagraphPart]
  var sentences: [SentencePart]

  init(_ document: Document, index: Int, tokens: Tokens, given: GivenFields) {
    self.index = index
    kind = document.kind
    isEnglish = document.language == .english
    published = Self.days(of: document.published?.date) ?? Self.days(of: given.published)
    var last = ByteSpan(0, 0)
    var next = 0
    func range(_ span: ByteSpan) -> Range<Int> {
      let isAhead = span.lower >= last.upper
      let lower = isAhead ? tokens.index(atOrAfter: span.lower, from: next) : tokens.index(atOrAfter: span.lower)
      (last, next) = (span, tokens.index(atOrAfter: span.upper, from: lower))
      return lower..<max(lower, next)
    }
    paragraphs = document.paragraphs.map { ParagraphPart(kind: $0.kind, span: $0.span, tokens: range($0.span)) }
    sentences = document.sentences.map {
      SentencePart(index: $0.index, tokens: range($0.span), paragraph: $0.paragraph)
    }
  }

  /// From the first token of the document's paragraphs to the last.
  var tokens: Range<Int> {
    guard let first = paragraphs.first, let last = paragraphs.last else { return 0..<0 }
    return first.tokens.lowerBound..<max(first.tokens.lowerBound, last.tokens.upperBound)
  }

  func isHeading(_ sentence: SentencePart) -> Bool {
    paragraphs.indices.contains(sentence.paragraph) && paragraphs[sentence.paragraph].kind == .heading
  }

  /// The sentence that holds a token, by binary search; the last before it if none does.
  func sentence(ofToken token: Int) -> Int {
    var (low, high) = (0, sentences.count)
    while low < high {
      let middle = (low + high) / 2
      if sentences[middle].tokens.lowerBound <= token { low = middle + 1 } else { high = middle }
    }
    return max(0, low - 1)
  }

  private static func days(of date: PartialDate?) -> ClosedRange<Int>? {
    guard let date else { return nil }
    let moment =
      if let month = date.month, let day = date.day {
        Moment(year: date.year, month: month, day: day)
      } else if let month = date.month {
        Moment(year: date.year, month: month)
      } else {
        Moment(year: date.year)
      }
    return days(of: moment)
  }

  private static func days(of moment: Moment?) -> ClosedRange<Int>? {
    guard let low = moment?.low, let high = moment?.high, low <= high else { return nil }
    return Calendar.day(ofSecond: low)...Calendar.day(ofSecond: high)
  }
}
