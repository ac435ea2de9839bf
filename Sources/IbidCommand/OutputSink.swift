import Ibid

/// Where results go: standard output, or a file that appears whole or not at all.
struct OutputSink {
  private let path: String?
  private let file: FileReplacement?
  private let diagnostics: DiagnosticFormat

  init(path: String?, diagnostics: DiagnosticFormat = .text) throws {
    self.path = path
    self.diagnostics = diagnostics
    do {
      file = try path.map { path throws(FileReplacement.Failure) in try FileReplacement(of: path) }
    } catch {
      throw Self.unwritable(path, error, diagnostics)
    }
  }

  func write(_ text: String) throws {
    guard let file else { return Console.out(text) }
    do {
      try file.write(text)
    } catch {
      throw Self.unwritable(path, error, diagnostics)
    }
  }

  func write(_ bytes: [UInt8]) throws {
    do {
      try file?.write(bytes)
    } catch {
      throw Self.unwritable(path, error, diagnostics)
    }
  }

  /// Puts a finished file in its place.
  func close() throws {
    do {
      try file?.finish()
    } catch {
      throw Self.unwritable(path, error, diagnostics)
    }
  }

  /// Prints why the file is not written, and gives the failure to throw.
  private static func unwritable(
    _ path: String?, _ failure: FileReplacement.Failure, _ format: DiagnosticFormat
  ) -> Failure {
    .file("write-failed", "cannot write `\(path ?? "")`: \(failure.words)", format)
  }
}
