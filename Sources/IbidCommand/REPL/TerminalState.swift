import Glibc

/// The terminal's settings as the program found them, and as it leaves them whatever ends it.
enum TerminalState {
  // Safe, all: written once before the handlers are installed, and read from then on.
  private nonisolated(unsafe) static var found = termios()
  private nonisolated(unsafe) static var isKept = false

  /// Notes the settings, and brings them back when the program exits or is told to end.
  static func keep() {
    guard unsafe !isKept else { return }
    // Safe: the call fills the struct that is handed to it.
    guard unsafe tcgetattr(0, &found) == 0 else { return }
    unsafe isKept = true
    atexit { TerminalState.restore() }
    for number in [SIGTERM, SIGHUP] {
      signal(number) { number in
        // Both calls are allowed in a handler.
        TerminalState.restore()
        _exit(128 + number)
      }
    }
  }

  /// Lets Ctrl-C drop nothing of what is still to be shown, until a line is read again.
  ///
  /// Else the terminal throws it away and does not tell a writer who waits for room, so that he waits for ever unless the
  /// signal happens to reach his thread.
  static func keepOutput() {
    guard unsafe isKept else { return }
    var settings = termios()
    // Safe, both: structs are passed for the length of the calls.
    guard unsafe tcgetattr(0, &settings) == 0, settings.c_lflag & tcflag_t(NOFLSH) == 0 else { return }
    settings.c_lflag |= tcflag_t(NOFLSH)
    _ = unsafe tcsetattr(0, TCSANOW, &settings)
  }

  private static func restore() {
    guard unsafe isKept else { return }
    let end: StaticString = "\u{1B}[?2004l\u{1B}[?25h"
    // Safe, both: the struct was filled by `keep`, the text is constant.
    _ = unsafe tcsetattr(0, TCSANOW, &found)
    _ = unsafe write(1, end.utf8Start, end.utf8CodeUnitCount)
  }

  /// Lets other programs have the terminal as it was found, and takes it back after.
  static func restored(during work: () -> Void) {
    let lent = lend()
    work()
    takeBack(lent)
  }

  /// Settings to be brought back.
  struct Lent {
    fileprivate var settings: termios?
  }

  /// Sets the terminal as it was found.
  static func lend() -> Lent {
    guard unsafe isKept else { return Lent() }
    var current = termios()
    // Safe, here and below: structs are passed for the length of the calls.
    let isKnown = unsafe tcgetattr(0, &current) == 0
    _ = unsafe tcsetattr(0, TCSADRAIN, &found)
    return Lent(settings: isKnown ? current : nil)
  }

  /// Sets the terminal as it was before it was lent.
  static func takeBack(_ lent: Lent) {
    guard var settings = lent.settings else { return }
    _ = unsafe tcsetattr(0, TCSADRAIN, &settings)
  }
}
