import FoundationEssentials
import IbidColumns
import IbidDocuments
import IbidEngine
import IbidExtraction
import IbidSemantics
import IbidSource
import IbidTypes

/// What a load read and what it left out.
public struct LoadSummary: Sendable, Hashable {
  /// Documents read now; one file can hold many.
  public let documents: Int
  /// Files read now.
  public let files: Int
  /// Files left out: hidden, empty, of an unknown type, or loaded before.
  public let skipped: Int
  /// One line: `read 19 documents in 5 files (116 KB); skipped 1: 1 empty`.
  public let line: String
  /// Things to know about files that were read all the same: `b.txt: does not look like English …`.
  public let warnings: [String]
  /// Files that should have been read and could not be: `a.txt: not read: not text`. The line counts them, too.
  public let unread: [String]
}

/// What the caller knows of documents that they do not state; what a document states itself wins.
public struct GivenValues: Sendable, Hashable {
  /// Date of publication, `2024-03-05`, `2024-03` or `2024`.
  public var published: String?
  /// Who issued them: `Home Office`.
  public var issuer: String?
  /// The currency that `$` means: `AUD`.
  public var dollar: String?
  /// Values to fill in; what is nil is not filled in.
  public init(published: String? = nil, issuer: String? = nil, dollar: String? = nil) {
    self.published = published
    self.issuer = issuer
    self.dollar = dollar
  }
}

extension Session {
  /// Reads files, folders and patterns into the document tables; files that are loaded already are left as they are.
  ///
  /// Files are read in parallel; the tables are the same whatever the order in which they finish. Throws `QueryError`
  /// (input/output) for a path that leads nowhere; everything else is read or skipped, and the summary says which. Where
  /// the task or the session is cancelled, nothing is added, and the error is of kind `.cancelled`.
  @discardableResult
  public func load(documents paths: [String], given: GivenValues = GivenValues()) async throws(QueryError)
    -> LoadSummary
  {
    let text = SourceText(name: Self.loadName, paths.joined(separator: " "))
    return try await load(documents: paths, given: given, in: text, at: ByteSpan(0, text.bytes.count))
  }

  func load(documents paths: [String], given: GivenValues, in script: SourceText, at span: ByteSpan)
    async throws(QueryError) -> LoadSummary
  {
    let fields = try Self.fields(of: given, in: script, at: span)
    let loader = DocumentLoader()
    let found = loader.find(paths)
    if let failure = found.failures.first { throw Self.missing(failure, in: script, at: span) }
    let fresh = found.paths.filter { !store.contains($0) }
    let stamps = fresh.map { FileStamp(of: $0) }
    cancellation.reset()
    guard let (files, findings, loaded) = await read(fresh, loader, found, fields, given.issuer) else {
      throw QueryError.cancelled
    }
    var report = loaded.report
    for path in found.paths where store.contains(path) { report.skip(path, .repeated) }
    report.documentCount = files.reduce(0) { $0 + $1.documents.count }
    for (path, stamp) in zip(fresh, stamps) { loads.note(path, stamp) }
    loads.documents.append(.init(paths: paths, given: given))
    store.add(files, findings)
    let warnings =
      loaded.problems
      + files.flatMap { file in
        file.warnings.map { warning in
          let line = warning.isAboutFile ? "" : ":\(file.source.line(of: warning.span.lower))"
          return "\(file.source.name)\(line): \(warning.message)"
        }
      }
    return LoadSummary(
      documents: report.documentCount, files: report.fileCount, skipped: report.skippedCount, line: report.line(),
      warnings: warnings, unread: report.unread)
  }

  /// Names of texts that stand for loads which no script asked for.
  static let (loadName, reloadName) = ("load", "reload")

  /// What is given of documents, in the engine's terms.
  static func fields(of given: GivenValues, in script: SourceText, at span: ByteSpan) throws(QueryError) -> GivenFields
  {
    var fields = GivenFields(dollar: given.dollar)
    // Beside a load of a script a value stands as the language writes it; else it came with the command or the call.
    let isInScript = script.name != Self.loadName && script.name != Self.reloadName
    func wrong(_ name: String, _ value: String, _ id: String, _ message: String, written: String, plain: String)
      -> QueryError
    {
      if isInScript { return QueryError([Diagnostic(id, message, at: span, try: [.init(written)])], in: script) }
      let text = SourceText(name: "given", "\(name)=\(value)")
      let place = ByteSpan(name.utf8.count + 1, text.bytes.count)
      return QueryError(
        [Diagnostic(id, message, at: place, label: "given for `\(name)`", try: [.init(plain)])], in: text)
    }
    if let dollar = given.dollar, !Currency.codes.contains(dollar) {
      throw wrong(
        "dollar", dollar, "unknown-currency", "`\(dollar)` is no currency code", written: "dollar: \"AUD\"",
        plain: "dollar=AUD, the three letters of a currency")
    }
    if let published = given.published {
      guard let moment = Moment(literal: published) else {
        throw wrong(
          "published", published, "bad-date", "`\(published)` is no date", written: "published: @2024-03-05",
          plain: "published=2024-03-05, or 2024-03 for the month")
      }
      fields.published = moment
    }
    return fields
  }

  /// Reads and extracts in parallel; results in the order of the paths. Nil where the session was told to stop.
  ///
  /// The files that a thread has begun when that happens are read to their end, which nobody waits for.
  nonisolated func read(
    _ paths: [String], _ loader: DocumentLoader, _ found: DocumentLoader.Found, _ fields: GivenFields, _ issuer: String?
  ) async -> ([DocumentFile], [Findings], DocumentLoader.Loaded)? {
    let (cancellation, meter) = (cancellation, activity.meter)
    activity.begin(.documents, steps: paths.count)
    defer { activity.end() }
    if threads > 1, !paths.isEmpty { Workers.begin(Extractor.prepare) }
    let batches = FileBatches(of: paths, threads: threads, loader, fields, issuer: issuer)
    let parts = await Workers.map(batches.count, threads: threads, isStopped: { cancellation.isCancelled }) { index in
      batches.read(index, meter)
    }
    guard let parts else { return nil }
    var loaded = DocumentLoader.Loaded(failures: found.failures, report: found.report)
    var files: [DocumentFile] = []
    var findings: [Findings] = []
    for (path, part) in zip(paths, parts.joined()) {
      loaded.add(part.reading, of: path)
      if let file = part.file, let found = part.findings {
        files.append(file)
        findings.append(found)
      }
    }
    return (files, findings, loaded)
  }

  /// The path as the command would have to name it, of a file that stands where the script does: data is not looked for
  /// there, but a reader of scripts may well expect it.
  static func besideScript(_ path: String, _ script: SourceText) -> [Diagnostic.Suggestion] {
    let beside = Self.path(path, besides: script.name)
    return beside != path && FileManager.default.fileExists(atPath: beside)
      ? [Diagnostic.Suggestion("\"\(beside)\"")] : []
  }

  static func missing(_ failure: LoadFailure, in script: SourceText, at span: ByteSpan) -> QueryError {
    let diagnostic: Diagnostic
    switch failure.reason {
    case .missing:
      diagnostic = Diagnostic(
        "missing-file", "there is no file or folder `\(failure.path)`", at: span, label: "not found",
        why: "paths count from the folder that the command runs in",
        try: besideScript(failure.path, script) + FolderListing.near(failure.path).map { .init("\"\($0)\"") } + [
          .init("a path, a folder, or a pattern such as \"press/*.txt\"")
        ])
    case .noMatch:
      diagnostic = Diagnostic(
        "no-match", "no file matches `\(failure.path)`", at: span, label: "nothing matches",
        why: "`*` stays within a folder, `**` goes into all of them",
        try: [.init("a folder reads all that is in it")])
    case .unreadable:
      diagnostic = Diagnostic(
        "unreadable", "`\(failure.path)` cannot be read", at: span, label: "no permission",
        try: [.init("check its permissions")])
    }
    return QueryError([diagnostic], in: script, kind: .inputOutput)
  }
}

extension LoadReport {
  /// Files that gave nothing though their names are those of documents, and of which no warning says why.
  var unread: [String] {
    [SkipReason.notText, .unreadable, .tooLarge, .brokenLink, .unreadableName].flatMap { reason in
      guard let files = skipped[reason] else { return [String]() }
      let more = files.count - files.examples.count
      return files.examples.map { "\($0): not read: \(reason.rawValue)" }
        + (more > 0 ? ["\(more) more files not read: \(reason.rawValue)"] : [])
    }
  }
}

extension DocumentFile {
  /// Puts in what the caller gave where a document does not state it.
  mutating func fill(published: Moment?, issuer: String?) {
    for index in documents.indices {
      if documents[index].issuer == nil, let issuer {
        documents[index].issuer = issuer
        documents[index].issuerSpan = nil
      }
      guard documents[index].published?.isOfFile ?? true, let low = published?.low, let grain = published?.grain else {
        continue
      }
      let (year, month, day) = Calendar.civil(fromDays: Calendar.day(ofSecond: low))
      let date = PartialDate(year: year, month: grain <= .month ? month : nil, day: grain <= .day ? day : nil)
      // An empty span: the words stand nowhere in the file.
      if let date { documents[index].published = PublishedDate(date: date, span: ByteSpan(0, 0)) }
    }
  }
}
