import Glibc
import Ibid

/// Standard output and error, and what is known of the terminal.
enum Console {
  /// Writes all bytes; a closed pipe ends the program quietly, any other failure with code 3.
  static func out(_ text: String) {
    let failed = writeAll(text, to: 1)
    if failed == EPIPE { exit(0) }
    if failed != 0 {
      error("error[write-failed]: cannot write to standard output: \(describe(failed))\n")
      exit(3)
    }
  }

  /// Writes all bytes if it can. Where messages cannot be had, answers and the exit code still can.
  static func error(_ text: String) { _ = writeAll(text, to: 2) }

  /// Takes the numbers of standard files that the program was started without, so that no file it opens gets one of them
  /// and with it what is printed; reading and writing them fails.
  static func holdStandardFiles() {
    for descriptor in Int32(0)...2 where fcntl(descriptor, F_GETFD) < 0 && errno == EBADF {
      // Safe: a constant string. The lowest free number is the one that was found free.
      _ = unsafe open("/dev/null", descriptor == 0 ? O_WRONLY : O_RDONLY)
    }
  }

  static var isInteractive: Bool { isatty(0) == 1 && isatty(1) == 1 && environment("TERM") != "dumb" }
  static var outIsTerminal: Bool { isatty(1) == 1 }
  static var errorIsTerminal: Bool { isatty(2) == 1 }

  /// Columns of the terminal, or nil where there is none.
  static var width: Int? {
    var size = winsize()
    // Safe: the call fills the struct that is handed to it.
    if unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return nil
  }

  /// Columns of the terminal that standard error is, or nil where it is none.
  static var errorWidth: Int? {
    var size = winsize()
    // Safe: as above.
    if unsafe ioctl(2, UInt(TIOCGWINSZ), &size) == 0, size.ws_col > 0 { return Int(size.ws_col) }
    return nil
  }

  /// Rows of the terminal.
  static var height: Int? {
    var size = winsize()
    // Safe: as above.
    if unsafe ioctl(1, UInt(TIOCGWINSZ), &size) == 0, size.ws_row > 0 { return Int(size.ws_row) }
    return nil
  }

  /// False where `NO_COLOR` is set and not empty (no-color.org).
  static var allowsColour: Bool { environment("NO_COLOR")?.isEmpty ?? true }

  /// Whether the terminal's text is UTF-8, by the first of the variables that is set; without any, as it is almost
  /// everywhere.
  static var usesUnicode: Bool {
    let locale = ["LC_ALL", "LC_CTYPE", "LANG"].lazy.compactMap { environment($0) }.first { !$0.isEmpty }
    return locale.map { $0.lowercased().contains("utf") } ?? true
  }

  static func environment(_ name: String) -> String? {
    // Safe: the environment is not changed by this program.
    unsafe getenv(name).map { unsafe String(cString: $0) }
  }

  /// Writes all bytes; 0, or the number of the error that stopped it.
  static func writeAll(_ text: String, to descriptor: Int32) -> Int32 {
    var text = text
    return text.withUTF8 { bytes in
      var done = 0
      while done < bytes.count {
        // Safe: the rest of the buffer is `bytes.count - done` long.
        let count = unsafe Glibc.write(descriptor, bytes.baseAddress.map { unsafe $0 + done }, bytes.count - done)
        if count > 0 { done += count } else if errno != EINTR { return errno }
      }
      return 0
    }
  }

  static func describe(_ code: Int32) -> String {
    // Safe: strerror gives a C string that lasts until the next call.
    unsafe strerror(code).map { unsafe String(cString: $0) } ?? "error \(code)"
  }
}
