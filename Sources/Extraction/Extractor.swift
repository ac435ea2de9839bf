package import IbidDocuments
import IbidSource

/// Reads the typed tables off a file's documents.
///
///     let file = DocumentFile.read(source: source)
///     let findings = Extractor.findings(in: file, given: GivenFields(dollar: "AUD"))
///
/// The text is tokenised once; annotators run over the tokens sentence by sentence, so that what one has taken (a year,
/// an amount) the next leaves alone. Documents that are not in English get money, numbers and ISO dates only. A pure
/// function, linear in the length of the text: run files in parallel.
package enum Extractor {
  /// Makes the table of names, so that it is there when the words of the first file are; once a program.
  @Sendable package static func prepare() { _ = NameTable.shared }

  package static func findings(in file: DocumentFile, given: GivenFields = GivenFields()) -> Findings {
    let tokens = ShoutedText.lowered(Tokenizer.tokens(of: Array(file.source.bytes)), in: file)
    let marks = NameTable.shared.marksOfCapitals(in: tokens)
    var evidence: WritingEvidence?
    /// Of the whole file; made when a document first asks, as most do not.
    func ofFile() -> WritingEvidence {
      let made = evidence ?? WritingEvidence(0..<tokens.count, of: tokens, marks: marks)
      evidence = made
      return made
    }
    var findings = Findings()
    for (index, document) in file.documents.enumerated() {
      let part = DocumentPart(document, index: index, tokens: tokens, given: given)
      var annotator = DocumentAnnotator(tokens: tokens, marks: marks, document: part, given: given, file: ofFile)
      annotator.run()
      annotator.add(to: &findings)
    }
    findings.fit()
    return findings
  }
}
