import IbidDocuments
import IbidExtraction
import IbidSource
import IbidTypes

/// A file of one document: a paragraph a line, a sentence a paragraph; a line that starts with # is a heading.
func document(_ text: String, published: String? = nil, kind: DocumentKind = .news) -> DocumentFile {
  let source = SourceText(name: "test.txt", text)
  var paragraphs: [Paragraph] = []
  var sentences: [Sentence] = []
  var lower = 0
  for line in source.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if !line.isEmpty {
      let isHeading = line.first == UInt8(ascii: "#")
      let span = ByteSpan(isHeading ? lower + 1 : lower, lower + line.count)
      sentences.append(Sentence(span: span, paragraph: paragraphs.count, index: sentences.count))
      paragraphs.append(Paragraph(kind: isHeading ? .heading : .paragraph, span: span, index: paragraphs.count))
    }
    lower += line.count + 1
  }
  var date: PublishedDate?
  if let published {
    let parts = published.split(separator: "-").compactMap { Int($0) }
    date = PartialDate(year: parts[0], month: parts.count > 1 ? parts[1] : nil, day: parts.count > 2 ? parts[2] : nil)
      .map { PublishedDate(date: $0, span: ByteSpan(0, 0)) }
  }
  let document = Document(
    span: ByteSpan(0, source.bytes.count), kind: kind, published: date, language: .english, paragraphs: paragraphs,
    sentences: sentences)
  return DocumentFile(source: source, documents: [document])
}

func findings(_ text: String, published: String? = nil, kind: DocumentKind = .news, dollar: String? = nil) -> Findings {
  Extractor.findings(in: document(text, published: published, kind: kind), given: GivenFields(dollar: dollar))
}

func words(_ text: String, _ span: ByteSpan) -> String { String(decoding: Array(text.utf8)[span.range], as: UTF8.self) }

/// `£5m GBP 5000000..5000000` and the like: text, unit and ends with their openness.
func shown(_ measure: Measure) -> String {
  let low = measure.low.map { (measure.isLowOpen ? "(" : "") + $0.plainDescription } ?? ""
  let high = measure.high.map { $0.plainDescription + (measure.isHighOpen ? ")" : "") } ?? ""
  let hedge = measure.isHedged ? "~" : ""
  return hedge + (measure.point != nil ? low : low + ".." + high) + (measure.unit.isEmpty ? "" : " " + measure.unit)
}

/// The names of a kind, each once, in the order of their first mentions.
func names(_ text: String, _ kind: MentionKind) -> [String] {
  var names: [String] = []
  for mention in findings(text).mentions where mention.kind == kind && !names.contains(mention.name) {
    names.append(mention.name)
  }
  return names
}
