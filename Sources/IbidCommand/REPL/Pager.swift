import Glibc
import Ibid

/// Shows what is taller than the screen with the user's pager, and everything else as it is.
///
/// Rows are kept until they fill the screen; only then the pager is started, and gets the rest as it is made.
final class Pager {
  /// The reader has seen enough.
  struct Closed: Error {}

  private let command: String?
  private let height: Int
  private let isWide: Bool
  private var waiting = ""
  private var lineCount = 0
  private var pipe: CommandPipe?
  private var lent: TerminalState.Lent?

  /// `command`: nil writes everything to standard output. `isWide`: rows do not fit, so that the pager is of use for few.
  init(_ command: String?, height: Int, isWide: Bool = false) {
    self.command = command
    self.height = isWide ? 1 : height
    self.isWide = isWide
  }

  /// `$IBID_PAGER`, `$PAGER`, or `less`; nil where that is empty, `cat`, or not to be used.
  static func userCommand() -> String? {
    let named = Console.environment("IBID_PAGER") ?? Console.environment("PAGER")
    guard let named else { return hasLess ? "less" : nil }
    return named.isEmpty || named == "cat" ? nil : named
  }

  private static let hasLess: Bool = {
    let places: [String] = ["/usr/bin/less", "/bin/less", "/usr/local/bin/less", "/opt/homebrew/bin/less"]
    // Safe: a string passed for the length of the call.
    return places.contains { unsafe access($0, X_OK) == 0 }
  }()

  /// Throws `Closed` once nobody reads any more.
  func write(_ text: String) throws {
    if let pipe { return try send(text, to: pipe) }
    guard let command else { return Console.out(text) }
    waiting += text
    lineCount += text.utf8.count { $0 == 0x0A }
    guard lineCount >= height else { return }
    // What `less` is told unless the user says otherwise: end at once if all fits, keep colours, cut long rows, leave
    // the rows on the screen. Safe: no other thread reads the environment meanwhile.
    let isOurs = Console.environment("LESS") == nil
    if isOurs { _ = unsafe setenv("LESS", isWide ? "RSX" : "FRSX", 1) }
    defer { if isOurs { _ = unsafe unsetenv("LESS") } }
    let first = waiting
    waiting = ""
    lent = TerminalState.lend()
    pipe = CommandPipe(command)
    if let pipe { try send(first, to: pipe) } else { Console.out(first) }
  }

  private func send(_ text: String, to pipe: CommandPipe) throws { if !pipe.write(text) { throw Closed() } }

  /// Waits until the reader is done.
  func finish() {
    if let pipe { _ = pipe.finish() } else { Console.out(waiting) }
    waiting = ""
    if let lent { TerminalState.takeBack(lent) }
  }
}
