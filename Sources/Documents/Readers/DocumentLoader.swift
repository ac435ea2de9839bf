package import IbidSource

/// Finds and reads the files that a load names.
///
///     let loaded = DocumentLoader().load(["press", "notes/*.md"])
///     let files = loaded.sources.map(DocumentFile.read(source:))   // or in parallel
///
/// Only finding and reading happens here; `DocumentFile.read` makes documents of the texts.
package struct DocumentLoader: Sendable {
  /// What a load found: texts in the order of the paths, what went wrong, and the report (documents not yet counted).
  package struct Loaded: Sendable {
    package var sources: [SourceText] = []
    package var failures: [LoadFailure] = []
    package var report = LoadReport()
  }

  /// Larger files are skipped. Bytes.
  package var sizeLimitBytes: Int

  package init(sizeLimitBytes: Int = 256 << 20) { self.sizeLimitBytes = sizeLimitBytes }

  /// Reads every file that the paths name, in the order given.
  package func load(_ paths: [String]) -> Loaded { Loaded() }
}

/// A path of a load that led nowhere.
package struct LoadFailure: Error, Hashable, Sendable {
  package enum Reason: Hashable, Sendable {
    /// No such file or folder.
    case missing
    /// A pattern that no file matches.
    case noMatch
    /// The system's words for why it cannot be opened.
    case unreadable(String)
  }

  /// As the user wrote it.
  package var path: String
  package var reason: Reason

  package init(path: String, reason: Reason) {
    self.path = path
    self.reason = reason
  }
}
