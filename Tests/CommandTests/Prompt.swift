import Foundation
import TestSupport

/// A session at its prompt over two small documents, with a home of its own.
final class Prompt {
  let folder: TemporaryFolder
  let terminal: Terminal

  static let document = """
    Border fund

    The Home Office announced £30 million for Calais on 5 March 2024.

    France added €5 million. More than 24,000 people came.

    """

  /// `home`: files below the home folder, by path.
  init(
    in given: TemporaryFolder? = nil, home: [String: String] = [:], environment: [String: String] = ["NO_COLOR": "1"],
    arguments: [String]? = nil, columns: Int = 100, rows: Int = 40
  ) throws {
    folder = try given ?? TemporaryFolder()
    try folder.file("fund.txt", Self.document)
    for (path, text) in home {
      let file = folder.url.appendingPathComponent(path)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    var all = [
      "TERM": "xterm", "HOME": folder.url.path, "XDG_STATE_HOME": "", "XDG_CONFIG_HOME": "", "LC_ALL": "C.UTF-8",
      "PAGER": "cat", "EDITOR": "true", "VISUAL": "",
    ]
    all.merge(environment) { $1 }
    terminal = try Terminal(
      BuiltCommand.path, arguments ?? [folder.url.appendingPathComponent("fund.txt").path], environment: all,
      columns: columns, rows: rows)
    try terminal.expect("Ctrl-D to leave")
    try terminal.expect("ibid> ")
  }

  func type(_ text: String) { terminal.type(text) }
  func expect(_ text: String) throws { try terminal.expect(text) }

  /// Types, and waits for what is to be shown then.
  func type(_ text: String, shows expected: String) throws {
    terminal.type(text)
    try terminal.expect(expected)
  }

  /// Leaves the session.
  func end() throws -> Int32 {
    terminal.type("\u{04}")
    return try terminal.waitForExit()
  }
}
