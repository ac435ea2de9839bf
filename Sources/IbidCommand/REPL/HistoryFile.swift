import Glibc

/// Where statements typed in earlier sessions are kept.
struct HistoryFile {
  /// Nil if there is no home to keep it in.
  let path: String?

  /// `$XDG_STATE_HOME/ibid/history`, or `~/.local/state/ibid/history`; folders are made, failures pass unnoticed.
  static func ofUser() -> HistoryFile {
    let state = Console.environment("XDG_STATE_HOME").flatMap { $0.hasPrefix("/") ? $0 : nil }
    guard let base = state ?? Console.environment("HOME").flatMap({ $0.isEmpty ? nil : $0 + "/.local/state" }) else {
      return HistoryFile(path: nil)
    }
    let folder = base + "/ibid"
    var made = ""
    for part in folder.split(separator: "/") {
      made += "/" + part
      // Safe: a string passed for the length of the call.
      _ = unsafe mkdir(made, 0o700)
    }
    return HistoryFile(path: folder + "/history")
  }
}
