import Glibc

/// Where results go: standard output, or a file that appears whole or not at all.
///
/// A file is written beside its place and renamed at the end, so that a full disk or Ctrl-C never leaves half of one.
struct OutputSink {
  private let path: String?
  private let temporary: String?
  private let diagnostics: DiagnosticFormat
  private var descriptor: Int32

  /// `permissions`: of a file that replaces another one; those of any new file where there are none.
  init(path: String?, permissions: mode_t? = nil, diagnostics: DiagnosticFormat = .text) throws {
    self.path = path
    self.diagnostics = diagnostics
    guard let path else {
      temporary = nil
      descriptor = 1
      return
    }
    let name = path + ".\(getpid()).part"
    temporary = name
    // Safe, here and below: strings are passed for the length of the call.
    descriptor = unsafe open(name, O_WRONLY | O_CREAT | O_TRUNC, 0o644)
    if descriptor < 0 { throw unwritable(path, errno) }
    // A failure leaves those of a new file, which is no reason not to write it.
    if let permissions { _ = fchmod(descriptor, permissions) }
  }

  mutating func write(_ text: String) throws {
    guard let path else {
      Console.out(text)
      return
    }
    let failed = Console.writeAll(text, to: descriptor)
    if failed != 0 {
      discard()
      throw unwritable(path, failed)
    }
  }

  /// Puts a finished file in its place.
  mutating func close() throws {
    guard let path, let temporary, descriptor >= 0 else { return }
    let failed = Glibc.close(descriptor) != 0 || (unsafe rename(temporary, path)) != 0
    descriptor = -1
    if failed {
      let failure = unwritable(path, errno)
      _ = unsafe unlink(temporary)
      throw failure
    }
  }

  /// Leaves nothing behind.
  mutating func discard() {
    guard let temporary, descriptor >= 0 else { return }
    _ = Glibc.close(descriptor)
    _ = unsafe unlink(temporary)
    descriptor = -1
  }

  /// Prints why the file is not written, and gives the failure to throw.
  private func unwritable(_ path: String, _ code: Int32) -> Failure {
    .file("write-failed", "cannot write `\(path)`: \(Console.describe(code))", diagnostics)
  }
}
