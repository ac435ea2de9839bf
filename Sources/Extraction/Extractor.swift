import IbidColumns
package import IbidDocuments
import IbidSource

/// Reads the typed tables off a file's documents.
///
///     let file = DocumentFile.read(source: source)
///     let findings = Extractor.findings(in: file, given: GivenFields(dollar: "AUD"))
///
/// The text is tokenised once; annotators run over the tokens sentence by sentence, so that what one has taken (a year,
/// an amount) the next leaves alone. Documents that are not in English get money, numbers and ISO dates only. A pure
/// function, linear in the length of the text: run files in parallel. Of a file that is read alone, the documents are shared
/// out to several threads, which changes nothing in what is found.
package enum Extractor {
  /// Makes the table of names, so that it is there when the words of the first file are; once a program.
  @Sendable package static func prepare() { _ = NameTable.shared }

  package static func findings(
    in file: DocumentFile, given: GivenFields = GivenFields(), threads: Int = 1
  ) -> Findings {
    let tokens = ShoutedText.lowered(Tokenizer.tokens(of: Array(file.source.bytes)), in: file)
    let marks = NameTable.shared.marksOfCapitals(in: tokens)
    var evidence: WritingEvidence?
    /// Of the whole file; made when a document first asks, as most do not.
    func ofFile() -> WritingEvidence {
      let made = evidence ?? WritingEvidence(0..<tokens.count, of: tokens, marks: marks)
      evidence = made
      return made
    }
    func annotated(_ index: Int, _ evidence: () -> WritingEvidence) -> DocumentAnnotator {
      let part = DocumentPart(file.documents[index], index: index, tokens: tokens, given: given)
      var annotator = DocumentAnnotator(tokens: tokens, marks: marks, document: part, given: given, file: evidence)
      annotator.run()
      return annotator
    }
    var findings = Findings()
    if threads > 1, file.documents.count > 1 {
      // All threads read the one that is made before they begin.
      let evidence = ofFile()
      let annotators = Parallel(threads: threads).parts(file.documents.count) { annotated($0, { evidence }) }
      for annotator in annotators { annotator.add(to: &findings) }
    } else {
      for index in file.documents.indices { annotated(index, ofFile).add(to: &findings) }
    }
    findings.fit()
    return findings
  }
}
