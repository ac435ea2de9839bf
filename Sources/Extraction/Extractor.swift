import IbidColumns
package import IbidDocuments
import IbidSource

/// Reads the typed tables off a file's documents.
///
///     let file = DocumentFile.read(source: source)
///     let findings = Extractor.findings(in: file, given: GivenFields(dollar: "AUD"))
///
/// The text is tokenised once; annotators run over the tokens one after the other, so that what one has taken (a year,
/// an amount) the next leaves alone. Documents that are not in English get money, numbers and ISO dates only. A pure
/// function, linear in the length of the text: run files in parallel. Of a file that is read alone, the documents are shared
/// out to several threads, which changes nothing in what is found.
package enum Extractor {
  /// Makes the table of names, so that it is there when the words of the first file are; once a program.
  @Sendable package static func prepare() { _ = NameTable.shared }

  package static func findings(
    in file: DocumentFile, given: GivenFields = GivenFields(), threads: Int = 1
  ) -> Findings {
    guard threads > 1, file.documents.count > 1 else { return findings(in: [file], given: given)[0] }
    let text = FileTokens(file)
    // All threads read the one that is made before they begin.
    let evidence = text.evidence
    var annotators = Parallel(threads: threads).parts(file.documents.count) { index in
      var annotator = text.annotator(of: file.documents[index], index, given, { evidence })
      annotator.run()
      return annotator
    }
    return moved(&annotators, 0..<annotators.count)
  }

  /// What is in several files, which takes less time than one file after the other; none knows of another.
  package static func findings(in files: [DocumentFile], given: GivenFields = GivenFields()) -> [Findings] {
    let texts = files.map(FileTokens.init)
    var annotators: [DocumentAnnotator] = []
    /// The first annotator of each file, and the end of all.
    var firsts = [0]
    for (file, text) in zip(files, texts) {
      var evidence: WritingEvidence?
      /// Of the whole file; made when a document first asks, as most do not.
      func ofFile() -> WritingEvidence {
        let made = evidence ?? text.evidence
        evidence = made
        return made
      }
      for (index, document) in file.documents.enumerated() {
        annotators.append(text.annotator(of: document, index, given, ofFile))
      }
      firsts.append(annotators.count)
    }
    for step in DocumentAnnotator.steps {
      for place in annotators.indices { step(&annotators[place]) }
    }
    return files.indices.map { moved(&annotators, firsts[$0]..<firsts[$0 + 1]) }
  }

  /// The rows of a file's documents.
  private static func moved(_ annotators: inout [DocumentAnnotator], _ ofFile: Range<Int>) -> Findings {
    var findings = Findings()
    for place in ofFile { annotators[place].move(to: &findings) }
    findings.fit()
    return findings
  }

  /// The tokens of a file, and what the table of names knows of them.
  private struct FileTokens {
    let tokens: Tokens
    let marks: [NameMarks]

    init(_ file: DocumentFile) {
      tokens = ShoutedText.lowered(Tokenizer.tokens(of: Array(file.source.bytes)), in: file)
      marks = NameTable.shared.marksOfCapitals(in: tokens)
    }

    /// How the whole file is written.
    var evidence: WritingEvidence { WritingEvidence(0..<tokens.count, of: tokens, marks: marks) }

    func annotator(
      of document: Document, _ index: Int, _ given: GivenFields, _ evidence: () -> WritingEvidence
    ) -> DocumentAnnotator {
      let part = DocumentPart(document, index: index, tokens: tokens, given: given)
      return DocumentAnnotator(tokens: tokens, marks: marks, document: part, given: given, file: evidence)
    }
  }
}
