package import IbidSource

/// Finds and reads the files that a load names.
///
///     let loader = DocumentLoader()
///     let loaded = loader.load(["press", "notes/*.md"])
///     let files = loaded.layers.map(DocumentFile.read(layer:))   // or in parallel
///     var report = loaded.report
///     report.documentCount = files.reduce(0) { $0 + $1.documents.count }
///     print(report.line())
///
/// Only finding and reading happens here, in the format that a name's end tells; `DocumentFile.read` makes documents of
/// the texts. `find` and `document` are the two halves of `load` for callers that read files in parallel.
package struct DocumentLoader: Sendable {
  /// What a load found: texts in the order of the paths, what went wrong, and the report (documents not yet counted).
  package struct Loaded: Sendable {
    package var layers: [TextLayer] = []
    /// About files that gave nothing: `notes.docx: is encrypted; …`.
    package var problems: [String] = []
    package var failures: [LoadFailure] = []
    package var report = LoadReport()

    package init(layers: [TextLayer] = [], failures: [LoadFailure] = [], report: LoadReport = LoadReport()) {
      self.layers = layers
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

  /// What the bytes of a file gave as a text.
  package enum Outcome: Sendable {
    case text(SourceText, hasInvalidUTF8: Bool)
    case skipped(LoadReport.SkipReason)
  }

  /// What a file gave as a document.
  package enum Reading: Sendable {
    case layer(TextLayer, sizeBytes: Int, hasInvalidUTF8: Bool)
    case skipped(LoadReport.SkipReason)
    case refused(ReadingProblem)
  }

  /// Ends of names that are read, in lower case: texts, and what the readers know.
  package static let extensions = Set(
    ["txt", "text", "md", "markdown"] + DocumentReaders.all.flatMap { type(of: $0).endings })

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
    for path in found.paths { loaded.add(document(path), of: path) }
    return loaded
  }

  /// Finds the files that the paths name, without opening them.
  package func find(_ paths: [String]) -> Found {
    var walk = PathWalk()
    for path in paths { walk.visit(path) }
    return walk.found
  }

  /// Reads one document in its format. A pure function of the file, safe to call from any thread.
  package func document(_ path: String) -> Reading {
    guard let reader = DocumentReaders.reader(of: path) else {
      switch read(path) {
      case .text(let source, let hasInvalidUTF8):
        return .layer(TextLayer(plain: source), sizeBytes: source.bytes.count, hasInvalidUTF8: hasInvalidUTF8)
      case .skipped(let reason): return .skipped(reason)
      }
    }
    let bytes: [UInt8]
    do throws(Unread) { bytes = try contents(of: path) } catch { return .skipped(error.reason) }
    if bytes.isEmpty { return .skipped(.empty) }
    do throws(ReadingProblem) {
      let layer = try reader.layer(of: FileContents(path: path, bytes: bytes))
      return .layer(layer, sizeBytes: bytes.count, hasInvalidUTF8: false)
    } catch {
      return .refused(error)
    }
  }

  private struct Unread: Error {
    var reason: LoadReport.SkipReason
  }

  private func contents(of path: String) throws(Unread) -> [UInt8] {
    guard let entry = FileSystem.entry(at: path, followingLinks: true) else { throw Unread(reason: .unreadable) }
    guard entry.kind == .file else { throw Unread(reason: .notAFile) }
    if entry.sizeBytes > sizeLimitBytes { throw Unread(reason: .tooLarge) }
    guard let bytes = SystemFile.contents(of: path, size: entry.sizeBytes) else { throw Unread(reason: .unreadable) }
    return bytes
  }

  /// Reads one file as the text that it is. A pure function of the file, safe to call from any thread.
  package func read(_ path: String) -> Outcome {
    let bytes: [UInt8]
    do throws(Unread) { bytes = try contents(of: path) } catch { return .skipped(error.reason) }
    let text = TextView(bytes: bytes)
    if text.trimmed(ByteSpan(0, bytes.count)).isEmpty { return .skipped(.empty) }
    switch TextEncoding.judge(bytes) {
    case .text: return .text(SourceText(name: path, bytes: bytes), hasInvalidUTF8: false)
    case .repaired: return .text(SourceText(name: path, bytes: bytes), hasInvalidUTF8: true)
    case .binary: return .skipped(.notText)
    }
  }
  /// A file that is no document, such as a script, as it stands; nil if it cannot be read.
  package static func plainFile(_ path: String) -> SourceText? {
    guard FileSystem.entry(at: path, followingLinks: true)?.kind == .file else { return nil }
    return FileSystem.contents(of: path).map { SourceText(name: path, bytes: $0) }
  }
}

extension DocumentLoader.Loaded {
  /// Adds what a file gave; to be called in the order of the paths.
  package mutating func add(_ reading: DocumentLoader.Reading, of path: String) {
    switch reading {
    case .layer(let layer, let sizeBytes, let hasInvalidUTF8):
      report.fileCount += 1
      report.byteCount += sizeBytes
      if hasInvalidUTF8 { report.repairedFiles.append(path) }
      layers.append(layer)
    case .skipped(let reason): report.skip(path, reason)
    case .refused(let problem):
      report.skip(path, problem.reason)
      problems.append("\(path): \(problem.message)")
    }
  }
}
