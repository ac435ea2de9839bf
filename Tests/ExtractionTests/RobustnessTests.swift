import Foundation
import IbidDocuments
import IbidExtraction
import IbidSource
import TestSupport
import Testing

@Suite struct RobustnessTests {
  private static let text = """
    Minister Ana Silva said: “We spent £2.5 million on 1,204 homes since 1 July 2021,” in Lisbon (LXX).
    Between 5 and 7 March 2024 about a third of the 3,000–4,000 doses, worth US$1.5bn, were lost; ‘never again’, he said.
    From 12.5.2023 to 2024-02-30 prices rose by more than 30% (half a million euros) a year, or 7:30 p.m. «oui».

    """

  private func document(bytes: [UInt8]) -> DocumentFile {
    var paragraphs: [Paragraph] = []
    var sentences: [Sentence] = []
    var lower = 0
    for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      if !line.isEmpty {
        let span = ByteSpan(lower, lower + line.count)
        sentences.append(Sentence(span: span, paragraph: paragraphs.count, index: sentences.count))
        paragraphs.append(Paragraph(kind: .paragraph, span: span, index: paragraphs.count))
      }
      lower += line.count + 1
    }
    let document = Document(
      span: ByteSpan(0, bytes.count), language: .english, paragraphs: paragraphs, sentences: sentences)
    return DocumentFile(source: SourceText(name: "mutated", bytes: bytes), documents: [document])
  }

  @Test func mutatedTextNeverTraps() {
    var random = SeededGenerator(seed: 7)
    let original = Array(Self.text.utf8)
    for _ in 0..<1500 {
      var bytes = original
      for _ in 0..<random.int(below: 40) {
        let at = random.int(below: bytes.count)
        switch random.int(below: 4) {
        case 0: bytes[at] = UInt8(random.int(below: 256))
        case 1: bytes.remove(at: at)
        case 2:
          bytes.insert(
            contentsOf: bytes[at..<min(bytes.count, at + random.int(below: 12))], at: random.int(below: bytes.count))
        default: bytes.insert(Array("0123456789.,-–“”‘’£$%()/: aN".utf8)[random.int(below: 28)], at: at)
        }
      }
      let found = Extractor.findings(in: document(bytes: bytes))
      let spans =
        found.money.map(\.span) + found.figures.map(\.span) + found.dates.map(\.span) + found.quotes.map(\.span)
        + found.mentions.map(\.span)
        + found.acronyms.map(\.span)
      for span in spans { #expect(span.upper <= bytes.count && !span.isEmpty) }
    }
  }

  /// Documents that several threads read come out as those that one reads.
  @Test func threadsChangeNothing() {
    var file = document(bytes: Array(Self.text.utf8))
    file.documents = Array(repeating: file.documents[0], count: 9)
    let (alone, shared) = (Extractor.findings(in: file), Extractor.findings(in: file, threads: 3))
    #expect(alone.money.count >= 9 && Set(alone.money.map(\.document)).count == 9)
    #expect(String(describing: alone) == String(describing: shared))
  }

  /// Files that go through the steps of reading together come out as each does alone: none knows of another.
  @Test func filesReadTogetherAreFilesReadAlone() {
    let texts = [
      Self.text, "", "---\ntitle: Quays\ndate: 2024-03-05\n---\n\n# Six quays closed\n\n" + Self.text,
      "Der Hafen von Orrow ist seit dem 5. März 2024 geschlossen und wird nicht wieder für die Schiffe geöffnet.\n",
      "PRESS RELEASE: Ferries\n\n" + Self.text + "\nPRESS RELEASE: Boats\n\n" + Self.text,
      "Silva told reporters that it had cost $3m.\n",
    ]
    let layers = texts.enumerated().map { TextLayer(plain: SourceText(name: "\($0).txt", $1)) }
    let (alone, together) = (layers.map(DocumentFile.read(layer:)), DocumentFile.read(layers: layers))
    #expect(together.map(\.documents.count) == alone.map(\.documents.count) && together[0].documents.count == 1)
    #expect(String(describing: together) == String(describing: alone))
    let found = Extractor.findings(in: together)
    #expect(found[0].quotes.count > 0 && found[1].money.isEmpty)
    #expect(String(describing: found) == String(describing: alone.map { Extractor.findings(in: $0) }))
  }

  @Test(arguments: [
    "a", "1", "A", ".", "1,", "“", "\"", "(", "more than ", "one hundred ", "A.", "A ", "March ", "1 ", "said ", "the ",
    "- ", "a-", "thousands of ", "Minister ",
  ])
  func repeatedTextIsLinear(part: String) {
    func seconds(_ count: Int) -> Double {
      let bytes = Array(String(repeating: part, count: count / part.utf8.count).utf8)
      let file = document(bytes: bytes)
      let start = threadSeconds()
      _ = Extractor.findings(in: file)
      return threadSeconds() - start
    }
    // A quadratic step would take minutes at this size, without optimisation too.
    #expect(seconds(200_000) < 20)
  }

  /// Capitals that begin and end a file, where rules look at the words beside them.
  @Test(arguments: [
    "BILL TARNSKY", "ACT", "BILL", "CODE OF QUAYS", "ANN LEE:", "ANN LEE, HOST", "SAN MARLO", "ST", "K4", "#A", "-A",
    "A-",
    "CS Ann Lee", "MINISTER FOR", "DAY", "IG", "QUAY (", "Mr", "Mr Grant", "POST",
  ])
  func shortTextsNeverTrap(text: String) {
    for text in [text, " " + text, text + " ", text + "\n" + text] { _ = findings(text) }
  }

  /// Of this thread alone: a loaded machine takes no longer by this clock.
  private func threadSeconds() -> Double {
    var time = timespec()
    unsafe clock_gettime(CLOCK_THREAD_CPUTIME_ID, &time)
    return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
  }

  @Test func emptyAndOddTexts() {
    for text in ["", "\n", " ", "£", "“", "12", "\u{FEFF}", "$$$", "%", "(", "A", "between", "since", "half", "a"] {
      _ = findings(text)
    }
  }
}
