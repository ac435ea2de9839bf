/// Turns the files of one format into text layers.
///
/// A reader is a value without state. It takes any bytes: what is damaged in part gives what can be read and a warning in
/// the layer, what cannot be read at all a `ReadingProblem`. Time and memory are linear in the length of the file and of
/// what is packed in it, which is limited.
protocol DocumentReader: Sendable {
  /// Ends of the names of its files, in lower case.
  static var endings: [String] { get }

  func layer(of file: FileContents) throws(ReadingProblem) -> TextLayer
}

/// A file as it was read.
struct FileContents: Sendable {
  let path: String
  let bytes: [UInt8]
}

/// Why a file of a known format gave nothing.
package struct ReadingProblem: Error, Hashable, Sendable {
  package let reason: LoadReport.SkipReason
  /// What is wrong and what to do, one sentence without a full stop and without the name of the file.
  package let message: String

  init(_ reason: LoadReport.SkipReason, _ message: String) {
    self.reason = reason
    self.message = message
  }
}

/// The readers, by the ends of names.
enum DocumentReaders {
  static let all: [any DocumentReader] = [HTMLReader(), DOCXReader(), ODTReader(), MailReader(), PDFReader()]

  /// The reader for a name; nil for a text that is read as it stands.
  static func reader(of path: String) -> (any DocumentReader)? {
    guard let ending = PathWalk.ending(of: path) else { return nil }
    return all.first { type(of: $0).endings.contains(ending) }
  }
}
