import Glibc
import Ibid

/// Ctrl-C ends the running query; a second one the program with code 130, unless a session goes on.
enum Interrupts {
  // Safe: written before the handler is installed, read by the handler only.
  private nonisolated(unsafe) static var session: Session?
  // Safe, both: single words; the handler sets one and reads the other.
  private nonisolated(unsafe) static var pending: sig_atomic_t = 0
  private nonisolated(unsafe) static var ends: sig_atomic_t = 1

  /// False in an interactive session, which Ctrl-C never ends.
  static var endsProgram: Bool {
    get { unsafe ends != 0 }
    set { unsafe ends = newValue ? 1 : 0 }
  }

  /// Ctrl-C was pressed since it was last taken.
  static var isPending: Bool { unsafe pending != 0 }

  static func take() -> Bool {
    defer { unsafe pending = 0 }
    return unsafe pending != 0
  }

  static func stop(_ session: Session) {
    unsafe Self.session = session
    // The handler only sets flags.
    signal(SIGINT) { _ in
      unsafe Interrupts.pending = 1
      unsafe Interrupts.session?.cancel()
      if Interrupts.endsProgram { signal(SIGINT, SIG_DFL) }
    }
    // A closed pipe is then reported by `write`.
    signal(SIGPIPE, SIG_IGN)
  }
}
