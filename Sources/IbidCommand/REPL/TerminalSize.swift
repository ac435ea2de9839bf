import Glibc

/// Whether the terminal has changed its size since it was last asked.
enum TerminalSize {
  // Safe: one word, set by the signal handler and cleared by the thread that edits; a lost change is drawn at the next key.
  private nonisolated(unsafe) static var changed: sig_atomic_t = 0

  /// Notes changes from now on. A waiting read is ended by the signal, so that the line is drawn again at once.
  static func watch() {
    var action = sigaction()
    // Safe: a union of which this is the member that C programs set.
    unsafe action.__sigaction_handler.sa_handler = { _ in unsafe TerminalSize.changed = 1 }
    // Safe: the struct is passed for the length of the call.
    _ = unsafe sigaction(SIGWINCH, &action, nil)
  }

  static func takeChange() -> Bool {
    defer { unsafe changed = 0 }
    return unsafe changed != 0
  }
}
