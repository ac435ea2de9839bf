import FoundationEssentials
import Glibc

/// Programs of the user's that the prompt starts: an editor, a pager, whatever stands behind `.once |`.
enum ExternalProgram {
  /// Starts a command of the shell's; its standard input is `input`, or the terminal. Nil where that failed.
  static func start(_ command: String, input: Int32? = nil, closing other: Int32? = nil) -> pid_t? {
    var actions = unsafe posix_spawn_file_actions_t()
    var attributes = posix_spawnattr_t()
    // Safe, here and below: structs and strings are passed for the length of the calls.
    unsafe posix_spawn_file_actions_init(&actions)
    unsafe posix_spawnattr_init(&attributes)
    defer {
      unsafe posix_spawn_file_actions_destroy(&actions)
      unsafe posix_spawnattr_destroy(&attributes)
    }
    if let input { unsafe posix_spawn_file_actions_adddup2(&actions, input, 0) }
    if let other { unsafe posix_spawn_file_actions_addclose(&actions, other) }
    // This program ignores closed pipes; others end by them.
    var defaults = sigset_t()
    unsafe sigemptyset(&defaults)
    unsafe sigaddset(&defaults, SIGPIPE)
    unsafe posix_spawnattr_setsigdefault(&attributes, &defaults)
    unsafe posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGDEF))
    let arguments: [String] = ["sh", "-c", command]
    var words: [UnsafeMutablePointer<CChar>?] = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { unsafe words.forEach { unsafe free($0) } }
    var process = pid_t()
    let code = unsafe posix_spawn(&process, "/bin/sh", &actions, &attributes, &words, environ)
    return code == 0 ? process : nil
  }

  /// Waits for a program's end, and gives its exit code.
  @discardableResult
  static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    // Safe: the place for the status lives for the length of the call.
    while unsafe waitpid(process, &status, 0) < 0, errno == EINTR {}
    return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
  }

  /// A text as one word of the shell's.
  static func quoted(_ text: String) -> String { "'" + text.replacing("'", with: "'\\''") + "'" }
}

/// A command that is fed through its standard input.
final class CommandPipe {
  private let descriptor: Int32
  private let process: pid_t

  /// Nil where the command cannot be started.
  init?(_ command: String) {
    var ends: [Int32] = [-1, -1]
    // Safe: two places for two descriptors.
    guard unsafe pipe(&ends) == 0 else { return nil }
    guard let process = ExternalProgram.start(command, input: ends[0], closing: ends[1]) else {
      close(ends[0])
      close(ends[1])
      return nil
    }
    close(ends[0])
    (descriptor, self.process) = (ends[1], process)
  }

  /// False once the command takes no more.
  func write(_ text: String) -> Bool { Console.writeAll(text, to: descriptor) == 0 }

  /// Ends its input, waits for it, and gives its exit code. To be called once.
  func finish() -> Int32 {
    close(descriptor)
    return ExternalProgram.wait(for: process)
  }
}

/// The user's editor: `$VISUAL`, `$EDITOR`, or `vi`.
enum ExternalEditor {
  /// The text as the user leaves it; nil if the editor failed or the text was left as it was.
  static func edited(_ text: String) -> String? {
    let command = ["VISUAL", "EDITOR"].lazy.compactMap(Console.environment).first { !$0.isEmpty } ?? "vi"
    let file = FileManager.default.temporaryDirectory.appending(path: "ibid-\(getpid()).ibid")
    guard (try? Data(text.utf8).write(to: file)) != nil else { return nil }
    defer { try? FileManager.default.removeItem(at: file) }
    guard let process = ExternalProgram.start("\(command) \(ExternalProgram.quoted(file.path))") else { return nil }
    guard ExternalProgram.wait(for: process) == 0, let data = try? Data(contentsOf: file) else { return nil }
    var changed = String(decoding: data, as: UTF8.self)
    while changed.last?.isNewline ?? false { changed.removeLast() }
    return changed == text ? nil : changed
  }
}
