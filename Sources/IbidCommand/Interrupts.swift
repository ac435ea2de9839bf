import Glibc
import Ibid
import Synchronization

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
    wakeWriters()  // Nothing in the handler is to be made for the first time.
    // Without `SA_RESTART`: the call that it interrupts comes back.
    var wake = sigaction()
    // Safe, both: the struct is read during the call.
    unsafe wake.__sigaction_handler.sa_handler = { _ in }
    _ = unsafe sigaction(SIGURG, &wake, nil)
    // The handler only sets flags, and wakes whoever writes.
    signal(SIGINT) { _ in
      unsafe Interrupts.pending = 1
      unsafe Interrupts.session?.cancel()
      Interrupts.wakeWriters()
      if Interrupts.endsProgram { signal(SIGINT, SIG_DFL) }
    }
    // A closed pipe is then reported by `write`.
    signal(SIGPIPE, SIG_IGN)
  }

  // MARK: Writing to a terminal

  // The threads that write to standard output and standard error; 0 for none.
  private static let outputWriter = Atomic<UInt>(0)
  private static let errorWriter = Atomic<UInt>(0)

  /// Does what writes to standard output or error, on this thread, so that Ctrl-C does not leave it waiting.
  ///
  /// On Ctrl-C the terminal drops what it has not shown yet, and tells a writer that waits for room nothing of it. If
  /// another thread gets the signal, the writer would wait for ever.
  static func whileWriting<Result>(to descriptor: Int32, _ write: () -> Result) -> Result {
    note(UInt(pthread_self()), of: descriptor)
    defer { note(0, of: descriptor) }
    return write()
  }

  private static func note(_ writer: UInt, of descriptor: Int32) {
    if descriptor == 2 {
      errorWriter.store(writer, ordering: .relaxed)
    } else {
      outputWriter.store(writer, ordering: .relaxed)
    }
  }

  /// Interrupts the `write` of those threads by a signal that does nothing else; they go on with what is left.
  private static func wakeWriters() {
    let (output, error) = (outputWriter.load(ordering: .relaxed), errorWriter.load(ordering: .relaxed))
    if output != 0 { _ = pthread_kill(pthread_t(output), SIGURG) }
    if error != 0 { _ = pthread_kill(pthread_t(error), SIGURG) }
  }
}
