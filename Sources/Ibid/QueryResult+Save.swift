import IbidFormats
import IbidPlan
import IbidSource
import IbidTypes

extension QueryResult {
  /// The file that the query's last step, `save`, wrote; nil if it has none.
  public var savedPath: String? {
    if case .save(let path, _)? = plan.outputs.first { path } else { nil }
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
      } else if let format = networkFormat {
        let store = store
        try format.write(dataTable, references: { store.reference($0, $1) }) { (text: String) throws in
          try file.write(text)
        }
      } else {
        try write(savedFormat(path)) { try file.write($0) }
      }
      try file.finish()
    } catch {
      let reason = (error as? FileReplacement.Failure)?.words ?? "\(error)"
      throw QueryError([.writeFailed(path, reason, at: plan.span)], in: source, kind: .inputOutput)
    }
  }

  /// How to write the rows as nodes and links, if the file is to hold a network.
  private var networkFormat: NetworkFormat? {
    guard case .save(let path, let ends?)? = plan.outputs.first,
      let syntax = SaveFormat(path: path).flatMap({ NetworkFormat.Syntax(rawValue: $0.rawValue) })
    else { return nil }
    return NetworkFormat(
      syntax, from: plan.schema.fields[ends.from].name, to: plan.schema.fields[ends.to].name,
      isDirected: ends.isDirected)
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
