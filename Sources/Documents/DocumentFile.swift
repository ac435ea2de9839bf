package import IbidSource

/// A file and the documents in it.
///
///     let file = DocumentFile.read(source: SourceText(name: "release.txt", bytes: bytes))
///     for document in file.documents { print(document.title ?? "–", document.published?.date ?? "–") }
///
/// Reading is a pure function of the bytes, so files can be read in parallel in any order. It takes any bytes: what is
/// no UTF-8 or no prose gives odd sentences, never a trap. Time is linear in the length of the file.
package struct DocumentFile: Sendable {
  package let source: SourceText
  /// In the order of the text, without overlap; empty for a text without a word.
  package var documents: [Document]
  package var warnings: [DocumentWarning]

  package init(source: SourceText, documents: [Document], warnings: [DocumentWarning] = []) {
    self.source = source
    self.documents = documents
    self.warnings = warnings
  }

  /// Finds documents, paragraphs and sentences in a plain or Markdown text.
  package static func read(source: SourceText) -> DocumentFile { read(layer: TextLayer(plain: source)) }

  /// Finds documents and sentences in the text of a file of any format.
  package static func read(layer: TextLayer) -> DocumentFile {
    var reading = FileReading(layer)
    for step in FileReading.steps { step(&reading) }
    return reading.file
  }

  /// Finds those of several files, which takes less time than one file after the other; none knows of another.
  package static func read(layers: [TextLayer]) -> [DocumentFile] {
    var readings = layers.map(FileReading.init)
    for step in FileReading.steps {
      for place in readings.indices { step(&readings[place]) }
    }
    return readings.map(\.file)
  }
}

/// Something about a file that its reader should know, though it was read.
package struct DocumentWarning: Hashable, Sendable {
  package enum Reason: String, Sendable {
    /// Some bytes are no UTF-8; they stay where they are and show as U+FFFD.
    case invalidUTF8 = "invalid-utf8"
    /// The document is not in English, so that English rules are not run on it.
    case notEnglish = "not-english"
    /// Not all of the file was read: it is nested too deeply, or cut short.
    case incomplete
    /// The text names a day that no month has.
    case impossibleDate = "impossible-date"
    /// A mail has files with it, which are not read.
    case attachments
  }

  package var reason: Reason
  /// Whether it concerns the file rather than a place in its text.
  package var isAboutFile: Bool { span.isEmpty }
  /// The first place that shows it.
  package var span: ByteSpan
  /// One sentence without a full stop.
  package var message: String

  package init(_ reason: Reason, at span: ByteSpan, _ message: String) {
    self.reason = reason
    self.span = span
    self.message = message
  }
}
