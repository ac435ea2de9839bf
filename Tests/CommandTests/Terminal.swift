import Foundation

/// A program on a terminal of its own, driven as by a person: type, look, type.
final class Terminal {
  private let descriptor: Int32
  private var process: pid_t = 0
  private(set) var screen: Screen
  /// Everything shown since the last `expect`, escape sequences left out.
  private var fresh = ""
  /// Everything shown, as it came.
  private(set) var raw: [UInt8] = []
  /// How many bytes have been shown.
  private var received = 0

  struct Missing: Error, CustomStringConvertible {
    var description: String
  }

  init(
    _ path: String, _ arguments: [String], environment: [String: String], columns: Int = 100, rows: Int = 40
  ) throws {
    screen = Screen(columns: columns, rows: rows)
    // Safe, here and below: C calls with values that outlive them.
    descriptor = unsafe open("/dev/ptmx", O_RDWR | O_NOCTTY)
    // What `unlockpt` and `ptsname` do, which Swift does not see: TIOCSPTLCK and TIOCGPTN.
    var (lock, number): (Int32, UInt32) = (0, 0)
    guard descriptor >= 0, unsafe ioctl(descriptor, 0x4004_5431, &lock) == 0,
      unsafe ioctl(descriptor, 0x8004_5430, &number) == 0
    else {
      throw Missing(description: "no terminal can be had")
    }
    let name = "/dev/pts/\(number)"
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC)

    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    // The first terminal that the leader of a session opens is the one whose Ctrl-C reaches it.
    unsafe posix_spawn_file_actions_addopen(&actions, 0, name, O_RDWR, 0)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 1)
    unsafe posix_spawn_file_actions_adddup2(&actions, 0, 2)
    var attributes = posix_spawnattr_t()
    unsafe posix_spawnattr_init(&attributes)
    unsafe posix_spawnattr_setflags(&attributes, 0x80)  // POSIX_SPAWN_SETSID
    var words = unsafe ([path] + arguments).map { unsafe strdup($0) } + [nil]
    // Whether there are colours is for the test to say.
    var variables = ProcessInfo.processInfo.environment
    variables["NO_COLOR"] = nil
    variables.merge(environment) { $1 }
    var settings = unsafe variables.map { unsafe strdup("\($0.key)=\($0.value)") } + [nil]
    let code = unsafe posix_spawn(&process, path, &actions, &attributes, &words, &settings)
    unsafe (words + settings).forEach { unsafe free($0) }
    guard code == 0 else { throw Missing(description: "cannot start \(path)") }
  }

  deinit {
    kill(process, SIGKILL)
    _ = waitpid(process, nil, 0)
    _ = close(descriptor)
  }

  func type(_ text: String) {
    let bytes = Array(text.utf8)
    // Safe: as long as the array.
    _ = unsafe write(descriptor, bytes, bytes.count)
  }

  /// How long a test waits for what is to come, in seconds: long, as other tests may keep all cores. Nothing waits so long but
  /// a test that fails.
  static let patience = 120.0

  /// Waits until a text has been shown since the last call; throws with what was shown instead.
  func expect(_ text: String, within seconds: Double = patience) throws {
    let end = Date().addingTimeInterval(seconds)
    while true {
      if let range = fresh.range(of: text) {
        fresh = String(fresh[range.upperBound...])
        return
      }
      // The text is in none of this; it may begin at its end.
      fresh = String(fresh.suffix(text.count))
      guard Date() < end, read(waiting: 0.1) else {
        throw Missing(description: "expected `\(text)`, the screen shows:\n" + screen.text)
      }
    }
  }

  /// Takes in what is shown until nothing has come for a moment.
  func settle(quiet seconds: Double = 0.06) {
    var before = -1
    while before != received {
      before = received
      _ = read(waiting: seconds)
    }
  }

  /// Waits until the screen is as it should be, and tells whether it came to be so.
  func waitUntil(_ holds: (Screen) -> Bool) -> Bool {
    let end = Date().addingTimeInterval(Self.patience)
    while !holds(screen) {
      guard Date() < end, read(waiting: 0.1) else { return holds(screen) }
    }
    return true
  }

  /// Makes the terminal wider or narrower, as when its window is dragged.
  func resize(columns: Int, rows: Int) {
    var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
    _ = unsafe ioctl(descriptor, UInt(TIOCSWINSZ), &size)
    screen = Screen(columns: columns, rows: rows)
  }

  /// Sends a signal to the program.
  func signal(_ number: Int32) { kill(process, number) }

  /// Whether the terminal takes whole lines and shows what is typed, as shells want it.
  var isCooked: Bool {
    var settings = termios()
    guard unsafe tcgetattr(descriptor, &settings) == 0 else { return false }
    return settings.c_lflag & tcflag_t(ICANON) != 0 && settings.c_lflag & tcflag_t(ECHO) != 0
  }

  /// Waits until the program ends, and gives its exit code.
  func waitForExit(within seconds: Double = patience) throws -> Int32 {
    let end = Date().addingTimeInterval(seconds)
    var status: Int32 = 0
    while Date() < end {
      _ = read(waiting: 0.05)
      if unsafe waitpid(process, &status, WNOHANG) == process {
        // What was written last may not have been read yet.
        var rest = 100
        while rest > 0, read(waiting: 0.05) { rest -= 1 }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + status & 0x7F
      }
    }
    throw Missing(description: "the program goes on:\n" + screen.text)
  }

  /// Takes in what is shown; false where the terminal is closed.
  private func read(waiting seconds: Double) -> Bool {
    var ready = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
    guard unsafe poll(&ready, 1, Int32(seconds * 1000)) > 0 else { return true }
    var buffer = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe Glibc.read(descriptor, &buffer, buffer.count)
    guard count > 0 else { return false }
    raw += buffer[..<count]
    received += count
    fresh += screen.show(buffer[..<count])
    return true
  }
}
