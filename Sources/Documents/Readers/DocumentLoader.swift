package import IbidSource

/// Finds and reads the files that a load names.
///
///     let loader = DocumentLoader()
///     let loaded = loader.load(["press", "notes/*.md"])
///     let files = loaded.sources.map(DocumentFile.read(source:))   // or in parallel
///     var report = loaded.report
///     report.documentCount = files.reduce(0) { $0 + $1.documents.count }
///     print(report.line())
///
/// Only finding and reading happens here; `DocumentFile.read` makes documents of the texts. `find` and `read` are the two
/// halves of `load` for callers that read files in parallel.
package struct DocumentLoader: Sendable {
  /// What a load found: texts in the order of the paths, what went wrong, and the report (documents not yet counted).
  package struct Loaded: Sendable {
    package var sources: [SourceText] = []
    package var failures: [LoadFailure] = []
    package var report = LoadReport()

    package init(sources: [SourceText] = [], failures: [LoadFailure] = [], report: LoadReport = LoadReport()) {
      self.sources = sources
      self.failures = failures
      self.report = report
    }
  }

  /// Files to read, each once, in order, and what was left out on the way.
  package struct Found: Sendable {
    package var paths: [String] = []
    package var failures: [LoadFailure] = []
    package var report = LoadReport()
  }

  /// What one file gave.
  package enum Outcome: Sendable {
    case text(SourceText, hasInvalidUTF8: Bool)
    case skipped(LoadReport.SkipReason)
  }

  /// Ends of names that are read, in lower case.
  package static let extensions: Set<String> = ["txt", "text", "md", "markdown"]

  /// Larger files are skipped. Bytes.
  package var sizeLimitBytes: Int

  package init(sizeLimitBytes: Int = 256_000_000) { self.sizeLimitBytes = sizeLimitBytes }

  /// Reads every file that the paths name, in the order given; members of folders and patterns by the bytes of their path.
  ///
  /// A path may be a file, a folder (with all below it) or a pattern with `*`, `?`, `[a-z]` and `**` for folders of any depth.
  /// A path that leads nowhere is a failure in the result; the others are read all the same.
  package func load(_ paths: [String]) -> Loaded {
    let found = find(paths)
    var loaded = Loaded(failures: found.failures, report: found.report)
    for path in found.paths { loaded.add(read(path), of: path) }
    return loaded
  }

  /// Finds the files that the paths name, without opening them.
  package func find(_ paths: [String]) -> Found {
    var walk = PathWalk()
    for path in paths { walk.visit(path) }
    return walk.found
  }

  /// Reads one file. A pure function of the file, safe to call from any thread.
  package func read(_ path: String) -> Outcome {
    guard let entry = FileSystem.entry(at: path, followingLinks: true) else { return .skipped(.unreadable) }
    guard entry.kind == .file else { return .skipped(.notAFile) }
    if entry.sizeBytes > sizeLimitBytes { return .skipped(.tooLarge) }
    guard let bytes = FileSystem.contents(of: path) else { return .skipped(.unreadable) }
    let text = TextView(bytes: bytes)
    if text.trimmed(ByteSpan(0, bytes.count)).isEmpty { return .skipped(.empty) }
    switch TextEncoding.judge(bytes) {
    case .text: return .text(SourceText(name: path, bytes: bytes), hasInvalidUTF8: false)
    case .repaired: return .text(SourceText(name: path, bytes: bytes), hasInvalidUTF8: true)
    case .binary: return .skipped(.notText)
    }
  }
}

extension DocumentLoader.Loaded {
  /// Adds what a file gave; to be called in the order of the paths.
  package mutating func add(_ outcome: DocumentLoader.Outcome, of path: String) {
    switch outcome {
    case .text(let source, let hasInvalidUTF8):
      report.fileCount += 1
      report.byteCount += source.bytes.count
      if hasInvalidUTF8 { report.repairedFiles.append(path) }
      sources.append(source)
    case .skipped(let reason): report.skip(path, reason)
    }
  }
}
