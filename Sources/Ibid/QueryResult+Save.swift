import IbidFormats
import IbidPlan
import IbidSource

extension QueryResult {
  /// The file that the query's last step, `save`, wrote; nil if it has none.
  public var savedPath: String? {
    if case .save(let path)? = plan.outputs.first { path } else { nil }
  }

  /// Writes the file, if the query saves one: the whole of it or nothing (see `FileReplacement`).
  ///
  /// Throws `write-failed` (input/output) with the path and the reason.
  func save(in source: SourceText) throws(QueryError) {
    guard let path = savedPath else { return }
    do {
      let file = try FileReplacement(of: path)
      if let plot {
        try file.write(plot.svg())
      } else {
        try write(savedFormat(path)) { try file.write($0) }
      }
      try file.finish()
    } catch {
      let reason = (error as? FileReplacement.Failure)?.words ?? "\(error)"
      throw QueryError([.writeFailed(path, reason, at: plan.span)], in: source, kind: .inputOutput)
    }
  }

  private func savedFormat(_ path: String) -> ResultFormat {
    SaveFormat(path: path).flatMap { ResultFormat(rawValue: $0.rawValue) } ?? .csv
  }

  /// What the statement says of its file, and what is to be noted of the rows.
  var savedWords: String? {
    guard let savedPath else { return nil }
    let saved = "saved \(rowCount) row\(rowCount == 1 ? "" : "s") to \(savedPath)"
    return TerminalText.escaped(([saved] + notes).joined(separator: "\n"))
  }
}

extension Diagnostic {
  static func writeFailed(_ path: String, _ reason: String, at span: ByteSpan) -> Diagnostic {
    Diagnostic(
      "write-failed", "cannot write `\(path)`: \(reason)", at: span, label: "nothing was written",
      why: "a file is written beside its place and renamed when it is whole; what was there before is still there",
      try: [.init("a folder that exists and may be written to")])
  }
}
