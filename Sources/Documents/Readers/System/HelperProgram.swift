import CReaders

/// A program of the system that a reader asks for help; run without input, bounded in time and in what it may write.
struct HelperProgram: Sendable {
  enum Outcome: Sendable {
    /// What it wrote to both streams, and its exit code.
    case ended(output: [UInt8], errors: String, exitCode: Int)
    case tooSlow, tooMuch, notStarted
  }

  let path: String

  /// Looks a program up in the folders of `PATH`; nil where it is not installed.
  init?(named name: String, in searchPath: String? = FileSystem.searchPath) {
    let folders = (searchPath ?? "").split(separator: ":").map(String.init)
    guard let folder = folders.first(where: { FileSystem.isProgram($0 + "/" + name) }) else { return nil }
    path = folder + "/" + name
  }

  private static let longestSeconds = 60
  private static let mostBytes = 100_000_000

  func run(_ arguments: [String]) -> Outcome {
    var output = unsafe ibid_buffer()
    var errors = unsafe ibid_buffer()
    var exitCode: Int32 = 0
    let words = Array(arguments.map { Array($0.utf8) + [0] }.joined())
    // Safe: the path ends with 0 and so does every argument; all outlive the call, which ends when the program has.
    let status = unsafe ibid_program_run(
      path, words, words.count, Int64(Self.longestSeconds * 1000), Self.mostBytes, &output, &errors, &exitCode)
    let written = unsafe bytes(taking: output)
    let messages = unsafe String(decoding: bytes(taking: errors), as: UTF8.self)
    switch Int(status) {
    case Int(ibid_program_ended): return .ended(output: written, errors: messages, exitCode: Int(exitCode))
    case Int(ibid_program_too_slow): return .tooSlow
    case Int(ibid_program_too_much): return .tooMuch
    default: return .notStarted
    }
  }
}
