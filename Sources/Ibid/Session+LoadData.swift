import IbidColumns
import IbidDocuments
import IbidEngine
import IbidFormats
import IbidSource
import IbidTypes

/// Data files are read where they lie, a piece at a time.
extension OpenFile: ByteSource {}

extension Session {
  /// Reads a data file (csv, tsv, json, jsonl) into a table; types are inferred from the whole file.
  ///
  /// Throws `QueryError` with the line of a bad cell. The summary warns of numbers that are none (`NaN`).
  @discardableResult
  public func load(data path: String, as name: String) throws(QueryError) -> LoadSummary {
    let text = SourceText(name: "load", path)
    return try load(data: path, as: name, declared: [], in: text, at: ByteSpan(0, text.bytes.count))
  }

  func load(data path: String, as name: String, declared: [Field], in script: SourceText, at span: ByteSpan)
    throws(QueryError) -> LoadSummary
  {
    guard let format = InputFormat(fileName: path) else {
      throw QueryError(
        [
          Diagnostic(
            "unknown-format", "`\(path)` is no data file that Ibid reads", at: span, label: "unknown ending",
            why: "`load … as NAME` reads csv, tsv, json and jsonl", try: [.init("without `as`, to load documents")])
        ],
        in: script)
    }
    if Store.isReserved(name) {
      throw QueryError(
        [
          Diagnostic(
            "name-taken", "`\(name)` is already the name of a table", at: span, label: "taken",
            try: [.init("as \(name)_2")])
        ], in: script)
    }
    guard let file = OpenFile(path) else {
      throw Self.missing(LoadFailure(path: path, reason: .missing), in: script, at: span)
    }
    do {
      let stamp = FileStamp(of: path)
      cancellation.reset()
      activity.begin(.data, steps: 1)
      defer { activity.end() }
      let cancellation = cancellation
      let parallel = Parallel(threads: threads, meter: activity.meter) { cancellation.isCancelled }
      let options = ReadingOptions(parallel: parallel)
      let (table, warnings, separators) = try Self.packed(
        format.read(file, name: name, file: path, declared: declared, options: options), with: parallel)
      loads.note(path, stamp)
      loads.data.removeAll { $0.name == name }
      loads.data.append(.init(path: path, name: name, declared: declared))
      store.define(table, file: path, sizeBytes: file.byteCount)
      let replaced = unbind(name)
      noteOtherColumns()
      if file.byteCount >= Self.largeBytes { FreeMemory.giveBack() }
      let form = separators.map { ", separated by \($0)," } ?? ""
      return LoadSummary(
        documents: 0, files: 1, skipped: 0,
        line: "read \(table.rowCount) rows of \(path)\(form) as \(name)\(replaced)",
        warnings: warnings.map { "\(path): \($0)" }, unread: [])
    } catch {
      if cancellation.isCancelled { throw QueryError.cancelled }
      let source = DocumentLoader.plainFile(path) ?? SourceText(name: path, "")
      let place = source.lineSpan(min(max(error.line ?? 1, 1), source.lineStarts.count))
      throw QueryError(
        [
          Diagnostic(
            "bad-data", error.message, at: place, label: error.column.map { "in column `\($0)`" },
            try: [.init(error.column == nil ? "correct the file" : "correct the file, or declare the column as text")])
        ], in: source, kind: .query)
    }
  }

  /// The reading of such a file leaves enough memory behind that it is worth to give it back.
  private static let largeBytes = 16 << 20

  /// The table that stays; the one that was read ends here.
  private static func packed(_ read: consuming ReadTable, with parallel: Parallel) -> (Table, [String], String?) {
    (Parallel.$current.withValue(parallel) { read.table.packed }, read.warnings, read.separators)
  }
}
