import FoundationEssentials
import Glibc
import IbidFormats
import IbidPlan
import IbidSource

extension QueryResult {
  /// The file that the query's last step, `save`, wrote; nil if it has none.
  public var savedPath: String? {
    if case .save(let path)? = plan.outputs.first { path } else { nil }
  }

  /// Writes the file, if the query saves one: the whole of it or nothing.
  ///
  /// It is written beside its place under another name and renamed at the end, so that a full disk leaves what was there
  /// before. Throws `write-failed` (input/output) with the path and the reason.
  func save(in source: SourceText) throws(QueryError) {
    guard let path = savedPath else { return }
    var data = Data()
    do {
      if let plot {
        data.append(contentsOf: plot.svg().utf8)
      } else {
        try write(savedFormat(path), to: { data.append(contentsOf: $0.utf8) })
      }
      try data.write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw QueryError([.writeFailed(path, Self.reason(error), at: plan.span)], in: source, kind: .inputOutput)
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

  private static func reason(_ error: any Error) -> String {
    if let code = (error as? POSIXError ?? (error as? CocoaError)?.underlying as? POSIXError)?.code {
      switch code {
      case .EISDIR, .EEXIST, .ENOTEMPTY: return "it is a folder"
      case .ENOENT, .ENOTDIR: return "there is no such folder"
      case .EACCES, .EPERM: return "no permission"
      case .ENOSPC, .EDQUOT: return "the disk is full"
      case .EROFS: return "the disk is read-only"
      case .ENAMETOOLONG: return "the name is too long"
      default: return "\(code)"
      }
    }
    switch (error as? CocoaError)?.code {
    case .fileNoSuchFile?: return "there is no such folder"
    case .fileWriteNoPermission?: return "no permission"
    case .fileWriteOutOfSpace?: return "the disk is full"
    case .fileWriteVolumeReadOnly?: return "the disk is read-only"
    case .fileWriteInvalidFileName?: return "the name is too long or not valid"
    default: return "\(error)"
    }
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
