import Glibc

/// Tells a waiting read that the terminal has changed its size.
///
/// The signal may arrive on any thread and then ends no call of ours; a byte in a pipe does.
enum TerminalSize {
  // Safe: written once, before the handler is installed.
  private nonisolated(unsafe) static var writeEnd: Int32 = -1
  private nonisolated(unsafe) static var readEnd: Int32 = -1

  /// To poll beside the terminal; -1, which `poll` passes over, where there is none.
  static var descriptor: Int32 { unsafe readEnd }

  /// Notes changes from now on.
  static func watch() {
    guard unsafe readEnd < 0 else { return }
    var ends: [Int32] = [-1, -1]
    // Safe, here and below: structs and arrays are passed for the length of the calls.
    guard unsafe pipe(&ends) == 0 else { return }
    for end in ends {
      _ = fcntl(end, F_SETFL, O_NONBLOCK)
      _ = fcntl(end, F_SETFD, FD_CLOEXEC)
    }
    unsafe (readEnd, writeEnd) = (ends[0], ends[1])
    var action = sigaction()
    // Safe: a union of which this is the member that C programs set; the handler only writes a byte.
    unsafe action.__sigaction_handler.sa_handler = { _ in
      let code = errno
      var byte: UInt8 = 0
      _ = unsafe write(TerminalSize.writeEnd, &byte, 1)
      errno = code
    }
    _ = unsafe sigaction(SIGWINCH, &action, nil)
  }

  /// Whether there was a change since the last call.
  static func takeChange() -> Bool {
    var bytes = [UInt8](repeating: 0, count: 64)
    // Safe: reads at most the array's length into it; the pipe does not block.
    return unsafe descriptor >= 0 && read(descriptor, &bytes, bytes.count) > 0
  }
}
