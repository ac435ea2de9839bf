import IbidColumns
import IbidDocuments
import IbidFormats
import IbidSource

extension Session {
  /// The entries of a file of words. Throws `missing-file`, or `bad-data` with the line of a bad cell.
  static func entries(ofFile path: String, in script: SourceText, at span: ByteSpan) throws(QueryError) -> [String] {
    guard case .text(let source, _) = DocumentLoader().read(path) else {
      throw QueryError(
        [
          Diagnostic(
            "missing-file", "there is no file `\(path)`", at: span, label: "not found",
            why: "paths count from the folder that the command runs in",
            try: besideScript(path, script) + FolderListing.near(path).map { .init("\"\($0)\"") } + [
              .init("dict vessels = [\"dinghy\", \"boat\"]")
            ])
        ], in: script, kind: .inputOutput)
    }
    guard let format = InputFormat(fileName: path) else {
      return source.string(ByteSpan(0, source.bytes.count)).split(whereSeparator: \.isNewline).map { line in
        String(line.drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
      }.filter { !$0.isEmpty && !$0.hasPrefix("#") }
    }
    do {
      let table = try format.read(source.bytes, name: "words", file: path, declared: []).table
      guard let column = table.columns.first else { return [] }
      return (0..<table.rowCount).compactMap { row in
        if case .text(let text) = column.value(at: row) { text } else { nil }
      }
    } catch {
      let place = source.lineSpan(min(max(error.line ?? 1, 1), source.lineStarts.count))
      throw QueryError(
        [Diagnostic("bad-data", error.message, at: place, try: [.init("correct the file")])], in: source, kind: .query)
    }
  }
}
