import IbidColumns
import IbidDocuments
import IbidFormats
import IbidSource

extension Session {
  /// The entries of a file of words. Throws `missing-file`, or `bad-data` with the line of a bad cell.
  static func entries(ofFile path: String, in script: SourceText, at span: ByteSpan) throws(QueryError) -> [String] {
    let source: SourceText
    switch DocumentLoader().read(path) {
    case .text(let text, hasInvalidUTF8: false): source = text
    case .text(_, hasInvalidUTF8: true):
      throw unreadable(path, "is not UTF-8", try: "save it as UTF-8", in: script, at: span)
    case .skipped(.empty): throw unreadable(path, "is empty", try: "one entry on each line", in: script, at: span)
    case .skipped(.notText):
      throw unreadable(path, "is no text in UTF-8", try: "save it as UTF-8", in: script, at: span)
    case .skipped(.notAFile): throw unreadable(path, "is no file", try: "a file in it", in: script, at: span)
    case .skipped(.tooLarge):
      throw unreadable(path, "is too large for words", try: "one entry on each line", in: script, at: span)
    case .skipped:
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

  /// A file that is there, and gives no words.
  private static func unreadable(
    _ path: String, _ reason: String, try remedy: String, in script: SourceText, at span: ByteSpan
  ) -> QueryError {
    QueryError(
      [
        Diagnostic(
          "bad-words", "`\(path)` \(reason)", at: span, label: "no words to look for",
          why: "a `dict` reads a text in UTF-8 with one entry on each line, or the first column of a data file",
          try: [.init(remedy)])
      ], in: script, kind: .inputOutput)
  }
}
