import IbidDocuments
import IbidEngine
import IbidSource
import IbidTypes

/// What a session has loaded and in which state the files were.
struct LoadHistory: Sendable {
  /// A load of documents, as it was asked for.
  struct Documents: Sendable {
    var paths: [String]
    var given: GivenValues
  }

  /// A load of a data file.
  struct Data: Sendable {
    var path: String
    var name: String
    var declared: [Field]
  }

  var documents: [Documents] = []
  var data: [Data] = []
  private var stamps: [String: FileStamp] = [:]

  /// Notes the state of a file, best taken before it is read.
  mutating func note(_ path: String, _ stamp: FileStamp?) { stamps[path] = stamp }

  /// Whether a file was written since it was read.
  ///
  /// False for a file that is gone.
  func hasChanged(_ path: String) -> Bool { FileStamp(of: path).map { $0 != stamps[path] } ?? false }
}

extension Session {
  /// Reads again what has changed on disk since it was loaded: files that were written, that are new in folders and
  /// patterns, and that are gone. What is as it was is not read.
  ///
  /// Throws `QueryError` as loads do; the tables are then as they were.
  @discardableResult
  public func reload() async throws(QueryError) -> LoadSummary {
    let loader = DocumentLoader()
    var present: Set<String> = []
    var (changed, fresh, rows) = (0, 0, 0)
    var warnings: [String] = []
    for load in loads.documents {
      let found = loader.find(load.paths)
      present.formUnion(found.paths)
      let written = found.paths.filter { store.contains($0) && loads.hasChanged($0) }
      if !written.isEmpty {
        changed += written.count
        warnings += try await readAgain(written, load.given)
      }
      // What could not be read, such as an empty file, is as new as before only if it was written since.
      let new = found.paths.filter { !store.contains($0) && loads.hasChanged($0) }
      if !new.isEmpty {
        let summary = try await self.load(documents: new, given: load.given)
        fresh += summary.files
        warnings += summary.warnings
        loads.documents.removeLast()
      }
    }
    let gone = Set(store.files.map(\.source.name)).subtracting(present)
    if !gone.isEmpty { store.replace([], removing: gone) }
    for load in loads.data where loads.hasChanged(load.path) {
      let text = SourceText(name: Self.reloadName, load.path)
      let summary = try self.load(
        data: load.path, as: load.name, declared: load.declared, in: text, at: ByteSpan(0, text.bytes.count))
      warnings += summary.warnings
      rows += 1
    }
    let lost = loads.data.filter { FileStamp(of: $0.path) == nil }
    warnings += lost.map { "\($0.path): is gone; `\($0.name)` has the rows that were read before" }
    let parts = [(changed + rows, "changed"), (fresh, "new"), (gone.count + lost.count, "gone")].filter { $0.0 > 0 }
    let line =
      parts.isEmpty
      ? "no file has changed"
      : parts.map { "\($0.0) file\($0.0 == 1 ? "" : "s") \($0.1)" }.joined(separator: ", ")
    return LoadSummary(
      documents: store.files.reduce(0) { $0 + $1.documents.count }, files: changed + rows + fresh, skipped: 0,
      line: line, warnings: warnings, unread: [])
  }

  /// Reads files that are loaded once more, in the place where they are.
  private func readAgain(_ paths: [String], _ given: GivenValues) async throws(QueryError) -> [String] {
    let text = SourceText(name: Self.reloadName, paths.joined(separator: " "))
    let fields = try Self.fields(of: given, in: text, at: ByteSpan(0, text.bytes.count))
    let stamps = paths.map { FileStamp(of: $0) }
    let found = DocumentLoader().find(paths)
    cancellation.reset()
    guard let (files, findings, loaded) = await read(found.paths, DocumentLoader(), found, fields, given.issuer) else {
      throw QueryError.cancelled
    }
    for (path, stamp) in zip(paths, stamps) { loads.note(path, stamp) }
    let read = Set(files.map(\.source.name))
    store.replace(
      zip(files, findings).map { ($0, $1) }, removing: Set(paths.filter { !read.contains($0) }))
    return loaded.problems
  }
}
